package dev.bonafide.bench;

import dev.bonafide.engine.Analysis;
import dev.bonafide.engine.Background;
import dev.bonafide.engine.EvidenceLine;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Findings.Person;
import dev.bonafide.engine.Links;
import dev.bonafide.engine.Outputs;
import dev.bonafide.engine.applications.ScreeningFindings;
import dev.bonafide.engine.applications.ScreeningFindings.Applicant;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.store.Act;
import dev.bonafide.store.Judgements.State;
import dev.bonafide.store.People.Filter;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The console as a process, over a store with many people: how long it takes to start, what it
 * takes while nobody asks, and how long every page takes over loopback. The people are a synthetic
 * company's, simulated and analysed by the program itself and then repeated under other pseudonyms.
 */
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    description = {
      "Asks every page of the console over a store with many people.",
      "Exit 1 when a page's 95th percentile, the start or the idle memory is beyond its bound."
    })
final class ConsoleBench implements Callable<Integer> {
  private static final List<State> DECIDED = List.of(State.CHECK, State.EXPLAINED, State.ESCALATED);
  private static final int PAGE_MILLIS = 200;
  private static final int START_SECONDS = 8;
  private static final int IDLE_MEGABYTES = 400;

  private static final int WARM = 20;
  private static final int SIMULATED = 120;
  private static final int APPLICATIONS = 2_000;
  private static final int JUDGED = 1_000;
  private static final String PASSWORD = "a long walk by the river";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Option(names = "--people", defaultValue = "50000", description = "default: ${DEFAULT-VALUE}")
  private int people = 50_000;

  @Option(names = "--days", defaultValue = "60", description = "default: ${DEFAULT-VALUE}")
  private int days = 60;

  @Option(
      names = "--answers",
      defaultValue = "100",
      description = "how often each page is asked after a warm-up (default: ${DEFAULT-VALUE})")
  private int answers = 100;

  private final PrintStream out = System.out;
  private final String launcher = System.getenv().getOrDefault("BONAFIDE_LAUNCHER", "./bonafide");
  private boolean beyond;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("bonafide-console");
    try {
      List<String> pages = fill(folder);
      // The first start builds what has to be built and makes the archive of classes.
      try (Running first = new Running(folder)) {
        say("first start %.1f s, with what it makes for later ones", first.seconds);
      }
      try (Running console = new Running(folder)) {
        bound("start", console.seconds, START_SECONDS, "s");
        console.enter();
        Thread.sleep(Duration.ofSeconds(10));
        bound("idle after the start", console.megabytes(), IDLE_MEGABYTES, "MB");
        say("%-58s %8s %8s %8s", "page", "p50 ms", "p95 ms", "KB");
        for (String page : pages) {
          measure(console, page);
        }
        Thread.sleep(Duration.ofSeconds(30));
        bound("idle after all pages", console.megabytes(), IDLE_MEGABYTES, "MB");
        say("processor time of the console %.1f s", console.processorSeconds());
      }
    } finally {
      delete(folder);
    }
    return beyond ? 1 : 0;
  }

  @SuppressWarnings(
      "AnnotateFormatMethod") // the annotation would be the room's only use of its library
  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  private void bound(String what, double is, int most, String unit) {
    beyond |= is > most;
    say("%s %.1f %s (at most %d)%s", what, is, unit, most, is > most ? "  BEYOND" : "");
  }

  private void measure(Running console, String page) throws IOException, InterruptedException {
    for (int i = 0; i < WARM; i++) {
      console.get(page);
    }
    double[] took = new double[Math.max(1, answers)];
    int bytes = 0;
    for (int i = 0; i < took.length; i++) {
      long began = System.nanoTime();
      HttpResponse<String> answer = console.get(page);
      took[i] = (System.nanoTime() - began) / 1e6;
      bytes = answer.body().length();
      if (answer.statusCode() != 200) {
        throw new IOException(page + " answers " + answer.statusCode());
      }
    }
    Arrays.sort(took);
    double p95 = took[Math.min(took.length - 1, took.length * 95 / 100)];
    beyond |= p95 >= PAGE_MILLIS;
    say(
        "%-58s %8.1f %8.1f %8d%s",
        page, took[took.length / 2], p95, bytes / 1024, p95 >= PAGE_MILLIS ? "  BEYOND" : "");
  }

  // --- the store -------------------------------------------------------------------------------

  /** Fills a store, and says which pages there are to ask. */
  private List<String> fill(Path folder) throws Exception {
    Path logs = folder.resolve("logs");
    Path results = folder.resolve("results");
    run("simulate", "--out", logs, "--workers", SIMULATED, "--days", days, "--seed", 7);
    run("analyze", logs.resolve("logs"), "--out", results, "--budget", 25);
    Outputs outputs = many(Outputs.read(results), people);
    Act act = new Act("(bench)", Instant.now());
    try (Store store =
        Store.open(
            new Store.File(folder.resolve("data/bonafide.db")),
            Analysis.cards(Catalogue.builtIn()).values())) {
      long began = System.nanoTime();
      store.runs().add(outputs, act);
      say(
          "%d people x %d days: %d lines of evidence, %d ties, imported in %.1f s",
          outputs.findings().people().size(),
          days,
          outputs.evidence().size(),
          outputs.links() == null ? 0 : outputs.links().pairs().size(),
          (System.nanoTime() - began) / 1e9);
      store.screenings().add(applications(), act);
      Runs.Run run = store.runs().latest();
      if (run == null) {
        throw new IllegalStateException("nothing was imported");
      }
      for (int i = 0; i < JUDGED; i++) {
        String one = outputs.findings().people().get(i % people).id();
        State state = DECIDED.get(i % DECIDED.size());
        store.judgements().state(one, state, "reason " + i, act);
      }
      return pages(store, run);
    }
  }

  private static List<String> pages(Store store, Runs.Run run) {
    Person first = store.people().list(run.id(), Filter.OVER, null, 1).getFirst().person();
    String evidence =
        first.ledger().stream()
            .filter(line -> line.evidence() != null)
            .map(line -> String.valueOf(line.evidence()))
            .findFirst()
            .orElseThrow();
    String group = store.linked().clusters(run.id(), 1).getFirst().id();
    Links.Edge tied = store.linked().clusters(run.id(), 1).getFirst().because().getFirst();
    String label = URLEncoder.encode(first.label(), StandardCharsets.UTF_8);
    return List.of(
        "/queue",
        "/queue?show=all",
        "/queue?show=all&cause=network",
        "/queue?state=escalated&show=all",
        "/queue?q=" + label,
        "/people/" + first.id(),
        "/people/" + first.id() + "?clock=7",
        "/people/" + first.id() + "/evidence/" + evidence,
        "/links",
        "/links?who=" + tied.left(),
        "/links/" + tied.left() + "/" + tied.right(),
        "/links/clusters/" + group,
        "/applications",
        "/applications/card?id=A-00001",
        "/sources",
        "/sources?csv=Files",
        "/indicators",
        "/audit",
        "/audit?about=judged",
        "/users",
        "/settings",
        "/account",
        "/keys",
        "/health");
  }

  private void run(Object... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher));
    Arrays.stream(words).map(Object::toString).forEach(command::add);
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    process.environment().put("BONAFIDE_KEY", "the bench has no secrets");
    int exit = process.start().waitFor();
    if (exit > 1) {
      throw new IOException(String.join(" ", command) + " ended with " + exit);
    }
  }

  /** The same company again and again, under other pseudonyms. */
  private static Outputs many(Outputs one, int people) {
    Findings f = one.findings();
    Map<String, List<EvidenceLine>> evidenceOf = new HashMap<>();
    one.evidence()
        .forEach(e -> evidenceOf.computeIfAbsent(e.person(), p -> new ArrayList<>()).add(e));
    Map<String, Background> backgroundOf = new HashMap<>();
    one.background().forEach(b -> backgroundOf.put(b.person(), b));
    long found = f.people().stream().filter(p -> !p.band().equals("none")).count();
    int over = people * 5 / 1000;
    List<Person> persons = new ArrayList<>();
    List<EvidenceLine> evidence = new ArrayList<>();
    List<Background> background = new ArrayList<>();
    for (int copy = 0; persons.size() < people; copy++) {
      String more = Integer.toString(copy, 36);
      boolean keeps = copy * found < over;
      for (Person p : f.people().subList(0, Math.min(f.people().size(), people - persons.size()))) {
        String id = p.id() + more;
        persons.add(copy(p, id, p.label() + copy, keeps ? p.band() : "none"));
        Background b = backgroundOf.get(p.id());
        if (b != null) {
          background.add(new Background(id, b.documents(), b.dossier()));
        }
        evidenceOf.getOrDefault(p.id(), List.of()).forEach(e -> evidence.add(copy(e, id)));
      }
    }
    return new Outputs(
        "bench-" + people,
        new Findings(
            f.bonafide(),
            persons,
            f.accounts(),
            f.applicants(),
            f.clusters(),
            new Findings.Line(5, people, 30, over, f.reviewLine().millinats())),
        evidence,
        background,
        one.quality(),
        one.vault(),
        ties(persons));
  }

  private static Person copy(Person p, String id, String label, String band) {
    return new Person(
        id,
        p.hr(),
        p.millinats(),
        p.decibans(),
        p.score(),
        p.interval(),
        band,
        p.firstSeen(),
        p.indicators(),
        p.direction(),
        p.ledger(),
        label,
        p.stage(),
        p.bestInnocent(),
        p.nextCheck(),
        p.blindSpots(),
        p.abstained());
  }

  private static EvidenceLine copy(EvidenceLine e, String person) {
    return new EvidenceLine(
        e.id(),
        person,
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
        e.fact(),
        e.remaining(),
        e.refs());
  }

  /** Every fiftieth shares a telephone and a line with the next, every hundredth a payment too. */
  private static Links ties(List<Person> people) {
    List<Links.Person> persons = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      List<Links.Held> holds = new ArrayList<>();
      if (i % 50 < 4) {
        holds.add(new Links.Held("phone", "t-" + i / 50));
        holds.add(new Links.Held("egress", "e-" + i / 50));
      }
      if (i % 100 < 6) {
        holds.add(new Links.Held("bank", "b-" + i / 100));
      }
      Person p = people.get(i);
      persons.add(new Links.Person(p.id(), p.label(), "worker", "h-" + i, List.of(), holds));
    }
    return new Links(new Links.Run("", "", "", 0), persons, List.of(), List.of()).judged(List.of());
  }

  private static ScreeningFindings applications() {
    List<Applicant> all = new ArrayList<>();
    for (int i = 0; i < APPLICATIONS; i++) {
      all.add(
          new Applicant(
              String.format(Locale.ROOT, "A-%05d", i),
              "2026-11-02",
              -8006,
              -34.77,
              null,
              List.of(),
              List.of(),
              i % 7 != 1
                  ? List.of()
                  : List.of(
                      new ScreeningFindings.Question(
                          "dates-overlap",
                          "Dates",
                          "Two full-time jobs are given for one span.",
                          List.of(new ScreeningFindings.Quote("cv.txt", 3, "2019 to 2021")),
                          List.of("A typing error"),
                          "Which of the two was it?",
                          "A letter of employment",
                          5)),
              List.of(),
              List.of(),
              List.of("Dates", "Places", "Contacts"),
              List.of(),
              List.of("cv.txt")));
    }
    return new ScreeningFindings(
        new ScreeningFindings.Run("0", "screen", "2026-11-25T00:00:00Z"),
        all,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  // --- the console -----------------------------------------------------------------------------

  /** A console in a process of its own, asked as a browser asks. */
  private final class Running implements AutoCloseable {
    private final Process process;
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String url;
    private final @Nullable String firstLink;

    /** From the command to the first answer. */
    private final double seconds;

    Running(Path folder) throws IOException, InterruptedException {
      long began = System.nanoTime();
      ProcessBuilder builder =
          new ProcessBuilder(
              launcher, "serve", "--data", folder.resolve("data").toString(), "--port", "0");
      builder.environment().put("BONAFIDE_KEY", "the bench has no secrets");
      process = builder.redirectErrorStream(true).start();
      Map<String, String> said = new LinkedHashMap<>();
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains("the console is at ")) {
          said.put("url", line.substring(line.indexOf("http")).strip());
        } else if (line.contains("/invitation?secret=")) {
          said.put("first", line.strip());
        } else if (line.contains("Ctrl-C")) {
          break;
        }
      }
      String found = said.get("url");
      if (found == null) {
        process.destroyForcibly();
        throw new IOException("the console did not start");
      }
      url = found;
      firstLink = said.get("first");
      get("/health");
      seconds = (System.nanoTime() - began) / 1e9;
    }

    /** Makes the first user and signs in. */
    void enter() throws IOException, InterruptedException {
      if (firstLink == null) {
        throw new IOException("the store has users already");
      }
      String page = firstLink.substring(firstLink.indexOf("/invitation"));
      post(
          page,
          "/invitation",
          Map.of(
              "secret",
              page.substring(page.indexOf('=') + 1),
              "name",
              "rowan",
              "shown",
              "Rowan",
              "password",
              PASSWORD,
              "again",
              PASSWORD));
      post("/sign-in", "/sign-in", Map.of("name", "rowan", "password", PASSWORD));
      if (get("/queue").statusCode() != 200) {
        throw new IOException("could not sign in");
      }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(URI.create(url + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }

    private void post(String page, String path, Map<String, String> fields)
        throws IOException, InterruptedException {
      Matcher token = TOKEN.matcher(get(page).body());
      if (!token.find()) {
        throw new IOException("no form on " + page);
      }
      StringBuilder form = new StringBuilder("_csrf=" + encoded(token.group(1)));
      fields.forEach((name, value) -> form.append('&' + name + '=' + encoded(value)));
      client.send(
          HttpRequest.newBuilder(URI.create(url + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }

    /** Memory that it holds, as the system counts it. */
    double megabytes() throws IOException, InterruptedException {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
      String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      ps.waitFor();
      return Long.parseLong(kilobytes.strip()) / 1024.0;
    }

    double processorSeconds() {
      return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    @Override
    public void close() {
      client.close();
      process.destroy();
      try {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
