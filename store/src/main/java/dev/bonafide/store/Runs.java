package dev.bonafide.store;

import dev.bonafide.engine.Background;
import dev.bonafide.engine.EvidenceLine;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Json;
import dev.bonafide.engine.Outputs;
import dev.bonafide.engine.Quality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The runs that were imported. The console shows the latest; judgements outlive runs. */
public final class Runs {
  /**
   * A run.
   *
   * @param id hash of what it found
   * @param findings without its people, who are {@link People}
   */
  public record Run(
      String id,
      long seq,
      Instant importedAt,
      String importedBy,
      String asOf,
      int people,
      Findings findings) {}

  /** Whether an import brought something. */
  public record Imported(String run, boolean isNew, int people) {}

  private static final int BATCH = 500;

  private final Store store;
  private volatile @Nullable Run latest;
  private volatile @Nullable Known quality;

  Runs(Store store) {
    this.store = store;
  }

  /** Takes in what an analysis found. Importing the same again changes nothing. */
  public Imported add(Outputs outputs, Act act) {
    Imported imported = store.write(db -> add(db, outputs, act));
    latest = null;
    return imported;
  }

  private Imported add(DSLContext db, Outputs outputs, Act act) {
    Findings findings = outputs.findings();
    int people = findings.people().size();
    if (db.fetchOptional("select id from run where id = ?", outputs.id()).isPresent()) {
      return new Imported(outputs.id(), false, people);
    }
    Run before = latest(db);
    Map<String, Long> earlier = before == null ? Map.of() : scores(db, before.id());
    long seq = before == null ? 1 : before.seq() + 1;
    Findings without =
        new Findings(
            findings.bonafide(),
            List.of(),
            findings.accounts(),
            findings.applicants(),
            findings.clusters(),
            findings.reviewLine());
    db.execute(
        "insert into run (id, seq, imported_at, imported_by, as_of, people, line_millinats,"
            + " findings, quality, vault) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        outputs.id(),
        seq,
        act.milli(),
        act.actor(),
        findings.bonafide().asOf(),
        people,
        findings.reviewLine().millinats(),
        Json.line(without),
        Json.line(outputs.quality()),
        outputs.vault());
    people(db, outputs, earlier);
    evidence(db, outputs);
    if (outputs.links() != null) {
      Linked.add(db, outputs.id(), outputs.links());
    }
    Run run =
        new Run(
            outputs.id(), seq, act.at(), act.actor(), findings.bonafide().asOf(), people, without);
    // What was explained stays explained in a new run, as long as it holds.
    for (String person : judged(db)) {
      store.people().weighAgain(db, run, person, act.at());
    }
    Audit.add(
        db,
        act,
        Audit.Action.IMPORTED,
        outputs.id(),
        people + " people as of " + findings.bonafide().asOf());
    return new Imported(outputs.id(), true, people);
  }

  private static Map<String, Long> scores(DSLContext db, String run) {
    Map<String, Long> scores = new HashMap<>();
    db.fetch("select id, millinats from person where run = ?", run)
        .forEach(r -> scores.put(r.get("id", String.class), r.get("millinats", Long.class)));
    return scores;
  }

  private static Set<String> judged(DSLContext db) {
    return db.fetch(
            "select distinct person from judgement where evidence <> '' and withdrawn_at is null")
        .intoSet("person", String.class);
  }

  private static void people(DSLContext db, Outputs outputs, Map<String, Long> earlier) {
    Map<String, Background> backgrounds = new HashMap<>();
    outputs.background().forEach(b -> backgrounds.put(b.person(), b));
    List<Object[]> rows = new ArrayList<>();
    for (Findings.Person p : outputs.findings().people()) {
      Background b = backgrounds.get(p.id());
      String json = Json.line(p);
      rows.add(
          new @Nullable Object[] {
            outputs.id(),
            p.id(),
            p.label(),
            p.band(),
            json,
            Json.line(b == null ? List.of() : b.documents()),
            b == null || b.dossier() == null ? null : Json.line(b.dossier()),
            earlier.get(p.id()),
            p.millinats(),
            p.band(),
            p.stage() == null ? "" : p.stage(),
            json
          });
    }
    insert(
        db,
        "insert into person (run, id, label, found_band, found, documents, dossier, before,"
            + " millinats, band, stage, stands) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  private static void evidence(DSLContext db, Outputs outputs) {
    List<Object[]> rows = new ArrayList<>();
    long seq = 0;
    for (EvidenceLine e : outputs.evidence()) {
      rows.add(
          new Object[] {
            outputs.id(), e.person(), seq++, e.id(), e.indicator(), e.cause(), Json.line(e)
          });
    }
    insert(
        db,
        "insert into evidence (run, person, seq, id, indicator, cause, line)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  static void insert(DSLContext db, String sql, List<Object[]> rows) {
    for (int from = 0; from < rows.size(); from += BATCH) {
      BatchBindStep batch = db.batch(sql);
      for (Object[] row : rows.subList(from, Math.min(rows.size(), from + BATCH))) {
        batch = batch.bind(row);
      }
      batch.execute();
    }
  }

  /** Nothing that was read of a run holds any more. */
  void forget() {
    latest = null;
    quality = null;
  }

  /** The run that is shown; null before the first import. */
  public @Nullable Run latest() {
    Run known = latest;
    Long newest = store.db().fetchSingle("select max(seq) as seq from run").get("seq", Long.class);
    if (known == null || newest == null || known.seq() != newest) {
      known = latest(store.db());
      latest = known;
    }
    return known;
  }

  private static @Nullable Run latest(DSLContext db) {
    return db
        .fetch(
            "select id, seq, imported_at, imported_by, as_of, people, findings from run"
                + " order by seq desc limit 1")
        .map(Runs::run)
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** Every run, the newest first. */
  public List<Run> all() {
    return store
        .db()
        .fetch(
            "select id, seq, imported_at, imported_by, as_of, people, findings from run"
                + " order by seq desc")
        .map(Runs::run);
  }

  /** How well the input of a run could be read; kept in memory, it never changes. */
  public Quality quality(String run) {
    Known known = quality;
    if (known == null || !known.run().equals(run)) {
      known = new Known(run, read(run));
      quality = known;
    }
    return known.quality();
  }

  private record Known(String run, Quality quality) {}

  private Quality read(String run) {
    return Json.read(
        store
            .db()
            .fetchSingle("select quality from run where id = ?", run)
            .get("quality", String.class),
        Quality.class);
  }

  /** The run's vault as it was locked, in base 64; null where it came without. */
  public @Nullable String vault(String run) {
    return store
        .db()
        .fetchSingle("select vault from run where id = ?", run)
        .get("vault", String.class);
  }

  private static Run run(Record r) {
    return new Run(
        r.get("id", String.class),
        r.get("seq", Long.class),
        Instant.ofEpochMilli(r.get("imported_at", Long.class)),
        r.get("imported_by", String.class),
        r.get("as_of", String.class),
        r.get("people", Integer.class),
        Json.read(r.get("findings", String.class), Findings.class));
  }
}
