package dev.bonafide.model;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One observable that does not fit, of one person, with its weight. Refuses to exist without a
 * reference. An episode that grows gives further revisions of the same id, each with its own day
 * and the whole new weight; as of a day the latest revision up to that day counts (DESIGN 10.2).
 *
 * @param id hash of (indicator, person, object, day on which the episode first crossed the card's
 *     threshold); see {@link #idOf}
 * @param indicator slug of the indicator
 * @param person pseudonym-free key of the person inside a run
 * @param object the thing it is about (an address, a device), empty when none
 * @param day UTC epoch day of this revision
 * @param hoursAhead hours after the end of that day which the indicator had to see first
 * @param fromMilli first instant of what was seen
 * @param toMilli last instant of what was seen
 * @param millinats log-likelihood ratio against {@link Explanation#ORDINARY}, in thousandths of a
 *     nat; below 0 it speaks for the person
 * @param sd standard deviation of the weight in millinats, for the interval
 * @param remaining per explanation that produces the observable, the millinats that remain against
 *     it; an explanation that is not named keeps the full weight
 * @param fact one plain sentence without file names, names or mail addresses
 * @param citations at least one, in {@link Citation#ORDER}
 */
public record Evidence(
    String id,
    String indicator,
    String person,
    String object,
    long day,
    int hoursAhead,
    long fromMilli,
    long toMilli,
    int millinats,
    int sd,
    Cause cause,
    Direction direction,
    boolean hard,
    String fact,
    List<Citation> citations,
    Map<Explanation, Integer> remaining) {

  public Evidence {
    if (citations.isEmpty()) {
      throw new IllegalArgumentException(indicator + ": evidence without a reference");
    }
    if (fromMilli > toMilli) {
      throw new IllegalArgumentException(indicator + ": evidence ends before it begins");
    }
    citations = citations.stream().sorted(Citation.ORDER).distinct().toList();
    remaining = Map.copyOf(remaining);
  }

  /** The id of an episode: 16 hexadecimal digits. */
  public static String idOf(String indicator, String person, @Nullable String object, long day) {
    long hash = Hash.of(indicator + "\n" + person + "\n" + (object == null ? "" : object));
    return HexFormat.of().toHexDigits(Hash.combine(hash, day));
  }
}
