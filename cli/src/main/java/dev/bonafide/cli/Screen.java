package dev.bonafide.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Where the words go: data to {@code out}, talk to {@code err}. What stands behind them decides on
 * colour, width and letters; the launcher tells, because Java can't see whether only one of them is
 * a terminal.
 *
 * @param terminalOut a person reads {@code out}; else a program does
 * @param color whether colour may be used: never the only sign of anything
 * @param unicode whether the terminal shows more than ASCII
 * @param width columns
 */
record Screen(
    PrintStream out,
    PrintStream err,
    boolean terminalOut,
    boolean terminalErr,
    boolean color,
    boolean unicode,
    int width) {

  static Screen ofSystem() {
    Map<String, String> env = System.getenv();
    String terminal = System.getProperty("bonafide.terminal", "");
    String locale =
        env.getOrDefault("LC_ALL", "").isEmpty()
            ? env.getOrDefault("LC_CTYPE", "").isEmpty()
                ? env.getOrDefault("LANG", "")
                : env.getOrDefault("LC_CTYPE", "")
            : env.getOrDefault("LC_ALL", "");
    boolean unicode = locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
    boolean out = terminal.contains("out");
    return new Screen(
        new PrintStream(System.out, false, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        out,
        terminal.contains("err"),
        out && env.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(env.get("TERM")),
        unicode,
        Integer.getInteger("bonafide.columns", 80));
  }

  /** Talk to the user: what happened and what to do. */
  void say(String line) {
    err.println(shown(line));
  }

  /** A line of data for people. */
  void print(String line) {
    out.println(terminalOut ? shown(line) : line);
  }

  String bold(String text) {
    return color ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  String dim(String text) {
    return color ? "\u001b[2m" + text + "\u001b[0m" : text;
  }

  String cyan(String text) {
    return color ? "\u001b[36m" + text + "\u001b[0m" : text;
  }

  /** The text in letters that the terminal has. */
  private String shown(String text) {
    return unicode
        ? text
        : text.replace('─', '-')
            .replace('│', '|')
            .replace('◆', '*')
            .replace('┼', '+')
            .replace('−', '-')
            .replace('…', '~')
            .replace('━', '=');
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
