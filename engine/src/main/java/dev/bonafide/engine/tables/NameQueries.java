package dev.bonafide.engine.tables;

import dev.bonafide.linking.names.Query;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is asked of lists: a table with the columns id, name, kind, dob and country, of which only
 * name is needed.
 *
 * @param notes rows that ask nothing, damage
 */
public record NameQueries(List<Asked> asked, List<String> notes) {
  /**
   * A question.
   *
   * @param id of the row, else its number from 1
   */
  public record Asked(String id, Query query) {}

  /** Reads a table of questions. */
  public static NameQueries read(Path file) throws Unreadable {
    List<Asked> asked = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    try (TableFile table = TableFile.open(file)) {
      TableFile.Row header = table.next();
      List<String> columns =
          header == null ? List.of() : header.cells().stream().map(TableLists::plain).toList();
      int name = at(columns, Set.of("name", "fullname", "query", "displayname"));
      if (name < 0) {
        throw new Unreadable(
            file
                + " has no column name; expected id, name, kind, dob, country, and found "
                + (header == null ? "nothing" : String.join(", ", header.cells())));
      }
      int id = at(columns, Set.of("id", "queryid"));
      int kind = at(columns, Set.of("kind", "type", "schema"));
      int dob = at(columns, Set.of("dob", "birth", "birthdate", "dateofbirth"));
      int country = at(columns, Set.of("country"));
      long number = 0;
      for (TableFile.Row row = table.next(); row != null; row = table.next()) {
        number++;
        String asks = cell(row, name);
        String key = cell(row, id).isEmpty() ? Long.toString(number) : cell(row, id);
        if (asks.isEmpty()) {
          notes.add(file + " line " + row.line() + ": no name, nothing is asked for " + key);
          continue;
        }
        String birth = cell(row, dob);
        if (!birth.isEmpty() && Entry.birth(birth).isEmpty()) {
          notes.add(
              file + " line " + row.line() + ": dob " + birth + " is no date; expected 1985-10-22");
        }
        asked.add(
            new Asked(
                key,
                new Query(
                    asks, Entry.sort(cell(row, kind)), Entry.birth(birth), cell(row, country))));
      }
      String damage = table.damage();
      if (damage != null) {
        notes.add(damage);
      }
    }
    return new NameQueries(asked, notes);
  }

  private static int at(List<String> columns, Set<String> names) {
    for (int c = 0; c < columns.size(); c++) {
      if (names.contains(columns.get(c))) {
        return c;
      }
    }
    return -1;
  }

  private static String cell(TableFile.Row row, int at) {
    return at >= 0 && at < row.cells().size() ? row.cells().get(at) : "";
  }
}
