package dev.bonafide.hiring.resume;

import dev.bonafide.hiring.dates.Span;
import dev.bonafide.hiring.text.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A résumé put together from the fields of a record, for systems that keep positions as rows. */
public final class Records {
  private final String document;
  private final long recordId;
  private final List<Line> lines = new ArrayList<>();
  private final List<Job> jobs = new ArrayList<>();
  private final List<Study> studies = new ArrayList<>();

  /**
   * @param document what a person calls the record, for quotes
   * @param recordId id of the record, for references
   */
  public Records(String document, long recordId) {
    this.document = document;
    this.recordId = recordId;
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** A position; left out when no date of it is known. */
  public void job(int line, String position, String employer, @Nullable Span span) {
    if (span == null) {
      return;
    }
    Line heading = new Line(line, joined(position, employer, span.text()), Section.EXPERIENCE);
    lines.add(heading);
    jobs.add(
        new Job(
            span,
            heading,
            List.of(heading),
            employer.isEmpty() ? Set.of() : Set.of(employer.toLowerCase(Locale.ROOT)),
            position.isEmpty() ? List.of() : List.of(position),
            List.of(),
            Set.of(),
            Marks.ofJob(List.of(position, employer), List.of(), false)));
  }

  /** A course of study. */
  public void study(int line, String degree, String subject, String school, @Nullable Span span) {
    Line heading =
        new Line(
            line,
            joined(degree, subject, school, span == null ? "" : span.text()),
            Section.EDUCATION);
    if (heading.text().isEmpty()) {
      return;
    }
    lines.add(heading);
    studies.add(
        new Study(
            Marks.degree(degree),
            span,
            heading,
            List.of(heading),
            school.isEmpty() ? null : school,
            null,
            Set.of(),
            Marks.besideWork(heading.text())));
  }

  public Resume resume() {
    return new Resume(
        document, recordId, lines, jobs, studies, List.of(), Set.of(), Fingerprint.NONE, List.of());
  }

  /** The parts that say something, with bars between them. */
  static String joined(String... parts) {
    List<String> said = new ArrayList<>(List.of(parts));
    said.removeIf(String::isEmpty);
    return String.join(" | ", said);
  }
}
