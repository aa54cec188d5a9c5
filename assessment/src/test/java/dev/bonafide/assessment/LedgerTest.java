package dev.bonafide.assessment;

import static dev.bonafide.assessment.Cases.TODAY;
import static dev.bonafide.assessment.Cases.assess;
import static dev.bonafide.assessment.Cases.evidence;
import static dev.bonafide.assessment.Cases.line;
import static dev.bonafide.assessment.Line.Sort.DECAY;
import static dev.bonafide.assessment.Line.Sort.DISCOUNT;
import static dev.bonafide.assessment.Line.Sort.EVIDENCE;
import static dev.bonafide.assessment.Line.Sort.INNOCENT;
import static dev.bonafide.assessment.Line.Sort.PRIOR;
import static dev.bonafide.assessment.Line.Sort.SETTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bonafide.model.Cause;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTest {

  @Test
  void theLinesSumExactlyToTheScoreWhateverTheEvidence() {
    Property.forAll(
        500,
        random -> {
          Assessor assessor = Cases.fading(random);
          Subject subject =
              new Subject("p", Cases.randomEvidence(random), Cases.randomClaims(random));
          Assessment a = assessor.assess(subject, Cases.RUN, TODAY - random.nextInt(3));
          assertThat(a.ledger().stream().mapToLong(Line::millinats).sum()).isEqualTo(a.millinats());
          assertThat(line(a, PRIOR)).isEqualTo(Figures.PRIOR);
          assertThat(line(a, INNOCENT)).isLessThanOrEqualTo(0);
          long innocentLines = a.ledger().stream().filter(l -> l.sort() == INNOCENT).count();
          assertThat(innocentLines).isEqualTo(a.netByCause().isEmpty() ? 0 : 1);
          a.netByCause()
              .forEach(
                  (cause, net) ->
                      assertThat(
                              a.ledger().stream()
                                  .filter(l -> l.cause() == cause)
                                  .mapToLong(Line::millinats)
                                  .sum())
                          .as(cause.slug())
                          .isEqualTo(net));
        });
  }

  @Test
  void theScoreIsThatOfTheMixtureReckonedInPlainFractions() {
    Property.forAll(
        200,
        random -> {
          List<Evidence> evidence = Cases.randomEvidence(random);
          List<Claim> claims = Cases.randomClaims(random);
          Subject subject = new Subject("p", evidence, claims);
          double expected = Figures.PRIOR + PlainMixture.millinats(evidence, claims);
          // Each weight and each cause is rounded once: half a millinat each.
          assertThat((double) Cases.ASSESSOR.assess(subject, Cases.RUN, TODAY).millinats())
              .isCloseTo(expected, within(1.0 + evidence.size()));
        });
  }

  @Test
  void orderAndDuplicatesChangeNothing() {
    Property.forAll(
        200,
        random -> {
          List<Evidence> evidence = Cases.randomEvidence(random);
          List<Claim> claims = Cases.randomClaims(random);
          List<Evidence> twice = new ArrayList<>(evidence);
          twice.addAll(evidence);
          Assessor assessor = Cases.fading(random);
          Assessment once = assessor.assess(new Subject("p", evidence, claims), Cases.RUN, TODAY);
          Assessment other =
              assessor.assess(
                  new Subject(
                      "p", Property.shuffled(twice, random), Property.shuffled(claims, random)),
                  Cases.RUN,
                  TODAY);
          assertThat(other).isEqualTo(once);
        });
  }

  /**
   * What really holds. Removing counter-evidence raises a score, and an evidence that speaks for an
   * explanation (a weight below 0 against it) may lower one; everything else may only raise.
   */
  @Test
  void evidenceThatSpeaksForNobodyNeverLowersAScore() {
    Property.forAll(
        500,
        random -> {
          Assessor assessor = Cases.fading(random);
          List<Evidence> evidence = Cases.randomEvidence(random);
          List<Claim> claims = Cases.randomClaims(random);
          List<Evidence> more = new ArrayList<>(evidence);
          more.add(Cases.randomEvidence(random, "one more", false));
          long without =
              assessor.assess(new Subject("p", evidence, claims), Cases.RUN, TODAY).millinats();
          long with = assessor.assess(new Subject("p", more, claims), Cases.RUN, TODAY).millinats();
          assertThat(with).isGreaterThanOrEqualTo(without);
        });
  }

  @Test
  void counterEvidenceNeverRaisesAScore() {
    Property.forAll(
        500,
        random -> {
          Assessor assessor = Cases.fading(random);
          List<Evidence> evidence = Cases.randomEvidence(random);
          List<Evidence> more = new ArrayList<>(evidence);
          more.add(Cases.randomEvidence(random, "an alibi", true));
          long without =
              assessor.assess(new Subject("p", evidence, List.of()), Cases.RUN, TODAY).millinats();
          long with =
              assessor.assess(new Subject("p", more, List.of()), Cases.RUN, TODAY).millinats();
          assertThat(with).isLessThanOrEqualTo(without);
        });
  }

  @Test
  void nobodyIsScoredOnNothing() {
    Assessment a = assess(List.of());
    assertThat(a.millinats()).isEqualTo(Figures.PRIOR);
    assertThat(a.ledger()).extracting(Line::sort).containsExactly(PRIOR);
    assertThat(a.ledger().getFirst().fact()).endsWith("1 in 3,000");
    assertThat(a.bestInnocent()).isNull();
    assertThat(a.nextCheck()).isNull();
    assertThat(a.stage()).isNull();
  }

  @Test
  void unexplainedEvidenceCountsInFull() {
    Assessment a = assess(List.of(evidence("a", Cause.OPERATOR, 3000, Map.of())));
    assertThat(a.millinats()).isEqualTo(Figures.PRIOR + 3000);
    assertThat(a.bestInnocent()).isEqualTo(Explanation.ORDINARY);
  }

  @Test
  void evidenceOfOneCauseIsDiscountedByFourTenthsEachAndCapped() {
    Assessment a =
        assess(
            List.of(
                evidence("a", Cause.OPERATOR, 1000, Map.of()),
                evidence("b", Cause.OPERATOR, 2000, Map.of()),
                evidence("c", Cause.OPERATOR, 500, Map.of())));
    assertThat(a.netByCause()).containsEntry(Cause.OPERATOR, 2000L + 400 + 80);
    assertThat(line(a, EVIDENCE)).isEqualTo(3500);
    assertThat(line(a, DISCOUNT)).isEqualTo(-1020);
    Assessment capped =
        assess(
            List.of(
                evidence("a", Cause.OPERATOR, 3900, Map.of()),
                evidence("b", Cause.OPERATOR, 2000, Map.of())));
    assertThat(capped.netByCause()).containsEntry(Cause.OPERATOR, 4000L);
    assertThat(fact(capped, DISCOUNT)).endsWith("counts at most 17.4 decibans");
  }

  @Test
  void causesAreNotDiscountedAgainstEachOther() {
    Assessment a =
        assess(
            List.of(
                evidence("a", Cause.OPERATOR, 1000, Map.of()),
                evidence("b", Cause.NETWORK, 2000, Map.of())));
    assertThat(a.millinats()).isEqualTo(Figures.PRIOR + 3000);
  }

  @Test
  void everyCauseHasItsCap() {
    for (Cause cause : Cause.values()) {
      Assessment a = assess(List.of(evidence("a", cause, 50_000, Map.of())));
      assertThat(a.netByCause()).containsEntry(cause, (long) Figures.cap(cause));
    }
  }

  @Test
  void onlyThreeDaysAndNightsAwakePassTheCapOfRhythm() {
    Evidence marathon = evidence("a", Figures.MARATHON, Cause.RHYTHM, TODAY, 9000, Map.of());
    long to = marathon.toMilli();
    Evidence shorter = Cases.lasting(marathon, to - 71 * 3_600_000L, to);
    Evidence longer = Cases.lasting(marathon, to - 72 * 3_600_000L, to);
    Evidence other =
        Cases.lasting(evidence("b", Cause.RHYTHM, 9000, Map.of()), to - 20 * Cases.DAY, to);
    assertThat(assess(List.of(shorter)).netByCause()).containsEntry(Cause.RHYTHM, 2500L);
    assertThat(assess(List.of(longer)).netByCause()).containsEntry(Cause.RHYTHM, 5000L);
    assertThat(assess(List.of(other)).netByCause()).containsEntry(Cause.RHYTHM, 2500L);
    assertThat(assess(List.of(longer, other)).netByCause()).containsEntry(Cause.RHYTHM, 5000L);
  }

  @Test
  void counterEvidenceLowersACauseAlsoAboveItsCapAndHasAFloor() {
    Evidence flood = evidence("a", Cause.NETWORK, 9000, Map.of());
    Evidence alibi = evidence("b", Cause.NETWORK, -700, Map.of());
    assertThat(assess(List.of(flood, alibi)).netByCause()).containsEntry(Cause.NETWORK, 1300L);
    Evidence more = evidence("c", Cause.NETWORK, -4000, Map.of());
    Assessment floored = assess(List.of(alibi, more));
    assertThat(floored.netByCause()).containsEntry(Cause.NETWORK, -1500L);
    assertThat(fact(floored, DISCOUNT)).contains("Counter-evidence").endsWith("6.5 decibans");
    assertThat(floored.indicators()).isEmpty();
  }

  @Test
  void noExplanationMakesAnythingWeighMore() {
    Evidence odd = evidence("a", Cause.OPERATOR, 1000, Map.of(Explanation.CARER, 9000));
    Evidence alibi = evidence("b", Cause.NETWORK, -800, Map.of(Explanation.TRAVELLER, 0));
    Assessment a = assess(List.of(odd, alibi));
    assertThat(a.millinats()).isEqualTo(Figures.PRIOR + 1000 - 800);
    assertThat(a.bestInnocent()).isEqualTo(Explanation.ORDINARY);
  }

  @Test
  void weightHalvesInItsHalfLife() {
    Assessor assessor = new Assessor(Cases.cards(30));
    Evidence e = evidence("a", Cause.OPERATOR.slug(), Cause.OPERATOR, TODAY - 30, 2001, Map.of());
    Run run = Run.of(TODAY - 60, TODAY, 5);
    Subject subject = Cases.subject(List.of(e));
    assertThat(assessor.assess(subject, run, TODAY - 30).millinats())
        .isEqualTo(Figures.PRIOR + 2001);
    Assessment a = assessor.assess(subject, run, TODAY);
    assertThat(a.netByCause()).containsEntry(Cause.OPERATOR, 1001L);
    assertThat(line(a, DECAY)).isEqualTo(-1000);
    assertThat(Cases.assess(List.of(e)).millinats())
        .as("no half-life")
        .isEqualTo(Figures.PRIOR + 2001);
  }

  @Test
  void theLatestClosedRevisionReplacesEarlierOnes() {
    Evidence first =
        evidence("a", Cause.OPERATOR.slug(), Cause.OPERATOR, TODAY - 9, 3000, Map.of());
    Evidence second = Cases.revised(first, TODAY - 2, 1000);
    Subject subject = Cases.subject(List.of(second, first));
    long[] scores = new long[10];
    for (int back = 0; back < 10; back++) {
      scores[back] =
          Cases.ASSESSOR.assess(subject, Cases.RUN, TODAY - back).millinats() - Figures.PRIOR;
    }
    assertThat(scores).containsExactly(1000, 1000, 1000, 3000, 3000, 3000, 3000, 3000, 3000, 3000);
    assertThat(Cases.ASSESSOR.assess(subject, Cases.RUN, TODAY - 10).netByCause()).isEmpty();
  }

  @Test
  void evidenceCountsOnlyWhenTheHoursItReadAheadAreClosed() {
    Evidence e = evidence("a", Cause.OPERATOR, 3000, Map.of());
    Evidence ahead =
        new Evidence(
            e.id(),
            e.indicator(),
            e.person(),
            e.object(),
            TODAY - 5,
            30,
            e.fromMilli(),
            e.toMilli(),
            e.millinats(),
            e.sd(),
            e.cause(),
            e.direction(),
            false,
            e.fact(),
            e.citations(),
            e.remaining());
    Subject subject = Cases.subject(List.of(ahead));
    assertThat(Cases.ASSESSOR.assess(subject, Cases.RUN, TODAY - 4).netByCause()).isEmpty();
    assertThat(Cases.ASSESSOR.assess(subject, Cases.RUN, TODAY - 3).netByCause()).isNotEmpty();
  }

  @Test
  void aRemoteNewcomerFromAnAgencyGetsALineOfTheirOwnThatCanBeSwitchedOff() {
    Claim.Employment job = employment("Acme Staffing", true, TODAY - 100);
    List<Evidence> seen = List.of(evidence("a", Cause.IDENTITY, 4000, Map.of()));
    assertThat(line(assess(seen, job), SETTING)).isEqualTo(921);
    Run off = new Run(TODAY - 29, TODAY, 5, Figures.PRIOR, 0);
    assertThat(Cases.ASSESSOR.assess(Cases.subject(seen, job), off, TODAY).ledger())
        .extracting(Line::sort)
        .doesNotContain(SETTING);
    for (Claim.Employment other :
        List.of(
            employment(null, true, TODAY - 100),
            employment("Acme Staffing", false, TODAY - 100),
            employment("Acme Staffing", true, TODAY - 365))) {
      assertThat(line(assess(seen, other), SETTING)).isZero();
    }
  }

  @Test
  void howSomebodyWasHiredNeverPutsThemAboveSomebodyOfWhomMoreWasSeen() {
    Claim.Employment job = employment("Acme Staffing", true, TODAY - 100);
    assertThat(line(assess(List.of(), job), SETTING)).isZero();
    for (int weight : new int[] {0, 100, 500, 1000, 1800, 4000}) {
      Assessment hired = assess(List.of(evidence("a", Cause.IDENTITY, weight, Map.of())), job);
      assertThat(line(hired, SETTING)).isEqualTo(Math.min(921, weight / 2));
    }
    Assessment forThem = assess(List.of(evidence("a", Cause.IDENTITY, -800, Map.of())), job);
    assertThat(line(forThem, SETTING)).isZero();
  }

  @Test
  void aScoreIsInDecibansAndAProbabilityToo() {
    Assessment a = assess(List.of(evidence("a", Cause.IDENTITY, 6000, Map.of())));
    assertThat(a.millinats()).isEqualTo(-2006);
    assertThat(a.decibans()).isEqualTo(-8.712);
    assertThat(a.score()).isCloseTo(0.1186, within(0.0001));
  }

  @Test
  void anIndicatorWithoutACardIsRefused() {
    Evidence stray = evidence("a", "stray", Cause.DATA, TODAY, 1, Map.of());
    assertThatThrownBy(() -> assess(List.of(stray)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stray");
  }

  @Test
  void aLedgerThatDoesNotAddUpIsRefused() {
    Assessment a = assess(List.of(evidence("a", Cause.DATA, 1, Map.of())));
    assertThatThrownBy(
            () ->
                new Assessment(
                    a.person(),
                    a.millinats() + 1,
                    a.ledger(),
                    a.interval(),
                    a.direction(),
                    a.indicators(),
                    a.stage(),
                    a.netByCause(),
                    a.hard(),
                    a.bestInnocent(),
                    a.nextCheck(),
                    a.abstained()))
        .isInstanceOf(IllegalStateException.class);
  }

  static Claim.Employment employment(@Nullable String agency, boolean remote, long fromDay) {
    return new Claim.Employment(
        "worker",
        1,
        fromDay,
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        null,
        null,
        null,
        agency,
        null,
        remote);
  }

  private static String fact(Assessment a, Line.Sort sort) {
    return a.ledger().stream().filter(l -> l.sort() == sort).findFirst().orElseThrow().fact();
  }
}
