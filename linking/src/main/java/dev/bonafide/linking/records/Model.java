package dev.bonafide.linking.records;

/**
 * The model of a table: Fellegi and Sunter's, with named company for the non-matches.
 *
 * <p>A pair of records is a match (all fields linked), unrelated (none linked) or related: linked
 * in some fields and not in others, as people of one household are in surname and street. On a
 * linked field the levels follow m, else u. Without the related ones every household would look
 * like one person, because fields are not independent among non-matches.
 *
 * @param m how often linked pairs stand at each level of each field
 * @param u how often unlinked pairs do
 * @param match share of the matches among all pairs
 * @param linked for each kind of related pairs the set of linked fields, as bits
 * @param related share of each kind among all pairs
 */
@SuppressWarnings("ArrayRecordComponent") // tables of numbers
record Model(double[][] m, double[][] u, double match, int[] linked, double[] related) {
  private static final double LN2 = 0.6931471805599453;

  static double bits(double ratio) {
    return StrictMath.log(ratio) / LN2;
  }

  static int millibits(double ratio) {
    return (int) Math.round(1000 * bits(ratio));
  }

  /** The weight of each level, in millibits. */
  int[][] weights() {
    int[][] weights = new int[m.length][];
    for (int f = 0; f < m.length; f++) {
      weights[f] = new int[m[f].length];
      for (int l = 0; l < m[f].length; l++) {
        weights[f][l] = millibits(m[f][l] / u[f][l]);
      }
    }
    return weights;
  }

  /** The weight before anything is compared, in millibits: never so that it links by itself. */
  int prior() {
    return Math.min(-1000, millibits(match / unrelated()));
  }

  double unrelated() {
    return unrelated(match, related);
  }

  /** The share of the unrelated pairs: what remains. */
  static double unrelated(double match, double[] related) {
    double rest = 1 - match;
    for (double share : related) {
      rest -= share;
    }
    return Math.max(0.1, rest);
  }
}
