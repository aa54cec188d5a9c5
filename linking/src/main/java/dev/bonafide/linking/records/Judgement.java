package dev.bonafide.linking.records;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a human says of two records. It outranks arithmetic and holds in every later run.
 *
 * @param left the smaller of the two
 * @param at when it was said, or any number that grows; of two judgements on one pair the later one
 *     holds, of two at the same time the one that comes later in {@link Verdict}
 * @param by who said it
 */
public record Judgement(RecordId left, RecordId right, Verdict verdict, long at, String by) {
  /** What was said. */
  public enum Verdict {
    /** The arithmetic between these two counts for nothing, in either direction. */
    UNSURE,
    /** They are one; unless a judgement forbids it somewhere between them. */
    SAME,
    /** They are two, whatever else links them. */
    DIFFERENT
  }

  /** Orders by strength: the most binding first. */
  static final Comparator<Judgement> STRENGTH =
      Comparator.comparingLong((Judgement j) -> -j.at)
          .thenComparing(j -> j.verdict, Comparator.reverseOrder())
          .thenComparing(Judgement::left)
          .thenComparing(Judgement::right)
          .thenComparing(Judgement::by);

  public Judgement {
    int order = left.compareTo(right);
    if (order == 0) {
      throw new IllegalArgumentException("a judgement needs two records, got twice " + left);
    }
    if (order > 0) {
      RecordId swap = left;
      left = right;
      right = swap;
    }
  }

  /** The judgements that hold: one for each pair, the most binding first. */
  public static List<Judgement> holding(List<Judgement> all) {
    Map<List<RecordId>, Judgement> holding = new TreeMap<>(PAIRS);
    for (Judgement judgement : all) {
      holding.merge(
          List.of(judgement.left, judgement.right),
          judgement,
          (a, b) -> STRENGTH.compare(a, b) <= 0 ? a : b);
    }
    return holding.values().stream().sorted(STRENGTH).toList();
  }

  private static final Comparator<List<RecordId>> PAIRS =
      Comparator.comparing((List<RecordId> pair) -> pair.get(0)).thenComparing(pair -> pair.get(1));
}
