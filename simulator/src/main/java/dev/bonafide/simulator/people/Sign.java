package dev.bonafide.simulator.people;

/** What a scheme leaves in the logs, in words of its own: the indicators have other names. */
public enum Sign {
  /** Human activity for days without a gap long enough to sleep in. */
  NO_REST("no-rest"),
  /** One session, used for days or weeks without another sign-in. */
  LONG_SESSION("long-session"),
  /** Human use at one time on two machines that one person can't be at. */
  TWO_PLACES("two-places"),
  /**
   * A VPN, rented server or proxy that nobody else uses and the declared place does not explain.
   */
  ODD_EGRESS("odd-egress"),
  /** One line, phone, factor, monitor or device for several people who share no household. */
  SHARED_THING("shared-thing"),
  /** Human use after the end of employment. */
  AFTER_END("after-end"),
  /** A rhythm that belongs to another time zone than the declared one. */
  OTHER_CLOCK("other-clock"),
  /** A machine driven from afar most of the time. */
  REMOTE_CONTROL("remote-control"),
  /** A refused or failed sign-in from where the operator really is. */
  BLOCKED_TRUTH("blocked-truth"),
  /** Two personas of which never more than one is at work. */
  ONE_BODY("one-body"),
  /** Malware in the first session on a new machine. */
  FIRST_SESSION_MALWARE("first-session-malware"),
  /** Far more bytes out than ever before. */
  DATA_BURST("data-burst"),
  /** An administrator gives roles to the same few people. */
  GRANTS("grants"),
  /** A newcomer, or somebody who never did, changes what guards the code. */
  CODE_CHANGES("code-changes"),
  /** Somebody gives a role to themselves. */
  OWN_GRANT("own-grant"),
  /** The account to which the pay goes is changed. */
  PAY_CHANGED("pay-changed"),
  /** After a long quiet time new factors, a new machine and a new network at once. */
  TAKEN_OVER("taken-over");

  private final String slug;

  Sign(String slug) {
    this.slug = slug;
  }

  public String slug() {
    return slug;
  }
}
