package dev.bonafide.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which days a run covers when nobody says so (DESIGN 10.9). One record with a wrong clock may move
 * neither end: a day counts when two sources reach it, or when one in a thousand of all records,
 * and at least one, lies in or beyond it.
 */
final class AsOf {
  private final NavigableMap<Integer, Long> atoms = new TreeMap<>();
  private final Map<String, Integer> reach = new HashMap<>();

  /** Adds a page. Each page is added once. */
  void add(String source, int day, int size) {
    atoms.merge(day, (long) size, Long::sum);
    reach.merge(source, day, Math::max);
  }

  boolean isEmpty() {
    return atoms.isEmpty();
  }

  /** The last UTC epoch day. */
  int last() {
    List<Integer> ends = reach.values().stream().sorted().toList();
    int byShare = byShare(atoms.descendingMap());
    return ends.size() < 2 ? byShare : Math.max(byShare, ends.get(ends.size() - 2));
  }

  /**
   * The first UTC epoch day: that in or before which one in a thousand records lies. That two
   * sources reach back is not enough here: inventories tell of years ago.
   */
  int first() {
    return byShare(atoms);
  }

  /** Records on days later than this. */
  long after(int day) {
    return atoms.tailMap(day, false).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Records on days earlier than this. */
  long before(int day) {
    return atoms.headMap(day, false).values().stream().mapToLong(Long::longValue).sum();
  }

  private static int byShare(NavigableMap<Integer, Long> fromTheEnd) {
    long all = fromTheEnd.values().stream().mapToLong(Long::longValue).sum();
    long seen = 0;
    for (Map.Entry<Integer, Long> day : fromTheEnd.entrySet()) {
      seen += day.getValue();
      if (seen >= 1 && seen * 1000 >= all) {
        return day.getKey();
      }
    }
    return fromTheEnd.firstKey();
  }
}
