package dev.bonafide.indicators.concurrentuse;

import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.View;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Facet;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Acts that need a hand in the same five minutes on a computer at a fixed line and on another one
 * that comes out of a VPN or proxy, so often that it is no going to and fro: somebody else works
 * beside the person, and hides from where. One desk with two computers does it now and then.
 */
final class Behind {
  /** Joint bins as a share, in percent, of those of the computer that is used less on that day. */
  private static final int SHARE = 25;

  /** Judgement: half of what two fixed lines far apart weigh, as nothing shows a distance. */
  private static final Map<Explanation, Integer> SHARES =
      Map.of(
          Explanation.SECOND_DEVICE, 400,
          Explanation.ALWAYS_ON, 500,
          Explanation.TRAVELLER, 600,
          Explanation.DEVICE_REPLACED, 600);

  private static final Joint.Terms TERMS =
      new Joint.Terms(
          "behind-an-exit",
          8,
          3,
          20,
          6,
          null,
          new Episode.Weighed(1200, 800, SHARES),
          new Episode.Weighed(1800, 800, SHARES),
          "One computer on a fixed line and another behind an exit that hides its place were used at"
              + " the same time");

  /** Fewer bins than this on either side of a day: joint ones are chance. */
  private static final int LEAST = 6;

  private Behind() {}

  static void tell(View view, Days range, List<Evidence> evidence) {
    Joint joint = new Joint();
    int from = 0;
    List<AccountDay> pages = view.days();
    while (from < pages.size()) {
      int to = from;
      while (to < pages.size() && pages.get(to).day() == pages.get(from).day()) {
        to++;
      }
      compare(view, pages.subList(from, to), joint);
      from = to;
    }
    joint.tell(view, range, TERMS, evidence);
  }

  /** What the hands of one computer did on a day. */
  private static final class Hands {
    final long[] bins = Bits.empty();
    final List<Act> acts = new ArrayList<>();

    void add(Act act) {
      int bin = Bits.bin(act.on().page().second(act.i()));
      bins[bin >>> 6] |= 1L << bin;
      acts.add(act);
    }
  }

  private static void compare(View view, List<AccountDay> day, Joint joint) {
    Map<Long, Hands> open = new TreeMap<>();
    Map<Long, Hands> hidden = new TreeMap<>();
    for (AccountDay on : day) {
      for (int i = 0; i < on.size(); i++) {
        Boolean hides = on.human(i) ? hides(view, on, i) : null;
        long computer = hides == null ? Term.NONE : view.device(on, i);
        if (hides != null && computer != Term.NONE) {
          (hides ? hidden : open).computeIfAbsent(computer, c -> new Hands()).add(new Act(on, i));
        }
      }
    }
    if (hidden.isEmpty()) {
      return;
    }
    open.forEach(
        (here, hands) ->
            hidden.forEach(
                (there, others) -> {
                  if (here.longValue() != there.longValue()) {
                    confirm(day.getFirst().day(), hands, others, joint);
                  }
                }));
  }

  /** Whether an act came out of a network that hides its place; null when it counts on no side. */
  private static @Nullable Boolean hides(View view, AccountDay on, int i) {
    Network network = view.network(on, i);
    if (network == null || view.handheld(on.page().id(i, Facet.FINGERPRINT))) {
      return null;
    }
    return switch (network.egressClass()) {
      case HOME -> false;
      case COMMERCIAL_VPN, RESIDENTIAL_PROXY -> view.crowded(network, on.day()) ? null : true;
      // A virtual desktop stands in a data centre, and its user at home: one pair of hands.
      case HOSTING, OFFICE, CORP_VPN, RELAY, MOBILE, UNKNOWN -> null;
    };
  }

  private static void confirm(int day, Hands here, Hands there, Joint joint) {
    long[] bins = Bits.and(here.bins, there.bins);
    int least = Math.min(Bits.count(here.bins), Bits.count(there.bins));
    if (least < LEAST || 100 * Bits.count(bins) < SHARE * least) {
      return;
    }
    List<Act> acts = new ArrayList<>();
    for (Hands hands : List.of(here, there)) {
      for (Act act : hands.acts) {
        if (Bits.get(bins, Bits.bin(act.on().page().second(act.i())))) {
          acts.add(act);
        }
      }
    }
    joint.add(day, bins, bins, acts);
  }
}
