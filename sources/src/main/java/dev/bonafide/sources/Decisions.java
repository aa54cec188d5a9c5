package dev.bonafide.sources;

import dev.bonafide.sources.Mapping.Gift;
import dev.bonafide.sources.Mapping.Rule;
import dev.bonafide.sources.Mapping.Test;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rule of a mapping fits a record. The rules are asked once for each way in which the tested
 * fields can meet the tests; what came out is kept as a tree, in which a record walks one step for
 * each field that matters after the fields before it.
 */
final class Decisions {
  private static final int MAX_STATES = 1 << 16;
  private static final int[] NO_STEPS = {};
  private static final int UNKNOWN = -1;

  /**
   * What a record means: the events that it gives, or else why it is passed over.
   *
   * @param number its own, for keys of what was made of it
   * @param ignore why it is passed over; null when it is a row of a directory, which gives no
   *     events
   * @param service its account is no person
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Decision(int number, Gift[] gifts, @Nullable String ignore, boolean service) {}

  /** What is known so far: for each tested field the class of its value, and what comes next. */
  private static final class State {
    final int[] known;

    /** The field that matters next, by its place among the tested ones; or none: see decision. */
    final int next;

    final Decision decision;
    State[] to = {};

    State(int[] known, int next, Decision decision) {
      this.known = known;
      this.next = next;
      this.decision = decision;
    }
  }

  private static final State NOWHERE =
      new State(NO_STEPS, UNKNOWN, new Decision(-1, new Gift[0], "", false));

  private final Mapping mapping;
  private final int[] words;
  private final List<List<Test>> tests = new ArrayList<>();

  /** For each tested field: the sets of tests that its values were found to meet. */
  private final List<List<BitSet>> classes = new ArrayList<>();

  private final List<Map<BitSet, Integer>> numbers = new ArrayList<>();
  private final int[] absent;
  private final Map<Integer, Integer> placeOf = new HashMap<>();
  private State root = NOWHERE;
  private int states;
  private int decisions;

  Decisions(Mapping mapping) {
    this.mapping = mapping;
    Map<Integer, Set<Test>> byWord = new TreeMap<>();
    tests(mapping)
        .forEach(test -> byWord.computeIfAbsent(test.word(), w -> new LinkedHashSet<>()).add(test));
    words = byWord.keySet().stream().mapToInt(Integer::intValue).toArray();
    absent = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      placeOf.put(words[i], i);
      tests.add(List.copyOf(byWord.getOrDefault(words[i], Set.of())));
      classes.add(new ArrayList<>());
      numbers.add(new HashMap<>());
      absent[i] = number(i, Value.ABSENT);
    }
    forget();
  }

  private static Stream<Test> tests(Mapping mapping) {
    return Stream.concat(
        mapping.rules().stream().flatMap(rule -> rule.when().stream()),
        mapping.service().stream().flatMap(List::stream));
  }

  private void forget() {
    int[] nothing = new int[words.length];
    Arrays.fill(nothing, UNKNOWN);
    states = 0;
    root = state(nothing);
  }

  /** The fields that are tested. */
  int[] words() {
    return words.clone();
  }

  boolean tests(int word) {
    return placeOf.containsKey(word);
  }

  Decision of(Values values) {
    State state = root;
    while (state.next >= 0) {
      int number = number(values, state.next);
      State[] to = state.to;
      State next = number < to.length ? to[number] : NOWHERE;
      state = next == NOWHERE ? learn(state, number) : next;
    }
    return state.decision;
  }

  private int number(Values values, int i) {
    Value value = values.of(words[i]);
    if (value == Value.ABSENT) {
      return absent[i];
    }
    if (value.testClass < 0) {
      value.testClass = number(i, value);
    }
    return value.testClass;
  }

  private int number(int i, Value value) {
    BitSet met = met(tests.get(i), value);
    Integer known = numbers.get(i).get(met);
    if (known != null) {
      return known;
    }
    numbers.get(i).put(met, classes.get(i).size());
    classes.get(i).add(met);
    return classes.get(i).size() - 1;
  }

  private static BitSet met(List<Test> tests, Value value) {
    BitSet met = new BitSet(tests.size());
    for (int i = 0; i < tests.size(); i++) {
      met.set(i, holds(tests.get(i), value));
    }
    return met;
  }

  static boolean holds(Test asked, Value value) {
    boolean there = value != Value.ABSENT;
    return switch (asked) {
      case Test.Like like -> there && Glob.any(like.patterns(), value.raw);
      case Test.Unlike unlike -> there && !Glob.any(unlike.patterns(), value.raw);
      case Test.There must -> must.there() == there;
    };
  }

  private State learn(State from, int number) {
    if (states > MAX_STATES) {
      forget();
    }
    int[] known = from.known.clone();
    known[from.next] = number;
    State state = state(known);
    if (number >= from.to.length) {
      int length = from.to.length;
      from.to = Arrays.copyOf(from.to, Math.max(number + 1, length * 2));
      Arrays.fill(from.to, length, from.to.length, NOWHERE);
    }
    from.to[number] = state;
    return state;
  }

  private State state(int[] known) {
    states++;
    List<Gift> gifts = List.of();
    @Nullable String ignore = mapping.otherwise();
    for (Rule rule : mapping.rules()) {
      int open = open(rule.when(), known);
      if (open >= 0) {
        return new State(known, open, NOWHERE.decision);
      }
      if (open == TRUE) {
        gifts = rule.gives();
        ignore = rule.ignore();
        break;
      }
    }
    boolean service = false;
    for (List<Test> when : mapping.service()) {
      int open = open(when, known);
      if (open >= 0) {
        return new State(known, open, NOWHERE.decision);
      }
      service |= open == TRUE;
    }
    return new State(
        known, UNKNOWN, new Decision(decisions++, gifts.toArray(Gift[]::new), ignore, service));
  }

  private static final int TRUE = -1;
  private static final int FALSE = -2;

  /** Whether the tests hold; the first tested field that is not known yet when it is open. */
  private int open(List<Test> when, int[] known) {
    int open = TRUE;
    for (Test test : when) {
      int i = placeOf.getOrDefault(test.word(), 0);
      if (known[i] == UNKNOWN) {
        open = open == TRUE ? i : open;
      } else if (!classes.get(i).get(known[i]).get(tests.get(i).indexOf(test))) {
        return FALSE;
      }
    }
    return open;
  }
}
