package dev.bonafide.indicators.sharedthing;

import dev.bonafide.indicators.Use;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who else used a thing on the 28 days that end with one day, and on which days.
 *
 * @param mine the days on which the person used it
 * @param others by key the days of everybody else without a declared tie
 * @param tied how many others have a declared tie
 * @param most the most people on one day, the person among them
 */
record Company(
    NavigableSet<Integer> mine, Map<String, NavigableSet<Integer>> others, int tied, int most) {
  static final int WINDOW = 28;

  /**
   * @param byHand only acts that need a hand count, of the person and of the others
   */
  static Company of(Use use, History history, boolean byHand, int day) {
    NavigableSet<Integer> mine = new TreeSet<>();
    for (int i = 0; i < use.size(); i++) {
      if (use.day(i) > day - WINDOW && use.day(i) <= day && (!byHand || use.humanBins(i) > 0)) {
        mine.add(use.day(i));
      }
    }
    history.upTo(day);
    Map<String, NavigableSet<Integer>> others = new TreeMap<>();
    int tied = 0;
    for (Map.Entry<String, NavigableSet<Integer>> other : history.others().entrySet()) {
      NavigableSet<Integer> theirs = other.getValue().subSet(day - WINDOW + 1, true, day, true);
      if (theirs.isEmpty()) {
        continue;
      }
      if (history.tied(other.getKey())) {
        tied++;
      } else {
        others.put(other.getKey(), theirs);
      }
    }
    return new Company(mine, others, tied, history.most(day - WINDOW + 1, day));
  }

  /**
   * How many people used it within the window, at least; the person and those with a tie included.
   */
  int everybody() {
    return Math.max(most, others.size() + tied + 1);
  }

  /** How many others used it on at least so many days on which the person did. */
  int sameDay(int days) {
    int people = 0;
    for (NavigableSet<Integer> theirs : others.values()) {
      int same = 0;
      for (int day : theirs) {
        same += mine.contains(day) ? 1 : 0;
      }
      people += same >= days ? 1 : 0;
    }
    return people;
  }

  /**
   * How many others used it on at least so many days in between: a thing that one hands to the next
   * is not shared.
   */
  int between(int days) {
    int people = 0;
    for (NavigableSet<Integer> theirs : others.values()) {
      int inMine = theirs.subSet(mine.first(), true, mine.last(), true).size();
      int inTheirs = mine.subSet(theirs.first(), true, theirs.last(), true).size();
      people += Math.max(inMine, inTheirs) >= days && theirs.size() >= days ? 1 : 0;
    }
    return people;
  }
}
