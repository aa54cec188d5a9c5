package dev.bonafide.linking.fields;

import dev.bonafide.linking.text.Distance;
import dev.bonafide.model.Hash;
import java.util.List;

/**
 * Days, as eight digits {@code yyyymmdd}; impossible ones (month 13) are kept as digits, because a
 * typo makes them.
 */
final class Dates implements Comparison<Dates.Day> {
  private static final List<String> LEVELS =
      List.of(
          "same",
          "day and month swapped or one digit",
          "within a week",
          "two of three parts",
          "within 45 days",
          "within a year",
          "different");
  private static final List<Double> EXPECTED = List.of(0.86, 0.06, 0.01, 0.03, 0.01, 0.01, 0.02);
  private static final List<KeyKind> KINDS =
      List.of(
          new KeyKind("same", true, false),
          new KeyKind("year", false, true),
          new KeyKind("month and day", false, true),
          new KeyKind("fortnight", false, true));

  /**
   * A day: its digits and its number since 1970, {@link Calendar#NONE} when there is no such day.
   */
  @SuppressWarnings("ArrayRecordComponent") // read millions of times
  record Day(char[] digits, int number) {}

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public List<Double> expected() {
    return EXPECTED;
  }

  @Override
  public Day prepare(String normal) {
    return new Day(normal.toCharArray(), Calendar.epochDay(normal));
  }

  @Override
  public int level(Day a, Day b) {
    char[] x = a.digits;
    char[] y = b.digits;
    boolean year = same(x, y, 0, 4);
    boolean swapped = x[4] == y[6] && x[5] == y[7] && x[6] == y[4] && x[7] == y[5];
    if ((year && swapped) || Distance.within(x, y, 1)) {
      return 1;
    }
    boolean real = a.number != Calendar.NONE && b.number != Calendar.NONE;
    int apart = real ? Math.abs(a.number - b.number) : Integer.MAX_VALUE;
    if (apart <= 7) {
      return 2;
    }
    boolean month = same(x, y, 4, 6);
    boolean day = same(x, y, 6, 8);
    if (year ? month || day : month && day) {
      return 3;
    }
    if (apart <= 45) {
      return 4;
    }
    return year || apart <= 366 ? 5 : 6;
  }

  private static boolean same(char[] a, char[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (a[i] != b[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<KeyKind> kinds() {
    return KINDS;
  }

  @Override
  public long[] keys(int kind, Day value) {
    String date = new String(value.digits);
    return switch (kind) {
      case 0 -> Names.key(date);
      case 1 -> Names.key(date.substring(0, 4));
      case 2 -> {
        // In the order of size, so that swapped days and months meet.
        String month = date.substring(4, 6);
        String day = date.substring(6);
        yield Names.key(month.compareTo(day) < 0 ? month + day : day + month);
      }
      default -> {
        // Fortnights twice, a week apart: days within a week meet in one of them.
        if (value.number == Calendar.NONE) {
          yield Names.NO_KEY;
        }
        yield new long[] {
          Hash.combine(1, Math.floorDiv(value.number, 14)),
          Hash.combine(2, Math.floorDiv(value.number + 7, 14))
        };
      }
    };
  }
}
