package dev.bonafide.sources;

import dev.bonafide.sources.Mapping.Gift;
import dev.bonafide.sources.Mapping.Rule;
import dev.bonafide.sources.Mapping.Test;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rule of a mapping fits a record. Rules are asked once for each combination of what the
 * tested fields have in common with the tests; after that a record walks a small table, one step
 * for each tested field.
 */
final class Decisions {
  private static final int MAX_STATES = 1 << 16;

  /** What a record means: the events that it gives, or else why it is passed over. */
  record Decision(List<Gift> gifts, String ignore) {}

  private final Mapping mapping;
  private final int[] words;
  private final List<List<Test>> tests = new ArrayList<>();

  /** For each tested field: the sets of tests that its values were found to meet. */
  private final List<List<BitSet>> classes = new ArrayList<>();

  private final List<Map<BitSet, Integer>> numbers = new ArrayList<>();
  private final int[] absent;

  /** By state and class: the next state; a decision d is written as -d-1; 0 is not known yet. */
  private final List<int[]> next = new ArrayList<>();

  private final List<Decision> decisions = new ArrayList<>();

  Decisions(Mapping mapping) {
    this.mapping = mapping;
    words =
        mapping.rules().stream()
            .flatMap(rule -> rule.when().stream())
            .mapToInt(Test::word)
            .distinct()
            .sorted()
            .toArray();
    absent = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      int word = words[i];
      tests.add(
          mapping.rules().stream()
              .flatMap(rule -> rule.when().stream())
              .filter(test -> test.word() == word)
              .distinct()
              .toList());
      classes.add(new ArrayList<>());
      numbers.add(new HashMap<>());
      absent[i] = number(i, MappingReader.Value.ABSENT);
    }
    forget();
  }

  private void forget() {
    next.clear();
    decisions.clear();
    next.add(new int[4]);
    if (words.length == 0) {
      decisions.add(decide(new int[0]));
    }
  }

  Decision of(MappingReader reader, Row row) {
    int state = 0;
    for (int i = 0; i < words.length; i++) {
      int number = number(reader, i, row);
      int[] steps = next.get(state);
      int to = number < steps.length ? steps[number] : 0;
      if (to == 0) {
        return learn(reader, row);
      }
      state = to;
    }
    return decisions.get(state < 0 ? -state - 1 : 0);
  }

  private int number(MappingReader reader, int i, Row row) {
    MappingReader.Value value = reader.value(words[i], row);
    if (value == MappingReader.Value.ABSENT) {
      return absent[i];
    }
    if (value.testClass < 0) {
      value.testClass = number(i, value);
    }
    return value.testClass;
  }

  private int number(int i, MappingReader.Value value) {
    BitSet met = MappingReader.met(tests.get(i), value);
    Integer known = numbers.get(i).get(met);
    if (known != null) {
      return known;
    }
    numbers.get(i).put(met, classes.get(i).size());
    classes.get(i).add(met);
    return classes.get(i).size() - 1;
  }

  private Decision learn(MappingReader reader, Row row) {
    int[] path = new int[words.length];
    for (int i = 0; i < path.length; i++) {
      path[i] = number(reader, i, row);
    }
    Decision decision = decide(path);
    if (next.size() + path.length > MAX_STATES) {
      forget();
    }
    int state = 0;
    for (int i = 0; i < path.length; i++) {
      int[] steps = next.get(state);
      if (path[i] >= steps.length) {
        steps = Arrays.copyOf(steps, Math.max(path[i] + 1, steps.length * 2));
        next.set(state, steps);
      }
      if (i == path.length - 1) {
        decisions.add(decision);
        steps[path[i]] = -decisions.size();
      } else if (steps[path[i]] == 0) {
        next.add(new int[4]);
        steps[path[i]] = next.size() - 1;
      }
      state = steps[path[i]];
    }
    return decision;
  }

  private Decision decide(int[] path) {
    for (Rule rule : mapping.rules()) {
      if (fits(rule, path)) {
        String ignore = rule.ignore();
        return new Decision(rule.gives(), ignore == null ? mapping.otherwise() : ignore);
      }
    }
    return new Decision(List.of(), mapping.otherwise());
  }

  private boolean fits(Rule rule, int[] path) {
    for (Test test : rule.when()) {
      int i = Arrays.binarySearch(words, test.word());
      if (!classes.get(i).get(path[i]).get(tests.get(i).indexOf(test))) {
        return false;
      }
    }
    return true;
  }
}
