package dev.bonafide.server;

import static java.util.Comparator.naturalOrder;

import dev.bonafide.engine.Quality;
import dev.bonafide.engine.Quality.FileReport;
import dev.bonafide.report.Html;
import dev.bonafide.report.PersonSection;
import dev.bonafide.report.Words;
import dev.bonafide.store.Runs;
import dev.bonafide.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What was read, how well, and what is missing. */
@Controller
class SourcesPage {
  private static final int MOST_ROWS = 200;

  private final Store store;

  SourcesPage(Store store) {
    this.store = store;
  }

  @GetMapping(value = "/sources", produces = Shell.HTML)
  @ResponseBody
  String sources(HttpServletRequest request) {
    Runs.Run run = store.runs().latest();
    if (run == null) {
      return Shell.page(
          request,
          "Sources",
          "/sources",
          Html.of(
              "<div class=\"wrap\"><h1>Sources</h1><p class=\"sub\">Nothing has been imported yet: <span"
                  + " class=\"mono\">./bonafide import OUT</span> takes the result of an analyze in.</p></div>"));
    }
    Quality quality = store.runs().quality(run.id());
    return Shell.page(
        request,
        "Sources",
        "/sources",
        Html.of(
            """
            <div class="wrap"><h1>{}</h1>
            <p class="sub">As of {}; times without a zone were read as {}. Nothing is dropped in silence.</p>
            {}{}{}{}{}{}</div>
            """,
            title(quality),
            Words.instant(run.asOf()),
            zone(quality),
            missing(quality),
            sources(quality),
            files(quality, Tables.rows(request, MOST_ROWS)),
            accounts(quality),
            notes(quality),
            runs()));
  }

  /** The zone of times that name none, as people write it. */
  static String zone(Quality quality) {
    return quality.zoneOfBareTimes().equals("Z") ? "UTC" : quality.zoneOfBareTimes();
  }

  private static String title(Quality quality) {
    long read = quality.files().stream().filter(f -> f.recognised() != null).count();
    long rejected = quality.files().stream().mapToLong(SourcesPage::rejected).sum();
    return Words.count(read)
        + " of "
        + Words.count(quality.files().size(), "file was", "files were")
        + " read, "
        + Words.count(rejected, "record was", "records were")
        + " rejected";
  }

  private static long rejected(FileReport file) {
    return file.rejected().stream().mapToLong(Quality.Count::count).sum();
  }

  private static Html missing(Quality quality) {
    return quality.missing().isEmpty()
        ? Html.NOTHING
        : Html.of(
            """
            <section><h2>Blind spots</h2><p class="sub">Sources that were not there, the most useful first. Nothing missing counts against anybody.</p><ul class="blind">{}</ul></section>
            """,
            Html.each(quality.missing(), PersonSection::missing));
  }

  /** One row a source: what came of it, and how far back it ends. */
  private static Html sources(Quality quality) {
    Map<String, List<FileReport>> bySource =
        quality.files().stream()
            .filter(f -> f.recognised() != null)
            .collect(
                Collectors.groupingBy(
                    f -> String.valueOf(f.recognised()), TreeMap::new, Collectors.toList()));
    return bySource.isEmpty()
        ? Html.NOTHING
        : Html.of(
            """
            <section><h2>Sources</h2><p class="sub">Quiet is how long before the close of the last day the source ends; lag is how much later than their time its records came.</p>
            <div class="scroll" tabindex="0" role="group" aria-label="Sources"><table><thead><tr><th scope="col">Source</th><th scope="col" class="num">Files</th><th scope="col" class="num">Records</th><th scope="col" class="num">Rejected</th><th scope="col">First</th><th scope="col">Last event</th><th scope="col" class="num">Quiet</th><th scope="col" class="num">Lag</th></tr></thead><tbody>
            {}</tbody></table></div></section>
            """,
            Html.each(bySource.entrySet(), e -> source(e.getKey(), e.getValue(), quality.asOf())));
  }

  private static Html source(String name, List<FileReport> files, @Nullable String asOf) {
    String last =
        files.stream().map(FileReport::last).filter(t -> t != null).max(naturalOrder()).orElse("");
    Instant end = Words.parsed(asOf);
    Instant seen = Words.parsed(last);
    return Html.of(
        """
        <tr><th scope="row">{}</th><td class="num">{}</td><td class="num">{}</td><td class="num">{}</td><td class="small nw">{}</td><td class="small nw">{}</td><td class="num small">{}</td><td class="num small">{}</td></tr>
        """,
        name,
        Words.count(files.size()),
        Words.count(files.stream().mapToLong(FileReport::records).sum()),
        Words.count(files.stream().mapToLong(SourcesPage::rejected).sum()),
        Words.instant(
            files.stream()
                .map(FileReport::first)
                .filter(t -> t != null)
                .min(naturalOrder())
                .orElse("")),
        Words.instant(last),
        end == null || seen == null || !seen.isBefore(end)
            ? ""
            : lag(Duration.between(seen, end).toSeconds()),
        files.stream()
            .map(FileReport::latenessSeconds)
            .filter(l -> l != null)
            .max(naturalOrder())
            .map(SourcesPage::lag)
            .orElse(""));
  }

  private static Html files(Quality quality, int rows) {
    List<FileReport> worst =
        quality.files().stream()
            .sorted(
                Comparator.comparing((FileReport f) -> f.recognised() != null)
                    .thenComparing(f -> -rejected(f))
                    .thenComparing(FileReport::path))
            .limit(rows)
            .toList();
    return Html.of(
        """
        <section><h2>Files</h2><p class="sub">Those that were passed over first, then those with most rejected records.{}</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Files"><table class="files"><thead><tr><th scope="col">File</th><th scope="col">Recognised as</th><th scope="col" class="num">Records</th><th scope="col" class="num">Events</th><th scope="col" class="num">Rejected</th><th scope="col">First</th><th scope="col">Last event</th><th scope="col" class="num">Lag</th></tr></thead><tbody>
        {}</tbody></table></div></section>
        """,
        quality.files().size() > rows
            ? " The first " + rows + " of " + Words.count(quality.files().size()) + "."
            : "",
        Html.each(worst, SourcesPage::file));
  }

  private static Html file(FileReport file) {
    return Html.of(
        """
        <tr><th scope="row" class="mono small">{}</th><td>{}{}{}</td><td class="num">{}</td><td class="num">{}</td><td class="num">{}</td><td class="small nw">{}</td><td class="small nw">{}</td><td class="num small">{}</td></tr>
        """,
        file.path(),
        file.recognised() == null
            ? Html.of(
                "<span class=\"mut\">passed over: {}</span>", file.why() == null ? "" : file.why())
            : Html.of("{}", file.recognised()),
        Html.each(
            file.rejected(),
            c ->
                Html.of(
                    "<br><span class=\"small mut\">{} rejected: {} (line {})</span>",
                    Words.count(c.count()),
                    c.reason(),
                    c.lines().isEmpty() ? "?" : c.lines().getFirst())),
        columns(file),
        Words.count(file.records()),
        Words.count(file.events()),
        Words.count(rejected(file)),
        Words.instant(file.first()),
        Words.instant(file.last()),
        file.latenessSeconds() == null ? "" : lag(file.latenessSeconds()));
  }

  private static Html columns(FileReport file) {
    return Html.each(
        Stream.of(
                file.columnsNotPlaced().isEmpty()
                    ? ""
                    : "not understood: " + Words.list(file.columnsNotPlaced()),
                file.notReadOnPurpose().isEmpty()
                    ? ""
                    : "not read on purpose: " + Words.list(file.notReadOnPurpose()))
            .filter(s -> !s.isEmpty())
            .toList(),
        words -> Html.of("<br><span class=\"small mut\">{}</span>", words));
  }

  private static String lag(long seconds) {
    Duration lag = Duration.ofSeconds(seconds);
    return lag.toMinutes() < 1
        ? seconds + " s"
        : lag.toHours() < 2 ? lag.toMinutes() + " min" : lag.toHours() + " h";
  }

  private static Html accounts(Quality quality) {
    Quality.AccountsReport a = quality.accounts();
    return Html.of(
        """
        <section><h2>Accounts and people</h2><div class="scroll" tabindex="0" role="group" aria-label="Accounts and people"><table class="narrow"><tbody>
        <tr><th scope="row">Accounts in the records</th><td class="num">{}</td></tr>
        <tr><th scope="row">matched to a worker</th><td class="num">{}</td></tr>
        <tr><th scope="row">inferred from a login</th><td class="num">{}</td></tr>
        <tr><th scope="row">service accounts</th><td class="num">{}</td></tr>
        <tr><th scope="row">nobody\u2019s</th><td class="num">{}</td></tr>
        <tr><th scope="row">Workers without any record</th><td class="num">{}</td></tr></tbody></table></div></section>
        """,
        Words.count(a.accounts()),
        Words.count(a.matched()),
        Words.count(a.inferred()),
        Words.count(a.service()),
        Words.count(a.unmatched()),
        Words.count(a.workersWithoutRecords()));
  }

  private static Html notes(Quality quality) {
    return quality.notes().isEmpty()
        ? Html.NOTHING
        : Html.of(
            "<section><h2>Notes</h2><ul class=\"notes\">{}</ul></section>",
            Html.each(quality.notes(), n -> Html.of("<li>{}</li>", n)));
  }

  private Html runs() {
    return Html.of(
        """
        <section><h2>Runs</h2><div class="scroll" tabindex="0" role="group" aria-label="Runs"><table><thead><tr><th scope="col">As of</th><th scope="col" class="num">People</th><th scope="col" class="num">Over the line</th><th scope="col">Imported</th><th scope="col">Version</th><th scope="col">Catalogue</th></tr></thead><tbody>{}</tbody></table></div></section>
        """,
        Html.each(
            store.runs().all().stream().limit(MOST_ROWS).toList(),
            r ->
                Html.of(
                    "<tr><th scope=\"row\">{}</th><td class=\"num\">{}</td><td class=\"num\">{}</td><td>{} by"
                        + " {}</td><td>{}</td><td class=\"mono\">{}</td></tr>",
                    Words.instant(r.asOf()),
                    Words.count(r.people()),
                    Words.count(r.findings().reviewLine().alerts()),
                    Words.instant(r.importedAt().toString()),
                    r.importedBy(),
                    r.findings().bonafide().version(),
                    r.findings().bonafide().catalogueHash())));
  }
}
