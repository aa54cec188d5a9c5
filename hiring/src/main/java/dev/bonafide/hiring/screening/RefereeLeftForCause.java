package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Reference;
import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.Traces.Standing;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/** A referee whom the employer let go for cause. Being known by somebody is no guilt. */
final class RefereeLeftForCause implements Check {
  private static final Card CARD =
      Cards.card(
          "ref-left-for-cause",
          "A referee who was let go for cause",
          "A referee's contact is that of a former worker who was let go for a reason that the employer"
              + " established. It only ever stands beside other facts.",
          "Dismissed workers vouch for the next persona (GTIG, April 2025).",
          Cause.APPLICATION,
          List.of("references with contacts", "former workers and why they left"),
          Map.of(),
          "The quiet look-alike's referee left for any other reason.",
          "Ask for a second referee from the same employer.",
          5,
          List.of());

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    if (look.applicant().references().isEmpty()) {
      look.abstain("no references were handed in");
    }
    for (Reference reference : look.applicant().references()) {
      for (Contact contact : reference.contacts()) {
        for (Traces holder : look.pool().withContact(Traces.hash(contact))) {
          if (holder.standing() == Standing.LEFT_FOR_CAUSE) {
            look.fact(400, "A referee is a former worker who was let go for cause.")
                .about(Long.toHexString(reference.recordId()))
                .on(reference.recordId())
                .with(holder)
                .quote(contact)
                .innocent("honest colleagues of somebody who was not")
                .ask("Who else at that employer can tell us about your work?")
                .corroborates();
            return;
          }
        }
      }
    }
  }
}
