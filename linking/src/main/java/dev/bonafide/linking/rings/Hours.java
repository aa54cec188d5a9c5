package dev.bonafide.linking.rings;

import dev.bonafide.linking.rings.Sort.Mechanism;
import dev.bonafide.logbook.Bits;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether two pairs of hands can be one: nobody types in two places at once. Counted are the hours
 * in which both were at work, and in them the five minutes in which both acted. Two bodies meet in
 * them as often as chance has it (each one's minutes turned around the hour), colleagues more
 * often; one body that goes from one computer to the other hardly ever does. Those who work in
 * shifts are never at work in the same hour, so that their hours say nothing: never at once alone
 * is no sign.
 */
public final class Hours {
  /** Meetings that chance must give before absence of them says anything. */
  private static final double ENOUGH = 10;

  /** Of the meetings of two bodies, the share that one body leaves: the minutes of its turns. */
  private static final double ONE_BODY = 0.25;

  /** The minutes of one day hang together: what is counted is worth half. Judgement. */
  private static final double HANGS_TOGETHER = 2;

  private static final int MOST = 4_000;
  private static final int LEAST = -10_000;
  private static final double LN2 = 0.6931471805599453;
  private static final int HOUR = 12;
  private static final int MASK = (1 << HOUR) - 1;

  private Hours() {}

  /**
   * A line on two who share something; null when one of them was never seen at work.
   *
   * @param left bins of acts by hand, by UTC epoch day; without acts on computers that both use, on
   *     which nobody could meet
   */
  public static Tie.@Nullable Line between(
      SortedMap<Integer, long[]> left, SortedMap<Integer, long[]> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return null;
    }
    long pairs = 0; // twelve times the meetings that chance gives
    int met = 0;
    int hours = 0;
    for (Map.Entry<Integer, long[]> day : left.entrySet()) {
      long[] other = right.get(day.getKey());
      for (int hour = 0; other != null && hour < Bits.BINS / HOUR; hour++) {
        int a = hour(day.getValue(), hour);
        int b = hour(other, hour);
        if (a != 0 && b != 0) {
          hours++;
          pairs += (long) Integer.bitCount(a) * Integer.bitCount(b);
          met += Integer.bitCount(a & b);
        }
      }
    }
    double chance = pairs / (double) HOUR;
    if (chance < ENOUGH) {
      return line(0, "they were seldom at work in the same hours, so their hours say nothing");
    }
    double nats = (met * StrictMath.log(ONE_BODY) + chance * (1 - ONE_BODY)) / HANGS_TOGETHER;
    int millibits = (int) Math.round(Math.clamp(nats / LN2 * 1000, LEAST, MOST));
    return line(
        millibits,
        String.format(
            Locale.ROOT,
            "in %d hours in which both worked they acted in the same five minutes %d times; two bodies"
                + " would %.0f times",
            hours,
            met,
            chance));
  }

  private static Tie.Line line(int millibits, String text) {
    return new Tie.Line(Sort.Level.OPERATOR, Mechanism.HOURS, "hours", "", 2, millibits, text);
  }

  private static int hour(long[] bits, int hour) {
    int from = hour * HOUR;
    long low = bits[from >>> 6] >>> (from & 63);
    int over = (from & 63) + HOUR - 64;
    long all = over > 0 ? low | bits[(from >>> 6) + 1] << (HOUR - over) : low;
    return (int) all & MASK;
  }
}
