package dev.bonafide.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.screening.Applications;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  @Test
  void everyCheckHasItsRow() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(Applications.cards())
        .allSatisfy(card -> assertThat(readme).contains("`" + card.slug() + "`"));
  }
}
