package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.resume.Job;
import dev.bonafide.hiring.resume.Job.Mark;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two employed jobs at two employers that certainly ran side by side for most of a year. */
final class JobsOverlap implements Check {
  /** Notice periods, hand-overs and rounded months overlap honestly. */
  static final int FEWEST_DAYS = 270;

  private static final Card CARD =
      Cards.card(
          "src-jobs-overlap",
          "Full-time jobs at the same time",
          "Two jobs at different employers, neither of them part-time, contract, own or student work,"
              + " that ran side by side for nine months or more, whatever day the written dates mean.",
          "Impossible overlaps are among the marks of made-up careers that public guidance names"
              + " (State, Treasury, FBI, 16 May 2022).",
          Cause.APPLICATION,
          List.of("a résumé with dated jobs"),
          Map.of(Explanation.OVER_EMPLOYED, 100),
          "The quiet look-alike overlaps by a hand-over, contracts, studies or volunteers beside it,"
              + " or changes position at one employer.",
          "Ask which of the two was full-time; an employment verification of both settles it.",
          10,
          List.of());

  @Override
  public Card card() {
    return CARD;
  }

  private record Pair(Job first, Job second, long days) {}

  @Override
  public void look(Look look) {
    Resume resume = look.resume();
    if (resume == null) {
      return;
    }
    List<Job> jobs = resume.jobs().stream().filter(j -> j.span().complete()).toList();
    if (jobs.size() < 2) {
      look.abstain("fewer than two dated jobs were recognised");
      return;
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      for (int j = i + 1; j < jobs.size(); j++) {
        Job a = jobs.get(i);
        Job b = jobs.get(j);
        long days = a.span().certainOverlap(b.span(), look.day());
        boolean employed = !a.standsBeside() && !b.standsBeside();
        // A job that is "present" only because nobody closed it is the commonest slip.
        boolean forgotten = a.span().ongoing() || b.span().ongoing();
        boolean said = a.is(Mark.FULL_TIME) && b.is(Mark.FULL_TIME);
        if (days >= FEWEST_DAYS
            && employed
            && (!forgotten || said)
            && !a.mayShareEmployer(b)
            && !umbrella(a, jobs)
            && !umbrella(b, jobs)) {
          pairs.add(new Pair(a, b, days));
        }
      }
    }
    if (pairs.isEmpty()) {
      return;
    }
    Pair longest = pairs.getFirst();
    for (Pair pair : pairs) {
      longest = pair.days > longest.days ? pair : longest;
    }
    boolean said = longest.first.is(Mark.FULL_TIME) && longest.second.is(Mark.FULL_TIME);
    look.fact(
            (said ? 700 : 300) + (pairs.size() > 1 ? 200 : 0),
            "Two jobs at different employers ran side by side for at least "
                + longest.days / 30
                + " months"
                + (said ? ", both called full-time" : "")
                + (pairs.size() > 1 ? "; " + pairs.size() + " such pairs in all" : "")
                + ".")
        .quote(longest.first.heading())
        .quote(longest.second.heading())
        .innocent(
            "one of them was part-time, contract or freelance work and the résumé does not say so",
            "a date is wrong, or an old job was never closed",
            "one firm under two names, or a client's project under its agency",
            "two jobs, with or without the employers' consent")
        .ask(
            "These two jobs overlap. What kind of contract was each, and how did they fit together?");
  }

  /** A frame around others: an agency with its clients, a firm with the positions held there. */
  private static boolean umbrella(Job job, List<Job> jobs) {
    int inside = 0;
    for (Job other : jobs) {
      boolean within =
          !other.equals(job)
              && other.span().firstStart() >= job.span().firstStart()
              && (job.span().ongoing() || other.span().lastEnd() <= job.span().lastEnd());
      inside += within ? 1 : 0;
    }
    return inside >= 2;
  }
}
