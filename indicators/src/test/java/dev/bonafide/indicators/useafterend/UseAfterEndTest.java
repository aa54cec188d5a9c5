package dev.bonafide.indicators.useafterend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class UseAfterEndTest {
  private static final Days ALL = new Days(Diary.MONDAY, Diary.MONDAY + 60);
  private final UseAfterEnd after = new UseAfterEnd();

  @Test
  void theGraceEndsADayAfterTheDayHasEndedEverywhere() {
    assertThat(evidence(actOn(6, "11:59"))).isEmpty();
    assertThat(evidence(actOn(6, "12:01"))).hasSize(1);
  }

  private static Diary actOn(int day, String time) {
    Diary diary = new Diary();
    diary
        .worker("ada")
        .weeks(0, 4, "09:00", "17:00")
        .employed(-300, 4)
        .act(day, time, Kind.MESSAGE);
    return diary;
  }

  @Test
  void aTimeInTheRowCountsAsItIs() {
    Diary diary = new Diary();
    long noon = (Diary.MONDAY + 4) * 86_400_000L + 12 * 3_600_000L;
    diary
        .worker("ada")
        .claim(
            new Claim.Employment(
                "ada",
                5,
                Diary.MONDAY - 300,
                Diary.MONDAY + 4,
                noon,
                null,
                null,
                null,
                null,
                null,
                null))
        .act(5, "11:59", Kind.MESSAGE);
    assertThat(evidence(diary)).isEmpty();
    diary.worker("ada").act(5, "12:01", Kind.MESSAGE);
    List<Evidence> evidence = evidence(diary);
    assertThat(evidence).hasSize(1);
    assertThat(evidence.getFirst().citations()).contains(new Citation.OfRow(5));
    assertThat(evidence.getFirst().fact()).startsWith("The employment ended on 2026-03-06; 1 act");
  }

  @Test
  void ordinaryWorkThatGoesOnIsMostLikelyAWrongRow() {
    Diary diary = new Diary();
    diary.worker("ada").weeks(0, 18, "09:00", "17:00").employed(-300, 4);
    Evidence last = evidence(diary).getLast();
    assertThat(last.hard()).isTrue();
    assertThat(last.remaining().get(Explanation.RECORD_ERROR)).isEqualTo(900);
    assertThat(last.fact()).contains("ordinary work going on");
  }

  @Test
  void whenOnlyProgramsGoOnItSaysThatTheSessionsShouldBeClosed() {
    Diary diary = new Diary();
    diary.worker("ada").weeks(0, 4, "09:00", "17:00").employed(-300, 4);
    diary.worker("ada").every(3600, 7, 12, Kind.SIGN_IN_SILENT);
    Outcome outcome = after.evaluate(diary.view("ada"), ALL);
    assertThat(outcome).isInstanceOf(Outcome.Kept.class);
    assertThat(((Outcome.Kept) outcome).why().reason()).contains("sessions should be closed");
  }

  @Test
  void aGapBetweenTwoContractsEndsAtTheNextOne() {
    Diary diary = new Diary();
    diary.worker("ada").employed(-300, 4).employed(40, Long.MAX_VALUE);
    diary.worker("ada").act(20, "10:00", Kind.MESSAGE).act(36, "10:00", Kind.SIGN_IN);
    List<Evidence> evidence = evidence(diary);
    assertThat(evidence).hasSize(1);
    assertThat(evidence.getFirst().day()).isEqualTo(Diary.MONDAY + 20);
  }

  private List<Evidence> evidence(Diary diary) {
    return after.evaluate(diary.view("ada"), ALL) instanceof Outcome.Spoke spoke
        ? spoke.evidence()
        : List.of();
  }
}
