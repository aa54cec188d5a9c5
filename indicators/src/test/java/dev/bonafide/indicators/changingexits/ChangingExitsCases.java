package dev.bonafide.indicators.changingexits;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.indicators.Line.City;
import java.util.List;

@AutoService(CaseBook.class)
public final class ChangingExitsCases implements CaseBook {
  private static final String[] PROVIDERS = {
    "Harbour Cable", "Smallville Broadband", "Prairie Fibre Telecom"
  };

  @Override
  public String indicator() {
    return "changing-exits";
  }

  @Override
  public List<Twins> twins() {
    return List.of(new Twins("whether a line comes back", homes(1), homes(7)));
  }

  /** Lines of three providers, each for so many days. */
  private static Diary homes(int stay) {
    Diary diary = new Diary().colleagues(12, 0, 20);
    for (int day = 0; day < 21; day++) {
      int which = day / stay;
      diary
          .worker("ada")
          .from(Line.of("198.51.100." + (1 + which), PROVIDERS[which % 3], null, City.NORTHPORT))
          .work(day, "09:00", "17:00");
    }
    return diary;
  }

  private static Diary exits(String... brands) {
    Diary diary = new Diary().colleagues(12, 0, 20);
    for (int day = 0; day < 21; day++) {
      diary
          .worker("ada")
          .from(
              Line.of(
                  "198.51.100." + (1 + day), brands[day % brands.length], true, City.SOUTHFIELD))
          .work(day, "09:00", "17:00");
    }
    return diary;
  }

  @Override
  public List<Fires> fires() {
    return List.of(
        new Fires("home lines of three providers, another every day", homes(1), 1800),
        new Fires(
            "exits of three operators in turns",
            exits("NordVPN", "Mullvad VPN", "Surfshark"),
            700));
  }

  @Override
  public List<Quiet> quiet() {
    Diary lease = new Diary().colleagues(12, 0, 20);
    Diary two = new Diary().colleagues(12, 0, 20);
    for (int day = 0; day < 21; day++) {
      lease
          .worker("ada")
          .from(Line.of("198.51.100." + (1 + day), PROVIDERS[0], null, City.NORTHPORT))
          .work(day, "09:00", "17:00");
      two.worker("ada")
          .from(Line.of("198.51.100." + (1 + day % 2), PROVIDERS[day % 2], null, City.NORTHPORT))
          .work(day, "09:00", "17:00");
    }
    return List.of(
        new Quiet("a line with another address every night", lease),
        new Quiet("two homes in turns", two),
        new Quiet("one VPN with another exit every day", exits("NordVPN")));
  }
}
