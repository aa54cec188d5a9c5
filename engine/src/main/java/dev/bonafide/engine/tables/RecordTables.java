package dev.bonafide.engine.tables;

import dev.bonafide.linking.records.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Files of records as one table. Columns of the same name are the same column, whatever their
 * place, letter case and blanks.
 *
 * @param notes what the user should know of the files: damage, rows that are too long, ids that
 *     repeat
 */
public record RecordTables(Table table, List<String> notes) {
  /**
   * Reads files.
   *
   * @param id the column of ids, which is no column of the table; null to number the records over
   *     all files, from 1
   * @param sides whether each file is a source of its own; its name, as given, is the source's
   */
  public static RecordTables read(List<Path> files, @Nullable String id, boolean sides)
      throws Unreadable {
    Map<String, String> columns = new LinkedHashMap<>(); // plain -> as written first
    for (Path file : files) {
      List<String> header = header(file);
      for (String column : header) {
        if (id == null || !plain(column).equals(plain(id))) {
          columns.putIfAbsent(plain(column), column);
        }
      }
    }
    List<String> names = List.copyOf(columns.keySet());
    Map<String, Integer> place = new HashMap<>();
    names.forEach(name -> place.put(name, place.size()));
    Builder builder = new Builder(Table.of(List.copyOf(columns.values())), place, id);
    for (Path file : files) {
      builder.read(file, sides ? side(file, files) : "");
    }
    return new RecordTables(builder.table.build(), builder.notes());
  }

  /** The name of a file as a source: short where that is unique. */
  private static String side(Path file, List<Path> files) {
    long alike =
        files.stream().filter(f -> String.valueOf(f.getFileName()).equals(name(file))).count();
    return alike == 1 ? name(file) : file.toString();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String plain(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }

  private static List<String> header(Path file) throws Unreadable {
    try (TableFile rows = TableFile.open(file)) {
      TableFile.Row header = rows.next();
      if (header == null || header.cells().stream().allMatch(String::isEmpty)) {
        throw new Unreadable(file + " has no header; expected column names in its first row");
      }
      List<String> names = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (int c = 0; c < header.cells().size(); c++) {
        String name = header.cells().get(c);
        // A cell without a name is a column all the same; rows are cut by their header.
        String named = name.isEmpty() ? "unnamed " + (c + 1) : name;
        // The second column of a name is one of its own.
        String own = named;
        for (int n = 2; !seen.add(plain(own)); n++) {
          own = named + " " + n;
        }
        names.add(own);
      }
      return names;
    }
  }

  private static final class Builder {
    private static final int EXAMPLES = 3;

    private final Table.Builder table;
    private final Map<String, Integer> place;
    private final @Nullable String id;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Set<String>> ids = new TreeMap<>();
    private final Set<String> repeated = new HashSet<>();
    private long number;

    Builder(Table.Builder table, Map<String, Integer> place, @Nullable String id) {
      this.table = table;
      this.place = place;
      this.id = id;
    }

    void read(Path file, String side) throws Unreadable {
      List<String> header = RecordTables.header(file);
      int idAt = idAt(file, header);
      int[] to = header.stream().mapToInt(c -> place.getOrDefault(plain(c), -1)).toArray();
      List<Long> tooLong = new ArrayList<>();
      List<Long> withoutId = new ArrayList<>();
      long tooLongs = 0;
      long withoutIds = 0;
      try (TableFile rows = TableFile.open(file)) {
        rows.next();
        for (TableFile.Row row = rows.next(); row != null; row = rows.next()) {
          List<String> cells = row.cells();
          if (cells.size() > to.length
              && cells.subList(to.length, cells.size()).stream().anyMatch(c -> !c.isEmpty())) {
            tooLongs++;
            if (tooLong.size() < EXAMPLES) {
              tooLong.add(row.line());
            }
          }
          String[] placed = new String[place.size()];
          Arrays.fill(placed, "");
          for (int c = 0; c < Math.min(to.length, cells.size()); c++) {
            if (to[c] >= 0) {
              placed[to[c]] = cells.get(c);
            }
          }
          number++;
          String name =
              idAt < 0 ? Long.toString(number) : idAt < cells.size() ? cells.get(idAt) : "";
          if (name.isEmpty()) {
            withoutIds++;
            if (withoutId.size() < EXAMPLES) {
              withoutId.add(row.line());
            }
            name = "row " + number;
          }
          if (idAt >= 0 && !ids.computeIfAbsent(side, s -> new HashSet<>()).add(name)) {
            repeated.add(name);
          }
          table.add(name, side, List.of(placed));
        }
        String damage = rows.damage();
        if (damage != null) {
          notes.add(damage);
        }
      }
      if (tooLongs > 0) {
        notes.add(
            file
                + ": "
                + rows(tooLongs)
                + " with more cells than the header, at line "
                + join(tooLong)
                + "; what is too much was not read");
      }
      if (withoutIds > 0) {
        notes.add(
            file
                + ": "
                + rows(withoutIds)
                + " without "
                + id
                + ", at line "
                + join(withoutId)
                + "; they are named by their number");
      }
    }

    private int idAt(Path file, List<String> header) throws Unreadable {
      if (id == null) {
        return -1;
      }
      for (int c = 0; c < header.size(); c++) {
        if (plain(header.get(c)).equals(plain(id))) {
          return c;
        }
      }
      throw new Unreadable(
          file + " has no column " + id + "; its columns are " + String.join(", ", header));
    }

    List<String> notes() {
      if (!repeated.isEmpty()) {
        notes.add(
            repeated.size()
                + " ids stand on several records, as "
                + repeated.stream().sorted().findFirst().orElse("")
                + "; the outputs keep the order of the input, which tells them apart");
      }
      return notes;
    }

    private static String rows(long count) {
      return count + (count == 1 ? " row" : " rows");
    }

    private static String join(List<Long> lines) {
      return String.join(", ", lines.stream().map(String::valueOf).toList());
    }
  }
}
