package dev.bonafide.server;

import dev.bonafide.engine.Dossier.Rhythm;
import dev.bonafide.report.Html;
import dev.bonafide.report.RhythmChart;
import dev.bonafide.report.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The week on another clock: the same activity, some hours later or earlier, and how well each such
 * clock fits usual working hours. A form, so that it works without script.
 *
 * @param by hours that the clock is moved, -12 to 14
 */
record MovedClock(Rhythm rhythm, int by) {
  static final int LEAST = -12;
  static final int MOST = 14;

  /** Nine hours from eight: used where nobody declared hours. */
  private static final int FROM = 8 * 60;

  private static final int TO = 17 * 60;
  private static final int WEEK = 7 * 24;

  /** What an address asks for; nothing that makes no sense. */
  static int of(String text) {
    try {
      return Math.clamp(Integer.parseInt(text.strip().replace("+", "")), LEAST, MOST);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  /** The week as the moved clock shows it. */
  Rhythm moved() {
    if (by == 0) {
      return rhythm;
    }
    List<List<Integer>> active = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      List<Integer> row = new ArrayList<>();
      for (int hour = 0; hour < 24; hour++) {
        row.add(share(Math.floorMod(day * 24 + hour - by, WEEK)));
      }
      active.add(row);
    }
    return new Rhythm(
        signed(by) + " h from " + rhythm.zone(),
        rhythm.claimed(),
        rhythm.fromMinute(),
        rhythm.toMinute(),
        active,
        rhythm.weekdays(),
        rhythm.words());
  }

  private int share(int hourOfWeek) {
    int day = hourOfWeek / 24;
    int hour = hourOfWeek % 24;
    return day < rhythm.active().size() && hour < rhythm.active().get(day).size()
        ? rhythm.active().get(day).get(hour)
        : 0;
  }

  private static String signed(int hours) {
    return hours < 0 ? "\u2212" + -hours : hours > 0 ? "+" + hours : "0";
  }

  /** Share of the activity in the claimed hours of the five usual days, in per cent. */
  int fit(int hours) {
    boolean declared = rhythm.fromMinute() >= 0 && rhythm.toMinute() >= 0;
    int from = declared ? rhythm.fromMinute() : FROM;
    int length = Math.floorMod((declared ? rhythm.toMinute() : TO) - from, 1440);
    long inside = 0;
    long all = 0;
    for (int at = 0; at < WEEK; at++) {
      int share = share(Math.floorMod(at - hours, WEEK));
      all += share;
      int minute = at % 24 * 60;
      boolean works =
          Math.floorMod(minute - from, 1440) < length
              && (minute >= from ? at / 24 : Math.floorMod(at / 24 - 1, 7)) < 5;
      inside += works ? share : 0;
    }
    return all == 0 ? 0 : (int) Math.round(100.0 * inside / all);
  }

  private int best() {
    int best = 0;
    for (int hours = LEAST; hours <= MOST; hours++) {
      if (fit(hours) > fit(best)) {
        best = hours;
      }
    }
    return best;
  }

  Html section(String address) {
    int best = best();
    return Html.of(
        """
        {}<form action="{}#rhythm" class="row noprint" aria-label="Move the clock"><label for="clock">Move the clock by hours</label><input id="clock" name="clock" type="range" min="{}" max="{}" value="{}"><output for="clock">{}</output><button>Show</button>{}</form>
        <div class="scroll" tabindex="0" role="group" aria-label="Fit of the clock"><figure><svg width="{}" height="64" role="img" aria-label="How much activity lies in {} hours on each clock; the same as a table below">{}</svg></figure></div>
        <p class="alt"><b>In words.</b> With the clock of {}, {} % of the activity lies in {}; {} A clock is no place: who works at night has one too.</p>
        <details class="noprint"><summary>Table</summary><div class="scroll" tabindex="0" role="group" aria-label="Fit of each clock"><table class="narrow"><thead><tr><th scope="col">Moved by</th><th scope="col" class="num">Inside, %</th></tr></thead><tbody>{}</tbody></table></div></details>
        """,
        new RhythmChart(moved()).section(),
        address,
        LEAST,
        MOST,
        by,
        signed(by) + " h",
        by == 0
            ? Html.NOTHING
            : Html.of(" <a href=\"{}#rhythm\">Back to {}</a>", address, rhythm.zone()),
        (MOST - LEAST + 1) * 26.0 + 10,
        words(),
        curve(best),
        rhythm.zone(),
        fit(0),
        words() + " hours",
        best == 0
            ? "no other clock has more."
            : "moved by " + signed(best) + " h it would be " + fit(best) + " %, the most.",
        table());
  }

  private String words() {
    return rhythm.fromMinute() >= 0 && rhythm.toMinute() >= 0
        ? "the declared"
        : "usual (" + Words.clock(FROM) + " to " + Words.clock(TO) + ")";
  }

  private Html curve(int best) {
    List<Html> parts = new ArrayList<>();
    for (int hours = LEAST; hours <= MOST; hours++) {
      double x = (hours - LEAST) * 26.0 + 4;
      double height = fit(hours) * 0.4;
      parts.add(
          Html.of(
              "<rect x=\"{}\" y=\"{}\" width=\"20\" height=\"{}\" class=\"{}\"/>{}<text x=\"{}\" y=\"60\" text-anchor=\"middle\" class=\"d\">{}</text>",
              x,
              44 - height,
              Math.max(0.5, height),
              hours == by ? "h4" : "h2",
              hours == best
                  ? Html.of(
                      "<rect x=\"{}\" y=\"2\" width=\"24\" height=\"44\" class=\"inferred\"/>",
                      x - 2)
                  : Html.NOTHING,
              x + 10,
              signed(hours)));
    }
    return Html.join(parts.toArray(Html[]::new));
  }

  private Html table() {
    List<Html> rows = new ArrayList<>();
    for (int hours = LEAST; hours <= MOST; hours++) {
      rows.add(
          Html.of(
              "<tr><th scope=\"row\">{} h</th><td class=\"num\">{}</td></tr>",
              signed(hours),
              fit(hours)));
    }
    return Html.join(rows.toArray(Html[]::new));
  }
}
