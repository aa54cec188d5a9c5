package dev.bonafide.simulator.work;

import dev.bonafide.simulator.people.Errand;
import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Overlay;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.VpnAct;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Internet;
import dev.bonafide.simulator.world.Line;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The company's VPN on one machine: up while somebody works outside an office. */
final class Connection {
  private static final long MINUTE = 60_000L;

  private final Person person;
  private final Machine machine;
  private final Chance chance;
  private final boolean needed;

  private long acts;
  private long since;
  private long until;
  private long extra;
  private @Nullable Line line;

  Connection(Person person, Machine machine, Chance chance) {
    this.person = person;
    this.machine = machine;
    this.chance = chance;
    this.needed =
        machine.managed()
            && machine.sort() == Machine.Sort.LAPTOP
            && (person.overlays().contains(Overlay.FULL_TUNNEL)
                || person.errands().stream().anyMatch(Errand.Haul.class::isInstance)
                || switch (person.role()) {
                  case ENGINEER, DATA, IT, FINANCE -> true;
                  default -> false;
                });
  }

  /** A day's stretches of work; short pauses do not end a connection. */
  void day(long day, List<Presence> presences, Chance draw, Consumer<Act> tell) {
    if (!needed) {
      return;
    }
    for (Errand errand : person.errands()) {
      if (errand instanceof Errand.Haul haul && haul.day() == day) {
        extra += Math.round(haul.gigabytes() * 1e9);
      }
    }
    for (Presence presence : presences) {
      Line under = presence.under();
      if (under.sort() == Line.Sort.OFFICE || presence.from() >= person.closedMilli()) {
        continue;
      }
      long from = presence.from() + draw.between(30, 400) * 1000L;
      long to = Math.min(presence.to() + draw.between(1, 12) * MINUTE, person.closedMilli());
      if (line != null && from - until < 50 * MINUTE && line.key() == under.key()) {
        until = Math.max(until, to);
      } else {
        end(draw, tell);
        since = from;
        until = Math.max(to, from + MINUTE);
        line = under;
      }
    }
    end(draw, tell);
  }

  private void end(Chance draw, Consumer<Act> tell) {
    Line from = line;
    if (from == null) {
      return;
    }
    double hours = (until - since) / (60.0 * MINUTE);
    tell.accept(
        new VpnAct(
            since,
            until,
            chance.at("act", ++acts).name(),
            person,
            machine,
            from,
            Internet.gateway(from.metro()).city(),
            Math.round(draw.logNormal(90e6, 0.9) * hours),
            Math.round(draw.logNormal(22e6, 0.9) * hours) + extra,
            draw.pick(
                List.of("User Requested", "User Requested", "Idle Timeout", "Connection Lost"))));
    extra = 0;
    line = null;
  }
}
