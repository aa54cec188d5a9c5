package dev.bonafide.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.engine.Findings.Person;
import dev.bonafide.linking.records.Judgement.Verdict;
import dev.bonafide.store.Act;
import dev.bonafide.store.Company;
import dev.bonafide.store.Judgements.State;
import dev.bonafide.store.Members.Role;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a program sees it. */
class ApiTest {
  private static final Movable CLOCK = new Movable();
  private static final Act ACT = new Act("(test)", Instant.parse("2026-11-24T12:00:00Z"));
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir static @Nullable Path folder;
  private static Store store;
  private static Serve.Running running;
  private static String everything;
  private static Person first;

  @BeforeAll
  static void start() throws Exception {
    store =
        Store.open(new Store.File(folder.resolve("store.db")), Company.CATALOGUE.cards().values());
    store.runs().add(Company.tied(null), ACT);
    store.screenings().add(Company.screening("Two jobs at once"), ACT);
    running =
        Serve.start(
            store, new Keys(List.of(Company.KEY)), new Serve.Settings("127.0.0.1", 0, null), CLOCK);
    everything = token(Set.copyOf(Api.SCOPES));
    first = Company.outputs().findings().people().getFirst();
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
    store.close();
  }

  private static String token(Set<String> scopes) {
    return store.tokens().make("test", scopes, CLOCK.instant().plus(Duration.ofDays(90)), ACT);
  }

  private static HttpResponse<String> get(String path, @Nullable String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(running.url() + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String path) {
    HttpResponse<String> response = get(path, everything);
    assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  /** Every path of the contract with the scope that it asks for. */
  private static List<String[]> contract() {
    JsonNode paths = JSON.readTree(get("/api/openapi.json", everything).body()).get("paths");
    List<String[]> all = new ArrayList<>();
    for (String path : paths.propertyNames()) {
      all.add(
          new String[] {
            path.replace("{id}", id(path)), paths.get(path).get("get").get("x-scope").asString()
          });
    }
    return all;
  }

  private static String id(String path) {
    return path.contains("/applications/")
        ? "A-2"
        : path.contains("/clusters/")
            ? store.linked().clusters(store.runs().latest().id(), 1).getFirst().id()
            : first.id();
  }

  @Test
  void everyPathOfTheContractAnswersWithItsScopeAndIsRefusedWithout() {
    List<String[]> contract = contract();
    assertThat(contract).hasSize(15);
    for (String[] path : contract) {
      assertThat(get(path[0], everything).statusCode()).as(path[0]).isEqualTo(200);
      assertThat(get(path[0], null).statusCode()).as(path[0]).isEqualTo(401);
      assertThat(get(path[0], "bfd_guess").statusCode()).as(path[0]).isEqualTo(401);
      Set<String> others = new TreeSet<>(Api.SCOPES);
      others.remove(path[1]);
      HttpResponse<String> refused = get(path[0], token(others));
      assertThat(refused.statusCode()).as(path[0]).isEqualTo(403);
      assertThat(refused.body()).contains("\"error\"");
      assertThat(get(path[0], token(Set.of(path[1]))).statusCode()).as(path[0]).isEqualTo(200);
    }
  }

  @Test
  void aTokenThatEndedOrWasRevokedOpensNothingAndNoTokenOpensThePages() {
    String secret =
        store.tokens().make("short", Set.of(Api.PEOPLE), CLOCK.instant().plusSeconds(1), ACT);
    assertThat(get("/api/v1/run", secret).statusCode()).isEqualTo(200);
    CLOCK.move(Duration.ofSeconds(2));
    assertThat(get("/api/v1/run", secret).statusCode()).isEqualTo(401);
    assertThat(get("/queue", everything).headers().firstValue("location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
  }

  @Test
  void peopleComePageByPageAsTheyStand() {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = json("/api/v1/people?limit=7&after=" + next);
      page.get("items").forEach(item -> ids.add(item.get("person").get("id").asString()));
      next = page.has("next") ? page.get("next").asString() : "";
    } while (!next.isEmpty());
    assertThat(ids)
        .isEqualTo(Company.outputs().findings().people().stream().map(Person::id).toList());
    assertThat(json("/api/v1/people?over=true").get("items").size())
        .isEqualTo(Company.outputs().findings().reviewLine().alerts());
    assertThat(get("/api/v1/people?after=nonsense", everything).statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/people?after=nonsense", everything).body()).contains("after takes");
    assertThat(get("/api/v1/people/nobody", everything).statusCode()).isEqualTo(404);
    assertThat(json("/api/v1/people/" + first.id() + "/evidence").get("items").size()).isPositive();
  }

  @Test
  void judgementsAreReadSinceATimeAndAlsoWhenTheyWereWithdrawnLater() {
    Runs.Run run = store.runs().latest();
    Instant noon = CLOCK.instant().plusSeconds(86_400);
    long id = store.judgements().state(first.id(), State.CHECK, "call", new Act("rowan", noon));
    String later = noon.plusSeconds(60).toString();
    assertThat(
            json("/api/v1/judgements?updated_since=" + noon + "&after=" + (id - 1))
                .get("items")
                .get(0)
                .get("reason")
                .asString())
        .isEqualTo("call");
    assertThat(
            json("/api/v1/judgements?updated_since=" + later + "&after=" + (id - 1))
                .get("items")
                .size())
        .isZero();
    store.judgements().withdraw(run, first.id(), id, new Act("rowan", noon.plusSeconds(90)));
    JsonNode withdrawn =
        json("/api/v1/judgements?updated_since=" + later + "&after=" + (id - 1))
            .get("items")
            .get(0);
    assertThat(withdrawn.get("withdrawnBy").asString()).isEqualTo("rowan");
    assertThat(get("/api/v1/judgements?updated_since=yesterday", everything).statusCode())
        .isEqualTo(400);
  }

  @Test
  void peopleAreReadSinceATimeWhenTheyCameOrWereJudged() {
    Instant later = CLOCK.instant().plus(Duration.ofDays(20));
    assertThat(json("/api/v1/people?updated_since=" + ACT.at()).get("items").size())
        .isEqualTo(Company.outputs().findings().people().size());
    assertThat(json("/api/v1/people?updated_since=" + later).get("items").size()).isZero();
    Person second = Company.outputs().findings().people().get(1);
    store.judgements().state(second.id(), State.CHECK, "ask", new Act("rowan", later));
    assertThat(json("/api/v1/people?updated_since=" + later).get("items"))
        .extracting(item -> item.get("person").get("id").asString())
        .containsExactly(second.id());
  }

  @Test
  void tiesGroupsAndWhatWasSaidOfTwoComePageByPage() {
    Runs.Run run = store.runs().latest();
    List<String> pairs = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = json("/api/v1/ties?limit=1&after=" + next);
      page.get("items")
          .forEach(p -> pairs.add(p.get("left").asString() + "," + p.get("right").asString()));
      next = page.has("next") ? page.get("next").asString() : "";
    } while (!next.isEmpty());
    assertThat(pairs)
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(
            Company.tied(null).links().pairs().stream()
                .map(p -> p.left() + "," + p.right())
                .toList());
    assertThat(json("/api/v1/ties/" + first.id()).get("items").size()).isPositive();
    assertThat(json("/api/v1/clusters").get("items").size())
        .isEqualTo(store.linked().clusters(run.id()));
    assertThat(get("/api/v1/clusters/ring-0", everything).statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/ties?after=x", everything).statusCode()).isEqualTo(400);

    String[] two = pairs.getFirst().split(",");
    Instant at = CLOCK.instant();
    long id =
        store.linked().say(run, two[0], two[1], Verdict.UNSURE, "asked both", new Act("rowan", at));
    JsonNode said = json("/api/v1/judgements/pairs?updated_since=" + at).get("items").get(0);
    assertThat(said.get("verdict").asString()).isEqualTo("UNSURE");
    assertThat(json("/api/v1/judgements/pairs?after=" + id).get("items").size()).isZero();
    store.linked().withdraw(run, id, new Act("rowan", at));
  }

  @Test
  void anApplicationHasQuestionsAndNoScore() {
    assertThat(json("/api/v1/applications?limit=2").get("items"))
        .extracting(item -> item.get("id").asString())
        .containsExactly("A-1", "A-2");
    assertThat(json("/api/v1/applications?limit=2").get("next").asString()).isEqualTo("A-2");
    assertThat(json("/api/v1/applications?updated_since=2100-01-01T00:00:00Z").get("items").size())
        .isZero();
    JsonNode one = json("/api/v1/applications/A-2");
    assertThat(one.get("questions").size()).isEqualTo(1);
    assertThat(one.has("millinats") || one.has("decibans") || one.has("ledger")).isFalse();
  }

  @Test
  void theAuditIsReadToItsEndAndEachReadingIsALineOfIt() {
    long before = store.audit().head().seq();
    List<Long> seen = new ArrayList<>();
    String after = "0";
    while (!after.isEmpty()) {
      JsonNode page = json("/api/v1/audit?limit=50&after=" + after);
      page.get("items").forEach(line -> seen.add(line.get("seq").asLong()));
      after = page.has("next") ? page.get("next").asString() : "";
    }
    assertThat(seen).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo((int) before);
    assertThat(store.audit().lines(0, "audit-read", 1).getFirst().actor()).isEqualTo("token test");
  }

  @Test
  void healthTellsTheTruthAndAFaultTellsNothingOfTheInside() throws Exception {
    Store other =
        Store.open(new Store.File(folder.resolve("other.db")), Company.CATALOGUE.cards().values());
    try (Serve.Running console =
        Serve.start(other, new Keys(List.of()), new Serve.Settings("127.0.0.1", 0, null), CLOCK)) {
      other
          .members()
          .addFirst("rowan", "R", Passwords.encode(Browser.PASSWORD), Set.of(Role.AUDITOR), ACT);
      Browser browser = Browser.of(console.url(), "rowan");
      Browser probe = new Browser(console.url());
      assertThat(probe.get("/health").statusCode()).isEqualTo(200);
      other.close();
      assertThat(probe.get("/health").statusCode()).isEqualTo(503);
      assertThat(probe.get("/health").body()).contains("DOWN");
      HttpResponse<String> fault = browser.get("/audit");
      assertThat(fault.statusCode()).isEqualTo(500);
      assertThat(fault.body())
          .contains("under the number")
          .doesNotContain("Exception", "Hikari", "dev.bonafide");
    }
  }

  @Test
  void whoAsksTooOftenIsToldToWaitAndGuessesEndSoon() {
    CLOCK.move(Duration.ofHours(1));
    String busy =
        store.tokens().make("busy", Set.of(Api.METRICS), CLOCK.instant().plusSeconds(600), ACT);
    Pace pace = new Pace(Bearer.MOST, Duration.ofMinutes(1), CLOCK);
    for (int i = 0; i < Bearer.MOST; i++) {
      assertThat(pace.count("one")).isTrue();
    }
    assertThat(pace.count("one")).isFalse();
    assertThat(pace.count("another")).isTrue();
    CLOCK.move(Duration.ofMinutes(1));
    assertThat(pace.count("one")).isTrue();

    for (int i = 0; i < Bearer.MOST_WRONG; i++) {
      assertThat(get("/metrics", "bfd_guess" + i).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> late = get("/metrics", "bfd_guess");
    assertThat(late.statusCode()).isEqualTo(429);
    assertThat(late.headers().firstValue("retry-after")).hasValue("300");
    assertThat(get("/metrics", busy).statusCode()).as("who knows a token").isEqualTo(200);
    CLOCK.move(Duration.ofMinutes(5));
    assertThat(get("/metrics", "bfd_guess").statusCode()).isEqualTo(401);
  }

  @Test
  void whatProgramsReadIsWrittenDown() {
    json("/api/v1/people/" + first.id());
    assertThat(store.audit().lines(0, "token test", 10))
        .extracting(line -> line.action() + " " + line.subject())
        .contains("person-read " + first.id());
  }

  @Test
  void metricsAreWhatPrometheusReads() {
    String text = get("/metrics", everything).body();
    assertThat(text).contains("bonafide_people " + Company.outputs().findings().people().size());
    assertThat(text.lines().filter(line -> !line.startsWith("#")))
        .allMatch(line -> line.matches("[a-z_]+(\\{[a-z]+=\"[^\"]+\"})? -?\\d+(\\.\\d+)?"))
        .anyMatch(line -> line.matches("bonafide_http_answers\\{status=\"2xx\"} [1-9]\\d*"))
        .anyMatch(line -> line.startsWith("bonafide_records "));
  }
}
