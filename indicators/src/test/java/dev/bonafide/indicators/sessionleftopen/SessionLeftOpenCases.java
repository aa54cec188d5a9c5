package dev.bonafide.indicators.sessionleftopen;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.model.Kind;
import java.util.ArrayList;
import java.util.List;

@AutoService(CaseBook.class)
public final class SessionLeftOpenCases implements CaseBook {
  @Override
  public String indicator() {
    return "session-left-open";
  }

  @Override
  public List<Twins> twins() {
    return List.of(
        new Twins("a hand used the session at night", session(6, true), session(6, false)));
  }

  /** One session with refreshes all day and night, and a person in it by day or all the time. */
  private static Diary session(int days, boolean nights) {
    Diary diary = new Diary();
    Diary.Worker ada = diary.worker("ada").from(Line.home(1, Line.City.NORTHPORT));
    ada.in("s-1").every(3540, 0, days - 1, Kind.SIGN_IN_SILENT);
    for (int day = 0; day < days; day++) {
      ada.work(day, nights ? "00:00" : "09:00", nights ? "23:59" : "17:00");
    }
    return diary;
  }

  @Override
  public List<Fires> fires() {
    return List.of(
        new Fires("a hand in it without a rest for ten days", session(10, true), 1900),
        new Fires("a machine that is on for ten days: next to nothing", session(10, false), 150),
        new Fires("a hand at all hours, with rests", allHours(), 500));
  }

  private static Diary allHours() {
    Diary diary = new Diary();
    Diary.Worker ada = diary.worker("ada").from(Line.home(1, Line.City.NORTHPORT));
    ada.in("s-1").every(3540, 0, 5, Kind.SIGN_IN_SILENT);
    for (int day = 0; day < 6; day += 2) {
      ada.work(day, "00:00", "13:00");
      ada.work(day + 1, "12:00", "23:59");
    }
    return diary;
  }

  @Override
  public List<Quiet> quiet() {
    List<Quiet> quiet = new ArrayList<>();
    Diary ordinary = new Diary();
    ordinary.worker("ada").in("s-1").weeks(0, 25, "08:00", "18:00");
    quiet.add(new Quiet("one session for four weeks, used by day and left at night", ordinary));

    Diary daily = new Diary();
    for (int day = 0; day < 20; day++) {
      daily.worker("ada").in("s-" + day).every(3540, day, day, Kind.SIGN_IN_SILENT);
      daily.worker("ada").work(day, "00:00", "23:00");
    }
    quiet.add(new Quiet("a new session every day", daily));
    return quiet;
  }
}
