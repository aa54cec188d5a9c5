package dev.bonafide.sources;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that lie between two values which change from record to record: keys, brackets and all
 * values that were the same in every record so far. Where they are met again, an extractor is in
 * the same state as when it read them one by one, so that it can pass over them in one comparison.
 */
final class Leap {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Of this many tries one may miss before a leap is made shorter. */
  private static final int TRIES = 16;

  /** From behind a value to the beginning of the one where reading goes on, padded to words. */
  private final byte[] run;

  private final int length;
  private final long lastWord;

  /** The keys whose values begin in the run, the one where reading goes on at its end included. */
  private final Shape.Key[] keys;

  /** For each of them, where its value begins, from the beginning of the run. */
  private final int[] begins;

  /** For each of them, how much deeper it lies than where the leap begins. */
  private final int[] deeper;

  /** For each of the run's values that is wanted: slot, begin and end; no end for null. */
  private final int[] wanted;

  private final long since;
  private int misses;

  Leap(
      byte[] bytes,
      int from,
      int to,
      Shape.Key[] keys,
      int[] begins,
      int[] deeper,
      int[] wanted,
      long since) {
    length = to - from;
    run = Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), (length + 7) / 8 * 8);
    lastWord = -1L >>> ((run.length - length) * 8);
    this.keys = keys;
    this.begins = begins;
    this.deeper = deeper;
    this.wanted = wanted;
    this.since = since;
  }

  /** How many bytes it passes over. */
  int length() {
    return length;
  }

  /** The key at whose value reading goes on. */
  Shape.Key to() {
    return keys[keys.length - 1];
  }

  /** How much deeper that is. */
  int deeper() {
    return deeper[deeper.length - 1];
  }

  /** Whether its bytes are next; the row then has what is wanted of them. */
  boolean fits(byte[] b, int at, int to, Row row) {
    byte[] expected = run;
    int words = expected.length;
    if (at + words >= to) {
      return false;
    }
    int i = 0;
    for (; i < words - 8; i += 8) {
      if ((long) LONG.get(b, at + i) != (long) LONG.get(expected, i)) {
        return false;
      }
    }
    if ((((long) LONG.get(b, at + i) ^ (long) LONG.get(expected, i)) & lastWord) != 0) {
      return false;
    }
    int[] slots = wanted;
    for (int k = 0; k < slots.length; k += 3) {
      if (slots[k + 2] == 0) {
        row.clear(slots[k]);
      } else {
        row.put(slots[k], at + slots[k + 1], at + slots[k + 2], false);
      }
    }
    return true;
  }

  /**
   * Something else followed. What misses often is cut at the value or key that differs.
   *
   * @param now how many records were read so far
   * @return what to try the next time; null for nothing
   */
  @Nullable Leap missed(byte[] b, int at, int to, long now) {
    if (at + length >= to) {
      return this; // the bytes end, which says nothing
    }
    misses++;
    if ((long) misses * TRIES <= now - since) {
      return this;
    }
    int same = Arrays.mismatch(run, 0, length, b, at, at + length);
    int kept = 0;
    while (kept < begins.length && begins[kept] <= same) {
      kept++;
    }
    if (same < 0 || kept == 0 || kept == keys.length) {
      return null;
    }
    int end = begins[kept - 1];
    int filled = 0;
    while (filled < wanted.length && wanted[filled + 1] < end) {
      filled += 3;
    }
    return new Leap(
        run,
        0,
        end,
        Arrays.copyOf(keys, kept),
        Arrays.copyOf(begins, kept),
        Arrays.copyOf(deeper, kept),
        Arrays.copyOf(wanted, filled),
        now);
  }
}
