package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.interview.Interview;
import dev.bonafide.hiring.interview.Meeting.Participant;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A camera that is a program. Many people use one for a background, so it never counts alone. */
final class VirtualCamera implements Check {
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?i)virtual cam|\\bobs\\b|manycam|splitcam|xsplit|snap camera|droidcam|deepfacelive|iriun"
              + "|e2esoft|vcam\\b|vmix|webcamoid|akvcam|avatarify");

  private static final Card CARD =
      Cards.card(
          "int-virtual-camera",
          "A camera that is a program",
          "The meeting report names a program as the applicant's camera.",
          "Workers of the scheme tried out such programs (Secureworks, October 2024).",
          Cause.INTERVIEW,
          List.of("a meeting report with cameras"),
          Map.of(),
          "The quiet look-alike has a camera of hardware, also a telephone used as one by its maker.",
          "Ask for a minute with the computer's own camera, or for one of the alternatives.",
          2,
          List.of("T1656"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    boolean any = false;
    for (Interview interview : look.applicant().interviews()) {
      for (Participant joined : interview.joined()) {
        any |= !joined.camera().isEmpty();
        if (PROGRAM.matcher(joined.camera()).find()) {
          look.fact(300, "The applicant's camera in a meeting was a program.")
              .about("camera")
              .on(joined.recordId())
              .since(joined.day())
              .quote(new Quote("meeting report", joined.line(), joined.camera()))
              .innocent(
                  "a background, a green screen or streaming as a hobby",
                  "a telephone used as a camera",
                  "accessibility")
              .ask("Could you switch to the computer's own camera for a minute?")
              .corroborates();
          return;
        }
      }
    }
    if (!any) {
      look.abstain("no meeting report with cameras was handed in");
    }
  }
}
