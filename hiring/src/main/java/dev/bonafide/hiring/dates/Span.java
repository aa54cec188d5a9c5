package dev.bonafide.hiring.dates;

import org.jspecify.annotations.Nullable;

/**
 * From when to when, as written. Every question is answered with what is *certain*: a year may be
 * any of its days.
 *
 * @param from null when only an end was written
 * @param to null when it goes on, or when no end was written
 * @param ongoing "present": it went on when the résumé was written
 */
public record Span(@Nullable PartialDate from, @Nullable PartialDate to, boolean ongoing) {

  public Span {
    if (from == null && to == null) {
      throw new IllegalArgumentException("a span of nothing");
    }
    if (ongoing && to != null) {
      throw new IllegalArgumentException("ongoing, with an end");
    }
  }

  /** The last day on which it may have begun; {@link Long#MAX_VALUE} when nothing says so. */
  public long lastStart() {
    return from == null ? Long.MAX_VALUE : from.latest();
  }

  /** The first day on which it may have begun; {@link Long#MIN_VALUE} when nothing says so. */
  public long firstStart() {
    return from == null ? Long.MIN_VALUE : from.earliest();
  }

  /** The first day on which it may have ended; {@code asOf} when it goes on. */
  public long firstEnd(long asOf) {
    if (ongoing) {
      return asOf;
    }
    return to == null ? Long.MIN_VALUE : to.earliest();
  }

  /** The last day on which it may have ended; {@link Long#MAX_VALUE} when nothing says so. */
  public long lastEnd() {
    return to == null ? Long.MAX_VALUE : to.latest();
  }

  /** The days that both certainly share; 0 when they need not share any. */
  public long certainOverlap(Span other, long asOf) {
    if (from == null || other.from == null) {
      return 0;
    }
    long start = Math.max(lastStart(), other.lastStart());
    long end = Math.min(firstEnd(asOf), other.firstEnd(asOf));
    return Math.max(0, end - start);
  }

  /** Whether both ends were written, or it goes on. */
  public boolean complete() {
    return from != null && (to != null || ongoing);
  }

  /** As a person reads it: "June 2014 to 2016", "since 2016", "until 2012". */
  public String text() {
    if (from == null) {
      return to == null ? "" : "until " + to.text();
    }
    if (to == null) {
      return (ongoing ? "since " : "from ") + from.text();
    }
    return from.text() + " to " + to.text();
  }
}
