package dev.bonafide.simulator.people;

import dev.bonafide.simulator.people.Plot.Cover;
import dev.bonafide.simulator.world.Atlas;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Internet;
import dev.bonafide.simulator.world.Line;
import dev.bonafide.simulator.world.Metro;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Public cases as scenarios, with invented people: what happened is taken from reports (the
 * catalogue of indicators, part 2), who and where is drawn. Times are compressed to the plan's
 * days.
 */
public final class Cases {
  private static final Map<String, Story> STORIES = new TreeMap<>();

  static {
    tell(
        "three-week-login",
        1,
        "One session stays open and in use for three weeks, by three operators in turns.");
    tell(
        "one-line-two-laptops",
        2,
        "Two workers with different claimed homes, the second referred by the first: both laptops"
            + " are on one home line, with a remote-access program, behind one commercial VPN.");
    tell(
        "twelve-personas",
        12,
        "One operator works under twelve names of one employer, one after the other.");
    tell(
        "first-session-malware",
        1,
        "A new hire's laptop, sent to another address than the home, loads malware within minutes of"
            + " its first use; the account is closed 25 minutes later.");
    tell(
        "blocked-sign-in",
        1,
        "Months behind a VPN that nobody else uses; one sign-in from elsewhere is refused, and it"
            + " tells where the worker is.");
    tell(
        "token-by-courier",
        1,
        "The employee sits in the office while somebody far away is on the company's VPN with the"
            + " same name and factor.");
    tell(
        "domestic-exit",
        1,
        "A new hire signs in from far away, then from an unmanaged machine through an exit inside the"
            + " claimed country, and is gone after ten days.");
    tell(
        "early-download",
        1,
        "A contractor takes gigabytes in the first days, is dismissed for poor work, and tries the"
            + " account again.");
    tell(
        "shelf-of-laptops",
        20,
        "Twenty workers' laptops on the shelf of one house, driven from afar.");
    tell(
        "lent-name",
        1,
        "A real person lends the name and home; an operator drives the laptop there. All papers are"
            + " genuine.");
    tell(
        "clean-laptop",
        1,
        "Good work, camera on, a quiet home line that is not the own: nothing here gives it away."
            + " Expected: nobody is found.");
    tell(
        "payroll-pirate",
        1,
        "A worker's account is taken over and the pay redirected. The worker is the victim.");
  }

  private final Casting casting;
  private final Internet internet;
  private final Schemes schemes;

  public Cases(Casting casting) {
    this.casting = casting;
    this.internet = casting.internet();
    this.schemes = new Schemes(casting);
  }

  private record Story(int people, String text) {}

  private static void tell(String name, int people, String text) {
    STORIES.put(name, new Story(people, text));
  }

  /** All names, in order. */
  public static List<String> names() {
    return List.copyOf(STORIES.keySet());
  }

  /** One sentence on a case. */
  public static String text(String name) {
    return story(name).text;
  }

  /** How many people it takes. */
  public static int people(String name) {
    return story(name).people;
  }

  private static Story story(String name) {
    Story story = STORIES.get(name);
    if (story == null) {
      throw new IllegalArgumentException(
          "no case is called '" + name + "': use one of " + String.join(", ", names()));
    }
    return story;
  }

  /** Recasts as many people as it takes. */
  public List<Person> play(String name, List<Person> members) {
    Person one = members.getFirst();
    long first = casting.first();
    long last = casting.last();
    long early = first + Math.min(5, (last - first) / 6);
    return switch (name) {
      case "three-week-login" -> {
        Plot weeks = new Plot(0, early, Math.min(last, early + 20), Cover.HOSTING);
        yield List.of(schemes.turns(one, weeks, 21, true));
      }
      case "one-line-two-laptops" -> oneLine(members, early);
      case "twelve-personas" ->
          schemes.personas(members, new Plot(0, early, last, Cover.RESIDENTIAL));
      case "first-session-malware" -> List.of(firstSession(one, early));
      case "blocked-sign-in" -> List.of(blocked(one, early));
      case "token-by-courier" -> List.of(courier(one, early));
      case "domestic-exit" -> List.of(domesticExit(one, early));
      case "early-download" -> List.of(earlyDownload(one, early));
      case "shelf-of-laptops" ->
          schemes.farm(members, new Plot(0.5, early, last, Cover.COMMERCIAL_VPN));
      case "lent-name" -> List.of(schemes.mule(one, new Plot(2, early, last, Cover.NONE)));
      case "clean-laptop" -> List.of(clean(one, early));
      // Who is robbed has worked there for a while: that is what makes it a theft.
      case "payroll-pirate" ->
          List.of(schemes.takeover(one, new Plot(0, (first + last) / 2, last, Cover.HOSTING)));
      default -> throw new IllegalArgumentException("no case is called " + name);
    };
  }

  private List<Person> oneLine(List<Person> members, long early) {
    Chance draw = casting.scheme("case one line", members.getFirst().number());
    Metro place = Atlas.neighbour(members.getFirst().home(), draw);
    Line line = internet.home(members.getFirst().number(), 4, place);
    Whereabouts shelf = Places.always(place, line);
    String cluster = "farm-case-one-line";
    List<Person> recast = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Person honest = members.get(i);
      long onset = i == 0 ? early : Math.min(casting.last() - 5, early + 12);
      Plot plot = new Plot(0.3, onset, casting.last(), Cover.COMMERCIAL_VPN);
      Machine laptop = Schemes.laptop(honest).standing(true, List.of(), List.of());
      Operator operator =
          Schemes.operator(1, draw.at("who", i), body(honest), honest.home().zone());
      Metro base = Atlas.far(place, 3_500, draw.at("base"));
      Whereabouts there = Places.always(base, internet.home(honest.number(), 1, base));
      List<Hand> hands = i == 0 ? Schemes.until(honest, onset - 1) : new ArrayList<>();
      hands.add(
          Hand.on(laptop, operator, shelf, Tunnel.NONE, 5.5, honest.factor())
              .driving(new Drive(Drive.Way.STARTED, List.of("AnyDesk"), there, Tunnel.NONE))
              .during(plot.days()));
      hands.add(
          Hand.on(
                  Machines.own(draw.at("machine", i)),
                  operator,
                  there,
                  schemes.tunnel(plot, honest, draw.at("cover")),
                  1.2,
                  honest.factor())
              .during(plot.days()));
      Paper paper = honest.paper().shippedTo("12 Copperfield Lane, " + place.city());
      recast.add(
          honest
              .with(i == 0 ? paper : paper.starting(onset))
              .with(hands)
              .issued(List.of(new Person.Issue(laptop, onset, casting.last(), shelf)))
              .as(
                  planted(
                      "one-line-two-laptops",
                      plot,
                      EnumSet.of(
                          Sign.SHARED_THING, Sign.REMOTE_CONTROL, Sign.ODD_EGRESS, Sign.TWO_PLACES),
                      cluster)));
    }
    return recast;
  }

  private Person firstSession(Person honest, long day) {
    Chance draw = casting.scheme("case first session", honest.number());
    Metro place = Atlas.neighbour(honest.home(), draw);
    Plot plot = new Plot(0, day, day, Cover.NONE);
    Machine laptop = Schemes.laptop(honest);
    Whereabouts shelf = Places.always(place, internet.home(honest.number(), 3, place));
    Body body = new Body(Body.Habit.TURN, 20 * 60, 5, 60, 0, 0, 0, Body.EVERY_DAY);
    Operator operator = Schemes.operator(1, draw, body, honest.home().zone());
    Hand hand =
        Hand.on(laptop, operator, shelf, Tunnel.NONE, 9, honest.factor())
            .driving(new Drive(Drive.Way.STARTED, List.of("AnyDesk"), shelf, Tunnel.NONE))
            .during(new Span(day, day));
    long begins =
        java.time.LocalDate.ofEpochDay(day)
                .atStartOfDay(honest.home().zone())
                .toInstant()
                .toEpochMilli()
            + operator.stretches(day, false, Hand.Part.ALL).getFirst().from() * 60_000L;
    return honest
        .with(honest.paper().starting(day).shippedTo("7 Larch Court, " + place.city()))
        .with(List.of(hand))
        .issued(List.of(new Person.Issue(laptop, day, day, shelf)))
        .doing(List.of(new Errand.Malware(day, "Trojan:Win32/Stealer")))
        .closedAt(begins + 45 * 60_000L)
        .as(
            planted(
                "first-session-malware",
                plot,
                EnumSet.of(Sign.FIRST_SESSION_MALWARE, Sign.REMOTE_CONTROL),
                null));
  }

  private Person blocked(Person honest, long early) {
    Chance draw = casting.scheme("case blocked", honest.number());
    Plot plot = new Plot(1, early, casting.last(), Cover.COMMERCIAL_VPN);
    Person offshore = schemes.offshore(honest, plot);
    Metro truth = Atlas.far(honest.home(), 6_000, draw.at("truth"));
    Line line = internet.home(honest.number(), 6, truth);
    long day = early + (casting.last() - early) * 2 / 3;
    List<Errand.Refused> refused = new ArrayList<>();
    for (long at = day; at < day + 5; at++) {
      // The fifth day is one with work, whatever the weekday; who is refused tries again.
      if (refused.isEmpty() && Math.floorMod(at + 3, 7L) < 5) {
        for (int attempt = 0; attempt < 3; attempt++) {
          refused.add(new Errand.Refused(at, line, Schemes.laptop(honest)));
        }
      }
    }
    return offshore
        .doing(refused)
        .as(
            planted(
                "blocked-sign-in", plot, EnumSet.of(Sign.ODD_EGRESS, Sign.BLOCKED_TRUTH), null));
  }

  private Person courier(Person honest, long early) {
    Chance draw = casting.scheme("case courier", honest.number());
    Plot plot = new Plot(0, early, casting.last(), Cover.NONE);
    Metro base = Atlas.far(honest.home(), 6_000, draw.at("base"));
    Machine theirs = Machines.laptop(draw.at("machine"), false, false);
    Hand self = Schemes.self(honest);
    List<Hand> hands = new ArrayList<>(honest.hands());
    hands.add(
        Hand.on(
                theirs,
                Schemes.operator(1, draw, body(honest), honest.home().zone()),
                Places.always(base, internet.home(honest.number(), 1, base)),
                Tunnel.NONE,
                self.tempo(),
                honest.factor())
            .during(plot.days()));
    return honest
        .with(honest.paper().as(Role.ENGINEER))
        .with(hands)
        .as(planted("token-by-courier", plot, EnumSet.of(Sign.TWO_PLACES), null));
  }

  private Person domesticExit(Person honest, long early) {
    Chance draw = casting.scheme("case domestic exit", honest.number());
    Metro base = Atlas.far(honest.home(), 6_000, draw.at("base"));
    Plot plot = new Plot(0, early, early + 9, Cover.NONE);
    Operator operator = Schemes.operator(1, draw, body(honest), honest.home().zone());
    Machine laptop = Schemes.laptop(honest);
    Whereabouts there = Places.always(base, internet.home(honest.number(), 1, base));
    int brand = internet.vpns() - 2;
    Tunnel exit = (under, day, block) -> internet.commercialVpn(brand, 7);
    List<Hand> hands =
        List.of(
            Hand.on(laptop, operator, there, Tunnel.NONE, 5, honest.factor())
                .during(new Span(early, early + 9)),
            Hand.on(Machines.own(draw.at("machine")), operator, there, exit, 1.5, honest.factor())
                .during(new Span(early + 5, early + 9)));
    return honest
        .with(honest.paper().starting(early).ending(early + 9))
        .closedAt((early + 10) * 86_400_000L)
        .with(hands)
        .issued(List.of(new Person.Issue(laptop, early, early + 9, there)))
        .as(planted("domestic-exit", plot, EnumSet.of(Sign.ODD_EGRESS, Sign.TWO_PLACES), null));
  }

  private Person earlyDownload(Person honest, long early) {
    long dismissed = Math.min(casting.last() - 6, early + 20);
    Plot plot = new Plot(0, dismissed, casting.last(), Cover.RESIDENTIAL);
    Person gone =
        schemes.afterEnd(honest.with(honest.paper().as(Role.ENGINEER).starting(early)), plot);
    List<Errand.Haul> hauls = new ArrayList<>();
    for (long day = early + 1; day < early + 6; day++) {
      hauls.add(new Errand.Haul(day, 9));
    }
    return gone.with(gone.hands().stream().map(hand -> hand.within(early, casting.last())).toList())
        .doing(hauls)
        .as(planted("early-download", plot, EnumSet.of(Sign.DATA_BURST, Sign.AFTER_END), null));
  }

  private Person clean(Person honest, long early) {
    Chance draw = casting.scheme("case clean", honest.number());
    Plot plot = new Plot(2, early, casting.last(), Cover.NONE);
    Line line = internet.home(honest.number(), 4, honest.home());
    List<Hand> hands = Schemes.until(honest, early - 1);
    Operator operator = Schemes.operator(1, draw, body(honest), honest.home().zone());
    hands.add(
        Hand.on(
                Schemes.laptop(honest),
                operator,
                Places.always(honest.home(), line),
                Tunnel.NONE,
                Schemes.self(honest).tempo(),
                honest.factor())
            .during(plot.days()));
    return honest.with(hands).as(planted("clean-laptop", plot, EnumSet.noneOf(Sign.class), null));
  }

  private static Body body(Person honest) {
    return Schemes.daytime(Schemes.self(honest).operator().body().start());
  }

  private static Planted planted(
      String name, Plot plot, Set<Sign> signs, @org.jspecify.annotations.Nullable String cluster) {
    return Schemes.planted(name, plot, cluster, signs, text(name));
  }
}
