package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.Statement;
import dev.bonafide.hiring.Statement.Sort;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/**
 * A wish to be paid in crypto-currency or to somebody else. The kind of bank is never looked at.
 */
final class PayElsewhere implements Check {
  private static final Card CARD =
      Cards.card(
          "pay-crypto-or-third-party",
          "Pay to somebody else, or in crypto-currency",
          "The applicant asks for pay to another person; beside others: in crypto-currency.",
          "All advisories name such requests (US-ROK, October 2023).",
          Cause.APPLICATION,
          List.of("wishes for pay"),
          Map.of(),
          "The quiet look-alike has an account at any kind of bank, or none yet.",
          "Say which ways of pay the law allows, and ask what would help.",
          5,
          List.of("T1657"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    for (Statement statement : look.applicant().statements()) {
      boolean others = statement.sort() == Sort.PAY_TO_OTHERS;
      if (others || statement.sort() == Sort.PAY_IN_CRYPTO) {
        Look.Draft fact =
            look.fact(
                    others ? 600 : 400,
                    others
                        ? "Pay is asked to go to another person."
                        : "Pay is asked for in crypto-currency.")
                .on(statement.recordId())
                .quote(new Quote("application form", 0, statement.words()))
                .innocent(
                    others
                        ? "a joint account, a guardian or an agency"
                        : "conviction, or habit of the trade",
                    "no account yet in this country")
                .ask("Pay goes to an account of your own. What would you need for that?");
        if (!others) {
          fact.corroborates();
        }
        return;
      }
    }
    look.abstain("no wish for pay was handed in");
  }
}
