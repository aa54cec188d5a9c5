package dev.bonafide.logbook;

import dev.bonafide.model.Term;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether a source could have seen anybody. It is <em>down</em> in an hour only where its own
 * earlier days make silence improbable: on the same weekday of up to four weeks before, at least
 * {@value #EXPECTED} accounts a week left a record in that hour, and now none did. Accounts are
 * counted, not records: many records of one busy person say nothing of the source. Days after the
 * judged one are never looked at.
 *
 * <p>The limit: the first week of a source has nothing to be compared with, so it is never down;
 * and on a public holiday an office source looks down.
 */
public final class Liveness {
  /** Accounts in an hour whose silence is improbable. */
  public static final int EXPECTED = 5;

  private static final int WEEKS = 4;
  private static final int HOURS = 24;
  private static final int HOUR_BINS = Bits.BINS / HOURS;

  /** By source thing and day the accounts that were seen in each hour. */
  private final Map<Long, NavigableMap<Integer, int[]>> sources;

  /** Collects the tiles of sources; repetitions do no harm. Not thread-safe. */
  public static final class Builder {
    private final Map<Long, NavigableMap<Integer, int[]>> sources = new HashMap<>();
    private final Set<Tile> seen = new HashSet<>();

    /** Takes the tile of a source; tiles of other things are passed over. */
    public void add(Tile tile) {
      if (tile.thing().sort() == Thing.Sort.SOURCE && seen.add(tile)) {
        int[] accounts =
            sources
                .computeIfAbsent(tile.thing().id(), s -> new TreeMap<>())
                .computeIfAbsent(tile.day(), d -> new int[HOURS]);
        int hours = hours(tile.all());
        for (int hour = 0; hour < HOURS; hour++) {
          accounts[hour] += hours >>> hour & 1;
        }
      }
    }

    /**
     * Takes how many accounts a source saw in each hour of a day; each day of a source comes once.
     */
    public void add(String source, int day, int[] accounts) {
      sources.computeIfAbsent(Term.textId(source), s -> new TreeMap<>()).put(day, accounts.clone());
    }

    public Liveness build() {
      return new Liveness(sources);
    }
  }

  private Liveness(Map<Long, NavigableMap<Integer, int[]>> sources) {
    this.sources = sources;
  }

  /** The hours of a day in which a bitmap has a bin, from bit 0. */
  public static int hours(long[] bins) {
    int hours = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      int from = hour * HOUR_BINS;
      if (Bits.nextSet(bins, from, from + HOUR_BINS) < from + HOUR_BINS) {
        hours |= 1 << hour;
      }
    }
    return hours;
  }

  /** Whether the source is down in a five-minute bin of a UTC day. */
  public boolean down(String source, int day, int bin) {
    NavigableMap<Integer, int[]> days = sources.get(Term.textId(source));
    int hour = bin / HOUR_BINS;
    if (days == null || accounts(days, day, hour) > 0) {
      return false;
    }
    int weeks = 0;
    int expected = 0;
    for (int week = 1; week <= WEEKS && day - 7 * week >= days.firstKey(); week++) {
      weeks++;
      expected += accounts(days, day - 7 * week, hour);
    }
    return weeks > 0 && expected >= EXPECTED * weeks;
  }

  /** The bins of a day in which the source is down. */
  public long[] down(String source, int day) {
    long[] bins = Bits.empty();
    for (int hour = 0; hour < HOURS; hour++) {
      if (down(source, day, hour * HOUR_BINS)) {
        Bits.mark(bins, 0, hour * 3600, 3600);
      }
    }
    return bins;
  }

  private static int accounts(NavigableMap<Integer, int[]> days, int day, int hour) {
    int[] accounts = days.get(day);
    return accounts == null ? 0 : accounts[hour];
  }
}
