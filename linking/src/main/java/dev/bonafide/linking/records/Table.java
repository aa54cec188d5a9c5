package dev.bonafide.linking.records;

import dev.bonafide.linking.fields.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of records, as read: every column is kept as numbers into a list of its distinct texts,
 * so that a million rows stay small.
 */
public final class Table {
  private final List<String> columns;
  private final List<Column> cells;
  private final String[] ids;
  private final String[] sides;

  private Table(List<String> columns, List<Column> cells, String[] ids, String[] sides) {
    this.columns = columns;
    this.cells = cells;
    this.ids = ids;
    this.sides = sides;
  }

  /** Begins a table with these columns. */
  public static Builder of(List<String> columns) {
    return new Builder(columns);
  }

  public List<String> columns() {
    return columns;
  }

  public int size() {
    return ids.length;
  }

  /** The id of a record, as the user knows it. */
  public String id(int row) {
    return ids[row];
  }

  /** Where a record comes from: the file, or the value of a source column; "" when there is one. */
  public String side(int row) {
    return sides[row];
  }

  /** What a cell says, "" for nothing. */
  public String cell(int row, int column) {
    Column of = cells.get(column);
    return of.distinct().get(of.at()[row]);
  }

  /** What a record says, in the order of the columns. */
  public List<String> cells(int row) {
    return cells.stream().map(of -> of.distinct().get(of.at()[row])).toList();
  }

  List<Column> cells() {
    return cells;
  }

  /** Takes rows one by one. Not thread-safe. */
  public static final class Builder {
    private final List<String> columns;
    private final List<Map<String, Integer>> known = new ArrayList<>();
    private final List<List<String>> distinct = new ArrayList<>();
    private int[][] at;
    private final List<String> ids = new ArrayList<>();
    private final List<String> sides = new ArrayList<>();

    private Builder(List<String> columns) {
      this.columns = List.copyOf(columns);
      this.at = new int[columns.size()][16];
      for (int c = 0; c < columns.size(); c++) {
        known.add(new HashMap<>());
        distinct.add(new ArrayList<>());
      }
    }

    /**
     * Adds a record. Cells that are missing at the end count as empty; more cells than columns are
     * an error of the caller.
     *
     * @param side where the record comes from, "" when everything has one source
     */
    public Builder add(String id, String side, List<String> cells) {
      if (cells.size() > columns.size()) {
        throw new IllegalArgumentException(
            "record " + id + " has " + cells.size() + " cells for " + columns.size() + " columns");
      }
      int row = ids.size();
      for (int c = 0; c < columns.size(); c++) {
        if (row == at[c].length) {
          at[c] = Arrays.copyOf(at[c], row * 2);
        }
        String cell = c < cells.size() ? cells.get(c) : "";
        List<String> texts = distinct.get(c);
        Integer number = known.get(c).putIfAbsent(cell, texts.size());
        if (number == null) {
          number = texts.size();
          texts.add(cell);
        }
        at[c][row] = number;
      }
      ids.add(id);
      sides.add(side);
      return this;
    }

    public Table build() {
      List<Column> cells = new ArrayList<>();
      for (int c = 0; c < columns.size(); c++) {
        cells.add(
            new Column(
                columns.get(c), List.copyOf(distinct.get(c)), Arrays.copyOf(at[c], ids.size())));
      }
      return new Table(columns, cells, ids.toArray(String[]::new), sides.toArray(String[]::new));
    }
  }
}
