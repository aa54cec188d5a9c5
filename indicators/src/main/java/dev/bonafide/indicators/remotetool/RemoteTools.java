package dev.bonafide.indicators.remotetool;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Crowd;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.RemoteTool;
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
 * days, a second one beside it, or one that runs on most working days.
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

  /** What so many colleagues run is the company's own tool: five, or one in twenty. */
  private static final int OURS = 5;

  private static final int OURS_SHARE = 20;

  /**
   * Judgement, under the cap of 4500 for remote control; detection.md 1.13 gives 1 nat for a
   * program that is there, 2 for one in use, and 4 for a computer that is driven by it.
   */
  private static final int THERE = 800;

  private static final int A_FEW_HAVE_IT = 500;
  private static final int SECOND = 800;
  private static final int DRIVES = 1400;
  private static final int DRIVES_ALL = 2000;
  private static final int SD = 700;

  private static final Card CARD =
      new Card(
          "remote-tool",
          "Remote-access programs that the company does not use",
          "On two days or more within two weeks a program by which somebody elsewhere sees or drives "
              + "the screen runs on the worker's computer, and hardly any colleague has it. A second "
              + "such program, and one that runs on most working days, weigh more.",
          "A hosted laptop must be driven from elsewhere: Mandiant (September 2024) names several "
              + "remote-access programs on one machine, Unit 42 (November 2024) and DTEX (October "
              + "2024) the same; Recorded Future (2026) advises to look at any second one.",
          Card.Stage.WORK,
          Cause.REMOTE_CONTROL,
          false,
          Set.of(Kind.PROCESS, Kind.SOFTWARE_INSTALLED),
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
    for (int day : days.keySet()) {
      tell(view, range, days, day, course, evidence);
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
            if (Act.ORDER.compare(act, ran.first) < 0) {
              ran.first = act;
            }
          }
        }
      }
    }
    return programs;
  }

  private static boolean runs(AccountDay on) {
    Set<Kind> kinds = on.page().kinds();
    return kinds.contains(Kind.PROCESS) || kinds.contains(Kind.SOFTWARE_INSTALLED);
  }

  private static void tell(
      View view,
      Days range,
      NavigableMap<Integer, NavigableMap<String, Ran>> days,
      int day,
      Course course,
      List<Evidence> evidence) {
    TreeMap<String, NavigableSet<Integer>> used = new TreeMap<>();
    days.subMap(day - WINDOW + 1, true, day, true)
        .forEach(
            (on, tools) ->
                tools.keySet().forEach(t -> used.computeIfAbsent(t, n -> new TreeSet<>()).add(on)));
    boolean few = false;
    for (String tool : List.copyOf(used.keySet())) {
      int colleagues = colleagues(view, days, tool, day);
      if (colleagues >= Math.max(OURS, view.around().people(day) / OURS_SHARE)) {
        used.remove(tool);
      } else {
        few |= colleagues > 0;
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
        (few && !second ? A_FEW_HAVE_IT : THERE)
            + (second ? SECOND : 0)
            + (always ? DRIVES_ALL : driven ? DRIVES : 0);
    Episode episode = course.step(day, weight);
    if (episode != null && range.contains(day)) {
      evidence.add(revision(episode, days, used, any, day, weight, driven));
    }
  }

  private static int colleagues(
      View view, NavigableMap<Integer, NavigableMap<String, Ran>> days, String tool, int day) {
    Set<Long> objects = new TreeSet<>();
    for (NavigableMap<String, Ran> tools :
        days.subMap(day - CROWD_DAYS + 1, true, day, true).values()) {
      Ran ran = tools.get(tool);
      if (ran != null) {
        objects.addAll(ran.objects);
      }
    }
    Set<String> people = new TreeSet<>();
    int most = 0;
    for (long object : objects) {
      Thing thing = new Thing(Thing.Sort.PROGRAM, object);
      if (view.around().shared(thing)) {
        for (int on = day - CROWD_DAYS + 1; on <= day; on++) {
          Crowd crowd = view.around().crowd(thing, on);
          most = Math.max(most, crowd.people() - 1);
          people.addAll(crowd.present());
        }
      }
    }
    people.remove(view.person());
    return Math.max(most, people.size());
  }

  private static Evidence revision(
      Episode episode,
      NavigableMap<Integer, NavigableMap<String, Ran>> days,
      Map<String, NavigableSet<Integer>> used,
      NavigableSet<Integer> any,
      int day,
      int weight,
      boolean driven) {
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
            + " within two weeks, and hardly any colleague has "
            + (used.size() > 1 ? "them" : "it")
            + (driven ? "; that is most working days." : "."),
        cited);
  }
}
