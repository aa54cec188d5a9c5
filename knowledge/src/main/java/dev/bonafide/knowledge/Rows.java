package dev.bonafide.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table typed by hand that lies beside its class: UTF-8, columns parted by tabs, lines that begin
 * with {@code #} are comments, the first other line names the columns. A table is part of the
 * program, so a fault in one is thrown, with the file and line.
 */
public final class Rows {
  private Rows() {}

  /**
   * One line of a table.
   *
   * @param file the table's name
   * @param line 1-based line in the file
   */
  public record Row(String file, int line, List<String> columns, List<String> cells) {

    /** The cell under a column's name, trimmed; empty when the row leaves it empty. */
    public String cell(String column) {
      int at = columns.indexOf(column);
      if (at < 0) {
        throw fault("there is no column " + column);
      }
      return cells.get(at);
    }

    /** The parts of a cell that are separated by {@code |}, without empty ones. */
    public List<String> list(String column) {
      List<String> parts = new ArrayList<>();
      for (String part : cell(column).split("\\|", -1)) {
        if (!part.isBlank()) {
          parts.add(part.strip());
        }
      }
      return parts;
    }

    /** What to throw when a cell is wrong. */
    public IllegalStateException fault(String problem) {
      return new IllegalStateException(file + ":" + line + ": " + problem);
    }
  }

  /** The rows of a table, in the order of the file. */
  public static List<Row> of(Class<?> beside, String file) {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " does not lie beside " + beside.getName());
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> columns = List.of();
      String text;
      for (int line = 1; (text = lines.readLine()) != null; line++) {
        if (text.isBlank() || text.startsWith("#")) {
          continue;
        }
        List<String> cells = new ArrayList<>();
        for (String cell : text.split("\t", -1)) {
          cells.add(cell.strip());
        }
        if (columns.isEmpty()) {
          columns = List.copyOf(cells);
        } else {
          Row row = new Row(file, line, columns, List.copyOf(cells));
          if (cells.size() != columns.size()) {
            throw row.fault(columns.size() + " cells expected, found " + cells.size());
          }
          rows.add(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return rows;
  }
}
