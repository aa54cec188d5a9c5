package dev.bonafide.indicators.remotetool;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.CaseBook;
import dev.bonafide.indicators.Diary;
import dev.bonafide.model.Kind;
import java.util.List;

@AutoService(CaseBook.class)
public final class RemoteToolsCases implements CaseBook {
  @Override
  public String indicator() {
    return "remote-tool";
  }

  @Override
  public List<Twins> twins() {
    return List.of(new Twins("who else has it", ran(0, "AnyDesk.exe"), ran(6, "AnyDesk.exe")));
  }

  /** Three days of a program on ada's computer, and on those of some colleagues. */
  private static Diary ran(int fellows, String program) {
    Diary diary = new Diary().colleagues(14, 0, 18);
    diary.worker("ada").on("pc-ada").weeks(0, 18, "09:00", "17:00");
    for (int day : new int[] {2, 8, 10}) {
      diary.worker("ada").act(day, "10:00", Kind.PROCESS, program);
      for (int i = 0; i < fellows; i++) {
        diary.worker("colleague-" + i).act(day, "11:0" + i, Kind.PROCESS, program);
      }
    }
    return diary;
  }

  @Override
  public List<Fires> fires() {
    Diary two = ran(0, "AnyDesk.exe");
    two.worker("ada").act(9, "10:00", Kind.PROCESS, "rustdesk.exe");
    Diary daily = ran(0, "AnyDesk.exe");
    for (int day = 5; day < 12; day++) {
      daily.worker("ada").machine(day, "09:30", Kind.PROCESS, "AnyDesk.exe");
    }
    return List.of(
        new Fires("one program", ran(0, "AnyDesk.exe"), 800),
        new Fires("one that two colleagues have", ran(2, "AnyDesk.exe"), 500),
        new Fires("a renamed program", ran(0, "backup.exe (made as AnyDesk.exe)"), 800),
        new Fires("two programs", two, 1600),
        new Fires("on most working days, as a service", daily, 2200),
        new Fires("on nearly all working days", nearlyAll(), 2800),
        new Fires("started and used long before an unlock", door(20, 0), 800),
        new Fires("whoever unlocks comes through it", door(1, 0), 3500),
        new Fires("the same on one of several such computers", door(1, 7), 2200));
  }

  /**
   * Six days on which work on ada's computer begins twice with an unlock, the program so long
   * before it, in a company of forty of whom some run it too.
   */
  private static Diary door(int minutesBefore, int fellows) {
    Diary diary = new Diary().colleagues(40, 0, 18);
    diary.worker("ada").on("pc-ada");
    for (int day : new int[] {1, 2, 3, 4, 8, 9}) {
      for (int hour : new int[] {9, 14}) {
        diary.worker("ada").work(day, clock(hour, 32), clock(hour + 3, 30));
        diary.worker("ada").act(day, clock(hour, 31), Kind.DEVICE_UNLOCK);
        diary
            .worker("ada")
            .machine(day, clock(hour, 31 - minutesBefore), Kind.PROCESS, "AnyDesk.exe");
      }
    }
    for (int i = 0; i < fellows; i++) {
      diary.worker("colleague-" + i).act(2, "11:" + (10 + i), Kind.PROCESS, "AnyDesk.exe");
    }
    return diary;
  }

  private static String clock(int hour, int minute) {
    return (hour < 10 ? "0" : "") + hour + ":" + minute;
  }

  private static Diary nearlyAll() {
    Diary diary = ran(0, "AnyDesk.exe");
    for (int day = 1; day < 19; day++) {
      diary.worker("ada").machine(day, "09:30", Kind.PROCESS, "AnyDesk.exe");
    }
    return diary;
  }

  @Override
  public List<Quiet> quiet() {
    Diary once = new Diary().colleagues(14, 0, 18);
    once.worker("ada").on("pc-ada").weeks(0, 18, "09:00", "17:00");
    once.worker("ada").act(3, "10:00", Kind.PROCESS, "TeamViewer.exe");
    once.worker("ada").act(3, "10:20", Kind.PROCESS, "TeamViewer_Service.exe");
    return List.of(
        new Quiet("a program that several use, and not to unlock", door(20, 7)),
        new Quiet("what a quarter of the company runs is the company's own", door(1, 12)),
        new Quiet("one session with support", once),
        new Quiet("an editor", ran(0, "code.exe")));
  }
}
