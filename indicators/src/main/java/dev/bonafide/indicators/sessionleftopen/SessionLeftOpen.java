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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /**
   * Hours of the UTC day in use from which nearly the whole day is covered: carers' p99 is 22,
   * ordinary p99 15.
   */
  private static final int WIDE_HOURS = 20;

  /** Acts that need a hand in every 24 hours of the span: with fewer their hours are chance. */
  private static final int HANDS_A_DAY = 12;

  private static final int SD = 500;

  /**
   * Weights for each step. Judgement: a naive rule on any use fired on 21.7 % of honest workers
   * (detection.md 0.1), so a machine that is on weighs next to nothing, and nothing below a week.
   */
  private static final int[] RESTS_WEIGHTS = {0, 150, 200, 250};

  private static final int[] ALL_HOURS_WEIGHTS = {500, 700, 800, 900};
  private static final int[] NO_REST_WEIGHTS = {1500, 1900, 2200, 2500};

  /** What a hand did in the session. */
  private enum Hand {
    /** Only programs at night: a machine that is on. */
    RESTS("outside a day's work only programs used it"),
    /** With rests, but over nearly the whole day taken together. */
    ALL_HOURS("acts that need a hand fell into nearly all hours of the day"),
    /** Without a rest on most days. */
    NO_REST("on most days acts that need a hand left no five quiet hours");

    final String words;

    Hand(String words) {
      this.words = words;
    }

    int weight(int step) {
      return switch (this) {
        case RESTS -> RESTS_WEIGHTS[step];
        case ALL_HOURS -> ALL_HOURS_WEIGHTS[step];
        case NO_REST -> NO_REST_WEIGHTS[step];
      };
    }
  }

  private static final Card CARD =
      new Card(
          SLUG,
          "One session in use for days on end",
          "The same session is used for four days or longer without a pause of twelve "
              + "hours. What weighs is the hand: little when only programs kept the session "
              + "alive, more when somebody worked in it at all hours of the day and night.",
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
    long[] all = bits(session, false);
    int end = (session.day(session.size() - 1) - session.day(0) + 1) * DAY;
    for (Bits.Run run : Bits.runs(all, 0, end, PAUSE)) {
      if (run.length() >= STEPS[0]) {
        tell(view, range, session, all, run, evidence);
      }
    }
  }

  private static void tell(
      View view, Days range, Use session, long[] all, Bits.Run run, List<Evidence> evidence) {
    long[] human = bits(session, true);
    int firstDay = session.day(0);
    Episode episode = null;
    TreeMap<Integer, Evidence> revisions = new TreeMap<>();
    int told = 0;
    for (int step = 0; step < STEPS.length && run.length() >= STEPS[step]; step++) {
      int crossing = Bits.nextSet(all, run.from() + STEPS[step] - 1, run.to());
      int day = firstDay + crossing / DAY;
      Hand hand = hand(view, session, human, run.from(), crossing);
      if (hand.weight(step) == 0) {
        continue;
      }
      if (episode == null) {
        episode = new Episode(CARD, view.person(), Episode.of("session", session.id()), day);
      }
      told = step;
      if (range.contains(day)) {
        revisions.put(day, revision(view, episode, day, session, run.from(), crossing, hand, step));
      }
    }
    int ended = firstDay + (run.to() + PAUSE - 1) / DAY;
    if (episode != null
        && ended > episode.crossed()
        && run.length() <= STEPS[STEPS.length - 1] + DAY
        && range.contains(ended)) {
      Hand hand = hand(view, session, human, run.from(), run.to() - 1);
      revisions.put(
          ended, revision(view, episode, ended, session, run.from(), run.to() - 1, hand, told));
    }
    evidence.addAll(revisions.values());
  }

  /** What a hand did from one bin of the session to another, both included. */
  private static Hand hand(View view, Use session, long[] human, int from, int to) {
    int windows = 0;
    int restless = 0;
    for (int start = from; start + DAY <= to + 1; start += DAY) {
      windows++;
      restless += Bits.longestGap(human, start, start + DAY).length() < REST ? 1 : 0;
    }
    int[] daysOfHour = new int[24];
    for (int bin = Bits.nextSet(human, from, to + 1); bin <= to; ) {
      int hour = bin / 12;
      daysOfHour[hour % 24]++;
      bin = Bits.nextSet(human, (hour + 1) * 12, to + 1);
    }
    int hours = 0;
    for (int days : daysOfHour) {
      hours += days >= 2 ? 1 : 0;
    }
    if (hours < WIDE_HOURS && 4 * restless < 3 * windows) {
      return Hand.RESTS;
    }
    if ((long) hands(view, session, from, to) * DAY < (long) HANDS_A_DAY * (to + 1 - from)) {
      return Hand.RESTS;
    }
    return 4 * restless >= 3 * windows ? Hand.NO_REST : Hand.ALL_HOURS;
  }

  private static int hands(View view, Use session, int from, int to) {
    int[] hands = new int[1];
    view.acts(
        second(session, from),
        second(session, to + 1) - 1,
        (on, i) -> {
          if (on.human(i) && on.page().id(i, Facet.SESSION) == session.id()) {
            hands[0]++;
          }
        });
    return hands[0];
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
    Act.Which byHand = (on, i) -> on.human(i) && inSession.test(on, i);
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
        new Episode.Weighed(
            hand.weight(step),
            SD,
            hand == Hand.RESTS
                ? Map.of(Explanation.ALWAYS_ON, 0, Explanation.AUTOMATION, 0)
                : Map.of(Explanation.ALWAYS_ON, 600, Explanation.AUTOMATION, 400)),
        Direction.SUBJECT,
        fact,
        cited);
  }

  private static void cite(List<Citation> cited, @Nullable Act act) {
    if (act != null) {
      cited.add(act.cite());
    }
  }

  /** The bins of a session from its first day to its last, in a row. */
  private static long[] bits(Use session, boolean human) {
    List<long[]> row = new ArrayList<>();
    int next = session.day(0);
    for (int i = 0; i < session.size(); i++) {
      for (; next < session.day(i); next++) {
        row.add(Bits.empty());
      }
      row.add(human ? session.human(i) : session.all(i));
      next++;
    }
    return Bits.days(row);
  }

  private static long second(Use session, int bin) {
    return session.day(0) * 86_400L + bin * (long) Bits.BIN_SECONDS;
  }
}
