package dev.bonafide.indicators.marathon;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
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
import dev.bonafide.model.Kind.Prior;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Human activity for days without a rest. A span runs from the first act after a quiet gap of five
 * hours to the last act before the next; its length is a lower bound, as what no record shows
 * counts as rest.
 */
@AutoService(Indicator.class)
public final class MarathonActivity implements Indicator {
  private static final String SLUG = "marathon-activity";

  /** A quiet gap of five hours is a rest (detection.md 1.2). */
  private static final int REST = 5 * 60 / 5;

  private static final int DAY = Bits.BINS;

  /** Bins from which a span is a finding, and at which it weighs more: 3, 4, 5, 7 and 21 days. */
  private static final int[] STEPS = {3 * DAY, 4 * DAY, 5 * DAY, 7 * DAY, 21 * DAY};

  /**
   * Judgement, below what a toy workforce gave: of honest people 0.01 % reached four days, of
   * carers 2.5 % three and 1 % four, of naively shared accounts all (detection.md 0.1, 1.2). The
   * cap for rhythm is 2500, for this indicator up to 5000 (detection.md 2.2).
   */
  private static final int[] WEIGHTS = {3000, 3500, 4000, 4500, 5000};

  private static final int SD = 800;

  /** What remains against care and on-call duty, step by step: 1 % of carers reach four days. */
  private static final int[] CARER = {600, 700, 800, 900, 950};

  private static final int[] ON_CALL = {500, 700, 850, 950, 1000};

  /** Silence of an hour while a source is down is in doubt. */
  private static final int DOUBT = 60 / 5;

  /**
   * The density gate (detection.md 1.4): with fewer than 40 acts in 24 hours the gaps between them
   * are chance. Where acts that perhaps need a hand fill it up, some that surely do must be among
   * them, of two kinds at least: one kind alone may be a script that was not found out. The latter
   * is judgement.
   */
  private static final int ACTS_A_DAY = 40;

  private static final int HANDS_A_DAY = 12;
  private static final int KINDS = 2;

  private static final Card CARD =
      new Card(
          SLUG,
          "Active for days without a rest",
          "Acts that need a hand, such as messages, unlocks and sign-ins with a second "
              + "factor, follow one another for 72 hours or longer without a quiet gap of five "
              + "hours. Heartbeats, token refreshes and other programs are taken out first.",
          "Nobody works for three days without sleep, but several people who share one "
              + "account do so without effort. The advisory of the US State Department, Treasury "
              + "and FBI of 16 May 2022 names accounts that stay in use for one or more days at a "
              + "time.",
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
              Kind.CODE_REVIEW,
              Kind.FILE_WRITE,
              Kind.PAGE_VIEW,
              Kind.TICKET),
          List.of(),
          50,
          0,
          30,
          Map.of(
              Explanation.CARER, 600,
              Explanation.ON_CALL, 500,
              Explanation.AUTOMATION, 300,
              Explanation.ALWAYS_ON, 500,
              Explanation.PAIR_WORK, 700,
              Explanation.TAKEN_OVER, 300),
          "One rest: the same days with a single gap of five quiet hours in them say " + "nothing.",
          "Ask the manager, in confidence, whether an emergency, a release or an on-call "
              + "week explains these days, and compare them with the shift plan.",
          15,
          List.of("T1078", "T1078.004"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    if (view.activeDays(view.firstDay(), view.lastDay()) == 0) {
      return Outcome.kept(CARD, "no record of an act that needs a hand");
    }
    Days days = new Days(view.firstDay(), view.lastDay());
    long[] awake = view.awake(days);
    List<Bits.Run> perhaps = spans(view, awake);
    if (perhaps.isEmpty()) {
      return Outcome.fits();
    }
    long[] human = view.human(days);
    List<Bits.Run> spans = spans(view, human);
    List<Evidence> evidence = new ArrayList<>();
    boolean sparse = false;
    for (Bits.Run span : spans) {
      sparse |= !tell(view, range, human, span, evidence);
    }
    if (!evidence.isEmpty()) {
      return new Outcome.Spoke(evidence);
    }
    if (sparse) {
      return Outcome.kept(
          CARD,
          "days without a rest, but too few records in them to tell rest from silence: messages or"
              + " device locks and unlocks would decide");
    }
    for (Bits.Run span : perhaps) {
      int crossing = crossing(awake, span, STEPS[0]);
      if (range.contains(view.firstDay() + crossing / DAY)) {
        return Outcome.kept(CARD, undecided(view, span.from(), crossing));
      }
    }
    return Outcome.fits();
  }

  /** Spans without a rest that are long enough; a gap that touches down time ends a span too. */
  private static List<Bits.Run> spans(View view, long[] bits) {
    int days = view.lastDay() - view.firstDay() + 1;
    List<Bits.Run> spans = new ArrayList<>();
    for (Bits.Run run : Bits.runs(bits, 0, days * DAY, REST)) {
      if (run.length() >= STEPS[0]) {
        split(view, bits, run, spans);
      }
    }
    return spans;
  }

  /**
   * Doubt counts as rest (DESIGN 10.4): an hour and more of silence while a source was down ends
   * the proven span.
   */
  private static void split(View view, long[] bits, Bits.Run run, List<Bits.Run> spans) {
    int from = run.from();
    for (int gap = Bits.nextClear(bits, from, run.to()); gap < run.to(); ) {
      int end = Bits.nextSet(bits, gap, run.to());
      if (end - gap >= DOUBT && down(view, gap, end)) {
        add(spans, new Bits.Run(from, gap));
        from = end;
      }
      gap = Bits.nextClear(bits, end, run.to());
    }
    add(spans, new Bits.Run(from, run.to()));
  }

  private static void add(List<Bits.Run> spans, Bits.Run span) {
    if (span.length() >= STEPS[0]) {
      spans.add(span);
    }
  }

  private static boolean down(View view, int from, int to) {
    for (int day = from / DAY; day <= (to - 1) / DAY; day++) {
      long[] down = view.down(view.firstDay() + day);
      int first = Math.max(0, from - day * DAY);
      int last = Math.min(DAY, to - day * DAY);
      if (Bits.nextSet(down, first, last) < last) {
        return true;
      }
    }
    return false;
  }

  /** The first active bin with which the span has reached a length. */
  private static int crossing(long[] bits, Bits.Run span, int length) {
    return Bits.nextSet(bits, span.from() + length - 1, span.to());
  }

  /** Tells the steps and the end of one span; false when records were too few in the range. */
  private static boolean tell(
      View view, Days range, long[] bits, Bits.Run span, List<Evidence> evidence) {
    Episode episode = null;
    TreeMap<Integer, Evidence> revisions = new TreeMap<>();
    boolean enough = true;
    int told = 0;
    for (int step = 0; step < STEPS.length && span.length() >= STEPS[step]; step++) {
      int crossing = crossing(bits, span, STEPS[step]);
      int day = view.firstDay() + crossing / DAY;
      Acts acts = count(view, span.from(), crossing);
      if (!acts.dense()) {
        enough &= !range.contains(day);
        continue;
      }
      if (episode == null) {
        episode = new Episode(CARD, view.person(), "", day);
      }
      told = step;
      if (range.contains(day)) {
        revisions.put(
            day, revision(view, episode, day, bits, span.from(), crossing, acts, step, ""));
      }
    }
    int ended = view.firstDay() + (span.to() + REST - 1) / DAY;
    int reached = episode == null ? ended : episode.crossed();
    if (episode != null
        && ended > reached
        && span.length() <= STEPS[STEPS.length - 1] + DAY
        && range.contains(ended)) {
      Acts acts = count(view, span.from(), span.to() - 1);
      revisions.put(
          ended,
          revision(
              view, episode, ended, bits, span.from(), span.to() - 1, acts, told, " Then a rest."));
    }
    evidence.addAll(revisions.values());
    return enough;
  }

  private static Evidence revision(
      View view,
      Episode episode,
      int day,
      long[] bits,
      int fromBin,
      int toBin,
      Acts acts,
      int step,
      String end) {
    long from = second(view, fromBin);
    long to = second(view, toBin + 1) - 1;
    Bits.Run pause = Bits.longestGap(bits, fromBin, toBin + 1);
    Act first = view.first(from, to, AccountDay::human);
    Act last = view.last(from, to, AccountDay::human);
    List<Citation> cited = new ArrayList<>();
    cite(cited, first);
    cite(cited, last);
    if (pause.length() > 0) {
      cite(cited, view.last(from, second(view, pause.from()) - 1, AccountDay::human));
      cite(cited, view.first(second(view, pause.to()), to, AccountDay::human));
    }
    long began = first == null ? from : first.at();
    long ended = last == null ? to : last.at();
    String fact =
        "Acts that need a hand for "
            + Words.span(ended - began)
            + ", from "
            + Words.time(began)
            + " to "
            + Words.time(ended)
            + ", without a pause of five hours; the longest was "
            + Words.span(pause.length() * 300L)
            + ", with "
            + acts.hands
            + " such acts in all."
            + end;
    return episode.revision(
        day,
        began,
        ended,
        new Episode.Weighed(
            WEIGHTS[step],
            SD,
            Map.of(Explanation.CARER, CARER[step], Explanation.ON_CALL, ON_CALL[step])),
        Direction.SUBJECT,
        fact,
        cited);
  }

  /** Which stream decides, when only acts that programs do as well leave no room for a rest. */
  private static String undecided(View view, int fromBin, int toBin) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    view.acts(
        second(view, fromBin),
        second(view, toBin + 1) - 1,
        (on, i) -> {
          if (on.who(i) == Prior.MAYBE) {
            counts.merge(on.page().kind(i), 1, Integer::sum);
          }
        });
    String kind = "";
    int most = 0;
    for (Map.Entry<Kind, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        kind = entry.getKey().slug();
        most = entry.getValue();
      }
    }
    return "days without a rest only if acts that programs do as well count as a person's (mostly "
        + kind
        + "): messages or device locks and unlocks would decide";
  }

  private static void cite(List<Citation> cited, @Nullable Act act) {
    if (act != null) {
      cited.add(act.cite());
    }
  }

  private static Acts count(View view, int fromBin, int toBin) {
    int[] counts = new int[2];
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    view.acts(
        second(view, fromBin),
        second(view, toBin + 1) - 1,
        (on, i) -> {
          if (on.human(i)) {
            counts[0]++;
            kinds.add(on.page().kind(i));
          }
          counts[1] += on.who(i) == Prior.AUTOMATED ? 0 : 1;
        });
    return new Acts(counts[0], kinds.size(), counts[1], toBin + 1 - fromBin);
  }

  /** UTC seconds at which a bin of the view begins. */
  private static long second(View view, int bin) {
    return view.firstDay() * 86_400L + bin * (long) Bits.BIN_SECONDS;
  }

  /** Acts in a span of so many bins: those that need a hand, and all that are no program's. */
  private record Acts(int hands, int kinds, int all, int bins) {
    boolean dense() {
      return atLeast(ACTS_A_DAY, hands)
          || (atLeast(ACTS_A_DAY, all) && atLeast(HANDS_A_DAY, hands) && kinds >= KINDS);
    }

    private boolean atLeast(int aDay, int acts) {
      return (long) acts * DAY >= (long) aDay * bins;
    }
  }
}
