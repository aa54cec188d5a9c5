package dev.bonafide.indicators.rightsforothers;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.Rights;
import dev.bonafide.indicators.View;
import dev.bonafide.logbook.Deed;
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
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who never did it before gives rights to others, or resets their factors and passwords:
 * what administrators do every week, and what a worker does who opens doors for a helper. Rights of
 * an administrator are counted apart, against how often this person gave such rights before: who
 * adds people to groups all day does not make administrators all day. It says what could be lost
 * rather than who sits there, so its cause has a low cap.
 */
@AutoService(Indicator.class)
public final class RightsForOthers implements Indicator {
  private static final int WINDOW = 14;

  /** Days of work without any such act before: else it is this person's job. */
  private static final int DAYS_BEFORE = 10;

  /** The same for rights of an administrator: how improbable they are takes the days in account. */
  private static final int DAYS_BEFORE_HIGH = 5;

  private static final int BEFORE = 56;

  /** Different things done within two weeks. */
  private static final int FEW = 3;

  private static final int MANY = 6;

  /** Somebody who joined within this time gives no rights to others yet, whatever the job. */
  private static final int JOINED = 90;

  private static final int FEW_OF_JOINER = 2;

  /** Different rights of an administrator, or fewer when one receiver gets that many. */
  private static final int FEW_HIGH = 3;

  private static final int STACK = 2;

  /**
   * How improbable so many such rights are for this person, in thousandths of a nat: counts of
   * people are over-dispersed, so with the widest of negative binomials (a geometric one), whose
   * mean is the person's own rate before, with half a right in ten days more.
   */
  private static final int ODD = 3500;

  private static final int VERY_ODD = 5500;

  /** How many of those who are looked for give as many rights in a month. Judgement. */
  private static final double LOOKED_FOR = 0.05;

  /** Different rights that somebody gave to nobody but themselves within two weeks. */
  private static final int FEW_OF_OWN = 2;

  /** Judgement, under the cap of 1500 for rights. */
  private static final int WEIGHT = 600;

  private static final int MORE = 1000;
  private static final int STACKED = 300;

  /** Below that it is nothing to ask about. */
  private static final int LEAST = 200;

  private static final int EARLY = 400;
  private static final int SD = 500;

  private static final Set<Kind> KINDS =
      EnumSet.of(Kind.GRANT, Kind.PASSWORD_RESET, Kind.FACTOR_REMOVED, Kind.FACTOR_ENROLLED);

  private static final Card CARD =
      new Card(
          "rights-for-others",
          "Suddenly gives rights or resets factors for others",
          "Within two weeks three or more different rights given to others, or passwords and factors "
              + "of others reset, or two rights given to oneself, by somebody who did nothing of the kind on "
              + "ten working days and more before and whose department seldom does; or rights of an "
              + "administrator or owner, three, or two to one person, by somebody who gave such rights "
              + "hardly ever before, whatever else they give; or two of them by somebody who joined less "
              + "than three months ago.",
          "DTEX (October 2024) describes workers who ask for the keys to the kingdom and then let "
              + "others in; Sophos (2025) one who grew to an administrator of the cloud in six "
              + "months. A new task in IT looks the same.",
          Card.Stage.PRIVILEGE,
          Cause.PRIVILEGE,
          false,
          Set.copyOf(KINDS),
          List.of(),
          56,
          0,
          60,
          Map.of(
              Explanation.IT_SUPPORT, 200,
              Explanation.NEW_JOINER, 400,
              Explanation.HANDOVER, 400,
              Explanation.AUTOMATION, 400,
              Explanation.TAKEN_OVER, 300),
          "The weeks before: somebody who does this every week says nothing.",
          "Ask the manager whether this became part of the job, and look who received the rights.",
          10,
          List.of("T1098", "T1098.005"));

  @Override
  public Card card() {
    return CARD;
  }

  /** What was done on a day for others, or of rights for oneself. */
  private static final class Done {
    final Set<Long> objects = new HashSet<>();
    final Set<Long> rights = new HashSet<>();
    final List<Act> acts = new ArrayList<>();
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    TreeMap<Integer, Done> days = new TreeMap<>();
    TreeMap<Integer, Done> own = new TreeMap<>();
    for (AccountDay on : view.days()) {
      boolean any = !Collections.disjoint(on.page().kinds(), KINDS);
      for (int i = 0; any && i < on.size(); i++) {
        long object = on.page().id(i, Facet.DETAIL1);
        boolean others = KINDS.contains(on.page().kind(i)) && forOthers(view, on, i, object);
        if (others || (on.page().kind(i) == Kind.GRANT && forOneself(view, on, object))) {
          Done done = (others ? days : own).computeIfAbsent(on.day(), d -> new Done());
          done.objects.add(object);
          if (on.page().kind(i) == Kind.GRANT && Rights.high(text(view, object))) {
            done.rights.add(object);
          }
          done.acts.add(new Act(on, i));
        }
      }
    }
    List<Evidence> evidence = new ArrayList<>();
    tell(view, range, days, false, evidence);
    tell(view, range, own, true, evidence);
    return new Outcome.Spoke(evidence);
  }

  private static void tell(
      View view,
      Days range,
      NavigableMap<Integer, Done> days,
      boolean own,
      List<Evidence> evidence) {
    Course course = new Course(CARD, view.person(), own ? "own" : "", 2 * WINDOW);
    for (int day : days.keySet()) {
      NavigableMap<Integer, Done> window = days.subMap(day - WINDOW + 1, true, day, true);
      Set<Long> objects = new HashSet<>();
      List<Act> acts = new ArrayList<>();
      for (Done done : window.values()) {
        objects.addAll(done.objects);
        acts.addAll(done.acts);
      }
      High high = own ? High.NONE : high(view, days, day);
      int sudden = sudden(view, days, day, own, objects.size());
      int odd = high.weight();
      int early = joined(view, day) && high.rights >= FEW_OF_JOINER ? EARLY : 0;
      int weight = Math.max(sudden, Math.max(odd, early));
      if (weight == 0) {
        continue;
      }
      Episode episode = course.step(day, weight);
      if (episode != null && range.contains(day)) {
        acts.sort(Act.ORDER);
        String fact =
            weight == sudden
                ? objects.size()
                    + (own
                        ? " rights given to nobody but oneself within two weeks"
                        : " rights, factors or passwords"
                            + " of others given or reset within two weeks")
                    + ", and none in the weeks before."
                : high.rights
                    + " rights of an administrator or owner given within two weeks"
                    + (high.stack >= STACK ? ", " + high.stack + " of them to one receiver" : "")
                    + (weight == odd
                        ? "; in the weeks before it was " + high.before + "."
                        : ", less than three months after joining.");
        evidence.add(
            episode.revision(
                day,
                acts.getFirst().at(),
                acts.getLast().at(),
                new Episode.Weighed(
                    weight, SD, weight == odd ? Map.of(Explanation.NEW_JOINER, 900) : null),
                Direction.SUBJECT,
                fact,
                List.of(acts.getFirst().cite(), acts.getLast().cite())));
      }
    }
  }

  /** What it weighs that somebody does such things who did nothing of the kind before. */
  private static int sudden(
      View view, NavigableMap<Integer, Done> days, int day, boolean own, int objects) {
    int first = days.subMap(day - WINDOW + 1, true, day, true).firstKey();
    if (objects < (own ? FEW_OF_OWN : FEW)
        || !days.subMap(first - BEFORE, true, first, false).isEmpty()
        || view.activeDays(first - BEFORE, first - 1) < DAYS_BEFORE) {
      return 0;
    }
    int weight = objects >= MANY ? MORE : WEIGHT;
    if (own) {
      return weight;
    }
    // Where a whole department gives rights, somebody new among them begins one day.
    double bound = 1000 * StrictMath.log(LOOKED_FOR / view.habit(Deed.RIGHTS, 0, FEW_HIGH, day));
    return bound < LEAST ? 0 : (int) Math.min(weight, bound);
  }

  /**
   * Rights of an administrator or owner within two weeks.
   *
   * @param stack most of them to one receiver
   * @param before how many in the weeks before
   * @param surprise in thousandths of a nat
   */
  private record High(int rights, int stack, int before, double surprise) {
    static final High NONE = new High(0, 0, 0, 0);

    int weight() {
      if (surprise < ODD || (rights < FEW_HIGH && stack < STACK)) {
        return 0;
      }
      return (surprise >= VERY_ODD ? MORE : WEIGHT) + (stack >= STACK ? STACKED : 0);
    }
  }

  private static High high(View view, NavigableMap<Integer, Done> days, int day) {
    int from = day - WINDOW + 1;
    Set<Long> rights = new HashSet<>();
    days.subMap(from, true, day, true).values().forEach(done -> rights.addAll(done.rights));
    if (rights.isEmpty()) {
      return High.NONE;
    }
    Map<String, Integer> receivers = new HashMap<>();
    rights.forEach(right -> receivers.merge(Rights.other(text(view, right)), 1, Integer::sum));
    int before = 0;
    for (Done done : days.subMap(from - BEFORE, true, from, false).values()) {
      before += done.rights.size();
    }
    int active = view.activeDays(from - BEFORE, from - 1);
    if (active < DAYS_BEFORE_HIGH && !joined(view, day)) {
      return new High(rights.size(), 0, before, 0);
    }
    double mean = (before + 0.5) / (active + 10) * Math.max(1, view.activeDays(from, day));
    double surprise = 1000 * rights.size() * StrictMath.log((1 + mean) / mean);
    int stack = receivers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return new High(rights.size(), stack, before, surprise);
  }

  private static @Nullable String text(View view, long object) {
    return object == Term.NONE || object == Term.OTHER ? null : view.around().text(object);
  }

  private static boolean joined(View view, int day) {
    for (Claim.Employment job : view.employment()) {
      if (job.fromDay() <= day && job.fromDay() > day - JOINED) {
        return true;
      }
    }
    return false;
  }

  /** Whether a right is given to the account that gives it. */
  private static boolean forOneself(View view, AccountDay on, long object) {
    String text = text(view, object);
    return text != null
        && text.endsWith(" to " + on.account().substring(on.account().indexOf(':') + 1));
  }

  /** Records say whom: {@code ... to somebody}, {@code of somebody}, {@code ... for somebody}. */
  private static boolean forOthers(View view, AccountDay on, int i, long object) {
    String text = text(view, object);
    if (text == null) {
      return false;
    }
    String account = on.account().substring(on.account().indexOf(':') + 1);
    return on.page().kind(i) == Kind.GRANT
        ? text.contains(" to ") && !text.endsWith(" to " + account)
        : text.startsWith("of ") || text.contains(" of ") || text.contains(" for ");
  }
}
