package dev.bonafide.linking.rings;

import java.util.List;

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
   * @param level what it speaks to; what speaks for one operator speaks for one ring too
   * @param topic a {@link Sort} in words, or what else speaks
   * @param value the thing, empty when none
   * @param holders how many personas have it
   * @param millibits what it weighs in this pair
   * @param text why it weighs what it weighs
   */
  public record Line(
      Sort.Level level, String topic, String value, int holders, int millibits, String text) {}

  /** Millibits that one body is behind both. */
  public int operator() {
    return lines.stream()
        .filter(line -> line.level == Sort.Level.OPERATOR)
        .mapToInt(Line::millibits)
        .sum();
  }

  /** Millibits that the two work together. */
  public int ring() {
    return lines.stream().mapToInt(Line::millibits).sum();
  }

  /** The score of a level. */
  public int score(Sort.Level level) {
    return level == Sort.Level.OPERATOR ? operator() : ring();
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
    int score = score(level);
    for (Line line : lines) {
      boolean counts = level == Sort.Level.RING || line.level == Sort.Level.OPERATOR;
      if (counts && score >= TIED && score - line.millibits < TIED) {
        return String.format(
            java.util.Locale.ROOT,
            "without %s the score is %.1f bits, below %.1f",
            line.topic,
            (score - line.millibits) / 1000.0,
            TIED / 1000.0);
      }
    }
    return "";
  }
}
