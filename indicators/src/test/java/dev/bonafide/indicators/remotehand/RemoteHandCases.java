package dev.bonafide.indicators.remotehand;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.indicators.Line;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Kind;
import java.util.List;

@AutoService(CaseBook.class)
public final class RemoteHandCases implements CaseBook {
  @Override
  public String indicator() {
    return "remote-hand";
  }

  private static final Line OUTSIDE = Line.of("198.51.100.9", "Quiet River VPN", null, null);

  @Override
  public List<Twins> twins() {
    return List.of(new Twins("from where", days(OUTSIDE, 6), days(new Line("10.20.0.9", null), 6)));
  }

  /** Work on one computer, some of it in remote sessions from a line. */
  private static Diary days(Line from, int days) {
    Diary diary = new Diary();
    diary
        .worker("ada")
        .claim(
            new Claim.Place(
                "ada", 7, Long.MIN_VALUE, Long.MAX_VALUE, "Burlington", "US", "America/New_York"));
    for (int day = 0; day < days; day++) {
      for (int hour = 10; hour < 18; hour++) {
        diary.worker("ada").on("pc-ada").from(from);
        diary.worker("ada").act(day, hour + ":05:10", Kind.REMOTE_SESSION, "another computer");
        diary.worker("ada").act(day, hour + ":35:10", Kind.REMOTE_SESSION, "another computer");
        diary.worker("ada").from(Line.home(1, Line.City.NORTHPORT));
        diary.worker("ada").act(day, hour + ":06:00", Kind.MESSAGE);
        diary.worker("ada").act(day, hour + ":50:00", Kind.PAGE_VIEW);
      }
    }
    return diary;
  }

  @Override
  public List<Fires> fires() {
    return List.of(
        new Fires("most of the work on six days", days(OUTSIDE, 6), 3500),
        new Fires("most of the work on three days", days(OUTSIDE, 3), 2000));
  }

  @Override
  public List<Quiet> quiet() {
    Diary support = new Diary();
    support.worker("ada").on("pc-ada").from(Line.home(1, Line.City.NORTHPORT));
    support.worker("ada").weeks(0, 11, "09:00", "17:00");
    for (int day = 1; day < 5; day++) {
      support.worker("ada").from(OUTSIDE).act(day, "10:00", Kind.REMOTE_SESSION, "help desk");
    }
    return List.of(
        new Quiet("the own line at home", days(Line.home(1, Line.City.NORTHPORT), 6)),
        new Quiet("a few minutes of support", support));
  }
}
