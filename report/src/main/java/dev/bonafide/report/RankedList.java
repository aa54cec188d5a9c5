package dev.bonafide.report;

import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Findings.LedgerLine;
import dev.bonafide.engine.Findings.Person;
import dev.bonafide.report.People.Ranked;
import java.util.List;

/** The people, best first: all above the review line, and the first few below it. */
record RankedList(Findings findings, Axis axis) {
  static final int MOST = 200;
  private static final int BELOW = 10;

  Html section() {
    List<Ranked> over = People.first(findings.people(), MOST, People::over);
    List<Ranked> next =
        People.first(
            findings.people(), BELOW, p -> !People.over(p) && !People.evidence(p).isEmpty());
    if (over.isEmpty() && next.isEmpty()) {
      return Html.NOTHING;
    }
    return Html.of(
        """
        <section aria-labelledby="ranked"><h2 id="ranked">Ranked list</h2>
        <p class="sub">Score in decibans: 0 is even odds, {} is where everybody starts. Diamond: score. Bar: 90 % range, thin below the review line.</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Ranked list"><table class="rank">
        <thead><tr><th scope="col"><span class="vh">Rank</span></th><th scope="col">Person</th><th scope="col" class="num">Score</th>\
        <th scope="col" class="axis">{}<span class="vh">Range</span></th><th scope="col">Strongest reasons, dB</th><th scope="col">Cheapest next check</th></tr></thead>
        <tbody>
        {}<tr class="cut"><td colspan="6"><span>{}</span></td></tr>
        {}</tbody></table></div>
        <p class="alt"><b>In words.</b> {}</p></section>
        """,
        Words.score(axis.base()),
        axis.head(),
        Html.each(over, this::row),
        line(next.size()),
        Html.each(next, this::row),
        inWords(over));
  }

  private Html row(Ranked ranked) {
    Person person = ranked.person();
    boolean over = People.over(person);
    return Html.of(
        """
        <tr><td class="rk">{}</td><th scope="row">{}<br><span class="small mut">{}</span></th>\
        <td class="num v">{}</td><td>{}<span class="vh">{} to {}</span></td><td class="rs">{}</td><td class="small">{}</td></tr>
        """,
        ranked.rank(),
        over
            ? Html.of("<a href=\"#{}\"><b>{}</b></a>", ranked.anchor(), person.label())
            : Html.of("<b>{}</b>", person.label()),
        over ? People.band(person.band()) : "Below the line",
        Words.score(person.decibans()),
        axis.bar(person.decibans(), People.low(person), People.high(person), over),
        Words.score(People.low(person)),
        Words.score(People.high(person)),
        Html.each(People.strongest(person, 3), RankedList::chip),
        check(person));
  }

  private static Html chip(LedgerLine line) {
    return Html.of(
        "<span class=\"chip {}\">{} <b>{}</b></span> ",
        line.millinats() < 0 ? "fit" : "mis",
        Words.title(line.indicator() == null ? line.line() : line.indicator()),
        Words.score(line.millinats()));
  }

  /** Below the line nobody is to be asked: only the innocent explanation is shown. */
  private static Html check(Person person) {
    Html innocent =
        person.bestInnocent() == null
            ? Html.NOTHING
            : Html.of("<span class=\"mut\">Innocent: {}</span>", person.bestInnocent().text());
    return person.nextCheck() == null || !People.over(person)
        ? innocent
        : Html.of(
            "<b>{}</b> <span class=\"dim nw\">{} min</span><br>{}",
            Words.firstClause(person.nextCheck().text()),
            person.nextCheck().minutes(),
            innocent);
  }

  private String line(int shownBelow) {
    Findings.Line line = findings.reviewLine();
    long below = (long) findings.people().size() - line.alerts();
    return "Review line "
        + Words.score(line.millinats())
        + " dB. "
        + Words.count(below, "person is", "people are")
        + " below it"
        + (shownBelow == 0
            ? "."
            : shownBelow == BELOW
                ? "; the first " + BELOW + " with evidence:"
                : "; " + Words.count(shownBelow, "has", "have") + " evidence:");
  }

  private String inWords(List<Ranked> over) {
    if (over.isEmpty()) {
      return "Nobody is above the review line. That is no proof that all is well: see what could not"
          + " speak.";
    }
    Person first = over.getFirst().person();
    return first.label()
        + " comes first with "
        + axis.words(first.decibans(), People.low(first), People.high(first), true)
        + ". "
        + (over.size() == 1
            ? "Nobody else is above the line."
            : Words.count(over.size())
                + " people are above it, the last with "
                + Words.score(over.getLast().person().decibans())
                + " dB.");
  }
}
