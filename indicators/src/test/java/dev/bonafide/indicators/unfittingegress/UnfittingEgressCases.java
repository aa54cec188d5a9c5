package dev.bonafide.indicators.unfittingegress;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.indicators.Line.City;
import java.util.ArrayList;
import java.util.List;

@AutoService(CaseBook.class)
public final class UnfittingEgressCases implements CaseBook {
  private static final Line HOME = Line.home(1, City.NORTHPORT);

  @Override
  public String indicator() {
    return "unfitting-egress";
  }

  @Override
  public List<Twins> twins() {
    return List.of(
        new Twins(
            "who else uses the network", vpn("Quiet River VPN", 0), vpn("Quiet River VPN", 6)),
        new Twins(
            "a relay that a phone switches on",
            vpn("Quiet River VPN", 0),
            vpn("iCloud Private Relay", 0)));
  }

  /** Ada works at home in the first week and through the network in the second. */
  private static Diary vpn(String organisation, int fellows) {
    Diary diary = new Diary().colleagues(12, 0, 11);
    diary.worker("ada").from(HOME).weeks(0, 4, "09:00", "17:00");
    diary.worker("ada").from(line(7, organisation)).weeks(7, 11, "09:00", "17:00");
    for (int i = 0; i < fellows; i++) {
      diary
          .worker("colleague-" + i)
          .from(line(20 + i, organisation))
          .weeks(7, 11, "09:00", "17:00");
    }
    return diary;
  }

  private static Line line(int number, String organisation) {
    return Line.of("198.51.100." + number, organisation, null, null);
  }

  @Override
  public List<Fires> fires() {
    List<Fires> fires = new ArrayList<>();
    fires.add(new Fires("a VPN that nobody else uses", vpn("NordVPN", 0), 900));
    fires.add(new Fires("a VPN that two colleagues use", vpn("NordVPN", 2), 350));
    fires.add(new Fires("a data centre", vpn("Harbour Hosting", 0), 800));
    fires.add(new Fires("a named residential proxy", vpn("Bright Data Ltd", 0), 1500));

    Diary dayOne = new Diary().colleagues(12, 0, 11);
    dayOne.worker("ada").from(line(7, "Mullvad VPN")).weeks(0, 11, "09:00", "17:00");
    fires.add(new Fires("a private VPN since the first day that nobody else has", dayOne, 250));

    Diary rotating = new Diary().colleagues(12, 0, 18);
    rotating.worker("ada").from(HOME).weeks(0, 4, "09:00", "17:00");
    for (int day : new int[] {7, 8, 9, 10, 11, 14, 15, 16}) {
      Line exit = Line.of("198.51.100." + day, "Smallville Broadband", true, null);
      rotating.worker("ada").from(exit).work(day, "09:00", "17:00");
    }
    fires.add(
        new Fires("a home line that the record calls a proxy, another every day", rotating, 2000));
    return fires;
  }

  @Override
  public List<Quiet> quiet() {
    List<Quiet> quiet = new ArrayList<>();
    Diary once = new Diary().colleagues(12, 0, 11);
    once.worker("ada").from(HOME).weeks(0, 11, "09:00", "17:00");
    once.worker("ada").from(line(7, "NordVPN")).work(5, "11:00", "12:00");
    quiet.add(new Quiet("a VPN on a single day", once));

    Diary brand = new Diary().colleagues(12, 0, 11);
    brand.worker("colleague-0").from(line(20, "Mullvad VPN")).weeks(0, 11, "09:00", "17:00");
    brand.worker("ada").from(line(7, "Mullvad VPN")).weeks(0, 11, "09:00", "17:00");
    quiet.add(new Quiet("a private VPN since the first day, a colleague has it too", brand));
    Diary settled = new Diary().colleagues(12, 0, 11);
    settled.worker("colleague-0").from(line(20, "Mullvad VPN")).weeks(0, 11, "09:00", "17:00");
    settled.worker("ada").from(HOME).work(0, "09:00", "17:00");
    for (int day : new int[] {1, 2, 3, 4, 7, 8, 9, 10, 11}) {
      settled.worker("ada").from(line(60 + day, "Mullvad VPN")).work(day, "09:00", "17:00");
    }
    quiet.add(new Quiet("a consumer VPN from the second day, another exit every day", settled));

    Diary sase = new Diary();
    for (int i = 0; i < 20; i++) {
      sase.worker(i == 0 ? "ada" : "w" + i)
          .from(line(40 + i, "Wide Shield Hosting"))
          .weeks(0, 11, "09:00", "17:00");
    }
    quiet.add(new Quiet("a gateway in no list that the whole company uses", sase));
    quiet.add(new Quiet("a named corporate gateway", vpn("Zscaler Inc", 0)));
    quiet.add(new Quiet("a mobile carrier", vpn("Blue Hill Wireless", 0)));
    quiet.add(new Quiet("a satellite line", vpn("Starlink", 0)));
    quiet.add(new Quiet("a hotel", vpn("Grand Hotel Riverside", 0)));
    quiet.add(new Quiet("a university", vpn("Riverside University", 0)));
    return quiet;
  }
}
