package dev.bonafide.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run found: the contract of {@code findings.json} (DESIGN section 8, schema beside this
 * class). Component names are the JSON names; null components are left out. {@code millinats} is
 * the truth, decibans and score are read from it.
 *
 * @param bonafide the run itself: the only part that may differ between equal runs
 * @param people every assessed person, best first, ties by id
 * @param accounts service accounts and accounts that no person could be found for
 * @param clusters groups that share things
 */
public record Findings(
    Run bonafide,
    List<Person> people,
    List<Account> accounts,
    List<Applicant> applicants,
    List<Cluster> clusters,
    Line reviewLine) {

  /** The run: version, command and inputs. */
  public record Run(
      String version,
      String catalogueHash,
      String command,
      String asOf,
      List<Input> inputs,
      long elapsedMs) {}

  /** One file that was read, or looked at. */
  public record Input(
      String path,
      long bytes,
      @Nullable String format,
      long records,
      long rejected,
      @Nullable String sha256) {}

  /**
   * One assessed person.
   *
   * @param id pseudonym, or the HR worker id when revealed; without an HR row the account
   * @param interval 90 % interval of the score in decibans
   * @param band none, watch, review or urgent
   * @param firstSeen the close of the first UTC day on which the person was over the line
   */
  public record Person(
      String id,
      boolean hr,
      long millinats,
      double decibans,
      double score,
      List<Double> interval,
      String band,
      @Nullable String firstSeen,
      List<String> indicators,
      String direction,
      List<LedgerLine> ledger,
      String label,
      @Nullable String stage,
      @Nullable Innocent bestInnocent,
      @Nullable Check nextCheck,
      List<BlindSpot> blindSpots,
      List<Abstention> abstained) {}

  /**
   * One line of the ledger; the lines sum exactly to the person's millinats.
   *
   * @param line prior, setting, evidence, discount, decay or innocent
   */
  public record LedgerLine(
      String line,
      @Nullable String indicator,
      @Nullable String cause,
      @Nullable String evidence,
      long millinats,
      double decibans,
      @Nullable String from,
      @Nullable String to,
      @Nullable String direction,
      String fact,
      List<Ref> refs) {}

  /**
   * Where a record stands: the hash of its own bytes, and one place, the smallest of several.
   *
   * @param line 1-based line, or null where the format has none
   * @param offset byte offset in the unpacked file where there are no lines
   */
  public record Ref(String sha256, String file, @Nullable Long line, @Nullable Long offset) {}

  public record Innocent(String slug, String text) {}

  public record Check(String text, int minutes) {}

  /** A source that is missing, and the indicators that could therefore not speak. */
  public record BlindSpot(String source, List<String> indicators) {}

  public record Abstention(String indicator, String reason) {}

  /** An account without a person. */
  public record Account(String id, String source, String why, long events) {}

  /**
   * An application, by itself.
   *
   * @param id pseudonym, or the application's own id when revealed
   * @param person id of the person who came through it; null if nobody of this run did
   */
  public record Applicant(
      String id, long millinats, List<String> indicators, @Nullable String person) {}

  /**
   * People who share things.
   *
   * @param kind ring, farm or operator
   */
  public record Cluster(
      String id, String kind, List<String> members, long millinats, List<String> because) {}

  /** The review line (DESIGN 10.1). */
  public record Line(double budget, int people, int days, int alerts, long millinats) {}
}
