package dev.bonafide.indicators.concurrentuse;

import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Earth;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Facet;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change of place faster than an airliner (detection.md 1.9), between two computers on fixed
 * lines. There and back within twelve hours is two ways out, not travel; one computer at both ends
 * is a wrong place of an address, not travel.
 */
final class Leap {
  private static final int BLUR_KM = 2 * Earth.BLUR_KM;
  private static final int FAR_KM = 500;
  private static final int FASTEST_KMH = 900;

  /** Nothing on earth is further than this at that speed. */
  private static final long LONGEST_SECONDS = 23 * 3600L;

  private static final long THERE_AND_BACK = 12 * 3600L;
  private static final int HOURS_AHEAD = 12;
  private static final int WINDOW = 28;

  /** A second computer leaps no more than the first. */
  private static final Map<Explanation, Integer> SHARES =
      Map.of(Explanation.SECOND_DEVICE, 800, Explanation.DEVICE_REPLACED, 700);

  /** Judgement: one leap may be a wrong place of an address; three on two days seldom are. */
  private static final Episode.Weighed ONCE = new Episode.Weighed(800, 600, SHARES);

  private static final Episode.Weighed OFTEN = new Episode.Weighed(1800, 800, SHARES);

  /** An act with the place it came from. */
  private record Seen(Act act, Network network) {}

  private record Jump(Seen from, Seen to) {
    int day() {
      return to.act.on().day();
    }
  }

  private Leap() {}

  static void tell(View view, Days range, List<Evidence> evidence) {
    if (!anyFar(view)) {
      return;
    }
    List<Jump> jumps = jumps(view, seen(view));
    Episode episode = null;
    boolean often = false;
    for (int j = 0; j < jumps.size(); j++) {
      Jump jump = jumps.get(j);
      if (episode != null && jump.day() - jumps.get(j - 1).day() >= WINDOW) {
        episode = null;
        often = false;
      }
      List<Jump> window = new ArrayList<>();
      TreeSet<Integer> days = new TreeSet<>();
      for (Jump before : jumps.subList(0, j + 1)) {
        if (before.day() > jump.day() - WINDOW) {
          window.add(before);
          days.add(before.day());
        }
      }
      if (episode == null) {
        episode = new Episode(ConcurrentUse.CARD, view.person(), "leap", jump.day());
      }
      boolean nowOften = often || (window.size() >= 3 && days.size() >= 2);
      boolean lastOfDay = j + 1 == jumps.size() || jumps.get(j + 1).day() != jump.day();
      if (lastOfDay && range.contains(jump.day())) {
        evidence.add(revision(episode, window, jump, nowOften));
      }
      often = nowOften;
    }
  }

  private static Evidence revision(Episode episode, List<Jump> window, Jump last, boolean often) {
    Seen from = last.from;
    Seen to = last.to;
    long km = Math.round((Earth.km(from.network, to.network) - BLUR_KM) / 100) * 100;
    List<Citation> cited = new ArrayList<>();
    for (Jump jump : List.of(window.getFirst(), last)) {
      cited.add(jump.from.act.cite());
      cited.add(jump.to.act.cite());
    }
    return episode.revision(
        last.day(),
        HOURS_AHEAD,
        window.getFirst().from.act.at(),
        to.act.at(),
        often ? OFTEN : ONCE,
        Direction.SUBJECT,
        "Work went on from one computer at "
            + Words.time(from.act.at())
            + " and from another at "
            + Words.time(to.act.at())
            + ", at least "
            + km
            + " kilometres away and "
            + Words.span(Math.max(60, to.act.at() - from.act.at()))
            + " later; "
            + Words.count(window.size(), "such change")
            + " within 28 days.",
        cited);
  }

  private static boolean anyFar(View view) {
    Set<Network> networks = new LinkedHashSet<>();
    for (Use address : view.addresses()) {
      for (int i = 0; i < address.size(); i++) {
        Network network = address.network(i);
        if (network != null && eligible(network)) {
          networks.add(network);
        }
      }
    }
    List<Network> places = List.copyOf(networks);
    for (int a = 0; a < places.size(); a++) {
      for (int b = a + 1; b < places.size(); b++) {
        if (Earth.km(places.get(a), places.get(b)) - BLUR_KM > FAR_KM) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean eligible(Network network) {
    return network.placed() && network.egressClass() == EgressClass.HOME;
  }

  private static List<Seen> seen(View view) {
    List<Seen> seen = new ArrayList<>();
    for (AccountDay on : view.days()) {
      for (int i = 0; i < on.size(); i++) {
        if (on.human(i)) {
          Network network = view.network(on, i);
          if (network != null
              && eligible(network)
              && !view.handheld(on.page().id(i, Facet.FINGERPRINT))) {
            seen.add(new Seen(new Act(on, i), network));
          }
        }
      }
    }
    seen.sort((a, b) -> Act.ORDER.compare(a.act, b.act));
    return seen;
  }

  private static List<Jump> jumps(View view, List<Seen> seen) {
    List<Jump> jumps = new ArrayList<>();
    for (int i = 1; i < seen.size(); i++) {
      Seen from = seen.get(i - 1);
      Seen to = seen.get(i);
      if (tooFast(from, to)
          && apart(view, from.act, to.act)
          && Apart.differ(view, from.act, to.act)
          && !back(seen, i)) {
        jumps.add(new Jump(from, to));
      }
    }
    return jumps;
  }

  /** Whether everything that records say of the two lines keeps them apart. */
  private static boolean apart(View view, Act from, Act to) {
    Use one = view.address(view.line(from.on(), from.i()));
    Use other = view.address(view.line(to.on(), to.i()));
    return one != null
        && other != null
        && one.id() != other.id()
        && view.surelyKm(one, one.indexOf(from.on().day()), other, other.indexOf(to.on().day()))
            > 0;
  }

  private static boolean tooFast(Seen from, Seen to) {
    long seconds = to.act.at() - from.act.at();
    if (seconds > LONGEST_SECONDS) {
      return false;
    }
    double km = Earth.km(from.network, to.network) - BLUR_KM;
    return km > FAR_KM && km * 3600 / Math.max(60, seconds) > FASTEST_KMH;
  }

  /** Whether the first place was seen again within twelve hours, or the second before. */
  private static boolean back(List<Seen> seen, int i) {
    Seen from = seen.get(i - 1);
    Seen to = seen.get(i);
    for (int j = i + 1; j < seen.size(); j++) {
      if (seen.get(j).act.at() > to.act.at() + THERE_AND_BACK) {
        break;
      }
      if (near(seen.get(j), from)) {
        return true;
      }
    }
    for (int j = i - 2; j >= 0; j--) {
      if (seen.get(j).act.at() < from.act.at() - THERE_AND_BACK) {
        break;
      }
      if (near(seen.get(j), to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean near(Seen a, Seen b) {
    return Earth.km(a.network, b.network) <= BLUR_KM;
  }
}
