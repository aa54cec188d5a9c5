package dev.bonafide.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs a check over seeded random inputs. A failure names its seed and, for lists, the smallest
 * failing part that halving finds. {@code -Dproperty.seed=N} replays one case, {@code
 * -Dproperty.cases=N} changes how many are run.
 */
public final class Property {
  private Property() {}

  /** Runs {@code check} for {@code cases} seeds, the first of which is fixed. */
  public static void forAll(int cases, Consumer<SplittableRandom> check) {
    String replay = System.getProperty("property.seed");
    if (replay != null) {
      check.accept(new SplittableRandom(Long.parseLong(replay)));
      return;
    }
    int count = Integer.getInteger("property.cases", cases);
    for (int i = 0; i < count; i++) {
      long seed = 0x5EEDL + i * 0x9E3779B97F4A7C15L;
      try {
        check.accept(new SplittableRandom(seed));
      } catch (Throwable failed) {
        throw new AssertionError("property fails: replay with -Dproperty.seed=" + seed, failed);
      }
    }
  }

  /**
   * Like {@link #forAll(int, Consumer)} over lists; a failing list is halved before it is shown.
   */
  public static <T> void forAllLists(
      int cases, Function<SplittableRandom, List<T>> make, Consumer<List<T>> check) {
    forAll(
        cases,
        random -> {
          List<T> input = make.apply(random);
          try {
            check.accept(input);
          } catch (Throwable failed) {
            List<T> small = shrink(input, check);
            throw new AssertionError(
                "fails with " + small.size() + " of " + input.size() + " items: " + small, failed);
          }
        });
  }

  /** The list in another order. */
  public static <T> List<T> shuffled(List<T> input, SplittableRandom random) {
    List<T> out = new ArrayList<>(input);
    for (int i = out.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T swap = out.get(i);
      out.set(i, out.get(j));
      out.set(j, swap);
    }
    return out;
  }

  private static <T> List<T> shrink(List<T> input, Consumer<List<T>> check) {
    List<T> current = input;
    for (int parts = 2; parts <= current.size(); ) {
      boolean smaller = false;
      int size = Math.max(1, current.size() / parts);
      for (int from = 0; from < current.size(); from += size) {
        List<T> without = new ArrayList<>(current.subList(0, from));
        without.addAll(current.subList(Math.min(from + size, current.size()), current.size()));
        if (fails(without, check)) {
          current = without;
          smaller = true;
          break;
        }
      }
      if (!smaller) {
        parts *= 2;
      }
    }
    return current;
  }

  private static <T> boolean fails(List<T> input, Consumer<List<T>> check) {
    try {
      check.accept(input);
      return false;
    } catch (Throwable failed) {
      return true;
    }
  }
}
