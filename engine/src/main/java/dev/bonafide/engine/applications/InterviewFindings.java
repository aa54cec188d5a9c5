package dev.bonafide.engine.applications;

import dev.bonafide.engine.applications.ScreeningFindings.Fact;
import dev.bonafide.engine.applications.ScreeningFindings.Quote;
import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.ApplicantFindings;
import dev.bonafide.hiring.Context;
import dev.bonafide.hiring.documents.Document;
import dev.bonafide.hiring.documents.Documents;
import dev.bonafide.hiring.documents.Inbox;
import dev.bonafide.hiring.interview.Checklist;
import dev.bonafide.hiring.interview.Interview;
import dev.bonafide.hiring.interview.Meeting;
import dev.bonafide.hiring.interview.Meeting.Participant;
import dev.bonafide.hiring.interview.Speaker;
import dev.bonafide.hiring.interview.Transcript;
import dev.bonafide.hiring.interview.Turns;
import dev.bonafide.hiring.screening.Applications;
import dev.bonafide.knowledge.technology.Technologies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one interview's transcript and meeting report hold. Nothing of it weighs more than a
 * question: at most 3 decibans in all, and nothing alone.
 *
 * @param labels how often each label speaks; the empty one is that of cues without a label
 * @param candidate the applicant's label; empty when it could not be told
 * @param delays of the applicant's answers, in milliseconds; null when there are none
 * @param facts what may be worth a question beside others
 * @param silent why checks could not speak
 * @param checklist what interviewers may note
 * @param problems what could not be read
 */
public record InterviewFindings(
    Map<String, Integer> labels,
    String candidate,
    @Nullable Delays delays,
    List<Fact> facts,
    List<String> silent,
    List<Checklist.Item> checklist,
    List<String> problems) {

  /**
   * Delays from the end of a question to the start of the answer.
   *
   * @param answers how many answers to questions there are
   * @param median over all of them
   * @param spread half the distance between the first and third quarter
   * @param technical median after technical questions; null when there are none
   * @param smallTalk the same of small talk
   */
  public record Delays(
      int answers, long median, long spread, @Nullable Long technical, @Nullable Long smallTalk) {}

  /**
   * Reads an interview.
   *
   * @param label the applicant's label; null: it is looked for
   * @param asOfDay UTC epoch day of the run
   * @param extractor for transcripts in Word documents
   * @throws Unreadable when the transcript holds nothing
   */
  public static InterviewFindings read(
      Path transcript,
      @Nullable Path meeting,
      @Nullable String label,
      long asOfDay,
      Extractor extractor)
      throws IOException, Unreadable {
    Transcript talk = transcript(transcript, extractor);
    List<String> problems = new ArrayList<>(talk.problems());
    Meeting report = meeting == null ? null : meeting(meeting, problems);
    List<Participant> all = report == null ? List.of() : report.participants();
    String candidate = label == null ? Speaker.of(talk, "", List.of()) : label;
    List<Participant> joined =
        all.stream().filter(p -> Speaker.isNamed(p.label(), candidate)).toList();
    long day = joined.stream().mapToLong(Participant::day).max().orElse(Applicant.UNKNOWN);
    int roundTrip = joined.stream().mapToInt(Participant::roundTripMillis).max().orElse(0);
    Interview interview = new Interview(talk, candidate, day, roundTrip, joined);
    Applicant applicant =
        Applicant.of("interview", "interview", talk.recordId(), day)
            .withInterviews(List.of(interview));
    ApplicantFindings findings =
        Applications.screen(List.of(applicant), Context.of(asOfDay)).getFirst();
    return new InterviewFindings(
        new TreeMap<>(Turns.labels(talk)),
        candidate,
        delays(interview),
        findings.facts().stream()
            .map(
                f ->
                    new Fact(
                        f.evidence().indicator(),
                        f.evidence().fact(),
                        f.quotes().stream()
                            .map(
                                q ->
                                    new Quote(
                                        q.document(), q.line() == 0 ? null : q.line(), q.text()))
                            .toList(),
                        List.of()))
            .toList(),
        findings.abstained().stream()
            .filter(a -> a.indicator().startsWith("int-"))
            .map(a -> a.indicator() + ": " + a.reason())
            .toList(),
        Checklist.ITEMS,
        problems);
  }

  /** The transcript can't be used, and why. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  private static Transcript transcript(Path file, Extractor extractor) throws Unreadable {
    ApplicationFiles.Folder folder = ApplicationFiles.read(List.of(file), null, extractor);
    for (Inbox.Received one : folder.received()) {
      if (one.document() instanceof Document.OfTalk(Transcript talk)) {
        return talk;
      }
    }
    throw new Unreadable(
        folder.documents().stream()
            .map(ScreeningFindings.Document::why)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("no transcript: expected WebVTT, SRT, or a Word document that Teams wrote"));
  }

  private static @Nullable Meeting meeting(Path file, List<String> problems) throws IOException {
    if (Documents.read(file.toString(), 0, Files.readAllBytes(file))
        instanceof Document.OfMeeting(Meeting meeting)) {
      return meeting;
    }
    problems.add(
        file + ": no meeting report: expected a table with a name, a join time and a leave time");
    return null;
  }

  private static @Nullable Delays delays(Interview interview) {
    List<Turns.Answer> answers = Turns.answers(interview, Technologies.builtIn());
    if (answers.isEmpty()) {
      return null;
    }
    return new Delays(
        answers.size(),
        Turns.median(answers),
        Turns.spread(answers),
        median(answers, Turns.Topic.TECHNICAL),
        median(answers, Turns.Topic.SMALL_TALK));
  }

  private static @Nullable Long median(List<Turns.Answer> answers, Turns.Topic topic) {
    List<Turns.Answer> some = answers.stream().filter(a -> a.topic() == topic).toList();
    return some.isEmpty() ? null : Turns.median(some);
  }
}
