package dev.bonafide.hiring.text;

import dev.bonafide.hiring.dates.Dates;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a line that are compared between people: small letters without marks; no numbers, no
 * months, no function words, and not the writer's own name. So a copied line stays equal when the
 * copier changes name, dates and figures.
 */
final class ProseWords {
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}+#]*(?:['’]\\p{L}+)?");
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
    for (Matcher m = WORD.matcher(line); m.find(); ) {
      String word = fold(m.group());
      boolean own = ownName.contains(word) && Character.isUpperCase(m.group().codePointAt(0));
      if (word.length() > 1 && !own && !FUNCTION_WORDS.contains(word) && !Dates.isMonth(word)) {
        words.add(word);
      }
    }
    return words;
  }

  static String fold(String word) {
    if (word.chars().allMatch(c -> c < 0x80)) {
      String small = word.toLowerCase(Locale.ROOT);
      return small.endsWith("'s") ? small.substring(0, small.length() - 2) : small;
    }
    String plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
    return plain.toLowerCase(Locale.ROOT).replace("’", "'").replaceAll("'s$", "");
  }
}
