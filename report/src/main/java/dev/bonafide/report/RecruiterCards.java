package dev.bonafide.report;

import dev.bonafide.engine.Findings.Cluster;
import dev.bonafide.engine.Findings.LedgerLine;
import dev.bonafide.engine.applications.ScreeningFindings;
import dev.bonafide.engine.applications.ScreeningFindings.Applicant;
import dev.bonafide.engine.applications.ScreeningFindings.Fact;
import dev.bonafide.engine.applications.ScreeningFindings.Question;
import dev.bonafide.engine.applications.ScreeningFindings.Quote;
import dev.bonafide.model.Weight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people read of a screening. The recruiter's pages hold one card for each application, all in
 * the same form and sorted by number: what does not fit with the quoted line, at most three
 * questions, what would settle each; no score, no order of concern, no colour of guilt. The
 * security view has the ledgers. No script, no request, the same bytes for the same findings.
 */
public final class RecruiterCards {
  /** No page draws more. */
  static final int MOST_ON_A_PAGE = 200;

  private static final String STYLE = style("report.css") + style("recruiter.css");
  private static final List<String> NUMBERS = List.of("No", "One", "Two", "Three");

  private RecruiterCards() {}

  /** What the cards add to the report's style. */
  public static String style() {
    return style("recruiter.css");
  }

  /** The pages by file name; the first is {@code cards.html}. */
  public static Map<String, String> pages(ScreeningFindings findings) {
    Map<String, String> pages = new TreeMap<>();
    List<Applicant> all = findings.applicants();
    int count = Math.max(1, (all.size() + MOST_ON_A_PAGE - 1) / MOST_ON_A_PAGE);
    for (int page = 0; page < count; page++) {
      List<Applicant> some =
          all.subList(page * MOST_ON_A_PAGE, Math.min(all.size(), (page + 1) * MOST_ON_A_PAGE));
      pages.put(name("cards", page), cards(findings, some, page, count));
    }
    pages.put("security.html", security(findings));
    return pages;
  }

  private static String name(String stem, int page) {
    return page == 0 ? stem + ".html" : stem + "-" + (page + 1) + ".html";
  }

  static String page(String title, Html body) {
    return Html.of(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="referrer" content="no-referrer">
            <title>{}, Bonafide</title>
            <style>
            {}</style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to content</a>
            {}
            </body>
            </html>
            """,
            title,
            new Html(STYLE),
            body)
        .markup();
  }

  // --- the recruiter's side
  // ------------------------------------------------------------------------

  private static String cards(
      ScreeningFindings findings, List<Applicant> some, int page, int count) {
    List<Html> links = new ArrayList<>();
    for (int i = 0; count > 1 && i < count; i++) {
      links.add(
          i == page
              ? Html.of("<b>{}</b> ", i + 1)
              : Html.of("<a href=\"{}\">{}</a> ", name("cards", i), i + 1));
    }
    return page(
        "Applications",
        Html.of(
            """
            <div class="cols"><nav class="apps" aria-label="Applications"><h2>{}</h2><ul>{}</ul>\
            <p class="small dim">Sorted by number, not by concern. All of them get this same card.</p><p class="small">{}</p></nav>
            <main id="main">{}{}</main>
            <aside class="side"><section><h2>What these cards never use</h2><p>Name, photo, nationality, birthplace, age, gender, religion, looks, accent, language, health, the school’s country. The program has no field for them.</p></section>
            <section><h2>What they read</h2><p>The application, the résumé’s text, references and interview transcripts that were handed in. Of other applications only whether sentences, a telephone number, a mail address or a referee are the same.</p></section>
            <section><h2>What they do not do</h2><p>They never decide and never rank. Whoever is asked can answer; write the answer down beside the question.</p></section></aside></div>
            """,
            Words.count(findings.applicants().size(), "application", "applications"),
            Html.each(some, RecruiterCards::link),
            Html.each(links, link -> link),
            some.isEmpty()
                ? Html.of("<p class=\"card\">No application was found.</p>")
                : Html.NOTHING,
            Html.each(some, RecruiterCards::card)));
  }

  private static Html link(Applicant one) {
    return Html.of(
        "<li><a href=\"#{}\"><b>{}</b><span>{}</span></a></li>",
        anchor(one),
        one.id(),
        shortWords(one));
  }

  private static String anchor(Applicant one) {
    StringBuilder anchor = new StringBuilder("a-");
    one.id()
        .codePoints()
        .forEach(
            c ->
                anchor.append(
                    Character.isLetterOrDigit(c) ? Character.toString(c) : "_" + c + "_"));
    return anchor.toString();
  }

  private static String shortWords(Applicant one) {
    int questions = one.questions().size();
    if (questions == 0) {
      return one.fits().isEmpty() ? "Not enough to say" : "Nothing to ask";
    }
    return NUMBERS.get(questions) + (questions == 1 ? " question" : " questions");
  }

  private static String headline(Applicant one) {
    int questions = one.questions().size();
    if (questions == 0) {
      return one.fits().isEmpty()
          ? "There was not enough to look at."
          : "Nothing to ask beyond the usual.";
    }
    return questions == 1
        ? "One thing does not fit. Ask this question."
        : NUMBERS.get(questions) + " things do not fit. Ask these questions.";
  }

  /** The card of one application. */
  public static Html card(Applicant one) {
    List<Html> items = new ArrayList<>();
    for (int i = 0; i < one.questions().size(); i++) {
      items.add(item(i + 1, one.questions().get(i)));
    }
    return Html.of(
        """
        <article class="card" id="{}"><p class="small mut">Application {}{}</p><h2 class="head">{}</h2>{}
        {}{}{}</article>
        """,
        anchor(one),
        one.id(),
        one.received() == null ? "" : " · received " + one.received(),
        headline(one),
        one.questions().isEmpty()
            ? Html.NOTHING
            : Html.of(
                "<p class=\"mut\">Such things often have an ordinary cause. Nothing here says whether"
                    + " to go on with the application; you decide that as always.</p>"),
        Html.each(items, item -> item),
        one.fits().isEmpty()
            ? Html.NOTHING
            : Html.of(
                "<div class=\"ok\"><h3>Looked at, nothing to ask</h3><ul>{}</ul></div>",
                Html.each(one.fits(), title -> Html.of("<li>{}</li>", title))),
        notChecked(one));
  }

  private static Html notChecked(Applicant one) {
    List<String> reasons =
        one.abstained().stream().map(a -> a.reason()).distinct().sorted().toList();
    return reasons.isEmpty()
        ? Html.NOTHING
        : Html.of(
            "<div class=\"ok none\"><h3>Could not be checked</h3><ul>{}</ul><p class=\"small dim\">That"
                + " counts against nobody.</p></div>",
            Html.each(reasons, reason -> Html.of("<li>{}</li>", Words.capital(reason))));
  }

  private static Html item(int number, Question question) {
    return Html.of(
        """
        <div class="item"><span class="n" aria-hidden="true">{}</span><div><h3>{}</h3>{}\
        <div class="askbox"><h4>Ask</h4><p>“{}”</p></div>\
        <p class="inn"><b>Ordinary causes:</b> {}. <b>What would settle it:</b> {} <span class="dim">About {}.</span></p></div></div>
        """,
        number,
        question.fact(),
        quotes(question.quotes()),
        question.ask(),
        String.join("; ", question.ordinary()),
        question.settles(),
        Words.count(question.minutes(), "minute", "minutes"));
  }

  private static Html quotes(List<Quote> quotes) {
    return Html.each(
        quotes,
        quote ->
            Html.of(
                "<blockquote><q>{}</q><cite>{}{}</cite></blockquote>",
                quote.text(),
                quote.document(),
                quote.line() == null ? "" : ", line " + quote.line()));
  }

  // --- the security side
  // -----------------------------------------------------------------------------

  private static String security(ScreeningFindings findings) {
    List<Applicant> counted =
        findings.applicants().stream()
            .filter(a -> !a.facts().isEmpty())
            .sorted(
                Comparator.comparingLong((Applicant a) -> -a.millinats())
                    .thenComparing(Applicant::id))
            .toList();
    List<Applicant> shown = counted.subList(0, Math.min(counted.size(), MOST_ON_A_PAGE));
    return page(
        "Security view",
        Html.of(
            """
            <div class="rep"><header class="mast"><span class="brand">Bonafide</span><span>Security view of a screening</span><span class="r">as of {}</span></header>
            <main id="main"><h1>{} of {} have something to ask</h1>
            <p class="sub">A score orders what security may look at; it is no verdict and stands on no card. Each ledger sums exactly to its score. All applications: screening.json.</p>
            {}<section><h2>Applications with facts that count</h2>{}</section>{}{}{}</main></div>
            """,
            Words.instant(findings.bonafide().asOf()),
            Words.count(counted.size()),
            Words.count(findings.applicants().size(), "application", "applications"),
            clusters(findings.clusters()),
            Html.each(shown, RecruiterCards::ledger),
            counted.size() > shown.size()
                ? Html.of(
                    "<p class=\"sub\">{} more stand in screening.json.</p>",
                    Words.count(counted.size() - shown.size()))
                : Html.NOTHING,
            earlier(findings.earlier()),
            documents(findings)));
  }

  private static Html clusters(List<Cluster> clusters) {
    if (clusters.isEmpty()) {
      return Html.NOTHING;
    }
    return Html.of(
        "<section><h2>Linked with each other</h2><div class=\"scroll\"><table><thead><tr><th scope=\"col\">Applications and workers</th><th"
            + " scope=\"col\">Because</th><th scope=\"col\" class=\"num\">dB</th></tr></thead><tbody>{}</tbody></table></div></section>",
        Html.each(
            clusters.subList(0, Math.min(clusters.size(), MOST_ON_A_PAGE)),
            c ->
                Html.of(
                    "<tr><td class=\"mono\">{}</td><td>{}</td><td class=\"num\">{}</td></tr>",
                    String.join(", ", c.members()),
                    String.join(" ", c.because()),
                    Words.score(c.millinats()))));
  }

  private static Html ledger(Applicant one) {
    return Html.of(
        """
        <div class="box ledgerbox"><h3>{} <span class="mut">{} dB</span></h3>\
        <div class="scroll"><table><thead><tr><th scope="col">Line</th><th scope="col">What</th><th scope="col" class="num">dB</th><th scope="col" class="num">millinats</th></tr></thead><tbody>{}</tbody></table></div>{}</div>
        """,
        one.id(),
        Words.score(one.millinats()),
        Html.each(one.ledger(), RecruiterCards::line),
        one.uncounted().isEmpty()
            ? Html.NOTHING
            : Html.of(
                "<p class=\"small mut\">Seen and not counted: {}</p>",
                String.join(" ", one.uncounted().stream().map(Fact::fact).toList())));
  }

  private static Html line(LedgerLine line) {
    return Html.of(
        "<tr><td>{}</td><td>{}</td><td class=\"num\">{}</td><td class=\"num\">{}</td></tr>",
        line.indicator() == null ? Words.capital(line.line()) : line.indicator(),
        line.fact(),
        Words.tenths(Math.round(line.millinats() * 10 / Weight.DECIBAN)),
        Words.millinats(line.millinats()));
  }

  private static Html earlier(List<Applicant> earlier) {
    if (earlier.isEmpty()) {
      return Html.NOTHING;
    }
    return Html.of(
        "<section><h2>Earlier applications that would be asked today</h2><p class=\"sub\">{}</p><ul class=\"plain\">{}</ul></section>",
        Words.count(earlier.size(), "earlier application", "earlier applications"),
        Html.each(
            earlier.subList(0, Math.min(earlier.size(), MOST_ON_A_PAGE)),
            a ->
                Html.of(
                    "<li><span class=\"mono\">{}</span> {}</li>",
                    a.id(),
                    String.join(" ", a.facts().stream().map(Fact::fact).toList()))));
  }

  private static Html documents(ScreeningFindings findings) {
    List<ScreeningFindings.Document> unread =
        findings.documents().stream().filter(d -> d.why() != null).toList();
    return Html.of(
        "<section><h2>What was read</h2><p class=\"sub\">{} were read, {} were not.</p><ul class=\"plain\">{}{}</ul></section>",
        Words.count(findings.documents().size() - unread.size(), "document", "documents"),
        Words.count(unread.size()),
        Html.each(
            unread.subList(0, Math.min(unread.size(), MOST_ON_A_PAGE)),
            d ->
                Html.of(
                    "<li><span class=\"mono\">{}</span> {}</li>",
                    d.path(),
                    d.why() == null ? "" : d.why())),
        Html.each(findings.notes(), note -> Html.of("<li>{}</li>", note)));
  }

  private static String style(String name) {
    try (InputStream css = RecruiterCards.class.getResourceAsStream(name)) {
      if (css == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
