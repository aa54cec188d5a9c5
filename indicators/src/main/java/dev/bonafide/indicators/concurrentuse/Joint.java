package dev.bonafide.indicators.concurrentuse;

import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.logbook.Bits;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Five-minute bins that two computers share, day by day, and the episodes that follow from them: an
 * episode begins on the day with which the last 28 days hold enough of them, and ends when they
 * hold none.
 */
final class Joint {
  private static final int WINDOW = 28;
  private static final int WEEK = 7;

  /**
   * Days of ordinary work before the first joint bin after which a take-over is the first thought.
   */
  private static final int CLEAN_DAYS = 20;

  /**
   * What counts and what it weighs.
   *
   * @param bins fewest joint bins for a finding
   * @param days fewest days with a joint bin
   * @param moreBins joint bins from which it weighs more
   * @param moreDays days from which it weighs more
   */
  record Terms(
      String object,
      int bins,
      int days,
      int moreBins,
      int moreDays,
      Episode.Weighed weight,
      Episode.Weighed more,
      String words) {}

  /** Joint bins of one day and the acts that made them. */
  private static final class DayBins {
    final long[] bits = Bits.empty();
    final List<Act> acts = new ArrayList<>();
  }

  private final TreeMap<Integer, DayBins> days = new TreeMap<>();

  /** Adds joint bins of a day, with the acts of both sides in them. */
  void add(int day, long[] bins, List<Act> acts) {
    DayBins on = days.computeIfAbsent(day, d -> new DayBins());
    long[] both = Bits.or(on.bits, bins);
    System.arraycopy(both, 0, on.bits, 0, both.length);
    on.acts.addAll(acts);
  }

  boolean isEmpty() {
    return days.isEmpty();
  }

  /** Tells the episodes and their revisions. */
  void tell(View view, Days range, Terms terms, List<Evidence> evidence) {
    Episode episode = null;
    boolean more = false;
    int revised = 0;
    int lastJoint = Integer.MIN_VALUE;
    for (Map.Entry<Integer, DayBins> entry : days.entrySet()) {
      int day = entry.getKey();
      if (episode != null && day - lastJoint >= WINDOW) {
        episode = null;
        more = false;
      }
      lastJoint = day;
      Map<Integer, DayBins> window = days.subMap(day - WINDOW + 1, true, day, true);
      int bins = 0;
      for (DayBins on : window.values()) {
        bins += Bits.count(on.bits);
      }
      if (episode == null) {
        if (bins < terms.bins || window.size() < terms.days) {
          continue;
        }
        episode = new Episode(ConcurrentUse.CARD, view.person(), terms.object, day);
        revised = Integer.MIN_VALUE / 2;
      }
      boolean nowMore = more || (bins >= terms.moreBins && window.size() >= terms.moreDays);
      if (nowMore != more || day - revised >= WEEK) {
        more = nowMore;
        revised = day;
        if (range.contains(day)) {
          evidence.add(revision(view, episode, day, window, bins, terms, more));
        }
      }
    }
  }

  private static Evidence revision(
      View view,
      Episode episode,
      int day,
      Map<Integer, DayBins> window,
      int bins,
      Terms terms,
      boolean more) {
    List<Act> acts = new ArrayList<>();
    for (DayBins on : window.values()) {
      acts.addAll(on.acts);
    }
    acts.sort(Act.ORDER);
    int first = window.keySet().iterator().next();
    List<Citation> cited = new ArrayList<>();
    for (Act act : acts.subList(0, Math.min(3, acts.size()))) {
      cited.add(act.cite());
    }
    for (Act act : acts.subList(Math.max(0, acts.size() - 3), acts.size())) {
      cited.add(act.cite());
    }
    long from = acts.getFirst().at();
    long to = acts.getLast().at();
    boolean clean = view.activeDays(first - WINDOW, first - 1) >= CLEAN_DAYS;
    return episode.revision(
        day,
        0,
        from,
        to,
        more ? terms.more : terms.weight,
        clean ? Direction.POSSIBLE_VICTIM : Direction.SUBJECT,
        terms.words
            + " in "
            + Words.count(bins, "five-minute interval")
            + " on "
            + Words.count(window.size(), "day")
            + ", from "
            + Words.time(from)
            + " to "
            + Words.time(to)
            + ".",
        cited);
  }
}
