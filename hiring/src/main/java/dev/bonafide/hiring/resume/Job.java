package dev.bonafide.hiring.resume;

import dev.bonafide.hiring.dates.Span;
import java.util.List;
import java.util.Set;

/**
 * One position, as far as it could be read.
 *
 * @param heading the line that gives its dates
 * @param head the lines that name position, employer and place; the heading is one of them
 * @param employers what may be the employer's name: parts of the head that are no position, place
 *     or date, in small letters
 * @param titles parts of the head that name a position
 * @param body the lines that certainly describe this position and no neighbour
 * @param countries where it was, ISO 3166-1; several when the place has several meanings, empty
 *     when it does not say
 * @param marks what the lines say of the kind of work
 */
public record Job(
    Span span,
    Line heading,
    List<Line> head,
    Set<String> employers,
    List<String> titles,
    List<Line> body,
    Set<String> countries,
    Set<Mark> marks) {

  /** What the lines say of the kind of work. */
  public enum Mark {
    FULL_TIME,
    PART_TIME,
    /** Contractor, freelancer, consultant, a client's project. */
    CONTRACT,
    /** Founder, owner, board, adviser: work that stands beside other work. */
    OWN,
    /** Intern, student, teaching or research assistant. */
    STUDENT,
    VOLUNTEER,
    REMOTE,
    ONSITE
  }

  public Job {
    head = List.copyOf(head);
    titles = List.copyOf(titles);
    body = List.copyOf(body);
  }

  public boolean is(Mark mark) {
    return marks.contains(mark);
  }

  /** Work that people commonly do beside a full-time job or a course of study. */
  public boolean standsBeside() {
    return is(Mark.PART_TIME)
        || is(Mark.CONTRACT)
        || is(Mark.OWN)
        || is(Mark.STUDENT)
        || is(Mark.VOLUNTEER);
  }

  /** Whether both may be positions at one employer: some part of their heads is the same. */
  public boolean mayShareEmployer(Job other) {
    if (employers.isEmpty() || other.employers.isEmpty()) {
      return true; // an employer that could not be read may be any
    }
    for (String name : employers) {
      for (String second : other.employers) {
        if (name.equals(second) || name.startsWith(second + " ") || second.startsWith(name + " ")) {
          return true;
        }
      }
    }
    return false;
  }
}
