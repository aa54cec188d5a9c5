package dev.bonafide.model;

/** Units of weight. All sums are integer millinats; people see decibans; linking thinks in bits. */
public final class Weight {
  /** One deciban in millinats: 1000 ln(10) / 10. */
  public static final double DECIBAN = 230.2585092994046;

  /** One bit in millinats: 1000 ln 2. */
  public static final double BIT = 693.1471805599454;

  private Weight() {}

  /** Millinats as decibans, rounded half up to three decimals. */
  public static double decibans(long millinats) {
    return Math.floor(millinats / DECIBAN * 1000 + 0.5) / 1000;
  }

  /** The probability that stands for log-odds in millinats. */
  public static double probability(long millinats) {
    return 1 / (1 + StrictMath.exp(-millinats / 1000.0));
  }

  /** Natural logarithm of a ratio, in millinats, rounded to the nearest. */
  public static int ofRatio(double ratio) {
    return Math.toIntExact(Math.round(1000 * StrictMath.log(ratio)));
  }
}
