package dev.bonafide.indicators.remotetool;

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
import dev.bonafide.knowledge.RemoteTool;
import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Facet;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Remote-access programs on the worker's computer that the company does not use: one on several
 * days, a second one beside it, one that runs on most working days, or one that starts whenever
 * work begins on the computer, so that nobody works on it but through it.
 */
@AutoService(Indicator.class)
public final class RemoteTools implements Indicator {
  private static final int WINDOW = 14;
  private static final int CROWD_DAYS = 28;

  /** Once is a session with support. */
  private static final int DAYS = 2;

  /** Days, and share of working days in percent, from which the computer is driven by it. */
  private static final int DRIVEN_DAYS = 7;

  private static final int DRIVEN = 70;

  /** The same for a computer on which nobody works without it: help desks are far below. */
  private static final int ALL_DAYS = 9;

  private static final int ALL = 90;

  /**
   * A program starts this long before an unlock or after it when whoever unlocks comes through it:
   * connecting and typing a password takes a minute or two. Judgement.
   */
  private static final int BEFORE_SECONDS = 150;

  private static final int AFTER_SECONDS = 60;

  /** Five-minute bins without work after which an unlock begins a stretch of it. Judgement. */
  private static final int PAUSE = 9;

  /**
   * Days, stretches of work and their share in percent from which hands come through the program.
   * Support connects to a screen that somebody has unlocked before, and what starts with the
   * computer does not start at an unlock.
   */
  private static final int DOOR_DAYS = 4;

  private static final int DOOR_TIMES = 6;
  private static final int DOOR = 60;

  /** What so many colleagues run is the company's own tool: five, or one in twenty. */
  private static final int OURS = 5;

  private static final int OURS_SHARE = 20;

  /**
   * One in so many: the company's own, whatever it does. Between the two it may as well be that
   * several computers are driven by one program, and only the unlocks tell.
   */
  private static final int EVERYBODYS_SHARE = 4;

  /**
   * Judgement, under the cap of 4500 for remote control; detection.md 1.13 gives 1 nat for a
   * program that is there, 2 for one in use, and 4 for a computer that is driven by it.
   */
  private static final int THERE = 800;

  private static final int A_FEW_HAVE_IT = 500;
  private static final int SECOND = 800;
  private static final int DRIVES = 1400;
  private static final int DRIVES_ALL = 2000;
  private static final int DOOR_WEIGHT = 2700;
  private static final int DOOR_OF_MANY = 2200;
  private static final int SD = 700;

  private static final Card CARD =
      new Card(
          "remote-tool",
          "Remote-access programs that the company does not use",
          "On two days or more within two weeks a program by which somebody elsewhere sees or drives "
              + "the screen runs on the worker's computer, and hardly any colleague has it. A second "
              + "such program, and one that runs on most working days, weigh more; most does one "
              + "that starts at most unlocks with which work begins.",
          "A hosted laptop must be driven from elsewhere: Mandiant (September 2024) names several "
              + "remote-access programs on one machine, Unit 42 (November 2024) and DTEX (October "
              + "2024) the same; Recorded Future (2026) advises to look at any second one.",
          Card.Stage.WORK,
          Cause.REMOTE_CONTROL,
          false,
          Set.of(Kind.PROCESS, Kind.SOFTWARE_INSTALLED, Kind.DEVICE_UNLOCK),
          List.of(),
          27,
          0,
          60,
          Map.of(
              Explanation.IT_SUPPORT, 250,
              Explanation.ALWAYS_ON, 500,
              Explanation.PAIR_WORK, 500,
              Explanation.OVER_EMPLOYED, 700,
              Explanation.TAKEN_OVER, 400,
              Explanation.TESTER, 200),
          "Who else has it: the same program on many colleagues' computers is the company's own.",
          "Ask IT whether they installed it and whether there is a ticket; if not, ask the worker "
              + "what it is for.",
          5,
          List.of("T1219", "T1219.002"));

  @Override
  public Card card() {
    return CARD;
  }

  /** A tool on a day: the names under which it ran, and the first act of it. */
  private static final class Ran {
    final Set<Long> objects = new TreeSet<>();
    final NavigableSet<Long> seconds = new TreeSet<>();
    Act first;

    Ran(Act first) {
      this.first = first;
    }
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    TreeMap<Integer, NavigableMap<String, Ran>> days = new TreeMap<>();
    boolean programs = look(view, view.days(), days);
    programs |= look(view, view.machineDays(), days);
    if (!programs) {
      return Outcome.kept(CARD, "no record of programs: a log of the computers would show them");
    }
    List<Evidence> evidence = new ArrayList<>();
    Course course = new Course(CARD, view.person(), "", 2 * WINDOW);
    NavigableMap<Integer, NavigableSet<Long>> unlocks =
        days.isEmpty() ? new TreeMap<>() : unlocks(view);
    for (int day : days.keySet()) {
      tell(view, range, days, unlocks, day, course, evidence);
    }
    return new Outcome.Spoke(evidence);
  }

  /** Notes the tools that ran; true when there are records of programs at all. */
  private static boolean look(
      View view, List<AccountDay> pages, NavigableMap<Integer, NavigableMap<String, Ran>> days) {
    boolean programs = false;
    for (AccountDay on : pages) {
      if (!runs(on)) {
        continue;
      }
      programs = true;
      boolean any = false;
      for (long id : on.page().ids(Facet.DETAIL1)) {
        any |= view.remoteTool(id) != null;
      }
      for (int i = 0; any && i < on.size(); i++) {
        Kind kind = on.page().kind(i);
        if (kind == Kind.PROCESS || kind == Kind.SOFTWARE_INSTALLED) {
          long object = on.page().id(i, Facet.DETAIL1);
          RemoteTool tool = view.remoteTool(object);
          if (tool != null) {
            Act act = new Act(on, i);
            Ran ran =
                days.computeIfAbsent(on.day(), d -> new TreeMap<>())
                    .computeIfAbsent(tool.name(), t -> new Ran(act));
            ran.objects.add(object);
            ran.seconds.add(on.at(i));
            if (Act.ORDER.compare(act, ran.first) < 0) {
              ran.first = act;
            }
          }
        }
      }
    }
    return programs;
  }

  /** By day the seconds in which a computer of the person was unlocked after a pause. */
  private static NavigableMap<Integer, NavigableSet<Long>> unlocks(View view) {
    TreeMap<Integer, NavigableSet<Long>> unlocks = new TreeMap<>();
    for (AccountDay on : view.days()) {
      if (on.page().kinds().contains(Kind.DEVICE_UNLOCK)) {
        for (int i = 0; i < on.size(); i++) {
          if (on.page().kind(i) == Kind.DEVICE_UNLOCK && paused(view, on.at(i))) {
            unlocks.computeIfAbsent(on.day(), d -> new TreeSet<>()).add(on.at(i));
          }
        }
      }
    }
    return unlocks;
  }

  private static boolean paused(View view, long second) {
    // The bin just before may hold the start of the program itself.
    for (int k = 2; k <= PAUSE; k++) {
      long before = second - k * 300L;
      int day = (int) Math.floorDiv(before, 86_400L);
      if (Bits.get(view.awake(day), Bits.bin((int) Math.floorMod(before, 86_400L)))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether whoever begins to work comes through these tools.
   *
   * @param times unlocks after a pause at which one of them started
   * @param all unlocks after a pause
   * @param days days with the former
   */
  private record Door(int times, int all, int days) {
    boolean open() {
      return days >= DOOR_DAYS && times >= DOOR_TIMES && 100 * times >= DOOR * all;
    }
  }

  private static Door door(
      NavigableMap<Integer, NavigableMap<String, Ran>> days,
      NavigableMap<Integer, NavigableSet<Long>> unlocks,
      Set<String> tools,
      int day) {
    int times = 0;
    int all = 0;
    int on = 0;
    for (Map.Entry<Integer, NavigableSet<Long>> unlocked :
        unlocks.subMap(day - WINDOW + 1, true, day, true).entrySet()) {
      int today = 0;
      NavigableMap<String, Ran> ran = days.getOrDefault(unlocked.getKey(), new TreeMap<>());
      for (long at : unlocked.getValue()) {
        boolean through = false;
        for (Map.Entry<String, Ran> tool : ran.entrySet()) {
          Long started = tool.getValue().seconds.floor(at + AFTER_SECONDS);
          through |=
              tools.contains(tool.getKey()) && started != null && started >= at - BEFORE_SECONDS;
        }
        today += through ? 1 : 0;
        all++;
      }
      times += today;
      on += today > 0 ? 1 : 0;
    }
    return new Door(times, all, on);
  }

  private static boolean runs(AccountDay on) {
    Set<Kind> kinds = on.page().kinds();
    return kinds.contains(Kind.PROCESS) || kinds.contains(Kind.SOFTWARE_INSTALLED);
  }

  private static void tell(
      View view,
      Days range,
      NavigableMap<Integer, NavigableMap<String, Ran>> days,
      NavigableMap<Integer, NavigableSet<Long>> unlocks,
      int day,
      Course course,
      List<Evidence> evidence) {
    TreeMap<String, NavigableSet<Integer>> used = new TreeMap<>();
    days.subMap(day - WINDOW + 1, true, day, true)
        .forEach(
            (on, tools) ->
                tools.keySet().forEach(t -> used.computeIfAbsent(t, n -> new TreeSet<>()).add(on)));
    boolean few = false;
    int company = view.around().people(day);
    int ours = Math.max(OURS, company / OURS_SHARE);
    int everybodys = company / EVERYBODYS_SHARE;
    TreeMap<String, NavigableSet<Integer>> many = new TreeMap<>();
    for (String tool : List.copyOf(used.keySet())) {
      int colleagues = colleagues(view, days, tool, day, Math.max(ours, everybodys));
      if (colleagues >= ours) {
        NavigableSet<Integer> on = used.remove(tool);
        if (on != null && colleagues < everybodys) {
          many.put(tool, on);
        }
      } else {
        few |= colleagues > 0;
      }
    }
    Door door = door(days, unlocks, used.keySet(), day);
    boolean open = door.open();
    boolean ofMany = false;
    if (!open && !many.isEmpty()) {
      many.putAll(used);
      door = door(days, unlocks, many.keySet(), day);
      open = door.open();
      ofMany = open;
      if (open) {
        used.putAll(many);
      }
    }
    TreeSet<Integer> any = new TreeSet<>();
    used.values().forEach(any::addAll);
    if (any.size() < DAYS || !any.contains(day)) {
      return;
    }
    int working = Math.max(any.size(), view.activeDays(day - WINDOW + 1, day));
    boolean driven = any.size() >= DRIVEN_DAYS && 100 * any.size() >= DRIVEN * working;
    boolean second = used.size() > 1;
    boolean always = any.size() >= ALL_DAYS && 100 * any.size() >= ALL * working;
    int weight =
        ofMany
            ? DOOR_OF_MANY
            : (few && !second ? A_FEW_HAVE_IT : THERE)
                + (second ? SECOND : 0)
                + (open ? DOOR_WEIGHT : always ? DRIVES_ALL : driven ? DRIVES : 0);
    Episode episode = course.step(day, weight);
    if (episode != null && range.contains(day)) {
      String words =
          (ofMany
                  ? ", as on those of several colleagues"
                  : ", and hardly any colleague has " + (used.size() > 1 ? "them" : "it"))
              + (open
                  ? "; it started at "
                      + door.times
                      + " of "
                      + door.all
                      + " unlocks with which work began."
                  : driven ? "; that is most working days." : ".");
      evidence.add(revision(episode, days, used, any, day, weight, driven || open, words));
    }
  }

  private static int colleagues(
      View view,
      NavigableMap<Integer, NavigableMap<String, Ran>> days,
      String tool,
      int day,
      int enough) {
    Set<Long> objects = new TreeSet<>();
    for (NavigableMap<String, Ran> tools :
        days.subMap(day - CROWD_DAYS + 1, true, day, true).values()) {
      Ran ran = tools.get(tool);
      if (ran != null) {
        objects.addAll(ran.objects);
      }
    }
    List<Thing> things = new ArrayList<>();
    for (long object : objects) {
      things.add(new Thing(Thing.Sort.PROGRAM, object));
    }
    return view.colleagues(things, day, enough);
  }

  private static Evidence revision(
      Episode episode,
      NavigableMap<Integer, NavigableMap<String, Ran>> days,
      Map<String, NavigableSet<Integer>> used,
      NavigableSet<Integer> any,
      int day,
      int weight,
      boolean driven,
      String words) {
    List<Citation> cited = new ArrayList<>();
    Act first = null;
    Act last = null;
    for (String tool : used.keySet()) {
      for (int on : List.of(any.first(), day)) {
        Ran ran = days.getOrDefault(on, new TreeMap<>()).get(tool);
        if (ran != null && cited.size() < 6) {
          cited.add(ran.first.cite());
          first = first == null || Act.ORDER.compare(ran.first, first) < 0 ? ran.first : first;
          last = last == null || Act.ORDER.compare(ran.first, last) > 0 ? ran.first : last;
        }
      }
    }
    return episode.revision(
        day,
        first == null ? any.first() * 86_400L : first.at(),
        last == null ? day * 86_400L : last.at(),
        new Episode.Weighed(weight, SD, driven ? Map.of(Explanation.IT_SUPPORT, 600) : null),
        Direction.SUBJECT,
        String.join(" and ", used.keySet())
            + " ran on the worker's computer on "
            + Words.count(any.size(), "day")
            + " within two weeks"
            + words,
        cited);
  }
}
