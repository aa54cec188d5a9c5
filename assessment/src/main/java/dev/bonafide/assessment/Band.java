package dev.bonafide.assessment;

import java.util.Locale;

/** What a score asks of a reviewer. */
public enum Band {
  /** Below the review line. */
  NONE,
  /** Over the line on one cause alone: keep an eye on it, ask for nothing yet. */
  WATCH,
  /** Over the line on two causes that each weigh at least 1,000 millinats. */
  REVIEW,
  /** Over the line with a contradiction that no honest life produces. */
  URGENT;

  /** The word in findings.json. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
