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
 * 2025-06-30); Lisbon, PT}.
 *
 * @param fromDay first UTC epoch day, {@link Long#MIN_VALUE} when open
 * @param toDay last day, {@link Long#MAX_VALUE} when open
 */
record WorkPlace(@Nullable String city, @Nullable String country, long fromDay, long toDay) {
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{1,2} [A-Za-z]{3,9} \\d{4}|[A-Za-z]{3,9} \\d{1,2},? \\d{4}");
  private static final Pattern NO_PLACE =
      Pattern.compile(
          "(?i).*\\b(remote|home|hybrid|on-?site|anywhere|office|hq|headquarters)\\b.*");

  /** All places of a cell; none for words that name no place, such as "remote". */
  static List<WorkPlace> parse(String cell) {
    List<WorkPlace> places = new ArrayList<>();
    for (String part : cell.split("[;|\\n]|\\bthen\\b", -1)) {
      WorkPlace place = one(part.strip());
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
    int firstDate = text.length();
    while (date.find()) {
      LocalDate day = times.day(date.group());
      if (day != null) {
        dates.add(day);
        firstDate = Math.min(firstDate, date.start());
      }
    }
    String name =
        text.substring(0, firstDate)
            .replaceAll("(?i)[\\s,:(\\[]*(from|since|until|till|to|between|as of)?[\\s:(\\[]*$", "")
            .strip();
    String words = text.toLowerCase(Locale.ROOT);
    boolean until = words.matches("(?s).*\\b(until|till)\\b.*");
    if (name.isEmpty() || NO_PLACE.matcher(name).matches()) {
      return null;
    }
    int comma = name.lastIndexOf(',');
    String city = comma < 0 ? name : name.substring(0, comma).strip();
    String country = comma < 0 ? null : name.substring(comma + 1).strip();
    long from =
        dates.isEmpty() || (dates.size() == 1 && until)
            ? Long.MIN_VALUE
            : dates.getFirst().toEpochDay();
    long to =
        dates.size() > 1
            ? dates.get(1).toEpochDay()
            : dates.size() == 1 && until ? dates.getFirst().toEpochDay() : Long.MAX_VALUE;
    return to < from
        ? null
        : new WorkPlace(city, country == null || country.isEmpty() ? null : country, from, to);
  }
}
