package dev.bonafide.hiring.resume;

import dev.bonafide.hiring.dates.Dates;
import dev.bonafide.knowledge.places.Places;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Takes the head of an entry apart: position, employer, place, dates. */
final class Heads {
  private static final Pattern EDGE =
      Pattern.compile("[|•·,;()\\[\\]–—―\\t]|\\s[-@/]\\s|\\s{3,}|\\s(?:at|bei|chez)\\s");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}&+.# ]+");

  private Heads() {}

  /** A line without the dates that were found in it. */
  static String withoutDates(String line, List<Dates.Found> dates) {
    if (dates.isEmpty()) {
      return line;
    }
    StringBuilder rest = new StringBuilder();
    int at = 0;
    for (Dates.Found found : dates) {
      rest.append(line, at, found.start()).append(" | ");
      at = found.end();
    }
    return rest.append(line.substring(at)).toString();
  }

  /** The parts of a head between separators; its lines are without dates. */
  static List<String> parts(Collection<String> head) {
    List<String> parts = new ArrayList<>();
    for (String line : head) {
      for (String part : EDGE.split(line, -1)) {
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
    }
    return parts;
  }

  /** What may be the employer: no position, no place, at least three letters. */
  static Set<String> employers(List<String> parts) {
    Set<String> employers = new TreeSet<>();
    for (String part : parts) {
      String name = NOT_LETTERS.matcher(part.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
      boolean place =
          !Places.builtIn().countriesOf(part).isEmpty()
              || name.length() == 2
              || name.matches("\\d+");
      if (name.length() >= 3
          && !Marks.namesAPosition(part)
          && !place
          && !NO_EMPLOYER.contains(name)) {
        employers.add(name);
      }
    }
    return employers;
  }

  private static final Set<String> NO_EMPLOYER =
      Set.of(
          "remote",
          "hybrid",
          "on site",
          "onsite",
          "full time",
          "part time",
          "contract",
          "present",
          "current",
          "permanent",
          "freelance",
          "self employed");

  static List<String> titles(List<String> parts) {
    return parts.stream().filter(Marks::namesAPosition).toList();
  }

  /** The countries that the first placed line of a head may mean; its lines are without dates. */
  static Set<String> countries(Collection<String> head) {
    for (String line : head) {
      Set<String> found = Places.builtIn().countriesOf(line);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return Set.of();
  }
}
