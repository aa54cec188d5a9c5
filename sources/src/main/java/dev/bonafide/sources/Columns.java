package dev.bonafide.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The columns of a table in JSON: {@code {"columns": [{"name": "A"}, ...], "rows": [[1, ...]]}} as
 * log query services answer, or with plain names under {@code fields}.
 */
final class Columns {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Columns() {}

  /** Whether a member of this name holds the columns. */
  static boolean is(String member) {
    String name = member.toLowerCase(Locale.ROOT);
    return name.equals("columns") || name.equals("fields");
  }

  /** The names in {@code bytes[from, to)}; empty when it is no list of names. */
  static List<String> names(byte[] bytes, int from, int to) {
    List<String> names = new ArrayList<>();
    try {
      for (JsonNode column : JSON.readTree(bytes, from, to - from)) {
        JsonNode name = column;
        for (String key : new String[] {"name", "Name", "ColumnName", "columnName"}) {
          name = column.has(key) ? column.path(key) : name;
        }
        if (!name.isString()) {
          return List.of();
        }
        names.add(name.asString(""));
      }
    } catch (JacksonException malformed) {
      return List.of();
    }
    return names;
  }

  /** The place of each column in the tree of what is wanted, null where nothing is. */
  static @Nullable Shape[] shapes(byte[] bytes, int from, int to, Node tree) {
    List<String> names = names(bytes, from, to);
    @Nullable Shape[] shapes = new Shape[names.size()];
    for (int i = 0; i < shapes.length; i++) {
      Node node = Forbidden.is(names.get(i)) ? null : tree.resolve(names.get(i));
      shapes[i] = node == null ? null : new Shape(node);
    }
    return shapes;
  }
}
