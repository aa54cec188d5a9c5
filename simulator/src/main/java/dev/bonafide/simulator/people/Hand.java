package dev.bonafide.simulator.people;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An operator's hands on a machine, under one account: usually the hired person's own, on a laptop
 * and on a phone. Everything else follows from whose hands they are.
 *
 * @param operator whose hands
 * @param machine which machine
 * @param whereabouts where the machine is
 * @param tunnel what its traffic passes through
 * @param drive how it is driven from afar; null when the operator sits in front of it
 * @param tempo human acts an hour while present, about
 * @param active days on which these hands work at all, inclusive
 * @param keepsSession signs in once and never again while the session lives
 * @param factor the phone that answers for a second factor
 * @param part which part of the operator's day is spent here
 * @param share which of the accounts that the operator serves, null when it is the only one
 */
public record Hand(
    Operator operator,
    Machine machine,
    Whereabouts whereabouts,
    Tunnel tunnel,
    @Nullable Drive drive,
    double tempo,
    List<Span> active,
    boolean keepsSession,
    Factor factor,
    Part part,
    @Nullable Share share) {

  /** Which part of a day. */
  public enum Part {
    ALL,
    /** The working hours of a working day. */
    DUTY,
    /** Evenings, nights and free days. */
    REST
  }

  /**
   * One of several accounts that an operator serves in turns.
   *
   * @param pause minutes between two accounts
   */
  public record Share(int mine, int of, int pause) {}

  public Hand {
    active = List.copyOf(active);
  }

  /** Hands in front of a machine. */
  static Hand on(
      Machine machine,
      Operator operator,
      Whereabouts whereabouts,
      Tunnel tunnel,
      double tempo,
      Factor factor) {
    return new Hand(
        operator,
        machine,
        whereabouts,
        tunnel,
        null,
        tempo,
        List.of(Span.EVER),
        false,
        factor,
        Part.ALL,
        null);
  }

  /** The zone in which its day of that number runs. */
  public ZoneId zone(long day) {
    ZoneId clock = operator.clock();
    return clock != null ? clock : whereabouts.on(day).metro().zone();
  }

  public boolean works(long day) {
    for (Span span : active) {
      if (span.has(day)) {
        return true;
      }
    }
    return false;
  }

  /** When these hands are on this machine on a day, in minutes after the operator's midnight. */
  public List<Span> stretches(long day, boolean free) {
    List<Span> stretches = operator.stretches(day, free, part);
    return share == null
        ? stretches
        : Operator.turns(
            stretches, share.mine, share.of, share.pause, operator.day(day).at("turns"));
  }

  /** These hands while some of it changes. */
  private final class Changed {
    private Operator operator = Hand.this.operator;
    private Machine machine = Hand.this.machine;
    private @Nullable Drive drive = Hand.this.drive;
    private List<Span> active = Hand.this.active;
    private boolean keepsSession = Hand.this.keepsSession;
    private Factor factor = Hand.this.factor;
    private Part part = Hand.this.part;
    private @Nullable Share share = Hand.this.share;

    private Hand hand() {
      return new Hand(
          operator,
          machine,
          whereabouts,
          tunnel,
          drive,
          tempo,
          active,
          keepsSession,
          factor,
          part,
          share);
    }
  }

  private Hand changed(Consumer<Changed> change) {
    Changed changed = new Changed();
    change.accept(changed);
    return changed.hand();
  }

  Hand during(Span... spans) {
    return changed(c -> c.active = List.of(spans));
  }

  /** Only on those of its days that lie between two days, both included. */
  Hand within(long from, long to) {
    return during(
        active.stream()
            .filter(span -> span.from() <= to && span.to() >= from)
            .map(span -> new Span(Math.max(span.from(), from), Math.min(span.to(), to)))
            .toArray(Span[]::new));
  }

  Hand at(Machine other) {
    return changed(c -> c.machine = other);
  }

  Hand of(Operator other) {
    return changed(c -> c.operator = other);
  }

  Hand answeredBy(Factor other) {
    return changed(c -> c.factor = other);
  }

  Hand driving(@Nullable Drive how) {
    return changed(c -> c.drive = how);
  }

  Hand keepingSession(boolean keeps) {
    return changed(c -> c.keepsSession = keeps);
  }

  Hand onlyIn(Part other) {
    return changed(c -> c.part = other);
  }

  Hand sharing(Share other) {
    return changed(c -> c.share = other);
  }
}
