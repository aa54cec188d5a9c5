package dev.bonafide.hiring;

import java.util.List;

/**
 * What a local export of a code host says of one account.
 *
 * @param document what a person calls the export
 * @param recordId id of its bytes
 * @param createdDay UTC epoch day on which the account was made
 * @param days the days on which commits of its owner are dated, in any order
 */
public record CodeHistory(String document, long recordId, long createdDay, List<Day> days) {

  /** Commits dated on one UTC epoch day. */
  public record Day(long day, int commits) {}

  public CodeHistory {
    days = List.copyOf(days);
  }
}
