package dev.bonafide.linking.records;

import dev.bonafide.linking.fields.Field;
import dev.bonafide.linking.fields.Meaning;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All that a table has taught and that does not change when records come and go.
 *
 * @param free see {@link Scorer}
 * @param cap the most holders with which a key still makes candidates
 * @param whole whether everything is compared with everything
 * @param between whether only records of different sources are compared
 * @param holdOnce the sources that hold everybody once
 * @param identifiers positions of the fields that forbid two records to be together when they
 *     differ
 */
record Trained(
    List<Field<?>> fields,
    Records.Swap swap,
    Keyring keyring,
    Model model,
    Scorer.Rarity rarity,
    int free,
    int cap,
    boolean whole,
    boolean between,
    Set<String> holdOnce,
    List<Integer> identifiers) {
  /** From here on, in millibits, two records are linked. */
  static final int LINKED = 0;

  /** A field that disagrees so strongly forbids that two records are together. */
  private static final int FORBIDS = -6000;

  /** The identifiers of a table whose disagreement means something there. */
  static List<Integer> identifiers(List<Field<?>> fields, Model model) {
    int[][] weights = model.weights();
    return IntStream.range(0, fields.size())
        .filter(f -> fields.get(f).meaning() == Meaning.IDENTIFIER)
        .filter(f -> weights[f][weights[f].length - 1] <= FORBIDS)
        .boxed()
        .toList();
  }

  /** The same, of sources that hold everybody once. */
  Trained holdingOnce(Set<String> sources, int adds) {
    return new Trained(
        fields, swap, keyring, model, rarity, adds, cap, whole, between, sources, identifiers);
  }

  /** How a sight of the same fields is scored. */
  Scorer scorer(Sight sight) {
    return new Scorer(sight, fields, swap, model, rarity, free);
  }

  /** What forbids that two records are together, as a scorer sees them. */
  Grouping.Conflict conflict(Sight sight, Scorer scorer) {
    if (identifiers.isEmpty()) {
      return Grouping.Conflict.NONE;
    }
    return (a, b) -> {
      for (int f : identifiers) {
        int x = sight.value(f, a);
        int y = sight.value(f, b);
        if (x >= 0 && y >= 0 && x != y && sight.level(f, x, y) == fields.get(f).levels() - 1) {
          return scorer.score(a, b) < LINKED;
        }
      }
      return false;
    };
  }
}
