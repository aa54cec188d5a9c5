package dev.bonafide.indicators.takingturns;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
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
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A shift on one computer, and when it ends another shift on the next, day after day: together more
 * than one body works. Who has two computers goes to and fro between them; who takes over from
 * somebody begins when the other stops.
 */
@AutoService(Indicator.class)
public final class TakingTurns implements Indicator {
  private static final int WINDOW = 14;
  private static final long HOUR = 3600;

  /** A shift: an evening at the private computer is shorter. Judgement. */
  private static final long SHIFT = 5 * HOUR;

  private static final int ACTS = 12;

  /** A pause of two hours ends a shift. */
  private static final long PAUSE = 2 * HOUR;

  /** Between the end of one shift and the begin of the next. */
  private static final long HANDOVER = 90 * 60;

  /** Both together: more than one body works, day after day. */
  private static final long TOGETHER = 12 * HOUR;

  /** Half hours with a hand within 24 hours: fewer are a day of one body (detection.md 1.4). */
  private static final int HALF_HOURS = 23;

  private static final int DAYS = 4;
  private static final int MORE_DAYS = 8;

  /** Judgement, under the cap of 4000 for operators. */
  private static final int WEIGHT = 1500;

  private static final int MORE = 2500;
  private static final int SD = 800;

  private static final Card CARD =
      new Card(
          "taking-turns",
          "Shifts on one computer after another",
          "On four days or more within two weeks, a shift of five hours on one computer is followed "
              + "within an hour and a half by another on a second computer, both together longer "
              + "than twelve hours. Phones do not count.",
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

  /** A stretch of acts on one computer, long enough to be a shift. */
  private record Shift(List<Act> acts) {
    Act first() {
      return acts.getFirst();
    }

    Act last() {
      return acts.getLast();
    }

    static boolean whole(List<Act> acts) {
      return acts.size() >= ACTS && acts.getLast().at() - acts.getFirst().at() >= SHIFT;
    }
  }

  /**
   * One shift after another.
   *
   * @param proof the act of the second with which it was long enough
   */
  private record Turn(Shift before, Shift after, Act proof) {}

  @Override
  public Outcome evaluate(View view, Days range) {
    int busy = 0;
    for (int day = view.firstDay(); day <= view.lastDay(); day++) {
      busy += busy(view, day) ? 1 : 0;
    }
    if (busy < DAYS) {
      return Outcome.fits();
    }
    List<Evidence> evidence = new ArrayList<>();
    NavigableMap<Integer, Turn> turns = turns(view);
    Course course = new Course(CARD, view.person(), "", 2 * WINDOW);
    for (int day : turns.keySet()) {
      Map<Integer, Turn> window = turns.subMap(day - WINDOW + 1, true, day, true);
      if (window.size() < DAYS) {
        continue;
      }
      int weight = window.size() >= MORE_DAYS ? MORE : WEIGHT;
      Episode episode = course.step(day, weight);
      if (episode != null && range.contains(day)) {
        evidence.add(revision(episode, window, day, weight));
      }
    }
    return new Outcome.Spoke(evidence);
  }

  /** One turn for each day on which a second shift was long enough. */
  private static NavigableMap<Integer, Turn> turns(View view) {
    TreeMap<Integer, Turn> turns = new TreeMap<>();
    List<List<Shift>> all = new ArrayList<>(shifts(view).values());
    for (List<Shift> first : all) {
      for (List<Shift> second : all) {
        if (!first.equals(second)) {
          match(view, first, second, turns);
        }
      }
    }
    return turns;
  }

  private static void match(
      View view, List<Shift> first, List<Shift> second, NavigableMap<Integer, Turn> turns) {
    for (Shift before : first) {
      for (Shift after : second) {
        long gap = after.first().at() - before.last().at();
        if (0 <= gap && gap <= HANDOVER) {
          Act proof = proof(before, after);
          int day = proof == null ? 0 : proof.on().day();
          if (proof != null && busy(view, day)) {
            turns.merge(
                day,
                new Turn(before, after, proof),
                (a, b) -> a.proof.at() <= b.proof.at() ? a : b);
          }
        }
      }
    }
  }

  /** The act with which the second is a shift and both are too long for one body. */
  private static @Nullable Act proof(Shift before, Shift after) {
    for (int i = ACTS - 1; i < after.acts.size(); i++) {
      Act act = after.acts.get(i);
      if (act.at() - after.first().at() >= SHIFT && act.at() - before.first().at() >= TOGETHER) {
        return act;
      }
    }
    return null;
  }

  /** Whether some 24 hours that end on the day are fuller than an ordinary day. */
  private static boolean busy(View view, int day) {
    long before = view.halfHours(day - 1);
    long on = view.halfHours(day);
    for (int k = 1; k <= 48; k++) {
      if (Long.bitCount(before >>> k) + Long.bitCount(on & ((1L << k) - 1)) >= HALF_HOURS) {
        return true;
      }
    }
    return false;
  }

  private static Map<Long, List<Shift>> shifts(View view) {
    Map<Long, List<Act>> acts = new TreeMap<>();
    for (AccountDay on : view.days()) {
      for (int i = 0; i < on.size(); i++) {
        long computer = on.human(i) ? computer(view, on, i) : Term.NONE;
        if (computer != Term.NONE) {
          acts.computeIfAbsent(computer, c -> new ArrayList<>()).add(new Act(on, i));
        }
      }
    }
    Map<Long, List<Shift>> shifts = new TreeMap<>();
    acts.forEach(
        (computer, list) -> {
          list.sort(Act.ORDER);
          List<Shift> whole = cut(list);
          if (!whole.isEmpty()) {
            shifts.put(computer, whole);
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
            + " within two weeks a shift on one computer was followed by another on a second; last one"
            + " of "
            + Words.span(last.before.last().at() - last.before.first().at())
            + ", and from "
            + Words.time(last.after.first().at())
            + " one of at least "
            + Words.span(last.proof.at() - last.after.first().at())
            + ".",
        cited);
  }
}
