package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.CodeHistory;
import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.dates.PartialDate;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/** A code account whose history is older than the account. */
final class BackdatedCode implements Check {
  private static final int MARGIN_DAYS = 365;
  private static final int FEWEST_COMMITS = 20;
  private static final int FEWEST_DAYS = 5;

  private static final Card CARD =
      Cards.card(
          "src-github-backdated",
          "A history older than its account",
          "At least twenty commits on five days are dated more than a year before the account was made.",
          "Histories are bought or written back in time (Security Alliance, DPRK IT workers framework).",
          Cause.APPLICATION,
          List.of("a local export of the code account"),
          Map.of(),
          "The quiet look-alike moved one old project to a new account, or is off by less than a year.",
          "Ask for the earlier home of the projects, or for a signed commit now.",
          10,
          List.of("T1585"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    CodeHistory code = look.applicant().code();
    if (code == null) {
      look.abstain("no export of a code account was handed in");
      return;
    }
    int commits = 0;
    int days = 0;
    long earliest = Long.MAX_VALUE;
    for (CodeHistory.Day day : code.days()) {
      if (day.day() < code.createdDay() - MARGIN_DAYS && day.commits() > 0) {
        commits += day.commits();
        days++;
        earliest = Math.min(earliest, day.day());
      }
    }
    if (commits >= FEWEST_COMMITS && days >= FEWEST_DAYS) {
      String made = PartialDate.ofDay(code.createdDay()).text();
      look.fact(
              500,
              commits
                  + " commits are dated more than a year before the account was made; the first on "
                  + PartialDate.ofDay(earliest).text()
                  + ".")
          .on(code.recordId())
          .quote(new Quote(code.document(), 0, "account made on " + made))
          .innocent(
              "projects brought along from another host or an earlier account",
              "work of others whose history a copy keeps",
              "a clock that was wrong")
          .ask("Where were these projects kept before, and under which account?");
    }
  }
}
