package dev.bonafide.assessment;

import static dev.bonafide.assessment.Cases.TODAY;
import static dev.bonafide.assessment.Cases.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bonafide.model.Cause;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A toy workforce in which one trip lights up three causes at once. What is claimed of those who
 * show all three must come true as often as claimed; a plain sum would claim near certainty.
 */
class CalibrationTest {
  private static final int PEOPLE = 400_000;

  /** How often each of the three observables shows: in an ordinary life, on a trip, in a fraud. */
  private static final double ORDINARY = 0.03;

  private static final double TRIP = 0.6;
  private static final double FRAUD = 0.7;

  private static final int BASE_RATE = Weight.ofRatio(1.0 / 299);
  private static final List<Cause> CAUSES =
      List.of(Cause.IDENTITY, Cause.PLACE_CLOCK, Cause.OPERATOR);

  @Test
  void whatIsClaimedComesTrueAsOften() {
    SplittableRandom random = new SplittableRandom(7);
    double traveller = Figures.perMille(Explanation.TRAVELLER) / 1000.0;
    Map<Integer, int[]> seen = new HashMap<>();
    for (int i = 0; i < PEOPLE; i++) {
      boolean fraud = random.nextInt(300) == 0;
      double rate = fraud ? FRAUD : random.nextDouble() < traveller ? TRIP : ORDINARY;
      int shown = 0;
      for (int k = 0; k < CAUSES.size(); k++) {
        shown += random.nextDouble() < rate ? 1 : 0;
      }
      seen.computeIfAbsent(shown, s -> new int[2])[fraud ? 1 : 0]++;
    }
    int[] all = seen.getOrDefault(3, new int[2]);
    double realised = (double) all[1] / (all[0] + all[1]);
    Run run = new Run(TODAY - 29, TODAY, 5, BASE_RATE, 0);
    Assessment claimed = Cases.ASSESSOR.assess(Cases.subject(evidences()), run, TODAY);
    assertThat(all[1]).as("enough of them to tell").isGreaterThan(300);
    assertThat(claimed.score()).isCloseTo(realised, within(0.02));
    long plainSum =
        BASE_RATE + claimed.netByCause().values().stream().mapToLong(Long::longValue).sum();
    assertThat(Weight.probability(plainSum)).isGreaterThan(0.95);
    assertThat(realised).isBetween(0.05, 0.15);
  }

  private static List<Evidence> evidences() {
    int weight = Weight.ofRatio(FRAUD / ORDINARY);
    int left = Weight.ofRatio(FRAUD / TRIP);
    List<Evidence> list = new ArrayList<>();
    for (Cause cause : CAUSES) {
      list.add(evidence(cause.slug(), cause, weight, Map.of(Explanation.TRAVELLER, left)));
    }
    return list;
  }
}
