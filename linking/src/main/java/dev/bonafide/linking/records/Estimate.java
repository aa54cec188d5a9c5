package dev.bonafide.linking.records;

import dev.bonafide.linking.fields.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Estimates the model of a table from its pairs, without labels.
 *
 * <p>Expectation maximisation over the whole cross product, seen through two samples that together
 * stand for all pairs: the candidates, where nearly all matches are, and random pairs that are no
 * candidates. m is counted over the candidates, each by its probability of being a match, with a
 * Dirichlet prior; u over both samples. How often a field agrees in full is not sampled but
 * counted: pairs of equal values less the linked ones among them.
 */
final class Estimate {
  /** Strength of the prior of m, in pairs. */
  private static final double PRIOR = 50;

  /**
   * Strength of the prior of u, in pairs of the sample, and what it expects of a level in between.
   */
  private static final double UNLINKED_PRIOR = 1;

  private static final double UNLINKED_BETWEEN = 0.01;

  private static final int MOST_ROUNDS = 60;
  private static final int MOST_RELATED = 24;

  /** A kind of related pairs is looked for when the sample of candidates holds so many. */
  private static final int LEAST_RELATED = 20;

  private final List<Field<?>> fields;
  private final int[] levels;
  private final int size;
  private final double pairs;
  private final double[] equal;
  private final double[] present;

  private final double[][] m;
  private final double[][] u;
  private double match;
  private int[] linked = {};
  private double[] related = {};

  Estimate(Records records) {
    fields = records.fields();
    size = records.size();
    levels = fields.stream().mapToInt(Field::levels).toArray();
    pairs = Math.max(1, records.pairs());
    equal = new double[levels.length];
    present = new double[levels.length];
    m = new double[levels.length][];
    u = new double[levels.length][];
    for (int f = 0; f < levels.length; f++) {
      m[f] = expected(f);
      u[f] = m[f].clone();
    }
    count(records);
  }

  /** How many pairs have equal values, and how many have values at all. */
  private void count(Records records) {
    for (int f = 0; f < levels.length; f++) {
      int values = fields.get(f).texts().size();
      long[] all = new long[values];
      long[][] in = new long[records.between() ? records.sides() : 0][values];
      for (int r = 0; r < size; r++) {
        int value = records.value(f, r);
        if (value >= 0) {
          all[value]++;
          if (records.between()) {
            in[records.side(r)][value]++;
          }
        }
      }
      present[f] = Records.two(Arrays.stream(all).sum());
      for (long n : all) {
        equal[f] += Records.two(n);
      }
      for (long[] of : in) {
        present[f] -= Records.two(Arrays.stream(of).sum());
        for (long n : of) {
          equal[f] -= Records.two(n);
        }
      }
    }
  }

  private double[] expected(int field) {
    return fields.get(field).comparison().expected().stream().mapToDouble(e -> e).toArray();
  }

  /**
   * Runs to convergence.
   *
   * @param near a sample of the candidates
   * @param far a sample of the other pairs
   */
  Model run(Histogram near, Histogram far) {
    // At first nothing is a match: u as if all pairs were unrelated.
    learnUnlinked(tally(near, far), near, far);
    match = Math.min(0.2, 0.25 * size / pairs);
    chooseRelated(near);
    boolean changed = true;
    for (int round = 0; changed && round < MOST_ROUNDS; round++) {
      Tally tally = tally(near, far);
      double change = learnMatches(tally);
      learnUnlinked(tally, near, far);
      changed = change > 1e-4;
    }
    monotone();
    return new Model(m, u, match, linked, related);
  }

  /** What one round counts, in pairs of the table; {@code matched} in pairs of the sample. */
  private final class Tally {
    double matches;
    final double[] kinds = new double[related.length];
    final double[][] matched = new double[levels.length][];
    final double[][] unlinked = new double[levels.length][];
    final double[] linkedEqual = new double[levels.length];
    final double[] linkedPresent = new double[levels.length];

    Tally() {
      for (int f = 0; f < levels.length; f++) {
        matched[f] = new double[levels[f]];
        unlinked[f] = new double[levels[f]];
      }
    }
  }

  private Tally tally(Histogram near, Histogram far) {
    Tally tally = new Tally();
    double[][] log = logRatios();
    double[] share = new double[1 + related.length];
    for (int i = 0; i < near.size(); i++) {
      share(near.patterns()[i], log, share);
      double pairsOf = near.counts()[i] * near.each();
      tally.matches += share[0] * pairsOf;
      add(near.patterns()[i], share, pairsOf, tally);
      for (int f = 0; f < levels.length; f++) {
        int level = Pattern.level(near.patterns()[i], f);
        if (level >= 0) {
          tally.matched[f][level] += share[0] * near.counts()[i];
        }
      }
    }
    for (int i = 0; i < far.size(); i++) {
      share(far.patterns()[i], log, share);
      share[0] = 0; // the few matches that are no candidates would weigh as much as all others
      add(far.patterns()[i], share, far.counts()[i] * far.each(), tally);
    }
    return tally;
  }

  private void add(long pattern, double[] share, double pairsOf, Tally tally) {
    for (int k = 0; k < related.length; k++) {
      tally.kinds[k] += share[1 + k] * pairsOf;
    }
    for (int f = 0; f < levels.length; f++) {
      int level = Pattern.level(pattern, f);
      if (level >= 0) {
        double on = share[0];
        for (int k = 0; k < related.length; k++) {
          on += (linked[k] >> f & 1) == 1 ? share[1 + k] : 0;
        }
        tally.linkedPresent[f] += on * pairsOf;
        tally.linkedEqual[f] += level == 0 ? on * pairsOf : 0;
        tally.unlinked[f][level] += Math.max(0, 1 - on) * pairsOf;
      }
    }
  }

  private double[][] logRatios() {
    double[][] log = new double[levels.length][];
    for (int f = 0; f < levels.length; f++) {
      log[f] = new double[levels[f]];
      for (int l = 0; l < levels[f]; l++) {
        log[f][l] = StrictMath.log(m[f][l] / u[f][l]);
      }
    }
    return log;
  }

  /** The probabilities that a pair of this pattern is a match, and of each kind of related. */
  private void share(long pattern, double[][] log, double[] share) {
    double unrelated = Model.unrelated(match, related);
    double all = unrelated;
    for (int s = 0; s < share.length; s++) {
      int on = s == 0 ? -1 : linked[s - 1];
      double sum = 0;
      for (int f = 0; f < levels.length; f++) {
        int level = Pattern.level(pattern, f);
        if (level >= 0 && (on >> f & 1) == 1) {
          sum += log[f][level];
        }
      }
      share[s] = (s == 0 ? match : related[s - 1]) * StrictMath.exp(sum);
      all += share[s];
    }
    for (int s = 0; s < share.length; s++) {
      share[s] /= all;
    }
  }

  /** Takes m and the shares from a tally; returns how much has changed. */
  private double learnMatches(Tally tally) {
    double change = 0;
    for (int f = 0; f < levels.length; f++) {
      double all = Arrays.stream(tally.matched[f]).sum();
      double[] expected = expected(f);
      for (int l = 0; l < levels[f]; l++) {
        double next = (tally.matched[f][l] + PRIOR * expected[l]) / (all + PRIOR);
        change = Math.max(change, Math.abs(next - m[f][l]));
        m[f][l] = next;
      }
    }
    double next = Math.min(0.5, Math.max(0.5, tally.matches) / pairs);
    change = Math.max(change, Math.abs(next / match - 1));
    match = next;
    for (int k = 0; k < related.length; k++) {
      related[k] = Math.min(0.5, tally.kinds[k] / pairs);
    }
    return change;
  }

  /** Takes u from a tally; its level 0 from all pairs of the table. */
  private void learnUnlinked(Tally tally, Histogram near, Histogram far) {
    double prior = UNLINKED_PRIOR * Math.max(1, far.size() > 0 ? far.each() : near.each());
    for (int f = 0; f < levels.length; f++) {
      double others = Math.max(1, present[f] - tally.linkedPresent[f]);
      double same = Math.min(0.9, Math.max(0.5, equal[f] - tally.linkedEqual[f]) / others);
      double rest = Arrays.stream(tally.unlinked[f]).sum() - tally.unlinked[f][0];
      int last = levels[f] - 1;
      for (int l = 1; l <= last; l++) {
        double expected = l == last ? 1 - (last - 1) * UNLINKED_BETWEEN : UNLINKED_BETWEEN;
        u[f][l] = (1 - same) * (tally.unlinked[f][l] + prior * expected) / (rest + prior);
      }
      u[f][0] = same;
    }
  }

  /**
   * The kinds of related pairs that the table may hold: sets of two fields and more that agree
   * among the candidates while two and more do not, one of them the person's own.
   */
  private void chooseRelated(Histogram near) {
    Map<Integer, Long> seen = new TreeMap<>();
    int own = 0;
    for (int f = 0; f < levels.length; f++) {
      own |= fields.get(f).meaning().own() ? 1 << f : 0;
    }
    for (int i = 0; i < near.size(); i++) {
      int agree = 0;
      int differ = 0;
      for (int f = 0; f < levels.length; f++) {
        int level = Pattern.level(near.patterns()[i], f);
        if (level >= 0 && m[f][level] > u[f][level]) {
          agree |= 1 << f;
        } else if (level >= 0) {
          differ |= 1 << f;
        }
      }
      if (Integer.bitCount(agree) >= 2 && Integer.bitCount(differ) >= 2 && (differ & own) != 0) {
        seen.merge(agree, near.counts()[i], Long::sum);
      }
    }
    List<Map.Entry<Integer, Long>> most =
        seen.entrySet().stream()
            .filter(entry -> entry.getValue() >= LEAST_RELATED)
            .sorted(
                Comparator.comparingLong((Map.Entry<Integer, Long> e) -> -e.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST_RELATED)
            .toList();
    linked = most.stream().mapToInt(Map.Entry::getKey).toArray();
    related = most.stream().mapToDouble(e -> 0.1 * e.getValue() * near.each() / pairs).toArray();
  }

  /** Pools neighbouring levels until a worse level never weighs more (pool adjacent violators). */
  private void monotone() {
    for (int f = 0; f < levels.length; f++) {
      int[] chain = chain(f);
      List<Pool> pools = new ArrayList<>();
      for (int i = 0; i < chain.length; i++) {
        Pool pool = new Pool(m[f][chain[i]], u[f][chain[i]], i, i + 1);
        while (!pools.isEmpty() && pool.above(pools.getLast())) {
          pool = pools.removeLast().with(pool);
        }
        pools.add(pool);
      }
      for (Pool pool : pools) {
        for (int i = pool.from; i < pool.to; i++) {
          m[f][chain[i]] = pool.m / pool.u * u[f][chain[i]];
        }
      }
    }
  }

  /** The levels of a field that fall in agreement. */
  private int[] chain(int field) {
    int ordered = fields.get(field).comparison().ordered();
    int[] chain = new int[Math.min(levels[field], ordered + 1)];
    for (int l = 0; l < chain.length; l++) {
      chain[l] = l < ordered ? l : levels[field] - 1;
    }
    return chain;
  }

  /** A run of levels of one weight. */
  private record Pool(double m, double u, int from, int to) {
    boolean above(Pool better) {
      return m * better.u > better.m * u;
    }

    Pool with(Pool next) {
      return new Pool(m + next.m, u + next.u, from, next.to);
    }
  }
}
