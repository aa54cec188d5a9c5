package dev.bonafide.indicators.sessionleftopen;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Facet;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Kind.Prior;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One session id in use for days without a pause of half a day. That a credential is valid (V) and
 * a machine is on (M) says next to nothing: always-on desktops do it on every honest day. What
 * weighs is a hand (H) in that session at all hours.
 */
@AutoService(Indicator.class)
public final class SessionLeftOpen implements Indicator {
  private static final String SLUG = "session-left-open";
  private static final int DAY = Bits.BINS;

  /** A session that rests for half a day was left, and taken up again. */
  private static final int PAUSE = DAY / 2;

  /** A quiet gap of five hours is a person's rest. */
  private static final int REST = 5 * 60 / 5;

  /** 4, 7, 14 and 21 days. */
  private static final int[] STEPS = {4 * DAY, 7 * DAY, 14 * DAY, 21 * DAY};

  /** Days over which the hand's rest is looked at. */
  private static final int REST_DAYS = 4;

  /** Of these, days without a rest. */
  private static final int RESTLESS = 3;

  /** Fewer bins with a hand than this in 24 hours: their hours are chance. */
  private static final int BINS_A_DAY = 8;

  /** Days over which the hours of the day are counted. */
  private static final int HOUR_DAYS = 7;

  /**
   * Hours of the UTC day, each on two days, from which nearly the whole day is covered: carers' p99
   * is 22, ordinary p99 15.
   */
  private static final int WIDE_HOURS = 20;

  private static final int WEEK = 7;
  private static final int SD = 500;

  /**
   * Weights for each step. Judgement: a naive rule on any use fired on 21.7 % of honest workers
   * (detection.md 0.1), so a machine that is on weighs next to nothing, and nothing below a week. A
   * session that only refreshes keep alive weighs nothing at all: identity providers do so for
   * everybody.
   */
  private static final int[] MACHINE_WEIGHTS = {0, 150, 200, 250};

  private static final int[] ALL_HOURS_WEIGHTS = {500, 700, 800, 900};
  private static final int[] PROBABLY_WEIGHTS = {600, 800, 900, 1000};
  private static final int[] NO_REST_WEIGHTS = {1500, 1900, 2200, 2500};

  /** Who used the session; the heavier later. */
  private enum Hand {
    /** Refreshes and other programs keep it alive. */
    NONE(""),
    /** Acts that perhaps need a hand never pause for half a day: a machine that is on. */
    MACHINE("outside a day's work only programs used it"),
    /** With rests, but within a week over nearly the whole day. */
    ALL_HOURS("acts that need a hand fell into nearly all hours of the day"),
    /** Without a rest when applications opened through single sign-on count. */
    PROBABLY("acts that probably need a hand left no five quiet hours on most days"),
    /** Without a rest on most days. */
    NO_REST("acts that need a hand left no five quiet hours on most days");

    final String words;

    Hand(String words) {
      this.words = words;
    }

    int weight(int step) {
      return switch (this) {
        case NONE -> 0;
        case MACHINE -> MACHINE_WEIGHTS[step];
        case ALL_HOURS -> ALL_HOURS_WEIGHTS[step];
        case PROBABLY -> PROBABLY_WEIGHTS[step];
        case NO_REST -> NO_REST_WEIGHTS[step];
      };
    }

    /** What remains of the weight where it differs from the card. */
    Map<Explanation, Integer> shares() {
      return switch (this) {
        case NONE, MACHINE -> Map.of(Explanation.ALWAYS_ON, 0, Explanation.AUTOMATION, 0);
        case PROBABLY -> Map.of(Explanation.ALWAYS_ON, 300, Explanation.AUTOMATION, 200);
        case ALL_HOURS, NO_REST -> Map.of(Explanation.ALWAYS_ON, 600, Explanation.AUTOMATION, 400);
      };
    }
  }

  private static final Card CARD =
      new Card(
          SLUG,
          "One session in use for days on end",
          "The same session is used for four days or longer without a pause of twelve hours. "
              + "What weighs is the hand: nothing when only refreshes kept the session alive, "
              + "little when a machine was on, more when somebody worked in it at all hours of "
              + "the day and night.",
          "People who work in shifts under one account keep one session alive, because a "
              + "new sign-in would need the second factor again. The advisory of the US State "
              + "Department, Treasury and FBI of 16 May 2022 names accounts that stay logged in "
              + "for one or more days; Microsoft (December 2025, on Jasper Sleet) names "
              + "long-lived sessions.",
          Card.Stage.WORK,
          Cause.RHYTHM,
          false,
          Set.of(
              Kind.SIGN_IN,
              Kind.SIGN_IN_SILENT,
              Kind.APP_SIGN_IN,
              Kind.VPN_SESSION,
              Kind.VIRTUAL_DESKTOP,
              Kind.DEVICE_LOGON,
              Kind.MESSAGE,
              Kind.PAGE_VIEW),
          List.of(),
          50,
          0,
          30,
          Map.of(
              Explanation.ALWAYS_ON, 100,
              Explanation.AUTOMATION, 100,
              Explanation.CARER, 500,
              Explanation.ON_CALL, 600,
              Explanation.OTHER_HOURS, 500,
              Explanation.TAKEN_OVER, 300),
          "The hand at night: an always-on desktop keeps the same session alive by itself, "
              + "with a person in it only by day, and says next to nothing.",
          "Look up which machine keeps the session alive and whether it is a virtual or "
              + "docked desktop that never signs out; then end the session and see who signs in "
              + "again.",
          10,
          List.of("T1078.004", "T1550.001"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    List<Use> sessions = view.sessions();
    if (sessions.isEmpty()) {
      return Outcome.kept(CARD, "no record names a session");
    }
    List<Evidence> evidence = new ArrayList<>();
    for (Use session : sessions) {
      if (session.size() * DAY >= STEPS[0]) {
        look(view, range, session, evidence);
      }
    }
    return new Outcome.Spoke(evidence);
  }

  private static void look(View view, Days range, Use session, List<Evidence> evidence) {
    long[] all = bits(session, Use::all);
    int end = (session.day(session.size() - 1) - session.day(0) + 1) * DAY;
    @Nullable Hands hands = null;
    for (Bits.Run run : Bits.runs(all, 0, end, PAUSE)) {
      if (run.length() >= STEPS[0]) {
        if (hands == null) {
          hands = Hands.of(view, session);
        }
        tell(view, range, session, all, run, hands, evidence);
      }
    }
  }

  private static void tell(
      View view,
      Days range,
      Use session,
      long[] all,
      Bits.Run run,
      Hands hands,
      List<Evidence> evidence) {
    int firstDay = session.day(0);
    Episode episode = null;
    TreeMap<Integer, Evidence> revisions = new TreeMap<>();
    Hand hand = Hand.NONE;
    int weighed = 0;
    int revised = 0;
    int step = 0;
    for (int on = (run.from() + STEPS[0] - 1) / DAY; on * DAY < run.to(); on++) {
      int last = lastSet(all, Math.max(run.from(), on * DAY), Math.min(run.to(), (on + 1) * DAY));
      if (last + 1 - run.from() < STEPS[0]) {
        continue;
      }
      while (step + 1 < STEPS.length && last + 1 - run.from() >= STEPS[step + 1]) {
        step++;
      }
      Hand now = hands.in(run.from(), last);
      hand = now.compareTo(hand) > 0 ? now : hand;
      int day = firstDay + on;
      int weight = hand.weight(step);
      if (weight == 0 || (weight == weighed && day - revised < WEEK)) {
        continue;
      }
      if (episode == null) {
        episode = new Episode(CARD, view.person(), Episode.of("session", session.id()), day);
      }
      weighed = weight;
      revised = day;
      if (range.contains(day)) {
        revisions.put(day, revision(view, episode, day, session, run.from(), last, hand, step));
      }
    }
    int ended = firstDay + (run.to() + PAUSE - 1) / DAY;
    if (episode != null && ended > episode.crossed() && range.contains(ended)) {
      revisions.put(
          ended, revision(view, episode, ended, session, run.from(), run.to() - 1, hand, step));
    }
    evidence.addAll(revisions.values());
  }

  /** The last set bin of a day on which there is one; before {@code from} when there is none. */
  private static int lastSet(long[] bits, int from, int to) {
    for (int bin = to - 1; bin >= from; bin--) {
      if (Bits.get(bits, bin)) {
        return bin;
      }
    }
    return from - 1;
  }

  /** The bins of one session, from its first day in a row. */
  private static final class Hands {
    /** Acts that need a hand. */
    private final long[] human;

    /** These, and applications opened through single sign-on by no metronome. */
    private final long[] probable;

    /** All acts that perhaps need a hand. */
    private final long[] awake;

    private Hands(long[] human, long[] probable, long[] awake) {
      this.human = human;
      this.probable = probable;
      this.awake = awake;
    }

    static Hands of(View view, Use session) {
      long[] human = bits(session, Use::human);
      long[] probable = human.clone();
      view.acts(
          second(session, 0),
          (session.day(session.size() - 1) + 1) * 86_400L - 1,
          (on, i) -> {
            if (on.page().id(i, Facet.SESSION) == session.id()
                && on.who(i) == Prior.MAYBE
                && on.page().kind(i) == Kind.APP_SIGN_IN) {
              int bin = (int) ((on.at(i) - second(session, 0)) / Bits.BIN_SECONDS);
              probable[bin >>> 6] |= 1L << bin;
            }
          });
      return new Hands(human, probable, bits(session, Use::awake));
    }

    /** Who used it in the days that end with a bin. */
    Hand in(int from, int last) {
      if (restless(human, last)) {
        return Hand.NO_REST;
      }
      if (restless(probable, last)) {
        return Hand.PROBABLY;
      }
      if (hours(from, last) >= WIDE_HOURS) {
        return Hand.ALL_HOURS;
      }
      return Bits.longestGap(awake, from, last + 1).length() < PAUSE ? Hand.MACHINE : Hand.NONE;
    }

    private static boolean restless(long[] bits, int last) {
      int windows = 0;
      for (int back = 1; back <= REST_DAYS; back++) {
        int start = last + 1 - back * DAY;
        if (start >= 0
            && Bits.count(bits, start, start + DAY) >= BINS_A_DAY
            && Bits.longestGap(bits, start, start + DAY).length() < REST) {
          windows++;
        }
      }
      return windows >= RESTLESS;
    }

    private int hours(int from, int last) {
      int[] daysOfHour = new int[24];
      int start = Math.max(from, last + 1 - HOUR_DAYS * DAY);
      for (int bin = Bits.nextSet(human, start, last + 1); bin <= last; ) {
        int hour = bin / 12;
        daysOfHour[hour % 24]++;
        bin = Bits.nextSet(human, Math.max(bin + 1, (hour + 1) * 12), last + 1);
      }
      int hours = 0;
      for (int days : daysOfHour) {
        hours += days >= 2 ? 1 : 0;
      }
      return hours;
    }
  }

  private static Evidence revision(
      View view,
      Episode episode,
      int day,
      Use session,
      int fromBin,
      int toBin,
      Hand hand,
      int step) {
    long from = second(session, fromBin);
    long to = second(session, toBin + 1) - 1;
    Act.Which inSession = (on, i) -> on.page().id(i, Facet.SESSION) == session.id();
    Act.Which byHand =
        (on, i) ->
            inSession.test(on, i)
                && (on.human(i)
                    || (on.who(i) == Prior.MAYBE && on.page().kind(i) == Kind.APP_SIGN_IN));
    List<Citation> cited = new ArrayList<>();
    Act first = view.first(from, to, inSession);
    Act last = view.last(from, to, inSession);
    cite(cited, first);
    cite(cited, last);
    cite(cited, view.first(from, to, byHand));
    cite(cited, view.last(from, to, byHand));
    long began = first == null ? from : first.at();
    long ended = last == null ? to : last.on().until(last.i());
    String fact =
        "One session was in use for "
            + Words.span(ended - began)
            + ", from "
            + Words.time(began)
            + " to "
            + Words.time(ended)
            + ", without a pause of twelve hours; "
            + hand.words
            + ".";
    return episode.revision(
        day,
        began,
        ended,
        new Episode.Weighed(hand.weight(step), SD, hand.shares()),
        Direction.SUBJECT,
        fact,
        cited);
  }

  private static void cite(List<Citation> cited, @Nullable Act act) {
    if (act != null) {
      cited.add(act.cite());
    }
  }

  /** Bins of a session from its first day to its last, in a row. */
  private static long[] bits(Use session, BiFunction<Use, Integer, long[]> which) {
    List<long[]> row = new ArrayList<>();
    int next = session.day(0);
    for (int i = 0; i < session.size(); i++) {
      for (; next < session.day(i); next++) {
        row.add(Bits.empty());
      }
      row.add(which.apply(session, i));
      next++;
    }
    return Bits.days(row);
  }

  private static long second(Use session, int bin) {
    return session.day(0) * 86_400L + bin * (long) Bits.BIN_SECONDS;
  }
}
