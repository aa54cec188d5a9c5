package dev.bonafide.hiring.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts made to keep a reader busy: each is read or named, and none takes hours. */
class HostileTextTest {
  @Test
  @Timeout(60)
  void emptyLinesLongLinesAndManyDatesAreReadInReasonableTime() {
    Map<String, String> texts =
        Map.of(
            "empty lines",
            "x" + "\n".repeat(1_000_000) + "x",
            "blanks",
            "x\n" + " ".repeat(1_000_000) + "x",
            "one word",
            "A".repeat(1_000_000),
            "one line of words",
            "word ".repeat(200_000),
            "dates",
            "EXPERIENCE\n" + "Engineer, 2012 – 2014\n".repeat(20_000),
            "marks",
            "@".repeat(300_000) + "/".repeat(300_000),
            "times",
            "00:00:01.000 --> 00:00:02.000\n".repeat(30_000),
            "a word before a slash",
            "A".repeat(300_000) + "/x",
            "brackets",
            "[".repeat(200_000),
            "a header without end",
            "id,".repeat(200_000));
    texts.forEach(
        (what, text) -> {
          assertThat(Documents.read(what, 1, text.getBytes(UTF_8))).as(what).isNotNull();
          assertThat(Documents.ofExtracted(what, 1, text)).as(what).isNotNull();
        });
  }
}
