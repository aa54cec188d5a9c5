package dev.bonafide.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One-time links with which somebody chooses a password: the first user, users who were added, and
 * users who forgot it. They live in memory only; a restart ends them.
 */
final class Invitations {
  /** The name that a link for the first user has, who chooses their own. */
  static final String FIRST = "";

  private static final Duration LIVE = Duration.ofHours(24);

  private record Invitation(String name, Instant until) {}

  private final Clock clock;
  private final Map<String, Invitation> open = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  Invitations(Clock clock) {
    this.clock = clock;
  }

  /** Makes a secret for a user; earlier ones of the same user end. */
  String invite(String name) {
    open.values().removeIf(i -> i.name.equals(name));
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    open.put(secret, new Invitation(name, clock.instant().plus(LIVE)));
    return secret;
  }

  /** Whom a secret is for; null when it is none, was used, or is too old. */
  @Nullable String name(String secret) {
    Map.Entry<String, Invitation> found = find(secret);
    return found == null ? null : found.getValue().name;
  }

  /** Uses a secret up; whether it was still there. */
  boolean use(String secret) {
    Map.Entry<String, Invitation> found = find(secret);
    return found != null && open.remove(found.getKey(), found.getValue());
  }

  private Map.@Nullable Entry<String, Invitation> find(String secret) {
    byte[] wanted = secret.getBytes(StandardCharsets.UTF_8);
    Map.Entry<String, Invitation> found = null;
    for (Iterator<Map.Entry<String, Invitation>> i = open.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<String, Invitation> entry = i.next();
      if (clock.instant().isAfter(entry.getValue().until)) {
        i.remove();
      } else if (MessageDigest.isEqual(wanted, entry.getKey().getBytes(StandardCharsets.UTF_8))) {
        found = entry;
      }
    }
    return found;
  }
}
