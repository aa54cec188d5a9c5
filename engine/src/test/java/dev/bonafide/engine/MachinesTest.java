package dev.bonafide.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.logbook.OpenPage;
import dev.bonafide.logbook.Pages;
import dev.bonafide.model.Kind;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class MachinesTest {
  private static Pages pages(int days, int acts, IntUnaryOperator second) {
    Pages pages = new Pages();
    for (int day = 0; day < days; day++) {
      OpenPage page = new OpenPage();
      for (int i = 0; i < acts; i++) {
        page.add(
            second.applyAsInt(i) % 86_400, Kind.API_CALL, day * acts + i, 0, 0, 0, 0, 0, 0, 0, 0);
      }
      pages.add(7L << 32, 20_000 + day, page.seal());
    }
    return pages;
  }

  @Test
  void whatActsAtTheSameSecondOfEachQuarterIsAMachine() {
    SplittableRandom random = new SplittableRandom(1);
    assertThat(Machines.isMachine(pages(5, 90, i -> i * 900 + 17 + random.nextInt(40)), 7L << 32))
        .isTrue();
  }

  @Test
  void whoActsWheneverItSuitsIsNone() {
    SplittableRandom random = new SplittableRandom(1);
    assertThat(Machines.isMachine(pages(5, 90, i -> 30_000 + random.nextInt(30_000)), 7L << 32))
        .isFalse();
  }

  @Test
  void aFewActsAreTooFewToTell() {
    assertThat(Machines.isMachine(pages(5, 10, i -> i * 3600), 7L << 32)).isFalse();
    assertThat(Machines.isMachine(pages(2, 200, i -> i * 60), 7L << 32)).isFalse();
  }
}
