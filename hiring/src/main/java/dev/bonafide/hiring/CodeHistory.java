package dev.bonafide.hiring;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a local export of a code host says of one account.
 *
 * @param document what a person calls the export
 * @param recordId id of its bytes
 * @param createdDay UTC epoch day on which the account was made
 * @param days the days on which commits of its owner are dated, in any order
 * @param clocks for each offset from UTC, in minutes, on how many days of the last year of the
 *     history commits carry it; empty when they carry none, as those that a host has turned to UTC
 */
public record CodeHistory(
    String document,
    long recordId,
    long createdDay,
    List<Day> days,
    SortedMap<Integer, Integer> clocks) {
  /** A history whose commits carry no clocks. */
  public CodeHistory(String document, long recordId, long createdDay, List<Day> days) {
    this(document, recordId, createdDay, days, Collections.emptySortedMap());
  }

  /** Commits dated on one UTC epoch day. */
  public record Day(long day, int commits) {}

  public CodeHistory {
    days = List.copyOf(days);
    clocks = Collections.unmodifiableSortedMap(new TreeMap<>(clocks));
  }
}
