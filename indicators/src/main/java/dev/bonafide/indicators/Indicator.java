package dev.bonafide.indicators;

import dev.bonafide.model.Card;

/**
 * One observable. A pure function of one person's {@link View} over days in a row: no clock, no
 * chance, no field that changes. Registered with {@code @AutoService(Indicator.class)}, one folder
 * each.
 *
 * <p>The laws that every indicator keeps (IndicatorLawTest checks them for all):
 *
 * <ul>
 *   <li>The evidence of a range is the union of the evidence of its days.
 *   <li>Evidence of a day stands on that day, on days before it and on the hours ahead that it
 *       states: nothing that comes later changes it. The threshold looks back as far as the card
 *       says; an episode is followed back to its beginning.
 *   <li>Order of accounts, claims and citations changes nothing; neither does a renaming.
 *   <li>Context never raises a weight.
 * </ul>
 */
public interface Indicator {
  /** What it says of itself. The same object or an equal one at every call. */
  Card card();

  /**
   * Looks at one person.
   *
   * @param range the days of which evidence is wanted; earlier pages are read as far as the card
   *     says
   */
  Outcome evaluate(View view, Days range);
}
