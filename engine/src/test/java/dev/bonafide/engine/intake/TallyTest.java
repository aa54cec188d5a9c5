package dev.bonafide.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Reading.Ignored;
import org.junit.jupiter.api.Test;

class TallyTest {
  private final Tally tally = new Tally();

  @Test
  void aClockThatLeadsIsSeenInRecordsThatArriveBeforeTheyHappen() {
    for (int i = 0; i < 1000; i++) {
      tally.late(i % 20 * 1000L - 95_000);
    }
    tally.late(-3_000_000);
    assertThat(tally.skewSeconds()).isEqualTo(95);
  }

  @Test
  void lateRecordsTellNothingOfTheClock() {
    for (int i = 0; i < 1000; i++) {
      tally.late(i * 1000L);
    }
    assertThat(tally.skewSeconds()).isEqualTo(-1);
    assertThat(tally.latenessSeconds()).isEqualTo(1024);
    assertThat(new Tally().latenessSeconds()).isEqualTo(-1);
  }

  @Test
  void theFirstLinesOfAReasonAreNamedInAnyOrderOfParts() {
    Tally first = new Tally();
    for (long line : new long[] {9, 3, 7, 1, 5, 8, 2}) {
      first.reading(new Ignored("why"), line);
    }
    first.end(
        100,
        10,
        new dev.bonafide.sources.TableNotes(
            java.util.List.of(), java.util.List.of(), 0, java.util.List.of()));
    Tally second = new Tally();
    second.reading(new Ignored("why"), 4);
    Tally all = new Tally();
    all.append(first);
    all.append(second);
    assertThat(all.ignored().get("why").lines()).containsExactly(1, 2, 3, 5, 7);
    assertThat(all.ignored().get("why").count()).isEqualTo(8);
    Tally turned = new Tally();
    turned.append(second);
    assertThat(turned.ignored().get("why").lines()).containsExactly(4);
  }
}
