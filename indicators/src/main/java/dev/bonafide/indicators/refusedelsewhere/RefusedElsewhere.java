package dev.bonafide.indicators.refusedelsewhere;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Earth;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Whereabouts;
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Facet;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in is refused that came from the worker's own computer, on a fixed line in another country
 * or far from the claimed place, where nothing else of the worker was ever seen: for a moment the
 * way that hides the place was not used, and the rule of the house caught it.
 */
@AutoService(Indicator.class)
public final class RefusedElsewhere implements Indicator {
  /** Days on which the computer was used before, or it is not known as the worker's own. */
  private static final int KNOWN_DAYS = 3;

  private static final int BEFORE = 56;

  /** Whoever travels is let in before or after, or seen in the same country within these days. */
  private static final int AROUND = 7;

  /** As far as somebody gets who stays in one place. */
  private static final int NEAR_KM = 200;

  /**
   * Judgement, under the cap of 3500 for place and clock: some travellers forget that they have to
   * ask before they go.
   */
  private static final int ABROAD = 1800;

  private static final int FAR = 1000;

  /** No line at the claimed place was seen lately either: nothing else shows where they are. */
  private static final int HIDDEN_ELSE = 800;

  private static final int SD = 800;

  private static final Card CARD =
      new Card(
          "refused-elsewhere",
          "Refused sign-in from the own computer, elsewhere",
          "A sign-in is refused or fails that came from the computer which the worker uses every "
              + "day, on a fixed line in another country or far from the claimed place; nothing "
              + "else of the worker was seen there within a week. It weighs more where all other "
              + "work comes through exits that hide the place.",
          "LevelBlue (17 March 2026) reports a hire whom one single sign-in gave away, and Sophos a "
              + "developer who worked for months through a VPN that nobody else used, until "
              + "conditional access refused one sign-in from another country. Tools that look at "
              + "successful sign-ins alone do not see it.",
          Card.Stage.WORK,
          Cause.PLACE_CLOCK,
          false,
          Set.of(Kind.SIGN_IN_FAILED, Kind.SIGN_IN_INTERRUPTED),
          List.of("place"),
          BEFORE,
          0,
          60,
          Map.of(
              Explanation.TRAVELLER, 350,
              Explanation.RECORD_ERROR, 400,
              Explanation.TAKEN_OVER, 400,
              Explanation.TESTER, 100),
          "The computer: the same refusal of a computer that the worker never used is somebody who "
              + "tries passwords, and says nothing of the worker.",
          "Ask the worker where they were on that day, as one would ask anybody, and look at the "
              + "place of the lines of the days before.",
          10,
          List.of("T1078", "T1090"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    if (view.claims().stream().noneMatch(Claim.Place.class::isInstance)) {
      return Outcome.kept(CARD, "nothing says where the worker lives: an HR file would");
    }
    List<Evidence> evidence = new ArrayList<>();
    Course course = null;
    for (AccountDay on : view.days()) {
      if (!on.page().kinds().contains(Kind.SIGN_IN_FAILED)
          && !on.page().kinds().contains(Kind.SIGN_IN_INTERRUPTED)) {
        continue;
      }
      for (int i = 0; i < on.size(); i++) {
        Network network = refusedFrom(view, on, i);
        if (network == null) {
          continue;
        }
        if (course == null) {
          course = new Course(CARD, view.person(), "", AROUND);
        }
        boolean abroad = abroad(view, network, on.day());
        boolean hidden = !nearLately(view, on.day());
        int weight = (abroad ? ABROAD : FAR) + (hidden ? HIDDEN_ELSE : 0);
        Episode episode = course.step(on.day(), weight);
        if (episode != null && range.contains(on.day())) {
          evidence.add(revision(episode, new Act(on, i), network, abroad, hidden, weight));
        }
        break;
      }
    }
    return new Outcome.Spoke(evidence);
  }

  /** The network of a refused sign-in that counts; null when it does not. */
  private static @Nullable Network refusedFrom(View view, AccountDay on, int i) {
    Kind kind = on.page().kind(i);
    if (kind != Kind.SIGN_IN_FAILED && kind != Kind.SIGN_IN_INTERRUPTED) {
      return null;
    }
    Network network = view.network(on, i);
    if (network == null
        || !network.egressClass().fixed()
        || view.egressClass(network, on.day()) != network.egressClass()
        || view.whereabouts(network, on.day()) != Whereabouts.FAR
        || !ownComputer(view, on, i)
        || wasThere(view, on, i, network)) {
      return null;
    }
    return network;
  }

  private static boolean ownComputer(View view, AccountDay on, int i) {
    long device = view.device(on, i);
    if (device == Term.NONE) {
      return false;
    }
    for (Use use : view.devices()) {
      if (use.id() == device) {
        int days = 0;
        for (int d = 0; d < use.size() && use.day(d) < on.day(); d++) {
          days += use.day(d) >= on.day() - BEFORE && use.humanBins(d) > 0 ? 1 : 0;
        }
        return days >= KNOWN_DAYS;
      }
    }
    return false;
  }

  /**
   * Whether anything but refusals came from the same network, or from the same country where that
   * is not the claimed one, in the week before and on the day itself.
   */
  private static boolean wasThere(View view, AccountDay on, int i, Network network) {
    long egress = on.page().id(i, Facet.EGRESS);
    for (Use address : view.addresses()) {
      for (int d = 0; d < address.size() && address.day(d) <= on.day(); d++) {
        if (address.day(d) < on.day() - AROUND || address.humanBins(d) == 0) {
          continue;
        }
        Network other = address.network(d);
        if (address.id() == egress || (other != null && together(view, network, other, on.day()))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether somebody at the one network is where the other is: within a journey of an hour or two,
   * or in one country when it is not the claimed one. An exit that hides its place is nowhere.
   */
  private static boolean together(View view, Network refused, Network other, int day) {
    if (!other.egressClass().fixed()) {
      return false;
    }
    if (!refused.placed() || !other.placed()) {
      return !refused.operator().isEmpty() && refused.operator().equals(other.operator());
    }
    String here = refused.statement().country();
    String there = other.statement().country();
    String code = here == null ? null : view.around().knowledge().country(here);
    boolean one =
        code != null && there != null && code.equals(view.around().knowledge().country(there));
    return (one && abroad(view, refused, day)) || Earth.km(refused, other) <= NEAR_KM;
  }

  private static boolean abroad(View view, Network network, int day) {
    Claim.Place place = view.place(day);
    return place != null && Whereabouts.otherCountry(view.around().knowledge(), place, network);
  }

  /** Whether a line near the claimed place was seen within a week. */
  private static boolean nearLately(View view, int day) {
    for (Use address : view.addresses()) {
      for (int d = 0; d < address.size() && address.day(d) <= day; d++) {
        Network network = address.day(d) > day - AROUND ? address.network(d) : null;
        if (network != null
            && view.whereabouts(network, address.day(d)) == Whereabouts.NEAR
            && switch (view.egressClass(network, address.day(d))) {
              case HOME, UNKNOWN, MOBILE, OFFICE -> true;
              default -> false;
            }) {
          return true;
        }
      }
    }
    return false;
  }

  private static Evidence revision(
      Episode episode, Act refused, Network network, boolean abroad, boolean hidden, int weight) {
    int day = refused.on().day();
    return episode.revision(
        day,
        refused.at(),
        refused.at(),
        new Episode.Weighed(weight, SD),
        Direction.SUBJECT,
        "On "
            + Words.day(day)
            + " a sign-in was refused that came from the worker's usual computer, in "
            + network.words()
            + (abroad ? " in another country" : " far from the claimed place")
            + ", where nothing else of the worker was seen"
            + (hidden ? "; lines near the claimed place were not seen that week" : "")
            + ".",
        List.of(refused.cite()));
  }
}
