package dev.bonafide.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Time until something happens, for people of whom some were not watched until it happened (Kaplan
 * and Meier 1958): nobody is left out, so undetected people lengthen the median as they should.
 */
public final class Survival {
  /**
   * One person.
   *
   * @param days until it happened, or until nobody looked any more
   * @param happened whether it happened
   */
  record Time(double days, boolean happened) {}

  /**
   * A step of the curve.
   *
   * @param left share of the people to whom it has not happened after so many days
   */
  public record Step(double days, double left) {}

  private final List<Step> steps = new ArrayList<>();

  Survival(List<Time> times) {
    List<Time> sorted =
        times.stream()
            .sorted(Comparator.comparingDouble(Time::days).thenComparing(t -> !t.happened))
            .toList();
    double left = 1;
    for (int i = 0; i < sorted.size(); ) {
      double at = sorted.get(i).days;
      int happened = 0;
      int next = i;
      for (; next < sorted.size() && sorted.get(next).days == at; next++) {
        happened += sorted.get(next).happened ? 1 : 0;
      }
      if (happened > 0) {
        left *= 1 - happened / (double) (sorted.size() - i);
        steps.add(new Step(at, left));
      }
      i = next;
    }
  }

  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Days until it has happened to that share of the people; null when it never did. */
  @Nullable Double quantile(double share) {
    for (Step step : steps) {
      if (step.left <= 1 - share + 1e-12) {
        return step.days;
      }
    }
    return null;
  }
}
