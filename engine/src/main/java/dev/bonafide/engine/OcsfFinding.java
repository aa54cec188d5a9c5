package dev.bonafide.engine;

import dev.bonafide.engine.Findings.LedgerLine;
import dev.bonafide.engine.Findings.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One line of {@code ocsf.ndjson}: what was found of one person, as a Detection Finding (class
 * 2004) of the Open Cybersecurity Schema Framework, version 1.3.0, for a SIEM that takes findings.
 * Component names in snake case are OCSF's. People are named as in {@code findings.json}: by
 * pseudonym unless revealed. A score is a reason to ask; the severity follows the band, never the
 * score alone.
 *
 * @param time the close of the run's last day, in UTC milliseconds since 1970
 * @param severityId 1 informational, 3 medium, 4 high, 5 critical
 * @param statusId 1: new; what came of it is decided by people
 */
@JsonNaming(SnakeCaseStrategy.class)
public record OcsfFinding(
    int activityId,
    String activityName,
    int categoryUid,
    String categoryName,
    int classUid,
    String className,
    int typeUid,
    String typeName,
    long time,
    int severityId,
    String severity,
    int statusId,
    String status,
    String message,
    Metadata metadata,
    FindingInfo findingInfo,
    List<Observable> observables,
    List<Artifact> evidences,
    Unmapped unmapped) {

  private static final String OCSF = "1.3.0";

  /** The program, and the version of the schema. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Metadata(String version, Product product) {}

  @JsonNaming(SnakeCaseStrategy.class)
  public record Product(String name, String vendorName, String version) {}

  /**
   * What was found.
   *
   * @param uid the same for the same person in every run with the same key
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record FindingInfo(
      String uid,
      String title,
      String desc,
      List<String> types,
      long createdTime,
      @Nullable Long firstSeenTime,
      Analytic analytic,
      List<RelatedEvent> relatedEvents) {}

  /** What weighed it: rules, type 1. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Analytic(String name, String uid, String version, int typeId) {}

  /** One evidence of the ledger. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record RelatedEvent(
      String uid,
      String title,
      String desc,
      @Nullable Long firstSeenTime,
      @Nullable Long lastSeenTime) {}

  /** A user's unique name, type 31. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Observable(String name, int typeId, String value) {}

  /** Who it is about, and the hashes of the records that say so. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Artifact(Actor actor, Data data) {}

  @JsonNaming(SnakeCaseStrategy.class)
  public record Actor(User user) {}

  @JsonNaming(SnakeCaseStrategy.class)
  public record User(String uid, int typeId) {}

  @JsonNaming(SnakeCaseStrategy.class)
  public record Data(List<String> sha256) {}

  /** What the schema has no place for. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Unmapped(
      long millinats,
      double decibans,
      double score,
      List<Double> interval,
      String band,
      String direction,
      @Nullable String bestInnocent,
      @Nullable String nextCheck) {}

  /** One for each person of whom there is evidence, in the order of the findings. */
  public static List<OcsfFinding> of(Findings findings) {
    List<OcsfFinding> all = new ArrayList<>();
    for (Person person : findings.people()) {
      if (person.ledger().stream().anyMatch(OcsfFinding::isEvidence)) {
        all.add(of(person, findings.bonafide()));
      }
    }
    return all;
  }

  private static OcsfFinding of(Person person, Findings.Run run) {
    long time = milli(run.asOf());
    List<LedgerLine> evidence = person.ledger().stream().filter(OcsfFinding::isEvidence).toList();
    int severity = severity(person.band());
    return new OcsfFinding(
        1,
        "Create",
        2,
        "Findings",
        2004,
        "Detection Finding",
        200401,
        "Detection Finding: Create",
        time,
        severity,
        severityName(severity),
        1,
        "New",
        message(person),
        new Metadata(OCSF, new Product("Bonafide", "Bonafide", run.version())),
        new FindingInfo(
            "bonafide:" + person.id(),
            "What records show does not fit what was claimed",
            message(person),
            person.indicators(),
            time,
            person.firstSeen() == null ? null : milli(person.firstSeen()),
            new Analytic("Bonafide", run.catalogueHash(), run.version(), 1),
            evidence.stream().map(OcsfFinding::event).toList()),
        List.of(new Observable("evidences[].actor.user.uid", 31, person.id())),
        List.of(
            new Artifact(
                new Actor(new User(person.id(), 1)),
                new Data(
                    evidence.stream()
                        .flatMap(line -> line.refs().stream())
                        .map(Findings.Ref::sha256)
                        .distinct()
                        .toList()))),
        new Unmapped(
            person.millinats(),
            person.decibans(),
            person.score(),
            person.interval(),
            person.band(),
            person.direction(),
            person.bestInnocent() == null ? null : person.bestInnocent().text(),
            person.nextCheck() == null ? null : person.nextCheck().text()));
  }

  private static boolean isEvidence(LedgerLine line) {
    return line.line().equals("evidence") && line.indicator() != null;
  }

  private static RelatedEvent event(LedgerLine line) {
    return new RelatedEvent(
        line.evidence() == null ? "" : line.evidence(),
        line.indicator() == null ? "" : line.indicator(),
        line.fact(),
        line.from() == null ? null : milli(line.from()),
        line.to() == null ? null : milli(line.to()));
  }

  /** Says what to do first, and that nothing is decided. */
  private static String message(Person person) {
    String check = person.nextCheck() == null ? "" : " Next: " + person.nextCheck().text() + ".";
    return "A reason to ask, not a finding of guilt." + check;
  }

  private static int severity(String band) {
    return switch (band) {
      case "watch" -> 3;
      case "review" -> 4;
      case "urgent" -> 5;
      default -> 1;
    };
  }

  private static String severityName(int severity) {
    return switch (severity) {
      case 3 -> "Medium";
      case 4 -> "High";
      case 5 -> "Critical";
      default -> "Informational";
    };
  }

  /** A day or an instant as the findings write them. */
  private static long milli(String text) {
    return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text).toEpochMilli();
  }
}
