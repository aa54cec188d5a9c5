package dev.bonafide.server;

import dev.bonafide.engine.Dossier;
import dev.bonafide.engine.EvidenceLine;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Findings.Person;
import dev.bonafide.engine.privacy.Vault;
import dev.bonafide.model.Weight;
import dev.bonafide.report.Axis;
import dev.bonafide.report.ClaimMatrix;
import dev.bonafide.report.Html;
import dev.bonafide.report.LedgerTable;
import dev.bonafide.report.People;
import dev.bonafide.report.PersonSection;
import dev.bonafide.report.Words;
import dev.bonafide.store.Act;
import dev.bonafide.store.Audit.Action;
import dev.bonafide.store.Judgements.Judgement;
import dev.bonafide.store.Judgements.State;
import dev.bonafide.store.Members.Role;
import dev.bonafide.store.People.Whole;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

/** One person: doubt first, then the pictures, then the records and what people decided. */
@Controller
class PersonPage {
  /** How long a name stays on the page once it was revealed. */
  static final Duration REVEALED = Duration.ofMinutes(15);

  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_DAYS = 366;

  private final Store store;
  private final Keys keys;
  private final Clock clock;

  PersonPage(Store store, Keys keys, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
  }

  private record Found(Runs.Run run, Whole whole) {
    Person person() {
      return whole.stands();
    }

    String id() {
      return whole.found().id();
    }

    String address() {
      return "/people/" + id();
    }
  }

  private Found find(String id) {
    Runs.Run run = store.runs().latest();
    Whole whole = run == null ? null : store.people().find(run.id(), id);
    if (run == null || whole == null) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "Nobody of this name is in the latest run.");
    }
    return new Found(run, whole);
  }

  // --- reading ---------------------------------------------------------------------------------

  @GetMapping(value = "/people/{id}", produces = Shell.HTML)
  ResponseEntity<String> person(HttpServletRequest request, @PathVariable String id) {
    return ResponseEntity.ok(page(request, find(id), Html.NOTHING, null));
  }

  /** An evidence beside the page: the whole page without script, its drawer alone for htmx. */
  @GetMapping(value = "/people/{id}/evidence/{evidence}", produces = Shell.HTML)
  ResponseEntity<String> evidence(
      HttpServletRequest request, @PathVariable String id, @PathVariable String evidence) {
    Found found = find(id);
    Html drawer = drawer(request, found, evidence, null);
    if (request.getHeader("HX-Request") != null) {
      return ResponseEntity.ok(drawer.markup());
    }
    return ResponseEntity.ok(page(request, found, drawer, null));
  }

  private String page(
      HttpServletRequest request, Found found, Html drawer, @Nullable String problem) {
    store.audit().add(Signed.act(clock), Action.PERSON_READ, found.id(), "");
    Person person = found.person();
    Axis axis =
        new Axis(
            210,
            QueuePage.prior(found.whole().found()),
            found.run().findings().reviewLine().millinats() / Weight.DECIBAN);
    Map<String, String> numbers = People.numbers(found.whole().found());
    PersonSection parts = new PersonSection("e", person, found.whole().dossier(), axis);
    return Shell.page(
        request,
        person.label(),
        "/queue",
        Html.of(
            """
            <div class="person"><div class="wrap">
            <p class="crumbs"><a href="/queue">Queue</a> \u203a {}</p>
            {}{}
            <div class="phead"><div><h1 class="pn">{}</h1><p class="mut"><span class="mono">{}</span> \u00b7 {}</p></div>
            <div class="sc"><b>{} dB</b> <span class="mut">{} to {}</span>{}</div></div>
            {}{}{}
            <nav class="jump noprint" aria-label="On this page"><a href="#claims">Claims</a><a href="#ledger">Ledger</a><a href="#lanes" data-key="t">Timeline</a><a href="#rhythm">Rhythm</a><a href="#sessions">Sessions</a><a href="#evidence">Evidence</a><a href="#history">History</a>{}</nav>
            {}
            <div class="duo"><div><h2 class="h3">Best innocent explanation</h2>{}</div><div class="next"><h2 class="h3">Cheapest next check</h2>{}</div></div>
            {}
            <div id="claims">{}</div><div id="ledger">{}</div>{}<div id="rhythm">{}</div><div id="sessions">{}{}</div>
            {}{}<div>{}</div></div>
            <aside id="drawer" class="drawer" aria-label="Evidence" tabindex="-1">{}</aside></div>
            """,
            person.label(),
            Shell.problem(problem),
            revealed(request, found),
            person.label(),
            person.id(),
            about(found),
            Words.score(person.decibans()),
            Words.score(People.low(person)),
            Words.score(People.high(person)),
            axis.wide(260)
                .bar(
                    person.decibans(),
                    People.low(person),
                    People.high(person),
                    People.over(person)),
            changed(found),
            reveal(request, found),
            star(request, found),
            ties(found),
            parts.protect(),
            parts.innocent(),
            parts.check(),
            state(request, found),
            pictures(
                found.whole().dossier(), d -> new ClaimMatrix(d.matrix(), numbers).section("e")),
            LedgerTable.of(person, axis, numbers).section("e"),
            new Lifetime(found.whole(), found.run().asOf(), numbers).section(),
            pictures(
                found.whole().dossier(),
                d ->
                    new MovedClock(d.rhythm(), MovedClock.of(parameter(request, "clock")))
                        .section(found.address())),
            pictures(
                found.whole().dossier(), d -> PersonSection.sessions(person, d, numbers).section()),
            Lifetime.used(found.whole().dossier()),
            evidence(found, numbers),
            history(request, found, numbers),
            parts.blindSpots(),
            drawer));
  }

  private static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  /** Where to ask who else; nothing for a run that does not know. */
  private Html ties(Found found) {
    return store.linked().person(found.run().id(), found.id()) == null
        ? Html.NOTHING
        : Html.of(
            "<a href=\"/links?who={}\" data-key=\"g\">Ties to others ({})</a>",
            found.id(),
            store.linked().count(found.run().id(), found.id()));
  }

  private Html star(HttpServletRequest request, Found found) {
    boolean starred = store.stars().has(Signed.act(clock).actor(), found.id());
    return Html.of(
        "<form method=\"post\" action=\"{}/star\" class=\"inline noprint\">{}<button data-key=\"s\""
            + " aria-pressed=\"{}\">{}</button></form>",
        found.address(),
        Shell.csrf(request),
        starred,
        starred ? "\u2605 Starred" : "\u2606 Star");
  }

  @PostMapping("/people/{id}/star")
  ResponseEntity<String> star(
      @PathVariable String id, @RequestParam(defaultValue = "") String back) {
    Found found = find(id);
    store.stars().turn(Signed.act(clock), found.id());
    return to(back.startsWith("/queue") ? back : found.address());
  }

  private static Html pictures(
      @Nullable Dossier dossier, java.util.function.Function<Dossier, Html> draw) {
    return dossier == null ? Html.NOTHING : draw.apply(dossier);
  }

  private static String about(Found found) {
    Person person = found.person();
    List<String> words = new ArrayList<>();
    words.add(
        People.over(person) || found.whole().foundBand().equals("none")
            ? People.band(person.band())
            : "Below the review line, since evidence was explained");
    if (person.stage() != null) {
      words.add("stage: " + person.stage());
    }
    if (person.firstSeen() != null) {
      words.add("over the line since " + Words.instant(person.firstSeen()));
    }
    if (!person.hr()) {
      words.add("no HR row");
    }
    words.add("review: " + found.whole().state().words());
    return String.join(" \u00b7 ", words);
  }

  /** What human judgement changed, in words. */
  private static Html changed(Found found) {
    Person was = found.whole().found();
    Person now = found.person();
    if (was.millinats() == now.millinats()) {
      return Html.NOTHING;
    }
    return Html.of(
        "<p class=\"explained\">The run found <b>{} dB</b>. Without what was explained it is <b>{} dB</b>:"
            + " reckoned anew, not subtracted.</p>",
        Words.score(was.decibans()),
        Words.score(now.decibans()));
  }

  // --- evidence --------------------------------------------------------------------------------

  private Html evidence(Found found, Map<String, String> numbers) {
    Map<String, Judgement> explained = explained(found);
    Set<String> counted =
        found.person().ledger().stream()
            .map(Findings.LedgerLine::evidence)
            .filter(e -> e != null)
            .collect(Collectors.toSet());
    if (numbers.isEmpty()) {
      return Html.of(
          "<section id=\"evidence\"><h3>Evidence</h3><p class=\"sub\">No indicator found anything of"
              + " this person. Quiet is no proof.</p></section>");
    }
    return Html.of(
        """
        <section id="evidence"><h3>Evidence</h3>
        <div class="scroll" tabindex="0" role="group" aria-label="Evidence"><table class="ev">
        <thead><tr><th scope="col">Id</th><th scope="col">What the records show</th><th scope="col">When</th><th scope="col" class="num">dB</th><th scope="col">Judgement</th></tr></thead><tbody>
        {}</tbody></table></div></section>
        """,
        Html.each(
            People.evidence(found.whole().found()),
            line -> {
              String id = line.evidence() == null ? "" : line.evidence();
              String number = numbers.getOrDefault(id, "");
              Judgement judgement = explained.get(id);
              return Html.of(
                  """
                  <tr data-row id="e-{}"><th scope="row" class="eid"><a href="{}/evidence/{}" data-open data-evidence hx-get="{}/evidence/{}" hx-target="#drawer" hx-swap="innerHTML show:none">{}</a></th>\
                  <td>{}<br><span class="small mut">{} \u00b7 {}{}</span></td><td class="small">{}</td><td class="num v">{}</td><td class="small">{}</td></tr>
                  """,
                  number,
                  found.address(),
                  id,
                  found.address(),
                  id,
                  number,
                  line.fact(),
                  Words.title(line.indicator() == null ? "" : line.indicator()),
                  Words.cause(line.cause()),
                  line.millinats() < 0
                      ? " \u00b7 speaks for the person"
                      : PersonSection.direction(line.direction()),
                  Words.span(line.from(), line.to()),
                  counted.contains(id) ? Words.score(line.millinats()) : "0",
                  judgement == null
                      ? Html.of("<span class=\"dim\">counts</span>")
                      : Html.of(
                          "<b>Explained</b> until {}<br><span class=\"mut\">{}</span>",
                          Words.instant(String.valueOf(judgement.until())),
                          judgement.reason()));
            }));
  }

  private Map<String, Judgement> explained(Found found) {
    Map<String, Judgement> explained = new LinkedHashMap<>();
    found.whole().judgements().stream()
        .filter(j -> !j.evidence().isEmpty() && j.holds(clock.instant()))
        .forEach(j -> explained.put(j.evidence(), j));
    return explained;
  }

  private Html drawer(
      HttpServletRequest request, Found found, String evidence, @Nullable String problem) {
    List<EvidenceLine> revisions =
        found.whole().evidence().stream()
            .filter(e -> e.id().equals(evidence))
            .sorted(Comparator.comparing(EvidenceLine::day).reversed())
            .toList();
    if (revisions.isEmpty()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "This person has no such evidence in the latest run.");
    }
    EvidenceLine latest = revisions.getFirst();
    String number = People.numbers(found.whole().found()).getOrDefault(evidence, "");
    Judgement judgement = explained(found).get(evidence);
    return Html.of(
        """
        <div class="dhead"><span><span class="eid">{}</span> <span class="tag">{}</span></span><a class="btn" href="{}#evidence" data-close>Close <kbd>Esc</kbd></a></div>
        <h2>{}</h2><p class="mut small">{} \u00b7 {}</p>
        {}{}
        <h3>Records</h3><p class="small mono">{}</p>
        <dl class="facts2"><dt>Weight</dt><dd>{} dB, one standard deviation {} dB</dd><dt>When</dt><dd>{}</dd><dt>Id</dt><dd class="mono">{}</dd></dl>
        {}{}
        """,
        number,
        Words.title(latest.indicator()),
        found.address(),
        latest.fact(),
        Words.cause(latest.cause()),
        latest.millinats() < 0 ? "speaks for the person" : "does not fit",
        Shell.problem(problem),
        judgement == null ? Html.NOTHING : standing(request, found, judgement),
        PersonSection.refs(latest.refs()),
        Words.score(latest.millinats()),
        Words.score(latest.sd()),
        Words.span(latest.from(), latest.to()),
        latest.id(),
        revisions.size() < 2 ? Html.NOTHING : revisions(revisions),
        Html.join(
            Card.of(latest), judgement == null ? explain(request, found, evidence) : Html.NOTHING));
  }

  private static Html revisions(List<EvidenceLine> revisions) {
    return Html.of(
        "<details><summary>{} versions</summary><ul class=\"small\">{}</ul></details>",
        revisions.size(),
        Html.each(
            revisions,
            e -> Html.of("<li>{}: {} dB. {}</li>", e.day(), Words.score(e.millinats()), e.fact())));
  }

  private static Html standing(HttpServletRequest request, Found found, Judgement judgement) {
    return Html.of(
        """
        <div class="explained"><p><b>Explained</b> until {} by {}: {}</p>{}</div>
        """,
        Words.instant(String.valueOf(judgement.until())),
        judgement.author(),
        judgement.reason(),
        withdraw(request, found, judgement));
  }

  private static Html withdraw(HttpServletRequest request, Found found, Judgement judgement) {
    return Html.of(
        "<form method=\"post\" action=\"{}/judgements/{}/withdraw\">{}<button>Withdraw</button></form>",
        found.address(),
        judgement.id(),
        Shell.csrf(request));
  }

  private Html explain(HttpServletRequest request, Found found, String evidence) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Html.of(
        """
        <h3>Accept as explained</h3><p class="small mut">It counts no more until the day you name, and the person is weighed again at once.</p>
        <form method="post" action="{}/evidence/{}/explain" class="stack">{}
        <label>Reason<textarea name="reason" rows="3" required maxlength="{}"></textarea></label>
        <label>Until<input type="date" name="until" required value="{}" min="{}" max="{}"></label>
        <button>Accept as explained</button></form>
        """,
        found.address(),
        evidence,
        Shell.csrf(request),
        LONGEST_REASON,
        today.plusDays(90),
        today.plusDays(1),
        today.plusDays(LONGEST_DAYS));
  }

  // --- judging ---------------------------------------------------------------------------------

  @PostMapping(value = "/people/{id}/evidence/{evidence}/explain", produces = Shell.HTML)
  ResponseEntity<String> explain(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String evidence,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String until) {
    Found found = find(id);
    Act act = Signed.act(clock);
    LocalDate today = LocalDate.ofInstant(act.at(), ZoneOffset.UTC);
    LocalDate day = day(until);
    String problem =
        reason.isBlank() || reason.length() > LONGEST_REASON
            ? "Give a reason of at most " + LONGEST_REASON + " characters."
            : day == null || !day.isAfter(today) || day.isAfter(today.plusDays(LONGEST_DAYS))
                ? "Name a day after today, at most a year ahead."
                : null;
    if (problem != null || day == null) {
      return ResponseEntity.badRequest()
          .body(page(request, found, drawer(request, found, evidence, problem), null));
    }
    store
        .judgements()
        .explain(
            found.run(),
            found.id(),
            evidence,
            reason,
            day.atStartOfDay().toInstant(ZoneOffset.UTC),
            act);
    return to(found.address() + "#evidence");
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      return null;
    }
  }

  @PostMapping("/people/{id}/judgements/{judgement}/withdraw")
  ResponseEntity<String> withdraw(@PathVariable String id, @PathVariable long judgement) {
    Found found = find(id);
    store.judgements().withdraw(found.run(), found.id(), judgement, Signed.act(clock));
    return to(found.address() + "#history");
  }

  private Html state(HttpServletRequest request, Found found) {
    return Html.of(
        """
        <form method="post" action="{}/state" class="judge noprint" aria-labelledby="judging"><h2 class="h3" id="judging">Your judgement</h2>{}<button disabled hidden>Choose a judgement first</button>
        <label class="vh" for="why">Reason</label><input id="why" name="reason" required maxlength="{}" placeholder="Reason, as others will read it">
        <button name="kind" value="explained" data-judge="1">Explained</button><button name="kind" value="check" data-judge="2">Needs a check</button><button name="kind" value="escalated" data-judge="3">Escalate</button></form>{}
        """,
        found.address(),
        Shell.csrf(request),
        LONGEST_REASON,
        undo(request, found));
  }

  /** Takes one's own last judgement of this person back. */
  private static Html undo(HttpServletRequest request, Found found) {
    Signed signed = Signed.here();
    return found.whole().judgements().reversed().stream()
        .filter(j -> j.withdrawnAt() == null && signed != null && j.author().equals(signed.name()))
        .findFirst()
        .map(
            j ->
                Html.of(
                    "<form method=\"post\" action=\"{}/judgements/{}/withdraw\" class=\"noprint\">{}<button"
                        + " data-key=\"u\">Undo: {}</button></form>",
                    found.address(),
                    j.id(),
                    Shell.csrf(request),
                    j.evidence().isEmpty() ? j.kind().words() : "evidence explained"))
        .orElse(Html.NOTHING);
  }

  @PostMapping(value = "/people/{id}/state", produces = Shell.HTML)
  ResponseEntity<String> state(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String reason) {
    Found found = find(id);
    State state =
        switch (kind) {
          case "check" -> State.CHECK;
          case "explained" -> State.EXPLAINED;
          case "escalated" -> State.ESCALATED;
          default -> null;
        };
    if (state == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      return ResponseEntity.badRequest()
          .body(
              page(
                  request,
                  found,
                  Html.NOTHING,
                  "Choose a judgement and give a reason of at most "
                      + LONGEST_REASON
                      + " characters."));
    }
    store.judgements().state(found.id(), state, reason, Signed.act(clock));
    return to(found.address());
  }

  private Html history(HttpServletRequest request, Found found, Map<String, String> numbers) {
    List<Judgement> judgements = found.whole().judgements();
    return Html.of(
        """
        <section id="history"><h3>History</h3>{}</section>
        """,
        judgements.isEmpty()
            ? Html.of("<p class=\"sub\">Nobody has judged anything of this person.</p>")
            : Html.of(
                """
                <div class="scroll" tabindex="0" role="group" aria-label="History"><table><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Reason</th><th scope="col">Stands</th></tr></thead><tbody>{}</tbody></table></div>
                """,
                Html.each(judgements.reversed(), j -> judgement(request, found, numbers, j))));
  }

  private Html judgement(
      HttpServletRequest request, Found found, Map<String, String> numbers, Judgement j) {
    return Html.of(
        "<tr><th scope=\"row\" class=\"small nw\">{}</th><td>{}</td><td>{}</td><td>{}</td><td"
            + " class=\"small\">{}</td></tr>\n",
        Words.instant(j.at().toString()),
        j.author(),
        j.evidence().isEmpty()
            ? Words.capital(j.kind().words())
            : numbers.getOrDefault(j.evidence(), j.evidence()) + " explained",
        j.reason(),
        j.withdrawnAt() != null
            ? Html.of(
                "until {}, {}",
                Words.instant(j.withdrawnAt().toString()),
                "(clock)".equals(j.withdrawnBy()) ? "ran out" : "withdrawn by " + j.withdrawnBy())
            : Html.join(
                j.until() == null
                    ? Html.of("yes ")
                    : Html.of("until {} ", Words.instant(j.until().toString())),
                withdraw(request, found, j)));
  }

  // --- revealing -------------------------------------------------------------------------------

  private static String key(Found found) {
    return "revealed " + found.id();
  }

  private boolean isRevealed(HttpServletRequest request, Found found) {
    HttpSession session = request.getSession(false);
    Signed signed = Signed.here();
    return session != null
        && signed != null
        && signed.is(Role.INVESTIGATOR)
        && session.getAttribute(key(found)) instanceof Instant until
        && clock.instant().isBefore(until);
  }

  private Html revealed(HttpServletRequest request, Found found) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !isRevealed(request, found)
        || !(session.getAttribute(key(found)) instanceof Instant until)) {
      return Html.NOTHING;
    }
    Vault.Person named = named(found);
    long minutes = Math.max(1, Duration.between(clock.instant(), until).toMinutes());
    return Html.of(
        """
        <div class="unmasked" role="status"><b>Revealed to you for {}.</b> {}</div>
        """,
        Words.count(minutes, "more minute", "more minutes"),
        named == null
            ? Html.of("This run\u2019s vault does not open with this server\u2019s key.")
            : Html.of(
                "<span class=\"quote\">{}</span> \u00b7 worker <span class=\"mono\">{}</span> \u00b7 accounts <span"
                    + " class=\"mono\">{}</span>",
                String.join(", ", named.names()),
                named.worker().isEmpty() ? "none" : named.worker(),
                String.join(", ", named.accounts())));
  }

  private Vault.@Nullable Person named(Found found) {
    String locked = store.runs().vault(found.run().id());
    Vault vault = locked == null ? null : keys.open(locked);
    return vault == null ? null : vault.people().get(found.id());
  }

  private Html reveal(HttpServletRequest request, Found found) {
    Signed signed = Signed.here();
    if (signed == null || !signed.is(Role.INVESTIGATOR) || isRevealed(request, found)) {
      return Html.NOTHING;
    }
    return Html.of(
        """
        <details class="reveal noprint"><summary>Reveal who this is\u2026</summary><form method="post" action="{}/reveal">{}<label class="vh" for="need">Why you need to know</label><input id="need" name="reason" required maxlength="{}" placeholder="Why you need to know; it is written down"><button>Reveal for {} minutes</button></form></details>
        """,
        found.address(),
        Shell.csrf(request),
        LONGEST_REASON,
        REVEALED.toMinutes());
  }

  @PostMapping(value = "/people/{id}/reveal", produces = Shell.HTML)
  ResponseEntity<String> reveal(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason) {
    Found found = find(id);
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      return ResponseEntity.badRequest()
          .body(page(request, found, Html.NOTHING, "Say why you need to know who this is."));
    }
    // First the audit, then the name.
    Act act = Signed.act(clock);
    store.audit().add(act, Action.REVEALED, found.id(), reason.strip());
    request.getSession().setAttribute(key(found), act.at().plus(REVEALED));
    return to(found.address());
  }

  static ResponseEntity<String> to(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, address)
        .build();
  }
}
