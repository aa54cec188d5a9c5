package dev.bonafide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.store.Act;
import dev.bonafide.store.Audit;
import dev.bonafide.store.Company;
import dev.bonafide.store.Members.Role;
import dev.bonafide.store.Store;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in through an identity provider, a small one in this process. */
class ProviderTest {
  private static final Movable CLOCK = new Movable();
  private static final Act ACT = new Act("(test)", Instant.parse("2026-11-24T12:00:00Z"));

  @TempDir static Path folder;
  private static SmallProvider provider;
  private static Store store;
  private static Serve.Running running;

  @BeforeAll
  static void start() throws Exception {
    provider = new SmallProvider();
    store =
        Store.open(new Store.File(folder.resolve("store.db")), Company.CATALOGUE.cards().values());
    running =
        Serve.start(
            store,
            new Keys(List.of()),
            new Serve.Settings(
                "127.0.0.1",
                0,
                null,
                new Provider.Oidc(provider.issuer(), "bonafide", "shh", "groups")),
            CLOCK);
  }

  @AfterAll
  static void stop() {
    running.close();
    store.close();
    provider.close();
  }

  @BeforeEach
  void nobody() {
    provider.claims.clear();
    provider.lies = false;
  }

  private static void who(String subject, String mail, boolean verified) {
    provider.claims.putAll(Map.of("sub", subject, "email", mail, "email_verified", verified));
  }

  /** From the button to the first page; where the console sends the browser in the end. */
  private static String enter(Browser browser) {
    assertThat(browser.get("/sign-in").body()).contains("href=\"" + Provider.ADDRESS + "\"");
    HttpResponse<String> asks = browser.get(Provider.ADDRESS);
    assertThat(asks.statusCode()).isEqualTo(302);
    String to = asks.headers().firstValue("location").orElseThrow();
    assertThat(to).startsWith(provider.issuer()).contains("code_challenge_method=S256", "nonce=");
    URI back = URI.create(provider.back(to));
    return browser
        .get(back.getRawPath() + "?" + back.getRawQuery())
        .headers()
        .firstValue("location")
        .orElse("");
  }

  @Test
  void aStrangerWhomTheProviderKnowsDoesNotEnter() {
    who("1", "stranger@works.example", true);
    Browser browser = new Browser(running.url());
    assertThat(enter(browser)).endsWith("/sign-in?stranger");
    assertThat(browser.get("/sign-in?stranger").body()).contains("you may not enter here");
    assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    assertThat(store.members().find("stranger@works.example")).isNull();
  }

  @Test
  void whoWasInvitedEntersByTheirVerifiedMailAndIsKnownByTheirSubjectFromThen() {
    store.members().add("yarrow@works.example", "Yarrow", "", "", Set.of(Role.REVIEWER), ACT);
    who("2", "Yarrow@works.example", false);
    assertThat(enter(new Browser(running.url()))).as("unverified").endsWith("?stranger");
    who("2", "Yarrow@works.example", true);
    Browser browser = new Browser(running.url());
    assertThat(enter(browser)).isEqualTo(running.url() + "/");
    assertThat(browser.get("/account").body()).contains("yarrow@works.example", "reviewer");
    assertThat(browser.get("/users").statusCode()).isEqualTo(403);
    who("3", "yarrow@works.example", true);
    assertThat(enter(new Browser(running.url()))).as("another subject").endsWith("?stranger");
    who("2", "renamed@works.example", true);
    assertThat(enter(new Browser(running.url())))
        .as("the same subject")
        .isEqualTo(running.url() + "/");
  }

  @Test
  void whoSignsOutIsSignedOutAtTheProviderTooAndALocalUserIsNotSentThere() {
    who("7", "mallow@works.example", true);
    provider.claims.put("groups", List.of("reviewer"));
    Browser browser = new Browser(running.url());
    enter(browser);
    HttpResponse<String> page = browser.get("/account");
    assertThat(page.headers().firstValue("content-security-policy"))
        .hasValueSatisfying(
            policy -> assertThat(policy).contains("form-action 'self' " + provider.issuer() + ";"));
    String to =
        browser.post("/account", "/sign-out").headers().firstValue("location").orElseThrow();
    assertThat(to)
        .startsWith(provider.issuer() + "/end?id_token_hint=ey")
        .endsWith(
            "&client_id=bonafide&post_logout_redirect_uri="
                + URLEncoder.encode(running.url() + "/sign-in?out", StandardCharsets.UTF_8));
    assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    assertThat(store.audit().lines(0, "mallow@works.example", 1))
        .extracting(Audit.Line::action)
        .containsExactly("signed-out");
    store
        .members()
        .add("tansy", "Tansy", Passwords.encode(Browser.PASSWORD), "", Set.of(Role.AUDITOR), ACT);
    Browser local = Browser.of(running.url(), "tansy");
    assertThat(local.post("/account", "/sign-out").headers().firstValue("location"))
        .hasValueSatisfying(back -> assertThat(back).endsWith("/sign-in?out"));
  }

  @Test
  void aLocalUserIsNotTakenOverByAMailAddress() {
    store
        .members()
        .add(
            "rowan@works.example",
            "Rowan",
            Passwords.encode(Browser.PASSWORD),
            "",
            Set.of(Role.AUDITOR),
            ACT);
    who("4", "rowan@works.example", true);
    assertThat(enter(new Browser(running.url()))).endsWith("?stranger");
    assertThat(store.members().find("rowan@works.example").subject()).isEmpty();
  }

  @Test
  void rolesComeFromTheClaimAndGoWithIt() {
    who("5", "sorrel@works.example", true);
    provider.claims.put("groups", List.of("bonafide-investigator", "staff"));
    Browser browser = new Browser(running.url());
    assertThat(enter(browser)).isEqualTo(running.url() + "/");
    assertThat(store.members().find("sorrel@works.example").roles())
        .containsExactly(Role.INVESTIGATOR);
    provider.claims.put("groups", List.of("auditor"));
    assertThat(enter(new Browser(running.url()))).isEqualTo(running.url() + "/");
    assertThat(browser.get("/account").statusCode()).as("the session before").isEqualTo(302);
    provider.claims.put("groups", List.of("staff"));
    assertThat(enter(new Browser(running.url()))).endsWith("?stranger");
    assertThat(store.members().find("sorrel@works.example").active()).isFalse();
  }

  @Test
  void anAnswerToAnotherQuestionIsRefused() {
    who("6", "teasel@works.example", true);
    provider.claims.put("groups", List.of("administrator"));
    provider.lies = true;
    assertThat(enter(new Browser(running.url()))).as("nonce").endsWith("?stranger");
    assertThat(
            new Browser(running.url())
                .get("/login/oauth2/code/provider?code=code-0&state=x")
                .headers()
                .firstValue("location"))
        .as("no question was asked")
        .hasValueSatisfying(to -> assertThat(to).endsWith("?stranger"));
    assertThat(store.members().find("teasel@works.example")).isNull();
  }

  @Test
  void aProviderThatDoesNotAnswerIsNamedAtTheStart() {
    assertThatThrownBy(
            () ->
                new Provider(
                    store,
                    CLOCK,
                    new Provider.Oidc("http://127.0.0.1:1", "bonafide", "", null),
                    null))
        .isInstanceOf(Main.Refused.class)
        .hasMessageContaining("127.0.0.1:1 does not answer");
  }
}
