package dev.bonafide.indicators.farfromclaim;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Earth;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Whereabouts;
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Bits;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * For weeks nothing of a person comes from where they claim to be: their lines lie far away, or
 * every act comes out of a VPN, a data centre or a proxy, so that the claimed place is never seen.
 */
@AutoService(Indicator.class)
public final class FarFromClaim implements Indicator {
  private static final int WINDOW = 28;
  private static final int WEEK = 7;

  /** Days with a known whereabouts: fewer are a trip. Judgement. */
  private static final int DAYS = 8;

  /** From the first to the last of them: two weeks away are a holiday. Judgement. */
  private static final int SPAN = 12;

  /** A shorter look back, for what began lately; then longer than two weeks away. Judgement. */
  private static final int LATELY = 18;

  private static final int LATELY_SPAN = 15;

  /**
   * The place of one line is wrong for as long as the line is (5 % show a wrong city, 1 % a wrong
   * country, detection.md 4.2), and addresses of one provider stand in one range with one error:
   * only two providers agree by themselves.
   */
  private static final int PROVIDERS = 2;

  /**
   * What the place of one provider's lines alone leaves of the weight: one in so many. Judgement.
   */
  private static final int ONE_PROVIDER = 3;

  /** Of ten days, those that must be far or hidden, and those that may be near. */
  private static final int MOST = 8;

  private static final int FEW = 1;

  /** Who moves on like a body, from place to place, travels: a third of the weight. Judgement. */
  private static final int TRAVELS = 3;

  /** Days in one place, on average, before a body moves on. Judgement. */
  private static final int STAY = 3;

  /** Places closer than this are one stay. */
  private static final int STAY_KM = 200;

  /** Slips that place somebody who is hidden else. */
  private static final int SLIPS = 2;

  /**
   * Judgement, under the cap of 3500 for place and clock: an undeclared move or a long stay is
   * common (5 % work from elsewhere for a while), so it is one cause and never two.
   */
  private static final int FAR = 1500;

  private static final int ABROAD = 2000;

  /** Whoever uses a private VPN at every moment is never seen at home either. */
  private static final int HIDDEN = 900;

  private static final int SD = 700;

  private static final Card CARD =
      new Card(
          "far-from-claim",
          "Never seen where the worker claims to be",
          "Over two weeks and more, the lines from which the worker's accounts act lie hundreds of "
              + "kilometres from the claimed city, or all acts come through VPNs, data centres or "
              + "proxies, and none from the claimed place. Places are those that the records state.",
          "In the case that Mandiant published in May 2025 two laptops stood in a state that "
              + "neither worker had claimed; the advisory of the US State Department, Treasury and "
              + "FBI of 16 May 2022 names work from other places than stated, hidden behind VPNs. "
              + "An undeclared move looks the same: it is a question, and often one for HR.",
          Card.Stage.WORK,
          Cause.PLACE_CLOCK,
          false,
          Set.of(
              Kind.SIGN_IN,
              Kind.APP_SIGN_IN,
              Kind.SIGN_IN_SILENT,
              Kind.VPN_SESSION,
              Kind.FACTOR_USED,
              Kind.MESSAGE,
              Kind.MEETING),
          List.of("place"),
          27,
          0,
          45,
          Map.of(
              Explanation.TRAVELLER, 300,
              Explanation.PRIVACY_VPN, 800,
              Explanation.RECORD_ERROR, 400,
              Explanation.ALWAYS_ON, 600,
              Explanation.CO_WORKING, 600,
              Explanation.TAKEN_OVER, 300,
              Explanation.TESTER, 200),
          "The place of the line: the same days from a line in the claimed city, or in its "
              + "surroundings, say nothing.",
          "Ask HR whether the worker has told of a move or a long stay; if not, ask the worker "
              + "where they work from these weeks, as one would ask anybody.",
          10,
          List.of("T1078", "T1090"));

  /** Where the acts of one day came from. */
  private enum Seen {
    NEAR,
    FAR,
    ABROAD,
    /** In a hotel or shared office: a traveller, who hides nothing. */
    SHOWN,
    HIDDEN
  }

  /** How it weighs and in which words. */
  private record Grade(int millinats, boolean hidden, String words) {}

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    if (view.claims().stream().noneMatch(Claim.Place.class::isInstance)) {
      return Outcome.kept(CARD, "nothing says where the worker lives: an HR file would");
    }
    NavigableMap<Integer, Seen> days = seen(view);
    List<Evidence> evidence = new ArrayList<>();
    Episode episode = null;
    int weighed = 0;
    int revised = 0;
    int before = Integer.MIN_VALUE / 2;
    for (int day : days.keySet()) {
      if (day - before >= WINDOW) {
        episode = null;
      }
      before = day;
      NavigableMap<Integer, Seen> window = days.subMap(day - WINDOW + 1, true, day, true);
      Grade grade = grade(view, window, day, SPAN);
      if (grade == null) {
        window = days.subMap(day - LATELY + 1, true, day, true);
        grade = grade(view, window, day, LATELY_SPAN);
      }
      if (grade == null) {
        if (episode == null || weighed == 0) {
          continue;
        }
        // What was said is taken back: lines near the claimed place are back.
        grade = new Grade(0, false, "By now lines near the claimed place are seen again");
      }
      if (episode == null) {
        episode = new Episode(CARD, view.person(), "", day);
        weighed = -1;
      }
      if (grade.millinats != weighed || day - revised >= WEEK) {
        weighed = grade.millinats;
        revised = day;
        if (range.contains(day)) {
          evidence.add(revision(view, episode, window, day, grade));
        }
      }
    }
    return new Outcome.Spoke(evidence);
  }

  private static NavigableMap<Integer, Seen> seen(View view) {
    TreeMap<Integer, Seen> days = new TreeMap<>();
    for (Use address : view.addresses()) {
      for (int i = 0; i < address.size(); i++) {
        Network network = address.network(i);
        Seen seen = network == null ? null : seen(view, network, address, i);
        if (seen != null) {
          days.merge(address.day(i), seen, (a, b) -> rank(a) <= rank(b) ? a : b);
        }
      }
    }
    return days;
  }

  /** A line near the claim outweighs all, one far away outweighs an exit that hides the place. */
  private static int rank(Seen seen) {
    return switch (seen) {
      case NEAR -> 0;
      case ABROAD -> 1;
      case FAR -> 2;
      case SHOWN -> 3;
      case HIDDEN -> 4;
    };
  }

  private static @Nullable Seen seen(View view, Network network, Use address, int i) {
    int day = address.day(i);
    EgressClass egressClass = view.egressClass(network, day);
    return switch (egressClass) {
      case HOME, UNKNOWN ->
          switch (view.whereabouts(address, i)) {
            case NEAR -> Seen.NEAR;
            case FAR -> abroad(view, network, day) ? Seen.ABROAD : Seen.FAR;
            case UNKNOWN -> null;
          };
      // A carrier's place is unreliable, but never in the claimed city by mistake for weeks.
      // A relay keeps the region of its user.
      case MOBILE, RELAY -> view.whereabouts(address, i) == Whereabouts.NEAR ? Seen.NEAR : null;
      case OFFICE ->
          view.whereabouts(address, i) == Whereabouts.NEAR
              ? Seen.NEAR
              : network.egressClass() == EgressClass.OFFICE ? Seen.SHOWN : null;
      case COMMERCIAL_VPN, HOSTING, RESIDENTIAL_PROXY ->
          address.awakeBins(i) > 0 && !view.crowded(network, day) ? Seen.HIDDEN : null;
      case CORP_VPN -> null;
    };
  }

  private static boolean abroad(View view, Network network, int day) {
    Claim.Place place = view.place(day);
    return place != null && Whereabouts.otherCountry(view.around().knowledge(), place, network);
  }

  /**
   * Whether lines of two providers agree, so that no single wrong place explains it. One provider
   * may be named in one log and numbered in another: names and numbers are counted apart.
   */
  private static boolean severalLines(View view, int from, int to) {
    Set<String> providers = new HashSet<>();
    Set<String> named = new HashSet<>();
    for (Use address : view.addresses()) {
      for (int i = 0; i < address.size(); i++) {
        Network network =
            address.day(i) >= from && address.day(i) <= to ? address.network(i) : null;
        if (network == null || providers.contains(network.operator())) {
          continue;
        }
        Seen seen = seen(view, network, address, i);
        if (seen == Seen.FAR || seen == Seen.ABROAD) {
          providers.add(network.operator());
          if (network.statement().organisation() != null) {
            named.add(network.operator());
          }
          if (Math.max(named.size(), providers.size() - named.size()) >= PROVIDERS) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Whether the lines move on as a body does: some days in one place, then some in another, never
   * two in turns. Who drives a computer from afar, or has it stand with a helper, stays in one
   * place; exits are anywhere from day to day.
   */
  private static boolean travels(View view, int from, int to) {
    TreeMap<Integer, List<Network>> days = new TreeMap<>();
    for (Use address : view.addresses()) {
      for (int i = 0; i < address.size(); i++) {
        int day = address.day(i);
        Network network = day >= from && day <= to ? address.network(i) : null;
        if (network != null
            && network.egressClass().fixed()
            && view.whereabouts(address, i) == Whereabouts.FAR
            && view.egressClass(network, day) == network.egressClass()) {
          days.computeIfAbsent(day, d -> new ArrayList<>()).add(network);
        }
      }
    }
    int moves = 0;
    Network at = null;
    for (List<Network> seen : days.values()) {
      Network here = at;
      Network next = null;
      for (Network network : seen) {
        if (here == null || !same(here, network)) {
          // On the day of a journey two places are seen.
          if (next != null && !same(next, network)) {
            return false;
          }
          next = network;
        }
      }
      if (next != null) {
        moves += here == null ? 0 : 1;
        at = next;
      }
    }
    return moves > 0 && days.size() >= STAY * moves;
  }

  private static boolean same(Network one, Network other) {
    return (one.placed() && other.placed())
        ? Earth.km(one, other) <= STAY_KM
        : String.valueOf(one.statement().city())
            .equalsIgnoreCase(String.valueOf(other.statement().city()));
  }

  private static @Nullable Grade grade(
      View view, NavigableMap<Integer, Seen> window, int day, int span) {
    int near = 0;
    int far = 0;
    int abroad = 0;
    int shown = 0;
    int hidden = 0;
    for (Seen seen : window.values()) {
      switch (seen) {
        case NEAR -> near++;
        case FAR -> far++;
        case ABROAD -> abroad++;
        case SHOWN -> shown++;
        case HIDDEN -> hidden++;
      }
    }
    int all = near + far + abroad + hidden;
    int first = window.firstKey();
    if (all < DAYS || day - first < span || 10 * near > FEW * all) {
      return null;
    }
    int away = far + abroad;
    if (10 * away >= MOST * all || (near == 0 && away >= SLIPS)) {
      boolean mostlyHidden = hidden > away;
      int weight = 2 * abroad >= away ? ABROAD : FAR;
      boolean travels = !mostlyHidden && travels(view, first, day);
      boolean one = !mostlyHidden && !travels && !severalLines(view, first, day);
      return new Grade(
          travels ? weight / TRAVELS : one ? weight / ONE_PROVIDER : weight,
          false,
          "On "
              + Words.count(away, "day")
              + " work came from fixed lines far from the claimed place"
              + (2 * abroad >= away ? ", in another country" : "")
              + (one ? ", by the place that is stated of one provider's lines" : "")
              + (travels ? ", in one place after the other as travellers are" : "")
              + (mostlyHidden
                  ? ", and on " + Words.count(hidden, "other day") + " through exits that hide it"
                  : ""));
    }
    return near == 0 && away == 0 && 10 * shown <= FEW * all
        ? new Grade(
            HIDDEN,
            true,
            "On "
                + Words.count(hidden, "day")
                + " all work came through VPNs, data centres or proxies, and none from the claimed"
                + " place")
        : null;
  }

  private static Evidence revision(
      View view, Episode episode, NavigableMap<Integer, Seen> window, int day, Grade grade) {
    List<Citation> cited = new ArrayList<>();
    Act first = null;
    Act last = null;
    for (Map.Entry<Integer, Seen> on : window.entrySet()) {
      if (on.getValue() == Seen.NEAR || on.getValue() == Seen.SHOWN) {
        continue;
      }
      Act act = act(view, on.getKey(), on.getValue());
      if (act != null) {
        first = first == null ? act : first;
        last = act;
      }
    }
    if (first != null && last != null) {
      cited.add(first.cite());
      cited.add(last.cite());
    }
    int begun = window.firstKey();
    return episode.revision(
        day,
        first == null ? begun * 86_400L : first.at(),
        last == null ? day * 86_400L + 86_399 : last.at(),
        new Episode.Weighed(
            grade.millinats,
            Math.min(SD, grade.millinats),
            grade.hidden ? Map.of(Explanation.PRIVACY_VPN, 250) : null),
        Direction.SUBJECT,
        grade.words + ", between " + Words.day(begun) + " and " + Words.day(day) + ".",
        cited);
  }

  /** The first act of a day that shows where it came from. */
  private static @Nullable Act act(View view, int day, Seen seen) {
    Act first = null;
    for (Use address : view.addresses()) {
      int i = address.indexOf(day);
      Network network = i < 0 ? null : address.network(i);
      if (network != null
          && seen(view, network, address, i) == seen
          && !Bits.isEmpty(address.all(i))) {
        Act act =
            view.first(
                day * 86_400L,
                day * 86_400L + 86_399,
                (AccountDay on, int j) -> view.line(on, j) == address.id());
        if (act != null && (first == null || Act.ORDER.compare(act, first) < 0)) {
          first = act;
        }
      }
    }
    return first;
  }
}
