package dev.bonafide.assessment;

import dev.bonafide.model.Weight;

/** Numbers in the words of a ledger, the same in every locale. */
final class Words {
  private Words() {}

  /** The odds behind a prior, to two digits: 3,000 for 1 in 2,999. */
  static String oneIn(int priorMillinats) {
    double odds = StrictMath.exp(-priorMillinats / 1000.0);
    long unit = 1;
    while (odds / unit >= 100) {
      unit *= 10;
    }
    return grouped(Math.max(1, Math.round(odds / unit) * unit));
  }

  private static String grouped(long number) {
    StringBuilder text = new StringBuilder(Long.toString(number));
    for (int i = text.length() - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** Millinats as decibans with one decimal. */
  static String decibans(long millinats) {
    long tenths = Math.round(millinats / Weight.DECIBAN * 10);
    return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
  }
}
