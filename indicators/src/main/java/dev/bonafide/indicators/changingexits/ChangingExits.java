package dev.bonafide.indicators.changingexits;

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
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.Network;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Kind.Prior;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Work that comes from home lines of one provider today and of another tomorrow, none of which
 * comes back, as rented homes give them; or out of exits of several operators in turns. A home has
 * a line, and most people who buy a VPN buy one.
 */
@AutoService(Indicator.class)
public final class ChangingExits implements Indicator {
  private static final int WINDOW = 28;

  /** Days with such a way out: fewer are a trip. */
  private static final int DAYS = 8;

  /** Operators in turns, each on two days and more: a home and a second home are two. */
  private static final int OPERATORS = 3;

  /** Of a hundred days, those that begin somewhere else than the one before. Judgement. */
  private static final int MOVES = 40;

  /** The most that one operator may have of the days, in percent: else it is the home's. */
  private static final int HOME = 60;

  /** The least share of lines that are seen once, in percent. A café comes back. */
  private static final int ONCE = 70;

  /**
   * A residential proxy that changes is worth two nats (detection.md 1.9); a VPN sold under one
   * name may rent from several, so that weighs little. Judgement.
   */
  private static final int HOMES = 1800;

  private static final int EXITS = 700;
  private static final int SD = 500;

  private static final Card CARD =
      new Card(
          "changing-exits",
          "Another way out almost every day",
          "Over eight days and more within four weeks, work comes from fixed lines of three providers "
              + "and more in turns, hardly any of which comes back, or out of exits of three operators "
              + "and more in turns. Mobile carriers, offices and hotels are left out, and what many "
              + "colleagues use.",
          "Rented homes hide a place better than a VPN, and change with every session: the Federal "
              + "Bureau of Investigation (2025) and Google GTIG (April 2025) name residential proxies. "
              + "People move house, and sit in cafés, but not every day.",
          Card.Stage.WORK,
          Cause.NETWORK,
          false,
          Set.of(
              Kind.SIGN_IN,
              Kind.APP_SIGN_IN,
              Kind.VPN_SESSION,
              Kind.FACTOR_USED,
              Kind.MESSAGE,
              Kind.PAGE_VIEW,
              Kind.FILE_READ,
              Kind.FILE_WRITE),
          List.of(),
          27,
          0,
          45,
          Map.of(
              Explanation.TRAVELLER, 400,
              Explanation.PRIVACY_VPN, 400,
              Explanation.CO_WORKING, 600,
              Explanation.TESTER, 200,
              Explanation.TAKEN_OVER, 300),
          "Whether lines come back: as many providers, each for a week, say nothing.",
          "Ask the worker from where they work these weeks, and which VPN or proxy they use, as one "
              + "would ask anybody.",
          5,
          List.of("T1090.002", "T1090.003"));

  @Override
  public Card card() {
    return CARD;
  }

  /** The ways out of one day: operators and lines. */
  private static final class Ways {
    final TreeSet<String> operators = new TreeSet<>();
    final TreeSet<Long> lines = new TreeSet<>();
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    TreeMap<Integer, Ways> homes = new TreeMap<>();
    TreeMap<Integer, Ways> exits = new TreeMap<>();
    Set<String> providers = new HashSet<>();
    Set<String> operators = new HashSet<>();
    for (Use address : view.addresses()) {
      for (int i = 0; i < address.size(); i++) {
        Network network = address.awakeBins(i) == 0 ? null : address.network(i);
        if (network == null || network.operator().isEmpty()) {
          continue;
        }
        boolean hides = network.egressClass().hides();
        if (hides ? !view.crowded(network, address.day(i)) : home(view, address, i, network)) {
          Ways ways = (hides ? exits : homes).computeIfAbsent(address.day(i), day -> new Ways());
          ways.operators.add(network.operator());
          ways.lines.add(address.id());
          (hides ? operators : providers).add(network.operator());
        }
      }
    }
    List<Evidence> evidence = new ArrayList<>();
    if (providers.size() >= OPERATORS) {
      tell(view, range, homes, "home", evidence);
    }
    if (operators.size() >= OPERATORS) {
      tell(view, range, exits, "exit", evidence);
    }
    return new Outcome.Spoke(evidence);
  }

  private static boolean home(View view, Use address, int i, Network network) {
    return view.mayBeHome(address, i)
        && view.egressClass(network, address.day(i)) == network.egressClass();
  }

  private static void tell(
      View view,
      Days range,
      NavigableMap<Integer, Ways> days,
      String object,
      List<Evidence> evidence) {
    boolean homes = object.equals("home");
    Course course = new Course(CARD, view.person(), object, WINDOW);
    for (int day : days.keySet()) {
      NavigableMap<Integer, Ways> window = days.subMap(day - WINDOW + 1, true, day, true);
      int weight = changes(window.values(), homes) ? (homes ? HOMES : EXITS) : 0;
      Episode episode = course.step(day, weight);
      if (episode != null && range.contains(day)) {
        evidence.add(revision(view, episode, window, day, weight, homes));
      }
    }
  }

  private static boolean changes(Collection<Ways> window, boolean homes) {
    if (window.size() < DAYS) {
      return false;
    }
    TreeMap<String, Integer> operators = new TreeMap<>();
    TreeMap<Long, Integer> lines = new TreeMap<>();
    int moves = 0;
    Ways before = null;
    for (Ways ways : window) {
      ways.operators.forEach(operator -> operators.merge(operator, 1, Integer::sum));
      ways.lines.forEach(line -> lines.merge(line, 1, Integer::sum));
      moves += before != null && Collections.disjoint(before.operators, ways.operators) ? 1 : 0;
      before = ways;
    }
    long again = operators.values().stream().filter(on -> on > 1).count();
    int most = Collections.max(operators.values());
    long once = lines.values().stream().filter(on -> on == 1).count();
    return again >= OPERATORS
        && 100 * moves >= MOVES * window.size()
        && 100 * most <= HOME * window.size()
        && (!homes || 100 * once >= (long) ONCE * lines.size());
  }

  private static Evidence revision(
      View view,
      Episode episode,
      NavigableMap<Integer, Ways> window,
      int day,
      int weight,
      boolean homes) {
    Set<Long> lines = new HashSet<>();
    Set<String> operators = new HashSet<>();
    window
        .values()
        .forEach(
            ways -> {
              lines.addAll(ways.lines);
              operators.addAll(ways.operators);
            });
    Act.Which through =
        (AccountDay on, int i) -> on.who(i) != Prior.AUTOMATED && lines.contains(view.line(on, i));
    long from = window.firstKey() * 86_400L;
    long to = day * 86_400L + 86_399;
    List<Citation> cited = new ArrayList<>();
    Act first = view.first(from, to, through);
    Act last = view.last(from, to, through);
    cite(cited, first);
    cite(cited, view.first(episode.crossed() * 86_400L, to, through));
    cite(cited, view.first(day * 86_400L, to, through));
    cite(cited, last);
    return episode.revision(
        day,
        first == null ? from : first.at(),
        last == null ? to : last.at(),
        new Episode.Weighed(weight, weight == 0 ? 0 : SD),
        Direction.SUBJECT,
        weight == 0
            ? "By now the lines come back."
            : "On "
                + Words.count(window.size(), "day")
                + " within four weeks work came "
                + (homes ? "from fixed lines of " : "out of exits of ")
                + operators.size()
                + (homes ? " providers" : " operators")
                + " in turns, through "
                + Words.count(lines.size(), "line")
                + ".",
        cited);
  }

  private static void cite(List<Citation> cited, @Nullable Act act) {
    if (act != null) {
      cited.add(act.cite());
    }
  }
}
