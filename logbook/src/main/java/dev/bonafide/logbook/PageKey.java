package dev.bonafide.logbook;

import java.util.Comparator;

/**
 * Which page: one account on one UTC day.
 *
 * @param account the id of the account's term
 * @param day UTC epoch day
 */
public record PageKey(long account, int day) implements Comparable<PageKey> {
  private static final Comparator<PageKey> ORDER =
      Comparator.comparingLong(PageKey::account).thenComparingInt(PageKey::day);

  @Override
  public int compareTo(PageKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public int hashCode() {
    long mixed = (account + day) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }
}
