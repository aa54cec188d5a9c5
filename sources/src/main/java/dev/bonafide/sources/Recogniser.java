package dev.bonafide.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells from the head of a file how its records are packed and whose they are. What it builds to
 * look at one file serves for the next; no answer depends on the files before. Not thread-safe.
 */
public final class Recogniser {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_ELEMENTS = 64;
  private static final int DEEPEST_LIST = 3;

  private final List<Probe.Asked> sources;
  private final ReadOptions options;
  private final Probe probe;
  private final TableRecogniser tables;

  Recogniser(List<Probe.Asked> sources, ReadOptions options) {
    this.sources = sources;
    this.options = options;
    probe = new Probe(sources, options);
    tables = new TableRecogniser(sources, probe, options);
  }

  /**
   * Tells from its content what a file is; its name is never looked at.
   *
   * @param head the first bytes of the file, some 64 KB or more
   * @param length how many of them there are
   * @param complete they are the whole file
   */
  public Recognised recognise(byte[] head, int length, boolean complete) {
    probe.begin();
    int utf16 = utf16(head, length);
    if (utf16 >= 0) {
      boolean bigEndian = utf16 == 1;
      byte[] text = Utf16Records.utf8(head, 0, length / 2 * 2, bigEndian);
      return switch (text(text, text.length, complete)) {
        case Recognised.Readable readable ->
            new Recognised.Readable(
                readable.source(),
                readable.shape() + ", UTF-16",
                () -> new Utf16Records(readable.reader().get(), bigEndian),
                false);
        case Recognised.Unknown unknown -> unknown;
      };
    }
    return text(head, length, complete);
  }

  /** 0 for UTF-16 with the low byte first, 1 with the high byte first, -1 for anything else. */
  private static int utf16(byte[] head, int length) {
    if (length < 4) {
      return -1;
    }
    if (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE && (head[2] != 0 || head[3] != 0)) {
      return 0;
    }
    if (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return 1;
    }
    int even = 0;
    int odd = 0;
    int looked = Math.min(length, 256) / 2 * 2;
    for (int i = 0; i < looked; i += 2) {
      even += head[i] == 0 && head[i + 1] > 0 ? 1 : 0;
      odd += head[i + 1] == 0 && head[i] > 0 ? 1 : 0;
    }
    return odd * 2 > looked * 8 / 10 ? 0 : even * 2 > looked * 8 / 10 ? 1 : -1;
  }

  private Recognised text(byte[] head, int length, boolean complete) {
    int first = Utf.markLength(head, 0, length);
    while (first < length && head[first] <= ' ' && head[first] > 0) {
      first++;
    }
    if (first == length) {
      return new Recognised.Unknown(
          complete ? "is empty" : "begins with nothing but blanks, far longer than any log does");
    }
    String known = Formats.passedOver(head, first, length);
    if (known != null) {
      return new Recognised.Unknown(known);
    }
    if (head[first] == '{' || head[first] == '[') {
      return json(head, first, length, complete);
    }
    if (CalendarRecords.looksLike(head, first, length)) {
      return calendar();
    }
    if (Markup.looksLikeDocument(head, first, length)) {
      return xml(head, first, length);
    }
    Recognised table = tables.recognise(head, first, length, complete);
    if (table != null) {
      return table;
    }
    // Damage at the very beginning of a JSON file must not hide the rest of it.
    return json(head, first, length, complete) instanceof Recognised.Readable readable
        ? readable
        : new Recognised.Unknown(Formats.guess(head, first, length));
  }

  private Recognised calendar() {
    List<String> row = List.of("w-1", "leave", "2025-06-02", "2025-06-03", "Lisbon");
    Plan plan = tables.plan(CalendarRecords.NAMES, List.of(row));
    ReadOptions how = options;
    return plan == null
        ? new Recognised.Unknown("is a calendar, which no source reads")
        : new Recognised.Readable(
            plan.source().card().slug(), "calendar", () -> new CalendarRecords(plan, how), false);
  }

  // --- XML -----------------------------------------------------------------------------------

  private Recognised xml(byte[] head, int from, int to) {
    Set<List<String>> ways = Markup.ways(head, from, to, MOST_ELEMENTS);
    List<String> way = List.of();
    Plan best = null;
    for (List<String> one : ways) {
      Plan plan = one.size() > DEEPEST_LIST + 1 ? null : plan(head, from, to, one.getLast());
      // An element around records holds the first of them too.
      if (plan != null && (best == null || plan.wrapper().size() < best.wrapper().size())) {
        best = plan;
        way = one;
      }
    }
    if (best != null) {
      Plan plan = best;
      List<String> record = way;
      List<Probe.Asked> asked = sources;
      ReadOptions how = options;
      return new Recognised.Readable(
          plan.source().card().slug(),
          "XML, elements " + record.getLast(),
          () -> new XmlRecords(record, plan, asked, how),
          false);
    }
    return new Recognised.Unknown(
        "is XML or HTML, but no source knows its elements: "
            + String.join(", ", ways.stream().map(List::getLast).distinct().limit(8).toList()));
  }

  /** Whose record one of the first elements of this name is. */
  private @Nullable Plan plan(byte[] head, int from, int to, String name) {
    int at = from;
    for (int tried = 0; tried < MOST_ELEMENTS && at >= 0; tried++) {
      at = Markup.next(head, at, to, name);
      if (at < 0) {
        return null;
      }
      Markup.Element element = Markup.element(head, at, to, name);
      byte[] json = element.end() < 0 ? new byte[0] : element.bytes();
      Plan plan = json.length == 0 ? null : probe.plan(json, 0, json.length);
      if (plan != null) {
        return plan;
      }
      at = element.end() < 0 ? at + 1 : element.end();
    }
    return null;
  }

  // --- JSON ----------------------------------------------------------------------------------

  /** An object in the head that may be a record. */
  private record Element(List<String> list, int from, int to) {}

  private Recognised json(byte[] head, int from, int to, boolean complete) {
    Walk walk = new Walk(head, to);
    walk.top(from);
    List<Element> elements = walk.elements;
    Map<Plan, Integer> plans = plans(head, elements);
    List<String> list = List.of();
    if (plans.isEmpty()) {
      Map<List<String>, List<Element>> byList = new LinkedHashMap<>();
      for (int at : walk.objects) {
        new Walk(head, to).lists(at, List.of(), byList);
      }
      for (Map.Entry<List<String>, List<Element>> entry : byList.entrySet()) {
        Map<Plan, Integer> found = plans(head, entry.getValue());
        if (total(found) > total(plans)) {
          plans = found;
          list = entry.getKey();
        }
      }
    }
    for (int i = 0; plans.isEmpty() && i < walk.objects.size(); i++) {
      Walk grid = new Walk(head, to);
      grid.lists(walk.objects.get(i), List.of(), new LinkedHashMap<>());
      for (Map.Entry<List<String>, List<String>> rows : grid.columns.entrySet()) {
        Plan plan = tables.plan(rows.getValue(), grid.cells(rows.getKey()));
        if (plan != null) {
          plans = Map.of(plan, 1);
          list = rows.getKey();
        }
      }
    }
    if (plans.isEmpty()) {
      return new Recognised.Unknown(walk.why(head));
    }
    List<Plan> order = new ArrayList<>(plans.keySet());
    Map<Plan, Integer> counts = plans;
    order.sort((a, b) -> Integer.compare(counts.getOrDefault(b, 0), counts.getOrDefault(a, 0)));
    Plan main = order.getFirst();
    List<String> inList = list;
    boolean lines = walk.lines && (complete || walk.lineEnds > 0);
    String shape =
        (lines && walk.lineEnds > 0 && !walk.topList
                ? "JSON lines"
                : walk.topList ? "JSON list" : "JSON objects")
            + (list.isEmpty() ? "" : ", list under " + String.join(".", list))
            + (main.wrapper().isEmpty() ? "" : ", record in " + String.join(".", main.wrapper()));
    // Kept for as long as the run: it must not hold this recogniser and all that it probed.
    List<Probe.Asked> asked = sources;
    ReadOptions how = options;
    return new Recognised.Readable(
        main.source().card().slug(),
        shape,
        () -> new JsonRecords(asked, order, inList, lines, how),
        lines);
  }

  private Map<Plan, Integer> plans(byte[] head, List<Element> elements) {
    Map<Plan, Integer> plans = new LinkedHashMap<>();
    for (Element element : elements) {
      Plan plan = probe.plan(head, element.from, element.to);
      if (plan != null) {
        plans.merge(plan, 1, Integer::sum);
      }
    }
    return plans;
  }

  private static int total(Map<Plan, Integer> plans) {
    return plans.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Walks over the JSON values of a head. */
  private static final class Walk {
    final List<Element> elements = new ArrayList<>();
    final List<Integer> objects = new ArrayList<>();
    boolean lines = true;
    boolean topList;
    int lineEnds;

    /** By the keys that lead to a list of rows: the names of their columns. */
    final Map<List<String>, List<String>> columns = new LinkedHashMap<>();

    private final Map<List<String>, List<int[]>> rows = new LinkedHashMap<>();
    private final byte[] head;
    private final int to;
    private final JsonExtractor json = JsonExtractor.ofNothing();

    Walk(byte[] head, int to) {
      this.head = head;
      this.to = to;
    }

    /** The objects that lie in the file as they are, or in a list. */
    void top(int from) {
      int at = from;
      int depth = 0;
      int damaged = 0;
      while (at < to && elements.size() < MOST_ELEMENTS && damaged < 100) {
        byte c = head[at];
        if (c == '\n') {
          lineEnds++;
          lines &= depth == 0;
        }
        if (c == '[') {
          depth++;
          topList = true;
        } else if (c == ']') {
          depth = Math.max(0, depth - 1);
        } else if (c == '{') {
          int end = json.skip(head, at, to);
          if (objects.size() < 3) {
            objects.add(at);
          }
          if (end >= 0) {
            elements.add(new Element(List.of(), at, end));
            lines &= !hasLineEnd(at, end);
            at = end;
            continue;
          }
          if (end == JsonExtractor.CUT) {
            // Longer than the head: a wrapper around everything, or a very long record.
            lines &= !elements.isEmpty() && depth == 0 && !hasLineEnd(at, to);
            return;
          }
          damaged++;
          at = Utf.lineEnd(head, at, to);
          continue;
        } else if (c != ',' && c != ' ' && c != '\r' && c != '\t' && c != '\n' && c != 0x1E) {
          damaged++;
          at = Utf.lineEnd(head, at, to);
          continue;
        }
        at++;
      }
    }

    private boolean hasLineEnd(int from, int end) {
      return Utf.lineEnd(head, from, to) < end;
    }

    /** The objects in lists inside the object at {@code from}, by the keys that lead there. */
    int lists(int from, List<String> way, Map<List<String>, List<Element>> into) {
      List<String> named = List.of();
      int at = json.blanks(head, from + 1, to);
      while (at >= 0 && head[at] == '"') {
        int nameEnd = json.skip(head, at, to);
        int colon = nameEnd < 0 ? nameEnd : json.blanks(head, nameEnd, to);
        int value = colon < 0 || head[colon] != ':' ? -1 : json.blanks(head, colon + 1, to);
        if (value < 0) {
          return value;
        }
        List<String> keys = new ArrayList<>(way);
        keys.add(JsonText.unescaped(head, at + 1, nameEnd - 1));
        int end;
        if (Columns.is(keys.getLast())) {
          end = json.skip(head, value, to);
          List<String> names = end < 0 ? List.of() : Columns.names(head, value, end);
          if (!names.isEmpty()) {
            named = names;
          }
        } else if (head[value] == '[') {
          end = list(value, keys, into);
          if (rows.containsKey(keys) && !named.isEmpty()) {
            columns.put(keys, named);
          }
        } else if (head[value] == '{' && keys.size() < DEEPEST_LIST) {
          end = lists(value, keys, into);
        } else {
          end = json.skip(head, value, to);
        }
        at = end < 0 ? end : json.blanks(head, end, to);
        if (at >= 0 && head[at] == ',') {
          at = json.blanks(head, at + 1, to);
        }
      }
      return at < 0 ? at : head[at] == '}' ? at + 1 : JsonExtractor.ODD;
    }

    private int list(int from, List<String> keys, Map<List<String>, List<Element>> into) {
      int at = json.blanks(head, from + 1, to);
      List<Element> found = into.computeIfAbsent(keys, k -> new ArrayList<>());
      while (at >= 0 && head[at] != ']') {
        int end = json.skip(head, at, to);
        if (head[at] == '[') {
          List<int[]> found2 = rows.computeIfAbsent(keys, k -> new ArrayList<>());
          if (end >= 0 && found2.size() < MOST_ELEMENTS) {
            found2.add(new int[] {at, end});
          }
        }
        if (end >= 0 && head[at] == '{') {
          if (found.size() < MOST_ELEMENTS) {
            found.add(new Element(keys, at, end));
          }
          if (keys.size() < DEEPEST_LIST && found.size() < 3) {
            lists(at, keys, into);
          }
        }
        if (end == JsonExtractor.CUT && head[at] == '{' && keys.size() < DEEPEST_LIST) {
          return lists(at, keys, into);
        }
        at = end < 0 ? end : json.blanks(head, end, to);
        if (at >= 0 && head[at] == ',') {
          at = json.blanks(head, at + 1, to);
        }
      }
      return at < 0 ? at : at + 1;
    }

    /** The texts of the rows under these keys. */
    List<List<String>> cells(List<String> keys) {
      List<List<String>> all = new ArrayList<>();
      for (int[] row : rows.getOrDefault(keys, List.of())) {
        List<String> cells = new ArrayList<>();
        for (JsonNode cell : JSON.readTree(head, row[0], row[1] - row[0])) {
          cells.add(cell.isContainer() ? cell.toString() : cell.asString(""));
        }
        all.add(cells);
      }
      return all;
    }

    /** Why nothing was recognised, with the names of the first keys. */
    String why(byte[] bytes) {
      Set<String> keys = new LinkedHashSet<>();
      for (int at : objects) {
        names(bytes, at, keys);
      }
      return keys.isEmpty()
          ? "is no JSON that holds records"
          : "is JSON, but no source knows such records; their first keys are "
              + String.join(", ", keys.stream().limit(8).toList());
    }

    private void names(byte[] bytes, int from, Set<String> into) {
      int at = json.blanks(bytes, from + 1, to);
      while (at >= 0 && bytes[at] == '"' && into.size() < 8) {
        int nameEnd = json.skip(bytes, at, to);
        int colon = nameEnd < 0 ? nameEnd : json.blanks(bytes, nameEnd, to);
        int value = colon < 0 ? colon : json.blanks(bytes, colon + 1, to);
        int end = value < 0 ? value : json.skip(bytes, value, to);
        if (nameEnd > 0) {
          into.add(JsonText.unescaped(bytes, at + 1, nameEnd - 1));
        }
        at = end < 0 ? end : json.blanks(bytes, end, to);
        if (at >= 0 && bytes[at] == ',') {
          at = json.blanks(bytes, at + 1, to);
        }
      }
    }
  }
}
