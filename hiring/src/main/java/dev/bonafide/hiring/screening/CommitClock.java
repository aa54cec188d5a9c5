package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.CodeHistory;
import dev.bonafide.hiring.Quote;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Commits written by a clock that runs in no zone of the country in which the applicant says to
 * live. The clock itself says nothing; only that two things which one person handed in differ.
 */
final class CommitClock implements Check {
  private static final int FEWEST_DAYS = 10;
  private static final double NEARLY_ALL = 0.9;

  private static final Card CARD =
      Cards.card(
          "src-commit-clock",
          "Commits by another place's clock",
          "Beside others: on ten days and more of the last year commits carry the clock of the computer"
              + " they were made on, and nine in ten of these days no zone of the country in which the"
              + " applicant says to live has it. Clocks at UTC are machines' and are left out.",
          "Work of personas is written at other places than claimed (FBI IC3, July 2025; DTEX, October"
              + " 2024).",
          Cause.APPLICATION,
          List.of("a local export of commits with their clocks", "where the applicant lives"),
          Map.of(Explanation.TRAVELLER, 100),
          "The quiet look-alike travelled for a month, or writes in a container at UTC.",
          "Ask where the computer stood on which these commits were made.",
          3,
          List.of("T1656"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    CodeHistory code = look.applicant().code();
    Set<String> home = look.applicant().livesIn();
    if (code == null || code.clocks().isEmpty()) {
      look.abstain("no export of commits with their clocks was handed in");
      return;
    }
    if (home.isEmpty() || !Clocks.known(home)) {
      look.abstain("nothing says where the applicant lives, or its clocks are not known");
      return;
    }
    int all = 0;
    int outside = 0;
    int most = 0;
    int usual = 0;
    for (Map.Entry<Integer, Integer> clock : code.clocks().entrySet()) {
      int minutes = clock.getKey();
      if (minutes != 0) {
        all += clock.getValue();
        boolean there = Clocks.has(home, minutes);
        outside += there ? 0 : clock.getValue();
        if (!there && clock.getValue() > most) {
          most = clock.getValue();
          usual = minutes;
        }
      }
    }
    if (outside < FEWEST_DAYS || outside < NEARLY_ALL * all) {
      return;
    }
    String shown =
        String.format(
            Locale.ROOT,
            "UTC%s%02d:%02d",
            usual < 0 ? "-" : "+",
            Math.abs(usual) / 60,
            Math.abs(usual) % 60);
    look.fact(
            250,
            "On "
                + outside
                + " of "
                + all
                + " days of the last year commits were written by a clock that no zone of the stated home"
                + " has.")
        .on(code.recordId())
        .quote(new Quote(code.document(), 0, "most often " + shown))
        .innocent(
            "a recent move, or a long stay abroad",
            "a computer that keeps the clock of a team or of an earlier home",
            "a remote machine on which the code is written")
        .ask("Where was the computer on which you wrote these commits?")
        .corroborates();
  }
}
