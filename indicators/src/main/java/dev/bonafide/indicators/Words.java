package dev.bonafide.indicators;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How facts write times and numbers: the same everywhere, for people. */
public final class Words {
  private Words() {}

  /** {@code 2026-03-02 08:10Z}. */
  public static String time(long epochSecond) {
    return LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MINUTES)
            .toString()
            .replace('T', ' ')
        + "Z";
  }

  /** {@code 2026-03-02}, a UTC day. */
  public static String day(int epochDay) {
    return java.time.LocalDate.ofEpochDay(epochDay).toString();
  }

  /** {@code 4 days 3 hours}; {@code 50 minutes} below an hour. */
  public static String span(long seconds) {
    long hours = seconds / 3600;
    if (hours == 0) {
      return count(seconds / 60, "minute");
    }
    String rest = count(hours % 24, "hour");
    return hours < 24 ? rest : count(hours / 24, "day") + (hours % 24 == 0 ? "" : " " + rest);
  }

  /** {@code 1 day}, {@code 2 days}. */
  public static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
