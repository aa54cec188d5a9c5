package dev.bonafide.report;

import dev.bonafide.engine.Dossier;
import dev.bonafide.engine.Dossier.Bar;
import dev.bonafide.engine.Dossier.Rhythm;
import dev.bonafide.engine.Dossier.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Devices and sessions along the days: the whole range, and where that is long also the week of the
 * heaviest evidence.
 *
 * @param focusMilli an instant inside the week to draw
 * @param focus the number of the evidence that the week is drawn for; null when there is none
 */
public record SessionChart(Dossier dossier, long focusMilli, @Nullable String focus) {
  private static final long DAY = 86_400_000L;
  private static final int LANES = 8;
  private static final int SHORT_DAYS = 10;

  /** Fewer days infer no hours. */
  private static final int ENOUGH_DAYS = 5;

  private static final double LEFT = 96;
  private static final double WIDTH = 940;
  private static final double TOP = 24;
  private static final double ROW = 28;

  /** Letters and classes of egresses, in the order of the legend. */
  private static final Map<String, String> EGRESS = egress();

  private static Map<String, String> egress() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("home", "home line");
    words.put("office", "office");
    words.put("corp", "company VPN");
    words.put("vpn", "commercial VPN");
    words.put("host", "data centre");
    words.put("mobile", "mobile");
    words.put("unknown", "unknown");
    return words;
  }

  public Html section() {
    if (dossier.bars().isEmpty()) {
      return Html.NOTHING;
    }
    long first = dossier.firstDay();
    long last = dossier.lastDay();
    List<Html> figures = new ArrayList<>();
    figures.add(figure(first, last, "All " + Words.count(last - first + 1, "day", "days")));
    if (last - first >= SHORT_DAYS) {
      long day = Math.clamp(Math.floorDiv(focusMilli, DAY) - 3, first, last - 6);
      figures.add(
          figure(day, day + 6, "The week" + (focus == null ? " at the end" : " of " + focus)));
    }
    return Html.of(
        """
        <section><h3>Sessions, {} to {}</h3>
        <p class="sub">UTC. Thin: signed in. Thick: activity. Devices and sessions are numbered in the order of first use.{}</p>
        {}{}
        <p class="alt"><b>In words.</b> {}</p></section>
        """,
        Words.day(first),
        Words.day(last),
        left(),
        Html.each(figures, f -> f),
        legend(),
        inWords());
  }

  private String left() {
    return dossier.bars().size() > LANES
        ? " Of "
            + Words.count(dossier.bars().size())
            + " at most "
            + LANES
            + " are drawn, devices first."
        : "";
  }

  /**
   * What was in use in this window, in the order given: devices first, then what was used longest.
   */
  private List<Bar> lanes(long from, long to) {
    Set<Integer> drawn =
        IntStream.range(0, dossier.bars().size())
            .boxed()
            .filter(i -> dossier.bars().get(i).spans().stream().anyMatch(s -> meets(s, from, to)))
            .sorted(
                Comparator.comparing((Integer i) -> !dossier.bars().get(i).kind().equals("device"))
                    .thenComparing(i -> -time(dossier.bars().get(i), from, to)))
            .limit(LANES)
            .collect(Collectors.toCollection(TreeSet::new));
    return drawn.stream().map(dossier.bars()::get).toList();
  }

  private static boolean meets(Span span, long from, long to) {
    return span.toMilli() >= from && span.fromMilli() < to;
  }

  private static long time(Bar bar, long from, long to) {
    return bar.spans().stream()
        .filter(s -> meets(s, from, to))
        .mapToLong(s -> Math.min(s.toMilli(), to) - Math.max(s.fromMilli(), from))
        .sum();
  }

  private Html figure(long firstDay, long lastDay, String title) {
    List<Bar> lanes = lanes(firstDay * DAY, (lastDay + 1) * DAY);
    if (lanes.isEmpty()) {
      return Html.of(
          "<p class=\"blindbox\">{}: no use of any device or session was recorded.</p>", title);
    }
    double height = TOP + lanes.size() * ROW + 6;
    double perDay = WIDTH / (lastDay - firstDay + 1);
    StringBuilder marks = new StringBuilder();
    for (long day = firstDay; day <= lastDay; day++) {
      double x = LEFT + (day - firstDay) * perDay;
      marks.append(
          Html.of(
                  "<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" class=\"hair\"/>",
                  x,
                  x,
                  TOP - 4,
                  height)
              .markup());
      if (perDay >= 90 || (day - firstDay) % 5 == 0) {
        marks.append(
            Html.of("<text x=\"{}\" y=\"14\" class=\"d\">{}</text>", x + 3, Words.weekday(day))
                .markup());
      }
    }
    if (perDay >= 90) {
      marks.append(inferredHours(firstDay, lastDay, perDay, height).markup());
      marks.append(claimedHours(firstDay, lastDay, perDay, height).markup());
    }
    for (int lane = 0; lane < lanes.size(); lane++) {
      marks.append(
          lane(lanes.get(lane), TOP + lane * ROW + ROW / 2, firstDay, lastDay, perDay).markup());
    }
    return Html.of(
        """
        <div class="scroll" tabindex="0" role="group" aria-label="Sessions: {}"><figure><figcaption>{}</figcaption>
        <svg width="{}" height="{}" viewBox="0 0 {} {}" role="img" aria-label="{}: when each device and session was in use">
        {}</svg></figure></div>
        """,
        title,
        title,
        LEFT + WIDTH + 12,
        height,
        LEFT + WIDTH + 12,
        height,
        title,
        new Html(marks.toString()));
  }

  private static Html lane(Bar bar, double y, long firstDay, long lastDay, double perDay) {
    StringBuilder out = new StringBuilder();
    out.append(Html.of("<text x=\"0\" y=\"{}\">{}</text>", y + 4, bar.label()).markup());
    long from = firstDay * DAY;
    long to = (lastDay + 1) * DAY;
    boolean thick = !bar.kind().equals("session");
    for (Span span : bar.spans()) {
      if (!meets(span, from, to)) {
        continue;
      }
      double x = LEFT + (Math.max(span.fromMilli(), from) - from) / (double) DAY * perDay;
      double end = LEFT + (Math.min(span.toMilli(), to) - from) / (double) DAY * perDay;
      double width = Math.max(end - x, 1.5);
      String egress =
          span.egress() != null && EGRESS.containsKey(span.egress()) ? span.egress() : "";
      out.append(
          Html.of(
                  "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"span {}\"/>",
                  x,
                  y - (thick ? 7 : 1.5),
                  width,
                  thick ? 14.0 : 3.0,
                  egress.isEmpty() ? "plain" : egress)
              .markup());
      if (thick && width >= 16 && !egress.isEmpty()) {
        out.append(
            Html.of(
                    "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" class=\"on\">{}</text>",
                    x + width / 2,
                    y + 4,
                    letter(egress))
                .markup());
      }
      if (!thick && span.toMilli() <= to) {
        out.append(end(bar.open() && span.equals(bar.spans().getLast()), x + width, y).markup());
      }
    }
    return new Html(out.append('\n').toString());
  }

  /** A cap where it ended, an arrow where no end was seen. */
  private static Html end(boolean open, double x, double y) {
    return open
        ? Html.of("<path d=\"M{} {}l8 5l-8 5z\" class=\"arrow\"/>", x, y - 5)
        : Html.of(
            "<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" class=\"cap\"/>", x, x, y - 5, y + 5);
  }

  /**
   * Outlines of the claimed hours on the five usual working days, by the zone's rules of that day.
   */
  private Html claimedHours(long firstDay, long lastDay, double perDay, double height) {
    Rhythm rhythm = dossier.rhythm();
    ZoneId zone = zone(rhythm);
    if (zone == null || rhythm.fromMinute() < 0 || rhythm.toMinute() < 0) {
      return Html.NOTHING;
    }
    StringBuilder out = new StringBuilder();
    int length = Math.floorMod(rhythm.toMinute() - rhythm.fromMinute(), 1440);
    for (long day = firstDay - 1; day <= lastDay; day++) {
      LocalDate date = LocalDate.ofEpochDay(day);
      if (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
        continue;
      }
      long start =
          date.atStartOfDay()
              .plusMinutes(rhythm.fromMinute())
              .atZone(zone)
              .toInstant()
              .toEpochMilli();
      out.append(
          band(start - firstDay * DAY, length * 60_000L, perDay, height, "claim soft").markup());
    }
    return new Html(out.toString());
  }

  /** Tinted columns of the hours that hold nine tenths of the activity, every day alike. */
  private Html inferredHours(long firstDay, long lastDay, double perDay, double height) {
    ZoneId zone = zone(dossier.rhythm());
    int[] hours = busiest();
    if (hours.length == 0) {
      return Html.NOTHING;
    }
    StringBuilder out = new StringBuilder();
    for (long day = firstDay - 1; day <= lastDay; day++) {
      long start =
          LocalDate.ofEpochDay(day)
              .atTime(hours[0], 0)
              .atZone(zone == null ? ZoneOffset.UTC : zone)
              .toInstant()
              .toEpochMilli();
      out.append(
          band(start - firstDay * DAY, hours[1] * 3_600_000L, perDay, height, "inferband")
              .markup());
    }
    return new Html(out.toString());
  }

  /** One stretch of a day as a column; nothing where it lies outside the chart. */
  private static Html band(
      long start, long length, double perDay, double height, String markupClass) {
    double from = Math.max(0, start / (double) DAY * perDay);
    double to = Math.min(WIDTH, (start + length) / (double) DAY * perDay);
    return to <= from
        ? Html.NOTHING
        : Html.of(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{}\"/>",
            LEFT + from,
            TOP - 2,
            to - from,
            height - TOP - 2,
            markupClass);
  }

  /**
   * The shortest stretch of hours, around midnight too, that holds nine tenths of the activity: its
   * first hour and its length; empty where there is too little to say, or no stretch under 18
   * hours.
   */
  private int[] busiest() {
    int[] byHour = new int[24];
    int all = 0;
    for (List<Integer> weekday : dossier.rhythm().active()) {
      for (int hour = 0; hour < Math.min(24, weekday.size()); hour++) {
        byHour[hour] += weekday.get(hour);
        all += weekday.get(hour);
      }
    }
    int days = dossier.rhythm().weekdays().stream().mapToInt(Integer::intValue).sum();
    for (int length = 1; all > 0 && days >= ENOUGH_DAYS && length < 18; length++) {
      for (int from = 0; from < 24; from++) {
        int sum = 0;
        for (int hour = from; hour < from + length; hour++) {
          sum += byHour[hour % 24];
        }
        if (sum * 10 >= all * 9) {
          return new int[] {from, length};
        }
      }
    }
    return new int[0];
  }

  private static @Nullable ZoneId zone(Rhythm rhythm) {
    try {
      return rhythm.claimed() ? ZoneId.of(rhythm.zone()) : null;
    } catch (DateTimeException unknownZone) {
      return null;
    }
  }

  private static String letter(String egress) {
    return switch (egress) {
      case "host" -> "D";
      case "unknown" -> "?";
      default -> Words.capital(egress).substring(0, 1);
    };
  }

  private Html legend() {
    List<String> used =
        EGRESS.keySet().stream()
            .filter(
                e ->
                    dossier.bars().stream()
                        .flatMap(b -> b.spans().stream())
                        .anyMatch(s -> e.equals(s.egress())))
            .toList();
    return Html.of(
        """
        <p class="legend">{}{}<span><svg width="26" height="14" aria-hidden="true"><rect y="5.5" width="18" height="3" class="span plain"/><path d="M18 2l8 5l-8 5z" class="arrow"/></svg>no sign-out seen</span>\
        <span><svg width="22" height="14" aria-hidden="true"><rect y="5.5" width="20" height="3" class="span plain"/><line x1="20" x2="20" y1="2" y2="12" class="cap"/></svg>signed out, or last use</span></p>
        """,
        Html.each(
            used,
            e ->
                Html.of(
                    "<span><svg width=\"22\" height=\"14\" aria-hidden=\"true\"><rect width=\"22\""
                        + " height=\"14\" class=\"span {}\"/><text x=\"11\" y=\"11\""
                        + " text-anchor=\"middle\" class=\"on\">{}</text></svg>{}</span>",
                    e,
                    letter(e),
                    EGRESS.getOrDefault(e, e))),
        dossier.lastDay() - dossier.firstDay() < SHORT_DAYS || busiest().length == 0
            ? Html.NOTHING
            : Html.of(
                "<span><svg width=\"22\" height=\"14\" aria-hidden=\"true\"><rect x=\"1\" y=\"1\""
                    + " width=\"20\" height=\"12\" class=\"inferband\"/></svg>inferred hours: nine tenths"
                    + " of the activity</span>"));
  }

  private long bars(String kind) {
    return dossier.bars().stream().filter(bar -> bar.kind().equals(kind)).count();
  }

  private String inWords() {
    Bar longest = null;
    long most = 0;
    for (Bar bar : dossier.bars()) {
      for (Span span : bar.spans()) {
        if (span.toMilli() - span.fromMilli() > most) {
          most = span.toMilli() - span.fromMilli();
          longest = bar;
        }
      }
    }
    List<String> kinds = new ArrayList<>();
    kinds.add(Words.count(bars("device"), "device", "devices"));
    kinds.add(Words.count(bars("session"), "session", "sessions"));
    kinds.add(Words.count(bars("vpn"), "VPN", "VPNs"));
    StringBuilder words = new StringBuilder(Words.list(kinds)).append(" were in use. ");
    if (longest == null || most < 5 * 60_000) {
      words.append("No stretch lasted five minutes: single acts, far apart. ");
    } else {
      words
          .append("The longest unbroken stretch is ")
          .append(Words.hours(most))
          .append(" on ")
          .append(longest.label())
          .append(". ");
    }
    List<String> open = dossier.bars().stream().filter(Bar::open).map(Bar::label).toList();
    if (open.isEmpty()) {
      words.append("No session was left open.");
    } else {
      words
          .append("No end was seen of ")
          .append(open.size() > 3 ? Words.count(open.size()) + " of them" : Words.list(open))
          .append("; a machine that stays signed in counts for nothing by itself.");
    }
    return words.toString();
  }
}
