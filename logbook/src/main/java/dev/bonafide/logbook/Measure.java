package dev.bonafide.logbook;

import dev.bonafide.model.Kind;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What a cohort is asked of one person and UTC day: a small integer. */
public enum Measure {
  /** Half hours with an act that has a human prior, 0 to 48. */
  ACTIVE_HALF_HOURS(48),
  /** The longest stretch of half hours without one, 0 to 48. */
  LONGEST_REST_HALF_HOURS(48),
  /** Devices as the sources name them; 32 stands for 32 or more. */
  ENDPOINTS(32),
  /** Public addresses; 32 stands for 32 or more. */
  EGRESSES(32);

  private final int most;

  Measure(int most) {
    this.most = most;
  }

  /** The largest value; what is larger counts as this. */
  public int most() {
    return most;
  }

  /** The value of a person's day, from all pages of that day. */
  public int of(Collection<Page> pages) {
    return Math.min(
        most,
        switch (this) {
          case ACTIVE_HALF_HOURS -> Bits.count(halfHours(pages));
          case LONGEST_REST_HALF_HOURS -> Bits.longestGap(halfHours(pages), 0, 48).length();
          case ENDPOINTS -> distinct(pages, Facet.ENDPOINT);
          case EGRESSES -> distinct(pages, Facet.EGRESS);
        });
  }

  private static long[] halfHours(Collection<Page> pages) {
    Set<Kind> human = Tiles.HUMAN;
    long[] halfHours = new long[1];
    for (Page page : pages) {
      long[] bins = page.bitmap(human);
      for (int bin = Bits.nextSet(bins, 0, Bits.BINS);
          bin < Bits.BINS;
          bin = Bits.nextSet(bins, bin + 1, Bits.BINS)) {
        halfHours[0] |= 1L << (bin / 6);
      }
    }
    return halfHours;
  }

  private static int distinct(Collection<Page> pages, Facet facet) {
    Set<Long> ids = new TreeSet<>();
    for (Page page : pages) {
      for (long id : page.ids(facet)) {
        ids.add(id);
      }
    }
    return ids.size();
  }
}
