package dev.bonafide.server;

import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Links;
import dev.bonafide.engine.Links.Cluster;
import dev.bonafide.engine.Links.Pair;
import dev.bonafide.engine.Quality;
import dev.bonafide.engine.applications.ScreeningFindings.Applicant;
import dev.bonafide.engine.applications.ScreeningFindings.Question;
import dev.bonafide.server.Api.Page;
import dev.bonafide.store.Act;
import dev.bonafide.store.Audit;
import dev.bonafide.store.Audit.Action;
import dev.bonafide.store.Linked.Said;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Screenings;
import dev.bonafide.store.Screenings.Screening;
import dev.bonafide.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What programs may read beside people: ties and groups, applications, the data's quality, what was
 * said of two people, and the audit.
 */
@Controller
class ExportApi {
  private final Store store;
  private final Clock clock;

  ExportApi(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private Act act() {
    return Bearer.act(clock);
  }

  private void exported(String subject, int rows, String what) {
    store.audit().add(act(), Action.LIST_EXPORTED, subject, rows + " " + what + " by the API");
  }

  private static ResponseStatusException nothing(String words) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, words);
  }

  // --- ties ------------------------------------------------------------------------------------

  /** Every two who share something, by their ids, as {@code links.json} has them. */
  @GetMapping(value = "/api/v1/ties", produces = Api.JSON)
  ResponseEntity<String> ties(
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") int limit) {
    Runs.Run run = Api.run(store);
    int rows = Api.rows(limit);
    Page<Pair> page =
        Page.of(
            store.linked().pairs(run.id(), two(after), rows + 1),
            rows,
            pair -> pair,
            pair -> pair.left() + "," + pair.right());
    exported(run.id(), page.items().size(), "ties");
    return Api.json(page);
  }

  private static @Nullable Pair two(String after) {
    if (after.isEmpty()) {
      return null;
    }
    int comma = after.indexOf(',');
    if (comma < 1) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "after takes what next held: two ids with a comma between");
    }
    return new Pair(
        after.substring(0, comma), after.substring(comma + 1), "", 0, 0, null, null, List.of());
  }

  /** Somebody's ties, the strongest first. */
  @GetMapping(value = "/api/v1/ties/{id}", produces = Api.JSON)
  ResponseEntity<String> ties(@PathVariable String id) {
    Runs.Run run = Api.run(store);
    Links.Person person = store.linked().person(run.id(), id);
    if (person == null) {
      throw nothing("The latest run knows no ties of this id.");
    }
    store.audit().add(act(), Action.PERSON_READ, id, "ties by the API");
    return Api.json(new Page<>(store.linked().ties(run.id(), id, 1000), null));
  }

  /** Operators, rings and farms, by their ids. */
  @GetMapping(value = "/api/v1/clusters", produces = Api.JSON)
  ResponseEntity<String> clusters(
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") int limit) {
    Runs.Run run = Api.run(store);
    int rows = Api.rows(limit);
    Page<Cluster> page =
        Page.of(
            store.linked().clustersAfter(run.id(), after, rows + 1),
            rows,
            cluster -> cluster,
            Cluster::id);
    exported(run.id(), page.items().size(), "groups");
    return Api.json(page);
  }

  @GetMapping(value = "/api/v1/clusters/{id}", produces = Api.JSON)
  ResponseEntity<String> cluster(@PathVariable String id) {
    Cluster cluster = store.linked().cluster(Api.run(store).id(), id);
    if (cluster == null) {
      throw nothing("The latest run has no such group; judgements may have parted it.");
    }
    store.audit().add(act(), Action.CLUSTER_READ, id, "by the API");
    return Api.json(cluster);
  }

  /** What was said of two people, withdrawn ones too, in the order of its numbers. */
  @GetMapping(value = "/api/v1/judgements/pairs", produces = Api.JSON)
  ResponseEntity<String> said(
      @RequestParam(name = "updated_since", defaultValue = Api.BEGIN) String since,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    int rows = Api.rows(limit);
    Page<Spoken> page =
        Page.of(
            store.linked().since(Api.since(since), after, rows + 1),
            rows,
            Spoken::of,
            said -> Long.toString(said.id()));
    exported("", page.items().size(), "judgements of two");
    return Api.json(page);
  }

  /** What was said of two, with the words of {@code judgements.ndjson}. */
  private record Spoken(
      long id,
      String left,
      String right,
      String verdict,
      String reason,
      String at,
      String by,
      @Nullable String withdrawnAt,
      @Nullable String withdrawnBy) {
    static Spoken of(Said said) {
      return new Spoken(
          said.id(),
          said.one(),
          said.other(),
          said.verdict().name(),
          said.reason(),
          said.at().toString(),
          said.author(),
          said.withdrawnAt() == null ? null : said.withdrawnAt().toString(),
          said.withdrawnBy());
    }
  }

  // --- applications ----------------------------------------------------------------------------

  /** An application as its card shows it: questions and what fits, never a score. */
  private record Asked(
      String id,
      @Nullable String received,
      List<Question> questions,
      List<String> fits,
      List<Findings.Abstention> abstained) {}

  /** Applications of the latest screening by their numbers; none when it is older than asked. */
  @GetMapping(value = "/api/v1/applications", produces = Api.JSON)
  ResponseEntity<String> applications(
      @RequestParam(name = "updated_since", defaultValue = Api.BEGIN) String since,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") int limit) {
    Instant from = Api.since(since);
    Screening screening = screening();
    int rows = Api.rows(limit);
    Page<Screenings.Row> page =
        Page.of(
            screening.importedAt().isBefore(from)
                ? List.of()
                : store.screenings().list(screening.id(), after, rows + 1),
            rows,
            row -> row,
            Screenings.Row::id);
    exported(screening.id(), page.items().size(), "applications");
    return Api.json(page);
  }

  @GetMapping(value = "/api/v1/applications/{id}", produces = Api.JSON)
  ResponseEntity<String> application(@PathVariable String id) {
    Applicant found = store.screenings().find(screening().id(), id);
    if (found == null) {
      throw nothing("The latest screening has no such application.");
    }
    store.audit().add(act(), Action.APPLICATION_READ, id, "by the API");
    return Api.json(
        new Asked(
            found.id(), found.received(), found.questions(), found.fits(), found.abstained()));
  }

  private Screening screening() {
    Screening screening = store.screenings().latest();
    if (screening == null) {
      throw nothing("No screening has been imported yet.");
    }
    return screening;
  }

  // --- data and audit --------------------------------------------------------------------------

  /** How well the input of the latest run could be read, as in {@code quality.json}. */
  @GetMapping(value = "/api/v1/sources", produces = Api.JSON)
  ResponseEntity<String> sources() {
    Quality quality = store.runs().quality(Api.run(store).id());
    return Api.json(quality);
  }

  /** The audit, the oldest first. */
  @GetMapping(value = "/api/v1/audit", produces = Api.JSON)
  ResponseEntity<String> audit(
      @RequestParam(name = "updated_since", defaultValue = Api.BEGIN) String since,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    int rows = Api.rows(limit);
    Page<Audit.Line> page =
        Page.of(
            store.audit().since(Api.since(since), after, rows + 1),
            rows,
            line -> line,
            line -> Long.toString(line.seq()));
    // A line of its own once a reading, not once a page: else no reader would ever reach the end.
    if (after == 0) {
      store.audit().add(act(), Action.AUDIT_READ, "", "by the API");
    }
    return Api.json(page);
  }
}
