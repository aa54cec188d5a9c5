package dev.bonafide.engine;

import dev.bonafide.engine.Analysis.Found;
import dev.bonafide.engine.Analysis.Subjected;
import dev.bonafide.engine.Findings.BlindSpot;
import dev.bonafide.model.Abstained;
import dev.bonafide.model.Card;
import dev.bonafide.sources.Source;
import dev.bonafide.sources.SourceCard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which sources are missing, and which indicators could therefore not speak. Several sources can
 * give the same kinds: they are chosen one after the other, each time the one with which most
 * indicators could speak of most people.
 */
final class BlindSpots {
  /** The source that HR lists come from; what claims need. */
  private static final String HR = "hr";

  /** Written by any tool: a format, not a log that somebody could go and fetch. */
  private static final String ANY = "ocsf";

  private final Found found;
  private final Map<String, Card> cards;
  private final List<SourceCard> order;

  private BlindSpots(Found found, Map<String, Card> cards, List<SourceCard> order) {
    this.found = found;
    this.cards = cards;
    this.order = order;
  }

  static BlindSpots of(Found found) {
    Map<String, Card> cards = found.catalogue().cards();
    Set<String> there = new TreeSet<>();
    found.intake().read().forEach(read -> there.add(read.content().source()));
    List<SourceCard> left =
        new ArrayList<>(
            found.sources().all().stream()
                .map(Source::card)
                .filter(card -> !card.slug().equals(ANY) && !there.contains(card.slug()))
                .toList());
    BlindSpots all = new BlindSpots(found, cards, List.of());
    List<SourceCard> order = new ArrayList<>();
    while (!left.isEmpty()) {
      BlindSpots soFar = new BlindSpots(found, cards, order);
      SourceCard best =
          Collections.max(
              left,
              Comparator.comparingLong((SourceCard card) -> soFar.gain(card))
                  .thenComparing(Comparator.comparing(SourceCard::slug).reversed()));
      if (all.gain(best) == 0) {
        break;
      }
      left.remove(best);
      order.add(best);
    }
    return new BlindSpots(found, cards, order);
  }

  /** How many (person, indicator) pairs a source would help that none chosen before helps. */
  private long gain(SourceCard source) {
    long gain = 0;
    for (Subjected one : found.people()) {
      for (Abstained why : one.subject().abstained()) {
        if (helps(source, why, one) && order.stream().noneMatch(s -> helps(s, why, one))) {
          gain++;
        }
      }
    }
    return gain;
  }

  private boolean helps(SourceCard source, Abstained why, Subjected one) {
    Card card = cards.get(why.indicator());
    if (card == null) {
      return false;
    }
    if (!card.claims().isEmpty() && one.subject().claims().isEmpty()) {
      return source.slug().equals(HR);
    }
    return Collections.disjoint(card.needs(), one.kinds())
        && !Collections.disjoint(card.needs(), source.kinds());
  }

  /** What is missing of one person, the most useful source first. */
  List<BlindSpot> of(Subjected one) {
    List<BlindSpot> spots = new ArrayList<>();
    Set<String> told = new TreeSet<>();
    for (SourceCard source : order) {
      Set<String> indicators = new TreeSet<>();
      for (Abstained why : one.subject().abstained()) {
        if (!told.contains(why.indicator()) && helps(source, why, one)) {
          indicators.add(why.indicator());
        }
      }
      if (!indicators.isEmpty()) {
        told.addAll(indicators);
        spots.add(new BlindSpot(source.slug(), List.copyOf(indicators)));
      }
    }
    return spots;
  }

  /** What is missing of everybody, the most useful source first. */
  List<BlindSpot> all() {
    Map<String, Set<String>> indicators = new LinkedHashMap<>();
    order.forEach(source -> indicators.put(source.slug(), new TreeSet<>()));
    for (Subjected one : found.people()) {
      for (BlindSpot spot : of(one)) {
        indicators.getOrDefault(spot.source(), new TreeSet<>()).addAll(spot.indicators());
      }
    }
    List<BlindSpot> spots = new ArrayList<>();
    indicators.forEach(
        (source, slugs) -> {
          if (!slugs.isEmpty()) {
            spots.add(new BlindSpot(source, List.copyOf(slugs)));
          }
        });
    return spots;
  }
}
