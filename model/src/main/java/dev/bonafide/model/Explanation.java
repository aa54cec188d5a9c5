package dev.bonafide.model;

/**
 * The named innocent explanations: the closed list against which evidence is weighed (DESIGN 10.7).
 * Priors, and the context that moves them, live in the assessment room; which of them produces an
 * observable stands on the indicator's card.
 */
public enum Explanation {
  ORDINARY("ordinary", "an ordinary working life"),
  TRAVELLER("traveller", "travelling, or working from another place for a while"),
  PRIVACY_VPN("privacy-vpn", "a private VPN or relay, used for privacy"),
  CARER("carer", "care for somebody at home, work in many short pieces"),
  ON_CALL("on-call", "on call"),
  OTHER_HOURS("other-hours", "agreed night, shift or offset hours"),
  ALWAYS_ON("always-on", "a virtual desktop or a docked machine that never signs out"),
  AUTOMATION("automation", "a program that runs under the worker's account"),
  HOUSEHOLD("household", "family or flatmates with one line, or a couple at one employer"),
  CO_WORKING("co-working", "a shared office, campus, hotel or carrier address"),
  IT_SUPPORT("it-support", "help desk, IT administration or device hand-over"),
  PAIR_WORK("pair-work", "two colleagues at one screen"),
  SECOND_DEVICE("second-device", "a phone or second computer beside the first"),
  DEVICE_REPLACED("device-replaced", "a replaced or reinstalled device"),
  OVER_EMPLOYED("over-employed", "a second job: a matter of policy, not of identity"),
  QUIET("quiet", "a quiet or camera-shy person"),
  NEW_JOINER("new-joiner", "a new joiner setting up"),
  HANDOVER("handover", "an agreed hand-over before leaving"),
  RECORD_ERROR("record-error", "a late or wrong row in an HR or asset list"),
  TAKEN_OVER("taken-over", "somebody else took over the account: protect the worker first"),
  TESTER("tester", "an announced security test");

  private final String slug;
  private final String text;

  Explanation(String slug, String text) {
    this.slug = slug;
    this.text = text;
  }

  public String slug() {
    return slug;
  }

  /** The words a person reads: "This also fits: ...". */
  public String text() {
    return text;
  }
}
