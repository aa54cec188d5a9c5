package dev.bonafide.hiring.text;

import dev.bonafide.hiring.dates.Dates;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a line that are compared between people: small letters without marks; no numbers, no
 * months, no function words, and not the writer's own name. So a copied line stays equal when the
 * copier changes name, dates and figures.
 */
final class ProseWords {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "with", "by", "at", "from",
          "as", "is", "was", "were", "be", "been", "are", "that", "this", "these", "those", "it",
          "its", "my", "our", "their", "i", "we", "into", "over", "per", "than", "which", "while",
          "using", "via", "across", "within", "all", "both", "more", "other", "such", "also");

  private ProseWords() {}

  /**
   * @param ownName the writer's name in folded words; a word equal to one of them is left out where
   *     it is capitalised, so that "Will" goes and "will" stays
   */
  static List<String> of(String line, Set<String> ownName) {
    List<String> words = new ArrayList<>();
    for (int from = begin(line, 0); from < line.length(); ) {
      int end = end(line, from);
      String word = fold(line.substring(from, end));
      boolean own =
          !ownName.isEmpty()
              && ownName.contains(word)
              && Character.isUpperCase(line.codePointAt(from));
      if (word.length() > 1 && !own && !FUNCTION_WORDS.contains(word) && !Dates.isMonth(word)) {
        words.add(word);
      }
      from = begin(line, end);
    }
    return words;
  }

  /** Where the next word begins: at a letter. The length of the line when none does. */
  private static int begin(String line, int from) {
    int at = from;
    while (at < line.length()) {
      int c = line.codePointAt(at);
      if (Character.isLetter(c)) {
        return at;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  /** Where a word ends: "C++", "can't" and "web3" are one. */
  private static int end(String line, int from) {
    int at = from;
    while (at < line.length() && inWord(line.codePointAt(at))) {
      at += Character.charCount(line.codePointAt(at));
    }
    boolean apostrophe = at < line.length() && (line.charAt(at) == '\'' || line.charAt(at) == '’');
    int after = at + 1;
    while (apostrophe && after < line.length() && Character.isLetter(line.codePointAt(after))) {
      after += Character.charCount(line.codePointAt(after));
    }
    return apostrophe && after > at + 1 ? after : at;
  }

  private static boolean inWord(int c) {
    if (c < 0x80) {
      return Character.isLetterOrDigit(c) || c == '+' || c == '#';
    }
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(c);
    };
  }

  static String fold(String word) {
    if (ascii(word)) {
      String small = word.toLowerCase(Locale.ROOT);
      return small.endsWith("'s") ? small.substring(0, small.length() - 2) : small;
    }
    String plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
    return plain.toLowerCase(Locale.ROOT).replace("’", "'").replaceAll("'s$", "");
  }

  private static boolean ascii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
