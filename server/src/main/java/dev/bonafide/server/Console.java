package dev.bonafide.server;

import dev.bonafide.store.Act;
import dev.bonafide.store.Members.Role;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The console as an application: who may do what, and what every answer carries. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@ComponentScan
class Console {
  /** Nothing inline, nothing from elsewhere, no frames. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String[] SEES_PEOPLE = {Role.REVIEWER.name(), Role.INVESTIGATOR.name()};

  private static final Duration QUIET = Duration.ofSeconds(10);

  private final Store store;
  private final Clock clock;
  private final Answered answered;

  Console(Store store, Clock clock, Answered answered) {
    this.store = store;
    this.clock = clock;
    this.answered = answered;
  }

  /** Programs: a token and its scopes, no cookie, so no forged requests either. */
  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http) throws Exception {
    return http.securityMatcher("/api/**", "/metrics")
        .authorizeHttpRequests(
            ask ->
                ask.requestMatchers("/api/openapi.json")
                    .authenticated()
                    .requestMatchers("/api/v1/run", "/api/v1/people", "/api/v1/people/**")
                    .hasAuthority(Api.PEOPLE)
                    .requestMatchers(
                        "/api/v1/ties",
                        "/api/v1/ties/**",
                        "/api/v1/clusters",
                        "/api/v1/clusters/**")
                    .hasAuthority(Api.LINKS)
                    .requestMatchers("/api/v1/applications", "/api/v1/applications/**")
                    .hasAuthority(Api.APPLICATIONS)
                    .requestMatchers("/api/v1/sources")
                    .hasAuthority(Api.SOURCES)
                    .requestMatchers("/api/v1/judgements", "/api/v1/judgements/pairs")
                    .hasAuthority(Api.JUDGEMENTS)
                    .requestMatchers("/api/v1/audit")
                    .hasAuthority(Api.AUDIT)
                    .requestMatchers("/metrics")
                    .hasAuthority(Api.METRICS)
                    .anyRequest()
                    .denyAll())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new Bearer(store, clock), AuthorizationFilter.class)
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(
                        (request, response, e) ->
                            Bearer.refuse(response, 401, "Show a token: Authorization: Bearer ..."))
                    .accessDeniedHandler(
                        (request, response, e) ->
                            Bearer.refuse(response, 403, "This token is not for that.")))
        .build();
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http, SignIn signIn, ObjectProvider<Provider> identityProvider)
      throws Exception {
    Provider provider = identityProvider.getIfAvailable();
    SignOut signOut = new SignOut(store, clock, provider);
    if (provider != null) {
      http.oauth2Login(provider::configure);
    }
    return http.authorizeHttpRequests(
            ask ->
                ask.requestMatchers("/assets/**", "/sign-in", "/invitation", "/health", "/error")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/people/*/reveal")
                    .hasRole(Role.INVESTIGATOR.name())
                    .requestMatchers(
                        "/queue",
                        "/queue.csv",
                        "/queue/views",
                        "/queue/views/forget",
                        "/people/**",
                        "/links",
                        "/links.csv",
                        "/links/**",
                        "/applications",
                        "/applications/card")
                    .hasAnyRole(SEES_PEOPLE)
                    .requestMatchers("/audit", "/audit.csv")
                    .hasRole(Role.AUDITOR.name())
                    .requestMatchers("/users/**", "/settings")
                    .hasRole(Role.ADMINISTRATOR.name())
                    .requestMatchers("/", "/sources", "/indicators", "/account", "/keys")
                    .authenticated()
                    .anyRequest()
                    .denyAll())
        .authenticationProvider(signIn)
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("name")
                    .passwordParameter("password")
                    .defaultSuccessUrl("/")
                    .failureUrl("/sign-in?refused"))
        .logout(
            out ->
                out.logoutUrl("/sign-out")
                    .addLogoutHandler(signOut)
                    .logoutSuccessHandler(signOut)
                    .deleteCookies("bonafide"))
        .sessionManagement(session -> session.sessionFixation(fix -> fix.changeSessionId()))
        .addFilterBefore(new StillMember(store), AuthorizationFilter.class)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(policy(provider)))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .permissionsPolicyHeader(
                        permissions ->
                            permissions.policy(
                                "camera=(), microphone=(), geolocation=(), usb=(), payment=(),"
                                    + " interest-cohort=()"))
                    .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .crossOriginResourcePolicy(
                        resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
        .build();
  }

  /** The policy; the form that signs out may also end at the identity provider. */
  static String policy(@Nullable Provider provider) {
    String origin = provider == null ? null : provider.origin();
    return origin == null
        ? POLICY
        : POLICY.replace("form-action 'self'", "form-action 'self' " + origin);
  }

  /**
   * Once when nobody asks: the collector that the console starts with gives memory back to the
   * system only when it collects everything, and idle it never does.
   */
  @Scheduled(initialDelay = 10_000, fixedDelay = 5_000)
  void rest() {
    if (answered.rests(QUIET)) {
      System.gc();
    }
  }

  /** Explanations that ran out count no more, whether or not somebody looks. */
  @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
  void expire() {
    Runs.Run run = store.runs().latest();
    if (run != null) {
      store.judgements().expire(run, new Act("(clock)", clock.instant()));
    }
    store.retention().apply(new Act("(clock)", clock.instant()));
  }
}
