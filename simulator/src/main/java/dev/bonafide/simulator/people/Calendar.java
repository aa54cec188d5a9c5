package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Chance;
import java.util.ArrayList;
import java.util.List;

/** When somebody is away, on call, or somewhere else, in the days of a plan. */
final class Calendar {
  private final long first;
  private final long last;
  private final List<Span> leave = new ArrayList<>();
  private final List<Span> onCall = new ArrayList<>();
  private final List<Trip> trips = new ArrayList<>();

  /** A stay elsewhere, both days included. */
  record Trip(long from, long to, Stay stay) {}

  Calendar(long first, long last) {
    this.first = first;
    this.last = last;
  }

  List<Span> leave() {
    return leave;
  }

  List<Span> onCall() {
    return onCall;
  }

  List<Trip> trips() {
    return trips;
  }

  /** Leave and illness, by periods of thirty days so that longer runs have more of it. */
  void drawLeave(Chance draw) {
    for (long period = Math.floorDiv(first, 30); period <= Math.floorDiv(last, 30); period++) {
      Chance month = draw.at("month", period);
      if (month.happens(0.2)) {
        long from = period * 30 + month.below(26);
        leave.add(new Span(from, from + month.between(1, 8)));
      }
      if (month.happens(0.16)) {
        long ill = period * 30 + month.below(28);
        leave.add(new Span(ill, ill + month.below(3)));
      }
    }
  }

  /** A third to a half of the time away, somewhere in the middle. */
  void drawSabbatical(Chance draw) {
    long length = Math.max(1, (last - first + 1) * draw.between(33, 50) / 100);
    long from = first + draw.below((int) Math.max(1, last - first + 1 - length));
    leave.add(new Span(from, from + length - 1));
  }

  /** One week in two, three or four. */
  void drawRota(Chance draw) {
    int weeks = draw.between(2, 4);
    int mine = draw.below(weeks);
    for (long day = first - Math.floorMod(first + 3, 7L); day <= last; day += 7) {
      if (Math.floorMod(Math.floorDiv(day, 7), weeks) == mine) {
        onCall.add(new Span(day, day + 6));
      }
    }
  }

  /** A day well inside the plan. */
  long inside(Chance draw) {
    long margin = Math.min(5, (last - first) / 3);
    return first + margin + draw.below((int) Math.max(1, last - first + 1 - 2 * margin));
  }
}
