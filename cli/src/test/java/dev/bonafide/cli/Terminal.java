package dev.bonafide.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** Runs commands as a user would, without a process. */
final class Terminal {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final boolean person;
  private final int width;

  private Terminal(boolean person, int width) {
    this.person = person;
    this.width = width;
  }

  /** A person looks at it. */
  static Terminal ofWidth(int width) {
    return new Terminal(true, width);
  }

  /** A program reads it. */
  static Terminal piped() {
    return new Terminal(false, 80);
  }

  int run(String... args) {
    out.reset();
    err.reset();
    Screen screen =
        new Screen(
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            person,
            false,
            false,
            true,
            width);
    int code = Main.run(screen, args);
    screen.flush();
    return code;
  }

  String out() {
    return out.toString(UTF_8);
  }

  String err() {
    return err.toString(UTF_8);
  }
}
