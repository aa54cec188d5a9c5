package dev.bonafide.engine;

import dev.bonafide.indicators.Days;
import dev.bonafide.logbook.Liveness;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is the same for everybody in a run.
 *
 * @param days the days that the run covers
 * @param people how many people acted in the 28 days that end with each UTC day
 * @param departments how many people HR places in each department
 * @param accounts by source and UTC day of the run how many accounts were seen in each hour
 */
public record Setting(
    Days days,
    Map<Integer, Integer> people,
    Map<String, Integer> departments,
    Map<String, NavigableMap<Integer, int[]>> accounts) {
  /** Days over which people are counted (DESIGN 10.10). */
  private static final int WINDOW = 28;

  /** Tells when sources could have seen nobody. */
  public Liveness liveness() {
    Liveness.Builder liveness = new Liveness.Builder();
    accounts.forEach(
        (source, days) -> days.forEach((day, seen) -> liveness.add(source, day, seen)));
    return liveness.build();
  }

  /**
   * How many people acted in the 28 days that end with each day.
   *
   * @param daysOfPeople per person the UTC days with an act
   */
  static Map<Integer, Integer> people(Collection<Set<Integer>> daysOfPeople) {
    Map<Integer, Integer> people = new TreeMap<>();
    for (Set<Integer> days : daysOfPeople) {
      Set<Integer> covered = new HashSet<>();
      for (int day : days) {
        for (int d = day; d < day + WINDOW; d++) {
          covered.add(d);
        }
      }
      covered.forEach(day -> people.merge(day, 1, Integer::sum));
    }
    return people;
  }
}
