package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.resume.Line;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.hiring.resume.Section;
import dev.bonafide.knowledge.maildrops.MailDrops;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An address that takes in mail and parcels for many people. */
final class MailDropAddress implements Check {
  private static final Card CARD =
      Cards.card(
          "src-mail-drop",
          "An address that forwards mail",
          "The address given as home is a freight forwarder, a mail box shop, a virtual office, a parcel"
              + " pick-up point, or one at which thousands of companies are registered.",
          "Laptops are sent to forwarders and facilitators (State, Treasury, FBI, 16 May 2022; OFSI,"
              + " September 2024).",
          Cause.APPLICATION,
          List.of("a postal address"),
          Map.of(),
          "The quiet look-alike gives such an address for letters, and another for equipment.",
          "Ask for the address at which the work will be done, before anything is shipped.",
          5,
          List.of());

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    Map<Quote, String> addresses = new LinkedHashMap<>();
    for (Contact contact : look.applicant().contacts()) {
      if (contact.kind() == Contact.Kind.ADDRESS) {
        addresses.put(
            new Quote(contact.document(), contact.line(), contact.value()), contact.value());
      }
    }
    Resume resume = look.applicant().resume();
    if (resume != null) {
      for (Line line : resume.lines()) {
        if (line.section() == Section.HEADER) {
          addresses.put(new Quote(resume.document(), line.number(), line.text()), line.text());
        }
      }
      for (Contact contact : resume.contacts()) {
        if (contact.kind() == Contact.Kind.ADDRESS) {
          addresses.put(
              new Quote(contact.document(), contact.line(), contact.value()), contact.value());
        }
      }
    }
    if (addresses.isEmpty()) {
      look.abstain("no postal address was handed in");
      return;
    }
    for (Map.Entry<Quote, String> address : addresses.entrySet()) {
      for (MailDrops list : look.context().lists().mailDrops()) {
        MailDrops.Place place = list.of(address.getValue());
        if (place != null) {
          say(look, place, address.getKey());
          return;
        }
      }
    }
  }

  private static void say(Look look, MailDrops.Place place, Quote quote) {
    boolean weak =
        switch (place.kind()) {
          case FORWARDER, REGISTERED_AGENT -> false;
          case MAIL_BOX, OFFICE, PICK_UP -> true;
        };
    int weight =
        switch (place.kind()) {
          case FORWARDER -> 900;
          case REGISTERED_AGENT -> 700;
          case MAIL_BOX -> 400;
          case OFFICE -> 250;
          case PICK_UP -> 150;
        };
    Look.Draft fact =
        look.fact(weight, "The address given as home is " + place.text() + ".")
            .about(place.kind().slug())
            .quote(quote)
            .innocent(
                "life on the road, a shelter, or an address confidentiality programme",
                "an address for letters only",
                "a home above a shop")
            .ask("At which address will you work, and may we send equipment there?");
    if (weak) {
      fact.corroborates();
    }
  }
}
