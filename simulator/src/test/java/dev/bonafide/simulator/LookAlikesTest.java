package dev.bonafide.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.simulator.WorksPlan.Cast;
import dev.bonafide.simulator.people.Archetype;
import dev.bonafide.simulator.people.Overlay;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.people.Span;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.DefenderAct;
import dev.bonafide.simulator.vendor.EntraAct;
import dev.bonafide.simulator.world.Line;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Honest people who look like the guilty leave the traces by which they are told apart. */
class LookAlikesTest {
  private static final int DAYS = 30;

  private static Observed with(Overlay overlay) {
    WorksPlan plan =
        new WorksPlan(
            4,
            1,
            LocalDate.of(2026, 9, 7).toEpochDay(),
            DAYS,
            1,
            List.of(new Cast(0, Archetype.ORDINARY, Set.of(overlay))),
            List.of(),
            List.of(),
            0);
    return Observed.everybody(plan, true).values().iterator().next();
  }

  @Test
  void onSabbaticalNobodyTouchesTheLaptop() {
    Observed one = with(Overlay.SABBATICAL);
    Span away =
        one.person.leave().stream()
            .max(Comparator.comparingLong(span -> span.to() - span.from()))
            .orElseThrow();
    assertThat(away.to() - away.from()).isGreaterThanOrEqualTo(8);
    assertThat(one.acts)
        .filteredOn(act -> act.human() && act instanceof DefenderAct)
        .isNotEmpty()
        .noneMatch(act -> day(act) > away.from() && day(act) < away.to());
    assertThat(one.person.notices()).isNotEmpty();
  }

  @Test
  void aScreenReaderStartsByItself() {
    assertThat(with(Overlay.ASSISTIVE).acts)
        .filteredOn(
            act ->
                act instanceof DefenderAct defender
                    && Set.of("nvda", "VoiceOver").contains(defender.file()))
        .hasSizeGreaterThan(5)
        .noneMatch(Act::human);
  }

  @Test
  void aPenTesterIsRefusedFromARentedServer() {
    assertThat(with(Overlay.PEN_TESTER).acts)
        .anyMatch(
            act ->
                act instanceof EntraAct entra
                    && entra.error() == 53003
                    && entra.line().sort() == Line.Sort.HOSTING);
  }

  @Test
  void aLentLaptopIsUsedForSomeDaysAndTheFirstComesBack() {
    Observed one = with(Overlay.LOANER);
    assertThat(one.person.issued()).hasSize(2);
    long lent = one.person.issued().getFirst().machine().number();
    Set<Long> days =
        one.acts.stream()
            .filter(act -> act.human() && Observed.machine(act) == lent)
            .map(LookAlikesTest::day)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(days).hasSizeBetween(1, 7);
    long own = one.person.issued().getLast().machine().number();
    assertThat(one.acts)
        .filteredOn(act -> act.human() && Observed.machine(act) == own)
        .anyMatch(act -> day(act) < days.iterator().next())
        .anyMatch(act -> day(act) > days.stream().reduce((a, b) -> b).orElseThrow());
  }

  @Test
  void whereTheCompanysVpnMovesEverybodyMovesOnOneDay() {
    Set<String> moves = new TreeSet<>();
    for (long seed = 1; seed < 9; seed++) {
      WorksPlan plan =
          new WorksPlan(
              seed,
              1,
              LocalDate.of(2026, 9, 7).toEpochDay(),
              DAYS,
              1,
              List.of(new Cast(0, Archetype.ORDINARY, Set.of(Overlay.FULL_TUNNEL))),
              List.of(),
              List.of(),
              0);
      Person person = new Works(plan).people().getFirst();
      long gateways =
          java.util.stream.LongStream.rangeClosed(plan.first(), plan.last())
              .map(
                  day ->
                      person
                          .hands()
                          .getFirst()
                          .tunnel()
                          .seen(person.hands().getLast().whereabouts().on(day).line(), day, 0)
                          .key())
              .distinct()
              .count();
      moves.add(gateways > 1 ? "moves" : "stays");
    }
    assertThat(moves).containsExactly("moves", "stays");
  }

  private static long day(Act act) {
    return act.time() / 86_400_000L;
  }
}
