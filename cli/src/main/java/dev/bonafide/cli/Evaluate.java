package dev.bonafide.cli;

import dev.bonafide.judge.Judge;
import dev.bonafide.judge.Page;
import dev.bonafide.judge.Ranking.Unreadable;
import dev.bonafide.judge.Sheet;
import dev.bonafide.judge.Truth;
import dev.bonafide.judge.Verdict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evaluate}: how good findings are, against the truth. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Judges findings against the truth: recall at a rate of false alarms, and more.")
final class Evaluate implements Callable<Integer> {
  static final String PAGE = "evaluation.html";
  static final String FIGURES = "evaluation.json";

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "FILE",
      description = "truth.jsonl: one line a person")
  private Path truth = Path.of("");

  @Option(
      names = "--findings",
      required = true,
      paramLabel = "FILE",
      description = "findings.json of analyze --reveal")
  private Path findings = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "OUT",
      description = "folder for " + PAGE + " and " + FIGURES + " (default: beside the findings)")
  private @Nullable Path out;

  @Option(names = "--json", description = "print the figures as JSON")
  private boolean json;

  @Option(names = "--people", description = "list every planted person and the first honest ones")
  private boolean people;

  private final Screen screen;

  Evaluate(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    for (Path file : new Path[] {truth, findings}) {
      if (!Files.isRegularFile(file)) {
        throw new Usage(file + " is no file");
      }
    }
    Truth told = truth();
    dev.bonafide.judge.Ranking ranking;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(findings), 1 << 16)) {
      ranking = dev.bonafide.judge.Ranking.read(in);
    } catch (Unreadable broken) {
      screen.say("bonafide: " + findings + ": " + broken.getMessage());
      return Exit.DATA;
    }
    if (told.people().isEmpty()) {
      told.problems().stream().limit(5).forEach(problem -> screen.say(truth + ": " + problem));
      screen.say(
          "bonafide: " + truth + " names nobody: each line is {\"person\":.., \"scheme\":..}");
      return Exit.DATA;
    }
    if (told.people().keySet().stream().noneMatch(ranking.people()::containsKey)) {
      screen.say(
          "bonafide: nobody of the truth is in the findings. Worker ids are there only after"
              + " analyze --reveal --reason evaluation, and only for people whom an HR file"
              + " names.");
      return Exit.DATA;
    }
    Verdict verdict = Judge.judge(told, ranking);
    Path folder = out;
    if (folder == null) {
      Path parent = findings.toAbsolutePath().getParent();
      folder = parent == null ? Path.of("") : parent;
    }
    Files.createDirectories(folder);
    byte[] figures = verdict.json();
    Files.write(folder.resolve(FIGURES), figures);
    Files.writeString(folder.resolve(PAGE), Page.html(verdict, "Bonafide against the truth"));
    if (json) {
      screen.out().writeBytes(figures);
    } else {
      Sheet.of(verdict, people).forEach(screen::print);
    }
    screen.say("Written: " + folder.resolve(PAGE) + ", " + folder.resolve(FIGURES));
    return Exit.OK;
  }

  private Truth truth() throws IOException {
    try {
      return Truth.read(Files.readAllLines(truth));
    } catch (MalformedInputException notText) {
      throw new Usage(truth + " is not text in UTF-8");
    }
  }
}
