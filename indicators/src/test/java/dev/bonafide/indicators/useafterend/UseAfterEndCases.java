package dev.bonafide.indicators.useafterend;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.model.Kind;
import java.util.List;

@AutoService(CaseBook.class)
public final class UseAfterEndCases implements CaseBook {
  @Override
  public String indicator() {
    return "use-after-end";
  }

  @Override
  public List<Twins> twins() {
    return List.of(new Twins("a hand was there", after(Kind.MESSAGE), after(Kind.SIGN_IN_SILENT)));
  }

  /** Ada's employment ends on day 4; something happens under her account on days 9 and 10. */
  private static Diary after(Kind kind) {
    Diary diary = leaver();
    diary.worker("ada").act(9, "10:00", kind).act(10, "11:00", kind);
    return diary;
  }

  private static Diary leaver() {
    Diary diary = new Diary();
    diary
        .worker("ada")
        .from(Line.home(1, Line.City.NORTHPORT))
        .weeks(0, 4, "09:00", "17:00")
        .employed(-200, 4);
    return diary;
  }

  @Override
  public List<Fires> fires() {
    Diary once = leaver();
    once.worker("ada").act(9, "10:00", Kind.SIGN_IN);
    Diary goesOn = leaver();
    goesOn.worker("ada").weeks(7, 18, "09:00", "17:00");
    return List.of(
        new Fires("one sign-in five days later", once, 4000),
        new Fires("use on two days", after(Kind.FILE_READ), 6000),
        new Fires("ordinary work that goes on", goesOn, 6000));
  }

  @Override
  public List<Quiet> quiet() {
    Diary grace = leaver();
    // Day 4 ends at 12:00Z of day 5 in the latest zone; a day of grace follows.
    grace.worker("ada").act(6, "11:55", Kind.MESSAGE);
    Diary rehired = after(Kind.MESSAGE);
    rehired.worker("ada").employed(9, Long.MAX_VALUE);
    Diary stays = new Diary();
    stays.worker("ada").weeks(0, 18, "09:00", "17:00").employed(-200, Long.MAX_VALUE);
    Diary failed = after(Kind.SIGN_IN_FAILED);
    return List.of(
        new Quiet("a good-bye within the day of grace", grace),
        new Quiet("rehired after a pause", rehired),
        new Quiet("somebody who stays", stays),
        new Quiet("failed sign-ins after the end", failed));
  }
}
