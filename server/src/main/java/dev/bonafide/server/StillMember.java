package dev.bonafide.server;

import dev.bonafide.store.Members.Member;
import dev.bonafide.store.Store;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of a user who was changed or shut out since they signed in. */
final class StillMember extends OncePerRequestFilter {
  private final Store store;

  StillMember(Store store) {
    this.store = store;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Signed signed = Signed.here();
    if (signed != null) {
      Member member = store.members().find(signed.name());
      if (member == null || !member.active() || member.version() != signed.version()) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
          session.invalidate();
        }
      }
    }
    chain.doFilter(request, response);
  }
}
