package dev.bonafide.sources;

import java.util.List;

/**
 * What makes a record one of a source: any one of several lists of needs.
 *
 * @param anyOf alternatives; in each, all needs must be met
 */
public record Signature(List<List<Need>> anyOf) {
  public Signature {
    anyOf = anyOf.stream().map(List::copyOf).toList();
  }

  /** One thing that must be so. */
  public sealed interface Need {}

  /** At least so many of the groups have a value in one of their slots. */
  public record Present(int least, List<int[]> groups) implements Need {}

  /** The first slot with a value fits one of the patterns. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Like(int[] slots, List<Glob> patterns) implements Need {}

  /** All groups have a value. */
  public static Need all(int[]... groups) {
    return new Present(groups.length, List.of(groups));
  }

  /** At least so many of the groups have a value. */
  public static Need some(int least, int[]... groups) {
    return new Present(least, List.of(groups));
  }

  boolean fits(Row row) {
    for (int i = 0; i < anyOf.size(); i++) {
      if (allMet(anyOf.get(i), row)) {
        return true;
      }
    }
    return false;
  }

  private static boolean allMet(List<Need> needs, Row row) {
    for (int i = 0; i < needs.size(); i++) {
      if (!met(needs.get(i), row)) {
        return false;
      }
    }
    return true;
  }

  private static boolean met(Need need, Row row) {
    return switch (need) {
      case Present present -> {
        int found = 0;
        for (int i = 0; i < present.groups.size() && found < present.least; i++) {
          for (int slot : present.groups.get(i)) {
            if (row.hasText(slot)) {
              found++;
              break;
            }
          }
        }
        yield found >= present.least;
      }
      case Like like -> {
        for (int slot : like.slots) {
          String text = row.text(slot);
          if (text != null) {
            yield Glob.any(like.patterns, text);
          }
        }
        yield false;
      }
    };
  }
}
