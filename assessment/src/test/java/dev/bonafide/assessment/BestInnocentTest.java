package dev.bonafide.assessment;

import static dev.bonafide.assessment.Cases.RUN;
import static dev.bonafide.assessment.Cases.TODAY;
import static dev.bonafide.assessment.Cases.assess;
import static dev.bonafide.assessment.Cases.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bonafide.model.Abstained;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a reviewer is told beside the number. */
class BestInnocentTest {

  private static final Map<Explanation, Integer> TRIP = Map.of(Explanation.TRAVELLER, 200);

  /** Network, clock and impossible travel light up together, and one trip explains all three. */
  @Test
  void aTravellerIsExplainedAsAWhole() {
    List<Evidence> trip =
        List.of(
            evidence("net", Cause.NETWORK, 1800, TRIP),
            evidence("clock", Cause.PLACE_CLOCK, 2500, TRIP),
            evidence("jump", Cause.IDENTITY, 2000, TRIP));
    Assessment a = assess(trip);
    // -ln(0.95 e^-6.3 + 0.05 e^-0.6)
    assertThat(a.millinats() - Figures.PRIOR).isEqualTo(3534);
    assertThat(a.bestInnocent()).isEqualTo(Explanation.TRAVELLER);
    assertThat(a.ledger().getLast().millinats()).isEqualTo(3534 - 6300);
  }

  /** The same weights, but no single honest life explains them all. */
  @Test
  void anOffshoreOperatorIsNotExplainedByThreeDifferentLives() {
    List<Evidence> offshore =
        List.of(
            evidence("net", Cause.NETWORK, 1800, Map.of(Explanation.PRIVACY_VPN, 200)),
            evidence("clock", Cause.PLACE_CLOCK, 2500, Map.of(Explanation.OTHER_HOURS, 200)),
            evidence("remote", Cause.REMOTE_CONTROL, 2000, Map.of(Explanation.IT_SUPPORT, 200)));
    Assessment a = assess(offshore);
    // -ln(0.85 e^-6.3 + 0.06 e^-4.7 + 0.06 e^-4 + 0.03 e^-4.5)
    assertThat(a.millinats() - Figures.PRIOR).isEqualTo(5644);
    assertThat(a.millinats()).isGreaterThan(assess(offshore.subList(0, 2)).millinats());
  }

  @Test
  void theMostLikelyOtherLifeIsNamed() {
    Evidence e =
        evidence(
            "a",
            Cause.RHYTHM,
            2400,
            Map.of(Explanation.CARER, 1000, Explanation.ON_CALL, 800, Explanation.TESTER, 0));
    assertThat(assess(List.of(e)).bestInnocent()).isEqualTo(Explanation.ON_CALL);
  }

  @Test
  void aTakenOverAccountIsProtectedOnlyWhereAnIndicatorSawSignsOfIt() {
    Map<Explanation, Integer> takeover = Map.of(Explanation.TAKEN_OVER, 0);
    Evidence abrupt = evidence("a", Cause.OPERATOR, 4000, takeover);
    Assessment plain = assess(List.of(abrupt));
    assertThat(plain.bestInnocent()).isEqualTo(Explanation.TAKEN_OVER);
    assertThat(plain.direction()).isEqualTo(Direction.SUBJECT);
    Evidence sign =
        Cases.directed(evidence("b", Cause.NETWORK, 300, takeover), Direction.POSSIBLE_VICTIM);
    assertThat(assess(List.of(abrupt, sign)).direction()).isEqualTo(Direction.POSSIBLE_VICTIM);
    Evidence other = evidence("c", Cause.PLACE_CLOCK, 3000, Map.of(Explanation.TRAVELLER, 0));
    assertThat(assess(List.of(other, sign)).direction()).isEqualTo(Direction.SUBJECT);
  }

  @Test
  void aVictimStaysOverTheLine() {
    Evidence sign =
        Cases.directed(
            evidence("b", Cause.OPERATOR, 4000, Map.of(Explanation.TAKEN_OVER, 0)),
            Direction.POSSIBLE_VICTIM);
    Assessment a = assess(List.of(sign));
    assertThat(Cases.ASSESSOR.line(List.of(a), RUN).alerts()).isEqualTo(1);
  }

  @Test
  void theCheapestCheckAmongTheHeaviestEvidenceComesNext() {
    Assessor assessor =
        new Assessor(
            List.of(
                Cases.card("operator", Cause.OPERATOR, 30, 60),
                Cases.card("network", Cause.NETWORK, 30, 20),
                Cases.card("data", Cause.DATA, 30, 1)));
    List<Evidence> evidence =
        List.of(
            evidence("a", Cause.OPERATOR, 3000, Map.of()),
            evidence("b", Cause.NETWORK, 1600, Map.of()),
            evidence("c", Cause.DATA, 900, Map.of()));
    Card next = assessor.assess(Cases.subject(evidence), RUN, TODAY).nextCheck();
    assertThat(next).isNotNull().extracting(Card::slug).isEqualTo("network");
  }

  @Test
  void theIntervalAddsCausesAsHalfDependentAndWidensWhereNobodyCouldLook() {
    Assessment one = assess(List.of(evidence("a", Cause.OPERATOR, 3000, Map.of())));
    assertThat(width(one)).isCloseTo(2 * 1.645 * 300, within(2.0));
    Assessment two =
        assess(
            List.of(
                evidence("a", Cause.OPERATOR, 3000, Map.of()),
                evidence("b", Cause.NETWORK, 1000, Map.of())));
    double sd = Math.sqrt(2 * 300 * 300 + 2 * 0.3 * 300 * 300);
    assertThat(width(two)).isCloseTo(2 * 1.645 * sd, within(2.0));
    Assessment blind =
        Cases.ASSESSOR.assess(
            new Subject(
                "p",
                List.of(evidence("a", Cause.OPERATOR, 3000, Map.of())),
                List.of(),
                List.of(
                    new Abstained("network", "no network records"),
                    new Abstained("rhythm", "too few days"))),
            RUN,
            TODAY);
    double wider = Math.sqrt(300 * 300 + 500 * 500 + 2 * 0.3 * 300 * 500);
    assertThat(width(blind))
        .as("the marathon could speak")
        .isCloseTo(2 * 1.645 * wider, within(2.0));
    assertThat(blind.abstained()).hasSize(2);
    assertThat(blind.interval().lowDecibans()).isLessThan(blind.decibans());
    assertThat(blind.interval().highDecibans()).isGreaterThan(blind.decibans());
  }

  @Test
  void aPersonCanBeSeenWithoutOneCause() {
    Subject subject =
        Cases.subject(
            List.of(
                evidence("a", Cause.OPERATOR, 3000, Map.of()),
                evidence("b", Cause.NETWORK, 1000, Map.of())));
    assertThat(Cases.ASSESSOR.assess(subject.without(Cause.NETWORK), RUN, TODAY).millinats())
        .isEqualTo(Figures.PRIOR + 3000);
  }

  private static double width(Assessment a) {
    return a.interval().high() - a.interval().low();
  }
}
