package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Atlas;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Internet;
import dev.bonafide.simulator.world.Line;
import dev.bonafide.simulator.world.Metro;
import dev.bonafide.simulator.world.Shuffle;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  private static final List<String> ROLES =
      List.of("Help desk administrator", "Application administrator", "Group administrator");

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

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  String street(Chance draw) {
    return names.street(draw);
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
    boolean couple = people.at("couple", pair(number)).happens(Archetype.COUPLE.share() / 100);
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
    long household = couple ? pair(number) : number;
    Metro home = homeOf(household);
    Places.Style style = Places.style(own.at("style"), archetype, overlays, home);
    Calendar calendar = new Calendar(first, last);
    calendar.drawLeave(own.at("leave"));
    if (overlays.contains(Overlay.SABBATICAL)) {
      calendar.drawSabbatical(own.at("sabbatical"));
    }
    if (archetype == Archetype.ON_CALL) {
      calendar.drawRota(own.at("rota"));
    }
    Chance partner = own.at("partner");
    Metro team =
        archetype == Archetype.OFFSET && partner.happens(0.5)
            ? Atlas.far(home, 1_500, partner)
            : null;
    boolean near = team != null && Math.abs(hours(home, team)) <= 6;
    // Half of those who work with a team elsewhere live by its clock, and change with it.
    ZoneId clock = near ? Objects.requireNonNull(team).zone() : null;
    Body body = body(own.at("body"), near ? Archetype.ORDINARY : archetype, overlays);
    long key = own.at("key").name();
    Tenure tenure = tenure(own.at("tenure"), overlays);
    Chance paper = own.at("paper");
    int ahead = near ? (int) Math.round(60 * hours(Objects.requireNonNull(team), home)) : 0;
    String note =
        paper.at("note").happens(documented) ? note(archetype, overlays, body, ahead) : "";
    Paper claims = paper(own, household, home, archetype, style, tenure, number, note);
    Whereabouts whereabouts =
        whereabouts(own, archetype, overlays, style, home, household, claims.agency(), calendar);
    Factor factor = new Factor(Machines.phone(own.at("phone")), names.phone(number));
    Equipment equipment =
        equip(
            own,
            archetype,
            overlays,
            new Operator("self", Chance.of(key).at("self").name(), body, clock),
            whereabouts,
            home,
            factor,
            tenure,
            calendar);
    List<Hand> hands =
        equipment.hands.stream().map(hand -> hand.within(tenure.start, tenure.end)).toList();
    long lost = Long.MAX_VALUE;
    if (overlays.contains(Overlay.LOST_PHONE)) {
      lost =
          calendar.trips().isEmpty()
              ? calendar.inside(own.at("lost phone"))
              : calendar.trips().getFirst().from() + 1;
      Factor next = new Factor(Machines.phone(own.at("next phone")), factor.number());
      hands = answering(hands, factor, next, lost);
    }
    boolean renamed = overlays.contains(Overlay.RENAMED);
    return new Person(
        number,
        household,
        Person.Account.of(key, badges.of(number)),
        new Person.Name(
            names.given(number),
            names.family(number),
            names.local(number),
            renamed ? Ids.plain(names.given(number)) + "." + otherFamily(number) : null,
            renamed ? calendar.inside(own.at("renamed")) : 0),
        claims,
        home,
        tenure.closedMilli,
        archetype,
        overlays,
        hands,
        equipment.issued,
        factor,
        calendar.leave(),
        calendar.onCall(),
        notices(paper, workerId(number), archetype, calendar, number, couple),
        errands(own, claims.role(), overlays, number, tenure, lost, calendar),
        null);
  }

  /** Another phone answers from that day on. */
  private static List<Hand> answering(List<Hand> hands, Factor before, Factor after, long from) {
    List<Hand> all = new ArrayList<>();
    for (Hand hand : hands) {
      boolean phone = hand.machine().number() == before.phone().number();
      Hand later = phone ? hand.at(after.phone()) : hand;
      all.add(hand.within(Long.MIN_VALUE, from - 1));
      all.add(later.answeredBy(after).within(from, Long.MAX_VALUE));
    }
    return all;
  }

  private static long pair(long number) {
    return Math.floorDiv(number, 2) * 2;
  }

  private Metro homeOf(long household) {
    return Atlas.draw(people.at("household", household).at("metro"));
  }

  /** One of the same team who is surely here: whoever was hired no later. */
  private Errand.Colleague teammate(long number, Chance draw) {
    int before = (int) Math.floorMod(number, 16L);
    return colleague(number - draw.below(before + 1));
  }

  /** Another worker by number, as directories know them, whether or not they are here. */
  Errand.Colleague colleague(long number) {
    Person.Account account =
        Person.Account.of(people.at("person", number).at("key").name(), badges.of(number));
    return new Errand.Colleague(
        workerId(number),
        account.oktaId(),
        names.local(number) + "@" + Person.DOMAIN,
        names.given(number) + " " + names.family(number));
  }

  private Paper paper(
      Chance own,
      long household,
      Metro home,
      Archetype archetype,
      Places.Style style,
      Tenure tenure,
      long number,
      String note) {
    String street = names.street(people.at("household", household).at("street"));
    Chance pay = own.at("pay");
    return new Paper(
        workerId(number),
        role(own.at("role"), archetype),
        own.at("contract").happens(0.2) ? "Contractor" : "Employee",
        own.at("agency").happens(0.07) ? own.at("which agency").pick(AGENCIES) : null,
        street,
        street + ", " + home.city(),
        names.phone(number),
        Ids.hex(pay.name(), 16),
        pay.happens(0.93) ? "bank" : "wallet",
        style.word(),
        tenure.start,
        tenure.end,
        tenure.hrEnd,
        note);
  }

  /** A program of the company under an account of its own. */
  public Person program(int which, String name) {
    long number = -1L - which;
    Chance own = people.at("program", which);
    Line line = internet.servers(which);
    Machine server = Machines.server(own.at("machine"));
    Factor factor = new Factor(server, "");
    Body tireless = new Body(Body.Habit.TURN, 0, 0, 0, 0, 0, 0, Body.EVERY_DAY);
    return new Person(
        number,
        number,
        Person.Account.of(own.at("key").name(), own.at("badge").below(90_000)),
        new Person.Name(name, "", name, null, 0),
        new Paper(
            name,
            Role.IT,
            "Service",
            null,
            "",
            "",
            "",
            "",
            "",
            "",
            first - 900,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            ""),
        line.metro(),
        Long.MAX_VALUE,
        Archetype.ORDINARY,
        Set.of(),
        List.of(
            Hand.on(
                server,
                new Operator("program", number, tireless, null),
                Places.always(line.metro(), line),
                Tunnel.NONE,
                0,
                factor)),
        List.of(),
        factor,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private Whereabouts whereabouts(
      Chance own,
      Archetype archetype,
      Set<Overlay> overlays,
      Places.Style style,
      Metro home,
      long household,
      @Nullable String agency,
      Calendar calendar) {
    Line line = internet.home(household, 0, home);
    if (archetype == Archetype.NOMAD) {
      return places.drifting(own.at("drift"), home, line);
    }
    Whereabouts usual = places.base(own.at("base"), style, home, line);
    if (overlays.contains(Overlay.MOVES)) {
      Whereabouts before = usual;
      Line next = internet.home(household, 6, home);
      Whereabouts after = places.base(own.at("base"), style, home, next);
      long moved = moved(own, calendar);
      usual = day -> day < moved ? before.on(day) : after.on(day);
    }
    if (overlays.contains(Overlay.FLATMATE)) {
      // At a colleague's, when one lives near; else at the parents'.
      long other = pair(household) + 1 - Math.floorMod(household, 2L);
      boolean near = homeOf(other).kilometresTo(home) < 400;
      Metro there = near ? homeOf(other) : Atlas.neighbour(home, own.at("parents"));
      Line second = internet.home(near ? other : household, near ? 0 : 5, there);
      usual = Places.halves(own.at("halves"), usual, there, second);
    }
    if (agency != null) {
      usual = places.atAgency(own.at("agency days"), usual, home, agency);
    }
    if (overlays.contains(Overlay.HOTSPOT)) {
      usual = places.tethered(own.at("tethered"), usual, household);
    }
    int trips = archetype == Archetype.TRAVELLER ? 2 : own.at("some trip").happens(0.05) ? 1 : 0;
    return trips == 0 ? usual : places.travelling(usual, calendar, own.at("trips"), home, trips);
  }

  /** What administrators and leavers do now and then. */
  private List<Errand> errands(
      Chance own,
      Role role,
      Set<Overlay> overlays,
      long number,
      Tenure tenure,
      long lost,
      Calendar calendar) {
    Chance draw = own.at("errands");
    List<Errand> errands = new ArrayList<>();
    if (role == Role.ENGINEER || role == Role.IT) {
      code(draw.at("code"), new Team(number / 16), overlays, tenure, errands);
    }
    pay(draw.at("pay"), overlays, tenure, moved(own, calendar), lost, errands);
    if (overlays.contains(Overlay.REMOTE_TOOL) && draw.at("puts it there").happens(0.3)) {
      String program = Chance.of(own.at("key").name()).at("remote tool").pick(Machines.PROGRAMS);
      errands.add(new Errand.Install(calendar.inside(own.at("tool day")), program, false));
    }
    for (long day = first; day <= last; day++) {
      Chance today = draw.at("day", day);
      if (role == Role.IT && today.happens(0.3)) {
        Errand.Colleague to = teammate(number, today);
        errands.add(new Errand.Grant(day, to, today.happens(0.08) ? today.pick(ROLES) : ""));
      }
      if (role == Role.IT && today.at("own rights").happens(0.008)) {
        // A right of one's own for a task, as the break-glass paper says.
        errands.add(new Errand.Grant(day, colleague(number), today.at("right").pick(ROLES)));
      }
      if (role == Role.DATA && today.happens(0.02)) {
        errands.add(new Errand.Haul(day, today.between(2.0, 15.0)));
      }
    }
    if (overlays.contains(Overlay.PEN_TESTER)) {
      long begin = first + draw.at("engagement").below((int) Math.max(1, (last - first) / 2));
      Line server = internet.hosting(draw.at("server").name() & 0x3FFF);
      Machine theirs = Machines.rented(draw.at("kit"));
      for (long day = begin; day < Math.min(last, begin + 10); day++) {
        Chance today = draw.at("test", day);
        if (today.happens(0.5)) {
          errands.add(new Errand.Refused(day, server, theirs));
        }
        if (today.at("payload").happens(0.15)) {
          errands.add(new Errand.Malware(day, "HackTool:Win32/Tester"));
        }
      }
    }
    if (overlays.contains(Overlay.NEW_OWNER) && role != Role.IT) {
      long begin = last - draw.at("new owner").between(3, 12);
      for (int i = 0; i < 5; i++) {
        Chance one = draw.at("new owner grant", i);
        errands.add(new Errand.Grant(begin + one.below(6), teammate(number, one), ""));
      }
    }
    if (overlays.contains(Overlay.LOST_PHONE)) {
      errands.add(new Errand.Reset(lost, false));
    }
    if (overlays.contains(Overlay.LEAVER)) {
      // What was agreed to be handed over goes to the company's own store.
      errands.add(new Errand.Haul(tenure.end - 1, draw.at("handover").between(1.0, 6.0)));
    }
    return errands;
  }

  private static long moved(Chance own, Calendar calendar) {
    return calendar.inside(own.at("moving"));
  }

  /** What somebody who writes code changes of what guards it. */
  private void code(
      Chance draw, Team team, Set<Overlay> overlays, Tenure tenure, List<Errand> errands) {
    for (long day = first; day <= last; day++) {
      Chance today = draw.at("day", day);
      if (overlays.contains(Overlay.PIPELINE_OWNER) && today.happens(0.22)) {
        int changes = today.between(1, 3);
        for (int i = 0; i < changes; i++) {
          errands.add(guard(day, today, team));
        }
      } else if (today.at("hot fix").happens(0.003)) {
        errands.add(
            new Errand.Code(day, CodeDeed.OVERRIDE, team.repository(today.below(8)), "main"));
      }
    }
    if (overlays.contains(Overlay.NEW_PROJECT)) {
      long day = first + draw.at("new project").below((int) Math.max(1, last - first + 1));
      String name = "new-" + team.repository(draw.at("new project name").below(8));
      errands.add(new Errand.Code(day, CodeDeed.CREATE, name, ""));
      errands.add(new Errand.Code(day, CodeDeed.PROTECT, name, "main"));
      errands.add(new Errand.Code(day, CodeDeed.SECRET, name, "DEPLOY_TOKEN"));
      errands.add(new Errand.Code(day, CodeDeed.SECRET, name, "REGISTRY_TOKEN"));
      errands.add(new Errand.Code(day, CodeDeed.HOOK, name, "https://chat.bonafide-works.example"));
      errands.add(new Errand.Code(day, CodeDeed.DEPLOY_KEY, name, "deploy"));
    }
    if (tenure.start >= first) {
      // Whoever is new fetches what the team works on.
      int clones = draw.at("first clones").between(4, 9);
      for (int i = 0; i < clones; i++) {
        String name = team.repository(draw.at("first clone", i).below(8));
        errands.add(new Errand.Code(tenure.start + i / 4, CodeDeed.CLONE, name, ""));
      }
    }
  }

  /** One change in the day of somebody who looks after pipelines. */
  static Errand.Code guard(long day, Chance draw, Team team) {
    CodeDeed deed =
        draw.pick(
            List.of(
                CodeDeed.SECRET,
                CodeDeed.SECRET,
                CodeDeed.ENVIRONMENT,
                CodeDeed.RUNNER,
                CodeDeed.OVERRIDE,
                CodeDeed.CHECK_OFF,
                CodeDeed.HOOK,
                CodeDeed.PROTECT,
                CodeDeed.COMPANY_SECRET,
                CodeDeed.DEPLOY_KEY));
    String what =
        switch (deed) {
          case SECRET, COMPANY_SECRET ->
              draw.pick(List.of("DEPLOY_TOKEN", "REGISTRY_TOKEN", "SIGNING_KEY", "CACHE_URL"));
          case RUNNER -> "runner-" + Ids.hex(draw.bits(), 4);
          case ENVIRONMENT -> draw.pick(List.of("production", "staging"));
          case CHECK_OFF -> draw.pick(List.of("lint.yml", "nightly.yml", "release.yml"));
          case HOOK -> "https://chat.bonafide-works.example";
          case DEPLOY_KEY -> "deploy";
          default -> "main";
        };
    String repository = deed == CodeDeed.COMPANY_SECRET ? "" : team.repository(draw.below(8));
    return new Errand.Code(day, deed, repository, what);
  }

  /** Where the pay goes and where somebody is reached change seldom, for plain reasons. */
  private void pay(
      Chance draw,
      Set<Overlay> overlays,
      Tenure tenure,
      long moved,
      long lost,
      List<Errand> errands) {
    for (long period = Math.floorDiv(first, 30); period <= Math.floorDiv(last, 30); period++) {
      Chance month = draw.at("month", period);
      if (month.happens(0.017)) {
        long day = period * 30 + month.below(30);
        boolean self = month.happens(0.75);
        errands.add(new Errand.Pay(day, Errand.Pay.Field.BANK, kind(month), self, false));
        if (month.happens(0.08)) {
          // A digit was wrong.
          errands.add(
              new Errand.Pay(
                  day + month.between(1, 2), Errand.Pay.Field.BANK, "bank", false, false));
        }
      }
    }
    if (tenure.start >= first) {
      long day = tenure.start + draw.at("first pay").between(1, 4);
      errands.add(new Errand.Pay(day, Errand.Pay.Field.BANK, kind(draw), true, false));
    }
    if (overlays.contains(Overlay.MOVES)) {
      Chance move = draw.at("move");
      errands.add(
          new Errand.Pay(moved + move.between(1, 9), Errand.Pay.Field.ADDRESS, "", true, false));
      if (move.happens(0.2)) {
        errands.add(new Errand.Pay(moved + 3, Errand.Pay.Field.BANK, "bank", true, false));
      }
    }
    if (overlays.contains(Overlay.LOST_PHONE) && draw.at("new number").happens(0.2)) {
      errands.add(new Errand.Pay(lost + 1, Errand.Pay.Field.PHONE, "", true, false));
    }
  }

  private static String kind(Chance draw) {
    return List.of("bank", "prepaid card", "wallet").get(draw.weighted(0.92, 0.05, 0.03));
  }

  private record Equipment(List<Hand> hands, List<Person.Issue> issued) {}

  /** Gives them machines, and hands on these machines. */
  private Equipment equip(
      Chance own,
      Archetype archetype,
      Set<Overlay> overlays,
      Operator person,
      Whereabouts whereabouts,
      Metro home,
      Factor factor,
      Tenure tenure,
      Calendar calendar) {
    List<Hand> hands = new ArrayList<>();
    List<Person.Issue> issued = new ArrayList<>();
    Operator atHome =
        new Operator(
            "self",
            person.key(),
            person.body(),
            person.clock() == null ? home.zone() : person.clock());
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
          Hand.on(
              Machines.virtualDesktop(own.at("machine")),
              atHome,
              Places.always(rooms.metro(), rooms),
              Tunnel.NONE,
              tempo,
              factor);
    } else {
      self =
          Hand.on(
              Machines.laptop(own.at("machine"), docked, networkSwitch),
              person,
              whereabouts,
              places.tunnel(own.at("tunnel"), overlays, home),
              tempo,
              factor);
    }
    if (overlays.contains(Overlay.OWN_DESKTOP)
        && !desktop
        && self.machine().system() == Machine.Os.WINDOWS) {
      // From the next room, through the company's network, or from wherever they are just then.
      Chance habit = own.at("own desktop");
      Drive.Way way = habit.happens(0.7) ? Drive.Way.RELAYED_DESKTOP : Drive.Way.DESKTOP;
      self = self.driving(new Drive(way, List.of(), whereabouts, Tunnel.NONE));
    }
    self = self.keepingSession(desktop || overlays.contains(Overlay.STAYS_SIGNED_IN));
    if (overlays.contains(Overlay.PRIVATE_COMPUTER)
        && person.body().habit() == Body.Habit.STRETCH) {
      // A mail at night, a page at the weekend: whatever opens in a browser.
      double other = own.at("private tempo").between(2.0, 4.5);
      hands.add(
          Hand.on(
                  Machines.own(own.at("private computer")),
                  person,
                  whereabouts,
                  Tunnel.NONE,
                  other,
                  factor)
              .onlyIn(Hand.Part.REST));
      self = self.onlyIn(Hand.Part.DUTY);
    }
    if (overlays.contains(Overlay.TWO_COMPUTERS)
        && !desktop
        && person.body().habit() == Body.Habit.STRETCH) {
      Line rooms = internet.servers(20 + own.at("rooms").below(2));
      int start = person.body().start();
      Body late = new Body(Body.Habit.TURN, start + 330, 25, 250, 0, 0, 0, person.body().days());
      Body soon = new Body(Body.Habit.TURN, start, 25, 310, 0, 0, 0, person.body().days());
      hands.add(
          Hand.on(
              Machines.virtualDesktop(own.at("heavy machine")),
              atHome.keeping(late),
              Places.always(rooms.metro(), rooms),
              Tunnel.NONE,
              tempo,
              factor));
      self = self.of(self.operator().keeping(soon));
    }
    if (overlays.contains(Overlay.RENTED_SERVER) || overlays.contains(Overlay.PEN_TESTER)) {
      Line server = internet.hosting(own.name() & 0x3FFF);
      hands.add(
          Hand.on(
                  Machines.rented(own.at("rented")),
                  atHome,
                  Places.always(home, server),
                  Tunnel.NONE,
                  0.5,
                  factor)
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
    } else if (overlays.contains(Overlay.LOANER) && !desktop) {
      long from = calendar.inside(own.at("repair"));
      long to = from + own.at("repair days").between(2, 5);
      Machine lent = Machines.laptop(own.at("lent machine"), false, false);
      hands.addFirst(
          self.during(new Span(Long.MIN_VALUE, from - 1), new Span(to + 1, Long.MAX_VALUE)));
      hands.add(1, self.at(lent).during(new Span(from, to)));
      issued.add(new Person.Issue(lent, from, Math.min(to, returned), whereabouts));
      issued.add(new Person.Issue(self.machine(), handedOut, returned, whereabouts));
    } else {
      hands.addFirst(self);
      issued.add(new Person.Issue(self.machine(), handedOut, returned, whereabouts));
    }
    Body body = person.body();
    Body glances =
        new Body(Body.Habit.GLANCES, body.start(), 40, 0, 0, 0, body.lag(), Body.EVERY_DAY);
    hands.add(
        Hand.on(
                factor.phone(),
                person.keeping(glances),
                places.pocket(whereabouts, Math.abs(factor.phone().number() % 100_000)),
                Tunnel.NONE,
                0.8,
                factor)
            .keepingSession(true));
    return new Equipment(hands, issued);
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
        overlays.contains(Overlay.OVER_EMPLOYED)
            ? 260
            : overlays.contains(Overlay.LONG_HOURS)
                ? (int) draw.normal(660, 45, 580, 760)
                : (int) draw.normal(478, 24, 400, 560),
        archetype == Archetype.NIGHT ? 0 : draw.seldom(4),
        draw.seldom(12),
        draw.between(40, 90),
        days);
  }

  /**
   * @param ahead minutes by which the clock that the body follows is ahead of the home's
   */
  private static String note(Archetype archetype, Set<Overlay> overlays, Body body, int ahead) {
    int start = body.start() - ahead;
    String hours = clock(start) + "-" + clock(start + body.length() + 45);
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

  /** By how many hours the clock of one area is ahead of another's at the end of the time. */
  private double hours(Metro of, Metro than) {
    LocalDateTime noon = LocalDate.ofEpochDay(last).atTime(12, 0);
    return (noon.atZone(of.zone()).getOffset().getTotalSeconds()
            - noon.atZone(than.zone()).getOffset().getTotalSeconds())
        / 3_600.0;
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
