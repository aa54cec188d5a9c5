package dev.bonafide.sources.hr;

import dev.bonafide.sources.Times;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A declared place of work, perhaps for some days only: {@code Berlin, DE (2025-01-01 to
 * 2025-06-30); Lisbon, PT}, {@code Remote - Lisbon (PT) since 1 July 2025}.
 *
 * @param country as written; null when the cell names none
 * @param fromDay first UTC epoch day, {@link Long#MIN_VALUE} when open
 * @param toDay last day, {@link Long#MAX_VALUE} when open
 */
record WorkPlace(@Nullable String city, @Nullable String country, long fromDay, long toDay) {
  private static final Pattern BETWEEN = Pattern.compile("\\s*[;|\\n]\\s*|\\s+(?:then|→|->)\\s+");
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{1,2}\\.? [A-Za-z]{3,9}\\.?,? \\d{4}|[A-Za-z]{3,9}\\.? \\d{1,2},? \\d{4}");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^)\\]]*)[)\\]]");

  /** Words around dates, and words for a place that is none. */
  private static final Pattern NO_PLACE =
      Pattern.compile(
          "(?i)\\b(from|since|until|till|through|to|between|and|valid|as of|starting|ending|now|present|today|remote|remotely|working|home ?office|home|office|hq|headquarters|on-?site|hybrid|wfh|anywhere|based|in)\\b");

  /** All places of a cell; none for words that name no place, such as "remote". */
  static List<WorkPlace> parse(String cell) {
    List<WorkPlace> places = new ArrayList<>();
    for (String part : BETWEEN.split(cell)) {
      WorkPlace place = one(part);
      if (place != null) {
        places.add(place);
      }
    }
    return List.copyOf(places);
  }

  private static @Nullable WorkPlace one(String text) {
    List<LocalDate> dates = new ArrayList<>();
    Times times = new Times(ZoneOffset.UTC, false);
    Matcher date = DATE.matcher(text);
    while (date.find()) {
      LocalDate day = times.day(date.group());
      if (day != null) {
        dates.add(day);
      }
    }
    String words = text.toLowerCase(Locale.ROOT);
    boolean until =
        words.matches("(?s).*\\b(until|till|through|to|ending)\\b.*")
            && !words.matches("(?s).*\\b(from|since|starting|as of|now|present)\\b.*");
    String name = name(text);
    long from =
        dates.isEmpty() || (dates.size() == 1 && until)
            ? Long.MIN_VALUE
            : dates.getFirst().toEpochDay();
    long to =
        dates.size() > 1
            ? dates.get(1).toEpochDay()
            : dates.size() == 1 && until ? dates.getFirst().toEpochDay() : Long.MAX_VALUE;
    if (name.isEmpty() || to < from) {
      return null;
    }
    String[] parts = name.split(", ");
    String last = parts[parts.length - 1];
    if (parts.length > 1) {
      return new WorkPlace(parts[0], last, from, to);
    }
    boolean code = last.length() == 2 && last.equals(last.toUpperCase(Locale.ROOT));
    return new WorkPlace(code ? null : last, code ? last : null, from, to);
  }

  /** What is left without dates and the words around them. */
  private static String name(String text) {
    String left = DATE.matcher(text).replaceAll(" ");
    Matcher brackets = BRACKETS.matcher(left);
    StringBuilder out = new StringBuilder();
    while (brackets.find()) {
      // "(PT)" says where; "( to )" is what remains of dates.
      String inside = plain(brackets.group(1));
      brackets.appendReplacement(out, Matcher.quoteReplacement(", " + inside));
    }
    brackets.appendTail(out);
    return plain(out.toString());
  }

  private static String plain(String text) {
    return NO_PLACE
        .matcher(text)
        .replaceAll(" ")
        .replaceAll("[\\s–-]+(?=[,)]|$)|(?<=^|,)[\\s–:-]+", " ")
        .replaceAll("\\s+", " ")
        .replaceAll("\\s*,[\\s,]*", ", ")
        .replaceAll("^[\\s,:–-]+|[\\s,:–.-]+$", "");
  }
}
