package dev.bonafide.indicators.concurrentuse;

import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Facet;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Kind.Prior;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Acts that need a hand in the same five minutes from two fixed lines that surely lie more than 50
 * kilometres apart. Two egresses of one machine (a split tunnel) are one place: the computers must
 * be known to differ, and neither may be a phone.
 */
final class Apart {
  /** Kilometres, after what the geography of addresses may be off by. */
  private static final int FAR_KM = 50;

  /** More people than a household on one address in a day: an office or gateway, no fixed place. */
  private static final int HOUSEHOLD = 4;

  /**
   * Judgement, under the cap of 4 nats for operator identity; detection.md 1.7 asks for three bins
   * on two days.
   */
  private static final Joint.Terms TERMS =
      new Joint.Terms(
          "places-apart",
          3,
          2,
          10,
          4,
          new Episode.Weighed(1500, 900, shares(300)),
          new Episode.Weighed(2500, 900, shares(500)),
          new Episode.Weighed(3500, 900, shares(500)),
          "Two computers on fixed lines far apart were used at the same time");

  /**
   * Joint bins of one day from which applications opened through single sign-on count beside acts
   * that surely need a hand. A computer left at home opens one now and then by itself: by chance
   * some 0.5 bins a day.
   */
  private static final int DENSE = 3;

  private Apart() {}

  /**
   * A second or new computer stands on the same desk; what explains two far apart is a remote
   * desktop on the road, or somebody else's hand.
   */
  private static Map<Explanation, Integer> shares(int alwaysOn) {
    return Map.of(
        Explanation.ALWAYS_ON, alwaysOn,
        Explanation.TRAVELLER, 600,
        Explanation.SECOND_DEVICE, 800,
        Explanation.DEVICE_REPLACED, 900);
  }

  static void tell(View view, Days range, List<Evidence> evidence) {
    List<Use> fixed = new ArrayList<>();
    for (Use address : view.addresses()) {
      for (int i = 0; i < address.size(); i++) {
        Network network = address.network(i);
        if (network != null && eligible(network)) {
          fixed.add(address);
          break;
        }
      }
    }
    Joint joint = new Joint();
    for (int a = 0; a < fixed.size(); a++) {
      for (int b = a + 1; b < fixed.size(); b++) {
        compare(view, fixed.get(a), fixed.get(b), joint);
      }
    }
    joint.tell(view, range, TERMS, evidence);
  }

  private static void compare(View view, Use a, Use b, Joint joint) {
    for (int i = 0; i < a.size(); i++) {
      int day = a.day(i);
      int j = b.indexOf(day);
      if (j < 0) {
        continue;
      }
      Network one = a.network(i);
      Network other = b.network(j);
      if (one == null || other == null || !eligible(one) || !eligible(other)) {
        continue;
      }
      long[] bins = Bits.and(a.awake(i), b.awake(j));
      if (!Bits.isEmpty(bins)
          && view.surelyKm(a, i, b, j) > FAR_KM
          && household(view, a.id(), one, day)
          && household(view, b.id(), other, day)) {
        confirm(view, day, a.id(), b.id(), joint);
      }
    }
  }

  /** A fixed line with a place; offices and campuses are where remote desktops stand. */
  private static boolean eligible(Network network) {
    return network.placed()
        && (network.egressClass() == EgressClass.HOME
            || network.egressClass() == EgressClass.UNKNOWN);
  }

  private static boolean household(View view, long egress, Network network, int day) {
    // A gateway may give everybody an address of their own.
    return !(network.egressClass() == EgressClass.UNKNOWN && view.crowded(network, day))
        && view.egressClass(network, day) != EgressClass.OFFICE
        && view.crowd(new Thing(Thing.Sort.EGRESS, egress), day).people() <= HOUSEHOLD;
  }

  /** Looks at the acts of one day: bins count where two computers are known to differ. */
  private static void confirm(View view, int day, long a, long b, Joint joint) {
    List<Act> here = new ArrayList<>();
    List<Act> there = new ArrayList<>();
    for (AccountDay on : view.on(day)) {
      for (int i = 0; i < on.size(); i++) {
        long egress = view.line(on, i);
        if ((egress == a || egress == b)
            && probably(on, i)
            && !view.handheld(on.page().id(i, Facet.FINGERPRINT))) {
          (egress == a ? here : there).add(new Act(on, i));
        }
      }
    }
    long[] sure = Bits.empty();
    long[] probable = Bits.empty();
    List<Act> surely = new ArrayList<>();
    List<Act> probably = new ArrayList<>();
    for (Act one : here) {
      mark(one, beside(view, one, there, true), sure, surely);
      mark(one, beside(view, one, there, false), probable, probably);
    }
    boolean dense = Bits.count(probable) >= DENSE;
    if (dense || !surely.isEmpty()) {
      joint.add(day, sure, dense ? probable : sure, dense ? probably : surely);
    }
  }

  /** A hand, or an application opened through single sign-on, which seldom happens by itself. */
  private static boolean probably(AccountDay on, int i) {
    return on.human(i) || (on.who(i) == Prior.MAYBE && on.page().kind(i) == Kind.APP_SIGN_IN);
  }

  private static void mark(Act one, @Nullable Act other, long[] bins, List<Act> acts) {
    if (other != null) {
      int bin = Bits.bin(one.on().page().second(one.i()));
      bins[bin >>> 6] |= 1L << bin;
      acts.add(one);
      acts.add(other);
    }
  }

  /** An act of the other computer in the same bin; when {@code surely}, both need a hand. */
  private static @Nullable Act beside(View view, Act act, List<Act> others, boolean surely) {
    if (surely && !act.on().human(act.i())) {
      return null;
    }
    int bin = Bits.bin(act.on().page().second(act.i()));
    Act best = null;
    for (Act other : others) {
      if (Bits.bin(other.on().page().second(other.i())) == bin
          && (!surely || other.on().human(other.i()))
          && differ(view, act, other)
          && (best == null || Act.ORDER.compare(other, best) < 0)) {
        best = other;
      }
    }
    return best;
  }

  /** Whether two acts came from two computers: by the directory, else by what the clients say. */
  static boolean differ(View view, Act one, Act other) {
    long device = view.device(one.on(), one.i());
    long otherDevice = view.device(other.on(), other.i());
    if (device != Term.NONE && otherDevice != Term.NONE) {
      return device != otherDevice;
    }
    long client = one.on().page().id(one.i(), Facet.FINGERPRINT);
    long otherClient = other.on().page().id(other.i(), Facet.FINGERPRINT);
    return client != Term.NONE && otherClient != Term.NONE && client != otherClient;
  }
}
