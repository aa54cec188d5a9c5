package dev.bonafide.sources;

import dev.bonafide.model.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values that were picked from one record, by slot. A value is a stretch of the record's own
 * bytes, or, where it had to be unescaped, of a side buffer. Reused from record to record.
 */
public final class Row {
  private static final long PRESENT = 1L << 63;
  private static final long SIDE = 1L << 62;
  private static final int SHIFT = 31;
  private static final int MASK = Integer.MAX_VALUE;

  /** By slot: whether there is a value, in which buffer, from where and to where. */
  private final long[] values;

  private byte[] own = {};
  private byte[] side = new byte[512];
  private int sideEnd;
  private int recordFrom;
  private int recordTo;

  Row(int slots) {
    values = new long[slots];
  }

  /** Forgets the record before and begins with {@code bytes[from, to)}. */
  void begin(byte[] bytes, int from, int to) {
    Arrays.fill(values, 0);
    own = bytes;
    recordFrom = from;
    recordTo = to;
    sideEnd = 0;
  }

  /** The record proper is a part of what was begun. */
  void narrow(int from, int to) {
    recordFrom = from;
    recordTo = to;
  }

  byte[] own() {
    return own;
  }

  int recordFrom() {
    return recordFrom;
  }

  int recordTo() {
    return recordTo;
  }

  void put(int slot, int from, int to, boolean inSide) {
    values[slot] = PRESENT | (inSide ? SIDE : 0) | (long) from << SHIFT | to;
  }

  void copy(int fromSlot, int toSlot) {
    values[toSlot] = values[fromSlot];
  }

  void clear(int[] slots) {
    for (int slot : slots) {
      values[slot] = 0;
    }
  }

  void clear(int slot) {
    values[slot] = 0;
  }

  byte[] side() {
    return side;
  }

  int sideEnd() {
    return sideEnd;
  }

  /** Makes room for {@code more} bytes behind {@link #sideEnd}. */
  byte[] roomInSide(int more) {
    if (side.length - sideEnd < more) {
      side = Arrays.copyOf(side, Math.max(side.length * 2, sideEnd + more));
    }
    return side;
  }

  void sideEnd(int end) {
    sideEnd = end;
  }

  /** Appends to the side buffer; returns where it begins. */
  int append(byte[] bytes) {
    int from = sideEnd;
    System.arraycopy(bytes, 0, roomInSide(bytes.length), from, bytes.length);
    sideEnd = from + bytes.length;
    return from;
  }

  /** How many slots have a text that is not empty. */
  int values() {
    int filled = 0;
    for (int slot = 0; slot < values.length; slot++) {
      filled += hasText(slot) ? 1 : 0;
    }
    return filled;
  }

  boolean has(int slot) {
    return values[slot] != 0;
  }

  boolean hasText(int slot) {
    return values[slot] != 0 && from(slot) < to(slot);
  }

  byte[] bytes(int slot) {
    return (values[slot] & SIDE) == 0 ? own : side;
  }

  int from(int slot) {
    return (int) (values[slot] >>> SHIFT) & MASK;
  }

  int to(int slot) {
    return (int) values[slot] & MASK;
  }

  /** Whether the slot holds this text, without regard to the case of ASCII letters. */
  boolean is(int slot, byte[] text) {
    int from = from(slot);
    if (!has(slot) || to(slot) - from != text.length) {
      return false;
    }
    byte[] bytes = bytes(slot);
    for (int i = 0; i < text.length; i++) {
      int difference = bytes[from + i] ^ text[i];
      if (difference != 0 && (difference != 0x20 || !isLetter(text[i]))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(byte c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  /** The hash of the record's own bytes: its id where the vendor gives none. */
  long hash() {
    return Hash.of(own, recordFrom, recordTo - recordFrom);
  }

  /** The text of a slot, null when the record has none or an empty one. */
  public @Nullable String text(int slot) {
    return hasText(slot)
        ? new String(bytes(slot), from(slot), to(slot) - from(slot), StandardCharsets.UTF_8)
        : null;
  }
}
