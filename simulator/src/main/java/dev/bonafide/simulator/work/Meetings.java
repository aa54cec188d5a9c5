package dev.bonafide.simulator.work;

import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Operator;
import dev.bonafide.simulator.people.Overlay;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.people.Team;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.MeetingAct;
import dev.bonafide.simulator.world.Chance;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One name in the team's meetings: whoever sits at a computer just then takes part. */
final class Meetings {
  private static final long MINUTE = 60_000L;

  private final Person person;
  private final Team team;
  private final Chance chance;

  Meetings(Person person) {
    this.person = person;
    this.team = Team.of(person);
    this.chance = person.stream("meetings");
  }

  /** The meetings that fall into what was sat through on a local day. */
  void attend(long day, List<Presence> presences, Consumer<Act> tell) {
    if (presences.isEmpty()) {
      return;
    }
    // Another clock's today may be yesterday or tomorrow here.
    for (long date = day - 1; date <= day + 1; date++) {
      LocalDate on = LocalDate.ofEpochDay(date);
      for (Team.Appointment meeting : team.calendar(on)) {
        long midnight = on.atStartOfDay(meeting.anchor().zone()).toInstant().toEpochMilli();
        long from = midnight + meeting.from() * MINUTE;
        long to = midnight + meeting.to() * MINUTE;
        Presence there = there(presences, from, to);
        if (there != null) {
          attend(meeting, there, from, to, tell);
        }
      }
    }
  }

  /** Whoever sits there for most of it, at least half. */
  private static @Nullable Presence there(List<Presence> presences, long from, long to) {
    Presence best = null;
    long most = (to - from) / 2;
    for (Presence presence : presences) {
      long both = Math.min(to, presence.to()) - Math.max(from, presence.from());
      if (both > most && presence.hand().machine().sort() != Machine.Sort.PHONE) {
        most = both;
        best = presence;
      }
    }
    return best;
  }

  private void attend(
      Team.Appointment meeting, Presence there, long from, long to, Consumer<Act> tell) {
    Chance draw = chance.at("meeting", meeting.meeting());
    Operator who = there.hand().operator();
    double often =
        !who.self() ? 0.7 : person.overlays().contains(Overlay.OVER_EMPLOYED) ? 0.5 : 0.85;
    long joins =
        Math.max(from + draw.between(-90, 200) * 1_000L, there.from() + draw.below(60_000));
    long leaves = Math.min(to + draw.between(-120, 300) * 1_000L, there.to() - draw.below(30_000));
    if (!draw.happens(often) || leaves < joins + 4 * MINUTE || leaves >= person.closedMilli()) {
      return;
    }
    double minutes = (leaves - joins) / (double) MINUTE;
    Chance habit = Chance.of(who.key()).at("camera");
    boolean averse = who.self() && person.overlays().contains(Overlay.CAMERA_AVERSE);
    double picture =
        switch (who.self() ? habit.weighted(0.2, 0.3, 0.5) : habit.weighted(0.35, 0.35, 0.3)) {
          case 0 -> 0;
          case 1 -> draw.happens(0.4) ? draw.between(0.3, 1) : 0;
          default -> draw.between(0.7, 1);
        };
    tell.accept(
        new MeetingAct(
            joins,
            leaves,
            draw.name(),
            person,
            there.hand().machine(),
            there.seen(),
            meeting.meeting(),
            meeting.kind(),
            averse ? 0 : (int) (minutes * picture),
            (int) (minutes * draw.between(0.03, 0.4)),
            latency(meeting, there, draw),
            camera(there.hand().machine(), habit.happens(who.self() ? 0.02 : 0.12))));
  }

  /** Light in glass, half as long again and more, and the last mile. */
  private static int latency(Team.Appointment meeting, Presence there, Chance draw) {
    double way =
        there.under().metro().kilometresTo(there.seen().metro())
            + there.seen().metro().kilometresTo(meeting.anchor());
    return (int) (way / 100 * draw.between(1.5, 2.2) + draw.logNormal(14, 0.5));
  }

  private static String camera(Machine machine, boolean virtual) {
    return virtual
        ? "OBS Virtual Camera"
        : machine.system() == Machine.Os.MAC ? "FaceTime HD Camera" : "Integrated Camera";
  }
}
