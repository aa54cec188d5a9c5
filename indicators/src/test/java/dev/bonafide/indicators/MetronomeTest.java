package dev.bonafide.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class MetronomeTest {
  private static final int EXACT = 1;

  /** Acts of some days, at seconds given by their number. */
  private static boolean automated(
      int acts, boolean humanPrior, boolean scheduled, int clock, IntUnaryOperator at) {
    Metronome metronome = new Metronome(acts, humanPrior, scheduled);
    int last = 0;
    for (int i = 0; i < acts; i++) {
      int second = at.applyAsInt(i);
      metronome.tell(second / 86_400, second % 86_400);
      last = second / 86_400;
    }
    return metronome.automated(last, false, clock);
  }

  @Test
  void aHeartbeatIsAProgramWhateverItsKindSays() {
    assertThat(automated(200, true, false, EXACT, i -> 7 + 300 * i)).isTrue();
    assertThat(automated(200, false, false, EXACT, i -> 7 + 3600 * i)).isTrue();
  }

  @Test
  void aPeriodThatIsNoneOfTheUsualIsFoundByItsGaps() {
    assertThat(automated(200, true, false, EXACT, i -> 7 + 437 * i)).isTrue();
  }

  @Test
  void aJitteredTimerThatNeverSleepsIsFoundByItsGapsAndItsFlatDay() {
    SplittableRandom random = new SplittableRandom(1);
    int[] at = new int[1];
    assertThat(automated(900, false, false, EXACT, i -> at[0] += 700 + random.nextInt(900)))
        .isTrue();
  }

  @Test
  void aPersonWhoWorksInBurstsIsNone() {
    SplittableRandom random = new SplittableRandom(2);
    assertThat(
            automated(
                400,
                true,
                false,
                EXACT,
                i ->
                    (i / 40) * 86_400
                        + 9 * 3600
                        + i % 40 * 700
                        + random.nextInt(random.nextInt(600) + 1)))
        .isFalse();
  }

  @Test
  void fewActsProveNothing() {
    assertThat(automated(29, false, false, EXACT, i -> 300 * i)).isFalse();
    assertThat(automated(30, false, false, EXACT, i -> 300 * i)).isTrue();
  }

  @Test
  void meetingsBeginAtFullHoursAndAreHeldByPeople() {
    SplittableRandom random = new SplittableRandom(3);
    IntUnaryOperator punctual =
        i -> (i / 4) * 86_400 + (9 + i % 4 * 2) * 3600 + random.nextInt(240);
    assertThat(automated(60, true, true, EXACT, punctual)).isFalse();
    assertThat(automated(60, false, false, EXACT, punctual)).isTrue();
  }

  @Test
  void aClockThatShowsMinutesIsNoMetronome() {
    SplittableRandom random = new SplittableRandom(4);
    IntUnaryOperator person =
        i -> (i / 20) * 86_400 + 9 * 3600 + i % 20 * 1200 + random.nextInt(20) * 60;
    assertThat(automated(100, true, false, 60, person)).isFalse();
    assertThat(automated(100, true, false, EXACT, person))
        .as("where other records show seconds, whole minutes are a program's")
        .isTrue();
  }

  @Test
  void whatCameLaterChangesNoVerdict() {
    Metronome metronome = new Metronome(400, true, false);
    SplittableRandom random = new SplittableRandom(5);
    for (int day = 0; day < 10; day++) {
      for (int i = 0; i < 20; i++) {
        metronome.tell(day, 30_000 + i * 1500 + random.nextInt(1500));
      }
    }
    for (int i = 0; i < 200; i++) {
      metronome.tell(40, 300 * i);
    }
    assertThat(metronome.automated(9, false, EXACT)).isFalse();
    assertThat(metronome.automated(40, false, EXACT)).isTrue();
  }
}
