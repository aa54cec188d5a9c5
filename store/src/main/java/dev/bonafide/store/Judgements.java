package dev.bonafide.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * What people decided. A judgement outranks arithmetic, holds across runs, is never deleted, and
 * has an author and a reason.
 */
public final class Judgements {
  /** How far people are with a person. */
  public enum State {
    /** Nobody decided anything. */
    OPEN(""),
    /** Somebody is to ask, or look. */
    CHECK("check"),
    /** An ordinary cause was found. */
    EXPLAINED("explained"),
    /** Handed to those who decide. */
    ESCALATED("escalated");

    private final String slug;

    State(String slug) {
      this.slug = slug;
    }

    /** The word in the store; empty for open. */
    public String slug() {
      return slug;
    }

    /** Whether the review is over. */
    public boolean done() {
      return this == EXPLAINED || this == ESCALATED;
    }

    static State of(String slug) {
      for (State state : values()) {
        if (state.slug.equals(slug)) {
          return state;
        }
      }
      throw new IllegalArgumentException("not a state: " + slug);
    }

    public String words() {
      return switch (this) {
        case OPEN -> "not looked at";
        case CHECK -> "needs a check";
        case EXPLAINED -> "explained";
        case ESCALATED -> "escalated";
      };
    }
  }

  /**
   * One judgement.
   *
   * @param evidence id of the evidence it is of; empty when it is of the person
   * @param until when it runs out; null for never
   * @param withdrawnAt null while it stands
   */
  public record Judgement(
      long id,
      String person,
      String evidence,
      State kind,
      String reason,
      Instant at,
      String author,
      @Nullable Instant until,
      @Nullable Instant withdrawnAt,
      @Nullable String withdrawnBy) {

    /** Whether it counts at a time. */
    public boolean holds(Instant now) {
      return withdrawnAt == null && (until == null || now.isBefore(until));
    }
  }

  private final Store store;

  Judgements(Store store) {
    this.store = store;
  }

  /**
   * Accepts an evidence as explained until a day: it counts no more from now on, and the person
   * stands where they would without it.
   *
   * @return the judgement's number
   */
  public long explain(
      Runs.Run run, String person, String evidence, String reason, Instant until, Act act) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an explanation needs a reason");
    }
    if (!until.isAfter(act.at())) {
      throw new IllegalArgumentException("an explanation ends after it begins");
    }
    return store.write(
        db -> {
          if (db.fetch(
                  "select 1 from evidence where run = ? and person = ? and id = ? limit 1",
                  run.id(),
                  person,
                  evidence)
              .isEmpty()) {
            throw new IllegalArgumentException("no such evidence of this person");
          }
          long id = insert(db, person, evidence, State.EXPLAINED, reason, until, act);
          store.people().weighAgain(db, run, person, act.at());
          Audit.add(
              db,
              act,
              Audit.Action.JUDGED,
              person,
              "evidence " + evidence + " explained until " + until + ": " + reason.strip());
          return id;
        });
  }

  /** Says how far people are with a person. */
  public long state(String person, State state, String reason, Act act) {
    if (state == State.OPEN) {
      throw new IllegalArgumentException("a person is opened again by withdrawing");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a judgement needs a reason");
    }
    return store.write(
        db -> {
          long id = insert(db, person, "", state, reason, null, act);
          Audit.add(db, act, Audit.Action.JUDGED, person, state.words() + ": " + reason.strip());
          return id;
        });
  }

  private static long insert(
      DSLContext db,
      String person,
      String evidence,
      State kind,
      String reason,
      @Nullable Instant until,
      Act act) {
    // Numbers are given out under the lock of the audit's head, so no two are the same.
    db.execute("update audit_head set one = 1 where one = 1");
    long id =
        db.fetchSingle("select coalesce(max(id), 0) + 1 as n from judgement").get("n", Long.class);
    db.execute(
        "insert into judgement (id, person, evidence, kind, reason, at, author, until)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        person,
        evidence,
        kind.slug(),
        reason.strip(),
        act.milli(),
        act.actor(),
        until == null ? null : until.toEpochMilli());
    return id;
  }

  /**
   * Takes a judgement back; the person is weighed again.
   *
   * @return whether it stood until now
   */
  public boolean withdraw(Runs.Run run, String person, long id, Act act) {
    return store.write(
        db -> {
          int changed =
              db.execute(
                  "update judgement set withdrawn_at = ?, withdrawn_by = ?"
                      + " where id = ? and person = ? and withdrawn_at is null",
                  act.milli(),
                  act.actor(),
                  id,
                  person);
          if (changed == 0) {
            return false;
          }
          store.people().weighAgain(db, run, person, act.at());
          Audit.add(db, act, Audit.Action.WITHDRAWN, person, "judgement " + id);
          return true;
        });
  }

  /**
   * Weighs everybody again whose explanation has run out; each is said in the audit once.
   *
   * @return how many explanations ran out
   */
  public int expire(Runs.Run run, Act act) {
    if (expired(store.db(), act).isEmpty()) {
      return 0;
    }
    return store.write(
        db -> {
          List<Judgement> over = expired(db, act);
          for (Judgement judgement : over) {
            db.execute(
                "update judgement set withdrawn_at = ?, withdrawn_by = ? where id = ?",
                act.milli(),
                act.actor(),
                judgement.id());
            store.people().weighAgain(db, run, judgement.person(), act.at());
            Audit.add(
                db,
                act,
                Audit.Action.EXPIRED,
                judgement.person(),
                "judgement " + judgement.id() + " of evidence " + judgement.evidence());
          }
          return over.size();
        });
  }

  private static List<Judgement> expired(DSLContext db, Act act) {
    return db.fetch(
            "select * from judgement where withdrawn_at is null and until <= ? order by id",
            act.milli())
        .map(Judgements::judgement);
  }

  /**
   * What was decided, withdrawn or ran out at or after a time, in the order of its numbers.
   *
   * @param after only numbers above this one
   */
  public List<Judgement> since(Instant from, long after, int limit) {
    return store
        .db()
        .fetch(
            "select * from judgement where (at >= ? or withdrawn_at >= ?) and id > ?"
                + " order by id limit ?",
            from.toEpochMilli(),
            from.toEpochMilli(),
            after,
            limit)
        .map(Judgements::judgement);
  }

  /** Everything that was decided of a person, the oldest first. */
  List<Judgement> of(DSLContext db, String person) {
    return db.fetch("select * from judgement where person = ? order by id", person)
        .map(Judgements::judgement);
  }

  /** The evidence of a person that counts no more at a time. */
  Set<String> explained(DSLContext db, String person, Instant now) {
    return db.fetch(
            "select distinct evidence from judgement where person = ? and evidence <> ''"
                + " and withdrawn_at is null and until > ?",
            person,
            now.toEpochMilli())
        .intoSet("evidence", String.class);
  }

  /** How many pieces of evidence of each indicator were ever accepted as explained. */
  public Map<String, Integer> explainedByIndicator() {
    Map<String, Integer> counts = new TreeMap<>();
    store
        .db()
        .fetch(
            "select e.indicator as name, count(distinct j.evidence) as n from judgement j"
                + " cross join run r cross join evidence e where e.run = r.id"
                + " and e.person = j.person and e.id = j.evidence and j.evidence <> ''"
                + " group by e.indicator")
        .forEach(r -> counts.put(r.get("name", String.class), r.get("n", Integer.class)));
    return counts;
  }

  /** How the reviews of the people ended in whose evidence an indicator speaks. */
  public record Outcome(int escalated, int explained) {}

  /** The outcomes of a run by indicator; only indicators that speak of somebody reviewed. */
  public Map<String, Outcome> outcomes(String run) {
    Map<String, Outcome> outcomes = new TreeMap<>();
    store
        .db()
        .fetch(
            // Begins with the few judgements, not with all evidence; the last that stands holds.
            "select e.indicator as name, count(distinct case when j.kind = 'escalated' then j.person"
                + " end) as escalated, count(distinct case when j.kind = 'explained' then j.person"
                + " end) as explained from judgement j cross join evidence e where e.run = ?"
                + " and e.person = j.person and j.kind in ('escalated', 'explained') and j.id ="
                + " (select max(l.id) from judgement l where l.person = j.person and l.evidence = ''"
                + " and l.withdrawn_at is null) group by e.indicator",
            run)
        .forEach(
            r ->
                outcomes.put(
                    r.get("name", String.class),
                    new Outcome(
                        r.get("escalated", Integer.class), r.get("explained", Integer.class))));
    return outcomes;
  }

  private static Judgement judgement(Record r) {
    return new Judgement(
        r.get("id", Long.class),
        r.get("person", String.class),
        r.get("evidence", String.class),
        State.of(r.get("kind", String.class).toLowerCase(Locale.ROOT)),
        r.get("reason", String.class),
        Instant.ofEpochMilli(r.get("at", Long.class)),
        r.get("author", String.class),
        instant(r.get("until", Long.class)),
        instant(r.get("withdrawn_at", Long.class)),
        r.get("withdrawn_by", String.class));
  }

  private static @Nullable Instant instant(@Nullable Long milli) {
    return milli == null ? null : Instant.ofEpochMilli(milli);
  }
}
