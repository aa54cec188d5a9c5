package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/** Mail addresses of different people, made by one recipe that few others use. */
final class MailsAlike implements Check {
  /** In fewer applications nobody can say what is rare. */
  private static final int FEWEST_PEOPLE = 30;

  /** One in so many may have the shape before it is a fashion. */
  private static final int RARE = 30;

  private static final Card CARD =
      Cards.card(
          "src-mail-shape",
          "Mail addresses of one recipe",
          "Few applicants, of different names, have mail addresses of one shape: the same words of the"
              + " trade, the same number of figures in the same places, at one provider. Names are left"
              + " out of the shape.",
          "Personas of one operator are made in series (research by Insikt Group, August 2026).",
          Cause.APPLICATION,
          List.of("a mail address", "thirty applications to compare with"),
          Map.of(),
          "The quiet look-alike's address is first name and surname, or of a shape that many use.",
          "Look at what else these applications share.",
          5,
          List.of("T1585.002"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    if (look.pool().size() < FEWEST_PEOPLE) {
      look.abstain("fewer than thirty applications to compare with");
      return;
    }
    for (long shape : look.traces().mailShapes()) {
      List<Traces> holders = look.pool().withMailShape(shape);
      List<Traces> others = Pool.others(holders, look.traces(), look.context());
      int people = Pool.people(holders);
      if (others.isEmpty()
          || people > Pool.MOST_PEOPLE
          || people * RARE > look.pool().size() + RARE) {
        continue;
      }
      Look.Draft fact =
          look.fact(
                  400,
                  "The mail address is of one recipe with those of "
                      + Pool.people(others)
                      + " other applicants, and of nobody else.")
              .about(Long.toHexString(shape))
              .innocent("chance: the recipe is an obvious one", "a course or club that advises it")
              .ask("")
              .corroborates();
      others.forEach(fact::with);
      look.applicant().allContacts().stream()
          .filter(c -> c.kind() == Contact.Kind.MAIL)
          .findFirst()
          .ifPresent(fact::quote);
      return;
    }
  }
}
