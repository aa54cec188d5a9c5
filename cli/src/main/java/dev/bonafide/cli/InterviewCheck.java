package dev.bonafide.cli;

import dev.bonafide.engine.Json;
import dev.bonafide.engine.applications.InterviewFindings;
import dev.bonafide.engine.applications.InterviewFindings.Delays;
import dev.bonafide.engine.applications.ScreeningFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code interview}: what a transcript and a meeting report hold, and what interviewers may note.
 */
@Command(
    name = "interview",
    mixinStandardHelpOptions = true,
    description =
        "Reads an interview's captions and says who spoke when: delays within the one person, labels,"
            + " how the meeting was joined. Never how somebody speaks. Nothing of it counts alone.")
final class InterviewCheck implements Callable<Integer> {
  @Parameters(
      paramLabel = "TRANSCRIPT",
      description = "captions: WebVTT, SRT, or the Word document that Teams writes")
  private Path transcript = Path.of("");

  @Option(names = "--meeting", paramLabel = "FILE", description = "the meeting's report, as CSV")
  private @Nullable Path meeting;

  @Option(
      names = "--candidate",
      paramLabel = "LABEL",
      description = "the label under which the applicant speaks, if it can't be told")
  private @Nullable String label;

  @Option(names = "--json", description = "print one JSON object instead of text")
  private boolean json;

  private final Screen screen;

  InterviewCheck(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws IOException {
    for (Path file : meeting == null ? new Path[] {transcript} : new Path[] {transcript, meeting}) {
      if (!Files.isRegularFile(file)) {
        throw new Usage(file + " is not there");
      }
    }
    InterviewFindings findings;
    try {
      findings =
          InterviewFindings.read(
              transcript,
              meeting,
              label,
              LocalDate.now(ZoneOffset.UTC).toEpochDay(),
              DocumentReader.extractor());
    } catch (InterviewFindings.Unreadable e) {
      screen.say(transcript + ": could not be read: " + e.getMessage());
      return Exit.DATA;
    }
    if (json) {
      screen.out().writeBytes(Json.document(findings));
    } else {
      print(findings);
    }
    return Exit.OK;
  }

  private void print(InterviewFindings findings) {
    screen.print(screen.bold("Labels"));
    findings
        .labels()
        .forEach(
            (name, cues) ->
                screen.print(
                    "  "
                        + Text.count(cues, "cue", "cues")
                        + "  "
                        + (name.isEmpty() ? "(without a label)" : name)
                        + (!name.isEmpty() && name.equals(findings.candidate())
                            ? "  = the applicant"
                            : "")));
    Delays delays = findings.delays();
    if (delays != null) {
      screen.print(screen.bold("Answers"));
      screen.print(
          "  "
              + Text.count(delays.answers(), "answer", "answers")
              + ", median delay "
              + seconds(delays.median())
              + ", spread "
              + seconds(delays.spread()));
      print("after technical questions", delays.technical());
      print("after small talk", delays.smallTalk());
    }
    screen.print(screen.bold("What may be worth a question, beside others"));
    if (findings.facts().isEmpty()) {
      screen.print("  nothing");
    }
    for (ScreeningFindings.Fact fact : findings.facts()) {
      screen.print(Text.wrapped(fact.fact(), 2, screen.width()));
    }
    for (String reason : findings.silent()) {
      screen.print(Text.wrapped("could not tell: " + reason, 2, screen.width()));
    }
    screen.print(screen.bold("What interviewers may note: yes, no, or not seen"));
    findings
        .checklist()
        .forEach(
            item -> {
              screen.print(Text.wrapped("[ ] " + item.text(), 2, screen.width()));
              screen.print(screen.dim(Text.wrapped(item.fairness(), 6, screen.width())));
            });
    findings.problems().stream().limit(20).forEach(screen::say);
  }

  private void print(String what, @Nullable Long millis) {
    if (millis != null) {
      screen.print("  " + what + ": " + seconds(millis));
    }
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
