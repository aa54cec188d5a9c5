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
import org.jspecify.annotations.Nullable;

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
   * @param probable the weight when so many bins are reached only with acts that probably needed a
   *     hand; null when these do not count
   * @param moreBins joint bins from which it weighs more
   * @param moreDays days from which it weighs more
   */
  record Terms(
      String object,
      int bins,
      int days,
      int moreBins,
      int moreDays,
      Episode.@Nullable Weighed probable,
      Episode.Weighed weight,
      Episode.Weighed more,
      String words) {}

  /** Joint bins of one day and the acts that made them. */
  private static final class DayBins {
    final long[] sure = Bits.empty();
    final long[] all = Bits.empty();
    final List<Act> acts = new ArrayList<>();
  }

  private final TreeMap<Integer, DayBins> days = new TreeMap<>();

  /**
   * Adds joint bins of a day, with the acts of both sides in them.
   *
   * @param sure bins in which both sides surely needed a hand
   * @param all these and the bins in which they probably did
   */
  void add(int day, long[] sure, long[] all, List<Act> acts) {
    DayBins on = days.computeIfAbsent(day, d -> new DayBins());
    for (int word = 0; word < Bits.WORDS; word++) {
      on.sure[word] |= sure[word];
      on.all[word] |= all[word];
    }
    on.acts.addAll(acts);
  }

  /** Tells the episodes and their revisions. */
  void tell(View view, Days range, Terms terms, List<Evidence> evidence) {
    Episode episode = null;
    int level = 0;
    int revised = 0;
    int before = Integer.MIN_VALUE / 2;
    for (int day : days.keySet()) {
      if (day - before >= WINDOW) {
        episode = null;
        level = 0;
      }
      before = day;
      Map<Integer, DayBins> window = days.subMap(day - WINDOW + 1, true, day, true);
      int now = Math.max(level, level(window, terms));
      if (now == 0) {
        continue;
      }
      if (episode == null) {
        episode = new Episode(ConcurrentUse.CARD, view.person(), terms.object, day);
      }
      if (now != level || day - revised >= WEEK) {
        level = now;
        revised = day;
        if (range.contains(day)) {
          evidence.add(revision(view, episode, day, window, terms, level));
        }
      }
    }
  }

  /** 0 nothing, 1 probable, 2 a finding, 3 more. */
  private static int level(Map<Integer, DayBins> window, Terms terms) {
    int sure = 0;
    int sureDays = 0;
    int all = 0;
    for (DayBins on : window.values()) {
      int bins = Bits.count(on.sure);
      sure += bins;
      sureDays += bins > 0 ? 1 : 0;
      all += Bits.count(on.all);
    }
    if (sure >= terms.bins && sureDays >= terms.days) {
      return sure >= terms.moreBins && sureDays >= terms.moreDays ? 3 : 2;
    }
    return terms.probable != null && all >= terms.bins && window.size() >= terms.days ? 1 : 0;
  }

  private static Evidence revision(
      View view, Episode episode, int day, Map<Integer, DayBins> window, Terms terms, int level) {
    List<Act> acts = new ArrayList<>();
    int bins = 0;
    for (DayBins on : window.values()) {
      acts.addAll(on.acts);
      bins += Bits.count(on.all);
    }
    acts.sort(Act.ORDER);
    int first = window.keySet().iterator().next();
    List<Citation> cited = ConcurrentUse.ends(acts);
    long from = acts.getFirst().at();
    long to = acts.getLast().at();
    boolean clean = view.activeDays(first - WINDOW, first - 1) >= CLEAN_DAYS;
    return episode.revision(
        day,
        0,
        from,
        to,
        level == 1 && terms.probable != null
            ? terms.probable
            : level == 3 ? terms.more : terms.weight,
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
