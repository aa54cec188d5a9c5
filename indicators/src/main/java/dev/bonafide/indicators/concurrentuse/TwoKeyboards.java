package dev.bonafide.indicators.concurrentuse;

import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.logbook.Bits;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Local input on two computers in the same five minutes. Many desks have two computers, so it
 * weighs little; where records show both on one line it says nothing.
 */
final class TwoKeyboards {
  /** Judgement: an honest second computer explains nearly all of it. */
  private static final Joint.Terms TERMS =
      new Joint.Terms(
          "two-keyboards",
          6,
          3,
          20,
          8,
          null,
          new Episode.Weighed(600, 400, shares()),
          new Episode.Weighed(800, 400, shares()),
          "Two computers were unlocked or signed in to by local input at the same time");

  private TwoKeyboards() {}

  private static Map<Explanation, Integer> shares() {
    return Map.of(Explanation.SECOND_DEVICE, 100, Explanation.DEVICE_REPLACED, 100);
  }

  static void tell(View view, Days range, List<Evidence> evidence) {
    List<Use> devices = view.devices();
    Joint joint = new Joint();
    for (int a = 0; a < devices.size(); a++) {
      for (int b = a + 1; b < devices.size(); b++) {
        Use one = devices.get(a);
        Use other = devices.get(b);
        for (int i = 0; i < one.size(); i++) {
          int j = other.indexOf(one.day(i));
          if (j >= 0 && !Bits.isEmpty(Bits.and(one.human(i), other.human(j)))) {
            confirm(view, one.day(i), one.id(), other.id(), joint);
          }
        }
      }
    }
    joint.tell(view, range, TERMS, evidence);
  }

  private static void confirm(View view, int day, long a, long b, Joint joint) {
    List<Act> here = new ArrayList<>();
    List<Act> there = new ArrayList<>();
    for (AccountDay on : view.on(day)) {
      for (int i = 0; i < on.size(); i++) {
        Kind kind = on.page().kind(i);
        if (on.human(i) && (kind == Kind.DEVICE_UNLOCK || kind == Kind.DEVICE_LOGON)) {
          long device = view.device(on, i);
          if (device == a || device == b) {
            (device == a ? here : there).add(new Act(on, i));
          }
        }
      }
    }
    if (here.isEmpty() || there.isEmpty() || oneLine(view, day, a, b)) {
      return;
    }
    long[] bins = Bits.and(bins(here), bins(there));
    List<Act> acts = new ArrayList<>();
    for (Act act : here) {
      keep(act, bins, acts);
    }
    for (Act act : there) {
      keep(act, bins, acts);
    }
    if (!acts.isEmpty()) {
      joint.add(day, bins, bins, acts);
    }
  }

  private static void keep(Act act, long[] bins, List<Act> acts) {
    if (Bits.get(bins, Bits.bin(act.on().page().second(act.i())))) {
      acts.add(act);
    }
  }

  private static long[] bins(List<Act> acts) {
    long[] bits = Bits.empty();
    for (Act act : acts) {
      int bin = Bits.bin(act.on().page().second(act.i()));
      bits[bin >>> 6] |= 1L << bin;
    }
    return bits;
  }

  /** Whether both computers came from one address on that day: they stand on one desk. */
  private static boolean oneLine(View view, int day, long a, long b) {
    List<Long> ofOne = new ArrayList<>();
    List<Long> ofOther = new ArrayList<>();
    for (AccountDay on : view.on(day)) {
      for (int i = 0; i < on.size(); i++) {
        long egress = view.line(on, i);
        if (egress != Term.NONE) {
          long device = view.device(on, i);
          if (device == a) {
            ofOne.add(egress);
          } else if (device == b) {
            ofOther.add(egress);
          }
        }
      }
    }
    ofOne.retainAll(ofOther);
    return !ofOne.isEmpty();
  }
}
