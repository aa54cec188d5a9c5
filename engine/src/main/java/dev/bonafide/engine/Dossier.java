package dev.bonafide.engine;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of one person over the review line: made for nobody else (DESIGN section 5). Holds
 * no name; devices and addresses are numbered in the order of first use.
 *
 * @param id the person's id in the findings
 * @param matrix claims against records, one row a claim
 * @param rhythm when the person was active in a week
 * @param bars devices and sessions along the days
 * @param firstDay first UTC epoch day of the pictures
 * @param lastDay last UTC epoch day of the pictures
 */
public record Dossier(
    String id, List<ClaimRow> matrix, Rhythm rhythm, List<Bar> bars, long firstDay, long lastDay) {

  /** The same under another id, with other ids of evidence: as outputs show them. */
  Dossier of(String shownId, UnaryOperator<String> evidenceId) {
    List<ClaimRow> rows =
        matrix.stream()
            .map(
                row ->
                    new ClaimRow(
                        row.claim(),
                        row.source(),
                        row.cells().stream()
                            .map(
                                cell ->
                                    new Cell(
                                        cell.state(),
                                        cell.evidence().stream().map(evidenceId).toList()))
                            .toList()))
            .toList();
    return new Dossier(shownId, rows, rhythm, bars, firstDay, lastDay);
  }

  /**
   * What was claimed, and what each kind of record says of it.
   *
   * @param claim plain words, e.g. "works 09:00 to 17:30, UTC-5 in winter"
   * @param source who said it, e.g. "HR record"
   * @param cells one for each of {@link #COLUMNS}
   */
  public record ClaimRow(String claim, String source, List<Cell> cells) {}

  /** The columns of the matrix. */
  public static final List<String> COLUMNS =
      List.of("Sign-in", "Device", "Network", "Devices of others", "HR");

  /**
   * One cell.
   *
   * @param evidence ids of the evidence that does not fit; empty unless MISFIT
   */
  public record Cell(State state, List<String> evidence) {}

  /** What records say of a claim. */
  public enum State {
    FITS,
    MISFIT,
    /** Records are there, and say nothing on it. */
    SILENT,
    /** No records of this kind. */
    NONE
  }

  /**
   * The week's picture.
   *
   * @param zone the claimed zone, or UTC where none is claimed
   * @param claimed whether the zone is claimed
   * @param fromMinute claimed start of work, minute of the local day, -1 when not declared
   * @param toMinute claimed end of work
   * @param active per weekday (Monday first) and local hour, the share of the range's such hours
   *     with human activity, in thousandths
   * @param weekdays how many of each weekday the range has
   */
  public record Rhythm(
      String zone,
      boolean claimed,
      int fromMinute,
      int toMinute,
      List<List<Integer>> active,
      List<Integer> weekdays,
      String words) {}

  /**
   * One lane of the session picture.
   *
   * @param label e.g. "device 2" or "session 5"
   * @param kind device, session or vpn
   * @param spans what is drawn solid
   * @param open the session was never seen to end
   */
  public record Bar(String label, String kind, List<Span> spans, boolean open) {}

  /**
   * A span with the egress class its acts came from.
   *
   * @param egress home, office, corp, vpn, host, mobile or unknown; null for spans without network
   */
  public record Span(long fromMilli, long toMilli, @Nullable String egress) {}
}
