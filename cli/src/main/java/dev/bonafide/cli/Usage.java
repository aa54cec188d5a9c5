package dev.bonafide.cli;

/** What the user asked for can't be done as asked; the message says what to do. */
final class Usage extends RuntimeException {
  private static final long serialVersionUID = 1;

  Usage(String message) {
    super(message);
  }
}
