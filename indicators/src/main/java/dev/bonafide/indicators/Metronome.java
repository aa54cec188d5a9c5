package dev.bonafide.indicators;

/**
 * Tells a program from a hand by the rhythm of one stream of acts (detection.md 1.3): phase lock to
 * a period that machines use, and gaps that are all alike. Fed in the order of time; looks at the
 * {@value #WINDOW} days that end with the day asked, so that nothing that comes later changes a
 * verdict. Sums are integers: no order of adding changes them.
 */
final class Metronome {
  /** Days that count for a verdict. */
  static final int WINDOW = 28;

  /** Fewer acts than this in the window prove nothing. */
  static final int ENOUGH = 30;

  /** Periods of programs, in seconds. All divide the hour, and the hour divides the day. */
  private static final int[] PERIODS = {60, 300, 600, 900, 1800, 3600};

  private static final int HOUR = 3600;
  private static final int SCALE = 1 << 20;

  /** For each period and second of the hour: integers, so that no order of adding changes a sum. */
  private static final int[][] COS = new int[PERIODS.length][HOUR];

  private static final int[][] SIN = new int[PERIODS.length][HOUR];

  /** Rayleigh's R above which a stream is locked: p = exp(-30 * 0.36) = 2e-5 for 30 random acts. */
  private static final double LOCKED = 0.6;

  /**
   * Meetings begin at the full and the half hour and people with them: periods from here on count
   * only for acts that programs do as well, or when the lock is perfect.
   */
  private static final int CALENDAR = 900;

  private static final double PERFECT = 0.95;

  /** Share of all gaps in one power-of-two bucket above which the gaps are all alike. */
  private static final double ALIKE = 0.9;

  /** The same beside a day without night: {@link #FLAT}. */
  private static final double RATHER_ALIKE = 0.6;

  /** Gaps of 2^13 s (2.3 h) and more are days and pauses, not a period. */
  private static final int LONGEST = 13;

  /** Entropy of the hours of the day, as a share of its maximum, above which there is no night. */
  private static final double FLAT = 0.98;

  private static final int FLAT_DAYS = 5;

  static {
    for (int p = 0; p < PERIODS.length; p++) {
      for (int i = 0; i < HOUR; i++) {
        double angle = 2 * Math.PI * (i % PERIODS[p]) / PERIODS[p];
        COS[p][i] = (int) Math.round(SCALE * StrictMath.cos(angle));
        SIN[p][i] = (int) Math.round(SCALE * StrictMath.sin(angle));
      }
    }
  }

  /** Clocks that sources write, in seconds: exact ones and those that show rounded times. */
  static final int[] CLOCKS = {1, 60, 300, 3600};

  /**
   * The place in {@link #CLOCKS} of the coarsest clock that could have written a second of the day.
   */
  static int clockOf(int second) {
    return second % 60 != 0 ? 0 : second % 300 != 0 ? 1 : second % 3600 != 0 ? 2 : 3;
  }

  private final boolean humanPrior;
  private final boolean scheduled;
  private final int[] days;
  private final int[] seconds;
  private int size;

  private final long[] cos = new long[PERIODS.length];
  private final long[] sin = new long[PERIODS.length];
  private final int[] gaps = new int[18];
  private int allGaps;
  private final int[] hours = new int[24];
  private int from;
  private int to;

  /**
   * @param acts how many will be told
   * @param humanPrior the kind needs a hand: only a clear lock says otherwise
   * @param scheduled acts of a calendar (meetings), which begin at full hours by nature
   */
  Metronome(int acts, boolean humanPrior, boolean scheduled) {
    this.humanPrior = humanPrior;
    this.scheduled = scheduled;
    days = new int[acts];
    seconds = new int[acts];
  }

  /** Tells the next act. */
  void tell(int day, int second) {
    days[size] = day;
    seconds[size++] = second;
  }

  /**
   * Whether a program causes the stream, as of the close of a day. Days are asked in rising order.
   *
   * @param sampled the day's page is sampled: gaps say nothing then
   * @param clock seconds of the source's clock: 1 when it is exact
   */
  boolean automated(int day, boolean sampled, int clock) {
    while (to < size && days[to] <= day) {
      count(to++, 1);
    }
    while (from < to && days[from] <= day - WINDOW) {
      count(from++, -1);
    }
    int n = to - from;
    if (n < ENOUGH) {
      return false;
    }
    return locked(n, clock) || (!sampled && alike());
  }

  private boolean locked(int n, int clock) {
    for (int p = 0; p < PERIODS.length; p++) {
      int period = PERIODS[p];
      // A clock that shows whole minutes is in phase with the minute whoever acts.
      if (clock > 1 && period <= clock) {
        continue;
      }
      // What is in phase with the full hour is in phase with every part of it.
      if (scheduled && period > 60) {
        continue;
      }
      boolean calendar = period >= CALENDAR;
      double r = StrictMath.sqrt((double) cos[p] * cos[p] + (double) sin[p] * sin[p]) / SCALE / n;
      if (r > (calendar && humanPrior ? PERFECT : LOCKED)) {
        return true;
      }
    }
    return false;
  }

  private boolean alike() {
    if (allGaps < ENOUGH) {
      return false;
    }
    int most = 0;
    for (int bucket = 0; bucket < LONGEST; bucket++) {
      most = Math.max(most, gaps[bucket]);
    }
    double share = (double) most / allGaps;
    return share > ALIKE || (share > RATHER_ALIKE && flat());
  }

  /** Whether the hours of the day are used alike, over five days with a weekend day among them. */
  private boolean flat() {
    int active = 0;
    boolean weekend = false;
    for (int i = from, last = Integer.MIN_VALUE; i < to; i++) {
      if (days[i] != last) {
        last = days[i];
        active++;
        int weekday = Math.floorMod(last + 3, 7); // 1970-01-01 was a Thursday; Monday is 0
        weekend |= weekday >= 5;
      }
    }
    if (active < FLAT_DAYS || !weekend) {
      return false;
    }
    int n = to - from;
    double entropy = 0;
    for (int count : hours) {
      if (count > 0) {
        double share = (double) count / n;
        entropy -= share * StrictMath.log(share);
      }
    }
    return entropy / StrictMath.log(24) > FLAT;
  }

  private void count(int i, int sign) {
    int second = seconds[i];
    int ofHour = second % HOUR;
    for (int p = 0; p < PERIODS.length; p++) {
      cos[p] += (long) sign * COS[p][ofHour];
      sin[p] += (long) sign * SIN[p][ofHour];
    }
    hours[second / HOUR] += sign;
    if (i > 0) {
      long gap = (days[i] - days[i - 1]) * 86_400L + second - seconds[i - 1];
      if (gap < 86_400) {
        gaps[gap == 0 ? 0 : 63 - Long.numberOfLeadingZeros(gap)] += sign;
        allGaps += sign;
      }
    }
  }
}
