package dev.bonafide.linking.fields;

import java.util.List;

/**
 * How two values of a column are compared: at which of a few levels they agree. Level 0 is full
 * agreement, the last level is disagreement. Thread-safe: nothing in it changes.
 *
 * @param <V> a value prepared for comparison, once for each distinct text
 */
public interface Comparison<V> {
  /** The names of the levels, best first; the last one is "different". At most 14. */
  List<String> levels();

  /**
   * How often matching pairs are expected at each level before a table has said anything: the mean
   * of the Dirichlet prior of m. Sums to 1.
   */
  List<Double> expected();

  /**
   * How many levels, from the first on, fall in agreement from one to the next. Levels after them,
   * apart from the last, stand outside of the order.
   */
  default int ordered() {
    return levels().size();
  }

  /** Prepares a text in normal form. */
  V prepare(String normal);

  /** The level at which two values agree that are not equal. */
  int level(V a, V b);

  /** The kinds of blocking keys that values have. */
  List<KeyKind> kinds();

  /**
   * The keys of one kind (a position in {@link #kinds}); most give one, some none, texts several.
   */
  long[] keys(int kind, V value);

  /**
   * A kind of blocking key.
   *
   * @param name for reports: "sound", "year"
   * @param alone whether two records that share such a key may be candidates by it alone
   * @param combined whether it is combined with keys of other columns
   */
  record KeyKind(String name, boolean alone, boolean combined) {}
}
