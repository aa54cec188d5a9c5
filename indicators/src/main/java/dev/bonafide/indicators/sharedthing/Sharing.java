package dev.bonafide.indicators.sharedthing;

import dev.bonafide.indicators.Act;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Episode;
import dev.bonafide.indicators.Use;
import dev.bonafide.indicators.View;
import dev.bonafide.indicators.Words;
import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The episodes of one shared thing: begun when it first weighs, revised when the weight changes and
 * weekly.
 */
final class Sharing {
  private static final int WEEK = 7;

  /**
   * How it weighs on a day.
   *
   * @param weight null when there is nothing to say
   * @param words what is shared and with how many
   */
  record Grade(Episode.@Nullable Weighed weight, String words) {
    /** It is not shared, or not enough to speak of. What was said before ages by itself. */
    static final Grade NOTHING = new Grade(null, "");

    /** It is shared, but by design: what was said before is taken back. */
    static Grade harmless(String words) {
      return new Grade(new Episode.Weighed(0, 0), words);
    }
  }

  /** Grades one day of use. */
  interface Grading {
    Grade on(Company company, int day);
  }

  private Sharing() {}

  static void tell(
      View view,
      Days range,
      Use use,
      Thing thing,
      boolean byHand,
      Act.Which acts,
      Grading grading,
      List<Evidence> evidence) {
    if (!view.around().shared(thing)) {
      return;
    }
    History history = new History(view, thing, byHand);
    Act.Which which = byHand ? (on, j) -> on.human(j) && acts.test(on, j) : acts;
    Episode episode = null;
    int weighed = 0;
    int revised = 0;
    int before = Integer.MIN_VALUE / 2;
    for (int i = 0; i < use.size(); i++) {
      int day = use.day(i);
      if (byHand && use.humanBins(i) == 0) {
        continue;
      }
      if (day - before >= Company.WINDOW) {
        episode = null;
      }
      before = day;
      Company company = Company.of(use, history, byHand, day);
      Grade grade = company.others().isEmpty() ? Grade.NOTHING : grading.on(company, day);
      if (grade.weight == null || (episode == null && grade.weight.millinats() == 0)) {
        continue;
      }
      int millinats = grade.weight.millinats();
      if (episode == null) {
        episode = new Episode(SharedThing.CARD, view.person(), Episode.of(thing), day);
        weighed = -1;
      }
      if (millinats != weighed || day - revised >= WEEK) {
        weighed = millinats;
        revised = day;
        if (range.contains(day)) {
          evidence.add(revision(view, episode, company, day, which, grade));
        }
      }
    }
  }

  private static Evidence revision(
      View view, Episode episode, Company company, int day, Act.Which acts, Grade grade) {
    long from = company.mine().first() * 86_400L;
    long to = day * 86_400L + 86_399;
    Act first = view.first(from, to, acts);
    Act last = view.last(from, to, acts);
    List<Citation> cited = new ArrayList<>();
    for (Act act :
        new Act[] {
          first,
          view.first(episode.crossed() * 86_400L, to, acts),
          view.first(day * 86_400L, to, acts),
          last
        }) {
      if (act != null) {
        cited.add(act.cite());
      }
    }
    return episode.revision(
        day,
        first == null ? from : first.at(),
        last == null ? to : last.at(),
        Objects.requireNonNull(grade.weight),
        Direction.SUBJECT,
        grade.words
            + ", between "
            + Words.day(company.mine().first())
            + " and "
            + Words.day(day)
            + ".",
        cited);
  }

  /** {@code one other worker}, {@code 3 other workers}. */
  static String others(int people) {
    return people == 1 ? "one other worker" : people + " other workers";
  }
}
