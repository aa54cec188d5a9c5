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
import dev.bonafide.logbook.Bits;
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
 * Day after day, hands at the keyboard for longer than one body works: two who share an account in
 * shifts leave no day without a rest, and so are invisible to every rule of rest.
 */
@AutoService(Indicator.class)
public final class LongDays implements Indicator {
  private static final int WINDOW = 14;

  /** Days with a hand in the window: fewer are a hard week. Judgement. */
  private static final int DAYS = 7;

  /** Bins of an hour; of the 14 days together: two weeks of 75 hours. Judgement. */
  private static final int HOUR = 12;

  private static final int TWO_WEEKS = 150 * HOUR;

  /**
   * A pause belongs to a stretch of work up to four times the person's own mean pause between acts:
   * of acts at random moments one pause in fifty is longer. Bins, and its bounds: half an hour, for
   * a meal is none, and an hour and a half.
   */
  private static final int PAUSES = 4;

  private static final int SHORTEST = 6;
  private static final int LONGEST = 18;

  /** Pauses from here on are no pauses within work: three hours. */
  private static final int APART = 36;

  /**
   * Bins of work on the middle day, and what they weigh. Honest staff work 8 to 11 hours, 13 at
   * their 99th percentile, carers' days are long but thin, two operators in turns fill 16 hours and
   * three 22 (detection.md 1.4). The weights are judgement, under the cap of 2500 for rhythm.
   */
  private static final int[] STEPS = {13 * HOUR, 15 * HOUR, 37 * HOUR / 2};

  private static final int[] WEIGHTS = {1500, 2000, 2500};
  private static final int SD = 600;

  /** One kind of act alone may be a script that was not found out. */
  private static final int KINDS = 2;

  private static final Card CARD =
      new Card(
          "long-days",
          "Days longer than one person works",
          "Over two weeks, on the middle one of the worker's days, stretches of work add up to thirteen "
              + "hours or more, and to seventy-five a week. A stretch ends with a pause that is long "
              + "for this worker. Programs are taken out first.",
          "The advisory of the US State Department, Treasury and FBI of 16 May 2022 names accounts "
              + "that are in use for most of a day and more. Two people who share an account by "
              + "shifts leave a rest every day, but work more hours than one person does.",
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
          "How much of the day is worked: the same span of the clock with long pauses in it says "
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
    int days = view.lastDay() - view.firstDay() + 1;
    int[][] pauses = new int[days][];
    int[] pauseSum = new int[days];
    int[] pauseCount = new int[days];
    int[] work = new int[days];
    int[] sorted = new int[WINDOW];
    int last = -APART;
    for (int i = 0; i < days; i++) {
      pauses[i] = pauses(view.hands(view.firstDay() + i), i * Bits.BINS - last);
      if (pauses[i].length == 0) {
        continue;
      }
      for (int pause : pauses[i]) {
        last += pause;
        if (pause < APART) {
          pauseSum[i] += pause;
          pauseCount[i]++;
        }
      }
      int sum = 0;
      int count = 0;
      int all = 0;
      int active = 0;
      int first = Math.max(0, i - WINDOW + 1);
      for (int j = first; j <= i; j++) {
        sum += pauseSum[j];
        count += pauseCount[j];
      }
      int bound = count == 0 ? 0 : Math.clamp((long) PAUSES * sum / count, SHORTEST, LONGEST);
      for (int pause : pauses[i]) {
        work[i] += pause <= bound ? pause : 1;
      }
      for (int j = first; j <= i; j++) {
        all += work[j];
        if (work[j] > 0) {
          sorted[active++] = work[j];
        }
      }
      if (work[i] < STEPS[0] || all < TWO_WEEKS || active < DAYS) {
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
        evidence.add(revision(view, episode, day, active, middle, all, weight));
      }
    }
    return new Outcome.Spoke(evidence);
  }

  /**
   * For each bin with an act its distance from the one before it, in bins.
   *
   * @param since distance of the day's first bin from the last act before the day
   */
  private static int[] pauses(long[] bins, int since) {
    int[] pauses = new int[Bits.count(bins)];
    int before = -since;
    int bin = Bits.nextSet(bins, 0, Bits.BINS);
    for (int k = 0; k < pauses.length; k++) {
      pauses[k] = bin - before;
      before = bin;
      bin = Bits.nextSet(bins, bin + 1, Bits.BINS);
    }
    return pauses;
  }

  private static int weight(int bins) {
    int weight = 0;
    for (int step = 0; step < STEPS.length; step++) {
      weight = bins >= STEPS[step] ? WEIGHTS[step] : weight;
    }
    return weight;
  }

  private static int kinds(View view, int day) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (AccountDay on : view.on(day)) {
      for (int i = 0; i < on.size(); i++) {
        if (View.probably(on, i)) {
          kinds.add(on.page().kind(i));
        }
      }
    }
    return kinds.size();
  }

  private static Evidence revision(
      View view, Episode episode, int day, int days, int middle, int all, int weight) {
    long from = (day - WINDOW + 1) * 86_400L;
    long to = day * 86_400L + 86_399;
    Act.Which hand = View::probably;
    Act first = view.first(from, to, hand);
    Act last = view.last(from, to, hand);
    List<Citation> cited = new ArrayList<>();
    for (Act act : new Act[] {first, view.first(day * 86_400L, to, hand), last}) {
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
            + " with work within two weeks, stretches of work add up to "
            + middle / HOUR
            + " hours, and on all of them to "
            + all / HOUR
            + ".",
        cited);
  }
}
