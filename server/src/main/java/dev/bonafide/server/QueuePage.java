package dev.bonafide.server;

import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Findings.LedgerLine;
import dev.bonafide.engine.Findings.Person;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Weight;
import dev.bonafide.report.Axis;
import dev.bonafide.report.Html;
import dev.bonafide.report.ReportPage;
import dev.bonafide.report.Words;
import dev.bonafide.store.Audit.Action;
import dev.bonafide.store.Judgements.State;
import dev.bonafide.store.People.After;
import dev.bonafide.store.People.Budget;
import dev.bonafide.store.People.Counts;
import dev.bonafide.store.People.Filter;
import dev.bonafide.store.People.Row;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import dev.bonafide.store.Views;
import dev.bonafide.store.Views.View;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The queue: who should be looked at first, and how much of the budget is left. */
@Controller
class QueuePage {
  private static final int ROWS = 50;
  private static final int CSV_ROWS = 100_000;
  private static final int SQUARES = 40;

  private final Store store;
  private final Clock clock;

  QueuePage(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What the address asks for; what it names that does not exist asks for nothing. */
  private record Asked(Filter filter, boolean all, @Nullable After after) {
    static Asked of(HttpServletRequest request) {
      String search = parameter(request, "q");
      boolean all = "all".equals(parameter(request, "show")) || !search.isBlank();
      return new Asked(
          new Filter(
              !all,
              words(request, "stage"),
              words(request, "cause"),
              words(request, "state"),
              search.length() > 80 ? search.substring(0, 80) : search,
              "mine".equals(parameter(request, "star")) ? me() : "",
              null),
          all,
          after(parameter(request, "after")));
    }

    private static String parameter(HttpServletRequest request, String name) {
      String value = request.getParameter(name);
      return value == null ? "" : value;
    }

    private static String me() {
      Signed signed = Signed.here();
      return signed == null ? "" : signed.name();
    }

    private static Set<String> words(HttpServletRequest request, String name) {
      String[] values = request.getParameterValues(name);
      Set<String> words = new TreeSet<>();
      if (values != null) {
        Arrays.stream(values).filter(v -> v.matches("[a-z-]{1,30}")).limit(30).forEach(words::add);
      }
      return words;
    }

    private static @Nullable After after(String text) {
      int comma = text.indexOf(',');
      return comma > 0 && text.substring(0, comma).matches("-?\\d{1,12}")
          ? new After(Long.parseLong(text.substring(0, comma)), text.substring(comma + 1))
          : null;
    }

    /** The address of this list, going on after a row, or from its begin. */
    String address(String path, @Nullable Person last) {
      List<String> parts = new ArrayList<>();
      filter.stages().stream().sorted().forEach(v -> parts.add("stage=" + v));
      filter.causes().stream().sorted().forEach(v -> parts.add("cause=" + v));
      filter.states().stream().sorted().forEach(v -> parts.add("state=" + v));
      if (!filter.search().isBlank()) {
        parts.add("q=" + URLEncoder.encode(filter.search(), StandardCharsets.UTF_8));
      } else if (all) {
        parts.add("show=all");
      }
      if (!filter.starredBy().isEmpty()) {
        parts.add("star=mine");
      }
      if (last != null) {
        parts.add(
            "after="
                + last.millinats()
                + ","
                + URLEncoder.encode(last.id(), StandardCharsets.UTF_8));
      }
      return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }
  }

  @GetMapping(value = "/", produces = Shell.HTML)
  ResponseEntity<String> home() {
    Signed signed = Signed.here();
    String to = signed != null && signed.seesPeople() ? "/queue" : "/sources";
    return ResponseEntity.status(303).header(HttpHeaders.LOCATION, to).build();
  }

  @GetMapping(value = "/queue", produces = Shell.HTML)
  @ResponseBody
  String queue(HttpServletRequest request) {
    Runs.Run run = store.runs().latest();
    if (run == null) {
      return Shell.page(request, "Queue", "/queue", firstRun());
    }
    Asked asked = Asked.of(request);
    List<Row> rows = store.people().list(run.id(), asked.filter(), asked.after(), ROWS + 1);
    Counts counts = store.people().counts(run);
    return Shell.page(
        request,
        "Queue",
        "/queue",
        Html.join(
            budget(run, counts),
            Html.of(
                """
                <div class="cols">{}<div class="list"><div class="tabs"><a href="/queue"{}>Above the line {}</a><a href="/queue?show=all"{}>Everybody {}</a>\
                <span class="r"><span>Line at {} dB</span></span></div>
                {}{}</div></div>
                """,
                rail(request, asked, counts),
                current(!asked.all()),
                Words.count(counts.over()),
                current(asked.all() && asked.filter().search().isBlank()),
                Words.count(run.people()),
                Words.score(run.findings().reviewLine().millinats()),
                blind(run),
                list(request, run, asked, rows))));
  }

  private static Html current(boolean is) {
    return is ? Html.of(" aria-current=\"page\"") : Html.NOTHING;
  }

  private static Html firstRun() {
    return Html.of(
        """
        <div class="wrap"><section class="panel"><h1>Nothing has been imported yet</h1>
        <p class="sub">Analyse the logs of your organisation, then take the result in. Or try the synthetic company first:</p>
        <pre class="raw">./bonafide demo
        ./bonafide serve demo</pre>
        <p class="sub">With your own records: <span class="mono">./bonafide analyze LOGS --people hr.csv --out OUT</span>, then <span class="mono">./bonafide import OUT</span> while this console runs.</p></section></div>
        """);
  }

  // --- budget ----------------------------------------------------------------------------------

  private static Html budget(Runs.Run run, Counts counts) {
    Budget budget = counts.budget();
    Findings.Line line = run.findings().reviewLine();
    int free = Math.max(0, budget.slots() - budget.over());
    int waiting = budget.over() - budget.done() - budget.open();
    return Html.of(
        """
        <div class="budget"><h1>Review budget</h1><div class="bl">{}<p class="small mut">{} per 1,000 people per 30 days = {}.<br>{} done, {} to check, {} not looked at, {} free.</p></div>
        <dl><div><dt>People</dt><dd>{}</dd></div><div><dt>As of</dt><dd>{}</dd></div><div><dt>Imported</dt><dd>{}</dd></div></dl></div>
        """,
        squares(budget),
        ReportPage.decimal(line.budget()),
        Words.count(budget.slots(), "review", "reviews"),
        Words.count(budget.done()),
        Words.count(budget.open()),
        Words.count(waiting),
        Words.count(free),
        Words.count(run.people()),
        Words.instant(run.asOf()),
        Words.instant(run.importedAt().toString()));
  }

  private static Html squares(Budget budget) {
    if (budget.slots() > SQUARES) {
      double unit = 300.0 / budget.slots();
      return Html.of(
          """
          <svg width="300" height="14" aria-hidden="true"><rect width="300" height="14" class="free"/><rect width="{}" height="14" class="waiting"/><rect width="{}" height="14" class="open"/><rect width="{}" height="14" class="done"/></svg>
          """,
          unit * budget.over(),
          unit * (budget.done() + budget.open()),
          unit * budget.done());
    }
    List<Html> squares = new ArrayList<>();
    for (int i = 0; i < budget.slots(); i++) {
      double x = 19.0 * i + 1;
      squares.add(
          i < budget.done()
              ? Html.of(
                  "<rect x=\"{}\" y=\"1\" width=\"14\" height=\"14\" rx=\"2\" class=\"done\"/><path"
                      + " d=\"M{} 8l3 3l5 -6\" class=\"tickmark\"/>",
                  x,
                  x + 3)
              : i < budget.done() + budget.open()
                  ? Html.of(
                      "<rect x=\"{}\" y=\"1\" width=\"14\" height=\"14\" rx=\"2\" class=\"waiting\"/><rect"
                          + " x=\"{}\" y=\"8\" width=\"14\" height=\"7\" class=\"done\"/>",
                      x,
                      x)
                  : i < budget.over()
                      ? Html.of(
                          "<rect x=\"{}\" y=\"1\" width=\"14\" height=\"14\" rx=\"2\""
                              + " class=\"waiting\"/>",
                          x)
                      : Html.of(
                          "<rect x=\"{}\" y=\"1\" width=\"14\" height=\"14\" rx=\"2\" class=\"free\"/>",
                          x));
    }
    return Html.of(
        "<svg width=\"{}\" height=\"16\" aria-hidden=\"true\">{}</svg>",
        19.0 * budget.slots() + 2,
        Html.join(squares.toArray(Html[]::new)));
  }

  // --- rail ------------------------------------------------------------------------------------

  private Html rail(HttpServletRequest request, Asked asked, Counts counts) {
    return Html.of(
        """
        <div class="rail noprint"><form action="/queue" aria-label="Filters" data-filters>{}{}{}{}{}<button>Apply</button> <a class="small" href="/queue">Clear</a></form>
        {}</div>
        """,
        asked.all() && asked.filter().search().isBlank()
            ? Html.of("<input type=\"hidden\" name=\"show\" value=\"all\">")
            : Html.NOTHING,
        boxes("Stage", "stage", asked.filter().stages(), counts.stages(), QueuePage::stage),
        boxes("Reason", "cause", asked.filter().causes(), counts.causes(), QueuePage::cause),
        states(asked),
        Html.of(
            "<fieldset><legend>Yours</legend><ul><li><label><input type=\"checkbox\" name=\"star\""
                + " value=\"mine\"{}> Starred</label></li></ul></fieldset>",
            asked.filter().starredBy().isEmpty() ? Html.NOTHING : Html.of(" checked")),
        views(request, asked));
  }

  /** Lists that the user named: the address is the view, so it also works as a bookmark. */
  private Html views(HttpServletRequest request, Asked asked) {
    String here = asked.address("/queue", null);
    List<View> views = store.views().of(Signed.act(clock).actor());
    return Html.of(
        """
        <section class="views"><h2 class="h4">Saved views</h2>{}
        <form method="post" action="/queue/views">{}<input type="hidden" name="address" value="{}"><label class="vh" for="view">Name of this view</label><input id="view" name="name" required maxlength="{}" placeholder="Name"><button>Save</button></form></section>
        """,
        views.isEmpty()
            ? Html.of("<p class=\"small mut\">None yet. The address of this page is the view.</p>")
            : Html.of(
                "<ul>{}</ul>",
                Html.each(
                    views,
                    view ->
                        Html.of(
                            """
                            <li><a href="{}"{}>{}</a><form method="post" action="/queue/views/forget">{}<input type="hidden" name="back" value="{}"><button class="star" name="name" value="{}"><span aria-hidden="true">\u00d7</span><span class="vh">Forget the view {}</span></button></form></li>
                            """,
                            view.address(),
                            current(view.address().equals(here)),
                            view.name(),
                            Shell.csrf(request),
                            here,
                            view.name(),
                            view.name()))),
        Shell.csrf(request),
        here,
        Views.LONGEST_NAME);
  }

  @PostMapping("/queue/views")
  ResponseEntity<String> keep(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String address) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > Views.LONGEST_NAME || !isQueue(address)) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          "A view is an address of the queue with a name of at most "
              + Views.LONGEST_NAME
              + " characters.");
    }
    if (!store.views().keep(Signed.act(clock), called, address)) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "You have " + Views.MOST + " views: forget one first.");
    }
    return PersonPage.to(address);
  }

  @PostMapping("/queue/views/forget")
  ResponseEntity<String> forget(
      @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String back) {
    store.views().forget(Signed.act(clock), name);
    return PersonPage.to(isQueue(back) ? back : "/queue");
  }

  /** Whether an address is of this list: no other is gone to. */
  private static boolean isQueue(String address) {
    return address.matches("/queue(\\?[A-Za-z0-9=&,.%+*_-]{0,2000})?");
  }

  private static Html boxes(
      String legend,
      String name,
      Set<String> chosen,
      Map<String, Integer> counts,
      java.util.function.UnaryOperator<String> words) {
    if (counts.size() < 2 && chosen.isEmpty()) {
      return Html.NOTHING;
    }
    return Html.of(
        "<fieldset><legend>{}</legend><ul>{}</ul></fieldset>",
        legend,
        Html.each(
            counts.entrySet().stream().filter(e -> !e.getKey().isEmpty()).toList(),
            e ->
                Html.of(
                    "<li><label><input type=\"checkbox\" name=\"{}\" value=\"{}\"{}> {}</label><span>{}</span></li>",
                    name,
                    e.getKey(),
                    chosen.contains(e.getKey()) ? Html.of(" checked") : Html.NOTHING,
                    words.apply(e.getKey()),
                    Words.count(e.getValue()))));
  }

  private static Html states(Asked asked) {
    return Html.of(
        "<fieldset><legend>Review</legend><ul>{}</ul></fieldset>",
        Html.each(
            List.of(State.values()),
            state -> {
              String value = state == State.OPEN ? "open" : state.slug();
              return Html.of(
                  "<li><label><input type=\"checkbox\" name=\"state\" value=\"{}\"{}> {}</label></li>",
                  value,
                  asked.filter().states().contains(value) ? Html.of(" checked") : Html.NOTHING,
                  Words.capital(state.words()));
            }));
  }

  static String stage(String slug) {
    return Words.capital(slug);
  }

  static String cause(String slug) {
    for (Cause cause : Cause.values()) {
      if (cause.slug().equals(slug)) {
        return Words.capital(cause.title());
      }
    }
    return slug;
  }

  private Html blind(Runs.Run run) {
    List<Findings.BlindSpot> missing = store.runs().quality(run.id()).missing();
    if (missing.isEmpty()) {
      return Html.NOTHING;
    }
    Findings.BlindSpot first = missing.getFirst();
    return Html.of(
        """
        <div class="warn"><span class="blindmark" aria-hidden="true"></span><p><b>{}: no records.</b> {} can\u2019t speak; ranges are wider, scores are not lower.</p><a href="/sources">See sources</a></div>
        """,
        first.source(),
        Words.count(first.indicators().size(), "indicator", "indicators"));
  }

  // --- rows ------------------------------------------------------------------------------------

  private Html list(HttpServletRequest request, Runs.Run run, Asked asked, List<Row> rows) {
    if (rows.isEmpty()) {
      return Html.of(
          "<div class=\"wrap\"><p class=\"blindbox\">{}</p></div>",
          asked.filter().asksNothing()
              ? "Nobody is above the review line ("
                  + Words.score(run.findings().reviewLine().millinats())
                  + " dB). "
                  + Words.count(run.people(), "person was", "people were")
                  + " checked. Quiet is no proof: see what could not speak."
              : "Nobody of this run fits these filters.");
    }
    Axis axis =
        new Axis(
            190,
            prior(rows.getFirst().person()),
            run.findings().reviewLine().millinats() / Weight.DECIBAN);
    List<Row> shown = rows.subList(0, Math.min(rows.size(), ROWS));
    Person last = shown.getLast().person();
    Set<String> starred = store.stars().of(Signed.act(clock).actor());
    return Html.of(
        """
        <div class="scroll" tabindex="0" role="group" aria-label="Queue" data-csv="{}"><table class="rank queue">
        <thead><tr><th scope="col">Person</th><th scope="col" class="num">Score</th><th scope="col" class="axis">{}<span class="vh">Range</span></th><th scope="col">Strongest reasons, dB</th><th scope="col">Cheapest next check</th><th scope="col">Review</th></tr></thead>
        <tbody>
        {}</tbody></table></div><form method="post" id="star">{}<input type="hidden" name="back" value="{}"></form>{}
        """,
        asked.address("/queue.csv", null),
        axis.head(),
        Html.each(shown, row -> row(row, axis, starred.contains(row.person().id()))),
        Shell.csrf(request),
        asked.address("/queue", null),
        rows.size() > ROWS
            ? Html.of(
                "<p class=\"more\"><a rel=\"next\" href=\"{}\">Show the next {}</a></p>",
                asked.address("/queue", last),
                ROWS)
            : Html.NOTHING);
  }

  static double prior(Person person) {
    return person.ledger().isEmpty()
        ? -34.77
        : person.ledger().getFirst().millinats() / Weight.DECIBAN;
  }

  private static Html row(Row row, Axis axis, boolean starred) {
    Person person = row.person();
    boolean over = dev.bonafide.report.People.over(person);
    double low = dev.bonafide.report.People.low(person);
    double high = dev.bonafide.report.People.high(person);
    return Html.of(
        """
        <tr data-row><th scope="row"><a href="/people/{}" data-open><b>{}</b></a> <button form="star" formaction="/people/{}/star" class="star" aria-pressed="{}"><span aria-hidden="true">{}</span><span class="vh">Star {}</span></button>{}<br><span class="small mut">{}</span></th>\
        <td class="num v">{}<br><span class="small dim">{}</span></td><td>{}<span class="vh">{} to {}</span></td><td class="rs">{}</td><td class="small">{}</td><td class="small mut">{}</td></tr>
        """,
        person.id(),
        person.label(),
        person.id(),
        starred,
        starred ? "\u2605" : "\u2606",
        person.label(),
        person.stage() == null
            ? Html.NOTHING
            : Html.of(" <span class=\"tag\">{}</span>", stage(person.stage())),
        over
            ? dev.bonafide.report.People.band(person.band())
            : !row.foundBand().equals("none") ? "Explained: below the line now" : "Below the line",
        Words.score(person.decibans()),
        change(person, row.before()),
        axis.bar(person.decibans(), low, high, over),
        Words.score(low),
        Words.score(high),
        reasons(person),
        check(person),
        Words.capital(row.state().words()));
  }

  static String change(Person person, @Nullable Long before) {
    if (before == null) {
      return "new";
    }
    long change = Math.round(person.decibans()) - Math.round(before / Weight.DECIBAN);
    return change == 0 ? "same" : (change > 0 ? "\u25b2 " : "\u25bc ") + Math.abs(change);
  }

  /** The three indicators that weigh most, each once with its heaviest line. */
  private static Html reasons(Person person) {
    Map<String, List<LedgerLine>> lines = new LinkedHashMap<>();
    for (LedgerLine line : dev.bonafide.report.People.strongest(person, Integer.MAX_VALUE)) {
      lines
          .computeIfAbsent(
              line.indicator() == null ? line.line() : line.indicator(), i -> new ArrayList<>())
          .add(line);
    }
    return Html.each(
        lines.entrySet().stream().limit(3).toList(),
        e ->
            Html.of(
                "<span class=\"chip {}\">{} <b>{}</b>{}</span> ",
                e.getValue().getFirst().millinats() < 0 ? "fit" : "mis",
                Words.title(e.getKey()),
                Words.score(e.getValue().getFirst().millinats()),
                e.getValue().size() > 1
                    ? " and " + Words.count(e.getValue().size() - 1) + " more"
                    : ""));
  }

  private static Html check(Person person) {
    return Html.join(
        person.nextCheck() == null
            ? Html.of("<span class=\"mut\">None needed</span>")
            : Html.of(
                "<b>{}</b> <span class=\"dim nw\">{} min</span>",
                person.nextCheck().text(),
                person.nextCheck().minutes()),
        person.bestInnocent() == null
            ? Html.NOTHING
            : Html.of("<br><span class=\"mut\">Innocent: {}</span>", person.bestInnocent().text()));
  }

  // --- csv -------------------------------------------------------------------------------------

  @GetMapping(value = "/queue.csv", produces = "text/csv;charset=UTF-8")
  ResponseEntity<String> csv(HttpServletRequest request) {
    Runs.Run run = store.runs().latest();
    Asked asked = Asked.of(request);
    List<Row> rows =
        run == null ? List.of() : store.people().list(run.id(), asked.filter(), null, CSV_ROWS);
    store
        .audit()
        .add(
            Signed.act(clock),
            Action.LIST_EXPORTED,
            run == null ? "" : run.id(),
            rows.size() + " people, " + asked.address("/queue.csv", null));
    StringBuilder csv =
        new StringBuilder(
            "id,label,band,decibans,low,high,stage,first_seen,indicators,next_check,best_innocent,review\r\n");
    for (Row row : rows) {
      Person p = row.person();
      csv.append(
          Csv.line(
              p.id(),
              p.label(),
              p.band(),
              p.decibans(),
              dev.bonafide.report.People.low(p),
              dev.bonafide.report.People.high(p),
              p.stage(),
              p.firstSeen(),
              String.join(" ", p.indicators()),
              p.nextCheck() == null ? null : p.nextCheck().text(),
              p.bestInnocent() == null ? null : p.bestInnocent().text(),
              row.state().words()));
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"queue.csv\"")
        .body(csv.toString());
  }

  @GetMapping(value = "/keys", produces = Shell.HTML)
  @ResponseBody
  String keys(HttpServletRequest request) {
    return Shell.page(
        request,
        "Keys",
        "",
        Html.of(
            """
            <div class="wrap"><h1>Keys</h1><p class="sub">Single keys do nothing while you type in a field. What a key does, a link or a button does too.</p>
            <div class="scroll" tabindex="0" role="group" aria-label="Keys"><table class="narrow"><thead><tr><th scope="col">Key</th><th scope="col">Does</th></tr></thead><tbody>
            <tr><th scope="row"><kbd>j</kbd> <kbd>k</kbd></th><td>next and previous row; on a person, next and previous evidence</td></tr>
            <tr><th scope="row"><kbd>Enter</kbd></th><td>opens the row</td></tr>
            <tr><th scope="row"><kbd>e</kbd></th><td>on a person: opens the evidence that is chosen, else the first</td></tr>
            <tr><th scope="row"><kbd>t</kbd></th><td>on a person: the timeline</td></tr>
            <tr><th scope="row"><kbd>g</kbd></th><td>on a person: the graph of ties to others</td></tr>
            <tr><th scope="row"><kbd>s</kbd></th><td>stars the person, or takes the star away; in the queue, the chosen row</td></tr>
            <tr><th scope="row"><kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd></th><td>chooses a judgement: explained, needs a check, escalate; of two people: same, not linked, unsure. Then give the reason and press <kbd>Enter</kbd></td></tr>
            <tr><th scope="row"><kbd>u</kbd></th><td>undoes your last judgement of the person</td></tr>
            <tr><th scope="row"><kbd>Esc</kbd></th><td>closes the evidence and goes back to where you were</td></tr>
            <tr><th scope="row"><kbd>/</kbd></th><td>search</td></tr>
            <tr><th scope="row"><kbd>?</kbd></th><td>this page</td></tr>
            </tbody></table></div></div>
            """));
  }
}
