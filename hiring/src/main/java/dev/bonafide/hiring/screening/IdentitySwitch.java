package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.Statement;
import dev.bonafide.hiring.Statement.Sort;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/** Two interviewers who say, each for themselves, that another person attended. */
final class IdentitySwitch implements Check {
  private static final Card CARD =
      Cards.card(
          "int-identity-switch",
          "Another person in a later round",
          "Two recorded attestations say that the person was not the one of the round before, and none"
              + " says that it was.",
          "Others attend the interview than the ones who are hired (Kraken, May 2025; FBI IC3, July 2025).",
          Cause.INTERVIEW,
          List.of("attestations of interviewers"),
          Map.of(),
          "The quiet look-alike has one attestation, or one that disagrees.",
          "Meet in person or at a notary; offer it to everybody of the round.",
          20,
          List.of("T1656"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    List<Statement> no =
        look.applicant().statements().stream()
            .filter(s -> s.sort() == Sort.NOT_SAME_PERSON)
            .toList();
    boolean yes =
        look.applicant().statements().stream().anyMatch(s -> s.sort() == Sort.SAME_PERSON);
    if (no.isEmpty() && !yes) {
      look.abstain("no attestation of interviewers was handed in");
    }
    if (no.size() >= 2 && !yes) {
      look.fact(700, "Two interviewers say that another person attended than in the round before.")
          .on(no.getFirst().recordId())
          .quote(new Quote("attestation", 0, no.getFirst().words()))
          .innocent(
              "poor video, illness or a changed look", "a mix-up of calendars or of candidates")
          .ask("Would you meet one of us in person, or at a notary near you?");
    }
  }
}
