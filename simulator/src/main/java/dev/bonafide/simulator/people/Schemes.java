package dev.bonafide.simulator.people;

import dev.bonafide.simulator.people.Hand.Remote;
import dev.bonafide.simulator.world.Atlas;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Internet;
import dev.bonafide.simulator.world.Line;
import dev.bonafide.simulator.world.Metro;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Recasts honest people: other hands under the same name. What an operator does leaves its traces
 * by the same mechanisms as everybody's work; nothing is written into a log on purpose. Operators
 * sit anywhere far enough away, each area as likely as the others.
 */
public final class Schemes {
  /** How far an operator is at least, km. */
  private static final double FAR = 3_500;

  private final Casting casting;
  private final Internet internet;

  public Schemes(Casting casting) {
    this.casting = casting;
    this.internet = casting.internet();
  }

  /** What an operator's own machine goes through. */
  public enum Cover {
    /** Nothing: the line of the place where the operator sits. */
    NONE("nothing at all"),
    /** A commercial VPN that hardly anybody takes. */
    COMMERCIAL_VPN("a commercial VPN"),
    /** A rented server. */
    HOSTING("a rented server"),
    /** Another home's line in the claimed area, another one every day. */
    RESIDENTIAL("other people's home lines");

    private final String words;

    Cover(String words) {
      this.words = words;
    }

    /** Whether the network itself says that it is no home. */
    boolean shows() {
      return this == COMMERCIAL_VPN || this == HOSTING;
    }
  }

  /**
   * One account, worked in turns around the clock: three operators and 22 hours a day when naive,
   * two and 16 hours when moderate, two and 12 when evasive. They drive the employer's laptop from
   * afar, and sign in from their own machines too.
   *
   * @param run days in a row without a break before a quieter day
   * @param oneSession whether one session stays open and in use all the time
   */
  public Person turns(
      Person honest,
      double difficulty,
      long onset,
      long end,
      int run,
      boolean oneSession,
      Cover cover) {
    Chance draw = casting.scheme("turns", honest.number());
    boolean three = difficulty < 0.7;
    int operators = three ? 3 : 2;
    int length = (int) dial(difficulty, 440, 495, 360);
    boolean openly = difficulty < 1.5;
    Metro base = Atlas.far(honest.home(), FAR, draw.at("base"));
    Whereabouts kept =
        Places.always(honest.home(), internet.home(honest.household(), 0, honest.home()));
    Span[] runs = runs(onset, end, run, draw.at("runs"));
    int begin = draw.at("begin").between(0, 23 * 60);
    List<Hand> hands = until(honest, onset - 1);
    for (int i = 0; i < operators; i++) {
      // Three meet around the clock; with two a part of the day stays empty.
      int start = (begin + i * (three ? 480 : length + 10)) % 1_440;
      Body body =
          new Body(Body.Habit.TURN, start, 8, length, 0, 0, 0, openly ? Body.EVERY_DAY : Body.WEEK);
      double tempo = draw.at("tempo", i).normal(5.3, 0.8, 4.2, 8);
      Hand remote =
          Hand.self(body, laptop(honest), kept, Tunnel.NONE, tempo, honest.factor())
              .called("operator-" + (i + 1))
              .livingIn(base.zone())
              .driving(Remote.PROGRAM)
              .keepingSession(oneSession)
              .during(runs);
      hands.add(remote);
      if (openly) {
        Line line = internet.home(honest.number(), 1 + i, base);
        hands.add(
            Hand.self(
                    body,
                    Machines.own(draw.at("machine", i)),
                    Places.always(base, line),
                    tunnel(cover, honest, draw.at("cover")),
                    1.3,
                    honest.factor())
                .called("operator-" + (i + 1))
                .livingIn(base.zone())
                .keepingSession(oneSession)
                .during(runs));
      }
    }
    List<Sign> expected = new ArrayList<>();
    if (three) {
      expected.add(Sign.NO_REST);
    }
    if (oneSession) {
      expected.add(Sign.LONG_SESSION);
    }
    if (openly) {
      expected.add(Sign.TWO_PLACES);
    }
    if (cover.shows() && openly) {
      expected.add(Sign.ODD_EGRESS);
    }
    expected.add(Sign.REMOTE_CONTROL);
    return honest
        .recast()
        .hands(hands)
        .as(
            new Planted(
                oneSession ? "three-week-login" : "shared-account",
                difficulty,
                "persona",
                null,
                onset,
                end,
                expected,
                operators
                    + " operators in turns of "
                    + length
                    + " minutes under one account"
                    + (oneSession ? ", one session left open and used throughout" : "")));
  }

  /** The hired person works, and at the same hours somebody far away works under the same name. */
  public Person both(Person honest, double difficulty, long onset, long end, Cover cover) {
    Chance draw = casting.scheme("both", honest.number());
    Metro base = Atlas.far(honest.home(), FAR, draw.at("base"));
    Body own = self(honest).body();
    int start = Math.max(60, own.start() + draw.at("start").between(-40, 90));
    Body other = new Body(Body.Habit.STRETCH, start, 25, 440, 0.1, 0.05, 30, Body.WEEK);
    List<Hand> hands = new ArrayList<>(honest.hands());
    hands.add(
        Hand.self(
                other,
                Machines.own(draw.at("machine")),
                Places.always(base, internet.home(honest.number(), 1, base)),
                tunnel(cover, honest, draw.at("cover")),
                dial(difficulty, 5.5, 3, 1.2),
                honest.factor())
            .called("operator-1")
            .livingIn(honest.home().zone())
            .during(new Span(onset, end)));
    List<Sign> expected = new ArrayList<>(List.of(Sign.TWO_PLACES));
    if (cover.shows()) {
      expected.add(Sign.ODD_EGRESS);
    }
    return honest
        .recast()
        .hands(hands)
        .as(
            new Planted(
                "two-at-once",
                difficulty,
                "persona",
                null,
                onset,
                end,
                expected,
                "the hired person and an operator far away work at the same hours"));
  }

  /**
   * Somebody else works from far away all the time, hidden behind an exit: in the own clock's
   * daytime when naive, in the claimed zone's office hours when better, with leaks.
   */
  public Person offshore(Person honest, double difficulty, long onset, long end, Cover cover) {
    Chance draw = casting.scheme("offshore", honest.number());
    Metro base = Atlas.far(honest.home(), FAR, draw.at("base"));
    double leak = dial(difficulty, 1, 0.35, 0.1);
    List<Span> ownHours = new ArrayList<>();
    List<Span> targetHours = new ArrayList<>();
    for (long day = onset; day <= end; day++) {
      (draw.at("leak", day).happens(leak) ? ownHours : targetHours).add(new Span(day, day));
    }
    Whereabouts there = Places.always(base, internet.home(honest.number(), 1, base));
    Body body = daytime(draw.at("start").between(520, 600));
    Hand operator =
        Hand.self(
                body,
                laptop(honest),
                there,
                tunnel(cover, honest, draw.at("cover")),
                self(honest).tempo(),
                honest.factor())
            .called("operator-1");
    List<Hand> hands = until(honest, onset - 1);
    hands.add(operator.livingIn(base.zone()).during(ownHours.toArray(Span[]::new)));
    hands.add(
        operator
            .keeping(daytime(self(honest).body().start()))
            .livingIn(honest.home().zone())
            .during(targetHours.toArray(Span[]::new)));
    List<Sign> expected = new ArrayList<>();
    if (cover != Cover.RESIDENTIAL) {
      expected.add(Sign.ODD_EGRESS);
    }
    if (leak > 0.7 && apart(base.zone(), honest.home().zone(), onset) >= 5) {
      expected.add(Sign.OTHER_CLOCK);
    }
    return honest
        .recast()
        .hands(hands)
        .issued(moved(honest, laptop(honest), there))
        .as(
            new Planted(
                "offshore",
                difficulty,
                "persona",
                null,
                onset,
                end,
                expected,
                "an operator far away, behind " + cover.words));
  }

  /**
   * Laptops of several workers on the shelf of one home, driven from afar. All their claimed homes
   * are somewhere else.
   */
  public List<Person> farm(List<Person> members, double difficulty, long onset, long end) {
    Person first = members.getFirst();
    Chance draw = casting.scheme("farm", first.number());
    boolean naive = difficulty < 0.7;
    Metro place = awayFromAll(members, draw.at("place"));
    Line line = internet.home(first.number(), 4, place);
    Factor facilitator = new Factor(Machines.phone(draw.at("phone")), first.phone());
    Machine.Gadget dock = Machines.dock(draw.at("dock"));
    Machine.Screen screen = Machines.screen(draw.at("screen"));
    String cluster = "farm-" + Ids.hex(draw.at("id").name(), 8);
    List<Person> recast = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Person honest = members.get(i);
      Chance who = draw.at("member", honest.number());
      boolean tied = naive ? i < 4 : i < 2 && difficulty < 1.7;
      boolean answers = naive || (difficulty < 1.3 && i % 2 == 0);
      boolean slips = naive && i % 2 == 0;
      Machine own = laptop(honest);
      List<Machine.Gadget> gadgets = new ArrayList<>(own.gadgets());
      List<Machine.Screen> screens = new ArrayList<>();
      if (tied) {
        gadgets.add(dock);
        screens.add(screen);
      }
      Machine shelved = own.standing(true, screens, gadgets);
      Whereabouts shelf = Places.always(place, line);
      Factor factor = answers ? facilitator : honest.factor();
      Body body =
          daytime(Math.max(120, self(honest).body().start() + who.at("start").between(-30, 30)));
      List<Hand> hands = until(honest, onset - 1);
      Hand remote =
          Hand.self(body, shelved, shelf, Tunnel.NONE, self(honest).tempo(), factor)
              .called("operator-1")
              .livingIn(honest.home().zone())
              .driving(Remote.PROGRAM)
              .during(new Span(onset, end));
      hands.add(remote);
      if (slips) {
        Metro base = Atlas.far(place, FAR, who.at("base"));
        hands.add(
            Hand.self(
                    body,
                    Machines.own(who.at("machine")),
                    Places.always(base, internet.home(honest.number(), 1, base)),
                    tunnel(Cover.COMMERCIAL_VPN, honest, draw.at("cover")),
                    0.8,
                    factor)
                .called("operator-1")
                .livingIn(honest.home().zone())
                .during(new Span(onset, end)));
      }
      List<Sign> expected = new ArrayList<>(List.of(Sign.SHARED_THING, Sign.REMOTE_CONTROL));
      if (slips) {
        expected.add(Sign.ODD_EGRESS);
        expected.add(Sign.TWO_PLACES);
      }
      recast.add(
          honest
              .recast()
              .hands(hands)
              .factor(factor)
              .issued(moved(honest, shelved, shelf))
              .as(
                  new Planted(
                      "laptop-farm",
                      difficulty,
                      "persona",
                      cluster,
                      onset,
                      end,
                      expected,
                      "one of " + members.size() + " laptops on one line, driven from afar")));
    }
    return recast;
  }

  /** Employment ended; the account was forgotten, and somebody goes on using it. */
  public Person afterEnd(Person honest, double difficulty, long lastDay, Cover cover) {
    Chance draw = casting.scheme("after end", honest.number());
    List<Hand> hands = new ArrayList<>();
    for (Hand hand : honest.hands()) {
      hands.add(hand.within(honest.start(), lastDay));
    }
    List<Span> visits = new ArrayList<>();
    long day = lastDay + 2;
    while (day <= casting.last()) {
      visits.add(new Span(day, day + draw.below(2)));
      day += 2 + draw.below(3);
    }
    Body body = new Body(Body.Habit.TURN, 19 * 60, 60, 110, 0, 0, 0, Body.EVERY_DAY);
    hands.add(
        Hand.self(
                body,
                Machines.own(draw.at("machine")),
                self(honest).whereabouts(),
                tunnel(cover, honest, draw.at("cover")),
                dial(difficulty, 7, 4, 2),
                honest.factor())
            .called("afterwards")
            .livingIn(honest.home().zone())
            .during(visits.toArray(Span[]::new)));
    List<Sign> expected = new ArrayList<>(List.of(Sign.AFTER_END));
    if (cover.shows()) {
      expected.add(Sign.ODD_EGRESS);
    }
    return honest
        .recast()
        .hands(hands)
        .ends(lastDay, Long.MAX_VALUE)
        .as(
            new Planted(
                "after-end",
                difficulty,
                "persona",
                null,
                lastDay + 2,
                casting.last(),
                expected,
                "signs in with a second factor after the last day"));
  }

  // --- parts -----------------------------------------------------------------------------------

  private static Hand self(Person honest) {
    return honest.hands().getFirst();
  }

  private static Body daytime(int start) {
    return new Body(Body.Habit.STRETCH, start, 25, 485, 0.12, 0.07, 30, Body.WEEK);
  }

  /** The hands as they were, until that day. A phone is in a pocket whatever happens. */
  private static List<Hand> until(Person honest, long lastDay) {
    List<Hand> hands = new ArrayList<>();
    for (Hand hand : honest.hands()) {
      boolean phone = hand.machine().sort() == Machine.Sort.PHONE;
      hands.add(phone ? hand : hand.within(Long.MIN_VALUE, lastDay));
    }
    return hands;
  }

  private static Machine laptop(Person honest) {
    return honest.issued().getLast().machine();
  }

  private static List<Person.Issue> moved(Person honest, Machine machine, Whereabouts where) {
    List<Person.Issue> issued = new ArrayList<>(honest.issued());
    Person.Issue last = issued.removeLast();
    issued.add(new Person.Issue(machine, last.enrolled(), last.lastSeen(), where));
    return issued;
  }

  private static Span[] runs(long onset, long end, int run, Chance draw) {
    List<Span> runs = new ArrayList<>();
    long day = onset;
    while (day <= end) {
      long to = Math.min(end, day + run - 1);
      runs.add(new Span(day, to));
      day = to + 1 + draw.between(1, 2);
    }
    return runs.toArray(Span[]::new);
  }

  private Tunnel tunnel(Cover cover, Person person, Chance draw) {
    int brand = 8 + draw.at("brand").below(internet.vpns() - 8);
    int favourite = draw.at("favourite").below(64);
    return switch (cover) {
      case NONE -> Tunnel.NONE;
      case COMMERCIAL_VPN ->
          (under, day, block) ->
              internet.commercialVpn(
                  brand,
                  draw.at("exit", day).happens(0.7) ? favourite : draw.at("other", day).below(64));
      case HOSTING -> (under, day, block) -> internet.hosting(draw.name() & 0x3FFF);
      case RESIDENTIAL ->
          (under, day, block) ->
              internet.residentialProxy(
                  person.number(), (int) Math.floorMod(day, 64L), person.home());
    };
  }

  /** How far two clocks are apart on that day, hours, 0 to 12. */
  private static double apart(ZoneId one, ZoneId other, long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    int seconds =
        date.atTime(12, 0).atZone(one).getOffset().getTotalSeconds()
            - date.atTime(12, 0).atZone(other).getOffset().getTotalSeconds();
    double hours = Math.abs(seconds) / 3_600.0;
    return Math.min(hours, 24 - hours);
  }

  private static Metro awayFromAll(List<Person> members, Chance draw) {
    for (int i = 0; i < 1_000; i++) {
      Metro metro = Atlas.draw(draw);
      if (members.stream().allMatch(member -> metro.kilometresTo(member.home()) > 250)) {
        return metro;
      }
    }
    throw new IllegalArgumentException(
        "no area is away from all " + members.size() + " homes of a farm: plan a smaller one");
  }

  /** On the dial from 0 over 1 to 2. */
  static double dial(double difficulty, double naive, double moderate, double evasive) {
    return difficulty <= 1
        ? naive + (moderate - naive) * difficulty
        : moderate + (evasive - moderate) * (difficulty - 1);
  }
}
