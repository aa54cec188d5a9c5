package dev.bonafide.engine;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Everybody under another name: a bijection on the words of names, applied alike to display names,
 * addresses and logins, whatever their case and accents.
 */
final class Renaming {
  private final Map<String, String> families = new LinkedHashMap<>();
  private final Pattern pattern;

  private Renaming(List<String> words) {
    for (String word : words) {
      // Backwards is a bijection, and keeps what is a letter a letter.
      families.put(word, "z" + new StringBuilder(word).reverse());
    }
    pattern = Pattern.compile("(?i)" + String.join("|", families.keySet()));
  }

  /** Of the family names in the HR list. */
  static Renaming of(Logs logs) {
    int column = Arrays.asList(logs.header("hr.csv").split(",")).indexOf("Name");
    List<String> words = new ArrayList<>();
    for (String row : logs.records("hr.csv")) {
      String name = row.split(",")[column];
      String word = plain(name.substring(name.lastIndexOf(' ') + 1));
      if (!words.contains(word)) {
        words.add(word);
      }
    }
    // The longest first: one name may begin another.
    words.sort((a, b) -> b.length() - a.length());
    return new Renaming(words);
  }

  String[] names() {
    return families.keySet().toArray(String[]::new);
  }

  String apply(String text) {
    return pattern
        .matcher(text)
        .replaceAll(
            m -> {
              String word = families.getOrDefault(plain(m.group()), m.group());
              return Character.isUpperCase(m.group().charAt(0))
                  ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
                  : word;
            });
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
