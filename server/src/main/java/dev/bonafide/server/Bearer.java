package dev.bonafide.server;

import dev.bonafide.engine.Json;
import dev.bonafide.store.Act;
import dev.bonafide.store.Store;
import dev.bonafide.store.Tokens.Token;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** A program that shows a token: what the token is for is what it may do. */
final class Bearer extends OncePerRequestFilter {
  /** A program, in the place of a user. */
  record Program(String name) {}

  private final Store store;
  private final Clock clock;

  Bearer(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.startsWith("Bearer ") && header.length() < 200) {
      Token token = store.tokens().find(header.substring(7).strip(), clock.instant());
      if (token != null) {
        SecurityContextHolder.getContext()
            .setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                    new Program("token " + token.name()),
                    null,
                    token.scopes().stream().map(SimpleGrantedAuthority::new).toList()));
      }
    }
    chain.doFilter(request, response);
  }

  static Act act(Clock clock) {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof Program program)) {
      throw new IllegalStateException("no token was shown");
    }
    return new Act(program.name(), clock.instant());
  }

  static void refuse(HttpServletResponse response, int status, String words) throws IOException {
    response.setStatus(status);
    response.setContentType(Api.JSON);
    if (status == 401) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    response
        .getOutputStream()
        .write((Json.line(Map.of("error", words)) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
