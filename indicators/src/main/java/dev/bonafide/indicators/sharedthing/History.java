package dev.bonafide.indicators.sharedthing;

import dev.bonafide.indicators.Crowd;
import dev.bonafide.indicators.Tie;
import dev.bonafide.indicators.View;
import dev.bonafide.logbook.Thing;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * On which days everybody else used a thing, told as days go by: what is asked of a day was told of
 * days up to it.
 */
final class History {
  private final View view;
  private final Thing thing;
  private final boolean byHand;
  private final TreeMap<String, NavigableSet<Integer>> others = new TreeMap<>();

  /** How many used it, on each day that was read. */
  private final TreeMap<Integer, Integer> people = new TreeMap<>();

  private final Map<String, Boolean> tied = new HashMap<>();

  /**
   * @param byHand only acts that need a hand count
   */
  History(View view, Thing thing, boolean byHand) {
    this.view = view;
    this.thing = thing;
    this.byHand = byHand;
  }

  /** Reads on to a day; never asked for an earlier one afterwards. */
  void upTo(int day) {
    int first = day - Company.WINDOW + 1;
    int next = people.isEmpty() ? first : Math.max(people.lastKey() + 1, first);
    for (int on = next; on <= day; on++) {
      Crowd crowd = view.crowd(thing, on);
      people.put(on, crowd.people());
      for (String member : byHand ? crowd.hands() : crowd.present()) {
        if (!member.equals(view.person())) {
          others.computeIfAbsent(member, m -> new TreeSet<>()).add(on);
        }
      }
    }
  }

  /** The days of everybody else so far, by key. */
  NavigableMap<String, NavigableSet<Integer>> others() {
    return others;
  }

  /** The most people on one of these days. */
  int most(int from, int to) {
    int most = 1;
    for (int count : people.subMap(from, true, to, true).values()) {
      most = Math.max(most, count);
    }
    return most;
  }

  /** Whether the person and another have a declared tie. */
  boolean tied(String other) {
    return tied.computeIfAbsent(other, key -> view.around().tie(view.person(), key) != Tie.NONE);
  }
}
