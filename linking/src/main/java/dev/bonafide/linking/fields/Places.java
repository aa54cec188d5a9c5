package dev.bonafide.linking.fields;

import dev.bonafide.linking.text.Distance;
import dev.bonafide.linking.text.Sound;
import java.util.Arrays;
import java.util.List;

/** Places and categories: few words, many records with the same. */
final class Places implements Comparison<Places.Place> {
  private static final List<String> LEVELS = List.of("same", "nearly", "part", "different");
  private static final List<Double> EXPECTED = List.of(0.78, 0.07, 0.05, 0.10);
  private static final List<KeyKind> KINDS =
      List.of(new KeyKind("same", true, true), new KeyKind("sound", false, true));

  /** A place and its words. */
  @SuppressWarnings("ArrayRecordComponent") // read millions of times
  record Place(char[] letters, List<String> words) {}

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public List<Double> expected() {
    return EXPECTED;
  }

  @Override
  public Place prepare(String normal) {
    return new Place(normal.toCharArray(), Arrays.asList(normal.split(" ")));
  }

  @Override
  public int level(Place a, Place b) {
    char[] x = a.letters;
    char[] y = b.letters;
    if (Math.min(x.length, y.length) >= 3
        && (Distance.within(x, y, 1) || Distance.jaroWinkler(x, y) >= 0.92)) {
      return 1;
    }
    return part(a.words, b.words) ? 2 : 3;
  }

  /** Whether half of the words of one, or more, are in the other. */
  private static boolean part(List<String> a, List<String> b) {
    if (a.size() == 1 && b.size() == 1) {
      return false;
    }
    int common = 0;
    for (String word : a) {
      if (word.length() > 1 && b.contains(word)) {
        common++;
      }
    }
    return common > 0 && common * 2 >= Math.min(a.size(), b.size());
  }

  @Override
  public List<KeyKind> kinds() {
    return KINDS;
  }

  @Override
  public long[] keys(int kind, Place value) {
    if (kind == 0) {
      return Names.key(value.letters, 0, value.letters.length);
    }
    String sound = Sound.of(value.words.get(0));
    return sound.isEmpty() ? Names.NO_KEY : Names.key(sound);
  }
}
