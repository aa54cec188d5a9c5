package dev.bonafide.sources;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds the header of a table, its separator, and whose rows they are. */
final class TableRecogniser {
  private static final byte[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int HEADER_WITHIN = 20;
  private static final int ROWS = 40;
  private static final int LONGEST_NAME = 120;
  private static final Pattern SLASHED =
      Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})\\b.*", Pattern.DOTALL);

  private final List<Probe.Asked> sources;
  private final Probe probe;
  private final ReadOptions options;
  private final Map<Source, Node> exact = new HashMap<>();

  TableRecogniser(List<Probe.Asked> sources, Probe probe, ReadOptions options) {
    this.sources = sources;
    this.probe = probe;
    this.options = options;
  }

  /** One row of the head. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Line(byte[] own, List<String> cells) {}

  private record Found(Plan plan, int columns, TableRecords.Layout layout, boolean dayFirst) {}

  /** The table, or why it is passed over; null when the text is no table. */
  @Nullable Recognised recognise(byte[] head, int from, int to, boolean complete) {
    List<String> looksLike = List.of();
    Found best = null;
    for (byte separator : SEPARATORS) {
      for (boolean backslash : new boolean[] {false, true}) {
        Cells.Dialect dialect = new Cells.Dialect(separator, backslash);
        List<Line> lines = lines(head, from, to, complete, dialect);
        for (int i = 0; i < Math.min(lines.size(), HEADER_WITHIN); i++) {
          if (!isHeader(lines.get(i))) {
            continue;
          }
          List<String> names = lines.get(i).cells;
          if (names.size() > looksLike.size() && isFollowed(lines, i)) {
            looksLike = names;
          }
          Found found = found(lines, i, dialect);
          if (found != null && (best == null || found.columns > best.columns)) {
            best = found;
          }
        }
      }
    }
    if (best != null) {
      Found table = best;
      // A header may say what the times below it leave out.
      boolean utc = table.layout.names().stream().anyMatch(TableRecogniser::saysUtc);
      ReadOptions how =
          new ReadOptions(
              utc ? ZoneOffset.UTC : options.zoneOfBareTimes(), options.explain(), table.dayFirst);
      return new Recognised.Readable(
          table.plan.source().card().slug(),
          "table" + (table.plan.wrapper().isEmpty() ? "" : ", record in " + table.plan.wrapper()),
          () -> new TableRecords(table.layout, table.plan, how),
          false);
    }
    return looksLike.size() < 2
        ? null
        : new Recognised.Unknown(
            "is a table, but no source knows its columns: "
                + String.join(", ", looksLike.stream().limit(12).toList()));
  }

  private @Nullable Found found(List<Line> lines, int header, Cells.Dialect dialect) {
    List<String> names = lines.get(header).cells;
    List<List<String>> rows =
        lines.subList(header + 1, lines.size()).stream().map(Line::cells).toList();
    Plan plan = plan(names, rows);
    if (plan == null) {
      return null;
    }
    boolean dayFirst = rows.stream().flatMap(List::stream).anyMatch(TableRecogniser::hasDayFirst);
    List<String> remarks = new ArrayList<>();
    if (dayFirst) {
      remarks.add("dates are read with the day first, because some have a day above 12 there");
    }
    return new Found(
        plan,
        columns(plan, names),
        new TableRecords.Layout(dialect, lines.get(header).own, names, remarks),
        dayFirst);
  }

  /** The plan for rows under names; null when no source knows them. */
  @Nullable Plan plan(List<String> names, List<List<String>> rows) {
    Plan plan = null;
    int tried = 0;
    for (List<String> row : rows) {
      if (row.size() == names.size() && plan == null && tried++ < 8) {
        plan = probe.plan(object(names, row));
      }
    }
    Plan byHeader = byHeader(names);
    boolean better =
        byHeader != null
            && plan != null
            && plan.wrapper().isEmpty()
            && columns(plan, names) < columns(byHeader, names);
    return plan == null || better ? byHeader : plan;
  }

  /** The source for which the columns alone are enough. */
  private @Nullable Plan byHeader(List<String> names) {
    Plan best = null;
    int most = 0;
    for (Probe.Asked asked : sources) {
      Source source = asked.source();
      Plan plan = new Plan(source, List.of());
      Node tree = exact.computeIfAbsent(source, known -> known.fields().tree(List.of(), true));
      Row row = filled(plan, names, tree);
      boolean phrases = source.fields().areUnderPhrases();
      boolean enough = !phrases || Probe.explains(row.values(), named(names));
      if (source.signature().fits(row) && enough && row.values() > most) {
        best = plan;
        most = row.values();
      }
    }
    return best;
  }

  private static int named(List<String> names) {
    return (int) names.stream().filter(name -> !name.isBlank() && !Forbidden.is(name)).count();
  }

  private static int columns(Plan plan, List<String> names) {
    return filled(plan, names, plan.source().fields().tree(plan.wrapper(), false)).values();
  }

  /** A row that has something in each column whose meaning is known. */
  private static Row filled(Plan plan, List<String> names, Node tree) {
    Row row = new Row(plan.source().fields().size());
    row.begin(new byte[] {'x'}, 0, 1);
    for (String name : names) {
      Node node = Forbidden.is(name) ? null : tree.resolve(name);
      if (node != null && node.slot >= 0) {
        row.put(node.slot, 0, 1, false);
      }
    }
    return row;
  }

  private static ObjectNode object(List<String> names, List<String> cells) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).isBlank() && !cells.get(i).isEmpty() && !Forbidden.is(names.get(i))) {
        object.put(names.get(i), cells.get(i));
      }
    }
    return object;
  }

  private static boolean saysUtc(String name) {
    return Words.of(name).stream().anyMatch(word -> word.equals("utc") || word.equals("gmt"));
  }

  private static boolean hasDayFirst(String cell) {
    if (cell.isEmpty() || cell.charAt(0) > '9' || cell.charAt(0) < '0') {
      return false;
    }
    Matcher date = SLASHED.matcher(cell);
    return date.matches()
        && Integer.parseInt(date.group(1)) > 12
        && Integer.parseInt(date.group(1)) <= 31
        && Integer.parseInt(date.group(2)) <= 12;
  }

  private static boolean isHeader(Line line) {
    List<String> names = line.cells;
    if (names.size() < 2) {
      return false;
    }
    int named = 0;
    for (String name : names) {
      boolean text = !name.isBlank() && name.chars().anyMatch(Character::isLetter);
      if (name.length() > LONGEST_NAME || name.indexOf('\n') >= 0) {
        return false;
      }
      named += text ? 1 : 0;
    }
    return named * 10 >= names.size() * 7 && new HashSet<>(names).size() * 10 >= names.size() * 9;
  }

  /** Prose has commas too; in a table most of the rows have as many cells as the header. */
  private static boolean isFollowed(List<Line> lines, int header) {
    List<Line> below = lines.subList(header + 1, lines.size());
    int cells = lines.get(header).cells.size();
    long alike = below.stream().filter(line -> line.cells.size() == cells).count();
    return alike > 0 && alike * 10 >= below.size() * 7L;
  }

  private static List<Line> lines(
      byte[] head, int from, int to, boolean complete, Cells.Dialect dialect) {
    List<Line> lines = new ArrayList<>();
    Cells cells = new Cells(dialect);
    int at = from;
    while (at < to && lines.size() < ROWS) {
      int next = cells.read(head, at, to, complete);
      if (next == Cells.CUT) {
        break;
      }
      if (next < 0) {
        while (at < to && head[at] != '\n') {
          at++;
        }
        at++;
        continue;
      }
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < cells.count(); i++) {
        byte[] text = new byte[cells.to(i) - cells.from(i)];
        int length = text.length;
        if (cells.hasQuotesInside(i)) {
          length = cells.unquote(head, i, text, 0);
        } else {
          System.arraycopy(head, cells.from(i), text, 0, length);
        }
        texts.add(new String(text, 0, length, StandardCharsets.UTF_8).strip());
      }
      if (texts.size() > 1 || !texts.getFirst().isEmpty()) {
        lines.add(new Line(Arrays.copyOfRange(head, at, cells.rowEnd()), texts));
      }
      at = next;
    }
    return lines;
  }
}
