package dev.bonafide.indicators.resetelsewhere;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Facet;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The worker's own password or factors are changed from a computer and a network on which the
 * account was never seen before, and which is not where the worker claims to be: how an account
 * passes into other hands. The worker may well be the victim.
 */
@AutoService(Indicator.class)
public final class ResetElsewhere implements Indicator {
  /** Days of work before, without which nothing is known of usual computers and networks. */
  private static final int DAYS_BEFORE = 5;

  private static final int BEFORE = 56;

  /** Days within which a change of pay, contact or forwarding belongs to it. */
  private static final int AFTERWARDS = 14;

  /**
   * Judgement, under the cap of 4000 for hands at the keyboard: rare, and travellers lose phones.
   */
  private static final int WEIGHT = 2000;

  private static final int WITH_PAY = 3000;

  /**
   * Near home, where people move, borrow and buy computers: only when password and factors change
   * together, and more when the usual computer goes on, so that nothing was replaced.
   */
  private static final int NEAR = 900;

  private static final int NEAR_BESIDE = 1600;
  private static final int NEAR_WITH_PAY = 2200;

  /** Days of use within two weeks that make a computer a usual one. */
  private static final int USUAL = 3;

  private static final int SD = 800;

  private static final Set<Kind> RESETS =
      EnumSet.of(Kind.PASSWORD_RESET, Kind.FACTOR_ENROLLED, Kind.FACTOR_REMOVED);

  private static final Set<Kind> GAINS =
      EnumSet.of(Kind.PAYROLL_CHANGED, Kind.CONTACT_CHANGED, Kind.FORWARDING_RULE);

  private static final Card CARD =
      new Card(
          "reset-elsewhere",
          "Own password or factors changed by an unknown computer",
          "The worker's own password is changed, or a second factor removed or enrolled, from a "
              + "computer and a network on which the account was never seen before; the network "
              + "is a VPN, a data centre or a proxy, or lies far from the claimed place; or, from an "
              + "unknown computer on an unknown line near it, password and factors at once. It weighs "
              + "more when pay, contact or forwarding change within two weeks, and near home when the "
              + "usual computer goes on.",
          "So an account passes into other hands: Microsoft (9 October 2025) describes attackers who "
              + "enrol their own factor and then change where the pay goes, and the advisory "
              + "AA23-320A of CISA and FBI (updated July 2025) help desks that were talked into "
              + "resets. The worker is the likely victim.",
          Card.Stage.WORK,
          Cause.OPERATOR,
          false,
          RESETS,
          List.of(),
          BEFORE,
          0,
          45,
          Map.of(
              Explanation.DEVICE_REPLACED, 400,
              Explanation.TRAVELLER, 400,
              Explanation.PRIVACY_VPN, 500,
              Explanation.IT_SUPPORT, 600,
              Explanation.TESTER, 200,
              Explanation.TAKEN_OVER, 100),
          "The computer: the same change from the usual computer, or from home, says nothing.",
          "Call the worker, on the number in the HR record, and ask whether they changed it; if not, "
              + "close the sessions and undo what was changed since.",
          10,
          List.of("T1098.005", "T1556.006"));

  @Override
  public Card card() {
    return CARD;
  }

  /**
   * Resets of one day.
   *
   * @param near whether all come from lines near the claimed place, or of which nobody knows it
   * @param beside the first later day on which a usual computer went on; never for none
   */
  private record Resets(List<Act> acts, boolean near, int beside) {}

  private static final int NEVER = Integer.MAX_VALUE;

  @Override
  public Outcome evaluate(View view, Days range) {
    TreeMap<Integer, List<Act>> acts = new TreeMap<>();
    for (AccountDay on : view.days()) {
      if (any(on, RESETS)) {
        for (int i = 0; i < on.size(); i++) {
          if (RESETS.contains(on.page().kind(i)) && !view.forAnother(on, i)) {
            acts.computeIfAbsent(on.day(), d -> new ArrayList<>()).add(new Act(on, i));
          }
        }
      }
    }
    TreeMap<Integer, Resets> resets = new TreeMap<>();
    acts.forEach(
        (day, ofDay) -> {
          Resets found = resets(view, day, ofDay);
          if (found != null) {
            resets.put(day, found);
          }
        });
    List<Evidence> evidence = new ArrayList<>();
    if (!resets.isEmpty()) {
      tell(view, range, resets, evidence);
    }
    return new Outcome.Spoke(evidence);
  }

  private static @Nullable Resets resets(View view, int day, List<Act> acts) {
    List<Act> far =
        acts.stream().filter(act -> elsewhere(view, act) && !known(view, act, true)).toList();
    if (!far.isEmpty()) {
      return new Resets(far, false, NEVER);
    }
    List<Act> near =
        acts.stream().filter(act -> line(view, act) && !known(view, act, false)).toList();
    boolean both =
        near.stream().anyMatch(ResetElsewhere::ofPassword)
            && !near.stream().allMatch(ResetElsewhere::ofPassword);
    return both ? new Resets(near, true, beside(view, day)) : null;
  }

  private static boolean ofPassword(Act act) {
    return act.on().page().kind(act.i()) == Kind.PASSWORD_RESET;
  }

  /** The first day within two weeks on which a computer goes on that was in use before. */
  private static int beside(View view, int day) {
    int first = NEVER;
    for (Use computer : view.devices()) {
      int before = 0;
      for (int i = 0; i < computer.size(); i++) {
        int on = computer.day(i);
        if (on < day && on >= day - AFTERWARDS) {
          before++;
        } else if (on > day
            && on <= day + AFTERWARDS
            && before >= USUAL
            && computer.humanBins(i) > 0) {
          first = Math.min(first, on);
        }
      }
    }
    return first;
  }

  private static boolean any(AccountDay on, Set<Kind> kinds) {
    return !Collections.disjoint(on.page().kinds(), kinds);
  }

  /** Whether the network hides its place, or is a fixed line far from the claimed one. */
  private static boolean elsewhere(View view, Act act) {
    Network network = view.network(act.on(), act.i());
    return network != null && view.elsewhere(network, act.on().day());
  }

  /** Whether it is a computer on a fixed line, and not on one that colleagues use too. */
  private static boolean line(View view, Act act) {
    Network network = view.network(act.on(), act.i());
    long egress = act.on().page().id(act.i(), Facet.EGRESS);
    if (network == null
        || Knowledge.inside(egress)
        || view.around().shared(new Thing(Thing.Sort.EGRESS, egress))
        || view.handheld(act.on().page().id(act.i(), Facet.FINGERPRINT))) {
      return false;
    }
    return switch (view.egressClass(network, act.on().day())) {
      case HOME, UNKNOWN, RESIDENTIAL_PROXY -> true;
      case OFFICE, CORP_VPN, RELAY, MOBILE, COMMERCIAL_VPN, HOSTING -> false;
    };
  }

  /**
   * Whether the computer or the network was seen on an earlier day, or too few days were seen to
   * know. Where no record names the computer, the client's description stands for it. Near home the
   * operator of the line proves nothing: whole cities have one.
   */
  private static boolean known(View view, Act reset, boolean byOperator) {
    int day = reset.on().day();
    if (view.activeDays(day - BEFORE, day - 1) < DAYS_BEFORE) {
      return true;
    }
    long device = view.device(reset.on(), reset.i());
    long client = reset.on().page().id(reset.i(), Facet.FINGERPRINT);
    long egress = view.line(reset.on(), reset.i());
    Network network = view.network(reset.on(), reset.i());
    String operator = network == null ? "" : network.operator();
    if (device == Term.NONE && client == Term.NONE) {
      return true;
    }
    for (AccountDay on : view.days()) {
      if (on.day() >= day) {
        break;
      }
      for (int i = 0; i < on.size(); i++) {
        boolean same =
            device != Term.NONE
                ? view.device(on, i) == device
                : on.page().id(i, Facet.FINGERPRINT) == client;
        if (same || view.line(on, i) == egress) {
          return true;
        }
        Network before = byOperator ? view.network(on, i) : null;
        if (before != null && !operator.isEmpty() && before.operator().equals(operator)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void tell(
      View view, Days range, NavigableMap<Integer, Resets> resets, List<Evidence> evidence) {
    TreeMap<Integer, Act> gains = new TreeMap<>();
    for (AccountDay on : view.days()) {
      boolean any = any(on, GAINS);
      for (int i = 0; any && i < on.size(); i++) {
        if (GAINS.contains(on.page().kind(i))) {
          gains.putIfAbsent(on.day(), new Act(on, i));
        }
      }
    }
    Course course = new Course(CARD, view.person(), "", AFTERWARDS + 1);
    for (int day : days(resets, gains)) {
      Map.Entry<Integer, Resets> last = resets.floorEntry(day);
      if (last == null || day - last.getKey() > AFTERWARDS) {
        continue;
      }
      int reset = last.getKey();
      Resets resetThen = last.getValue();
      Map.Entry<Integer, Act> gain = gains.floorEntry(day);
      boolean pay = gain != null && gain.getKey() >= reset;
      boolean beside = resetThen.beside <= day;
      int weight = weight(resetThen.near, beside, pay);
      Episode episode = course.step(day, weight);
      if (episode == null || !range.contains(day)) {
        continue;
      }
      List<Act> acts = resetThen.acts;
      Act first = acts.stream().min(Act.ORDER).orElseThrow();
      Act end = acts.stream().max(Act.ORDER).orElseThrow();
      List<Citation> cited = new ArrayList<>(List.of(first.cite(), end.cite()));
      if (pay) {
        end = gain.getValue();
        cited.add(end.cite());
      }
      Network network = view.network(first.on(), first.i());
      evidence.add(
          episode.revision(
              day,
              first.at(),
              Math.max(first.at(), end.at()),
              new Episode.Weighed(weight, SD),
              Direction.POSSIBLE_VICTIM,
              "On "
                  + Words.day(reset)
                  + (resetThen.near
                      ? " the worker's own password and factors were changed at once"
                      : " the worker's own password or factors were changed")
                  + " from a computer that the account had never used, in "
                  + (network == null ? "a network" : network.words())
                  + " where it had never been"
                  + (beside ? ", while the usual computer went on" : "")
                  + (pay ? "; pay, contact or forwarding changed within two weeks." : "."),
              cited));
    }
  }

  private static int weight(boolean near, boolean beside, boolean pay) {
    if (near) {
      return pay ? NEAR_WITH_PAY : beside ? NEAR_BESIDE : NEAR;
    }
    return pay ? WITH_PAY : WEIGHT;
  }

  private static List<Integer> days(
      NavigableMap<Integer, Resets> resets, NavigableMap<Integer, Act> gains) {
    Set<Integer> days = new TreeSet<>(resets.keySet());
    days.addAll(gains.keySet());
    resets.values().stream().map(Resets::beside).filter(day -> day != NEVER).forEach(days::add);
    return List.copyOf(days);
  }
}
