package dev.bonafide.cli;

import dev.bonafide.engine.Analysis;
import dev.bonafide.engine.Results;
import dev.bonafide.engine.intake.Limits;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.simulator.Works;
import dev.bonafide.simulator.WorksPlan;
import dev.bonafide.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: a company that does not exist, made and analysed. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Makes a synthetic company of 120 people and 30 days, and analyses its logs. On a terminal"
            + " it then opens the console on it.")
final class Demo implements Callable<Integer> {
  /** Everybody's demo has the same pseudonyms; nobody's names are behind them. */
  static final Key KEY = Key.of("the demo has no secrets");

  private static final long SEED = 2026;
  private static final double BUDGET = 25;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      defaultValue = "demo",
      description = "folder for logs and results (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("demo");

  @Option(names = "--seed", paramLabel = "N", description = "another company")
  private long seed = SEED;

  @Option(names = "--no-serve", description = "print and end, on a terminal too")
  private boolean noServe;

  private final Screen screen;

  Demo(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    Path logs = out.resolve("logs");
    Works works = new Works(WorksPlan.demo(seed));
    clear(logs);
    works.writeTo(logs);
    works.writeTruth(out.resolve("truth.jsonl"));
    screen.say(
        "Bonafide Works: "
            + Text.count(works.people().size(), "person", "people")
            + " who do not exist, their logs of 30 days are in "
            + logs);
    Analysis.Settings settings =
        new Analysis.Settings(
            List.of(logs),
            out,
            BUDGET,
            null,
            null,
            ZoneOffset.UTC,
            Runtime.getRuntime().availableProcessors(),
            false,
            false,
            KEY,
            Limits.DEFAULT);
    Results results = Analyze.analyze(screen, settings, Sources.builtIn(), null);
    Ranking ranking = new Ranking(screen, results);
    ranking.print(null);
    ranking.conclude(out);
    screen.say("What is true of everybody is in " + out.resolve("truth.jsonl") + ".");
    if (!results.assessed() || !results.faults().isEmpty()) {
      return Exit.FAULT;
    }
    String launcher = System.getenv("BONAFIDE_LAUNCHER");
    if (noServe || !screen.terminalOut() || launcher == null) {
      screen.say("To judge and explain in a browser: ./bonafide serve " + out);
      return Exit.OK;
    }
    screen.print("");
    screen.out().flush();
    return console(launcher);
  }

  /** The console, until somebody ends it: its class path is not the command line's. */
  private int console(String launcher) throws IOException {
    Process console =
        new ProcessBuilder(
                launcher,
                "serve",
                "--data",
                out.resolve("console").toString(),
                "--port",
                "0",
                out.toString())
            .inheritIO()
            .start();
    try {
      return console.waitFor();
    } catch (InterruptedException e) {
      console.destroy();
      Thread.currentThread().interrupt();
      return Exit.OK;
    }
  }

  /** Logs of an earlier demo would be read with the new ones. */
  private static void clear(Path logs) throws IOException {
    if (Files.exists(logs)) {
      try (var files = Files.walk(logs)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
