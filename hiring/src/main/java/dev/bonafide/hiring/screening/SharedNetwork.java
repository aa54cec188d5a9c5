package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.Traces;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Explanation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One network address behind applications or meetings of several people. Homes, campuses and
 * carriers share addresses, so it never counts alone.
 */
final class SharedNetwork implements Check {
  private static final Card CARD =
      Cards.card(
          "src-shared-network",
          "One network, several applicants",
          "The network address from which the application was sent, or a meeting joined, is also that of"
              + " applicants of other names: fourteen people at most.",
          "One operator sends many applications from few addresses (Microsoft, April 2026; Kraken, May"
              + " 2025).",
          Cause.APPLICATION,
          List.of("a network address"),
          Map.of(Explanation.HOUSEHOLD, 100, Explanation.CO_WORKING, 100),
          "The quiet look-alike's address is that of a campus, an office or a carrier.",
          "Compare the days; look whether anything else is shared.",
          5,
          List.of("T1585"));

  /** Equal addresses alone weigh little (DESIGN, section 5: at most 0.7 nat). */
  private static final int WEIGHT = 500;

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    if (look.traces().networks().isEmpty()) {
      look.abstain("no network address was handed in");
      return;
    }
    Map<String, Traces> others = new TreeMap<>();
    for (long network : look.traces().networks()) {
      List<Traces> found =
          Pool.others(look.pool().withNetwork(network), look.traces(), look.context());
      if (Pool.people(found) + 1 <= Pool.MOST_PEOPLE) {
        found.forEach(t -> others.put(t.id(), t));
      }
    }
    if (others.isEmpty()) {
      return;
    }
    int people = Pool.people(List.copyOf(others.values()));
    Look.Draft fact =
        look.fact(
                WEIGHT,
                (people == 1 ? "Another applicant" : people + " other applicants")
                    + " applied or joined from the same network address.")
            .on(look.applicant().recordId())
            .since(ContactReuse.firstDay(List.copyOf(others.values())))
            .quote(new Quote("network records", 0, "the same network address"))
            .innocent(
                "family, flatmates, a campus, an office or a carrier's shared address",
                "a private VPN that many use")
            .ask("")
            .corroborates();
    others.values().forEach(fact::with);
  }
}
