package dev.bonafide.report;

import dev.bonafide.engine.Dossier;
import dev.bonafide.engine.Findings.Abstention;
import dev.bonafide.engine.Findings.BlindSpot;
import dev.bonafide.engine.Findings.LedgerLine;
import dev.bonafide.engine.Findings.Person;
import dev.bonafide.engine.Findings.Ref;
import dev.bonafide.model.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person over the review line: doubt first, then the pictures, then the records.
 *
 * @param id the page's name for the person
 */
public record PersonSection(String id, Person person, @Nullable Dossier dossier, Axis axis) {
  private static final int REFS = 5;
  private static final long DAY = 86_400_000L;

  Html section() {
    Map<String, String> numbers = People.numbers(person);
    return Html.of(
        """
        <article class="pb" aria-labelledby="{}"><header class="phead"><div><h2 id="{}" class="pn">{}</h2>
        <p class="mut"><span class="mono">{}</span>{}</p></div>
        <div class="sc"><b>{} dB</b> <span class="mut">{} to {}</span>{}</div></header>
        {}
        <div class="duo"><div><h3>Best innocent explanation</h3>{}</div>
        <div class="next"><h3>Cheapest next check</h3>{}</div></div>
        {}{}{}{}{}{}</article>
        """,
        id,
        id,
        person.label(),
        person.id(),
        about(),
        Words.score(person.decibans()),
        Words.score(People.low(person)),
        Words.score(People.high(person)),
        axis.wide(260)
            .bar(person.decibans(), People.low(person), People.high(person), People.over(person)),
        protect(),
        innocent(),
        check(),
        dossier == null ? Html.NOTHING : new ClaimMatrix(dossier.matrix(), numbers).section(id),
        LedgerTable.of(person, axis, numbers).section(id),
        dossier == null ? Html.NOTHING : new RhythmChart(dossier.rhythm()).section(),
        dossier == null ? Html.NOTHING : sessions(person, dossier, numbers).section(),
        evidence(numbers),
        blindSpots());
  }

  private String about() {
    List<String> words = new ArrayList<>();
    words.add(People.band(person.band()));
    if (person.stage() != null) {
      words.add("stage: " + person.stage());
    }
    if (person.firstSeen() != null) {
      words.add("over the line since " + Words.instant(person.firstSeen()));
    }
    if (!person.hr()) {
      words.add("no HR row");
    }
    return " \u00b7 " + String.join(" \u00b7 ", words);
  }

  /** What to do first for somebody who may be a victim or a bystander. */
  public Html protect() {
    if (person.direction().equals(Direction.POSSIBLE_VICTIM.slug())) {
      return Html.of(
          "<p class=\"protect\"><b>Protect this person first.</b> The records also fit an account that"
              + " somebody else took over: secure it, ask the worker, and only then look further.</p>");
    }
    if (person.direction().equals(Direction.BYSTANDER.slug())) {
      return Html.of(
          "<p class=\"protect\"><b>Perhaps a bystander.</b> Most of this may be the act of somebody"
              + " else beside this person.</p>");
    }
    return Html.NOTHING;
  }

  public Html innocent() {
    if (person.bestInnocent() == null) {
      return Html.of("<p>None of the named innocent explanations accounts for what was seen.</p>");
    }
    long taken =
        person.ledger().stream()
            .filter(l -> l.line().equals("innocent"))
            .mapToLong(LedgerLine::millinats)
            .sum();
    return Html.of(
        "<p><b>{}</b></p><p class=\"mut\">Innocent explanations together change the score by {} dB;"
            + " the rest is what they do not explain. Ask before you conclude.</p>",
        Words.capital(person.bestInnocent().text()),
        Words.score(taken));
  }

  public Html check() {
    return person.nextCheck() == null
        ? Html.of("<p>Nothing weighs against this person: no check is needed.</p>")
        : Html.of(
            "<p><b>{}</b></p><p class=\"mut\">About {}. It is the cheapest check among the heaviest"
                + " evidence.</p>",
            person.nextCheck().text(),
            Words.count(person.nextCheck().minutes(), "minute", "minutes"));
  }

  /** Sessions, with the week of what weighs most. */
  public static SessionChart sessions(Person person, Dossier drawn, Map<String, String> numbers) {
    for (LedgerLine line : People.strongest(person, 1)) {
      Instant from = Words.parsed(line.from());
      Instant to = Words.parsed(line.to());
      if (from != null && to != null) {
        // The middle of a short episode, the last days of a long one.
        long half = Math.min((to.toEpochMilli() - from.toEpochMilli()) / 2, 3 * DAY);
        return new SessionChart(drawn, to.toEpochMilli() - half, numbers.get(line.evidence()));
      }
    }
    return new SessionChart(drawn, (drawn.lastDay() + 1) * DAY, null);
  }

  // --- evidence ------------------------------------------------------------------------------

  private Html evidence(Map<String, String> numbers) {
    return Html.of(
        """
        <section><h3>Evidence</h3>
        <div class="scroll" tabindex="0" role="group" aria-label="Evidence"><table class="ev">
        <thead><tr><th scope="col">Id</th><th scope="col">What the records show</th><th scope="col">When</th><th scope="col" class="num">dB</th><th scope="col">Records</th></tr></thead>
        <tbody>
        {}</tbody></table></div></section>
        """,
        Html.each(People.evidence(person), line -> evidence(line, numbers)));
  }

  private Html evidence(LedgerLine line, Map<String, String> numbers) {
    String number = numbers.getOrDefault(line.evidence(), "");
    return Html.of(
        """
        <tr id="{}-{}"><th scope="row" class="eid">{}</th><td>{}<br><span class="small mut">{} \u00b7 {}{}</span></td>\
        <td class="small">{}</td><td class="num v">{}</td><td class="small mono">{}</td></tr>
        """,
        id,
        number,
        number,
        line.fact(),
        Words.title(line.indicator() == null ? "" : line.indicator()),
        Words.cause(line.cause()),
        line.millinats() < 0 ? " \u00b7 speaks for the person" : direction(line.direction()),
        Words.span(line.from(), line.to()),
        Words.score(line.millinats()),
        refs(line.refs()));
  }

  public static String direction(@Nullable String direction) {
    return Direction.POSSIBLE_VICTIM.slug().equals(direction)
        ? " \u00b7 may have been done to them"
        : Direction.BYSTANDER.slug().equals(direction) ? " \u00b7 they stand beside it" : "";
  }

  /** The first records, by file, so that a long path stands once. */
  public static Html refs(List<Ref> refs) {
    Map<String, List<Ref>> byFile = new LinkedHashMap<>();
    refs.stream()
        .limit(REFS)
        .forEach(ref -> byFile.computeIfAbsent(ref.file(), f -> new ArrayList<>()).add(ref));
    Html first =
        Html.each(
            byFile.entrySet(),
            file ->
                Html.of(
                    "<span class=\"ref\">{}{}</span>",
                    file.getKey(),
                    Html.each(file.getValue(), PersonSection::place)));
    return refs.size() > REFS
        ? Html.join(
            first,
            Html.of("<span class=\"dim\">and {} more in findings.json</span>", refs.size() - REFS))
        : first;
  }

  private static Html place(Ref ref) {
    String hash = ref.sha256();
    return Html.of(
        "<br><span class=\"dim\">{}sha256 {}</span>",
        ref.line() != null
            ? "line " + ref.line() + ", "
            : ref.offset() != null ? "byte " + ref.offset() + ", " : "",
        hash.length() > 12 ? hash.substring(0, 12) + "\u2026" : hash);
  }

  // --- what could not speak ------------------------------------------------------------------

  /** What could not speak. */
  public Html blindSpots() {
    if (person.blindSpots().isEmpty() && person.abstained().isEmpty()) {
      return Html.NOTHING;
    }
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (Abstention a : person.abstained()) {
      byReason.computeIfAbsent(a.reason(), r -> new ArrayList<>()).add(Words.title(a.indicator()));
    }
    return Html.of(
        """
        <section><h3>Blind spots</h3>
        <p class="sub">What could not speak. Nothing missing counts against anybody.</p>
        <ul class="blind">{}{}</ul></section>
        """,
        Html.each(person.blindSpots(), PersonSection::missing),
        Html.each(
            byReason.entrySet(),
            e ->
                Html.of(
                    "<li><span class=\"blindmark\" aria-hidden=\"true\"></span><span><b>{}</b><small>not"
                        + " yet able to see it: {}</small></span></li>",
                    Words.list(e.getValue()),
                    e.getKey())));
  }

  public static Html missing(BlindSpot spot) {
    return Html.of(
        "<li><span class=\"blindmark\" aria-hidden=\"true\"></span><span><b>{}</b><small>No such records."
            + " Could speak with them: {}.</small></span></li>",
        spot.source(),
        Words.list(spot.indicators().stream().map(Words::title).toList()));
  }
}
