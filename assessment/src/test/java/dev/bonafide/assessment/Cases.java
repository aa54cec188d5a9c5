package dev.bonafide.assessment;

import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Direction;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Explanation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Cards, people and evidence for tests. */
final class Cases {
  static final long DAY = 86_400_000L;
  static final long TODAY = 20_000;
  static final Run RUN = Run.of(TODAY - 29, TODAY, 5);

  private Cases() {}

  /** One card per cause, named by the cause's slug, which does not fade; and the marathon. */
  static final List<Card> CARDS = cards(Integer.MAX_VALUE);

  static final Assessor ASSESSOR = new Assessor(CARDS);

  static List<Card> cards(int decayDays) {
    List<Card> cards = new ArrayList<>();
    for (Cause cause : Cause.values()) {
      cards.add(card(cause.slug(), cause, decayDays, 10));
    }
    cards.add(card(Figures.MARATHON, Cause.RHYTHM, decayDays, 15));
    return cards;
  }

  static Card card(String slug, Cause cause, int decayDays, int minutes) {
    return new Card(
        slug,
        slug,
        "sees",
        "why",
        Card.Stage.WORK,
        cause,
        false,
        Set.of(),
        List.of(),
        27,
        0,
        decayDays,
        Map.of(),
        "separates",
        "check of " + slug,
        minutes,
        List.of());
  }

  /**
   * Evidence of today with the indicator of its cause; one more fact per call to keep ids apart.
   */
  static Evidence evidence(
      String id, Cause cause, int millinats, Map<Explanation, Integer> remaining) {
    return evidence(id, cause.slug(), cause, TODAY, millinats, remaining);
  }

  static Evidence evidence(
      String id,
      String indicator,
      Cause cause,
      long day,
      int millinats,
      Map<Explanation, Integer> remaining) {
    return new Evidence(
        id,
        indicator,
        "worker",
        "",
        day,
        0,
        day * DAY,
        (day + 1) * DAY,
        millinats,
        300,
        cause,
        Direction.SUBJECT,
        false,
        "fact of " + id,
        List.of(new Citation.OfRow(1)),
        remaining);
  }

  static Evidence hard(Evidence e) {
    return copy(e, e.day(), e.fromMilli(), e.toMilli(), e.millinats(), e.direction(), true);
  }

  static Evidence directed(Evidence e, Direction direction) {
    return copy(e, e.day(), e.fromMilli(), e.toMilli(), e.millinats(), direction, e.hard());
  }

  static Evidence lasting(Evidence e, long fromMilli, long toMilli) {
    return copy(e, e.day(), fromMilli, toMilli, e.millinats(), e.direction(), e.hard());
  }

  static Evidence revised(Evidence e, long day, int millinats) {
    return copy(e, day, e.fromMilli(), (day + 1) * DAY, millinats, e.direction(), e.hard());
  }

  private static Evidence copy(
      Evidence e, long day, long from, long to, int millinats, Direction direction, boolean hard) {
    return new Evidence(
        e.id(),
        e.indicator(),
        e.person(),
        e.object(),
        day,
        e.hoursAhead(),
        from,
        to,
        millinats,
        e.sd(),
        e.cause(),
        direction,
        hard,
        e.fact(),
        e.citations(),
        e.remaining());
  }

  static Claim.Context context(Claim.ContextKind kind, long fromDay, long toDay) {
    return new Claim.Context(
        "worker", 1, fromDay, toDay, kind, fromDay * DAY, (toDay + 1) * DAY, null, null);
  }

  static Subject subject(List<Evidence> evidence, Claim... claims) {
    return new Subject("p-worker", evidence, List.of(claims));
  }

  static Assessment assess(List<Evidence> evidence, Claim... claims) {
    return ASSESSOR.assess(subject(evidence, claims), RUN, TODAY);
  }

  static long score(List<Evidence> evidence, Claim... claims) {
    return assess(evidence, claims).millinats();
  }

  static long line(Assessment a, Line.Sort sort) {
    return a.ledger().stream().filter(l -> l.sort() == sort).mapToLong(Line::millinats).sum();
  }

  // --- chance --------------------------------------------------------------------------------

  /** Up to 12 evidences of the last weeks; a fifth speak for the person. */
  static List<Evidence> randomEvidence(SplittableRandom random) {
    List<Evidence> list = new ArrayList<>();
    int count = random.nextInt(13);
    for (int i = 0; i < count; i++) {
      list.add(randomEvidence(random, "e" + i, random.nextInt(5) == 0));
    }
    return list;
  }

  static Evidence randomEvidence(SplittableRandom random, String id, boolean counter) {
    Cause cause = pick(List.of(Cause.values()), random);
    boolean marathon = cause == Cause.RHYTHM && random.nextBoolean();
    int weight = counter ? -random.nextInt(1, 2000) : random.nextInt(1, 6000);
    Map<Explanation, Integer> remaining = new EnumMap<>(Explanation.class);
    for (int i = random.nextInt(4); i > 0; i--) {
      Explanation k = pick(List.of(Explanation.values()), random);
      int left = counter ? weight - random.nextInt(500) : random.nextInt(weight + 1);
      // A card may leave more than everything, e.g. nothing of what speaks for the person.
      remaining.put(k, random.nextInt(6) == 0 ? weight + random.nextInt(2000) : left);
    }
    long day = TODAY - random.nextInt(40);
    Evidence e =
        evidence(id, marathon ? Figures.MARATHON : cause.slug(), cause, day, weight, remaining);
    long to = (day + 1) * DAY - random.nextLong(DAY);
    return lasting(e, to - random.nextLong(8 * DAY), to);
  }

  static List<Claim> randomClaims(SplittableRandom random) {
    List<Claim> claims = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      claims.add(randomContext(random));
    }
    return claims;
  }

  static Claim.Context randomContext(SplittableRandom random) {
    Claim.ContextKind kind = pick(List.of(Claim.ContextKind.values()), random);
    long from = TODAY - random.nextInt(45);
    return context(kind, from, from + random.nextInt(15));
  }

  private static <T> T pick(List<T> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }

  /** Half-lives of every length, from a week to none. */
  static Assessor fading(SplittableRandom random) {
    int[] days = {7, 30, 45, 180, Integer.MAX_VALUE};
    Map<String, Card> cards = new HashMap<>();
    for (Card card : CARDS) {
      cards.put(
          card.slug(), card(card.slug(), card.cause(), days[random.nextInt(days.length)], 10));
    }
    return new Assessor(cards.values());
  }
}
