package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Atlas;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Internet;
import dev.bonafide.simulator.world.Line;
import dev.bonafide.simulator.world.Metro;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    NONE,
    /** A commercial VPN whose brand nobody else at the company uses. */
    COMMERCIAL_VPN,
    /** A rented server. */
    HOSTING,
    /** Another home's line in the claimed area, another one every day. */
    RESIDENTIAL
  }

  /**
   * One account, worked in turns around the clock: three operators and 22 hours a day when naive,
   * two and 16 hours when moderate, two and 12 when evasive. They drive the employer's laptop from
   * afar, and sign in from their own machines too.
   *
   * @param run days in a row without a break before a quieter day
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
    int operators = difficulty < 0.7 ? 3 : 2;
    int length = (int) between(difficulty, 22 * 60.0 / 3, 16.5 * 60 / 2, 12 * 60.0 / 2);
    Metro base = Atlas.far(honest.home(), FAR, draw.at("base"));
    Machine laptop = laptop(honest);
    Whereabouts kept = kept(honest);
    List<Span> runs = runs(onset, end, run, draw.at("runs"));
    int begin = draw.at("begin").between(0, 23 * 60);
    List<Hand> hands = before(honest, onset - 1);
    for (int i = 0; i < operators; i++) {
      Chance who = draw.at("operator", i);
      String name = "operator-" + (i + 1);
      // Turns in a row: with three they meet around the clock, with two a part of the day is empty.
      int start = (begin + i * (difficulty < 0.7 ? 480 : length + 10)) % 1_440;
      Body body =
          new Body(
              Body.Habit.TURN,
              start,
              8,
              length,
              0,
              difficulty < 1.5 ? 1 : 0.2,
              0,
              difficulty < 1.5 ? Body.EVERY_DAY : Body.WEEK);
      hands.add(
          new Hand(
              name,
              body,
              laptop,
              kept,
              Tunnel.NONE,
              base.zone(),
              Hand.Remote.PROGRAM,
              who.at("tempo").normal(6, 0.9, 4.5, 8),
              runs,
              oneSession,
              honest.factor()));
      if (difficulty < 1.5) {
        Machine own = casting.own(draw.at("machine", i));
        hands.add(
            new Hand(
                name,
                body,
                own,
                Casting.always(base, internet.home(honest.number(), 1 + i % 3, base)),
                tunnel(cover, honest, draw.at("cover")),
                base.zone(),
                null,
                1.3,
                runs,
                oneSession,
                honest.factor()));
      }
    }
    List<Sign> expected = new ArrayList<>();
    if (difficulty < 0.7) {
      expected.add(Sign.NO_REST);
    }
    if (oneSession) {
      expected.add(Sign.LONG_SESSION);
    }
    if (difficulty < 1.5) {
      expected.add(Sign.TWO_PLACES);
    }
    if (cover == Cover.COMMERCIAL_VPN || cover == Cover.HOSTING) {
      expected.add(Sign.ODD_EGRESS);
    }
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
    Body own = honest.hands().getFirst().body();
    Body other =
        new Body(
            Body.Habit.STRETCH,
            Math.max(60, own.start() + draw.at("start").between(-40, 90)),
            25,
            440,
            0.1,
            0.05,
            30,
            Body.WEEK);
    List<Hand> hands = new ArrayList<>(honest.hands());
    hands.add(
        new Hand(
            "operator-1",
            other,
            casting.own(draw.at("machine")),
            Casting.always(base, internet.home(honest.number(), 1, base)),
            tunnel(cover, honest, draw.at("cover")),
            honest.home().zone(),
            null,
            between(difficulty, 5.5, 3, 1.2),
            List.of(new Span(onset, end)),
            false,
            honest.factor()));
    List<Sign> expected = new ArrayList<>(List.of(Sign.TWO_PLACES));
    if (cover == Cover.COMMERCIAL_VPN || cover == Cover.HOSTING) {
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
   * daytime when naive, in the claimed zone's office hours when better.
   */
  public Person offshore(Person honest, double difficulty, long onset, long end, Cover cover) {
    Chance draw = casting.scheme("offshore", honest.number());
    Metro base = Atlas.far(honest.home(), FAR, draw.at("base"));
    Body own = honest.hands().getFirst().body();
    Body body =
        new Body(
            Body.Habit.STRETCH,
            draw.at("start").between(520, 600),
            25,
            490,
            0.15,
            0.12,
            30,
            Body.WEEK);
    double leak = between(difficulty, 1, 0.35, 0.1);
    ZoneId away = base.zone();
    Tunnel tunnel = tunnel(cover, honest, draw.at("cover"));
    Machine laptop = laptop(honest);
    Whereabouts there = Casting.always(base, internet.home(honest.number(), 1, base));
    List<Hand> hands = before(honest, onset - 1);
    List<Span> ownHours = new ArrayList<>();
    List<Span> targetHours = new ArrayList<>();
    for (long day = onset; day <= end; day++) {
      (draw.at("leak", day).happens(leak) ? ownHours : targetHours).add(new Span(day, day));
    }
    double tempo = honest.hands().getFirst().tempo();
    hands.add(
        new Hand(
            "operator-1",
            body,
            laptop,
            there,
            tunnel,
            away,
            null,
            tempo,
            ownHours,
            false,
            honest.factor()));
    hands.add(
        new Hand(
            "operator-1",
            new Body(Body.Habit.STRETCH, own.start(), 25, 490, 0.1, 0.05, 30, Body.WEEK),
            laptop,
            there,
            tunnel,
            honest.home().zone(),
            null,
            tempo,
            targetHours,
            false,
            honest.factor()));
    List<Sign> expected = new ArrayList<>();
    if (cover == Cover.COMMERCIAL_VPN || cover == Cover.HOSTING || cover == Cover.NONE) {
      expected.add(Sign.ODD_EGRESS);
    }
    if (difficulty < 0.7) {
      expected.add(Sign.OTHER_CLOCK);
    }
    return honest
        .recast()
        .hands(hands)
        .issued(moved(honest, laptop, there))
        .as(
            new Planted(
                "offshore",
                difficulty,
                "persona",
                null,
                onset,
                end,
                expected,
                "an operator far away, behind " + words(cover)));
  }

  /**
   * Laptops of several workers on the shelf of one home, driven from afar. All their claimed homes
   * are somewhere else.
   *
   * @param members recast in place; all of one cluster
   */
  public List<Person> farm(List<Person> members, double difficulty, long onset, long end) {
    Person first = members.getFirst();
    Chance draw = casting.scheme("farm", first.number());
    Metro place = farFromAll(members, draw.at("place"));
    Line line = internet.home(first.number(), 4, place);
    Machine phone = casting.phone(draw.at("phone"));
    Factor factor = new Factor(phone, first.phone());
    Machine.Gadget dock = Casting.dock(draw.at("dock"));
    Machine.Screen screen =
        new Machine.Screen(
            "Kestrel",
            "KST",
            "KD24",
            dev.bonafide.simulator.world.Ids.plate("", draw.at("screen").name(), 9));
    String cluster = "farm-" + dev.bonafide.simulator.world.Ids.hex(draw.at("id").name(), 8);
    List<Person> recast = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Person honest = members.get(i);
      Chance who = draw.at("member", honest.number());
      Metro base = Atlas.far(place, FAR, who.at("base"));
      Machine laptop = laptop(honest);
      boolean naive = difficulty < 0.7;
      List<Machine.Gadget> gadgets = new ArrayList<>(laptop.gadgets());
      List<Machine.Screen> screens = new ArrayList<>();
      if (naive ? i < 4 : i < 2 && difficulty < 1.7) {
        gadgets.add(dock);
        screens.add(screen);
      }
      Machine shelved = laptop.standing(true, screens, gadgets);
      Whereabouts shelf = Casting.always(place, line);
      Factor used = naive || (difficulty < 1.3 && i % 2 == 0) ? factor : honest.factor();
      Body own = honest.hands().getFirst().body();
      Body body =
          new Body(
              Body.Habit.STRETCH,
              Math.max(120, own.start() + who.at("start").between(-30, 30)),
              20,
              480,
              0.1,
              0.05,
              30,
              Body.WEEK);
      List<Hand> hands = before(honest, onset - 1);
      hands.add(
          new Hand(
              "operator-1",
              body,
              shelved,
              shelf,
              Tunnel.NONE,
              honest.home().zone(),
              Hand.Remote.PROGRAM,
              honest.hands().getFirst().tempo(),
              List.of(new Span(onset, end)),
              false,
              used));
      if (naive && i % 2 == 0) {
        hands.add(
            new Hand(
                "operator-1",
                body,
                casting.own(who.at("machine")),
                Casting.always(base, internet.home(honest.number(), 1, base)),
                tunnel(Cover.COMMERCIAL_VPN, honest, who.at("cover")),
                honest.home().zone(),
                null,
                0.8,
                List.of(new Span(onset, end)),
                false,
                used));
      }
      List<Sign> expected = new ArrayList<>(List.of(Sign.SHARED_THING, Sign.REMOTE_CONTROL));
      if (naive && i % 2 == 0) {
        expected.add(Sign.ODD_EGRESS);
        expected.add(Sign.TWO_PLACES);
      }
      recast.add(
          honest
              .recast()
              .hands(hands)
              .factor(used)
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
    Hand self = honest.hands().getFirst();
    List<Hand> hands = new ArrayList<>();
    for (Hand hand : honest.hands()) {
      hands.add(hand.during(new Span(honest.start(), lastDay)));
    }
    List<Span> visits = new ArrayList<>();
    long day = lastDay + 2;
    while (day <= casting.last()) {
      visits.add(new Span(day, day + draw.below(2)));
      day += 2 + draw.below(3);
    }
    Body body = new Body(Body.Habit.STRETCH, 19 * 60, 60, 130, 0, 1, 0, Body.EVERY_DAY);
    hands.add(
        new Hand(
            "self",
            body,
            casting.own(draw.at("machine")),
            self.whereabouts(),
            tunnel(cover, honest, draw.at("cover")),
            null,
            null,
            between(difficulty, 7, 4, 2),
            visits,
            false,
            honest.factor()));
    List<Sign> expected = new ArrayList<>(List.of(Sign.AFTER_END));
    if (cover == Cover.COMMERCIAL_VPN || cover == Cover.HOSTING) {
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

  /**
   * An archetype that a scheme needs to start from: nobody who drifts or works at a desktop far
   * away.
   */
  public static Set<Overlay> plain() {
    return EnumSet.noneOf(Overlay.class);
  }

  // --- parts -----------------------------------------------------------------------------------

  /** The hands as they were, until that day. */
  private static List<Hand> before(Person honest, long lastDay) {
    List<Hand> hands = new ArrayList<>();
    for (Hand hand : honest.hands()) {
      List<Span> spans = new ArrayList<>();
      for (Span span : hand.active()) {
        if (span.from() <= lastDay) {
          spans.add(new Span(span.from(), Math.min(span.to(), lastDay)));
        }
      }
      // A phone is in a pocket whatever happens to the laptop.
      hands.add(
          hand.machine().sort() == Machine.Sort.PHONE
              ? hand
              : hand.during(spans.toArray(Span[]::new)));
    }
    return hands;
  }

  private static Machine laptop(Person honest) {
    return honest.issued().getLast().machine();
  }

  /** The laptop stays at the claimed home, where somebody keeps it running. */
  private Whereabouts kept(Person honest) {
    return Casting.always(honest.home(), internet.home(honest.household(), 0, honest.home()));
  }

  private static List<Person.Issue> moved(Person honest, Machine machine, Whereabouts where) {
    List<Person.Issue> issued = new ArrayList<>(honest.issued());
    Person.Issue last = issued.removeLast();
    issued.add(new Person.Issue(machine, last.enrolled(), last.lastSeen(), where));
    return issued;
  }

  private static List<Span> runs(long onset, long end, int run, Chance draw) {
    List<Span> runs = new ArrayList<>();
    long day = onset;
    while (day <= end) {
      long to = Math.min(end, day + run - 1);
      runs.add(new Span(day, to));
      day = to + 1 + draw.between(1, 2);
    }
    return runs;
  }

  private Tunnel tunnel(Cover cover, Person person, Chance draw) {
    int brand = 3 + draw.at("brand").below(internet.vpns() - 3);
    int host = draw.at("host").below(3);
    int favourite = draw.at("favourite").below(24);
    return switch (cover) {
      case NONE -> Tunnel.NONE;
      case COMMERCIAL_VPN ->
          (under, day, block) ->
              internet.commercialVpn(
                  brand,
                  draw.at("exit", day).happens(0.7) ? favourite : draw.at("other", day).below(24));
      case HOSTING -> (under, day, block) -> internet.hosting(host, favourite);
      case RESIDENTIAL ->
          (under, day, block) ->
              internet.residentialProxy(
                  person.number(), (int) Math.floorMod(day, 64L), person.home());
    };
  }

  private static String words(Cover cover) {
    return switch (cover) {
      case NONE -> "nothing at all";
      case COMMERCIAL_VPN -> "a commercial VPN";
      case HOSTING -> "a rented server";
      case RESIDENTIAL -> "other people's home lines";
    };
  }

  private static Metro farFromAll(List<Person> members, Chance draw) {
    Metro best = null;
    for (int i = 0; i < 200; i++) {
      Metro metro = Atlas.draw(draw);
      boolean far = true;
      for (Person member : members) {
        far &= metro.kilometresTo(member.home()) > 250;
      }
      if (far) {
        return metro;
      }
      best = metro;
    }
    return nonNull(best);
  }

  private static Metro nonNull(@Nullable Metro metro) {
    if (metro == null) {
      throw new IllegalStateException("a farm without a place");
    }
    return metro;
  }

  /** On the dial from 0 over 1 to 2. */
  static double between(double difficulty, double naive, double moderate, double evasive) {
    return difficulty <= 1
        ? naive + (moderate - naive) * difficulty
        : moderate + (evasive - moderate) * (difficulty - 1);
  }
}
