package dev.bonafide.engine;

import dev.bonafide.logbook.Page;
import dev.bonafide.logbook.Pages;

/**
 * Tells accounts of programs by their phase: a scheduler acts at the same second of each minute,
 * quarter or hour; people don't. Measured by the length R of the mean vector of all acts on a clock
 * of that period (Rayleigh; Mardia and Jupp, Directional Statistics, 2000, 2.3.1): near 1 for a
 * scheduler, near 0 for people.
 */
final class Machines {
  /** Periods of schedulers, in seconds. */
  private static final int[] PERIODS = {60, 300, 600, 900, 1800, 3600};

  /** No honest rhythm reaches this over {@link #LEAST_ACTS} acts. */
  private static final double LEAST_R = 0.95;

  private static final int LEAST_ACTS = 200;
  private static final int LEAST_DAYS = 3;

  /** Per period the cosine and sine of each of its seconds. */
  private static final double[][][] CLOCKS = clocks();

  private Machines() {}

  private static double[][][] clocks() {
    double[][][] clocks = new double[PERIODS.length][][];
    for (int p = 0; p < PERIODS.length; p++) {
      clocks[p] = new double[2][PERIODS[p]];
      for (int second = 0; second < PERIODS[p]; second++) {
        double angle = 2 * Math.PI * second / PERIODS[p];
        clocks[p][0][second] = StrictMath.cos(angle);
        clocks[p][1][second] = StrictMath.sin(angle);
      }
    }
    return clocks;
  }

  /** Whether all that the account does, it does by the clock. */
  static boolean isMachine(Pages pages, long account) {
    int[] days = pages.days(account);
    if (days.length < LEAST_DAYS) {
      return false;
    }
    double[][] sums = new double[PERIODS.length][2];
    int acts = 0;
    for (int day : days) {
      byte[] bytes = pages.bytes(account, day);
      if (bytes != null) {
        Page page = Page.of(bytes);
        acts += page.size();
        for (int i = 0; i < page.size(); i++) {
          int second = page.second(i);
          for (int p = 0; p < PERIODS.length; p++) {
            sums[p][0] += CLOCKS[p][0][second % PERIODS[p]];
            sums[p][1] += CLOCKS[p][1][second % PERIODS[p]];
          }
        }
      }
    }
    if (acts < LEAST_ACTS) {
      return false;
    }
    for (double[] sum : sums) {
      if (StrictMath.sqrt(sum[0] * sum[0] + sum[1] * sum[1]) >= LEAST_R * acts) {
        return true;
      }
    }
    return false;
  }
}
