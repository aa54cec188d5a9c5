package dev.bonafide.judge;

/**
 * A share with its 95 % interval after Wilson (1927), which stays honest for few cases and near 0
 * and 1.
 *
 * @param share NaN when there are no cases
 * @param of how many independent cases it stands on
 */
public record Share(double share, double low, double high, double of) {
  private static final double Z = 1.959963984540054;

  /** {@code k} of {@code n}. */
  static Share of(double k, double n) {
    if (n <= 0) {
      return new Share(Double.NaN, 0, 1, 0);
    }
    double p = k / n;
    double z2 = Z * Z / n;
    double middle = (p + z2 / 2) / (1 + z2);
    double half = Z / (1 + z2) * StrictMath.sqrt(p * (1 - p) / n + z2 / (4 * n));
    return new Share(
        p, p == 0 ? 0 : Math.max(0, middle - half), p == 1 ? 1 : Math.min(1, middle + half), n);
  }
}
