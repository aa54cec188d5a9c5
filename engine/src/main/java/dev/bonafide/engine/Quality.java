package dev.bonafide.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the input could be read: {@code quality.json}. Nothing is dropped in silence.
 *
 * @param asOf close of the last day that counts
 * @param zoneOfBareTimes the zone given to timestamps that name none
 * @param files every file that was found
 * @param accounts how accounts were matched to people
 * @param missing sources that are not there and the indicators that could speak with them, the most
 *     useful first
 * @param notes everything else a reader of the report should know
 */
public record Quality(
    String asOf,
    String zoneOfBareTimes,
    List<FileReport> files,
    AccountsReport accounts,
    List<Findings.BlindSpot> missing,
    List<Abstentions> abstentions,
    List<String> notes) {

  /**
   * One file.
   *
   * @param recognised source and shape, null when the file was passed over
   * @param why why it was passed over, null when it was read
   * @param ignored reasons with counts of well-formed records that mean nothing to us
   * @param rejected reasons with counts and the first lines
   * @param latenessSeconds 99.9 % quantile of (received - happened) where records have both
   * @param skewSeconds estimated lead of the source's clock, null when it cannot be told
   * @param columnsNotPlaced headers of a table that were not understood
   * @param notReadOnPurpose headers that are never read (forbidden inputs)
   * @param idsMade records without a vendor id, whose id is the hash of their bytes
   */
  public record FileReport(
      String path,
      long bytes,
      @Nullable String recognised,
      @Nullable String why,
      long records,
      long events,
      List<Count> ignored,
      List<Count> rejected,
      @Nullable String first,
      @Nullable String last,
      @Nullable Long latenessSeconds,
      @Nullable Long skewSeconds,
      List<String> columnsNotPlaced,
      List<String> notReadOnPurpose,
      long idsMade) {}

  /** A reason, how often, and the first lines at which it was met. */
  public record Count(String reason, long count, List<Long> lines) {}

  public record AccountsReport(
      int accounts,
      int matched,
      int inferred,
      int service,
      int unmatched,
      int workersWithoutRecords) {}

  public record Abstentions(String indicator, int people, String reason) {}
}
