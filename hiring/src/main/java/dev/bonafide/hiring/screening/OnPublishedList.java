package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.Published;
import dev.bonafide.hiring.Published.Indicator;
import dev.bonafide.hiring.Published.Sort;
import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.dates.PartialDate;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Explanation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A contact or network address that somebody published as an indicator. */
final class OnPublishedList implements Check {
  private static final Card CARD =
      Cards.card(
          "x-community-match",
          "On a published list",
          "A mail address, telephone number or account of the applicant stands on a list of published"
              + " indicators that the employer brings; beside others: the domain of the mail address, or"
              + " the network address. What ended on its list counts nothing.",
          "A candidate's mail address stood on a list that the industry shares (Kraken, May 2025).",
          Cause.APPLICATION,
          List.of("lists of published indicators", "a contact or network address"),
          Map.of(Explanation.RECORD_ERROR, 300),
          "The quiet look-alike's entry has ended, or it is a domain or network that many share.",
          "Ask the publisher how sure the entry is, and meet the applicant in person or at a notary:"
              + " it may be the victim.",
          20,
          List.of("T1585"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    Published published = look.context().lists().published();
    if (published.isEmpty()) {
      look.abstain("no list of published indicators was handed in");
      return;
    }
    for (Contact contact : look.applicant().allContacts()) {
      if (!contact.placeholder()) {
        for (Indicator one : published.of(contact, look.day())) {
          say(
              look,
              one,
              contact.kind().text(),
              new Quote(contact.document(), contact.line(), contact.value()));
        }
      }
    }
    for (String address : networks(look.applicant())) {
      for (Indicator one : published.ofNetwork(address, look.day())) {
        say(look, one, "network address", new Quote("network records", 0, address));
      }
    }
  }

  private static Set<String> networks(Applicant applicant) {
    Set<String> networks = new TreeSet<>();
    Applicant.Sent sent = applicant.sent();
    if (sent != null && sent.address() != null) {
      networks.add(sent.address());
    }
    applicant.interviews().stream()
        .flatMap(i -> i.joined().stream())
        .filter(j -> !j.address().isEmpty())
        .forEach(j -> networks.add(j.address()));
    return networks;
  }

  private static void say(Look look, Indicator one, String what, Quote quote) {
    int weight =
        switch (one.sort()) {
          case MAIL, ACCOUNT -> 1200;
          case PHONE -> 1000;
          case DOMAIN -> 500;
          case NETWORK_ADDRESS -> 400;
        };
    Look.Draft fact =
        look.fact(
                weight,
                "The "
                    + (one.sort() == Sort.DOMAIN ? "domain of the mail address" : what)
                    + " stands on a published list ("
                    + one.source()
                    + date(", published on ", one.published())
                    + date(", valid to ", one.expires())
                    + ").")
            .about(one.sort() + " " + one.sha256())
            .on(look.applicant().recordId())
            .since(one.published())
            .quote(quote)
            .innocent(
                "the list names a victim whose identity was taken, and this is the victim",
                "a wrong or old entry, or a number that changed hands",
                "a service or network that many use")
            .ask(
                "We verify identities in person or at a notary for this position: which would suit you?");
    if (one.sort() == Sort.DOMAIN || one.sort() == Sort.NETWORK_ADDRESS) {
      fact.corroborates();
    }
  }

  private static String date(String words, long day) {
    return day == Applicant.UNKNOWN || day == Long.MAX_VALUE
        ? ""
        : words + PartialDate.ofDay(day).text();
  }
}
