package dev.bonafide.linking.fields;

import dev.bonafide.linking.text.Distance;
import java.util.Arrays;
import java.util.List;

/** Mail addresses, in canonical form. */
final class Mails implements Comparison<Mails.Mail> {
  private static final List<String> LEVELS =
      List.of("same", "one typo", "same before @", "similar before @", "different");
  private static final List<Double> EXPECTED = List.of(0.70, 0.08, 0.06, 0.04, 0.12);
  private static final List<KeyKind> KINDS =
      List.of(
          new KeyKind("same", true, false),
          new KeyKind("before @", true, false),
          new KeyKind("begin", false, true),
          new KeyKind("end before @", true, false));

  /** An address, and its part before the @. */
  @SuppressWarnings("ArrayRecordComponent") // read millions of times
  record Mail(char[] whole, char[] local) {}

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public List<Double> expected() {
    return EXPECTED;
  }

  @Override
  public Mail prepare(String normal) {
    int at = normal.indexOf('@');
    return new Mail(
        normal.toCharArray(), (at < 0 ? normal : normal.substring(0, at)).toCharArray());
  }

  @Override
  public int level(Mail a, Mail b) {
    if (Distance.within(a.whole, b.whole, 1)) {
      return 1;
    }
    char[] x = a.local;
    char[] y = b.local;
    if (Arrays.equals(x, y)) {
      return 2;
    }
    return Math.min(x.length, y.length) >= 4
            && (Distance.within(x, y, 1) || Distance.jaroWinkler(x, y) >= 0.92)
        ? 3
        : 4;
  }

  @Override
  public List<KeyKind> kinds() {
    return KINDS;
  }

  @Override
  public long[] keys(int kind, Mail value) {
    char[] local = value.local;
    return switch (kind) {
      case 0 -> Names.key(value.whole, 0, value.whole.length);
      case 1 -> Names.key(local, 0, local.length);
      case 2 -> local.length < 3 ? Names.NO_KEY : Names.key(local, 0, Math.min(4, local.length));
      default ->
          local.length < 5
              ? Names.NO_KEY
              : Names.key(local, local.length / 2, local.length - local.length / 2);
    };
  }
}
