package dev.bonafide.indicators.concurrentuse;

import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Facet;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two computers, one at a fixed line and the other behind an exit that hides its place, whose hands
 * meet in the same five minutes as often as those of two people do by chance. One body that goes
 * from one computer to the other hardly ever acts on both.
 */
final class Behind {
  private static final int WINDOW = 28;

  /** Fewest joint bins and days with one, and from where on it weighs more. */
  private static final int BINS = 6;

  private static final int DAYS = 3;
  private static final int MORE_BINS = 20;
  private static final int MORE_DAYS = 6;

  /** Bins of an hour. */
  private static final int HOUR = 12;

  /** The share of the meetings of two bodies that there must be; one body leaves a quarter. */
  private static final double TWO_BODIES = 0.6;

  /** Days of work before the first joint bin after which a take-over is the first thought. */
  private static final int CLEAN_DAYS = 20;

  /** Judgement: half of what two fixed lines far apart weigh, as nothing shows a distance. */
  private static final Map<Explanation, Integer> SHARES =
      Map.of(
          Explanation.SECOND_DEVICE, 400,
          Explanation.ALWAYS_ON, 500,
          Explanation.TRAVELLER, 600,
          Explanation.DEVICE_REPLACED, 600);

  private static final int WEIGHT = 1200;
  private static final int MORE = 1800;
  private static final int SD = 800;

  private Behind() {}

  static void tell(View view, Days range, List<Evidence> evidence) {
    if (!hides(view)) {
      return;
    }
    Map<Pair, NavigableMap<Integer, Meeting>> pairs = new TreeMap<>();
    int from = 0;
    List<AccountDay> pages = view.days();
    while (from < pages.size()) {
      int to = from;
      while (to < pages.size() && pages.get(to).day() == pages.get(from).day()) {
        to++;
      }
      compare(view, pages.subList(from, to), pairs);
      from = to;
    }
    Course course = new Course(ConcurrentUse.CARD, view.person(), "behind-an-exit", WINDOW);
    TreeMap<Integer, Best> best = new TreeMap<>();
    pairs.values().forEach(days -> grade(days, best));
    best.forEach(
        (day, of) -> {
          Episode episode = course.step(day, of.weight);
          if (episode != null && range.contains(day)) {
            evidence.add(revision(view, episode, day, of));
          }
        });
  }

  /** Whether any way out hides its place: most people have none. */
  private static boolean hides(View view) {
    for (Use address : view.addresses()) {
      for (int i = 0; i < address.size(); i++) {
        Network network = address.network(i);
        if (network != null && Boolean.TRUE.equals(hides(view, network, address.day(i)))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Two computers, the open one first. */
  private record Pair(long open, long hidden) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byOpen = Long.compare(open, other.open);
      return byOpen != 0 ? byOpen : Long.compare(hidden, other.hidden);
    }
  }

  /** What the hands of one computer did on a day. */
  private static final class Hands {
    final long[] bins = Bits.empty();
    final List<Act> acts = new ArrayList<>();

    void add(Act act) {
      int bin = Bits.bin(act.on().page().second(act.i()));
      bins[bin >>> 6] |= 1L << bin;
      acts.add(act);
    }
  }

  /**
   * A day on which both were used in the same hours.
   *
   * @param met in how many bins
   * @param chance in how many two bodies would meet by chance
   */
  private record Meeting(int met, double chance, List<Act> acts) {}

  /** The most that a pair weighs on a day. */
  private record Best(int weight, int met, double chance, int days, List<Act> acts) {}

  private static void compare(
      View view, List<AccountDay> day, Map<Pair, NavigableMap<Integer, Meeting>> pairs) {
    Map<Long, Hands> open = new HashMap<>();
    Map<Long, Hands> hidden = new HashMap<>();
    for (AccountDay on : day) {
      for (int i = 0; i < on.size(); i++) {
        Boolean hides = View.probably(on, i) ? hides(view, on, i) : null;
        long computer = hides == null ? Term.NONE : view.device(on, i);
        if (hides != null && computer != Term.NONE) {
          (hides ? hidden : open).computeIfAbsent(computer, c -> new Hands()).add(new Act(on, i));
        }
      }
    }
    open.forEach(
        (here, hands) ->
            hidden.forEach(
                (there, others) -> {
                  // One computer that changes its way out is one place; two clients that name no
                  // computer may be two browsers of one.
                  if (!open.containsKey(there)
                      && !hidden.containsKey(here)
                      && Apart.differ(view, hands.acts.getFirst(), others.acts.getFirst())) {
                    meet(new Pair(here, there), day.getFirst().day(), hands, others, pairs);
                  }
                }));
  }

  /** Whether an act came out of a network that hides its place; null when it counts on no side. */
  private static @Nullable Boolean hides(View view, AccountDay on, int i) {
    Network network = view.network(on, i);
    return (network == null || view.handheld(on.page().id(i, Facet.FINGERPRINT)))
        ? null
        : hides(view, network, on.day());
  }

  private static @Nullable Boolean hides(View view, Network network, int day) {
    return switch (network.egressClass()) {
      case HOME -> false;
      case COMMERCIAL_VPN, RESIDENTIAL_PROXY -> view.crowded(network, day) ? null : true;
      // A virtual desktop stands in a data centre, and its user at home: one pair of hands.
      case HOSTING, OFFICE, CORP_VPN, RELAY, MOBILE, UNKNOWN -> null;
    };
  }

  /**
   * Counts the bins of the hours in which both were used: how many they share, and how many two
   * bodies would share, each one's minutes turned around the hour.
   */
  private static void meet(
      Pair pair,
      int day,
      Hands here,
      Hands there,
      Map<Pair, NavigableMap<Integer, Meeting>> pairs) {
    double pairsOfBins = 0;
    for (int hour = 0; hour < Bits.BINS; hour += HOUR) {
      pairsOfBins += (double) count(here.bins, hour) * count(there.bins, hour);
    }
    if (pairsOfBins == 0) {
      return;
    }
    long[] bins = Bits.and(here.bins, there.bins);
    List<Act> acts = new ArrayList<>();
    for (Hands hands : List.of(here, there)) {
      for (Act act : hands.acts) {
        if (Bits.get(bins, Bits.bin(act.on().page().second(act.i())))) {
          acts.add(act);
        }
      }
    }
    pairs
        .computeIfAbsent(pair, p -> new TreeMap<>())
        .put(day, new Meeting(Bits.count(bins), pairsOfBins / HOUR, acts));
  }

  private static int count(long[] bins, int hour) {
    int count = 0;
    for (int bin = hour; bin < hour + HOUR; bin++) {
      count += Bits.get(bins, bin) ? 1 : 0;
    }
    return count;
  }

  private static void grade(NavigableMap<Integer, Meeting> days, Map<Integer, Best> best) {
    for (int day : days.keySet()) {
      int met = 0;
      int on = 0;
      double chance = 0;
      List<Act> acts = new ArrayList<>();
      for (Meeting meeting : days.subMap(day - WINDOW + 1, true, day, true).values()) {
        met += meeting.met;
        on += meeting.met > 0 ? 1 : 0;
        chance += meeting.chance;
        acts.addAll(meeting.acts);
      }
      if (met >= BINS && on >= DAYS && met >= TWO_BODIES * chance) {
        int weight = met >= MORE_BINS && on >= MORE_DAYS ? MORE : WEIGHT;
        best.merge(day, new Best(weight, met, chance, on, acts), (a, b) -> a.met >= b.met ? a : b);
      }
    }
  }

  private static Evidence revision(View view, Episode episode, int day, Best best) {
    List<Act> acts = new ArrayList<>(best.acts);
    acts.sort(Act.ORDER);
    List<Citation> cited = ConcurrentUse.ends(acts);
    long from = acts.getFirst().at();
    long to = acts.getLast().at();
    int first = acts.getFirst().on().day();
    boolean clean = view.activeDays(first - WINDOW, first - 1) >= CLEAN_DAYS;
    return episode.revision(
        day,
        0,
        from,
        to,
        new Episode.Weighed(best.weight, SD, SHARES),
        clean ? Direction.POSSIBLE_VICTIM : Direction.SUBJECT,
        "One computer on a fixed line and another behind an exit that hides its place were used at"
            + " the same time in "
            + Words.count(best.met, "five-minute interval")
            + " on "
            + Words.count(best.days, "day")
            + "; of two people chance would have it "
            + Math.round(best.chance)
            + " times; from "
            + Words.time(from)
            + " to "
            + Words.time(to)
            + ".",
        cited);
  }
}
