package dev.bonafide.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A short run of the fuzzer with fixed damages: what it found once stays mended. */
class FuzzTest {
  private static final Path SOURCES = Path.of("..", "sources", "src", "main", "java");
  private static final int EACH = 150;

  @Test
  void theReaderOfEveryShapeSurvivesDamage() throws IOException {
    Fuzz fuzz = Fuzz.of(SOURCES);
    assertThat(fuzz.shapes().keySet()).contains("JSON lines", "JSON list", "table", "calendar");
    assertThat(fuzz.shapes().keySet()).anyMatch(shape -> shape.startsWith("XML"));
    for (String shape : fuzz.shapes().keySet()) {
      Fuzz.Outcome outcome = fuzz.run(shape, 5, EACH, Long.MAX_VALUE);
      assertThat(problem(outcome)).as(shape).isEmpty();
      assertThat(outcome.executions()).as(shape).isEqualTo(EACH);
      assertThat(outcome.told()).as(shape).isPositive();
    }
  }

  @Test
  void theExtractorReadsDamagedRecordsAsJacksonDoes() throws IOException {
    Fuzz.Outcome outcome = Fuzz.of(SOURCES).compare(5, 2_000, Long.MAX_VALUE);
    assertThat(problem(outcome)).isEmpty();
    assertThat(outcome.told()).isGreaterThan(1_000);
  }

  private static String problem(Fuzz.Outcome outcome) {
    Fuzz.Problem problem = outcome.problem();
    return problem == null ? "" : problem.what() + ": " + Fuzz.shown(problem.bytes());
  }
}
