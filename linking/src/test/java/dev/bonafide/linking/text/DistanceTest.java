package dev.bonafide.linking.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bonafide.testkit.Property;
import org.junit.jupiter.api.Test;

class DistanceTest {
  /** Winkler's own published examples. */
  @Test
  void jaroWinklerGivesThePublishedValues() {
    assertThat(jaroWinkler("martha", "marhta")).isCloseTo(0.9611, within(1e-4));
    assertThat(jaroWinkler("dwayne", "duane")).isCloseTo(0.84, within(1e-4));
    assertThat(jaroWinkler("dixon", "dicksonx")).isCloseTo(0.8133, within(1e-4));
    assertThat(jaroWinkler("abc", "xyz")).isZero();
  }

  @Test
  void oneEditIsAnInsertionADeletionASubstitutionOrASwap() {
    assertThat(within1("smith", "smiths")).isTrue();
    assertThat(within1("smith", "smth")).isTrue();
    assertThat(within1("smith", "smyth")).isTrue();
    assertThat(within1("smith", "simth")).isTrue();
    assertThat(within1("smith", "smythe")).isFalse();
    assertThat(within1("", "ab")).isFalse();
  }

  @Test
  void withinAgreesWithTheTextbookTable() {
    Property.forAll(
        3000,
        random -> {
          char[] a = word(random.nextInt(8), random);
          char[] b = word(random.nextInt(8), random);
          for (int edits = 0; edits <= 3; edits++) {
            assertThat(Distance.within(a, b, edits))
                .as("%s %s %d", new String(a), new String(b), edits)
                .isEqualTo(table(a, b) <= edits);
          }
        });
  }

  private static char[] word(int length, java.util.SplittableRandom random) {
    char[] word = new char[length];
    for (int i = 0; i < length; i++) {
      word[i] = (char) ('a' + random.nextInt(3));
    }
    return word;
  }

  /** Optimal string alignment by the full table. */
  private static int table(char[] a, char[] b) {
    int[][] cost = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        best = Math.min(best, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[a.length][b.length];
  }

  private static double jaroWinkler(String a, String b) {
    return Distance.jaroWinkler(a.toCharArray(), b.toCharArray());
  }

  private static boolean within1(String a, String b) {
    return Distance.within(a.toCharArray(), b.toCharArray(), 1);
  }
}
