package dev.bonafide.report;

import dev.bonafide.engine.Dossier;
import dev.bonafide.engine.Dossier.Cell;
import dev.bonafide.engine.Dossier.ClaimRow;
import dev.bonafide.engine.Dossier.State;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What was claimed against what each kind of record says of it. */
public record ClaimMatrix(List<ClaimRow> rows, Map<String, String> numbers) {
  private static final Html TICK =
      Html.of(
          "<svg class=\"mark\" width=\"16\" height=\"16\" aria-hidden=\"true\"><path d=\"M3 8.5l3.5 3.5"
              + "l6.5 -8\" class=\"agrees\"/></svg>");
  private static final Html CROSS =
      Html.of(
          "<svg class=\"mark\" width=\"16\" height=\"16\" aria-hidden=\"true\"><path d=\"M8 1l7 7l-7"
              + " 7l-7 -7z\" class=\"misfit\"/><path d=\"M5.5 5.5l5 5M10.5 5.5l-5 5\""
              + " class=\"cross\"/></svg>");
  private static final Html DOT =
      Html.of(
          "<svg class=\"mark\" width=\"16\" height=\"16\" aria-hidden=\"true\"><circle cx=\"8\""
              + " cy=\"8\" r=\"1.6\" class=\"dot\"/></svg>");
  private static final Html DOTTED =
      Html.of(
          "<svg class=\"mark\" width=\"16\" height=\"16\" aria-hidden=\"true\"><rect x=\"2\" y=\"2\""
              + " width=\"12\" height=\"12\" class=\"blind\"/></svg>");

  public Html section(String id) {
    if (rows.isEmpty()) {
      return Html.of(
          """
          <section><h3>Claims against records</h3>
          <p class="sub">No claims were supplied: no HR file, no schedule. Indicators that compare claims with records could not speak.</p></section>
          """);
    }
    return Html.of(
        """
        <section><h3>Claims against records</h3>
        <p class="sub">Each row is something claimed, each column a kind of record. Numbers lead to the evidence.</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Claims against records"><table class="mx">
        <thead><tr><th scope="col">Claim</th>{}</tr></thead>
        <tbody>
        {}</tbody></table></div>
        <p class="legend"><span>{}agrees</span><span>{}does not fit</span><span>{}silent: has records, says nothing on this</span><span>{}no records: could not speak</span></p>
        <p class="alt"><b>In words.</b> {}</p></section>
        """,
        Html.each(Dossier.COLUMNS, column -> Html.of("<th scope=\"col\">{}</th>", column)),
        Html.each(rows, row -> row(id, row)),
        TICK,
        CROSS,
        DOT,
        DOTTED,
        inWords());
  }

  private Html row(String id, ClaimRow row) {
    return Html.of(
        "<tr><th scope=\"row\">{}<br><span class=\"small mut\">{}</span></th>{}</tr>\n",
        row.claim(),
        row.source(),
        Html.each(row.cells(), cell -> cell(id, cell)));
  }

  private Html cell(String id, Cell cell) {
    return switch (cell.state()) {
      case FITS -> Html.of("<td>{}<span class=\"vh\">agrees</span></td>", TICK);
      case MISFIT ->
          Html.of(
              "<td class=\"mis\">{}<span class=\"vh\">does not fit: </span>{}</td>",
              CROSS,
              Html.each(
                  numbered(cell.evidence()),
                  number ->
                      Html.of(" <a class=\"eid\" href=\"#{}-{}\">{}</a>", id, number, number)));
      case SILENT -> Html.of("<td>{}<span class=\"vh\">silent</span></td>", DOT);
      case NONE -> Html.of("<td>{}<span class=\"vh\">no records</span></td>", DOTTED);
    };
  }

  /** The numbers of these evidences in the order of the ledger; an unknown id as it is. */
  private List<String> numbered(List<String> evidence) {
    List<String> order = List.copyOf(numbers.keySet());
    return evidence.stream()
        .sorted(Comparator.comparingInt(order::indexOf))
        .map(e -> numbers.getOrDefault(e, e))
        .toList();
  }

  private String inWords() {
    long misfits = cells(State.MISFIT);
    long fits = cells(State.FITS);
    List<String> contradicted =
        rows.stream()
            .filter(r -> r.cells().stream().anyMatch(c -> c.state() == State.MISFIT))
            .map(r -> "\u201c" + r.claim() + "\u201d")
            .toList();
    String what =
        contradicted.isEmpty()
            ? "No record contradicts a claim."
            : "Records do not fit " + Words.list(contradicted) + ".";
    return Words.count(rows.size(), "claim", "claims")
        + (rows.size() == 1 ? " was compared: " : " were compared: ")
        + Words.count(misfits, "cell does", "cells do")
        + " not fit, "
        + Words.count(fits, "agrees", "agree")
        + ". "
        + what;
  }

  private long cells(State state) {
    return rows.stream().flatMap(r -> r.cells().stream()).filter(c -> c.state() == state).count();
  }
}
