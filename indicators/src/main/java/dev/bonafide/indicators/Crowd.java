package dev.bonafide.indicators;

import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Thing;
import dev.bonafide.logbook.ThingBooks;
import java.util.ArrayList;
import java.util.List;

/**
 * Who used a thing on one UTC day, by acts that need a hand. Of another person this is all that an
 * indicator ever sees, with the {@link Tie}.
 *
 * @param people how many different people; an estimate when {@code whole} is false
 * @param members their keys in order, at most 64; only a sample when {@code whole} is false
 * @param whole whether everybody is among the members
 */
public record Crowd(int people, List<String> members, boolean whole) {
  /** Nobody was there. */
  public static final Crowd NOBODY = new Crowd(0, List.of(), true);

  public Crowd {
    members = List.copyOf(members);
  }

  /** What the books of things know of one day. */
  public static Crowd of(ThingBooks books, Thing thing, int day) {
    List<String> members = new ArrayList<>();
    List<ThingBooks.Member> known = books.members(thing, day, day);
    for (ThingBooks.Member member : known) {
      if (!Bits.isEmpty(member.human())) {
        members.add(member.person());
      }
    }
    boolean whole = !books.hub(thing, day, day);
    int people = whole ? members.size() : Math.toIntExact(books.degree(thing, day));
    return new Crowd(people, members, whole);
  }
}
