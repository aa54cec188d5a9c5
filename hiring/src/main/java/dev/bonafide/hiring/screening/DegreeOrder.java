package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.dates.Span;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.hiring.resume.Study;
import dev.bonafide.hiring.resume.Study.Degree;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/** A higher degree that was finished before the only lower one was begun. */
final class DegreeOrder implements Check {
  private static final int MARGIN_DAYS = 365;

  private static final Card CARD =
      Cards.card(
          "src-degree-order",
          "A doctorate or master's degree before the first degree",
          "A master's degree or doctorate that ended a year or more before the only bachelor's degree"
              + " on the résumé began.",
          "Degree dates out of order are among the marks of made-up résumés (US-ROK advisory, October"
              + " 2023).",
          Cause.APPLICATION,
          List.of("two dated degrees"),
          Map.of(),
          "The quiet look-alike has two first degrees, an integrated course, or only years that touch.",
          "Ask for the certificate of the higher degree.",
          5,
          List.of());

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    Resume resume = look.resume();
    if (resume == null) {
      return;
    }
    List<Study> firsts =
        resume.studies().stream().filter(s -> s.degree() == Degree.BACHELOR).toList();
    if (firsts.size() != 1) {
      look.abstain("there is not exactly one bachelor's degree to compare with");
      return;
    }
    Span first = firsts.getFirst().span();
    if (first == null || first.from() == null) {
      look.abstain("the bachelor's degree says no beginning");
      return;
    }
    for (Study study : resume.studies()) {
      boolean higher = study.degree() == Degree.MASTER || study.degree() == Degree.DOCTOR;
      Span span = study.span();
      if (higher && span != null && first.firstStart() - span.lastEnd() > MARGIN_DAYS) {
        look.fact(
                300,
                "A "
                    + study.degree().text()
                    + " was finished "
                    + span.text()
                    + ", the only bachelor's degree began later.")
            .quote(study.heading())
            .quote(firsts.getFirst().heading())
            .innocent(
                "a second first degree in another subject; the earlier one is left out",
                "a slip in a year",
                "a school system that names degrees otherwise")
            .ask("In which order did you study, and which certificates do you hold?");
        return;
      }
    }
  }
}
