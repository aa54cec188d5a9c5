package dev.bonafide.simulator.people;

/**
 * How a scheme is carried out.
 *
 * @param difficulty 0 naive, 1 moderate, 2 evasive, and anything between
 * @param onset first local day of it, epoch day
 * @param end last local day of it
 * @param cover what the operators' own machines go through
 */
public record Plot(double difficulty, long onset, long end, Cover cover) {

  /** What an operator hides behind. */
  public enum Cover {
    /** Nothing: the line of the place where the operator sits. */
    NONE("nothing at all"),
    /** A commercial VPN that hardly anybody takes. */
    COMMERCIAL_VPN("a commercial VPN"),
    /** A rented server. */
    HOSTING("a rented server"),
    /** Another home's line in the claimed area, another one every day. */
    RESIDENTIAL("other people's home lines");

    private final String words;

    Cover(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /** Whether the network itself says that it is no home. */
    boolean shows() {
      return this == COMMERCIAL_VPN || this == HOSTING;
    }
  }

  public Plot {
    if (!(difficulty >= 0 && difficulty <= 2)) {
      throw new IllegalArgumentException("difficulty is a number from 0 to 2, not " + difficulty);
    }
  }

  boolean naive() {
    return difficulty < 0.7;
  }

  boolean evasive() {
    return difficulty > 1.5;
  }

  /** A figure on the dial, linear between its three marks. */
  double dial(double naive, double moderate, double evasive) {
    return difficulty <= 1
        ? naive + (moderate - naive) * difficulty
        : moderate + (evasive - moderate) * (difficulty - 1);
  }

  /** Probability that an operator makes a mistake on a day (detection.md 4.5). */
  double mistakes() {
    return dial(0.2, 0.05, 0.01);
  }

  Span days() {
    return new Span(onset, end);
  }
}
