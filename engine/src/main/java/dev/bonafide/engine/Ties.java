package dev.bonafide.engine;

import dev.bonafide.indicators.Tie;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Claim.ContactKind;
import dev.bonafide.model.Claim.ContextKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is declared between people. */
final class Ties {
  private final Map<String, Set<String>> relations = new HashMap<>();
  private final Map<String, Set<String>> homes = new HashMap<>();
  private final Map<String, Set<String>> households = new HashMap<>();

  /** Adds a person's claim. {@code other} is the person whom a relation names, null if unknown. */
  void add(String person, Claim claim, @Nullable String other) {
    if (claim instanceof Claim.Context context
        && context.context() == ContextKind.RELATION
        && other != null) {
      relations.computeIfAbsent(person, p -> new TreeSet<>()).add(other);
      relations.computeIfAbsent(other, p -> new TreeSet<>()).add(person);
    }
    if (claim instanceof Claim.Contact contact && contact.contact() == ContactKind.HOME_ADDRESS) {
      String home =
          contact.value().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
      homes.computeIfAbsent(person, p -> new TreeSet<>()).add(home);
      households.computeIfAbsent(home, h -> new TreeSet<>()).add(person);
    }
  }

  Tie between(String person, String other) {
    if (relations.getOrDefault(person, Set.of()).contains(other)) {
      return Tie.RELATION;
    }
    Set<String> theirs = homes.getOrDefault(other, Set.of());
    return homes.getOrDefault(person, Set.of()).stream().anyMatch(theirs::contains)
        ? Tie.HOUSEHOLD
        : Tie.NONE;
  }

  /** All ties of one person, by the other. */
  Map<String, Tie> of(String person) {
    Map<String, Tie> ties = new TreeMap<>();
    for (String home : homes.getOrDefault(person, Set.of())) {
      for (String other : households.getOrDefault(home, Set.of())) {
        ties.put(other, Tie.HOUSEHOLD);
      }
    }
    relations.getOrDefault(person, Set.of()).forEach(other -> ties.put(other, Tie.RELATION));
    return ties;
  }
}
