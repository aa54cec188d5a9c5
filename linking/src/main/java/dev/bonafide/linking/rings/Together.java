package dev.bonafide.linking.rings;

import dev.bonafide.linking.rings.Sort.Mechanism;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether the computers of two start and lose the network together (detection.md 1.11): one hand
 * that switches a shelf on, one plug that feeds it.
 */
public final class Together {
  /** Two starts within so many seconds are one. */
  private static final int START = 120;

  /** Two losses within so many seconds are one. */
  private static final int FALL = 5;

  /** How often chance may not do it before it counts. */
  private static final int STARTS = 4;

  private static final int FALLS = 2;

  /** So many others who lose the network too: an outage of a provider, or of the company. */
  private static final int OUTAGE = 2;

  /** Share of starts that are together where one hand makes them. Judgement. */
  private static final double ONE_HAND = 0.5;

  private static final int MOST = 4_000;
  private static final double LN2 = 0.6931471805599453;

  /** Seconds of a working day in which tunnels end. */
  private static final double WORKING = 8 * 3600.0;

  private final NavigableMap<Long, Set<String>> fallen = new TreeMap<>();
  private final Map<String, Traces> traces;

  public Together(Map<String, Traces> traces) {
    this.traces = Map.copyOf(traces);
    traces.forEach(
        (id, of) ->
            of.falls().forEach(at -> fallen.computeIfAbsent(at, a -> new TreeSet<>()).add(id)));
  }

  /**
   * A line on two whose computers start together more often than the habits of each explain: how
   * near the start of one day is to the other's start of another day says what is habit, so that
   * nine sharp every morning is nothing. Null when there is nothing to say.
   */
  public Tie.@Nullable Line starts(String left, String right) {
    SortedMap<Integer, Integer> a = traces.getOrDefault(left, Traces.NONE).starts();
    SortedMap<Integer, Integer> b = traces.getOrDefault(right, Traces.NONE).starts();
    int both = 0;
    int met = 0;
    long habit = 0;
    long other = 0;
    for (Map.Entry<Integer, Integer> one : a.entrySet()) {
      for (Map.Entry<Integer, Integer> two : b.entrySet()) {
        boolean near = Math.abs(one.getValue() - two.getValue()) <= START;
        if (one.getKey().equals(two.getKey())) {
          both++;
          met += near ? 1 : 0;
        } else {
          other++;
          habit += near ? 1 : 0;
        }
      }
    }
    if (met < STARTS) {
      return null;
    }
    double chance = (habit + 1.0) / (other + 2.0);
    if (chance >= ONE_HAND) {
      return null;
    }
    double nats =
        met * StrictMath.log(ONE_HAND / chance)
            + (both - met) * StrictMath.log((1 - ONE_HAND) / (1 - chance));
    int millibits = (int) Math.min(MOST, Math.round(nats / LN2 * 1000));
    return millibits <= 0
        ? null
        : new Tie.Line(
            Sort.Level.RING,
            Mechanism.STARTS,
            "starts",
            "",
            2,
            millibits,
            String.format(
                Locale.ROOT,
                "on %d of %d days they began within two minutes of each other; their habits explain"
                    + " %.1f",
                met,
                both,
                chance * both));
  }

  /**
   * A line on two who lose the network within seconds, when hardly anybody else does: what they
   * stand on is one place. Null when there is nothing to say.
   *
   * @param same those who stand where the two do, whose losses are no outage of others
   */
  public Tie.@Nullable Line falls(String left, String right, Set<String> same) {
    List<Long> a = traces.getOrDefault(left, Traces.NONE).falls();
    List<Long> b = traces.getOrDefault(right, Traces.NONE).falls();
    if (a.size() < FALLS || b.size() < FALLS) {
      return null;
    }
    Set<Long> days = new TreeSet<>();
    Set<Long> met = new TreeSet<>();
    a.forEach(at -> days.add(at / 86_400));
    b.forEach(at -> days.add(at / 86_400));
    for (long at : a) {
      Set<String> others = new TreeSet<>();
      boolean both = false;
      for (Set<String> ids : fallen.subMap(at - FALL, true, at + FALL, true).values()) {
        others.addAll(ids);
        both |= ids.contains(right);
      }
      others.remove(left);
      others.remove(right);
      others.removeAll(same);
      if (both && others.size() < OUTAGE) {
        met.add(at / 86_400);
      }
    }
    if (met.size() < FALLS) {
      return null;
    }
    double chance = a.size() * (double) b.size() * (2 * FALL + 1) / (days.size() * WORKING);
    double nats =
        met.size() * StrictMath.log(met.size() / chance)
            - met.size()
            + Math.min(chance, met.size());
    int millibits = (int) Math.min(MOST, Math.round(nats / LN2 * 1000));
    return millibits <= 0
        ? null
        : new Tie.Line(
            Sort.Level.RING,
            Mechanism.DESK,
            "falls",
            "",
            2,
            millibits,
            String.format(
                Locale.ROOT,
                "on %d days they lost the network within five seconds of each other, and hardly"
                    + " anybody else did; chance gives %.2f",
                met.size(),
                chance));
  }
}
