package dev.bonafide.simulator.work;

import dev.bonafide.simulator.people.Errand;
import dev.bonafide.simulator.people.Hand;
import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Line;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * One account at one machine: hands arrive, work in bursts, pause and leave; the machine is on or
 * asleep, and hums while it is on.
 */
final class Station {
  private static final long MINUTE = 60_000L;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** Mean number of acts in a burst. */
  private static final double BURST = 1.75;

  private final Person person;
  private Machine machine;
  private final Chance chance;
  private final SignIns signIns;
  private final Endpoint endpoint;
  private final Connection connection;
  private final CodeHost codeHost;
  private final Software software;
  private final BitSet done;

  private long nextRenewal;
  private long on = Long.MIN_VALUE;
  private long off = Long.MIN_VALUE;

  /**
   * @param done which of the person's errands that can wait are done, at whichever machine
   */
  Station(Person person, Machine machine, BitSet done) {
    this.person = person;
    this.machine = machine;
    this.done = done;
    this.chance = person.stream("station").at("machine", machine.number());
    this.signIns = new SignIns(person, machine, chance.at("sign-ins"));
    this.endpoint = new Endpoint(person, machine, chance.at("endpoint"));
    this.connection = new Connection(person, machine, chance.at("connection"));
    this.codeHost = new CodeHost(person, machine, chance.at("code host"));
    this.software = new Software(person, machine, chance.at("software"));
  }

  /** One local day at this machine. */
  void day(long day, Hand owner, List<Presence> presences, Consumer<Act> tell) {
    // What hangs on a machine changes when it is put somewhere else.
    machine = owner.machine();
    endpoint.stands(machine);
    Chance today = chance.at("day", day);
    power(day, owner, presences, today);
    boolean first = true;
    for (Presence presence : presences) {
      if (presence.from() < person.closedMilli()) {
        Chance draw = today.at("presence", presence.from());
        if (machine.sort() == Machine.Sort.PHONE) {
          glance(presence, draw, tell);
        } else {
          sit(presence, first, first && restarted(day), draw, tell);
          if (first) {
            run(day, presence, today.at("errands"), tell);
            software.day(day, presence, today.at("software"), tell);
          }
        }
        first = false;
      }
    }
    hum(day, owner, presences, today.at("hum"), tell);
    connection.day(day, presences, today.at("vpn"), tell);
  }

  /** The errands of the day, at whichever machine they belong to. */
  private void run(long day, Presence presence, Chance draw, Consumer<Act> tell) {
    int which = 0;
    for (Errand errand : person.errands()) {
      which++;
      boolean outside =
          switch (errand) {
            case Errand.Reset reset -> reset.elsewhere();
            case Errand.Pay pay -> pay.elsewhere();
            default -> false;
          };
      boolean here = outside != machine.managed();
      boolean due =
          errand.waits()
              ? errand.day() <= day && errand.day() > day - 5 && !done.get(which)
              : errand.day() == day;
      if (due && here) {
        done.set(which);
        Chance own = draw.at("errand", which);
        signIns.run(errand, presence, own, tell);
        switch (errand) {
          case Errand.Malware malware -> endpoint.malware(presence, malware, draw, tell);
          case Errand.Code code -> codeHost.run(code, presence, own, tell);
          case Errand.Install install -> software.run(install, presence, own, tell);
          default -> {}
        }
      }
    }
  }

  /** When the machine is on today: [on, off). One that sleeps wakes with the first hands. */
  private void power(long day, Hand owner, List<Presence> presences, Chance today) {
    if (machine.alwaysOn()) {
      long midnight =
          LocalDate.ofEpochDay(day).atStartOfDay(owner.zone(day)).toInstant().toEpochMilli();
      on = Math.max(midnight, off);
      off = midnight + DAY;
    } else if (presences.isEmpty()) {
      on = off;
    } else {
      on = Math.max(off, presences.getFirst().from() - today.at("wake").between(20, 90) * 1000L);
      long last = on;
      for (Presence presence : presences) {
        last = Math.max(last, presence.to());
      }
      off = last + today.at("sleep").between(5, 35) * MINUTE;
    }
  }

  /** Patch day: the second Tuesday's updates restart machines in the night after. */
  private static boolean restarted(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return date.getDayOfWeek() == DayOfWeek.WEDNESDAY
        && date.getDayOfMonth() >= 9
        && date.getDayOfMonth() <= 15;
  }

  /** A stretch of work with its coffee breaks. */
  private void sit(
      Presence presence, boolean first, boolean restarted, Chance draw, Consumer<Act> tell) {
    long at = presence.from();
    if (machine.managed()) {
      endpoint.arrive(presence, first, restarted, draw.at("arrive"), tell);
    }
    if (first && draw.at("morning").happens(0.85)) {
      Chance app = draw.at("app");
      signIns.open(presence, at + app.between(20, 240) * 1000L, null, app, tell);
    }
    Chance pauses = draw.at("pauses");
    while (at < presence.to()) {
      long stretch = Math.round(pauses.normal(80, 28, 15, 190)) * MINUTE;
      long until = Math.min(presence.to(), at + stretch);
      work(presence, at, until, draw.at("work", at), tell);
      long pause = Math.round(pauses.normal(11, 4, 4, 28)) * MINUTE;
      boolean more = until + pause + 6 * MINUTE < presence.to();
      if (machine.managed() && (!more || pauses.happens(0.7))) {
        endpoint.lock(until + pauses.between(5, 200) * 1000L, presence, tell);
        if (more) {
          endpoint.unlock(until + pause, presence, tell);
        }
      }
      at = until + pause;
    }
    if (!presence.hand().keepsSession() && draw.at("sign out").happens(0.05)) {
      signIns.close(presence.to(), presence.seen(), tell);
    }
  }

  /** Bursts: a few acts within seconds, then minutes of reading and typing that no log shows. */
  private void work(Presence presence, long from, long until, Chance draw, Consumer<Act> tell) {
    double gap = HOUR / presence.hand().tempo() * BURST;
    double at = from + draw.exponential(gap) * 0.5;
    while (at < until) {
      long moment = (long) at;
      do {
        act(presence, moment, draw, tell);
        codeHost.work(presence, moment, draw.at("code", moment), tell);
        moment += 2_000 + (long) draw.exponential(16_000);
      } while (moment < until && draw.happens(1 - 1 / BURST));
      at = Math.max((double) moment, at + draw.exponential(gap));
    }
  }

  private void act(Presence presence, long at, Chance draw, Consumer<Act> tell) {
    double luck = draw.unit();
    if (machine.managed() && luck < 0.84) {
      endpoint.program(presence, at, draw, tell);
    } else if (luck < (machine.managed() ? 0.97 : 0.8)) {
      signIns.open(presence, at, draw.pick(person.role().apps()), draw, tell);
    } else {
      signIns.office(presence, at, draw, tell);
    }
  }

  /** A look at the phone: now and then an application wants to know who it is. */
  private void glance(Presence presence, Chance draw, Consumer<Act> tell) {
    if (draw.happens(0.09)) {
      signIns.open(
          presence,
          presence.from() + draw.below(60_000),
          draw.pick(person.role().apps()),
          draw,
          tell);
    }
  }

  /** Tokens renewed every 60 to 90 minutes, on a phone more seldom, and the agents of a machine. */
  private void hum(
      long day, Hand owner, List<Presence> presences, Chance draw, Consumer<Act> tell) {
    boolean phone = machine.sort() == Machine.Sort.PHONE;
    if (off <= on || (!phone && !signIns.known() && presences.isEmpty())) {
      return;
    }
    Line idle =
        presences.isEmpty()
            ? owner.tunnel().seen(owner.whereabouts().on(day).line(), day, 0)
            : presences.getFirst().seen();
    boolean due = nextRenewal >= on - HOUR && nextRenewal <= on + 10 * HOUR;
    long at = due ? Math.max(on, nextRenewal) : on + draw.between(1, 20) * MINUTE;
    while (at < off) {
      signIns.renew(at, line(presences, at, idle), owner, draw, tell);
      at += phone ? draw.between(290, 560) * MINUTE : draw.between(60 * 60, 90 * 60) * 1000L;
    }
    nextRenewal = at;
    if (machine.managed()) {
      endpoint.hum(on, off, draw.at("agents"), tell);
    }
  }

  /** The line of whoever is there just then. */
  private static Line line(List<Presence> presences, long at, Line idle) {
    Line line = idle;
    for (Presence presence : presences) {
      if (presence.from() - MINUTE <= at && at < presence.to() + MINUTE) {
        line = presence.seen();
      }
    }
    return line;
  }
}
