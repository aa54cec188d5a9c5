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
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which sources are missing, and which indicators could therefore not speak. Several sources can
 * give the same kinds: they are chosen one after the other, each time the one with which most
 * indicators could speak of most people; among equals the one that gives more of what they look at.
 */
final class BlindSpots {
  /** The source that HR lists come from; what claims need. */
  private static final String HR = "hr";

  /** Written by any tool: a format, not a log that somebody could go and fetch. */
  private static final String ANY = "ocsf";

  /**
   * Why an indicator says nothing of somebody.
   *
   * @param claims it lacks what the person said, rather than what was recorded
   */
  private record Silence(String indicator, boolean claims) implements Comparable<Silence> {
    @Override
    public int compareTo(Silence other) {
      int byIndicator = indicator.compareTo(other.indicator);
      return byIndicator != 0 ? byIndicator : Boolean.compare(claims, other.claims);
    }
  }

  private final Found found;
  private final Map<String, Card> cards;
  private final List<SourceCard> order;

  private BlindSpots(Found found, Map<String, Card> cards, List<SourceCard> order) {
    this.found = found;
    this.cards = cards;
    this.order = order;
  }

  static BlindSpots of(Found found) {
    Set<String> there = new TreeSet<>();
    found.intake().read().forEach(read -> there.add(read.content().source()));
    List<SourceCard> left =
        new ArrayList<>(
            found.sources().all().stream()
                .map(Source::card)
                .filter(card -> !card.slug().equals(ANY) && !there.contains(card.slug()))
                .toList());
    BlindSpots spots = new BlindSpots(found, found.catalogue().cards(), new ArrayList<>());
    Map<Silence, Long> unheard = spots.silences();
    while (!left.isEmpty() && !unheard.isEmpty()) {
      SourceCard best =
          Collections.max(
              left,
              Comparator.comparingLong((SourceCard card) -> spots.gain(card, unheard))
                  .thenComparingLong(card -> spots.breadth(card, unheard.keySet()))
                  .thenComparing(Comparator.comparing(SourceCard::slug).reversed()));
      if (spots.gain(best, unheard) == 0) {
        break;
      }
      left.remove(best);
      spots.order.add(best);
      unheard.keySet().removeIf(silence -> spots.helps(best, silence));
    }
    return spots;
  }

  /** Of how many people an indicator says nothing, by why; only where some source could help. */
  private Map<Silence, Long> silences() {
    Map<Silence, Long> silences = new TreeMap<>();
    for (Subjected one : found.people()) {
      for (Abstained why : one.subject().abstained()) {
        Silence silence = silence(why, one);
        if (silence != null) {
          silences.merge(silence, 1L, Long::sum);
        }
      }
    }
    return silences;
  }

  private @Nullable Silence silence(Abstained why, Subjected one) {
    Card card = cards.get(why.indicator());
    if (card == null) {
      return null;
    }
    if (!card.claims().isEmpty() && one.subject().claims().isEmpty()) {
      return new Silence(why.indicator(), true);
    }
    return Collections.disjoint(card.needs(), one.kinds())
        ? new Silence(why.indicator(), false)
        : null;
  }

  private boolean helps(SourceCard source, Silence silence) {
    return silence.claims ? source.slug().equals(HR) : gives(source, silence) > 0;
  }

  /** How many of the kinds of records that an indicator looks at a source gives. */
  private long gives(SourceCard source, Silence silence) {
    Card card = cards.get(silence.indicator);
    return card == null ? 0 : card.needs().stream().filter(source.kinds()::contains).count();
  }

  private long gain(SourceCard source, Map<Silence, Long> unheard) {
    return unheard.entrySet().stream()
        .filter(entry -> helps(source, entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private long breadth(SourceCard source, Set<Silence> unheard) {
    return unheard.stream().mapToLong(silence -> gives(source, silence)).sum();
  }

  /** What is missing of one person, the most useful source first. */
  List<BlindSpot> of(Subjected one) {
    List<BlindSpot> spots = new ArrayList<>();
    Set<String> told = new TreeSet<>();
    for (SourceCard source : order) {
      Set<String> indicators = new TreeSet<>();
      for (Abstained why : one.subject().abstained()) {
        Silence silence = silence(why, one);
        if (silence != null && helps(source, silence) && told.add(silence.indicator)) {
          indicators.add(silence.indicator);
        }
      }
      if (!indicators.isEmpty()) {
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
