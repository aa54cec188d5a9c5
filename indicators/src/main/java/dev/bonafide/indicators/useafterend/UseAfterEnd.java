package dev.bonafide.indicators.useafterend;

import com.google.auto.service.AutoService;
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
import dev.bonafide.model.Claim;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Acts that need a hand after the employment has ended and a day of grace has passed (detection.md
 * 1.16). Refreshes and other programs that go on are a matter for whoever runs the identity
 * provider, and say nothing of the person.
 */
@AutoService(Indicator.class)
public final class UseAfterEnd implements Indicator {
  private static final String SLUG = "use-after-end";

  /** Seconds: systems close accounts at night, people say good-bye. */
  private static final long GRACE = 24 * 3600L;

  /** A day ends last at UTC-12, and begins first at UTC+14. */
  private static final long LATEST_ZONE = 12 * 3600L;

  private static final long EARLIEST_ZONE = 14 * 3600L;

  private static final long DAY = 86_400L;

  /** Days before a later employment on which an account is set up and first tried. */
  private static final int SETTING_UP_DAYS = 7;

  private static final int WEEK = 7;

  /** Days with acts within a week, from which they look like ordinary work going on. */
  private static final int WORK_GOES_ON = 4;

  /**
   * Judgement, under the cap of 6 nats for a contradiction between two records of the employer: one
   * act may be a wrong time, three bins or two days are use.
   */
  private static final Episode.Weighed ONCE = new Episode.Weighed(4000, 1000);

  private static final Episode.Weighed USED = new Episode.Weighed(6000, 1000);

  /**
   * Ordinary work that goes on after the end is most often a row that is wrong, or a new contract
   * without a row: some 3 % of end dates are entered late or wrongly (detection.md 4.3, an
   * assumption).
   */
  private static final Episode.Weighed GOES_ON =
      new Episode.Weighed(
          6000, 1500, Map.of(Explanation.RECORD_ERROR, 150, Explanation.HANDOVER, 350));

  private static final Card CARD =
      new Card(
          SLUG,
          "Use of the account after the employment ended",
          "An act that needs a hand, such as a sign-in with a second factor, an unlock or a "
              + "message, happens more than 24 hours after the end of the last day of employment, "
              + "counted in the latest time zone on earth. Token refreshes and other programs do "
              + "not count.",
          "An account that outlives the employment is open to whoever knows its password. "
              + "Secureworks (October 2024) and Google GTIG (April 2025) describe dismissed "
              + "workers who had taken data and then demanded money.",
          Card.Stage.LEAVING,
          Cause.IDENTITY,
          true,
          Set.of(
              Kind.SIGN_IN,
              Kind.FACTOR_USED,
              Kind.DEVICE_LOGON,
              Kind.DEVICE_LOGON_REMOTE,
              Kind.DEVICE_UNLOCK,
              Kind.MESSAGE,
              Kind.PAGE_VIEW,
              Kind.FILE_READ,
              Kind.CODE_COMMIT),
          List.of("the end of employment"),
          35,
          0,
          Integer.MAX_VALUE,
          Map.of(
              Explanation.RECORD_ERROR, 350,
              Explanation.HANDOVER, 600,
              Explanation.AUTOMATION, 500,
              Explanation.TAKEN_OVER, 300,
              Explanation.TESTER, 300),
          "The hand: the same account with nothing but token refreshes after the same end "
              + "date says nothing of the person.",
          "Ask HR whether the end date is right, was entered late, or was followed by a new "
              + "contract; meanwhile close the account and end its sessions.",
          5,
          List.of("T1078", "T1078.004"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    List<Claim.Employment> rows = view.employment();
    if (rows.isEmpty()) {
      return Outcome.kept(CARD, "no record says when the employment ends");
    }
    List<Evidence> evidence = new ArrayList<>();
    boolean refreshed = false;
    for (Claim.Employment row : rows) {
      long closed = end(row);
      if (closed == Long.MAX_VALUE) {
        continue;
      }
      closed += GRACE;
      long reopened = nextStart(rows, row);
      if (closed < reopened) {
        List<Act> acts = acts(view, closed, reopened);
        refreshed |= acts.isEmpty() && anything(view, closed, reopened);
        tell(view, range, row, acts, evidence);
      }
    }
    if (evidence.isEmpty() && refreshed) {
      return Outcome.kept(
          CARD,
          "after the end only programs used the account, which says nothing of the person: its"
              + " sessions should be closed");
    }
    return new Outcome.Spoke(evidence);
  }

  /** UTC second after which the row no longer holds, without grace. */
  private static long end(Claim.Employment row) {
    if (row.endMilli() != Long.MAX_VALUE) {
      return Math.floorDiv(row.endMilli(), 1000);
    }
    return row.toDay() == Long.MAX_VALUE ? Long.MAX_VALUE : (row.toDay() + 1) * DAY + LATEST_ZONE;
  }

  /**
   * UTC second from which another row holds again; the row's own end is not closed when one
   * overlaps.
   */
  private static long nextStart(List<Claim.Employment> rows, Claim.Employment ended) {
    long next = Long.MAX_VALUE;
    for (Claim.Employment row : rows) {
      boolean later =
          !row.equals(ended)
              && (end(row) > end(ended)
                  || (end(row) == end(ended) && row.recordId() < ended.recordId()));
      if (later) {
        long start =
            row.fromDay() == Long.MIN_VALUE
                ? Long.MIN_VALUE
                : (row.fromDay() - SETTING_UP_DAYS) * DAY - EARLIEST_ZONE;
        next = Math.min(next, start);
      }
    }
    return next;
  }

  private static List<Act> acts(View view, long from, long before) {
    List<Act> acts = new ArrayList<>();
    view.acts(
        Math.max(from, view.firstDay() * DAY),
        Math.min(before - 1, view.lastDay() * DAY + DAY - 1),
        (on, i) -> {
          if (on.human(i)) {
            acts.add(new Act(on, i));
          }
        });
    acts.sort(Act.ORDER);
    return acts;
  }

  private static boolean anything(View view, long from, long before) {
    return view.first(
            Math.max(from, view.firstDay() * DAY),
            Math.min(before - 1, view.lastDay() * DAY + DAY - 1),
            (on, i) -> true)
        != null;
  }

  private static void tell(
      View view, Days range, Claim.Employment row, List<Act> acts, List<Evidence> evidence) {
    Episode episode = null;
    Episode.@Nullable Weighed weighed = null;
    int revised = 0;
    for (int i = 0; i < acts.size(); i++) {
      int day = acts.get(i).on().day();
      if (i + 1 < acts.size() && acts.get(i + 1).on().day() == day) {
        continue;
      }
      if (episode == null) {
        episode = new Episode(CARD, view.person(), "", day);
      }
      List<Act> sofar = acts.subList(0, i + 1);
      Episode.Weighed now = weigh(sofar, day);
      if (!now.equals(weighed) || day - revised >= WEEK) {
        weighed = now;
        revised = day;
        if (range.contains(day)) {
          evidence.add(revision(episode, row, sofar, day, now));
        }
      }
    }
  }

  private static Episode.Weighed weigh(List<Act> acts, int day) {
    int bins = 0;
    int days = 0;
    int lately = 0;
    int lastDay = Integer.MIN_VALUE;
    long lastBin = Long.MIN_VALUE;
    for (Act act : acts) {
      long bin = act.at() / Bits.BIN_SECONDS;
      bins += bin != lastBin ? 1 : 0;
      lastBin = bin;
      if (act.on().day() != lastDay) {
        lastDay = act.on().day();
        days++;
        lately += lastDay > day - WEEK ? 1 : 0;
      }
    }
    return lately >= WORK_GOES_ON ? GOES_ON : bins >= 3 || days >= 2 ? USED : ONCE;
  }

  private static Evidence revision(
      Episode episode, Claim.Employment row, List<Act> acts, int day, Episode.Weighed weight) {
    Act first = acts.getFirst();
    Act last = acts.getLast();
    List<Citation> cited = new ArrayList<>();
    cited.add(new Citation.OfRow(row.recordId()));
    cited.add(first.cite());
    cited.add(acts.get(acts.size() / 2).cite());
    cited.add(last.cite());
    return episode.revision(
        day,
        first.at(),
        last.at(),
        weight,
        Direction.SUBJECT,
        "The employment ended on "
            + Words.day((int) Math.floorDiv(end(row) - 1 - shift(row), DAY))
            + "; "
            + Words.count(acts.size(), "act")
            + " that "
            + (acts.size() == 1 ? "needs" : "need")
            + " a hand came later, the first at "
            + Words.time(first.at())
            + (acts.size() == 1 ? "" : ", the last at " + Words.time(last.at()))
            + (weight.equals(GOES_ON) ? "; it looks like ordinary work going on." : "."),
        cited);
  }

  private static long shift(Claim.Employment row) {
    return row.endMilli() != Long.MAX_VALUE ? 0 : LATEST_ZONE;
  }
}
