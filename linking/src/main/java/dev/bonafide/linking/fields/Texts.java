package dev.bonafide.linking.fields;

import dev.bonafide.linking.text.Distance;
import dev.bonafide.linking.text.Sound;
import dev.bonafide.model.Hash;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Texts of several words: titles, streets, lists of people, full names. Words weigh by their rarity
 * in the column (inverse document frequency); a word may match another one with a typo, by its
 * beginning, and in names by its initial.
 */
final class Texts implements Comparison<Texts.Text> {
  private static final List<String> LEVELS =
      List.of(
          "same",
          "nearly all words",
          "most words",
          "half of the words",
          "some words",
          "few words",
          "different");
  private static final double[] AT_LEAST = {0.88, 0.72, 0.52, 0.34, 0.18};
  private static final List<Double> EXPECTED = List.of(0.50, 0.16, 0.12, 0.08, 0.06, 0.04, 0.04);
  private static final List<KeyKind> KINDS =
      List.of(
          new KeyKind("same", true, false),
          new KeyKind("word", true, true),
          new KeyKind("sound of a word", false, true),
          new KeyKind("two words", true, false));

  /** The rarest words of a text make its keys. */
  private static final int KEY_WORDS = 8;

  private static final int MOST_KEY_WORDS = 24;

  /** Beyond as many different words a text is cut. */
  private static final int MOST_WORDS = 64;

  /**
   * A text.
   *
   * @param words hashes of its different words, ascending
   * @param letters the letters of each word
   * @param rarity the weight of each word
   * @param total the sum of the weights
   */
  @SuppressWarnings("ArrayRecordComponent") // read millions of times
  record Text(long[] words, char[][] letters, double[] rarity, double total) {}

  private final boolean names;
  private final Map<String, Integer> in;
  private final long records;

  /**
   * @param values the distinct texts in normal form
   * @param counts how many records have each
   * @param names whether words are names, which may be given as initials
   */
  Texts(boolean names, List<String> values, int[] counts) {
    this.names = names;
    in = new HashMap<>();
    long all = 0;
    Set<String> words = new HashSet<>();
    for (int v = 0; v < counts.length; v++) {
      words.clear();
      words.addAll(Arrays.asList(values.get(v).split(" ")));
      for (String word : words) {
        in.merge(word, counts[v], Integer::sum);
      }
      all += counts[v];
    }
    records = all;
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public List<Double> expected() {
    return EXPECTED;
  }

  private record Word(long hash, String text) {}

  @Override
  public Text prepare(String normal) {
    List<Word> words =
        Arrays.stream(normal.split(" "))
            .distinct()
            .limit(MOST_WORDS)
            .map(word -> new Word(Hash.of(word), word))
            .sorted((a, b) -> Long.compare(a.hash, b.hash))
            .toList();
    double[] rarity =
        words.stream()
            .mapToDouble(word -> StrictMath.log((records + 1.0) / in.getOrDefault(word.text, 1)))
            .toArray();
    double total = 0;
    for (double weight : rarity) {
      total += weight;
    }
    return new Text(
        words.stream().mapToLong(Word::hash).toArray(),
        words.stream().map(word -> word.text.toCharArray()).toArray(char[][]::new),
        rarity,
        total);
  }

  @Override
  public int level(Text a, Text b) {
    double share = similarity(a, b);
    int level = 1;
    for (double least : AT_LEAST) {
      if (share >= least) {
        return level;
      }
      level++;
    }
    return level;
  }

  /**
   * The weight of the matched words over the geometric mean of the weights of both texts: 1 when
   * all words match.
   */
  double similarity(Text a, Text b) {
    double whole = Math.sqrt(a.total * b.total);
    if (whole == 0) {
      return 0;
    }
    long[] x = a.words;
    long[] y = b.words;
    double matched = 0;
    long openX = 0;
    long openY = 0;
    int i = 0;
    int j = 0;
    while (i < x.length && j < y.length) {
      if (x[i] == y[j]) {
        matched += a.rarity[i];
        i++;
        j++;
      } else if (x[i] < y[j]) {
        openX |= 1L << i++;
      } else {
        openY |= 1L << j++;
      }
    }
    for (; i < x.length; i++) {
      openX |= 1L << i;
    }
    for (; j < y.length; j++) {
      openY |= 1L << j;
    }
    for (long bits = openX; bits != 0 && openY != 0; bits &= bits - 1) {
      int word = Long.numberOfTrailingZeros(bits);
      double best = 0;
      int at = -1;
      for (long others = openY; others != 0; others &= others - 1) {
        int other = Long.numberOfTrailingZeros(others);
        double like = like(a.letters[word], b.letters[other]);
        if (like > best) {
          best = like;
          at = other;
        }
      }
      if (at >= 0) {
        openY &= ~(1L << at);
        matched += best * Math.min(a.rarity[word], b.rarity[at]);
      }
    }
    return Math.min(1, matched / whole);
  }

  /** How much two different words count as one: 0 not at all. */
  private double like(char[] x, char[] y) {
    int shorter = Math.min(x.length, y.length);
    if (shorter == 1) {
      return names && x[0] == y[0] ? 0.7 : 0;
    }
    if (shorter >= 4 && Math.abs(x.length - y.length) <= 1 && Distance.within(x, y, 1)) {
      return digit(x) || digit(y) ? 0 : 0.85;
    }
    return shorter >= 3 && x[0] == y[0] && Distance.prefix(x, y) ? 0.6 : 0;
  }

  private static boolean digit(char[] word) {
    for (char c : word) {
      if (c >= '0' && c <= '9') {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<KeyKind> kinds() {
    return KINDS;
  }

  @Override
  public long[] keys(int kind, Text value) {
    return switch (kind) {
      case 0 -> {
        long all = value.words.length;
        for (long word : value.words) {
          all = Hash.combine(all, word);
        }
        yield new long[] {all};
      }
      case 1 -> {
        int[] rarest = rarest(value, MOST_KEY_WORDS);
        yield Arrays.stream(rarest).mapToLong(w -> value.words[w]).toArray();
      }
      case 2 -> {
        int[] rarest = rarest(value, KEY_WORDS);
        yield Arrays.stream(rarest)
            .mapToLong(w -> Hash.of(Sound.of(new String(value.letters[w]))))
            .distinct()
            .toArray();
      }
      default -> {
        int[] rarest = rarest(value, KEY_WORDS);
        Arrays.sort(rarest);
        long[] keys = new long[rarest.length * (rarest.length - 1) / 2];
        int at = 0;
        for (int p = 0; p < rarest.length; p++) {
          for (int q = p + 1; q < rarest.length; q++) {
            keys[at++] = Hash.combine(value.words[rarest[p]], value.words[rarest[q]]);
          }
        }
        yield keys;
      }
    };
  }

  /** The positions of the rarest words. */
  private static int[] rarest(Text of, int most) {
    Integer[] order = new Integer[of.words.length];
    Arrays.setAll(order, w -> w);
    Arrays.sort(
        order,
        (p, q) -> {
          int rarer = Double.compare(of.rarity[q], of.rarity[p]);
          return rarer != 0 ? rarer : Integer.compare(p, q);
        });
    return Arrays.stream(order).limit(most).mapToInt(w -> w).toArray();
  }
}
