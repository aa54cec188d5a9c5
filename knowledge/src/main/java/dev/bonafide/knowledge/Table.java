package dev.bonafide.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A hand-typed table beside the class that owns it: {@code #} lines give title, source and date,
 * the others are rows of tab-separated cells.
 *
 * @param title what a person reads
 * @param source where the facts come from
 * @param asOf the day on which somebody last looked, {@code yyyy-mm-dd}
 */
public record Table(
    String text, String title, String source, String asOf, List<List<String>> rows) {

  /**
   * Reads a table from the class path.
   *
   * @throws IllegalStateException when it is missing, or a row has not {@code columns} cells: a
   *     fault of the build, never of a user
   */
  public static Table read(Class<?> beside, String name, int columns) {
    String text;
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not beside " + beside.getName());
      }
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<List<String>> rows = new ArrayList<>();
    for (String line : text.split("\n")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() != columns) {
          throw new IllegalStateException(
              name + " beside " + beside.getName() + " wants " + columns + " cells: " + line);
        }
        rows.add(cells);
      }
    }
    return new Table(
        text, head(text, "title"), head(text, "source"), head(text, "as of"), List.copyOf(rows));
  }

  private static String head(String text, String key) {
    String mark = "# " + key + ": ";
    for (String line : text.split("\n")) {
      if (line.startsWith(mark)) {
        return line.substring(mark.length());
      }
    }
    throw new IllegalStateException("a table without \"" + mark + "\"");
  }
}
