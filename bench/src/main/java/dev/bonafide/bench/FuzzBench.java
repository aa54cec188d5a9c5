package dev.bonafide.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Feeds damaged files to the reader of every shape, and says how many each one survived. */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description = "Feeds damaged files to the reader of every shape.")
final class FuzzBench implements Callable<Integer> {
  private static final String EXTRACTORS = "extractor against Jackson";

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "5",
      description = "for all shapes together (default: ${DEFAULT-VALUE})")
  private double minutes = 5;

  @Option(
      names = "--executions",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "most of one shape (default: ${DEFAULT-VALUE})")
  private long executions = 10_000_000;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the damages")
  private long seed = 1;

  @Option(names = "--shape", paramLabel = "TEXT", description = "only shapes that begin so")
  private String shape = "";

  @Option(names = "--keep", paramLabel = "DIR", description = "where the bytes of a fault are kept")
  private @Nullable Path keep;

  @Override
  public Integer call() throws IOException {
    Path launcher = Path.of(System.getenv().getOrDefault("BONAFIDE_LAUNCHER", "./bonafide"));
    Path root = launcher.toAbsolutePath().getParent();
    Fuzz fuzz = Fuzz.of(root == null ? Path.of("sources") : root.resolve("sources"));
    List<String> shapes = new ArrayList<>(fuzz.shapes().keySet());
    shapes.add(EXTRACTORS);
    shapes.removeIf(name -> !name.startsWith(shape));
    long each = (long) (minutes * TimeUnit.MINUTES.toNanos(1)) / Math.max(1, shapes.size());
    System.out.printf(
        Locale.ROOT, "%-58s %5s %12s %12s %9s%n", "", "seeds", "executions", "records", "per s");
    int faults = 0;
    for (String name : shapes) {
      long began = System.nanoTime();
      Fuzz.Outcome outcome =
          name.equals(EXTRACTORS)
              ? fuzz.compare(seed, executions, began + each)
              : fuzz.run(name, seed, executions, began + each);
      System.out.printf(
          Locale.ROOT,
          "%-58s %5d %12d %12d %9.0f%n",
          name,
          fuzz.shapes().getOrDefault(name, List.of()).size(),
          outcome.executions(),
          outcome.told(),
          outcome.executions() * 1e9 / (System.nanoTime() - began));
      Fuzz.Problem problem = outcome.problem();
      if (problem != null) {
        faults++;
        System.out.println("  FAULT: " + problem.what() + "\n  " + Fuzz.shown(problem.bytes()));
        if (keep != null) {
          Files.createDirectories(keep);
          Files.write(keep.resolve("fault-" + faults + ".bin"), problem.bytes());
        }
      }
    }
    System.out.println(faults + " faults");
    return faults == 0 ? 0 : 1;
  }
}
