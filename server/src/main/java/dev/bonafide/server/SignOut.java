package dev.bonafide.server;

import dev.bonafide.store.Act;
import dev.bonafide.store.Audit.Action;
import dev.bonafide.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Signing out: here, with a line in the audit, and then at the identity provider for who came
 * through one that can (OpenID Connect RP-Initiated Logout 1.0). Else the next click on its button
 * would let whoever sits there in again.
 */
final class SignOut implements LogoutHandler, LogoutSuccessHandler {
  /** Holds the identity token of a session, to end the provider's with. */
  static final String TOKEN = "identity token";

  private static final String OUT = "/sign-in?out";

  private final Store store;
  private final Clock clock;
  private final @Nullable Provider provider;

  SignOut(Store store, Clock clock, @Nullable Provider provider) {
    this.store = store;
    this.clock = clock;
    this.provider = provider;
  }

  /** Before the session ends. */
  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (authentication != null && authentication.getPrincipal() instanceof Signed signed) {
      store
          .audit()
          .add(new Act(signed.name(), clock.instant()), Action.SIGNED_OUT, signed.name(), "");
    }
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(TOKEN) instanceof String token) {
      request.setAttribute(TOKEN, token);
    }
  }

  /** After it. */
  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    String elsewhere =
        provider != null && request.getAttribute(TOKEN) instanceof String token
            ? provider.signOut(token, request)
            : null;
    response.sendRedirect(elsewhere == null ? OUT : elsewhere);
  }
}
