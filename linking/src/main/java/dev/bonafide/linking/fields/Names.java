package dev.bonafide.linking.fields;

import dev.bonafide.linking.text.Distance;
import dev.bonafide.linking.text.PetNames;
import dev.bonafide.linking.text.Sound;
import dev.bonafide.model.Hash;
import java.util.Arrays;
import java.util.List;

/** Given names and surnames: one word mostly; misheard, mistyped, shortened, swapped. */
final class Names implements Comparison<Names.Name> {
  private static final List<String> LEVELS =
      List.of(
          "same",
          "one typo",
          "pet name or sound",
          "similar",
          "initial or part",
          "swapped",
          "different");
  private static final List<Double> EXPECTED = List.of(0.80, 0.07, 0.02, 0.02, 0.02, 0.01, 0.06);
  private static final int DIFFERENT = 6;
  private static final List<KeyKind> KINDS =
      List.of(
          new KeyKind("same", true, false),
          new KeyKind("sound", true, true),
          new KeyKind("begin", true, true));

  static final long[] NO_KEY = {};

  /** A name, ready for comparison. */
  @SuppressWarnings("ArrayRecordComponent") // read millions of times
  record Name(char[] letters, String sound, int[] families, char[][] words) {}

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public List<Double> expected() {
    return EXPECTED;
  }

  @Override
  public int ordered() {
    return 5;
  }

  @Override
  public Name prepare(String normal) {
    String[] words = normal.split(" ");
    return new Name(
        normal.toCharArray(),
        Sound.of(normal),
        PetNames.families(words[0]).stream().mapToInt(f -> f).sorted().toArray(),
        Arrays.stream(words).map(String::toCharArray).toArray(char[][]::new));
  }

  @Override
  public int level(Name a, Name b) {
    char[] x = a.letters;
    char[] y = b.letters;
    int shorter = Math.min(x.length, y.length);
    if (shorter == 1) {
      return x[0] == y[0] ? 4 : DIFFERENT;
    }
    if (shorter >= 3 && Distance.within(x, y, 1)) {
      return 1;
    }
    double similar = Distance.jaroWinkler(x, y);
    if (similar >= 0.94) {
      return 1;
    }
    if (meet(a.families, b.families)
        || (similar >= 0.75 && a.sound.length() >= 2 && a.sound.equals(b.sound))) {
      return 2;
    }
    if (similar >= 0.87) {
      return 3;
    }
    if ((a.words.length > 1 || b.words.length > 1) && part(a.words, b.words)) {
      return 4;
    }
    return shorter >= 3 && Distance.prefix(x, y) ? 4 : DIFFERENT;
  }

  /** Whether a word of one is a word of the other, or its initial. */
  private static boolean part(char[][] a, char[][] b) {
    for (char[] x : a) {
      for (char[] y : b) {
        boolean initial = x.length == 1 || y.length == 1;
        if (initial ? x[0] == y[0] : Arrays.equals(x, y)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether two sorted arrays have a number in common. */
  private static boolean meet(int[] a, int[] b) {
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        return true;
      }
      if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  @Override
  public List<KeyKind> kinds() {
    return KINDS;
  }

  @Override
  public long[] keys(int kind, Name value) {
    char[] name = value.letters;
    return switch (kind) {
      case 0 -> key(name, 0, name.length);
      case 1 -> value.sound.isEmpty() ? NO_KEY : key(value.sound);
      default -> name.length < 2 ? NO_KEY : key(name, 0, Math.min(3, name.length));
    };
  }

  static long[] key(String text) {
    return new long[] {Hash.of(text)};
  }

  static long[] key(char[] letters, int from, int length) {
    return key(new String(letters, from, length));
  }
}
