package dev.bonafide.sources;

import dev.bonafide.model.Reading;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON, however it is packed: one object a line, objects one after another, lists, lists
 * inside a wrapper object, pages of such lists. What is damaged is told as one rejected stretch,
 * and reading goes on at the next place where a record of a known source begins.
 */
final class JsonRecords implements RecordReader {
  /** An unfinished record beyond this size is searched for a record that it swallowed. */
  private static final int SUSPICIOUS = 1 << 20;

  private static final int CUT = JsonExtractor.CUT;

  private final List<String> list;
  private final boolean lines;
  private final Plans plans;
  private final JsonExtractor anything;
  private Plan.Reader current;

  /** What is open above the records. */
  private enum Open {
    /** A list of wrappers or of further lists; of records where there is no wrapper. */
    LIST,
    /** A wrapper object on the way to the list of records. */
    WRAPPER,
    /** The list of records in a wrapper. */
    RECORDS
  }

  private final Deque<Open> open = new ArrayDeque<>();

  /** What stands in the lists of a list of rows; empty when records are objects. */
  private @Nullable Shape[] columns = {};

  private int wrappers;

  /**
   * @param sources all that are known, for records that fit no plan
   * @param plans how the records lie, likeliest first; at least one
   * @param list the keys that lead from a packed object to its list of records; empty when the
   *     object is the record
   * @param lines no record goes over a line end, so that each line is read by itself
   */
  JsonRecords(
      List<Probe.Asked> sources,
      List<Plan> plans,
      List<String> list,
      boolean lines,
      ReadOptions options) {
    this.list = list.stream().map(FieldPath::plain).toList();
    this.lines = lines;
    this.plans = new Plans(plans, sources, options, lines);
    current = this.plans.readers().getFirst();
    anything = JsonExtractor.ofNothing();
  }

  @Override
  public TableNotes notes() {
    return plans.notes();
  }

  @Override
  public int read(byte[] bytes, int from, int to, boolean last, RecordSink sink) {
    return lines ? readLines(bytes, from, to, last, sink) : readOn(bytes, from, to, last, sink);
  }

  private int readLines(byte[] bytes, int from, int to, boolean last, RecordSink sink) {
    int at = from;
    while (at < to) {
      byte c = bytes[at];
      if (c == '\n' || c == '\r' || c == ' ' || c == '\t') {
        at++;
        continue;
      }
      if (c == '{' && list.isEmpty()) {
        // The usual case: the record says itself where it ends, nobody looks for the line end.
        int end = current.fast.extract(bytes, at, to);
        if (end >= 0 && endsLine(bytes, end, to, last) && current.fits()) {
          current.tell(sink);
          at = end;
          continue;
        }
      }
      int end = at;
      while (end < to && bytes[end] != '\n') {
        end++;
      }
      if (end == to && !last) {
        return at;
      }
      readOn(bytes, at, trimmed(bytes, at, end), true, sink);
      at = end;
    }
    return to;
  }

  private static boolean endsLine(byte[] bytes, int from, int to, boolean last) {
    int at = from;
    while (at < to && (bytes[at] == '\r' || bytes[at] == ' ')) {
      at++;
    }
    return at < to ? bytes[at] == '\n' : last;
  }

  private int readOn(byte[] bytes, int from, int to, boolean last, RecordSink sink) {
    int at = from;
    while (at < to) {
      byte c = bytes[at];
      int end;
      if (isBetween(c)) {
        end = at + 1;
      } else if (c == '{') {
        end = object(bytes, at, to, last, sink);
      } else if (c == '[' && isRow(bytes, at, to)) {
        end = row(bytes, at, to, last, sink);
      } else if (c == '[' && open.peek() != Open.WRAPPER) {
        open.push(open.peek() == Open.RECORDS ? Open.RECORDS : Open.LIST);
        end = at + 1;
      } else if (c == ']' || c == '}') {
        end = close(c, at);
      } else if (c == '"' && open.peek() == Open.WRAPPER) {
        end = member(bytes, at, to, last, sink);
      } else {
        int mark = Utf.markLength(bytes, at, to);
        end = mark > 0 ? at + mark : damaged(bytes, at, to, last, "is no JSON object", sink);
      }
      if (end == CUT) {
        return at;
      }
      at = end;
    }
    if (last) {
      open.clear();
      wrappers = 0;
    }
    return to;
  }

  /** Blanks, commas, and the separator of JSON text sequences (RFC 7464). */
  private static boolean isBetween(byte c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == 0x1E;
  }

  /** Closes what is open; a bracket too many, left over by damage, closes nothing. */
  private int close(byte c, int at) {
    Open top = open.peek();
    if (top != null && (c == '}') == (top == Open.WRAPPER)) {
      open.pop();
      if (top == Open.WRAPPER) {
        wrappers--;
      }
    }
    return at + 1;
  }

  /** A member of a wrapper object: the way to the list is entered, the rest is passed over. */
  private int member(byte[] bytes, int from, int to, boolean last, RecordSink sink) {
    int nameEnd = anything.skip(bytes, from, to);
    int colon = nameEnd < 0 ? nameEnd : anything.blanks(bytes, nameEnd, to);
    int value =
        colon < 0
            ? colon
            : bytes[colon] == ':' ? anything.blanks(bytes, colon + 1, to) : JsonExtractor.ODD;
    if (value >= 0) {
      String name = JsonText.unescaped(bytes, from + 1, nameEnd - 1);
      if (wrappers == list.size() && Columns.is(name)) {
        int end = anything.skip(bytes, value, to);
        columns = end < 0 ? columns : Columns.shapes(bytes, value, end, current.tree);
      }
      if (wrappers <= list.size() && FieldPath.plain(name).equals(list.get(wrappers - 1))) {
        if (bytes[value] == '[') {
          open.push(wrappers == list.size() ? Open.RECORDS : Open.LIST);
          return value + 1;
        }
        if (bytes[value] == '{' && wrappers < list.size()) {
          open.push(Open.WRAPPER);
          wrappers++;
          return value + 1;
        }
      }
      value = anything.skip(bytes, value, to);
    }
    if (value == CUT && !last) {
      return CUT;
    }
    return value >= 0
        ? value
        : damaged(bytes, from, to, last, "is not well-formed JSON around the records", sink);
  }

  private int object(byte[] bytes, int at, int to, boolean last, RecordSink sink) {
    boolean mayWrap = !list.isEmpty() && open.peek() != Open.RECORDS && wrappers < list.size();
    int end = current.fast.extract(bytes, at, to);
    if (end >= 0 && current.fits()) {
      // Also where a wrapper is expected: what damage left of a list is still records.
      current.tell(sink);
      return end;
    }
    if (mayWrap) {
      open.push(Open.WRAPPER);
      wrappers++;
      return at + 1;
    }
    if (end >= 0) {
      other(bytes, at, end, sink);
      return end;
    }
    if (end == CUT) {
      boolean wait = !last && (to - at < SUSPICIOUS || nextRecord(bytes, at + 1, to) < 0);
      return wait ? CUT : damaged(bytes, at, to, last, "is cut off", sink);
    }
    end = bracesEnd(bytes, at, to);
    if (end < 0) {
      return last ? damaged(bytes, at, to, true, "is not well-formed JSON", sink) : CUT;
    }
    String problem = current.slow.extract(bytes, at, end, current.row);
    if (problem != null) {
      return damaged(bytes, at, to, last, problem, sink);
    }
    if (current.fits()) {
      current.tell(sink);
    } else {
      other(bytes, at, end, sink);
    }
    return end;
  }

  /** Whether a list is a row: where rows are expected, or where damage left one behind. */
  private boolean isRow(byte[] bytes, int at, int to) {
    return columns.length > 0
        && (open.peek() == Open.RECORDS || current.fast.row(bytes, at, to, columns) >= 0);
  }

  /** A list of values under columns. */
  private int row(byte[] bytes, int at, int to, boolean last, RecordSink sink) {
    int end = current.fast.row(bytes, at, to, columns);
    if (end >= 0) {
      current.tell(sink);
      return end;
    }
    return end == CUT && !last
        ? CUT
        : damaged(bytes, at, to, last, "is no list of as many values as there are columns", sink);
  }

  /** A well-formed object that does not fit the plan by which the last one was read. */
  private void other(byte[] bytes, int from, int to, RecordSink sink) {
    Plan.Reader found = plans.reading(bytes, from, to, current);
    if (found == null) {
      sink.record(bytes, from, to);
      sink.reading(Plans.NOT_OURS);
    } else {
      current = found;
      found.tell(sink);
    }
  }

  // --- damage --------------------------------------------------------------------------------

  /** Rejects a stretch and says where to go on; {@link #CUT} when more bytes may tell. */
  private int damaged(byte[] bytes, int at, int to, boolean last, String problem, RecordSink sink) {
    boolean opens = bytes[at] == '{' || bytes[at] == '[';
    int braces = opens ? bracesEnd(bytes, at, to) : CUT;
    int next = nextRecord(bytes, at + 1, braces < 0 ? to : braces);
    int end = next >= 0 ? next : braces >= 0 ? braces : to;
    if (next < 0 && braces < 0 && !last) {
      return CUT;
    }
    sink.record(bytes, at, trimmed(bytes, at, end));
    sink.reading(new Reading.Rejected("record", problem));
    return end;
  }

  private static int trimmed(byte[] bytes, int from, int end) {
    int to = end;
    while (to > from && isBetween(bytes[to - 1])) {
      to--;
    }
    return to;
  }

  /**
   * Where the next record of a known plan begins. An object behind a colon is part of another one,
   * even when it looks like a record.
   */
  private int nextRecord(byte[] bytes, int from, int to) {
    byte before = 0;
    for (int at = from; at < to; at++) {
      byte c = bytes[at];
      if (c == '[' && columns.length > 0 && current.fast.row(bytes, at, to, columns) >= 0) {
        return at;
      }
      if (c == '{' && before != ':') {
        for (Plan.Reader reader : plans.readers()) {
          if (reader.fast.extract(bytes, at, to) >= 0 && reader.fits()) {
            return at;
          }
        }
      }
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        before = c;
      }
    }
    return -1;
  }

  /** Where the braces of an object balance, texts passed over; {@link #CUT} when they never do. */
  private static int bracesEnd(byte[] bytes, int from, int to) {
    int depth = 0;
    boolean text = false;
    for (int at = from; at < to; at++) {
      byte c = bytes[at];
      if (text) {
        if (c == '\\') {
          at++;
        } else if (c == '"') {
          text = false;
        }
      } else if (c == '"') {
        text = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        return at + 1;
      }
    }
    return CUT;
  }
}
