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
            "x" + "\n".repeat(250_000) + "x",
            "blanks",
            "x\n" + " ".repeat(250_000) + "x",
            "one word",
            "A".repeat(250_000),
            "one line of words",
            "word ".repeat(50_000),
            "dates",
            "EXPERIENCE\n" + "Engineer, 2012 – 2014\n".repeat(5_000),
            "marks",
            "@".repeat(75_000) + "/".repeat(75_000),
            "times",
            "00:00:01.000 --> 00:00:02.000\n".repeat(8_000),
            "a word before a slash",
            "A".repeat(75_000) + "/x",
            "brackets",
            "[".repeat(50_000),
            "a header without end",
            "id,".repeat(50_000));
    texts.forEach(
        (what, text) -> {
          assertThat(Documents.read(what, 1, text.getBytes(UTF_8))).as(what).isNotNull();
          assertThat(Documents.ofExtracted(what, 1, text)).as(what).isNotNull();
        });
  }
}
