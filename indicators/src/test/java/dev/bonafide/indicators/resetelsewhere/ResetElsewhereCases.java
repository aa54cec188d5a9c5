package dev.bonafide.indicators.resetelsewhere;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.indicators.Line.City;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Kind;
import java.util.List;

@AutoService(CaseBook.class)
public final class ResetElsewhereCases implements CaseBook {
  private static final Line HOME = Line.home(1, City.NORTHPORT);
  private static final Line VPN = Line.of("198.51.100.7", "NordVPN", null, null);
  private static final Line FAR =
      Line.of("198.51.100.31", "Smallville Broadband", null, City.WESTBAY);
  private static final Line NEAR =
      Line.of("198.51.100.32", "Smallville Broadband", null, City.NORTHPORT_MILLS);

  @Override
  public String indicator() {
    return "reset-elsewhere";
  }

  @Override
  public List<Twins> twins() {
    return List.of(
        new Twins("the computer", changed(11, VPN, "pc-x"), changed(11, VPN, "pc-ada")),
        new Twins(
            "the computer, near home", changed(11, NEAR, "pc-x"), changed(11, NEAR, "pc-ada")));
  }

  /** Work at home, and on one day a new password and factor from a line and a computer. */
  private static Diary changed(int day, Line line, String computer) {
    Diary diary = atHome(18);
    visit(diary, day, line, computer);
    diary.worker("ada").act(day, "03:02", Kind.FACTOR_ENROLLED);
    return diary;
  }

  private static void visit(Diary diary, int day, Line line, String computer) {
    diary.worker("ada").from(line).on(computer).act(day, "03:00", Kind.SIGN_IN);
    diary.worker("ada").act(day, "03:01", Kind.PASSWORD_RESET);
  }

  private static Diary atHome(int lastDay) {
    Diary diary = new Diary().colleagues(12, 0, 18);
    diary
        .worker("ada")
        .claim(
            new Claim.Place(
                "ada", 7, Long.MIN_VALUE, Long.MAX_VALUE, "Burlington", "US", "America/New_York"));
    diary.worker("ada").from(HOME).on("pc-ada").weeks(0, lastDay, "14:00", "22:00");
    return diary;
  }

  @Override
  public List<Fires> fires() {
    Diary pay = changed(11, FAR, "pc-x");
    pay.worker("ada").act(14, "03:00", Kind.PAYROLL_CHANGED);
    Diary before = changed(11, FAR, "pc-x");
    before.worker("ada").from(HOME).on("pc-ada").act(3, "15:00", Kind.PAYROLL_CHANGED);
    Diary moved = atHome(11);
    visit(moved, 12, NEAR, "pc-x");
    moved.worker("ada").act(12, "03:02", Kind.FACTOR_ENROLLED).weeks(12, 18, "14:00", "22:00");
    Diary near = changed(11, NEAR, "pc-x");
    near.worker("ada").act(14, "03:00", Kind.PAYROLL_CHANGED);
    return List.of(
        new Fires("near home, and the usual computer goes on", changed(11, NEAR, "pc-x"), 1600),
        new Fires("near home, and then the pay changes", near, 2200),
        new Fires("a new home, computer, password and telephone on one day", moved, 900),
        new Fires("out of a VPN", changed(11, VPN, "pc-x"), 2000),
        new Fires("from a line far away", changed(11, FAR, "pc-x"), 2000),
        new Fires("and then the pay changes", pay, 3000),
        new Fires("the pay changed a week before", before, 2000));
  }

  @Override
  public List<Quiet> quiet() {
    Diary friend = atHome(18);
    visit(friend, 11, NEAR, "pc-friend");
    Diary telephone = atHome(18);
    telephone.worker("ada").with("Okta Verify/9.1 (Android 15)");
    visit(telephone, 11, NEAR, "phone-x");
    telephone.worker("ada").act(11, "03:02", Kind.FACTOR_ENROLLED);
    return List.of(
        new Quiet("a new phone, from a new computer at home", changed(11, HOME, "pc-x")),
        new Quiet("a forgotten password, at a friend's computer", friend),
        new Quiet("a new telephone, enrolled by itself in a café near home", telephone),
        new Quiet("the usual computer, far away", changed(11, FAR, "pc-ada")),
        new Quiet("the first days", changed(3, VPN, "pc-x")));
  }
}
