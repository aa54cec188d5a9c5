package dev.bonafide.trial;

import dev.bonafide.judge.Page;
import dev.bonafide.judge.Sheet;
import dev.bonafide.simulator.WorksPlan;
import dev.bonafide.simulator.WorksPlan.Kind;
import dev.bonafide.trial.Trial.Found;
import dev.bonafide.trial.Trial.Without;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed measurement: every scheme at three difficulties in one honest world, and evasive
 * ones for longer in a smaller world.
 */
public final class Benchmark {
  private static final int CLUSTER = 5;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Benchmark() {}

  /**
   * Sizes of a benchmark.
   *
   * @param honest honest people of the first world
   * @param planted planted people in each cell of it; of clusters a fifth as many groups
   * @param days days of it
   * @param longHonest honest people of the second world, 0 for none
   * @param longDays days of it
   */
  public record Size(long seed, int honest, int planted, int days, int longHonest, int longDays) {
    /** As the specification asks for it. */
    public static final Size FULL = new Size(101, 20_000, 200, 30, 2_000, 120);

    /** So many people times days. */
    double personDays() {
      return plan().people() * (double) days
          + (longHonest == 0 ? 0 : longPlan().people() * (double) longDays);
    }

    /** The same by a factor smaller, or as it is. */
    Size scaled(double factor) {
      if (factor >= 1) {
        return this;
      }
      return new Size(
          seed,
          Math.max(200, (int) (honest * factor)),
          Math.max(5, (int) (planted * factor)),
          days,
          longHonest == 0 ? 0 : Math.max(200, (int) (longHonest * factor)),
          longDays);
    }

    WorksPlan plan() {
      WorksPlan plan = world(honest, days);
      for (Kind kind : Kind.values()) {
        for (double difficulty : new double[] {0, 1, 2}) {
          plan = plan.planting(kind, difficulty, groups(kind, difficulty));
        }
      }
      return plan;
    }

    WorksPlan longPlan() {
      WorksPlan plan = world(longHonest, longDays);
      for (Kind kind : Kind.values()) {
        plan = plan.planting(kind, 2, groups(kind, 2));
      }
      return plan;
    }

    private WorksPlan world(int people, int length) {
      // A long world has working days on both sides of the autumn's change of clocks.
      LocalDate last = length < 60 ? WorksPlan.DEMO_ENDS : WorksPlan.DEMO_ENDS.plusDays(14);
      LocalDate first = last.minusDays(length - 1L);
      return WorksPlan.honest(seed, people, first, length);
    }

    private int groups(Kind kind, double difficulty) {
      return kind.people(difficulty) == 1 ? planted : Math.max(1, planted / CLUSTER);
    }
  }

  /** What came of it; the second world is null when there was none, or not yet. */
  public record Result(Size size, Trial.Result first, Trial.@Nullable Result second) {}

  /**
   * Runs it.
   *
   * @param minutes how long it may take; sizes shrink when a small trial says that it would take
   *     longer
   * @param say takes a line on how it goes
   * @param soFar takes what is known as soon as it is known: a run that is cut short is not lost
   */
  public static Result run(
      Size wanted, double minutes, Consumer<String> say, Consumer<Result> soFar) {
    Size size = fitting(wanted, minutes, say);
    Trial.Result first =
        Trial.run(size.plan(), true, say, known -> soFar.accept(new Result(size, known, null)));
    if (size.longHonest == 0) {
      return new Result(size, first, null);
    }
    Trial.Result second = Trial.run(size.longPlan(), false, say);
    Result result = new Result(size, first, second);
    soFar.accept(result);
    return result;
  }

  private static Size fitting(Size wanted, double minutes, Consumer<String> say) {
    Size small = new Size(wanted.seed, 100, 1, 30, 0, 0);
    Trial.Result trial = Trial.run(small.plan(), false, line -> {});
    double rate = (trial.readSeconds() + trial.assessSeconds()) / small.personDays();
    // A small trial runs on a cold machine; what is left out again and again costs about a half
    // more.
    double needed = rate * wanted.personDays() * 1.3 / 60;
    Size size = wanted.scaled(minutes / needed);
    say.accept(
        "this machine needs about "
            + Sheet.number(needed, 0)
            + " minutes for "
            + wanted.honest
            + " honest people and "
            + wanted.planted
            + " planted ones a cell"
            + (size.equals(wanted)
                ? ""
                : "; to fit into "
                    + Sheet.number(minutes, 0)
                    + " it takes "
                    + size.honest
                    + " and "
                    + size.planted));
    return size;
  }

  /** All of it as lines of text. */
  public static List<String> sheet(Result result) {
    List<String> lines = new ArrayList<>();
    world(lines, "WORLD OF " + result.size.days + " DAYS", result.first);
    without(lines, result.first);
    lines.add("");
    lines.add(
        "TIME of each indicator, microseconds of a processor a person: " + times(result.first));
    lines.add(
        "NOT EXERCISED, spoke on nobody planted: "
            + (result.first.silent().isEmpty()
                ? "none"
                : String.join(", ", result.first.silent())));
    Trial.Result second = result.second;
    if (second != null) {
      lines.add("");
      world(lines, "WORLD OF " + result.size.longDays + " DAYS, evasive only", second);
    }
    return lines;
  }

  private static void world(List<String> lines, String title, Trial.Result trial) {
    WorksPlan plan = trial.plan();
    lines.add(
        title
            + ": seed "
            + plan.seed()
            + ", "
            + plan.people()
            + " people, "
            + trial.records()
            + " records; "
            + Sheet.number(trial.readSeconds(), 0)
            + " s to simulate and read, "
            + Sheet.number(trial.assessSeconds(), 0)
            + " s to look at everybody, "
            + Sheet.number(trial.cpuSeconds(), 0)
            + " s of processors");
    lines.addAll(Sheet.of(trial.verdict(), false));
  }

  private static String times(Trial.Result trial) {
    double sum = trial.microseconds().values().stream().mapToDouble(Double::doubleValue).sum();
    return String.join(
            ", ",
            trial.microseconds().entrySet().stream()
                .map(e -> e.getKey() + " " + Sheet.number(e.getValue(), 0))
                .toList())
        + "; all "
        + Sheet.number(sum, 0);
  }

  private static void without(List<String> lines, Trial.Result trial) {
    lines.add("");
    lines.add("RECALL at 5 per 1,000 without a part of the line (all, naive, moderate, evasive)");
    String whole = "";
    for (Map.Entry<String, Without> part : trial.without().entrySet()) {
      String now = recalls("nothing left out", part.getValue().whole());
      if (!now.equals(whole)) {
        whole = now;
        lines.add("  " + now + "   of " + part.getValue().honest() + " honest people");
      }
      lines.add("  " + recalls("without " + part.getKey(), part.getValue().without()));
    }
  }

  private static String recalls(String name, List<Found> found) {
    StringBuilder line = new StringBuilder(name);
    line.append(" ".repeat(Math.max(1, 42 - name.length())));
    found.forEach(one -> line.append("  ").append(Sheet.number(one.recall(), 3)));
    return line.toString();
  }

  /** Everything as JSON: both worlds with their verdicts, times, and recall without each part. */
  public static byte[] json(Result result) {
    return JSON.writeValueAsBytes(result);
  }

  /** Recall without each part as a table of a page. */
  public static Page.Table ablation(Result result) {
    List<List<String>> rows = new ArrayList<>();
    result
        .first
        .without()
        .forEach(
            (part, recall) -> {
              List<String> row = new ArrayList<>(List.of("without " + part));
              for (int i = 0; i < recall.without().size(); i++) {
                row.add(Sheet.number(recall.without().get(i).recall(), 3));
                row.add(
                    Sheet.number(
                        recall.without().get(i).recall() - recall.whole().get(i).recall(), 3));
              }
              rows.add(row);
            });
    List<String> head = new ArrayList<>(List.of("part"));
    result.first.without().values().stream()
        .findFirst()
        .ifPresent(
            any ->
                any.whole()
                    .forEach(
                        found -> {
                          head.add(found.difficulty().isEmpty() ? "all" : found.difficulty());
                          head.add("change");
                        }));
    return new Page.Table("Recall at 5 per 1,000 without a part of the line", head, rows);
  }
}
