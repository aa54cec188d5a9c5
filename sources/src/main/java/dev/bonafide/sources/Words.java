package dev.bonafide.sources;

import java.util.ArrayList;
import java.util.List;

/** Takes headers and keys apart. */
final class Words {
  private Words() {}

  /** The words of a header or key, in lower case: {@code workEmail}, {@code WORK_EMAIL (utc)}. */
  static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean upper = Character.isUpperCase(c);
      boolean begins =
          i > 0
              && ((upper && Character.isLowerCase(name.charAt(i - 1)))
                  || (upper
                      && i + 1 < name.length()
                      && Character.isUpperCase(name.charAt(i - 1))
                      && Character.isLowerCase(name.charAt(i + 1)))
                  || Character.isDigit(c) != Character.isDigit(name.charAt(i - 1)));
      if (begins || !Character.isLetterOrDigit(c)) {
        if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toLowerCase(c));
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
