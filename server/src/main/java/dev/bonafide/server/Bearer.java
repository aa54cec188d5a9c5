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
import java.time.Duration;
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

  /** So many requests a minute of one token. */
  static final int MOST = 600;

  /** So many wrong tokens of one address in five minutes. */
  static final int MOST_WRONG = 20;

  private final Store store;
  private final Clock clock;
  private final Pace right;
  private final Pace wrong;

  Bearer(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.right = new Pace(MOST, Duration.ofMinutes(1), clock);
    this.wrong = new Pace(MOST_WRONG, Duration.ofMinutes(5), clock);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.startsWith("Bearer ") && header.length() < 200) {
      Token token = store.tokens().find(header.substring(7).strip(), clock.instant());
      Pace pace = token == null ? wrong : right;
      if (!pace.count(token == null ? request.getRemoteAddr() : token.id())) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pace.seconds()));
        refuse(response, 429, "Too many requests: ask again later.");
        return;
      }
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
