package dev.bonafide.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an indicator says of itself: the catalogue, the console and the report are made from cards.
 *
 * @param slug permanent id, e.g. {@code marathon-activity}
 * @param title what a person reads first
 * @param sees what exactly is observed, in one or two sentences
 * @param why why it matters, with the public source
 * @param stage where in a working life it looks
 * @param cause the mechanism, under which it is discounted and capped
 * @param hard whether it alone may be urgent: a contradiction that no honest life produces
 * @param needs the kinds of which at least one must be in the records, else it abstains
 * @param claims the claims without which it abstains, in words; empty when it needs none
 * @param daysBack days before the judged day that it reads
 * @param hoursAhead hours after the judged day that it reads
 * @param decayDays half-life of its weight; {@link Integer#MAX_VALUE} for none
 * @param remains per innocent explanation that produces the observable, the share of the weight, in
 *     thousandths, that remains against it
 * @param separates the one fact in which the firing case and its quiet look-alike differ
 * @param nextCheck the cheapest thing that would settle it
 * @param minutes what that check costs
 * @param attack ATT&amp;CK technique ids
 */
public record Card(
    String slug,
    String title,
    String sees,
    String why,
    Stage stage,
    Cause cause,
    boolean hard,
    Set<Kind> needs,
    List<String> claims,
    int daysBack,
    int hoursAhead,
    int decayDays,
    Map<Explanation, Integer> remains,
    String separates,
    String nextCheck,
    int minutes,
    List<String> attack) {

  /** Where in a working life an indicator looks. */
  public enum Stage {
    HIRING,
    ONBOARDING,
    WORK,
    PRIVILEGE,
    LEAVING,
    SHARING
  }

  public Card {
    needs = Set.copyOf(needs);
    claims = List.copyOf(claims);
    remains = Map.copyOf(remains);
    attack = List.copyOf(attack);
    remains.forEach(
        (explanation, share) -> {
          if (share < 0 || share > 1000) {
            throw new IllegalArgumentException(slug + ": " + explanation + " remains " + share);
          }
        });
  }
}
