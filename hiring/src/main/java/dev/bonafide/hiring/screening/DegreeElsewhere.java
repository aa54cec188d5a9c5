package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.dates.Span;
import dev.bonafide.hiring.resume.Job;
import dev.bonafide.hiring.resume.Job.Mark;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.hiring.resume.Study;
import dev.bonafide.hiring.resume.Study.Degree;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A course of study in one country during an employed job in another. No country is better or worse
 * than another: only that both can't be attended at once.
 */
final class DegreeElsewhere implements Check {
  private static final int FEWEST_DAYS = 365;

  /** When schools all over the world taught from afar. */
  private static final long REMOTE_FROM = LocalDate.of(2020, 3, 1).toEpochDay();

  private static final long REMOTE_TO = LocalDate.of(2021, 12, 31).toEpochDay();

  private static final Card CARD =
      Cards.card(
          "src-degree-elsewhere",
          "Studying in one country, working in another",
          "A degree course in one country and an employed job in another that certainly ran side by"
              + " side for a year, neither of them remote, part-time or by distance.",
          "Borrowed careers join one person's school and another's jobs (State, Treasury, FBI, 16 May"
              + " 2022).",
          Cause.APPLICATION,
          List.of("a dated course with its country", "a dated job with its country"),
          Map.of(),
          "The quiet look-alike studies by distance or in the evening, works remotely, or both places"
              + " may be in one country.",
          "Ask how the course was attended; the school's registrar settles it.",
          10,
          List.of());

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
    boolean compared = false;
    for (Study study : resume.studies()) {
      Span span = study.span();
      if (span == null
          || !span.complete()
          || study.beside()
          || study.degree() == Degree.OTHER
          || study.countries().isEmpty()) {
        continue;
      }
      for (Job job : resume.jobs()) {
        if (!job.span().complete() || job.countries().isEmpty()) {
          continue;
        }
        compared = true;
        long days = attended(span, job.span(), look.day());
        if (days >= FEWEST_DAYS
            && !job.standsBeside()
            && !job.is(Mark.REMOTE)
            && Collections.disjoint(study.countries(), job.countries())) {
          look.fact(
                  job.is(Mark.ONSITE) || job.is(Mark.FULL_TIME) ? 700 : 350,
                  "A "
                      + study.degree().text()
                      + " course and a job in two different countries ran side by side for at least "
                      + days / 30
                      + " months.")
              .about("lines " + study.heading().number() + " " + job.heading().number())
              .quote(study.heading())
              .quote(job.heading())
              .innocent(
                  "distance learning, or a thesis written from afar",
                  "the job was remote, or part-time, and the résumé does not say so",
                  "a rounded or wrong year")
              .ask("You studied and worked in two countries in these years. How did you do both?");
          return;
        }
      }
    }
    if (!compared) {
      look.abstain("no course and job that both give dates and a country");
    }
  }

  private static long attended(Span study, Span job, long asOf) {
    long start = Math.max(study.lastStart(), job.lastStart());
    long end = Math.min(study.firstEnd(asOf), job.firstEnd(asOf));
    long remote = Math.max(0, Math.min(end, REMOTE_TO) - Math.max(start, REMOTE_FROM));
    return Math.max(0, end - start) - remote;
  }
}
