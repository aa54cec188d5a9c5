package dev.bonafide.sources;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the forms in which vendors write times: ISO 8601 with and without zone and with any number
 * of decimals, epoch seconds to nanoseconds, Windows and .NET ticks, compact digits, RFC 1123,
 * Apache, C and American forms. A text that is no time gives {@link #NONE}, as do the zero dates of
 * years 1, 1601 and 1970 that mean "never".
 *
 * <p>Not thread-safe: it remembers the day it met last.
 */
public final class Times {
  /** No time. */
  public static final long NONE = Long.MIN_VALUE;

  private static final long DAY = 86_400_000L;

  /** Abbreviations that name one offset in practice; ambiguous ones are read as their commonest. */
  private static final Map<String, ZoneId> ABBREVIATIONS =
      Map.ofEntries(
          Map.entry("z", ZoneOffset.UTC),
          Map.entry("utc", ZoneOffset.UTC),
          Map.entry("gmt", ZoneOffset.UTC),
          Map.entry("zulu", ZoneOffset.UTC),
          Map.entry("wet", ZoneOffset.UTC),
          Map.entry("west", ZoneOffset.ofHours(1)),
          Map.entry("bst", ZoneOffset.ofHours(1)),
          Map.entry("cet", ZoneOffset.ofHours(1)),
          Map.entry("cest", ZoneOffset.ofHours(2)),
          Map.entry("eet", ZoneOffset.ofHours(2)),
          Map.entry("eest", ZoneOffset.ofHours(3)),
          Map.entry("msk", ZoneOffset.ofHours(3)),
          Map.entry("ist", ZoneOffset.ofHoursMinutes(5, 30)),
          Map.entry("sgt", ZoneOffset.ofHours(8)),
          Map.entry("hkt", ZoneOffset.ofHours(8)),
          Map.entry("jst", ZoneOffset.ofHours(9)),
          Map.entry("kst", ZoneOffset.ofHours(9)),
          Map.entry("aest", ZoneOffset.ofHours(10)),
          Map.entry("aedt", ZoneOffset.ofHours(11)),
          Map.entry("nzst", ZoneOffset.ofHours(12)),
          Map.entry("nzdt", ZoneOffset.ofHours(13)),
          Map.entry("est", ZoneOffset.ofHours(-5)),
          Map.entry("edt", ZoneOffset.ofHours(-4)),
          Map.entry("cst", ZoneOffset.ofHours(-6)),
          Map.entry("cdt", ZoneOffset.ofHours(-5)),
          Map.entry("mst", ZoneOffset.ofHours(-7)),
          Map.entry("mdt", ZoneOffset.ofHours(-6)),
          Map.entry("pst", ZoneOffset.ofHours(-8)),
          Map.entry("pdt", ZoneOffset.ofHours(-7)),
          Map.entry("brt", ZoneOffset.ofHours(-3)),
          Map.entry("et", ZoneId.of("America/New_York")),
          Map.entry("ct", ZoneId.of("America/Chicago")),
          Map.entry("mt", ZoneId.of("America/Denver")),
          Map.entry("pt", ZoneId.of("America/Los_Angeles")));

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String WEEKDAYS = "montuewedthufrisatsun";

  private final ZoneId bare;
  private final boolean dayFirst;
  private long lastDate = -1;
  private long lastDateMilli;

  /**
   * @param bare the zone of times that name none
   * @param dayFirst 03/04/2025 is the third of April; a number above 12 settles it by itself
   */
  public Times(ZoneId bare, boolean dayFirst) {
    this.bare = bare;
    this.dayFirst = dayFirst;
  }

  /** Milliseconds since 1970, UTC, or {@link #NONE}. */
  public long parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return parse(bytes, 0, bytes.length);
  }

  /** The day as written, without regard to any zone behind it; null when the text has none. */
  public @Nullable LocalDate day(String text) {
    return new Form(text).day();
  }

  /** The zone of an abbreviation or an IANA name; null when it is none. */
  public static @Nullable ZoneId zone(String text) {
    String trimmed = text.strip();
    ZoneId known = ABBREVIATIONS.get(trimmed.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    try {
      return trimmed.indexOf('/') > 0 || trimmed.matches("(?i)(utc|gmt)?[+-]\\d.*")
          ? ZoneId.of(trimmed.replace(' ', '_'))
          : null;
    } catch (DateTimeException none) {
      return null;
    }
  }

  long parse(byte[] bytes, int from, int to) {
    long milli = iso(bytes, from, to);
    return milli != Long.MAX_VALUE
        ? milli
        : new Form(new String(bytes, from, to - from, StandardCharsets.UTF_8)).milli();
  }

  /** {@code 2025-01-15T09:30:45[.123...]Z}, with a blank for the T; MAX_VALUE for anything else. */
  private long iso(byte[] b, int from, int to) {
    if (to - from < 19
        || b[from + 4] != '-'
        || b[from + 13] != ':'
        || b[from + 16] != ':'
        || (b[from + 10] != 'T' && b[from + 10] != ' ')) {
      return Long.MAX_VALUE;
    }
    int hour = two(b, from + 11);
    int minute = two(b, from + 14);
    int second = two(b, from + 17);
    if ((hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
      return Long.MAX_VALUE;
    }
    int at = from + 19;
    int milli = 0;
    if (at < to && b[at] == '.') {
      int digits = 0;
      for (at++; at < to && b[at] >= '0' && b[at] <= '9'; at++, digits++) {
        if (digits < 3) {
          milli = milli * 10 + b[at] - '0';
        }
      }
      if (digits == 0 || digits > 12) {
        return Long.MAX_VALUE;
      }
      for (; digits < 3; digits++) {
        milli *= 10;
      }
    }
    boolean utc = at == to - 1 && b[at] == 'Z';
    if (!utc && (at != to || !bare.equals(ZoneOffset.UTC))) {
      return Long.MAX_VALUE;
    }
    long day = dayMilli(b, from);
    return day == Long.MAX_VALUE
        ? day
        : day + hour * 3_600_000L + minute * 60_000L + second * 1000L + milli;
  }

  private long dayMilli(byte[] b, int from) {
    int year = two(b, from) * 100 + two(b, from + 2);
    int month = two(b, from + 5);
    int day = two(b, from + 8);
    if (b[from + 7] != '-' || year < 1971 || month < 1 || month > 12 || day < 1 || day > 31) {
      return Long.MAX_VALUE;
    }
    long date = year * 10_000L + month * 100L + day;
    if (date != lastDate) {
      if (day > 28 && day > LocalDate.of(year, month, 1).lengthOfMonth()) {
        return Long.MAX_VALUE;
      }
      lastDateMilli = LocalDate.of(year, month, day).toEpochDay() * DAY;
      lastDate = date;
    }
    return lastDateMilli;
  }

  /** Two digits, or a negative number. */
  private static int two(byte[] b, int at) {
    int tens = b[at] - '0';
    int ones = b[at + 1] - '0';
    return (tens | ones | 9 - tens | 9 - ones) < 0 ? -10_000 : tens * 10 + ones;
  }

  /** A text taken apart into numbers, words and marks. */
  private final class Form {
    private static final int NUMBER = 0;
    private static final int WORD = 1;
    private static final int MARK = 2;

    private record Part(int sort, String text, boolean spaceBefore) {
      boolean mark(char c) {
        return sort == MARK && text.charAt(0) == c;
      }
    }

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private int year = -1;
    private int month = -1;
    private int day = -1;
    private int secondOfDay = -1;
    private long nanos;
    private @Nullable ZoneId zone;

    Form(String raw) {
      this.text = raw.replace('\u00A0', ' ').replace('\u202F', ' ').strip();
    }

    @Nullable LocalDate day() {
      try {
        if (isNumeric()) {
          long milli = number();
          return milli == NONE ? null : LocalDate.ofEpochDay(Math.floorDiv(milli, DAY));
        }
        return split() && takeTime() && takeDate() ? date() : null;
      } catch (DateTimeException | ArithmeticException | NumberFormatException none) {
        return null;
      }
    }

    long milli() {
      try {
        if (isNumeric()) {
          return number();
        }
        if (text.startsWith("/Date(") && text.endsWith(")/")) {
          return new Form(text.substring(6, text.length() - 2)).milli();
        }
        if (!split() || !takeTime() || !takeDate()) {
          return NONE;
        }
        LocalDate date = date();
        if (date == null) {
          return NONE;
        }
        int second = Math.max(secondOfDay, 0);
        LocalDateTime local =
            date.plusDays(second / 86_400).atStartOfDay().plusSeconds(second % 86_400);
        ZoneId where = zone == null ? bare : zone;
        return local.atZone(where).toInstant().toEpochMilli() + nanos / 1_000_000;
      } catch (DateTimeException | ArithmeticException | NumberFormatException none) {
        return NONE;
      }
    }

    private @Nullable LocalDate date() {
      return year < 1971 || year > 2200 ? null : LocalDate.of(year, month, day);
    }

    private boolean isNumeric() {
      boolean digit = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        digit |= c >= '0' && c <= '9';
        boolean exponent = (c == 'e' || c == 'E') && i > 0 && i < text.length() - 1;
        if ((c < '0' || c > '9') && c != '.' && !exponent && !(c == '+' && i > 0)) {
          return false;
        }
      }
      return digit && text.indexOf('.') == text.lastIndexOf('.');
    }

    /** A bare number, by its size. */
    private long number() {
      int dot = text.indexOf('.');
      String whole = dot < 0 ? text : text.substring(0, dot);
      boolean plain = whole.chars().allMatch(c -> c >= '0' && c <= '9');
      if (plain && whole.length() == 14 && whole.charAt(0) <= '2' && compact(whole, dot)) {
        return milli(LocalDate.of(year, month, day));
      }
      if (plain && whole.length() == 8 && dot < 0 && compact(whole, dot)) {
        return milli(LocalDate.of(year, month, day));
      }
      java.math.BigDecimal value = new java.math.BigDecimal(text);
      if (value.precision() - value.scale() > 20) {
        return NONE;
      }
      double size = value.doubleValue();
      if (size < 1) {
        return NONE;
      }
      if (size >= 20_000 && size < 80_000) {
        // A spreadsheet's day number: days since 1899-12-30.
        LocalDateTime cell =
            LocalDateTime.of(1899, 12, 30, 0, 0).plusSeconds(StrictMath.round(size * 86_400));
        return cell.atZone(bare).toInstant().toEpochMilli();
      }
      if (size < 31_536_000) {
        return NONE;
      }
      int shift = size < 1e11 ? 3 : size < 1e14 ? 0 : size < 1e17 ? -3 : -6;
      long milli = value.movePointRight(shift).longValue();
      if (size >= 1.1e17 && size < 1.8e17) {
        // 100 ns since 1601 (Windows).
        milli = value.movePointLeft(4).longValue() - 11_644_473_600_000L;
      } else if (size >= 6.2e17 && size < 6.7e17) {
        // 100 ns since year 1 (.NET).
        milli = value.movePointLeft(4).longValue() - 62_135_596_800_000L;
      }
      return milli > 7_258_118_400_000L ? NONE : milli;
    }

    private long milli(LocalDate date) {
      return date.atStartOfDay(bare).toInstant().toEpochMilli() == 0
          ? NONE
          : date.atStartOfDay()
                  .plusSeconds(Math.max(secondOfDay, 0))
                  .atZone(bare)
                  .toInstant()
                  .toEpochMilli()
              + nanos / 1_000_000;
    }

    /** {@code yyyyMMdd} or {@code yyyyMMddHHmmss[.fff]}. */
    private boolean compact(String digits, int dot) {
      year = Integer.parseInt(digits.substring(0, 4));
      month = Integer.parseInt(digits.substring(4, 6));
      day = Integer.parseInt(digits.substring(6, 8));
      if (year < 1971 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) {
        return false;
      }
      if (digits.length() == 14) {
        int hour = Integer.parseInt(digits.substring(8, 10));
        int minute = Integer.parseInt(digits.substring(10, 12));
        int second = Integer.parseInt(digits.substring(12, 14));
        if (hour > 23 || minute > 59 || second > 60) {
          return false;
        }
        secondOfDay = hour * 3600 + minute * 60 + second;
        nanos = dot < 0 ? 0 : fraction(text.substring(dot + 1));
      }
      return true;
    }

    private static long fraction(String digits) {
      return Long.parseLong((digits + "000000000").substring(0, 9));
    }

    private boolean split() {
      if (text.isEmpty() || text.length() > 96) {
        return false;
      }
      int at = 0;
      boolean space = false;
      while (at < text.length()) {
        char c = text.charAt(at);
        int end = at + 1;
        if (c == ' ' || c == '\t') {
          space = true;
          at = end;
          continue;
        }
        if (c >= '0' && c <= '9') {
          while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
          }
          parts.add(new Part(NUMBER, text.substring(at, end), space));
        } else if (Character.isLetter(c)) {
          while (end < text.length()
              && (Character.isLetter(text.charAt(end))
                  || ((text.charAt(end) == '/' || text.charAt(end) == '_') && end - at > 3))) {
            end++;
          }
          word(text.substring(at, end), space);
        } else {
          parts.add(new Part(MARK, String.valueOf(c), space));
        }
        space = false;
        at = end;
      }
      return true;
    }

    /** Words keep their case only for zone names; the T of ISO is a mark of its own. */
    private void word(String word, boolean space) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean afterNumber = !parts.isEmpty() && parts.getLast().sort == NUMBER && !space;
      if (lower.equals("t") && afterNumber) {
        return;
      }
      if (afterNumber
          && (lower.equals("st")
              || lower.equals("nd")
              || lower.equals("rd")
              || lower.equals("th"))) {
        return;
      }
      parts.add(new Part(WORD, word, space));
    }

    /** Takes {@code h:mm[:ss[.fff]] [AM|PM] [zone]} out of the parts. */
    private boolean takeTime() {
      int at = -1;
      for (int i = 0; i + 2 < parts.size(); i++) {
        if (parts.get(i).sort == NUMBER
            && parts.get(i).text.length() <= 2
            && parts.get(i + 1).mark(':')
            && parts.get(i + 2).sort == NUMBER) {
          at = i;
          break;
        }
      }
      if (at < 0) {
        return takeIsoBasicTime();
      }
      // 15/Jan/2025:09:30:45 has a colon before the hour.
      int begin = at > 0 && parts.get(at - 1).mark(':') ? at - 1 : at;
      int hour = Integer.parseInt(parts.get(at).text);
      int minute = Integer.parseInt(parts.get(at + 2).text);
      int second = 0;
      int end = at + 3;
      if (isNumberAfter(end, ':')) {
        second = Integer.parseInt(parts.get(end + 1).text);
        end += 2;
        if (isNumberAfter(end, '.') || isNumberAfter(end, ',') || isNumberAfter(end, ':')) {
          nanos = fraction(parts.get(end + 1).text);
          end += 2;
        }
      }
      if (end < parts.size() && isHalf(end)) {
        boolean afternoon = Character.toLowerCase(parts.get(end).text.charAt(0)) == 'p';
        if (hour < 1 || hour > 12) {
          return false;
        }
        hour = hour % 12 + (afternoon ? 12 : 0);
        end++;
        while (end < parts.size()
            && (parts.get(end).mark('.') || parts.get(end).text.equalsIgnoreCase("m"))) {
          end++;
        }
      }
      if (minute > 59 || second > 60 || hour > 24 || (hour == 24 && minute + second > 0)) {
        return false;
      }
      secondOfDay = hour * 3600 + minute * 60 + second;
      end = takeZone(end);
      parts.subList(begin, end).clear();
      return true;
    }

    /** {@code 20250115T093045Z}: the T was dropped, two numbers remain side by side. */
    private boolean takeIsoBasicTime() {
      if (parts.size() < 2
          || parts.get(0).text.length() != 8
          || parts.get(1).sort != NUMBER
          || parts.get(1).spaceBefore
          || (parts.get(1).text.length() != 6 && parts.get(1).text.length() != 4)) {
        return true;
      }
      String digits = parts.get(1).text;
      secondOfDay =
          Integer.parseInt(digits.substring(0, 2)) * 3600
              + Integer.parseInt(digits.substring(2, 4)) * 60
              + (digits.length() == 6 ? Integer.parseInt(digits.substring(4, 6)) : 0);
      int end = 2;
      if (isNumberAfter(end, '.')) {
        nanos = fraction(parts.get(end + 1).text);
        end += 2;
      }
      end = takeZone(end);
      parts.subList(1, end).clear();
      return secondOfDay < 86_400;
    }

    private boolean isNumberAfter(int at, char mark) {
      return at + 1 < parts.size()
          && parts.get(at).mark(mark)
          && parts.get(at + 1).sort == NUMBER
          && !parts.get(at + 1).spaceBefore;
    }

    private boolean isHalf(int at) {
      String word = parts.get(at).text.toLowerCase(Locale.ROOT);
      return word.equals("am") || word.equals("pm") || word.equals("a") || word.equals("p");
    }

    private int takeZone(int from) {
      int at = from;
      while (at < parts.size() && (parts.get(at).mark('(') || parts.get(at).mark('['))) {
        at++;
      }
      if (at < parts.size() && parts.get(at).sort == WORD) {
        ZoneId named = Times.zone(parts.get(at).text);
        if (named != null) {
          zone = named;
          at++;
        } else if (!isMonth(parts.get(at).text) && !isWeekday(parts.get(at).text)) {
          throw new DateTimeException("unknown zone");
        } else {
          return from;
        }
      }
      // "GMT+02:00" as well as "+0200"; a lone minus before a number is an offset only here.
      if (at + 1 < parts.size()
          && (parts.get(at).mark('+') || parts.get(at).mark('-') || parts.get(at).mark('\u2212'))
          && parts.get(at + 1).sort == NUMBER) {
        String digits = parts.get(at + 1).text;
        int sign = parts.get(at).mark('+') ? 1 : -1;
        int end = at + 2;
        int hours;
        int minutes = 0;
        if (digits.length() >= 3) {
          hours = Integer.parseInt(digits.substring(0, digits.length() - 2));
          minutes = Integer.parseInt(digits.substring(digits.length() - 2));
        } else {
          hours = Integer.parseInt(digits);
          if (isNumberAfter(end, ':')) {
            minutes = Integer.parseInt(parts.get(end + 1).text);
            end += 2;
          }
        }
        zone = ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        at = end;
      }
      // What is left in brackets says the same again, or nothing: "(Coordinated Universal Time)".
      while (at < parts.size()
          && (parts.get(at).mark(')')
              || parts.get(at).mark(']')
              || parts.get(at).mark('(')
              || parts.get(at).mark('[')
              || (parts.get(at).sort == WORD
                  && !isMonth(parts.get(at).text)
                  && !isWeekday(parts.get(at).text)))) {
        if (parts.get(at).sort == WORD && zone == null) {
          throw new DateTimeException("unknown zone");
        }
        at++;
      }
      return at;
    }

    private boolean takeDate() {
      List<String> numbers = new ArrayList<>();
      int wordAt = -1;
      char mark = ' ';
      for (Part part : parts) {
        switch (part.sort) {
          case NUMBER -> numbers.add(part.text);
          case WORD -> {
            if (isMonth(part.text) && month < 0) {
              month = MONTHS.indexOf(part.text.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
              wordAt = numbers.size();
            } else if (!isWeekday(part.text)
                && !part.text.equalsIgnoreCase("at")
                && !part.text.equalsIgnoreCase("of")) {
              return false;
            }
          }
          default -> {
            char c = part.text.charAt(0);
            if (c == '/' || c == '-' || c == '.') {
              mark = mark == ' ' ? c : mark;
            } else if (c != ',' && c != '@') {
              return false;
            }
          }
        }
      }
      if (month > 0) {
        return numbers.size() == 2 && withMonthName(numbers, wordAt);
      }
      if (numbers.size() == 1 && numbers.getFirst().length() == 8) {
        return compact(numbers.getFirst(), -1);
      }
      return numbers.size() == 3 && ordered(numbers, mark);
    }

    private boolean withMonthName(List<String> numbers, int wordAt) {
      boolean yearFirst = numbers.get(0).length() == 4;
      boolean dayLast = yearFirst || (wordAt == 2 && numbers.get(1).length() < 4);
      year = year(numbers.get(yearFirst ? 0 : 1));
      day = Integer.parseInt(numbers.get(yearFirst ? 1 : 0));
      return year > 0 && (yearFirst || !dayLast || numbers.get(1).length() >= 2);
    }

    private boolean ordered(List<String> numbers, char mark) {
      int first = Integer.parseInt(numbers.get(0));
      int second = Integer.parseInt(numbers.get(1));
      if (numbers.get(0).length() == 4) {
        year = first;
        month = second;
        day = Integer.parseInt(numbers.get(2));
        return true;
      }
      year = year(numbers.get(2));
      boolean dayBefore = mark == '.' || first > 12 || (dayFirst && second <= 12);
      month = dayBefore ? second : first;
      day = dayBefore ? first : second;
      return year > 0;
    }

    private static int year(String digits) {
      int number = Integer.parseInt(digits);
      return digits.length() == 4
          ? number
          : digits.length() == 2 ? number + (number < 70 ? 2000 : 1900) : -1;
    }

    private static boolean isMonth(String word) {
      return word.length() >= 3 && starts(MONTHS, word);
    }

    private static boolean isWeekday(String word) {
      return word.length() >= 3 && starts(WEEKDAYS, word);
    }

    private static boolean starts(String names, String word) {
      int at = names.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT));
      return at >= 0 && at % 3 == 0;
    }
  }
}
