package dev.bonafide.linking.rings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.logbook.Bits;
import dev.bonafide.testkit.Property;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoursTest {
  /** Who acts in a bin of a day. */
  private interface Acts {
    boolean at(int day, int bin);
  }

  private static SortedMap<Integer, long[]> hands(Acts acts) {
    SortedMap<Integer, long[]> hands = new TreeMap<>();
    for (int day = 0; day < 20; day++) {
      long[] bits = Bits.empty();
      for (int bin = 0; bin < Bits.BINS; bin++) {
        if (acts.at(day, bin)) {
          bits[bin >>> 6] |= 1L << (bin & 63);
        }
      }
      hands.put(day, bits);
    }
    return hands;
  }

  private static boolean office(int bin) {
    return bin >= 8 * 12 && bin < 16 * 12;
  }

  private static int millibits(SortedMap<Integer, long[]> a, SortedMap<Integer, long[]> b) {
    Tie.@Nullable Line line = Hours.between(a, b);
    assertThat(line).isNotNull();
    return line.millibits();
  }

  @Test
  void twoWhoWorkTheSameHoursOnTheirOwnAreTwoBodies() {
    Property.forAll(
        20,
        random -> {
          SplittableRandom other = random.split();
          assertThat(
                  millibits(
                      hands((day, bin) -> office(bin) && random.nextInt(3) == 0),
                      hands((day, bin) -> office(bin) && other.nextInt(3) == 0)))
              .isNegative();
        });
  }

  @Test
  void oneWhoGoesFromOneComputerToTheOtherIsOneBody() {
    Property.forAll(
        20,
        random -> {
          // A turn of ten to forty minutes here, then one there; the bin of the change has both.
          boolean[] here = new boolean[20 * Bits.BINS];
          boolean[] there = new boolean[20 * Bits.BINS];
          boolean at = true;
          for (int i = 0; i < here.length; ) {
            for (int turn = 2 + random.nextInt(7); turn > 0 && i < here.length; turn--, i++) {
              here[i] = at;
              there[i] = !at;
            }
            if (i < here.length && random.nextInt(3) == 0) {
              here[i] = true;
              there[i] = true;
            }
            at = !at;
          }
          assertThat(
                  millibits(
                      hands((day, bin) -> office(bin) && here[day * Bits.BINS + bin]),
                      hands((day, bin) -> office(bin) && there[day * Bits.BINS + bin])))
              .isEqualTo(4_000);
        });
  }

  @Test
  void shiftsAreNeverAtOnceAndSayNothing() {
    Tie.@Nullable Line fixed =
        Hours.between(
            hands((day, bin) -> bin >= 6 * 12 && bin < 14 * 12),
            hands((day, bin) -> bin >= 14 * 12 && bin < 22 * 12));
    assertThat(fixed).isNotNull();
    assertThat(fixed.millibits()).isZero();
    assertThat(fixed.text()).contains("say nothing");
    assertThat(
            millibits(
                hands((day, bin) -> bin / 12 / 8 == day / 5 % 3),
                hands((day, bin) -> bin / 12 / 8 == (day / 5 + 1) % 3)))
        .as("shifts that turn each week")
        .isZero();
  }

  @Test
  void whoWasNeverSeenAtWorkSaysNothingAtAll() {
    assertThat(Hours.between(new TreeMap<>(), hands((day, bin) -> office(bin)))).isNull();
  }

  @Test
  void theMeetingsAreThoseOfTheBins() {
    Property.forAll(
        50,
        random -> {
          SortedMap<Integer, long[]> a = hands((day, bin) -> random.nextInt(4) == 0);
          SortedMap<Integer, long[]> b = hands((day, bin) -> random.nextInt(4) == 0);
          int met = 0;
          for (int day : a.keySet()) {
            met += Bits.count(Bits.and(a.get(day), b.get(day)));
          }
          Tie.@Nullable Line line = Hours.between(a, b);
          assertThat(line).isNotNull();
          assertThat(line.text()).contains("five minutes " + met + " times");
          assertThat(Hours.between(b, a)).isEqualTo(line);
        });
  }
}
