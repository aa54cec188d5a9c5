package dev.bonafide.sources;

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
    for (String word : Words.of(name)) {
      if (WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
