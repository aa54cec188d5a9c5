package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.Traces;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Explanation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One browser or computer behind applications or meetings of several people. */
final class SharedDevice implements Check {
  private static final Card CARD =
      Cards.card(
          "src-shared-device",
          "One device, several applicants",
          "The browser or computer from which the application was sent, or a meeting joined, is also"
              + " that of two and more applicants of other names, fourteen people at most; of one other:"
              + " beside others.",
          "One operator applies under many names from few machines (Microsoft, April 2026).",
          Cause.APPLICATION,
          List.of("ids of devices in exports of the career site, or in meeting reports"),
          Map.of(Explanation.HOUSEHOLD, 250),
          "The quiet look-alike shares a family's computer with one other, or that of a library with"
              + " many.",
          "Compare the days; ask both for the computer that they use.",
          5,
          List.of("T1585"));

  private static final int WEIGHT = 1000;
  private static final int OF_TWO = 500;

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    if (look.traces().devices().isEmpty()) {
      look.abstain("no id of a device was handed in");
      return;
    }
    Map<String, Traces> others = new TreeMap<>();
    for (long device : look.traces().devices()) {
      List<Traces> found =
          Pool.others(look.pool().withDevice(device), look.traces(), look.context());
      if (Pool.people(found) + 1 <= Pool.MOST_PEOPLE) {
        found.forEach(t -> others.put(t.id(), t));
      }
    }
    if (others.isEmpty()) {
      return;
    }
    List<Traces> all = List.copyOf(others.values());
    int people = Pool.people(all);
    Look.Draft fact =
        look.fact(
                people == 1 ? OF_TWO : WEIGHT,
                (people == 1 ? "Another applicant" : people + " other applicants")
                    + " applied or joined from the same browser or computer.")
            .on(look.applicant().recordId())
            .since(ContactReuse.firstDay(all))
            .quote(new Quote("device records", 0, "the same device"))
            .innocent(
                "a computer of a family, a library, a school or a career centre",
                "a friend or agency who filled in the form",
                "an id that the system gave to several devices")
            .ask(people == 1 ? "" : "Whose computer did you apply from, and who else uses it?");
    all.forEach(fact::with);
    if (people == 1) {
      fact.corroborates();
    }
  }
}
