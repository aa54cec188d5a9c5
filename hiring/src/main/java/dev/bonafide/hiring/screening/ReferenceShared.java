package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.Reference;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Explanation;
import java.util.List;
import java.util.Map;

/** A referee who is reached, or who answers, where the applicant is. */
final class ReferenceShared implements Check {
  private static final Card CARD =
      Cards.card(
          "ref-shared-infrastructure",
          "A reference from the applicant's own address",
          "A referee's mail address or telephone number is the applicant's own, or the answer came from"
              + " the network address from which the application was sent.",
          "References are fabricated, and personas vouch for each other (GTIG, April 2025).",
          Cause.APPLICATION,
          List.of("references"),
          Map.of(Explanation.RECORD_ERROR, 300, Explanation.CO_WORKING, 200),
          "The quiet look-alike answers from the same large office, with another program.",
          "Reach the referee through the employer's own switchboard.",
          15,
          List.of("T1585"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    Applicant applicant = look.applicant();
    if (applicant.references().isEmpty()) {
      look.abstain("no references were handed in");
      return;
    }
    for (Reference reference : applicant.references()) {
      contact(look, applicant, reference);
      network(look, applicant, reference);
    }
  }

  private static void contact(Look look, Applicant applicant, Reference reference) {
    for (Contact own : applicant.allContacts()) {
      for (Contact referee : reference.contacts()) {
        boolean reach = own.kind() == Contact.Kind.MAIL || own.kind() == Contact.Kind.PHONE;
        if (reach && own.key().equals(referee.key())) {
          look.fact(1500, "A referee's " + own.kind().text() + " is the applicant's own.")
              .about("contact " + Long.toHexString(reference.recordId()))
              .on(reference.recordId())
              .quote(own)
              .innocent("the form was filled in wrongly", "a shared family line")
              .ask("How can we reach this referee at the employer?");
          return;
        }
      }
    }
  }

  private static void network(Look look, Applicant applicant, Reference reference) {
    Applicant.Sent mine = applicant.sent();
    Applicant.Sent theirs = reference.sent();
    if (mine == null || theirs == null || mine.address() == null) {
      return;
    }
    if (mine.address().equals(theirs.address())) {
      boolean program = mine.userAgent() != null && mine.userAgent().equals(theirs.userAgent());
      // Equal IPv4 addresses alone weigh at most 0.7 nat (DESIGN, section 5).
      look.fact(
              program ? 900 : 600,
              "A reference was sent from the network address of the application"
                  + (program ? ", with the same program" : "")
                  + ".")
          .about("network " + Long.toHexString(reference.recordId()))
          .on(reference.recordId())
          .quote(new Quote("reference", 0, "sent from the address of the application"))
          .innocent(
              "colleagues in one office, or one carrier's shared address",
              "a referee who used the applicant's computer")
          .ask("May we call this referee through the employer's switchboard?");
    }
  }
}
