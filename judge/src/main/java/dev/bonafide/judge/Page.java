package dev.bonafide.judge;

import dev.bonafide.judge.Verdict.Cell;
import dev.bonafide.judge.Verdict.Point;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A verdict as one page that needs no network and no script; every picture has its table. */
public final class Page {
  private static final int WIDE = 860;
  private static final List<String> COLOURS =
      List.of("var(--one)", "var(--two)", "var(--three)", "var(--four)");

  private final Verdict verdict;
  private final StringBuilder out = new StringBuilder();

  private Page(Verdict verdict) {
    this.verdict = verdict;
  }

  /** A table that somebody else measured, shown below the figures. */
  public record Table(String title, List<String> head, List<List<String>> rows) {}

  /** The page. */
  public static String html(Verdict verdict, String title) {
    return html(verdict, title, List.of());
  }

  /** The page, with further tables. */
  public static String html(Verdict verdict, String title, List<Table> tables) {
    return new Page(verdict).write(title, tables);
  }

  private String write(String title, List<Table> tables) {
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
    out.append(text(title)).append("</title><style>").append(css()).append("</style></head>");
    out.append("<body><main><h1>").append(text(title)).append("</h1>");
    Verdict.World world = verdict.world();
    out.append("<p>").append(world.honest()).append(" honest and ").append(world.planted());
    out.append(" planted people in ").append(world.groups()).append(" independent cases, ");
    out.append(world.days()).append(" days. What this does not show: how it does on real workers.");
    out.append(" It was measured on people who do not exist.</p>");
    if (world.absent() + world.strangers() > 0) {
      out.append("<p>").append(world.absent()).append(" are not in the findings and rank last; ");
      out.append(world.strangers()).append(" of the findings are unknown to the truth.</p>");
    }
    recall();
    curve();
    survival();
    reliability();
    subgroups();
    indicators();
    checks();
    tables.stream().filter(table -> !table.rows().isEmpty()).forEach(this::table);
    return out.append("</main></body></html>\n").toString();
  }

  // --- recall ----------------------------------------------------------------------------------

  private void recall() {
    section("Recall at b false alarms per 1,000 honest people and 30 days");
    List<Cell> cells = verdict.cells();
    int row = 22;
    int height = cells.size() * row + 40;
    int left = 230;
    svg(height, "Recall of each scheme at each difficulty; the table below has the figures");
    for (int i = 0; i <= 4; i++) {
      double x = left + (WIDE - left - 20) * i / 4.0;
      line(x, 8, x, height - 26, "grid");
      label(x, height - 8, "middle", Sheet.number(i / 4.0, 2));
    }
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      double y = 18 + i * (double) row;
      label(left - 10, y + 4, "end", name(cell));
      for (int b = cell.found().size() - 1; b >= 0; b--) {
        Share share = cell.found().get(b);
        double dy = y + (b - 1) * 5;
        double from = left + (WIDE - left - 20) * share.low();
        double to = left + (WIDE - left - 20) * share.high();
        stroke(from, dy, to, dy, COLOURS.get(b), 1.5);
        dot(left + (WIDE - left - 20) * share.share(), dy, COLOURS.get(b));
      }
    }
    out.append("</svg>");
    legend(verdict.alarms().stream().map(a -> "b = " + Sheet.number(a.per1000(), 0)).toList());
    out.append("<div class=wide><table><thead><tr><th>Scheme<th>Difficulty<th>People<th>Cases");
    verdict.alarms().forEach(a -> out.append("<th>b = ").append(Sheet.number(a.per1000(), 0)));
    out.append("<th>Median days<th>Silent<th>Honest above</tr></thead><tbody>");
    for (Cell cell : cells) {
      out.append("<tr><td>").append(text(cell.scheme().isEmpty() ? "all" : cell.scheme()));
      out.append("<td>").append(text(cell.difficulty()));
      out.append("<td class=n>").append(cell.people()).append("<td class=n>").append(cell.groups());
      cell.found().forEach(s -> out.append("<td class=n>").append(Sheet.share(s)));
      out.append("<td class=n>").append(Sheet.days(cell));
      out.append("<td class=n>").append(cell.silent()).append("<td class=n>").append(cell.above());
      out.append("</tr>");
    }
    out.append("</tbody></table></div><p class=note>Ties go against us. Intervals (Wilson, 95 %)");
    out.append(" stand on independent cases: a cluster is one. Silent: no indicator spoke.</p>");
  }

  private static String name(Cell cell) {
    return ((cell.scheme().isEmpty() ? "all" : cell.scheme()) + " " + cell.difficulty()).strip();
  }

  // --- curves ----------------------------------------------------------------------------------

  private void curve() {
    if (verdict.curve().isEmpty()) {
      return;
    }
    section("What each false alarm buys");
    svg(260, "Recall of all planted people over false alarms per 1,000 and 30 days, log scale");
    axes(260, "false alarms per 1,000 honest people and 30 days", "recall");
    for (double tick : new double[] {0.1, 1, 2, 5, 10, 100, 1000}) {
      double x = rateX(tick);
      line(x, 10, x, 220, "grid");
      label(x, 236, "middle", tick < 1 ? "0.1" : Sheet.number(tick, 0));
    }
    StringBuilder path = new StringBuilder("M " + coordinate(rateX(0.1)) + " 220");
    double last = 0;
    for (Point point : verdict.curve()) {
      double x = rateX(point.falseAlarmsPer1000());
      path.append(" L ").append(coordinate(x)).append(' ').append(coordinate(220 - 205 * last));
      last = point.recall();
      path.append(" L ").append(coordinate(x)).append(' ').append(coordinate(220 - 205 * last));
    }
    curve(path.toString(), COLOURS.getFirst());
    out.append("</svg>");
  }

  private static double rateX(double rate) {
    double at = (StrictMath.log10(Math.max(0.1, Math.min(1000, rate))) + 1) / 4;
    return 60 + (WIDE - 80) * at;
  }

  private void survival() {
    List<Cell> cells =
        verdict.cells().stream()
            .filter(cell -> cell.scheme().isEmpty() && !cell.difficulty().isEmpty())
            .filter(cell -> cell.timed() > 0)
            .limit(4)
            .toList();
    if (cells.isEmpty()) {
      return;
    }
    section("Days from onset to the review line");
    double most = Math.max(1, verdict.world().days());
    svg(260, "Share of planted people not yet over the review line, after Kaplan and Meier");
    axes(260, "days since the onset", "not yet seen");
    for (int i = 0; i <= 5; i++) {
      double x = 60 + (WIDE - 80) * i / 5.0;
      label(x, 236, "middle", Sheet.number(most * i / 5, 0));
    }
    for (int c = 0; c < cells.size(); c++) {
      StringBuilder path = new StringBuilder("M 60 15");
      double left = 1;
      for (Survival.Step step : cells.get(c).curve()) {
        double x = 60 + (WIDE - 80) * Math.min(1, step.days() / most);
        path.append(" L ").append(coordinate(x)).append(' ').append(coordinate(220 - 205 * left));
        left = step.left();
        path.append(" L ").append(coordinate(x)).append(' ').append(coordinate(220 - 205 * left));
      }
      path.append(" L ").append(WIDE - 20).append(' ').append(coordinate(220 - 205 * left));
      curve(path.toString(), COLOURS.get(c));
    }
    out.append("</svg>");
    legend(cells.stream().map(Cell::difficulty).toList());
  }

  // --- probabilities ---------------------------------------------------------------------------

  private void reliability() {
    section("Claimed probabilities and what they turned out to be");
    out.append("<div class=wide><table><thead><tr><th>Score, dB<th>Honest<th>Planted<th>Claimed");
    out.append("<th>Realised<th>95 % interval</tr></thead><tbody>");
    for (Verdict.Bin bin : verdict.reliability()) {
      out.append("<tr><td class=n>").append(Sheet.edge(bin.fromDecibans())).append(" to ");
      out.append(Sheet.edge(bin.toDecibans())).append("<td class=n>").append(bin.honest());
      out.append("<td class=n>").append(bin.planted());
      out.append("<td class=n>").append(Sheet.number(bin.claimed(), 5));
      out.append("<td class=n>").append(Sheet.number(bin.realised(), 5));
      out.append("<td class=n>").append(Sheet.number(bin.low(), 5)).append(" to ");
      out.append(Sheet.number(bin.high(), 5)).append("</tr>");
    }
    out.append("</tbody></table></div><p class=note>Weighted to the run's own base rate, ");
    out.append(Sheet.number(verdict.world().priorProbability(), 6)).append(".</p>");
    svg(300, "Claimed against realised probability, both on a log scale; the line is perfect");
    for (int i = 0; i <= 6; i++) {
      double x = 60 + (WIDE - 80) * i / 6.0;
      double y = 265 - 250 * i / 6.0;
      line(x, 15, x, 265, "grid");
      line(60, y, WIDE - 20, y, "grid");
      label(x, 281, "middle", i == 6 ? "1" : "1e-" + (6 - i));
      label(54, y + 4, "end", i == 6 ? "1" : "1e-" + (6 - i));
    }
    stroke(60, 265, WIDE - 20, 15, "var(--line)", 1);
    for (Verdict.Bin bin : verdict.reliability()) {
      double x = 60 + (WIDE - 80) * tenths(bin.claimed());
      double low = 265 - 250 * tenths(bin.low());
      double high = 265 - 250 * tenths(bin.high());
      stroke(x, low, x, high, COLOURS.getFirst(), 1.5);
      if (bin.planted() > 0) {
        dot(x, 265 - 250 * tenths(bin.realised()), COLOURS.getFirst());
      }
    }
    out.append("</svg>");
  }

  private static double tenths(double probability) {
    return Math.max(0, (StrictMath.log10(Math.max(1e-6, probability)) + 6) / 6);
  }

  // --- false alarms and indicators -------------------------------------------------------------

  private void subgroups() {
    section("Who the false alarms are");
    out.append("<div class=wide><table><thead><tr><th>Trait<th>Honest people<th>Among the first");
    out.append("<th>Ratio<th>95 % interval</tr></thead><tbody>");
    for (Verdict.Subgroup s : verdict.subgroups()) {
      out.append("<tr><td>").append(text(s.trait())).append("<td class=n>").append(s.people());
      out.append("<td class=n>").append(Sheet.number(s.among(), 1)).append("<td class=n>");
      out.append(Sheet.number(s.ratio(), 2)).append("<td class=n>");
      out.append(Sheet.number(s.low(), 2)).append(" to ").append(Sheet.number(s.high(), 2));
      out.append("</tr>");
    }
    out.append("</tbody></table></div>");
    section("Who stands above those who are missed");
    out.append("<div class=wide><table><thead><tr><th>Scheme<th>Indicators on the planted");
    out.append("<th>What the honest people above share</tr></thead><tbody>");
    for (Cell cell : verdict.cells()) {
      if (!cell.scheme().isEmpty()) {
        out.append("<tr><td>").append(text(name(cell))).append("<td>");
        out.append(text(Sheet.parts(cell.speakers(), 6))).append("<td>");
        out.append(text(Sheet.parts(cell.hiddenBy(), 8))).append("</tr>");
      }
    }
    out.append("</tbody></table></div>");
  }

  private void indicators() {
    section("Indicators");
    out.append("<div class=wide><table><thead><tr><th>Indicator<th>Planted<th>Honest<th>Honest /");
    out.append(" 1,000<th>Precision at 1 in 1,000<th>Real dB<th>Claimed dB<th>dB on honest");
    out.append("<th>Honest people share<th>Schemes</tr></thead><tbody>");
    for (Verdict.Speaker s : verdict.indicators()) {
      out.append("<tr><td>").append(text(s.indicator()));
      out.append("<td class=n>").append(s.plantedCount()).append("<td class=n>");
      out.append(s.honestCount()).append("<td class=n>");
      out.append(Sheet.number(s.honestPer1000(), 1)).append("<td class=n>");
      out.append(Sheet.number(s.precision(), 3)).append("<td class=n>");
      out.append(Sheet.number(s.realisedDecibans(), 1)).append("<td class=n>");
      out.append(Sheet.number(s.claimedDecibans(), 1)).append("<td class=n>");
      out.append(Sheet.number(s.honestDecibans(), 1)).append("<td>");
      out.append(text(Sheet.parts(s.honest(), 4))).append("<td>");
      out.append(text(Sheet.parts(s.schemes(), 6))).append("</tr>");
    }
    out.append("</tbody></table></div>");
    if (!verdict.abstentions().isEmpty()) {
      out.append("<h3>Abstentions</h3><div class=wide><table><thead><tr><th>Indicator and reason");
      out.append("<th>Honest<th>Planted</tr></thead><tbody>");
      for (Verdict.Abstention a : verdict.abstentions()) {
        out.append("<tr><td>").append(text(a.why())).append("<td class=n>").append(a.honest());
        out.append("<td class=n>").append(a.planted()).append("</tr>");
      }
      out.append("</tbody></table></div>");
    }
  }

  private void checks() {
    section("Checks");
    out.append("<ul>");
    for (Verdict.Leak leak : verdict.leaks()) {
      out.append("<li>").append(leak.passed() ? "ok: " : "<b>wrong</b>: ");
      out.append(text(leak.check())).append(" (").append(text(leak.result())).append(")</li>");
    }
    out.append("</ul>");
  }

  // --- marks -----------------------------------------------------------------------------------

  private void table(Table table) {
    section(table.title());
    out.append("<div class=wide><table><thead><tr>");
    table.head().forEach(word -> out.append("<th>").append(text(word)));
    out.append("</thead><tbody>");
    for (List<String> row : table.rows()) {
      out.append("<tr>");
      row.forEach(cell -> out.append("<td>").append(text(cell)));
    }
    out.append("</tbody></table></div>");
  }

  private void section(String title) {
    out.append("<h2>").append(text(title)).append("</h2>");
  }

  private void svg(int height, String what) {
    out.append("<svg role=\"img\" aria-label=\"").append(text(what)).append("\" viewBox=\"0 0 ");
    out.append(WIDE).append(' ').append(height).append("\">");
  }

  private void axes(int height, String across, String up) {
    line(60, height - 40, WIDE - 20, height - 40, "axis");
    line(60, 10, 60, height - 40, "axis");
    label((WIDE + 40) / 2.0, height - 6, "middle", across);
    label(64, 12, "start", up);
    for (int i = 0; i <= 4; i++) {
      label(54, height - 36 - 205 * i / 4.0, "end", Sheet.number(i / 4.0, 2));
    }
  }

  private void line(double x1, double y1, double x2, double y2, String kind) {
    out.append("<line class=\"").append(kind).append('"').append(at(x1, y1, x2, y2)).append("/>");
  }

  private void stroke(double x1, double y1, double x2, double y2, String colour, double width) {
    out.append("<line").append(at(x1, y1, x2, y2)).append(" stroke=\"").append(colour);
    out.append("\" stroke-width=\"").append(width).append("\"/>");
  }

  private static String at(double x1, double y1, double x2, double y2) {
    return " x1=\""
        + coordinate(x1)
        + "\" y1=\""
        + coordinate(y1)
        + "\" x2=\""
        + coordinate(x2)
        + "\" y2=\""
        + coordinate(y2)
        + "\"";
  }

  private void dot(double x, double y, String colour) {
    out.append("<circle r=\"3.5\" cx=\"").append(coordinate(x)).append("\" cy=\"");
    out.append(coordinate(y)).append("\" fill=\"").append(colour).append("\"/>");
  }

  private void curve(String path, String colour) {
    out.append("<path fill=\"none\" stroke-width=\"2\" stroke=\"").append(colour);
    out.append("\" d=\"").append(path).append("\"/>");
  }

  private void label(double x, double y, String anchor, String words) {
    out.append("<text x=\"").append(coordinate(x)).append("\" y=\"").append(coordinate(y));
    out.append("\" text-anchor=\"").append(anchor).append("\">").append(text(words));
    out.append("</text>");
  }

  private void legend(List<String> words) {
    out.append("<p class=legend>");
    for (int i = 0; i < words.size(); i++) {
      out.append("<span><i class=\"c").append(i).append("\"></i>").append(text(words.get(i)));
      out.append("</span> ");
    }
    out.append("</p>");
  }

  private static String coordinate(double value) {
    return Sheet.number(value, 1);
  }

  private static String text(String words) {
    return words
        .chars()
        .mapToObj(
            c ->
                switch (c) {
                  case '&' -> "&amp;";
                  case '<' -> "&lt;";
                  case '>' -> "&gt;";
                  case '"' -> "&quot;";
                  default -> String.valueOf((char) c);
                })
        .collect(Collectors.joining());
  }

  private static String css() {
    try (InputStream in = Page.class.getResourceAsStream("judge.css")) {
      if (in == null) {
        throw new IllegalStateException("judge.css is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
    } catch (IOException failed) {
      throw new UncheckedIOException("judge.css can't be read", failed);
    }
  }
}
