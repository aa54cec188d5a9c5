package dev.bonafide.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.model.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortBookTest {

  @Test
  void aHistogramSumsTheDaysThatWereAskedForAndNoOthers() {
    CohortBook.Builder builder = new CohortBook.Builder();
    builder.add("engineering", 100, Measure.ENDPOINTS, 1);
    builder.add("engineering", 100, Measure.ENDPOINTS, 2);
    builder.add("engineering", 101, Measure.ENDPOINTS, 2);
    builder.add("engineering", 101, Measure.EGRESSES, 9);
    builder.add("engineering", 102, Measure.ENDPOINTS, 5);
    builder.add("sales", 100, Measure.ENDPOINTS, 7);
    CohortBook book = builder.build();
    CohortBook.Histogram usual = book.histogram("engineering", Measure.ENDPOINTS, 75, 101);
    assertThat(usual.total()).isEqualTo(3);
    assertThat(usual.atLeast(2)).isEqualTo(2);
    assertThat(usual.atLeast(3)).isZero();
    assertThat(usual.quantile(333)).isEqualTo(1);
    assertThat(usual.quantile(500)).isEqualTo(2);
    assertThat(usual.quantile(1000)).isEqualTo(2);
    assertThat(book.histogram("legal", Measure.ENDPOINTS, 100, 101).quantile(500)).isEqualTo(-1);
    assertThatThrownBy(() -> book.histogram("sales", Measure.ENDPOINTS, 73, 101))
        .hasMessageContaining("28 days");
  }

  @Test
  void valuesBeyondTheLargestCountAsTheLargest() {
    CohortBook.Builder builder = new CohortBook.Builder();
    builder.add("all", 1, Measure.EGRESSES, 5_000);
    CohortBook.Histogram usual = builder.build().histogram("all", Measure.EGRESSES, 1, 1);
    assertThat(usual.quantile(500)).isEqualTo(Measure.EGRESSES.most());
  }

  @Test
  void measuresAreTakenOverAllPagesOfAPersonsDay() {
    Fold fold = new Fold();
    String day = "2026-05-01T";
    fold.add(Events.on(Events.event("okta:u1", day + "10:00:00Z", Kind.MESSAGE), "mac"));
    fold.add(Events.on(Events.event("okta:u1", day + "10:29:59Z", Kind.MESSAGE), "mac"));
    fold.add(Events.on(Events.event("okta:u1", day + "23:59:59Z", Kind.SIGN_IN_SILENT), "phone"));
    fold.add(
        Events.from(Events.event("zoom:u1", day + "12:00:00Z", Kind.MESSAGE), "192.0.2.1", null));
    List<Page> pages = new java.util.ArrayList<>();
    fold.seal().forEach((account, d, bytes) -> pages.add(Page.of(bytes)));
    assertThat(Measure.ACTIVE_HALF_HOURS.of(pages)).isEqualTo(2);
    assertThat(Measure.LONGEST_REST_HALF_HOURS.of(pages)).isEqualTo(23);
    assertThat(Measure.ENDPOINTS.of(pages)).isEqualTo(2);
    assertThat(Measure.EGRESSES.of(pages)).isEqualTo(1);
    assertThat(Measure.ACTIVE_HALF_HOURS.of(List.of())).isZero();
  }
}
