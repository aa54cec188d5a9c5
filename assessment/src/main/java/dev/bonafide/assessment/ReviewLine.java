package dev.bonafide.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far down the list reviewers can get, and who is above that (DESIGN 10.1).
 *
 * @param budget people per 1,000 and 30 days
 * @param people how many were assessed
 * @param days UTC days of the range
 * @param alerts how many are over the line
 * @param millinats the score of the last one over, else base rate + 1,000
 * @param over the people over the line with their band
 */
public record ReviewLine(
    double budget, int people, int days, int alerts, long millinats, Map<String, Band> over) {

  /** Nobody is over the line with less than this above the base rate. */
  static final long ABOVE_BASE_RATE = 1000;

  public ReviewLine {
    over = Collections.unmodifiableMap(new TreeMap<>(over));
  }

  static ReviewLine of(List<Assessment> assessments, Run run) {
    int slots = slots(run, assessments.size());
    long least = run.priorMillinats() + ABOVE_BASE_RATE;
    long last = least;
    Map<String, Band> over = new HashMap<>();
    List<Assessment> first =
        assessments.stream().sorted(Assessment.BEST_FIRST).limit(slots).toList();
    for (Assessment a : first) {
      if (a.millinats() >= least && a.causes() > 0) {
        over.put(a.person(), a.hard() ? Band.URGENT : a.causes() > 1 ? Band.REVIEW : Band.WATCH);
        last = a.millinats();
      }
    }
    return new ReviewLine(run.budget(), assessments.size(), run.days(), over.size(), last, over);
  }

  /** max(1, ceil(budget x people / 1000 x days / 30)), without the errors of binary fractions. */
  static int slots(Run run, int people) {
    return BigDecimal.valueOf(run.budget())
        .multiply(BigDecimal.valueOf((long) people * run.days()))
        .divide(BigDecimal.valueOf(30_000), 0, RoundingMode.CEILING)
        .max(BigDecimal.ONE)
        .min(BigDecimal.valueOf(Integer.MAX_VALUE))
        .intValueExact();
  }

  /** The band of a person by pseudonym. */
  public Band band(String person) {
    return over.getOrDefault(person, Band.NONE);
  }
}
