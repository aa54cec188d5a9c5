package dev.bonafide.indicators.refusedelsewhere;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.indicators.Line.City;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Kind;
import java.util.List;

@AutoService(CaseBook.class)
public final class RefusedElsewhereCases implements CaseBook {
  private static final Line HOME = Line.home(1, City.NORTHPORT);
  private static final Line VPN = Line.of("198.51.100.7", "NordVPN", null, null);
  private static final Line FAR =
      Line.of("198.51.100.31", "Smallville Broadband", null, City.WESTBAY);

  @Override
  public String indicator() {
    return "refused-elsewhere";
  }

  @Override
  public List<Twins> twins() {
    return List.of(
        new Twins("the computer", refused(VPN, FAR, "pc-ada"), refused(VPN, FAR, "pc-x")));
  }

  /** Work over one line, and on the second Friday a refusal over another. */
  private static Diary refused(Line usual, Line other, String computer) {
    Diary diary = new Diary().colleagues(12, 0, 18);
    diary
        .worker("ada")
        .claim(
            new Claim.Place(
                "ada", 7, Long.MIN_VALUE, Long.MAX_VALUE, "Burlington", "US", "America/New_York"));
    diary.worker("ada").from(usual).on("pc-ada").weeks(0, 18, "14:00", "22:00");
    diary.worker("ada").from(other).on(computer).act(11, "13:20", Kind.SIGN_IN_FAILED);
    return diary;
  }

  @Override
  public List<Fires> fires() {
    return List.of(
        new Fires("behind an exit on all other days", refused(VPN, FAR, "pc-ada"), 1800),
        new Fires("at home on all other days", refused(HOME, FAR, "pc-ada"), 1000));
  }

  @Override
  public List<Quiet> quiet() {
    Diary traveller = refused(HOME, FAR, "pc-ada");
    traveller.worker("ada").from(FAR).on("pc-ada").act(10, "15:00", Kind.SIGN_IN);
    return List.of(
        new Quiet("a typing error at home", refused(HOME, HOME, "pc-ada")),
        new Quiet("somebody tries passwords", refused(HOME, FAR, "pc-x")),
        new Quiet("refused behind the usual exit", refused(VPN, VPN, "pc-ada")),
        new Quiet("a traveller who was let in the day before", traveller));
  }
}
