package dev.bonafide.cli;

import dev.bonafide.trial.Calibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code calibrate}: what the weights claim beside what they are worth on training seeds. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = "Puts every weight of the indicators beside what it is worth on training seeds.")
final class Calibrate implements Callable<Integer> {
  @Option(
      names = "--seeds",
      paramLabel = "A-B",
      description = "training seeds, of 1 to 20 (default: ${DEFAULT-VALUE})")
  private String seeds = "1-3";

  @Option(
      names = "--honest",
      paramLabel = "N",
      description = "honest people of each company (default: ${DEFAULT-VALUE})")
  private int honest = 1_000;

  @Option(
      names = "--planted",
      paramLabel = "N",
      description = "planted people of each scheme at each difficulty (default: ${DEFAULT-VALUE})")
  private int planted = 10;

  @Option(names = "--days", paramLabel = "N", description = "days (default: ${DEFAULT-VALUE})")
  private int days = 30;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "table of weights to write, e.g. docs/weights.tsv")
  private @Nullable Path out;

  private final Screen screen;

  Calibrate(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    if (honest < 1 || planted < 1 || days < 1) {
      throw new Usage("calibrate takes at least one person, one planted and one day");
    }
    List<Integer> training = training();
    List<Calibration.Row> rows;
    try {
      rows = Calibration.run(training, honest, planted, days, screen::say);
    } catch (IllegalArgumentException e) {
      throw new Usage(String.valueOf(e.getMessage()));
    }
    List<String> table = Calibration.table(rows, training, honest, planted, days);
    if (out == null) {
      table.forEach(screen::print);
    } else {
      Files.write(out, table);
      screen.say("Written to " + out + ".");
    }
    Calibration.summary(rows).forEach(screen::say);
    return Exit.OK;
  }

  private List<Integer> training() {
    String[] ends = seeds.split("-", -1);
    List<Integer> all = new ArrayList<>();
    try {
      int from = Integer.parseInt(ends[0].strip());
      int to = Integer.parseInt(ends[ends.length - 1].strip());
      for (int seed = from; seed <= to && all.size() <= Calibration.LAST_TRAINING_SEED; seed++) {
        all.add(seed);
      }
    } catch (NumberFormatException notOne) {
      throw new Usage("--seeds takes numbers such as 1-3, not " + seeds);
    }
    if (all.isEmpty()) {
      throw new Usage("--seeds takes numbers such as 1-3, not " + seeds);
    }
    return all;
  }
}
