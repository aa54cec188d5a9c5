package dev.bonafide.assessment;

import static dev.bonafide.assessment.Cases.RUN;
import static dev.bonafide.assessment.Cases.TODAY;
import static dev.bonafide.assessment.Cases.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Cause;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FirstSeenTest {

  @Test
  void itIsTheFirstDayOfAllThatAssessingEveryDayFinds() {
    Property.forAll(
        300,
        random -> {
          Assessor assessor = Cases.fading(random);
          List<Claim> claims = new ArrayList<>(Cases.randomClaims(random));
          if (random.nextBoolean()) {
            claims.add(LedgerTest.employment("Acme Staffing", true, TODAY - random.nextInt(380)));
          }
          Subject subject = new Subject("p", Cases.randomEvidence(random), claims);
          long line = (long) Figures.PRIOR + random.nextInt(1000, 6000);
          OptionalLong expected = OptionalLong.empty();
          for (long day = TODAY - 50; day <= TODAY && expected.isEmpty(); day++) {
            Assessment a = assessor.assess(subject, RUN, day);
            if (a.millinats() >= line
                && a.netByCause().values().stream().anyMatch(net -> net >= 1000)) {
              expected = OptionalLong.of(day);
            }
          }
          assertThat(assessor.firstSeen(subject, RUN, line)).isEqualTo(expected);
        });
  }

  @Test
  void cuttingTheInputAfterADayLeavesTheScoreOfThatDayUnchanged() {
    Property.forAll(
        300,
        random -> {
          Assessor assessor = Cases.fading(random);
          List<Evidence> evidence = Cases.randomEvidence(random);
          List<Claim> claims = Cases.randomClaims(random);
          long day = TODAY - random.nextInt(40);
          List<Evidence> cut = evidence.stream().filter(e -> e.day() <= day).toList();
          assertThat(assessor.assess(new Subject("p", cut, claims), RUN, day))
              .isEqualTo(assessor.assess(new Subject("p", evidence, claims), RUN, day));
        });
  }

  @Test
  void whoWasNeverOverTheLineWasNeverSeen() {
    Subject subject = Cases.subject(List.of(evidence("a", Cause.NETWORK, 1500, Map.of())));
    assertThat(Cases.ASSESSOR.firstSeen(subject, RUN, Figures.PRIOR + 2000)).isEmpty();
    assertThat(Cases.ASSESSOR.firstSeen(Cases.subject(List.of()), RUN, Figures.PRIOR + 1000))
        .isEmpty();
    assertThat(Cases.ASSESSOR.firstSeen(subject, RUN, Figures.PRIOR + 1500)).hasValue(TODAY);
  }

  @Test
  void whoFadedSinceWasSeenNevertheless() {
    Assessor fading = new Assessor(Cases.cards(7));
    Evidence old = evidence("a", Cause.OPERATOR.slug(), Cause.OPERATOR, TODAY - 20, 3000, Map.of());
    Subject subject = Cases.subject(List.of(old));
    assertThat(fading.assess(subject, RUN, TODAY).millinats()).isLessThan(Figures.PRIOR + 1000);
    assertThat(fading.firstSeen(subject, RUN, Figures.PRIOR + 2000)).hasValue(TODAY - 20);
  }

  @Test
  void evidenceAfterTheEndOfTheRunIsNotLookedAt() {
    Evidence later =
        evidence("a", Cause.OPERATOR.slug(), Cause.OPERATOR, TODAY + 1, 3000, Map.of());
    assertThat(Cases.ASSESSOR.firstSeen(Cases.subject(List.of(later)), RUN, Figures.PRIOR + 1000))
        .isEmpty();
  }
}
