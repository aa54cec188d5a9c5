package dev.bonafide.engine.applications;

import dev.bonafide.engine.Findings.Abstention;
import dev.bonafide.engine.Findings.Cluster;
import dev.bonafide.engine.Findings.LedgerLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a screening found: the contract of {@code screening.json}. Component names are the JSON
 * names; null components are left out. An application stands under its own id, which is its number
 * in the applicant tracking system or the stem of its file: whoever may read this may read the
 * applications.
 *
 * @param applicants every application, by id
 * @param earlier of the applications of {@code --against} those of which something is to be asked
 * @param documents every file, and what was made of it
 * @param notes what there is to know of the reading
 */
public record ScreeningFindings(
    Run bonafide,
    List<Applicant> applicants,
    List<Applicant> earlier,
    List<Cluster> clusters,
    List<Document> documents,
    List<String> notes) {

  /**
   * @param asOf the close of the UTC day on which the applications are judged
   */
  public record Run(String version, String command, String asOf) {}

  /**
   * One application.
   *
   * @param received day of the application; null when nothing says so
   * @param firstSeen close of the first UTC day on which it weighed a nat more than before any
   *     record was looked at; null if never
   * @param indicators whose facts count
   * @param ledger lines that sum to {@code millinats}
   * @param questions at most three
   * @param uncounted facts that count nothing because nothing else stands beside them
   * @param fits titles of the checks that had something to look at and have nothing to ask
   * @param abstained the checks that could not speak
   * @param documents paths of its documents
   */
  public record Applicant(
      String id,
      @Nullable String received,
      long millinats,
      double decibans,
      @Nullable String firstSeen,
      List<String> indicators,
      List<LedgerLine> ledger,
      List<Question> questions,
      List<Fact> facts,
      List<Fact> uncounted,
      List<String> fits,
      List<Abstention> abstained,
      List<String> documents) {}

  /**
   * Something to ask.
   *
   * @param title of the check
   * @param fact what does not fit
   * @param ordinary ordinary causes, the likeliest first
   * @param settles what would settle it
   */
  public record Question(
      String indicator,
      String title,
      String fact,
      List<Quote> quotes,
      List<String> ordinary,
      String ask,
      String settles,
      int minutes) {}

  /**
   * A fact and whom it links.
   *
   * @param others ids of applications and workers
   */
  public record Fact(String indicator, String fact, List<Quote> quotes, List<String> others) {}

  /** The words that a fact speaks of. */
  public record Quote(String document, @Nullable Integer line, String text) {}

  /**
   * A file.
   *
   * @param kind what it was read as; null when it was not read
   * @param why why it was not read; null when it was
   */
  public record Document(String path, long bytes, @Nullable String kind, @Nullable String why) {}
}
