package dev.bonafide.indicators;

import dev.bonafide.logbook.Bits;
import dev.bonafide.logbook.Thing;
import dev.bonafide.logbook.ThingBooks;
import java.util.ArrayList;
import java.util.List;

/**
 * Who used a thing on one UTC day. Of another person this is all that an indicator ever sees, with
 * the {@link Tie}.
 *
 * @param people how many different people; an estimate when {@code whole} is false
 * @param present their keys in order, at most 64; only a sample when {@code whole} is false
 * @param hands those of them who used it by acts that need a hand
 * @param whole whether everybody is among those present
 */
public record Crowd(int people, List<String> present, List<String> hands, boolean whole) {
  /** Nobody was there. */
  public static final Crowd NOBODY = new Crowd(0, List.of(), List.of(), true);

  public Crowd {
    present = List.copyOf(present);
    hands = List.copyOf(hands);
  }

  /** What the books of things know of one day. */
  public static Crowd of(ThingBooks books, Thing thing, int day) {
    List<String> present = new ArrayList<>();
    List<String> hands = new ArrayList<>();
    for (ThingBooks.Member member : books.members(thing, day, day)) {
      present.add(member.person());
      if (!Bits.isEmpty(member.human())) {
        hands.add(member.person());
      }
    }
    boolean whole = !books.hub(thing, day, day);
    int people = whole ? present.size() : Math.toIntExact(books.degree(thing, day));
    return new Crowd(people, present, hands, whole);
  }
}
