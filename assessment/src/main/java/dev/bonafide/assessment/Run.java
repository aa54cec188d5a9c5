package dev.bonafide.assessment;

/**
 * What is fixed before anybody is assessed. The same settings, evidence and claims always give the
 * same scores.
 *
 * @param firstDay first UTC epoch day of the range
 * @param asOfDay last UTC epoch day of the range; scores are those of its close
 * @param budget people that can be reviewed, per 1,000 people and 30 days
 * @param priorMillinats log-odds before any record is looked at
 * @param settingMillinats added at most for a remote worker hired through an agency less than a
 *     year ago, beside evidence only: half of what that leaves; 0 switches it off
 */
public record Run(
    long firstDay, long asOfDay, double budget, int priorMillinats, int settingMillinats) {

  public Run {
    if (firstDay > asOfDay) {
      throw new IllegalArgumentException("the range ends before it begins");
    }
    if (!(budget > 0) || Double.isInfinite(budget)) {
      throw new IllegalArgumentException("a review budget is above 0, not " + budget);
    }
    if (settingMillinats < 0) {
      throw new IllegalArgumentException("a setting of employment may not lower a score");
    }
  }

  /** A run with the default base rate, 1 in 3,000. */
  public static Run of(long firstDay, long asOfDay, double budget) {
    return new Run(firstDay, asOfDay, budget, Figures.PRIOR, Figures.AGENCY_REMOTE_NEW);
  }

  /** UTC days of the range. */
  public int days() {
    return Math.toIntExact(asOfDay - firstDay + 1);
  }
}
