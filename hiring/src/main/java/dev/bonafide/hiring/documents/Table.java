package dev.bonafide.hiring.documents;

import dev.bonafide.model.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table with a header (RFC 4180, also with semicolons, tabs or bars), whose columns are found by
 * what their headers mean. Rows of other lengths are read as far as they go.
 *
 * @param headers in small letters, without signs
 */
record Table(List<String> headers, List<Row> rows) {
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int FEWEST_COLUMNS = 2;

  /** Words of headers that are never read, whoever offers them (DESIGN, section 5). */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "gender",
          "sex",
          "pronouns",
          "nationality",
          "citizenship",
          "citizen",
          "birth",
          "birthdate",
          "birthday",
          "born",
          "dob",
          "age",
          "ethnicity",
          "ethnic",
          "race",
          "religion",
          "health",
          "disability",
          "marital",
          "married",
          "veteran",
          "accent",
          "language",
          "languages",
          "locale",
          "photo",
          "picture",
          "visa",
          "passport",
          "keyboard");

  /**
   * A row.
   *
   * @param line 1-based line on which it begins
   * @param raw as it stands in the file, without its line end
   */
  record Row(int line, List<String> cells, String raw) {
    /** The cell of a column, stripped; empty when there is none. */
    String at(int column) {
      return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }

    long recordId() {
      return Hash.of(raw);
    }
  }

  /** Reads a table; null when the text is none. */
  static @Nullable Table read(String text) {
    String body = text.startsWith("\ufeff") ? text.substring(1) : text;
    int end = body.indexOf('\n');
    String head = end < 0 ? body : body.substring(0, end);
    char separator = ',';
    for (char c : new char[] {';', '\t', '|'}) {
      separator = count(head, c) > count(head, separator) ? c : separator;
    }
    List<Row> first = rows(body, separator, 1);
    if (first.isEmpty() || first.getFirst().cells.size() < FEWEST_COLUMNS) {
      return null;
    }
    List<Row> rows = rows(body, separator, Integer.MAX_VALUE);
    List<String> headers =
        rows.getFirst().cells.stream()
            .map(h -> SIGNS.matcher(h.toLowerCase(Locale.ROOT)).replaceAll(" ").strip())
            .toList();
    return new Table(headers, List.copyOf(rows.subList(1, rows.size())));
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static List<Row> rows(String text, char separator, int most) {
    List<Row> rows = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int began = 1;
    int from = 0;
    for (int i = 0; i <= text.length() && rows.size() < most; i++) {
      char c = i == text.length() ? '\n' : text.charAt(i);
      boolean last = i == text.length();
      if (quoted && !last) {
        if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
        line += c == '\n' ? 1 : 0;
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == separator) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        cells.add(cell.toString());
        cell.setLength(0);
        String raw = text.substring(from, i);
        if (!raw.isBlank()) {
          rows.add(new Row(began, List.copyOf(cells), raw.endsWith("\r") ? raw.strip() : raw));
        }
        cells.clear();
        from = i + 1;
        began = ++line;
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    return rows;
  }

  /**
   * The column whose header matches the first of the patterns that any header matches; -1 when none
   * does.
   */
  int column(Pattern... meanings) {
    for (Pattern meaning : meanings) {
      for (int i = 0; i < headers.size(); i++) {
        if (meaning.matcher(headers.get(i)).find() && !forbidden(headers.get(i))) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Every column whose header matches. */
  List<Integer> columns(Pattern meaning) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      if (meaning.matcher(headers.get(i)).find() && !forbidden(headers.get(i))) {
        found.add(i);
      }
    }
    return found;
  }

  /** The headers that are not read on purpose. */
  Set<String> notRead() {
    Set<String> found = new TreeSet<>();
    for (String header : headers) {
      if (forbidden(header)) {
        found.add(header);
      }
    }
    return found;
  }

  private static boolean forbidden(String header) {
    for (String word : header.split(" ", -1)) {
      if (FORBIDDEN.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
