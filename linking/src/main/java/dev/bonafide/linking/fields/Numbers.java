package dev.bonafide.linking.fields;

import dev.bonafide.linking.text.Distance;
import dev.bonafide.model.Hash;
import java.util.List;

/** Amounts, and years. */
final class Numbers implements Comparison<Numbers.Amount> {
  private static final List<String> AMOUNTS =
      List.of("same", "within 1 %", "within 5 %", "within 20 %", "different");
  private static final List<String> YEARS =
      List.of("same", "one apart", "one digit", "up to 5 apart", "different");
  private static final List<Double> EXPECTED_AMOUNTS = List.of(0.60, 0.12, 0.10, 0.08, 0.10);
  private static final List<Double> EXPECTED_YEARS = List.of(0.85, 0.05, 0.03, 0.03, 0.04);
  private static final List<KeyKind> KINDS =
      List.of(new KeyKind("same", true, false), new KeyKind("near", false, true));

  /** Natural logarithm of 1.1. */
  private static final double TEN_PERCENT = 0.09531017980432487;

  /** A number and how it is written. */
  @SuppressWarnings("ArrayRecordComponent") // read millions of times
  record Amount(double number, char[] digits) {}

  private final boolean years;

  Numbers(boolean years) {
    this.years = years;
  }

  @Override
  public List<String> levels() {
    return years ? YEARS : AMOUNTS;
  }

  @Override
  public List<Double> expected() {
    return years ? EXPECTED_YEARS : EXPECTED_AMOUNTS;
  }

  @Override
  public Amount prepare(String normal) {
    return new Amount(Double.parseDouble(normal), normal.toCharArray());
  }

  @Override
  public int level(Amount a, Amount b) {
    double apart = Math.abs(a.number - b.number);
    if (years) {
      if (apart <= 1) {
        return 1;
      }
      if (Distance.within(a.digits, b.digits, 1)) {
        return 2;
      }
      return apart <= 5 ? 3 : 4;
    }
    double size = Math.max(Math.abs(a.number), Math.abs(b.number));
    if (apart <= 0.01 * size) {
      return 1;
    }
    if (apart <= 0.05 * size) {
      return 2;
    }
    return apart <= 0.2 * size ? 3 : 4;
  }

  @Override
  public List<KeyKind> kinds() {
    return KINDS;
  }

  @Override
  public long[] keys(int kind, Amount value) {
    if (kind == 0) {
      return Names.key(value.digits, 0, value.digits.length);
    }
    // Bins twice, half a bin apart: years within one and amounts within 5 % meet in one of them.
    if (years) {
      long year = (long) value.number;
      return new long[] {
        Hash.combine(1, Math.floorDiv(year, 2)), Hash.combine(2, Math.floorDiv(year + 1, 2))
      };
    }
    if (value.number == 0) {
      return new long[] {Hash.combine(0, 0)};
    }
    double bin = StrictMath.log(Math.abs(value.number)) / TEN_PERCENT;
    return new long[] {
      Hash.combine(1, (long) Math.floor(bin)), Hash.combine(2, (long) Math.floor(bin + 0.5))
    };
  }
}
