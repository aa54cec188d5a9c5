package dev.bonafide.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.logbook.OpenPage;
import dev.bonafide.logbook.Page;
import dev.bonafide.model.Kind;
import org.junit.jupiter.api.Test;

class AsOfTest {
  private final AsOf asOf = new AsOf();

  private void records(String source, int day, int count) {
    OpenPage page = new OpenPage();
    for (int i = 0; i < count; i++) {
      page.add(i, Kind.SIGN_IN, i, 0, 0, 0, 0, 0, 0, 0, 0);
    }
    asOf.add(source, day, Page.of(page.seal()).size());
  }

  @Test
  void theLastDayIsTheLatestThatTwoSourcesReach() {
    records("okta", 100, 400);
    records("entra", 101, 1);
    records("okta", 101, 1);
    assertThat(asOf.last()).isEqualTo(101);
  }

  @Test
  void oneRecordWithAWrongClockMovesNeitherEnd() {
    for (int day = 100; day < 110; day++) {
      records("okta", day, 300);
      records("entra", day, 300);
    }
    records("okta", 9_000, 1);
    records("entra", 50, 1);
    assertThat(asOf.last()).isEqualTo(109);
    assertThat(asOf.first()).isEqualTo(100);
    assertThat(asOf.after(109)).isEqualTo(1);
    assertThat(asOf.before(100)).isEqualTo(1);
  }

  @Test
  void oneInAThousandRecordsOfOneSourceReach() {
    records("okta", 100, 400);
    records("okta", 101, 400);
    records("okta", 103, 1);
    assertThat(asOf.last()).isEqualTo(103);
  }

  @Test
  void ofASingleRecordItsDayCounts() {
    records("okta", 100, 1);
    assertThat(asOf.first()).isEqualTo(100);
    assertThat(asOf.last()).isEqualTo(100);
  }
}
