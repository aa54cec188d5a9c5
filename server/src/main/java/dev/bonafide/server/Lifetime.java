package dev.bonafide.server;

import dev.bonafide.engine.Background.Document;
import dev.bonafide.engine.Dossier;
import dev.bonafide.engine.Findings.LedgerLine;
import dev.bonafide.report.Html;
import dev.bonafide.report.People;
import dev.bonafide.report.Words;
import dev.bonafide.store.Judgements.Judgement;
import dev.bonafide.store.People.Whole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One person from application to now, in lanes: what was found, what was claimed, what was used,
 * and what people decided. Solid is recorded, hollow is claimed.
 *
 * @param asOf the close of the last day of the run
 */
record Lifetime(Whole whole, String asOf, Map<String, String> numbers) {
  private static final double LEFT = 120;
  private static final double WIDTH = 900;
  private static final double ROW = 30;
  private static final double TOP = 26;
  private static final long DAY = 86_400_000L;

  /** The lanes, in the order of a working life. */
  private enum Lane {
    HIRING("Hiring"),
    IDENTITY("Identity"),
    DEVICES("Devices"),
    SESSIONS("Sessions"),
    NETWORK("Network"),
    REMOTE("Remote control"),
    WORK("Code and data"),
    CONTACT("Contact"),
    RECORDS("HR records"),
    REVIEW("Review");

    private final String words;

    Lane(String words) {
      this.words = words;
    }

    static Lane of(@Nullable String cause) {
      return switch (cause == null ? "" : cause) {
        case "application", "interview" -> HIRING;
        case "identity", "privilege" -> IDENTITY;
        case "co-location" -> DEVICES;
        case "network", "place-clock" -> NETWORK;
        case "remote-control" -> REMOTE;
        case "data" -> WORK;
        case "social" -> CONTACT;
        default -> SESSIONS;
      };
    }
  }

  /**
   * Something in a lane.
   *
   * @param to equal to {@code from} for what took no time
   * @param solid recorded; else claimed
   * @param misfit whether it does not fit; null when it says nothing of that
   */
  private record Mark(
      Lane lane, long from, long to, boolean solid, @Nullable Boolean misfit, String words) {}

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    for (LedgerLine line : People.evidence(whole.found())) {
      Instant from = Words.parsed(line.from());
      Instant to = Words.parsed(line.to());
      if (to != null) {
        marks.add(
            new Mark(
                Lane.of(line.cause()),
                from == null ? to.toEpochMilli() : from.toEpochMilli(),
                to.toEpochMilli(),
                true,
                line.millinats() > 0,
                numbers.getOrDefault(line.evidence(), "")
                    + " "
                    + Words.title(line.indicator() == null ? "" : line.indicator())));
      }
    }
    Dossier dossier = whole.dossier();
    if (dossier != null) {
      for (Dossier.Bar bar : dossier.bars()) {
        if (!bar.spans().isEmpty() && !bar.kind().equals("session")) {
          long from = bar.spans().getFirst().fromMilli();
          long to = bar.spans().stream().mapToLong(Dossier.Span::toMilli).max().orElse(from);
          marks.add(
              new Mark(
                  bar.kind().equals("vpn") ? Lane.NETWORK : Lane.DEVICES,
                  from,
                  to,
                  true,
                  null,
                  Words.capital(bar.label()) + " in use"));
        }
      }
      marks.add(
          new Mark(
              Lane.SESSIONS,
              dossier.firstDay() * DAY,
              (dossier.lastDay() + 1) * DAY,
              true,
              null,
              "Records of sessions"));
    }
    for (Document document : whole.documents()) {
      Long from = document.fromMilli() != null ? document.fromMilli() : day(document.fromDay(), 0);
      Long to = document.toMilli() != null ? document.toMilli() : day(document.toDay(), 1);
      if (from != null || to != null) {
        long end = end();
        marks.add(
            new Mark(
                Lane.RECORDS,
                from == null ? Math.min(to == null ? end : to, end) - DAY : from,
                to == null ? Math.max(end, from == null ? end : from) : to,
                false,
                null,
                Words.capital(document.sort().name().toLowerCase(Locale.ROOT).replace('_', ' '))));
      }
    }
    for (Judgement judgement : whole.judgements()) {
      marks.add(
          new Mark(
              Lane.REVIEW,
              judgement.at().toEpochMilli(),
              judgement.at().toEpochMilli(),
              true,
              null,
              Words.capital(judgement.kind().words())));
    }
    marks.sort(Comparator.comparing(Mark::lane).thenComparingLong(Mark::from));
    return marks;
  }

  private static @Nullable Long day(@Nullable Long day, int more) {
    return day == null ? null : (day + more) * DAY;
  }

  private long end() {
    Instant end = Words.parsed(asOf);
    return end == null ? 0 : end.toEpochMilli();
  }

  Html section() {
    List<Mark> marks = marks();
    if (marks.isEmpty()) {
      return Html.of(
          "<section id=\"lanes\"><h3>Timeline</h3><p class=\"blindbox\">Nothing with a date was found of this"
              + " person.</p></section>");
    }
    // What was claimed may begin years before the records: the picture begins a little before them.
    long recorded =
        marks.stream().filter(Mark::solid).mapToLong(Mark::from).min().orElse(end() - 30 * DAY);
    long last =
        Math.max(end(), marks.stream().filter(Mark::solid).mapToLong(Mark::to).max().orElse(0));
    long first = recorded - Math.max(DAY, (last - recorded) / 12);
    return Html.of(
        """
        <section id="lanes"><h3>Timeline</h3><p class="sub">Solid: in the records. Hollow: written down in HR\u2019s records. A diamond does not fit, a ring with a tick fits.</p>
        {}<details class="noprint"><summary>Table</summary><div class="scroll" tabindex="0" role="group" aria-label="Timeline as a table"><table><thead><tr><th scope="col">Lane</th><th scope="col">What</th><th scope="col">When</th></tr></thead><tbody>{}</tbody></table></div></details>
        <p class="alt"><b>In words.</b> {}</p></section>
        """,
        figure(marks, first, last),
        Html.each(
            marks,
            m ->
                Html.of(
                    "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"small\">{}</td></tr>",
                    m.lane().words,
                    m.words(),
                    Words.span(
                        Instant.ofEpochMilli(m.from()).toString(),
                        Instant.ofEpochMilli(m.to()).toString()))),
        inWords(marks));
  }

  private Html figure(List<Mark> marks, long first, long last) {
    Map<Lane, List<Mark>> lanes = new EnumMap<>(Lane.class);
    marks.forEach(m -> lanes.computeIfAbsent(m.lane(), l -> new ArrayList<>()).add(m));
    double height = TOP + Lane.values().length * ROW + 4;
    double unit = WIDTH / Math.max(1, last - first);
    List<Html> parts = new ArrayList<>();
    long days = Math.max(1, (last - first) / DAY);
    long step = days <= 14 ? 2 : days <= 70 ? 7 : days <= 400 ? 30 : 120;
    for (long day = Math.floorDiv(first, DAY) + 1; day * DAY <= last; day += step) {
      double x = LEFT + (day * DAY - first) * unit;
      parts.add(
          Html.of(
              "<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" class=\"hair\"/><text x=\"{}\" y=\"14\" class=\"d\">{}</text>",
              x,
              x,
              TOP - 6,
              height,
              x + 3,
              Words.weekday(day).substring(4)));
    }
    double y = TOP - ROW / 2;
    for (Lane lane : Lane.values()) {
      y += ROW;
      List<Mark> here = lanes.getOrDefault(lane, List.of());
      parts.add(
          Html.of(
              "<text x=\"0\" y=\"{}\"{}>{}</text><line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" class=\"hair\"/>",
              y + 4,
              here.isEmpty() ? Html.of(" class=\"d\"") : Html.NOTHING,
              lane.words,
              LEFT,
              LEFT + WIDTH,
              y,
              y));
      double stacked = Double.NEGATIVE_INFINITY;
      for (Mark mark : here) {
        double from = LEFT + (Math.clamp(mark.from(), first, last) - first) * unit;
        double to = LEFT + (Math.clamp(mark.to(), first, last) - first) * unit;
        // Findings are never thinned: those that would lie on each other stand above each other.
        double lift = mark.misfit() != null && to - stacked < 12 ? -6 : 0;
        if (mark.misfit() != null) {
          stacked = to;
        }
        parts.add(mark(mark, from, to, y + lift));
      }
    }
    return Html.of(
        """
        <div class="scroll" tabindex="0" role="group" aria-label="Timeline"><figure><svg width="{}" height="{}" viewBox="0 0 {} {}" role="img" aria-label="Timeline in ten lanes; the same as a table below">
        {}</svg></figure></div>
        """,
        LEFT + WIDTH + 12,
        height,
        LEFT + WIDTH + 12,
        height,
        Html.join(parts.toArray(Html[]::new)));
  }

  private static Html mark(Mark mark, double from, double to, double y) {
    Boolean misfit = mark.misfit();
    if (misfit == null) {
      return to - from < 2
          ? Html.of("<circle cx=\"{}\" cy=\"{}\" r=\"4\" class=\"ink\"/>", from, y)
          : mark.solid()
              ? Html.of(
                  "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"6\" class=\"h2\"/>",
                  from,
                  y - 3,
                  to - from)
              : Html.of(
                  "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"10\" class=\"claim soft\"/>",
                  from,
                  y - 5,
                  to - from);
    }
    Html span =
        to - from < 2
            ? Html.NOTHING
            : Html.of(
                "<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" class=\"{}\"/>",
                from,
                to,
                y,
                y,
                misfit ? "lmis" : "lfit");
    return Html.join(
        span,
        misfit
            ? Html.of(
                "<path d=\"M{} {}l6 6l-6 6l-6 -6z\" class=\"bmis\"><title>{}</title></path>",
                to,
                y - 6,
                mark.words())
            : Html.of(
                "<g class=\"fits\"><title>{}</title><circle cx=\"{}\" cy=\"{}\" r=\"6\"/><path d=\"M{} {}l2 3l4 -5\"/></g>",
                mark.words(),
                to,
                y,
                to - 3,
                y));
  }

  private static String inWords(List<Mark> marks) {
    long misfits = marks.stream().filter(m -> Boolean.TRUE.equals(m.misfit())).count();
    long fits = marks.stream().filter(m -> Boolean.FALSE.equals(m.misfit())).count();
    List<String> lanes =
        marks.stream()
            .filter(m -> Boolean.TRUE.equals(m.misfit()))
            .map(m -> m.lane().words.toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    return Words.count(misfits, "finding does", "findings do")
        + " not fit"
        + (lanes.isEmpty() ? "" : " (" + Words.list(lanes) + ")")
        + ", "
        + Words.count(fits, "finding fits", "findings fit")
        + ".";
  }

  // --- lines and devices -----------------------------------------------------------------------

  /** Which networks and devices were used how long: the table beside the sessions. */
  static Html used(@Nullable Dossier dossier) {
    if (dossier == null || dossier.bars().isEmpty()) {
      return Html.NOTHING;
    }
    Map<String, long[]> egresses = new TreeMap<>();
    for (Dossier.Bar bar : dossier.bars()) {
      if (bar.kind().equals("device")) {
        for (Dossier.Span span : bar.spans()) {
          long[] sum =
              egresses.computeIfAbsent(
                  span.egress() == null ? "no address" : span.egress(),
                  e -> new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE});
          sum[0] += span.toMilli() - span.fromMilli();
          sum[1] = Math.min(sum[1], span.fromMilli());
          sum[2] = Math.max(sum[2], span.toMilli());
        }
      }
    }
    return Html.of(
        """
        <section id="used"><h3>Networks and devices</h3><p class="sub">Hours of activity through each kind of network, and on each device that is drawn above.</p>
        <div class="two"><div class="scroll" tabindex="0" role="group" aria-label="Networks"><table><thead><tr><th scope="col">Network</th><th scope="col" class="num">Active</th><th scope="col">First and last</th></tr></thead><tbody>{}</tbody></table></div>
        <div class="scroll" tabindex="0" role="group" aria-label="Devices"><table><thead><tr><th scope="col">Device or session</th><th scope="col" class="num">In use</th><th scope="col">First and last</th></tr></thead><tbody>{}</tbody></table></div></div>
        <details class="noprint"><summary>Each use</summary><div class="scroll" tabindex="0" role="group" aria-label="Sessions as a table"><table><thead><tr><th scope="col">Device or session</th><th scope="col">Network</th><th scope="col">From and to</th><th scope="col" class="num">In use</th></tr></thead><tbody>
        {}</tbody></table></div></details></section>
        """,
        egresses.isEmpty()
            ? Html.of("<tr><td colspan=\"3\">No activity on a known device.</td></tr>")
            : Html.each(
                egresses.entrySet(),
                e -> row(network(e.getKey()), e.getValue()[0], e.getValue()[1], e.getValue()[2])),
        Html.each(
            dossier.bars(),
            bar ->
                row(
                    Words.capital(bar.label()) + (bar.open() ? ", no end seen" : ""),
                    bar.spans().stream().mapToLong(s -> s.toMilli() - s.fromMilli()).sum(),
                    bar.spans().stream().mapToLong(Dossier.Span::fromMilli).min().orElse(0),
                    bar.spans().stream().mapToLong(Dossier.Span::toMilli).max().orElse(0))),
        Html.each(dossier.bars(), Lifetime::uses));
  }

  /** What the bars draw, each with its times. */
  private static Html uses(Dossier.Bar bar) {
    return Html.each(
        bar.spans(),
        span ->
            Html.of(
                "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"small\">{}</td><td class=\"num\">{}</td></tr>\n",
                Words.capital(bar.label()),
                span.egress() == null ? "" : network(span.egress()),
                Words.span(
                    Instant.ofEpochMilli(span.fromMilli()).toString(),
                    Instant.ofEpochMilli(span.toMilli()).toString()),
                Words.hours(span.toMilli() - span.fromMilli())));
  }

  private static Html row(String what, long millis, long from, long to) {
    return Html.of(
        "<tr><th scope=\"row\">{}</th><td class=\"num\">{}</td><td class=\"small\">{}</td></tr>\n",
        what,
        Words.hours(millis),
        Words.span(Instant.ofEpochMilli(from).toString(), Instant.ofEpochMilli(to).toString()));
  }

  private static String network(String slug) {
    return switch (slug) {
      case "home" -> "Home line (H)";
      case "office" -> "Office (O)";
      case "corp" -> "Company VPN (C)";
      case "vpn" -> "Commercial VPN (V)";
      case "host" -> "Data centre (D)";
      case "mobile" -> "Mobile (M)";
      case "unknown" -> "Unknown (?)";
      default -> Words.capital(slug);
    };
  }
}
