package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.FileFacts;
import dev.bonafide.hiring.Picture;
import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.Traces;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One picture under several names. It is compared as a whole; no face is looked for. */
final class SamePicture implements Check {
  /** More people with one picture have it from a template or a shop. */
  private static final int MOST_PEOPLE = 5;

  private static final Card CARD =
      Cards.card(
          "src-photo-reuse",
          "One picture, several people",
          "A picture among the documents is that of somebody else's, scaled or saved anew: two hashes of"
              + " its light and dark are near. What more than five people have is a template's or a"
              + " stock picture.",
          "The same base image was altered for several personas (KnowBe4, July 2024; Recorded Future,"
              + " August 2026).",
          Cause.APPLICATION,
          List.of("pictures in documents or beside them"),
          Map.of(),
          "The quiet look-alike has a portrait of the same pose, a logo, a default avatar or a template's"
              + " sample picture.",
          "Ask for a short video call and compare it with the picture; ask whose picture it is.",
          5,
          List.of("T1585"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    boolean any = false;
    for (FileFacts file : look.applicant().files()) {
      for (Picture picture : file.pictures()) {
        any = true;
        Map<Traces, Integer> near = look.pool().pictures().near(picture);
        List<Traces> others =
            Pool.others(new ArrayList<>(near.keySet()), look.traces(), look.context());
        int people = Pool.people(others) + 1;
        if (!others.isEmpty() && people <= MOST_PEOPLE) {
          say(look, file, others, near);
          return;
        }
      }
    }
    if (!any) {
      look.abstain("no picture that could be compared was handed in");
    }
  }

  private static void say(
      Look look, FileFacts file, List<Traces> others, Map<Traces, Integer> near) {
    int differ = others.stream().mapToInt(o -> near.getOrDefault(o, Picture.NEAR)).min().orElse(0);
    int people = Pool.people(others);
    Look.Draft fact =
        look.fact(
                differ <= Picture.NEAR / 2 ? 1200 : 900,
                "A picture of the application is also in that of "
                    + (people == 1 ? "one other person." : people + " other people."))
            .on(file.recordId())
            .since(ContactReuse.firstDay(others))
            .quote(
                new Quote(
                    file.document(),
                    0,
                    differ == 0
                        ? "the same picture"
                        : "nearly the same picture: " + differ + " of 64 bits differ"))
            .innocent(
                "a template's or stock picture that both left in",
                "one person under an earlier and a later name",
                "a picture of a project, product or certificate that both worked on")
            .ask("Whose picture is this, and where does it come from?");
    others.forEach(fact::with);
  }
}
