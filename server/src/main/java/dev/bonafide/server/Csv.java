package dev.bonafide.server;

import org.jspecify.annotations.Nullable;

/** Lines of CSV that a spreadsheet shows as text and never as a formula. */
final class Csv {
  private Csv() {}

  static String line(@Nullable Object... values) {
    StringBuilder line = new StringBuilder();
    for (Object value : values) {
      if (!line.isEmpty()) {
        line.append(',');
      }
      line.append(cell(value));
    }
    return line.append("\r\n").toString();
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "\"\"";
    }
    String text = value.toString();
    if (value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    return "\"" + text.replace("\"", "\"\"").replace("\n", " ").replace("\r", " ") + "\"";
  }
}
