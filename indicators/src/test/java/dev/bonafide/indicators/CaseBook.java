package dev.bonafide.indicators;

import java.util.List;

/**
 * The cases of one indicator: what fires, and what looks the same and stays quiet. Registered with
 * {@code @AutoService(CaseBook.class)} beside the indicator's tests; one test class finds them all.
 */
public interface CaseBook {
  /** Slug of the indicator. */
  String indicator();

  /**
   * A firing case and the look-alike from which it differs in the one fact that the card's {@code
   * separates} names: one function makes both, with one argument changed.
   */
  record Twins(String fact, Diary fires, Diary quiet) {}

  /** At least one. The judged worker is {@code "ada"}. */
  List<Twins> twins();

  /** Hard negatives (detection.md section 3) that concern this indicator: all stay quiet. */
  default List<Quiet> quiet() {
    return List.of();
  }

  /** A worker of whom this indicator has nothing to say. */
  record Quiet(String who, Diary diary) {}

  /** Further cases that fire, with the weight of the last revision in millinats. */
  default List<Fires> fires() {
    return List.of();
  }

  record Fires(String who, Diary diary, int millinats) {}
}
