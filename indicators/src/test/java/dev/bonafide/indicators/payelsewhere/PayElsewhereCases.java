package dev.bonafide.indicators.payelsewhere;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.indicators.Line.City;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Kind;
import java.util.List;

@AutoService(CaseBook.class)
public final class PayElsewhereCases implements CaseBook {
  private static final Line HOME = Line.home(1, City.NORTHPORT);
  private static final Line VPN = Line.of("198.51.100.7", "NordVPN", null, null);
  private static final Line FAR =
      Line.of("198.51.100.31", "Smallville Broadband", null, City.WESTBAY);
  private static final Line NEAR =
      Line.of("198.51.100.32", "Smallville Broadband", null, City.NORTHPORT_MILLS);

  @Override
  public String indicator() {
    return "pay-elsewhere";
  }

  @Override
  public List<Twins> twins() {
    return List.of(new Twins("the network", changed(11, FAR), changed(11, HOME)));
  }

  private static Diary atHome() {
    Diary diary = new Diary().colleagues(12, 0, 18);
    diary
        .worker("ada")
        .claim(
            new Claim.Place(
                "ada", 7, Long.MIN_VALUE, Long.MAX_VALUE, "Burlington", "US", "America/New_York"));
    diary.worker("ada").from(HOME).on("pc-ada").weeks(0, 18, "14:00", "22:00");
    return diary;
  }

  /** Work at home, and on one day another account for the pay, from a line. */
  private static Diary changed(int day, Line line) {
    Diary diary = atHome();
    diary.worker("ada").as("payroll").on(null).from(line);
    diary.worker("ada").act(day, "16:00", Kind.PAYROLL_CHANGED, "Bank account");
    return diary;
  }

  /** Somebody comes in from a line, does something, and changes the pay a day later. */
  private static Diary visit(Line line, Kind then) {
    Diary diary = atHome();
    diary.worker("ada").from(line).on("pc-x").act(10, "16:00", Kind.SIGN_IN);
    diary.worker("ada").act(10, "16:05", then);
    diary.worker("ada").as("payroll").on(null).from(line);
    diary.worker("ada").act(11, "16:00", Kind.PAYROLL_CHANGED, "Bank account");
    return diary;
  }

  /** A new factor from a new line near home, and another account for the pay. */
  private static Diary moved(String computer) {
    Diary diary = atHome();
    diary.worker("ada").from(NEAR).on(computer).act(12, "16:00", Kind.FACTOR_ENROLLED);
    diary.worker("ada").as("payroll").on(null);
    diary.worker("ada").act(13, "16:00", Kind.PAYROLL_CHANGED, "Bank account");
    return diary;
  }

  @Override
  public List<Fires> fires() {
    Diary silent = atHome();
    silent.worker("ada").from(VPN).on("pc-x").act(10, "16:00", Kind.SIGN_IN);
    silent.worker("ada").act(10, "16:05", Kind.FACTOR_ENROLLED);
    silent.worker("ada").as("payroll").on(null).from(null);
    silent.worker("ada").act(11, "16:00", Kind.PAYROLL_CHANGED, "Bank account");
    return List.of(
        new Fires("out of a VPN, and nothing else", changed(11, VPN), 1300),
        new Fires("after a visit from far away", visit(FAR, Kind.MESSAGE), 2200),
        new Fires("after a new factor, from far away", visit(FAR, Kind.FACTOR_ENROLLED), 2800),
        new Fires("a row that names no address, after a visit and a new factor", silent, 1300),
        new Fires(
            "a new computer, factor and bank, from a new line near home", moved("pc-x"), 600));
  }

  @Override
  public List<Quiet> quiet() {
    Diary telephone = changed(11, HOME);
    telephone.worker("ada").as("okta").act(9, "15:00", Kind.FACTOR_ENROLLED);
    Diary road = changed(11, FAR);
    road.worker("ada").as("okta").on("pc-ada").work(10, "14:00", "22:00");
    Diary desk = changed(11, FAR);
    for (int day = 8; day < 12; day++) {
      desk.worker("colleague-0").from(FAR).act(day, "15:30", Kind.PAYROLL_CHANGED, "Address");
    }
    return List.of(
        new Quiet("a new telephone and a new bank, at home", telephone),
        new Quiet("a new home, and nothing else", changed(11, NEAR)),
        new Quiet("a new home, telephone and bank, from the usual computer", moved("pc-ada")),
        new Quiet("a traveller who changes the bank, from the usual computer", road),
        new Quiet("a change that HR makes from its own desk", desk),
        new Quiet("the first days", changed(3, VPN)));
  }
}
