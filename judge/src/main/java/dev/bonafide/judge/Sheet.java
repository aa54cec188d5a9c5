package dev.bonafide.judge;

import dev.bonafide.judge.Verdict.Cell;
import dev.bonafide.judge.Verdict.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A verdict as lines of text, 118 columns wide at most. */
public final class Sheet {
  private static final int MOST_ABSTENTIONS = 12;

  private final Verdict verdict;
  private final List<String> lines = new ArrayList<>();

  private Sheet(Verdict verdict) {
    this.verdict = verdict;
  }

  /**
   * The lines.
   *
   * @param everybody whether every planted person is listed
   */
  public static List<String> of(Verdict verdict, boolean everybody) {
    return new Sheet(verdict).write(everybody);
  }

  private List<String> write(boolean everybody) {
    Verdict.World world = verdict.world();
    lines.add(
        "Judged: "
            + world.honest()
            + " honest and "
            + world.planted()
            + " planted people ("
            + world.groups()
            + " independent cases), "
            + world.days()
            + " days"
            + (world.asOf() == null ? "" : " up to " + world.asOf())
            + ".");
    if (world.absent() > 0) {
      lines.add(world.absent() + " of them are not in the findings: they rank last.");
    }
    if (world.strangers() > 0) {
      lines.add(
          world.strangers()
              + " people of the findings are not in the truth and don't count ("
              + world.strangersOver()
              + " of them over the review line).");
    }
    for (String note : verdict.notes()) {
      lines.add("Note: " + note);
    }
    cells();
    queues();
    speakers();
    abstentions();
    subgroups();
    reliability();
    hidden();
    leaks();
    if (everybody) {
      everybody();
    }
    return lines;
  }

  private void head(String title) {
    lines.add("");
    lines.add(title);
  }

  private void cells() {
    head(
        "RECALL at so many false alarms per 1,000 honest people and 30 days (95 % interval); here: "
            + verdict.alarms().stream()
                .map(a -> number(a.per1000(), 0) + " is " + count(a.people()))
                .collect(Collectors.joining(", ")));
    lines.add(
        cell("scheme", 19)
            + cell("difficulty", 11)
            + right("people", 6)
            + right("cases", 6)
            + verdict.alarms().stream()
                .map(a -> right("at " + number(a.per1000(), 0), 17))
                .collect(Collectors.joining())
            + right("any", 6)
            + right("days", 7)
            + right("silent", 7)
            + right("above", 7));
    for (Cell cell : verdict.cells()) {
      lines.add(
          cell(cell.scheme().isEmpty() ? "all" : cell.scheme(), 19)
              + cell(cell.difficulty(), 11)
              + right(String.valueOf(cell.people()), 6)
              + right(String.valueOf(cell.groups()), 6)
              + cell.found().stream().map(s -> right(share(s), 17)).collect(Collectors.joining())
              + right(
                  cell.groups() == cell.people()
                      ? ""
                      : number(cell.groupsFound().get(2).share(), 2),
                  6)
              + right(days(cell), 7)
              + right(String.valueOf(cell.silent()), 7)
              + right(String.valueOf(cell.above()), 7));
    }
    lines.add(
        "any: share of clusters of which somebody is found (at 5). days: median from onset to the"
            + " review line, undetected people");
    lines.add(
        "counted. silent: no indicator spoke. above: honest people above the median one, ties with"
            + " them.");
  }

  static String days(Cell cell) {
    return cell.timed() == 0 ? "?" : cell.days() == null ? "never" : number(cell.days(), 1);
  }

  private void queues() {
    if (verdict.world().planted() == 0) {
      return;
    }
    head("A REVIEWER who works down the list, so many per 1,000 people and 30 days");
    for (Verdict.Queue queue : verdict.queues()) {
      lines.add(
          "  budget "
              + number(queue.budget(), queue.budget() == StrictMath.rint(queue.budget()) ? 0 : 1)
              + ": first "
              + queue.slots()
              + ", planted among them "
              + queue.planted()
              + " (precision "
              + number(queue.precision(), 2)
              + ", recall "
              + number(queue.recall(), 2)
              + " of at most "
              + number(queue.ceiling(), 2)
              + ")");
    }
  }

  private void speakers() {
    head("INDICATORS: on whom they speak");
    lines.add(
        cell("indicator", 26)
            + right("planted", 9)
            + right("honest", 8)
            + right("/1,000", 8)
            + right("precision*", 11)
            + right("real dB", 8)
            + right("claimed", 8)
            + right("honest", 7)
            + "  honest people have in common");
    for (Verdict.Speaker s : verdict.indicators()) {
      lines.add(
          cell(s.indicator(), 26)
              + right(String.valueOf(s.plantedCount()), 9)
              + right(String.valueOf(s.honestCount()), 8)
              + right(number(s.honestPer1000(), 1), 8)
              + right(number(s.precision(), 3), 11)
              + right(s.realisedDecibans() == null ? "-" : number(s.realisedDecibans(), 1), 8)
              + right(number(s.claimedDecibans(), 1), 8)
              + right(number(s.honestDecibans(), 1), 7)
              + "  "
              + parts(s.honest(), 3));
    }
    lines.add("* if one in 1,000 people were planted, in this mix of schemes.");
  }

  private void abstentions() {
    if (verdict.abstentions().isEmpty()) {
      return;
    }
    head("ABSTENTIONS: of whom an indicator could not tell, and why (counted as a miss)");
    verdict.abstentions().stream()
        .limit(MOST_ABSTENTIONS)
        .forEach(
            a ->
                lines.add(
                    right(String.valueOf(a.honest()), 8)
                        + " honest"
                        + right(String.valueOf(a.planted()), 7)
                        + " planted   "
                        + a.why()));
    int more = verdict.abstentions().size() - MOST_ABSTENTIONS;
    if (more > 0) {
      lines.add("  and " + more + " other reasons, in the JSON");
    }
  }

  private void subgroups() {
    if (verdict.subgroups().isEmpty()) {
      return;
    }
    head(
        "FALSE ALARMS: the honest people who rank first, by what is true of them (ratio to"
            + " everybody; above 2 is no good)");
    for (Verdict.Subgroup s : verdict.subgroups()) {
      if (s.among() >= 0.5 && (s.ratio() >= 1.5 || s.low() > 1.1)) {
        lines.add(
            "  "
                + cell(s.trait(), 22)
                + right(number(s.among(), 1), 7)
                + " of "
                + cell(String.valueOf(s.people()), 7)
                + "ratio "
                + number(s.ratio(), 1)
                + " ("
                + number(s.low(), 1)
                + " to "
                + number(s.high(), 1)
                + ")");
      }
    }
  }

  private void reliability() {
    head("CLAIMED PROBABILITIES and what they turned out to be, at the run's own base rate");
    for (Verdict.Bin bin : verdict.reliability()) {
      lines.add(
          "  "
              + right(edge(bin.fromDecibans()), 6)
              + " to "
              + cell(edge(bin.toDecibans()) + " dB", 9)
              + right(String.valueOf(bin.honest()), 8)
              + " honest"
              + right(String.valueOf(bin.planted()), 6)
              + " planted   claimed "
              + number(bin.claimed(), 5)
              + "  realised "
              + number(bin.realised(), 5)
              + " ("
              + number(bin.low(), 5)
              + " to "
              + number(bin.high(), 5)
              + ")");
    }
  }

  static String edge(double decibans) {
    return Double.isInfinite(decibans) ? (decibans < 0 ? "low" : "high") : number(decibans, 1);
  }

  private void hidden() {
    List<Cell> hidden =
        verdict.cells().stream()
            .filter(cell -> !cell.scheme().isEmpty() && !cell.hiddenBy().isEmpty())
            .toList();
    if (hidden.isEmpty()) {
      return;
    }
    head(
        "WHO STANDS ABOVE those who are missed (the median of them): what these honest people"
            + " share");
    for (Cell cell : hidden) {
      lines.add("  " + cell.scheme() + ", " + cell.difficulty() + ": " + parts(cell.hiddenBy(), 6));
    }
  }

  private void leaks() {
    head("CHECKS");
    for (Verdict.Leak leak : verdict.leaks()) {
      lines.add("  " + (leak.passed() ? "ok    " : "WRONG ") + leak.check() + ": " + leak.result());
    }
  }

  private void everybody() {
    head("PLANTED PEOPLE, best first");
    verdict.planted().forEach(one -> lines.add(ranked(one)));
    head("THE HONEST PEOPLE WHO RANK FIRST");
    verdict.firstHonest().forEach(one -> lines.add(ranked(one)));
  }

  private static String ranked(Verdict.Ranked one) {
    return "  "
        + cell(one.id(), 14)
        + right(Double.isInfinite(one.decibans()) ? "absent" : number(one.decibans(), 1), 7)
        + " dB"
        + right(String.valueOf(one.honestAbove()), 6)
        + " above  "
        + cell((one.scheme() + " " + one.difficulty()).strip(), 26)
        + " "
        + String.join(" ", one.indicators())
        + " | "
        + String.join(" ", one.traits());
  }

  static String parts(List<Part> parts, int most) {
    return parts.stream()
        .limit(most)
        .map(part -> part.word() + " " + number(100 * part.share(), 0) + " %")
        .collect(Collectors.joining(", "));
  }

  static String share(Share share) {
    return share.of() == 0
        ? "-"
        : number(share.share(), 2)
            + " ("
            + number(share.low(), 2)
            + "-"
            + number(share.high(), 2)
            + ")";
  }

  /** Rounded half up, with a point, the same everywhere. */
  public static String number(@Nullable Double value, int decimals) {
    return value == null || value.isNaN() || value.isInfinite()
        ? "-"
        : new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  private static String count(int people) {
    return people == 1 ? "1 person" : people + " people";
  }

  private static String cell(String text, int width) {
    return text + " ".repeat(Math.max(text.isEmpty() ? 0 : 1, width - text.length()));
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(1, width - text.length())) + text;
  }
}
