package dev.bonafide.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A race counts only when both sides read all of the same file. */
class RaceTest {
  @TempDir @Nullable Path folder;

  @Test
  void everyRecordOfTheFileIsReadAndFolded() throws IOException {
    Path file = new OktaLog(3000, 50).in(folder());
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3000).doesNotHaveDuplicates();
    assertThat(Files.size(file) / 3000).isBetween(2_400L, 2_800L);
    Fold.Folded folded = Fold.fold(file, 2);
    assertThat(folded.records()).isEqualTo(3000);
    // 50 people on 30 days, and nobody works every day.
    assertThat(folded.pages()).isBetween(1_200L, 1_500L);
  }

  @Test
  void theSameArgumentsGiveTheSameFile() throws IOException {
    Path one = new OktaLog(200, 7).in(folder().resolve("one"));
    Path other = new OktaLog(200, 7).in(folder().resolve("other"));
    assertThat(one).hasSameBinaryContentAs(other);
  }

  @Test
  void aProcessThatFailsIsNoMeasurement() {
    List<String> command = List.of("/bin/sh", "-c", "echo so it is; exit 3");
    assertThatThrownBy(() -> Measured.run(command, folder(), 1))
        .hasMessageContaining("ended with 3");
  }

  private Path folder() {
    assertThat(folder).isNotNull();
    return folder;
  }
}
