package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.resume.Line;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.hiring.screening.SharedText.Match;
import dev.bonafide.hiring.text.Fingerprint;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The same prose under different names. */
final class ResumeClone implements Check {
  private static final double WHOLE = 0.5;
  private static final double PART = 0.25;
  private static final int MANY_LINES = 3;
  private static final int NAMED_OTHERS = 10;

  private static final Card CARD =
      Cards.card(
          "src-resume-clone",
          "The same text under different names",
          "Whole lines, or a quarter of the prose and more, that also stand in the résumé of somebody"
              + " else, without what advertisements, templates and stock phrases share. Names, dates and"
              + " figures do not count.",
          "The same résumé content is used for several personas (FBI IC3, January 2025).",
          Cause.APPLICATION,
          List.of("a résumé with prose"),
          Map.of(),
          "The quiet look-alike shares a template, the words of the advertisement, or a few usual"
              + " sentences; or it is one person who applies again.",
          "Ask the applicant to tell, without papers, about the work that the shared lines describe.",
          10,
          List.of("T1585"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public void look(Look look) {
    Resume resume = look.resume();
    if (resume == null) {
      return;
    }
    if (resume.fingerprint().words() < 60) {
      look.abstain("the résumé holds too little prose to compare");
      return;
    }
    List<Match> matches =
        look.pool().text().with(look.traces()).stream()
            .filter(m -> !look.context().related(m.other().person(), look.traces().person()))
            .filter(m -> weight(m) > 0)
            .toList();
    if (matches.isEmpty()) {
      return;
    }
    Match best = matches.getFirst();
    for (Match match : matches) {
      best = weight(match) > weight(best) ? match : best;
    }
    List<Traces> others = matches.stream().map(Match::other).toList();
    int people = Pool.people(others);
    Look.Draft fact =
        look.fact(weight(best), sentence(best, people))
            .since(ContactReuse.firstDay(others))
            .innocent(
                "the text was taken from this applicant, or both took it from one example",
                "one agency, résumé service, course or writing aid behind both",
                "colleagues who described one project together",
                "one person under an earlier and a later name")
            .ask(
                "Please tell us about the work that these lines describe: what was your part, and what"
                    + " went wrong?");
    matches.stream().limit(NAMED_OTHERS).forEach(m -> fact.with(m.other()));
    quote(resume, best, fact);
  }

  /** A whole text is worth most; two lines may be shared by chance. */
  private static int weight(Match match) {
    int lines = match.lines().size();
    if (match.contained() >= WHOLE) {
      return 1800;
    }
    if (match.rare() >= PART || lines > MANY_LINES) {
      return 1100;
    }
    return lines == MANY_LINES ? 700 : 0;
  }

  private static String sentence(Match best, int people) {
    String whom = people == 1 ? "one other person" : people + " other people";
    if (best.contained() >= WHOLE || best.rare() >= PART) {
      return Math.round(best.contained() * 100)
          + " % of the prose of the résumé stands in that of "
          + whom
          + ", too.";
    }
    return best.lines().size() + " whole lines of the résumé stand in that of " + whom + ", too.";
  }

  private static void quote(Resume resume, Match best, Look.Draft fact) {
    long[] theirs = best.other().text().grams();
    for (Line line : resume.lines()) {
      long hash = Fingerprint.lineHash(line.text());
      boolean whole = hash != 0 && best.lines().contains(hash);
      boolean part =
          best.lines().isEmpty()
              && Arrays.stream(Fingerprint.everyGram(List.of(line.text())))
                  .anyMatch(g -> Arrays.binarySearch(theirs, g) >= 0);
      if (whole || part) {
        fact.quote(line);
      }
    }
  }
}
