package dev.bonafide.simulator.vendor;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Times in UTC as vendors write them, always with all their digits. */
final class Stamp {
  private static final long DAY = 86_400_000L;

  private Stamp() {}

  /** {@code 2026-10-20T07:05:09.041Z}. */
  static String milli(long epochMilli) {
    return text(epochMilli, 'T', 3, Math.floorMod(epochMilli, 1_000L), true);
  }

  /** {@code 2026-10-20T07:05:09Z}. */
  static String second(long epochMilli) {
    return text(epochMilli, 'T', 0, 0, true);
  }

  /** {@code 2026-10-20 07:05:09}. */
  static String bare(long epochMilli) {
    return text(epochMilli, ' ', 0, 0, false);
  }

  /**
   * A hundred nanoseconds, as Windows counts: {@code 2026-10-20T07:05:09.0412345Z}.
   *
   * @param rest 0 to 9,999: what is below the millisecond
   */
  static String ticks(long epochMilli, long rest) {
    return text(epochMilli, 'T', 7, Math.floorMod(epochMilli, 1_000L) * 10_000 + rest, true);
  }

  private static String text(long milli, char between, int digits, long fraction, boolean zulu) {
    byte[] out = new byte[19 + (digits > 0 ? digits + 1 : 0) + (zulu ? 1 : 0)];
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(milli, DAY));
    int second = (int) (Math.floorMod(milli, DAY) / 1_000);
    number(out, 0, 4, date.getYear());
    out[4] = '-';
    number(out, 5, 2, date.getMonthValue());
    out[7] = '-';
    number(out, 8, 2, date.getDayOfMonth());
    out[10] = (byte) between;
    number(out, 11, 2, second / 3_600);
    out[13] = ':';
    number(out, 14, 2, second / 60 % 60);
    out[16] = ':';
    number(out, 17, 2, second % 60);
    if (digits > 0) {
      out[19] = '.';
      number(out, 20, digits, fraction);
    }
    if (zulu) {
      out[out.length - 1] = 'Z';
    }
    return new String(out, StandardCharsets.ISO_8859_1);
  }

  private static void number(byte[] out, int at, int digits, long value) {
    long left = value;
    for (int i = at + digits - 1; i >= at; i--) {
      out[i] = (byte) ('0' + left % 10);
      left /= 10;
    }
  }
}
