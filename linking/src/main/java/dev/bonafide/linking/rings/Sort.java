package dev.bonafide.linking.rings;

/**
 * What kind of thing two personas may have in common. Weights are in millibits. They begin with the
 * published proportions (an e-mail tells more than a telephone, a telephone more than an address)
 * and were set by hand; nothing is fitted to a sample.
 */
public enum Sort {
  /** Record linkage says that two records are one person. */
  IDENTITY(Level.OPERATOR, Mechanism.RECORD, 14_000, 14_000, 24, false),
  MAIL(Level.OPERATOR, Mechanism.CONTACT, 10_000, 14_000, 24, true),
  /** Who is behind an account somewhere else: a handle of a code host, of a chat. */
  HANDLE(Level.OPERATOR, Mechanism.CONTACT, 9_000, 14_000, 24, false),
  PHONE(Level.OPERATOR, Mechanism.CONTACT, 8_000, 14_000, 24, true),
  /**
   * The serial of a computer, or its id. Two who work in turns at one computer are two bodies more
   * often than one, so that it never ties alone.
   */
  DEVICE(Level.OPERATOR, Mechanism.DESK, 6_000, 6_500, 24, true),
  /** The serial of a monitor, an adapter, a remote-control box: what stands in one place. */
  PERIPHERAL(Level.RING, Mechanism.DESK, 5_000, 6_500, 24, true),
  /** A registered second factor: a telephone, or a key that stays at a desk. */
  FACTOR(Level.OPERATOR, Mechanism.DESK, 10_000, 14_000, 24, true),
  /** A picture: 64 bits of a perceptual hash, in hexadecimal. */
  PHOTO(Level.OPERATOR, Mechanism.APPLICATION, 8_000, 8_000, 24, false),
  /** A sentence of a résumé without its numbers. Text alone never links. */
  TEXT(Level.OPERATOR, Mechanism.APPLICATION, 2_000, 6_000, 24, false),
  /** An account or token that is paid. */
  BANK(Level.RING, Mechanism.MONEY, 9_000, 14_000, 24, true),
  /** Where equipment is sent. */
  SHIP_TO(Level.RING, Mechanism.PLACE, 6_000, 8_000, 24, true),
  /** A network address of an application or a sign-in, of no office or provider of many. */
  EGRESS(Level.RING, Mechanism.DESK, 6_000, 6_500, 24, true),
  /**
   * A line from which two workers work. Equality of an IPv4 address alone weighs at most 0.7 nat
   * (DESIGN section 5).
   */
  LINE(Level.RING, Mechanism.DESK, 1_000, 1_000, 24, true),
  /**
   * A home line on which the computers of three and more stand, whom nothing declared ties and of
   * whom none has another base. By chance 0.004 such triples in a company of 1,000 (detection.md
   * 1.11); a small office is what it is weighed against. More holders make it no weaker: crowds
   * were taken out where it was seen.
   */
  BASE(Level.RING, Mechanism.DESK, 4_000, 4_000, 64, true),
  /** The only base of two, far from where one of them at least claims to be. */
  BASE_OF_TWO(Level.RING, Mechanism.DESK, 3_000, 3_000, 24, true),
  /** Such a base, far from where each of them claims to be. */
  BASE_AWAY(Level.RING, Mechanism.PLACE, 4_000, 4_000, 64, true),
  /**
   * The address of a referee, which a referee who is a persona holds too: so those who vouch for
   * each other share it, and those for whom the same person vouches.
   */
  VOUCH(Level.RING, Mechanism.REFERENCE, 3_000, 6_000, 24, false);

  /**
   * What stands behind a line of a tie. One innocent reason explains all lines of one mechanism, so
   * that two mechanisms are needed where one has an innocent reason.
   */
  public enum Mechanism {
    RECORD,
    CONTACT,
    /**
     * One desk, shared in turns, explains computer, monitor, key and line together; so does one
     * household what two share of whom no homes are known.
     */
    DESK,
    PLACE,
    MONEY,
    APPLICATION,
    REFERENCE,
    /** When hands are at work. */
    HOURS,
    /** When computers are switched on. */
    STARTS,
    /** Who drives a computer from outside. */
    REMOTE
  }

  /** Which question a thing speaks to. */
  public enum Level {
    /** One body behind several personas: what only one body has in hand. */
    OPERATOR,
    /** Several bodies that work together: what they share beyond that. */
    RING
  }

  private final Level level;
  private final Mechanism mechanism;
  private final int weight;
  private final int most;
  private final int crowd;
  private final boolean household;

  Sort(Level level, Mechanism mechanism, int weight, int most, int crowd, boolean household) {
    this.level = level;
    this.mechanism = mechanism;
    this.weight = weight;
    this.most = most;
    this.crowd = crowd;
    this.household = household;
  }

  public Level level() {
    return level;
  }

  public Mechanism mechanism() {
    return mechanism;
  }

  /** What one such thing weighs that two personas have and nobody else. */
  public int weight() {
    return weight;
  }

  /** What all such things of a pair weigh at most. */
  public int most() {
    return most;
  }

  /** What more personas than this have is a crowd's, and says nothing of two of them. */
  public int crowd() {
    return crowd;
  }

  /** Whether the thing weighs less the more have it. */
  boolean thins() {
    return this != BASE && this != BASE_AWAY && this != BASE_OF_TWO;
  }

  /** Whether people of one home are expected to share such a thing. */
  public boolean household() {
    return household;
  }

  String words() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
