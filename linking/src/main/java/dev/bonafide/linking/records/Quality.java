package dev.bonafide.linking.records;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * How near clusters come to the truth.
 *
 * @param edge F1 of the scored pairs at the threshold that serves them best
 * @param precision of pairs that share a cluster
 * @param recall of pairs that share a cluster
 * @param cluster F1 of pairs that share a cluster
 * @param bcubed F1 of B-cubed (Bagga and Baldwin 1998), the mean over records
 */
public record Quality(double edge, double precision, double recall, double cluster, double bcubed) {
  /** A relation between rows. */
  private interface Same {
    boolean of(int left, int right);
  }

  /**
   * Holds clusters to the truth.
   *
   * @param truth for each row of the table whose it is
   */
  public static Quality of(Clusters clusters, IntFunction<String> truth) {
    Map<String, Long> real = new HashMap<>();
    Map<RecordId, Long> found = new HashMap<>();
    Map<List<Object>, Long> both = new HashMap<>();
    for (int row = 0; row < clusters.size(); row++) {
      real.merge(truth.apply(row), 1L, Long::sum);
      found.merge(clusters.cluster(row), 1L, Long::sum);
      both.merge(List.of(truth.apply(row), clusters.cluster(row)), 1L, Long::sum);
    }
    double right = pairs(both.values());
    double precise = 0;
    double recalled = 0;
    for (Map.Entry<List<Object>, Long> entry : both.entrySet()) {
      double n = entry.getValue();
      precise += n * n / found.getOrDefault((RecordId) entry.getKey().get(1), 1L);
      recalled += n * n / real.getOrDefault((String) entry.getKey().get(0), 1L);
    }
    double all = Math.max(1, clusters.size());
    return new Quality(
        edge(clusters, (a, b) -> truth.apply(a).equals(truth.apply(b)), pairs(real.values())),
        right / Math.max(1, pairs(found.values())),
        right / Math.max(1, pairs(real.values())),
        f1(right, pairs(found.values()), pairs(real.values())),
        harmonic(precise / all, recalled / all));
  }

  /** F1 of the pairs at their best threshold. */
  private static double edge(Clusters clusters, Same same, double real) {
    List<Clusters.Pair> pairs =
        clusters
            .pairs()
            .sorted(Comparator.comparingInt(Clusters.Pair::millibits).reversed())
            .toList();
    double best = 0;
    long right = 0;
    for (int i = 0; i < pairs.size(); i++) {
      right += same.of(pairs.get(i).left(), pairs.get(i).right()) ? 1 : 0;
      if (i + 1 == pairs.size() || pairs.get(i + 1).millibits() != pairs.get(i).millibits()) {
        best = Math.max(best, f1((double) right, i + 1.0, real));
      }
    }
    return best;
  }

  /**
   * The harmonic mean of precision and recall of so many right among those found and those real.
   */
  public static double f1(double right, double found, double real) {
    return found + real == 0 ? 0 : 2 * right / (found + real);
  }

  private static double harmonic(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }

  private static double pairs(Iterable<Long> sizes) {
    double pairs = 0;
    for (long n : sizes) {
      pairs += n * (n - 1.0) / 2;
    }
    return pairs;
  }
}
