package dev.bonafide.indicators.clockchange;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.model.Claim;
import java.util.List;

@AutoService(CaseBook.class)
public final class ClockChangeCases implements CaseBook {
  @Override
  public String indicator() {
    return "clock-change";
  }

  @Override
  public List<Twins> twins() {
    return List.of(new Twins("the hour by which the day moves", days(0), days(-1)));
  }

  /** Three weeks on each side of 8 March, when clocks go forward in New York. */
  private static Diary days(int moved) {
    Diary diary = new Diary();
    diary.worker("ada").from(Line.home(1, Line.City.NORTHPORT));
    diary.worker("ada").lives(Line.City.NORTHPORT, "America/New_York");
    diary.worker("ada").weeks(-15, 4, "14:00", "22:00");
    diary.worker("ada").weeks(7, 25, (14 + moved) + ":00", (22 + moved) + ":00");
    return diary;
  }

  @Override
  public List<Fires> fires() {
    return List.of(new Fires("a day that stays", days(0), 1800));
  }

  @Override
  public List<Quiet> quiet() {
    Diary moved = days(0);
    moved
        .worker("ada")
        .claim(
            new Claim.Place(
                "ada", 9, Diary.MONDAY - 1, Diary.MONDAY + 60, "Phoenix", "US", "America/Phoenix"));
    return List.of(new Quiet("a declared move to a zone that does not change", moved));
  }
}
