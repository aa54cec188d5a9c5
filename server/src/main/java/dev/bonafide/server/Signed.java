package dev.bonafide.server;

import dev.bonafide.store.Act;
import dev.bonafide.store.Members.Member;
import dev.bonafide.store.Members.Role;
import java.security.Principal;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Somebody who signed in.
 *
 * @param version of the user when they did; a later one ends the session
 */
record Signed(String name, String shown, Set<Role> roles, long version) implements Principal {
  static Signed of(Member member) {
    return new Signed(member.name(), member.shown(), Set.copyOf(member.roles()), member.version());
  }

  @Override
  public String getName() {
    return name;
  }

  /** Whoever this request is from; null before they sign in. */
  static @Nullable Signed here() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Signed signed
        ? signed
        : null;
  }

  /** What they do now. Only behind the sign-in. */
  static Act act(Clock clock) {
    Signed signed = here();
    if (signed == null) {
      throw new IllegalStateException("nobody signed in");
    }
    return new Act(signed.name, clock.instant());
  }

  boolean is(Role role) {
    return roles.contains(role);
  }

  boolean seesPeople() {
    return is(Role.REVIEWER) || is(Role.INVESTIGATOR);
  }
}
