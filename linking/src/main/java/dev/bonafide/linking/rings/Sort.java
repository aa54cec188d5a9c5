package dev.bonafide.linking.rings;

/**
 * What kind of thing two personas may have in common. Weights are in millibits. They begin with the
 * published proportions (an e-mail tells more than a telephone, a telephone more than an address)
 * and were set by hand; nothing is fitted to a sample.
 */
public enum Sort {
  /** Record linkage says that two records are one person. */
  IDENTITY(Level.OPERATOR, 14_000, 14_000, 24, false),
  MAIL(Level.OPERATOR, 10_000, 14_000, 24, false),
  /** Who is behind an account somewhere else: a handle of a code host, of a chat. */
  HANDLE(Level.OPERATOR, 9_000, 14_000, 24, false),
  PHONE(Level.OPERATOR, 8_000, 14_000, 24, true),
  /** The serial of a computer, or its id. */
  DEVICE(Level.OPERATOR, 10_000, 14_000, 24, true),
  /** The serial of a monitor, an adapter, a remote-control box. */
  PERIPHERAL(Level.OPERATOR, 8_000, 12_000, 24, true),
  /** A registered second factor. */
  FACTOR(Level.OPERATOR, 10_000, 14_000, 24, true),
  /** A picture: 64 bits of a perceptual hash, in hexadecimal. */
  PHOTO(Level.OPERATOR, 8_000, 8_000, 24, false),
  /** A sentence of a résumé without its numbers. Text alone never links. */
  TEXT(Level.OPERATOR, 2_000, 6_000, 24, false),
  /** An account or token that is paid. */
  BANK(Level.RING, 9_000, 14_000, 24, true),
  /** Where equipment is sent. */
  SHIP_TO(Level.RING, 6_000, 8_000, 24, true),
  /** A network address. Alone it never links. */
  EGRESS(Level.RING, 6_000, 6_500, 24, true),
  /**
   * The address of a referee, which a referee who is a persona holds too: so those who vouch for
   * each other share it, and those for whom the same person vouches.
   */
  VOUCH(Level.RING, 3_000, 6_000, 24, false);

  /** Which question a thing speaks to. */
  public enum Level {
    /** One body behind several personas: what only one body has in hand. */
    OPERATOR,
    /** Several bodies that work together: what they share beyond that. */
    RING
  }

  private final Level level;
  private final int weight;
  private final int most;
  private final int crowd;
  private final boolean household;

  Sort(Level level, int weight, int most, int crowd, boolean household) {
    this.level = level;
    this.weight = weight;
    this.most = most;
    this.crowd = crowd;
    this.household = household;
  }

  public Level level() {
    return level;
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

  /** Whether people of one home are expected to share such a thing. */
  public boolean household() {
    return household;
  }

  String words() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
