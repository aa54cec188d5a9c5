package dev.bonafide.engine;

import dev.bonafide.logbook.Page;
import dev.bonafide.logbook.Pages;

/**
 * Tells accounts of programs by their phase: a scheduler acts at the same second of each minute,
 * quarter or hour; people don't. Measured by the length R of the mean vector of all acts on a clock
 * of that period (Rayleigh; Mardia and Jupp, Directional Statistics, 2000, 2.3.1): near 1 for a
 * scheduler, near 0 for people.
 *
 * <p>Acts are summed in whole numbers, so that a host may keep the sums of an account and add and
 * take away pages in any order.
 */
public final class Machines {
  /** How many numbers {@link #phases} gives. */
  public static final int PHASES = 13;

  /** Periods of schedulers, in seconds. */
  private static final int[] PERIODS = {60, 300, 600, 900, 1800, 3600};

  /** No honest rhythm reaches this over {@link #LEAST_ACTS} acts. */
  private static final double LEAST_R = 0.95;

  private static final int LEAST_ACTS = 200;
  private static final int LEAST_DAYS = 3;

  /** The length of one act's vector. */
  private static final double ONE = 1 << 30;

  /** Per period the cosine and sine of each of its seconds. */
  private static final long[][][] CLOCKS = clocks();

  private Machines() {}

  private static long[][][] clocks() {
    long[][][] clocks = new long[PERIODS.length][][];
    for (int p = 0; p < PERIODS.length; p++) {
      clocks[p] = new long[2][PERIODS[p]];
      for (int second = 0; second < PERIODS[p]; second++) {
        double angle = 2 * Math.PI * second / PERIODS[p];
        clocks[p][0][second] = Math.round(StrictMath.cos(angle) * ONE);
        clocks[p][1][second] = Math.round(StrictMath.sin(angle) * ONE);
      }
    }
    return clocks;
  }

  /** How many acts a page has, and their sums on each clock. Those of an account are the sums. */
  public static long[] phases(Page page) {
    long[] phases = new long[PHASES];
    phases[0] = page.size();
    for (int i = 0; i < page.size(); i++) {
      int second = page.second(i);
      for (int p = 0; p < PERIODS.length; p++) {
        phases[2 * p + 1] += CLOCKS[p][0][second % PERIODS[p]];
        phases[2 * p + 2] += CLOCKS[p][1][second % PERIODS[p]];
      }
    }
    return phases;
  }

  /**
   * Whether all that the account does, it does by the clock.
   *
   * @param days on how many days it has pages
   * @param phases the sums over its pages
   */
  public static boolean isMachine(int days, long[] phases) {
    if (days < LEAST_DAYS || phases[0] < LEAST_ACTS) {
      return false;
    }
    for (int p = 0; p < PERIODS.length; p++) {
      double x = phases[2 * p + 1] / ONE;
      double y = phases[2 * p + 2] / ONE;
      if (StrictMath.sqrt(x * x + y * y) >= LEAST_R * phases[0]) {
        return true;
      }
    }
    return false;
  }

  static boolean isMachine(Pages pages, long account) {
    int[] days = pages.days(account);
    if (days.length < LEAST_DAYS) {
      return false;
    }
    long[] sums = new long[PHASES];
    for (int day : days) {
      byte[] bytes = pages.bytes(account, day);
      if (bytes != null) {
        long[] phases = phases(Page.of(bytes));
        for (int i = 0; i < PHASES; i++) {
          sums[i] += phases[i];
        }
      }
    }
    return isMachine(days.length, sums);
  }
}
