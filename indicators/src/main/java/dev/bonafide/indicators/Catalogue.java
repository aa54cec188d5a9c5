package dev.bonafide.indicators;

import dev.bonafide.model.Card;
import dev.bonafide.model.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All indicators, by slug. */
public final class Catalogue {
  private final List<Indicator> all;

  private Catalogue(List<Indicator> all) {
    this.all = List.copyOf(all);
  }

  /** The indicators that the program brings. */
  public static Catalogue builtIn() {
    List<Indicator> all = new ArrayList<>();
    ServiceLoader.load(Indicator.class, Catalogue.class.getClassLoader()).forEach(all::add);
    all.sort(Comparator.comparing(indicator -> indicator.card().slug()));
    return new Catalogue(all);
  }

  /** By slug. */
  public List<Indicator> all() {
    return all;
  }

  /** The cards by slug, in the order of slugs. */
  public Map<String, Card> cards() {
    Map<String, Card> cards = new LinkedHashMap<>();
    for (Indicator indicator : all) {
      cards.put(indicator.card().slug(), indicator.card());
    }
    return cards;
  }

  /** Names this catalogue: 16 hexadecimal digits over all that the cards say. */
  public String hash() {
    long hash = 0;
    for (Indicator indicator : all) {
      hash = Hash.combine(hash, Hash.of(text(indicator.card())));
    }
    return HexFormat.of().toHexDigits(hash);
  }

  /** All that a card says, in one fixed order. */
  private static String text(Card card) {
    return String.join(
        "\n",
        card.slug(),
        card.title(),
        card.sees(),
        card.why(),
        card.stage().name(),
        card.cause().name(),
        String.valueOf(card.hard()),
        new TreeSet<>(card.needs()).toString(),
        card.claims().toString(),
        card.daysBack() + " " + card.hoursAhead() + " " + card.decayDays(),
        new TreeMap<>(card.remains())
            .entrySet().stream()
                .map(e -> e.getKey().slug() + " " + e.getValue())
                .collect(Collectors.joining(", ")),
        card.separates(),
        card.nextCheck() + " " + card.minutes(),
        card.attack().toString());
  }
}
