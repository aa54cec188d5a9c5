package dev.bonafide.linking.fields;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the ways in which tables write a day. */
final class Calendar {
  /** Stands for digits that are no day. */
  static final int NONE = Integer.MIN_VALUE;

  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12));

  private Calendar() {}

  /**
   * A text as {@code yyyymmdd}, or null when it is no date. The month and day need not exist, but
   * the shape must be that of a date.
   *
   * @param dayFirst how to read 03/04/1980
   */
  static @Nullable String digits(String text, boolean dayFirst) {
    int[] parts = new int[3];
    int[] lengths = new int[3];
    int count = 0;
    boolean inside = false;
    int month = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (count == 3 && (c == 'T' || (month < 0 && (c == ' ' || c == ':')))) {
        break; // the time of a timestamp
      }
      if (c >= '0' && c <= '9') {
        if (!inside) {
          if (count == 3) {
            return null;
          }
          inside = true;
          count++;
        }
        if (++lengths[count - 1] > 8) {
          return null;
        }
        parts[count - 1] = parts[count - 1] * 10 + (c - '0');
      } else if (Character.isLetter(c)) {
        int end = i;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
        String word = text.substring(i, end).toLowerCase(Locale.ROOT);
        Integer named = word.length() >= 3 ? MONTHS.get(word.substring(0, 3)) : null;
        boolean ordinal =
            word.equals("st") || word.equals("nd") || word.equals("rd") || word.equals("th");
        if (named == null ? !ordinal : month >= 0) {
          return null;
        }
        if (named != null) {
          month = named;
        }
        inside = false;
        i = end - 1;
      } else {
        inside = false;
      }
    }
    if (month >= 0) {
      if (count != 2) {
        return null;
      }
      return lengths[0] == 4
          ? join(parts[0], month, parts[1])
          : lengths[1] == 4 ? join(parts[1], month, parts[0]) : null;
    }
    if (count == 1 && lengths[0] == 8) {
      int all = parts[0];
      int year = all / 10000;
      return year >= 1000 && year <= 2999 ? join(year, all / 100 % 100, all % 100) : null;
    }
    if (count != 3) {
      return null;
    }
    if (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2) {
      return join(parts[0], parts[1], parts[2]);
    }
    if (lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 4 || lengths[2] == 2)) {
      int year = lengths[2] == 4 ? parts[2] : parts[2] + (parts[2] < 30 ? 2000 : 1900);
      return dayFirst ? join(year, parts[1], parts[0]) : join(year, parts[0], parts[1]);
    }
    return null;
  }

  /** Whether dd/mm/yyyy is told by this text: 1 day first, -1 month first, 0 it does not tell. */
  static int order(String text) {
    String[] parts = text.trim().split("[^0-9]+");
    if (parts.length < 3 || parts[0].isEmpty() || parts[0].length() > 2 || parts[1].length() > 2) {
      return 0;
    }
    int first = Integer.parseInt(parts[0]);
    int second = Integer.parseInt(parts[1]);
    return first > 12 && second <= 12 ? 1 : second > 12 && first <= 12 ? -1 : 0;
  }

  private static @Nullable String join(int year, int month, int day) {
    if (year > 9999 || month > 99 || day > 99) {
      return null;
    }
    int all = 100_000_000 + year * 10000 + month * 100 + day;
    return Integer.toString(all).substring(1);
  }

  /** Days since 1970 of eight digits, or {@link #NONE}. */
  static int epochDay(String digits) {
    int all = Integer.parseInt(digits);
    try {
      return (int) LocalDate.of(all / 10000, all / 100 % 100, all % 100).toEpochDay();
    } catch (DateTimeException impossible) {
      return NONE;
    }
  }
}
