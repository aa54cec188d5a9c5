package dev.bonafide.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries by whole words of a text: neighbouring words, in any case, whatever stands between
 * them. {@code NORD_VPN}, {@code NordVPN S.A.} and {@code nord vpn} hold the same name; {@code
 * Nordvpnia} does not.
 */
final class Words<T> {
  private static final int LONGEST = 6;

  private final Map<String, List<T>> whole = new HashMap<>();
  private final Map<String, List<T>> ends = new HashMap<>();

  /** Adds one alternative: words, or {@code *} and the end of a word. */
  void add(String pattern, T entry) {
    boolean end = pattern.startsWith("*");
    String key = String.join("", of(end ? pattern.substring(1) : pattern));
    if (key.isEmpty()) {
      throw new IllegalArgumentException("a pattern without a letter: " + pattern);
    }
    (end ? ends : whole).computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
  }

  /** Tells every entry that the text holds, and the number of letters that matched. */
  void find(String text, BiConsumer<T, Integer> found) {
    List<String> words = of(text);
    for (int i = 0; i < words.size(); i++) {
      StringBuilder joined = new StringBuilder();
      for (int j = i; j < words.size() && j < i + LONGEST; j++) {
        joined.append(words.get(j));
        tell(whole.get(joined.toString()), joined.length(), found);
      }
      String word = words.get(i);
      for (int from = 1; from < word.length() && !ends.isEmpty(); from++) {
        tell(ends.get(word.substring(from)), word.length() - from, found);
      }
    }
  }

  private void tell(@Nullable List<T> entries, int letters, BiConsumer<T, Integer> to) {
    if (entries != null) {
      for (T entry : entries) {
        to.accept(entry, letters);
      }
    }
  }

  /** The words of a text: runs of letters and digits, lower case. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toLowerCase(c));
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
