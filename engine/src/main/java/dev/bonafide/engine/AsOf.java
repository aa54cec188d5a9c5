package dev.bonafide.engine;

import dev.bonafide.logbook.Page;
import java.util.ArrayList;
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
  private final Map<String, int[]> reach = new HashMap<>();

  /** Adds a page. Each page is added once. */
  void add(String source, int day, Page page) {
    atoms.merge(day, (long) page.size(), Long::sum);
    int[] ends = reach.computeIfAbsent(source, s -> new int[] {day, day});
    ends[0] = Math.min(ends[0], day);
    ends[1] = Math.max(ends[1], day);
  }

  boolean isEmpty() {
    return atoms.isEmpty();
  }

  /** The last UTC epoch day. */
  int last() {
    List<Integer> ends = new ArrayList<>();
    reach.values().forEach(ends1 -> ends.add(ends1[1]));
    ends.sort(null);
    int byShare = byShare(atoms.descendingMap());
    return ends.size() < 2 ? byShare : Math.max(byShare, ends.get(ends.size() - 2));
  }

  /** The first UTC epoch day, by the same rule. */
  int first() {
    List<Integer> ends = new ArrayList<>();
    reach.values().forEach(ends1 -> ends.add(ends1[0]));
    ends.sort(null);
    int byShare = byShare(atoms);
    return ends.size() < 2 ? byShare : Math.min(byShare, ends.get(1));
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
