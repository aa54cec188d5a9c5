package dev.bonafide.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.simulator.people.Archetype;
import dev.bonafide.simulator.people.Overlay;
import dev.bonafide.simulator.people.Planted;
import dev.bonafide.simulator.people.Sign;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.DefenderAct;
import dev.bonafide.simulator.vendor.EntraAct;
import dev.bonafide.simulator.vendor.OktaAct;
import dev.bonafide.simulator.world.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the truth file promises can be seen in the records by a simple eye, and the honest people
 * who look like it can be told apart by one fact.
 */
class SignsTest {
  private static final WorksPlan PLAN = WorksPlan.demo(7);
  private static final Map<String, Observed> ALL = Observed.everybody(PLAN, true);

  @TestFactory
  List<DynamicTest> everySignThatTheTruthPromisesCanBeSeen() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Observed one : ALL.values()) {
      Planted planted = one.person.planted();
      if (planted != null) {
        for (Sign sign : planted.expected()) {
          tests.add(
              DynamicTest.dynamicTest(
                  planted.scheme() + " shows " + sign.slug(),
                  () -> assertThat(seen(sign, one)).isTrue()));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(25);
    return tests;
  }

  private static boolean seen(Sign sign, Observed one) {
    return switch (sign) {
      case NO_REST -> one.awake() > 72;
      case LONG_SESSION -> one.longestSession() >= 20;
      case TWO_PLACES -> one.joinedDays() >= 5;
      case ODD_EGRESS -> oddBins(one) >= 15;
      case SHARED_THING -> sharers(one) >= 4;
      case AFTER_END -> afterEnd(one, Act::human) >= 5;
      case OTHER_CLOCK -> nightShare(one) > 0.45;
      case REMOTE_CONTROL -> remoteDays(one) >= 5;
      case BLOCKED_TRUTH, ONE_BODY, FIRST_SESSION_MALWARE ->
          throw new AssertionError(sign + " is not in the demo");
    };
  }

  @Test
  void nobodyHonestWorksForThreeDaysWithoutARest() {
    assertThat(honest(one -> one.awake() > 72)).isEmpty();
  }

  @Test
  void anHonestDesktopIsLoggedInForWeeksWithoutAHand() {
    for (Observed one : honest(o -> o.person.archetype() == Archetype.ALWAYS_ON)) {
      Set<Long> hours = new HashSet<>();
      for (Act act : one.acts) {
        if (act instanceof EntraAct entra && !entra.human() && entra.machine().managed()) {
          hours.add(act.time() / (2 * 3_600_000L));
        }
      }
      assertThat(hours).hasSizeGreaterThan(PLAN.days() * 12 * 8 / 10);
      assertThat(one.awake()).isLessThan(24);
    }
  }

  @Test
  void aPhoneThatNobodySwitchedOffIsNoHumanUse() {
    List<Observed> late = honest(one -> one.person.overlays().contains(Overlay.LATE_DEPROVISION));
    assertThat(late).isNotEmpty();
    for (Observed one : late) {
      assertThat(afterEnd(one, act -> !act.human())).isPositive();
      assertThat(afterEnd(one, Act::human)).isZero();
    }
  }

  @Test
  void nobodyHonestUsesAnAccountAfterTheEnd() {
    assertThat(honest(one -> afterEnd(one, Act::human) > 0)).isEmpty();
  }

  @Test
  void aCoupleSharesALineAndAnAddress() {
    List<Observed> couple = honest(one -> one.person.household() == 0);
    assertThat(couple).hasSize(2);
    assertThat(couple.getFirst().person.street()).isEqualTo(couple.getLast().person.street());
    for (Observed one : couple) {
      assertThat(sharers(one)).isEqualTo(2);
    }
  }

  @Test
  void officesAndTheCompanysVpnAreManyPeoplesEgress() {
    for (Line.Sort sort : List.of(Line.Sort.COMPANY_VPN, Line.Sort.OFFICE, Line.Sort.CO_WORKING)) {
      assertThat(honest(one -> one.bins(sort) > 10)).as("%s", sort).hasSizeGreaterThan(1);
    }
    assertThat(honest(one -> one.bins(Line.Sort.COMMERCIAL_VPN) > 50)).hasSizeGreaterThan(2);
  }

  // --- a simple eye ----------------------------------------------------------------------------

  private static List<Observed> honest(Predicate<Observed> which) {
    return ALL.values().stream().filter(one -> one.person.planted() == null).filter(which).toList();
  }

  /** Bins at exits and servers that no more than a handful of people use. */
  private static int oddBins(Observed one) {
    int bins = 0;
    for (var entry : one.byLine.entrySet()) {
      Line line = entry.getKey();
      boolean exit = line.sort() == Line.Sort.COMMERCIAL_VPN || line.sort() == Line.Sort.HOSTING;
      long users =
          ALL.values().stream()
              .filter(
                  other ->
                      other.byLine.keySet().stream()
                          .anyMatch(used -> used.carrier().equals(line.carrier())))
              .count();
      if (exit && users <= 6) {
        bins += entry.getValue().cardinality();
      }
    }
    return bins;
  }

  /** How many people use one home's line on five days and more. */
  private static long sharers(Observed one) {
    return one.byLine.keySet().stream()
        .filter(line -> line.sort() == Line.Sort.HOME)
        .mapToLong(line -> ALL.values().stream().filter(other -> days(other, line) >= 5).count())
        .max()
        .orElse(0);
  }

  private static int days(Observed one, Line line) {
    Set<Long> days = new HashSet<>();
    for (Act act : one.acts) {
      Line used = Observed.line(act);
      if (used != null && used.key() == line.key()) {
        days.add(act.time() / 86_400_000L);
      }
    }
    return days.size();
  }

  private static long afterEnd(Observed one, Predicate<Act> which) {
    if (one.person.end() == Long.MAX_VALUE) {
      return 0;
    }
    long grace = (one.person.end() + 2) * 86_400_000L;
    return one.acts.stream()
        .filter(which)
        .filter(act -> !(act instanceof OktaAct okta) || okta.word() != OktaAct.Word.DEACTIVATED)
        .filter(act -> act.time() > grace)
        .count();
  }

  /** Share of human bins between 20:00 and 06:00 of the claimed home's clock, after the onset. */
  private static double nightShare(Observed one) {
    Planted planted = one.person.planted();
    long onset = planted == null ? 0 : planted.onset();
    long night = 0;
    long all = 0;
    for (Act act : one.acts) {
      if (act.human() && act.time() > onset * 86_400_000L) {
        int hour =
            java.time.Instant.ofEpochMilli(act.time()).atZone(one.person.home().zone()).getHour();
        all++;
        night += hour >= 20 || hour < 6 ? 1 : 0;
      }
    }
    return night / (double) all;
  }

  private static long remoteDays(Observed one) {
    return one.acts.stream()
        .filter(act -> act instanceof DefenderAct process && process.file().equals("AnyDesk"))
        .map(act -> act.time() / 86_400_000L)
        .distinct()
        .count();
  }
}
