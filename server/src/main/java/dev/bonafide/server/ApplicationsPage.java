package dev.bonafide.server;

import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Links;
import dev.bonafide.engine.applications.ScreeningFindings.Applicant;
import dev.bonafide.report.Html;
import dev.bonafide.report.RecruiterCards;
import dev.bonafide.report.Words;
import dev.bonafide.store.Audit.Action;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Screenings.Row;
import dev.bonafide.store.Screenings.Screening;
import dev.bonafide.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/**
 * Applications: by number, each with the same card as {@code screen} makes it. No score, no order
 * of concern, no colour of guilt.
 */
@Controller
class ApplicationsPage {
  private static final int ROWS = 50;
  private static final int CAME = 200;

  private final Store store;
  private final Clock clock;

  ApplicationsPage(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  @GetMapping(value = "/applications", produces = Shell.HTML)
  @ResponseBody
  String applications(HttpServletRequest request, @RequestParam(defaultValue = "") String after) {
    Screening screening = store.screenings().latest();
    return Shell.page(
        request,
        "Applications",
        "/applications",
        Html.of(
            "<div class=\"wrap\"><h1>Applications</h1>{}{}</div>",
            screening == null
                ? Html.of(
                    "<p class=\"sub\">No screening has been imported yet: <span class=\"mono\">./bonafide screen"
                        + " APPLICATIONS --out OUT</span>, then <span class=\"mono\">./bonafide import OUT</span>.</p>")
                : list(screening, after, Tables.rows(request, ROWS)),
            came()));
  }

  private Html list(Screening screening, String after, int most) {
    List<Row> rows = store.screenings().list(screening.id(), after, most + 1);
    List<Row> shown = rows.subList(0, Math.min(rows.size(), most));
    return Html.of(
        """
        <p class="sub">{} were read as of {}. Sorted by number, not by concern; all of them get the same card.</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Applications"><table class="narrow"><thead><tr><th scope="col">Application</th><th scope="col">Received</th><th scope="col">To ask</th></tr></thead><tbody>
        {}</tbody></table></div>{}
        """,
        Words.count(screening.applications(), "application", "applications"),
        Words.instant(screening.asOf()),
        Html.each(
            shown,
            r ->
                Html.of(
                    "<tr data-row><th scope=\"row\"><a data-open href=\"/applications/card?id={}\">{}</a></th><td>{}</td><td>{}</td></tr>\n",
                    encoded(r.id()),
                    r.id(),
                    r.received(),
                    r.questions() == 0
                        ? r.fits() == 0 ? "Not enough to say" : "Nothing to ask"
                        : Words.count(r.questions(), "question", "questions"))),
        rows.size() > most
            ? Html.of(
                "<p class=\"more\"><a rel=\"next\" href=\"/applications?after={}\">Show the next {}</a></p>",
                encoded(shown.getLast().id()),
                most)
            : Html.NOTHING);
  }

  /** Workers of the latest run whose own application speaks in their ledger. */
  private Html came() {
    Runs.Run run = store.runs().latest();
    List<Findings.Applicant> applicants =
        run == null
            ? List.of()
            : run.findings().applicants().stream()
                .filter(a -> a.person() != null)
                .limit(CAME)
                .toList();
    Map<String, Links.Person> workers =
        run == null
            ? Map.of()
            : store
                .linked()
                .persons(
                    run.id(), applicants.stream().map(a -> String.valueOf(a.person())).toList());
    return applicants.isEmpty()
        ? Html.NOTHING
        : Html.of(
            """
            <section><h2>Workers who came through an application</h2><p class="sub">Of the latest analysis. What their application says stands in their ledger.</p>
            <div class="scroll" tabindex="0" role="group" aria-label="Workers"><table class="narrow"><thead><tr><th scope="col">Application</th><th scope="col">Worker</th></tr></thead><tbody>{}</tbody></table></div></section>
            """,
            Html.each(
                applicants,
                a ->
                    Html.of(
                        "<tr><th scope=\"row\" class=\"mono\">{}</th><td><a href=\"/people/{}\">{}</a></td></tr>\n",
                        a.id(),
                        String.valueOf(a.person()),
                        workers.containsKey(a.person())
                            ? workers.get(a.person()).label()
                            : String.valueOf(a.person()))));
  }

  @GetMapping(value = "/applications/card", produces = Shell.HTML)
  ResponseEntity<String> card(HttpServletRequest request, @RequestParam String id) {
    Screening screening = store.screenings().latest();
    Applicant found = screening == null ? null : store.screenings().find(screening.id(), id);
    if (screening == null || found == null) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "The latest screening has no such application.");
    }
    store.audit().add(Signed.act(clock), Action.APPLICATION_READ, id, "");
    return ResponseEntity.ok(
        Shell.page(
            request,
            "Application " + id,
            "/applications",
            Html.of(
                """
                <div class="wrap apply"><p class="crumbs"><a href="/applications">Applications</a> \u203a {}</p>
                <h1 class="vh">Application {}</h1>{}
                <p class="small mut">The card never uses name, photo, nationality, birthplace, age, gender, religion, looks, accent, language, health or the school\u2019s country: the program has no field for them. It never decides and never ranks.</p></div>
                """,
                id,
                id,
                RecruiterCards.card(found)),
            "recruiter.css"));
  }
}
