package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.dates.Span;
import dev.bonafide.hiring.resume.Job;
import dev.bonafide.hiring.resume.Line;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.hiring.resume.Study;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans that no calendar holds: an end before its beginning, a duration longer than its dates. */
final class ImpossibleDates implements Check {
  /** A year, and the half by which people round up. */
  private static final int MARGIN_DAYS = 548;

  private static final int FUTURE_DAYS = 366;
  private static final Pattern DURATION =
      Pattern.compile(
          "[(·|,–-]\\s*(\\d{1,2})\\s*\\+?\\s*(?:years?|yrs?)\\b", Pattern.CASE_INSENSITIVE);

  private static final Card CARD =
      Cards.card(
          "src-impossible-dates",
          "Dates that can't be",
          "An entry that ends before it begins, ends more than a year after the application, or"
              + " states a duration that is more than a year and a half longer than its own dates.",
          "Careers put together from parts of others keep the parts' durations (US-ROK advisory,"
              + " October 2023).",
          Cause.APPLICATION,
          List.of("a résumé with dated entries"),
          Map.of(),
          "The quiet look-alike is off by a rounding, or names the planned end of a course.",
          "Ask for the right dates.",
          2,
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
    for (Job job : resume.jobs()) {
      span(look, job.span(), job.heading());
      duration(look, job);
      if (job.span().to() != null && job.span().to().earliest() > look.day() + FUTURE_DAYS) {
        slip(look, "A job ends more than a year after the application.", job.heading());
      }
    }
    for (Study study : resume.studies()) {
      if (study.span() != null) {
        span(look, study.span(), study.heading());
      }
    }
  }

  private static void span(Look look, Span span, Line line) {
    if (span.from() != null && span.to() != null && span.lastEnd() < span.firstStart()) {
      slip(look, "An entry ends before it begins.", line);
    }
  }

  private static void duration(Look look, Job job) {
    Matcher m = DURATION.matcher(job.heading().text());
    if (!m.find() || !job.span().complete()) {
      return;
    }
    long end = job.span().ongoing() ? look.day() : job.span().lastEnd();
    long most = end - job.span().firstStart();
    long said = Math.round(Integer.parseInt(m.group(1)) * 365.25);
    if (said - most > MARGIN_DAYS) {
      look.fact(
              350,
              "A job states "
                  + m.group(1)
                  + " years, its own dates allow at most "
                  + (most / 365 + 1)
                  + ".")
          .about("duration " + job.heading().number())
          .quote(job.heading())
          .innocent(
              "a slip, or several stays at one employer added up",
              "an entry copied and not adapted")
          .ask("The dates and the duration of this job differ. Which are right?");
    }
  }

  private static void slip(Look look, String fact, Line line) {
    look.fact(150, fact)
        .about("line " + line.number())
        .quote(line)
        .innocent("a slip of the pen", "the reader of the document took two columns for one")
        .ask("Please check the dates of this entry.")
        .corroborates();
  }
}
