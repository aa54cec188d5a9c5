package dev.bonafide.indicators.rightsforothers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.model.Kind;
import org.junit.jupiter.api.Test;

/** What no case book can hold: the text of a grant names the account that it is given to. */
class RightsForOthersTest {
  @Test
  void twoRightsForOneselfWeighAndOneDoesNot() {
    assertThat(evidence("Owner of all projects", "Administrator of payroll")).isEqualTo(600);
    assertThat(evidence("Owner of all projects", "Owner of all projects")).isZero();
  }

  private static int evidence(String one, String other) {
    Diary diary = new Diary();
    diary.worker("ada").weeks(-21, 18, "09:00", "17:00");
    diary.worker("ada").act(9, "11:00", Kind.GRANT, one + " to ada");
    diary.worker("ada").act(10, "11:00", Kind.GRANT, other + " to ada");
    Outcome outcome =
        new RightsForOthers()
            .evaluate(diary.view("ada"), new Days(Diary.MONDAY - 30, Diary.MONDAY + 30));
    assertThat(outcome).isInstanceOf(Outcome.Spoke.class);
    return ((Outcome.Spoke) outcome)
        .evidence().stream().mapToInt(e -> e.millinats()).max().orElse(0);
  }
}
