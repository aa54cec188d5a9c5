package dev.bonafide.knowledge.places;

import dev.bonafide.knowledge.Table;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which countries a line may mean: "Austin, TX" is in the United States, "Tbilisi, Georgia" may be
 * in two countries, "Berlin" says nothing. Only the last part of a place speaks, so that "work with
 * India" is no place. Used to see whether two things that one person declared contradict each
 * other; no country is better or worse than another.
 */
public final class Places {
  private static final Pattern EDGE = Pattern.compile("[|•·;()\\[\\]–—]|\\s[-/]\\s|\\t");
  private static final Pattern POSTCODE = Pattern.compile("\\s+[A-Z]?\\d[\\dA-Z -]{2,9}$");
  private static final Pattern STATE_AND_ZIP =
      Pattern.compile("[A-Z]{2} \\d{5}(?:-\\d{4})?[,\\s]*$");
  private static final int LONGEST_PLACE = 6;

  private static final class BuiltIn {
    static final Places LIST = new Places(Table.read(Places.class, "list.tsv", 3).rows());
  }

  private final Map<String, Set<String>> byName = new HashMap<>();
  private final Map<String, Set<String>> byCode = new HashMap<>();

  private Places(List<List<String>> rows) {
    for (List<String> row : rows) {
      for (String name : row.get(2).split("\\|", -1)) {
        byName.computeIfAbsent(fold(name), n -> new TreeSet<>()).add(row.get(0));
      }
      byCode.computeIfAbsent(row.get(1), c -> new TreeSet<>()).add(row.get(0));
    }
  }

  /** The list of this program. */
  public static Places builtIn() {
    return BuiltIn.LIST;
  }

  /**
   * The ISO 3166-1 codes of the countries that a line may mean, in order; empty when it names no
   * place, or none that is known.
   */
  public Set<String> countriesOf(String line) {
    for (String part : EDGE.split(line, -1)) {
      Set<String> found = ofPlace(part.strip());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return Set.of();
  }

  /** The countries that a field which holds a country may mean: a name or a code. */
  public Set<String> countriesOfField(String text) {
    String field = text.strip();
    Set<String> codes = byCode.getOrDefault(field.toUpperCase(Locale.ROOT), Set.of());
    if (field.length() == 2 && codes.contains(field.toUpperCase(Locale.ROOT))) {
      return Set.of(field.toUpperCase(Locale.ROOT)); // a country field holds country codes
    }
    Set<String> named = byName.getOrDefault(fold(field), codes);
    return Collections.unmodifiableSet(named);
  }

  private Set<String> ofPlace(String part) {
    String place = withoutPostcode(withoutCommas(part)).strip();
    int comma = place.lastIndexOf(',');
    if (comma < 0) {
      // "Germany" alone is a place; "Victoria" or "Jordan" alone may be anything.
      Set<String> alone = byName.getOrDefault(fold(place), Set.of());
      return alone.size() == 1 && byCode.containsKey(alone.iterator().next()) && isCountry(place)
          ? Collections.unmodifiableSet(alone)
          : Set.of();
    }
    if (place.split("\\s+", -1).length > LONGEST_PLACE + 2) {
      return Set.of();
    }
    String last = place.substring(comma + 1).strip();
    boolean zip = STATE_AND_ZIP.matcher(part).find();
    if (zip && byCode.getOrDefault(last, Set.of()).contains("US")) {
      return Set.of("US"); // "IL 62701": no other country writes its code there
    }
    Set<String> named = byName.getOrDefault(fold(last), Set.of());
    if (!named.isEmpty()) {
      return Collections.unmodifiableSet(named);
    }
    return Collections.unmodifiableSet(byCode.getOrDefault(last, Set.of()));
  }

  private static String withoutPostcode(String place) {
    boolean figure = place.chars().anyMatch(c -> c >= '0' && c <= '9');
    return figure ? POSTCODE.matcher(place).replaceFirst("") : place;
  }

  /** The text between commas and blanks at its ends. */
  private static String withoutCommas(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isEdge(text.charAt(from))) {
      from++;
    }
    while (to > from && isEdge(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isEdge(char c) {
    return c == ',' || c == ' ' || (c >= '\t' && c <= '\r');
  }

  private boolean isCountry(String place) {
    return AMBIGUOUS_ALONE.stream().noneMatch(place::equalsIgnoreCase);
  }

  /** Names of countries and states that are given names, surnames, dishes or towns, too. */
  private static final Set<String> AMBIGUOUS_ALONE =
      Set.of(
          "Jordan",
          "Chad",
          "Turkey",
          "Georgia",
          "China",
          "Victoria",
          "Virginia",
          "Washington",
          "New York",
          "Florida",
          "Carolina",
          "Alberta",
          "Israel",
          "Cuba",
          "Mali",
          "Niger",
          "Oman",
          "Peru",
          "Togo",
          "Tonga",
          "Indiana",
          "Delaware",
          "Montana",
          "Dakota",
          "Nevada",
          "Columbia");

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
