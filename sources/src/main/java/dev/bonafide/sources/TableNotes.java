package dev.bonafide.sources;

import java.util.List;

/**
 * What a reader says of a file as a whole, for the quality report.
 *
 * @param unplaced columns whose meaning was not found
 * @param notRead columns that are not read on purpose: who somebody is by birth is never used
 * @param idsMade records without a vendor id, which are known by the hash of their bytes
 * @param remarks what was assumed, e.g. the order of day and month in dates
 */
public record TableNotes(
    List<String> unplaced, List<String> notRead, long idsMade, List<String> remarks) {
  public TableNotes {
    unplaced = List.copyOf(unplaced);
    notRead = List.copyOf(notRead);
    remarks = List.copyOf(remarks);
  }
}
