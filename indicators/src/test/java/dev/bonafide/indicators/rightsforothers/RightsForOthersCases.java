package dev.bonafide.indicators.rightsforothers;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.model.Kind;
import java.util.List;

@AutoService(CaseBook.class)
public final class RightsForOthersCases implements CaseBook {
  @Override
  public String indicator() {
    return "rights-for-others";
  }

  @Override
  public List<Twins> twins() {
    return List.of(
        new Twins("the weeks before", grants(4, false), grants(4, true)),
        new Twins("the weeks before, of rights of an administrator", hand(false), hand(true)),
        new Twins("what the department does", department(0), department(8)));
  }

  /** Who adds to groups every second day makes two administrators of one person on one day. */
  private static Diary hand(boolean before) {
    Diary diary = new Diary().colleagues(60, 0, 18);
    diary.worker("ada").weeks(-38, 18, "09:00", "17:00");
    for (int day = -38; day < 12; day += 2) {
      diary.worker("ada").act(day, "10:00", Kind.GRANT, "Group " + day + " to a");
      if (before && day % 4 == 0) {
        diary.worker("ada").act(day, "10:30", Kind.GRANT, "Help desk administrator to b" + day);
      }
    }
    diary.worker("ada").act(11, "11:00", Kind.GRANT, "Super administrator to c");
    diary.worker("ada").act(11, "11:01", Kind.GRANT, "Application administrator to c");
    return diary;
  }

  /** Somebody begins to give rights in a department of twelve, in which some others do. */
  private static Diary department(int givers) {
    Diary diary = grants(4, false);
    diary.worker("ada").employed(-300, Long.MAX_VALUE, "IT", null);
    for (int i = 0; i < 12; i++) {
      diary.worker("colleague-" + i).employed(-300, Long.MAX_VALUE, "IT", null);
      for (int day = -10; i < givers && day < 10; day += 3) {
        diary.worker("colleague-" + i).act(day, "10:00", Kind.GRANT, "Role " + day + " to d");
      }
    }
    return diary;
  }

  private static Diary grants(int rights, boolean before) {
    Diary diary = new Diary().colleagues(60, 0, 18);
    diary.worker("ada").weeks(-21, 18, "09:00", "17:00");
    for (int i = 0; i < rights; i++) {
      diary.worker("ada").act(10 + i, "10:00", Kind.GRANT, "Role " + i + " to someone-" + i);
      if (before) {
        diary.worker("ada").act(-20 + 7 * (i % 3), "10:00", Kind.GRANT, "Role 9 to someone-9");
      }
    }
    return diary;
  }

  /** Somebody who joined lately and does such things for others on every second day. */
  private static Diary joiner(Kind kind, String role) {
    Diary diary = new Diary();
    diary.worker("ada").employed(-40, Long.MAX_VALUE).weeks(-38, 18, "09:00", "17:00");
    for (int day = -38; day < 10; day += 2) {
      String what =
          kind == Kind.GRANT ? role + (day < 0 ? " 1 to a" : " 2 to b") : "Push of c" + day;
      diary.worker("ada").act(day, "10:00", kind, what);
    }
    return diary;
  }

  @Override
  public List<Fires> fires() {
    Diary factors = grants(0, false);
    for (int i = 0; i < 3; i++) {
      factors.worker("ada").act(9, "11:0" + i, Kind.FACTOR_REMOVED, "Push of someone-" + i);
    }
    return List.of(
        new Fires("four rights", grants(4, false), 600),
        new Fires("two administrators on one day", hand(false), 900),
        new Fires("seven rights", grants(7, false), 1000),
        new Fires(
            "two rights, eight weeks after joining", joiner(Kind.GRANT, "Administrator"), 400),
        new Fires("factors of three people", factors, 600));
  }

  @Override
  public List<Quiet> quiet() {
    Diary own = grants(0, false);
    for (int i = 0; i < 4; i++) {
      own.worker("ada").act(9 + i, "11:00", Kind.PASSWORD_RESET);
      own.worker("ada").act(9 + i, "11:10", Kind.FACTOR_ENROLLED, "Push opf" + i);
    }
    return List.of(
        new Quiet("the own password and factors", own),
        new Quiet("a new hand at the help desk", joiner(Kind.FACTOR_REMOVED, "")),
        new Quiet("a new hand in IT, who adds to groups", joiner(Kind.GRANT, "Group")));
  }
}
