package dev.bonafide.linking.names;

import dev.bonafide.linking.text.Distance;
import java.util.Arrays;
import java.util.Collections;

/** How much two words of names are the same word: 0 to 1. */
final class Likeness {
  /** Below this, two words are two words. */
  static final double LEAST = 0.70;

  private static final double PET = 0.88;
  private static final double SPELLING = 0.93;
  private static final double INITIAL = 0.80;
  private static final double REPEATED = 0.94;

  /** Xi and Shi, Li and Lee: so few letters sound alike by chance. */
  private static final double SHORT_SPELLING = 0.75;

  private Likeness() {}

  static double of(Words.Word a, Words.Word b) {
    if (a.text().equals(b.text())) {
      return 1;
    }
    if (a.role() == Lexis.Role.NUMBER
        || b.role() == Lexis.Role.NUMBER
        || a.role() == Lexis.Role.FORM
        || b.role() == Lexis.Role.FORM) {
      return 0;
    }
    char[] x = a.letters();
    char[] y = b.letters();
    if (x.length == 1 || y.length == 1) {
      return x[0] == y[0] ? INITIAL : 0;
    }
    double best = 0;
    if (!a.pets().isEmpty() && !Collections.disjoint(a.pets(), b.pets())) {
      best = PET;
    }
    if (sameButRepeated(x, y)) {
      return REPEATED;
    }
    char[] u = a.spelling();
    char[] v = b.spelling();
    if (u.length >= 2 && Math.min(x.length, y.length) < 4 && Arrays.equals(u, v)) {
      best = Math.max(best, SHORT_SPELLING);
    }
    if (Math.min(x.length, y.length) >= 4 && u.length >= 3 && Arrays.equals(u, v)) {
      return SPELLING;
    }
    best = Math.max(best, edits(x, y));
    if (u.length >= 4 && v.length >= 4) {
      best = Math.max(best, 0.96 * edits(u, v));
    }
    if (best < LEAST && digits(x) != digits(y)) {
      best = 0.95 * edits(letters(x), letters(y));
    }
    return best < LEAST ? 0 : best;
  }

  /** 1 less what the edits cost, which is more in short words. */
  private static double edits(char[] x, char[] y) {
    int longer = Math.max(x.length, y.length);
    int shorter = Math.min(x.length, y.length);
    if (longer - shorter > 3 || shorter < 2) {
      return 0;
    }
    if (Arrays.equals(x, y)) {
      return 1;
    }
    int most = longer <= 3 ? 0 : longer <= 5 ? 1 : longer <= 9 ? 2 : 3;
    for (int edits = 1; edits <= most; edits++) {
      if (Distance.within(x, y, edits)) {
        double cost = longer <= 4 ? 1.25 : 1.05;
        return 1 - edits * cost / longer;
      }
    }
    return 0;
  }

  /** Whether two words differ only in how often a letter is repeated. */
  private static boolean sameButRepeated(char[] x, char[] y) {
    int i = 0;
    int j = 0;
    while (i < x.length && j < y.length && x[i] == y[j]) {
      char of = x[i];
      while (i < x.length && x[i] == of) {
        i++;
      }
      while (j < y.length && y[j] == of) {
        j++;
      }
    }
    return i == x.length && j == y.length;
  }

  private static int digits(char[] word) {
    int digits = 0;
    for (char c : word) {
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return digits;
  }

  /** Digits that stand for letters: I9or Sech1n. */
  private static char[] letters(char[] word) {
    char[] out = word.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] =
          switch (out[i]) {
            case '0' -> 'o';
            case '1' -> 'i';
            case '3' -> 'e';
            case '4' -> 'a';
            case '5' -> 's';
            case '7' -> 't';
            case '9' -> 'g';
            default -> out[i];
          };
    }
    return out;
  }
}
