package dev.bonafide.assessment;

import dev.bonafide.model.Abstained;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Weight;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One person's score at the close of a day, and everything it is made of.
 *
 * @param person the pseudonym
 * @param millinats log-odds: exactly the sum of the ledger
 * @param ledger prior, setting, then per cause (the heaviest first) evidence, decay and discount,
 *     then what innocent explanations take away
 * @param interval 90 % interval of the score
 * @param direction what the person seems to be in all this
 * @param indicators slugs of the indicators whose evidence weighs against the person, sorted
 * @param stage where in a working life the heaviest evidence lies; null when there is none
 * @param netByCause per cause with evidence, its weight against an ordinary life after decay,
 *     discount and cap
 * @param hard whether a contradiction that no honest life produces is among the evidence
 * @param bestInnocent the innocent explanation that is most likely now; {@link
 *     Explanation#ORDINARY} when no other explains any of the evidence; null when there is none
 * @param nextCheck the card whose check is the cheapest among the heaviest evidence; null when
 *     nothing weighs against the person
 * @param abstained the indicators that could not speak, as given
 */
public record Assessment(
    String person,
    long millinats,
    List<Line> ledger,
    Interval interval,
    Direction direction,
    List<String> indicators,
    Card.@Nullable Stage stage,
    Map<Cause, Long> netByCause,
    boolean hard,
    @Nullable Explanation bestInnocent,
    @Nullable Card nextCheck,
    List<Abstained> abstained) {

  /** Best first, equal scores by pseudonym. */
  public static final Comparator<Assessment> BEST_FIRST =
      Comparator.comparingLong(Assessment::millinats).reversed().thenComparing(Assessment::person);

  /** A cause counts for the bands from here: 1 nat. */
  static final long A_CAUSE = 1000;

  /** An interval of log-odds in millinats. */
  public record Interval(long low, long high) {
    public double lowDecibans() {
      return Weight.decibans(low);
    }

    public double highDecibans() {
      return Weight.decibans(high);
    }
  }

  public Assessment {
    ledger = List.copyOf(ledger);
    indicators = List.copyOf(indicators);
    netByCause = Collections.unmodifiableMap(new TreeMap<>(netByCause));
    abstained = List.copyOf(abstained);
    long sum = ledger.stream().mapToLong(Line::millinats).sum();
    if (sum != millinats) {
      throw new IllegalStateException("the ledger sums to " + sum + ", the score is " + millinats);
    }
    if (ledger.stream().anyMatch(l -> l.sort() == Line.Sort.INNOCENT && l.millinats() > 0)) {
      throw new IllegalStateException("an innocent explanation raises a score");
    }
  }

  public double decibans() {
    return Weight.decibans(millinats);
  }

  /** The posterior probability. */
  public double score() {
    return Weight.probability(millinats);
  }

  /** How many causes weigh at least 1,000 millinats, net of decay and discount. */
  int causes() {
    return (int) netByCause.values().stream().filter(net -> net >= A_CAUSE).count();
  }
}
