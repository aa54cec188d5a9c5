package dev.bonafide.indicators.sharedthing;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.indicators.Line.City;
import dev.bonafide.indicators.Tie;
import dev.bonafide.model.Kind;
import java.util.ArrayList;
import java.util.List;

@AutoService(CaseBook.class)
public final class SharedThingCases implements CaseBook {
  @Override
  public String indicator() {
    return "shared-thing";
  }

  /** A monitor with a serial number on the computers of ada and of somebody else. */
  private static Diary monitor(String text, int theirFirstDay, boolean office) {
    Diary diary = new Diary().colleagues(office ? 12 : 3, 0, 18);
    Line line =
        office
            ? Line.of("203.0.113.200", "Riverside University", null, null)
            : Line.home(1, City.NORTHPORT);
    diary.worker("ada").from(line).on("pc-ada").weeks(0, 18, "09:00", "17:00");
    for (int day : new int[] {1, 3, 8, 10}) {
      diary.worker("ada").machine(day, "09:00", Kind.DISPLAY, text);
      diary
          .worker("colleague-1")
          .on("pc-colleague-1")
          .machine(theirFirstDay + day, "09:30", Kind.DISPLAY, text);
    }
    return diary;
  }

  @Override
  public List<Twins> twins() {
    return List.of(
        new Twins("a declared relation", pair(Tie.NONE), pair(Tie.RELATION)),
        new Twins("one claimed address", pair(Tie.NONE), pair(Tie.HOUSEHOLD)),
        new Twins(
            "a declared relation of a shared factor",
            factor("Push opf3k9x1q7d2", Tie.NONE),
            factor("Push opf3k9x1q7d2", Tie.RELATION)),
        new Twins("a declared relation of a computer", turns(Tie.NONE), turns(Tie.RELATION)),
        new Twins(
            "whether a monitor was handed on",
            monitor("DEL DELL U2723QE F2B118Q", 0, false),
            monitor("DEL DELL U2723QE F2B118Q", 12, false)));
  }

  private static Diary company() {
    return new Diary().colleagues(80, 0, 11);
  }

  private static Diary pair(Tie tie) {
    Diary diary = company().tie("ada", "ben", tie);
    for (String who : List.of("ada", "ben")) {
      diary
          .worker(who)
          .from(Line.home(1, City.NORTHPORT))
          .on("pc-" + who)
          .weeks(0, 11, "09:00", "17:00");
    }
    return diary;
  }

  private static Diary group(int people, boolean otherBase, City claimed) {
    Diary diary = company();
    for (int i = 0; i < people; i++) {
      Diary.Worker one = diary.worker(i == 0 ? "ada" : "w" + i);
      one.from(Line.home(1, City.NORTHPORT)).on("pc-" + i).weeks(0, 11, "09:00", "17:00");
      if (otherBase) {
        one.from(Line.home(10 + i, City.NORTHPORT)).weeks(0, 11, "19:00", "23:00");
      }
      if (claimed != null) {
        one.lives(claimed, claimed == City.WESTBAY ? "America/Los_Angeles" : "America/New_York");
      }
    }
    return diary;
  }

  private static Diary firm() {
    Diary diary = company();
    for (int i = 0; i < 4; i++) {
      diary
          .worker(i == 0 ? "ada" : "w" + i)
          .from(Line.of("198.51.100.30", "Blue Hill", null, null))
          .weeks(0, 11, "09:00", "17:00");
    }
    return diary;
  }

  private static Diary factor(String factor, Tie tie) {
    Diary diary = company().tie("ada", "ben", tie);
    for (int day : new int[] {0, 2, 4, 7, 9}) {
      diary
          .worker("ada")
          .from(Line.home(1, City.NORTHPORT))
          .act(day, "09:00", Kind.FACTOR_USED, factor);
      diary
          .worker("ben")
          .from(Line.home(2, City.SOUTHFIELD))
          .act(day, "10:00", Kind.FACTOR_USED, factor);
    }
    return diary;
  }

  /** Two at one computer in turns. */
  private static Diary turns(Tie tie) {
    Diary diary = company().tie("ada", "ben", tie);
    for (int day = 0; day < 12; day++) {
      diary.worker("ada").on("pc-1").from(Line.home(1, City.NORTHPORT)).work(day, "08:00", "12:00");
      diary.worker("ben").on("pc-1").from(Line.home(2, City.NORTHPORT)).work(day, "13:00", "17:00");
    }
    return diary;
  }

  /** At first two workers use the token, then nine. */
  private static Diary desk() {
    Diary diary = factor("Token 55512398", Tie.NONE);
    for (int i = 0; i < 9; i++) {
      Diary.Worker one = diary.worker(i == 0 ? "ada" : "w" + i);
      one.act(10, 36_000 + i, Kind.FACTOR_USED, "Token 55512398", 0);
      one.act(11, 36_000 + i, Kind.FACTOR_USED, "Token 55512398", 0);
    }
    return diary;
  }

  @Override
  public List<Fires> fires() {
    return List.of(
        new Fires("two on one line", pair(Tie.NONE), 500),
        new Fires("four on one line and no other base", group(4, false, null), 2000),
        new Fires("four on a line far from the claimed place", group(4, false, City.WESTBAY), 3000),
        new Fires("four on a line in the claimed city", group(4, false, City.NORTHPORT), 500),
        new Fires("another city's name proves no distance", group(4, false, City.SOUTHFIELD), 2000),
        new Fires("four on a line of a network that may be a firm's", firm(), 1000),
        new Fires("a factor that turns out to be a desk's", desk(), 0),
        new Fires("a factor of two workers", factor("Push opf3k9x1q7d2", Tie.NONE), 3000),
        new Fires("a computer used in turns", turns(Tie.NONE), 1500),
        new Fires(
            "a monitor on two workers' computers",
            monitor("DEL DELL U2723QE F2B118Q", 0, false),
            3000));
  }

  @Override
  public List<Quiet> quiet() {
    List<Quiet> quiet = new ArrayList<>();
    quiet.add(
        new Quiet("a sort of factor that has no number", factor("OKTA_VERIFY_PUSH", Tie.NONE)));
    quiet.add(new Quiet("a monitor in an office", monitor("DEL DELL U2723QE F2B118Q", 0, true)));
    quiet.add(new Quiet("monitors of one model", monitor("LG ULTRAFINE 27UL850", 0, false)));
    quiet.add(new Quiet("an office of fifteen on a cable line", group(15, false, null)));
    quiet.add(
        new Quiet(
            "a co-working place: everybody has another base in the evening", group(4, true, null)));

    Diary gateway = company();
    for (int i = 0; i < 12; i++) {
      Line exit = Line.of("198.51.100." + (30 + i / 4), "Example Works", null, City.SOUTHFIELD);
      Diary.Worker one = gateway.worker(i == 0 ? "ada" : "w" + i);
      one.from(exit).weeks(0, 11, "09:00", "17:00").lives(City.NORTHPORT, "America/New_York");
    }
    quiet.add(new Quiet("the employer's own gateways, four people on each address", gateway));

    Diary desk = company();
    for (int i = 0; i < 9; i++) {
      for (int day = 0; day < 12; day += 2) {
        Diary.Worker one = desk.worker(i == 0 ? "ada" : "w" + i);
        one.act(day, 36_000 + i, Kind.FACTOR_USED, "Token 55512398", 0);
      }
    }
    quiet.add(new Quiet("a help desk's factor", desk));

    Diary handed = company();
    handed.worker("ben").on("pc-1").weeks(0, 4, "09:00", "17:00");
    handed.worker("ada").on("pc-1").weeks(7, 11, "09:00", "17:00");
    quiet.add(new Quiet("a computer handed on", handed));

    Diary visit = company();
    visit.worker("ada").on("pc-1").weeks(0, 11, "09:00", "17:00");
    visit.worker("support").on("pc-1").work(3, "12:00", "13:00").work(8, "12:00", "13:00");
    quiet.add(new Quiet("a visit by support on two days", visit));

    Diary technician = company();
    for (int i = 0; i < 12; i++) {
      technician.worker("w" + i).on("pc-" + i).weeks(0, 11, "09:00", "17:00");
      technician.worker("ada").on("pc-" + i);
      for (int day = 0; day < 12; day += 3) {
        technician.worker("ada").work(day, "10:00", "10:30");
      }
    }
    quiet.add(new Quiet("a technician who looks after many computers", technician));

    Diary carrier = company();
    for (String who : List.of("ada", "ben", "cleo")) {
      carrier
          .worker(who)
          .from(Line.of("198.51.100.4", "Blue Hill Wireless", null, City.NORTHPORT))
          .weeks(0, 11, "09:00", "17:00");
    }
    quiet.add(new Quiet("a mobile carrier's address", carrier));

    Diary exit = company();
    for (String who : List.of("ada", "ben", "cleo")) {
      for (boolean flagged : List.of(true, false)) {
        exit.worker(who)
            .as(flagged ? "okta" : "entra")
            .from(Line.of("198.51.100.44", "Quiet Harbor", flagged ? true : null, City.WESTBAY))
            .weeks(flagged ? 0 : 7, flagged ? 4 : 18, "09:00", "17:00");
      }
    }
    quiet.add(new Quiet("an exit that only one of two sources calls one", exit));

    Diary churn = company();
    churn.worker("ben").from(Line.home(1, City.NORTHPORT)).weeks(0, 4, "09:00", "17:00");
    churn.worker("ada").from(Line.home(1, City.NORTHPORT)).weeks(7, 11, "09:00", "17:00");
    quiet.add(new Quiet("an address that passes from customer to customer", churn));
    return quiet;
  }
}
