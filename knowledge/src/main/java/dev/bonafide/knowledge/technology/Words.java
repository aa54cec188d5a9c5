package dev.bonafide.knowledge.technology;

import java.util.List;
import java.util.Locale;

/** Whole words in a text. */
final class Words {
  private Words() {}

  /** Whether one of the words stands in the text, which is in small letters already. */
  static boolean anyOf(List<String> words, String lower) {
    for (String word : words) {
      String small = word.toLowerCase(Locale.ROOT);
      for (int at = lower.indexOf(small); at >= 0; at = lower.indexOf(small, at + 1)) {
        int end = at + small.length();
        if ((at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1)))
            && (end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end)))) {
          return true;
        }
      }
    }
    return false;
  }
}
