package dev.bonafide.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.engine.applications.Fairness;
import dev.bonafide.engine.applications.Fairness.Group;
import dev.bonafide.engine.applications.ScreeningFindings;
import dev.bonafide.engine.applications.ScreeningFindings.Applicant;
import dev.bonafide.engine.applications.ScreeningFindings.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FairnessPageTest {
  private final List<Applicant> applicants = new ArrayList<>();
  private final Map<String, String> groups = new HashMap<>();

  /** Adds a group of which some are asked something. */
  private void group(String name, int size, int asked) {
    for (int i = 0; i < size; i++) {
      String id = "A-" + applicants.size();
      Question question =
          new Question("src-jobs-overlap", "", "", List.of(), List.of("notice"), "?", "", 1);
      applicants.add(
          new Applicant(
              id,
              null,
              0,
              0,
              null,
              List.of(),
              List.of(),
              i < asked ? List.of(question) : List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of()));
      groups.put(id, name);
    }
  }

  private Fairness fairness() {
    return Fairness.of(
        new ScreeningFindings(
            new ScreeningFindings.Run("", "", ""),
            applicants,
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        Map.of("channel", groups));
  }

  private List<Group> counted() {
    return fairness().groupings().getFirst().groups();
  }

  @Test
  void aRateBelowFourFifthsOfTheHighestIsNamedWithTheChecksThatAsk() {
    group("agency", 40, 20);
    group("career site", 40, 4);
    assertThat(counted())
        .extracting(Group::name, Group::passed, Group::look)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("agency", 20, true),
            org.assertj.core.groups.Tuple.tuple("career site", 36, false));
    assertThat(counted().getFirst().asked()).containsEntry("src-jobs-overlap", 20);
    assertThat(FairnessPage.html(fairness()))
        .contains("Channel", "below four fifths", "src-jobs-overlap 20", "50 %", "56 %");
  }

  @Test
  void aRateOfExactlyFourFifthsIsNotNamed() {
    group("agency", 50, 10);
    group("career site", 50, 0);
    assertThat(counted()).extracting(Group::look).containsExactly(false, false);
  }

  @Test
  void ofFewApplicationsNothingIsSaidAndTheyAreNoMeasureForOthers() {
    group("agency", 29, 29);
    group("friends", 2, 0);
    group("career site", 40, 8);
    assertThat(counted()).extracting(Group::look).containsExactly(false, false, false);
    assertThat(FairnessPage.html(fairness()))
        .contains("too few to tell")
        .doesNotContain("below four fifths</td>");
  }

  @Test
  void whoeverIsInNoGroupIsNotCountedAndTextOfTheTableIsNoMarkup() {
    group("<b>agency</b>", 40, 0);
    groups.keySet().removeIf(id -> id.endsWith("7"));
    assertThat(counted().getFirst().applications()).isEqualTo(36);
    assertThat(FairnessPage.html(fairness())).contains("&lt;b&gt;agency").doesNotContain("<script");
  }
}
