package dev.bonafide.simulator.people;

import dev.bonafide.simulator.people.Calendar.Trip;
import dev.bonafide.simulator.world.Atlas;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Internet;
import dev.bonafide.simulator.world.Line;
import dev.bonafide.simulator.world.Metro;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where people work, and what their traffic passes through. */
final class Places {
  /** Areas in which the company has an office. */
  private static final Set<String> OFFICES =
      Set.of("Austin", "Boston", "Bristol", "Leipzig", "Utrecht", "Pune", "Singapore");

  private final Internet internet;
  private final long first;
  private final long last;

  Places(Internet internet, long first, long last) {
    this.internet = internet;
    this.first = first;
    this.last = last;
  }

  /** How somebody's weeks are. */
  enum Style {
    REMOTE("Remote", 0),
    HYBRID("Hybrid", 0.5),
    OFFICE("Office", 0.92),
    CO_WORKING("Remote", 0.75),
    NOMAD("Remote", 0);

    private final String word;
    private final double out;

    Style(String word, double out) {
      this.word = word;
      this.out = out;
    }

    /** As HR writes it. */
    String word() {
      return word;
    }
  }

  static Style style(Chance draw, Archetype archetype, Set<Overlay> overlays, Metro home) {
    if (archetype == Archetype.NOMAD) {
      return Style.NOMAD;
    }
    if (overlays.contains(Overlay.CO_WORKING)) {
      return Style.CO_WORKING;
    }
    if (!OFFICES.contains(home.city()) || archetype == Archetype.CARER) {
      return Style.REMOTE;
    }
    double luck = draw.unit();
    return luck < 0.4 ? Style.OFFICE : luck < 0.8 ? Style.HYBRID : Style.REMOTE;
  }

  /** At home, and on some weekdays at the office or the co-working place. */
  Whereabouts base(Chance own, Style style, Metro home, Line line) {
    Stay atHome = new Stay(home, line);
    Stay out =
        switch (style) {
          case OFFICE, HYBRID -> new Stay(home, internet.office(home));
          case CO_WORKING -> new Stay(home, internet.coWorking(home));
          case REMOTE, NOMAD -> atHome;
        };
    return day -> {
      boolean weekday = Math.floorMod(day + 3, 7L) < 5;
      return weekday && own.at("out", day).happens(style.out) ? out : atHome;
    };
  }

  /** Half the week somewhere else that is somebody's home. */
  static Whereabouts halves(Chance own, Whereabouts usual, Metro home, Line other) {
    Stay there = new Stay(home, other);
    return day -> {
      Stay stay = usual.on(day);
      return stay.line().sort() == Line.Sort.HOME && own.at("half", day).happens(0.5)
          ? there
          : stay;
    };
  }

  /** Most days at the agency's own office. */
  Whereabouts atAgency(Chance own, Whereabouts usual, Metro home, String agency) {
    Line office = internet.agency(agency);
    Stay out = new Stay(home, office);
    return day ->
        Math.floorMod(day + 3, 7L) < 5 && own.at("agency", day).happens(0.6) ? out : usual.on(day);
  }

  /** Some days on the phone's line. */
  Whereabouts tethered(Chance own, Whereabouts usual, long household) {
    return day -> {
      Stay stay = usual.on(day);
      return stay.line().sort() == Line.Sort.HOME && own.at("tethered", day).happens(0.06)
          ? new Stay(stay.metro(), internet.mobile(household, stay.metro()))
          : stay;
    };
  }

  /** A stay that never changes. */
  static Whereabouts always(Metro metro, Line line) {
    Stay stay = new Stay(metro, line);
    return day -> stay;
  }

  /** Draws trips into the calendar, and goes on them. */
  Whereabouts travelling(Whereabouts usual, Calendar calendar, Chance draw, Metro home, int trips) {
    for (int i = 0; i < trips; i++) {
      Chance trip = draw.at("trip", i);
      long span = Math.max(1, (last - first) / trips);
      long from = first + i * span + trip.below((int) Math.max(1, span - 6));
      long to = Math.min(last, from + trip.between(1, 5));
      Metro there = trip.happens(0.6) ? Atlas.neighbour(home, trip) : home;
      if (there.number() == home.number()) {
        there = Atlas.far(home, 600, trip);
      }
      calendar.trips().add(new Trip(from, to, new Stay(there, internet.hotel(there, i))));
    }
    List<Trip> plans = List.copyOf(calendar.trips());
    return day -> {
      for (Trip trip : plans) {
        if (trip.from() <= day && day <= trip.to()) {
          return trip.stay();
        }
      }
      return usual.on(day);
    };
  }

  /** A nomad moves on every one or two weeks, and is at the declared home hardly ever. */
  Whereabouts drifting(Chance draw, Metro home, Line line) {
    List<Trip> legs = new ArrayList<>();
    long at = first - draw.between(0, 9);
    for (int i = 0; at <= last + 1; i++) {
      Chance leg = draw.at("leg", i);
      long to = at + leg.between(6, 16);
      Metro there = i == 0 && leg.happens(0.5) ? home : Atlas.draw(leg);
      Line stayed =
          there.number() == home.number()
              ? line
              : leg.happens(0.5) ? internet.hotel(there, i) : internet.coWorking(there);
      legs.add(new Trip(at, to, new Stay(there, stayed)));
      at = to + 1;
    }
    List<Trip> plans = List.copyOf(legs);
    return day -> {
      for (Trip leg : plans) {
        if (day <= leg.to()) {
          return leg.stay();
        }
      }
      return plans.getLast().stay();
    };
  }

  /** The phone: on the home's line while at home, else on a carrier's. */
  Whereabouts pocket(Whereabouts whereabouts, long household) {
    return day -> {
      Stay stay = whereabouts.on(day);
      return stay.line().sort() == Line.Sort.HOME
          ? stay
          : new Stay(stay.metro(), internet.mobile(household, stay.metro()));
    };
  }

  /** What an honest person's machine goes through. */
  Tunnel tunnel(Chance own, Set<Overlay> overlays, Metro home) {
    if (overlays.contains(Overlay.PRIVACY_VPN)) {
      int brand = brand(own.at("brand"));
      int favourite = own.at("favourite").below(64);
      return (under, day, block) -> {
        Chance today = own.at("vpn day", day);
        return today.happens(0.85)
            ? internet.commercialVpn(brand, today.happens(0.6) ? favourite : today.below(64))
            : under;
      };
    }
    if (overlays.contains(Overlay.PRIVACY_RELAY)) {
      return (under, day, block) ->
          under.sort() == Line.Sort.OFFICE || block % 3 != 0
              ? under
              : internet.relay(under.metro(), day);
    }
    if (overlays.contains(Overlay.FULL_TUNNEL)) {
      Line gateway = internet.companyVpn(Internet.gateway(home));
      Line moved = internet.movedCompanyVpn(Internet.gateway(home));
      long day0 = internet.vpnMoves(first, last);
      return (under, day, block) ->
          under.sort() == Line.Sort.OFFICE ? under : day < day0 ? gateway : moved;
    }
    return Tunnel.NONE;
  }

  /** Most people take a brand that others take too; the tail is long. */
  private int brand(Chance draw) {
    double[] weights = new double[internet.vpns()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / StrictMath.pow(i + 1, 1.3);
    }
    return draw.weighted(weights);
  }
}
