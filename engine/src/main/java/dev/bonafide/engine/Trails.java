package dev.bonafide.engine;

import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Network;
import dev.bonafide.linking.rings.Traces;
import dev.bonafide.linking.rings.Traces.Stay;
import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads from somebody's logbook by what {@link Traces a shelf of computers} is known. */
final class Trails {
  /** The last second of a day: a span that touches it goes on. */
  private static final int MIDNIGHT = 86_399;

  private Trails() {}

  static Traces of(View view) {
    return new Traces(stays(view), starts(view), falls(view));
  }

  /**
   * On which fixed lines the work was, one for each day and line. What is on paper as travel is
   * nobody's base.
   */
  private static List<Stay> stays(View view) {
    SortedMap<Integer, SortedMap<Long, Stay>> days = new TreeMap<>();
    for (Use address : view.addresses()) {
      for (int i = 0; i < address.size(); i++) {
        int day = address.day(i);
        Network network = address.network(i);
        EgressClass is = network == null ? EgressClass.UNKNOWN : network.egressClass();
        if (is.fixed() && !travels(view, day)) {
          boolean office = is == EgressClass.OFFICE;
          Thing of = office || network == null ? null : Thing.network(network.statement());
          Stay stay =
              new Stay(
                  day,
                  office ? Stay.ELSEWHERE : address.id(),
                  address.allBins(i),
                  place(view, address, i),
                  of == null ? 0 : of.id(),
                  is == EgressClass.HOME);
          days.computeIfAbsent(day, d -> new TreeMap<>()).merge(stay.line(), stay, Stay::and);
        }
      }
    }
    List<Stay> stays = new ArrayList<>();
    days.values().forEach(of -> stays.addAll(of.values()));
    return stays;
  }

  private static Traces.Place place(View view, Use address, int i) {
    return switch (view.whereabouts(address, i)) {
      case NEAR -> Traces.Place.NEAR;
      case FAR -> Traces.Place.FAR;
      case UNKNOWN -> Traces.Place.UNKNOWN;
    };
  }

  private static boolean travels(View view, int day) {
    return view.contexts(day).stream()
        .anyMatch(context -> context.context() == Claim.ContextKind.TRAVEL);
  }

  /** When each day's work by hand began. */
  private static SortedMap<Integer, Integer> starts(View view) {
    SortedMap<Integer, Integer> starts = new TreeMap<>();
    for (AccountDay on : view.days()) {
      for (int i = 0; i < on.size(); i++) {
        if (on.human(i)) {
          starts.merge(on.day(), on.page().second(i), Math::min);
        }
      }
    }
    // Who works over midnight does not begin there.
    starts
        .keySet()
        .removeIf(
            day ->
                !Bits.isEmpty(view.human(day - 1))
                    && starts.getOrDefault(day, 0) < 4 * 3600
                    && Bits.nextSet(view.human(day - 1), 20 * 12, Bits.BINS) < Bits.BINS);
    return starts;
  }

  /** When tunnels into the company ended. */
  private static List<Long> falls(View view) {
    TreeSet<Long> falls = new TreeSet<>();
    for (AccountDay on : view.days()) {
      if (on.page().kinds().contains(Kind.VPN_SESSION)) {
        for (int i = 0; i < on.size(); i++) {
          int end = on.page().lastSecond(i);
          if (on.page().kind(i) == Kind.VPN_SESSION && end < MIDNIGHT) {
            falls.add(on.day() * 86_400L + end);
          }
        }
      }
    }
    return List.copyOf(falls);
  }
}
