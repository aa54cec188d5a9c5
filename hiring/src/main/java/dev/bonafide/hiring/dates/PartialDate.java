package dev.bonafide.hiring.dates;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * A date as far as it was written: a year, a month or a day.
 *
 * @param month 1 to 12, 0 when only the year was written
 * @param day 1 to 31, 0 when only the month was written
 */
public record PartialDate(int year, int month, int day) {

  public PartialDate {
    if (day != 0 && month == 0) {
      throw new IllegalArgumentException("a day without a month");
    }
    LocalDate.of(year, Math.max(month, 1), Math.max(day, 1)); // throws for 31 June
  }

  public static PartialDate ofYear(int year) {
    return new PartialDate(year, 0, 0);
  }

  public static PartialDate ofMonth(int year, int month) {
    return new PartialDate(year, month, 0);
  }

  /** The date of an epoch day. */
  public static PartialDate ofDay(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /** The first epoch day that it may mean. */
  public long earliest() {
    return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1)).toEpochDay();
  }

  /** The last epoch day that it may mean: a year is its 31 December. */
  public long latest() {
    if (month == 0) {
      return LocalDate.of(year, 12, 31).toEpochDay();
    }
    return day == 0
        ? YearMonth.of(year, month).atEndOfMonth().toEpochDay()
        : LocalDate.of(year, month, day).toEpochDay();
  }

  /** As a person reads it: "2014", "June 2014", "6 June 2014". */
  public String text() {
    String months =
        month == 0 ? "" : Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " ";
    return (day == 0 ? "" : day + " ") + months + year;
  }
}
