package dev.bonafide.indicators;

import dev.bonafide.model.Citation;
import java.util.Comparator;

/** One atom of a person: atom {@code i} of a page. */
public record Act(AccountDay on, int i) {
  /** By time, then account, then place in the page. */
  public static final Comparator<Act> ORDER =
      Comparator.comparingLong(Act::at)
          .thenComparing((Act act) -> act.on.account())
          .thenComparingInt(Act::i);

  /** Tells acts one by one. */
  public interface Each {
    void act(AccountDay on, int i);
  }

  /** Chooses acts. */
  public interface Which {
    boolean test(AccountDay on, int i);
  }

  /** UTC seconds since 1970. */
  public long at() {
    return on.at(i);
  }

  public Citation.OfAtom cite() {
    return on.cite(i);
  }
}
