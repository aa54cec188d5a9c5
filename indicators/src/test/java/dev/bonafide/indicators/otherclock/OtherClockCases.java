package dev.bonafide.indicators.otherclock;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.model.Claim;
import java.util.List;

@AutoService(CaseBook.class)
public final class OtherClockCases implements CaseBook {
  @Override
  public String indicator() {
    return "other-clock";
  }

  private static final Line HOME = Line.home(1, Line.City.NORTHPORT);
  private static final Line EXIT = Line.of("198.51.100.7", "NordVPN", null, null);

  @Override
  public List<Twins> twins() {
    return List.of(
        new Twins(
            "whether the hours are declared",
            nights(EXIT, -1, -1),
            nights(EXIT, 21 * 60 + 30, 5 * 60 + 30)));
  }

  /** Four weeks of work from 21:30 to 05:30 in New York. */
  private static Diary nights(Line line, int declaredFrom, int declaredTo) {
    Diary diary = new Diary();
    diary.worker("ada").from(line).lives(Line.City.NORTHPORT, "America/New_York");
    diary.worker("ada").weeks(0, 25, "02:00", "10:00");
    if (declaredFrom >= 0) {
      declare(diary, declaredFrom, declaredTo);
    }
    return diary;
  }

  private static void declare(Diary diary, int from, int to) {
    diary
        .worker("ada")
        .claim(
            new Claim.Schedule(
                "ada", 8, Long.MIN_VALUE, Long.MAX_VALUE, "as agreed", from, to, null));
  }

  private static Diary hours(String from, String to) {
    Diary diary = new Diary();
    diary.worker("ada").from(HOME).lives(Line.City.NORTHPORT, "America/New_York");
    diary.worker("ada").weeks(0, 25, from, to);
    return diary;
  }

  /** Office hours of a place five hours west of the claimed one, from a line there. */
  private static Diary elsewhere() {
    Diary diary = new Diary();
    diary
        .worker("ada")
        .from(Line.home(2, Line.City.WESTBAY))
        .lives(Line.City.NORTHPORT, "Europe/Berlin");
    diary.worker("ada").weeks(0, 25, "17:00", "23:59");
    return diary;
  }

  /** Two weeks at home, then a hotel and a rented flat where the working day is. */
  private static Diary nomad() {
    Diary diary = new Diary();
    diary.worker("ada").from(HOME).lives(Line.City.NORTHPORT, "Europe/Berlin");
    diary.worker("ada").weeks(0, 13, "08:00", "16:00");
    diary
        .worker("ada")
        .from(Line.of("198.51.100.60", "Grand Hotel Riverside", null, Line.City.WESTBAY))
        .weeks(14, 18, "17:00", "23:59");
    diary
        .worker("ada")
        .from(Line.of("198.51.100.61", "Smallville Broadband", null, Line.City.WESTBAY))
        .weeks(21, 25, "17:00", "23:59");
    return diary;
  }

  /** Office hours, then nights. */
  private static Diary since(int from, int to) {
    Diary diary = new Diary();
    diary.worker("ada").from(EXIT).lives(Line.City.NORTHPORT, "America/New_York");
    diary.worker("ada").weeks(0, from - 1, "14:00", "22:00");
    diary.worker("ada").weeks(from, to, "02:00", "10:00");
    return diary;
  }

  @Override
  public List<Fires> fires() {
    return List.of(
        new Fires("night in the claimed zone, behind an exit", nights(EXIT, -1, -1), 2000),
        new Fires("night in the claimed zone, from the line at home", nights(HOME, -1, -1), 900),
        new Fires("a nomad's fortnight: place and clock move together", nomad(), 500),
        new Fires("night in the claimed zone, from lines where it is day", elsewhere(), 500),
        new Fires("nights since a day in the third week", since(14, 25), 1200),
        new Fires("night, though office hours are declared", nights(EXIT, 9 * 60, 17 * 60), 2600),
        new Fires(
            "night at home, though office hours are declared",
            nights(HOME, 9 * 60, 17 * 60),
            1600));
  }

  @Override
  public List<Quiet> quiet() {
    Diary broken = new Diary();
    broken.worker("ada").from(HOME).lives(Line.City.NORTHPORT, "America/New_York");
    for (int day = 0; day < 26; day++) {
      broken.worker("ada").work(day, "01:00", "04:00").work(day, "09:00", "12:00");
      broken.worker("ada").work(day, "17:00", "20:00");
    }
    return List.of(
        new Quiet("office hours", hours("14:00", "22:00")),
        new Quiet("a night owl", hours("16:30", "23:59")),
        new Quiet("somebody who rises early", hours("10:30", "18:30")),
        new Quiet("short pieces around the clock: care for somebody", broken),
        new Quiet("one week of nights, on call", since(21, 25)));
  }
}
