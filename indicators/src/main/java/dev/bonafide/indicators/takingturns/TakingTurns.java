package dev.bonafide.indicators.takingturns;

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
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Facet;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A shift on one computer, or out of one exit, and when it ends another shift on the next, day
 * after day: together more than one body works, or so regularly that the two divide the clock
 * between them (detection.md 1.7). Who has two computers goes to and fro between them; who takes
 * over from somebody begins when the other stops.
 */
@AutoService(Indicator.class)
public final class TakingTurns implements Indicator {
  private static final int WINDOW = 14;
  private static final long HOUR = 3600;

  /** A shift: an evening at the private computer is shorter. Judgement. */
  private static final long SHIFT = 5 * HOUR;

  /** The same of two who divide a day of common length. */
  private static final long HALF = 4 * HOUR;

  private static final int ACTS = 8;

  /** A pause of two hours ends a shift. */
  private static final long PAUSE = 2 * HOUR;

  /** Between the end of one shift and the begin of the next. */
  private static final long HANDOVER = 90 * 60;

  /** Both together: more than one body works, day after day. */
  private static final long TOGETHER = 12 * HOUR;

  /** Both together when they divide a day. */
  private static final long DIVIDED = 9 * HOUR;

  /** Half hours with a hand within 24 hours: fewer are a day of one body (detection.md 1.4). */
  private static final int HALF_HOURS = 23;

  private static final int DAYS = 4;
  private static final int MORE_DAYS = 8;

  /** Of the days with work, the share in percent on which two divide the clock. Judgement. */
  private static final int MOST = 70;

  /** How far from its middle the hour of the change may lie, on average. */
  private static final double SPREAD = HOUR;

  private static final long DAY = 86_400;

  /** Judgement, under the cap of 4000 for operators. */
  private static final int WEIGHT = 1500;

  private static final int MORE = 2500;

  /** A day of common length, divided: a second computer or place explains it more easily. */
  private static final int REGULAR = 1200;

  private static final int SD = 800;

  private static final Card CARD =
      new Card(
          "taking-turns",
          "Shifts on one computer after another",
          "On four days or more within two weeks, a shift of five hours on one computer, or out of one "
              + "network, is followed within an hour and a half by another on a second, both together "
              + "longer than twelve hours; or on most working days two divide a day at one hour. "
              + "Phones do not count, nor networks of which neither hides its place.",
          "The advisory of the US State Department, Treasury and FBI of 16 May 2022 describes "
              + "workers who share accounts among themselves; research on shared accounts looks for "
              + "the hour at which one hand replaces another.",
          Card.Stage.WORK,
          Cause.OPERATOR,
          false,
          Set.of(
              Kind.MESSAGE,
              Kind.DEVICE_UNLOCK,
              Kind.DEVICE_LOGON,
              Kind.SIGN_IN,
              Kind.FACTOR_USED,
              Kind.FILE_WRITE,
              Kind.PAGE_VIEW),
          List.of(),
          13,
          0,
          45,
          Map.of(
              Explanation.SECOND_DEVICE, 500,
              Explanation.PRIVACY_VPN, 700,
              Explanation.CARER, 800,
              Explanation.ON_CALL, 700,
              Explanation.ALWAYS_ON, 700,
              Explanation.PAIR_WORK, 600,
              Explanation.OVER_EMPLOYED, 700,
              Explanation.TAKEN_OVER, 300),
          "That one stops when the other begins: two computers used to and fro through the same "
              + "hours say nothing.",
          "Ask the worker which computers they use and when, and ask IT whether the second one is "
              + "known.",
          15,
          List.of("T1078"));

  @Override
  public Card card() {
    return CARD;
  }

  /** A stretch of acts on one post, long enough to be a shift. */
  private record Shift(List<Act> acts) {
    Act first() {
      return acts.getFirst();
    }

    Act last() {
      return acts.getLast();
    }

    static boolean whole(List<Act> acts) {
      return acts.size() >= ACTS && acts.getLast().at() - acts.getFirst().at() >= HALF;
    }
  }

  /**
   * One shift after another.
   *
   * @param proof the act of the second with which it was long enough
   * @param full whether both together are longer than one body works
   * @param exits whether they are told apart by the way out, not by the computer
   */
  private record Turn(Shift before, Shift after, Act proof, boolean full, boolean exits) {
    /** Second of the UTC day on which one stopped and the other had not begun. */
    long change() {
      return Math.floorMod((before.last().at() + after.first().at()) / 2, DAY);
    }
  }

  /** At which computer, or out of which exit, an act was done; NONE when it does not count. */
  private interface Post {
    long of(AccountDay on, int i);
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    TreeMap<Integer, Turn> turns = new TreeMap<>();
    turns(view, shifts(view, (on, i) -> computer(view, on, i)), null, turns);
    if (hides(view)) {
      Set<Long> hidden = new HashSet<>();
      turns(view, shifts(view, (on, i) -> exit(view, on, i, hidden)), hidden, turns);
    }
    List<Evidence> evidence = new ArrayList<>();
    Course course = new Course(CARD, view.person(), "", 2 * WINDOW);
    for (int day : turns.keySet()) {
      Map<Integer, Turn> window = turns.subMap(day - WINDOW + 1, true, day, true);
      int weight = weight(view, window.values(), day);
      if (weight == 0) {
        continue;
      }
      Episode episode = course.step(day, weight);
      if (episode != null && range.contains(day)) {
        evidence.add(revision(episode, window, day, weight));
      }
    }
    return new Outcome.Spoke(evidence);
  }

  /** Whether enough days have a way out that hides its place. */
  private static boolean hides(View view) {
    Set<Integer> days = new HashSet<>();
    for (Use address : view.addresses()) {
      for (int i = 0; i < address.size(); i++) {
        Network network = address.network(i);
        if (network != null && network.egressClass().hides()) {
          days.add(address.day(i));
        }
      }
    }
    return days.size() >= DAYS;
  }

  private static int weight(View view, Collection<Turn> window, int day) {
    long full = window.stream().filter(Turn::full).count();
    if (full >= DAYS) {
      return full >= MORE_DAYS ? MORE : WEIGHT;
    }
    return window.size() >= MORE_DAYS
            && 100 * window.size() >= MOST * view.activeDays(day - WINDOW + 1, day)
            && regular(window)
        ? REGULAR
        : 0;
  }

  /** Whether the changes come at one hour of the day. */
  private static boolean regular(Collection<Turn> window) {
    double x = 0;
    double y = 0;
    for (Turn turn : window) {
      double angle = 2 * Math.PI * turn.change() / DAY;
      x += StrictMath.cos(angle);
      y += StrictMath.sin(angle);
    }
    double middle = StrictMath.atan2(y, x) / (2 * Math.PI) * DAY;
    double off = 0;
    for (Turn turn : window) {
      double away = Math.abs(Math.IEEEremainder(turn.change() - middle, DAY));
      off += away;
    }
    return off / window.size() <= SPREAD;
  }

  /**
   * Adds one turn for each day on which a second shift was long enough.
   *
   * @param hidden posts that hide where they are, of which one at least must be among two; null
   *     when all count
   */
  private static void turns(
      View view,
      Map<Long, List<Shift>> posts,
      @Nullable Set<Long> hidden,
      NavigableMap<Integer, Turn> turns) {
    posts.forEach(
        (one, first) ->
            posts.forEach(
                (other, second) -> {
                  if (!one.equals(other)
                      && (hidden == null || hidden.contains(one) || hidden.contains(other))) {
                    match(view, first, second, hidden != null, turns);
                  }
                }));
  }

  private static void match(
      View view,
      List<Shift> first,
      List<Shift> second,
      boolean exits,
      NavigableMap<Integer, Turn> turns) {
    for (Shift before : first) {
      for (Shift after : second) {
        long gap = after.first().at() - before.last().at();
        if (0 <= gap && gap <= HANDOVER) {
          Turn turn = turn(view, before, after, exits);
          if (turn != null) {
            turns.merge(turn.proof.on().day(), turn, TakingTurns::better);
          }
        }
      }
    }
  }

  private static Turn better(Turn one, Turn other) {
    return one.full != other.full
        ? (one.full ? one : other)
        : one.proof.at() <= other.proof.at() ? one : other;
  }

  private static @Nullable Turn turn(View view, Shift before, Shift after, boolean exits) {
    Act proof = proof(before, after, SHIFT, TOGETHER);
    if (proof != null
        && before.last().at() - before.first().at() >= SHIFT
        && busy(view, proof.on().day())) {
      return new Turn(before, after, proof, true, exits);
    }
    proof = proof(before, after, HALF, DIVIDED);
    return proof == null ? null : new Turn(before, after, proof, false, exits);
  }

  /** The act with which the second is a shift and both are long enough. */
  private static @Nullable Act proof(Shift before, Shift after, long shift, long together) {
    for (int i = ACTS - 1; i < after.acts.size(); i++) {
      Act act = after.acts.get(i);
      if (act.at() - after.first().at() >= shift && act.at() - before.first().at() >= together) {
        return act;
      }
    }
    return null;
  }

  /** Whether some 24 hours that end on the day are fuller than an ordinary day. */
  private static boolean busy(View view, int day) {
    long before = View.halfHours(view.hands(day - 1));
    long on = View.halfHours(view.hands(day));
    for (int k = 1; k <= 48; k++) {
      if (Long.bitCount(before >>> k) + Long.bitCount(on & ((1L << k) - 1)) >= HALF_HOURS) {
        return true;
      }
    }
    return false;
  }

  /** The shifts of each post that comes back: a name that lasts one session is no computer. */
  private static Map<Long, List<Shift>> shifts(View view, Post post) {
    Map<Long, int[]> days = new HashMap<>();
    long last = Term.NONE;
    int[] of = new int[3];
    for (AccountDay on : view.days()) {
      for (int i = 0; i < on.size(); i++) {
        long at = View.probably(on, i) ? post.of(on, i) : Term.NONE;
        if (at == Term.NONE) {
          continue;
        }
        if (at != last) {
          last = at;
          of = days.computeIfAbsent(at, c -> new int[] {0, 0, Integer.MIN_VALUE});
        }
        of[0]++;
        of[1] += on.day() == of[2] ? 0 : 1;
        of[2] = on.day();
      }
    }
    days.values().removeIf(count -> count[0] < ACTS * DAYS || count[1] < DAYS);
    Map<Long, List<Shift>> shifts = new TreeMap<>();
    if (days.size() < 2) {
      return shifts;
    }
    Map<Long, List<Act>> acts = new TreeMap<>();
    for (AccountDay on : view.days()) {
      for (int i = 0; i < on.size(); i++) {
        long at = View.probably(on, i) ? post.of(on, i) : Term.NONE;
        if (days.containsKey(at)) {
          acts.computeIfAbsent(at, c -> new ArrayList<>()).add(new Act(on, i));
        }
      }
    }
    acts.forEach(
        (at, list) -> {
          list.sort(Act.ORDER);
          List<Shift> whole = cut(list);
          if (whole.size() >= DAYS) {
            shifts.put(at, whole);
          }
        });
    return shifts;
  }

  /** The device, else what the client says of itself; NONE for phones. */
  private static long computer(View view, AccountDay on, int i) {
    long client = on.page().id(i, Facet.FINGERPRINT);
    if (view.handheld(client)) {
      return Term.NONE;
    }
    long device = view.device(on, i);
    return device != Term.NONE || client == Term.OTHER ? device : client;
  }

  /**
   * Who runs the exit that an act came out of, or the fixed line; NONE for what many colleagues
   * use, for offices and for carriers.
   */
  private static long exit(View view, AccountDay on, int i, Set<Long> hidden) {
    Network network = view.network(on, i);
    if (network == null || view.handheld(on.page().id(i, Facet.FINGERPRINT))) {
      return Term.NONE;
    }
    EgressClass egressClass = network.egressClass();
    if (!egressClass.hides()) {
      return egressClass == EgressClass.HOME
          ? Term.textId("home\n" + network.operator())
          : Term.NONE;
    }
    if (view.crowded(network, on.day())) {
      return Term.NONE;
    }
    long id = Term.textId(egressClass.slug() + "\n" + network.operator());
    hidden.add(id);
    return id;
  }

  private static List<Shift> cut(List<Act> acts) {
    List<Shift> shifts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= acts.size(); i++) {
      if (i == acts.size() || acts.get(i).at() - acts.get(i - 1).at() > PAUSE) {
        List<Act> stretch = acts.subList(from, i);
        if (Shift.whole(stretch)) {
          shifts.add(new Shift(List.copyOf(stretch)));
        }
        from = i;
      }
    }
    return shifts;
  }

  private static Evidence revision(
      Episode episode, Map<Integer, Turn> window, int day, int weight) {
    List<Turn> turns = List.copyOf(window.values());
    Turn first = turns.getFirst();
    Turn last = turns.getLast();
    List<Citation> cited =
        List.of(
            first.before.last().cite(),
            first.after.first().cite(),
            last.before.first().cite(),
            last.before.last().cite(),
            last.after.first().cite(),
            last.proof.cite());
    return episode.revision(
        day,
        first.before.first().at(),
        last.proof.at(),
        new Episode.Weighed(weight, SD),
        Direction.SUBJECT,
        "On "
            + Words.count(window.size(), "day")
            + (last.exits
                ? " within two weeks a shift out of one network was followed by another out of a second,"
                    + " of which one hides its place; last one of "
                : " within two weeks a shift on one computer was followed by another on a second; last"
                    + " one of ")
            + Words.span(last.before.last().at() - last.before.first().at())
            + ", and from "
            + Words.time(last.after.first().at())
            + " one of at least "
            + Words.span(last.proof.at() - last.after.first().at())
            + ".",
        cited);
  }
}
