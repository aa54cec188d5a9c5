package dev.bonafide.indicators.remotehand;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Whereabouts;
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Bits;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Kind.Prior;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The share of the work on a computer that is done through a remote session from outside the
 * company's network: the duty cycle of remote control (detection.md 1.13).
 */
@AutoService(Indicator.class)
public final class RemoteHand implements Indicator {
  private static final int WINDOW = 14;
  private static final int DAYS = 3;
  private static final int MORE_DAYS = 5;

  /** Percent of the five-minute bins of work on the computer. Help desks stay below two. */
  private static final int SHARE = 30;

  private static final int MOST = 50;

  /**
   * Judgement; detection.md 1.13 gives 2 nats for live inbound use, 4 for a duty cycle over half.
   */
  private static final int OFTEN = 2000;

  private static final int MOSTLY = 3500;
  private static final int SD = 900;

  private static final Card CARD =
      new Card(
          "remote-hand",
          "A computer that is mostly used from elsewhere",
          "On three days or more within two weeks a third or more of the work on the worker's "
              + "computer happens inside remote sessions from public addresses. Sessions from inside "
              + "the company's network, and from a line near the claimed place, do not count.",
          "A laptop that stands with a helper is worked on through remote sessions, all day; a help "
              + "desk is there for minutes. The justice department of the United States (December "
              + "2024, June 2025) describes rooms full of such laptops.",
          Card.Stage.WORK,
          Cause.REMOTE_CONTROL,
          false,
          Set.of(Kind.REMOTE_SESSION, Kind.DEVICE_LOGON_REMOTE),
          List.of(),
          13,
          0,
          60,
          Map.of(
              Explanation.IT_SUPPORT, 500,
              Explanation.ALWAYS_ON, 300,
              Explanation.TRAVELLER, 600,
              Explanation.SECOND_DEVICE, 400,
              Explanation.TAKEN_OVER, 300,
              Explanation.TESTER, 200),
          "From where: the same sessions from the company's network, or from the worker's own line "
              + "at home, say nothing.",
          "Ask IT where the remote sessions come from and who is on the other end; ask the worker "
              + "where the computer stands.",
          10,
          List.of("T1219", "T1021.001"));

  @Override
  public Card card() {
    return CARD;
  }

  /** Work on one computer on one day, in bins: in remote sessions, and all of it. */
  private static final class Day {
    final long[] remote = Bits.empty();
    final long[] all = Bits.empty();
    @Nullable Act first;
    @Nullable Act last;
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    NavigableMap<Integer, Map<Long, Day>> days = remote(view);
    if (days.isEmpty()) {
      return Outcome.fits();
    }
    Set<Long> computers = new TreeSet<>();
    days.values().forEach(on -> computers.addAll(on.keySet()));
    for (AccountDay on : view.days()) {
      for (int i = 0; i < on.size(); i++) {
        long computer = on.who(i) == Prior.AUTOMATED ? Term.NONE : view.device(on, i);
        if (computers.contains(computer)) {
          Day day =
              days.computeIfAbsent(on.day(), d -> new HashMap<>())
                  .computeIfAbsent(computer, c -> new Day());
          mark(day.all, on, i);
        }
      }
    }
    List<Evidence> evidence = new ArrayList<>();
    for (long computer : computers) {
      tell(view, range, computer, days, evidence);
    }
    return new Outcome.Spoke(evidence);
  }

  private static NavigableMap<Integer, Map<Long, Day>> remote(View view) {
    TreeMap<Integer, Map<Long, Day>> days = new TreeMap<>();
    for (AccountDay on : view.days()) {
      Set<Kind> kinds = on.page().kinds();
      if (!kinds.contains(Kind.REMOTE_SESSION) && !kinds.contains(Kind.DEVICE_LOGON_REMOTE)) {
        continue;
      }
      for (int i = 0; i < on.size(); i++) {
        Kind kind = on.page().kind(i);
        long computer =
            kind == Kind.REMOTE_SESSION || kind == Kind.DEVICE_LOGON_REMOTE
                ? view.device(on, i)
                : Term.NONE;
        if (computer != Term.NONE && fromOutside(view, on, i)) {
          Day day =
              days.computeIfAbsent(on.day(), d -> new HashMap<>())
                  .computeIfAbsent(computer, c -> new Day());
          mark(day.remote, on, i);
          Act act = new Act(on, i);
          day.first = day.first == null || Act.ORDER.compare(act, day.first) < 0 ? act : day.first;
          day.last = day.last == null || Act.ORDER.compare(act, day.last) > 0 ? act : day.last;
        }
      }
    }
    return days;
  }

  private static void mark(long[] bits, AccountDay on, int i) {
    int bin = Bits.bin(on.page().second(i));
    bits[bin >>> 6] |= 1L << bin;
  }

  /** From a public address that is neither the company's nor the worker's own near the claim. */
  private static boolean fromOutside(View view, AccountDay on, int i) {
    Use address = view.address(view.line(on, i));
    if (address == null) {
      return false;
    }
    int at = address.indexOf(on.day());
    Network network = at < 0 ? null : address.network(at);
    if (network == null) {
      return true;
    }
    EgressClass egressClass = view.egressClass(network, on.day());
    return egressClass != EgressClass.OFFICE
        && egressClass != EgressClass.CORP_VPN
        && view.whereabouts(address, at) != Whereabouts.NEAR;
  }

  private static void tell(
      View view,
      Days range,
      long computer,
      NavigableMap<Integer, Map<Long, Day>> days,
      List<Evidence> evidence) {
    Course course = new Course(CARD, view.person(), Episode.of("device", computer), 2 * WINDOW);
    for (int day : days.keySet()) {
      Act first = null;
      Act last = null;
      int remoteDays = 0;
      int remote = 0;
      int all = 0;
      for (Map<Long, Day> on : days.subMap(day - WINDOW + 1, true, day, true).values()) {
        Day of = on.get(computer);
        if (of == null) {
          continue;
        }
        all += Bits.count(Bits.or(of.all, of.remote));
        remote += Bits.count(of.remote);
        if (of.first != null) {
          remoteDays++;
          first = first == null ? of.first : first;
          last = of.last;
        }
      }
      Day today = days.getOrDefault(day, Map.of()).get(computer);
      if (first == null
          || last == null
          || today == null
          || today.first == null
          || remoteDays < DAYS
          || 100 * remote < SHARE * all) {
        continue;
      }
      int weight = remoteDays >= MORE_DAYS && 100 * remote >= MOST * all ? MOSTLY : OFTEN;
      Episode episode = course.step(day, weight);
      if (episode != null && range.contains(day)) {
        List<Citation> cited = List.of(first.cite(), today.first.cite(), last.cite());
        evidence.add(
            episode.revision(
                day,
                first.at(),
                last.at(),
                new Episode.Weighed(weight, SD),
                Direction.SUBJECT,
                "On "
                    + Words.count(remoteDays, "day")
                    + " within two weeks "
                    + 100 * remote / all
                    + " percent of the work on one computer happened inside remote sessions from"
                    + " public addresses.",
                cited));
      }
    }
  }
}
