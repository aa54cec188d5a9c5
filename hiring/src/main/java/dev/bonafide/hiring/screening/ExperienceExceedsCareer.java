package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.dates.Span;
import dev.bonafide.hiring.resume.Job;
import dev.bonafide.hiring.resume.Line;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.hiring.resume.Section;
import dev.bonafide.hiring.resume.Study;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * More years of experience than lie between the earliest date of the résumé and the application.
 */
final class ExperienceExceedsCareer implements Check {
  private static final int MARGIN_YEARS = 4;
  private static final double YEAR = 365.25;
  private static final Pattern CLAIM =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})\\s*\\+?\\s*(?:years?|yrs?)['’]?\\s+(?:of\\s+)?(?:\\p{L}+[ -]){0,3}?experience",
          Pattern.CASE_INSENSITIVE);

  /** Words by which a résumé says that it leaves something out. */
  private static final Pattern SELECTED =
      Pattern.compile(
          "\\b(?:selected|relevant|additional|earlier|previous|prior|other|recent|last \\d+ years|available"
              + " (?:up)?on request)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Card CARD =
      Cards.card(
          "src-experience-exceeds-career",
          "More experience than career",
          "The years of experience that the summary claims exceed the time since the earliest dated"
              + " entry by four years or more, and nothing says that entries were left out.",
          "Summaries taken from other résumés keep the other person's years (FBI IC3, January 2025).",
          Cause.APPLICATION,
          List.of("a summary that counts years", "a résumé with dated entries"),
          Map.of(),
          "The quiet look-alike leaves out early jobs, as every guide advises, and says so, or by less"
              + " than four years.",
          "Ask what came before the first job on the résumé.",
          3,
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
    long earliest = Long.MAX_VALUE;
    for (Job job : resume.jobs()) {
      earliest = Math.min(earliest, start(job.span()));
    }
    for (Study study : resume.studies()) {
      earliest = study.span() == null ? earliest : Math.min(earliest, start(study.span()));
    }
    if (earliest == Long.MAX_VALUE || resume.jobs().isEmpty()) {
      look.abstain("no dated job was recognised");
      return;
    }
    double career = (look.day() - earliest) / YEAR;
    for (Line line : resume.lines()) {
      boolean top = line.section() == Section.SUMMARY || line.section() == Section.HEADER;
      Matcher m = CLAIM.matcher(line.text());
      if (top && m.find() && Integer.parseInt(m.group(1)) - career >= MARGIN_YEARS) {
        if (resume.lines().stream().anyMatch(l -> SELECTED.matcher(l.text()).find())) {
          look.abstain("the résumé may leave out earlier entries");
          return;
        }
        look.fact(
                300,
                m.group(1)
                    + " years of experience are claimed; the earliest entry is "
                    + Math.max(0, (int) career)
                    + " years before the application.")
            .quote(line)
            .innocent(
                "early jobs are left out, as guides advise",
                "years in another trade are counted in",
                "a slip in the number")
            .ask("What did you do before the first entry of your résumé?")
            .corroborates();
        return;
      }
    }
  }

  /** The earliest day that an entry may mean; a course of which only the end is known took six. */
  private static long start(Span span) {
    if (span.from() != null) {
      return span.firstStart();
    }
    return span.to() == null ? Long.MAX_VALUE : span.to().earliest() - Math.round(6 * YEAR);
  }
}
