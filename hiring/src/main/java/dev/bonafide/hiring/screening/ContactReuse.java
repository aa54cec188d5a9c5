package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.Traces.Standing;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.contact.Contact.Kind;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One way to reach several people of different names. */
final class ContactReuse implements Check {
  /** What each doubling of the people who share a contact takes off: half a bit. */
  private static final int PER_DOUBLING = 347;

  private static final int LEAST = 500;

  private static final Card CARD =
      Cards.card(
          "src-contact-reuse",
          "One contact, several people",
          "A mail address, telephone number, profile or home that another applicant, worker or former"
              + " worker of a different name has, too. What more than fourteen people share is an agency"
              + " or an office and counts nothing.",
          "One operator runs many personas from few addresses and numbers (FBI IC3, January and July"
              + " 2025; GTIG, April 2025).",
          Cause.APPLICATION,
          List.of("a contact"),
          Map.of(Explanation.HOUSEHOLD, 250, Explanation.RECORD_ERROR, 300),
          "The quiet look-alike is one person who applies again, a declared relation, an agency's"
              + " number, or a family line: a home, or a number that is no internet number, between two.",
          "Ask both for another contact, and write to both.",
          5,
          List.of("T1585"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    List<Contact> contacts = look.applicant().allContacts();
    if (contacts.isEmpty()) {
      look.abstain("no contact was handed in");
    }
    for (Contact contact : contacts) {
      if (contact.placeholder()) {
        continue;
      }
      List<Traces> holders = look.pool().withContact(Traces.hash(contact));
      List<Traces> others = Pool.others(holders, look.traces(), look.context());
      int people = Pool.people(others) + 1;
      if (!others.isEmpty() && people <= Pool.MOST_PEOPLE) {
        say(look, contact, others, people);
      }
    }
  }

  private static void say(Look look, Contact contact, List<Traces> others, int people) {
    boolean cause = others.stream().anyMatch(t -> t.standing() == Standing.LEFT_FOR_CAUSE);
    int base =
        switch (contact.kind()) {
          case MAIL -> 1800;
          case PHONE, PROFILE -> 1500;
          case ADDRESS -> 600;
        };
    int doublings = 31 - Integer.numberOfLeadingZeros(people - 1);
    Look.Draft fact =
        look.fact(
                Math.max(LEAST, base - PER_DOUBLING * doublings) + (cause ? 300 : 0),
                "The "
                    + contact.kind().text()
                    + " is also that of "
                    + whom(others)
                    + ", under another name.")
            .about(Long.toHexString(Traces.hash(contact)))
            .on(look.applicant().recordId())
            .since(firstDay(others))
            .quote(contact)
            .innocent(
                "one person under an earlier and a later name",
                "family or flatmates with one line or home",
                "an agency, a career centre or a friend who filled in the form",
                "a slip when the form was copied")
            .ask(
                contact.kind() == Kind.ADDRESS
                    ? "Who else of those who work or apply here lives at this address?"
                    : "Is this "
                        + contact.kind().text()
                        + " yours alone? Have you applied or worked here under another name?");
    others.forEach(fact::with);
    if (contact.kind() == Kind.ADDRESS
        || (contact.kind() == Kind.PHONE && people == 2 && mayBeFamily(look, contact, others))) {
      fact.corroborates();
    }
  }

  /**
   * Homes are shared, and so is a line between two; not one of the internet, nor a mail box too.
   */
  private static boolean mayBeFamily(Look look, Contact phone, List<Traces> others) {
    boolean more =
        look.applicant().allContacts().stream()
            .filter(c -> c.kind() == Kind.MAIL || c.kind() == Kind.PROFILE)
            .map(Traces::hash)
            .anyMatch(hash -> others.stream().anyMatch(o -> o.contacts().contains(hash)));
    boolean cause = others.stream().anyMatch(t -> t.standing() == Standing.LEFT_FOR_CAUSE);
    return !more && !cause && !InternetNumber.is(phone, look);
  }

  private static String whom(List<Traces> others) {
    List<String> parts = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      long count =
          others.stream()
              .filter(t -> t.standing() == standing)
              .map(Traces::person)
              .distinct()
              .count();
      if (count == 1) {
        parts.add(standing.text());
      } else if (count > 1) {
        parts.add(
            count
                + switch (standing) {
                  case APPLICANT -> " other applicants";
                  case WORKER -> " workers";
                  case LEAVER -> " former workers";
                  case LEFT_FOR_CAUSE -> " former workers who were let go for cause";
                });
      }
    }
    return String.join(" and ", parts);
  }

  /** The day from which at least one of them could be known. */
  static long firstDay(List<Traces> others) {
    long first = Long.MAX_VALUE;
    for (Traces other : others) {
      first = Math.min(first, other.day());
    }
    return first == Long.MAX_VALUE ? Applicant.UNKNOWN : first;
  }
}
