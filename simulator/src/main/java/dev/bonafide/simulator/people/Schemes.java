package dev.bonafide.simulator.people;

import dev.bonafide.simulator.people.Plot.Cover;
import dev.bonafide.simulator.world.Atlas;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Internet;
import dev.bonafide.simulator.world.Line;
import dev.bonafide.simulator.world.Metro;
import java.time.DayOfWeek;
import java.time.LocalDate;
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

  // --- one account -----------------------------------------------------------------------------

  /** How the operators of one account share it. */
  private enum Sharing {
    /** All of them drive the employer's laptop. */
    ONE_LAPTOP,
    /** The same, and now and then they sign in from their own computers. */
    LAPTOP_AND_OWN,
    /** One drives the laptop, the others work on computers of their own. */
    OWN_COMPUTERS
  }

  /**
   * One account, worked in turns around the clock: three operators and 22 hours a day when naive,
   * two and 16 hours when moderate, two and 12 when evasive. Some drive the employer's laptop from
   * afar one after another, some have a computer each.
   *
   * @param run days in a row before a quieter day
   * @param oneSession whether one session stays open and in use all the time
   */
  public Person turns(Person honest, Plot plot, int run, boolean oneSession) {
    Chance draw = casting.scheme("turns", honest.number());
    boolean three = plot.naive();
    int operators = three ? 3 : 2;
    int length = (int) plot.dial(440, 495, 360);
    Sharing sharing =
        draw.at("sharing")
            .pick(
                List.of(Sharing.values()),
                how ->
                    switch (how) {
                      case ONE_LAPTOP -> plot.dial(0.3, 0.4, 0.65);
                      case LAPTOP_AND_OWN -> 0.35;
                      case OWN_COMPUTERS -> 0.3;
                    });
    boolean openly = sharing != Sharing.ONE_LAPTOP;
    Metro base = Atlas.far(honest.home(), FAR, draw.at("base"));
    Whereabouts kept = Places.always(honest.home(), homeLine(honest));
    Whereabouts there = Places.always(base, internet.home(honest.number(), 1, base));
    Span[] runs = runs(plot, run, draw.at("runs"));
    int begin = draw.at("begin").between(0, 23 * 60);
    Tunnel tunnel = tunnel(plot, honest, draw.at("cover"));
    Reach reach = reach(plot, laptop(honest), there, tunnel, draw.at("reach"));
    List<Hand> hands = until(honest, plot.onset() - 1);
    for (int i = 0; i < operators; i++) {
      // Three meet around the clock; with two a part of the day stays empty.
      int start = (begin + i * (three ? 480 : length + 10)) % 1_440;
      Set<DayOfWeek> days = plot.evasive() ? Body.WEEK : Body.EVERY_DAY;
      Body body = new Body(Body.Habit.TURN, start, 8, length, 0, 0, 0, days);
      Operator operator = operator(i + 1, draw, body, base.zone());
      operator = operator.keeping(feasts(plot, base));
      double tempo = draw.at("tempo", i).normal(7, 2, 4.2, 12);
      if (sharing != Sharing.OWN_COMPUTERS || i == 0) {
        hands.add(
            Hand.on(reach.machine, operator, kept, Tunnel.NONE, tempo, honest.factor())
                .driving(reach.drive)
                .keepingSession(oneSession)
                .during(runs));
      }
      if (openly && (sharing != Sharing.OWN_COMPUTERS || i > 0)) {
        Machine own = Machines.own(draw.at("machine", i));
        double often = sharing == Sharing.OWN_COMPUTERS ? Math.min(9, tempo) : 1.3;
        hands.add(
            Hand.on(
                    own,
                    operator,
                    Places.always(base, internet.home(honest.number(), 1 + i, base)),
                    tunnel,
                    often,
                    honest.factor())
                .keepingSession(oneSession)
                .during(runs));
      }
    }
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    add(signs, reach.shows, Sign.REMOTE_CONTROL);
    add(signs, three, Sign.NO_REST);
    add(signs, oneSession, Sign.LONG_SESSION);
    add(signs, sharing == Sharing.LAPTOP_AND_OWN, Sign.TWO_PLACES);
    add(signs, openly && plot.cover().shows(), Sign.ODD_EGRESS);
    String note =
        operators
            + " operators in turns of "
            + length
            + " minutes under one account"
            + (oneSession ? ", one session left open and used throughout" : "");
    return honest
        .with(hands)
        .issued(moved(honest, reach.machine, kept))
        .as(planted(oneSession ? "three-week-login" : "shared-account", plot, null, signs, note));
  }

  /** The hired person works, and at the same hours somebody far away works under the same name. */
  public Person both(Person honest, Plot plot) {
    Chance draw = casting.scheme("both", honest.number());
    Metro base = Atlas.far(honest.home(), FAR, draw.at("base"));
    int start = Math.max(60, self(honest).operator().body().start() + draw.between(-40, 90));
    Body body = new Body(Body.Habit.STRETCH, start, 25, 440, 0.1, 0.05, 30, Body.WEEK);
    List<Hand> hands = new ArrayList<>(honest.hands());
    hands.add(
        Hand.on(
                Machines.own(draw.at("machine")),
                operator(1, draw, body, honest.home().zone()).keeping(feasts(plot, base)),
                Places.always(base, internet.home(honest.number(), 1, base)),
                tunnel(plot, honest, draw.at("cover")),
                plot.dial(5.5, 3, 1.2),
                honest.factor())
            .during(plot.days()));
    Set<Sign> signs = EnumSet.of(Sign.TWO_PLACES);
    add(signs, plot.cover().shows(), Sign.ODD_EGRESS);
    return honest
        .with(hands)
        .as(
            planted(
                "two-at-once",
                plot,
                null,
                signs,
                "the hired person and an operator far away work at the same hours"));
  }

  /**
   * Somebody else works from far away all the time, hidden behind an exit: in the own clock's
   * daytime when naive, in the claimed zone's office hours when better, with leaks.
   */
  public Person offshore(Person honest, Plot plot) {
    Chance draw = casting.scheme("offshore", honest.number());
    Metro base = Atlas.far(honest.home(), FAR, draw.at("base"));
    double leak = plot.dial(1, 0.35, 0.1);
    List<Span> ownHours = new ArrayList<>();
    List<Span> targetHours = new ArrayList<>();
    for (long day = plot.onset(); day <= plot.end(); day++) {
      (draw.at("leak", day).happens(leak) ? ownHours : targetHours).add(new Span(day, day));
    }
    Whereabouts there = Places.always(base, internet.home(honest.number(), 1, base));
    Hand hand =
        Hand.on(
            laptop(honest),
            operator(1, draw, daytime(draw.at("start").between(520, 600)), base.zone())
                .keeping(feasts(plot, base)),
            there,
            tunnel(plot, honest, draw.at("cover")),
            self(honest).tempo(),
            honest.factor());
    List<Hand> hands = until(honest, plot.onset() - 1);
    hands.add(hand.during(ownHours.toArray(Span[]::new)));
    hands.add(
        hand.of(paced(plot, honest, base, draw, self(honest).operator().body().start()))
            .during(targetHours.toArray(Span[]::new)));
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    add(signs, plot.cover() != Cover.RESIDENTIAL, Sign.ODD_EGRESS);
    double apart = apart(base.zone(), honest.home().zone(), plot.onset());
    add(signs, leak > 0.7 && apart >= 5, Sign.OTHER_CLOCK);
    return honest
        .with(hands)
        .issued(moved(honest, laptop(honest), there))
        .as(
            planted(
                "offshore",
                plot,
                null,
                signs,
                "an operator far away, behind " + plot.cover().words()));
  }

  /** Employment ended on the day of the onset; the account was forgotten, and is used. */
  public Person afterEnd(Person honest, Plot when) {
    Chance draw = casting.scheme("after end", honest.number());
    // Somebody who joined lately must have worked before it can end.
    long lastDay = Math.max(when.onset(), Math.min(when.end() - 3, honest.paper().start() + 2));
    Plot plot = new Plot(when.difficulty(), lastDay, when.end(), when.cover());
    List<Hand> hands = new ArrayList<>();
    for (Hand hand : honest.hands()) {
      hands.add(hand.within(Long.MIN_VALUE, lastDay));
    }
    List<Span> visits = new ArrayList<>();
    for (long day = lastDay + 2; day <= plot.end(); day += 2 + draw.below(3)) {
      visits.add(new Span(day, day + draw.below(2)));
    }
    Body body = new Body(Body.Habit.TURN, 19 * 60, 60, 110, 0, 0, 0, Body.EVERY_DAY);
    hands.add(
        Hand.on(
                Machines.own(draw.at("machine")),
                operator(1, draw, body, honest.home().zone()),
                self(honest).whereabouts(),
                tunnel(plot, honest, draw.at("cover")),
                plot.dial(7, 4, 2),
                honest.factor())
            .during(visits.toArray(Span[]::new)));
    Set<Sign> signs = EnumSet.of(Sign.AFTER_END);
    add(signs, plot.cover().shows(), Sign.ODD_EGRESS);
    return honest
        .with(honest.paper().ending(lastDay))
        .with(hands)
        .as(planted("after-end", plot, null, signs, "signs in with a second factor after the end"));
  }

  /**
   * The person of the papers never works. A laptop that was sent elsewhere stands with a helper and
   * is driven from afar; the pay goes to a wallet when naive. When evasive, the address is genuine.
   */
  public Person mule(Person honest, Plot plot) {
    Chance draw = casting.scheme("mule", honest.number());
    boolean redirected = draw.at("redirected").happens(plot.dial(1, 0.8, 0.1));
    Metro place = redirected ? Atlas.neighbour(honest.home(), draw.at("place")) : honest.home();
    Line line = redirected ? internet.home(honest.number(), 3, place) : homeLine(honest);
    Metro base = Atlas.far(honest.home(), FAR, draw.at("base"));
    Whereabouts there = Places.always(base, internet.home(honest.number(), 1, base));
    Tunnel tunnel = tunnel(plot, honest, draw.at("cover"));
    Reach reach = reach(plot, laptop(honest), there, tunnel, draw.at("reach"));
    Whereabouts shelf = Places.always(place, line);
    Operator operator = paced(plot, honest, base, draw, self(honest).operator().body().start());
    List<Hand> hands = until(honest, plot.onset() - 1);
    hands.add(
        Hand.on(reach.machine, operator, shelf, Tunnel.NONE, self(honest).tempo(), honest.factor())
            .driving(reach.drive)
            .during(plot.days()));
    slip(plot, honest, operator, there, tunnel, draw, hands);
    Paper paper = honest.paper();
    if (redirected) {
      paper = paper.shippedTo(casting.street(draw.at("street")) + ", " + place.city());
    }
    if (plot.naive()) {
      paper = paper.paidTo(Ids.hex(draw.at("wallet").name(), 16), "wallet");
    }
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    add(signs, reach.shows, Sign.REMOTE_CONTROL);
    List<Errand> pay = new ArrayList<>();
    if (plot.naive() && plot.end() - plot.onset() > 9) {
      // The pay is sent on as soon as the papers are through, and again when an account is closed.
      pay.add(new Errand.Pay(plot.onset() + 3, Errand.Pay.Field.BANK, "wallet", true, false));
      if (draw.at("again").happens(0.4)) {
        long again = Math.min(plot.end() - 4, plot.onset() + draw.at("when").between(8, 20));
        pay.add(new Errand.Pay(again, Errand.Pay.Field.BANK, "prepaid card", true, false));
      }
      signs.add(Sign.PAY_CHANGED);
    }
    return honest
        .with(paper)
        .doing(pay)
        .with(hands)
        .issued(moved(honest, reach.machine, shelf))
        .as(
            planted(
                "identity-mule",
                plot,
                null,
                signs,
                "a lent name: the laptop stands with a helper, an operator drives it"));
  }

  /** Takes data: 40 GB in a last night, ten times the usual for five days, or a little for long. */
  public Person thief(Person honest, Plot plot) {
    Chance draw = casting.scheme("thief", honest.number());
    List<Errand.Haul> hauls = new ArrayList<>();
    if (plot.naive()) {
      hauls.add(new Errand.Haul(plot.end() - 1, draw.between(30.0, 50.0)));
    } else {
      long days = plot.evasive() ? plot.end() - plot.onset() : 5;
      double each = plot.dial(40, 6, 0.15);
      for (long day = plot.end() - days; day < plot.end(); day++) {
        hauls.add(new Errand.Haul(day, each * draw.between(0.7, 1.3)));
      }
    }
    Paper paper = honest.paper();
    boolean sells = paper.role() == Role.SALES;
    List<Errand> all = new ArrayList<>(hauls);
    if (!sells && !plot.evasive() && draw.at("code").happens(0.6)) {
      // Code goes too: the repositories of other teams, never touched before.
      Team team = Team.of(honest);
      for (Errand.Haul haul : hauls) {
        int clones = (int) plot.dial(24, 5, 1);
        for (int i = 0; i < clones; i++) {
          Chance one = draw.at("clone " + haul.day(), i);
          String name = new Team(team.number() + one.below(4)).repository(one.below(8));
          all.add(new Errand.Code(haul.day(), CodeDeed.CLONE, name, ""));
        }
      }
    }
    return honest
        .with(sells ? paper : paper.as(Role.ENGINEER))
        .doing(all)
        .as(
            planted(
                "data-thief",
                plot,
                null,
                EnumSet.of(Sign.DATA_BURST),
                "takes data out over the company's own VPN"));
  }

  /**
   * The worker is the victim: somebody resets the factors, signs in from a new machine, and changes
   * where the pay goes.
   */
  public Person takeover(Person honest, Plot plot) {
    Chance draw = casting.scheme("takeover", honest.number());
    Metro base = Atlas.far(honest.home(), FAR, draw.at("base"));
    Factor theirs = new Factor(Machines.phone(draw.at("phone")), honest.paper().phone());
    Body body =
        new Body(Body.Habit.TURN, draw.between(0, 22 * 60), 30, 50, 0, 0, 0, Body.EVERY_DAY);
    long last = plot.onset() + draw.between(0, 2);
    List<Hand> hands = new ArrayList<>(honest.hands());
    hands.add(
        Hand.on(
                Machines.own(draw.at("machine")),
                operator(1, draw, body, base.zone()),
                Places.always(base, internet.home(honest.number(), 1, base)),
                tunnel(plot, honest, draw.at("cover")),
                plot.dial(9, 6, 4),
                plot.evasive() ? honest.factor() : theirs)
            .during(new Span(plot.onset(), last)));
    Set<Sign> signs = EnumSet.of(Sign.TAKEN_OVER, Sign.PAY_CHANGED);
    add(signs, plot.cover().shows(), Sign.ODD_EGRESS);
    Plot short_ = new Plot(plot.difficulty(), plot.onset(), last, plot.cover());
    Planted planted =
        planted("payroll-diversion", short_, null, signs, "the account was taken over: a victim");
    return honest
        .with(honest.paper().paidTo(Ids.hex(draw.at("token").name(), 16), "wallet"))
        .with(hands)
        .doing(
            List.of(
                new Errand.Reset(plot.onset(), true),
                new Errand.Pay(
                    Math.min(last, plot.onset() + (plot.naive() ? 0 : 1)),
                    Errand.Pay.Field.BANK,
                    draw.at("kind").happens(0.5) ? "wallet" : "bank",
                    true,
                    true)))
        .as(planted.playing("victim"));
  }

  // --- several accounts ------------------------------------------------------------------------

  /**
   * Laptops of several workers on the shelf of one home, driven from afar; when evasive never more
   * than two on a line. All their claimed homes are somewhere else.
   */
  public List<Person> farm(List<Person> members, Plot plot) {
    Person first = members.getFirst();
    Chance draw = casting.scheme("farm", first.number());
    Metro place = awayFromAll(members, draw.at("place"));
    Factor helper = new Factor(Machines.phone(draw.at("phone")), first.paper().phone());
    Machine.Gadget dock = Machines.dock(draw.at("dock"));
    Machine.Screen screen = Machines.screen(draw.at("screen"));
    String cluster = "farm-" + Ids.hex(draw.at("id").name(), 8);
    List<Person> recast = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Person honest = members.get(i);
      Chance who = draw.at("member", honest.number());
      boolean tied = plot.naive() ? i < 4 : i < 2 && plot.difficulty() < 1.7;
      boolean answers = plot.naive() || (plot.difficulty() < 1.3 && i % 2 == 0);
      boolean slips = plot.naive() && i % 2 == 0;
      Machine own = laptop(honest);
      List<Machine.Gadget> gadgets = new ArrayList<>(own.gadgets());
      List<Machine.Screen> screens = new ArrayList<>();
      if (tied) {
        gadgets.add(dock);
        screens.add(screen);
      }
      Metro base = Atlas.far(place, FAR, who.at("base"));
      Whereabouts there = Places.always(base, internet.home(honest.number(), 1, base));
      Tunnel tunnel = tunnel(plot, honest, draw.at("cover"));
      // A helper sets up all laptops alike, as a rule.
      Chance habits = who.at("own habits").happens(0.2) ? who : draw;
      Reach reach =
          reach(
              plot,
              own.standing(!plot.evasive(), screens, gadgets),
              there,
              tunnel,
              habits.at("reach"));
      Machine shelved = reach.machine;
      Line line = internet.home(first.number() + (plot.evasive() ? i / 2 : 0), 4, place);
      Whereabouts shelf = Places.always(place, line);
      Factor factor = answers ? helper : honest.factor();
      int start =
          Math.max(120, self(honest).operator().body().start() + who.at("start").between(-30, 30));
      Operator operator = paced(plot, honest, base, who, start);
      List<Hand> hands = until(honest, plot.onset() - 1);
      hands.add(
          Hand.on(shelved, operator, shelf, Tunnel.NONE, self(honest).tempo(), factor)
              .driving(reach.drive)
              .during(plot.days()));
      if (slips) {
        hands.add(
            Hand.on(Machines.own(who.at("machine")), operator, there, tunnel, 0.8, factor)
                .during(plot.days()));
      } else {
        slip(plot, honest, operator, there, tunnel, who, hands);
      }
      Set<Sign> signs = EnumSet.noneOf(Sign.class);
      add(signs, reach.shows, Sign.REMOTE_CONTROL);
      add(signs, !plot.evasive(), Sign.SHARED_THING);
      add(signs, slips, Sign.TWO_PLACES);
      add(signs, slips && plot.cover().shows(), Sign.ODD_EGRESS);
      String note = "one of " + members.size() + " laptops with one helper, driven from afar";
      recast.add(
          honest
              .with(hands)
              .with(factor)
              .issued(moved(honest, shelved, shelf))
              .as(planted("laptop-farm", plot, cluster, signs, note)));
    }
    return recast;
  }

  /**
   * One body behind several names, one at a time. When naive all laptops stand beside it and the
   * pay goes to one account; when better they stand with helpers at the claimed homes; when evasive
   * a quarter of an hour passes between two names.
   */
  public List<Person> personas(List<Person> members, Plot plot) {
    Person first = members.getFirst();
    Chance draw = casting.scheme("personas", first.number());
    Metro base = Atlas.far(first.home(), FAR, draw.at("base"));
    Line line = internet.home(first.number(), 4, base);
    Body body =
        new Body(Body.Habit.STRETCH, draw.between(480, 600), 20, 660, 0.5, 0.4, 30, Body.WEEK);
    Operator operator = operator(1, draw, body, base.zone()).keeping(feasts(plot, base));
    String cluster = "operator-" + Ids.hex(draw.at("id").name(), 8);
    String token = Ids.hex(draw.at("token").name(), 16);
    Tunnel tunnel = tunnel(plot, first, draw.at("cover"));
    List<Person> recast = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Person honest = members.get(i);
      Machine laptop = laptop(honest);
      Reach reach =
          reach(
              plot,
              laptop,
              Places.always(base, line),
              tunnel,
              casting.scheme("personas reach", honest.number()));
      Whereabouts where =
          plot.naive() ? Places.always(base, line) : Places.always(honest.home(), homeLine(honest));
      Hand hand =
          Hand.on(
                  plot.naive() ? laptop : reach.machine,
                  operator,
                  where,
                  plot.naive() ? tunnel : Tunnel.NONE,
                  Math.max(7, self(honest).tempo()),
                  honest.factor())
              .sharing(new Hand.Share(i, members.size(), (int) plot.dial(1, 4, 15)))
              .during(plot.days());
      List<Hand> hands = until(honest, plot.onset() - 1);
      hands.add(plot.naive() ? hand : hand.driving(reach.drive));
      Paper paper = honest.paper();
      Set<Sign> signs = EnumSet.of(Sign.ONE_BODY);
      add(signs, plot.naive(), Sign.SHARED_THING);
      add(signs, plot.naive() && plot.cover() != Cover.RESIDENTIAL, Sign.ODD_EGRESS);
      add(signs, !plot.naive() && reach.shows, Sign.REMOTE_CONTROL);
      recast.add(
          honest
              .with(plot.naive() ? paper.paidTo(token, paper.payKind()) : paper)
              .with(hands)
              .issued(moved(honest, plot.naive() ? laptop : reach.machine, where))
              .as(
                  planted(
                      "one-body",
                      plot,
                      cluster,
                      signs,
                      "one of " + members.size() + " names behind which one body works")));
    }
    return recast;
  }

  /**
   * An administrator gives roles to the others of the cluster, and they pass rights on: within a
   * day or two, or over weeks; groups only when evasive.
   */
  public List<Person> chain(List<Person> members, Plot plot) {
    Person admin = members.getFirst();
    Chance draw = casting.scheme("chain", admin.number());
    String cluster = "chain-" + Ids.hex(draw.at("id").name(), 8);
    long span = Math.max(1, (long) plot.dial(1, 14, 25));
    long most = plot.end() - plot.onset() + 1;
    List<Errand> grants = new ArrayList<>();
    for (int i = 1; i < members.size(); i++) {
      for (int step = 0; step < 2; step++) {
        long day = plot.onset() + draw.below((int) Math.min(span, most));
        String role =
            plot.evasive() ? "" : step == 0 ? "Application administrator" : "Super administrator";
        grants.add(new Errand.Grant(day, members.get(i).colleague(), role));
      }
    }
    boolean itself = draw.at("itself").happens(plot.dial(0.7, 0.4, 0.05));
    if (itself) {
      long day = plot.onset() + draw.at("own").below((int) Math.min(span, most));
      grants.add(new Errand.Grant(day, admin.colleague(), "Super administrator"));
    }
    List<Person> recast = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Person honest = members.get(i);
      boolean gives = i == 0;
      // What one was given, one gives on: to the next, the last back to the first.
      Chance passing = draw.at("passes on", i);
      List<Errand> given = new ArrayList<>();
      if (!gives && passing.happens(plot.dial(0.9, 0.7, 0.4))) {
        Errand.Colleague next = members.get((i + 1) % members.size()).colleague();
        long day = plot.onset() + Math.min(most - 1, span + passing.between(0, 4));
        given.add(new Errand.Grant(day, next, plot.evasive() ? "" : "Application administrator"));
      }
      Set<Sign> signs = EnumSet.noneOf(Sign.class);
      add(signs, gives, Sign.GRANTS);
      add(signs, gives && itself, Sign.OWN_GRANT);
      recast.add(
          honest
              .with(gives ? honest.paper().as(Role.IT) : honest.paper())
              .doing(gives ? grants : given)
              .as(
                  planted(
                      "privilege-chain",
                      plot,
                      cluster,
                      signs,
                      gives ? "gives roles to a circle" : "is given roles by one of a circle")));
    }
    return recast;
  }

  /**
   * Somebody changes what guards the code, so that harm could be done later: a newcomer, within a
   * day, when naive; over two weeks when moderate; twice in a month, behind a change that was asked
   * for, when evasive. Nothing is done with it yet.
   */
  public Person sabotage(Person honest, Plot plot) {
    Chance draw = casting.scheme("sabotage", honest.number());
    Team team = Team.of(honest);
    List<CodeDeed> deeds =
        plot.naive()
            ? List.of(
                CodeDeed.UNPROTECT,
                CodeDeed.COMPANY_SECRET,
                CodeDeed.RUNNER,
                CodeDeed.HOOK,
                CodeDeed.DEPLOY_KEY,
                CodeDeed.SCANNING_OFF)
            : plot.evasive()
                ? List.of(CodeDeed.OVERRIDE, CodeDeed.PROTECT, CodeDeed.SECRET)
                : List.of(
                    CodeDeed.RUNNER,
                    CodeDeed.SECRET,
                    CodeDeed.CHECK_OFF,
                    CodeDeed.OVERRIDE,
                    CodeDeed.DEPLOY_KEY);
    long span = Math.max(1, (long) plot.dial(1, 12, 22));
    long room = Math.max(1, Math.min(span, plot.end() - plot.onset() - 2));
    List<Errand> errands = new ArrayList<>();
    for (int i = 0; i < deeds.size(); i++) {
      Chance one = draw.at("deed", i);
      CodeDeed deed = deeds.get(i);
      boolean foreign = one.happens(plot.dial(0.7, 0.3, 0.1));
      String repository =
          deed == CodeDeed.COMPANY_SECRET
              ? ""
              : new Team(team.number() + (foreign ? 1 + one.below(4) : 0)).repository(one.below(8));
      String what =
          switch (deed) {
            case SECRET, COMPANY_SECRET -> "DEPLOY_TOKEN";
            case RUNNER -> "runner-" + Ids.hex(one.bits(), 4);
            case HOOK -> "https://collect-" + Ids.hex(one.bits(), 4) + ".example/in";
            case DEPLOY_KEY -> "backup";
            case CHECK_OFF -> "release.yml";
            default -> "main";
          };
      errands.add(new Errand.Code(plot.onset() + one.below((int) room), deed, repository, what));
    }
    // Newcomers when naive or moderate; whoever is careful waits for a year.
    boolean joins = draw.at("joins").happens(plot.dial(0.8, 0.5, 0));
    long start = Math.max(casting.first(), plot.onset() - draw.at("start").between(2, 8));
    Paper paper = honest.paper().as(Role.ENGINEER);
    Person worker = honest.with(joins ? paper.starting(start) : paper);
    return (joins ? worker.with(within(worker, start)) : worker)
        .doing(errands)
        .as(
            planted(
                "sabotage",
                plot,
                null,
                EnumSet.of(Sign.CODE_CHANGES),
                "changes what guards the code, so that harm could be done later"));
  }

  private static List<Hand> within(Person person, long start) {
    return person.hands().stream().map(hand -> hand.within(start, Long.MAX_VALUE)).toList();
  }

  /** One in ten of them has a paper that seems to explain it. */
  public Person papered(Person planted) {
    Chance draw = casting.scheme("paper", planted.number());
    Planted what = planted.planted();
    if (what == null || !draw.happens(0.1)) {
      return planted;
    }
    Notice.Kind kind = draw.happens(0.5) ? Notice.Kind.TRAVEL : Notice.Kind.ROSTER;
    String place = kind == Notice.Kind.TRAVEL ? Atlas.draw(draw).city() : null;
    return planted.noticed(
        new Notice(planted.workerId(), kind, what.onset(), what.end(), place, null));
  }

  // --- ways in ---------------------------------------------------------------------------------

  /**
   * A machine that is driven from afar.
   *
   * @param machine with whatever hangs on it for that
   * @param shows whether anything of it can be seen in the logs
   */
  record Reach(Drive drive, Machine machine, boolean shows) {}

  /**
   * How operators reach a machine that stands with somebody: drawn for each case, so that no way in
   * is the mark of a scheme. The better they are, the more often nothing runs on the machine.
   */
  static Reach reach(Plot plot, Machine machine, Whereabouts base, Tunnel tunnel, Chance draw) {
    Chance habit = draw.at("way");
    Drive.Way way =
        habit.pick(
            List.of(Drive.Way.values()),
            each ->
                switch (each) {
                  case STARTED -> plot.dial(0.35, 0.22, 0.1);
                  case SERVICE -> plot.dial(0.28, 0.28, 0.25);
                  case DESKTOP -> plot.dial(0.12, 0.14, 0.1);
                  case RELAYED_DESKTOP -> plot.dial(0.1, 0.11, 0.15);
                  case HARDWARE -> plot.dial(0.15, 0.25, 0.4);
                });
    boolean windows = machine.system() == Machine.Os.WINDOWS;
    if (!windows && (way == Drive.Way.DESKTOP || way == Drive.Way.RELAYED_DESKTOP)) {
      way = Drive.Way.SERVICE;
    }
    List<String> programs = new ArrayList<>();
    if (way == Drive.Way.STARTED || way == Drive.Way.SERVICE) {
      programs.add(habit.pick(Machines.PROGRAMS));
      String second = habit.pick(Machines.PROGRAMS);
      if (habit.happens(plot.dial(0.3, 0.1, 0.02)) && !programs.contains(second)) {
        programs.add(second);
      }
    }
    Machine stands = machine;
    boolean shows = true;
    if (way == Drive.Way.HARDWARE) {
      Machines.Box box =
          habit.pick(
              List.of(Machines.Box.values()),
              each ->
                  switch (each) {
                    case NAMED -> plot.dial(0.6, 0.2, 0.02);
                    case DEFAULT -> plot.dial(0.2, 0.2, 0.08);
                    case SHAPED -> plot.dial(0.15, 0.3, 0.15);
                    case COPIED -> plot.dial(0.05, 0.3, 0.75);
                  });
      List<Machine.Gadget> gadgets = new ArrayList<>(machine.gadgets());
      gadgets.addAll(Machines.box(box, draw.at("box", machine.number())));
      stands = machine.standing(machine.alwaysOn(), machine.screens(), gadgets);
      shows = box != Machines.Box.COPIED;
    }
    return new Reach(new Drive(way, programs, base, tunnel), stands, shows);
  }

  /**
   * Somebody who keeps the office hours of the claimed place, by its clock or by the clock where
   * they sit: the latter do not follow when the claimed place changes its clocks.
   *
   * @param start minute of the claimed place's day on which they begin
   */
  private Operator paced(Plot plot, Person honest, Metro base, Chance draw, int start) {
    if (!draw.at("clock").happens(plot.dial(0.6, 0.45, 0.2))) {
      return operator(1, draw, daytime(start), honest.home().zone()).keeping(feasts(plot, base));
    }
    int own = start + ahead(base.zone(), honest.home().zone(), plot.onset());
    Set<DayOfWeek> days = Body.WEEK;
    if (own < 0) {
      own += 1_440;
      days = shifted(-1);
    } else if (own >= 1_440) {
      own -= 1_440;
      days = shifted(1);
    }
    Body body = new Body(Body.Habit.STRETCH, own, 25, 485, 0.12, 0.07, 30, days);
    return operator(1, draw, body, base.zone()).keeping(feasts(plot, base));
  }

  /**
   * The better they are, the more they keep the holidays of the claimed place and not their own.
   */
  private static Operator.Feasts feasts(Plot plot, Metro base) {
    return new Operator.Feasts(base.code(), plot.dial(0.8, 0.5, 0.15), plot.dial(0.1, 0.4, 0.7));
  }

  private static Set<DayOfWeek> shifted(int days) {
    Set<DayOfWeek> shifted = EnumSet.noneOf(DayOfWeek.class);
    Body.WEEK.forEach(day -> shifted.add(day.plus(days)));
    return shifted;
  }

  /** Now and then an operator forgets the way in, and signs in from where they are. */
  private void slip(
      Plot plot,
      Person honest,
      Operator operator,
      Whereabouts there,
      Tunnel tunnel,
      Chance draw,
      List<Hand> hands) {
    List<Span> days = new ArrayList<>();
    for (long day = plot.onset(); day <= plot.end(); day++) {
      if (draw.at("slip", day).happens(plot.mistakes())) {
        days.add(new Span(day, day));
      }
    }
    if (!days.isEmpty()) {
      hands.add(
          Hand.on(
                  Machines.own(draw.at("slip machine")),
                  operator,
                  there,
                  tunnel,
                  0.8,
                  honest.factor())
              .during(days.toArray(Span[]::new)));
    }
  }

  // --- parts -----------------------------------------------------------------------------------

  static Planted planted(
      String scheme, Plot plot, @Nullable String cluster, Set<Sign> signs, String note) {
    return new Planted(
        scheme,
        plot.difficulty(),
        "persona",
        cluster,
        plot.onset(),
        plot.end(),
        List.copyOf(signs),
        note);
  }

  private static void add(Set<Sign> signs, boolean yes, Sign sign) {
    if (yes) {
      signs.add(sign);
    }
  }

  static Operator operator(int which, Chance draw, Body body, @Nullable ZoneId clock) {
    return new Operator("operator-" + which, draw.at("operator", which).name(), body, clock);
  }

  static Hand self(Person honest) {
    return honest.hands().getFirst();
  }

  Line homeLine(Person honest) {
    return internet.home(honest.household(), 0, honest.home());
  }

  static Body daytime(int start) {
    return new Body(Body.Habit.STRETCH, start, 25, 485, 0.12, 0.07, 30, Body.WEEK);
  }

  /** The hands as they were, until that day. A phone is in a pocket whatever happens. */
  static List<Hand> until(Person honest, long lastDay) {
    List<Hand> hands = new ArrayList<>();
    for (Hand hand : honest.hands()) {
      boolean phone = hand.machine().sort() == Machine.Sort.PHONE;
      hands.add(phone ? hand : hand.within(Long.MIN_VALUE, lastDay));
    }
    return hands;
  }

  static Machine laptop(Person honest) {
    return honest.issued().getLast().machine();
  }

  static List<Person.Issue> moved(Person honest, Machine machine, Whereabouts where) {
    List<Person.Issue> issued = new ArrayList<>(honest.issued());
    Person.Issue last = issued.removeLast();
    issued.add(new Person.Issue(machine, last.enrolled(), last.lastSeen(), where));
    return issued;
  }

  private static Span[] runs(Plot plot, int run, Chance draw) {
    List<Span> runs = new ArrayList<>();
    long day = plot.onset();
    while (day <= plot.end()) {
      long to = Math.min(plot.end(), day + run - 1);
      runs.add(new Span(day, to));
      day = to + 1 + draw.between(1, 2);
    }
    return runs.toArray(Span[]::new);
  }

  /** What an operator's machine goes through; now and then it is forgotten for a while. */
  Tunnel tunnel(Plot plot, Person person, Chance draw) {
    Tunnel cover = cover(plot.cover(), person, draw);
    double mistakes = plot.mistakes();
    return (under, day, block) ->
        block == 0 && draw.at("mistake", day).happens(mistakes)
            ? under
            : cover.seen(under, day, block);
  }

  private Tunnel cover(Cover cover, Person person, Chance draw) {
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

  /** Minutes by which one clock is ahead of another on that day. */
  private static int ahead(ZoneId of, ZoneId than, long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return (date.atTime(12, 0).atZone(of).getOffset().getTotalSeconds()
            - date.atTime(12, 0).atZone(than).getOffset().getTotalSeconds())
        / 60;
  }

  /** How far two clocks are apart on that day, hours, 0 to 12. */
  private static double apart(ZoneId one, ZoneId other, long day) {
    double hours = Math.abs(ahead(one, other, day)) / 60.0;
    return Math.min(hours, 24 - hours);
  }

  /** An area away from all claimed homes; from as many as can be when there are too many. */
  private static Metro awayFromAll(List<Person> members, Chance draw) {
    Metro best = Atlas.draw(draw);
    long most = -1;
    for (int i = 0; i < 200; i++) {
      Metro metro = Atlas.draw(draw);
      long away =
          members.stream().filter(member -> metro.kilometresTo(member.home()) > 250).count();
      if (away > most) {
        most = away;
        best = metro;
      }
    }
    return best;
  }
}
