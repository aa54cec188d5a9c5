package dev.bonafide.store;

import dev.bonafide.engine.Json;
import dev.bonafide.engine.Links;
import dev.bonafide.engine.Links.Cluster;
import dev.bonafide.engine.Links.Pair;
import dev.bonafide.linking.records.Judgement;
import dev.bonafide.linking.records.Judgement.Verdict;
import dev.bonafide.linking.records.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Who is tied to whom in a run, and what humans said of two people: that outranks arithmetic, holds
 * across runs, and changes operators, rings and farms at once.
 */
public final class Linked {
  /**
   * What somebody said of two people.
   *
   * @param one the smaller id
   * @param withdrawnAt null while it stands
   */
  public record Said(
      long id,
      String one,
      String other,
      Verdict verdict,
      String reason,
      Instant at,
      String author,
      @Nullable Instant withdrawnAt,
      @Nullable String withdrawnBy) {}

  /** So many people are looked at to answer who else. */
  private static final int MOST_REACHED = 300;

  private static final Links.Run NO_RUN = new Links.Run("", "", "", 0);

  private final Store store;

  Linked(Store store) {
    this.store = store;
  }

  // --- importing -------------------------------------------------------------------------------

  static void add(DSLContext db, String run, Links links) {
    List<Object[]> rows = new ArrayList<>();
    for (Links.Person p : links.persons()) {
      rows.add(new Object[] {run, p.id(), p.label(), Json.line(p)});
    }
    Runs.insert(db, "insert into persona (run, id, label, line) values (?, ?, ?, ?)", rows);
    rows.clear();
    for (Pair pair : links.pairs()) {
      String line = Json.line(pair);
      rows.add(new Object[] {run, pair.left(), pair.right(), weighs(pair), line});
      rows.add(new Object[] {run, pair.right(), pair.left(), weighs(pair), line});
    }
    Runs.insert(db, "insert into tie (run, one, other, weighs, line) values (?, ?, ?, ?, ?)", rows);
    bonds(db, run, links.clusters());
    // What was said here counts in this run too, beside what the run was told.
    if (!standing(db).isEmpty()) {
      bindAgain(db, run);
    }
  }

  private static long weighs(Pair pair) {
    return Math.max(pair.ring(), pair.operator());
  }

  private static void bonds(DSLContext db, String run, Collection<Cluster> clusters) {
    db.execute("delete from bond_member where run = ?", run);
    db.execute("delete from bond where run = ?", run);
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> members = new ArrayList<>();
    for (Cluster c : clusters) {
      rows.add(new Object[] {run, c.id(), c.kind(), c.millibits(), Json.line(c)});
      c.members().forEach(m -> members.add(new Object[] {run, c.id(), m}));
    }
    Runs.insert(
        db, "insert into bond (run, id, kind, millibits, line) values (?, ?, ?, ?, ?)", rows);
    Runs.insert(db, "insert into bond_member (run, bond, person) values (?, ?, ?)", members);
  }

  /** Makes the clusters of a run again, with everything that was said. */
  private static void bindAgain(DSLContext db, String run) {
    List<Said> said = standing(db);
    Set<String> named = new TreeSet<>();
    said.forEach(s -> named.addAll(List.of(s.one(), s.other())));
    List<Pair> pairs =
        db.fetch("select line from tie where run = ? and one < other order by one, other", run)
            .map(r -> Json.read(r.get("line", String.class), Pair.class));
    pairs.forEach(p -> named.addAll(List.of(p.left(), p.right())));
    List<Links.Person> persons =
        db.fetch("select id, line from persona where run = ? order by id", run).stream()
            .filter(r -> named.contains(r.get("id", String.class)))
            .map(r -> Json.read(r.get("line", String.class), Links.Person.class))
            .toList();
    Links links = new Links(NO_RUN, persons, pairs, List.of());
    Set<String> known = new TreeSet<>();
    persons.forEach(p -> known.add(p.id()));
    bonds(db, run, links.judged(judgements(pairs, said, known)).clusters());
  }

  /** What the run was told, and what was said here; the later holds. */
  private static List<Judgement> judgements(List<Pair> pairs, List<Said> said, Set<String> known) {
    List<Judgement> all = new ArrayList<>();
    for (Pair pair : pairs) {
      if (pair.judged() != null) {
        all.add(judgement(pair.left(), pair.right(), Verdict.valueOf(pair.judged()), 0, ""));
      }
    }
    for (Said s : said) {
      if (known.contains(s.one()) && known.contains(s.other())) {
        all.add(judgement(s.one(), s.other(), s.verdict(), s.at().toEpochMilli(), s.author()));
      }
    }
    return all;
  }

  private static Judgement judgement(
      String one, String other, Verdict verdict, long at, String by) {
    return new Judgement(new RecordId("", one), new RecordId("", other), verdict, at, by);
  }

  // --- reading ---------------------------------------------------------------------------------

  /** Whether a run says who is tied to whom. */
  public boolean known(String run) {
    return !store.db().fetch("select 1 from persona where run = ? limit 1", run).isEmpty();
  }

  /** Somebody of a run, workers and applicants; null when there is nobody of that id. */
  public Links.@Nullable Person person(String run, String id) {
    return persons(run, Set.of(id)).get(id);
  }

  /** The people of some ids, by id. */
  public Map<String, Links.Person> persons(String run, Collection<String> ids) {
    Map<String, Links.Person> persons = new LinkedHashMap<>();
    for (String id : new TreeSet<>(ids)) {
      store
          .db()
          .fetch("select line from persona where run = ? and id = ?", run, id)
          .forEach(
              r -> persons.put(id, Json.read(r.get("line", String.class), Links.Person.class)));
    }
    return persons;
  }

  /** Whom an id or a label names; several when a label is not unique. */
  public List<Links.Person> find(String run, String idOrLabel) {
    String wanted = idOrLabel.strip();
    return store
        .db()
        .fetch(
            // Ids first: one "or" would walk through everybody of the run.
            "select id, line from persona where run = ? and id in (select cast(? as text) union"
                + " select s.id from persona s where s.run = ? and lower(s.label) = ?) limit 10",
            run,
            wanted,
            run,
            wanted.toLowerCase(Locale.ROOT))
        .map(r -> Json.read(r.get("line", String.class), Links.Person.class))
        .stream()
        .sorted(Comparator.comparing(Links.Person::id))
        .toList();
  }

  /** The ties of a person, the strongest first. */
  public List<Pair> ties(String run, String person, int limit) {
    return ties(run, person, limit, holding());
  }

  private List<Pair> ties(String run, String person, int limit, Map<Set<String>, Said> said) {
    return store
        .db()
        .fetch(
            "select line from tie where run = ? and one = ? order by weighs desc, other limit ?",
            run,
            person,
            limit)
        .map(r -> overlaid(Json.read(r.get("line", String.class), Pair.class), said));
  }

  /**
   * Every two of a run who share something, by their ids.
   *
   * @param after the two of the last row before; null to begin
   */
  public List<Pair> pairs(String run, @Nullable Pair after, int limit) {
    Map<Set<String>, Said> said = holding();
    return store
        .db()
        .fetch(
            "select line from tie where run = ? and one < other and (one, other) > (?, ?)"
                + " order by one, other limit ?",
            run,
            after == null ? "" : after.left(),
            after == null ? "" : after.right(),
            limit)
        .map(r -> overlaid(Json.read(r.get("line", String.class), Pair.class), said));
  }

  /** How many ties a person has. */
  public int count(String run, String person) {
    return store
        .db()
        .fetchSingle("select count(*) as n from tie where run = ? and one = ?", run, person)
        .get("n", Integer.class);
  }

  /** What is between two people, shared or not; null when the run does not know both. */
  public @Nullable Pair pair(String run, String one, String other) {
    Map<String, Links.Person> two = persons(run, List.of(one, other));
    if (two.size() != 2) {
      return null;
    }
    List<Pair> kept =
        store
            .db()
            .fetch("select line from tie where run = ? and one = ? and other = ?", run, one, other)
            .map(r -> Json.read(r.get("line", String.class), Pair.class));
    Links links = new Links(NO_RUN, List.copyOf(two.values()), kept, List.of());
    return overlaid(links.pair(one, other), holding());
  }

  private static Pair overlaid(Pair pair, Map<Set<String>, Said> said) {
    Said last = said.get(Set.of(pair.left(), pair.right()));
    return last == null
        ? pair
        : new Pair(
            pair.left(),
            pair.right(),
            pair.key(),
            pair.operator(),
            pair.ring(),
            pair.without(),
            last.verdict().name(),
            pair.lines());
  }

  /** Everybody tied to a person, directly or through others, the strongest first. */
  public List<Links.Other> whoElse(String run, String person) {
    Set<String> reached = new LinkedHashSet<>(List.of(person));
    Map<Set<String>, Pair> pairs = new LinkedHashMap<>();
    List<String> open = new ArrayList<>(List.of(person));
    Map<Set<String>, Said> said = holding();
    while (!open.isEmpty() && reached.size() < MOST_REACHED) {
      String next = open.removeFirst();
      for (Pair pair : ties(run, next, MOST_REACHED, said)) {
        String other = pair.left().equals(next) ? pair.right() : pair.left();
        pairs.put(Set.of(next, other), pair);
        if (reached.size() < MOST_REACHED && reached.add(other)) {
          open.add(other);
        }
      }
    }
    return new Links(NO_RUN, List.of(), List.copyOf(pairs.values()), List.of()).whoElse(person);
  }

  /** Operators, rings and farms, the largest first. */
  public List<Cluster> clusters(String run, int limit) {
    return store
        .db()
        .fetch(
            "select b.line, (select count(*) from bond_member m where m.run = b.run and m.bond ="
                + " b.id) as n from bond b where b.run = ? order by 2 desc, b.millibits desc, b.id"
                + " limit ?",
            run,
            limit)
        .map(r -> Json.read(r.get("line", String.class), Cluster.class));
  }

  /**
   * Clusters by their ids.
   *
   * @param after the last id before; empty to begin
   */
  public List<Cluster> clustersAfter(String run, String after, int limit) {
    return store
        .db()
        .fetch(
            "select line from bond where run = ? and id > ? order by id limit ?", run, after, limit)
        .map(r -> Json.read(r.get("line", String.class), Cluster.class));
  }

  /** How many clusters a run has. */
  public int clusters(String run) {
    return store
        .db()
        .fetchSingle("select count(*) as n from bond where run = ?", run)
        .get("n", Integer.class);
  }

  public @Nullable Cluster cluster(String run, String id) {
    return store
        .db()
        .fetch("select line from bond where run = ? and id = ?", run, id)
        .map(r -> Json.read(r.get("line", String.class), Cluster.class))
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** The clusters that a person is in. */
  public List<Cluster> clustersOf(String run, String person) {
    return store
        .db()
        .fetch(
            "select b.line from bond_member m join bond b on b.run = m.run and b.id = m.bond where"
                + " m.run = ? and m.person = ? order by b.id",
            run,
            person)
        .map(r -> Json.read(r.get("line", String.class), Cluster.class));
  }

  // --- judging ---------------------------------------------------------------------------------

  /**
   * Says what two people are to each other; the clusters of the run are made again.
   *
   * @return the number of the judgement
   */
  public long say(Runs.Run run, String one, String other, Verdict verdict, String reason, Act act) {
    if (one.equals(other)) {
      throw new IllegalArgumentException("a judgement of two needs two");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a judgement needs a reason");
    }
    String left = one.compareTo(other) < 0 ? one : other;
    String right = left.equals(one) ? other : one;
    return store.write(
        db -> {
          db.execute("update audit_head set one = 1 where one = 1");
          long id =
              db.fetchSingle("select coalesce(max(id), 0) + 1 as n from said_of_two")
                  .get("n", Long.class);
          db.execute(
              "insert into said_of_two (id, one, other, verdict, reason, at, author)"
                  + " values (?, ?, ?, ?, ?, ?, ?)",
              id,
              left,
              right,
              verdict.name(),
              reason.strip(),
              act.milli(),
              act.actor());
          bindAgain(db, run.id());
          Audit.add(
              db,
              act,
              Audit.Action.PAIR_JUDGED,
              left,
              verdict + " with " + right + ": " + reason.strip());
          return id;
        });
  }

  /**
   * Takes a judgement of two back.
   *
   * @return whether it stood until now
   */
  public boolean withdraw(Runs.Run run, long id, Act act) {
    return store.write(
        db -> {
          int changed =
              db.execute(
                  "update said_of_two set withdrawn_at = ?, withdrawn_by = ?"
                      + " where id = ? and withdrawn_at is null",
                  act.milli(),
                  act.actor(),
                  id);
          if (changed == 0) {
            return false;
          }
          bindAgain(db, run.id());
          String one =
              db.fetchSingle("select one from said_of_two where id = ?", id)
                  .get("one", String.class);
          Audit.add(db, act, Audit.Action.WITHDRAWN, one, "judgement " + id + " of two");
          return true;
        });
  }

  /** Everything that was said of two people, the oldest first. */
  public List<Said> said(String one, String other) {
    boolean ordered = one.compareTo(other) < 0;
    return store
        .db()
        .fetch(
            "select * from said_of_two where one = ? and other = ? order by id",
            ordered ? one : other,
            ordered ? other : one)
        .map(Linked::said);
  }

  /** Everything that stands, the oldest first: what {@code link} reads. */
  public List<Said> standing() {
    return standing(store.db());
  }

  /**
   * What was said, or taken back, at or after a time, in the order of its numbers.
   *
   * @param after only numbers above this one
   */
  public List<Said> since(Instant from, long after, int limit) {
    return store
        .db()
        .fetch(
            "select * from said_of_two where (at >= ? or withdrawn_at >= ?) and id > ?"
                + " order by id limit ?",
            from.toEpochMilli(),
            from.toEpochMilli(),
            after,
            limit)
        .map(Linked::said);
  }

  private static List<Said> standing(DSLContext db) {
    return db.fetch("select * from said_of_two where withdrawn_at is null order by at, id")
        .map(Linked::said);
  }

  /** The last that stands, pair by pair. */
  private Map<Set<String>, Said> holding() {
    Map<Set<String>, Said> holding = new LinkedHashMap<>();
    standing().forEach(s -> holding.put(Set.of(s.one(), s.other()), s));
    return holding;
  }

  private static Said said(Record r) {
    Long withdrawn = r.get("withdrawn_at", Long.class);
    return new Said(
        r.get("id", Long.class),
        r.get("one", String.class),
        r.get("other", String.class),
        Verdict.valueOf(r.get("verdict", String.class)),
        r.get("reason", String.class),
        Instant.ofEpochMilli(r.get("at", Long.class)),
        r.get("author", String.class),
        withdrawn == null ? null : Instant.ofEpochMilli(withdrawn),
        r.get("withdrawn_by", String.class));
  }
}
