package dev.bonafide.linking.rings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static final int NINE = 9 * 3600;

  private static Traces starting(SortedMap<Integer, Integer> starts) {
    return new Traces(List.of(), starts, List.of());
  }

  private static Traces falling(List<Long> falls) {
    return new Traces(List.of(), new TreeMap<>(), falls.stream().sorted().toList());
  }

  private static Tie.Line starts(SortedMap<Integer, Integer> a, SortedMap<Integer, Integer> b) {
    return new Together(Map.of("a", starting(a), "b", starting(b))).starts("a", "b");
  }

  @Test
  void oneHandThatSwitchesAShelfOnIsSeen() {
    SplittableRandom random = new SplittableRandom(3);
    SortedMap<Integer, Integer> a = new TreeMap<>();
    SortedMap<Integer, Integer> b = new TreeMap<>();
    for (int day = 0; day < 15; day++) {
      int at = NINE + random.nextInt(5400);
      a.put(day, at);
      b.put(day, at + random.nextInt(90));
    }
    assertThat(starts(a, b))
        .satisfies(
            line -> {
              assertThat(line.millibits()).isEqualTo(4000);
              assertThat(line.mechanism()).isEqualTo(Sort.Mechanism.STARTS);
              assertThat(line.text()).startsWith("on 15 of 15 days they began within two minutes");
            });
  }

  @Test
  void nineSharpEveryMorningIsAHabitAndNothing() {
    SplittableRandom random = new SplittableRandom(4);
    SortedMap<Integer, Integer> a = new TreeMap<>();
    SortedMap<Integer, Integer> b = new TreeMap<>();
    for (int day = 0; day < 20; day++) {
      a.put(day, NINE + random.nextInt(100));
      b.put(day, NINE + random.nextInt(100));
    }
    assertThat(starts(a, b)).isNull();
  }

  @Test
  void twoWhoBeginWhenTheyLikeAreNothing() {
    for (int seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SortedMap<Integer, Integer> a = new TreeMap<>();
      SortedMap<Integer, Integer> b = new TreeMap<>();
      for (int day = 0; day < 20; day++) {
        a.put(day, NINE + random.nextInt(3600));
        b.put(day, NINE + random.nextInt(3600));
      }
      assertThat(starts(a, b)).isNull();
    }
  }

  /** Ends of tunnels at the end of each working day, each at its own time. */
  private static List<Long> evenings(int person) {
    SplittableRandom random = new SplittableRandom(person);
    List<Long> falls = new ArrayList<>();
    for (long day = 100; day < 120; day++) {
      falls.add(day * 86_400 + 17 * 3600 + random.nextInt(7200));
    }
    return falls;
  }

  @Test
  void whatHangsOnOnePlugFallsTogether() {
    Map<String, Traces> all = new TreeMap<>();
    for (int i = 0; i < 40; i++) {
      List<Long> falls = evenings(i);
      for (long day = 102; i < 3 && day < 112; day += 3) {
        falls.add(day * 86_400 + 11 * 3600 + day * 7 + i);
      }
      all.put("p" + i, falling(falls));
    }
    Together together = new Together(all);
    assertThat(together.falls("p0", "p1", Set.of("p0", "p1", "p2")))
        .satisfies(
            line -> {
              assertThat(line.millibits()).isEqualTo(4000);
              assertThat(line.mechanism()).isEqualTo(Sort.Mechanism.DESK);
            });
    assertThat(together.falls("p0", "p9", Set.of())).isNull();
  }

  @Test
  void anOutageOfAProviderIsNoPlug() {
    Map<String, Traces> all = new TreeMap<>();
    for (int i = 0; i < 40; i++) {
      List<Long> falls = evenings(i);
      for (long day = 102; i < 12 && day < 112; day += 3) {
        falls.add(day * 86_400 + 11 * 3600 + i % 4);
      }
      all.put("p" + i, falling(falls));
    }
    assertThat(new Together(all).falls("p0", "p1", Set.of("p0", "p1", "p2"))).isNull();
  }
}
