package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.interview.Interview;
import dev.bonafide.hiring.interview.Turns;
import dev.bonafide.hiring.interview.Turns.Answer;
import dev.bonafide.hiring.interview.Turns.Topic;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/**
 * Answers that come late in one and the same way. Only ever a contrast within one interview; a
 * stammer, a second language, an interpreter, captions and nerves look the same, so it never counts
 * alone and weighs little.
 */
final class AnswerDelay implements Check {
  private static final int FEWEST_ANSWERS = 20;
  private static final int FEWEST_OF_TOPIC = 8;
  private static final long LATE = 3000;
  private static final long CONTRAST = 4000;
  private static final long PROMPT = 1500;

  /** A spread below so many hundredths of the median is flat. */
  private static final int FLAT_PERCENT = 25;

  private static final Card CARD =
      Cards.card(
          "int-assisted-answers",
          "Answers with a constant delay",
          "Over at least twenty answers: all come more than three seconds after the question, whatever"
              + " it is about, with hardly any spread; or small talk is answered at once and technical"
              + " questions more than four seconds later.",
          "Answers are relayed from other people or programs (research by Insikt Group, August 2026)."
              + " People answer within 0.2 seconds on average in every language measured (Stivers et al.,"
              + " PNAS 2009).",
          Cause.INTERVIEW,
          List.of("a transcript with times and labels", "which label is the applicant's"),
          Map.of(),
          "The quiet look-alike thinks longer about harder questions, with the usual spread.",
          "Ask two short technical questions in one, and let the second depend on the answer.",
          5,
          List.of("T1656"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    if (look.applicant().interviews().stream().allMatch(i -> i.transcript().cues().isEmpty())) {
      look.abstain("no transcript of an interview was handed in");
      return;
    }
    for (Interview interview : look.applicant().interviews()) {
      interview(look, interview);
    }
  }

  private static void interview(Look look, Interview interview) {
    if (interview.candidate().isEmpty()) {
      look.abstain("the transcript does not say which label is the applicant's");
      return;
    }
    List<Answer> answers = Turns.answers(interview, look.context().lists().technologies());
    if (answers.size() < FEWEST_ANSWERS) {
      look.abstain("the transcript holds fewer than twenty answers to questions");
      return;
    }
    long median = Turns.median(answers);
    if (median > LATE && Turns.spread(answers) * 100 < median * FLAT_PERCENT) {
      say(
          look,
          interview,
          "all",
          "The answers come "
              + seconds(median)
              + " seconds after the questions, with hardly any spread, whatever they are about.",
          answers);
    }
    List<Answer> technical = answers.stream().filter(a -> a.topic() == Topic.TECHNICAL).toList();
    List<Answer> small = answers.stream().filter(a -> a.topic() == Topic.SMALL_TALK).toList();
    if (technical.size() >= FEWEST_OF_TOPIC && small.size() >= FEWEST_OF_TOPIC) {
      long late = Turns.median(technical);
      long early = Turns.median(small);
      if (late - early > CONTRAST && early < PROMPT) {
        say(
            look,
            interview,
            "contrast",
            "Small talk is answered after "
                + seconds(early)
                + " seconds, technical questions after "
                + seconds(late)
                + ".",
            technical);
      }
    }
  }

  private static void say(
      Look look, Interview interview, String about, String fact, List<Answer> answers) {
    Look.Draft draft =
        look.fact(300, fact)
            .about(about + " " + interview.day())
            .on(interview.transcript().recordId())
            .since(interview.day())
            .innocent(
                "thinking, nerves, a stammer, an interpreter or a second language",
                "a slow line, or captions whose times are coarse")
            .ask("")
            .corroborates();
    answers.stream()
        .limit(2)
        .forEach(
            a ->
                draft.quote(
                    new Quote(
                        interview.transcript().document(),
                        a.line(),
                        "answer after " + seconds(a.delayMilli()) + " seconds")));
  }

  private static String seconds(long millis) {
    long tenths = Math.round(millis / 100.0);
    return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
  }
}
