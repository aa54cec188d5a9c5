package dev.bonafide.indicators.otherclock;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Network;
import dev.bonafide.knowledge.Spot;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The middle of the working day, over three weeks or, when it moved lately, over the last eight
 * working days, against the hours that the person declared, or the office hours of the claimed zone
 * (detection.md 1.5). People differ: more days do not make the interval narrower than they do. So
 * it excludes only what lies four hours away and more, and names no place.
 */
@AutoService(Indicator.class)
public final class OtherClock implements Indicator {
  private static final int WINDOW = 21;
  private static final int WEEK = 7;
  private static final int CLEAN_DAYS = 20;

  /** Days that show a working day; the error stops falling after five to ten (detection.md 0.3). */
  private static final int DAYS = 8;

  /**
   * Half hours with a hand that make a day a working day, and their least average. Where only
   * sign-ins and unlocks show a hand a day has some five; eight such days place the middle to half
   * an hour (2.5 hours of spread within a day over the root of 32), well below what people differ.
   */
  private static final int HALF_HOURS = 3;

  private static final int AVERAGE = 4;

  /** Half hours of a day, of the widest working day, and of the days that the phase is read in. */
  private static final int ALL = 48;

  private static final int DAY = 20;
  private static final int SPREAD = 26;

  /** Of ten half hours, those that must lie in one such spread: else there is no single phase. */
  private static final int ONE_PHASE = 8;

  /** Middle of an office day, hours local. */
  private static final double OFFICE = 13.25;

  /** Spread between people in hours: hours declared, and not declared (detection.md 1.5). */
  private static final double DECLARED_SD = 1.0;

  private static final double UNDECLARED_SD = 1.5;

  /** Spread of one person's days, hours. */
  private static final double WITHIN_SD = 1.1;

  /** Night owls are later than office hours by two hours, and one in ten is one: judgement. */
  private static final double LATE = 1;

  /** Ordinary people who nevertheless keep any hours, declared hours or not. Judgement. */
  private static final double ANY = 0.03;

  private static final double ANY_DECLARED = 0.01;

  /**
   * Ordinary people who work, without a word in the HR file, in the hours of colleagues or
   * customers in another zone: some 4.5 hours away on either side (detection.md section 3).
   */
  private static final double OFFSET = 0.04;

  private static final double OFFSET_HOURS = 4.5;
  private static final double OFFSET_SD = 2;

  /**
   * Of those whom we look for, the share that keeps its own hours: most keep the claimed ones
   * (detection.md 4.5). Judgement.
   */
  private static final double OWN_HOURS = 0.25;

  /** Rhythm alone may only exclude what lies so many hours away (detection.md 0.3). */
  private static final double EXCLUDES = 4;

  private static final int LEAST = 1000;

  /** Judgement, under the cap of 3500 for place and clock: hours are habits. */
  private static final int MOST = 2000;

  private static final int MOST_DECLARED = 2600;

  /** The most when only the last eight working days say it: two weeks of travel do the same. */
  private static final int MOST_LATELY = 1200;

  /**
   * The most when a fixed line of most of those days lies where the person claims to be: odd hours
   * at home are a habit, unless somebody else's hand reaches in, which other indicators see.
   */
  private static final int AT_HOME = 900;

  private static final int AT_HOME_DECLARED = 1600;

  /**
   * The most when the lines of most of those days lie far from the claimed place and where that
   * clock runs: the person is elsewhere, which travellers and nomads are too, and the place itself
   * is the evidence of another indicator of this cause.
   */
  private static final int ELSEWHERE = 500;

  /** Hours by which the sun and the clock of a place may differ, beside odd hours of work. */
  private static final double PLACE_HOURS = 4;

  private static final int SD = 800;
  private static final int STEP = 300;

  private static final Card CARD =
      new Card(
          "other-clock",
          "A working day of another time zone",
          "Over three weeks, or lately over eight working days, the middle of the working day, by acts "
              + "that need a hand, lies four hours or more from the hours that the worker declared, or else from office hours in the "
              + "claimed zone. No place is concluded from it.",
          "KnowBe4 (July 2024) describes a new hire who worked at night in the claimed zone and by "
              + "day in another; so do reports by DTEX (October 2024). Other operators keep the "
              + "claimed hours, and many honest people keep odd ones, so hours alone raise no case.",
          Card.Stage.WORK,
          Cause.PLACE_CLOCK,
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
          List.of("time zone"),
          20,
          0,
          30,
          Map.of(
              Explanation.OTHER_HOURS, 100,
              Explanation.TRAVELLER, 300,
              Explanation.ON_CALL, 600,
              Explanation.CARER, 500,
              Explanation.RECORD_ERROR, 400,
              Explanation.AUTOMATION, 500,
              Explanation.OVER_EMPLOYED, 700,
              Explanation.TAKEN_OVER, 300),
          "The declared hours: the same days of somebody whose roster or schedule says so say "
              + "nothing.",
          "Ask the manager which hours were agreed, and write them into the HR file: declared "
              + "hours settle this for good.",
          5,
          List.of("T1078"));

  @Override
  public Card card() {
    return CARD;
  }

  /** The claimed middle of the day. */
  private record Claimed(ZoneId zone, double middle, boolean declared) {}

  /** What the last weeks show, from their first UTC epoch day. */
  private record Phase(int days, double middle, int from) {}

  /** What the lines of those days say of a clock that does not fit. */
  private enum Lines {
    /** They lie far away, where such a day is usual, or are a traveller's. */
    MOVED,
    /** They lie where the person claims to be. */
    AT_HOME,
    /** Neither. */
    OPEN
  }

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
    int days = view.lastDay() - view.firstDay() + 1;
    int[] counts = new int[ALL];
    long[] local = new long[Math.max(0, days)];
    List<Evidence> evidence = new ArrayList<>();
    boolean noPhase = false;
    Episode episode = null;
    int weighed = 0;
    int revised = 0;
    int active = 0;
    int total = 0;
    for (int i = 0; i < days; i++) {
      int day = view.firstDay() + i;
      if (i >= WINDOW && local[i - WINDOW] != 0) {
        active--;
        total -= Long.bitCount(local[i - WINDOW]);
        add(counts, local[i - WINDOW], -1);
      }
      long half = view.halfHours(day);
      Claimed claim = Long.bitCount(half) < HALF_HOURS ? null : claimed(view, day);
      if (claim == null) {
        continue;
      }
      local[i] = local(half, claim.zone, day);
      active++;
      total += Long.bitCount(local[i]);
      add(counts, local[i], 1);
      if (active < DAYS || total < AVERAGE * active) {
        continue;
      }
      Phase phase = phase(counts, active, total, day - WINDOW + 1);
      int weight = phase == null ? 0 : weight(phase, claim);
      if (weight == 0) {
        // What began lately is hidden among the days before it.
        Phase lately = lately(local, i, view.firstDay());
        int latelyWeight = lately == null ? 0 : Math.min(MOST_LATELY, weight(lately, claim));
        if (latelyWeight > 0) {
          phase = lately;
          weight = latelyWeight;
        }
      }
      if (phase == null) {
        noPhase |= range.contains(day);
        continue;
      }
      double late = wrap(phase.middle - claim.middle);
      Lines lines = weight > 0 ? lines(view, phase, day, claim.zone) : Lines.OPEN;
      weight =
          switch (lines) {
            case MOVED -> Math.min(ELSEWHERE, weight);
            case AT_HOME -> Math.min(claim.declared ? AT_HOME_DECLARED : AT_HOME, weight);
            case OPEN -> weight;
          };
      if (weight == 0 && episode == null) {
        continue;
      }
      if (episode == null || (weighed == 0 && weight > 0 && day - revised >= WINDOW)) {
        episode = new Episode(CARD, view.person(), "", day);
        weighed = -STEP;
      }
      if (Math.abs(weight - weighed) >= STEP
          || (weight == 0) != (weighed == 0)
          || (weight > 0 && day - revised >= WEEK)) {
        weighed = weight;
        revised = day;
        if (range.contains(day)) {
          evidence.add(revision(view, episode, day, weight, late, claim, phase, lines));
        }
      }
    }
    return evidence.isEmpty() && noPhase
        ? Outcome.kept(CARD, "the hours of the day have no single middle")
        : new Outcome.Spoke(evidence);
  }

  /** The middle of the last eight working days; null when they are too short or have none. */
  private static @Nullable Phase lately(long[] local, int last, int firstDay) {
    int[] counts = new int[ALL];
    int total = 0;
    int days = 0;
    int from = last;
    for (int i = last; i > last - WINDOW && i >= 0 && days < DAYS; i--) {
      if (local[i] != 0) {
        from = i;
        add(counts, local[i], 1);
        total += Long.bitCount(local[i]);
        days++;
      }
    }
    return days < DAYS || total < AVERAGE * days
        ? null
        : phase(counts, days, total, firstDay + from);
  }

  /**
   * Of the days of a phase that show a place, whether on half of them at least the person was far
   * from the claimed one and where the sun fits the middle of the day, or else at the claimed one.
   * What many colleagues share is a gateway, and shows no place of theirs.
   */
  private static Lines lines(View view, Phase phase, int day, ZoneId zone) {
    int offset = zone.getRules().getOffset(Instant.ofEpochSecond(day * 86_400L)).getTotalSeconds();
    double utc = phase.middle - offset / 3600.0;
    TreeMap<Integer, Lines> days = new TreeMap<>();
    for (Use address : view.addresses()) {
      for (int i = 0; i < address.size(); i++) {
        int on = address.day(i);
        Network network = on < phase.from || on > day ? null : address.network(i);
        if (network == null
            || !shows(network.egressClass())
            || view.egressClass(network, on) != network.egressClass()) {
          continue;
        }
        Lines said =
            switch (view.whereabouts(address, i)) {
              case NEAR -> network.egressClass() == EgressClass.MOBILE ? Lines.OPEN : Lines.AT_HOME;
              // Whoever works from a hotel or a shared office far away travels, at whatever hours.
              case FAR ->
                  network.egressClass() == EgressClass.OFFICE || sunFits(view, network, utc)
                      ? Lines.MOVED
                      : Lines.OPEN;
              case UNKNOWN -> Lines.OPEN;
            };
        days.merge(on, said, (one, other) -> one.compareTo(other) <= 0 ? one : other);
      }
    }
    int moved = 0;
    int home = 0;
    for (Lines said : days.values()) {
      moved += said == Lines.MOVED ? 1 : 0;
      home += said == Lines.AT_HOME ? 1 : 0;
    }
    return moved >= 3 && 2 * moved >= days.size()
        ? Lines.MOVED
        : home >= 3 && 2 * home >= days.size() ? Lines.AT_HOME : Lines.OPEN;
  }

  /** Whether the middle of such a day is an office day's where a network lies. */
  private static boolean sunFits(View view, Network network, double utc) {
    double longitude = network.statement().longitude();
    if (!network.placed()) {
      String city = network.statement().city();
      List<Spot> spots =
          city == null
              ? List.of()
              : view.around().knowledge().city(city, network.statement().country());
      if (spots.isEmpty()) {
        return false;
      }
      longitude = spots.getFirst().longitude();
    }
    return Math.abs(wrap(utc + longitude / 15 - OFFICE)) <= PLACE_HOURS;
  }

  /** Whether a network of this sort shows where its users are. */
  private static boolean shows(EgressClass egressClass) {
    return switch (egressClass) {
      case HOME, UNKNOWN, MOBILE, OFFICE -> true;
      case COMMERCIAL_VPN, RESIDENTIAL_PROXY, HOSTING, CORP_VPN, RELAY -> false;
    };
  }

  private static @Nullable Claimed claimed(View view, int day) {
    Claim.Schedule schedule = view.schedule(day);
    ZoneId zone = view.zone(day);
    if (schedule == null || schedule.fromMinute() < 0) {
      return zone == null ? null : new Claimed(zone, OFFICE, false);
    }
    if (schedule.zone() != null) {
      try {
        zone = ZoneId.of(schedule.zone());
      } catch (DateTimeException unknown) {
        // The claimed place's zone is the next best.
      }
    }
    int lasts = Math.floorMod(schedule.toMinute() - schedule.fromMinute(), 1440);
    return zone == null
        ? null
        : new Claimed(zone, (schedule.fromMinute() + lasts / 2.0) / 60 % 24, true);
  }

  private static long local(long half, ZoneId zone, int day) {
    int seconds =
        zone.getRules().getOffset(Instant.ofEpochSecond(day * 86_400L + 43_200)).getTotalSeconds();
    int by = Math.floorMod(Math.floorDiv(seconds, 1800), ALL);
    long mask = (1L << ALL) - 1;
    return (half << by | half >>> (ALL - by)) & mask;
  }

  private static void add(int[] counts, long half, int sign) {
    for (long rest = half; rest != 0; rest &= rest - 1) {
      counts[Long.numberOfTrailingZeros(rest)] += sign;
    }
  }

  /** The middle of the busiest ten hours and what lies beside them; null without a single phase. */
  private static @Nullable Phase phase(int[] counts, int days, int total, int since) {
    int start = busiest(counts, DAY);
    int from = start - (SPREAD - DAY) / 2;
    long sum = 0;
    int inside = 0;
    for (int k = 0; k < SPREAD; k++) {
      int count = counts[Math.floorMod(from + k, ALL)];
      inside += count;
      sum += (long) count * (2 * k + 1);
    }
    if (10 * inside < ONE_PHASE * total) {
      return null;
    }
    double middle = (from + sum / (2.0 * inside)) / 2;
    return new Phase(days, (middle % 24 + 24) % 24, since);
  }

  /** Where the window with the most half hours begins; of several the middle one. */
  private static int busiest(int[] counts, int width) {
    int[] sums = new int[ALL];
    int sum = 0;
    for (int k = 0; k < width; k++) {
      sum += counts[k];
    }
    int most = 0;
    for (int s = 0; s < ALL; s++) {
      sums[s] = sum;
      most = Math.max(most, sum);
      sum += counts[(s + width) % ALL] - counts[s];
    }
    int first = 0;
    while (sums[first] != most || sums[Math.floorMod(first - 1, ALL)] == most) {
      if (++first == ALL) {
        return 0;
      }
    }
    int last = first;
    while (sums[(last + 1) % ALL] == most) {
      last++;
    }
    return (first + last) / 2;
  }

  /** Hours from -12 to 12. */
  private static double wrap(double hours) {
    double wrapped = (hours % 24 + 24) % 24;
    return wrapped > 12 ? wrapped - 24 : wrapped;
  }

  private static double sd(Claimed claim, Phase phase) {
    double between = claim.declared ? DECLARED_SD : UNDECLARED_SD;
    return StrictMath.sqrt(between * between + WITHIN_SD * WITHIN_SD / phase.days);
  }

  /**
   * A quarter that keeps any hours of its own, against people with the claimed hours, their
   * differences, and the few who keep others.
   */
  private static int weight(Phase phase, Claimed claim) {
    double late = wrap(phase.middle - claim.middle);
    double off = late > 0 && !claim.declared ? Math.max(0, late - LATE) : Math.abs(late);
    if (off < EXCLUDES) {
      return 0;
    }
    double any = claim.declared ? ANY_DECLARED : ANY;
    double offset = claim.declared ? 0 : OFFSET;
    double claimed =
        (1 - any - offset) * normal(off, sd(claim, phase))
            + offset / 2 * normal(Math.abs(late) - OFFSET_HOURS, OFFSET_SD)
            + any / 24;
    double ratio = OWN_HOURS / (24 * claimed) + 1 - OWN_HOURS;
    int weight = (int) (StrictMath.floor(10 * StrictMath.log(ratio)) * 100);
    return weight < LEAST ? 0 : Math.min(weight, claim.declared ? MOST_DECLARED : MOST);
  }

  private static double normal(double off, double sd) {
    return StrictMath.exp(-off * off / (2 * sd * sd)) / (sd * StrictMath.sqrt(2 * Math.PI));
  }

  private static Evidence revision(
      View view,
      Episode episode,
      int day,
      int weight,
      double late,
      Claimed claim,
      Phase phase,
      Lines lines) {
    long from = (day - WINDOW + 1) * 86_400L;
    long to = day * 86_400L + 86_399;
    Act first = view.first(from, to, AccountDay::human);
    Act last = view.last(from, to, AccountDay::human);
    List<Citation> cited = new ArrayList<>();
    for (Act act :
        new Act[] {
          first,
          view.last(from, from + 86_399, AccountDay::human),
          view.first(day * 86_400L, to, AccountDay::human),
          last
        }) {
      if (act != null) {
        cited.add(act.cite());
      }
    }
    boolean clean =
        view.activeDays(episode.crossed() - 56, episode.crossed() - WINDOW) >= CLEAN_DAYS;
    return episode.revision(
        day,
        first == null ? from : first.at(),
        last == null ? to : last.at(),
        new Episode.Weighed(weight, weight == 0 ? 0 : SD),
        clean ? Direction.POSSIBLE_VICTIM : Direction.SUBJECT,
        "Over "
            + Words.count(phase.days, "working day")
            + " the middle of the day lay "
            + hours(Math.abs(late))
            + (late < 0 ? " before " : " after ")
            + (claim.declared
                ? "that of the declared hours"
                : "that of office hours in the claimed zone")
            + ", give or take "
            + hours(1.96 * sd(claim, phase))
            + " by which people differ"
            + (weight == 0
                ? "; by now it fits."
                : switch (lines) {
                  case MOVED -> "; the lines lie where such a day is usual, or are a traveller's.";
                  case AT_HOME -> "; the lines lie where the worker claims to be.";
                  case OPEN -> ".";
                }),
        cited);
  }

  private static String hours(double hours) {
    return String.format(Locale.ROOT, "%.1f hours", hours);
  }
}
