package dev.bonafide.indicators.farfromclaim;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.indicators.Line.City;
import dev.bonafide.model.Claim;
import java.util.List;

@AutoService(CaseBook.class)
public final class FarFromClaimCases implements CaseBook {
  @Override
  public String indicator() {
    return "far-from-claim";
  }

  @Override
  public List<Twins> twins() {
    return List.of(
        new Twins(
            "where the line lies",
            weeks(Line.home(1, City.WESTBAY), "Burlington", "US"),
            weeks(Line.home(1, City.NORTHPORT), "Burlington", "US")));
  }

  /** Three weeks from one line. */
  private static Diary weeks(Line line, String city, String country) {
    Diary diary = claimed(city, country);
    diary.worker("ada").from(line).weeks(0, 18, "14:00", "22:00");
    return diary;
  }

  /** The same, from lines of two providers in turns. */
  private static Diary two(String city, String country) {
    Diary diary = claimed(city, country);
    diary.worker("ada").from(Line.home(1, City.WESTBAY)).weeks(0, 11, "14:00", "22:00");
    diary
        .worker("ada")
        .from(Line.of("198.51.100.31", "Smallville Broadband", null, City.WESTBAY))
        .weeks(12, 18, "14:00", "22:00");
    return diary;
  }

  private static Diary claimed(String city, String country) {
    Diary diary = new Diary().colleagues(12, 0, 18);
    diary
        .worker("ada")
        .claim(
            new Claim.Place(
                "ada", 7, Long.MIN_VALUE, Long.MAX_VALUE, city, country, "America/New_York"));
    return diary;
  }

  @Override
  public List<Fires> fires() {
    Line vpn = Line.of("198.51.100.7", "NordVPN", null, null);
    Diary slips = claimed("Burlington", "US");
    slips.worker("ada").from(vpn).weeks(0, 18, "14:00", "22:00");
    slips.worker("ada").from(Line.home(1, City.WESTBAY)).work(9, "15:00", "16:00");
    slips.worker("ada").from(Line.home(1, City.WESTBAY)).work(16, "15:00", "16:00");
    Diary nomad = claimed("Burlington", "US");
    nomad.worker("ada").from(Line.home(2, City.WESTBAY)).weeks(0, 8, "14:00", "22:00");
    nomad
        .worker("ada")
        .from(Line.of("198.51.100.31", "Smallville Broadband", null, City.SOUTHFIELD))
        .weeks(9, 18, "14:00", "22:00");
    return List.of(
        new Fires("one place after the other, as a nomad lives", nomad, 500),
        new Fires(
            "one line in another country", weeks(Line.home(1, City.WESTBAY), "Leeds", "GB"), 666),
        new Fires("one line far away", weeks(Line.home(1, City.WESTBAY), "Burlington", "US"), 500),
        new Fires("two providers in another country", two("Leeds", "GB"), 2000),
        new Fires("two providers far away", two("Burlington", "US"), 1500),
        new Fires("always behind a VPN", weeks(vpn, "Burlington", "US"), 900),
        new Fires("behind a VPN that drops twice, far away", slips, 1500));
  }

  @Override
  public List<Quiet> quiet() {
    Line home = Line.home(1, City.NORTHPORT);
    Line vpn = Line.of("198.51.100.7", "NordVPN", null, null);
    Diary holiday = claimed("Burlington", "US");
    holiday.worker("ada").from(home).weeks(0, 4, "14:00", "22:00");
    holiday.worker("ada").from(Line.home(2, City.WESTBAY)).weeks(7, 18, "14:00", "22:00");
    Diary disputed = claimed("Burlington", "US");
    disputed
        .worker("ada")
        .as("okta")
        .from(Line.home(1, City.WESTBAY))
        .weeks(0, 18, "14:00", "22:00");
    disputed.worker("ada").as("entra").from(home).weeks(0, 18, "14:00", "15:00");
    Diary privacy = claimed("Burlington", "US");
    privacy.worker("ada").from(vpn).weeks(0, 18, "14:00", "22:00");
    for (int day : new int[] {1, 8, 15, 17}) {
      privacy.worker("ada").from(home).work(day, "13:00", "13:50");
    }
    Diary relay = claimed("Burlington", "US");
    for (int day = 0; day < 19; day++) {
      if (day % 7 < 5) {
        Line apple = Line.of("198.51.100.40", "iCloud Private Relay", null, City.NORTHPORT);
        relay.worker("ada").from(Line.home(1, City.WESTBAY)).work(day, "14:00", "22:00");
        relay.worker("ada").from(apple).work(day, "15:00", "16:00");
      }
    }
    Diary agency = claimed("Burlington", "US");
    agency
        .worker("ada")
        .claim(
            new Claim.Employment(
                "ada",
                8,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                "engineer",
                null,
                null,
                "Bridgeford Staffing Ltd",
                null,
                true));
    agency
        .worker("ada")
        .from(Line.of("198.51.100.50", "Bridgeford Staffing", null, City.WESTBAY))
        .weeks(0, 18, "14:00", "22:00");
    Diary hotel = claimed("Burlington", "US");
    hotel.worker("ada").from(vpn).weeks(0, 18, "14:00", "22:00");
    for (int day : new int[] {1, 8, 15, 17}) {
      Line room = Line.of("198.51.100.60", "Grand Hotel Riverside", null, City.WESTBAY);
      hotel.worker("ada").from(room).work(day, "13:00", "13:50");
    }
    Diary gateway = claimed("Burlington", "US");
    Line exit = Line.of("198.51.100.8", "Wide Shield Hosting", null, City.WESTBAY);
    for (int i = 0; i < 12; i++) {
      gateway.worker("colleague-" + i).from(exit).weeks(0, 18, "13:00", "21:00");
    }
    gateway.worker("ada").from(exit).weeks(0, 18, "14:00", "22:00");
    return List.of(
        new Quiet("a line that two sources place differently", disputed),
        new Quiet("two weeks with the parents, far away", holiday),
        new Quiet("a private VPN that is off now and then", privacy),
        new Quiet("the company's own gateway, in no list", gateway),
        new Quiet("a traveller with a private VPN, in hotels that show", hotel),
        new Quiet("a wrong place of the line, and a relay that knows the region", relay),
        new Quiet("the gateway of the agency that employs the person", agency),
        new Quiet(
            "a city that nobody knows, in the same zone",
            weeks(Line.home(1, City.SOUTHFIELD), "Nowhere-on-Sea", "US")),
        new Quiet(
            "a carrier that shows another city",
            weeks(
                Line.of("198.51.100.9", "Blue Hill Wireless", null, City.WESTBAY),
                "Burlington",
                "US")));
  }
}
