package dev.bonafide.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bonafide.engine.Analysis;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.intake.Limits;
import dev.bonafide.engine.intake.Progress;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.simulator.Works;
import dev.bonafide.simulator.WorksPlan;
import dev.bonafide.simulator.WorksPlan.Kind;
import dev.bonafide.sources.Sources;
import dev.bonafide.trial.Benchmark.Size;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {
  private static final WorksPlan PLAN =
      WorksPlan.honest(5, 24, LocalDate.of(2026, 10, 12), 14)
          .planting(Kind.SHARED_ACCOUNT, 0, 1)
          .planting(Kind.AFTER_END, 0, 1);

  private static Trial.Result result = Trial.run(PLAN.withHonest(1), false, line -> {});

  @BeforeAll
  static void run() {
    result = Trial.run(PLAN, true, line -> {});
  }

  @Test
  void inMemoryEverybodyScoresAsThroughFiles(@TempDir Path folder) {
    new Works(PLAN).writeTo(folder.resolve("logs"));
    Analysis.Settings settings =
        new Analysis.Settings(
            List.of(folder.resolve("logs")),
            null,
            5,
            null,
            null,
            ZoneOffset.UTC,
            1,
            false,
            true,
            Key.of("a key"),
            Limits.DEFAULT);
    Map<String, Double> files = new TreeMap<>();
    for (Findings.Person person :
        new Analysis(
                settings,
                new Progress(),
                Sources.builtIn(),
                Catalogue.builtIn(),
                Knowledge.builtIn())
            .run()
            .findings()
            .people()) {
      files.put(person.id(), person.millinats() / 230.25850929940458);
    }
    Map<String, Double> memory = new TreeMap<>();
    result.verdict().planted().forEach(one -> memory.put(one.id(), one.decibans()));
    result.verdict().firstHonest().forEach(one -> memory.put(one.id(), one.decibans()));
    assertThat(memory).hasSizeGreaterThan(20);
    memory.forEach((id, score) -> assertThat(files.get(id)).as(id).isCloseTo(score, within(1e-9)));
  }

  @Test
  void everybodyOfTheTruthIsFoundInTheRanking() {
    assertThat(result.verdict().world().absent()).isZero();
    assertThat(result.verdict().world().honest()).isEqualTo(24);
    assertThat(result.records()).isGreaterThan(5_000);
  }

  @Test
  void whatIsLeftOutIsMissed() {
    assertThat(result.without().keySet())
        .contains("documented context", "innocent explanations", "cause identity");
    assertThat(lost("indicator use-after-end")).isPositive();
  }

  @Test
  void everySourceIsLeftOutOnce() {
    assertThat(result.without().keySet())
        .contains(
            "source okta",
            "source entra",
            "source defender",
            "source vpn",
            "source hr",
            "source mdm",
            "source context");
    // Only HR knows when somebody's employment ended.
    assertThat(lost("source hr")).isPositive();
    assertThat(result.without().values()).allMatch(without -> without.honest() == 24);
  }

  /** How much less is found without a part, over all planted people. */
  private static double lost(String part) {
    Trial.Without without = result.without().get(part);
    assertThat(without).as(part).isNotNull();
    return without.whole().getFirst().recall() - without.without().getFirst().recall();
  }

  @Test
  void aRunThatIsCutShortHasToldWhatItKnew() {
    List<Trial.Result> told = new ArrayList<>();
    Trial.run(PLAN.withHonest(2), true, line -> {}, told::add);
    assertThat(told.getFirst().without()).isEmpty();
    assertThat(told.getFirst().verdict().world().planted()).isEqualTo(2);
    assertThat(told.getLast().without()).hasSizeGreaterThan(10);
  }

  @Test
  void theTimeOfEachIndicatorIsTaken() {
    assertThat(result.microseconds().keySet())
        .containsExactlyInAnyOrderElementsOf(Catalogue.builtIn().cards().keySet());
    assertThat(result.microseconds().values()).allMatch(micros -> micros > 0);
  }

  @Test
  void aBenchmarkHasEveryCellAndShrinksToFit() {
    Size full = Size.FULL;
    WorksPlan plan = full.plan();
    for (Kind kind : Kind.values()) {
      for (double difficulty : new double[] {0, 1, 2}) {
        long groups =
            plan.plants().stream()
                .filter(p -> p.kind() == kind && p.difficulty() == difficulty)
                .count();
        assertThat(groups).isEqualTo(kind.people(difficulty) == 1 ? 200 : 40);
      }
    }
    assertThat(plan.honest()).isEqualTo(20_000);
    assertThat(full.longPlan().plants()).allMatch(plant -> plant.difficulty() == 2);
    Size half = full.scaled(0.5);
    assertThat(half.honest()).isEqualTo(10_000);
    assertThat(half.planted()).isEqualTo(100);
    assertThat(full.scaled(2)).isEqualTo(full);
    assertThat(full.scaled(1e-6).planted()).isPositive();
  }

  @Test
  void aBoxForRemoteControlOnADrivenLaptopIsSeen() {
    WorksPlan plan =
        WorksPlan.honest(5, 10, WorksPlan.DEMO_ENDS.minusDays(19), 20)
            .planting(WorksPlan.Kind.IDENTITY_MULE, 0, 20);
    assertThat(Trial.run(plan, false, line -> {}).verdict().planted())
        .anyMatch(one -> one.indicators().contains("remote-hardware"));
  }
}
