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
  /** Areas in which the company has an office. */
  private static final List<String> OFFICES =
      List.of("Austin", "Boston", "Bristol", "Leipzig", "Utrecht", "Pune", "Singapore");

  /** All but couples, who are drawn by pairs. */
  private static final List<Archetype> BODIES =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Archetype.COUPLE)));

  private final long seed;
  private final Chance people;
  private final Internet internet;
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
    this.names = new Names(seed);
    this.badges = new Shuffle(Chance.of(seed).at("badges").name(), 900_000);
    this.first = first;
    this.last = last;
    this.documented = documented;
  }

  public Internet internet() {
    return internet;
  }

  public long first() {
    return first;
  }

  public long last() {
    return last;
  }

  /** The stream for something planted. */
  public Chance scheme(String purpose, long number) {
    return Chance.of(seed).at("scheme").at(purpose, number);
  }

  /** An honest person of an archetype drawn by share. */
  public Person honest(long number) {
    Chance own = people.at("archetype", number);
    if (couple(number)) {
      return honest(number, Archetype.COUPLE, overlays(number));
    }
    Archetype archetype = own.pick(BODIES, Archetype::share);
    return honest(number, archetype, overlays(number));
  }

  /** Whether the pair to which this number belongs is a couple. */
  private boolean couple(long number) {
    return people.at("couple", Math.floorDiv(number, 2)).happens(Archetype.COUPLE.share() / 100);
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
    long pair = Math.floorDiv(number, 2) * 2;
    boolean couple = archetype == Archetype.COUPLE;
    long household = couple ? pair : number;
    Chance house = people.at("household", household);
    Metro home = Atlas.draw(house.at("metro"));
    String street = names.street(house.at("street"));
    long badge = badges.of(number);
    String workerId = workerId(number);
    Role role = role(own.at("role"), archetype);
    Style style = style(own.at("style"), archetype, overlays, home);

    Calendar calendar = new Calendar();
    Chance cal = own.at("calendar");
    Body body = body(own.at("body"), archetype, overlays);
    Tenure tenure = tenure(own.at("tenure"), overlays);
    calendar.leave(cal.at("leave"), archetype);
    if (archetype == Archetype.ON_CALL) {
      calendar.rota(cal.at("rota"));
    }
    Line homeLine = internet.home(household, 0, home);
    Whereabouts whereabouts =
        archetype == Archetype.NOMAD
            ? drift(cal.at("drift"), home, homeLine)
            : base(own.at("base"), style, home, homeLine);
    if (archetype == Archetype.TRAVELLER
        || (archetype != Archetype.NOMAD && cal.at("some trip").happens(0.05))) {
      whereabouts = travelling(whereabouts, calendar, cal.at("trips"), home, archetype);
    }

    boolean alwaysOn = archetype == Archetype.ALWAYS_ON || overlays.contains(Overlay.DOCKED);
    Machine laptop =
        archetype == Archetype.ALWAYS_ON
            ? virtualDesktop(own.at("machine"))
            : laptop(own.at("machine"), alwaysOn);
    Machine phone = phone(own.at("phone"));
    Factor factor = new Factor(phone, names.phone(number));
    Tunnel tunnel = tunnel(own.at("tunnel"), overlays, home);
    double tempo = own.at("tempo").normal(5.3, 0.8, 4.0, 8);
    boolean keeps = archetype == Archetype.ALWAYS_ON || overlays.contains(Overlay.STAYS_SIGNED_IN);
    Span employed = new Span(tenure.start, tenure.end);
    // A virtual desktop stands in the company's own rooms, whoever looks at it from wherever.
    Whereabouts machineAt =
        archetype == Archetype.ALWAYS_ON
            ? at(internet.servers(1 + (int) (badge % 2)))
            : whereabouts;
    List<Hand> hands = new ArrayList<>();
    List<Person.Issue> issued = new ArrayList<>();
    Hand self =
        new Hand(
            "self",
            body,
            laptop,
            machineAt,
            archetype == Archetype.ALWAYS_ON ? Tunnel.NONE : tunnel,
            archetype == Archetype.ALWAYS_ON ? home.zone() : null,
            null,
            tempo,
            List.of(employed),
            keeps,
            factor);
    long handedOut = Math.max(tenure.start, last - own.at("enrolled").between(30, 900));
    if (overlays.contains(Overlay.DEVICE_REPLACED)) {
      long swap = own.at("swap").between((int) first + 4, (int) last - 4);
      Machine next = laptop(own.at("next machine"), alwaysOn);
      hands.add(self.during(new Span(tenure.start, Math.min(swap - 1, tenure.end))));
      hands.add(
          new Hand(
              "self",
              body,
              next,
              machineAt,
              tunnel,
              null,
              null,
              tempo,
              List.of(new Span(swap, tenure.end)),
              keeps,
              factor));
      issued.add(new Person.Issue(laptop, handedOut, swap, whereabouts));
      issued.add(new Person.Issue(next, swap, Math.min(last, tenure.end), whereabouts));
    } else {
      hands.add(self);
      issued.add(new Person.Issue(laptop, handedOut, Math.min(last, tenure.end), whereabouts));
    }
    Whereabouts pocket = pocket(whereabouts, household);
    hands.add(
        new Hand(
            "self",
            new Body(Body.Habit.GLANCES, body.start(), 40, 0, 0, 0, body.lag(), Body.EVERY_DAY),
            phone,
            pocket,
            Tunnel.NONE,
            null,
            null,
            0.8,
            List.of(employed),
            true,
            factor));

    String local = names.local(number);
    boolean renamed = overlays.contains(Overlay.RENAMED);
    String former = renamed ? Ids.plain(names.given(number)) + "." + formerFamily(number) : null;
    Chance paper = own.at("paper");
    List<Notice> notices = notices(paper, workerId, archetype, calendar, number, couple);
    return new Person(
        number,
        Person.Account.of(own.at("key").name(), badge),
        household,
        workerId,
        names.given(number),
        names.family(number),
        local,
        former,
        renamed ? own.at("renamed").between((int) first + 5, (int) last - 5) : 0,
        role,
        own.at("contract").happens(0.2) ? "Contractor" : "Employee",
        own.at("agency").happens(0.07) ? own.at("which agency").pick(AGENCIES) : null,
        home,
        street,
        names.phone(number),
        style.word,
        tenure.start,
        tenure.end,
        tenure.hrEnd,
        tenure.closedMilli,
        archetype,
        overlays,
        hands,
        issued,
        factor,
        calendar.leave,
        calendar.onCall,
        paper.at("note").happens(documented) ? note(archetype, overlays, body) : "",
        notices,
        null);
  }

  private static final List<String> AGENCIES =
      List.of("Talentwell Staffing", "Bridgehead Contracting", "Loftwork Agency");

  public String workerId(long number) {
    return "BW-" + (100_000 + badges.of(number));
  }

  private String formerFamily(long number) {
    return Ids.plain(names.family(number + 7 + Names.combinations() / 2));
  }

  private static Role role(Chance draw, Archetype archetype) {
    if (archetype == Archetype.IT_ADMIN) {
      return Role.IT;
    }
    if (archetype == Archetype.ON_CALL) {
      return draw.happens(0.8) ? Role.ENGINEER : Role.IT;
    }
    if (archetype == Archetype.NIGHT) {
      return draw.happens(0.8) ? Role.SUPPORT : Role.IT;
    }
    return draw.pick(List.of(Role.values()), Role::share);
  }

  // --- bodies ----------------------------------------------------------------------------------

  private static Body body(Chance draw, Archetype archetype, Set<Overlay> overlays) {
    double clock = draw.normal(0, 50, -130, 150);
    int start =
        (int)
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
    double evening = archetype == Archetype.NIGHT ? 0 : draw.seldom(4);
    return new Body(
        archetype == Archetype.CARER ? Body.Habit.FRAGMENTS : Body.Habit.STRETCH,
        Math.max(150, start),
        draw.between(12, 34),
        (int) draw.normal(478, 24, 400, 560),
        evening,
        draw.seldom(12),
        draw.between(40, 90),
        days);
  }

  private static String note(Archetype archetype, Set<Overlay> overlays, Body body) {
    String hours = clock(body.start()) + "-" + clock(body.start() + body.length() + 45);
    String part =
        overlays.contains(Overlay.PART_TIME)
            ? "part-time, not on "
                + (body.days().contains(DayOfWeek.FRIDAY) ? "Wednesdays" : "Fridays")
            : "";
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
    return note.isEmpty() ? part : part.isEmpty() ? note : note + "; " + part;
  }

  /** To the half hour: people write round times. */
  private static String clock(int minute) {
    int round = Math.floorMod((minute + 15) / 30 * 30, 1_440);
    return Ids.padded(round / 60, 2) + ":" + Ids.padded(round % 60, 2);
  }

  // --- places ----------------------------------------------------------------------------------

  private enum Style {
    REMOTE("Remote"),
    HYBRID("Hybrid"),
    OFFICE("Office"),
    CO_WORKING("Remote"),
    NOMAD("Remote");

    private final String word;

    Style(String word) {
      this.word = word;
    }
  }

  private static Style style(Chance draw, Archetype archetype, Set<Overlay> overlays, Metro home) {
    if (archetype == Archetype.NOMAD) {
      return Style.NOMAD;
    }
    if (overlays.contains(Overlay.CO_WORKING)) {
      return Style.CO_WORKING;
    }
    double luck = draw.unit();
    if (!OFFICES.contains(home.city()) || archetype == Archetype.CARER) {
      return Style.REMOTE;
    }
    return luck < 0.4 ? Style.OFFICE : luck < 0.8 ? Style.HYBRID : Style.REMOTE;
  }

  private Whereabouts base(Chance own, Style style, Metro home, Line line) {
    Stay atHome = new Stay(home, line);
    Stay out =
        switch (style) {
          case OFFICE, HYBRID -> new Stay(home, internet.office(home));
          case CO_WORKING -> new Stay(home, internet.coWorking(home));
          default -> atHome;
        };
    double share =
        switch (style) {
          case OFFICE -> 0.92;
          case HYBRID -> 0.5;
          case CO_WORKING -> 0.75;
          default -> 0;
        };
    return day -> {
      boolean weekday = Math.floorMod(day + 3, 7L) < 5;
      return weekday && own.at("out", day).happens(share) ? out : atHome;
    };
  }

  /** The phone: on the home's line while at home, else on the carrier's. */
  private Whereabouts pocket(Whereabouts whereabouts, long household) {
    return day -> {
      Stay stay = whereabouts.on(day);
      return stay.line().sort() == Line.Sort.HOME
          ? stay
          : new Stay(stay.metro(), internet.mobile(household, stay.metro()));
    };
  }

  private Whereabouts at(Line line) {
    Stay stay = new Stay(line.metro(), line);
    return day -> stay;
  }

  private Whereabouts travelling(
      Whereabouts usual, Calendar calendar, Chance draw, Metro home, Archetype archetype) {
    int trips = archetype == Archetype.TRAVELLER ? 2 : 1;
    for (int i = 0; i < trips; i++) {
      Chance trip = draw.at("trip", i);
      long span = Math.max(1, (last - first) / trips);
      long from = first + i * span + trip.below((int) Math.max(1, span - 6));
      long to = Math.min(last, from + trip.between(1, 5));
      Metro there = trip.happens(0.6) ? Atlas.neighbour(home, trip) : Atlas.far(home, 1_200, trip);
      if (there.number() == home.number()) {
        there = Atlas.far(home, 300, trip);
      }
      calendar.trips.add(new Trip(from, to, new Stay(there, internet.hotel(there, i))));
    }
    List<Trip> plans = List.copyOf(calendar.trips);
    return day -> {
      for (Trip trip : plans) {
        if (trip.from <= day && day <= trip.to) {
          return trip.stay;
        }
      }
      return usual.on(day);
    };
  }

  /** A nomad moves on every one or two weeks, and is at the declared home hardly ever. */
  private Whereabouts drift(Chance draw, Metro home, Line line) {
    List<Trip> legs = new ArrayList<>();
    long at = first - draw.between(0, 9);
    for (int i = 0; at <= last; i++) {
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
        if (day <= leg.to) {
          return leg.stay;
        }
      }
      return plans.getLast().stay;
    };
  }

  private record Trip(long from, long to, Stay stay) {}

  // --- calendars -------------------------------------------------------------------------------

  private final class Calendar {
    private final List<Span> leave = new ArrayList<>();
    private final List<Span> onCall = new ArrayList<>();
    private final List<Trip> trips = new ArrayList<>();

    /** By periods of thirty days, so that longer runs have more of it. */
    private void leave(Chance draw, Archetype archetype) {
      for (long period = Math.floorDiv(first, 30); period <= Math.floorDiv(last, 30); period++) {
        Chance month = draw.at("month", period);
        if (month.happens(archetype == Archetype.ALWAYS_ON ? 0.35 : 0.2)) {
          long from = period * 30 + month.below(26);
          leave.add(new Span(from, from + month.between(1, 8)));
        }
        if (month.happens(0.16)) {
          long sick = period * 30 + month.below(28);
          leave.add(new Span(sick, sick + month.below(3)));
        }
      }
    }

    private void rota(Chance draw) {
      int weeks = draw.between(2, 4);
      int mine = draw.below(weeks);
      for (long day = first - Math.floorMod(first + 3, 7L); day <= last; day += 7) {
        if (Math.floorMod(Math.floorDiv(day, 7), weeks) == mine) {
          onCall.add(new Span(day, day + 6));
        }
      }
    }
  }

  private List<Notice> notices(
      Chance paper,
      String workerId,
      Archetype archetype,
      Calendar calendar,
      long number,
      boolean couple) {
    List<Notice> notices = new ArrayList<>();
    for (Trip trip : calendar.trips) {
      if (paper.at("trip", trip.from).happens(documented)) {
        notices.add(
            new Notice(
                workerId, Notice.Kind.TRAVEL, trip.from, trip.to, trip.stay.metro().city(), null));
      }
    }
    for (Span span : calendar.leave) {
      if (span.to() > span.from() + 2 && paper.at("leave", span.from()).happens(documented)) {
        notices.add(new Notice(workerId, Notice.Kind.LEAVE, span.from(), span.to(), null, null));
      }
    }
    for (Span span : calendar.onCall) {
      if (paper.at("rota", 0).happens(documented)) {
        notices.add(new Notice(workerId, Notice.Kind.ON_CALL, span.from(), span.to(), null, null));
      }
    }
    if ((archetype == Archetype.NIGHT || archetype == Archetype.OFFSET)
        && paper.at("roster", 0).happens(documented)) {
      notices.add(new Notice(workerId, Notice.Kind.ROSTER, first, last, null, null));
    }
    // Only the second of a pair brings the rows, so that the first is complete without it.
    if (couple && Math.floorMod(number, 2L) == 1 && paper.at("relation").happens(documented)) {
      String other = workerId(number - 1);
      notices.add(new Notice(workerId, Notice.Kind.RELATION, first - 400, last, null, other));
    }
    return notices;
  }

  // --- employment ------------------------------------------------------------------------------

  private record Tenure(long start, long end, long hrEnd, long closedMilli) {}

  private Tenure tenure(Chance draw, Set<Overlay> overlays) {
    long start =
        draw.happens(0.05)
            ? first + draw.between(1, 12)
            : first - Math.round(20 + draw.exponential(620));
    long leaving = Math.max(start + 5, last - draw.between(6, 16));
    if (overlays.contains(Overlay.LEAVER)) {
      long hours = Math.max(1, Math.round(draw.logNormal(4, 0.8)));
      return new Tenure(start, leaving, leaving, milli(leaving) + (17 + hours) * 3_600_000L);
    }
    if (overlays.contains(Overlay.LATE_DEPROVISION)) {
      return new Tenure(start, leaving, leaving, milli(leaving + draw.between(5, 15)));
    }
    if (overlays.contains(Overlay.RETRO_HR)) {
      // Works on; the row with the early end is followed by one without.
      return new Tenure(start, Long.MAX_VALUE, leaving, Long.MAX_VALUE);
    }
    return new Tenure(start, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  private static long milli(long day) {
    return day * 86_400_000L;
  }

  // --- tunnels ---------------------------------------------------------------------------------

  private Tunnel tunnel(Chance own, Set<Overlay> overlays, Metro home) {
    if (overlays.contains(Overlay.PRIVACY_VPN)) {
      // Most of them share the popular brands: which one is drawn with a weight.
      int provider = own.at("brand").weighted(5, 3, 2);
      int favourite = own.at("favourite").below(24);
      return (under, day, block) -> {
        Chance today = own.at("vpn day", day);
        if (!today.happens(0.85)) {
          return under;
        }
        return internet.commercialVpn(provider, today.happens(0.6) ? favourite : today.below(24));
      };
    }
    if (overlays.contains(Overlay.FULL_TUNNEL)) {
      Line gateway = internet.companyVpn(gateway(home));
      return (under, day, block) -> under.sort() == Line.Sort.OFFICE ? under : gateway;
    }
    return Tunnel.NONE;
  }

  /** The nearest of the company's three gateways. */
  public static Metro gateway(Metro from) {
    Metro best = Atlas.named("Boston");
    for (String city : List.of("Leipzig", "Singapore")) {
      Metro other = Atlas.named(city);
      if (other.kilometresTo(from) < best.kilometresTo(from)) {
        best = other;
      }
    }
    return best;
  }

  // --- machines --------------------------------------------------------------------------------

  /** An employer's laptop. */
  public Machine laptop(Chance own, boolean alwaysOn) {
    boolean mac = own.at("mac").happens(0.38);
    Chance browser = own.at("browser");
    long skew =
        own.at("skew").happens(0.012)
            ? Math.round(own.at("how much").normal(0, 25 * 60_000.0))
            : Math.round(own.at("how much").normal(0, 900));
    return new Machine(
        own.at("number").name(),
        Machine.Sort.LAPTOP,
        mac ? Machine.Os.MAC : Machine.Os.WINDOWS,
        mac
            ? pick(
                browser,
                Machine.Browser.CHROME,
                66,
                Machine.Browser.SAFARI,
                26,
                Machine.Browser.FIREFOX)
            : pick(
                browser,
                Machine.Browser.CHROME,
                58,
                Machine.Browser.EDGE,
                34,
                Machine.Browser.FIREFOX),
        own.at("model").pick(mac ? MACS : LAPTOPS),
        true,
        alwaysOn,
        skew,
        screens(own.at("screens"), alwaysOn),
        gadgets(own.at("gadgets"), alwaysOn));
  }

  private Machine virtualDesktop(Chance own) {
    return new Machine(
        own.at("number").name(),
        Machine.Sort.VIRTUAL_DESKTOP,
        Machine.Os.WINDOWS,
        Machine.Browser.EDGE,
        "Virtual Machine",
        true,
        true,
        0,
        List.of(),
        List.of());
  }

  /** Somebody's own computer. */
  public Machine own(Chance own) {
    boolean mac = own.at("mac").happens(0.25);
    return new Machine(
        own.at("number").name(),
        Machine.Sort.LAPTOP,
        mac ? Machine.Os.MAC : Machine.Os.WINDOWS,
        own.at("browser").happens(0.8) ? Machine.Browser.CHROME : Machine.Browser.FIREFOX,
        mac ? "Mac" : "PC",
        false,
        false,
        0,
        List.of(),
        List.of());
  }

  /** A phone. */
  public Machine phone(Chance own) {
    boolean iphone = own.at("iphone").happens(0.5);
    return new Machine(
        own.at("number").name(),
        Machine.Sort.PHONE,
        iphone ? Machine.Os.IOS : Machine.Os.ANDROID,
        iphone ? Machine.Browser.SAFARI : Machine.Browser.CHROME,
        iphone ? "iPhone 15" : own.at("model").pick(List.of("Pine 9", "Lumen A5", "Orbit S24")),
        false,
        true,
        0,
        List.of(),
        List.of());
  }

  private static Machine.Browser pick(
      Chance draw,
      Machine.Browser one,
      int weight,
      Machine.Browser two,
      int other,
      Machine.Browser rest) {
    int luck = draw.below(100);
    return luck < weight ? one : luck < weight + other ? two : rest;
  }

  private static final List<String> LAPTOPS =
      List.of("Corvid Book 14", "Corvid Book 16", "Halden Z3", "Halden Z5 Pro", "Norrsken T7");
  private static final List<String> MACS =
      List.of("MacBookPro18,3", "Mac14,9", "Mac15,6", "Mac16,12");
  private static final List<Machine.Screen> SCREENS =
      List.of(
          new Machine.Screen("Kestrel", "KST", "KD27Q", ""),
          new Machine.Screen("Kestrel", "KST", "KD24", ""),
          new Machine.Screen("Lumora", "LMR", "U2722", ""),
          new Machine.Screen("Lumora", "LMR", "P2419H", ""),
          new Machine.Screen("Tessel", "TSL", "Wide34", ""));
  private static final List<Machine.Gadget> GADGETS =
      List.of(
          new Machine.Gadget("046D", "C52B", "USB Receiver", "HIDClass", null),
          new Machine.Gadget("046D", "C31C", "USB Keyboard", "HIDClass", null),
          new Machine.Gadget("413C", "301A", "Optical Mouse", "HIDClass", null),
          new Machine.Gadget("046D", "085E", "HD Webcam", "Camera", "own"),
          new Machine.Gadget("0B0E", "0E36", "USB Headset", "MEDIA", "own"),
          new Machine.Gadget("17E9", "6015", "Universal Dock", "USBDevice", "own"),
          new Machine.Gadget("0BDA", "8153", "USB GbE LAN", "Net", "000001"));

  private static List<Machine.Screen> screens(Chance draw, boolean docked) {
    int count = draw.weighted(docked ? 0.05 : 0.35, 0.45, 0.2);
    List<Machine.Screen> screens = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Machine.Screen model = draw.pick(SCREENS);
      screens.add(
          new Machine.Screen(
              model.maker(), model.code(), model.model(), Ids.plate("", draw.bits(), 9)));
    }
    return screens;
  }

  private static List<Machine.Gadget> gadgets(Chance draw, boolean docked) {
    int count = draw.weighted(docked ? 0.1 : 0.25, 0.35, 0.25, 0.15);
    List<Machine.Gadget> gadgets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      gadgets.add(own(draw.pick(GADGETS), draw.bits()));
    }
    return gadgets;
  }

  private static Machine.Gadget own(Machine.Gadget model, long name) {
    return model.serial() == null || !model.serial().equals("own")
        ? model
        : new Machine.Gadget(
            model.vendor(), model.product(), model.name(), model.kind(), Ids.plate("", name, 10));
  }

  /** A dock with a serial of its own. */
  public static Machine.Gadget dock(Chance draw) {
    return own(GADGETS.get(5), draw.bits());
  }

  /** A stay that never changes. */
  public static Whereabouts always(Metro metro, Line line) {
    Stay stay = new Stay(metro, line);
    return day -> stay;
  }
}
