package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.interview.Interview;
import dev.bonafide.hiring.interview.Meeting.Participant;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/** A camera and a microphone of kinds that nobody else joins with. Many honest people have some. */
final class RareGear implements Check {
  /** Below so many others everything is rare. */
  private static final int FEWEST_PEOPLE = 50;

  private static final Card CARD =
      Cards.card(
          "int-rare-device",
          "A camera and microphone that nobody else has",
          "Beside others: of fifty people and more who joined meetings nobody else had a camera, nor a"
              + " microphone, of the kind that the applicant joined with.",
          "Capture cards and programs stand between a camera and a meeting (Secureworks, October 2024);"
              + " what is rare in a cohort is worth a look, no more.",
          Cause.INTERVIEW,
          List.of("meeting reports with cameras and microphones, of fifty people"),
          Map.of(),
          "The quiet look-alike has one rare piece and one usual one.",
          "Ask for a minute with the computer's own camera and microphone.",
          2,
          List.of("T1656"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    if (look.traces().gear().size() < 2 || look.pool().peopleWithGear() <= FEWEST_PEOPLE) {
      look.abstain(
          "no meeting reports with cameras and microphones of fifty people were handed in");
      return;
    }
    for (long gear : look.traces().gear()) {
      List<Traces> others = Pool.others(look.pool().withGear(gear), look.traces(), look.context());
      if (!others.isEmpty()) {
        return;
      }
    }
    for (Interview interview : look.applicant().interviews()) {
      for (Participant joined : interview.joined()) {
        if (!joined.camera().isEmpty() && !joined.microphone().isEmpty()) {
          look.fact(150, "Nobody else joined a meeting with such a camera, nor such a microphone.")
              .on(joined.recordId())
              .since(joined.day())
              .quote(
                  new Quote(
                      "meeting report",
                      joined.line(),
                      joined.camera() + ", " + joined.microphone()))
              .innocent("a studio, a hearing aid, or a taste for good sound", "a new model")
              .ask("")
              .corroborates();
          return;
        }
      }
    }
  }
}
