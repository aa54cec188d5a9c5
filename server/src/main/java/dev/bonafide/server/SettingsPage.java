package dev.bonafide.server;

import dev.bonafide.engine.Findings;
import dev.bonafide.report.Html;
import dev.bonafide.report.ReportPage;
import dev.bonafide.report.Words;
import dev.bonafide.store.Retention;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is set: here what the console decides, and what the run or the start decided. */
@Controller
class SettingsPage {
  private final Store store;
  private final Clock clock;
  private final Serve.Settings settings;

  SettingsPage(Store store, Clock clock, Serve.Settings settings) {
    this.store = store;
    this.clock = clock;
    this.settings = settings;
  }

  @GetMapping(value = "/settings", produces = Shell.HTML)
  ResponseEntity<String> settings(HttpServletRequest request) {
    return ResponseEntity.ok(page(request, null));
  }

  private String page(HttpServletRequest request, @Nullable String problem) {
    Runs.Run run = store.runs().latest();
    Integer days = store.retention().days();
    return Shell.page(
        request,
        "Settings",
        "/settings",
        Html.of(
            """
            <div class="wrap"><h1>Settings</h1>
            <section><h2>Retention</h2>{}<p class="sub">{} The audit stays.</p>
            <form method="post" action="/settings" class="row">{}<label for="days">Delete imports after</label><input id="days" name="days" type="number" min="{}" max="{}" value="{}"> days <button>Save</button></form>
            <p class="small mut">Empty keeps everything. With an import go its people, evidence, pictures and ties, and judgements of people whom no import knows any more; each deletion is a line in the audit.</p></section>
            <section><h2>Of the latest analysis</h2><p class="sub">Fixed when it was made, so that a score can be reckoned again: <span class="mono">./bonafide analyze</span> sets them.</p>{}</section>
            <section><h2>Of this server</h2><p class="sub">Set when it is started: <span class="mono">./bonafide serve --help</span>.</p>
            <div class="scroll" tabindex="0" role="group" aria-label="Of this server"><table class="narrow"><tbody>
            <tr><th scope="row">Listens on</th><td class="mono">{}</td></tr>
            <tr><th scope="row">Reached by</th><td>{}</td></tr>
            <tr><th scope="row">Store</th><td>{}, tables of version {}</td></tr>
            <tr><th scope="row">Identity provider</th><td>{}</td></tr>
            <tr><th scope="row">A revealed name stays for</th><td>{} minutes</td></tr>
            <tr><th scope="row">A session ends after</th><td>30 minutes without use</td></tr></tbody></table></div></section></div>
            """,
            Shell.problem(problem),
            days == null
                ? "Nothing is deleted by itself."
                : "Imports are deleted after " + Words.count(days, "day", "days") + ".",
            Shell.csrf(request),
            Retention.SHORTEST,
            Retention.LONGEST,
            days == null ? "" : days.toString(),
            run == null ? Html.of("<p>Nothing has been imported yet.</p>") : ofRun(run),
            settings.listen(),
            settings.url() == null ? "its own address" : settings.url(),
            store.place() instanceof Store.File ? "SQLite" : "PostgreSQL",
            store.schemaVersion(),
            settings.oidc() == null
                ? Html.of(
                    "none: users sign in with a password of this console (<span class=\"mono\">--oidc</span> names"
                        + " one)")
                : Html.of(
                    "<span class=\"mono\">{}</span>, roles from {}",
                    settings.oidc().issuer(),
                    settings.oidc().roles() == null
                        ? "invitations only"
                        : "the claim " + settings.oidc().roles() + " or an invitation"),
            PersonPage.REVEALED.toMinutes()));
  }

  private Html ofRun(Runs.Run run) {
    Findings.Line line = run.findings().reviewLine();
    return Html.of(
        """
        <div class="scroll" tabindex="0" role="group" aria-label="Of the latest analysis"><table class="narrow"><tbody>
        <tr><th scope="row">Review budget</th><td>{} per 1,000 people per 30 days</td></tr>
        <tr><th scope="row">Review line</th><td>{} dB: {} over it of {} in {}</td></tr>
        <tr><th scope="row">As of</th><td>{}</td></tr>
        <tr><th scope="row">Zone of times that name none</th><td>{}</td></tr>
        <tr><th scope="row">Catalogue</th><td class="mono">{}</td></tr></tbody></table></div>
        """,
        ReportPage.decimal(line.budget()),
        Words.score(line.millinats()),
        Words.count(line.alerts()),
        Words.count(line.people(), "person", "people"),
        Words.count(line.days(), "day", "days"),
        Words.instant(run.asOf()),
        SourcesPage.zone(store.runs().quality(run.id())),
        run.findings().bonafide().catalogueHash());
  }

  @PostMapping(value = "/settings", produces = Shell.HTML)
  ResponseEntity<String> save(
      HttpServletRequest request, @RequestParam(defaultValue = "") String days) {
    String text = days.strip();
    Integer wanted = text.matches("\\d{1,5}") ? Integer.valueOf(text) : null;
    if (!text.isEmpty()
        && (wanted == null || wanted < Retention.SHORTEST || wanted > Retention.LONGEST)) {
      return ResponseEntity.badRequest()
          .body(
              page(
                  request,
                  "Give "
                      + Retention.SHORTEST
                      + " to "
                      + Retention.LONGEST
                      + " days, or nothing."));
    }
    store.retention().days(wanted, Signed.act(clock));
    return PersonPage.to("/settings");
  }
}
