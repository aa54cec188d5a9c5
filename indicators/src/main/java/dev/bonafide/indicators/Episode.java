package dev.bonafide.indicators;

import dev.bonafide.logbook.Thing;
import dev.bonafide.model.Card;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import dev.bonafide.model.Hash;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that does not fit, for as long as it lasts. It has one id from the day on which it
 * crossed the card's threshold; every further step is a revision of that id, with its own day and
 * the whole new weight (DESIGN 10.2).
 *
 * @param person the person's key in the run
 * @param object what it is about: {@link #of}, or empty
 * @param crossed UTC epoch day on which it first crossed the threshold
 */
public record Episode(Card card, String person, String object, int crossed) {

  /** A thing as evidence names it: its sort and 16 hexadecimal digits, never the thing's text. */
  public static String of(Thing thing) {
    return of(thing.sort().name(), thing.id());
  }

  /** The same for an object that has no logbook of its own. */
  public static String of(String sort, long id) {
    return sort.toLowerCase(java.util.Locale.ROOT)
        + ":"
        + HexFormat.of().toHexDigits(Hash.combine(Hash.of(sort), id));
  }

  /**
   * One revision.
   *
   * @param day UTC epoch day on which this much was known
   * @param from first second seen, UTC seconds since 1970
   * @param to last second seen
   * @param weight log-likelihood ratio against an ordinary life, and its standard deviation
   * @param direction what the person is in it
   * @param fact one plain sentence
   * @param cited a handful of references
   */
  public Evidence revision(
      int day,
      long from,
      long to,
      Weighed weight,
      Direction direction,
      String fact,
      List<? extends Citation> cited) {
    return revision(day, card.hoursAhead(), from, to, weight, direction, fact, cited);
  }

  /** One revision that had to see fewer hours ahead than the card allows. */
  public Evidence revision(
      int day,
      int hoursAhead,
      long from,
      long to,
      Weighed weight,
      Direction direction,
      String fact,
      List<? extends Citation> cited) {
    return new Evidence(
        Evidence.idOf(card.slug(), person, object.isEmpty() ? null : object, crossed),
        card.slug(),
        person,
        object,
        day,
        hoursAhead,
        from * 1000,
        to * 1000 + 999,
        weight.millinats,
        weight.sd,
        card.cause(),
        direction,
        card.hard(),
        fact,
        List.copyOf(cited),
        remaining(weight));
  }

  private Map<Explanation, Integer> remaining(Weighed weight) {
    Map<Explanation, Integer> remaining = new EnumMap<>(Explanation.class);
    card.remains()
        .forEach(
            (explanation, share) -> {
              Integer special = weight.shares == null ? null : weight.shares.get(explanation);
              int kept = special == null ? share : special;
              remaining.put(explanation, (int) ((long) weight.millinats * kept / 1000));
            });
    return remaining;
  }

  /**
   * A weight in millinats.
   *
   * @param sd standard deviation of the weight
   * @param shares where this step differs from the card's shares, in thousandths; null when
   *     nowhere. Only explanations that the card names
   */
  public record Weighed(int millinats, int sd, @Nullable Map<Explanation, Integer> shares) {
    public Weighed(int millinats, int sd) {
      this(millinats, sd, null);
    }
  }
}
