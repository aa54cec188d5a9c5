package dev.bonafide.simulator.people;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's hands on a machine, under one account: usually the hired person's own, on a laptop and
 * on a phone. Everything else follows from who the hands are.
 *
 * @param who a short word for the truth file: self, operator-2
 * @param body whose rhythm
 * @param machine which machine
 * @param whereabouts where the machine is
 * @param tunnel what its traffic passes through
 * @param clock the zone in which the body lives when it is not beside the machine; null when it is
 * @param remote how it drives a machine from afar; null when it sits in front of it
 * @param tempo human acts an hour while present, about
 * @param active days on which these hands work at all, inclusive; others in between rest
 * @param keepsSession signs in once and never again while the session lives
 * @param factor the phone that answers for a second factor
 * @param part which part of the body's day is spent here
 */
public record Hand(
    String who,
    Body body,
    Machine machine,
    Whereabouts whereabouts,
    Tunnel tunnel,
    @Nullable ZoneId clock,
    @Nullable Remote remote,
    double tempo,
    List<Span> active,
    boolean keepsSession,
    Factor factor,
    Part part) {

  /** Which part of a day. */
  public enum Part {
    ALL,
    /** The working hours of a working day. */
    DUTY,
    /** Evenings, nights and free days. */
    REST
  }

  /** How a machine is driven from afar. */
  public enum Remote {
    /** A remote-access program. */
    PROGRAM,
    /** Remote desktop of the system itself. */
    DESKTOP
  }

  public Hand {
    active = List.copyOf(active);
  }

  /** Hands in front of a machine that goes where they go. */
  static Hand self(
      Body body,
      Machine machine,
      Whereabouts whereabouts,
      Tunnel tunnel,
      double tempo,
      Factor factor) {
    return new Hand(
        "self",
        body,
        machine,
        whereabouts,
        tunnel,
        null,
        null,
        tempo,
        List.of(Span.EVER),
        false,
        factor,
        Part.ALL);
  }

  /** The zone in which its day of that number runs. */
  public ZoneId zone(long day) {
    return clock != null ? clock : whereabouts.metro(day).zone();
  }

  public boolean works(long day) {
    for (Span span : active) {
      if (span.has(day)) {
        return true;
      }
    }
    return false;
  }

  Hand during(Span... spans) {
    return new Hand(
        who,
        body,
        machine,
        whereabouts,
        tunnel,
        clock,
        remote,
        tempo,
        List.of(spans),
        keepsSession,
        factor,
        part);
  }

  Hand through(Tunnel other) {
    return new Hand(
        who,
        body,
        machine,
        whereabouts,
        other,
        clock,
        remote,
        tempo,
        active,
        keepsSession,
        factor,
        part);
  }

  Hand keepingSession(boolean keeps) {
    return new Hand(
        who, body, machine, whereabouts, tunnel, clock, remote, tempo, active, keeps, factor, part);
  }

  Hand onlyIn(Part other) {
    return new Hand(
        who,
        body,
        machine,
        whereabouts,
        tunnel,
        clock,
        remote,
        tempo,
        active,
        keepsSession,
        factor,
        other);
  }

  Hand livingIn(ZoneId zone) {
    return new Hand(
        who,
        body,
        machine,
        whereabouts,
        tunnel,
        zone,
        remote,
        tempo,
        active,
        keepsSession,
        factor,
        part);
  }

  Hand driving(Remote how) {
    return new Hand(
        who,
        body,
        machine,
        whereabouts,
        tunnel,
        clock,
        how,
        tempo,
        active,
        keepsSession,
        factor,
        part);
  }

  Hand called(String name) {
    return new Hand(
        name,
        body,
        machine,
        whereabouts,
        tunnel,
        clock,
        remote,
        tempo,
        active,
        keepsSession,
        factor,
        part);
  }

  Hand at(Machine other) {
    return new Hand(
        who,
        body,
        other,
        whereabouts,
        tunnel,
        clock,
        remote,
        tempo,
        active,
        keepsSession,
        factor,
        part);
  }

  /** Only on those of its days that lie between two days, both included. */
  Hand within(long from, long to) {
    return during(
        active.stream()
            .filter(span -> span.from() <= to && span.to() >= from)
            .map(span -> new Span(Math.max(span.from(), from), Math.min(span.to(), to)))
            .toArray(Span[]::new));
  }

  Hand keeping(Body other) {
    return new Hand(
        who,
        other,
        machine,
        whereabouts,
        tunnel,
        clock,
        remote,
        tempo,
        active,
        keepsSession,
        factor,
        part);
  }
}
