package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.Traces;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/** Many applications from one place within a week. Honest people use tools that apply for them. */
final class ManyApplications implements Check {
  private static final int FEWEST = 10;
  private static final int DAYS = 7;

  private static final Card CARD =
      Cards.card(
          "src-volume-application",
          "Many applications within a week",
          "Beside others: ten applications and more within seven days, under two to fourteen names, came"
              + " from the same device, or the same network address with the same browser.",
          "Up to 60 applications a day came from one cluster (Recorded Future, August 2026); external"
              + " accounts called career sites again and again (Microsoft, April 2026).",
          Cause.APPLICATION,
          List.of("days of applications, with devices, or network addresses and browsers"),
          Map.of(),
          "The quiet look-alike is one person with a tool that applies to every post, or a school's class.",
          "Compare the applications; look whether anything else is shared.",
          5,
          List.of("T1585"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    if (look.traces().senders().isEmpty() || look.applicant().day() == Applicant.UNKNOWN) {
      look.abstain("no day, device or browser of the application was handed in");
      return;
    }
    for (long sender : look.traces().senders()) {
      List<Traces> same =
          look.pool().withSender(sender).stream()
              .filter(t -> t.day() != Applicant.UNKNOWN)
              .filter(t -> Math.abs(t.day() - look.applicant().day()) < DAYS)
              .toList();
      int people = Pool.people(same);
      if (same.size() >= FEWEST && people >= 2 && people <= Pool.MOST_PEOPLE) {
        look.fact(300, same.size() + " applications came from the same place within a week.")
            .on(look.applicant().recordId())
            .since(same.stream().mapToLong(Traces::day).max().orElse(Applicant.UNKNOWN))
            .quote(new Quote("career site", 0, same.size() + " applications, one sender"))
            .innocent(
                "an agency, a career centre or a class",
                "a tool that applies to every post, used by flatmates")
            .ask("")
            .corroborates();
        return;
      }
    }
  }
}
