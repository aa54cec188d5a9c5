package dev.bonafide.logbook;

import dev.bonafide.model.Kind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What some people do much of within a day and others never: it matters who else does it, and how
 * much. A day's amount makes one thing for each power of two that it reaches, so that the book of a
 * thing holds everybody who did at least that much.
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are unmodifiable
public enum Deed {
  /** Bytes received through the company's VPN, from one gibibyte. */
  RECEIVED(1L << 30, Unit.BYTES, Kind.VPN_IN),
  /** Bytes sent through the company's VPN, from one gibibyte. */
  SENT(1L << 30, Unit.BYTES, Kind.VPN_OUT),
  /** Bytes uploaded to some service, from one gibibyte, where records say how many. */
  UPLOADED(1L << 30, Unit.BYTES, Kind.UPLOAD),
  /** Downloads, uploads and exports, from 32. */
  FILES(32, Unit.ACTS, Kind.DOWNLOAD, Kind.UPLOAD, Kind.EXPORT),
  /** Different repositories cloned, from eight. */
  REPOSITORIES(8, Unit.OBJECTS, Kind.CODE_CLONE),
  /** Files opened to somebody outside, from four. */
  SHARED(4, Unit.ACTS, Kind.SHARED_OUTSIDE),
  /** Rights given. */
  RIGHTS(1, Unit.ACTS, Kind.GRANT),
  /** Changes of what guards code, builds, policies and logs. */
  GUARDS(
      1,
      Unit.ACTS,
      Kind.PIPELINE_CHANGED,
      Kind.REPOSITORY_CHANGED,
      Kind.POLICY_CHANGED,
      Kind.LOG_CLEARED),
  /** Ways in and out that stay open: tokens and keys, consents, rules that forward mail. */
  DOORS(1, Unit.ACTS, Kind.TOKEN_CREATED, Kind.CONSENT, Kind.FORWARDING_RULE);

  /** What is counted. */
  private enum Unit {
    BYTES,
    ACTS,
    OBJECTS
  }

  private static final Set<Kind> ALL = EnumSet.noneOf(Kind.class);

  static {
    for (Deed deed : values()) {
      ALL.addAll(deed.kinds);
    }
  }

  private final long least;
  private final Unit unit;
  private final Set<Kind> kinds;

  Deed(long least, Unit unit, Kind first, Kind... more) {
    this.least = least;
    this.unit = unit;
    this.kinds = Collections.unmodifiableSet(EnumSet.of(first, more));
  }

  /** The kinds of acts that tell of it. */
  public Set<Kind> kinds() {
    return kinds;
  }

  /** Whether bytes are counted. */
  public boolean bytes() {
    return unit == Unit.BYTES;
  }

  /** How much of it a page tells. Of a page that had to leave out transfers, at least that much. */
  public long of(Page page) {
    long sum = 0;
    Set<Long> objects = new HashSet<>();
    for (int i = 0; i < page.size(); i++) {
      if (kinds.contains(page.kind(i)) && !page.copy(i)) {
        switch (unit) {
          case BYTES -> sum += page.amount(i);
          case OBJECTS -> sum += objects.add(page.id(i, Facet.DETAIL1)) ? 1 : 0;
          case ACTS -> {}
        }
      }
    }
    if (unit == Unit.ACTS) {
      for (Kind kind : kinds) {
        sum += page.count(kind);
      }
    }
    return sum;
  }

  /** The largest power of two that an amount reaches; -1 for less than makes a thing. */
  public int level(long amount) {
    return amount < least ? -1 : 63 - Long.numberOfLeadingZeros(amount);
  }

  /** The smallest level that makes a thing. */
  public int leastLevel() {
    return level(least);
  }

  /** Whether pages with an act of this kind may have deeds. */
  static boolean tells(Kind kind) {
    return ALL.contains(kind);
  }
}
