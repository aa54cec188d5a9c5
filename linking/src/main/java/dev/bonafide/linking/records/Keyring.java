package dev.bonafide.linking.records;

import dev.bonafide.linking.fields.Comparison;
import dev.bonafide.linking.fields.Field;
import dev.bonafide.model.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The kinds of blocking keys of a table: of single fields, of every two fields together, and of
 * names whichever column they stand in.
 */
final class Keyring {
  /** A key is a hash without the lowest bits, which leaves room for the number of a record. */
  static final int RECORD_BITS = 24;

  static final long KEY = -1L << RECORD_BITS;

  /** Stands for "no second field". */
  static final long[] ALONE = {0};

  /**
   * A kind of key.
   *
   * @param other position of the second field, -1 for none
   * @param either whether the two keys count in any order: names that may be swapped
   */
  record Kind(int field, int kind, int other, int otherKind, boolean either) {}

  private final List<Kind> kinds = new ArrayList<>();

  Keyring(List<Field<?>> fields, Records.Swap swap) {
    for (int f = 0; f < fields.size(); f++) {
      List<Comparison.KeyKind> own = fields.get(f).comparison().kinds();
      for (int k = 0; k < own.size(); k++) {
        if (own.get(k).alone()) {
          kinds.add(new Kind(f, k, -1, 0, false));
        }
        for (int g = f + 1; own.get(k).combined() && g < fields.size(); g++) {
          List<Comparison.KeyKind> others = fields.get(g).comparison().kinds();
          for (int l = 0; l < others.size(); l++) {
            if (others.get(l).combined()) {
              kinds.add(new Kind(f, k, g, l, false));
            }
          }
        }
      }
    }
    if (swap.possible()) {
      kinds.add(new Kind(swap.given(), 0, swap.surname(), 0, true));
    }
  }

  int size() {
    return kinds.size();
  }

  Kind kind(int number) {
    return kinds.get(number);
  }

  /** The key that two keys of single fields make. */
  long key(int number, long first, long second) {
    Kind kind = kinds.get(number);
    if (kind.either) {
      return Hash.combine(Math.min(first, second), Math.max(first, second) + number) & KEY;
    }
    return Hash.combine(first, second + number) & KEY;
  }

  /** The keys of the values of a table, made once. */
  static final class Made {
    private final long[][][] flat;
    private final int[][][] from;

    Made(List<Field<?>> fields) {
      flat = new long[fields.size()][][];
      from = new int[fields.size()][][];
      for (int f = 0; f < flat.length; f++) {
        Field<?> field = fields.get(f);
        int own = field.comparison().kinds().size();
        flat[f] = new long[own][];
        from[f] = new int[own][];
        for (int k = 0; k < own; k++) {
          make(f, k, field);
        }
      }
    }

    private <V> void make(int f, int k, Field<V> field) {
      int values = field.texts().size();
      int[] starts = new int[values + 1];
      long[] keys = new long[values];
      int at = 0;
      for (int v = 0; v < values; v++) {
        for (long key : field.comparison().keys(k, field.prepared().get(v))) {
          if (at == keys.length) {
            keys = Arrays.copyOf(keys, at + at / 2 + 16);
          }
          keys[at++] = key;
        }
        starts[v + 1] = at;
      }
      flat[f][k] = Arrays.copyOf(keys, at);
      from[f][k] = starts;
    }
  }

  /**
   * All keys of one kind: each with the number of its record in the lowest bits, ascending.
   *
   * @param number of the kind
   */
  long[] entries(int number, Records records, Made made) {
    Kind kind = kinds.get(number);
    int size = records.size();
    long[] entries = new long[size];
    int count = 0;
    long[] first = made.flat[kind.field][kind.kind];
    int[] firstFrom = made.from[kind.field][kind.kind];
    boolean alone = kind.other < 0;
    long[] second = alone ? ALONE : made.flat[kind.other][kind.otherKind];
    int[] secondFrom = alone ? new int[] {0, 1} : made.from[kind.other][kind.otherKind];
    for (int r = 0; r < size; r++) {
      int x = records.value(kind.field, r);
      int y = alone ? 0 : records.value(kind.other, r);
      if (x < 0 || y < 0) {
        continue;
      }
      for (int i = firstFrom[x]; i < firstFrom[x + 1]; i++) {
        for (int j = secondFrom[y]; j < secondFrom[y + 1]; j++) {
          if (count == entries.length) {
            entries = Arrays.copyOf(entries, count + count / 2 + 16);
          }
          entries[count++] = key(number, first[i], second[j]) | r;
        }
      }
    }
    Arrays.sort(entries, 0, count);
    return distinct(entries, count);
  }

  private static long[] distinct(long[] sorted, int count) {
    int kept = 0;
    for (int e = 0; e < count; e++) {
      if (kept == 0 || sorted[e] != sorted[kept - 1]) {
        sorted[kept++] = sorted[e];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  static int record(long entry) {
    return (int) (entry & ~KEY);
  }
}
