package dev.bonafide.hiring.screening;

import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Explanation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cards of this room: nothing in an application is hard, none of it needs a log. */
final class Cards {
  /** An application says less, the longer somebody has been at work. */
  private static final int DECAY_DAYS = 180;

  private Cards() {}

  /**
   * A card.
   *
   * @param claims without which the check is silent
   * @param separates how the firing case differs from its quiet look-alike
   */
  static Card card(
      String slug,
      String title,
      String sees,
      String why,
      Cause cause,
      List<String> claims,
      Map<Explanation, Integer> remains,
      String separates,
      String nextCheck,
      int minutes,
      List<String> attack) {
    return new Card(
        slug,
        title,
        sees,
        why,
        Card.Stage.HIRING,
        cause,
        false,
        Set.of(),
        claims,
        0,
        0,
        DECAY_DAYS,
        remains,
        separates,
        nextCheck,
        minutes,
        attack);
  }
}
