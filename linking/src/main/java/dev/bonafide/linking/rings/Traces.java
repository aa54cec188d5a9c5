package dev.bonafide.linking.rings;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody's work leaves behind by which a shelf of computers is known.
 *
 * @param stays on which fixed lines it was, by day; travel on paper left out
 * @param starts the second of the UTC day of the first act by hand, by day
 * @param falls UTC seconds at which a tunnel into the company ended, rising
 */
public record Traces(List<Stay> stays, SortedMap<Integer, Integer> starts, List<Long> falls) {
  /** Nothing is known. */
  public static final Traces NONE = new Traces(List.of(), new TreeMap<>(), List.of());

  public Traces {
    stays = List.copyOf(stays);
    falls = List.copyOf(falls);
  }

  /** The same as of the close of a UTC epoch day. */
  public Traces until(int day) {
    long close = (day + 1) * 86_400L;
    return new Traces(
        stays.stream().filter(stay -> stay.day() <= day).toList(),
        starts.headMap(day + 1),
        falls.stream().filter(at -> at < close).toList());
  }

  /** Where a line lies, next to where the worker claims to be. */
  public enum Place {
    NEAR,
    FAR,
    UNKNOWN
  }

  /**
   * Work from one line on one day.
   *
   * @param day UTC epoch day
   * @param line one address, or one network of a home; {@link #ELSEWHERE} for a line that is no
   *     home's
   * @param bins how many five minutes of the day have an act from it
   * @param network whose line it is; 0 when nothing says
   * @param provider whether a list says that the network is a provider of homes
   */
  public record Stay(int day, long line, int bins, Place place, long network, boolean provider) {
    /** A fixed line at which nobody's computer stands on a shelf: an office's, a campus's. */
    public static final long ELSEWHERE = 0;

    /** Two addresses of one line on one day: what most of the work says of it holds. */
    public Stay and(Stay other) {
      Stay most = other.bins > bins ? other : this;
      return new Stay(
          day, line, bins + other.bins, most.place, most.network, provider || other.provider);
    }
  }
}
