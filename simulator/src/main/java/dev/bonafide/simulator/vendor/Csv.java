package dev.bonafide.simulator.vendor;

/** Rows of comma-separated values (RFC 4180). */
final class Csv {
  private Csv() {}

  static String row(String... cells) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.append(',');
      }
      String cell = cells[i];
      boolean quoted = false;
      for (int at = 0; at < cell.length() && !quoted; at++) {
        char letter = cell.charAt(at);
        quoted = letter == ',' || letter == '"' || letter == '\n' || letter == '\r';
      }
      if (quoted) {
        out.append('"').append(cell.replace("\"", "\"\"")).append('"');
      } else {
        out.append(cell);
      }
    }
    return out.toString();
  }
}
