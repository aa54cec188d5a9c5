package dev.bonafide.judge;

/** Parts of the dial of difficulty (detection.md 4.5: 0 naive, 1 moderate, 2 evasive). */
public enum Band {
  NAIVE,
  MODERATE,
  EVASIVE,
  /** The truth does not say. */
  UNKNOWN;

  static Band of(double difficulty) {
    return Double.isNaN(difficulty)
        ? UNKNOWN
        : difficulty < 0.7 ? NAIVE : difficulty <= 1.5 ? MODERATE : EVASIVE;
  }

  public String word() {
    return switch (this) {
      case NAIVE -> "naive";
      case MODERATE -> "moderate";
      case EVASIVE -> "evasive";
      case UNKNOWN -> "unknown";
    };
  }
}
