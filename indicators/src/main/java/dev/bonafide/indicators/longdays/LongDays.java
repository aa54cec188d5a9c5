package dev.bonafide.indicators.longdays;

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
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Day after day, hands at the keyboard in more half hours than one body works: two who share an
 * account in shifts leave no day without a rest, and so are invisible to every rule of rest.
 */
@AutoService(Indicator.class)
public final class LongDays implements Indicator {
  private static final int WINDOW = 14;

  /** Days with a hand in the window: fewer are a hard week. Judgement. */
  private static final int DAYS = 7;

  /**
   * Half hours of the middle day, and what they weigh. Honest staff have 16 to 22 and 26 at their
   * 99th percentile, carers' days are long but thin, two operators in turns have 32 and three 44
   * (detection.md 1.4). The weights are judgement, under the cap of 2500 for rhythm.
   */
  private static final int[] STEPS = {28, 32, 38};

  private static final int[] WEIGHTS = {1500, 2000, 2500};
  private static final int SD = 600;

  /** One kind of act alone may be a script that was not found out. */
  private static final int KINDS = 2;

  private static final Card CARD =
      new Card(
          "long-days",
          "Days longer than one person works",
          "Over two weeks, on the middle one of the worker's days, acts that need a hand fall into "
              + "fourteen hours or more, counted by half hours in which there is such an act. "
              + "Programs are taken out first.",
          "The advisory of the US State Department, Treasury and FBI of 16 May 2022 names accounts "
              + "that are in use for most of a day and more. Two people who share an account by "
              + "shifts leave a rest every day, but fill more hours than one person does.",
          Card.Stage.WORK,
          Cause.RHYTHM,
          false,
          Set.of(
              Kind.MESSAGE,
              Kind.DEVICE_UNLOCK,
              Kind.DEVICE_LOGON,
              Kind.SIGN_IN,
              Kind.FACTOR_USED,
              Kind.CODE_COMMIT,
              Kind.FILE_WRITE,
              Kind.PAGE_VIEW),
          List.of(),
          13,
          0,
          30,
          Map.of(
              Explanation.CARER, 700,
              Explanation.ON_CALL, 600,
              Explanation.AUTOMATION, 300,
              Explanation.ALWAYS_ON, 700,
              Explanation.PAIR_WORK, 800,
              Explanation.OVER_EMPLOYED, 700,
              Explanation.TAKEN_OVER, 400),
          "How many half hours have an act: the same span of the clock with long pauses in it says "
              + "nothing.",
          "Ask the manager, in confidence, whether somebody else works under this account at some "
              + "hours, and whether the load explains such days.",
          15,
          List.of("T1078"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    if (view.activeDays(view.firstDay(), view.lastDay()) == 0) {
      return Outcome.kept(CARD, "no record of an act that needs a hand");
    }
    List<Evidence> evidence = new ArrayList<>();
    Course course = new Course(CARD, view.person(), "", 2 * WINDOW);
    int[] half = new int[view.lastDay() - view.firstDay() + 1];
    int[] sorted = new int[WINDOW];
    for (int i = 0; i < half.length; i++) {
      half[i] = Long.bitCount(view.halfHours(view.firstDay() + i));
      if (half[i] < STEPS[0]) {
        continue;
      }
      int active = 0;
      for (int j = Math.max(0, i - WINDOW + 1); j <= i; j++) {
        if (half[j] > 0) {
          sorted[active++] = half[j];
        }
      }
      if (active < DAYS) {
        continue;
      }
      Arrays.sort(sorted, 0, active);
      int middle = sorted[(active - 1) / 2];
      int weight = weight(middle);
      int day = view.firstDay() + i;
      if (weight == 0 || kinds(view, day) < KINDS) {
        continue;
      }
      Episode episode = course.step(day, weight);
      if (episode != null && range.contains(day)) {
        evidence.add(revision(view, episode, day, active, middle, weight));
      }
    }
    return new Outcome.Spoke(evidence);
  }

  private static int weight(int halfHours) {
    int weight = 0;
    for (int step = 0; step < STEPS.length; step++) {
      weight = halfHours >= STEPS[step] ? WEIGHTS[step] : weight;
    }
    return weight;
  }

  private static int kinds(View view, int day) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (AccountDay on : view.on(day)) {
      for (int i = 0; i < on.size(); i++) {
        if (on.human(i)) {
          kinds.add(on.page().kind(i));
        }
      }
    }
    return kinds.size();
  }

  private static Evidence revision(
      View view, Episode episode, int day, int days, int halfHours, int weight) {
    long from = (day - WINDOW + 1) * 86_400L;
    long to = day * 86_400L + 86_399;
    Act first = view.first(from, to, AccountDay::human);
    Act last = view.last(from, to, AccountDay::human);
    List<Citation> cited = new ArrayList<>();
    for (Act act : new Act[] {first, view.first(day * 86_400L, to, AccountDay::human), last}) {
      if (act != null) {
        cited.add(act.cite());
      }
    }
    return episode.revision(
        day,
        first == null ? from : first.at(),
        last == null ? to : last.at(),
        new Episode.Weighed(weight, SD),
        Direction.SUBJECT,
        "On the middle one of "
            + Words.count(days, "day")
            + " with work within two weeks, acts that need a hand fell into "
            + halfHours
            + " half hours.",
        cited);
  }
}
