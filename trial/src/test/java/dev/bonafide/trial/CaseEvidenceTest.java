package dev.bonafide.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.judge.Verdict;
import dev.bonafide.simulator.WorksPlan;
import dev.bonafide.simulator.people.Cases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The public cases through the whole line: what the reports say was there is found in the records.
 * Cases of which nothing is found yet are in docs/evaluation.md; they are not expected here.
 */
class CaseEvidenceTest {
  /** What must speak on somebody of a case, by the scheme of its truth. */
  private static final Map<String, Set<String>> EXPECTED =
      Map.ofEntries(
          Map.entry("three-week-login", Set.of("marathon-activity", "session-left-open")),
          Map.entry("one-line-two-laptops", Set.of("shared-thing", "remote-tool")),
          Map.entry("first-session-malware", Set.of("early-malware")),
          Map.entry("blocked-sign-in", Set.of("unfitting-egress", "refused-elsewhere")),
          Map.entry("token-by-courier", Set.of("far-from-claim")),
          Map.entry("domestic-exit", Set.of("unfitting-egress")),
          Map.entry("early-download", Set.of("use-after-end")),
          Map.entry("laptop-farm", Set.of("shared-thing", "concurrent-use")),
          Map.entry("identity-mule", Set.of("remote-tool")),
          Map.entry("payroll-diversion", Set.of("pay-elsewhere", "reset-elsewhere")));

  private static final Map<String, Set<String>> HEARD = new HashMap<>();
  private static final Map<String, Integer> ABOVE = new HashMap<>();

  @BeforeAll
  static void play() {
    WorksPlan plan =
        WorksPlan.honest(5, 60, WorksPlan.DEMO_ENDS.minusDays(44), 45).withCases(Cases.names());
    for (Verdict.Ranked one : Trial.run(plan, false, line -> {}).verdict().planted()) {
      HEARD.computeIfAbsent(one.scheme(), s -> new TreeSet<>()).addAll(one.indicators());
      ABOVE.merge(one.scheme(), one.honestAbove(), Math::min);
    }
  }

  @TestFactory
  List<DynamicTest> everyCaseShowsInTheEvidenceWhatTheReportsSay() {
    return EXPECTED.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () ->
                        assertThat(HEARD.getOrDefault(each.getKey(), Set.of()))
                            .containsAll(each.getValue())))
        .toList();
  }

  @Test
  void theLoudCasesRankBeforeEverybodyHonest() {
    for (String loud : List.of("one-line-two-laptops", "early-download")) {
      assertThat(ABOVE.get(loud)).as(loud).isZero();
    }
  }

  @Test
  void nobodyAccusesTheWorkerWithTheCleanLaptop() {
    assertThat(HEARD.get("clean-laptop")).isEmpty();
  }
}
