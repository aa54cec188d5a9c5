package dev.bonafide.indicators.resetelsewhere;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Facet;
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
              + "is a VPN, a data centre or a proxy, or lies far from the claimed place. It weighs "
              + "more when pay, contact or forwarding change within two weeks.",
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

  @Override
  public Outcome evaluate(View view, Days range) {
    TreeMap<Integer, List<Act>> resets = new TreeMap<>();
    for (AccountDay on : view.days()) {
      if (any(on, RESETS)) {
        for (int i = 0; i < on.size(); i++) {
          if (RESETS.contains(on.page().kind(i))
              && !view.forAnother(on, i)
              && elsewhere(view, on, i)) {
            resets.computeIfAbsent(on.day(), d -> new ArrayList<>()).add(new Act(on, i));
          }
        }
      }
    }
    resets.values().forEach(acts -> acts.removeIf(act -> known(view, act)));
    resets.values().removeIf(List::isEmpty);
    List<Evidence> evidence = new ArrayList<>();
    if (!resets.isEmpty()) {
      tell(view, range, resets, evidence);
    }
    return new Outcome.Spoke(evidence);
  }

  private static boolean any(AccountDay on, Set<Kind> kinds) {
    return !Collections.disjoint(on.page().kinds(), kinds);
  }

  /** Whether the network hides its place, or is a fixed line far from the claimed one. */
  private static boolean elsewhere(View view, AccountDay on, int i) {
    Network network = view.network(on, i);
    if (network == null) {
      return false;
    }
    return view.elsewhere(network, on.day());
  }

  /**
   * Whether the computer or the network was seen on an earlier day, or too few days were seen to
   * know. Where no record names the computer, the client's description stands for it.
   */
  private static boolean known(View view, Act reset) {
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
        Network before = view.network(on, i);
        if (before != null && !operator.isEmpty() && before.operator().equals(operator)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void tell(
      View view, Days range, NavigableMap<Integer, List<Act>> resets, List<Evidence> evidence) {
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
      Map.Entry<Integer, List<Act>> last = resets.floorEntry(day);
      if (last == null || day - last.getKey() > AFTERWARDS) {
        continue;
      }
      int reset = last.getKey();
      Map.Entry<Integer, Act> gain = gains.floorEntry(day);
      boolean pay = gain != null && gain.getKey() >= reset;
      Episode episode = course.step(day, pay ? WITH_PAY : WEIGHT);
      if (episode == null || !range.contains(day)) {
        continue;
      }
      List<Act> acts = last.getValue();
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
              new Episode.Weighed(pay ? WITH_PAY : WEIGHT, SD),
              Direction.POSSIBLE_VICTIM,
              "On "
                  + Words.day(reset)
                  + " the worker's own password or factors were changed from a computer that the"
                  + " account had never used, in "
                  + (network == null ? "a network" : network.words())
                  + " where it had never been"
                  + (pay ? "; pay, contact or forwarding changed within two weeks." : "."),
              cited));
    }
  }

  private static List<Integer> days(
      NavigableMap<Integer, List<Act>> resets, NavigableMap<Integer, Act> gains) {
    Set<Integer> days = new TreeSet<>(resets.keySet());
    days.addAll(gains.keySet());
    return List.copyOf(days);
  }
}
