package dev.bonafide.indicators.takingturns;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

@AutoService(CaseBook.class)
public final class TakingTurnsCases implements CaseBook {
  @Override
  public String indicator() {
    return "taking-turns";
  }

  @Override
  public List<Twins> twins() {
    return List.of(new Twins("whether one stops when the other begins", turns(10), toAndFro()));
  }

  private static Diary turns(int days) {
    Diary diary = new Diary();
    for (int day = 0; day < days; day++) {
      diary.worker("ada").on("pc-one").work(day, "06:00", "13:30");
      diary.worker("ada").on("pc-two").work(day, "13:45", "21:30");
    }
    return diary;
  }

  /** One computer, and two exits in turns; or the home line, and an exit in the evening. */
  private static Diary exits(boolean shift) {
    Diary diary = new Diary().colleagues(12, 0, 11);
    for (int day = 0; day < 10; day++) {
      diary
          .worker("ada")
          .on("pc-one")
          .from(
              shift
                  ? Line.of("198.51.100.7", "NordVPN", null, null)
                  : Line.home(1, Line.City.NORTHPORT))
          .work(day, "06:00", "14:00");
      diary
          .worker("ada")
          .on("pc-one")
          .from(Line.of("198.51.100.9", "Mullvad VPN", null, null))
          .work(day, shift ? "14:10" : "19:00", "22:20");
    }
    return diary;
  }

  private static Diary toAndFro() {
    Diary diary = new Diary();
    for (int day = 0; day < 10; day++) {
      diary.worker("ada").on("pc-one").work(day, "06:00", "21:30");
      diary.worker("ada").on("pc-two").work(day, "06:10", "21:20");
    }
    return diary;
  }

  /** One computer in the morning, another in the afternoon: always at one hour, or now and then. */
  private static Diary halves(@Nullable String hour) {
    Diary diary = new Diary();
    for (int day = 0; day < 14; day++) {
      if (day % 7 < 5) {
        boolean second = hour != null || day % 2 == 0;
        diary.worker("ada").on("pc-one").work(day, "08:00", second ? "13:00" : "17:30");
        if (second) {
          diary.worker("ada").on("pc-two").work(day, hour == null ? "13:10" : hour, "18:30");
        }
      }
    }
    return diary;
  }

  @Override
  public List<Fires> fires() {
    Diary overnight = new Diary();
    for (int day = 0; day < 6; day++) {
      overnight.worker("ada").on("pc-one").work(day, "14:00", "22:00");
      overnight.worker("ada").on("pc-two").work(day, "22:30", "23:59");
      overnight.worker("ada").on("pc-two").work(day + 1, "00:00", "06:30");
    }
    return List.of(
        new Fires("ten days in turns", turns(10), 2500),
        new Fires("five days in turns", turns(5), 1500),
        new Fires("two exits in turns", exits(true), 2500),
        new Fires("a day of common length, divided at one hour", halves("13:10"), 1200),
        new Fires("turns over midnight", overnight, 1500));
  }

  @Override
  public List<Quiet> quiet() {
    Diary evening = new Diary();
    for (int day = 0; day < 12; day++) {
      evening.worker("ada").on("pc-work").work(day, "09:00", "17:30");
      evening.worker("ada").on("pc-home").work(day, "18:30", "22:00");
    }
    Diary phone = new Diary();
    for (int day = 0; day < 12; day++) {
      phone.worker("ada").on("pc-one").with("Firefox").work(day, "06:00", "13:30");
      phone.worker("ada").on("phone-one").with("iPhone").work(day, "13:45", "21:30");
    }
    Diary sessions = new Diary();
    for (int day = 0; day < 12; day++) {
      sessions.worker("ada").on("session-" + 2 * day).work(day, "06:00", "13:30");
      sessions.worker("ada").on("session-" + (2 * day + 1)).work(day, "13:45", "21:30");
    }
    return List.of(
        new Quiet("an exit in the evening only", exits(false)),
        new Quiet("names that last one session", sessions),
        new Quiet("a second computer now and then in the afternoon", halves(null)),
        new Quiet("an evening at the private computer", evening),
        new Quiet("a phone in the second half of the day", phone));
  }
}
