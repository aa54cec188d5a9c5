package dev.bonafide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bonafide.engine.Analysis;
import dev.bonafide.engine.Background;
import dev.bonafide.engine.Dossier;
import dev.bonafide.engine.EvidenceLine;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Findings.Person;
import dev.bonafide.engine.Judgements;
import dev.bonafide.engine.Links;
import dev.bonafide.engine.OutFolder;
import dev.bonafide.engine.Outputs;
import dev.bonafide.engine.Quality;
import dev.bonafide.engine.privacy.Vault;
import dev.bonafide.store.Act;
import dev.bonafide.store.Audit;
import dev.bonafide.store.Company;
import dev.bonafide.store.Judgements.State;
import dev.bonafide.store.Members;
import dev.bonafide.store.Members.Role;
import dev.bonafide.store.People;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** The console over HTTP, as a browser and as somebody who means ill. */
class ConsoleTest {
  private static final Movable CLOCK = new Movable();
  private static final Act ACT = new Act("(test)", Instant.parse("2026-11-24T12:00:00Z"));

  @TempDir static @Nullable Path folder;
  private static Store store;
  private static Serve.Running running;
  private static Runs.Run run;
  private static Person first;

  @BeforeAll
  static void start() throws Exception {
    store =
        Store.open(new Store.File(folder.resolve("store.db")), Company.CATALOGUE.cards().values());
    running =
        Serve.start(
            store, new Keys(List.of(Company.KEY)), new Serve.Settings("127.0.0.1", 0, null), CLOCK);
    setUp();
    for (Role role : Role.values()) {
      add(role.slug(), Set.of(role));
    }
    store.runs().add(Company.tied(null), ACT);
    store.screenings().add(Company.screening("Two jobs at once"), ACT);
    run = store.runs().latest();
    first = Company.outputs().findings().people().getFirst();
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
    store.close();
  }

  private static void setUp() {
    String link = running.firstLink();
    assertThat(link).startsWith(running.url() + "/invitation?secret=");
    Browser browser = new Browser(running.url());
    String path = URI.create(link).getPath() + "?" + URI.create(link).getQuery();
    String secret = link.substring(link.indexOf('=') + 1);
    assertThat(browser.get("/queue").statusCode()).isEqualTo(302);
    assertThat(setUp(browser, path, secret, "short").body()).contains("at least 12 characters");
    assertThat(setUp(browser, path, secret, "password12345").body()).contains("among the first");
    assertThat(setUp(browser, path, secret, Browser.PASSWORD).statusCode()).isEqualTo(303);
    HttpResponse<String> again = browser.get(path);
    assertThat(again.statusCode()).as("a link that was used").isEqualTo(410);
    Browser.of(running.url(), "rowan");
    assertThat(store.members().find("rowan").roles()).isEqualTo(EnumSet.allOf(Role.class));
    assertThat(store.members().find("rowan").password()).startsWith("$argon2id$");
  }

  private static HttpResponse<String> setUp(
      Browser browser, String path, String secret, String password) {
    return browser.post(
        path,
        "/invitation",
        "secret",
        secret,
        "name",
        "Rowan",
        "shown",
        "Rowan",
        "password",
        password,
        "again",
        password);
  }

  private static void add(String name, Set<Role> roles) {
    store.members().add(name, name, Passwords.encode(Browser.PASSWORD), "", roles, ACT);
  }

  private static Browser as(String name) {
    return Browser.of(running.url(), name);
  }

  private static String address(Person person) {
    return "/people/" + person.id();
  }

  private static String heaviest(Person person) {
    return person.ledger().stream()
        .filter(l -> l.evidence() != null && l.millinats() > 0)
        .map(l -> String.valueOf(l.evidence()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> actions(String about) {
    return store.audit().lines(0, about, 100).stream().map(Audit.Line::action).toList();
  }

  // --- who may do what -------------------------------------------------------------------------

  @Test
  void eachRoleReachesItsPagesAndNoOthers() {
    String evidence = address(first) + "/evidence/" + heaviest(first);
    Map<String, Set<Role>> may =
        roles(
            "/queue",
            Set.of(Role.REVIEWER, Role.INVESTIGATOR),
            "/queue.csv",
            Set.of(Role.REVIEWER, Role.INVESTIGATOR),
            address(first),
            Set.of(Role.REVIEWER, Role.INVESTIGATOR),
            evidence,
            Set.of(Role.REVIEWER, Role.INVESTIGATOR),
            "/audit",
            Set.of(Role.AUDITOR),
            "/audit.csv",
            Set.of(Role.AUDITOR),
            "/users",
            Set.of(Role.ADMINISTRATOR),
            "/settings",
            Set.of(Role.ADMINISTRATOR),
            "/links",
            Set.of(Role.REVIEWER, Role.INVESTIGATOR),
            "/applications",
            Set.of(Role.REVIEWER, Role.INVESTIGATOR),
            "/sources",
            Set.of(Role.values()),
            "/indicators",
            Set.of(Role.values()),
            "/account",
            Set.of(Role.values()));
    for (Role role : Role.values()) {
      Browser browser = as(role.slug());
      may.forEach(
          (path, roles) ->
              assertThat(browser.get(path).statusCode())
                  .as(role + " at " + path)
                  .isEqualTo(roles.contains(role) ? 200 : 403));
      String sources = browser.get("/sources").body();
      assertThat(sources.contains("href=\"/queue\""))
          .as("the navigation of " + role)
          .isEqualTo(may.get("/queue").contains(role));
    }
    Browser stranger = new Browser(running.url());
    may.keySet()
        .forEach(
            path ->
                assertThat(stranger.get(path).statusCode())
                    .as("stranger at " + path)
                    .isEqualTo(302));
    assertThat(stranger.get("/health").body()).contains("UP");
    assertThat(stranger.get("/nowhere").statusCode()).isEqualTo(302);
    assertThat(as("auditor").get("/nowhere").statusCode()).isEqualTo(403);
  }

  /** Map.of ends at ten. */
  @SuppressWarnings("unchecked")
  private static Map<String, Set<Role>> roles(Object... pairs) {
    Map<String, Set<Role>> map = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], (Set<Role>) pairs[i + 1]);
    }
    return map;
  }

  @Test
  void aReviewerRevealsNobodyAndAnInvestigatorOnlyWithAReasonForAWhile() throws Vault.Locked {
    Person person = Company.outputs().findings().people().get(1);
    Vault vault =
        Vault.open(
            Base64.getDecoder().decode(String.valueOf(Company.outputs().vault())), Company.KEY);
    String name = vault.people().get(person.id()).names().getFirst();
    Browser reviewer = as("reviewer");
    assertThat(
            reviewer
                .post(address(person), address(person) + "/reveal", "reason", "curious")
                .statusCode())
        .isEqualTo(403);
    Browser investigator = as("investigator");
    assertThat(investigator.get(address(person)).body()).doesNotContain(name);
    assertThat(
            investigator
                .post(address(person), address(person) + "/reveal", "reason", " ")
                .statusCode())
        .isEqualTo(400);
    assertThat(actions(person.id())).doesNotContain("revealed");
    investigator.post(address(person), address(person) + "/reveal", "reason", "to call them");
    assertThat(actions(person.id())).contains("revealed");
    assertThat(investigator.get(address(person)).body()).contains(name);
    assertThat(investigator.get(address(first)).body()).doesNotContain("Revealed to you");
    CLOCK.move(PersonPage.REVEALED.plusSeconds(1));
    assertThat(investigator.get(address(person)).body()).doesNotContain(name);
  }

  @Test
  void everyLookAtAPersonIsWrittenDown() {
    Person person = Company.outputs().findings().people().get(4);
    Browser reviewer = as("reviewer");
    reviewer.get(address(person));
    assertThat(actions(person.id())).containsExactly("person-read");
    assertThat(reviewer.get("/people/nobody").statusCode()).isEqualTo(404);
    assertThat(as("auditor").get("/audit?verify=true&about=" + person.id()).body())
        .contains("the chain is whole", "Person read", person.id());
  }

  // --- signing in ------------------------------------------------------------------------------

  @Test
  void fiveWrongPasswordsLockAUserForAWhileAndSayNothingElse() {
    add("sorrel", Set.of(Role.REVIEWER));
    Browser browser = new Browser(running.url());
    String unknown = browser.signIn("nobody", "wrong").headers().firstValue("location").orElse("");
    for (int i = 0; i < Members.MOST_FAILURES; i++) {
      assertThat(browser.signIn("sorrel", "wrong").headers().firstValue("location"))
          .hasValue(unknown);
    }
    assertThat(browser.signIn("sorrel", Browser.PASSWORD).headers().firstValue("location"))
        .as("locked")
        .hasValue(unknown);
    assertThat(actions("sorrel")).contains("locked");
    CLOCK.move(Members.LOCK.plusSeconds(1));
    Browser.of(running.url(), "sorrel");
  }

  @Test
  void twentyWrongPasswordsLockAnAddressForAWhileAndNoOther() {
    SignIn door = new SignIn(store, CLOCK);
    add("teasel", Set.of(Role.REVIEWER));
    for (int i = 0; i < 20; i++) {
      int guess = i;
      assertThatThrownBy(() -> door.authenticate(asked("guess" + guess, "wrong", "203.0.113.7")))
          .isInstanceOf(BadCredentialsException.class);
    }
    assertThatThrownBy(() -> door.authenticate(asked("teasel", Browser.PASSWORD, "203.0.113.7")))
        .isInstanceOf(BadCredentialsException.class);
    assertThat(door.authenticate(asked("teasel", Browser.PASSWORD, "203.0.113.8")).getName())
        .isEqualTo("teasel");
    CLOCK.move(Duration.ofMinutes(6));
    assertThat(door.authenticate(asked("teasel", Browser.PASSWORD, "203.0.113.7")).getName())
        .isEqualTo("teasel");
  }

  private static Authentication asked(String name, String password, String address) {
    UsernamePasswordAuthenticationToken asked =
        UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    asked.setDetails(new WebAuthenticationDetails(address, null));
    return asked;
  }

  @Test
  void aUserChangesThePasswordOnlyWithThePresentOneAndSignsInAgain() {
    add("betony", Set.of(Role.AUDITOR));
    Browser browser = as("betony");
    String longer = "three blue kettles sing";
    assertThat(
            browser
                .post("/account", "/account", "now", "a guess", "password", longer, "again", longer)
                .statusCode())
        .isEqualTo(400);
    assertThat(
            browser
                .post(
                    "/account",
                    "/account",
                    "now",
                    Browser.PASSWORD,
                    "password",
                    longer,
                    "again",
                    longer)
                .statusCode())
        .isEqualTo(303);
    assertThat(browser.get("/account").statusCode()).as("the session before").isEqualTo(302);
    assertThat(browser.signIn("betony", Browser.PASSWORD).headers().firstValue("location"))
        .hasValueSatisfying(to -> assertThat(to).contains("refused"));
    browser.signIn("betony", longer);
    assertThat(browser.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    Browser reviewer = as("reviewer");
    int before = store.people().find(run.id(), first.id()).judgements().size();
    assertThat(reviewer.postRaw(address(first) + "/state", "kind=check&reason=forged").statusCode())
        .isEqualTo(403);
    assertThat(new Browser(running.url()).postRaw("/sign-in", "name=a&password=b").statusCode())
        .isEqualTo(403);
    assertThat(store.people().find(run.id(), first.id()).judgements()).hasSize(before);
  }

  @Test
  void aSessionGetsANewIdAtSignInAndEndsWhenTheUserIsChanged() {
    add("tansy", Set.of(Role.REVIEWER));
    Browser browser = new Browser(running.url());
    String before = cookie(browser.get("/sign-in"));
    String after = cookie(browser.signIn("tansy", Browser.PASSWORD));
    assertThat(after).isNotEqualTo(before).contains("HttpOnly").contains("SameSite=Lax");
    assertThat(browser.get("/queue").statusCode()).isEqualTo(200);
    store.members().change("tansy", Set.of(Role.REVIEWER), false, ACT);
    assertThat(browser.get("/queue").statusCode()).isEqualTo(302);
    assertThat(browser.signIn("tansy", Browser.PASSWORD).headers().firstValue("location"))
        .hasValueSatisfying(to -> assertThat(to).contains("refused"));
  }

  private static String cookie(HttpResponse<String> response) {
    return response.headers().firstValue("set-cookie").orElse("");
  }

  @Test
  void everyAnswerCarriesItsHeadersAndNoPageHasInlineScriptOrStyle() {
    Browser browser = as("rowan");
    for (String path :
        List.of("/queue", address(first), "/sources", "/indicators", "/audit", "/users", "/keys")) {
      HttpResponse<String> page = browser.get(path);
      assertThat(page.headers().firstValue("content-security-policy")).hasValue(Console.POLICY);
      assertThat(page.headers().firstValue("x-content-type-options")).hasValue("nosniff");
      assertThat(page.headers().firstValue("x-frame-options")).hasValue("DENY");
      assertThat(page.headers().firstValue("referrer-policy")).hasValue("no-referrer");
      assertThat(page.headers().firstValue("cache-control"))
          .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
      assertThat(page.headers().firstValue("server")).isEmpty();
      assertThat(page.body())
          .as(path)
          .doesNotContainPattern("<script(?![^>]* src=)")
          .doesNotContain("<style")
          .doesNotContainPattern("\\s(style|on[a-z]+)=\"");
    }
  }

  // --- judging ---------------------------------------------------------------------------------

  @Test
  void anExplanationIsSeenAtOnceInListAndPageAndWithdrawn() {
    Person person = store.people().list(run.id(), People.Filter.OVER, null, 50).getLast().person();
    String evidence = heaviest(person);
    String explain = address(person) + "/evidence/" + evidence + "/explain";
    Browser reviewer = as("reviewer");
    String page = address(person) + "/evidence/" + evidence;
    assertThat(reviewer.post(page, explain, "reason", "", "until", "2026-12-24").body())
        .contains("Give a reason");
    assertThat(reviewer.post(page, explain, "reason", "why", "until", "2026-11-24").body())
        .contains("Name a day after today");
    assertThat(reviewer.post(page, explain, "reason", "why", "until", "soon").statusCode())
        .isEqualTo(400);
    assertThat(
            reviewer
                .post(page, explain, "reason", "their manager knew", "until", "2026-12-24")
                .statusCode())
        .isEqualTo(303);
    String shown = reviewer.get(address(person)).body();
    assertThat(shown).contains("reckoned anew", "their manager knew");
    People.Whole whole = store.people().find(run.id(), person.id());
    assertThat(whole.stands().millinats()).isLessThan(person.millinats());
    long judgement = whole.judgements().getLast().id();
    reviewer.post(address(person), address(person) + "/judgements/" + judgement + "/withdraw");
    assertThat(reviewer.get(address(person)).body()).doesNotContain("reckoned anew");
    assertThat(store.people().find(run.id(), person.id()).stands()).isEqualTo(person);
  }

  @Test
  void aJudgementOfThePersonIsSeenInTheQueueAndTheBudget() {
    Person person = store.people().list(run.id(), People.Filter.OVER, null, 50).get(1).person();
    Browser reviewer = as("reviewer");
    assertThat(
            reviewer
                .post(address(person), address(person) + "/state", "kind", "guilty", "reason", "x")
                .statusCode())
        .isEqualTo(400);
    reviewer.post(address(person), address(person) + "/state", "kind", "check", "reason", "call");
    assertThat(reviewer.get("/queue?state=check").body()).contains(person.label());
    assertThat(reviewer.get("/queue?state=escalated").body()).doesNotContain(person.label());
    assertThat(reviewer.get("/queue").body()).contains("1 to check");
  }

  // --- what is shown ---------------------------------------------------------------------------

  @Test
  void noPageNamesAnybody() throws Vault.Locked {
    Vault vault =
        Vault.open(
            Base64.getDecoder().decode(String.valueOf(Company.outputs().vault())), Company.KEY);
    List<String> secrets = new ArrayList<>();
    vault
        .people()
        .values()
        .forEach(
            p -> {
              secrets.addAll(p.names());
              p.accounts().stream().filter(a -> a.contains("@")).forEach(secrets::add);
            });
    assertThat(secrets).hasSizeGreaterThan(16);
    Browser browser = as("rowan");
    List<String> pages =
        new ArrayList<>(
            List.of("/queue?show=all", "/queue.csv", "/sources", "/indicators", "/audit"));
    Company.outputs().findings().people().forEach(p -> pages.add(address(p)));
    for (String path : pages) {
      String body = browser.get(path).body();
      for (String secret : secrets) {
        assertThat(body).as(path).doesNotContain(secret);
      }
    }
  }

  @Test
  void hostileTextIsShownAsText() throws Exception {
    String hostile = "<script>alert(1)</script>\" onload='x' \u202egnp";
    try (Store other =
        Store.open(
            new Store.File(folder.resolve("hostile.db")), Company.CATALOGUE.cards().values())) {
      other.runs().add(filled(hostile), ACT);
      other.screenings().add(Company.screening(hostile), ACT);
      other
          .members()
          .addFirst(
              "rowan", hostile, Passwords.encode(Browser.PASSWORD), EnumSet.allOf(Role.class), ACT);
      Person person =
          other
              .people()
              .list(other.runs().latest().id(), People.Filter.OVER, null, 1)
              .getFirst()
              .person();
      try (Serve.Running console =
          Serve.start(
              other,
              new Keys(List.of(Company.KEY)),
              new Serve.Settings("127.0.0.1", 0, null),
              CLOCK)) {
        Browser browser = Browser.of(console.url(), "rowan");
        browser.post(
            address(person), address(person) + "/state", "kind", "check", "reason", hostile);
        String evidence = address(person) + "/evidence/" + heaviest(person);
        browser.post(evidence, evidence + "/explain", "reason", hostile, "until", "2026-12-24");
        List<Person> tied = Company.outputs().findings().people();
        String two = "/links/" + tied.get(0).id() + "/" + tied.get(1).id();
        browser.post(two, two + "/judge", "verdict", "SAME", "reason", hostile);
        String group = other.linked().clusters(other.runs().latest().id(), 1).getFirst().id();
        for (String path :
            List.of(
                "/queue",
                "/queue?q=%3Cscript%3Ealert(1)%3C/script%3E",
                address(person),
                evidence,
                "/people/%3Cscript%3Ealert(1)",
                "/sources",
                "/audit?about=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "/audit",
                "/users",
                "/settings",
                "/links",
                "/links?who=" + tied.get(0).id(),
                "/links?who=%3Cscript%3Ealert(1)%3C/script%3E",
                "/links/clusters/" + group,
                two,
                "/applications",
                "/applications/card?id=A-2",
                "/applications/card?id=%3Cscript%3Ealert(1)")) {
          assertThat(browser.get(path).body())
              .as(path)
              .doesNotContain("<script>alert")
              .doesNotContain("\u202e")
              .doesNotContainPattern("<[^>]* onload=");
        }
        assertThat(browser.get(address(person)).body()).contains("&lt;script&gt;alert");
      }
    }
  }

  @Test
  void everyPageIsGoodWithNobodyAndWithOnePerson() throws Exception {
    try (Store other =
            Store.open(
                new Store.File(folder.resolve("one.db")), Company.CATALOGUE.cards().values());
        Serve.Running console =
            Serve.start(
                other, new Keys(List.of()), new Serve.Settings("127.0.0.1", 0, null), CLOCK)) {
      other
          .members()
          .addFirst(
              "rowan", "R", Passwords.encode(Browser.PASSWORD), EnumSet.allOf(Role.class), ACT);
      Browser browser = Browser.of(console.url(), "rowan");
      List<String> pages =
          List.of(
              "/queue",
              "/queue?show=all",
              "/links",
              "/applications",
              "/sources",
              "/indicators",
              "/settings");
      pages.forEach(page -> assertThat(browser.get(page).statusCode()).as(page).isEqualTo(200));
      assertThat(browser.get("/queue").body()).contains("Nothing has been imported yet");
      Outputs outputs = Company.outputs();
      Findings f = outputs.findings();
      Person alone =
          f.people().stream()
              .filter(p -> p.ledger().stream().allMatch(line -> line.evidence() == null))
              .findFirst()
              .orElseThrow();
      other
          .runs()
          .add(
              new Outputs(
                  "alone",
                  new Findings(
                      f.bonafide(),
                      List.of(alone),
                      List.of(),
                      List.of(),
                      List.of(),
                      new Findings.Line(5, 1, 30, 0, f.reviewLine().millinats())),
                  List.of(),
                  List.of(),
                  outputs.quality(),
                  null,
                  null),
              ACT);
      pages.forEach(page -> assertThat(browser.get(page).statusCode()).as(page).isEqualTo(200));
      assertThat(browser.get("/queue").body())
          .contains("Nobody is above the review line", "1 person was checked");
      assertThat(browser.get("/queue?show=all").body()).contains(alone.label());
      assertThat(browser.get(address(alone)).body()).contains("Quiet is no proof");
    }
  }

  /** The company with hostile text wherever text of the input may stand. */
  private static Outputs filled(String text) {
    Outputs outputs = Company.outputs();
    Findings f = outputs.findings();
    List<Person> people =
        f.people().stream()
            .map(
                p ->
                    new Person(
                        p.id(),
                        p.hr(),
                        p.millinats(),
                        p.decibans(),
                        p.score(),
                        p.interval(),
                        p.band(),
                        p.firstSeen(),
                        p.indicators(),
                        p.direction(),
                        p.ledger().stream()
                            .map(
                                l ->
                                    new Findings.LedgerLine(
                                        l.line(),
                                        l.indicator(),
                                        l.cause(),
                                        l.evidence(),
                                        l.millinats(),
                                        l.decibans(),
                                        l.from(),
                                        l.to(),
                                        l.direction(),
                                        text,
                                        List.of(new Findings.Ref(text, text, 1L, null))))
                            .toList(),
                        text,
                        p.stage(),
                        new Findings.Innocent(text, text),
                        new Findings.Check(text, 5),
                        List.of(new Findings.BlindSpot(text, List.of(text))),
                        List.of(new Findings.Abstention(text, text))))
            .toList();
    Quality q = outputs.quality();
    return new Outputs(
        outputs.id(),
        new Findings(
            f.bonafide(), people, f.accounts(), f.applicants(), f.clusters(), f.reviewLine()),
        outputs.evidence().stream().map(e -> hostile(e, text)).toList(),
        outputs.background().stream().map(b -> hostile(b, text)).toList(),
        new Quality(
            q.asOf(),
            text,
            List.of(
                new Quality.FileReport(
                    text,
                    1,
                    text,
                    text,
                    1,
                    1,
                    List.of(),
                    List.of(new Quality.Count(text, 1, List.of(1L))),
                    text,
                    text,
                    1L,
                    1L,
                    List.of(text),
                    List.of(text),
                    0)),
            q.accounts(),
            List.of(new Findings.BlindSpot(text, List.of(text))),
            List.of(),
            List.of(text)),
        outputs.vault(),
        Company.tied(text).links());
  }

  private static EvidenceLine hostile(EvidenceLine e, String text) {
    return new EvidenceLine(
        e.id(),
        e.person(),
        e.indicator(),
        e.cause(),
        e.day(),
        e.weighs(),
        e.from(),
        e.to(),
        e.millinats(),
        e.decibans(),
        e.sd(),
        e.direction(),
        e.hard(),
        text,
        e.remaining(),
        List.of(new Findings.Ref(text, text, 1L, null)));
  }

  private static Background hostile(Background b, String text) {
    Dossier d = b.dossier();
    return d == null
        ? b
        : new Background(
            b.person(),
            b.documents(),
            new Dossier(
                d.id(),
                d.matrix().stream()
                    .map(row -> new Dossier.ClaimRow(text, text, row.cells()))
                    .toList(),
                new Dossier.Rhythm(
                    text,
                    d.rhythm().claimed(),
                    d.rhythm().fromMinute(),
                    d.rhythm().toMinute(),
                    d.rhythm().active(),
                    d.rhythm().weekdays(),
                    text),
                d.bars().stream()
                    .map(bar -> new Dossier.Bar(text, bar.kind(), bar.spans(), bar.open()))
                    .toList(),
                d.firstDay(),
                d.lastDay()));
  }

  // --- ties ------------------------------------------------------------------------------------

  @Test
  void aTieIsExplainedLineByLineAndAJudgementOutranksItAndIsExported() throws IOException {
    List<Person> people = Company.outputs().findings().people();
    String one = people.get(0).id();
    String other = people.get(1).id();
    Browser reviewer = as("reviewer");
    assertThat(reviewer.get("/links").body()).contains("Groups").doesNotContain("class=\"tie");
    assertThat(reviewer.get("/links?who=" + one).body())
        .contains("class=\"tie", people.get(1).label() + ": why?");
    assertThat(reviewer.get("/links?who=nobody").body()).contains("Nobody and no group");
    String page = "/links/" + one + "/" + other;
    String body = reviewer.get(page).body();
    Links.Pair pair = store.linked().pair(run.id(), one, other);
    assertThat(pair.lines().stream().mapToInt(l -> l.operator()).sum()).isEqualTo(pair.operator());
    assertThat(pair.lines().stream().mapToInt(l -> l.ring()).sum()).isEqualTo(pair.ring());
    assertThat(body)
        .contains(
            "They are tied by",
            "<b>" + LinkGraph.bits(pair.operator()) + "</b>",
            "<b>" + LinkGraph.bits(pair.ring()) + "</b>");
    assertThat(actions(one)).contains("pair-read");
    assertThat(reviewer.get("/links/" + one + "/" + one).statusCode()).isEqualTo(404);
    assertThat(
            reviewer.post(page, page + "/judge", "verdict", "GUILTY", "reason", "x").statusCode())
        .isEqualTo(400);
    assertThat(reviewer.post(page, page + "/judge", "verdict", "DIFFERENT").statusCode())
        .isEqualTo(400);
    reviewer.post(page, page + "/judge", "verdict", "DIFFERENT", "reason", "met both");
    assertThat(reviewer.get(page).body()).contains("A human said: not linked", "met both");
    assertThat(reviewer.get("/links/judgements.ndjson").body())
        .isEqualTo(
            "{\"left\":\""
                + pair.left()
                + "\",\"right\":\""
                + pair.right()
                + "\",\"verdict\":\"DIFFERENT\",\"at\":\""
                + store.linked().standing().getFirst().at()
                + "\",\"by\":\"reviewer\"}\n");
    // As link and analyze read it beside their results: what was said holds in what they make anew.
    Path out = folder.resolve("out");
    Files.createDirectories(out);
    Files.writeString(
        out.resolve(OutFolder.JUDGEMENTS), reviewer.get("/links/judgements.ndjson").body());
    Judgements read = Judgements.read(out);
    assertThat(read.problems()).isEmpty();
    Links again = Company.tied(null).links().judged(read.all());
    assertThat(again.pair(one, other).judged()).isEqualTo("DIFFERENT");
    assertThat(again.pair(one, other).tied()).isFalse();
    long id = store.linked().said(one, other).getLast().id();
    reviewer.post(page, page + "/judgements/" + id + "/withdraw");
    assertThat(reviewer.get(page).body()).contains("They are tied by", "withdrawn by reviewer");
    assertThat(reviewer.get("/links.csv?who=" + one).body()).startsWith("left,right");
  }

  @Test
  void aGroupShowsWhatHoldsItAndWhatLooksAlikeAndJudgesNobody() {
    String group = store.linked().clusters(run.id(), 1).getFirst().id();
    assertThat(as("reviewer").get("/links?who=" + group).headers().firstValue("location"))
        .hasValue("/links/clusters/" + group);
    assertThat(as("reviewer").get("/links/clusters/" + group).body())
        .contains("What looks alike", "A household", "does not explain", "Claimed home");
    assertThat(actions(group)).containsExactly("cluster-read");
    assertThat(as("reviewer").get("/links/clusters/ring-0").statusCode()).isEqualTo(404);
  }

  @Test
  void anApplicationHasTheSameCardAsTheScreeningMakesAndNoScore() {
    Browser reviewer = as("reviewer");
    String list = reviewer.get("/applications").body();
    assertThat(list.indexOf("A-1")).isLessThan(list.indexOf("A-2"));
    assertThat(list).contains("1 question", "Nothing to ask", "Not enough to say");
    assertThat(reviewer.get("/applications/card?id=A-2").body())
        .contains("One thing does not fit. Ask this question.", "Two jobs at once")
        .doesNotContain(" dB", "-8006", "\u22128,006");
    assertThat(actions("A-2")).containsExactly("application-read");
    assertThat(reviewer.get("/applications/card?id=A-9").statusCode()).isEqualTo(404);
  }

  // --- settings and stars ----------------------------------------------------------------------

  @Test
  void anAdministratorSetsHowLongImportsAreKept() {
    Browser administrator = as("administrator");
    assertThat(administrator.get("/settings").body())
        .contains("Nothing is deleted by itself", "Review budget", "SQLite");
    assertThat(administrator.post("/settings", "/settings", "days", "3").statusCode())
        .isEqualTo(400);
    administrator.post("/settings", "/settings", "days", "365");
    assertThat(administrator.get("/settings").body()).contains("deleted after 365 days");
    assertThat(actions("retention")).containsExactly("setting-changed");
    administrator.post("/settings", "/settings", "days", "");
    assertThat(store.retention().days()).isNull();
  }

  @Test
  void aStarIsSeenInTheQueueOfWhoGaveIt() {
    Browser reviewer = as("reviewer");
    reviewer.post(address(first), address(first) + "/star");
    assertThat(reviewer.get("/queue?star=mine&show=all").body()).contains(first.label());
    assertThat(as("investigator").get("/queue?star=mine&show=all").body())
        .contains("Nobody of this run fits");
    HttpResponse<String> back =
        reviewer.post("/queue", address(first) + "/star", "back", "/queue?show=all");
    assertThat(back.headers().firstValue("location")).hasValue("/queue?show=all");
    assertThat(store.stars().of("reviewer")).isEmpty();
    assertThat(
            reviewer
                .post("/queue", address(first) + "/star", "back", "https://elsewhere.example/")
                .headers()
                .firstValue("location"))
        .hasValue(address(first));
    reviewer.post(address(first), address(first) + "/star");
  }

  @Test
  void theClockMovesWithoutScript() {
    Person drawn = store.people().list(run.id(), People.Filter.OVER, null, 1).getFirst().person();
    Browser reviewer = as("reviewer");
    assertThat(reviewer.get(address(drawn) + "?clock=5").body())
        .contains("+5 h from ", "Back to", "Timeline", "Networks and devices");
    assertThat(reviewer.get(address(drawn) + "?clock=%27%22").statusCode()).isEqualTo(200);
    assertThat(reviewer.get(address(drawn) + "?clock=99").body()).contains("+14 h from ");
  }

  @Test
  void aTableInASpreadsheetIsNoFormula() {
    assertThat(Csv.line("=1+1", "+x", "@y", "-z", -3.5, "a\"b\nc", null))
        .isEqualTo("\"'=1+1\",\"'+x\",\"'@y\",\"'-z\",\"-3.5\",\"a\"\"b c\",\"\"\r\n");
    HttpResponse<String> csv = as("reviewer").get("/queue.csv?show=all");
    assertThat(csv.body().lines()).hasSize(run.people() + 1);
    assertThat(csv.headers().firstValue("content-disposition"))
        .hasValueSatisfying(how -> assertThat(how).contains("attachment"));
    assertThat(actions("list-exported")).isNotEmpty();
  }

  @Test
  void everyTableOfEveryPageIsACsvOfTheSameRows() {
    Browser browser = as("rowan");
    String group = store.linked().clusters(run.id(), 1).getFirst().id();
    List<Person> people = Company.outputs().findings().people();
    Set<String> names = new java.util.TreeSet<>();
    for (String page :
        List.of(
            "/queue?show=all",
            address(first) + "?clock=3",
            "/links",
            "/links?who=" + first.id(),
            "/links/" + people.get(0).id() + "/" + people.get(1).id(),
            "/links/clusters/" + group,
            "/applications",
            "/sources",
            "/indicators",
            "/audit",
            "/users",
            "/settings",
            "/keys")) {
      String body = browser.get(page).body();
      Matcher tables = Pattern.compile("<table").matcher(body);
      Matcher links =
          Pattern.compile("<p class=\"csv noprint\"><a href=\"([^\"]+)\">").matcher(body);
      while (links.find()) {
        assertThat(tables.find()).isTrue();
        String link = links.group(1).replace("&amp;", "&");
        HttpResponse<String> csv = browser.get(link);
        assertThat(csv.statusCode()).as(link).isEqualTo(200);
        assertThat(csv.headers().firstValue("content-type"))
            .as(link)
            .hasValue("text/csv;charset=UTF-8");
        assertThat(csv.body())
            .as(link)
            .startsWith(link.contains("csv=") ? "\"" : csv.body().substring(0, 2));
        assertThat(csv.body().lines().count()).as(link).isGreaterThan(1);
        assertThat(csv.body()).as(link).doesNotContain("<", "&amp;", "&#39;");
        if (link.contains("csv=")) {
          names.add(link.replaceAll(".*csv=", ""));
          List<Integer> widths =
              csv.body().lines().map(l -> l.split("\",\"", -1).length).distinct().toList();
          assertThat(widths).as(link + csv.body()).hasSize(1);
        }
      }
      assertThat(tables.find()).as("a table of " + page + " without its CSV").isFalse();
    }
    assertThat(names)
        .hasSizeGreaterThan(20)
        .contains("Ledger", "Rhythm+as+a+table", "Files", "Indicators");
    assertThat(browser.get("/sources?csv=Nothing").statusCode()).isEqualTo(404);
    assertThat(browser.get("/users?csv=Users").body()).contains("\"Rowan");
    assertThat(as("reviewer").get("/users?csv=Users").statusCode()).isEqualTo(403);
    assertThat(new Browser(running.url()).get("/sources?csv=Files").statusCode()).isEqualTo(302);
    assertThat(actions("/users")).contains("list-exported");
  }

  @Test
  void aViewIsNamedByItsAddressForWhoNamedItAlone() {
    Browser reviewer = as("reviewer");
    String view = "/queue?state=check&show=all";
    assertThat(
            reviewer
                .post(view, "/queue/views", "name", "To check <b>", "address", view)
                .headers()
                .firstValue("location"))
        .hasValue(view);
    assertThat(reviewer.get("/queue").body())
        .contains("href=\"/queue?state=check&amp;show=all\">To check &lt;b&gt;</a>");
    assertThat(reviewer.get(view).body()).contains("aria-current=\"page\">To check");
    assertThat(as("investigator").get("/queue").body()).doesNotContain("To check &lt;b&gt;");
    for (String elsewhere :
        List.of("https://elsewhere.example/", "/users", "/queue/../users", "/queue?a\"b")) {
      assertThat(
              reviewer
                  .post("/queue", "/queue/views", "name", "x", "address", elsewhere)
                  .statusCode())
          .as(elsewhere)
          .isEqualTo(400);
    }
    assertThat(
            reviewer.post("/queue", "/queue/views", "name", " ", "address", "/queue").statusCode())
        .isEqualTo(400);
    reviewer.post("/queue", "/queue/views/forget", "name", "To check <b>");
    assertThat(store.views().of("reviewer")).isEmpty();
  }

  @Test
  void theCatalogueSaysHowPreciseEachIndicatorWasAndHowReviewsEndedHere() {
    Person person = store.people().list(run.id(), People.Filter.OVER, null, 50).getLast().person();
    long id = store.judgements().state(person.id(), State.ESCALATED, "met", ACT);
    String slug = person.indicators().getFirst();
    assertThat(store.judgements().outcomes(run.id()).get(slug).escalated()).isPositive();
    String body = as("auditor").get("/indicators").body();
    assertThat(body).contains("of the simulated workforce, never on real workers", "1 escalated");
    assertThat(Measured.PACKED.indicators()).isNotEmpty();
    assertThat(Analysis.cards(Company.CATALOGUE).keySet())
        .containsAll(Measured.PACKED.indicators().keySet());
    store.judgements().withdraw(run, person.id(), id, ACT);
    assertThat(store.judgements().outcomes(run.id())).doesNotContainKey(slug);
  }

  @Test
  void aPrecisionIsAsUncertainAsItsCounts() {
    Measured measured =
        Measured.of(
            """
            `./bonafide benchmark --honest 500 --planted 5`
            | **all** | all | 165 | 1 |
            | indicator | speaks on planted | on honest | x |
            |---|---|---|---|
            | a | 15 | 0 | 1.000 |
            | b | 15 | 50 | 0.001 |

            | c | 1 | 1 | of another table |
            """);
    assertThat(measured.indicators()).containsOnlyKeys("a", "b");
    Measured.Interval never = measured.precision("a");
    assertThat(never.low()).isBetween(0.005, 0.01);
    assertThat(never.high()).isEqualTo(1);
    Measured.Interval often = measured.precision("b");
    assertThat(often.low()).isLessThan(0.001);
    assertThat(often.high()).isLessThan(0.01);
    assertThat(measured.precision("c")).isNull();
    assertThat(Measured.of("").precision("a")).isNull();
    // Wilson's interval of 0 in 10: 0 to z2 / (n + z2).
    assertThat(Measured.wilson(0, 10).high()).isCloseTo(0.2775, within(0.0001));
  }

  @Test
  void filtersAndSearchesAreAddresses() {
    Browser reviewer = as("reviewer");
    assertThat(reviewer.get("/queue?q=" + first.id()).body())
        .contains(first.label(), "href=\"" + address(first) + "\"");
    assertThat(reviewer.get("/queue?q=nobody-here").body()).contains("Nobody of this run fits");
    assertThat(reviewer.get("/queue?stage=nonsense").body()).contains("Nobody of this run fits");
    assertThat(reviewer.get("/queue?after=x,y&stage=%27").statusCode()).isEqualTo(200);
  }

  // --- users -----------------------------------------------------------------------------------

  @Test
  void anAdministratorAddsAUserWhoChoosesThePasswordAndSeesNoOthers() {
    Browser administrator = as("administrator");
    HttpResponse<String> added =
        administrator.post(
            "/users", "/users", "name", "yarrow", "shown", "Yarrow", "role", "reviewer");
    String secret = added.body().replaceAll("(?s).*invitation\\?secret=([A-Za-z0-9_-]+).*", "$1");
    Browser yarrow = new Browser(running.url());
    String page = "/invitation?secret=" + secret;
    HttpResponse<String> chosen =
        yarrow.post(
            page,
            "/invitation",
            "secret",
            secret,
            "name",
            "rowan",
            "password",
            "five green bottles",
            "again",
            "five green bottles");
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(store.members().find("yarrow").roles()).containsExactly(Role.REVIEWER);
    yarrow.signIn("yarrow", "five green bottles");
    assertThat(yarrow.get("/queue").statusCode()).isEqualTo(200);
    assertThat(
            administrator
                .post("/users", "/users", "name", "yarrow", "shown", "Y", "role", "reviewer")
                .body())
        .contains("of this name already");
    assertThat(administrator.post("/users", "/users/administrator", "role", "auditor").body())
        .contains("your own administration");
  }

  @Test
  void anAdministratorMakesATokenThatIsShownOnceAndRevokesIt() {
    Browser administrator = as("administrator");
    assertThat(
            administrator
                .post("/users", "/users/tokens", "name", "siem", "scope", "everything")
                .statusCode())
        .isEqualTo(400);
    String shown =
        administrator
            .post("/users", "/users/tokens", "name", "siem", "scope", Api.METRICS)
            .body()
            .replaceAll("(?s).*id=\"token\">([^<]+)<.*", "$1");
    assertThat(store.tokens().find(shown, CLOCK.instant()).scopes()).containsExactly(Api.METRICS);
    assertThat(administrator.get("/users").body()).contains("siem").doesNotContain(shown);
    String id = store.tokens().all().getFirst().id();
    administrator.post("/users", "/users/tokens/" + id + "/revoke");
    assertThat(store.tokens().find(shown, CLOCK.instant())).isNull();
  }

  @Test
  void aLinkEndsAfterADay() {
    Invitations invitations = new Invitations(CLOCK);
    String secret = invitations.invite("rowan");
    assertThat(invitations.name(secret)).isEqualTo("rowan");
    assertThat(invitations.name(secret + "x")).isNull();
    String second = invitations.invite("rowan");
    assertThat(invitations.name(secret)).as("replaced by a later one").isNull();
    CLOCK.move(Duration.ofHours(25));
    assertThat(invitations.name(second)).isNull();
    assertThat(invitations.use(second)).isFalse();
  }
}
