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
    Diary late = new Diary();
    Diary.Worker ada = late.worker("ada").in("s-1").every(3540, 0, 19, Kind.SIGN_IN_SILENT);
    ada.weeks(0, 13, "09:00", "17:00");
    ada.on(14, "00:00", 19, "23:00");
    return List.of(
        new Fires("a hand in it without a rest for ten days", session(10, true), 1900),
        new Fires("a hand without a rest in the third week of it", late, 2200),
        new Fires("single sign-on without a rest", opening(true), 600),
        new Fires("a VPN connection that is never closed: next to nothing", connection(), 150),
        new Fires("a hand at all hours, with rests", allHours(), 500));
  }

  /** Applications opened at irregular moments by day, or all the time. */
  private static Diary opening(boolean nights) {
    Diary diary = new Diary();
    Diary.Worker ada = diary.worker("ada").in("s-1");
    for (int at = 0; at < 6 * 86_400; at += 900 + at % 7_919) {
      int second = at % 86_400;
      if (nights || (second > 9 * 3600 && second < 17 * 3600)) {
        ada.app("app-" + at % 5).act(at / 86_400, second, Kind.APP_SIGN_IN, null, 0);
      }
    }
    return diary;
  }

  private static Diary connection() {
    Diary diary = new Diary();
    Diary.Worker ada = diary.worker("ada").as("vpn").in("tunnel-1");
    ada.act(0, 36_000, Kind.VPN_SESSION, null, 9 * 86_400);
    ada.as("okta").in(null).weeks(0, 9, "09:00", "17:00");
    return diary;
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

    quiet.add(new Quiet("refreshes keep it alive, as for everybody", session(20, false)));
    quiet.add(new Quiet("applications opened by day", opening(false)));

    Diary daily = new Diary();
    for (int day = 0; day < 20; day++) {
      daily.worker("ada").in("s-" + day).every(3540, day, day, Kind.SIGN_IN_SILENT);
      daily.worker("ada").work(day, "00:00", "23:00");
    }
    quiet.add(new Quiet("a new session every day", daily));
    return quiet;
  }
}
