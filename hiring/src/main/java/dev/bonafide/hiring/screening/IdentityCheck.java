package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.Statement;
import dev.bonafide.hiring.Statement.Sort;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;

/** An identity check that failed, or of which every offered alternative was refused. */
final class IdentityCheck implements Check {
  private static final Card CARD =
      Cards.card(
          "idv-check-refused",
          "An identity check that did not come about",
          "Every alternative of an identity check was refused, of two or more that were offered; beside"
              + " others: a check that failed and was not passed later.",
          "Refusing all ways of being identified is a mark of the scheme (Security Alliance; FBI IC3, July"
              + " 2025). A single failed check is mostly glare, an expired document or a time-out.",
          Cause.APPLICATION,
          List.of("results of identity checks"),
          Map.of(),
          "The quiet look-alike refuses one way and takes another, or passes at the second try.",
          "Offer a visit, a notary or a colleague nearby, and say why all are asked.",
          15,
          List.of("T1656"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    Statement refused = null;
    Statement failed = null;
    boolean any = false;
    for (Statement statement : look.applicant().statements()) {
      Sort sort = statement.sort();
      if (sort == Sort.IDENTITY_PASSED) {
        return;
      }
      any |= sort == Sort.IDENTITY_FAILED || sort == Sort.ALTERNATIVES_REFUSED;
      refused = sort == Sort.ALTERNATIVES_REFUSED ? statement : refused;
      failed = sort == Sort.IDENTITY_FAILED ? statement : failed;
    }
    if (refused != null) {
      look.fact(900, "Every alternative of the identity check that was offered was refused.")
          .about("refused")
          .on(refused.recordId())
          .quote(new Quote("identity check", 0, refused.words()))
          .innocent(
              "worry about privacy, or an unsafe home",
              "illness, care or distance",
              "alternatives that were not understood")
          .ask("Which way of showing who you are would suit you? We offer the same to everybody.");
    } else if (failed != null) {
      look.fact(400, "An identity check failed and was not passed later.")
          .about("failed")
          .on(failed.recordId())
          .quote(new Quote("identity check", 0, failed.words()))
          .innocent("glare, an expired or rare document, or a time-out", "a changed name")
          .ask("May we repeat the identity check, or do it in another way?")
          .corroborates();
    } else if (!any) {
      look.abstain("no result of an identity check was handed in");
    }
  }
}
