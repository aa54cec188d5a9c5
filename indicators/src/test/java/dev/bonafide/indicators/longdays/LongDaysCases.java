package dev.bonafide.indicators.longdays;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.model.Kind;
import java.util.List;
import java.util.SplittableRandom;

@AutoService(CaseBook.class)
public final class LongDaysCases implements CaseBook {
  @Override
  public String indicator() {
    return "long-days";
  }

  @Override
  public List<Twins> twins() {
    return List.of(new Twins("how many half hours are filled", days("06:00", "22:30"), pieces(14)));
  }

  private static Diary days(String from, String to) {
    Diary diary = new Diary();
    for (int day = 0; day < 14; day++) {
      diary.worker("ada").work(day, from, to);
    }
    return diary;
  }

  /** The same span of the clock, in three pieces. */
  private static Diary pieces(int days) {
    Diary diary = new Diary();
    for (int day = 0; day < days; day++) {
      diary.worker("ada").work(day, "06:00", "09:00").work(day, "12:00", "15:00");
      diary.worker("ada").work(day, "19:30", "22:30");
    }
    return diary;
  }

  /** Applications opened at random moments, every quarter of an hour on average. */
  private static Diary thin(int from, int to) {
    Diary diary = new Diary();
    SplittableRandom random = new SplittableRandom(7);
    for (int day = 0; day < 14; day++) {
      diary.worker("ada").act(day, from * 3600, Kind.SIGN_IN, null, 0);
      int at = from * 3600;
      while (at < to * 3600) {
        at += 60 + (int) (-840 * Math.log(1 - random.nextDouble()));
        diary.worker("ada").act(day, Math.min(at, to * 3600), Kind.APP_SIGN_IN, null, 0);
      }
    }
    return diary;
  }

  @Override
  public List<Fires> fires() {
    return List.of(
        new Fires("two in turns", days("06:00", "22:30"), 2000),
        new Fires("three in turns", days("02:00", "23:00"), 2500),
        new Fires("two in turns, of whom only applications are seen", thin(5, 22), 2000));
  }

  @Override
  public List<Quiet> quiet() {
    Diary week = new Diary();
    week.worker("ada").weeks(0, 11, "09:00", "17:30");
    for (int day = 7; day < 12; day++) {
      week.worker("ada").work(day, "06:00", "23:00");
    }
    Diary robot = new Diary();
    robot.worker("ada").weeks(0, 18, "09:00", "17:00");
    robot.worker("ada").app("ci").every(600, 0, 20, Kind.CODE_COMMIT);
    return List.of(
        new Quiet(
            "days as long as one person works, with an act every quarter of an hour", thin(9, 20)),
        new Quiet("one hard week", week),
        new Quiet("a long office day", days("07:30", "20:00")),
        new Quiet("a script that commits every ten minutes", robot));
  }
}
