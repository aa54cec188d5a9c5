package dev.bonafide.linking.fields;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the name of a column tells, in the words that people use for headers. */
final class Headers {
  /** Inputs that Bonafide never reads (DESIGN, section 5), by words of the header. */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "sex",
          "gender",
          "race",
          "ethnicity",
          "ethnic",
          "ethnicorigin",
          "religion",
          "nationality",
          "citizenship",
          "age",
          "health",
          "disability",
          "accent",
          "nativelanguage",
          "mothertongue",
          "nameorigin",
          "caste",
          "skincolor",
          "skincolour",
          "pronouns",
          "sexualorientation");

  /** Facts of birth that only somebody who names the column lets in. */
  private static final Set<String> BIRTHPLACE =
      Set.of(
          "birthplace",
          "placeofbirth",
          "pob",
          "birthcountry",
          "countryofbirth",
          "birthcity",
          "cityofbirth",
          "birthstate");

  private static final Set<String> TRUTH =
      Set.of(
          "cluster",
          "clusterid",
          "groundtruth",
          "truth",
          "truelabel",
          "goldlabel",
          "entityid",
          "ismatch",
          "matchid",
          "trueid");

  private static final Set<String> ROW =
      Set.of(
          "id",
          "recid",
          "recordid",
          "rowid",
          "uniqueid",
          "uuid",
          "guid",
          "index",
          "row",
          "rownumber",
          "key",
          "pk",
          "no",
          "nr",
          "unnamed");

  private static final Map<Meaning, Set<String>> SYNONYMS = synonyms();

  private Headers() {}

  private static Map<Meaning, Set<String>> synonyms() {
    Map<Meaning, Set<String>> synonyms = new LinkedHashMap<>();
    try (InputStream in = Objects.requireNonNull(Headers.class.getResourceAsStream("headers.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split(": ");
          synonyms.put(Meaning.valueOf(parts[0]), Set.of(parts[1].split(" ")));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return synonyms;
  }

  /** A header without case, punctuation and spaces. */
  static String joined(String header) {
    StringBuilder out = new StringBuilder();
    header
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** The words of a header: split at punctuation, spaces and humps. */
  static List<String> words(String header) {
    return Arrays.stream(header.replaceAll("([a-z0-9])([A-Z])", "$1 $2").split("[^\\p{L}\\p{N}]+"))
        .map(w -> w.toLowerCase(Locale.ROOT))
        .filter(w -> !w.isEmpty())
        .toList();
  }

  static boolean forbidden(String header) {
    return FORBIDDEN.contains(joined(header))
        || words(header).stream().anyMatch(FORBIDDEN::contains);
  }

  static boolean birthplace(String header) {
    return BIRTHPLACE.contains(joined(header));
  }

  static boolean truth(String header) {
    return TRUTH.contains(joined(header));
  }

  static boolean row(String header) {
    return ROW.contains(joined(header)) || joined(header).endsWith("id");
  }

  /** The meaning that a header speaks of, or null. */
  static @Nullable Meaning meaning(String header) {
    String joined = joined(header);
    for (Map.Entry<Meaning, Set<String>> entry : SYNONYMS.entrySet()) {
      if (entry.getValue().contains(joined)) {
        return entry.getKey();
      }
    }
    List<String> words = words(header);
    for (Map.Entry<Meaning, Set<String>> entry : SYNONYMS.entrySet()) {
      for (int i = 0; i < words.size(); i++) {
        String next = i + 1 < words.size() ? words.get(i + 1) : "";
        if (entry.getValue().contains(words.get(i))
            || (!next.isEmpty() && entry.getValue().contains(words.get(i) + next))) {
          return entry.getKey();
        }
      }
    }
    return null;
  }
}
