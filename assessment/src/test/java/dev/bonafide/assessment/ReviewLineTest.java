package dev.bonafide.assessment;

import static dev.bonafide.assessment.Cases.ASSESSOR;
import static dev.bonafide.assessment.Cases.RUN;
import static dev.bonafide.assessment.Cases.TODAY;
import static dev.bonafide.assessment.Cases.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.model.Cause;
import dev.bonafide.model.Evidence;
import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewLineTest {

  @Test
  void theBudgetIsRoundedUpAndGivesAtLeastOne() {
    assertThat(ReviewLine.slots(run(5, 30), 120)).isEqualTo(1);
    assertThat(ReviewLine.slots(run(25, 30), 120)).isEqualTo(3);
    assertThat(ReviewLine.slots(run(25, 31), 120)).isEqualTo(4);
    assertThat(ReviewLine.slots(run(5, 30), 1000)).isEqualTo(5);
    assertThat(ReviewLine.slots(run(5, 7), 10_000)).isEqualTo(12);
    assertThat(ReviewLine.slots(run(0.1, 30), 1)).isEqualTo(1);
    assertThat(ReviewLine.slots(run(0.1, 30), 70_000)).as("no binary fractions").isEqualTo(7);
    assertThat(ReviewLine.slots(run(1e12, 30), 1_000_000)).isEqualTo(Integer.MAX_VALUE);
    assertThatThrownBy(() -> run(0, 30)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anInnocentCompanyHasNobodyOverTheLine() {
    List<Assessment> everybody = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      everybody.add(person("p-" + i, evidence("a", Cause.NETWORK, 999, Map.of())));
    }
    ReviewLine line = ASSESSOR.line(everybody, RUN);
    assertThat(line.alerts()).isZero();
    assertThat(line.millinats()).isEqualTo(Figures.PRIOR + 1000);
    assertThat(line.band("p-0")).isEqualTo(Band.NONE);
  }

  @Test
  void manySmallCausesDoNotMakeOneGreatOne() {
    List<Evidence> crumbs = new ArrayList<>();
    for (Cause cause : List.of(Cause.NETWORK, Cause.RHYTHM, Cause.DATA, Cause.OPERATOR)) {
      crumbs.add(evidence(cause.slug(), cause, 999, Map.of()));
    }
    assertThat(ASSESSOR.line(List.of(person("p", crumbs)), RUN).alerts()).isZero();
  }

  @Test
  void aSettingAloneTakesASlotButIsNotOverTheLine() {
    Assessment newcomer =
        ASSESSOR.assess(
            new Subject(
                "p-a",
                List.of(evidence("a", Cause.NETWORK, 999, Map.of())),
                List.of(LedgerTest.employment("Acme Staffing", true, TODAY - 10))),
            RUN,
            TODAY);
    Assessment second = person("p-b", evidence("a", Cause.NETWORK, 1000, Map.of()));
    assertThat(newcomer.millinats()).isGreaterThan(second.millinats());
    ReviewLine line = ASSESSOR.line(List.of(newcomer, second), RUN);
    assertThat(line.alerts()).isZero();
    ReviewLine wider = ASSESSOR.line(List.of(newcomer, second), run(2000, 30));
    assertThat(wider.over()).containsExactly(Map.entry("p-b", Band.WATCH));
    assertThat(wider.millinats()).isEqualTo(Figures.PRIOR + 1000);
  }

  @Test
  void equalScoresAreOrderedByPseudonymWhateverTheOrderOfArrival() {
    List<Assessment> everybody = new ArrayList<>();
    for (String id : List.of("p-d", "p-a", "p-c", "p-b")) {
      everybody.add(person(id, evidence("a", Cause.OPERATOR, 2000, Map.of())));
    }
    Run two = run(500, 30);
    Property.forAll(
        20,
        random -> {
          ReviewLine line = ASSESSOR.line(Property.shuffled(everybody, random), two);
          assertThat(line.over().keySet()).containsExactly("p-a", "p-b");
          assertThat(line.alerts()).isEqualTo(2);
        });
  }

  @Test
  void oneCauseIsWatchTwoAreReviewAndAContradictionIsUrgent() {
    Assessment watch = person("p-watch", evidence("a", Cause.OPERATOR, 3000, Map.of()));
    Assessment still =
        person(
            "p-still",
            evidence("a", Cause.OPERATOR, 3000, Map.of()),
            evidence("b", Cause.NETWORK, 999, Map.of()));
    Assessment review =
        person(
            "p-review",
            evidence("a", Cause.OPERATOR, 3000, Map.of()),
            evidence("b", Cause.NETWORK, 1000, Map.of()));
    Assessment urgent =
        person("p-urgent", Cases.hard(evidence("a", Cause.IDENTITY, 3000, Map.of())));
    ReviewLine line = ASSESSOR.line(List.of(watch, still, review, urgent), run(1000, 30));
    assertThat(line.over())
        .isEqualTo(
            Map.of(
                "p-watch", Band.WATCH,
                "p-still", Band.WATCH,
                "p-review", Band.REVIEW,
                "p-urgent", Band.URGENT));
    assertThat(line.millinats()).isEqualTo(Figures.PRIOR + 3000);
    assertThat(ASSESSOR.line(List.of(watch, still, review, urgent), run(250, 30)).over())
        .as("only the first is within the budget")
        .isEqualTo(Map.of("p-review", Band.REVIEW));
  }

  @Test
  void aFadedContradictionIsUrgentNoMore() {
    Assessor fading = new Assessor(Cases.cards(1));
    Evidence old =
        Cases.hard(
            evidence("a", Cause.IDENTITY.slug(), Cause.IDENTITY, TODAY - 25, 5000, Map.of()));
    Evidence now = evidence("b", Cause.OPERATOR, 3000, Map.of());
    Assessment a = fading.assess(Cases.subject(List.of(old, now)), RUN, TODAY);
    assertThat(fading.line(List.of(a), RUN).over()).containsValue(Band.WATCH);
  }

  private static Run run(double budget, int days) {
    return Run.of(TODAY - days + 1, TODAY, budget);
  }

  private static Assessment person(String id, Evidence... evidence) {
    return person(id, List.of(evidence));
  }

  private static Assessment person(String id, List<Evidence> evidence) {
    return ASSESSOR.assess(new Subject(id, evidence, List.of()), RUN, TODAY);
  }
}
