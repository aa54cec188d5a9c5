package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.Quote;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Explanation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An application that came from another country than the applicant says to live in. */
final class AppliedElsewhere implements Check {
  private static final Card CARD =
      Cards.card(
          "src-applied-elsewhere",
          "Applied from another country",
          "Beside others: the career site places the network address from which the application came in"
              + " another country than the one the applicant says to live in.",
          "Applications came through networks of other places than claimed (FBI IC3, July 2025).",
          Cause.APPLICATION,
          List.of("a career site's record with places", "where the applicant lives"),
          Map.of(Explanation.TRAVELLER, 100, Explanation.PRIVACY_VPN, 100),
          "The quiet look-alike applied from home.",
          "Ask where the application was sent from, and whether through a private network.",
          2,
          List.of("T1656", "T1090"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    Set<String> home = look.applicant().livesIn();
    Applicant.Sent sent = look.applicant().sent();
    if (sent == null || sent.countries().isEmpty()) {
      look.abstain("no record of the career site says from where the application came");
      return;
    }
    if (home.isEmpty()) {
      look.abstain("nothing says where the applicant lives");
      return;
    }
    if (!Collections.disjoint(sent.countries(), home)) {
      return;
    }
    look.fact(200, "The application came from another country than the stated home.")
        .about("place")
        .on(look.applicant().recordId())
        .quote(new Quote("career site", 0, String.join(", ", sent.countries())))
        .innocent(
            "travel, or family abroad",
            "a private VPN, or the network of a present employer",
            "a wrong entry in the list of addresses")
        .ask("Where did you apply from?")
        .corroborates();
  }
}
