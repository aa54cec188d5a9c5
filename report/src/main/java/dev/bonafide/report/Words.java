package dev.bonafide.report;

import dev.bonafide.model.Cause;
import dev.bonafide.model.Weight;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, dates and names as a reader sees them, the same in every locale. */
public final class Words {
  private static final String MINUS = "\u2212";
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private Words() {}

  /** 1,234,567. */
  public static String count(long number) {
    StringBuilder text = new StringBuilder(Long.toString(number));
    for (int i = text.length() - 3; i > (number < 0 ? 1 : 0); i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** "1 person", "2 people". */
  public static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** Decibans of a score, whole, with a sign. */
  public static String score(long millinats) {
    return signed(Math.round(millinats / Weight.DECIBAN));
  }

  public static String score(double decibans) {
    return signed(Math.round(decibans));
  }

  private static String signed(long number) {
    return number < 0 ? MINUS + count(-number) : number > 0 ? "+" + count(number) : "0";
  }

  /** Tenths of a deciban with a sign. */
  public static String tenths(long tenths) {
    long size = Math.abs(tenths);
    String sign = tenths < 0 ? MINUS : tenths > 0 ? "+" : "";
    return sign + count(size / 10) + "." + size % 10;
  }

  /** Whole millinats with a sign. */
  public static String millinats(long millinats) {
    return signed(millinats);
  }

  /** "2 Nov 2026" of a UTC epoch day. */
  public static String day(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    return date.getDayOfMonth() + " " + month(date) + " " + date.getYear();
  }

  /** "Mon 2 Nov" of a UTC epoch day. */
  public static String weekday(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    String name = date.getDayOfWeek().name();
    return name.charAt(0)
        + name.substring(1, 3).toLowerCase(Locale.ROOT)
        + " "
        + date.getDayOfMonth()
        + " "
        + month(date);
  }

  private static String month(LocalDate date) {
    return MONTHS.get(date.getMonthValue() - 1);
  }

  /** "2 Nov 2026, 09:12 UTC" of an instant in text; the text itself when it is none. */
  public static String instant(@Nullable String text) {
    Instant instant = parsed(text);
    if (instant == null) {
      return text == null ? "" : text;
    }
    LocalDateTime at = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    return day(at.toLocalDate().toEpochDay()) + ", " + clock(at) + " UTC";
  }

  /** "2 Nov 09:12 to 5 Nov 2026, 17:30 UTC". */
  public static String span(@Nullable String from, @Nullable String to) {
    Instant first = parsed(from);
    Instant last = parsed(to);
    if (first == null || last == null || first.equals(last)) {
      return instant(to == null ? from : to);
    }
    LocalDateTime a = LocalDateTime.ofInstant(first, ZoneOffset.UTC);
    LocalDateTime b = LocalDateTime.ofInstant(last, ZoneOffset.UTC);
    if (a.toLocalDate().equals(b.toLocalDate())) {
      return day(b.toLocalDate().toEpochDay()) + ", " + clock(a) + " to " + clock(b) + " UTC";
    }
    return a.getDayOfMonth()
        + " "
        + month(a.toLocalDate())
        + (a.getYear() == b.getYear() ? "" : " " + a.getYear())
        + " "
        + clock(a)
        + " to "
        + day(b.toLocalDate().toEpochDay())
        + ", "
        + clock(b)
        + " UTC";
  }

  public static @Nullable Instant parsed(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException notAnInstant) {
      return null;
    }
  }

  private static String clock(LocalDateTime at) {
    return clock(at.getHour() * 60 + at.getMinute());
  }

  /** "09:30" of a minute of the day. */
  public static String clock(int minute) {
    return two(minute / 60) + ":" + two(minute % 60);
  }

  public static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  /** An indicator's slug as a title: "Marathon activity". */
  public static String title(String slug) {
    return capital(slug.replace('-', ' '));
  }

  public static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** The text up to its first semicolon or full stop; the whole stands elsewhere on the page. */
  static String firstClause(String text) {
    int semicolon = text.indexOf("; ");
    int stop = text.indexOf(". ");
    int end = semicolon < 0 ? stop : stop < 0 ? semicolon : Math.min(semicolon, stop);
    return end < 0 ? text : text.substring(0, end);
  }

  /** A cause's words by its slug; the slug itself when it is none of ours. */
  public static String cause(@Nullable String slug) {
    for (Cause cause : Cause.values()) {
      if (cause.slug().equals(slug)) {
        return cause.title();
      }
    }
    return slug == null ? "" : slug;
  }

  /** "110 h", "45 min". */
  public static String hours(long millis) {
    long minutes = millis / 60_000;
    return minutes < 120 ? minutes + " min" : count(minutes / 60) + " h";
  }

  /** "a, b and c". */
  public static String list(List<String> words) {
    return switch (words.size()) {
      case 0 -> "";
      case 1 -> words.getFirst();
      default -> String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    };
  }
}
