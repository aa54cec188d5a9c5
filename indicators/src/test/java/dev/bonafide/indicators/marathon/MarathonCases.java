package dev.bonafide.indicators.marathon;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.model.Kind;
import java.util.ArrayList;
import java.util.List;

@AutoService(CaseBook.class)
public final class MarathonCases implements CaseBook {
  @Override
  public String indicator() {
    return "marathon-activity";
  }

  @Override
  public List<Twins> twins() {
    return List.of(new Twins("one night of five quiet hours", threeDays(false), threeDays(true)));
  }

  private static Diary threeDays(boolean rest) {
    Diary diary = ordinaryWeek();
    Diary.Worker ada = diary.worker("ada");
    ada.on(7, "08:00", 8, "23:59");
    ada.work(9, rest ? "05:30" : "00:00", "23:59");
    ada.on(10, "00:00", 10, "12:00");
    return diary;
  }

  static Diary ordinaryWeek() {
    Diary diary = new Diary();
    diary
        .worker("ada")
        .from(Line.home(1, Line.City.NORTHPORT))
        .on("pc-ada")
        .weeks(0, 4, "09:00", "17:00");
    return diary;
  }

  @Override
  public List<Fires> fires() {
    List<Fires> fires = new ArrayList<>();
    int[] weights = {3000, 3500, 4000, 4500, 4500};
    int[] days = {3, 4, 5, 7, 9};
    for (int i = 0; i < days.length; i++) {
      Diary diary = ordinaryWeek();
      diary.worker("ada").on(7, "00:00", 7 + days[i], "02:00");
      fires.add(new Fires(days[i] + " days", diary, weights[i]));
    }
    return fires;
  }

  @Override
  public List<Quiet> quiet() {
    List<Quiet> quiet = new ArrayList<>();

    Diary onCall = ordinaryWeek();
    for (int day = 7; day < 14; day++) {
      onCall.worker("ada").work(day, "08:00", "18:00").work(day, "22:30", "23:50");
      onCall.worker("ada").work(day, "01:10", "02:00");
    }
    quiet.add(new Quiet("on call: short nights, still five quiet hours", onCall));

    Diary carer = new Diary();
    for (int day = 0; day < 28; day++) {
      int shift = day % 3 * 40 * 60;
      carer
          .worker("ada")
          .work(day, 6 * 3600 + shift, 8 * 3600 + shift)
          .work(day, 11 * 3600, 13 * 3600 + shift)
          .work(day, 19 * 3600, 23 * 3600);
    }
    quiet.add(new Quiet("a carer: fragments over eighteen hours, every night a rest", carer));

    Diary night = new Diary();
    night.worker("ada").weeks(0, 25, "22:00", "23:59");
    for (int day = 1; day < 26; day++) {
      night.worker("ada").work(day, "00:00", "06:00");
    }
    quiet.add(new Quiet("a registered night shift", night));

    Diary heartbeat = ordinaryWeek();
    heartbeat.worker("ada").app("mail").every(300, 0, 20, Kind.HEARTBEAT);
    heartbeat.worker("ada").app("sync").every(900, 0, 20, Kind.SYNC);
    quiet.add(new Quiet("an office week with heartbeats all night", heartbeat));

    Diary alwaysOn = ordinaryWeek();
    alwaysOn.worker("ada").in("vdi-1").app("desktop").every(3300, 0, 20, Kind.SIGN_IN_SILENT);
    alwaysOn.worker("ada").every(7_130, 0, 20, Kind.DEVICE_SEEN);
    quiet.add(new Quiet("a virtual desktop that is always on", alwaysOn));

    Diary script = ordinaryWeek();
    script.worker("ada").app("cron").every(600, 0, 20, Kind.SIGN_IN);
    script.worker("ada").app("bot").every(300, 0, 20, Kind.MESSAGE);
    quiet.add(new Quiet("a script that signs in and writes under the worker's account", script));

    Diary sparse = ordinaryWeek();
    for (int day = 7; day < 14; day++) {
      for (int hour = 1; hour < 24; hour += 4) {
        sparse
            .worker("ada")
            .act(day, hour * 3600 + (day * 977 + hour * 311) % 1800, Kind.SIGN_IN, null, 0);
      }
    }
    quiet.add(
        new Quiet("a few sign-ins round the clock: too few to tell rest from silence", sparse));
    return quiet;
  }
}
