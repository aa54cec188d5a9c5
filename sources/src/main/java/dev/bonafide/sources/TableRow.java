package dev.bonafide.sources;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of a table, by meaning. */
public final class TableRow {
  private final Row row;
  private final Times times;

  TableRow(Row row, Times times) {
    this.row = row;
    this.times = times;
  }

  /** The first of the places that has something to say; null when none has. */
  public @Nullable String text(int[] column) {
    for (int slot : column) {
      String text = row.text(slot);
      if (text != null && !Absent.is(text.strip())) {
        return text.strip();
      }
    }
    return null;
  }

  /** The same, empty where the row says nothing. */
  public String textOrEmpty(int[] column) {
    String text = text(column);
    return text == null ? "" : text;
  }

  /** A time as UTC milliseconds since 1970, {@link Times#NONE} where there is none. */
  public long time(int[] column) {
    String text = text(column);
    return text == null ? Times.NONE : times.parse(text);
  }

  /** The day as written; null where there is none. */
  public @Nullable LocalDate day(int[] column) {
    String text = text(column);
    return text == null ? null : times.day(text);
  }

  /** Whether the cell names a time of day beside the date. */
  public boolean hasTimeOfDay(int[] column) {
    String text = text(column);
    return text != null && text.indexOf(':') > 0 && times.parse(text) != Times.NONE;
  }

  /** The id of a row that has none of its own: the hash of its bytes. */
  public long id() {
    return row.hash();
  }
}
