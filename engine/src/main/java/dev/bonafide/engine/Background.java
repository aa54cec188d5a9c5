package dev.bonafide.engine;

import dev.bonafide.model.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code background.ndjson}: what is needed to weigh a person again and to draw them,
 * and nothing that names them.
 *
 * @param person as in the findings
 * @param documents what is written down and explains: spans and kinds, without places and names
 * @param dossier the pictures; null for people under the review line
 */
public record Background(String person, List<Document> documents, @Nullable Dossier dossier) {

  /** What a document is. */
  public enum Sort {
    ROSTER,
    ON_CALL,
    TRAVEL,
    LEAVE,
    RELATION,
    SCHEDULE,
    PLACE,
    EMPLOYMENT
  }

  /**
   * One claim, reduced to what the assessment reads of it. Ends that are open are null.
   *
   * @param fromDay first UTC epoch day
   * @param toDay last UTC epoch day
   * @param fromMilli start instant of a context
   * @param toMilli end instant of a context
   * @param words of a declared schedule, only the words that explain hours
   * @param fromMinute declared start of work, minute of the local day
   * @param toMinute declared end of work
   * @param zone of a schedule or a place
   * @param agency whether an employment is through an agency
   * @param remote whether an employment is remote, null when nobody says
   */
  public record Document(
      Sort sort,
      @Nullable Long fromDay,
      @Nullable Long toDay,
      @Nullable Long fromMilli,
      @Nullable Long toMilli,
      @Nullable String words,
      @Nullable Integer fromMinute,
      @Nullable Integer toMinute,
      @Nullable String zone,
      @Nullable Boolean agency,
      @Nullable Boolean remote) {

    /** The claim again, without its worker, record, place and names. */
    Claim claim() {
      long from = fromDay == null ? Long.MIN_VALUE : fromDay;
      long to = toDay == null ? Long.MAX_VALUE : toDay;
      return switch (sort) {
        case ROSTER -> context(Claim.ContextKind.ROSTER, from, to);
        case ON_CALL -> context(Claim.ContextKind.ON_CALL, from, to);
        case TRAVEL -> context(Claim.ContextKind.TRAVEL, from, to);
        case LEAVE -> context(Claim.ContextKind.LEAVE, from, to);
        case RELATION -> context(Claim.ContextKind.RELATION, from, to);
        case SCHEDULE ->
            new Claim.Schedule(
                "",
                0,
                from,
                to,
                words == null ? "" : words,
                fromMinute == null ? -1 : fromMinute,
                toMinute == null ? -1 : toMinute,
                zone);
        case PLACE -> new Claim.Place("", 0, from, to, null, null, zone);
        case EMPLOYMENT ->
            new Claim.Employment(
                "",
                0,
                from,
                to,
                Long.MAX_VALUE,
                null,
                null,
                null,
                Boolean.TRUE.equals(agency) ? "agency" : null,
                null,
                remote);
      };
    }

    private Claim context(Claim.ContextKind kind, long from, long to) {
      return new Claim.Context(
          "",
          0,
          from,
          to,
          kind,
          fromMilli == null ? Long.MIN_VALUE : fromMilli,
          toMilli == null ? Long.MAX_VALUE : toMilli,
          null,
          null);
    }
  }

  static Background of(String person, List<Claim> claims, @Nullable Dossier dossier) {
    List<Document> documents = new ArrayList<>();
    for (Claim claim : claims) {
      Document document = document(claim);
      if (document != null && !documents.contains(document)) {
        documents.add(document);
      }
    }
    return new Background(person, documents, dossier);
  }

  private static @Nullable Document document(Claim claim) {
    Long from = claim.fromDay() == Long.MIN_VALUE ? null : (Long) claim.fromDay();
    Long to = claim.toDay() == Long.MAX_VALUE ? null : (Long) claim.toDay();
    return switch (claim) {
      case Claim.Context c ->
          new Document(
              Sort.valueOf(c.context().name()),
              from,
              to,
              c.fromMilli() == Long.MIN_VALUE ? null : (Long) c.fromMilli(),
              c.toMilli() == Long.MAX_VALUE ? null : (Long) c.toMilli(),
              null,
              null,
              null,
              null,
              null,
              null);
      case Claim.Schedule s ->
          new Document(
              Sort.SCHEDULE,
              from,
              to,
              null,
              null,
              explaining(s.text()),
              s.fromMinute(),
              s.toMinute(),
              s.zone(),
              null,
              null);
      case Claim.Place p ->
          new Document(Sort.PLACE, from, to, null, null, null, null, null, p.zone(), null, null);
      case Claim.Employment e ->
          new Document(
              Sort.EMPLOYMENT,
              from,
              to,
              null,
              null,
              null,
              null,
              null,
              null,
              e.agency() != null,
              e.remote());
      case Claim.Contact ignored -> null;
    };
  }

  /** A note may name people: only the words that the assessment looks for are kept. */
  private static String explaining(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    return String.join(
        ", ",
        Stream.of("on call", "on-call", "oncall", "flexi", "night", "shift")
            .filter(small::contains)
            .toList());
  }
}
