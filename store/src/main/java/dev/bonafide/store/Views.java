package dev.bonafide.store;

import java.util.List;

/** Lists that a user gave a name, for themselves: an address with its filters. */
public final class Views {
  /** So many a user may keep. */
  public static final int MOST = 50;

  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 60;

  /**
   * A view.
   *
   * @param address path and query on this server
   */
  public record View(String name, String address) {}

  private final Store store;

  Views(Store store) {
    this.store = store;
  }

  /** Those of a user, by name. */
  public List<View> of(String member) {
    return store
        .db()
        .fetch("select name, address from saved_view where member = ? order by name", member)
        .map(r -> new View(r.get("name", String.class), r.get("address", String.class)));
  }

  /**
   * Keeps a view; one of the same name is replaced.
   *
   * @return whether there was room for it
   */
  public boolean keep(Act act, String name, String address) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a view needs a name of at most 60 characters");
    }
    return store.write(
        db -> {
          db.execute("delete from saved_view where member = ? and name = ?", act.actor(), name);
          int kept =
              db.fetchSingle("select count(*) as n from saved_view where member = ?", act.actor())
                  .get("n", Integer.class);
          if (kept >= MOST) {
            return false;
          }
          db.execute(
              "insert into saved_view (member, name, address, at) values (?, ?, ?, ?)",
              act.actor(),
              name,
              address,
              act.milli());
          return true;
        });
  }

  /** Forgets a view of a user. */
  public void forget(Act act, String name) {
    store.write(
        db ->
            db.execute("delete from saved_view where member = ? and name = ?", act.actor(), name));
  }
}
