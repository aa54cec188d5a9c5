package dev.bonafide.linking.rings;

import dev.bonafide.linking.rings.Sort.Mechanism;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Why two personas are tied, or not: the lines of a level sum to its score exactly. A name or birth
 * date that differs is never negative here.
 *
 * @param left the smaller id
 * @param lines what speaks, the strongest first; what counts for nothing is listed too
 */
public record Tie(String left, String right, List<Line> lines) {
  /** From here on, in millibits, two personas are tied: one strong thing or two weak ones. */
  public static final int TIED = 7_000;

  /**
   * From here on, in millibits for one operator, two personas of one ring have one: in a ring every
   * other pair does, so that little more is needed.
   */
  public static final int WITHIN_RING = 2_000;

  /**
   * A line.
   *
   * @param level what it speaks to; what speaks for one operator speaks for one ring too, what
   *     speaks against one operator says nothing against a ring
   * @param mechanism what stands behind it
   * @param topic a {@link Sort} in words, or what else speaks
   * @param value the thing, empty when none
   * @param holders how many personas have it
   * @param millibits what it weighs in this pair
   * @param text why it weighs what it weighs
   */
  public record Line(
      Sort.Level level,
      Mechanism mechanism,
      String topic,
      String value,
      int holders,
      int millibits,
      String text) {

    /** What it adds to the score of a level. */
    public int counts(Sort.Level of) {
      return of == Sort.Level.OPERATOR
          ? level == Sort.Level.OPERATOR ? millibits : 0
          : level == Sort.Level.RING ? millibits : Math.max(0, millibits);
    }
  }

  /** Millibits that one body is behind both. */
  public int operator() {
    return score(Sort.Level.OPERATOR);
  }

  /** Millibits that the two work together. */
  public int ring() {
    return score(Sort.Level.RING);
  }

  /** The score of a level: the sum of what its lines count for it. */
  public int score(Sort.Level level) {
    return lines.stream().mapToInt(line -> line.counts(level)).sum();
  }

  /**
   * Whether the two are tied at a level. One mechanism that has an innocent reason is never enough:
   * a desk that two share in turns ties nobody, and for one body two mechanisms are needed, one of
   * them no desk's; within a known ring of others less is.
   *
   * @param inRing whether a ring holds both also by a third, to whom each of them is tied
   */
  public boolean tied(Sort.Level level, boolean inRing) {
    Set<Mechanism> mechanisms = EnumSet.noneOf(Mechanism.class);
    boolean body = false;
    for (Line line : lines) {
      if (line.counts(Sort.Level.RING) > 0) {
        mechanisms.add(line.mechanism);
      }
      body |= line.counts(Sort.Level.OPERATOR) > 0 && line.mechanism != Mechanism.DESK;
    }
    return switch (level) {
      case RING ->
          ring() >= TIED && (mechanisms.size() > 1 || !mechanisms.contains(Mechanism.DESK));
      case OPERATOR ->
          body
              && ((operator() >= TIED && mechanisms.size() > 1)
                  || (operator() >= WITHIN_RING && inRing));
    };
  }

  /** In short what they share: {@code +BANK +PHOTO}. */
  public String key() {
    StringBuilder key = new StringBuilder();
    for (Line line : lines) {
      String word =
          (line.millibits > 0 ? "+" : line.millibits < 0 ? "-" : "")
              + line.topic.toUpperCase(java.util.Locale.ROOT).replace(' ', '_');
      if (line.millibits != 0 && !(" " + key + " ").contains(" " + word + " ")) {
        key.append(key.isEmpty() ? "" : " ").append(word);
      }
    }
    return key.toString();
  }

  /**
   * The strongest line without which the two would not be tied; empty when no single one decides.
   */
  public String counterfactual(Sort.Level level) {
    if (!tied(level, false)) {
      return "";
    }
    for (Line line : lines) {
      Tie without =
          new Tie(left, right, lines.stream().filter(other -> !other.equals(line)).toList());
      if (line.counts(level) > 0 && !without.tied(level, false)) {
        return without.score(level) < TIED
            ? String.format(
                java.util.Locale.ROOT,
                "without %s the score is %.1f bits, below %.1f",
                line.topic,
                without.score(level) / 1000.0,
                TIED / 1000.0)
            : "without " + line.topic + " one innocent reason would explain all of it";
      }
    }
    return "";
  }
}
