package dev.bonafide.engine;

import dev.bonafide.indicators.Crowd;
import dev.bonafide.indicators.Surroundings;
import dev.bonafide.indicators.Tie;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.logbook.Lexicon;
import dev.bonafide.logbook.Liveness;
import dev.bonafide.logbook.Thing;
import dev.bonafide.logbook.ThingBooks;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Claim.ContactKind;
import dev.bonafide.model.Claim.ContextKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What stands around everybody in one run. Built once; read by all threads. */
final class Around implements Surroundings {
  /** Days over which people are counted (DESIGN 10.10). */
  private static final int WINDOW = 28;

  private final Knowledge knowledge;
  private final Lexicon lexicon;
  private final Ownership ownership;
  private final ThingBooks books;
  private final Liveness liveness;
  private final Map<Integer, Integer> people;
  private final Ties ties;

  Around(
      Knowledge knowledge,
      Lexicon lexicon,
      Ownership ownership,
      ThingBooks books,
      Liveness liveness,
      Map<Integer, Integer> people,
      Ties ties) {
    this.knowledge = knowledge;
    this.lexicon = lexicon;
    this.ownership = ownership;
    this.books = books;
    this.liveness = liveness;
    this.people = people;
    this.ties = ties;
  }

  @Override
  public Knowledge knowledge() {
    return knowledge;
  }

  @Override
  public @Nullable String text(long id) {
    return lexicon.text(id);
  }

  @Override
  public long device(long endpoint) {
    return ownership.deviceOf(endpoint);
  }

  @Override
  public Crowd crowd(Thing thing, int day) {
    return Crowd.of(books, thing, day);
  }

  @Override
  public boolean shared(Thing thing) {
    return books.isShared(thing);
  }

  @Override
  public int people(int day) {
    return people.getOrDefault(day, 0);
  }

  @Override
  public Tie tie(String person, String other) {
    return ties.between(person, other);
  }

  @Override
  public long[] down(String source, int day) {
    return liveness.down(source, day);
  }

  /**
   * How many people acted in the 28 days that end with each day.
   *
   * @param daysOfPeople per person the UTC days with an act
   */
  static Map<Integer, Integer> people(Collection<Set<Integer>> daysOfPeople) {
    Map<Integer, Integer> people = new TreeMap<>();
    for (Set<Integer> days : daysOfPeople) {
      Set<Integer> covered = new HashSet<>();
      for (int day : days) {
        for (int d = day; d < day + WINDOW; d++) {
          covered.add(d);
        }
      }
      covered.forEach(day -> people.merge(day, 1, Integer::sum));
    }
    return people;
  }

  /** What is declared between people. */
  static final class Ties {
    private final Map<String, Set<String>> relations = new HashMap<>();
    private final Map<String, Set<String>> homes = new HashMap<>();

    /**
     * Adds a person's claims. {@code other} is the person whom a relation names, null if unknown.
     */
    void add(String person, Claim claim, @Nullable String other) {
      if (claim instanceof Claim.Context context
          && context.context() == ContextKind.RELATION
          && other != null) {
        relations.computeIfAbsent(person, p -> new TreeSet<>()).add(other);
        relations.computeIfAbsent(other, p -> new TreeSet<>()).add(person);
      }
      if (claim instanceof Claim.Contact contact && contact.contact() == ContactKind.HOME_ADDRESS) {
        String home = contact.value().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
        homes.computeIfAbsent(person, p -> new TreeSet<>()).add(home.strip());
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
  }
}
