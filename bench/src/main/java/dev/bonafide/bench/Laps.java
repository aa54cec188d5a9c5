package dev.bonafide.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ways to do the same work, taken in turn by one thread of a warm process. What counts is the
 * processor's time of the quickest lap and the bytes allocated by this thread: the time of a clock
 * tells of neighbours, and so do the other laps.
 */
final class Laps {
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Map<String, Way> ways = new LinkedHashMap<>();

  /** One way; returns what it made, so that nothing can be left out as useless. */
  interface Way {
    long go();
  }

  /**
   * The quickest lap of a way, which was disturbed least.
   *
   * @param nanos of the processor
   * @param allocated bytes
   * @param made what the last lap returned
   */
  record Lap(long nanos, long allocated, long made) {}

  void add(String name, Way way) {
    ways.put(name, way);
  }

  /** Takes each way so many times, and as often before, which does not count. */
  Map<String, Lap> run(int rounds) {
    Map<String, List<Lap>> laps = new LinkedHashMap<>();
    for (int round = 0; round < 2 * rounds; round++) {
      for (Map.Entry<String, Way> way : ways.entrySet()) {
        long nanos = THREAD.getCurrentThreadCpuTime();
        long allocated = THREAD.getCurrentThreadAllocatedBytes();
        long made = way.getValue().go();
        Lap lap =
            new Lap(
                THREAD.getCurrentThreadCpuTime() - nanos,
                THREAD.getCurrentThreadAllocatedBytes() - allocated,
                made);
        if (round >= rounds) {
          laps.computeIfAbsent(way.getKey(), name -> new ArrayList<>()).add(lap);
        }
      }
    }
    Map<String, Lap> quickest = new LinkedHashMap<>();
    laps.forEach(
        (name, all) ->
            quickest.put(name, Collections.min(all, Comparator.comparingLong(Lap::nanos))));
    return quickest;
  }

  /** A table: what each way took for one of {@code count} things that lie in so many bytes. */
  static void print(Map<String, Lap> laps, String thing, long count, long bytes) {
    System.out.printf(
        Locale.ROOT, "%-12s %10s %10s %12s%n", "", "ns/" + thing, "MB/s", "B alloc/" + thing);
    laps.forEach(
        (name, lap) ->
            System.out.printf(
                Locale.ROOT,
                "%-12s %10.0f %10.0f %12.0f%n",
                name,
                lap.nanos / (double) count,
                bytes * 1e3 / lap.nanos,
                lap.allocated / (double) count));
  }
}
