package dev.bonafide.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * What was done and read, by whom: a chain of lines, each with the hash of the line before it, only
 * added to. A line that is changed, taken out or put in is found by {@link #verify}. Whoever can
 * write to the database can still write the whole chain anew: an {@link Anchor} that is kept
 * elsewhere shows that.
 */
public final class Audit {
  /** What is written down. */
  public enum Action {
    SET_UP,
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    LOCKED,
    MEMBER_ADDED,
    MEMBER_CHANGED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    IMPORTED,
    PERSON_READ,
    PAIR_READ,
    CLUSTER_READ,
    APPLICATION_READ,
    LIST_EXPORTED,
    REVEALED,
    JUDGED,
    PAIR_JUDGED,
    WITHDRAWN,
    EXPIRED,
    SETTING_CHANGED,
    DELETED,
    AUDIT_READ;

    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A line.
   *
   * @param seq from 1, without gaps
   * @param subject whom or what it was done to: a person's id, a user's name, a run; may be empty
   * @param hash of this line and, through {@code previous}, of all before it
   */
  public record Line(
      long seq,
      Instant at,
      String actor,
      String action,
      String subject,
      String detail,
      String previous,
      String hash) {}

  /** Where the chain ended at some time, to be kept where nobody who runs the store can write. */
  public record Anchor(long seq, String hash) {
    @Override
    public String toString() {
      return seq + ":" + hash;
    }

    /** From its text; null when it is none. */
    public static @Nullable Anchor parse(String text) {
      String[] parts = text.strip().split(":", 2);
      return parts.length == 2 && parts[0].matches("\\d{1,18}") && parts[1].matches("[0-9a-f]{64}")
          ? new Anchor(Long.parseLong(parts[0]), parts[1])
          : null;
    }
  }

  /**
   * What a check of the chain found.
   *
   * @param lines how many were read
   * @param problem the first thing that is wrong, null when the chain is whole
   */
  public record Verified(long lines, Anchor head, @Nullable String problem) {
    public boolean whole() {
      return problem == null;
    }
  }

  private static final int PAGE = 5000;

  private final Store store;

  Audit(Store store) {
    this.store = store;
  }

  /** Writes a line of its own. */
  public void add(Act act, Action action, String subject, String detail) {
    store.write(
        db -> {
          add(db, act, action, subject, detail);
          return true;
        });
  }

  /** Writes a line in a transaction that does what it says. */
  static void add(DSLContext db, Act act, Action action, String subject, String detail) {
    // First the head: it makes other processes wait.
    db.execute("update audit_head set seq = seq + 1 where one = 1");
    Record head = db.fetchSingle("select seq, hash from audit_head where one = 1");
    long seq = head.get("seq", Long.class);
    String previous = head.get("hash", String.class);
    String hash = hash(seq, act.milli(), act.actor(), action.slug(), subject, detail, previous);
    db.execute(
        "insert into audit (seq, at, actor, action, subject, detail, previous, hash)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        seq,
        act.milli(),
        act.actor(),
        action.slug(),
        subject,
        detail,
        previous,
        hash);
    db.execute("update audit_head set hash = ? where one = 1", hash);
  }

  /**
   * Lines, the newest first.
   *
   * @param before only lines with a smaller number; 0 for the newest
   * @param about only lines of this actor, subject or action; empty for all
   */
  public List<Line> lines(long before, String about, int limit) {
    List<Object> binds = new ArrayList<>();
    StringBuilder sql = new StringBuilder("select * from audit where seq < ?");
    binds.add(before <= 0 ? Long.MAX_VALUE : before);
    if (!about.isEmpty()) {
      sql.append(" and (actor = ? or subject = ? or action = ?)");
      binds.addAll(List.of(about, about, about));
    }
    sql.append(" order by seq desc limit ?");
    binds.add(limit);
    return store.db().fetch(sql.toString(), binds.toArray()).map(Audit::line);
  }

  /**
   * Lines since a time, the oldest first.
   *
   * @param after only lines with a larger number
   */
  public List<Line> since(Instant from, long after, int limit) {
    return store
        .db()
        .fetch(
            "select * from audit where seq > ? and at >= ? order by seq limit ?",
            after,
            from.toEpochMilli(),
            limit)
        .map(Audit::line);
  }

  /** Where the chain ends now. */
  public Anchor head() {
    Record head = store.db().fetchSingle("select seq, hash from audit_head where one = 1");
    return new Anchor(head.get("seq", Long.class), head.get("hash", String.class));
  }

  /**
   * Reckons the whole chain again.
   *
   * @param anchor an earlier end of the chain that was kept elsewhere; null for none
   */
  public Verified verify(@Nullable Anchor anchor) {
    Anchor head = head();
    String previous = "";
    long seq = 0;
    while (true) {
      List<Line> page =
          store
              .db()
              .fetch(
                  "select * from audit where seq > ? and seq <= ? order by seq limit ?",
                  seq,
                  head.seq(),
                  PAGE)
              .map(Audit::line);
      for (Line line : page) {
        seq++;
        String problem = problem(line, seq, previous, anchor);
        if (problem != null) {
          return new Verified(seq, head, problem);
        }
        previous = line.hash();
      }
      if (page.size() < PAGE) {
        break;
      }
    }
    if (seq != head.seq() || !previous.equals(head.hash())) {
      return new Verified(
          seq, head, "the chain ends at line " + seq + ", its head says " + head.seq());
    }
    if (anchor != null && anchor.seq() > seq) {
      return new Verified(
          seq, head, "the anchor is of line " + anchor.seq() + ", which is no longer there");
    }
    return new Verified(seq, head, null);
  }

  private static @Nullable String problem(
      Line line, long seq, String previous, @Nullable Anchor anchor) {
    if (line.seq() != seq) {
      return "line " + seq + " is missing";
    }
    if (!line.previous().equals(previous)) {
      return "line " + seq + " does not follow line " + (seq - 1);
    }
    String hash =
        hash(
            line.seq(),
            line.at().toEpochMilli(),
            line.actor(),
            line.action(),
            line.subject(),
            line.detail(),
            line.previous());
    if (!hash.equals(line.hash())) {
      return "line " + seq + " was changed after it was written";
    }
    if (anchor != null && anchor.seq() == seq && !anchor.hash().equals(line.hash())) {
      return "line " + seq + " is not the one that was anchored: the chain was written anew";
    }
    return null;
  }

  private static String hash(
      long seq,
      long at,
      String actor,
      String action,
      String subject,
      String detail,
      String previous) {
    MessageDigest sha;
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
    for (String part :
        List.of(Long.toString(seq), Long.toString(at), actor, action, subject, detail, previous)) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // With its length before it, no text can run into the next.
      sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha.update(bytes);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static Line line(Record r) {
    return new Line(
        r.get("seq", Long.class),
        Instant.ofEpochMilli(r.get("at", Long.class)),
        r.get("actor", String.class),
        r.get("action", String.class),
        r.get("subject", String.class),
        r.get("detail", String.class),
        r.get("previous", String.class),
        r.get("hash", String.class));
  }
}
