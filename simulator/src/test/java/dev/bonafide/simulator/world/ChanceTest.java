package dev.bonafide.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChanceTest {
  @Test
  void aStreamDoesNotDependOnWhatWasDrawnFromItsParent() {
    Chance drawn = Chance.of(7);
    long before = drawn.at("lunch", 3).bits();
    drawn.bits();
    drawn.normal(0, 1);
    assertThat(drawn.at("lunch", 3).bits()).isEqualTo(before);
  }

  @Test
  void purposesAndStepsNameDifferentStreams() {
    Set<Long> names = new HashSet<>();
    for (String purpose : new String[] {"lunch", "evening", "trip", "day of self", ""}) {
      for (int step = -50; step < 1_000; step++) {
        names.add(Chance.of(7).at(purpose, step).name());
      }
    }
    assertThat(names).hasSize(5 * 1_050);
  }

  @Test
  void drawsHaveTheDistributionThatTheyClaim() {
    Chance chance = Chance.of(11);
    int n = 60_000;
    double sum = 0;
    double squares = 0;
    double exponential = 0;
    double seldom = 0;
    double geometric = 0;
    for (int i = 0; i < n; i++) {
      double z = chance.normal(3, 2);
      sum += z;
      squares += (z - 3) * (z - 3);
      exponential += chance.exponential(5);
      seldom += chance.seldom(4);
      geometric += chance.geometric(0.25);
    }
    assertThat(sum / n).isCloseTo(3, within(0.04));
    assertThat(StrictMath.sqrt(squares / n)).isCloseTo(2, within(0.04));
    assertThat(exponential / n).isCloseTo(5, within(0.1));
    assertThat(seldom / n).isCloseTo(0.2, within(0.01));
    assertThat(geometric / n).isCloseTo(3, within(0.1));
  }
}
