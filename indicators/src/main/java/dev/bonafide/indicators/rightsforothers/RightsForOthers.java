package dev.bonafide.indicators.rightsforothers;

import com.google.auto.service.AutoService;
import dev.bonafide.indicators.AccountDay;
import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Course;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.View;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Somebody who never did it before gives rights to others, or resets their factors and passwords:
 * what administrators do every week, and what a worker does who opens doors for a helper. It says
 * what could be lost rather than who sits there, so its cause has a low cap.
 */
@AutoService(Indicator.class)
public final class RightsForOthers implements Indicator {
  private static final int WINDOW = 14;

  /** Days of work without any such act before: else it is this person's job. */
  private static final int DAYS_BEFORE = 10;

  private static final int BEFORE = 56;

  /** Different things done within two weeks. */
  private static final int FEW = 3;

  private static final int MANY = 6;

  /** Somebody who joined within this time gives no rights to others yet, whatever the job. */
  private static final int JOINED = 90;

  private static final int FEW_OF_JOINER = 2;

  private static final List<String> HIGH = List.of("admin", "owner", "root", "superuser");

  /** Different rights that somebody gave to nobody but themselves within two weeks. */
  private static final int FEW_OF_OWN = 2;

  /** Judgement, under the cap of 1500 for rights. */
  private static final int WEIGHT = 600;

  private static final int MORE = 1000;
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
              + "ten working days and more before; or two rights of an administrator or owner given by somebody who joined less than three months ago.",
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
          if (on.page().kind(i) == Kind.GRANT && high(view, object)) {
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
      Map<Integer, Done> window = days.subMap(day - WINDOW + 1, true, day, true);
      int first = window.keySet().iterator().next();
      Set<Long> objects = new HashSet<>();
      Set<Long> rights = new HashSet<>();
      List<Act> acts = new ArrayList<>();
      window
          .values()
          .forEach(
              done -> {
                objects.addAll(done.objects);
                rights.addAll(done.rights);
                acts.addAll(done.acts);
              });
      boolean joiner = joined(view, day);
      boolean usual =
          !days.subMap(first - BEFORE, true, first, false).isEmpty()
              || view.activeDays(first - BEFORE, first - 1) < DAYS_BEFORE;
      boolean suddenly = !usual && objects.size() >= (own ? FEW_OF_OWN : FEW);
      // A new hand in IT resets factors and adds to groups on the first day.
      boolean early = joiner && rights.size() >= FEW_OF_JOINER;
      if (!suddenly && !early) {
        continue;
      }
      int weight = suddenly ? (objects.size() >= MANY ? MORE : WEIGHT) : EARLY;
      Episode episode = course.step(day, weight);
      if (episode != null && range.contains(day)) {
        acts.sort(Act.ORDER);
        evidence.add(
            episode.revision(
                day,
                acts.getFirst().at(),
                acts.getLast().at(),
                new Episode.Weighed(weight, SD),
                Direction.SUBJECT,
                objects.size()
                    + (own
                        ? " rights given to nobody but oneself within two weeks"
                        : " rights, factors or passwords"
                            + " of others given or reset within two weeks")
                    + (suddenly
                        ? ", and none in the weeks before."
                        : ", less than three months after joining."),
                List.of(acts.getFirst().cite(), acts.getLast().cite())));
      }
    }
  }

  private static boolean joined(View view, int day) {
    for (Claim.Employment job : view.employment()) {
      if (job.fromDay() <= day && job.fromDay() > day - JOINED) {
        return true;
      }
    }
    return false;
  }

  /** Whether a right reaches over others: systems call such roles by few words. */
  private static boolean high(View view, long object) {
    String text = object == Term.NONE || object == Term.OTHER ? null : view.around().text(object);
    String words = text == null ? "" : text.toLowerCase(Locale.ROOT);
    int to = words.lastIndexOf(" to ");
    String role = to < 0 ? words : words.substring(0, to);
    return HIGH.stream().anyMatch(role::contains);
  }

  /** Whether a right is given to the account that gives it. */
  private static boolean forOneself(View view, AccountDay on, long object) {
    String text = object == Term.NONE || object == Term.OTHER ? null : view.around().text(object);
    return text != null
        && text.endsWith(" to " + on.account().substring(on.account().indexOf(':') + 1));
  }

  /** Records say whom: {@code ... to somebody}, {@code of somebody}, {@code ... for somebody}. */
  private static boolean forOthers(View view, AccountDay on, int i, long object) {
    String text = object == Term.NONE || object == Term.OTHER ? null : view.around().text(object);
    if (text == null) {
      return false;
    }
    String account = on.account().substring(on.account().indexOf(':') + 1);
    return on.page().kind(i) == Kind.GRANT
        ? text.contains(" to ") && !text.endsWith(" to " + account)
        : text.startsWith("of ") || text.contains(" of ") || text.contains(" for ");
  }
}
