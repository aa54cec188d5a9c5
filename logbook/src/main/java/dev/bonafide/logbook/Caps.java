package dev.bonafide.logbook;

/**
 * The bounds of a page. All pages that are ever merged have the same; only tests make others.
 *
 * @param regular atoms of regular kinds that are kept at most
 * @param notable atoms of notable kinds that are kept at most
 * @param ids ids that are kept of each facet; all others are {@code Term.OTHER}
 * @param bytes size that a sealed page stays below; where many ids and kinds leave too little room
 *     for so many atoms, fewer are kept
 */
public record Caps(int regular, int notable, int ids, int bytes) {
  /** What every host uses. */
  public static final Caps DEFAULT = new Caps(512, 64, 64, 16_384);

  /** The bytes of one atom that shares nothing with the others. */
  static final int ATOM_BYTES = 23;

  /** Below this the sample of a stratum never goes. */
  private static final int FLOOR = 8;

  public Caps {
    if (regular < 1 || notable < 1 || ids < 1 || ids > 255) {
      throw new IllegalArgumentException("caps " + regular + "/" + notable + "/" + ids);
    }
  }

  /**
   * How many notable atoms fit beside what takes {@code fixed} bytes. More bytes never leave more
   * room, in either stratum: on this rests that levels only rise.
   */
  int notableBeside(int fixed) {
    return Math.min(notable, Math.max(FLOOR, atomsBeside(fixed) - FLOOR));
  }

  /** How many regular atoms fit beside that and the notable ones. */
  int regularBeside(int fixed) {
    return Math.min(regular, Math.max(FLOOR, atomsBeside(fixed) - notableBeside(fixed)));
  }

  private int atomsBeside(int fixed) {
    return (bytes - fixed) / ATOM_BYTES;
  }

  /** Atoms that a live page holds before it puts itself in order. */
  int live() {
    return 2 * (regular + notable);
  }

  /** Ids that a live page holds of a facet before it puts itself in order. */
  int liveIds() {
    return Math.min(OpenPage.MOST_IDS, 2 * ids + 16);
  }
}
