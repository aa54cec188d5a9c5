package dev.bonafide.cli;

import dev.bonafide.judge.Page;
import dev.bonafide.trial.Benchmark;
import dev.bonafide.trial.Benchmark.Size;
import dev.bonafide.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark}: the line on trial, from simulated bodies to a verdict, without a file. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    description = "Simulates a workforce, analyses it in memory and judges the result.")
final class Measure implements Callable<Integer> {
  @Option(
      names = "--honest",
      paramLabel = "N",
      description = "honest people (default: ${DEFAULT-VALUE})")
  private int honest = Size.FULL.honest();

  @Option(
      names = "--planted",
      paramLabel = "N",
      description =
          "planted people of each scheme at each difficulty, a fifth as many groups of clusters"
              + " (default: ${DEFAULT-VALUE})")
  private int planted = Size.FULL.planted();

  @Option(names = "--days", paramLabel = "N", description = "days (default: ${DEFAULT-VALUE})")
  private int days = Size.FULL.days();

  @Option(
      names = "--long-honest",
      paramLabel = "N",
      description =
          "honest people of the long world, in which all is evasive; 0 leaves it out"
              + " (default: ${DEFAULT-VALUE})")
  private int longHonest = Size.FULL.longHonest();

  @Option(
      names = "--long-days",
      paramLabel = "N",
      description = "days of the long world (default: ${DEFAULT-VALUE})")
  private int longDays = Size.FULL.longDays();

  @Option(names = "--seed", paramLabel = "N", description = "another company")
  private long seed = Size.FULL.seed();

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "how long it may take; sizes shrink to fit (default: ${DEFAULT-VALUE})")
  private double minutes = 45;

  @Option(names = "--out", paramLabel = "OUT", description = "folder for pages and figures")
  private @Nullable Path out;

  private final Screen screen;

  Measure(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    if (honest < 1 || planted < 1 || days < 1 || longHonest < 0 || longDays < 1 || !(minutes > 0)) {
      throw new Usage("a benchmark takes at least one person and day, and some minutes");
    }
    Size size = new Size(seed, honest, planted, days, longHonest, longDays);
    Path folder = out;
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Benchmark.Result result =
        Benchmark.run(
            size,
            minutes,
            screen::say,
            known -> {
              if (folder != null) {
                write(known, folder);
              }
            });
    Benchmark.sheet(result).forEach(screen::print);
    if (folder != null) {
      screen.say("Written to " + folder + ": benchmark.txt, benchmark.json, benchmark.html");
    }
    return Exit.OK;
  }

  /** What is known until now; a long run that is cut short leaves what it had. */
  private static void write(Benchmark.Result known, Path folder) {
    try {
      Files.write(folder.resolve("benchmark.txt"), Benchmark.sheet(known));
      Files.write(folder.resolve("benchmark.json"), Benchmark.json(known));
      Files.writeString(
          folder.resolve("benchmark.html"),
          Page.html(
              known.first().verdict(), "Bonafide on trial", List.of(Benchmark.ablation(known))));
      Trial.Result second = known.second();
      if (second != null) {
        Files.writeString(
            folder.resolve("benchmark-long.html"),
            Page.html(second.verdict(), "Bonafide on trial, evasive for months"));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write into " + folder, failed);
    }
  }
}
