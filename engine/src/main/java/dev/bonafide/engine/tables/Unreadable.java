package dev.bonafide.engine.tables;

/** A file can't be used; the message says which, what was found, what was expected, what to do. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  public Unreadable(String message) {
    super(message);
  }
}
