package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/** A mail address that anybody can read, or that vanishes within hours. */
final class MailWithoutAccount implements Check {
  private static final Card CARD =
      Cards.card(
          "src-disposable-mail",
          "A disposable mail address",
          "The domain of the mail address stands in a list of boxes without an account.",
          "Addresses made for one application come and go with the persona (FBI IC3, July 2025).",
          Cause.APPLICATION,
          List.of("a mail address"),
          Map.of(),
          "The quiet look-alike uses a privacy relay that forwards to a real box.",
          "Ask for an address at which the applicant can be reached in a year.",
          1,
          List.of("T1585.002"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    boolean any = false;
    for (Contact contact : look.applicant().allContacts()) {
      if (contact.kind() != Contact.Kind.MAIL) {
        continue;
      }
      any = true;
      boolean listed =
          look.context().lists().disposableMail().stream()
              .anyMatch(list -> list.contains(contact.domain()));
      if (listed) {
        look.fact(
                300,
                "The mail address is one that anybody can read, or that vanishes within hours.")
            .about(contact.domain())
            .quote(contact)
            .innocent("protection against spam", "a wrong entry in the list")
            .ask("Under which lasting address may we write to you?")
            .corroborates();
        return;
      }
    }
    if (!any) {
      look.abstain("no mail address was handed in");
    }
  }
}
