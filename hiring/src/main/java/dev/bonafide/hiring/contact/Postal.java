package dev.bonafide.hiring.contact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes two ways of writing one postal address equal: house number, first word of the street,
 * postcode, and the unit where one is written. Without number and postcode there is no key: a
 * doubtful equality would link neighbours.
 */
final class Postal {
  private static final Pattern UNIT =
      Pattern.compile(
          "(?:\\b(?:apt|apartment|unit|ste|suite|flat|room|rm|wohnung|appt|pmb)\\b\\.?\\s*#?\\s*|#\\s*)"
              + "([\\p{L}\\d-]{1,6})\\b");
  private static final Pattern BRITISH =
      Pattern.compile("\\b([a-z]{1,2}\\d[a-z\\d]?)\\s*(\\d[a-z]{2})\\b");
  private static final Pattern CANADIAN =
      Pattern.compile("\\b([a-z]\\d[a-z])[ -]?(\\d[a-z]\\d)\\b");
  private static final Pattern NUMERIC =
      Pattern.compile("(?<![\\w-])(?:[a-z]{1,2}-)?(\\d{4,6})(?:-\\d{3,4})?(?![\\w-])");
  private static final Pattern HOUSE = Pattern.compile("\\d{1,5}(?:-\\d{1,5})?[a-z]?");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}-]+");
  private static final Set<String> DIRECTIONS =
      Set.of("n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south", "east", "west", "the");
  private static final Map<String, String> WORDS =
      Map.of("strasse", "str", "saint", "st", "mount", "mt", "fort", "ft");

  private Postal() {}

  static @Nullable String key(String address) {
    String text =
        Normalizer.normalize(address.replace("ß", "ss"), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    Matcher m = UNIT.matcher(text);
    String unit = "";
    if (m.find()) {
      unit = " #" + m.group(1);
      text = text.substring(0, m.start()) + " , " + text.substring(m.end());
    }
    String postcode = null;
    for (Pattern form : List.of(BRITISH, CANADIAN)) {
      m = form.matcher(text);
      if (m.find()) {
        postcode = m.group(1) + m.group(2);
        text = text.substring(0, m.start()) + " " + text.substring(m.end());
        break;
      }
    }
    if (postcode == null) {
      int start = -1;
      int end = -1;
      for (m = NUMERIC.matcher(text); m.find(); ) {
        if (m.start() > 0) { // the first thing of an address is a house number, if a number at all
          postcode = m.group(1);
          start = m.start();
          end = m.end();
        }
      }
      if (postcode == null) {
        return null;
      }
      text = text.substring(0, start) + " " + text.substring(end);
    }
    List<String> words = new ArrayList<>();
    for (String word : NOT_A_WORD.split(text, -1)) {
      if (!word.isEmpty() && !DIRECTIONS.contains(word)) {
        words.add(word);
      }
    }
    for (int i = 0; i < words.size(); i++) {
      if (HOUSE.matcher(words.get(i)).matches()) {
        String street = i + 1 < words.size() && i == 0 ? words.get(i + 1) : null;
        if (street == null && i > 0) {
          street = words.get(i - 1);
        }
        if (street == null || street.chars().noneMatch(Character::isLetter)) {
          return null;
        }
        for (Map.Entry<String, String> e : WORDS.entrySet()) {
          street = street.endsWith(e.getKey()) ? street.replace(e.getKey(), e.getValue()) : street;
        }
        return words.get(i) + " " + street + " " + postcode + unit;
      }
    }
    return null;
  }
}
