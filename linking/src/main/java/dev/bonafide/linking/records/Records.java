package dev.bonafide.linking.records;

import dev.bonafide.linking.fields.Field;
import dev.bonafide.linking.fields.Fields;
import dev.bonafide.linking.fields.Meaning;
import dev.bonafide.model.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The records of a table in their canonical order, which is a function of what they say and not of
 * the order in which they came.
 */
final class Records implements Sight {
  /** So many values and fewer make a table of levels that fits into the processor's cache. */
  private static final int FEW = 1500;

  private final int[] row;
  private final int[] side;
  private final long[] content;
  private final boolean between;
  private final List<Field<?>> fields;
  private final int[][] values;
  private final List<Fields.Left> left;
  private final Swap swap;
  private final int[] asSurname;

  /**
   * The levels of fields with few values as they are asked for, each + 1; 0 is not yet asked. Two
   * threads that ask at once write the same. Empty for fields with many values.
   */
  private final byte[][] levels;

  private Records(
      int[] row,
      int[] side,
      long[] content,
      boolean between,
      List<Field<?>> fields,
      List<Fields.Left> left) {
    this.row = row;
    this.side = side;
    this.content = content;
    this.between = between;
    this.fields = fields;
    this.left = left;
    values = fields.stream().map(Field::value).toArray(int[][]::new);
    levels =
        fields.stream()
            .map(f -> new byte[f.texts().size() <= FEW ? f.texts().size() * f.texts().size() : 0])
            .toArray(byte[][]::new);
    swap = Swap.of(fields);
    asSurname =
        swap.possible() ? across(fields.get(swap.given()), fields.get(swap.surname())) : new int[0];
  }

  /**
   * The fields whose values may stand in each other's place.
   *
   * @param given position of the field of given names, -1 when there is none
   * @param surname position of the field of surnames
   */
  record Swap(int given, int surname) {
    boolean possible() {
      return given >= 0 && surname >= 0;
    }

    static Swap of(List<Field<?>> fields) {
      return new Swap(richest(fields, Meaning.GIVEN_NAME), richest(fields, Meaning.SURNAME));
    }

    private static int richest(List<Field<?>> fields, Meaning meaning) {
      int found = -1;
      for (int f = 0; f < fields.size(); f++) {
        if (fields.get(f).meaning() == meaning
            && (found < 0 || fields.get(f).information() > fields.get(found).information())) {
          found = f;
        }
      }
      return found;
    }
  }

  private static int[] across(Field<?> from, Field<?> to) {
    Map<String, Integer> number = new HashMap<>();
    for (int v = 0; v < to.texts().size(); v++) {
      number.put(to.texts().get(v), v);
    }
    return from.texts().stream().mapToInt(v -> number.getOrDefault(v, Field.MISSING)).toArray();
  }

  static Records of(Table table, Options options) {
    int size = table.size();
    TreeMap<String, Integer> sides = new TreeMap<>();
    for (int r = 0; r < size; r++) {
      sides.put(table.side(r), 0);
    }
    int next = 0;
    for (Map.Entry<String, Integer> entry : sides.entrySet()) {
      entry.setValue(next++);
    }
    int[] sideOfRow = new int[size];
    for (int r = 0; r < size; r++) {
      sideOfRow[r] = sides.getOrDefault(table.side(r), 0);
    }
    Fields read = Fields.of(table.cells(), sideOfRow, options.fields(), options.meanings());
    long[] content = new long[size];
    for (Field<?> field : read.compared()) {
      long[] hash = field.texts().stream().mapToLong(Hash::of).toArray();
      for (int r = 0; r < size; r++) {
        int value = field.value()[r];
        content[r] = Hash.combine(content[r], value < 0 ? 0 : hash[value]);
      }
    }
    Integer[] order = new Integer[size];
    Arrays.setAll(order, r -> r);
    Arrays.parallelSort(
        order,
        Comparator.comparingLong((Integer r) -> content[r])
            .thenComparingInt(r -> sideOfRow[r])
            .thenComparing(table::id));
    int[] row = Arrays.stream(order).mapToInt(r -> r).toArray();
    List<Field<?>> fields = new ArrayList<>();
    for (Field<?> field : read.compared()) {
      fields.add(field.ordered(row));
    }
    return new Records(
        row,
        Arrays.stream(row).map(r -> sideOfRow[r]).toArray(),
        Arrays.stream(row).mapToLong(r -> content[r]).toArray(),
        options.scope() == Options.Scope.BETWEEN,
        fields,
        read.left());
  }

  int size() {
    return row.length;
  }

  /** The row of the table in which a record stands. */
  int row(int record) {
    return row[record];
  }

  /** The number of the source of a record. */
  int side(int record) {
    return side[record];
  }

  /** How many sources there are. */
  int sides() {
    return Arrays.stream(side).max().orElse(0) + 1;
  }

  /** A hash of what a record says. */
  long content(int record) {
    return content[record];
  }

  List<Field<?>> fields() {
    return fields;
  }

  List<Fields.Left> left() {
    return left;
  }

  boolean between() {
    return between;
  }

  Swap swap() {
    return swap;
  }

  @Override
  public int value(int field, int record) {
    return values[field][record];
  }

  @Override
  public int level(int field, int value, int other) {
    byte[] known = levels[field];
    if (known.length == 0) {
      return fields.get(field).between(value, other);
    }
    int at = value * fields.get(field).texts().size() + other;
    if (known[at] == 0) {
      known[at] = (byte) (fields.get(field).between(value, other) + 1);
    }
    return known[at] - 1;
  }

  @Override
  public int asSurname(int given) {
    return asSurname[given];
  }

  /** Whether a pair is looked at. */
  boolean looksAt(int a, int b) {
    return !between || side[a] != side[b];
  }

  /** How many pairs are looked at. */
  double pairs() {
    double all = two(size());
    if (between) {
      long[] in = new long[sides()];
      for (int s : side) {
        in[s]++;
      }
      for (long n : in) {
        all -= two(n);
      }
    }
    return all;
  }

  /** How many pairs n things make. */
  static double two(long n) {
    return n * (n - 1.0) / 2;
  }
}
