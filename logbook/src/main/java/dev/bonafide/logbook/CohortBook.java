package dev.bonafide.logbook;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is usual: for each cohort, UTC day and measure a bounded histogram of how many persons had
 * which value. Derived per run; a sum of integers, so the order of persons does not matter. An
 * indicator that reads day {@code d} asks for {@code d - 27} to {@code d}, never later.
 */
public final class CohortBook {
  private final Map<String, NavigableMap<Integer, Map<Measure, long[]>>> cohorts;

  /**
   * How many person-days had which value.
   *
   * @param counts by value, the last one for all larger; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // a copy for each reader would cost more than all else
  public record Histogram(long[] counts) {
    /** Person-days in all. */
    public long total() {
      long total = 0;
      for (long count : counts) {
        total += count;
      }
      return total;
    }

    /** Person-days with at least this value. */
    public long atLeast(int value) {
      long sum = 0;
      for (int v = Math.max(0, value); v < counts.length; v++) {
        sum += counts[v];
      }
      return sum;
    }

    /**
     * The smallest value that at least so many thousandths of the person-days do not exceed; -1
     * when there are none.
     */
    public int quantile(int thousandths) {
      long total = total();
      long sum = 0;
      for (int value = 0; value < counts.length; value++) {
        sum += counts[value];
        if (sum > 0 && sum * 1000 >= total * thousandths) {
          return value;
        }
      }
      return -1;
    }
  }

  /** Collects the values of persons. Not thread-safe. */
  public static final class Builder {
    private final Map<String, NavigableMap<Integer, Map<Measure, long[]>>> cohorts =
        new HashMap<>();

    /** One person's day; each person, day and measure comes once for each cohort. */
    public void add(String cohort, int day, Measure measure, int value) {
      long[] counts =
          cohorts
              .computeIfAbsent(cohort, c -> new TreeMap<>())
              .computeIfAbsent(day, d -> new EnumMap<>(Measure.class))
              .computeIfAbsent(measure, m -> new long[m.most() + 1]);
      counts[Math.min(measure.most(), value)]++;
    }

    public CohortBook build() {
      return new CohortBook(cohorts);
    }
  }

  private CohortBook(Map<String, NavigableMap<Integer, Map<Measure, long[]>>> cohorts) {
    this.cohorts = cohorts;
  }

  /**
   * What was usual in a cohort on these days, at most {@link ThingBooks#WINDOW}; empty when it has
   * none.
   */
  public Histogram histogram(String cohort, Measure measure, int from, int to) {
    if (to - from >= ThingBooks.WINDOW || to < from) {
      throw new IllegalArgumentException(
          "days " + from + " to " + to + ", expected 1 to " + ThingBooks.WINDOW + " days");
    }
    long[] sum = new long[measure.most() + 1];
    for (Map<Measure, long[]> day :
        cohorts
            .getOrDefault(cohort, Collections.emptyNavigableMap())
            .subMap(from, true, to, true)
            .values()) {
      long[] counts = day.get(measure);
      for (int value = 0; counts != null && value < sum.length; value++) {
        sum[value] += counts[value];
      }
    }
    return new Histogram(sum);
  }
}
