package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Chance;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A human being with a body: mostly the hired person, under a scheme somebody else. One operator
 * has one day, whatever number of machines and accounts it is spent on.
 *
 * @param name a short word for the truth file: self, operator-2
 * @param key the root of the operator's own streams
 * @param body the habits
 * @param clock the zone in which the body lives when it is not beside the machine; null when it is
 * @param feasts the holidays that somebody keeps who is not the hired person; null for none
 */
public record Operator(
    String name, long key, Body body, @Nullable ZoneId clock, @Nullable Feasts feasts) {

  /**
   * Public holidays of two places.
   *
   * @param code the country where the body is
   * @param own probability of a free day on one of that country's
   * @param claimed probability of a free day on one of the claimed home's
   */
  public record Feasts(String code, double own, double claimed) {}

  Operator(String name, long key, Body body, @Nullable ZoneId clock) {
    this(name, key, body, clock, null);
  }

  /** Whether this is the hired person. */
  public boolean self() {
    return name.equals("self");
  }

  /** The stream of one local day. */
  public Chance day(long day) {
    return Chance.of(key).at("day", day);
  }

  /** When the body sits down on a day, in minutes after its midnight. */
  public List<Span> stretches(long day, boolean free, Hand.Part part) {
    return body.day(LocalDate.ofEpochDay(day), free, part, day(day));
  }

  /**
   * The stretches that fall to one of several accounts, when an operator serves them all: turns of
   * 25 to 70 minutes with a pause in between, one account at a time, in an order drawn for the day.
   *
   * @param mine which account, from 0
   * @param of how many there are
   * @param pause minutes from one account to the next
   */
  static List<Span> turns(List<Span> stretches, int mine, int of, int pause, Chance draw) {
    List<Span> turns = new ArrayList<>();
    int next = draw.below(of);
    for (Span stretch : stretches) {
      long at = stretch.from();
      while (at < stretch.to()) {
        long to = Math.min(stretch.to(), at + draw.between(25, 70));
        if (next == mine) {
          turns.add(new Span(at, to));
        }
        next = (next + 1) % of;
        at = to + pause;
      }
    }
    return turns;
  }

  Operator keeping(Body other) {
    return new Operator(name, key, other, clock, feasts);
  }

  Operator keeping(Feasts other) {
    return new Operator(name, key, body, clock, other);
  }
}
