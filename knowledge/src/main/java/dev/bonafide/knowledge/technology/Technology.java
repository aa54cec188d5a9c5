package dev.bonafide.knowledge.technology;

import java.time.LocalDate;
import java.util.List;

/**
 * A technology and the first moment at which somebody outside its makers could have worked with it.
 *
 * @param name what a person reads
 * @param first the moment as typed: {@code 2014}, {@code 2014-06} or {@code 2014-06-06}
 * @param kind what happened then
 * @param with when not empty, at least one of these words must stand in the same line
 * @param unless when one of these words stands in the same line, something else is meant
 * @param makers whose staff may have used it before anybody else
 * @param source a page on which the date can be checked
 */
public record Technology(
    String name,
    String first,
    Kind kind,
    List<String> with,
    List<String> unless,
    List<String> makers,
    String source) {

  /**
   * The first public moment of a technology: the earliest one counts, in the candidate's favour.
   */
  public enum Kind {
    /** A first version for everybody. */
    RELEASE("first release"),
    /** A beta, an early-access build, a closed preview. */
    PREVIEW("first preview"),
    /** It was shown or announced; who works with it before is one of its makers. */
    ANNOUNCEMENT("announcement"),
    /** The source code became public. */
    SOURCE("first public source code"),
    /** A paper or white paper described it. */
    PAPER("first paper"),
    /** The first draft of a standard. */
    DRAFT("first draft"),
    /** It is the later name of a product that was public before. */
    PREDECESSOR("first release under an earlier name");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The words a person reads. */
    public String text() {
      return text;
    }
  }

  public Technology {
    with = List.copyOf(with);
    unless = List.copyOf(unless);
    makers = List.copyOf(makers);
  }

  /** The first day that the typed moment allows: a year is its 1 January. */
  public LocalDate earliest() {
    return switch (first.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(first), 1, 1);
      case 7 -> LocalDate.parse(first + "-01");
      default -> LocalDate.parse(first);
    };
  }
}
