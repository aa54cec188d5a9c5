package dev.bonafide.engine.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often applications of groups that the user defines pass without a question, and how often
 * each check asks. A rate below four fifths of the highest is named (US Uniform Guidelines on
 * Employee Selection Procedures, 1978), for groups of thirty and more: below that chance decides.
 *
 * @param groupings one for each column of the user's table
 */
public record Fairness(List<Grouping> groupings) {
  /** Below so many applications a rate is chance. */
  public static final int FEWEST = 30;

  private static final double FOUR_FIFTHS = 0.8;

  /** A column of the user's table. */
  public record Grouping(String name, List<Group> groups) {}

  /**
   * A group.
   *
   * @param passed applications without a question
   * @param passRate their share
   * @param ratio the rate by the highest rate of a group of {@link #FEWEST} and more
   * @param look whether the ratio is below four fifths and the group large enough to tell
   * @param asked how many applications each check asks something of, by slug
   */
  public record Group(
      String name,
      int applications,
      int passed,
      double passRate,
      double ratio,
      boolean look,
      Map<String, Integer> asked) {}

  /** Counts. */
  public static Fairness of(
      ScreeningFindings findings, Map<String, Map<String, String>> groupsByColumn) {
    List<Grouping> groupings = new ArrayList<>();
    groupsByColumn.forEach((column, of) -> groupings.add(grouping(findings, column, of)));
    return new Fairness(groupings);
  }

  private static Grouping grouping(
      ScreeningFindings findings, String column, Map<String, String> of) {
    List<Group> counted = new ArrayList<>();
    double highest = 0;
    for (String name : new TreeSet<>(of.values())) {
      int all = 0;
      int passed = 0;
      Map<String, Integer> asked = new TreeMap<>();
      for (ScreeningFindings.Applicant one : findings.applicants()) {
        if (name.equals(of.get(one.id()))) {
          all++;
          passed += one.questions().isEmpty() ? 1 : 0;
          one.questions().forEach(q -> asked.merge(q.indicator(), 1, Integer::sum));
        }
      }
      if (all > 0) {
        double rate = (double) passed / all;
        counted.add(new Group(name, all, passed, rate, 1, false, asked));
        highest = all >= FEWEST ? Math.max(highest, rate) : highest;
      }
    }
    double best = highest;
    return new Grouping(
        column,
        counted.stream()
            .map(
                g -> {
                  double ratio = best == 0 ? 1 : g.passRate / best;
                  boolean look = g.applications >= FEWEST && ratio < FOUR_FIFTHS;
                  return new Group(
                      g.name, g.applications, g.passed, g.passRate, ratio, look, g.asked);
                })
            .toList());
  }
}
