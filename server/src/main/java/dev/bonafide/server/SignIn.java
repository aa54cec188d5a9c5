package dev.bonafide.server;

import dev.bonafide.store.Act;
import dev.bonafide.store.Members.Member;
import dev.bonafide.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks names and passwords. Every refusal looks the same, whatever it was for. Five wrong
 * passwords lock a user for a while; twenty from one address in five minutes lock the address.
 */
@Component
final class SignIn implements AuthenticationProvider {
  private static final int MOST_OF_AN_ADDRESS = 20;
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int ADDRESSES = 10_000;

  private final Store store;
  private final Clock clock;
  private final Map<String, Deque<Instant>> refusals = new ConcurrentHashMap<>();

  SignIn(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String name = asked.getName().strip().toLowerCase(Locale.ROOT);
    String password = String.valueOf(asked.getCredentials());
    Instant now = clock.instant();
    String address =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "";
    if (tooMany(address, now)
        || name.isEmpty()
        || name.length() > 80
        || password.length() > Passwords.LONGEST) {
      throw refused();
    }
    Member member = store.members().find(name);
    boolean matches = Passwords.matches(password, member == null ? null : member.password());
    if (!matches || !mayEnter(member, now)) {
      note(address, now);
      // A user who is locked stays locked, and no longer for being tried.
      if (member == null || !now.isBefore(member.lockedUntil())) {
        store.members().refused(name, new Act(name, now));
      }
      throw refused();
    }
    store.members().signedIn(name, new Act(name, now));
    return signed(member);
  }

  private static boolean mayEnter(@Nullable Member member, Instant now) {
    return member != null && member.active() && !now.isBefore(member.lockedUntil());
  }

  static UsernamePasswordAuthenticationToken signed(@Nullable Member member) {
    if (member == null) {
      throw refused();
    }
    List<SimpleGrantedAuthority> roles =
        member.roles().stream().map(r -> new SimpleGrantedAuthority("ROLE_" + r.name())).toList();
    return UsernamePasswordAuthenticationToken.authenticated(Signed.of(member), null, roles);
  }

  private static BadCredentialsException refused() {
    return new BadCredentialsException("refused");
  }

  private boolean tooMany(String address, Instant now) {
    Deque<Instant> recent = refusals.get(address);
    if (recent == null) {
      return false;
    }
    synchronized (recent) {
      while (!recent.isEmpty() && recent.peekFirst().isBefore(now.minus(WINDOW))) {
        recent.removeFirst();
      }
      return recent.size() >= MOST_OF_AN_ADDRESS;
    }
  }

  private void note(String address, Instant now) {
    if (refusals.size() > ADDRESSES) {
      refusals.clear();
    }
    Deque<Instant> recent = refusals.computeIfAbsent(address, a -> new ArrayDeque<>());
    synchronized (recent) {
      recent.addLast(now);
    }
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
