package dev.bonafide.linking.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A column made comparable.
 *
 * @param slot how its values are read
 * @param value for each record the number of its value, or {@link #MISSING}
 * @param texts the distinct values, in normal form and in their order
 * @param counts how many records have each value
 * @param comparison how two values are compared
 * @param prepared the values, ready for the comparison
 */
@SuppressWarnings("ArrayRecordComponent") // a list of boxed numbers would cost more than all else
public record Field<V>(
    Slot slot,
    int[] value,
    List<String> texts,
    int[] counts,
    Comparison<V> comparison,
    List<V> prepared) {
  /** The record says nothing here. */
  public static final int MISSING = -1;

  /** Makes a field of the normal values of the records. */
  static Field<?> of(Slot slot, @Nullable String[] normal) {
    TreeMap<String, Integer> number = new TreeMap<>();
    for (String text : normal) {
      if (text != null) {
        number.put(text, 0);
      }
    }
    int next = 0;
    for (Map.Entry<String, Integer> entry : number.entrySet()) {
      entry.setValue(next++);
    }
    int[] value = new int[normal.length];
    int[] counts = new int[next];
    for (int r = 0; r < value.length; r++) {
      String text = normal[r];
      value[r] = text == null ? MISSING : number.getOrDefault(text, MISSING);
      if (value[r] >= 0) {
        counts[value[r]]++;
      }
    }
    List<String> texts = List.copyOf(number.keySet());
    return make(slot, value, texts, counts, comparison(slot.meaning(), texts, counts));
  }

  private static <V> Field<V> make(
      Slot slot, int[] value, List<String> texts, int[] counts, Comparison<V> comparison) {
    List<V> prepared = new ArrayList<>(texts.size());
    for (String text : texts) {
      prepared.add(comparison.prepare(text));
    }
    return new Field<>(slot, value, texts, counts, comparison, prepared);
  }

  private static Comparison<?> comparison(Meaning meaning, List<String> texts, int[] counts) {
    return switch (meaning) {
      case GIVEN_NAME, SURNAME -> new Names();
      case DATE -> new Dates();
      case YEAR -> new Numbers(true);
      case NUMBER -> new Numbers(false);
      case MAIL -> new Mails();
      case PHONE -> new Codes(Codes.Sort.PHONE);
      case POSTCODE -> new Codes(Codes.Sort.POSTCODE);
      case IDENTIFIER, CODE -> new Codes(Codes.Sort.CODE);
      case PLACE, CATEGORY -> new Places();
      case FULL_NAME, PEOPLE -> new Texts(true, texts, counts);
      case STREET, TEXT -> new Texts(false, texts, counts);
    };
  }

  /** The same field with its records in another order. */
  public Field<V> ordered(int[] rows) {
    int[] moved = new int[rows.length];
    for (int r = 0; r < rows.length; r++) {
      moved[r] = value[rows[r]];
    }
    return new Field<>(slot, moved, texts, counts, comparison, prepared);
  }

  public String name() {
    return slot.name();
  }

  public Meaning meaning() {
    return slot.meaning();
  }

  /** How many levels the comparison knows. */
  public int levels() {
    return comparison.levels().size();
  }

  /** How many records say something. */
  public long present() {
    return Arrays.stream(counts).asLongStream().sum();
  }

  /** The level at which two different values agree; does not depend on their order. */
  public int between(int value, int other) {
    return value < other
        ? comparison.level(prepared.get(value), prepared.get(other))
        : comparison.level(prepared.get(other), prepared.get(value));
  }

  /** Entropy of the values times the share of records that have one, in nats. */
  public double information() {
    double present = present();
    double entropy = 0;
    for (int n : counts) {
      entropy -= n / present * StrictMath.log(n / present);
    }
    return present / value.length * entropy;
  }
}
