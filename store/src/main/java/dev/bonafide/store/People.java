package dev.bonafide.store;

import dev.bonafide.engine.Background.Document;
import dev.bonafide.engine.Dossier;
import dev.bonafide.engine.EvidenceLine;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The people of a run: as it found them, and as they stand after what humans decided. */
public final class People {
  /**
   * Which people a list shows. Empty parts ask nothing.
   *
   * @param starredBy the user whose stars are asked for
   * @param judgedSince only whom somebody judged, or took a judgement of back, at or after this
   */
  public record Filter(
      boolean overOnly,
      Set<String> stages,
      Set<String> causes,
      Set<String> states,
      String search,
      String starredBy,
      @Nullable Instant judgedSince) {

    public static final Filter OVER = new Filter(true, Set.of(), Set.of(), Set.of(), "");
    public static final Filter EVERYBODY = new Filter(false, Set.of(), Set.of(), Set.of(), "");

    public Filter(
        boolean overOnly,
        Set<String> stages,
        Set<String> causes,
        Set<String> states,
        String search) {
      this(overOnly, stages, causes, states, search, "", null);
    }

    /** The same of those alone who were judged since. */
    public Filter since(@Nullable Instant since) {
      return new Filter(overOnly, stages, causes, states, search, starredBy, since);
    }

    public Filter {
      stages = Set.copyOf(stages);
      causes = Set.copyOf(causes);
      states = Set.copyOf(states);
    }

    public boolean asksNothing() {
      return stages.isEmpty()
          && causes.isEmpty()
          && states.isEmpty()
          && search.isBlank()
          && starredBy.isEmpty()
          && judgedSince == null;
    }
  }

  /**
   * Where a list goes on.
   *
   * @param millinats score of the last row that was shown
   * @param id its id
   */
  public record After(long millinats, String id) {}

  /**
   * A person in a list.
   *
   * @param before millinats in the run before, null when the person was not in it
   * @param state how far people are with this person
   */
  public record Row(
      Findings.Person person, String foundBand, @Nullable Long before, Judgements.State state) {}

  /**
   * A person with everything that is kept of them.
   *
   * @param found as the run found them
   * @param stands as they stand now
   * @param documents what is written down and explains
   * @param evidence every revision, in the order of the run
   */
  public record Whole(
      Findings.Person found,
      Findings.Person stands,
      String foundBand,
      @Nullable Long before,
      @Nullable Dossier dossier,
      List<Document> documents,
      List<EvidenceLine> evidence,
      List<Judgements.Judgement> judgements,
      Judgements.State state) {}

  /** How many people of a run stand where, for the rail beside a list. */
  public record Counts(
      int over, Map<String, Integer> stages, Map<String, Integer> causes, Budget budget) {}

  /**
   * How the review budget is used: people whom the run put over the line, by state.
   *
   * @param slots the people that can be reviewed
   */
  public record Budget(int slots, int over, int done, int open) {}

  /** After every text that begins alike. */
  private static final char END = '\uffff';

  private static final String STATE =
      "coalesce((select j.kind from judgement j where j.person = p.id and j.evidence = ''"
          + " and j.withdrawn_at is null order by j.id desc limit 1), '')";

  private final Store store;
  private volatile @Nullable Fired fired;

  People(Store store) {
    this.store = store;
  }

  /** People of a run, best first, ties by id. */
  public List<Row> list(String run, Filter filter, @Nullable After after, int limit) {
    List<Object> binds = new ArrayList<>();
    StringBuilder sql =
        new StringBuilder("select p.stands, p.found_band, p.before, ")
            .append(STATE)
            .append(" as state from person p where p.run = ?");
    binds.add(run);
    where(run, filter, sql, binds);
    if (after != null) {
      sql.append(" and (p.millinats < ? or (p.millinats = ? and p.id > ?))");
      binds.addAll(List.of(after.millinats(), after.millinats(), after.id()));
    }
    // The sign keeps SQLite from walking the whole order for the few that a search finds.
    sql.append(
        filter.search().isBlank()
            ? " order by p.millinats desc, p.id limit ?"
            : " order by -p.millinats, p.id limit ?");
    binds.add(limit);
    return store
        .db()
        .fetch(sql.toString(), binds.toArray())
        .map(
            r ->
                new Row(
                    Json.read(r.get("stands", String.class), Findings.Person.class),
                    r.get("found_band", String.class),
                    r.get("before", Long.class),
                    Judgements.State.of(r.get("state", String.class))));
  }

  private static void where(String run, Filter filter, StringBuilder sql, List<Object> binds) {
    if (filter.overOnly()) {
      sql.append(" and p.band <> 'none'");
    }
    if (!filter.stages().isEmpty()) {
      sql.append(" and p.stage in (").append(marks(filter.stages())).append(')');
      binds.addAll(filter.stages());
    }
    if (!filter.causes().isEmpty()) {
      sql.append(
              " and exists (select 1 from evidence e where e.run = p.run and e.person = p.id"
                  + " and e.cause in (")
          .append(marks(filter.causes()))
          .append("))");
      binds.addAll(filter.causes());
    }
    if (!filter.states().isEmpty()) {
      sql.append(" and ").append(STATE).append(" in (").append(marks(filter.states())).append(')');
      filter.states().forEach(state -> binds.add(state.equals("open") ? "" : state));
    }
    if (!filter.starredBy().isEmpty()) {
      sql.append(" and p.id in (select s.person from star s where s.member = ?)");
      binds.add(filter.starredBy());
    }
    if (filter.judgedSince() != null) {
      long since = filter.judgedSince().toEpochMilli();
      sql.append(
          " and p.id in (select j.person from judgement j where j.at >= ? or j.withdrawn_at >= ?)");
      binds.addAll(List.of(since, since));
    }
    String search = filter.search().strip();
    if (!search.isEmpty()) {
      String label = search.toLowerCase(Locale.ROOT);
      // Ranges instead of patterns: they use an index, and a wildcard is a letter.
      sql.append(
          " and p.id in (select s.id from person s where s.run = ? and lower(s.label) >= ? and"
              + " lower(s.label) < ? union select s.id from person s where s.run = ? and s.id >= ?"
              + " and s.id < ? union select e.person from evidence e where e.run = ? and e.id = ?)");
      binds.addAll(List.of(run, label, label + END, run, search, search + END, run, search));
    }
  }

  private static String marks(Set<String> values) {
    return String.join(", ", values.stream().map(v -> "?").toList());
  }

  /** Counts over a whole run. */
  public Counts counts(Runs.Run run) {
    DSLContext db = store.db();
    Map<String, Integer> stages =
        counts(
            db,
            "select stage as name, count(*) as n from person where run = ? and band <> 'none'"
                + " group by stage order by stage",
            run.id());
    // A cross join: SQLite then begins with the few people over the line, not with all evidence.
    Map<String, Integer> causes =
        counts(
            db,
            "select e.cause as name, count(distinct e.person) as n from person p cross join evidence e"
                + " where e.run = p.run and e.person = p.id and p.run = ? and p.band <> 'none'"
                + " group by e.cause order by e.cause",
            run.id());
    int over = stages.values().stream().mapToInt(Integer::intValue).sum();
    Map<String, Integer> states =
        counts(
            db,
            "select "
                + STATE
                + " as name, count(*) as n from person p"
                + " where p.run = ? and p.found_band <> 'none' group by 1",
            run.id());
    int all = states.values().stream().mapToInt(Integer::intValue).sum();
    int done =
        states.entrySet().stream()
            .filter(e -> Judgements.State.of(e.getKey()).done())
            .mapToInt(Map.Entry::getValue)
            .sum();
    int open = states.getOrDefault(Judgements.State.CHECK.slug(), 0);
    Findings.Line line = run.findings().reviewLine();
    int slots =
        (int)
            Math.max(
                1,
                Math.min(
                    Integer.MAX_VALUE,
                    Math.ceil(line.budget() * line.people() / 1000 * line.days() / 30)));
    return new Counts(over, stages, causes, new Budget(Math.max(slots, all), all, done, open));
  }

  private static Map<String, Integer> counts(DSLContext db, String sql, String run) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    db.fetch(sql, run)
        .forEach(r -> counts.put(r.get("name", String.class), r.get("n", Integer.class)));
    return counts;
  }

  /** In how many people's evidence each indicator speaks; kept in memory, a run never changes. */
  public Map<String, Integer> fired(String run) {
    Fired known = fired;
    if (known == null || !known.run().equals(run)) {
      known = new Fired(run, countFired(run));
      fired = known;
    }
    return known.people();
  }

  private record Fired(String run, Map<String, Integer> people) {}

  private Map<String, Integer> countFired(String run) {
    return counts(
        store.db(),
        "select indicator as name, count(distinct person) as n from evidence where run = ?"
            + " group by indicator order by indicator",
        run);
  }

  /** One person; null when the run has nobody of that id. */
  public @Nullable Whole find(String run, String id) {
    return store
        .db()
        .fetch(
            "select p.*, " + STATE + " as state from person p where p.run = ? and p.id = ?",
            run,
            id)
        .map(r -> whole(run, r))
        .stream()
        .findFirst()
        .orElse(null);
  }

  private Whole whole(String run, Record r) {
    String id = r.get("id", String.class);
    String dossier = r.get("dossier", String.class);
    return new Whole(
        Json.read(r.get("found", String.class), Findings.Person.class),
        Json.read(r.get("stands", String.class), Findings.Person.class),
        r.get("found_band", String.class),
        r.get("before", Long.class),
        dossier == null ? null : Json.read(dossier, Dossier.class),
        Arrays.asList(Json.read(r.get("documents", String.class), Document[].class)),
        evidence(store.db(), run, id),
        store.judgements().of(store.db(), id),
        Judgements.State.of(r.get("state", String.class)));
  }

  private static List<EvidenceLine> evidence(DSLContext db, String run, String person) {
    return db.fetch(
            "select line from evidence where run = ? and person = ? order by seq", run, person)
        .map(r -> Json.read(r.get("line", String.class), EvidenceLine.class));
  }

  /** Weighs a person again, after a judgement was made, withdrawn or has run out. */
  void weighAgain(DSLContext db, Runs.Run run, String person, Instant now) {
    for (Record r :
        db.fetch(
            "select found, documents from person where run = ? and id = ?", run.id(), person)) {
      Findings.Person found = Json.read(r.get("found", String.class), Findings.Person.class);
      Set<String> explained = store.judgements().explained(db, person, now);
      Findings.Person stands =
          explained.isEmpty()
              ? found
              : store
                  .reassessment(run)
                  .person(
                      found,
                      evidence(db, run.id(), person),
                      Arrays.asList(Json.read(r.get("documents", String.class), Document[].class)),
                      explained);
      db.execute(
          "update person set millinats = ?, band = ?, stage = ?, stands = ?"
              + " where run = ? and id = ?",
          stands.millinats(),
          stands.band(),
          stands.stage() == null ? "" : stands.stage(),
          Json.line(stands),
          run.id(),
          person);
    }
  }
}
