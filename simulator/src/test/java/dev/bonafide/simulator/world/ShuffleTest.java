package dev.bonafide.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.testkit.Property;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ShuffleTest {
  @Test
  void everyNumberGetsAPlaceThatNoOtherGets() {
    Property.forAll(
        200,
        random -> {
          int size = 1 + random.nextInt(3_000);
          Shuffle shuffle = new Shuffle(random.nextLong(), size);
          BitSet taken = new BitSet();
          for (int number = 0; number < size; number++) {
            int place = (int) shuffle.of(number);
            assertThat(place).isBetween(0, size - 1);
            assertThat(taken.get(place)).as("place %d of %d taken twice", place, size).isFalse();
            taken.set(place);
          }
        });
  }

  @Test
  void neighboursDoNotStayNeighbours() {
    Shuffle shuffle = new Shuffle(42, 100_000);
    int near = 0;
    for (int number = 0; number < 1_000; number++) {
      if (Math.abs(shuffle.of(number) - shuffle.of(number + 1)) < 1_000) {
        near++;
      }
    }
    assertThat(near).isLessThan(60);
  }
}
