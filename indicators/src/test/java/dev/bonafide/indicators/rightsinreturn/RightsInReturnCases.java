package dev.bonafide.indicators.rightsinreturn;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.model.Kind;
import java.util.List;

@AutoService(CaseBook.class)
public final class RightsInReturnCases implements CaseBook {
  @Override
  public String indicator() {
    return "rights-in-return";
  }

  @Override
  public List<Twins> twins() {
    return List.of(
        new Twins(
            "the other end", returned("bob", "Administrator"), returned("eve", "Administrator")),
        new Twins(
            "how far it reaches", returned("bob", "Administrator"), returned("bob", "Readers")));
  }

  private static Diary working() {
    Diary diary = new Diary();
    diary.worker("ada").weeks(-14, 18, "09:00", "17:00");
    return diary;
  }

  /** Bob gives a right, and a day later somebody is given one. */
  private static Diary returned(String receiver, String role) {
    Diary diary = working();
    diary.worker("ada").act(8, "10:00", Kind.RIGHTS_GAINED, "Super administrator by bob");
    diary.worker("ada").act(9, "10:00", Kind.GRANT, role + " to " + receiver);
    return diary;
  }

  @Override
  public List<Fires> fires() {
    Diary first = working();
    first.worker("ada").act(3, "10:00", Kind.GRANT, "Owner of billing to bob");
    first.worker("ada").act(11, "10:00", Kind.RIGHTS_GAINED, "Owner of payroll by bob");
    Diary on = returned("eve", "Administrator");
    on.worker("ada").act(10, "10:00", Kind.GRANT, "Administrator to fay");
    Diary two = working();
    two.worker("ada").act(8, "10:00", Kind.RIGHTS_GAINED, "Super administrator by bob");
    two.worker("ada").act(9, "10:00", Kind.RIGHTS_GAINED, "Application administrator by bob");
    return List.of(
        new Fires("given in return", returned("bob", "Administrator"), 1500),
        new Fires("given first, and returned a week later", first, 1500),
        new Fires("given on to two others", on, 900),
        new Fires("two at once", two, 500));
  }

  @Override
  public List<Quiet> quiet() {
    Diary one = working();
    one.worker("ada").act(8, "10:00", Kind.RIGHTS_GAINED, "Application administrator by bob");
    Diary groups = working();
    Diary old = working();
    old.worker("ada").act(-10, "10:00", Kind.RIGHTS_GAINED, "Help desk administrator by bob");
    for (int i = 0; i < 4; i++) {
      groups.worker("ada").act(8 + i, "10:00", Kind.RIGHTS_GAINED, "Group " + i + " by bob");
      old.worker("ada").act(8 + i, "10:00", Kind.GRANT, "Application administrator to c" + i);
    }
    Diary own = working();
    own.worker("ada").act(8, "10:00", Kind.GRANT, "Administrator to ada");
    return List.of(
        new Quiet("one right of an administrator", one),
        new Quiet("four groups", groups),
        new Quiet("an administrator since weeks, who makes others", old),
        new Quiet("rights for oneself, of which another indicator speaks", own));
  }
}
