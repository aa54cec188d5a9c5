package dev.bonafide.linking.records;

import dev.bonafide.linking.fields.Field;
import java.util.List;

/**
 * Turns a pattern of agreement into millibits of evidence that two records are one. Thread-safe.
 */
final class Scorer {
  /** No pattern: the pair cannot reach what was asked for. */
  static final long TOO_LOW = -1;

  /** What the rarity of a value may add or take at most, in millibits. */
  private static final int MOST_RARITY = 6000;

  /** An explanation that is this much less likely than "unrelated" is not counted. */
  private static final int NEGLIGIBLE = -9000;

  private static final double[] FRACTION = new double[1000];

  static {
    for (int i = 0; i < FRACTION.length; i++) {
      FRACTION[i] = StrictMath.pow(2, i / 1000.0);
    }
  }

  private final Sight sight;
  private final Pattern pattern;
  private final int fields;
  private final int prior;
  private final int[][] weights;
  private final int[] ordered;
  private final Rarity rarity;
  private final int[] linked;
  private final int[] related;

  /** The best weight of each field short of full agreement. */
  private final int[] second;

  /**
   * @param free what it adds to a pair that both are still without a partner, in millibits
   */
  Scorer(Sight sight, List<Field<?>> of, Records.Swap swap, Model model, Rarity rarity, int free) {
    this.sight = sight;
    pattern = new Pattern(sight, of, swap);
    this.rarity = rarity;
    prior = Math.min(-1000, model.prior() + free);
    weights = model.weights();
    fields = weights.length;
    linked = model.linked();
    related = new int[linked.length];
    for (int k = 0; k < linked.length; k++) {
      related[k] = Model.millibits(Math.max(1e-30, model.related()[k] / model.unrelated()));
    }
    ordered = new int[fields];
    second = new int[fields];
    for (int f = 0; f < fields; f++) {
      ordered[f] = of.get(f).comparison().ordered();
      second[f] = weights[f][weights[f].length - 1];
      for (int l = 1; l < ordered[f]; l++) {
        second[f] =
            Math.max(second[f], weights[f][l] + (weights[f][l] > 0 ? rarity.most(f) / 2 : 0));
      }
    }
  }

  /**
   * What the rarity of each value adds to full agreement: log2(u / f), where f is the chance that
   * another person has the same value, in millibits.
   *
   * <p>f is counted over persons, not records (ten records of one person do not make a name
   * common), and without the person at hand: (n - 1 + d) / N. For values that one person alone has,
   * d stands for what was not seen; it is at most half of the mean, so that a rare value never
   * weighs less than a usual one.
   *
   * @param of for each field and value
   * @param unseen for each field what a value that was never seen adds
   */
  @SuppressWarnings("ArrayRecordComponent") // tables of numbers
  record Rarity(int[][] of, int[] unseen) {
    static Rarity none(int fields) {
      return new Rarity(new int[fields][0], new int[fields]);
    }

    /**
     * @param persons for each field and value how many persons have it
     */
    static Rarity of(Model model, int[][] persons) {
      int[][] of = new int[persons.length][];
      int[] unseen = new int[persons.length];
      for (int f = 0; f < persons.length; f++) {
        double all = 0;
        for (int n : persons[f]) {
          all += n;
        }
        double mean = model.u()[f][0] * all;
        double hidden = Math.min(0.5, mean / 2);
        unseen[f] = clamp(mean / hidden);
        of[f] = new int[persons[f].length];
        for (int v = 0; v < of[f].length; v++) {
          of[f][v] = clamp(mean / (Math.max(0, persons[f][v] - 1) + hidden));
        }
      }
      return new Rarity(of, unseen);
    }

    private static int clamp(double ratio) {
      return Math.max(-MOST_RARITY, Math.min(MOST_RARITY, Model.millibits(ratio)));
    }

    int of(int field, int value) {
      return value < of[field].length ? of[field][value] : unseen[field];
    }

    int most(int field) {
      int most = unseen[field];
      for (int value : of[field]) {
        most = Math.max(most, value);
      }
      return most;
    }
  }

  int prior() {
    return prior;
  }

  /** The weight of one field, without rarity. */
  int weight(int field, int level) {
    return weights[field][level];
  }

  /** What rarity adds to one field: all of it to full agreement, half to agreement in part. */
  int rarity(int field, int level, int a, int b) {
    int x = rarity.of(field, sight.value(field, a));
    if (level == 0) {
      return x;
    }
    if (level >= ordered[field] || weights[field][level] <= 0) {
      return 0;
    }
    return Math.min(x, rarity.of(field, sight.value(field, b))) / 2;
  }

  /** What each field says of a pair, in millibits. */
  private int[] said(long of, int a, int b) {
    int[] said = new int[fields];
    for (int f = 0; f < fields; f++) {
      int level = Pattern.level(of, f);
      if (level >= 0) {
        said[f] = weights[f][level] + rarity(f, level, a, b);
      }
    }
    return said;
  }

  /** What the other explanations take together: 0 or below. */
  int related(long of, int a, int b) {
    return related(said(of, a, b));
  }

  private int related(int[] said) {
    double sum = 1;
    for (int k = 0; k < linked.length; k++) {
      int here = explanation(k, said);
      if (here > NEGLIGIBLE) {
        sum += power(here);
      }
    }
    return sum == 1 ? 0 : -Model.millibits(sum);
  }

  /** The kind of related pairs that explains a pair best, or -1 when none counts. */
  int bestRelated(long of, int a, int b) {
    int[] said = said(of, a, b);
    int best = -1;
    int most = NEGLIGIBLE;
    for (int k = 0; k < linked.length; k++) {
      int here = explanation(k, said);
      if (here > most) {
        most = here;
        best = k;
      }
    }
    return best;
  }

  /** How much more likely one kind of related pairs is than unrelated ones, in millibits. */
  private int explanation(int kind, int[] said) {
    int sum = related[kind];
    for (int on = linked[kind]; on != 0; on &= on - 1) {
      sum += said[Integer.numberOfTrailingZeros(on)];
    }
    return sum;
  }

  private static double power(int millibits) {
    int whole = Math.floorDiv(millibits, 1000);
    return Math.scalb(FRACTION[millibits - whole * 1000], whole);
  }

  /** The score of a pair: the sum of all that speaks for and against it. */
  int score(long of, int a, int b) {
    int[] said = said(of, a, b);
    int sum = prior;
    for (int one : said) {
      sum += one;
    }
    return sum + related(said);
  }

  /** The score of a pair, whatever it is. */
  int score(int a, int b) {
    return score(pattern.of(a, b), a, b);
  }

  Pattern pattern() {
    return pattern;
  }

  /** The pattern of a pair, or {@link #TOO_LOW} when its score is below the floor for certain. */
  long pattern(int a, int b, int floor) {
    long out = pattern.swapped(a, b);
    int most = prior;
    int skip = 0;
    if (out != 0) {
      int given = pattern.swap().given();
      skip = 1 << given | 1 << pattern.swap().surname();
      most += weights[given][Pattern.level(out, given)];
    }
    int open = 0;
    for (int f = 0; f < fields; f++) {
      int x = sight.value(f, a);
      int y = sight.value(f, b);
      if (x < 0 || y < 0 || (skip >> f & 1) == 1) {
        continue;
      }
      if (x == y) {
        out = Pattern.with(out, f, 0);
        most += weights[f][0] + rarity.of(f, x);
      } else {
        open |= 1 << f;
        most += second[f];
      }
    }
    for (int bits = open; bits != 0; bits &= bits - 1) {
      if (most < floor) {
        return TOO_LOW;
      }
      int f = Integer.numberOfTrailingZeros(bits);
      int level = sight.level(f, sight.value(f, a), sight.value(f, b));
      out = Pattern.with(out, f, level);
      most += weights[f][level] + rarity(f, level, a, b) - second[f];
    }
    return most < floor ? TOO_LOW : out;
  }
}
