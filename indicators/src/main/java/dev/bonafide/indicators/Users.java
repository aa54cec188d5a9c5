package dev.bonafide.indicators;

import dev.bonafide.logbook.Thing;
import dev.bonafide.logbook.ThingBooks;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who used a thing within the 28 UTC days that end with one.
 *
 * @param people how many different people, at least; an estimate where a day has more than 64
 * @param known their keys, of a crowded day only a sample
 */
public record Users(int people, Set<String> known) {
  /** Nobody used it. */
  public static final Users NOBODY = new Users(0, Set.of());

  /** What the books of things know. */
  public static Users of(ThingBooks books, Thing thing, int day) {
    int from = day - ThingBooks.WINDOW + 1;
    SortedSet<String> known = books.persons(thing, from, day);
    return new Users(
        Math.toIntExact(Math.max(known.size(), books.degree(thing, from, day))),
        Collections.unmodifiableSet(known));
  }

  /** The same, asked day by day. */
  static Users of(Surroundings around, Thing thing, int day) {
    SortedSet<String> known = new TreeSet<>();
    int most = 0;
    for (int on = day - ThingBooks.WINDOW + 1; on <= day; on++) {
      Crowd crowd = around.crowd(thing, on);
      known.addAll(crowd.present());
      most = Math.max(most, crowd.people());
    }
    return new Users(Math.max(most, known.size()), Collections.unmodifiableSet(known));
  }
}
