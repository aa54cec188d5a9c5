package dev.bonafide.engine;

import dev.bonafide.linking.records.Judgement;
import dev.bonafide.linking.records.RecordId;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What humans said of two people: {@code judgements.ndjson} in an {@link OutFolder}, one line each,
 * kept when the folder is written anew. It outranks arithmetic; of two lines on one pair the later
 * holds.
 *
 * @param problems lines that could not be used, and why
 */
public record Judgements(List<Judgement> all, List<String> problems) {
  /**
   * A line.
   *
   * @param left id of a person as links.json has it
   * @param verdict SAME, DIFFERENT or UNSURE
   * @param at an instant such as 2026-11-25T09:00:00Z
   * @param by who said it
   */
  private record Said(
      @Nullable String left,
      @Nullable String right,
      @Nullable String verdict,
      @Nullable String at,
      @Nullable String by) {}

  /** Reads those of a folder; none where there is no such file. */
  public static Judgements read(Path folder) {
    Path file = new OutFolder(folder).path(OutFolder.JUDGEMENTS);
    List<Judgement> all = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      try {
        int number = 0;
        for (String line : Files.readAllLines(file)) {
          number++;
          if (!line.isBlank()) {
            read(line, number, all, problems);
          }
        }
      } catch (CharacterCodingException e) {
        problems.add("it is no UTF-8 text: no judgement of it counts");
      } catch (IOException e) {
        problems.add("it can't be read: no judgement of it counts");
      }
    }
    return new Judgements(List.copyOf(all), List.copyOf(problems));
  }

  private static void read(String line, int number, List<Judgement> all, List<String> problems) {
    Said said;
    try {
      said = Json.read(line, Said.class);
    } catch (JacksonException e) {
      problems.add(
          "line "
              + number
              + " is no judgement; expected {\"left\":ID,\"right\":ID,\"verdict\":\"SAME\","
              + "\"at\":\"2026-11-25T09:00:00Z\",\"by\":WHO}");
      return;
    }
    String left = said.left == null ? "" : said.left.strip();
    String right = said.right == null ? "" : said.right.strip();
    if (left.isEmpty() || right.isEmpty() || left.equals(right)) {
      problems.add("line " + number + " does not name two people as left and right");
      return;
    }
    try {
      Judgement.Verdict verdict =
          Judgement.Verdict.valueOf(
              (said.verdict == null ? "" : said.verdict.strip()).toUpperCase(Locale.ROOT));
      Instant at = said.at == null ? Instant.EPOCH : Instant.parse(said.at.strip());
      all.add(
          new Judgement(
              new RecordId("", left),
              new RecordId("", right),
              verdict,
              at.toEpochMilli(),
              said.by == null ? "" : said.by));
    } catch (DateTimeException e) {
      problems.add("line " + number + ": at is no instant such as 2026-11-25T09:00:00Z");
    } catch (IllegalArgumentException e) {
      problems.add("line " + number + ": verdict is none of SAME, DIFFERENT, UNSURE");
    }
  }
}
