package dev.bonafide.simulator.vendor;

import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Notice;
import dev.bonafide.simulator.people.Paper;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.people.Stay;
import dev.bonafide.simulator.world.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The lists that HR, IT and team leads keep: one row a person, a machine, a notice. */
public final class Tables {
  public static final String HR =
      "Employee ID,Name,Work Email,City,Country,Time Zone,Start Date,End Date,Manager ID,Job Title,"
          + "Department,Employment Type,Agency,Home Address,Ship-To Address,Phone,Personal Email,"
          + "Pay Account Token,Pay Kind,Applicant ID,Work Location,Schedule Note,Row Updated";
  public static final String MDM =
      "Serial Number,Device Name,Model,OS Version,Intune Device ID,Entra Device ID,Defender Device"
          + " ID,Primary User UPN,Enrolled Date,Last Check-In,Public IP,Time Zone,Displays";
  public static final String CONTEXT = "Worker ID,Kind,From,To,Place,Other Worker";

  private Tables() {}

  /** The rows of one worker. Two when HR ended the employment too early and began it anew. */
  public static List<String> hr(Person person, String manager, long last) {
    Paper paper = person.paper();
    List<String> rows = new ArrayList<>();
    rows.add(hr(person, manager, paper.start(), paper.hrEnd(), last));
    if (paper.hrEnd() != paper.end()) {
      rows.add(hr(person, manager, paper.hrEnd() + 1, paper.end(), last));
    }
    return rows;
  }

  private static String hr(Person person, String manager, long from, long to, long last) {
    Paper paper = person.paper();
    long badge = person.account().badge();
    String agency = paper.agency();
    return Csv.row(
        paper.workerId(),
        person.name().full(),
        person.mail(Long.MAX_VALUE),
        person.home().city(),
        person.home().country(),
        person.home().zone().getId(),
        date(from),
        to == Long.MAX_VALUE ? "" : date(to),
        manager,
        paper.role().title(),
        paper.role().department(),
        paper.employment(),
        agency == null ? "" : agency,
        paper.street() + ", " + person.home().city(),
        paper.shipTo(),
        paper.phone(),
        Ids.plain(person.name().given())
            + Ids.plain(person.name().family())
            + badge % 90
            + "@mailbox.example",
        paper.payToken(),
        paper.payKind(),
        "AP-" + Ids.plate("", person.stream("applicant").name(), 6),
        paper.workPlace(),
        paper.note(),
        date(Math.min(last, Math.max(from, last - 3 - Math.floorMod(badge, 60L)))));
  }

  /** The row of a machine. */
  public static String mdm(Person person, Person.Issue issue, long last) {
    Machine machine = issue.machine();
    long seen = Math.min(issue.lastSeen(), last);
    Stay stay = issue.whereabouts().on(seen);
    long milli =
        seen * 86_400_000L
            + 9 * 3_600_000L
            + Math.floorMod(machine.name("check-in"), 9 * 3_600_000L);
    StringBuilder screens = new StringBuilder();
    for (Machine.Screen screen : machine.screens()) {
      screens
          .append(screens.isEmpty() ? "" : "; ")
          .append(screen.maker())
          .append(' ')
          .append(screen.model())
          .append(' ')
          .append(screen.serial());
    }
    return Csv.row(
        machine.serial(),
        machine.host(),
        machine.model(),
        (machine.system() == Machine.Os.MAC ? "macOS " : "Windows ") + machine.system().version(),
        machine.intuneId(),
        machine.entraId(),
        machine.defenderId(),
        person.principal(seen),
        date(issue.enrolled()),
        Stamp.second(milli),
        stay.line().address(milli, machine.number()),
        stay.metro().zone().getId(),
        screens.toString());
  }

  public static String context(Notice notice) {
    return Csv.row(
        notice.worker(),
        notice.kind().word(),
        date(notice.from()),
        date(notice.to()),
        notice.place() == null ? "" : notice.place(),
        notice.other() == null ? "" : notice.other());
  }

  private static String date(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }
}
