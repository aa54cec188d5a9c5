package dev.bonafide.linking.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why two records are linked, or not: the lines sum to the score exactly.
 *
 * @param key in short: {@code +SURNAME +DOB ~FIRST_NAME -PHONE}; + agrees, ~ in part, - differs
 * @param millibits log2 of the odds that the two are one, in thousandths
 * @param judged what a human said of the pair, which holds whatever the score; null when nobody did
 */
public record Link(
    RecordId left,
    RecordId right,
    String key,
    int millibits,
    List<Line> lines,
    @Nullable Judgement judged) {

  /** What a line speaks of. */
  public enum Topic {
    /** How rare a match is before anything is compared. */
    PRIOR,
    /** How two values of a field agree. */
    FIELD,
    /** That the common value of a field is rarer, or commoner, than most. */
    RARITY,
    /** That something else explains the agreement: the two share some things and not others. */
    RELATED
  }

  /**
   * One line.
   *
   * @param field the column, "" when the line speaks of none
   * @param text in words
   */
  public record Line(Topic topic, String field, String text, int millibits) {}

  /** The probability that the two are one. */
  public double probability() {
    return probability(millibits);
  }

  static double probability(int millibits) {
    return 1 / (1 + StrictMath.exp(-millibits * 0.000693147180559945));
  }

  /** The score without one field: what it would be if both records said nothing there. */
  public int without(String field) {
    int rest = millibits;
    for (Line line : lines) {
      if (line.field.equals(field)) {
        rest -= line.millibits;
      }
    }
    return rest;
  }
}
