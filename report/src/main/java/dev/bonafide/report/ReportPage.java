package dev.bonafide.report;

import dev.bonafide.engine.Dossier;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Findings.Account;
import dev.bonafide.engine.Findings.BlindSpot;
import dev.bonafide.engine.Findings.Cluster;
import dev.bonafide.engine.Findings.Person;
import dev.bonafide.engine.Quality;
import dev.bonafide.engine.Quality.Count;
import dev.bonafide.engine.Quality.FileReport;
import dev.bonafide.model.Weight;
import dev.bonafide.report.People.Ranked;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The report: one page that holds everything it needs. No script, no request, the same bytes for
 * the same findings. All text of the input is escaped, and shown in the machine's typeface.
 */
public final class ReportPage {
  private static final int MOST_ROWS = 200;
  private static final String STYLE = style();

  private ReportPage() {}

  /** Writes the page as text; its charset is UTF-8. */
  public static void write(
      Findings findings, List<Dossier> dossiers, Quality quality, Appendable out)
      throws IOException {
    out.append(html(findings, dossiers, quality));
  }

  /**
   * The page.
   *
   * @param dossiers the pictures of the people over the review line; a person without one gets no
   *     pictures
   */
  public static String html(Findings findings, List<Dossier> dossiers, Quality quality) {
    Map<String, Dossier> byId = new HashMap<>();
    dossiers.forEach(d -> byId.put(d.id(), d));
    Axis axis =
        new Axis(
            210,
            People.base(findings.people()),
            findings.reviewLine().millinats() / Weight.DECIBAN);
    List<Ranked> over = People.first(findings.people(), RankedList.MOST, People::over);
    return Html.of(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="referrer" content="no-referrer">
            <title>Bonafide report, {}</title>
            <style>
            {}</style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to content</a>
            {}<div class="rep"><header class="mast"><span class="brand">{}Bonafide</span><span>Report of <span class="mono">bonafide {}</span></span><span class="tag">{}</span><span class="r">{}, as of {}</span></header>
            <main id="main">
            {}{}{}{}{}{}{}</main>
            {}</div>
            </body>
            </html>
            """,
            Words.instant(findings.bonafide().asOf()),
            new Html(STYLE),
            PATTERNS,
            MARK,
            findings.bonafide().command(),
            isPseudonymous(findings) ? "Pseudonyms" : "Worker ids are shown",
            Words.count(findings.reviewLine().days(), "day", "days"),
            Words.instant(findings.bonafide().asOf()),
            lead(findings, quality),
            new RankedList(findings, axis).section(),
            clusters(findings),
            Html.each(
                over,
                r ->
                    new PersonSection(r.anchor(), r.person(), byId.get(r.person().id()), axis)
                        .section()),
            missing(quality.missing()),
            accounts(findings.accounts()),
            read(quality),
            foot(findings, quality))
        .markup();
  }

  /** The ring and the disc. */
  public static final Html MARK =
      new Html(
          """
          <svg width="22" height="20" viewBox="0 0 22 20" aria-hidden="true"><circle cx="8" cy="10" r="6.2" fill="none" stroke="currentColor" stroke-width="1.8"/><circle cx="14" cy="10" r="5" class="disc"/></svg>""");

  /** What pictures fill with; once on each page that has one. */
  public static final Html PATTERNS =
      new Html(
          """
          <svg width="0" height="0" class="vh" aria-hidden="true"><defs><pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="1.3" cy="1.3" r=".9" class="dot"/></pattern></defs></svg>
          """);

  private static boolean isPseudonymous(Findings findings) {
    return findings.people().stream().allMatch(p -> p.id().startsWith("p-"));
  }

  // --- the first screen ----------------------------------------------------------------------

  private static Html lead(Findings findings, Quality quality) {
    int people = findings.people().size();
    int alerts = findings.reviewLine().alerts();
    return Html.of(
        """
        <div class="lead"><div><h1>{}</h1>
        {}</div>
        <dl class="facts">{}</dl></div>
        {}
        """,
        title(people, alerts),
        summary(findings, people, alerts),
        facts(findings, quality),
        helpful(quality.missing()));
  }

  private static String title(int people, int alerts) {
    if (people == 0) {
      return "Nobody could be assessed";
    }
    if (alerts == 0) {
      return "Nobody is above the review line";
    }
    return Words.count(alerts, "person", "people")
        + " to look at first, out of "
        + Words.count(people);
  }

  private static Html summary(Findings findings, int people, int alerts) {
    if (people == 0) {
      return Html.of(
          "<p>No record could be tied to a person. What was read, and why files were passed over, stands"
              + " below.</p>");
    }
    if (alerts == 0) {
      Person highest = findings.people().getFirst();
      return Html.of(
          "<p>The line stands at {} dB. {} checked; the highest is at {} dB. <b>Quiet is no proof:</b>"
              + " records that are missing could not speak.</p>",
          Words.score(findings.reviewLine().millinats()),
          Words.count(people, "person was", "people were"),
          Words.score(highest.decibans()));
    }
    return Html.of(
        "<p>Their records do not fit what was claimed, or do not fit one pair of hands. <b>What is"
            + " looked for is rare, so most people on such a list have an ordinary explanation.</b> Each row"
            + " names the best one and the cheapest check that would settle it.</p>"
            + "<p>To see who is meant, with a reason that is written down: <span class=\"mono\">./bonafide"
            + " who OUT {} --reason \"\u2026\"</span></p>",
        findings.people().getFirst().id());
  }

  private static Html facts(Findings findings, Quality quality) {
    long records = quality.files().stream().mapToLong(FileReport::records).sum();
    long events = quality.files().stream().mapToLong(FileReport::events).sum();
    long rejected =
        quality.files().stream().flatMap(f -> f.rejected().stream()).mapToLong(Count::count).sum();
    long read = quality.files().stream().filter(f -> f.recognised() != null).count();
    return Html.join(
        fact("People", Words.count(findings.people().size())),
        fact("Records read", Words.count(records)),
        fact("Rejected, kept", Words.count(rejected)),
        fact("Days", Words.count(findings.reviewLine().days())),
        fact("Events", Words.count(events)),
        fact("Files read", Words.count(read) + " of " + Words.count(quality.files().size())),
        fact("Reviews per 1,000", decimal(findings.reviewLine().budget())),
        fact(
            "Accounts matched",
            Words.count(quality.accounts().matched())
                + " of "
                + Words.count(quality.accounts().accounts())),
        fact("Above the review line", Words.count(findings.reviewLine().alerts())));
  }

  private static Html fact(String name, String value) {
    return Html.of("<div><dt>{}</dt><dd>{}</dd></div>", name, value);
  }

  public static String decimal(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** The box a first user needs: which file would light up what. */
  private static Html helpful(List<BlindSpot> missing) {
    if (missing.isEmpty()) {
      return Html.NOTHING;
    }
    return Html.of(
        """
        <section class="box" aria-labelledby="help"><h2 id="help">What would help most</h2>
        <ol class="help">{}</ol></section>
        """,
        Html.each(
            missing.stream().limit(3).toList(),
            spot ->
                Html.of(
                    "<li><b>{}</b> would let speak: {}.</li>",
                    spot.source(),
                    Words.list(spot.indicators().stream().map(Words::title).toList()))));
  }

  // --- what stands after the people ------------------------------------------------------------

  private static Html clusters(Findings findings) {
    if (findings.clusters().isEmpty()) {
      return Html.NOTHING;
    }
    Map<String, String> labels =
        findings.people().stream()
            .collect(Collectors.toMap(Person::id, Person::label, (a, b) -> a));
    return Html.of(
        """
        <section aria-labelledby="groups"><h2 id="groups">Look at these together</h2>
        <p class="sub">People who share things. That says where things are; it does not say who is to blame.</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Groups"><table><thead><tr><th scope="col">Group</th><th scope="col">People</th><th scope="col">Because</th><th scope="col" class="num">dB</th></tr></thead><tbody>
        {}</tbody></table></div></section>
        """,
        Html.each(findings.clusters(), c -> cluster(c, labels)));
  }

  private static Html cluster(Cluster cluster, Map<String, String> labels) {
    return Html.of(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td class=\"num v\">{}</td></tr>\n",
        Words.capital(cluster.kind()),
        Words.list(cluster.members().stream().map(m -> labels.getOrDefault(m, m)).toList()),
        String.join("; ", cluster.because()),
        Words.score(cluster.millinats()));
  }

  private static Html missing(List<BlindSpot> missing) {
    if (missing.isEmpty()) {
      return Html.NOTHING;
    }
    return Html.of(
        """
        <section aria-labelledby="blind"><h2 id="blind">Blind spots of this run</h2>
        <p class="sub">Sources that were not there, the most useful first. Nothing missing counts against anybody; ranges widen, scores do not fall.</p>
        <ul class="blind">{}</ul></section>
        """,
        Html.each(missing, PersonSection::missing));
  }

  private static Html accounts(List<Account> accounts) {
    if (accounts.isEmpty()) {
      return Html.NOTHING;
    }
    return Html.of(
        """
        <section aria-labelledby="accounts"><h2 id="accounts">Accounts without a person</h2>
        <p class="sub">Service accounts, and accounts that no worker could be found for. Nobody is scored on them.{}</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Accounts without a person"><table><thead><tr><th scope="col">Account</th><th scope="col">Source</th><th scope="col">Why</th><th scope="col" class="num">Events</th></tr></thead><tbody>
        {}</tbody></table></div></section>
        """,
        more(accounts.size()),
        Html.each(
            accounts.stream().limit(MOST_ROWS).toList(),
            a ->
                Html.of(
                    "<tr><th scope=\"row\" class=\"mono small\">{}</th><td>{}</td><td>{}</td><td"
                        + " class=\"num\">{}</td></tr>\n",
                    a.id(),
                    a.source(),
                    a.why(),
                    Words.count(a.events()))));
  }

  private static String more(int rows) {
    return rows <= MOST_ROWS
        ? ""
        : " The first " + MOST_ROWS + " of " + Words.count(rows) + " are shown.";
  }

  private static Html read(Quality quality) {
    return Html.of(
        """
        <section aria-labelledby="read"><h2 id="read">What was read</h2>
        <p class="sub">Files are recognised by what is in them. Nothing is dropped in silence: details are in quality.json.{}</p>
        <div class="scroll" tabindex="0" role="group" aria-label="What was read"><table class="files"><thead><tr><th scope="col">File</th><th scope="col">Recognised as</th><th scope="col" class="num">Records</th><th scope="col" class="num">Events</th><th scope="col" class="num">Rejected</th><th scope="col">From</th><th scope="col">To</th></tr></thead><tbody>
        {}</tbody></table></div>
        {}</section>
        """,
        more(quality.files().size()),
        Html.each(quality.files().stream().limit(MOST_ROWS).toList(), ReportPage::file),
        quality.notes().isEmpty()
            ? Html.NOTHING
            : Html.of(
                "<ul class=\"notes\">{}</ul>",
                Html.each(quality.notes(), n -> Html.of("<li>{}</li>", n))));
  }

  private static Html file(FileReport file) {
    long rejected = file.rejected().stream().mapToLong(Count::count).sum();
    return Html.of(
        "<tr><th scope=\"row\" class=\"mono small\">{}</th><td>{}{}</td><td class=\"num\">{}</td><td"
            + " class=\"num\">{}</td><td class=\"num\">{}</td><td class=\"small nw\">{}</td><td"
            + " class=\"small nw\">{}</td></tr>\n",
        file.path(),
        file.recognised() == null
            ? Html.of(
                "<span class=\"mut\">passed over: {}</span>", file.why() == null ? "" : file.why())
            : Html.of("{}", file.recognised()),
        Html.each(
            file.rejected(),
            c ->
                Html.of(
                    "<br><span class=\"small mut\">{} rejected: {}</span>",
                    Words.count(c.count()),
                    c.reason())),
        Words.count(file.records()),
        Words.count(file.events()),
        Words.count(rejected),
        Words.instant(file.first()),
        Words.instant(file.last()));
  }

  private static Html foot(Findings findings, Quality quality) {
    Findings.Run run = findings.bonafide();
    return Html.of(
        """
        <footer class="foot"><div class="two"><div><h2>What this report is for</h2><p>To decide which question to ask next. It is no finding of fact, and no decision about a person should rest on it alone.</p></div>
        <div><h2>Not looked at</h2><p>Name, nationality, birthplace, age, gender, looks, accent, language, religion, health, message content, screenshots, keystrokes.</p></div></div>
        <dl><dt>Version</dt><dd>bonafide {}, catalogue <span class="mono">{}</span></dd>
        <dt>Command</dt><dd class="mono">bonafide {}</dd>
        <dt>As of</dt><dd>{}; times without a zone were read as {}</dd></dl></footer>
        """,
        run.version(),
        run.catalogueHash(),
        run.command(),
        Words.instant(run.asOf()),
        quality.zoneOfBareTimes());
  }

  /** The style of the page and of all its parts. */
  public static String style() {
    try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
      if (css == null) {
        throw new IllegalStateException("report.css is missing from the class path");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
