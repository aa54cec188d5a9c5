package dev.bonafide.report;

import dev.bonafide.engine.Dossier.Rhythm;
import java.util.List;

/** The week: seven rows of 24 hours in the claimed zone, with the claimed hours outlined. */
public record RhythmChart(Rhythm rhythm) {
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final int ENOUGH_DAYS = 5;
  private static final double LEFT = 44;
  private static final double TOP = 70;
  private static final double CELL = 28;
  private static final double ROW = 20;

  public Html section() {
    int days = rhythm.weekdays().stream().mapToInt(Integer::intValue).sum();
    return Html.of(
        """
        <section><h3>Rhythm</h3>
        <p class="sub">Human activity only; what programs do by themselves is left out. {}, hours in {}{}.</p>
        {}
        <p class="alt"><b>In words.</b> {}</p></section>
        """,
        Words.count(days, "day", "days"),
        rhythm.zone(),
        rhythm.claimed() ? ", the claimed zone" : ": no zone was claimed",
        days < ENOUGH_DAYS
            ? Html.of(
                "<p class=\"blindbox\">Not yet able to see it: {} of {} days.</p>",
                days,
                ENOUGH_DAYS)
            : figure(),
        rhythm.words());
  }

  private Html figure() {
    double width = LEFT + 24 * CELL + 8;
    double height = TOP + 7 * ROW + 26;
    StringBuilder rows = new StringBuilder();
    for (int day = 0; day < 7; day++) {
      rows.append(row(day).markup());
    }
    return Html.of(
        """
        <div class="scroll" tabindex="0" role="group" aria-label="Rhythm"><figure>
        <svg width="{}" height="{}" viewBox="0 0 {} {}" role="img" aria-label="Share of the weeks with human activity, by weekday and hour">
        {}{}{}{}</svg></figure></div>
        <p class="legend"><span><svg width="90" height="14" aria-hidden="true"><rect x="0" width="18" height="14" class="h0"/><rect x="18" width="18" height="14" class="h1"/><rect x="36" width="18" height="14" class="h2"/><rect x="54" width="18" height="14" class="h3"/><rect x="72" width="18" height="14" class="h4"/><circle cx="81" cy="7" r="1.5" class="h0"/></svg>under 5, 25, 50, 75 %, more of the weeks</span>{}<span>{}no records</span></p>
        <details class="noprint"><summary>Table</summary><div class="scroll" tabindex="0" role="group" aria-label="Rhythm as a table">{}</div></details>
        """,
        width,
        height,
        width,
        height,
        hours(),
        new Html(rows.toString()),
        shares(),
        claimed(),
        hasHours()
            ? Html.of(
                "<span><svg width=\"22\" height=\"14\" aria-hidden=\"true\"><rect x=\"1\" y=\"1\""
                    + " width=\"20\" height=\"12\" class=\"claim\"/></svg>claimed hours</span>")
            : Html.NOTHING,
        Html.of(
            "<svg width=\"22\" height=\"14\" aria-hidden=\"true\"><rect width=\"22\" height=\"14\""
                + " class=\"gap\"/></svg>"),
        table());
  }

  private int share(int day, int hour) {
    if (day >= rhythm.active().size() || hour >= rhythm.active().get(day).size()) {
      return 0;
    }
    return Math.clamp(rhythm.active().get(day).get(hour), 0, 1000);
  }

  private boolean seen(int day) {
    return day < rhythm.weekdays().size() && rhythm.weekdays().get(day) > 0;
  }

  private Html row(int day) {
    double y = TOP + day * ROW;
    StringBuilder cells =
        new StringBuilder(
            Html.of(
                    "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
                    LEFT - 8,
                    y + 14,
                    DAYS.get(day))
                .markup());
    for (int hour = 0; hour < 24; hour++) {
      double x = LEFT + hour * CELL;
      int share = share(day, hour);
      String step =
          !seen(day)
              ? "gap"
              : "h" + (share < 50 ? 0 : share <= 250 ? 1 : share <= 500 ? 2 : share <= 750 ? 3 : 4);
      cells.append(
          Html.of(
                  "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{}\"/>",
                  x,
                  y,
                  CELL - 1,
                  ROW - 1,
                  step)
              .markup());
      if (step.equals("h4")) {
        cells.append(
            Html.of("<circle cx=\"{}\" cy=\"{}\" r=\"1.5\" class=\"h0\"/>", x + 13.5, y + 9.5)
                .markup());
      }
    }
    return new Html(cells.append('\n').toString());
  }

  private static Html hours() {
    StringBuilder labels = new StringBuilder();
    for (int hour = 0; hour <= 24; hour += 3) {
      labels.append(
          Html.of(
                  "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" class=\"d\">{}</text>",
                  LEFT + hour * CELL,
                  TOP + 7 * ROW + 18,
                  Words.two(hour % 24))
              .markup());
    }
    return new Html(labels.append('\n').toString());
  }

  /** The bars above: the share of all days with activity in that hour. */
  private Html shares() {
    int days = rhythm.weekdays().stream().mapToInt(Integer::intValue).sum();
    StringBuilder bars =
        new StringBuilder(
            Html.of("<text x=\"0\" y=\"12\" class=\"d\">Share of days</text>").markup());
    for (int hour = 0; hour < 24; hour++) {
      long active = 0;
      for (int day = 0; day < 7; day++) {
        active += seen(day) ? (long) share(day, hour) * rhythm.weekdays().get(day) : 0;
      }
      double height = days == 0 ? 0 : active / (1000.0 * days) * 40;
      bars.append(
          Html.of(
                  "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"h3\"/>",
                  LEFT + hour * CELL + 2,
                  60 - height,
                  CELL - 5,
                  height)
              .markup());
    }
    bars.append(
        Html.of(
                "<line x1=\"{}\" x2=\"{}\" y1=\"60\" y2=\"60\" class=\"edge\"/>\n",
                LEFT,
                LEFT + 24 * CELL)
            .markup());
    return new Html(bars.toString());
  }

  private boolean hasHours() {
    return rhythm.fromMinute() >= 0 && rhythm.toMinute() >= 0;
  }

  /**
   * Claimed hours are hollow, on the five usual working days; a band over midnight has two parts.
   */
  private Html claimed() {
    if (!hasHours()) {
      return Html.NOTHING;
    }
    int from = Math.min(rhythm.fromMinute(), 1440);
    int to = Math.min(rhythm.toMinute(), 1440);
    return from <= to ? outline(from, to) : Html.join(outline(from, 1440), outline(0, to));
  }

  private static Html outline(int from, int to) {
    return Html.of(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"claim\"/>\n",
        LEFT + from / 60.0 * CELL,
        TOP - 1,
        (to - from) / 60.0 * CELL,
        5 * ROW + 1);
  }

  private Html table() {
    StringBuilder head = new StringBuilder();
    for (int hour = 0; hour < 24; hour++) {
      head.append(Html.of("<th scope=\"col\" class=\"num\">{}</th>", Words.two(hour)).markup());
    }
    StringBuilder body = new StringBuilder();
    for (int day = 0; day < 7; day++) {
      body.append(Html.of("<tr><th scope=\"row\">{}</th>", DAYS.get(day)).markup());
      for (int hour = 0; hour < 24; hour++) {
        String text = seen(day) ? Words.count((share(day, hour) + 5) / 10) : "\u2013";
        body.append(Html.of("<td class=\"num\">{}</td>", text).markup());
      }
      body.append("</tr>\n");
    }
    return Html.of(
        "<table class=\"small grid\"><caption>Per cent of the weeks with activity</caption><thead><tr><th"
            + " scope=\"col\">Day</th>{}</tr></thead><tbody>\n{}</tbody></table>",
        new Html(head.toString()),
        new Html(body.toString()));
  }
}
