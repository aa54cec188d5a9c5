package dev.bonafide.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Who may use the console. */
public final class Members {
  /** What somebody may do. */
  public enum Role {
    /** Reads the queue and people, and judges. */
    REVIEWER,
    /** Also reveals who a person is. */
    INVESTIGATOR,
    /** Keeps users, tokens and imports; sees nobody. */
    ADMINISTRATOR,
    /** Reads the audit. */
    AUDITOR;

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** A role by its word; null when it is none. */
    public static @Nullable Role of(String slug) {
      return Arrays.stream(values()).filter(r -> r.slug().equals(slug)).findFirst().orElse(null);
    }
  }

  /**
   * A user.
   *
   * @param name what they sign in with, in small letters
   * @param password as it was encoded; empty for users of an identity provider
   * @param subject who they are at the identity provider; empty for local users
   * @param lockedUntil the epoch when they are not locked
   * @param version grows with each change after which open sessions must end
   */
  public record Member(
      String name,
      String shown,
      String password,
      String subject,
      Set<Role> roles,
      boolean active,
      int failed,
      Instant lockedUntil,
      long version,
      Instant createdAt,
      Instant seenAt) {

    @Override
    public String toString() {
      return name;
    }
  }

  /** So many wrong passwords in a row lock a user. */
  public static final int MOST_FAILURES = 5;

  /** For so long. */
  public static final Duration LOCK = Duration.ofMinutes(15);

  private final Store store;

  Members(Store store) {
    this.store = store;
  }

  public boolean none() {
    return store.db().fetch("select 1 from member limit 1").isEmpty();
  }

  public List<Member> all() {
    return store.db().fetch("select * from member order by name").map(Members::member);
  }

  public @Nullable Member find(String name) {
    return find(store.db(), name.strip().toLowerCase(Locale.ROOT));
  }

  private static @Nullable Member find(DSLContext db, String name) {
    return db.fetch("select * from member where name = ?", name).map(Members::member).stream()
        .findFirst()
        .orElse(null);
  }

  /** The user of an identity provider's subject. */
  public @Nullable Member ofSubject(String subject) {
    return store.db().fetch("select * from member where subject = ?", subject).stream()
        .map(Members::member)
        .findFirst()
        .orElse(null);
  }

  /**
   * The first user, of an empty store.
   *
   * @return whether there was nobody before
   */
  public boolean addFirst(String name, String shown, String password, Set<Role> roles, Act act) {
    return store.write(
        db -> {
          if (!db.fetch("select 1 from member limit 1").isEmpty()) {
            return false;
          }
          insert(db, name, shown, password, "", roles, act);
          Audit.add(db, act, Audit.Action.SET_UP, name, "roles " + words(roles));
          return true;
        });
  }

  /**
   * Adds a user.
   *
   * @return whether the name was free
   */
  public boolean add(
      String name, String shown, String password, String subject, Set<Role> roles, Act act) {
    return store.write(
        db -> {
          if (find(db, name) != null) {
            return false;
          }
          insert(db, name, shown, password, subject, roles, act);
          Audit.add(db, act, Audit.Action.MEMBER_ADDED, name, "roles " + words(roles));
          return true;
        });
  }

  private static void insert(
      DSLContext db,
      String name,
      String shown,
      String password,
      String subject,
      Set<Role> roles,
      Act act) {
    db.execute(
        "insert into member (name, shown, password, subject, roles, active, failed, locked_until,"
            + " version, created_at, seen_at) values (?, ?, ?, ?, ?, 1, 0, 0, 1, ?, 0)",
        name,
        shown,
        password,
        subject,
        words(roles),
        act.milli());
  }

  /**
   * Ties a user who was invited for the identity provider to who they are there.
   *
   * @return whether nobody was tied before
   */
  public boolean bind(String name, String subject, Act act) {
    return store.write(
        db -> {
          int changed =
              db.execute(
                  "update member set subject = ? where name = ? and subject = '' and password = ''",
                  subject,
                  name);
          if (changed == 1) {
            Audit.add(db, act, Audit.Action.MEMBER_CHANGED, name, "tied to the identity provider");
          }
          return changed == 1;
        });
  }

  /** Changes roles and whether the user may sign in; open sessions end. */
  public void change(String name, Set<Role> roles, boolean active, Act act) {
    store.write(
        db -> {
          db.execute(
              "update member set roles = ?, active = ?, version = version + 1 where name = ?",
              words(roles),
              active ? 1 : 0,
              name);
          Audit.add(
              db,
              act,
              Audit.Action.MEMBER_CHANGED,
              name,
              "roles " + words(roles) + (active ? "" : ", may not sign in"));
          return true;
        });
  }

  /** Gives a new password; open sessions end, a lock is lifted. */
  public void password(String name, String encoded, Act act) {
    store.write(
        db -> {
          db.execute(
              "update member set password = ?, failed = 0, locked_until = 0, version = version + 1"
                  + " where name = ?",
              encoded,
              name);
          Audit.add(db, act, Audit.Action.MEMBER_CHANGED, name, "new password");
          return true;
        });
  }

  public void signedIn(String name, Act act) {
    store.write(
        db -> {
          db.execute(
              "update member set failed = 0, locked_until = 0, seen_at = ? where name = ?",
              act.milli(),
              name);
          Audit.add(db, act, Audit.Action.SIGNED_IN, name, "");
          return true;
        });
  }

  /** Counts a wrong password; the last of too many locks. */
  public void refused(String name, Act act) {
    store.write(
        db -> {
          Audit.add(db, act, Audit.Action.SIGN_IN_REFUSED, name, "");
          Member member = find(db, name);
          if (member == null) {
            return false;
          }
          boolean lock = member.failed() + 1 >= MOST_FAILURES;
          db.execute(
              "update member set failed = ?, locked_until = ? where name = ?",
              lock ? 0 : member.failed() + 1,
              lock ? act.at().plus(LOCK).toEpochMilli() : member.lockedUntil().toEpochMilli(),
              name);
          if (lock) {
            Audit.add(
                db,
                act,
                Audit.Action.LOCKED,
                name,
                MOST_FAILURES + " wrong passwords, for " + LOCK.toMinutes() + " minutes");
          }
          return true;
        });
  }

  private static String words(Set<Role> roles) {
    return roles.stream().map(Role::slug).sorted().collect(Collectors.joining(" "));
  }

  private static Member member(Record r) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String slug : new TreeSet<>(Arrays.asList(r.get("roles", String.class).split(" ")))) {
      Role role = Role.of(slug);
      if (role != null) {
        roles.add(role);
      }
    }
    return new Member(
        r.get("name", String.class),
        r.get("shown", String.class),
        r.get("password", String.class),
        r.get("subject", String.class),
        roles,
        r.get("active", Integer.class) == 1,
        r.get("failed", Integer.class),
        Instant.ofEpochMilli(r.get("locked_until", Long.class)),
        r.get("version", Long.class),
        Instant.ofEpochMilli(r.get("created_at", Long.class)),
        Instant.ofEpochMilli(r.get("seen_at", Long.class)));
  }
}
