package dev.bonafide.engine.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.engine.applications.Extractor.Extracted;
import dev.bonafide.hiring.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The child is a shell that plays the reader: what matters is what becomes of its moods. */
class ChildExtractorTest {
  @TempDir Path folder;

  private Extractor extractor(String script) throws IOException {
    Path java = folder.resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + script + "\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return new ChildExtractor(java, () -> "class-path", Duration.ofSeconds(2), 1);
  }

  private List<Extracted> two(Extractor extractor) {
    return extractor.extract(List.of(folder.resolve("a.pdf"), folder.resolve("b.pdf")));
  }

  @Test
  void anAnswerIsTextAuthorIdAndPictures() throws IOException {
    Extractor extractor =
        extractor(
            "printf '\\001\\000\\000\\000\\004text\\000\\000\\000\\000\\000\\000\\000\\002id"
                + "\\000\\000\\000\\001\\000\\000\\000\\000\\000\\000\\000\\007\\000\\000\\000\\000\\000\\000\\000\\010'; sleep 1");
    assertThat(extractor.extract(List.of(folder.resolve("a.pdf"))))
        .containsExactly(new Extracted("text", null, null, "id", List.of(new Picture(7, 8))));
  }

  @Test
  void aReaderThatDiesCostsOneDocumentEach() throws IOException {
    assertThat(two(extractor("exit 3")))
        .hasSize(2)
        .allMatch(
            e -> e.text() == null && e.why() != null && e.why().startsWith("its reader ended"));
  }

  @Test
  void aReaderThatHangsIsStopped() throws IOException {
    assertThat(two(extractor("exec sleep 60")))
        .extracting(Extracted::why)
        .containsOnly("it took longer than 2 seconds");
  }

  @Test
  void aReaderThatTalksNonsenseIsNotBelieved() throws IOException {
    assertThat(two(extractor("printf '\\001\\177\\377\\377\\377'; sleep 5")))
        .allMatch(e -> e.text() == null);
  }

  @Test
  void withoutTheReaderEveryDocumentSaysSo() {
    Extractor extractor =
        new ChildExtractor(
            Path.of("java"),
            () -> {
              throw new IOException("it could not be built");
            },
            Duration.ofSeconds(1),
            1);
    assertThat(two(extractor))
        .extracting(Extracted::why)
        .containsOnly("the reader of PDF, Word and HTML is not there: it could not be built");
  }
}
