package dev.bonafide.sources;

import dev.bonafide.model.Reading;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table with a header: comma, semicolon, tab or bar between the cells. */
final class TableRecords implements RecordReader {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** A row that is longer than this has lost a quote. */
  private static final int LONGEST_ROW = 1 << 20;

  /**
   * What recognition found out about a table.
   *
   * @param header the header's own bytes, without the line end
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Layout(Cells.Dialect dialect, byte[] header, List<String> names, List<String> remarks) {}

  private final Layout layout;
  private final Plan.Reader plan;
  private final Cells cells;
  private final @Nullable Shape[] columns;
  private final List<String> unplaced = new ArrayList<>();
  private final List<String> notRead = new ArrayList<>();
  private boolean headerSeen;
  private boolean windows;

  TableRecords(Layout layout, Plan plan, ReadOptions options) {
    this.layout = layout;
    this.plan = plan.reader(options, false);
    cells = new Cells(layout.dialect);
    columns = new Shape[layout.names.size()];
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < columns.length; i++) {
      String name = layout.names.get(i);
      Node node = Forbidden.is(name) ? null : this.plan.tree.resolve(name);
      boolean useful = node != null && (node.slot >= 0 || node.isInner());
      if (node != null && useful && (node.slot < 0 || taken.add(node.slot))) {
        columns[i] = new Shape(node);
      } else if (Forbidden.is(name)) {
        notRead.add(name);
      } else if (!name.isBlank()) {
        unplaced.add(name);
      }
    }
  }

  @Override
  public TableNotes notes() {
    List<String> remarks = new ArrayList<>(layout.remarks);
    if (windows) {
      remarks.add("cells that are not UTF-8 were read as windows-1252");
    }
    return new TableNotes(unplaced, notRead, plan.idsMade(), remarks);
  }

  @Override
  public int read(byte[] bytes, int from, int to, boolean last, RecordSink sink) {
    int at = from;
    while (at < to) {
      at += Utf.markLength(bytes, at, to);
      int next = cells.read(bytes, at, to, last);
      if (next == Cells.CUT && to - at < LONGEST_ROW) {
        return at;
      }
      if (next >= 0) {
        boolean fits = cells.count() == columns.length || hasOnlyEmptyCellsBehind();
        boolean oneLine = Utf.lineEnd(bytes, at, next) >= cells.rowEnd();
        if (fits || oneLine || !headerSeen) {
          row(bytes, at, fits, sink);
          at = next;
          continue;
        }
      }
      // A quote was lost: what it swallowed is read again, line by line.
      int end = Utf.lineEnd(bytes, at, to);
      if (end == to && !last && to - at < LONGEST_ROW) {
        return at;
      }
      if (headerSeen) {
        sink.record(bytes, at, end);
        sink.reading(
            new Reading.Rejected("row", "has a quote that does not end where its cell does"));
      }
      at = Math.min(to, end + 1);
    }
    return to;
  }

  private boolean hasOnlyEmptyCellsBehind() {
    for (int i = columns.length; i < cells.count(); i++) {
      if (cells.to(i) > cells.from(i)) {
        return false;
      }
    }
    return cells.count() > columns.length;
  }

  private void row(byte[] bytes, int from, boolean fits, RecordSink sink) {
    int end = cells.rowEnd();
    if (isHeader(bytes, from, end)) {
      // Also where a table was put behind another one.
      headerSeen = true;
      return;
    }
    if (!headerSeen || isBlank(bytes, from, end)) {
      return;
    }
    if (!fits) {
      sink.record(bytes, from, end);
      sink.reading(
          new Reading.Rejected(
              "row", "has " + cells.count() + " cells where the header has " + columns.length));
      return;
    }
    Row row = plan.row;
    row.begin(bytes, from, end);
    for (int i = 0; i < columns.length; i++) {
      Shape column = columns[i];
      if (column != null && cells.to(i) > cells.from(i)) {
        cell(bytes, i, column, row);
      }
    }
    plan.tree.flatLists.gather(row);
    plan.tell(sink);
  }

  private void cell(byte[] bytes, int cell, Shape column, Row row) {
    int from = cells.from(cell);
    int to = cells.to(cell);
    byte[] text = bytes;
    boolean side = false;
    if (cells.hasQuotesInside(cell)) {
      from = row.sideEnd();
      text = row.roomInSide(to - cells.from(cell));
      to = cells.unquote(bytes, cell, text, from);
      row.sideEnd(to);
      side = true;
    }
    if (!Utf.isUtf8(text, from, to)) {
      windows = true;
      byte[] decoded = new String(text, from, to - from, WINDOWS).getBytes(StandardCharsets.UTF_8);
      from = row.append(decoded);
      to = from + decoded.length;
      text = row.side();
      side = true;
    }
    plan.fast.cell(text, from, to, column, side);
  }

  private boolean isHeader(byte[] bytes, int from, int end) {
    byte[] header = layout.header;
    if (end - from != header.length) {
      return false;
    }
    for (int i = 0; i < header.length; i++) {
      if (bytes[from + i] != header[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean isBlank(byte[] bytes, int from, int end) {
    for (int i = from; i < end; i++) {
      byte c = bytes[i];
      if (c != ' ' && c != layout.dialect.separator() && c != '\r' && c != '\t' && c != '"') {
        return false;
      }
    }
    return true;
  }
}
