package dev.bonafide.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.simulator.people.Archetype;
import dev.bonafide.simulator.people.Overlay;
import dev.bonafide.simulator.people.Planted;
import dev.bonafide.simulator.people.Sign;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.EntraAct;
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
  private static final Eye EYE = new Eye(ALL);

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
                  () -> assertThat(EYE.sees(sign, one)).isTrue()));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(25);
    return tests;
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
      assertThat(Eye.afterEnd(one, act -> !act.human())).isPositive();
      assertThat(Eye.afterEnd(one, Act::human)).isZero();
    }
  }

  @Test
  void nobodyHonestUsesAnAccountAfterTheEnd() {
    assertThat(honest(one -> Eye.afterEnd(one, Act::human) > 0)).isEmpty();
  }

  @Test
  void aCoupleSharesALineAndAnAddress() {
    List<Observed> couple = honest(one -> one.person.household() == 0);
    assertThat(couple).hasSize(2);
    assertThat(couple.getFirst().person.paper().street())
        .isEqualTo(couple.getLast().person.paper().street());
    for (Observed one : couple) {
      assertThat(EYE.sharers(one)).isEqualTo(2);
    }
  }

  @Test
  void officesAndTheCompanysVpnAreManyPeoplesEgress() {
    for (Line.Sort sort : List.of(Line.Sort.COMPANY_VPN, Line.Sort.OFFICE, Line.Sort.CO_WORKING)) {
      assertThat(honest(one -> one.bins(sort) > 10)).as("%s", sort).hasSizeGreaterThan(1);
    }
    assertThat(honest(one -> one.bins(Line.Sort.COMMERCIAL_VPN) > 50)).hasSizeGreaterThan(2);
  }

  private static List<Observed> honest(Predicate<Observed> which) {
    return ALL.values().stream().filter(one -> one.person.planted() == null).filter(which).toList();
  }
}
