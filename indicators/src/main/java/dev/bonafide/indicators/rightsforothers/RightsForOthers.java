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
import java.util.Map;
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

  /** Judgement, under the cap of 1500 for rights. */
  private static final int WEIGHT = 600;

  private static final int MORE = 1000;
  private static final int SD = 500;

  private static final Set<Kind> KINDS =
      EnumSet.of(Kind.GRANT, Kind.PASSWORD_RESET, Kind.FACTOR_REMOVED, Kind.FACTOR_ENROLLED);

  private static final Card CARD =
      new Card(
          "rights-for-others",
          "Suddenly gives rights or resets factors for others",
          "Within two weeks three or more different rights given to others, or passwords and factors "
              + "of others reset, by somebody who did nothing of the kind on ten working days and "
              + "more before.",
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

  /** What was done for others on a day. */
  private static final class Done {
    final Set<Long> objects = new HashSet<>();
    final List<Act> acts = new ArrayList<>();
  }

  @Override
  public Outcome evaluate(View view, Days range) {
    TreeMap<Integer, Done> days = new TreeMap<>();
    for (AccountDay on : view.days()) {
      boolean any = !Collections.disjoint(on.page().kinds(), KINDS);
      for (int i = 0; any && i < on.size(); i++) {
        long object = on.page().id(i, Facet.DETAIL1);
        if (KINDS.contains(on.page().kind(i)) && forOthers(view, on, i, object)) {
          Done done = days.computeIfAbsent(on.day(), d -> new Done());
          done.objects.add(object);
          done.acts.add(new Act(on, i));
        }
      }
    }
    List<Evidence> evidence = new ArrayList<>();
    Course course = new Course(CARD, view.person(), "", 2 * WINDOW);
    for (int day : days.keySet()) {
      Map<Integer, Done> window = days.subMap(day - WINDOW + 1, true, day, true);
      int first = window.keySet().iterator().next();
      Set<Long> objects = new HashSet<>();
      List<Act> acts = new ArrayList<>();
      window
          .values()
          .forEach(
              done -> {
                objects.addAll(done.objects);
                acts.addAll(done.acts);
              });
      if (objects.size() < FEW
          || !days.subMap(first - BEFORE, true, first, false).isEmpty()
          || view.activeDays(first - BEFORE, first - 1) < DAYS_BEFORE) {
        continue;
      }
      int weight = objects.size() >= MANY ? MORE : WEIGHT;
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
                    + " rights, factors or passwords"
                    + " of others given or reset within two weeks, and none in the weeks before.",
                List.of(acts.getFirst().cite(), acts.getLast().cite())));
      }
    }
    return new Outcome.Spoke(evidence);
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
