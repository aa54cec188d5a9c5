package dev.bonafide.indicators.concurrentuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.indicators.Line.City;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcurrentUseTest {
  private static final Days ALL = new Days(Diary.MONDAY, Diary.MONDAY + 90);
  private final ConcurrentUse concurrent = new ConcurrentUse();

  @Test
  void aSecondHandAfterWeeksOfOrdinaryWorkMayBeATakeOver() {
    assertThat(evidence(second(0))).extracting(Evidence::direction).containsOnly(Direction.SUBJECT);
    assertThat(evidence(second(35)))
        .extracting(Evidence::direction)
        .containsOnly(Direction.POSSIBLE_VICTIM);
  }

  private static Diary second(int fromDay) {
    Diary diary = new Diary();
    diary
        .worker("ada")
        .from(Line.home(1, City.NORTHPORT))
        .with("Mozilla/5.0 (Windows NT 10.0)")
        .weeks(0, fromDay + 4, "09:00", "17:00");
    Diary.Worker other =
        diary
            .worker("ada")
            .as("chat")
            .from(Line.home(2, City.SOUTHFIELD))
            .with("Mozilla/5.0 (X11)");
    for (int day = fromDay; day < fromDay + 3; day++) {
      other.work(day, "10:00", "12:00");
    }
    return diary;
  }

  @Test
  void twoKeyboardsWeighLittleAndNothingOnOneLine() {
    List<Evidence> apart = evidence(keyboards(false));
    assertThat(apart).isNotEmpty();
    assertThat(apart.getLast().millinats()).isEqualTo(600);
    assertThat(evidence(keyboards(true))).isEmpty();
  }

  private static Diary keyboards(boolean oneLine) {
    Diary diary = new Diary();
    Diary.Worker ada = diary.worker("ada").as("edr");
    for (int day = 0; day < 5; day++) {
      for (String time : List.of("09:00", "11:30", "15:10")) {
        ada.on("pc-1")
            .from(Line.home(1, City.NORTHPORT))
            .act(day, time + ":20", Kind.DEVICE_UNLOCK);
        ada.on("pc-2")
            .from(Line.home(oneLine ? 1 : 2, City.NORTHPORT))
            .act(day, time + ":50", Kind.DEVICE_UNLOCK);
      }
    }
    return diary;
  }

  @Test
  void withoutAnAddressOrDeviceItCannotTell() {
    Diary diary = new Diary();
    diary.worker("ada").weeks(0, 4, "09:00", "17:00");
    assertThat(concurrent.evaluate(diary.view("ada"), ALL)).isInstanceOf(Outcome.Kept.class);
  }

  private List<Evidence> evidence(Diary diary) {
    return concurrent.evaluate(diary.view("ada"), ALL) instanceof Outcome.Spoke spoke
        ? spoke.evidence()
        : List.of();
  }
}
