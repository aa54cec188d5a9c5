package dev.bonafide.hiring.resume;

import dev.bonafide.hiring.dates.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One course of study.
 *
 * @param span null when no date was written
 * @param heading the line that gives its dates, else its first line
 * @param school the school's name as written; null when it could not be told
 * @param domain the school's web domain, where the résumé gives one
 * @param countries where it was, as on {@link Job}
 * @param beside part-time, distance, evening: study that stands beside full-time work
 */
public record Study(
    Degree degree,
    @Nullable Span span,
    Line heading,
    List<Line> lines,
    @Nullable String school,
    @Nullable String domain,
    Set<String> countries,
    boolean beside) {

  /** How high a degree is. */
  public enum Degree {
    DOCTOR("doctorate"),
    MASTER("master's degree"),
    BACHELOR("bachelor's degree"),
    OTHER("course");

    private final String text;

    Degree(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  public Study {
    lines = List.copyOf(lines);
  }
}
