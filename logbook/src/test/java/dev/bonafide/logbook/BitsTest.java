package dev.bonafide.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every function of {@link Bits} against the obvious one over a list of booleans. */
class BitsTest {

  @Test
  void bitmapsSayTheSameAsSetsOfBins() {
    Property.forAll(
        500,
        random -> {
          long[] a = day(random);
          long[] b = day(random);
          assertThat(set(Bits.or(a, b))).isEqualTo(op(a, b, BitSet::or));
          assertThat(set(Bits.and(a, b))).isEqualTo(op(a, b, BitSet::and));
          assertThat(set(Bits.andNot(a, b))).isEqualTo(op(a, b, BitSet::andNot));
          assertThat(Bits.count(a)).isEqualTo(set(a).cardinality());
          assertThat(Bits.isEmpty(a)).isEqualTo(set(a).isEmpty());
          int from = random.nextInt(Bits.BINS);
          int to = from + random.nextInt(Bits.BINS - from + 1);
          assertThat(Bits.count(a, from, to)).isEqualTo(set(a).get(from, to).cardinality());
          int next = set(a).nextSetBit(from);
          assertThat(Bits.nextSet(a, from, to)).isEqualTo(next < 0 || next > to ? to : next);
          assertThat(Bits.nextClear(a, from, to))
              .isEqualTo(Math.min(to, set(a).nextClearBit(from)));
          assertThat(Bits.get(a, from)).isEqualTo(set(a).get(from));
        });
  }

  @Test
  void daysInARowAreOneBitmapAndComeApartAgain() {
    Property.forAll(
        200,
        random -> {
          List<long[]> days = new ArrayList<>();
          BitSet expected = new BitSet();
          for (int d = 0; d < 1 + random.nextInt(9); d++) {
            long[] bits = day(random);
            days.add(bits);
            int at = d * Bits.BINS;
            set(bits).stream().forEach(bin -> expected.set(at + bin));
          }
          long[] joined = Bits.days(days);
          assertThat(set(joined)).isEqualTo(expected);
          for (int d = 0; d < days.size(); d++) {
            assertThat(Bits.day(joined, d)).isEqualTo(days.get(d));
          }
        });
  }

  @Test
  void theLongestGapIsTheFirstOfTheLongestRunsOfClearBins() {
    Property.forAll(
        300,
        random -> {
          long[] bits = Bits.days(List.of(day(random), day(random)));
          int from = random.nextInt(500);
          int to = from + random.nextInt(577 - from);
          int best = 0;
          int start = from;
          for (int s = from; s < to; s++) {
            int e = s;
            while (e < to && !Bits.get(bits, e)) {
              e++;
            }
            if (e - s > best) {
              best = e - s;
              start = s;
            }
          }
          assertThat(Bits.longestGap(bits, from, to)).isEqualTo(new Bits.Run(start, start + best));
        });
  }

  @Test
  void runsBridgeGapsThatAreShorterThanSaid() {
    long[] bits = bins(3, 4, 6, 10, 11);
    assertThat(Bits.runs(bits, 0, 288, 1))
        .containsExactly(new Bits.Run(3, 5), new Bits.Run(6, 7), new Bits.Run(10, 12));
    assertThat(Bits.runs(bits, 0, 288, 2))
        .containsExactly(new Bits.Run(3, 7), new Bits.Run(10, 12));
    assertThat(Bits.runs(bits, 0, 288, 4)).containsExactly(new Bits.Run(3, 12));
    assertThat(Bits.runs(bits, 4, 11, 4)).containsExactly(new Bits.Run(4, 11));
    assertThat(Bits.runs(Bits.empty(), 0, 288, 4)).isEmpty();
  }

  @Test
  void binsThatTwoBitmapsHave() {
    assertThat(Bits.twice(List.of(bins(1, 2), bins(2, 3), bins(3, 70), bins(70))))
        .isEqualTo(bins(2, 3, 70));
    assertThat(Bits.twice(List.of(bins(1)))).isEqualTo(Bits.empty());
  }

  private static long[] day(SplittableRandom random) {
    long[] bits = Bits.empty();
    int runs = random.nextInt(12);
    for (int i = 0; i < runs; i++) {
      int second = random.nextInt(86_400);
      Bits.mark(bits, 0, second, random.nextInt(86_400 - second));
    }
    return random.nextInt(3) == 0 ? Bits.andNot(bins(0, 17, 63, 64, 127, 128, 287), bits) : bits;
  }

  private interface Op {
    void apply(BitSet target, BitSet other);
  }

  private static BitSet op(long[] a, long[] b, Op op) {
    BitSet out = set(a);
    op.apply(out, set(b));
    return out;
  }

  private static BitSet set(long[] bits) {
    return BitSet.valueOf(bits);
  }

  static long[] bins(int... set) {
    long[] bits = Bits.empty();
    for (int bin : set) {
      bits[bin / 64] |= 1L << (bin % 64);
    }
    return bits;
  }
}
