package dev.bonafide.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is never read, whoever offers it: who somebody is by birth, belief, body or family, and what
 * stands for it (DESIGN, section 5). Such columns are dropped before their cells are looked at.
 */
final class Forbidden {
  private static final Set<String> WORDS =
      Set.of(
          "gender",
          "sex",
          "sexual",
          "pronoun",
          "pronouns",
          "salutation",
          "nationality",
          "nationalities",
          "citizenship",
          "citizenships",
          "citizen",
          "birth",
          "birthday",
          "birthdate",
          "birthplace",
          "born",
          "dob",
          "age",
          "ethnicity",
          "ethnic",
          "race",
          "racial",
          "religion",
          "religious",
          "denomination",
          "caste",
          "tribe",
          "health",
          "medical",
          "disability",
          "disabilities",
          "pregnancy",
          "pregnant",
          "marital",
          "married",
          "maiden",
          "spouse",
          "veteran",
          "political",
          "accent",
          "language",
          "languages",
          "locale",
          "passport",
          "visa",
          "photo",
          "keyboard");

  private Forbidden() {}

  /** Whether a header or key names something that is not read on purpose. */
  static boolean is(String name) {
    for (String word : words(name)) {
      if (WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The words of a header or key, in lower case: {@code workEmail}, {@code WORK_EMAIL (utc)}. */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean upper = Character.isUpperCase(c);
      boolean begins =
          upper
              && i > 0
              && (Character.isLowerCase(name.charAt(i - 1))
                  || (i + 1 < name.length()
                      && Character.isUpperCase(name.charAt(i - 1))
                      && Character.isLowerCase(name.charAt(i + 1))));
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
      words.add(word.toString().toLowerCase(Locale.ROOT));
    }
    return words;
  }
}
