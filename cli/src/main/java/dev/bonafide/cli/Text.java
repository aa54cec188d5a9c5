package dev.bonafide.cli;

import java.util.Locale;

/** Small forms of text. */
final class Text {
  private Text() {}

  /** Words broken into lines of at most {@code width}, each behind {@code indent} spaces. */
  static String wrapped(String text, int indent, int width) {
    StringBuilder all = new StringBuilder();
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    for (String word : text.split(" ")) {
      if (line.length() > indent && line.length() + 1 + word.length() > width) {
        all.append(line).append('\n');
        line = new StringBuilder(" ".repeat(indent));
      }
      if (line.length() > indent) {
        line.append(' ');
      }
      line.append(word);
    }
    return all.append(line).toString();
  }

  static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** A field of a CSV row (RFC 4180). */
  static String csv(String text) {
    return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /** Cut to a width, or filled up to it. */
  static String cell(String text, int width) {
    return text.length() > width
        ? text.substring(0, Math.max(0, width - 1)) + "…"
        : text + " ".repeat(width - text.length());
  }

  /** Decibans as people read them: whole, with a sign. */
  static String decibans(double decibans) {
    long whole = Math.round(decibans);
    return whole > 0 ? "+" + whole : whole < 0 ? "−" + -whole : "0";
  }

  /** The same for programs: an ASCII minus. */
  static String plainDecibans(double decibans) {
    return String.format(Locale.ROOT, "%.3f", decibans);
  }

  static String count(long n, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
  }
}
