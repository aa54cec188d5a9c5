package dev.bonafide.store;

import java.util.Set;

/** Whom a user marked for themselves: no judgement, and nobody else sees it. */
public final class Stars {
  private final Store store;

  Stars(Store store) {
    this.store = store;
  }

  /** Everybody whom a user starred. */
  public Set<String> of(String member) {
    return store
        .db()
        .fetch("select person from star where member = ?", member)
        .intoSet("person", String.class);
  }

  public boolean has(String member, String person) {
    return !store
        .db()
        .fetch("select 1 from star where member = ? and person = ?", member, person)
        .isEmpty();
  }

  /**
   * Stars a person, or takes the star away.
   *
   * @return whether the person is starred now
   */
  public boolean turn(Act act, String person) {
    return store.write(
        db -> {
          if (db.execute("delete from star where member = ? and person = ?", act.actor(), person)
              > 0) {
            return false;
          }
          db.execute(
              "insert into star (member, person, at) values (?, ?, ?)",
              act.actor(),
              person,
              act.milli());
          return true;
        });
  }
}
