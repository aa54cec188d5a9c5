package dev.bonafide.hiring.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.hiring.Reference;
import dev.bonafide.hiring.interview.Captions;
import dev.bonafide.hiring.interview.Interview;
import dev.bonafide.hiring.interview.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Interviews: contrasts within one person, and never alone. */
class InterviewChecksTest {
  private static final String SLUG = "int-assisted-answers";

  /** Questions in turn technical and small talk; the answers' delays in milliseconds. */
  private static Transcript call(int questions, LongUnaryOperator delay) {
    StringBuilder vtt = new StringBuilder("WEBVTT\n\n");
    long at = 0;
    for (int i = 0; i < questions; i++) {
      String question = i % 2 == 0 ? "How would you scale the database?" : "How was your weekend?";
      cue(vtt, at, at + 3000, "Interviewer", question);
      at += 3000 + delay.applyAsLong(i);
      cue(vtt, at, at + 4000, "Applicant", "Well, I would say it depends.");
      at += 5000;
    }
    return Captions.read("call.vtt", 3, vtt.toString());
  }

  private static void cue(StringBuilder vtt, long from, long to, String label, String text) {
    vtt.append(time(from)).append(" --> ").append(time(to)).append('\n');
    vtt.append("<v ").append(label).append('>').append(text).append("\n\n");
  }

  private static String time(long millis) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000);
  }

  private static @Nullable ApplicationFact fact(Transcript call, String label) {
    Applicant a =
        Applicant.of("a", "p", 1, People.TODAY)
            .withInterviews(List.of(new Interview(call, label, People.TODAY, 0, List.of())));
    return People.fact(a, SLUG);
  }

  @Test
  void aFlatLongDelayIsSeenAndWeighsNothingAlone() {
    SplittableRandom random = new SplittableRandom(3);
    ApplicationFact fact = fact(call(30, i -> 4000 + random.nextInt(400)), "Applicant");
    assertThat(fact).isNotNull();
    assertThat(fact.corroborates()).isTrue();
    assertThat(fact.evidence().millinats()).isZero();
    assertThat(fact.quotes()).isNotEmpty();
  }

  @Test
  void aPromptPersonWhoPausesOnEveryTechnicalQuestionIsSeen() {
    SplittableRandom random = new SplittableRandom(3);
    assertThat(fact(call(30, i -> i % 2 == 0 ? 6000 + random.nextInt(4000) : 400), "Applicant"))
        .isNotNull();
  }

  @Test
  void thinkersNervousPeopleAndShortTalksAreQuiet() {
    SplittableRandom random = new SplittableRandom(3);
    assertThat(fact(call(30, i -> 300 + random.nextInt(900)), "Applicant")).isNull();
    assertThat(fact(call(30, i -> i % 2 == 0 ? 1000 + random.nextInt(4000) : 500), "Applicant"))
        .isNull();
    assertThat(fact(call(30, i -> 1000 + random.nextInt(9000)), "Applicant")).isNull();
    assertThat(fact(call(12, i -> 4000 + random.nextInt(100)), "Applicant")).isNull();
    assertThat(fact(call(30, i -> 4000 + random.nextInt(100)), "")).isNull();
  }

  @Test
  void itNeverWeighsMoreThanItsCapBesideOthers() {
    Transcript flat = call(30, i -> 4000);
    Applicant a =
        People.with(Applicant.of("a", "p", 1, People.TODAY), Set.of(), "a@mail.example")
            .withInterviews(List.of(new Interview(flat, "Applicant", People.TODAY, 0, List.of())))
            .withReferences(
                List.of(
                    new Reference(
                        5, "F", List.of(People.contact("a@mail.example", Set.of())), null)));
    int interview =
        People.screen(a).getFirst().facts().stream()
            .filter(f -> f.evidence().indicator().startsWith("int-"))
            .mapToInt(f -> f.evidence().millinats())
            .sum();
    assertThat(interview).isBetween(1, 700);
  }

  @Test
  void aLabelThatTalksOverItselfIsSeenUnlessEverybodyDoes() {
    List<String> own = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      long at = i * 20_000L;
      for (List<String> cues : List.of(own, all)) {
        cues.add(block(at, at + 4000, "Applicant"));
        cues.add(block(at + 2000, at + 6000, "Applicant"));
      }
      all.add(block(at + 8000, at + 12_000, "Interviewer"));
      all.add(block(at + 10_000, at + 14_000, "Interviewer"));
      own.add(block(at + 8000, at + 12_000, "Interviewer"));
    }
    assertThat(labels(own)).isNotNull();
    assertThat(labels(all)).isNull();
  }

  private static String block(long from, long to, String label) {
    StringBuilder vtt = new StringBuilder();
    cue(vtt, from, to, label, "some words");
    return vtt.toString();
  }

  private static @Nullable ApplicationFact labels(List<String> blocks) {
    Transcript call = Captions.read("call", 4, "WEBVTT\n\n" + String.join("", blocks));
    Applicant a =
        Applicant.of("a", "p", 1, People.TODAY)
            .withInterviews(List.of(new Interview(call, "Applicant", People.TODAY, 0, List.of())));
    return People.fact(a, "int-voice-labels");
  }
}
