package dev.bonafide.indicators.concurrentuse;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.indicators.Line.City;
import dev.bonafide.model.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@AutoService(CaseBook.class)
public final class ConcurrentUseCases implements CaseBook {
  private static final String LAPTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0";
  private static final String OTHER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/131.0";
  private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)";

  @Override
  public String indicator() {
    return "concurrent-use";
  }

  @Override
  public List<Twins> twins() {
    return List.of(
        new Twins(
            "the distance between the two lines",
            two(Line.home(2, City.SOUTHFIELD), OTHER, null),
            two(Line.home(2, City.NORTHPORT_MILLS), OTHER, null)),
        new Twins(
            "a phone as the second device",
            two(Line.home(2, City.SOUTHFIELD), OTHER, null),
            two(Line.home(2, City.SOUTHFIELD), PHONE, null)),
        new Twins(
            "the same minutes, behind an exit",
            behind("09:30", "12:30"),
            behind("13:30", "16:30")));
  }

  /**
   * A second computer behind a VPN: at the same time as the first, or in another part of the day.
   */
  private static Diary behind(String from, String to) {
    Diary diary = new Diary().colleagues(12, 0, 11);
    for (int day : new int[] {0, 1, 2, 3, 7, 8, 9}) {
      diary
          .worker("ada")
          .from(Line.home(1, City.NORTHPORT))
          .on("pc-ada")
          .with(LAPTOP)
          .work(day, "09:00", "13:00");
      diary
          .worker("ada")
          .from(Line.of("198.51.100.77", "NordVPN", null, null))
          .on("pc-other")
          .with(OTHER)
          .work(day, from, to);
    }
    return diary;
  }

  /** One body at two computers, one behind a VPN: a quarter of an hour here, one there. */
  private static Diary toAndFro() {
    Diary diary = new Diary().colleagues(12, 0, 11);
    for (int day = 0; day < 12; day++) {
      for (int quarter = 36; quarter < 68; quarter++) {
        boolean first = quarter % 2 == 0;
        diary
            .worker("ada")
            .from(
                first
                    ? Line.home(1, City.NORTHPORT)
                    : Line.of("198.51.100.77", "NordVPN", null, null))
            .on(first ? "pc-ada" : "pc-other")
            .with(first ? LAPTOP : OTHER);
        for (int act = 0; act < 3; act++) {
          diary.worker("ada").act(day, quarter * 900 + 20 + act * 290, Kind.MESSAGE, null, 0);
        }
      }
    }
    return diary;
  }

  /** Ada works from Northport; on three days somebody works at the same time under her account. */
  private static Diary two(Line second, @Nullable String client, @Nullable String device) {
    Diary diary = new Diary();
    diary
        .worker("ada")
        .from(Line.home(1, City.NORTHPORT))
        .with(LAPTOP)
        .on(device == null ? null : "pc-ada")
        .weeks(0, 11, "09:00", "17:00");
    Diary.Worker other = diary.worker("ada").as("chat").from(second).with(client).on(device);
    for (int day : new int[] {2, 3, 4}) {
      other.work(day, "13:00", "14:30");
    }
    return diary;
  }

  @Override
  public List<Fires> fires() {
    return List.of(
        new Fires("two lines, two clients", two(Line.home(2, City.SOUTHFIELD), OTHER, null), 2500),
        new Fires(
            "two lines, one client, two devices of the directory",
            two(Line.home(2, City.SOUTHFIELD), LAPTOP, "pc-other"),
            2500),
        new Fires("many days", many(), 3500),
        new Fires("at the same time behind a VPN", behind("09:30", "12:30"), 1800),
        new Fires("single sign-on from two places on three days", opening(4), 1500),
        new Fires("faster than an airliner, once", leap(false), 800));
  }

  /** Two computers far apart open applications, so many times within each of three afternoons. */
  private static Diary opening(int times) {
    Diary diary = new Diary();
    Diary.Worker ada = diary.worker("ada");
    for (int day = 0; day < 3; day++) {
      for (int i = 0; i < times; i++) {
        int at = 50_000 + i * 1_731;
        ada.from(Line.home(1, City.NORTHPORT)).with(LAPTOP);
        ada.app("mail").act(day, at / 300 * 300 + 40 + i, Kind.APP_SIGN_IN, null, 0);
        ada.from(Line.home(2, City.SOUTHFIELD)).with(OTHER);
        ada.app("wiki").act(day, at / 300 * 300 + 200 - i, Kind.APP_SIGN_IN, null, 0);
      }
    }
    return diary;
  }

  private static Diary many() {
    Diary diary = two(Line.home(2, City.SOUTHFIELD), OTHER, null);
    Diary.Worker other = diary.worker("ada").as("chat");
    for (int day = 7; day < 12; day++) {
      other.work(day, "10:00", "15:30");
    }
    return diary;
  }

  private static Diary leap(boolean back) {
    Diary diary = new Diary();
    Diary.Worker ada = diary.worker("ada");
    ada.from(Line.home(1, City.NORTHPORT)).with(LAPTOP).weeks(0, 1, "09:00", "17:00");
    ada.work(2, "09:00", "12:00");
    ada.from(Line.home(2, City.WESTBAY)).with(OTHER).work(2, "12:30", "18:00");
    if (back) {
      ada.from(Line.home(1, City.NORTHPORT)).with(LAPTOP).work(2, "18:30", "19:30");
    }
    ada.from(Line.home(2, City.WESTBAY)).with(OTHER).weeks(3, 8, "14:00", "20:00");
    return diary;
  }

  @Override
  public List<Quiet> quiet() {
    List<Quiet> quiet = new ArrayList<>();
    quiet.add(
        new Quiet(
            "one computer with two ways out (a split tunnel)",
            two(Line.home(2, City.SOUTHFIELD), LAPTOP, null)));
    quiet.add(
        new Quiet(
            "one device of the directory with two ways out",
            two(Line.home(2, City.SOUTHFIELD), OTHER, "pc-ada")));
    quiet.add(
        new Quiet(
            "a VPN beside the home line",
            two(Line.of("198.51.100.9", "NordVPN", true, City.WESTBAY), OTHER, null)));
    quiet.add(
        new Quiet(
            "a mobile carrier that shows another city",
            two(Line.of("198.51.100.10", "Blue Hill Wireless", null, City.WESTBAY), OTHER, null)));
    quiet.add(
        new Quiet(
            "a data centre: a remote desktop",
            two(Line.of("198.51.100.11", "Harbour Hosting", null, City.WESTBAY), OTHER, null)));
    quiet.add(new Quiet("a computer left at home opens an application now and then", opening(1)));
    quiet.add(new Quiet("one body to and fro between two computers", toAndFro()));
    quiet.add(new Quiet("there and back within twelve hours", leap(true)));

    Diary office = two(Line.home(2, City.SOUTHFIELD), OTHER, null);
    for (int i = 0; i < 8; i++) {
      office
          .worker("in-the-office-" + i)
          .from(Line.home(2, City.SOUTHFIELD))
          .weeks(0, 11, "09:00", "17:00");
    }
    quiet.add(new Quiet("a remote desktop in an office of the company", office));

    Diary tunnel = two(Line.of("198.51.100.12", "Example Works", null, City.WESTBAY), OTHER, null);
    for (int i = 0; i < 8; i++) {
      Line gateway = Line.of("198.51.100." + (20 + i), "Example Works", null, City.WESTBAY);
      tunnel.worker("w" + i).from(gateway).weeks(0, 11, "09:00", "17:00");
    }
    quiet.add(new Quiet("the employer's own gateway beside the home line", tunnel));

    Diary traveller = new Diary();
    Diary.Worker ada = traveller.worker("ada");
    ada.from(Line.home(1, City.NORTHPORT)).with(LAPTOP).on("pc-ada").weeks(0, 1, "09:00", "17:00");
    ada.from(Line.home(2, City.WESTBAY)).weeks(2, 4, "16:00", "23:00");
    ada.from(Line.home(1, City.NORTHPORT)).weeks(7, 11, "09:00", "17:00");
    quiet.add(new Quiet("a traveller who flies there and back", traveller));

    Diary nomad = new Diary();
    Diary.Worker wanders = nomad.worker("ada").with(LAPTOP).on("pc-ada");
    City[] stays = {City.NORTHPORT, City.SOUTHFIELD, City.WESTBAY, City.NORTHPORT};
    for (int week = 0; week < stays.length; week++) {
      wanders
          .from(Line.home(30 + week, stays[week]))
          .weeks(7 * week, 7 * week + 4, "09:00", "17:00");
    }
    quiet.add(new Quiet("somebody who works from another city every week", nomad));

    Diary replaced = new Diary();
    Diary.Worker old = replaced.worker("ada").from(Line.home(1, City.NORTHPORT)).with(LAPTOP);
    old.on("pc-old").weeks(0, 4, "09:00", "17:00");
    old.on("pc-new").with(OTHER).weeks(4, 11, "09:00", "17:00");
    quiet.add(new Quiet("a replaced computer, both in use for a day", replaced));

    Diary desk = new Diary();
    Diary.Worker both = desk.worker("ada").as("edr").from(Line.home(1, City.NORTHPORT));
    for (int day = 0; day < 20; day++) {
      both.on("pc-1")
          .act(day, "09:00:05", Kind.DEVICE_UNLOCK)
          .act(day, "13:00:05", Kind.DEVICE_UNLOCK);
      both.on("pc-2")
          .act(day, "09:01:10", Kind.DEVICE_UNLOCK)
          .act(day, "13:02:00", Kind.DEVICE_UNLOCK);
    }
    quiet.add(new Quiet("two computers on one desk, on one line", desk));
    return quiet;
  }
}
