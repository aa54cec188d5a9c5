package dev.bonafide.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Bearer tokens of programs. Only their hashes are kept. */
public final class Tokens {
  /**
   * A token without its secret.
   *
   * @param revokedAt the epoch while it stands
   */
  public record Token(
      String id,
      String name,
      String owner,
      Set<String> scopes,
      Instant createdAt,
      Instant expiresAt,
      Instant revokedAt) {

    public boolean holds(Instant now) {
      return revokedAt.equals(Instant.EPOCH) && now.isBefore(expiresAt);
    }
  }

  private static final String PREFIX = "bfd_";

  private final Store store;

  Tokens(Store store) {
    this.store = store;
  }

  /** Makes a token; what is returned is shown once and kept nowhere. */
  public String make(String name, Set<String> scopes, Instant expiresAt, Act act) {
    byte[] bytes = new byte[32];
    SecureRandom random = new SecureRandom();
    random.nextBytes(bytes);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    byte[] id = new byte[6];
    random.nextBytes(id);
    String words = String.join(" ", new TreeSet<>(scopes));
    store.write(
        db -> {
          db.execute(
              "insert into token (id, hash, name, owner, scopes, created_at, expires_at,"
                  + " revoked_at) values (?, ?, ?, ?, ?, ?, ?, 0)",
              HexFormat.of().formatHex(id),
              hash(secret),
              name,
              act.actor(),
              words,
              act.milli(),
              expiresAt.toEpochMilli());
          Audit.add(
              db, act, Audit.Action.TOKEN_MADE, name, "scopes " + words + ", until " + expiresAt);
          return true;
        });
    return secret;
  }

  /** The token of a secret, when it stands. */
  public @Nullable Token find(String secret, Instant now) {
    return store.db().fetch("select * from token where hash = ?", hash(secret)).stream()
        .map(Tokens::token)
        .filter(token -> token.holds(now))
        .findFirst()
        .orElse(null);
  }

  public List<Token> all() {
    return store.db().fetch("select * from token order by created_at desc, id").map(Tokens::token);
  }

  public boolean revoke(String id, Act act) {
    return store.write(
        db -> {
          int changed =
              db.execute(
                  "update token set revoked_at = ? where id = ? and revoked_at = 0",
                  act.milli(),
                  id);
          if (changed > 0) {
            Audit.add(db, act, Audit.Action.TOKEN_REVOKED, id, "");
          }
          return changed > 0;
        });
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static Token token(Record r) {
    return new Token(
        r.get("id", String.class),
        r.get("name", String.class),
        r.get("owner", String.class),
        new TreeSet<>(Arrays.asList(r.get("scopes", String.class).split(" "))),
        Instant.ofEpochMilli(r.get("created_at", Long.class)),
        Instant.ofEpochMilli(r.get("expires_at", Long.class)),
        Instant.ofEpochMilli(r.get("revoked_at", Long.class)));
  }
}
