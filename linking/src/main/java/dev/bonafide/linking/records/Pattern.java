package dev.bonafide.linking.records;

import dev.bonafide.linking.fields.Field;
import java.util.List;

/**
 * How two records agree, field by field, in one number: four bits for each field, 0 when one of
 * them says nothing, else the level + 1.
 *
 * <p>Names that stand in each other's columns are one event in two fields: the given name's level
 * is "swapped", and the surname counts as not said.
 */
final class Pattern {
  private static final int BITS = 4;
  private static final int MASK = 15;

  private final Sight sight;
  private final int fields;
  private final Records.Swap swap;
  private final int swapped;

  Pattern(Sight sight, List<Field<?>> of, Records.Swap swap) {
    this.sight = sight;
    this.swap = swap;
    fields = of.size();
    swapped = swap.possible() ? of.get(swap.given()).comparison().ordered() : -1;
  }

  /** The level of a field in a pattern, or -1 when one side says nothing. */
  static int level(long pattern, int field) {
    return (int) ((pattern >>> (field * BITS)) & MASK) - 1;
  }

  static long with(long pattern, int field, int level) {
    int at = field * BITS;
    return (pattern & ~((long) MASK << at)) | ((level + 1L) << at);
  }

  /** Compares two records on all fields. */
  long of(int a, int b) {
    long pattern = swapped(a, b);
    boolean swappedNames = pattern != 0;
    for (int f = 0; f < fields; f++) {
      if (swappedNames && (f == swap.given() || f == swap.surname())) {
        continue;
      }
      int x = sight.value(f, a);
      int y = sight.value(f, b);
      if (x >= 0 && y >= 0) {
        pattern = with(pattern, f, x == y ? 0 : sight.level(f, x, y));
      }
    }
    return pattern;
  }

  /** The pattern of swapped names and nothing else; 0 when they are not swapped. */
  long swapped(int a, int b) {
    if (!swap.possible()) {
      return 0;
    }
    int givenA = sight.value(swap.given(), a);
    int givenB = sight.value(swap.given(), b);
    int surnameA = sight.value(swap.surname(), a);
    int surnameB = sight.value(swap.surname(), b);
    return givenA >= 0
            && givenB >= 0
            && surnameA >= 0
            && surnameB >= 0
            && givenA != givenB
            && sight.asSurname(givenA) == surnameB
            && sight.asSurname(givenB) == surnameA
        ? with(0, swap.given(), swapped)
        : 0;
  }

  Records.Swap swap() {
    return swap;
  }
}
