package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Atlas;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Internet;
import dev.bonafide.simulator.world.Line;
import dev.bonafide.simulator.world.Metro;
import dev.bonafide.simulator.world.Shuffle;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Makes people. An honest person is a function of the seed, their number and the days; nobody else
 * enters into it, except that the two of a couple know their pair.
 */
public final class Casting {
  private static final List<String> AGENCIES =
      List.of("Talentwell Staffing", "Bridgehead Contracting", "Loftwork Agency");

  /** All but couples, who are drawn by pairs. */
  private static final List<Archetype> BODIES =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Archetype.COUPLE)));

  private static final long DAY = 86_400_000L;
  private static final long HOUR = 3_600_000L;

  private final long seed;
  private final Chance people;
  private final Internet internet;
  private final Places places;
  private final Names names;
  private final Shuffle badges;
  private final long first;
  private final long last;
  private final double documented;

  /**
   * @param first first local day that is simulated, epoch day
   * @param last last local day
   * @param documented share of rosters, trips, schedules and relations that somebody wrote down
   */
  public Casting(long seed, long first, long last, double documented) {
    this.seed = seed;
    this.people = Chance.of(seed).at("people");
    this.internet = new Internet(seed);
    this.places = new Places(internet, first, last);
    this.names = new Names(seed);
    this.badges = new Shuffle(Chance.of(seed).at("badges").name(), 900_000);
    this.first = first;
    this.last = last;
    this.documented = documented;
  }

  Internet internet() {
    return internet;
  }

  long last() {
    return last;
  }

  /** The stream for something planted. */
  Chance scheme(String purpose, long number) {
    return Chance.of(seed).at("scheme").at(purpose, number);
  }

  public String workerId(long number) {
    return "BW-" + (100_000 + badges.of(number));
  }

  /** An honest person of an archetype and with overlays drawn by share. */
  public Person honest(long number) {
    return honest(number, archetype(number), overlays(number));
  }

  /**
   * Somebody whom a scheme can recast: drawn like everybody, but employed throughout, and with a
   * laptop that can stand in another place.
   */
  public Person recruit(long number) {
    Archetype archetype = archetype(number);
    Set<Overlay> overlays = overlays(number);
    overlays.removeAll(Overlay.ABOUT_LEAVING);
    boolean movable = archetype != Archetype.ALWAYS_ON && archetype != Archetype.NOMAD;
    return honest(number, movable ? archetype : Archetype.ORDINARY, overlays);
  }

  private Archetype archetype(long number) {
    boolean couple =
        people.at("couple", Math.floorDiv(number, 2)).happens(Archetype.COUPLE.share() / 100);
    return couple
        ? Archetype.COUPLE
        : people.at("archetype", number).pick(BODIES, Archetype::share);
  }

  private Set<Overlay> overlays(long number) {
    Set<Overlay> overlays = EnumSet.noneOf(Overlay.class);
    for (Overlay overlay : Overlay.values()) {
      if (people.at("overlay " + overlay.slug(), number).happens(overlay.share())) {
        overlays.add(overlay);
      }
    }
    if (overlays.contains(Overlay.LATE_DEPROVISION) || overlays.contains(Overlay.RETRO_HR)) {
      overlays.remove(Overlay.LEAVER);
    }
    return overlays;
  }

  /** An honest person of this archetype, with just these overlays. */
  public Person honest(long number, Archetype archetype, Set<Overlay> overlays) {
    Chance own = people.at("person", number);
    boolean couple = archetype == Archetype.COUPLE;
    long household = couple ? Math.floorDiv(number, 2) * 2 : number;
    Chance house = people.at("household", household);
    Metro home = Atlas.draw(house.at("metro"));
    Places.Style style = Places.style(own.at("style"), archetype, overlays, home);
    Calendar calendar = new Calendar(first, last);
    calendar.drawLeave(own.at("leave"));
    if (archetype == Archetype.ON_CALL) {
      calendar.drawRota(own.at("rota"));
    }
    Whereabouts whereabouts = whereabouts(own, archetype, style, home, household, calendar);
    Body body = body(own.at("body"), archetype, overlays);
    Tenure tenure = tenure(own.at("tenure"), overlays);
    Factor factor = new Factor(Machines.phone(own.at("phone")), names.phone(number));
    List<Hand> hands = new ArrayList<>();
    List<Person.Issue> issued = new ArrayList<>();
    equip(
        own, archetype, overlays, body, whereabouts, home, factor, tenure, calendar, hands, issued);
    hands.add(
        Hand.self(
                new Body(Body.Habit.GLANCES, body.start(), 40, 0, 0, 0, body.lag(), Body.EVERY_DAY),
                factor.phone(),
                places.pocket(whereabouts, household),
                Tunnel.NONE,
                0.8,
                factor)
            .keepingSession(true));
    List<Hand> employed =
        hands.stream().map(hand -> hand.within(tenure.start, tenure.end)).toList();
    boolean renamed = overlays.contains(Overlay.RENAMED);
    Chance paper = own.at("paper");
    return new Person(
        number,
        Person.Account.of(own.at("key").name(), badges.of(number)),
        household,
        workerId(number),
        names.given(number),
        names.family(number),
        names.local(number),
        renamed ? Ids.plain(names.given(number)) + "." + otherFamily(number) : null,
        renamed ? calendar.inside(own.at("renamed")) : 0,
        role(own.at("role"), archetype),
        own.at("contract").happens(0.2) ? "Contractor" : "Employee",
        own.at("agency").happens(0.07) ? own.at("which agency").pick(AGENCIES) : null,
        home,
        names.street(house.at("street")),
        names.phone(number),
        style.word(),
        tenure.start,
        tenure.end,
        tenure.hrEnd,
        tenure.closedMilli,
        archetype,
        overlays,
        employed,
        issued,
        factor,
        calendar.leave(),
        calendar.onCall(),
        paper.at("note").happens(documented) ? note(archetype, overlays, body) : "",
        notices(paper, workerId(number), archetype, calendar, number, couple),
        null);
  }

  /** A program of the company under an account of its own. */
  public Person program(int which, String name) {
    long number = -1L - which;
    Chance own = people.at("program", which);
    Metro home = internet.servers(which).metro();
    Machine server = Machines.server(own.at("machine"));
    Factor factor = new Factor(server, "+1 200 555 0100");
    return new Person(
        number,
        Person.Account.of(own.at("key").name(), own.at("badge").below(90_000)),
        number,
        name,
        name,
        "",
        name,
        null,
        0,
        Role.IT,
        "Service",
        null,
        home,
        "",
        "",
        "",
        first - 900,
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        Archetype.ORDINARY,
        Set.of(),
        List.of(
            Hand.self(
                new Body(Body.Habit.TURN, 0, 0, 0, 0, 0, 0, Body.EVERY_DAY),
                server,
                Places.always(home, internet.servers(which)),
                Tunnel.NONE,
                0,
                factor)),
        List.of(),
        factor,
        List.of(),
        List.of(),
        "",
        List.of(),
        null);
  }

  private Whereabouts whereabouts(
      Chance own,
      Archetype archetype,
      Places.Style style,
      Metro home,
      long household,
      Calendar calendar) {
    Line line = internet.home(household, 0, home);
    if (archetype == Archetype.NOMAD) {
      return places.drifting(own.at("drift"), home, line);
    }
    Whereabouts usual = places.base(own.at("base"), style, home, line);
    int trips = archetype == Archetype.TRAVELLER ? 2 : own.at("some trip").happens(0.05) ? 1 : 0;
    return trips == 0 ? usual : places.travelling(usual, calendar, own.at("trips"), home, trips);
  }

  /** Gives them machines, and hands on these machines. */
  private void equip(
      Chance own,
      Archetype archetype,
      Set<Overlay> overlays,
      Body body,
      Whereabouts whereabouts,
      Metro home,
      Factor factor,
      Tenure tenure,
      Calendar calendar,
      List<Hand> hands,
      List<Person.Issue> issued) {
    double tempo = own.at("tempo").normal(5.3, 0.8, 4.0, 8);
    boolean desktop = archetype == Archetype.ALWAYS_ON;
    boolean docked = overlays.contains(Overlay.DOCKED);
    boolean networkSwitch = overlays.contains(Overlay.HOME_KVM);
    long handedOut = Math.max(tenure.start, last - own.at("enrolled").between(30, 900));
    long returned = Math.min(last, tenure.end);
    Hand self;
    if (desktop) {
      // It stands in the company's own rooms, whoever looks at it from wherever.
      Line rooms = internet.servers(20 + own.at("rooms").below(2));
      self =
          Hand.self(
                  body,
                  Machines.virtualDesktop(own.at("machine")),
                  Places.always(rooms.metro(), rooms),
                  Tunnel.NONE,
                  tempo,
                  factor)
              .livingIn(home.zone());
    } else {
      self =
          Hand.self(
              body,
              Machines.laptop(own.at("machine"), docked, networkSwitch),
              whereabouts,
              places.tunnel(own.at("tunnel"), overlays, home),
              tempo,
              factor);
    }
    self = self.keepingSession(desktop || overlays.contains(Overlay.STAYS_SIGNED_IN));
    boolean mixes =
        overlays.contains(Overlay.PRIVATE_COMPUTER) && body.habit() == Body.Habit.STRETCH;
    if (mixes) {
      // A program on the way to a meeting, the mail at night: whatever has a page in a browser.
      hands.add(
          Hand.self(
                  body,
                  Machines.own(own.at("private computer")),
                  whereabouts,
                  Tunnel.NONE,
                  own.at("private tempo").between(2.0, 4.5),
                  factor)
              .onlyIn(Hand.Part.REST));
      self = self.onlyIn(Hand.Part.DUTY);
    }
    if (overlays.contains(Overlay.RENTED_SERVER)) {
      Line server = internet.hosting(own.name() & 0x3FFF);
      hands.add(
          Hand.self(
                  body,
                  Machines.rented(own.at("rented")),
                  Places.always(home, server),
                  Tunnel.NONE,
                  0.5,
                  factor)
              .livingIn(home.zone())
              .onlyIn(Hand.Part.DUTY));
    }
    if (overlays.contains(Overlay.DEVICE_REPLACED) && !desktop) {
      long swap = calendar.inside(own.at("swap"));
      Machine next = Machines.laptop(own.at("next machine"), docked, networkSwitch);
      hands.addFirst(self.during(new Span(Long.MIN_VALUE, swap - 1)));
      hands.add(1, self.at(next).during(new Span(swap, Long.MAX_VALUE)));
      issued.add(
          new Person.Issue(self.machine(), handedOut, Math.min(swap, returned), whereabouts));
      issued.add(new Person.Issue(next, swap, returned, whereabouts));
    } else {
      hands.addFirst(self);
      issued.add(new Person.Issue(self.machine(), handedOut, returned, whereabouts));
    }
  }

  private String otherFamily(long number) {
    return Ids.plain(names.family(number + Names.combinations() / 2));
  }

  private static Role role(Chance draw, Archetype archetype) {
    return switch (archetype) {
      case IT_ADMIN -> Role.IT;
      case ON_CALL -> draw.happens(0.8) ? Role.ENGINEER : Role.IT;
      case NIGHT -> draw.happens(0.8) ? Role.SUPPORT : Role.IT;
      default -> draw.pick(List.of(Role.values()), Role::share);
    };
  }

  // --- bodies ----------------------------------------------------------------------------------

  private static Body body(Chance draw, Archetype archetype, Set<Overlay> overlays) {
    double clock = draw.normal(0, 50, -130, 150);
    double start =
        switch (archetype) {
          case OWL -> 9 * 60 + 150 + clock * 0.6;
          case EARLY -> 9 * 60 - 140 + clock * 0.4;
          case NIGHT -> 22 * 60 + clock * 0.3;
          case OFFSET -> 9 * 60 + (draw.happens(0.7) ? 270 : -210) + clock * 0.5;
          default -> 9 * 60 + clock;
        };
    Set<DayOfWeek> days = EnumSet.copyOf(Body.WEEK);
    if (overlays.contains(Overlay.PART_TIME)) {
      days.remove(draw.happens(0.6) ? DayOfWeek.FRIDAY : DayOfWeek.WEDNESDAY);
    }
    return new Body(
        archetype == Archetype.CARER ? Body.Habit.FRAGMENTS : Body.Habit.STRETCH,
        (int) Math.max(150, start),
        draw.between(12, 34),
        (int) draw.normal(478, 24, 400, 560),
        archetype == Archetype.NIGHT ? 0 : draw.seldom(4),
        draw.seldom(12),
        draw.between(40, 90),
        days);
  }

  private static String note(Archetype archetype, Set<Overlay> overlays, Body body) {
    String hours = clock(body.start()) + "-" + clock(body.start() + body.length() + 45);
    String free = body.days().contains(DayOfWeek.FRIDAY) ? "Wednesdays" : "Fridays";
    String part = overlays.contains(Overlay.PART_TIME) ? "part-time, not on " + free : "";
    String note =
        switch (archetype) {
          case OWL -> "late start agreed, " + hours;
          case EARLY -> "early start agreed, " + hours;
          case NIGHT -> "night shift " + hours;
          case OFFSET -> "partner hours " + hours;
          case CARER -> "flexible hours";
          case ON_CALL -> "on call in rotation";
          default -> "";
        };
    return note.isEmpty() || part.isEmpty() ? note + part : note + "; " + part;
  }

  /** To the half hour: people write round times. */
  private static String clock(int minute) {
    int round = Math.floorMod((minute + 15) / 30 * 30, 1_440);
    return Ids.padded(round / 60, 2) + ":" + Ids.padded(round % 60, 2);
  }

  // --- paper -----------------------------------------------------------------------------------

  private List<Notice> notices(
      Chance paper,
      String workerId,
      Archetype archetype,
      Calendar calendar,
      long number,
      boolean couple) {
    List<Notice> notices = new ArrayList<>();
    for (Calendar.Trip trip : calendar.trips()) {
      if (paper.at("trip", trip.from()).happens(documented)) {
        String city = trip.stay().metro().city();
        notices.add(new Notice(workerId, Notice.Kind.TRAVEL, trip.from(), trip.to(), city, null));
      }
    }
    for (Span span : calendar.leave()) {
      if (span.to() > span.from() + 2 && paper.at("leave", span.from()).happens(documented)) {
        notices.add(new Notice(workerId, Notice.Kind.LEAVE, span.from(), span.to(), null, null));
      }
    }
    if (paper.at("rota").happens(documented)) {
      for (Span span : calendar.onCall()) {
        notices.add(new Notice(workerId, Notice.Kind.ON_CALL, span.from(), span.to(), null, null));
      }
    }
    if ((archetype == Archetype.NIGHT || archetype == Archetype.OFFSET)
        && paper.at("roster").happens(documented)) {
      notices.add(new Notice(workerId, Notice.Kind.ROSTER, first, last, null, null));
    }
    // Only the second of a pair brings the row, so that the first is complete without it.
    if (couple && Math.floorMod(number, 2L) == 1 && paper.at("relation").happens(documented)) {
      String other = workerId(number - 1);
      notices.add(new Notice(workerId, Notice.Kind.RELATION, first - 400, last, null, other));
    }
    return notices;
  }

  // --- employment ------------------------------------------------------------------------------

  private record Tenure(long start, long end, long hrEnd, long closedMilli) {}

  private Tenure tenure(Chance draw, Set<Overlay> overlays) {
    long length = last - first;
    long start =
        draw.happens(0.05) && length > 20
            ? first + draw.between(1, 12)
            : first - Math.round(20 + draw.exponential(620));
    long leaving =
        Math.max(start + 5, last - draw.between((int) (length / 5), (int) (length / 2) + 1));
    if (overlays.contains(Overlay.LEAVER)) {
      long hours = Math.max(1, Math.round(draw.logNormal(4, 0.8)));
      return new Tenure(
          start, leaving, leaving, (leaving + 1) * DAY + hours * HOUR + draw.below(3_600_000));
    }
    if (overlays.contains(Overlay.LATE_DEPROVISION)) {
      return new Tenure(
          start, leaving, leaving, (leaving + draw.between(5, 15)) * DAY + draw.below(86_000_000));
    }
    if (overlays.contains(Overlay.RETRO_HR)) {
      // Works on; the row with the early end is followed by one without.
      return new Tenure(start, Long.MAX_VALUE, leaving, Long.MAX_VALUE);
    }
    return new Tenure(start, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
  }
}
