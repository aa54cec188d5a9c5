package dev.bonafide.linking.records;

import java.util.Arrays;

/**
 * How often each pattern occurs in a sample of pairs; sorted, so that sums over it are always made
 * in the same order.
 *
 * @param each how many pairs of the table one pair of the sample stands for
 */
@SuppressWarnings("ArrayRecordComponent") // read once for each round of the estimate
record Histogram(long[] patterns, long[] counts, double each) {
  /** Counts patterns; the array is sorted in place. */
  static Histogram of(long[] sample, int size, double each) {
    Arrays.sort(sample, 0, size);
    long[] patterns = new long[size];
    long[] counts = new long[size];
    int at = -1;
    for (int i = 0; i < size; i++) {
      if (at < 0 || patterns[at] != sample[i]) {
        patterns[++at] = sample[i];
      }
      counts[at]++;
    }
    return new Histogram(Arrays.copyOf(patterns, at + 1), Arrays.copyOf(counts, at + 1), each);
  }

  int size() {
    return patterns.length;
  }
}
