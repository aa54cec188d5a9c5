package dev.bonafide.server;

import dev.bonafide.engine.Json;
import dev.bonafide.engine.Links;
import dev.bonafide.engine.Links.Cluster;
import dev.bonafide.engine.Links.Line;
import dev.bonafide.engine.Links.Pair;
import dev.bonafide.linking.records.Judgement.Verdict;
import dev.bonafide.linking.rings.Tie;
import dev.bonafide.report.Html;
import dev.bonafide.report.Words;
import dev.bonafide.store.Audit.Action;
import dev.bonafide.store.Linked;
import dev.bonafide.store.Linked.Said;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Ties: they begin with a question about one person or one group, never with everything. Why two
 * are linked, what argues against, and what a human says of it.
 */
@Controller
class LinksPage {
  private static final int ROWS = 50;
  private static final int CSV_ROWS = 10_000;
  private static final int LONGEST_REASON = 500;
  private static final int WIDTH = 210;

  private final Store store;
  private final Clock clock;

  LinksPage(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private Runs.Run run() {
    Runs.Run run = store.runs().latest();
    if (run == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing has been imported yet.");
    }
    return run;
  }

  static String address(String one, String other) {
    return "/links/" + one + "/" + other;
  }

  /** A person's label as a link; applicants have no page. */
  static Html name(Links.Person person) {
    return person.kind().equals("applicant")
        ? Html.of("{} <span class=\"tag\">Applicant</span>", person.label())
        : Html.of("<a href=\"/people/{}\">{}</a>", person.id(), person.label());
  }

  // --- the question ----------------------------------------------------------------------------

  @GetMapping(value = "/links", produces = Shell.HTML)
  ResponseEntity<String> links(
      HttpServletRequest request, @RequestParam(defaultValue = "") String who) {
    Runs.Run run = store.runs().latest();
    String asked = who.strip();
    if (run == null || !store.linked().known(run.id())) {
      return ResponseEntity.ok(
          Shell.page(
              request,
              "Links",
              "/links",
              Html.of(
                  "<div class=\"wrap\"><h1>Links</h1><p class=\"sub\">The result that was imported does not"
                      + " say who is tied to whom: analyse again with this version, then import.</p></div>")));
    }
    if (!asked.isEmpty() && store.linked().cluster(run.id(), asked) != null) {
      return PersonPage.to("/links/clusters/" + asked);
    }
    List<Links.Person> found =
        asked.isEmpty() || asked.length() > 80 ? List.of() : store.linked().find(run.id(), asked);
    Html answer =
        found.size() == 1
            ? answer(run, found.getFirst())
            : found.size() > 1
                ? several(found)
                : asked.isEmpty() ? clusters(run, Tables.rows(request, ROWS)) : nobody();
    return ResponseEntity.ok(
        Shell.page(
            request,
            "Links",
            "/links",
            Html.of(
                """
                <div class="wrap"><h1>Who is tied to whom?</h1>
                <p class="sub">Ask about one person or one group; nothing is drawn before that. A tie says that two share something that few have. It does not say who is to blame.</p>
                <form action="/links" class="row" role="search" aria-label="Ties"><label for="who">Who is tied to</label><input id="who" name="who" value="{}" placeholder="Label, id or group" maxlength="80" autocomplete="off" required><button>Ask</button> <a class="small" href="/links/judgements.ndjson">Judgements for <span class="mono">link</span></a></form>
                {}</div>
                """,
                asked,
                answer)));
  }

  private static Html nobody() {
    return Html.of(
        "<p class=\"blindbox\">Nobody and no group of the latest run has this label or id.</p>");
  }

  private static Html several(List<Links.Person> found) {
    return Html.of(
        "<p>Several have this label:</p><ul class=\"plain\">{}</ul>",
        Html.each(
            found,
            p ->
                Html.of(
                    "<li><a href=\"/links?who={}\">{} <span class=\"mono\">{}</span></a></li>",
                    p.id(),
                    p.label(),
                    p.id())));
  }

  private Html clusters(Runs.Run run, int rows) {
    List<Cluster> clusters = store.linked().clusters(run.id(), rows);
    int all = store.linked().clusters(run.id());
    if (clusters.isEmpty()) {
      return Html.of(
          "<section><h2>Groups</h2><p class=\"blindbox\">No operator, ring or farm was found. Quiet is no"
              + " proof: only what the records hold can be shared.</p></section>");
    }
    return Html.of(
        """
        <section><h2>Groups</h2><p class="sub">{}{}. An operator is one body behind several; a ring works together; a farm is one place where the computers of several stand.</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Groups"><table><thead><tr><th scope="col">Group</th><th scope="col">Kind</th><th scope="col">Members</th><th scope="col" class="num">Weakest tie, bits</th><th scope="col">Held together by</th></tr></thead><tbody>
        {}</tbody></table></div></section>
        """,
        Words.count(all, "group was found", "groups were found"),
        all > clusters.size() ? "; the largest " + clusters.size() : "",
        Html.each(clusters, c -> row(run, c)));
  }

  private Html row(Runs.Run run, Cluster cluster) {
    return Html.of(
        "<tr data-row><th scope=\"row\"><a href=\"/links/clusters/{}\" data-open>{}</a></th><td>{}</td><td>{}</td><td"
            + " class=\"num\">{}</td><td class=\"small mono\">{}</td></tr>\n",
        cluster.id(),
        cluster.id(),
        Words.capital(cluster.kind()),
        members(run, cluster, 6),
        LinkGraph.bits(cluster.millibits()),
        String.join(
            ", ", new LinkedHashSet<>(cluster.because().stream().map(Links.Edge::key).toList())));
  }

  private Html members(Runs.Run run, Cluster cluster, int most) {
    Map<String, Links.Person> persons =
        store
            .linked()
            .persons(
                run.id(), cluster.members().subList(0, Math.min(most, cluster.members().size())));
    String more =
        cluster.members().size() > most
            ? " and " + (cluster.members().size() - most) + " more"
            : "";
    List<String> labels = persons.values().stream().map(Links.Person::label).toList();
    return Html.of("{}", more.isEmpty() ? Words.list(labels) : String.join(", ", labels) + more);
  }

  // --- one person ------------------------------------------------------------------------------

  private Html answer(Runs.Run run, Links.Person person) {
    store.audit().add(Signed.act(clock), Action.PERSON_READ, person.id(), "ties");
    List<Pair> ties = store.linked().ties(run.id(), person.id(), ROWS);
    int all = store.linked().count(run.id(), person.id());
    List<Links.Other> others = store.linked().whoElse(run.id(), person.id());
    Set<String> ids = new LinkedHashSet<>();
    ties.forEach(p -> ids.add(other(p, person.id())));
    others.forEach(
        o -> {
          ids.add(o.id());
          ids.addAll(o.through());
        });
    Map<String, Links.Person> persons = store.linked().persons(run.id(), ids);
    List<Links.Person> right =
        ties.stream().map(p -> persons.get(other(p, person.id()))).filter(p -> p != null).toList();
    List<Cluster> clusters = store.linked().clustersOf(run.id(), person.id());
    return Html.of(
        """
        <section><h2>{}</h2><p>{}</p>{}{}
        {}{}</section>
        """,
        name(person),
        sentence(person, ties, persons),
        clusters.isEmpty()
            ? Html.NOTHING
            : Html.of(
                "<p>In {}.</p>",
                Html.each(
                    clusters,
                    c ->
                        Html.of(
                            "<a href=\"/links/clusters/{}\">{}</a> <span class=\"tag\">{}</span> ",
                            c.id(),
                            c.id(),
                            c.kind()))),
        ties.isEmpty() ? Html.NOTHING : new LinkGraph(List.of(person), right, ties).figure(),
        ties.isEmpty() ? Html.NOTHING : table(person.id(), ties, persons, all),
        through(others, persons));
  }

  private static String other(Pair pair, String id) {
    return pair.left().equals(id) ? pair.right() : pair.left();
  }

  private static String label(Map<String, Links.Person> persons, String id) {
    Links.Person person = persons.get(id);
    return person == null ? id : person.label();
  }

  private static String sentence(
      Links.Person person, List<Pair> ties, Map<String, Links.Person> persons) {
    if (ties.isEmpty()) {
      return person.label() + " shares nothing that the records hold with anybody.";
    }
    Pair first = ties.getFirst();
    int most = Math.max(first.ring(), first.operator());
    return person.label()
        + " shares something with "
        + Words.count(ties.size(), "other", "others")
        + "; the heaviest tie, "
        + LinkGraph.bits(most)
        + " bits, is with "
        + label(persons, other(first, person.id()))
        + (most >= Tie.TIED
            ? "."
            : ": less than the " + LinkGraph.bits(Tie.TIED) + " that tie two.");
  }

  private static Html table(
      String id, List<Pair> ties, Map<String, Links.Person> persons, int all) {
    return Html.of(
        """
        <p class="small mut">{}</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Ties as a table" data-csv="/links.csv?who={}"><table><thead><tr><th scope="col">Other</th><th scope="col">They share</th><th scope="col" class="num">One body, bits</th><th scope="col" class="num">Together, bits</th><th scope="col">Said of them</th></tr></thead><tbody>
        {}</tbody></table></div>
        """,
        all > ties.size() ? "The heaviest " + ties.size() + " of " + Words.count(all) + ". " : "",
        id,
        Html.each(
            ties,
            pair -> {
              String other = other(pair, id);
              return Html.of(
                  "<tr data-row><th scope=\"row\"><a href=\"{}\" data-open>{}: why?</a></th><td class=\"small"
                      + " mono\">{}</td><td class=\"num\">{}</td><td class=\"num\">{}</td><td>{}</td></tr>\n",
                  address(id, other),
                  label(persons, other),
                  pair.key().isEmpty() ? "nothing that counts" : pair.key(),
                  LinkGraph.bits(pair.operator()),
                  LinkGraph.bits(pair.ring()),
                  pair.judged() == null ? "" : verdict(pair.judged()));
            }));
  }

  private static Html through(List<Links.Other> others, Map<String, Links.Person> persons) {
    List<Links.Other> far =
        others.stream().filter(o -> !o.through().isEmpty()).limit(ROWS).toList();
    return far.isEmpty()
        ? Html.NOTHING
        : Html.of(
            """
            <h3>Through others</h3><div class="scroll" tabindex="0" role="group" aria-label="Through others"><table><thead><tr><th scope="col">Other</th><th scope="col">Through</th><th scope="col" class="num">Weakest tie on the way, bits</th></tr></thead><tbody>{}</tbody></table></div>
            """,
            Html.each(
                far,
                o ->
                    Html.of(
                        "<tr><th scope=\"row\"><a href=\"/links?who={}\">{}</a></th><td>{}</td><td class=\"num\">{}</td></tr>\n",
                        o.id(),
                        label(persons, o.id()),
                        String.join(
                            ", ", o.through().stream().map(t -> label(persons, t)).toList()),
                        LinkGraph.bits(o.millibits()))));
  }

  @GetMapping(value = "/links.csv", produces = "text/csv;charset=UTF-8")
  ResponseEntity<String> csv(@RequestParam(defaultValue = "") String who) {
    Runs.Run run = run();
    List<Pair> ties = store.linked().ties(run.id(), who, CSV_ROWS);
    store
        .audit()
        .add(Signed.act(clock), Action.LIST_EXPORTED, who, Words.count(ties.size()) + " ties");
    StringBuilder csv = new StringBuilder("left,right,shared,operator_bits,ring_bits,judged\r\n");
    for (Pair p : ties) {
      csv.append(
          Csv.line(
              p.left(), p.right(), p.key(), p.operator() / 1000.0, p.ring() / 1000.0, p.judged()));
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ties.csv\"")
        .body(csv.toString());
  }

  // --- why two are linked ----------------------------------------------------------------------

  private record Two(Runs.Run run, Links.Person one, Links.Person other, Pair pair) {
    String address() {
      return LinksPage.address(one.id(), other.id());
    }
  }

  private Two two(String one, String other) {
    Runs.Run run = run();
    Pair pair = one.equals(other) ? null : store.linked().pair(run.id(), one, other);
    Links.Person a = store.linked().person(run.id(), one);
    Links.Person b = store.linked().person(run.id(), other);
    if (pair == null || a == null || b == null) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "The latest run does not know these two.");
    }
    return new Two(run, a, b, pair);
  }

  @GetMapping(value = "/links/{one}/{other}", produces = Shell.HTML)
  ResponseEntity<String> why(
      HttpServletRequest request, @PathVariable String one, @PathVariable String other) {
    return ResponseEntity.ok(why(request, two(one, other), null));
  }

  private String why(HttpServletRequest request, Two two, @Nullable String problem) {
    store
        .audit()
        .add(Signed.act(clock), Action.PAIR_READ, two.one().id(), "with " + two.other().id());
    Pair pair = two.pair();
    return Shell.page(
        request,
        "Why linked",
        "/links",
        Html.of(
            """
            <div class="wrap"><p class="crumbs"><a href="/links">Links</a> \u203a <a href="/links?who={}">{}</a> \u203a {}</p>
            <h1>{}</h1>{}<p class="sub">{} and {}</p>
            <div class="duo"><div><h2 class="h3">What would change it</h2><p>{}</p></div><div><h2 class="h3">What argues against</h2>{}</div></div>
            {}{}{}</div>
            """,
            two.one().id(),
            two.one().label(),
            two.other().label(),
            headline(pair),
            Shell.problem(problem),
            name(two.one()),
            name(two.other()),
            change(pair),
            against(two),
            lines(pair),
            judging(request, two),
            said(request, two)));
  }

  private static String headline(Pair pair) {
    if (pair.judged() != null) {
      return "A human said: " + verdict(pair.judged()).toLowerCase(Locale.ROOT);
    }
    return pair.lines().isEmpty()
        ? "They share nothing that the records hold"
        : pair.tied()
            ? "They are tied by " + LinkGraph.bits(Math.max(pair.ring(), pair.operator())) + " bits"
            : "They are not tied";
  }

  static String verdict(String name) {
    return switch (Verdict.valueOf(name)) {
      case SAME -> "One operator or ring";
      case DIFFERENT -> "Not linked";
      case UNSURE -> "Unsure: the tie counts for nothing";
    };
  }

  private static Html change(Pair pair) {
    if (pair.without() != null) {
      return Html.of("{}.", Words.capital(pair.without()));
    }
    return pair.tied()
        ? Html.of("No single thing decides: without any one of them they would still be tied.")
        : Html.of("{}", pair.missing());
  }

  private static Html against(Two two) {
    List<Line> against =
        two.pair().lines().stream().filter(l -> l.operator() < 0 || l.ring() < 0).toList();
    List<Html> words = new ArrayList<>();
    against.forEach(
        l ->
            words.add(
                Html.of(
                    "<li>{}: {} <span class=\"dim\">{} bits</span></li>",
                    Words.capital(l.topic()),
                    l.text(),
                    LinkGraph.bits(Math.min(l.operator(), l.ring())))));
    two.pair().lines().stream()
        .filter(l -> l.operator() == 0 && l.ring() == 0)
        .forEach(
            l ->
                words.add(
                    Html.of(
                        "<li>{} counts 0: {} <span class=\"dim\">{}</span></li>",
                        Words.capital(l.topic()),
                        l.text(),
                        Words.count(l.holders(), "person has it", "people have it"))));
    if (two.one().home() != null && two.one().home().equals(two.other().home())) {
      words.add(Html.of("<li>Both claim one home: a household shares much.</li>"));
    }
    if (two.one().relatives().contains(two.other().id())
        || two.other().relatives().contains(two.one().id())) {
      words.add(Html.of("<li>A relation between them was declared.</li>"));
    }
    return words.isEmpty()
        ? Html.of("<p>Nothing in the records does. Ask before you conclude.</p>")
        : Html.of("<ul class=\"plain\">{}</ul>", Html.join(words.toArray(Html[]::new)));
  }

  /** One row a line, each with its bar on one axis: the bars sum to the score. */
  private static Html lines(Pair pair) {
    if (pair.lines().isEmpty()) {
      return Html.NOTHING;
    }
    boolean operator = pair.operator() > pair.ring();
    int most = Tie.TIED;
    int at = 0;
    for (Line line : pair.lines()) {
      at += operator ? line.operator() : line.ring();
      most = Math.max(most, at);
    }
    List<Html> rows = new ArrayList<>();
    at = 0;
    for (Line line : pair.lines()) {
      int by = operator ? line.operator() : line.ring();
      rows.add(
          Html.of(
              """
              <tr><th scope="row">{}</th><td class="small">{}</td><td class="small mono">{}</td><td class="num">{}</td><td>{}</td><td class="num">{}</td><td class="num">{}</td></tr>
              """,
              Words.capital(line.topic()),
              line.text(),
              line.thing() == null ? "" : line.thing(),
              Words.count(line.holders()),
              bar(at, at + by, most),
              LinkGraph.bits(line.operator()),
              LinkGraph.bits(line.ring())));
      at += by;
    }
    return Html.of(
        """
        <section><h2>Line by line</h2><p class="sub">A bit doubles the odds. What many have counts little: the holders say how many. The bars are those of {}; the upright line stands at {} bits, from which two are tied if two mechanisms speak.</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Line by line"><table class="why"><thead><tr><th scope="col">Shared</th><th scope="col">Why it weighs so</th><th scope="col">Thing</th><th scope="col" class="num">Holders</th><th scope="col">{}</th><th scope="col" class="num">One body, bits</th><th scope="col" class="num">Together, bits</th></tr></thead><tbody>
        {}</tbody><tfoot><tr><th scope="row" colspan="4">Sum</th><td>{}</td><td class="num"><b>{}</b></td><td class="num"><b>{}</b></td></tr></tfoot></table></div></section>
        """,
        operator ? "one body behind both" : "working together",
        LinkGraph.bits(Tie.TIED),
        operator ? "One body" : "Together",
        Html.join(rows.toArray(Html[]::new)),
        bar(0, at, most),
        LinkGraph.bits(pair.operator()),
        LinkGraph.bits(pair.ring()));
  }

  private static Html bar(int from, int to, int most) {
    double unit = (WIDTH - 10) / (double) Math.max(1, most);
    double a = 4 + Math.max(0, Math.min(from, to)) * unit;
    double b = 4 + Math.max(0, Math.max(from, to)) * unit;
    double line = 4 + Tie.TIED * unit;
    return Html.of(
        "<svg width=\"{}\" height=\"18\" aria-hidden=\"true\"><line x1=\"{}\" x2=\"{}\" y1=\"0\" y2=\"18\""
            + " class=\"tiedat\"/><rect x=\"{}\" y=\"4\" width=\"{}\" height=\"10\" class=\"{}\"/></svg>",
        (double) WIDTH,
        line,
        line,
        a,
        Math.max(1.5, b - a),
        to < from ? "bfit" : to == from ? "bnone" : "bmis");
  }

  // --- judging ---------------------------------------------------------------------------------

  private static Html judging(HttpServletRequest request, Two two) {
    return Html.of(
        """
        <form method="post" action="{}/judge" class="judge noprint" aria-labelledby="judging"><h2 class="h3" id="judging">Your judgement</h2>{}<button disabled hidden>Choose a judgement first</button>
        <label class="vh" for="why">Reason</label><input id="why" name="reason" required maxlength="{}" placeholder="Reason, as others will read it">
        <button name="verdict" value="SAME" data-judge="1">Same operator or ring</button><button name="verdict" value="DIFFERENT" data-judge="2">Not linked</button><button name="verdict" value="UNSURE" data-judge="3">Unsure</button>
        <p class="small mut">It outranks the arithmetic, changes the groups at once, and holds in later runs: <span class="mono">link</span> reads it from the judgements file.</p></form>
        """,
        two.address(),
        Shell.csrf(request),
        LONGEST_REASON);
  }

  @PostMapping(value = "/links/{one}/{other}/judge", produces = Shell.HTML)
  ResponseEntity<String> judge(
      HttpServletRequest request,
      @PathVariable String one,
      @PathVariable String other,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "") String reason) {
    Two two = two(one, other);
    Verdict said =
        Arrays.stream(Verdict.values())
            .filter(v -> v.name().equals(verdict))
            .findFirst()
            .orElse(null);
    if (said == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      return ResponseEntity.badRequest()
          .body(
              why(
                  request,
                  two,
                  "Choose a judgement and give a reason of at most "
                      + LONGEST_REASON
                      + " characters."));
    }
    store.linked().say(two.run(), one, other, said, reason, Signed.act(clock));
    return PersonPage.to(two.address());
  }

  private Html said(HttpServletRequest request, Two two) {
    List<Said> said = store.linked().said(two.one().id(), two.other().id());
    return said.isEmpty()
        ? Html.NOTHING
        : Html.of(
            """
            <section><h2>History</h2><div class="scroll" tabindex="0" role="group" aria-label="History"><table><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Reason</th><th scope="col">Stands</th></tr></thead><tbody>{}</tbody></table></div></section>
            """,
            Html.each(
                said.reversed(),
                s ->
                    Html.of(
                        "<tr><th scope=\"row\" class=\"small nw\">{}</th><td>{}</td><td>{}</td><td>{}</td><td"
                            + " class=\"small\">{}</td></tr>\n",
                        Words.instant(s.at().toString()),
                        s.author(),
                        verdict(s.verdict().name()),
                        s.reason(),
                        s.withdrawnAt() != null
                            ? Html.of(
                                "withdrawn by {}", s.withdrawnBy() == null ? "" : s.withdrawnBy())
                            : Html.of(
                                "<form method=\"post\" action=\"{}/judgements/{}/withdraw\">{}<button>Withdraw</button></form>",
                                two.address(),
                                s.id(),
                                Shell.csrf(request)))));
  }

  @PostMapping("/links/{one}/{other}/judgements/{id}/withdraw")
  ResponseEntity<String> withdraw(
      @PathVariable String one, @PathVariable String other, @PathVariable long id) {
    Two two = two(one, other);
    if (store.linked().said(one, other).stream().anyMatch(s -> s.id() == id)) {
      store.linked().withdraw(two.run(), id, Signed.act(clock));
    }
    return PersonPage.to(two.address());
  }

  /** What {@code link} and {@code analyze} read beside their results. */
  @GetMapping(value = "/links/judgements.ndjson", produces = "application/x-ndjson;charset=UTF-8")
  ResponseEntity<String> judgements() {
    List<Said> standing = store.linked().standing();
    store
        .audit()
        .add(
            Signed.act(clock),
            Action.LIST_EXPORTED,
            "",
            Words.count(standing.size()) + " judgements of two");
    StringBuilder lines = new StringBuilder();
    for (Linked.Said s : standing) {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("left", s.one());
      line.put("right", s.other());
      line.put("verdict", s.verdict().name());
      line.put("at", s.at().toString());
      line.put("by", s.author());
      lines.append(Json.line(line)).append('\n');
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"judgements.ndjson\"")
        .body(lines.toString());
  }
}
