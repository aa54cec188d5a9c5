package dev.bonafide.hiring.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups that the user defines, to see whether checks fall harder on some of them than on others.
 * Read after screening and for nothing else: no check can see them.
 */
public final class Groups {
  private Groups() {}

  /**
   * Reads a table with an applicant's id in its first column and a group in each other one.
   *
   * @return by column, the group of each applicant id; empty when the text is no such table
   */
  public static Map<String, Map<String, String>> read(String text) {
    Table table = Table.read(text);
    Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    if (table == null) {
      return groups;
    }
    List<String> headers = new ArrayList<>(table.headers());
    for (int column = 1; column < headers.size(); column++) {
      Map<String, String> of = new HashMap<>();
      for (Table.Row row : table.rows()) {
        if (!row.at(0).isEmpty() && !row.at(column).isEmpty()) {
          of.put(row.at(0), row.at(column));
        }
      }
      groups.put(headers.get(column), of);
    }
    return groups;
  }
}
