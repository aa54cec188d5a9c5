package dev.bonafide.hiring;

/**
 * What is kept of a picture: two hashes of its coarse light and dark, nothing of a face. They are
 * made where documents are opened. Pictures of which both are near are one picture, scaled,
 * recoloured or saved anew.
 *
 * @param frequencies signs of the 64 lowest frequencies of a discrete cosine transform ("pHash")
 * @param steps whether each of 8 by 8 fields is darker than its right neighbour ("dHash")
 */
public record Picture(long frequencies, long steps) {
  /** The bits of the first hash in which one picture may differ from itself. */
  public static final int NEAR = 6;

  private static final int NEAR_STEPS = 10;

  /** The bits that differ; more than {@link #NEAR} for two pictures. */
  public int differs(Picture other) {
    int differ = Long.bitCount(frequencies ^ other.frequencies);
    return Long.bitCount(steps ^ other.steps) > NEAR_STEPS ? NEAR + 1 : differ;
  }
}
