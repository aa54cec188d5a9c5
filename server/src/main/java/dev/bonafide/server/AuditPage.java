package dev.bonafide.server;

import dev.bonafide.report.Html;
import dev.bonafide.report.Words;
import dev.bonafide.store.Audit;
import dev.bonafide.store.Audit.Action;
import dev.bonafide.store.Audit.Line;
import dev.bonafide.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The audit: who did and read what, as a chain that is reckoned again when it is asked for. */
@Controller
class AuditPage {
  private static final int ROWS = 100;
  private static final int CSV_ROWS = 1_000_000;

  private final Store store;
  private final Clock clock;

  AuditPage(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @GetMapping(value = "/audit", produces = Shell.HTML)
  @ResponseBody
  String audit(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "0") long before,
      @RequestParam(defaultValue = "false") boolean verify) {
    String of = about.strip();
    if (before <= 0) {
      store.audit().add(Signed.act(clock), Action.AUDIT_READ, "", of);
    }
    Audit.Anchor head = store.audit().head();
    List<Line> lines = store.audit().lines(before, of, ROWS + 1);
    return Shell.page(
        request,
        "Audit",
        "/audit",
        Html.of(
            """
            <div class="wrap"><h1>{}</h1>
            <p class="sub">The chain ends at <span class="mono">{}</span>. Keep that text where nobody who runs this server can write: <span class="mono">./bonafide audit verify --anchor</span> then also finds a chain that was written anew.</p>
            <form action="/audit" class="row noprint"><label for="about">Only of this user, person or action</label><input id="about" name="about" value="{}" maxlength="120"><button>Show</button> <a class="small" href="/audit?verify=true">Check the whole chain</a> <a class="small" href="/audit">All</a></form>
            <div class="scroll" tabindex="0" role="group" aria-label="Audit" data-csv="/audit.csv"><table class="audit"><thead><tr><th scope="col" class="num">Line</th><th scope="col">When</th><th scope="col">Who</th><th scope="col">Did</th><th scope="col">Whom or what</th><th scope="col">Detail</th><th scope="col">Hash</th></tr></thead><tbody>
            {}</tbody></table></div>{}</div>
            """,
            verify ? verified() : Words.count(head.seq(), "line", "lines"),
            head,
            of,
            Html.each(lines.stream().limit(ROWS).toList(), AuditPage::row),
            lines.size() > ROWS
                ? Html.of(
                    "<p class=\"more\"><a rel=\"next\" href=\"/audit?before={}{}\">Show older lines</a></p>",
                    lines.get(ROWS - 1).seq(),
                    of.isEmpty() ? "" : "&about=" + URLEncoder.encode(of, StandardCharsets.UTF_8))
                : Html.NOTHING));
  }

  private String verified() {
    Audit.Verified verified = store.audit().verify(null);
    return verified.whole()
        ? Words.count(verified.lines(), "line", "lines") + ", the chain is whole"
        : "The chain is broken: " + verified.problem();
  }

  private static Html row(Line line) {
    return Html.of(
        """
        <tr><td class="num dim">{}</td><th scope="row" class="small nw">{}</th><td>{}</td><td>{}</td><td class="mono">{}</td><td>{}</td><td class="mono dim" title="follows {}">{}</td></tr>
        """,
        line.seq(),
        line.at(),
        line.actor(),
        Words.title(line.action()),
        line.subject(),
        line.detail(),
        line.previous().isEmpty() ? "nothing" : line.previous(),
        line.hash().substring(0, 12));
  }

  @GetMapping(value = "/audit.csv", produces = "text/csv;charset=UTF-8")
  ResponseEntity<String> csv() {
    store.audit().add(Signed.act(clock), Action.AUDIT_READ, "", "as CSV");
    StringBuilder csv = new StringBuilder("line,at,actor,action,subject,detail,previous,hash\r\n");
    for (Line line : store.audit().lines(0, "", CSV_ROWS)) {
      csv.append(
          Csv.line(
              line.seq(),
              line.at(),
              line.actor(),
              line.action(),
              line.subject(),
              line.detail(),
              line.previous(),
              line.hash()));
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
        .body(csv.toString());
  }
}
