package dev.bonafide.server;

import dev.bonafide.engine.EvidenceLine;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Json;
import dev.bonafide.engine.Quality;
import dev.bonafide.store.Act;
import dev.bonafide.store.Audit.Action;
import dev.bonafide.store.Judgements.Judgement;
import dev.bonafide.store.People;
import dev.bonafide.store.People.After;
import dev.bonafide.store.People.Filter;
import dev.bonafide.store.People.Row;
import dev.bonafide.store.People.Whole;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What programs may read, with a token: the latest run, its people as they stand now, their
 * evidence, and what people decided. Pseudonyms only. The contract is {@code openapi.json}.
 */
@Controller
class Api {
  static final String PEOPLE = "people:read";
  static final String LINKS = "links:read";
  static final String APPLICATIONS = "applications:read";
  static final String SOURCES = "sources:read";
  static final String JUDGEMENTS = "judgements:read";
  static final String AUDIT = "audit:read";
  static final String METRICS = "metrics:read";

  /** Everything that a token may be for. */
  static final List<String> SCOPES =
      List.of(PEOPLE, LINKS, APPLICATIONS, SOURCES, JUDGEMENTS, AUDIT, METRICS);

  static final String JSON = "application/json;charset=UTF-8";

  /** Since when, where nothing is said: since ever. */
  static final String BEGIN = "1970-01-01T00:00:00Z";

  private static final int MOST = 1000;

  private final Store store;
  private final Clock clock;
  private final Answered answered;

  Api(Store store, Clock clock, Answered answered) {
    this.store = store;
    this.clock = clock;
    this.answered = answered;
  }

  /**
   * One page of a list.
   *
   * @param next where the list goes on; null at its end
   */
  record Page<T>(List<T> items, @Nullable String next) {
    /** The first rows of what was found, one more of which says that there is a next page. */
    static <R, T> Page<T> of(
        List<R> found, int rows, Function<R, T> shown, Function<R, String> next) {
      return new Page<>(
          found.stream().limit(rows).map(shown).toList(),
          found.size() > rows ? next.apply(found.get(rows - 1)) : null);
    }
  }

  private record Standing(
      String foundBand, @Nullable Long before, String review, Findings.Person person) {}

  private record Decision(
      long id,
      String person,
      @Nullable String evidence,
      String kind,
      String reason,
      String author,
      String at,
      @Nullable String until,
      @Nullable String withdrawnAt,
      @Nullable String withdrawnBy) {
    static Decision of(Judgement j) {
      return new Decision(
          j.id(),
          j.person(),
          j.evidence().isEmpty() ? null : j.evidence(),
          j.kind().slug(),
          j.reason(),
          j.author(),
          j.at().toString(),
          text(j.until()),
          text(j.withdrawnAt()),
          j.withdrawnBy());
    }

    private static @Nullable String text(@Nullable Instant at) {
      return at == null ? null : at.toString();
    }
  }

  static Runs.Run run(Store store) {
    Runs.Run run = store.runs().latest();
    if (run == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing has been imported yet.");
    }
    return run;
  }

  private Runs.Run run() {
    return run(store);
  }

  /** How many rows a page has. */
  static int rows(int limit) {
    return Math.clamp(limit, 1, MOST);
  }

  /** The instant that {@code updated_since} names. */
  static Instant since(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "updated_since takes an instant such as 2026-11-24T12:00:00Z");
    }
  }

  static ResponseEntity<String> json(Object value) {
    return ResponseEntity.ok(Json.line(value) + "\n");
  }

  @GetMapping(value = "/api/v1/run", produces = JSON)
  ResponseEntity<String> latest() {
    Runs.Run run = run();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", run.id());
    shown.put("asOf", run.asOf());
    shown.put("importedAt", run.importedAt().toString());
    shown.put("people", run.people());
    shown.put("reviewLine", run.findings().reviewLine());
    shown.put("version", run.findings().bonafide().version());
    shown.put("catalogueHash", run.findings().bonafide().catalogueHash());
    return json(shown);
  }

  /** Everybody, or who changed since: by a later import, or by what people decided. */
  @GetMapping(value = "/api/v1/people", produces = JSON)
  ResponseEntity<String> people(
      @RequestParam(defaultValue = "false") boolean over,
      @RequestParam(name = "updated_since", defaultValue = BEGIN) String since,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "") String after) {
    Runs.Run run = run();
    Instant from = since(since);
    Filter filter = over ? Filter.OVER : Filter.EVERYBODY;
    int rows = rows(limit);
    List<Row> found =
        store
            .people()
            .list(
                run.id(),
                run.importedAt().isBefore(from) ? filter.since(from) : filter,
                after(after),
                rows + 1);
    Page<Standing> page =
        Page.of(
            found,
            rows,
            r -> new Standing(r.foundBand(), r.before(), r.state().words(), r.person()),
            r -> r.person().millinats() + "," + r.person().id());
    store
        .audit()
        .add(act(), Action.LIST_EXPORTED, run.id(), page.items().size() + " people by the API");
    return json(page);
  }

  private static @Nullable After after(String text) {
    if (text.isEmpty()) {
      return null;
    }
    int comma = text.indexOf(',');
    if (comma < 1 || !text.substring(0, comma).matches("-?\\d{1,12}")) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "after takes what next held: a number, a comma, an id");
    }
    return new After(Long.parseLong(text.substring(0, comma)), text.substring(comma + 1));
  }

  @GetMapping(value = "/api/v1/people/{id}", produces = JSON)
  ResponseEntity<String> person(@PathVariable String id) {
    Whole whole = whole(id);
    store.audit().add(act(), Action.PERSON_READ, id, "by the API");
    return json(
        new Standing(whole.foundBand(), whole.before(), whole.state().words(), whole.stands()));
  }

  @GetMapping(value = "/api/v1/people/{id}/evidence", produces = JSON)
  ResponseEntity<String> evidence(@PathVariable String id) {
    List<EvidenceLine> evidence = whole(id).evidence();
    store.audit().add(act(), Action.PERSON_READ, id, "evidence by the API");
    return json(new Page<>(evidence, null));
  }

  private Whole whole(String id) {
    Whole whole = store.people().find(run().id(), id);
    if (whole == null) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "Nobody of this id is in the latest run.");
    }
    return whole;
  }

  /** What was decided, withdrawn or ran out since a time, in order. */
  @GetMapping(value = "/api/v1/judgements", produces = JSON)
  ResponseEntity<String> judgements(
      @RequestParam(name = "updated_since", defaultValue = BEGIN) String since,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    int rows = rows(limit);
    Page<Decision> page =
        Page.of(
            store.judgements().since(since(since), after, rows + 1),
            rows,
            Decision::of,
            j -> Long.toString(j.id()));
    store
        .audit()
        .add(act(), Action.LIST_EXPORTED, "", page.items().size() + " judgements by the API");
    return json(page);
  }

  private Act act() {
    return Bearer.act(clock);
  }

  /** Numbers for Prometheus: how much there is, how old it is, how the program does. */
  @GetMapping(value = "/metrics", produces = "text/plain;version=0.0.4;charset=UTF-8")
  ResponseEntity<String> metrics() {
    StringBuilder text = new StringBuilder();
    Runs.Run run = store.runs().latest();
    if (run != null) {
      People.Counts counts = store.people().counts(run);
      gauge(text, "bonafide_people", "People of the latest run.", run.people());
      gauge(text, "bonafide_people_over_line", "People above the review line now.", counts.over());
      gauge(text, "bonafide_reviews_done", "Reviews that ended.", counts.budget().done());
      gauge(
          text,
          "bonafide_reviews_waiting",
          "People whom the run put over the line and whose review has not ended.",
          counts.budget().over() - counts.budget().done());
      gauge(
          text,
          "bonafide_run_age_seconds",
          "Seconds since the close of the last day of the latest run.",
          clock.instant().getEpochSecond() - Instant.parse(run.asOf()).getEpochSecond());
      List<Quality.FileReport> files = store.runs().quality(run.id()).files();
      gauge(
          text,
          "bonafide_records",
          "Records of the latest run.",
          files.stream().mapToLong(Quality.FileReport::records).sum());
      gauge(
          text,
          "bonafide_records_rejected",
          "Records of the latest run that could not be read.",
          files.stream()
              .flatMap(file -> file.rejected().stream())
              .mapToLong(Quality.Count::count)
              .sum());
    }
    gauge(text, "bonafide_audit_lines", "Lines of the audit.", store.audit().head().seq());
    Runtime runtime = Runtime.getRuntime();
    gauge(
        text,
        "bonafide_heap_used_bytes",
        "Heap in use.",
        runtime.totalMemory() - runtime.freeMemory());
    answered.write(text);
    return ResponseEntity.ok(text.toString());
  }

  private static void gauge(StringBuilder text, String name, String help, long value) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
    text.append(name).append(' ').append(value).append('\n');
  }

  @GetMapping(value = "/api/openapi.json", produces = JSON)
  ResponseEntity<String> contract() throws IOException {
    try (InputStream in = Api.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json is missing from the class path");
      }
      return ResponseEntity.ok(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
