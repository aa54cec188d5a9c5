package dev.bonafide.indicators.marathon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarathonActivityTest {
  private static final Days ALL = new Days(Diary.MONDAY, Diary.MONDAY + 60);
  private final MarathonActivity marathon = new MarathonActivity();

  @Test
  void stepsAndTheEndAreRevisionsOfOneEpisode() {
    Diary diary = new Diary();
    diary.worker("ada").on(0, "00:00", 7, "06:00");
    List<Evidence> evidence = spoke(diary);
    assertThat(evidence).extracting(Evidence::id).containsOnly(evidence.getFirst().id());
    assertThat(evidence).extracting(e -> e.day() - Diary.MONDAY).containsExactly(3L, 4L, 5L, 7L);
    assertThat(evidence).extracting(Evidence::millinats).containsExactly(3000, 3500, 4000, 4500);
  }

  @Test
  void theEndIsKnownFiveHoursAfterTheLastAct() {
    Diary diary = new Diary();
    diary.worker("ada").on(0, "00:00", 3, "21:00").work(6, "09:00", "12:00");
    List<Evidence> evidence = spoke(diary);
    assertThat(evidence).extracting(e -> e.day() - Diary.MONDAY).containsExactly(3L, 4L);
    assertThat(evidence.getLast().fact()).endsWith("Then a rest.");
  }

  @Test
  void silenceWhileTheSourceIsDownEndsTheSpan() {
    assertThat(evidence(outage(true))).isEmpty();
    assertThat(evidence(outage(false))).isNotEmpty();
  }

  /** Ada pauses for two hours in the middle; so do all others, or not. */
  private static Diary outage(boolean everybody) {
    Diary diary = new Diary();
    for (int i = 0; i < 6; i++) {
      Diary.Worker shift = diary.worker("shift-" + i);
      for (int day = 0; day < 18; day++) {
        for (int hour = 0; hour < 24; hour++) {
          boolean gap = day == 15 && (hour == 10 || hour == 11);
          if (!gap || !everybody) {
            shift.act(day, hour * 3600 + i * 60 + day, Kind.PROCESS, null, 0);
          }
        }
      }
    }
    diary.worker("ada").on(14, "00:00", 15, "10:00").on(15, "12:00", 17, "02:00");
    return diary;
  }

  @Test
  void whenOnlyDoubtfulActsLeaveNoRestItSaysWhichStreamWouldDecide() {
    Diary diary = new Diary();
    diary.worker("ada").weeks(0, 4, "09:00", "17:00");
    Diary.Worker ada = diary.worker("ada");
    for (int at = 0; at < 5 * 86_400; at += 500 + at % 1777) {
      ada.act(at / 86_400, at % 86_400, Kind.PROCESS, null, 0);
    }
    Outcome outcome = marathon.evaluate(diary.view("ada"), ALL);
    assertThat(outcome).isInstanceOf(Outcome.Kept.class);
    assertThat(((Outcome.Kept) outcome).why().reason()).contains("process");
  }

  @Test
  void whereNoRecordNeedsAHandItCannotTell() {
    Diary diary = new Diary();
    diary.worker("ada").every(600, 0, 5, Kind.SIGN_IN_SILENT);
    assertThat(marathon.evaluate(diary.view("ada"), ALL)).isInstanceOf(Outcome.Kept.class);
  }

  private List<Evidence> spoke(Diary diary) {
    List<Evidence> evidence = evidence(diary);
    assertThat(evidence).isNotEmpty();
    return evidence;
  }

  private List<Evidence> evidence(Diary diary) {
    return marathon.evaluate(diary.view("ada"), ALL) instanceof Outcome.Spoke spoke
        ? spoke.evidence()
        : List.of();
  }
}
