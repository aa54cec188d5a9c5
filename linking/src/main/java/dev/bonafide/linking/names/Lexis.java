package dev.bonafide.linking.names;

import dev.bonafide.linking.text.Distance;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What is known of words in names: legal forms, numbers, titles, particles, common words. */
final class Lexis {
  static final Lexis WORDS = read();

  /** What a word is for. */
  enum Role {
    NAME,
    INITIAL,
    GENERIC,
    COMMON,
    PARTICLE,
    TITLE,
    FORM,
    NUMBER
  }

  private final Map<String, Role> roles = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<List<String>, String> forms = new HashMap<>();
  private final Map<String, Set<Integer>> same = new HashMap<>();
  private final Map<String, String> longForms = new TreeMap<>();
  private int longestForm = 1;

  /** A form of so many letters is known through two typos. */
  private static final int LONG_FORM = 12;

  private Lexis() {}

  Role role(String word) {
    return roles.getOrDefault(word, Role.NAME);
  }

  /** The digits of a number word, or the word itself. */
  String number(String word) {
    return numbers.getOrDefault(word, word);
  }

  boolean isNumber(String word) {
    return numbers.containsKey(word) || word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  int longestForm() {
    return longestForm;
  }

  /** The class of a legal form, or "" when the words are none. Long forms may be misspelt. */
  String form(List<String> words) {
    String exact = forms.get(words);
    if (exact != null) {
      return exact;
    }
    int length = words.stream().mapToInt(String::length).sum();
    if (length < LONG_FORM) {
      return "";
    }
    char[] letters = String.join(" ", words).toCharArray();
    for (Map.Entry<String, String> form : longForms.entrySet()) {
      String text = form.getKey();
      if (text.charAt(0) == letters[0] && Distance.within(text.toCharArray(), letters, 2)) {
        return form.getValue();
      }
    }
    return "";
  }

  /** Whether two words are spellings of one name. */
  boolean same(String a, String b) {
    Set<Integer> of = same.get(a);
    return of != null && !java.util.Collections.disjoint(of, same.getOrDefault(b, Set.of()));
  }

  /** The families of spellings of a word. */
  Set<Integer> families(String word) {
    return same.getOrDefault(word, Set.of());
  }

  private static Lexis read() {
    Lexis lexis = new Lexis();
    try (InputStream in = Objects.requireNonNull(Lexis.class.getResourceAsStream("words.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int family = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        int colon = line.indexOf(':');
        String[] kind = line.substring(0, colon).split(" ");
        List<String> words =
            Arrays.stream(line.substring(colon + 1).strip().split(" "))
                .map(word -> word.replace("'", ""))
                .toList();
        switch (kind[0]) {
          case "form" -> words.forEach(word -> lexis.form(kind[1], word));
          case "generic" -> words.forEach(word -> lexis.roles.putIfAbsent(word, Role.GENERIC));
          case "common" -> words.forEach(word -> lexis.roles.putIfAbsent(word, Role.COMMON));
          case "particle" -> words.forEach(word -> lexis.roles.putIfAbsent(word, Role.PARTICLE));
          case "title" -> words.forEach(word -> lexis.roles.putIfAbsent(word, Role.TITLE));
          case "number" -> words.forEach(word -> lexis.numbers.putIfAbsent(word, kind[1]));
          case "same" -> {
            int of = family++;
            words.forEach(word -> lexis.same.computeIfAbsent(word, w -> new HashSet<>()).add(of));
          }
          default -> throw new IllegalStateException("words.txt: " + kind[0]);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return lexis;
  }

  private void form(String kind, String phrase) {
    List<String> words = List.of(phrase.split("_"));
    forms.put(words, kind);
    String text = String.join(" ", words);
    if (text.length() >= LONG_FORM) {
      longForms.put(text, kind);
    }
    longestForm = Math.max(longestForm, words.size());
  }
}
