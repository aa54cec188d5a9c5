package dev.bonafide.model;

/**
 * The mechanism behind an observable. Evidence of one cause is discounted and capped together,
 * because its signals are not independent (detection.md 2.1, 2.2).
 */
public enum Cause {
  RHYTHM("rhythm", "hours and rest"),
  OPERATOR("operator", "hands at the keyboard"),
  PLACE_CLOCK("place-clock", "place and clock"),
  NETWORK("network", "network path"),
  REMOTE_CONTROL("remote-control", "remote control"),
  CO_LOCATION("co-location", "one place, several workers"),
  IDENTITY("identity", "identity and employment"),
  PRIVILEGE("privilege", "rights"),
  DATA("data", "data and code"),
  SOCIAL("social", "contact with colleagues"),
  APPLICATION("application", "application and references"),
  INTERVIEW("interview", "interview");

  private final String slug;
  private final String title;

  Cause(String slug, String title) {
    this.slug = slug;
    this.title = title;
  }

  public String slug() {
    return slug;
  }

  /** The words a person reads. */
  public String title() {
    return title;
  }
}
