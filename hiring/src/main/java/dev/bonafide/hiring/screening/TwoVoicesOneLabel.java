package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.interview.Interview;
import dev.bonafide.hiring.interview.Turns;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/** One label that speaks while it is still speaking. Labels, not voices: a text can't hear. */
final class TwoVoicesOneLabel implements Check {
  private static final int FEWEST_TIMES = 5;

  private static final Card CARD =
      Cards.card(
          "int-voice-labels",
          "A label that talks over itself",
          "The applicant's label begins to speak, five times or more, more than half a second before"
              + " it has ended.",
          "A second person in the room is named in published cases (US-ROK advisory, October 2023).",
          Cause.INTERVIEW,
          List.of("a transcript with times and labels", "which label is the applicant's"),
          Map.of(),
          "The quiet look-alike's captions overlap for everybody who speaks.",
          "Ask the interviewers whether they heard one voice.",
          3,
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
      if (interview.candidate().isEmpty()) {
        look.abstain("the transcript does not say which label is the applicant's");
        continue;
      }
      List<Integer> own = Turns.overlapsItself(interview.transcript(), interview.candidate());
      boolean everybody =
          Turns.labels(interview.transcript()).keySet().stream()
              .filter(l -> !l.equals(interview.candidate()))
              .anyMatch(
                  l -> Turns.overlapsItself(interview.transcript(), l).size() * 2 > own.size());
      if (own.size() >= FEWEST_TIMES && !everybody) {
        Look.Draft fact =
            look.fact(200, "The applicant's label speaks over itself " + own.size() + " times.")
                .about("labels " + interview.day())
                .on(interview.transcript().recordId())
                .since(interview.day())
                .innocent("captions that overlap", "two people announced at one microphone")
                .ask("")
                .corroborates();
        own.stream()
            .limit(2)
            .forEach(
                line ->
                    fact.quote(
                        new Quote(
                            interview.transcript().document(), line, "begins before it ended")));
      }
    }
  }
}
