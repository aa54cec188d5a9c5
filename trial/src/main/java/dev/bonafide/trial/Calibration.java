package dev.bonafide.trial;

import dev.bonafide.judge.Sheet;
import dev.bonafide.trial.Benchmark.Size;
import dev.bonafide.trial.Trial.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the weights of the indicators claim, and what they are worth in companies made for training:
 * by how much more often each weight is given to planted people than to honest ones.
 *
 * <p>The seeds of training are 1 to 20 and no others; the benchmark's are others. A weight that is
 * no judgement any more says on which of them it was fitted.
 */
public final class Calibration {
  /** The last seed on which a weight may be fitted. */
  public static final int LAST_TRAINING_SEED = 20;

  private static final double Z = 1.96;

  private Calibration() {}

  /**
   * One weight of one indicator.
   *
   * @param claimed millinats against an ordinary working life
   * @param real the log ratio of the two shares, millinats, with half a person added to each side
   * @param low lower end of its interval, 95 %
   * @param high upper end
   * @param fitted the claim where the interval holds it, else the end of the interval next to it
   */
  public record Row(
      String indicator,
      int claimed,
      int planted,
      int honest,
      int real,
      int low,
      int high,
      int fitted) {}

  /** Runs a world for each seed, and puts the weights beside what they turned out to be. */
  public static List<Row> run(
      List<Integer> seeds, int honest, int planted, int days, Consumer<String> say) {
    for (int seed : seeds) {
      if (seed < 1 || seed > LAST_TRAINING_SEED) {
        throw new IllegalArgumentException(
            "seed " + seed + " is not for training: use 1 to " + LAST_TRAINING_SEED);
      }
    }
    Map<String, Level> sums = new TreeMap<>();
    int honestPeople = 0;
    for (int seed : seeds) {
      say.accept("training seed " + seed);
      Trial.Result result =
          Trial.run(new Size(seed, honest, planted, days, 0, 0).plan(), false, say);
      honestPeople += result.verdict().world().honest();
      for (Level level : result.levels()) {
        sums.merge(level.indicator() + " " + level.millinats(), level, Calibration::sum);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Level level : sums.values()) {
      rows.add(row(level, seeds.size(), honestPeople));
    }
    rows.sort(Comparator.comparing(Row::indicator).thenComparing(Row::claimed));
    return rows;
  }

  private static Level sum(Level a, Level b) {
    return new Level(
        a.indicator(),
        a.millinats(),
        a.planted() + b.planted(),
        a.plantedCount() + b.plantedCount(),
        a.honestCount() + b.honestCount());
  }

  static Row row(Level level, int worlds, int honestPeople) {
    // Each scheme and difficulty counts alike; half a person on each side keeps the ratio finite.
    double each = level.plantedCount() == 0 ? 0 : level.planted() / worlds / level.plantedCount();
    double planted =
        level.plantedCount() == 0 ? 0.5 / (honestPeople + 1) : each * (level.plantedCount() + 0.5);
    double honest = (level.honestCount() + 0.5) / (honestPeople + 1.0);
    double real = StrictMath.log(planted / honest);
    double deviation =
        StrictMath.sqrt(1 / (level.plantedCount() + 0.5) + 1 / (level.honestCount() + 0.5));
    int low = milli(real - Z * deviation);
    int high = milli(real + Z * deviation);
    int claimed = level.millinats();
    return new Row(
        level.indicator(),
        claimed,
        level.plantedCount(),
        level.honestCount(),
        milli(real),
        low,
        high,
        Math.max(low, Math.min(high, claimed)));
  }

  private static int milli(double nats) {
    return (int) Math.round(nats * 1_000);
  }

  /** The rows as a table with tabs, with a head that says what it is. */
  public static List<String> table(
      List<Row> rows, List<Integer> seeds, int honest, int planted, int days) {
    List<String> lines = new ArrayList<>();
    lines.add("# Weights of the indicators as they are given, millinats (230.26 are one deciban)");
    lines.add(
        "# made by: calibrate on training seeds "
            + seeds
            + ", "
            + honest
            + " honest people, "
            + planted
            + " planted a cell, "
            + days
            + " days each");
    lines.add(
        "# real: log of (share of planted / share of honest people) who got just this weight; fitted:"
            + " the claim, or the end of the interval next to it");
    lines.add(
        String.join(
            "\t",
            "indicator",
            "weight",
            "provenance",
            "planted",
            "honest",
            "real",
            "low",
            "high",
            "fitted"));
    for (Row row : rows) {
      lines.add(
          String.join(
              "\t",
              row.indicator,
              Integer.toString(row.claimed),
              "judgement",
              Integer.toString(row.planted),
              Integer.toString(row.honest),
              Integer.toString(row.real),
              Integer.toString(row.low),
              Integer.toString(row.high),
              Integer.toString(row.fitted)));
    }
    return lines;
  }

  /** What the figures say in a few lines. */
  public static List<String> summary(List<Row> rows) {
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      if (row.fitted != row.claimed && row.planted + row.honest >= 10) {
        lines.add(
            row.indicator
                + " claims "
                + Sheet.number(row.claimed / 230.2585, 1)
                + " dB and is worth "
                + Sheet.number(row.low / 230.2585, 1)
                + " to "
                + Sheet.number(row.high / 230.2585, 1)
                + " dB (on "
                + row.planted
                + " planted, "
                + row.honest
                + " honest)");
      }
    }
    return lines;
  }
}
