package dev.bonafide.indicators.clockchange;

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
import dev.bonafide.model.Claim;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the claimed zone changes its clocks, the working day of whoever lives there moves by an hour
 * of universal time; that of somebody who lives elsewhere stays. The comparison is with the
 * person's own weeks before, so owls and early risers are alike (detection.md 1.6).
 */
@AutoService(Indicator.class)
public final class ClockChange implements Indicator {
  private static final int WEEKS = 21;

  /** Working days on each side, and five-minute bins with a hand that make one. */
  private static final int DAYS = 8;

  private static final int BINS = 12;

  /** Least spread of one person's days, hours, and what meetings of others blur (judgement). */
  private static final double LEAST_SD = 0.4;

  private static final double BLUR = 0.25;

  private static final int LEAST = 1500;

  /** Judgement, under the cap of 3500: who works with colleagues elsewhere follows their clocks. */
  private static final int MOST = 1800;

  private static final int SD = 800;

  private static final Card CARD =
      new Card(
          "clock-change",
          "The clocks changed, the working day did not",
          "When the clocks of the claimed zone change, the middle of the working day stays where it "
              + "was in universal time, by eight working days and more on each side, although "
              + "everybody there begins an hour earlier or later.",
          "Operators live by the clock of another place: KnowBe4 (July 2024) describes hours kept for "
              + "show. That a change of clocks tells zones apart where odd hours do not is our "
              + "inference from how zones work; research on crowds uses the same jump (2018).",
          Card.Stage.WORK,
          Cause.PLACE_CLOCK,
          false,
          Set.of(Kind.MESSAGE, Kind.DEVICE_UNLOCK, Kind.SIGN_IN, Kind.FILE_WRITE, Kind.PAGE_VIEW),
          List.of("time zone"),
          42,
          0,
          60,
          Map.of(
              Explanation.OTHER_HOURS, 300,
              Explanation.TRAVELLER, 300,
              Explanation.ON_CALL, 600,
              Explanation.CARER, 600,
              Explanation.RECORD_ERROR, 400),
          "The hour: the same days moved by one hour with the claimed zone say nothing.",
          "Ask the manager whether the worker's day follows a team in another zone.",
          5,
          List.of("T1078"));

  @Override
  public Card card() {
    return CARD;
  }

  /** Middles of working days, hours, on one side. */
  private record Side(int days, double mean, double variance) {}

  @Override
  public Outcome evaluate(View view, Days range) {
    boolean claimed = false;
    for (Claim claim : view.claims()) {
      claimed |=
          (claim instanceof Claim.Place place && place.zone() != null)
              || (claim instanceof Claim.Schedule schedule && schedule.zone() != null);
    }
    if (!claimed) {
      return Outcome.kept(
          CARD, "nothing says in which time zone the worker lives: an HR file would");
    }
    List<Evidence> evidence = new ArrayList<>();
    int day = view.firstDay() + DAYS;
    while (day <= view.lastDay() - DAYS) {
      ZoneId zone = view.zone(day);
      ZoneOffsetTransition next =
          zone == null
              ? null
              : zone.getRules().nextTransition(Instant.ofEpochSecond(day * 86_400L));
      int on =
          next == null ? Integer.MAX_VALUE : (int) Math.floorDiv(next.toEpochSecond(), 86_400L);
      if (next == null || on > view.lastDay() - DAYS) {
        break;
      }
      if (zone != null
          && zone.equals(view.zone(on))
          && Math.abs(next.getDuration().toSeconds()) == 3600) {
        tell(view, range, zone, on, -next.getDuration().toSeconds() / 3600.0, evidence);
      }
      day = on + 1;
    }
    return new Outcome.Spoke(evidence);
  }

  /**
   * @param on UTC day of the change
   * @param expected hours by which a day in that zone moves in universal time
   */
  private static void tell(
      View view, Days range, ZoneId zone, int on, double expected, List<Evidence> evidence) {
    double anchor = anchor(view, on - WEEKS, on - 1);
    Side before = side(view, zone, on - WEEKS, on - 1, anchor);
    if (before.days < DAYS) {
      return;
    }
    Episode episode = null;
    int weighed = 0;
    for (int day = on + 1; day <= Math.min(view.lastDay(), on + WEEKS); day++) {
      if (middle(view, day, anchor) == null) {
        continue;
      }
      Side after = side(view, zone, on + 1, day, anchor);
      if (after.days < DAYS) {
        continue;
      }
      int weight = weight(before, after, expected);
      if (weight == weighed || (episode == null && weight == 0)) {
        continue;
      }
      if (episode == null) {
        episode = new Episode(CARD, view.person(), "", day);
      }
      weighed = weight;
      if (range.contains(day)) {
        evidence.add(revision(view, episode, on, day, weight, before, after));
      }
    }
  }

  private static int weight(Side before, Side after, double expected) {
    double moved = after.mean - before.mean;
    double variance = before.variance / before.days + after.variance / after.days + BLUR * BLUR;
    double ratio = ((moved - expected) * (moved - expected) - moved * moved) / (2 * variance);
    int weight = (int) (StrictMath.floor(10 * ratio) * 100);
    return weight < LEAST ? 0 : MOST;
  }

  /** Where the day of somebody lies in universal time, hours: the circular mean of all bins. */
  private static double anchor(View view, int from, int to) {
    double sin = 0;
    double cos = 0;
    for (int day = from; day <= to; day++) {
      long half = view.halfHours(day);
      for (long rest = half; rest != 0; rest &= rest - 1) {
        double angle = 2 * Math.PI * (Long.numberOfTrailingZeros(rest) + 0.5) / 48;
        sin += StrictMath.sin(angle);
        cos += StrictMath.cos(angle);
      }
    }
    return StrictMath.atan2(sin, cos) / (2 * Math.PI) * 24;
  }

  private static Side side(View view, ZoneId zone, int from, int to, double anchor) {
    int days = 0;
    double sum = 0;
    double squares = 0;
    for (int day = from; day <= to; day++) {
      Double middle =
          Math.floorMod(day + 3, 7) < 5 && zone.equals(view.zone(day))
              ? middle(view, day, anchor)
              : null;
      if (middle != null) {
        days++;
        sum += middle;
        squares += middle * middle;
      }
    }
    double mean = days == 0 ? 0 : sum / days;
    double variance = days < 2 ? 0 : Math.max(0, (squares - days * mean * mean) / (days - 1));
    return new Side(days, mean, Math.max(LEAST_SD * LEAST_SD, variance));
  }

  /** The mean of a day's bins, hours from the anchor; null for a day with little work. */
  private static @Nullable Double middle(View view, int day, double anchor) {
    long[] bins = view.human(day);
    int count = Bits.count(bins);
    if (count < BINS) {
      return null;
    }
    double sum = 0;
    for (int bin = Bits.nextSet(bins, 0, Bits.BINS);
        bin < Bits.BINS;
        bin = Bits.nextSet(bins, bin + 1, Bits.BINS)) {
      double hours = (bin + 0.5) / 12 - anchor;
      hours = (hours % 24 + 24) % 24;
      sum += hours > 12 ? hours - 24 : hours;
    }
    return sum / count;
  }

  private static Evidence revision(
      View view, Episode episode, int on, int day, int weight, Side before, Side after) {
    long from = (on - WEEKS) * 86_400L;
    long to = day * 86_400L + 86_399;
    Act first = view.first(from, to, AccountDay::human);
    Act last = view.last(from, to, AccountDay::human);
    List<Citation> cited = new ArrayList<>();
    for (Act act : new Act[] {first, view.first((on + 1) * 86_400L, to, AccountDay::human), last}) {
      if (act != null) {
        cited.add(act.cite());
      }
    }
    return episode.revision(
        day,
        first == null ? from : first.at(),
        last == null ? to : last.at(),
        new Episode.Weighed(weight, weight == 0 ? 0 : SD),
        Direction.SUBJECT,
        "The clocks of the claimed zone changed on "
            + Words.day(on)
            + "; the middle of the working day moved by "
            + String.format(Locale.ROOT, "%.1f", Math.abs(after.mean - before.mean))
            + " hours of universal time, by "
            + before.days
            + " days before and "
            + after.days
            + " after.",
        cited);
  }
}
