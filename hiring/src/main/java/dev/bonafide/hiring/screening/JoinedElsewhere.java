package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.interview.Interview;
import dev.bonafide.hiring.interview.Meeting.Participant;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Explanation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A meeting joined from another country than the applicant says to live in. */
final class JoinedElsewhere implements Check {
  private static final Card CARD =
      Cards.card(
          "int-geo-mismatch",
          "Joined from another country",
          "The meeting report places every joining of the applicant in another country than the one the"
              + " applicant says to live in.",
          "Interviews were joined from other places than claimed (DTEX, October 2024; Kraken, May 2025).",
          Cause.INTERVIEW,
          List.of("a meeting report with places", "where the applicant lives"),
          Map.of(Explanation.TRAVELLER, 100, Explanation.PRIVACY_VPN, 100),
          "The quiet look-alike joins once from home.",
          "Ask where the interview was joined from, and whether through a private network.",
          3,
          List.of("T1656", "T1090"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    Set<String> home = look.applicant().livesIn();
    if (home.isEmpty()) {
      look.abstain("nothing says where the applicant lives");
      return;
    }
    Participant first = null;
    for (Interview interview : look.applicant().interviews()) {
      for (Participant joined : interview.joined()) {
        if (joined.countries().isEmpty()) {
          continue;
        }
        if (!Collections.disjoint(joined.countries(), home)) {
          return;
        }
        first = first == null ? joined : first;
      }
    }
    if (first == null) {
      look.abstain("no meeting report with places was handed in");
      return;
    }
    look.fact(400, "Every meeting was joined from another country than the stated home.")
        .about("place")
        .on(first.recordId())
        .since(first.day())
        .quote(new Quote("meeting report", first.line(), String.join(", ", first.countries())))
        .innocent(
            "travel, or family abroad",
            "a private VPN, or the network of a present employer",
            "a recent move")
        .ask("Where did you join from?")
        .corroborates();
  }
}
