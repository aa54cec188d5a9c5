package dev.bonafide.linking.fields;

import dev.bonafide.linking.text.Distance;
import java.util.List;

/** Codes, phone numbers and postcodes: letters and digits without words. */
final class Codes implements Comparison<Codes.Code> {
  /** What kind of code it is. */
  enum Sort {
    CODE,
    PHONE,
    POSTCODE
  }

  /**
   * A code.
   *
   * @param district how many letters at the beginning name the district of a postcode
   * @param area how many name its area
   */
  @SuppressWarnings("ArrayRecordComponent") // read millions of times
  record Code(char[] letters, int district, int area) {}

  private final Sort sort;
  private final List<String> levels;
  private final List<Double> expected;
  private final List<KeyKind> kinds;

  Codes(Sort sort) {
    this.sort = sort;
    KeyKind same = new KeyKind("same", true, sort != Sort.POSTCODE);
    KeyKind begin = new KeyKind("begin", true, false);
    switch (sort) {
      case CODE -> {
        levels = List.of("same", "one typo", "two typos", "different");
        expected = List.of(0.85, 0.06, 0.02, 0.07);
        kinds = List.of(same, begin, new KeyKind("end", true, false));
      }
      case PHONE -> {
        levels = List.of("same", "last seven digits", "one typo", "different");
        expected = List.of(0.80, 0.04, 0.04, 0.12);
        kinds = List.of(same, begin, new KeyKind("last seven", true, false));
      }
      case POSTCODE -> {
        levels = List.of("same", "one typo", "same district", "same area", "different");
        expected = List.of(0.75, 0.07, 0.03, 0.03, 0.12);
        kinds = List.of(same, new KeyKind("district", false, true));
      }
      default -> throw new AssertionError(sort);
    }
  }

  @Override
  public List<String> levels() {
    return levels;
  }

  @Override
  public List<Double> expected() {
    return expected;
  }

  @Override
  public Code prepare(String normal) {
    char[] code = normal.toCharArray();
    if (code.length >= 5 && Character.isLetter(code[0])) { // British: SW1A 1AA
      int letters = 1;
      while (letters < code.length && Character.isLetter(code[letters])) {
        letters++;
      }
      return new Code(code, code.length - 3, letters);
    }
    return new Code(code, Math.min(3, code.length), Math.min(2, code.length));
  }

  @Override
  public int level(Code a, Code b) {
    char[] x = a.letters;
    char[] y = b.letters;
    int shorter = Math.min(x.length, y.length);
    return switch (sort) {
      case CODE -> {
        if (shorter >= 3 && Distance.within(x, y, 1)) {
          yield 1;
        }
        yield shorter >= 6 && Distance.within(x, y, 2) ? 2 : 3;
      }
      case PHONE -> {
        if (shorter >= 7 && end(x, y, 7)) {
          yield 1;
        }
        yield shorter >= 7 && Distance.within(x, y, 1) ? 2 : 3;
      }
      case POSTCODE -> {
        if (shorter >= 4 && Distance.within(x, y, 1)) {
          yield 1;
        }
        if (begin(x, a.district, y, b.district)) {
          yield 2;
        }
        yield begin(x, a.area, y, b.area) ? 3 : 4;
      }
    };
  }

  private static boolean begin(char[] a, int lengthA, char[] b, int lengthB) {
    if (lengthA != lengthB || lengthA == 0) {
      return false;
    }
    for (int i = 0; i < lengthA; i++) {
      if (a[i] != b[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean end(char[] a, char[] b, int length) {
    for (int i = 1; i <= length; i++) {
      if (a[a.length - i] != b[b.length - i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<KeyKind> kinds() {
    return kinds;
  }

  @Override
  public long[] keys(int kind, Code value) {
    char[] code = value.letters;
    if (kind == 0) {
      return Names.key(code, 0, code.length);
    }
    if (sort == Sort.POSTCODE) {
      return Names.key(code, 0, value.district);
    }
    if (code.length < 7) {
      return Names.NO_KEY;
    }
    int half = (code.length + 1) / 2;
    if (kind == 1) {
      return Names.key(code, 0, half);
    }
    int end = sort == Sort.PHONE ? 7 : half;
    return Names.key(code, code.length - end, end);
  }
}
