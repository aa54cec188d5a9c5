package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.contact.Phones;
import dev.bonafide.knowledge.numberbrands.NumberBrands;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/** The only telephone number is an internet number. */
final class InternetNumber implements Check {
  private static final Card CARD =
      Cards.card(
          "src-internet-number",
          "An internet telephone number",
          "All numbers are internet numbers, by the numbering plan or by the employer's carrier"
              + " look-up; numbers of office telephone systems are left out.",
          "Such numbers are made in minutes and reused between personas (FBI IC3, January and July"
              + " 2025).",
          Cause.APPLICATION,
          List.of("a telephone number"),
          Map.of(),
          "The quiet look-alike has a mobile or fixed number beside it.",
          "Ask for a number of a contract in the applicant's name.",
          2,
          List.of("T1585"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    Contact first = null;
    boolean any = false;
    for (Contact contact : look.applicant().allContacts()) {
      if (contact.kind() != Contact.Kind.PHONE) {
        continue;
      }
      any = true;
      if (!is(contact, look)) {
        return;
      }
      first = first == null ? contact : first;
    }
    if (first != null) {
      look.fact(200, "The only telephone number is an internet number.")
          .quote(first)
          .innocent("privacy, cost, or a home without a contract", "a number kept while moving")
          .ask("Is there another number under which we can reach you?")
          .corroborates();
    } else if (!any) {
      look.abstain("no telephone number was handed in");
    }
  }

  /** Whether a number is known to be an internet number, and none of an office. */
  static boolean is(Contact phone, Look look) {
    String carrier = phone.carrier();
    NumberBrands.Brand brand =
        carrier == null ? null : look.context().lists().numberBrands().of(carrier);
    return brand == null ? Phones.internetNumber(phone) : !brand.business();
  }
}
