package dev.bonafide.server;

import dev.bonafide.engine.Links;
import dev.bonafide.engine.Links.Line;
import dev.bonafide.engine.Links.Pair;
import dev.bonafide.report.Html;
import dev.bonafide.report.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a question about ties: people on the left and on the right, what they share in a
 * column between, the heaviest in the middle. A line is as thick as its bits; dashed when it is
 * weak, dotted when it counts for nothing.
 *
 * @param left whom the question is about
 * @param right who else
 */
record LinkGraph(List<Links.Person> left, List<Links.Person> right, List<Pair> pairs) {
  /** No more things are drawn; the table beside the picture has all of them. */
  static final int MOST_THINGS = 12;

  /** No more people on a side. */
  static final int MOST_PEOPLE = 12;

  private static final double WIDTH = 960;
  private static final double ROW = 46;
  private static final double TOP = 30;
  private static final int WEAK = 3_000;

  /** Something that people share, with what it weighs for each of them, in millibits. */
  private record Shared(String topic, int holders, Map<String, Integer> weighs) {
    int most() {
      return weighs.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
  }

  /** What a line weighs for a tie. */
  static int bits(Line line) {
    return Math.max(line.operator(), line.ring());
  }

  /** Bits with one decimal; a minus where they speak against. */
  static String bits(int millibits) {
    String tenths = Words.tenths(Math.round(millibits / 100.0));
    return tenths.startsWith("+") ? tenths.substring(1) : tenths;
  }

  private List<Shared> things() {
    Map<String, Shared> things = new TreeMap<>();
    for (Pair pair : pairs) {
      for (Line line : pair.lines()) {
        if (bits(line) < 0 || (line.thing() == null && bits(line) == 0)) {
          continue;
        }
        String key =
            line.topic() + " " + (line.thing() == null ? pair.left() + pair.right() : line.thing());
        Shared shared =
            things.computeIfAbsent(
                key, k -> new Shared(line.topic(), line.holders(), new HashMap<>()));
        shared.weighs.merge(pair.left(), bits(line), Math::max);
        shared.weighs.merge(pair.right(), bits(line), Math::max);
      }
    }
    return things.values().stream()
        .sorted(Comparator.comparingInt((Shared s) -> -s.most()).thenComparing(Shared::topic))
        .limit(MOST_THINGS)
        .toList();
  }

  /** The heaviest in the middle, the others around it in turn. */
  private static List<Shared> heaviestInside(List<Shared> things) {
    Deque<Shared> order = new ArrayDeque<>();
    for (int i = 0; i < things.size(); i++) {
      if (i % 2 == 0) {
        order.addLast(things.get(i));
      } else {
        order.addFirst(things.get(i));
      }
    }
    return List.copyOf(order);
  }

  Html figure() {
    List<Shared> things = heaviestInside(things());
    if (things.isEmpty()) {
      return Html.of("<p class=\"blindbox\">They share nothing that the records hold.</p>");
    }
    List<Links.Person> one = left.subList(0, Math.min(left.size(), MOST_PEOPLE));
    List<Links.Person> two = right.subList(0, Math.min(right.size(), MOST_PEOPLE));
    int rows = Math.max(things.size(), Math.max(one.size(), two.size()));
    double height = TOP + rows * ROW + 10;
    Map<String, double[]> at = new HashMap<>();
    place(one, 190, height, at);
    place(two, WIDTH - 190, height, at);
    List<Html> edges = new ArrayList<>();
    List<Html> nodes = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      Shared thing = things.get(i);
      double y = y(i, things.size(), height);
      thing
          .weighs
          .entrySet()
          .forEach(
              e -> {
                double[] person = at.get(e.getKey());
                if (person != null) {
                  edges.add(edge(person, y, e.getValue()));
                }
              });
      nodes.add(thing(thing, y));
    }
    one.forEach(p -> nodes.add(person(p, at.get(p.id()), true)));
    two.forEach(p -> nodes.add(person(p, at.get(p.id()), false)));
    return Html.of(
        """
        <div class="scroll" tabindex="0" role="group" aria-label="Ties"><figure><svg width="{}" height="{}" viewBox="0 0 {} {}" role="img" aria-label="{}">
        {}{}</svg></figure></div>
        <p class="legend"><span><svg width="26" height="14" aria-hidden="true"><line x1="0" x2="26" y1="7" y2="7" stroke-width="5" class="tie"/></svg>as thick as its bits</span><span><svg width="26" height="14" aria-hidden="true"><line x1="0" x2="26" y1="7" y2="7" stroke-width="2" class="tie weak"/></svg>under 3 bits</span><span><svg width="26" height="14" aria-hidden="true"><line x1="0" x2="26" y1="7" y2="7" stroke-width="2" class="tie none"/></svg>counts 0: too many have it, or one household</span></p>
        """,
        WIDTH,
        height,
        WIDTH,
        height,
        words(things.size()),
        new Html(markup(edges)),
        new Html(markup(nodes)));
  }

  private String words(int things) {
    return Words.count(left.size(), "person", "people")
        + " asked about, "
        + Words.count(right.size(), "other", "others")
        + ", and "
        + Words.count(things, "thing", "things")
        + " that they share; the same as a table below";
  }

  private static String markup(List<Html> parts) {
    StringBuilder all = new StringBuilder();
    parts.forEach(p -> all.append(p.markup()).append('\n'));
    return all.toString();
  }

  private static void place(
      List<Links.Person> people, double x, double height, Map<String, double[]> at) {
    for (int i = 0; i < people.size(); i++) {
      at.put(people.get(i).id(), new double[] {x, y(i, people.size(), height)});
    }
  }

  private static double y(int index, int of, double height) {
    return TOP + (height - TOP - 10) * (index + 0.5) / of;
  }

  private static Html edge(double[] person, double y, int millibits) {
    double middle = WIDTH / 2;
    double x = person[0] < middle ? middle - 10 : middle + 10;
    double bend = (person[0] + x) / 2;
    return Html.of(
        "<path d=\"M{} {}C{} {} {} {} {} {}\" stroke-width=\"{}\" class=\"tie{}\"/>",
        person[0],
        person[1],
        bend,
        person[1],
        bend,
        y,
        x,
        y,
        Math.max(1.2, Math.min(14, millibits / 1000.0 * 0.8)),
        millibits == 0 ? " none" : millibits < WEAK ? " weak" : "");
  }

  private static Html thing(Shared thing, double y) {
    double x = WIDTH / 2;
    return Html.of(
        "<g>{}<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" class=\"halo\">{}</text></g>",
        shape(thing.topic, x, y, thing.most() == 0 ? "muted" : "kind"),
        x,
        y + 22,
        Words.capital(thing.topic)
            + (thing.most() == 0
                ? ", " + thing.holders + " have it: 0"
                : ", " + bits(thing.most()) + " bits"));
  }

  /** A shape for each sort of thing: monitor, hexagon, house, triangle, sheet, square. */
  private static Html shape(String topic, double x, double y, String css) {
    String sort = topic.toLowerCase(Locale.ROOT);
    String path =
        sort.contains("device") || sort.contains("peripheral") || sort.contains("computer")
            ? "M" + (x - 10) + " " + (y - 8) + "h20v13h-20zM" + (x - 4) + " " + (y + 5) + "h8v3h-8z"
            : sort.contains("line") || sort.contains("egress") || sort.contains("base")
                ? "M" + (x - 10) + " " + y + "l5 -8h10l5 8l-5 8h-10z"
                : sort.contains("ship") || sort.contains("home") || sort.contains("address")
                    ? "M" + (x - 9) + " " + (y + 8) + "v-9l9 -7l9 7v9z"
                    : sort.contains("vouch") || sort.contains("refer")
                        ? "M" + x + " " + (y - 9) + "l10 17h-20z"
                        : sort.contains("text") || sort.contains("photo")
                            ? "M" + (x - 7) + " " + (y - 9) + "h10l4 4v14h-14z"
                            : "M" + (x - 8) + " " + (y - 8) + "h16v16h-16z";
    return Html.of("<path d=\"{}\" class=\"{}\"/>", path, css);
  }

  private static Html person(Links.Person person, double @Nullable [] at, boolean asked) {
    if (at == null) {
      return Html.NOTHING;
    }
    boolean onLeft = at[0] < WIDTH / 2;
    boolean applicant = person.kind().equals("applicant");
    return Html.of(
        "<g>{}<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" class=\"{}\">{}</text></g>",
        applicant
            ? Html.of(
                "<path d=\"M{} {}h10l4 4v14h-14z\" class=\"{}\"/>",
                at[0] - 7,
                at[1] - 9,
                asked ? "asked" : "other")
            : Html.of(
                "<circle cx=\"{}\" cy=\"{}\" r=\"8\" class=\"{}\"/>",
                at[0],
                at[1],
                asked ? "asked" : "other"),
        onLeft ? at[0] - 14 : at[0] + 14,
        at[1] + 4,
        onLeft ? "end" : "start",
        asked ? "halo strong" : "halo",
        person.label());
  }
}
