package dev.bonafide.cli;

/** Exit codes. They are a contract: scripts and CI lean on them. */
final class Exit {
  /** It worked, and nobody is over the review line. */
  static final int OK = 0;

  /** It worked, and there are people to review. Only {@code analyze}. */
  static final int REVIEW = 1;

  /** The command was not understood, or names what is not there. */
  static final int USAGE = 2;

  /** Nothing could be assessed, or files were rejected under {@code --strict}. */
  static final int DATA = 3;

  /** Our own fault. */
  static final int FAULT = 70;

  private Exit() {}
}
