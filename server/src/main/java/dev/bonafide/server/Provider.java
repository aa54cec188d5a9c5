package dev.bonafide.server;

import dev.bonafide.store.Act;
import dev.bonafide.store.Members.Member;
import dev.bonafide.store.Members.Role;
import dev.bonafide.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Signing in through an identity provider (OpenID Connect: code, PKCE, nonce). Somebody enters who
 * is a user already, whom an administrator invited under their verified mail address, or to whom
 * the claim of roles gives one. Nobody else: that the provider knows them is not enough.
 */
final class Provider {
  /** Its name in addresses. */
  private static final String ID = "provider";

  static final String ADDRESS =
      OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/" + ID;

  private static final String REFUSED = "/sign-in?stranger";

  /**
   * How it is reached.
   *
   * @param issuer where its metadata stands
   * @param secret of this client; empty for a public one
   * @param roles the claim that gives roles; null when only invitations do
   */
  public record Oidc(String issuer, String client, String secret, @Nullable String roles) {
    @Override
    public String toString() {
      return issuer;
    }
  }

  private final Store store;
  private final Clock clock;
  private final Oidc oidc;
  private final ClientRegistrationRepository registrations;

  /** Where its own session ends; null when it offers that nowhere. */
  private final @Nullable String end;

  private final @Nullable String url;

  Provider(Store store, Clock clock, Oidc oidc, @Nullable String url) {
    this.store = store;
    this.clock = clock;
    this.oidc = oidc;
    ClientRegistration.Builder found;
    try {
      found = ClientRegistrations.fromOidcIssuerLocation(oidc.issuer());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new Main.Refused(
          Main.USAGE,
          "the identity provider " + oidc.issuer() + " does not answer as one: " + e.getMessage());
    }
    this.url = url == null ? null : url.replaceAll("/+$", "");
    this.end = end(found.clientId(oidc.client()).registrationId(ID).build());
    this.registrations =
        new InMemoryClientRegistrationRepository(
            found
                .registrationId(ID)
                .clientId(oidc.client())
                .clientSecret(oidc.secret())
                .clientAuthenticationMethod(
                    oidc.secret().isEmpty()
                        ? ClientAuthenticationMethod.NONE
                        : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .scope("openid", "email", "profile")
                .redirectUri(
                    (this.url == null ? "{baseUrl}" : this.url)
                        + "/login/oauth2/code/{registrationId}")
                .build());
  }

  private static @Nullable String end(ClientRegistration known) {
    Object end = known.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
    return end instanceof String address && address.matches("https?://[^\\s;,'\"]+")
        ? address
        : null;
  }

  /** Its address without path, for the policy of forms: signing out ends there. */
  @Nullable String origin() {
    return end == null ? null : end.replaceFirst("^(https?://[^/?#]+).*$", "$1");
  }

  /** Where to end its session too; it sends the browser back to the entrance. */
  @Nullable String signOut(String token, HttpServletRequest request) {
    if (end == null) {
      return null;
    }
    String here =
        url == null ? request.getRequestURL().toString().replaceFirst("/sign-out$", "") : url;
    return end
        + (end.contains("?") ? "&" : "?")
        + "id_token_hint="
        + URLEncoder.encode(token, StandardCharsets.UTF_8)
        + "&client_id="
        + URLEncoder.encode(oidc.client(), StandardCharsets.UTF_8)
        + "&post_logout_redirect_uri="
        + URLEncoder.encode(here + "/sign-in?out", StandardCharsets.UTF_8);
  }

  void configure(
      OAuth2LoginConfigurer<
              org.springframework.security.config.annotation.web.builders.HttpSecurity>
          login) {
    DefaultOAuth2AuthorizationRequestResolver requests =
        new DefaultOAuth2AuthorizationRequestResolver(
            registrations,
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    login
        .loginPage("/sign-in")
        .clientRegistrationRepository(registrations)
        .authorizedClientRepository(new Forgotten())
        .authorizationEndpoint(ask -> ask.authorizationRequestResolver(requests))
        .successHandler(this::entered)
        .failureHandler((request, response, e) -> response.sendRedirect(REFUSED));
  }

  private void entered(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    Member member = authentication.getPrincipal() instanceof OidcUser user ? member(user) : null;
    if (member == null || !member.active()) {
      SecurityContextHolder.clearContext();
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      response.sendRedirect(REFUSED);
      return;
    }
    store.members().signedIn(member.name(), new Act(member.name(), clock.instant()));
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(SignIn.signed(member));
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    if (end != null && authentication.getPrincipal() instanceof OidcUser user) {
      request.getSession().setAttribute(SignOut.TOKEN, user.getIdToken().getTokenValue());
    }
    response.sendRedirect("/");
  }

  /** Who somebody is here; null for strangers. */
  private @Nullable Member member(OidcUser user) {
    String subject = oidc.issuer() + " " + user.getSubject();
    Set<Role> claimed = claimed(user);
    Member member = store.members().ofSubject(subject);
    Act act = new Act(member == null ? "(provider)" : member.name(), clock.instant());
    if (member == null) {
      String mail =
          Boolean.TRUE.equals(user.getEmailVerified()) && user.getEmail() != null
              ? user.getEmail().strip().toLowerCase(Locale.ROOT)
              : "";
      Member invited = mail.isEmpty() ? null : store.members().find(mail);
      if (invited != null) {
        // Only who was invited for the provider: a local user is not taken over by a mail address.
        return invited.password().isEmpty()
                && invited.subject().isEmpty()
                && store.members().bind(mail, subject, act)
            ? store.members().find(mail)
            : null;
      }
      if (claimed == null || claimed.isEmpty() || !mail.matches(UsersPage.NAME)) {
        return null;
      }
      String shown = user.getFullName() == null ? mail : user.getFullName();
      store
          .members()
          .add(mail, shown.substring(0, Math.min(80, shown.length())), "", subject, claimed, act);
      return store.members().ofSubject(subject);
    }
    if (claimed != null && !claimed.equals(member.roles())) {
      store.members().change(member.name(), claimed, member.active() && !claimed.isEmpty(), act);
      return store.members().find(member.name());
    }
    return member;
  }

  /** The roles that the provider gives; null when it says nothing of them. */
  private @Nullable Set<Role> claimed(OidcUser user) {
    Object claim = oidc.roles() == null ? null : user.getClaims().get(oidc.roles());
    List<String> words =
        switch (claim) {
          case Collection<?> all -> all.stream().map(String::valueOf).toList();
          case String text -> List.of(text.split("[ ,]+"));
          case null, default -> null;
        };
    if (words == null) {
      return null;
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : words) {
      String slug = word.toLowerCase(Locale.ROOT);
      Role role = Role.of(slug.startsWith("bonafide-") ? slug.substring(9) : slug);
      if (role != null) {
        roles.add(role);
      }
    }
    return roles;
  }

  /** Tokens that open anything at the provider are kept nowhere. */
  private static final class Forgotten implements OAuth2AuthorizedClientRepository {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface's own signature
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String registration, Authentication principal, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {
      // Nothing asks the provider again.
    }

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {
      // Nothing was kept.
    }
  }
}
