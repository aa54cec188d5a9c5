package dev.bonafide.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.simulator.WorksPlan.Kind;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.people.Planted;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WorksPlanTest {
  @Test
  void wordsMakeAPlan() {
    WorksPlan plan =
        WorksPlan.parse(
            Map.of(
                "people",
                "500",
                "days",
                "60",
                "ends",
                "2026-06-30",
                "seed",
                "9",
                "documented",
                "0.5",
                "plant",
                "laptop-farm:2:1, after-end:3"));
    assertThat(plan.honest()).isEqualTo(500);
    assertThat(LocalDate.ofEpochDay(plan.last())).isEqualTo(LocalDate.of(2026, 6, 30));
    assertThat(LocalDate.ofEpochDay(plan.first())).isEqualTo(LocalDate.of(2026, 5, 2));
    assertThat(plan.documented()).isEqualTo(0.5);
    assertThat(plan.plants()).hasSize(5);
    assertThat(plan.people()).isEqualTo(500 + 2 * 5 + 3);
    assertThat(plan.plants().getFirst().difficulty()).isEqualTo(1);
  }

  @Test
  void presetsPlantAtTheirPrevalence() {
    WorksPlan power = WorksPlan.parse(Map.of("preset", "power", "people", "4000"));
    assertThat(power.people() - power.honest()).isBetween(20, 31);
    assertThat(WorksPlan.parse(Map.of("preset", "honest")).plants()).isEmpty();
    assertThat(WorksPlan.parse(Map.of("preset", "demo"))).isEqualTo(WorksPlan.demo(7));
    assertThat(WorksPlan.parse(Map.of("case", "blocked-sign-in", "seed", "3")))
        .isEqualTo(WorksPlan.named("blocked-sign-in", 3));
  }

  @TestFactory
  Stream<DynamicTest> aWrongWordIsNamedWithWhatWouldBeRight() {
    return Map.of(
            Map.of("persons", "5"), "people",
            Map.of("people", "many"), "give a number",
            Map.of("days", "0"), "from 1",
            Map.of("ends", "30.6.2026"), "2026-11-10",
            Map.of("preset", "huge"), "headline",
            Map.of("plant", "shared-acount:3"), "shared-account",
            Map.of("difficulty", "3"), "to 2",
            Map.of("case", "nothing"), "three-week-login")
        .entrySet()
        .stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey().toString(),
                    () ->
                        assertThatThrownBy(() -> WorksPlan.parse(entry.getKey()))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining(entry.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> everySchemeRunsAtEveryMarkOfTheDial() {
    return Arrays.stream(Kind.values())
        .flatMap(
            kind ->
                Stream.of(0.0, 1.0, 2.0)
                    .map(
                        difficulty ->
                            DynamicTest.dynamicTest(
                                kind.slug() + " at " + difficulty,
                                () -> {
                                  WorksPlan plan =
                                      WorksPlan.honest(4, 2, LocalDate.of(2026, 9, 1), 14)
                                          .planting(kind, difficulty, 1);
                                  Works works = new Works(plan);
                                  assertThat(works.people()).hasSize(plan.people());
                                  int[] acts = new int[1];
                                  works.acts(act -> acts[0]++);
                                  assertThat(acts[0]).isGreaterThan(500);
                                  assertThat(works.truth())
                                      .filteredOn(line -> line.contains("\"expected\""))
                                      .hasSize(kind.people(difficulty))
                                      .allMatch(
                                          line ->
                                              line.contains("\"scheme\":\"" + kind.slug() + "\""));
                                })));
  }

  /** What means nothing must tell nothing: no id, number or name sorts the planted out. */
  @TestFactory
  Stream<DynamicTest> nothingThatMeansNothingTellsThePlantedApart() {
    WorksPlan plan =
        WorksPlan.honest(12, 4_000, LocalDate.of(2026, 9, 1), 30).atPrevalence(0.2, 1.0);
    List<Person> people = new Works(plan).people();
    Map<String, ToDoubleFunction<Person>> features =
        Map.of(
            "worker id", person -> Double.parseDouble(person.workerId().substring(3)),
            "okta id", person -> person.account().oktaId().hashCode(),
            "entra id", person -> person.account().entraId().hashCode(),
            "sid", person -> Double.parseDouble(person.account().sid().replaceAll(".*-", "")),
            "mail length", person -> person.mail(0).length(),
            "phone", person -> person.paper().phone().hashCode(),
            "serial", person -> person.issued().getFirst().machine().serial().hashCode(),
            "start", person -> person.paper().start(),
            "pay token", person -> person.paper().payToken().hashCode(),
            "name", person -> person.name().given().hashCode());
    return features.entrySet().stream()
        .map(
            feature ->
                DynamicTest.dynamicTest(
                    feature.getKey(),
                    () ->
                        assertThat(areaUnderCurve(people, feature.getValue()))
                            .isBetween(0.45, 0.55)));
  }

  /** The probability that a planted person's figure is above an honest one's. */
  private static double areaUnderCurve(List<Person> people, ToDoubleFunction<Person> feature) {
    double wins = 0;
    double pairs = 0;
    for (Person planted : people) {
      Planted what = planted.planted();
      // A payroll diversion changes the token: that is the scheme.
      if (what == null || what.scheme().equals("payroll-diversion")) {
        continue;
      }
      for (Person honest : people) {
        if (honest.planted() == null) {
          double difference = feature.applyAsDouble(planted) - feature.applyAsDouble(honest);
          wins += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return wins / pairs;
  }
}
