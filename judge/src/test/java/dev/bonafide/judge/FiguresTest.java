package dev.bonafide.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Formulas against figures from the literature. */
class FiguresTest {
  @Test
  void theIntervalIsWilsons() {
    Share share = Share.of(15, 50);
    assertThat(share.low()).isCloseTo(0.1910, within(1e-4));
    assertThat(share.high()).isCloseTo(0.4375, within(1e-4));
    assertThat(Share.of(0, 10).low()).isZero();
    assertThat(Share.of(10, 10).high()).isOne();
    assertThat(Share.of(0, 0).share()).isNaN();
  }

  /** The 6-MP arm of Freireich's remission times, weeks (Cox and Oakes 1984). */
  @Test
  void theCurveIsKaplanAndMeiers() {
    Survival survival =
        new Survival(
            List.of(
                time(6), time(6), time(6), lost(6), time(7), lost(9), time(10), lost(10), lost(11),
                time(13), time(16), lost(17), lost(19), lost(20), time(22), time(23), lost(25),
                lost(32), lost(32), lost(34), lost(35)));
    assertThat(survival.steps())
        .extracting(Survival.Step::left)
        .usingComparatorForType((a, b) -> Math.abs(a - b) < 5e-4 ? 0 : 1, Double.class)
        .containsExactly(0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482);
    assertThat(survival.quantile(0.5)).isEqualTo(23);
    assertThat(survival.quantile(0.75)).isNull();
  }

  private static Survival.Time time(double weeks) {
    return new Survival.Time(weeks, true);
  }

  private static Survival.Time lost(double weeks) {
    return new Survival.Time(weeks, false);
  }
}
