package dev.bonafide.assessment;

import static dev.bonafide.assessment.Cases.RUN;
import static dev.bonafide.assessment.Cases.TODAY;
import static dev.bonafide.assessment.Cases.assess;
import static dev.bonafide.assessment.Cases.context;
import static dev.bonafide.assessment.Cases.evidence;
import static dev.bonafide.assessment.Cases.score;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Cause;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Claim.ContextKind;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The three laws of context (DESIGN 10.8), and which document speaks for which explanation. */
class ContextTest {

  @Test
  void contextRaisesNobody() {
    Property.forAll(
        500,
        random -> {
          Assessor assessor = Cases.fading(random);
          List<Evidence> evidence = Cases.randomEvidence(random);
          List<Claim> claims = Cases.randomClaims(random);
          List<Claim> more = new ArrayList<>(claims);
          more.add(Cases.randomContext(random));
          assertThat(assessor.assess(new Subject("p", evidence, more), RUN, TODAY).millinats())
              .isLessThanOrEqualTo(
                  assessor.assess(new Subject("p", evidence, claims), RUN, TODAY).millinats());
        });
  }

  @Test
  void contextChangesNobodyWhomItDoesNotCover() {
    Property.forAll(
        200,
        random -> {
          List<Evidence> evidence = Cases.randomEvidence(random);
          long before = TODAY - 60;
          for (ContextKind kind : ContextKind.values()) {
            assertThat(assess(evidence, context(kind, before, before + 5)))
                .isEqualTo(assess(evidence));
          }
        });
  }

  @Test
  void contextLowersWhoeverHasEvidenceThatItProduces() {
    Map<ContextKind, Explanation> produces =
        Map.of(
            ContextKind.ROSTER, Explanation.OTHER_HOURS,
            ContextKind.ON_CALL, Explanation.ON_CALL,
            ContextKind.TRAVEL, Explanation.TRAVELLER,
            ContextKind.LEAVE, Explanation.TRAVELLER,
            ContextKind.RELATION, Explanation.HOUSEHOLD);
    Property.forAll(
        200,
        random -> {
          List<Evidence> evidence = new ArrayList<>(Cases.randomEvidence(random));
          evidence.removeIf(e -> e.cause() == Cause.OPERATOR);
          for (ContextKind kind : ContextKind.values()) {
            List<Evidence> all = new ArrayList<>(evidence);
            int weight = random.nextInt(500, 9000);
            all.add(evidence("x", Cause.OPERATOR, weight, Map.of(produces.get(kind), weight / 2)));
            long without = score(all);
            long with = score(all, context(kind, TODAY - 1, TODAY + 1));
            assertThat(with).as("%s on %s", kind, all).isLessThan(without);
          }
        });
  }

  @Test
  void aFullyDocumentedReasonLeavesLittleOfWhatItProduces() {
    Evidence e = evidence("a", Cause.NETWORK, 2000, Map.of(Explanation.TRAVELLER, 0));
    Assessment undocumented = assess(List.of(e));
    Assessment documented = assess(List.of(e), context(ContextKind.TRAVEL, TODAY - 3, TODAY));
    // -ln(0.95 e^-2 + 0.05) and -ln(0.2 x (0.95 e^-2 + 0.05) + 0.8)
    assertThat(undocumented.millinats() - Figures.PRIOR).isEqualTo(1723);
    assertThat(documented.millinats() - Figures.PRIOR).isEqualTo(179);
    assertThat(documented.bestInnocent()).isEqualTo(Explanation.TRAVELLER);
    assertThat(documented.ledger().getLast().fact()).contains("documents");
    assertThat(undocumented.ledger().getLast().fact()).doesNotContain("documents");
  }

  @Test
  void twoDocumentsExplainTogetherWhatNeitherExplainsAlone() {
    List<Evidence> both =
        List.of(
            evidence("a", Cause.NETWORK, 2000, Map.of(Explanation.TRAVELLER, 0)),
            evidence("b", Cause.RHYTHM, 2500, Map.of(Explanation.ON_CALL, 0)));
    Claim travel = context(ContextKind.TRAVEL, TODAY - 3, TODAY);
    Claim duty = context(ContextKind.ON_CALL, TODAY - 3, TODAY);
    assertThat(score(both, travel, duty)).isLessThan(Figures.PRIOR + 250);
    assertThat(score(both, travel)).isGreaterThan(Figures.PRIOR + 2000);
    assertThat(score(both, duty)).isGreaterThan(Figures.PRIOR + 1500);
  }

  @Test
  void aDocumentExplainsThePartThatItCovers() {
    Evidence ten =
        Cases.lasting(
            evidence("a", Cause.RHYTHM, 2000, Map.of(Explanation.ON_CALL, 0)),
            (TODAY - 9) * Cases.DAY,
            (TODAY + 1) * Cases.DAY);
    long none = score(List.of(ten));
    long one = score(List.of(ten), context(ContextKind.ON_CALL, TODAY - 5, TODAY - 5));
    long five = score(List.of(ten), context(ContextKind.ON_CALL, TODAY - 7, TODAY - 3));
    long all = score(List.of(ten), context(ContextKind.ON_CALL, TODAY - 9, TODAY));
    assertThat(List.of(none, one, five, all)).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(none - one).isLessThan(one - all);
    long twice =
        score(
            List.of(ten),
            context(ContextKind.ON_CALL, TODAY - 5, TODAY - 5),
            context(ContextKind.ON_CALL, TODAY - 5, TODAY - 5));
    assertThat(twice).as("a row that was sent twice").isEqualTo(one);
  }

  @Test
  void aMomentIsCoveredAlsoWhenTheZoneOfTheRowIsOpen() {
    long noon = TODAY * Cases.DAY + Cases.DAY / 2;
    Evidence moment =
        Cases.lasting(
            evidence("a", Cause.NETWORK, 2000, Map.of(Explanation.TRAVELLER, 0)), noon, noon);
    long without = score(List.of(moment));
    assertThat(score(List.of(moment), context(ContextKind.TRAVEL, TODAY, TODAY)))
        .isLessThan(without);
    assertThat(score(List.of(moment), context(ContextKind.TRAVEL, TODAY + 1, TODAY + 1)))
        .isLessThan(without);
    assertThat(score(List.of(moment), context(ContextKind.TRAVEL, TODAY + 2, TODAY + 3)))
        .isEqualTo(without);
  }

  @Test
  void declaredHoursExplainOnlyWhereTheyAreUnusual() {
    assertThat(explained(hours("9 to 5", 540, 1020, null))).isEmpty();
    assertThat(explained(hours("late", 13 * 60, 21 * 60, null)))
        .containsExactly(Explanation.OTHER_HOURS);
    assertThat(explained(hours("22 to 6", 22 * 60, 6 * 60, null)))
        .containsExactly(Explanation.OTHER_HOURS);
    assertThat(explained(hours("Night shift", -1, -1, null)))
        .containsExactly(Explanation.OTHER_HOURS);
    assertThat(explained(hours("9 to 5, on call every 3rd week", 540, 1020, null)))
        .containsExactly(Explanation.ON_CALL);
    assertThat(explained(hours("flexible hours", -1, -1, null))).containsExactly(Explanation.CARER);
    Claim home = place("Europe/Lisbon", Long.MIN_VALUE, Long.MAX_VALUE);
    assertThat(explained(hours("9 to 5", 540, 1020, "America/New_York"), home))
        .as("the hours of a partner's zone")
        .containsExactly(Explanation.OTHER_HOURS);
    assertThat(explained(hours("9 to 5", 540, 1020, "Europe/Lisbon"), home)).isEmpty();
  }

  @Test
  void aDeclaredStayExplainsAsATravelNoticeDoes() {
    Claim home = place("Europe/Lisbon", TODAY - 900, Long.MAX_VALUE);
    Claim stay = place("Asia/Tokyo", TODAY - 10, TODAY + 10);
    assertThat(explained(home, stay)).containsExactly(Explanation.TRAVELLER);
    assertThat(explained(stay)).as("the only place of a short contract").isEmpty();
    assertThat(explained(home)).isEmpty();
  }

  @Test
  void aNewJoinerIsOneForAMonth() {
    assertThat(explained(LedgerTest.employment(null, true, TODAY - 5)))
        .containsExactly(Explanation.NEW_JOINER);
    assertThat(explained(LedgerTest.employment(null, true, TODAY - 40))).isEmpty();
    assertThat(explained(LedgerTest.employment(null, true, Long.MIN_VALUE))).isEmpty();
  }

  /** The explanations for which these claims lower an evidence of today. */
  private static Set<Explanation> explained(Claim... claims) {
    Set<Explanation> found = EnumSet.noneOf(Explanation.class);
    for (Explanation k : Explanation.values()) {
      Evidence e = evidence("a", Cause.OPERATOR, 3000, Map.of(k, 1500));
      if (score(List.of(e), claims) < score(List.of(e))) {
        found.add(k);
      }
    }
    return found;
  }

  private static Claim hours(
      String text, int from, int to, @org.jspecify.annotations.Nullable String zone) {
    return new Claim.Schedule("worker", 1, Long.MIN_VALUE, Long.MAX_VALUE, text, from, to, zone);
  }

  private static Claim place(String zone, long from, long to) {
    return new Claim.Place("worker", 1, from, to, null, null, zone);
  }
}
