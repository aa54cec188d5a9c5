package dev.bonafide.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How long what was imported is kept. What is older is deleted with everything of its people, and
 * so are judgements of people whom no run knows any more; the audit says what went and stays
 * itself.
 */
public final class Retention {
  /** What {@link #days} may be. */
  public static final int SHORTEST = 7;

  public static final int LONGEST = 3_650;

  private static final String NAME = "retention-days";

  private final Store store;

  Retention(Store store) {
    this.store = store;
  }

  /** Days that an import is kept; null while nothing is deleted by itself. */
  public @Nullable Integer days() {
    return days(store.db());
  }

  private static @Nullable Integer days(DSLContext db) {
    return db.fetch("select value from setting where name = ?", NAME).stream()
        .map(r -> Integer.valueOf(r.get("value", String.class)))
        .findFirst()
        .orElse(null);
  }

  /**
   * Sets it.
   *
   * @param days null: nothing is deleted by itself
   */
  public void days(@Nullable Integer days, Act act) {
    if (days != null && (days < SHORTEST || days > LONGEST)) {
      throw new IllegalArgumentException("days out of range: " + days);
    }
    store.write(
        db -> {
          db.execute("delete from setting where name = ?", NAME);
          if (days != null) {
            db.execute(
                "insert into setting (name, value) values (?, ?)", NAME, Integer.toString(days));
          }
          Audit.add(
              db,
              act,
              Audit.Action.SETTING_CHANGED,
              "retention",
              days == null ? "kept until deleted" : "deleted after " + days + " days");
          return true;
        });
  }

  /**
   * Deletes what is too old.
   *
   * @return how many imports went
   */
  public int apply(Act act) {
    Integer days = days();
    if (days == null || old(store.db(), before(act, days)).isEmpty()) {
      return 0;
    }
    long before = before(act, days);
    int gone =
        store.write(
            db -> {
              List<String> old = old(db, before);
              for (String id : old) {
                int people =
                    db.fetchSingle("select count(*) as n from person where run = ?", id)
                        .get("n", Integer.class);
                db.execute("delete from run where id = ?", id);
                int applications =
                    db.fetchSingle("select count(*) as n from application where screening = ?", id)
                        .get("n", Integer.class);
                db.execute("delete from screening where id = ?", id);
                Audit.add(
                    db,
                    act,
                    Audit.Action.DELETED,
                    id,
                    (applications > 0 ? applications + " applications" : people + " people")
                        + ", older than "
                        + days
                        + " days");
              }
              int judgements =
                  db.execute(
                          "delete from judgement where at < ? and person not in (select id from"
                              + " person)",
                          before)
                      + db.execute(
                          "delete from said_of_two where at < ? and (one not in (select id from"
                              + " persona) or other not in (select id from persona))",
                          before);
              if (judgements > 0) {
                Audit.add(
                    db,
                    act,
                    Audit.Action.DELETED,
                    "judgements",
                    judgements + " of people whom no run knows");
              }
              return old.size();
            });
    store.runs().forget();
    return gone;
  }

  private static long before(Act act, int days) {
    Instant before = act.at().minus(Duration.ofDays(days));
    return before.toEpochMilli();
  }

  private static List<String> old(DSLContext db, long before) {
    return db.fetch(
            "select id, imported_at from run where imported_at < ? union all select id, imported_at"
                + " from screening where imported_at < ? order by 2, 1",
            before,
            before)
        .getValues("id", String.class);
  }
}
