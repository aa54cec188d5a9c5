package dev.bonafide.knowledge;

/**
 * What sort of network stands behind an address from which somebody worked; the most harmless
 * first.
 */
public enum EgressClass {
  /** A fixed line or its provider: what most people work from. */
  HOME("home", "a fixed line"),
  /** An office, campus, hotel or shared office: many people behind one address by design. */
  OFFICE("office", "an office, campus or hotel"),
  /** The employer's own way out: a secure web gateway or zero-trust network (SASE). */
  CORP_VPN("corp", "a corporate gateway"),
  /** A relay that a phone, browser or operating system switches on for privacy. */
  RELAY("relay", "a privacy relay"),
  /** A mobile carrier or carrier-grade NAT: thousands behind one address, place unreliable. */
  MOBILE("mobile", "a mobile or carrier-shared network"),
  /** A data centre or cloud. */
  HOSTING("host", "a hosting network"),
  /** A VPN that is sold to private people, or an anonymising proxy. */
  COMMERCIAL_VPN("vpn", "a commercial VPN"),
  /** Somebody else's fixed line, rented as an exit. */
  RESIDENTIAL_PROXY("proxy", "a residential proxy"),
  /** The records and our lists do not say. */
  UNKNOWN("unknown", "a network of unknown kind");

  private final String slug;
  private final String words;

  EgressClass(String slug, String words) {
    this.slug = slug;
    this.words = words;
  }

  /** The word in outputs. */
  public String slug() {
    return slug;
  }

  /** The words a person reads, with their article. */
  public String words() {
    return words;
  }

  /**
   * Whether an address of this class stands at one place that its geography may describe. Not so:
   * gateways, VPNs, relays, data centres and mobile carriers.
   */
  public boolean fixed() {
    return this == HOME || this == OFFICE || this == UNKNOWN;
  }

  /** Whether it hides where its user is, and the user had to look for it. */
  public boolean hides() {
    return switch (this) {
      case COMMERCIAL_VPN, RESIDENTIAL_PROXY, HOSTING -> true;
      case HOME, OFFICE, CORP_VPN, RELAY, MOBILE, UNKNOWN -> false;
    };
  }
}
