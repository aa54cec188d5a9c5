package dev.bonafide.store;

import dev.bonafide.engine.Json;
import dev.bonafide.engine.applications.ScreeningFindings;
import dev.bonafide.engine.applications.ScreeningFindings.Applicant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Screenings of applications; the latest is shown. No list of them has another order than ids. */
public final class Screenings {
  /**
   * A screening.
   *
   * @param applications how many it holds
   */
  public record Screening(
      String id, long seq, Instant importedAt, String asOf, String version, int applications) {}

  /**
   * An application in a list: nothing that could order it by concern but how many questions there
   * are.
   *
   * @param received day, or empty
   * @param fits how many checks had something to look at and have nothing to ask
   */
  public record Row(String id, String received, int questions, int fits) {}

  /** Whether an import brought something. */
  public record Imported(String screening, boolean isNew, int applications) {}

  private final Store store;

  Screenings(Store store) {
    this.store = store;
  }

  /** Takes in a screening. Importing the same again changes nothing. */
  public Imported add(ScreeningFindings findings, Act act) {
    String id = id(findings);
    int count = findings.applicants().size();
    return store.write(
        db -> {
          if (db.fetchOptional("select id from screening where id = ?", id).isPresent()) {
            return new Imported(id, false, count);
          }
          insert(db, id, findings, act);
          Audit.add(
              db,
              act,
              Audit.Action.IMPORTED,
              id,
              count + " applications as of " + findings.bonafide().asOf());
          return new Imported(id, true, count);
        });
  }

  private static void insert(DSLContext db, String id, ScreeningFindings findings, Act act) {
    db.execute("update audit_head set one = 1 where one = 1");
    long seq =
        db.fetchSingle("select coalesce(max(seq), 0) + 1 as n from screening").get("n", Long.class);
    db.execute(
        "insert into screening (id, seq, imported_at, imported_by, as_of, version, applications)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        id,
        seq,
        act.milli(),
        act.actor(),
        findings.bonafide().asOf(),
        findings.bonafide().version(),
        findings.applicants().size());
    List<Object[]> rows = new ArrayList<>();
    for (Applicant a : findings.applicants()) {
      rows.add(
          new Object[] {
            id,
            a.id(),
            a.received() == null ? "" : a.received(),
            a.questions().size(),
            a.fits().size(),
            Json.line(a)
          });
    }
    Runs.insert(
        db,
        "insert into application (screening, id, received, questions, fits, line)"
            + " values (?, ?, ?, ?, ?, ?)",
        rows);
  }

  /** Hash of what was found; not of when. */
  private static String id(ScreeningFindings findings) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(findings.bonafide().asOf().getBytes(StandardCharsets.UTF_8));
      findings
          .applicants()
          .forEach(a -> hash.update(Json.line(a).getBytes(StandardCharsets.UTF_8)));
      return "s-" + HexFormat.of().formatHex(hash.digest(), 0, 15);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** The screening that is shown; null before the first import. */
  public @Nullable Screening latest() {
    return store
        .db()
        .fetch("select * from screening order by seq desc limit 1")
        .map(
            r ->
                new Screening(
                    r.get("id", String.class),
                    r.get("seq", Long.class),
                    Instant.ofEpochMilli(r.get("imported_at", Long.class)),
                    r.get("as_of", String.class),
                    r.get("version", String.class),
                    r.get("applications", Integer.class)))
        .stream()
        .findFirst()
        .orElse(null);
  }

  /**
   * Applications by their numbers.
   *
   * @param after the last number of the page before; empty to begin
   */
  public List<Row> list(String screening, String after, int limit) {
    return store
        .db()
        .fetch(
            "select id, received, questions, fits from application where screening = ? and id > ?"
                + " order by id limit ?",
            screening,
            after,
            limit)
        .map(
            r ->
                new Row(
                    r.get("id", String.class),
                    r.get("received", String.class),
                    r.get("questions", Integer.class),
                    r.get("fits", Integer.class)));
  }

  /** One application; null when the screening has none of that number. */
  public @Nullable Applicant find(String screening, String id) {
    return store
        .db()
        .fetch("select line from application where screening = ? and id = ?", screening, id)
        .map(r -> Json.read(r.get("line", String.class), Applicant.class))
        .stream()
        .findFirst()
        .orElse(null);
  }
}
