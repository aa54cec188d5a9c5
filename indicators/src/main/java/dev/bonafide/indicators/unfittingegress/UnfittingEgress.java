package dev.bonafide.indicators.unfittingegress;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Kind.Prior;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Acts of a person, not of a program, from a network from which people seldom work: a commercial
 * VPN, a data centre, a residential proxy. Relays, corporate gateways, carriers and whatever many
 * colleagues use say nothing. All of it is weak: some 6 % of honest staff use a VPN (detection.md
 * 1.9), most of them since their first day, at all hours and for everything. What began later, or
 * serves only some accesses, weighs more than such a habit.
 */
@AutoService(Indicator.class)
public final class UnfittingEgress implements Indicator {
  private static final String SLUG = "unfitting-egress";
  private static final int WINDOW = 28;
  private static final int WEEK = 7;

  /** Once may be an accident or a café: two days are a habit. */
  private static final int DAYS = 2;

  /** Fewer people than this in the run: that nobody else uses it says nothing. */
  private static final int COMPANY = 10;

  /** What so many colleagues use is the company's way, or a fashion. */
  private static final int FASHION = 5;

  /** The same as a share: one in so many. */
  private static final int FASHION_SHARE = 20;

  /** Days of ordinary work before the first use after which a take-over is the first thought. */
  private static final int CLEAN_DAYS = 20;

  /** From so many colleagues a network that is used steadily is simply a brand that people buy. */
  private static final int SEVERAL = 3;

  /** Working days on record before the first use with which it still is a habit brought along. */
  private static final int SETTLING_DAYS = 2;

  /** A steady line that records call a proxy by mistake keeps its address: judgement. */
  private static final int FEW_ADDRESSES = 2;

  /** Days from which a change of address at nearly every use is a pattern. */
  private static final int ROTATING_DAYS = 6;

  private static final int SD = 400;

  private static final Card CARD =
      new Card(
          SLUG,
          "Work from a VPN, data centre or proxy",
          "On two days or more, acts that are no program's come from a commercial VPN, a "
              + "hosting network or a residential proxy, as the record itself or our lists of "
              + "names and AS numbers say. It weighs more when nobody else in the company uses "
              + "that network, and little or nothing when it was used since the first day for "
              + "most of the work.",
          "Whoever works from elsewhere than claimed needs such a network to hide it: "
              + "Mandiant (September 2024), Unit 42 (November 2024) and Google GTIG (April 2025) "
              + "name VPN services and proxies; Sophos describes a worker who was found by a VPN "
              + "that no colleague used. Most people who use a VPN have nothing to hide, so this "
              + "alone never raises a case.",
          Card.Stage.WORK,
          Cause.NETWORK,
          false,
          Set.of(
              Kind.SIGN_IN,
              Kind.APP_SIGN_IN,
              Kind.VPN_SESSION,
              Kind.FACTOR_USED,
              Kind.MESSAGE,
              Kind.PAGE_VIEW,
              Kind.FILE_READ,
              Kind.FILE_WRITE,
              Kind.MEETING),
          List.of(),
          27,
          0,
          45,
          Map.of(
              Explanation.PRIVACY_VPN, 150,
              Explanation.TRAVELLER, 400,
              Explanation.CO_WORKING, 500,
              Explanation.ALWAYS_ON, 300,
              Explanation.AUTOMATION, 300,
              Explanation.IT_SUPPORT, 400,
              Explanation.TESTER, 100,
              Explanation.TAKEN_OVER, 300),
          "Who else uses it: a VPN that several colleagues use, a relay that a phone "
              + "switches on by itself and the company's own gateway say nothing.",
          "Ask IT whether this VPN was approved; if not, ask the worker, as one would ask "
              + "anybody, which VPN they use and what for.",
          5,
          List.of("T1090.003", "T1665"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    boolean stated = false;
    TreeMap<String, Trail> trails = new TreeMap<>();
    for (Use address : view.addresses()) {
      for (int i = 0; i < address.size(); i++) {
        Network network = address.network(i);
        if (network == null) {
          continue;
        }
        stated = true;
        if (network.egressClass().hides() && address.awakeBins(i) > 0) {
          trails
              .computeIfAbsent(key(network), k -> new Trail())
              .add(address.day(i), address.id(), network);
        }
      }
    }
    if (!stated) {
      return Outcome.kept(CARD, "no record says what network an address belongs to");
    }
    List<Evidence> evidence = new ArrayList<>();
    trails.forEach((key, trail) -> tell(view, range, key, trail, evidence));
    return new Outcome.Spoke(evidence);
  }

  /**
   * One trail for each operator that our lists name, and one for each class of the others: a VPN
   * that is in no list rents from many landlords.
   */
  private static String key(Network network) {
    return network.egressClass().slug() + ":" + (network.name() == null ? "" : network.operator());
  }

  /** The days on which one operator's network was used, and through which addresses. */
  private static final class Trail {
    final TreeMap<Integer, TreeSet<Long>> days = new TreeMap<>();
    final TreeMap<Integer, Network> networks = new TreeMap<>();

    void add(int day, long egress, Network network) {
      days.computeIfAbsent(day, d -> new TreeSet<>()).add(egress);
      networks.merge(day, network, (a, b) -> text(a).compareTo(text(b)) <= 0 ? a : b);
    }

    private static String text(Network network) {
      return String.valueOf(network.statement().text());
    }
  }

  private static void tell(
      View view, Days range, String key, Trail trail, List<Evidence> evidence) {
    Episode episode = null;
    int begun = 0;
    int weighed = 0;
    int revised = 0;
    int before = Integer.MIN_VALUE / 2;
    for (int day : trail.days.keySet()) {
      if (day - before >= WINDOW) {
        episode = null;
        begun = day;
      }
      before = day;
      int from = Math.max(begun, day - WINDOW + 1);
      if (trail.days.subMap(from, true, day, true).size() < DAYS) {
        continue;
      }
      Grade grade = grade(view, trail, begun, from, day);
      if (episode == null) {
        if (grade.millinats == 0) {
          continue;
        }
        episode = new Episode(CARD, view.person(), Episode.of("operator", Hash.of(key)), day);
        weighed = -1;
      }
      if (grade.millinats != weighed || day - revised >= WEEK) {
        weighed = grade.millinats;
        revised = day;
        if (range.contains(day)) {
          evidence.add(revision(view, episode, trail, begun, day, grade));
        }
      }
    }
  }

  /**
   * How it weighs on a day, and in which words.
   *
   * @param millinats at most about 1000 for a VPN or data centre, 1500 for a residential proxy that
   *     a list names, 2000 for one that changes (detection.md 1.9); steps between are judgement, so
   *     is 1000 for a home line that only a record's flag calls a proxy
   */
  private record Grade(int millinats, boolean alone, String words) {}

  private static Grade grade(View view, Trail trail, int begun, int from, int day) {
    Map<Integer, TreeSet<Long>> days = trail.days.subMap(from, true, day, true);
    Network network = trail.networks.floorEntry(day).getValue();
    int company = view.around().people(day);
    int fashion = Math.max(FASHION, company / FASHION_SHARE);
    int colleagues = colleagues(view, trail, day, fashion);
    if (colleagues >= fashion) {
      return new Grade(0, false, "so many colleagues used it that it is the company's way");
    }
    boolean alone = colleagues == 0 && company >= COMPANY;
    boolean steady =
        view.activeDays(view.firstDay(), begun - 1) <= SETTLING_DAYS
            && 2 * days.size() >= view.activeDays(from, day);
    TreeSet<Long> addresses = new TreeSet<>();
    days.values().forEach(addresses::addAll);
    boolean rotating = days.size() >= ROTATING_DAYS && 5 * addresses.size() >= 4 * days.size();
    boolean several = colleagues >= SEVERAL;
    int weight =
        switch (network.egressClass()) {
          case RESIDENTIAL_PROXY ->
              network.name() == null && steady && addresses.size() <= FEW_ADDRESSES
                  ? 300
                  : rotating ? 2000 : network.name() == null ? 1000 : 1500;
          case HOSTING ->
              steady ? (alone ? 400 : several ? 0 : 200) : alone ? 800 : several ? 300 : 500;
          case COMMERCIAL_VPN -> vpn(alone, several, steady, rotating);
          case HOME, OFFICE, CORP_VPN, RELAY, MOBILE, UNKNOWN -> 0;
        };
    return new Grade(
        weight,
        alone,
        (alone ? "nobody else in the company used it" : others(colleagues))
            + (steady ? ", and it was used from the first day on record" : "")
            + (rotating ? ", with another address almost every day" : ""));
  }

  private static String others(int colleagues) {
    return colleagues == 1 ? "one colleague used it too" : colleagues + " colleagues used it too";
  }

  /** Another exit every day is what brands with many servers do by themselves. */
  private static int vpn(boolean alone, boolean several, boolean steady, boolean rotating) {
    if (steady) {
      return alone ? 250 : 0;
    }
    int weight = alone ? 900 : several ? 150 : 350;
    return rotating ? weight + 100 : weight;
  }

  /**
   * How many other people had the same networks within 28 days. A proxy sits in a network that has
   * honest customers too, so there the addresses are compared.
   */
  private static int colleagues(View view, Trail trail, int day, int enough) {
    Set<Thing> things = new TreeSet<>();
    Map<Integer, Network> networks = trail.networks.subMap(day - WINDOW + 1, true, day, true);
    networks.forEach(
        (on, network) -> {
          Thing thing = Thing.network(network.statement());
          if (network.egressClass() == EgressClass.RESIDENTIAL_PROXY) {
            for (long id : trail.days.getOrDefault(on, new TreeSet<>())) {
              things.add(new Thing(Thing.Sort.EGRESS, id));
            }
          } else if (thing != null) {
            things.add(thing);
          }
        });
    return view.colleagues(things, day, enough);
  }

  private static Evidence revision(
      View view, Episode episode, Trail trail, int begun, int day, Grade grade) {
    Network network = trail.networks.floorEntry(day).getValue();
    Set<Long> addresses = new TreeSet<>();
    trail.days.subMap(begun, true, day, true).values().forEach(addresses::addAll);
    Act.Which through =
        (on, i) -> on.who(i) != Prior.AUTOMATED && addresses.contains(view.line(on, i));
    long from = begun * 86_400L;
    long to = day * 86_400L + 86_399;
    Act first = view.first(from, to, through);
    Act last = view.last(from, to, through);
    Act crossed = view.first(episode.crossed() * 86_400L, to, through);
    List<Citation> cited = new ArrayList<>();
    cite(cited, first);
    cite(cited, crossed);
    cite(cited, view.first(day * 86_400L, to, through));
    cite(cited, last);
    int days = trail.days.subMap(begun, true, day, true).size();
    boolean clean = view.activeDays(begun - 2 * WINDOW, begun - 1) >= CLEAN_DAYS;
    return episode.revision(
        day,
        first == null ? from : first.at(),
        last == null ? to : last.at(),
        new Episode.Weighed(
            grade.millinats,
            Math.min(SD, grade.millinats),
            grade.alone ? Map.of(Explanation.PRIVACY_VPN, 400) : null),
        clean ? Direction.POSSIBLE_VICTIM : Direction.SUBJECT,
        "On "
            + Words.count(days, "day")
            + " since "
            + Words.day(begun)
            + ", acts came from "
            + network.words()
            + "; "
            + grade.words
            + ".",
        cited);
  }

  private static void cite(List<Citation> cited, @Nullable Act act) {
    if (act != null) {
      cited.add(act.cite());
    }
  }
}
