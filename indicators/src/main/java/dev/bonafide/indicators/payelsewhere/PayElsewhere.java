package dev.bonafide.indicators.payelsewhere;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Crowd;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
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
import org.jspecify.annotations.Nullable;

/**
 * The account to which the pay goes is changed, and what surrounds the change is not this worker's:
 * an address and a network that were never seen of them, a visit from elsewhere in the days before,
 * a new password or factor, a rule that hides mail. Each alone is everyday; two of them are not.
 */
@AutoService(Indicator.class)
public final class PayElsewhere implements Indicator {
  /** Days of work before, without which nothing is known of usual networks. */
  private static final int DAYS_BEFORE = 5;

  private static final int BEFORE = 56;

  /** Days within which a reset, a rule or a visit belongs to the change. */
  private static final int AROUND = 14;

  /** What was first seen within so many days is new. */
  private static final int NEW = 7;

  /** Two changes within two months: most people change their bank once in years. */
  private static final int AGAIN = 60;

  /** Employment this short: there has been no long clean time that somebody could have taken. */
  private static final int JOINED = 90;

  /**
   * Judgement, under the cap of 4000 for hands at the keyboard: a new home, a new telephone and a
   * new bank may come together, seldom from a network elsewhere.
   */
  private static final int TWO_NEARBY = 600;

  private static final int TWO = 1300;
  private static final int THREE = 2200;
  private static final int FOUR = 2800;

  private static final int SD = 600;

  private static final Set<Kind> RESETS =
      EnumSet.of(Kind.PASSWORD_RESET, Kind.FACTOR_ENROLLED, Kind.FACTOR_REMOVED);

  private static final Card CARD =
      new Card(
          "pay-elsewhere",
          "Pay sent elsewhere by somebody who was never seen",
          "The account to which the pay goes is changed, and at least two things about it are new: the "
              + "address comes from a network never seen of this worker, which counts twice when "
              + "it hides its place or lies far away; somebody came in through such a network within two "
              + "weeks; the password or a factor was changed; a rule that hides mail was made; it is "
              + "the second change within two months.",
          "Microsoft (9 October 2025) describes intruders who enrol their own factor, hide the "
              + "notices by a rule in the mailbox and change where the pay goes; Secureworks "
              + "(October 2024) hires who change it again and again. The first are thefts: the worker is the victim.",
          Card.Stage.WORK,
          Cause.OPERATOR,
          false,
          Set.of(
              Kind.PAYROLL_CHANGED,
              Kind.PASSWORD_RESET,
              Kind.FACTOR_ENROLLED,
              Kind.FACTOR_REMOVED,
              Kind.FORWARDING_RULE),
          List.of(),
          BEFORE,
          0,
          60,
          Map.of(
              Explanation.TRAVELLER, 300,
              Explanation.PRIVACY_VPN, 500,
              Explanation.DEVICE_REPLACED, 500,
              Explanation.NEW_JOINER, 400,
              Explanation.RECORD_ERROR, 500,
              Explanation.IT_SUPPORT, 700,
              Explanation.TAKEN_OVER, 100),
          "The network: the same change from the usual line, with nothing else new, says nothing.",
          "Call the worker, on the number in the HR record, and ask whether they changed it; if not, "
              + "hold the next payment, close the sessions and undo what was changed since.",
          10,
          List.of("T1565.001", "T1098.005", "T1564.008"));

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    NavigableMap<Integer, Act> changes = firsts(view, EnumSet.of(Kind.PAYROLL_CHANGED));
    List<Evidence> evidence = new ArrayList<>();
    if (!changes.isEmpty()) {
      NavigableMap<Integer, Act> resets = firsts(view, RESETS);
      NavigableMap<Integer, Act> rules = firsts(view, EnumSet.of(Kind.FORWARDING_RULE));
      Course course = new Course(CARD, view.person(), "", AROUND);
      changes.forEach(
          (day, change) -> {
            if (view.activeDays(day - BEFORE, day - 1) < DAYS_BEFORE) {
              return;
            }
            Signs signs = signs(view, change, changes, resets, rules);
            int weight = signs.weight();
            Episode episode = weight == 0 ? null : course.step(day, weight);
            if (episode != null && range.contains(day)) {
              evidence.add(revision(view, episode, day, change, signs, weight));
            }
          });
    }
    return new Outcome.Spoke(evidence);
  }

  /** By day the first act of the worker's own of these kinds. */
  private static NavigableMap<Integer, Act> firsts(View view, Set<Kind> kinds) {
    TreeMap<Integer, Act> firsts = new TreeMap<>();
    for (AccountDay on : view.days()) {
      boolean any = !Collections.disjoint(on.page().kinds(), kinds);
      for (int i = 0; any && i < on.size(); i++) {
        Kind kind = on.page().kind(i);
        if (kinds.contains(kind) && !(RESETS.contains(kind) && view.forAnother(on, i))) {
          Act act = new Act(on, i);
          firsts.merge(on.day(), act, (a, b) -> Act.ORDER.compare(a, b) <= 0 ? a : b);
        }
      }
    }
    return firsts;
  }

  /** What is new about a change, in words and in acts; and how many points it counts. */
  private static final class Signs {
    final List<String> words = new ArrayList<>();
    final List<Act> acts = new ArrayList<>();
    int points;
    boolean elsewhere;

    void add(int more, String word, @Nullable Act act) {
      points += more;
      words.add(word);
      if (act != null) {
        acts.add(act);
      }
    }

    int weight() {
      if (points < 2) {
        return 0;
      }
      return !elsewhere ? TWO_NEARBY : points == 2 ? TWO : points == 3 ? THREE : FOUR;
    }
  }

  private static Signs signs(
      View view,
      Act change,
      NavigableMap<Integer, Act> changes,
      NavigableMap<Integer, Act> resets,
      NavigableMap<Integer, Act> rules) {
    int day = change.on().day();
    Signs signs = new Signs();
    Network network = view.network(change.on(), change.i());
    long egress = view.line(change.on(), change.i());
    if (network != null && isNew(view, egress, network, day)) {
      boolean elsewhere = view.elsewhere(network, day);
      signs.elsewhere = elsewhere;
      signs.add(
          elsewhere ? 2 : 1,
          elsewhere
              ? "from " + network.words() + " elsewhere, never seen of this worker"
              : "from a network never seen of this worker",
          null);
    }
    Act visit = visit(view, day);
    if (visit != null) {
      signs.elsewhere = true;
      signs.add(1, "after a visit from a network elsewhere, never seen before", visit);
    }
    Act reset = last(resets, day);
    if (reset != null) {
      signs.add(1, "after a change of password or factor", reset);
    }
    Act rule = last(rules, day);
    if (rule != null) {
      signs.add(1, "after a rule that moves mail", rule);
    }
    Integer before = changes.lowerKey(day);
    if (before != null && day - before <= AGAIN) {
      signs.add(1, "for the second time within two months", changes.get(before));
    }
    return signs;
  }

  private static @Nullable Act last(NavigableMap<Integer, Act> acts, int day) {
    Map.Entry<Integer, Act> last = acts.floorEntry(day);
    return last == null || day - last.getKey() > AROUND ? null : last.getValue();
  }

  /**
   * Whether neither the address nor its operator was seen of the worker a week before, no computer
   * that is not new was there since, and nobody else in the company used the address: HR changes
   * rows from its own desks.
   */
  private static boolean isNew(View view, long egress, Network network, int day) {
    if (egress == Term.NONE) {
      return false;
    }
    Thing thing = new Thing(Thing.Sort.EGRESS, egress);
    if (view.around().shared(thing)) {
      for (int on = day; on > day - AROUND; on--) {
        Crowd crowd = view.crowd(thing, on);
        if (crowd.people() > 1 || !crowd.present().stream().allMatch(view.person()::equals)) {
          return false;
        }
      }
    }
    for (Use address : view.addresses()) {
      if (address.id() == egress && usualComputer(view, address, day)) {
        return false;
      }
      if (address.day(0) <= day - NEW) {
        if (address.id() == egress) {
          return false;
        }
        for (int i = 0; i < address.size() && address.day(i) <= day - NEW; i++) {
          Network known = address.network(i);
          if (known != null
              && !network.operator().isEmpty()
              && known.operator().equals(network.operator())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Whether a computer that is not new was at an address within two weeks: its owner travels. */
  private static boolean usualComputer(View view, Use address, int day) {
    Act usual =
        view.first(
            (day - AROUND) * 86_400L,
            day * 86_400L + 86_399,
            (on, i) -> {
              long device = view.device(on, i);
              if (view.line(on, i) != address.id() || device == Term.NONE) {
                return false;
              }
              for (Use known : view.devices()) {
                if (known.id() == device) {
                  return known.day(0) <= on.day() - NEW;
                }
              }
              return false;
            });
    return usual != null;
  }

  /**
   * The first act within two weeks that needed a hand, from an address elsewhere that was never
   * seen before; null when there is none. The address of the change itself counts when somebody
   * signed in from it.
   */
  private static @Nullable Act visit(View view, int day) {
    Act first = null;
    for (Use address : view.addresses()) {
      int began = address.day(0);
      if (began > day || began < day - AROUND) {
        continue;
      }
      Network network = address.network(0);
      if (network == null
          || !isNew(view, address.id(), network, began)
          || !view.elsewhere(network, began)) {
        continue;
      }
      Act act =
          view.first(
              began * 86_400L,
              day * 86_400L + 86_399,
              (on, i) ->
                  on.human(i)
                      && on.page().kind(i) != Kind.PAYROLL_CHANGED
                      && view.line(on, i) == address.id());
      if (act != null && (first == null || Act.ORDER.compare(act, first) < 0)) {
        first = act;
      }
    }
    return first;
  }

  private static Evidence revision(
      View view, Episode episode, int day, Act change, Signs signs, int weight) {
    List<Citation> cited = new ArrayList<>();
    Act first = change;
    Act end = change;
    for (Act act : signs.acts) {
      cited.add(act.cite());
      first = Act.ORDER.compare(act, first) < 0 ? act : first;
      end = Act.ORDER.compare(act, end) > 0 ? act : end;
    }
    cited.add(change.cite());
    return episode.revision(
        day,
        first.at(),
        end.at(),
        new Episode.Weighed(weight, Math.min(SD, weight)),
        joined(view, day) ? Direction.SUBJECT : Direction.POSSIBLE_VICTIM,
        "On "
            + Words.day(day)
            + " the account to which the pay goes was changed"
            + (signs.words.isEmpty() ? "" : ", " + String.join(", ", signs.words))
            + ".",
        cited);
  }

  private static boolean joined(View view, int day) {
    for (Claim.Employment job : view.employment()) {
      if (job.fromDay() <= day && job.fromDay() > day - JOINED) {
        return true;
      }
    }
    return false;
  }
}
