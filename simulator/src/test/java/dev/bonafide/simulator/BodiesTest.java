package dev.bonafide.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bonafide.simulator.people.Archetype;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.DefenderAct;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Honest people rest, eat, and live by the clock on their wall. */
class BodiesTest {
  private static final int DAYS = 28;
  private static final LocalDate CLOCKS_GO_BACK = LocalDate.of(2026, 11, 1);
  private static final Map<String, Observed> ALL =
      Observed.everybody(
          WorksPlan.honest(3, 260, CLOCKS_GO_BACK.minusDays(DAYS / 2), DAYS).withDirt(0), true);

  @Test
  void ordinaryPeopleRestForThirteenHoursOnFourDaysOfFive() {
    assertThat(medianRest(Archetype.ORDINARY)).isBetween(12.5, 15.5);
    assertThat(medianRest(Archetype.NIGHT)).isBetween(12.0, 16.5);
  }

  @Test
  void carersRestForSevenHours() {
    assertThat(medianRest(Archetype.CARER)).isBetween(5.5, 8.5);
  }

  @Test
  void onlyPagersAndBrokenNightsKeepPeopleUpForLongerThanADay() {
    for (Observed one : ALL.values()) {
      if (one.awake() > 30) {
        assertThat(one.person.archetype()).isIn(Archetype.CARER, Archetype.ON_CALL);
      }
    }
  }

  @Test
  void aWorkingDayLeavesEnoughTraces() {
    List<Double> perDay = new ArrayList<>();
    for (Observed one : ALL.values()) {
      Map<Long, Integer> acts = new TreeMap<>();
      for (Act act : one.acts) {
        if (act.human()) {
          acts.merge(act.time() / 86_400_000L, 1, Integer::sum);
        }
      }
      acts.values().stream().filter(count -> count > 10).forEach(count -> perDay.add(count * 1.0));
    }
    perDay.sort(null);
    assertThat(perDay.get(perDay.size() / 2)).isBetween(38.0, 75.0);
  }

  @Test
  void whoStartsAtNineStartsAtNineAfterTheClocksWereChanged() {
    ZoneId zone = ZoneId.of("America/New_York");
    List<Double> before = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    for (Observed one : ALL.values()) {
      Person person = one.person;
      if (person.home().zone().getRules().equals(zone.getRules())
          && person.archetype() == Archetype.ORDINARY) {
        Map<LocalDate, Integer> first = new TreeMap<>();
        for (Act act : one.acts) {
          if (act instanceof DefenderAct && act.human()) {
            var local = Instant.ofEpochMilli(act.time()).atZone(zone);
            first.merge(local.toLocalDate(), local.toLocalTime().toSecondOfDay() / 60, Math::min);
          }
        }
        first.forEach(
            (date, minute) -> {
              if (date.getDayOfWeek().getValue() < 6 && minute < 13 * 60) {
                (date.isBefore(CLOCKS_GO_BACK) ? before : after).add(minute * 1.0);
              }
            });
      }
    }
    assertThat(before).hasSizeGreaterThan(60);
    assertThat(mean(after)).isCloseTo(mean(before), within(25.0));
  }

  private static double medianRest(Archetype archetype) {
    List<Double> rests = new ArrayList<>();
    for (Observed one : ALL.values()) {
      if (one.person.archetype() == archetype) {
        List<Double> own = one.rests(DAYS);
        rests.add(own.get(own.size() / 5));
      }
    }
    assertThat(rests).hasSizeGreaterThan(3);
    rests.sort(null);
    return rests.get(rests.size() / 2);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
