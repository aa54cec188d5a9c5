package dev.bonafide.sources;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values that were picked from one record, by slot. A value is a stretch of the record's own
 * bytes, or, where it had to be unescaped, of a side buffer. Reused from record to record.
 */
public final class Row {
  private static final byte ABSENT = 0;
  private static final byte OWN = 1;
  private static final byte SIDE = 2;

  private final byte[] place;
  private final int[] from;
  private final int[] to;
  private byte[] own = {};
  private byte[] side = new byte[512];
  private int sideEnd;
  private int recordFrom;
  private int recordTo;

  Row(int slots) {
    place = new byte[slots];
    from = new int[slots];
    to = new int[slots];
  }

  /** Forgets the record before and begins with {@code bytes[from, to)}. */
  void begin(byte[] bytes, int start, int end) {
    Arrays.fill(place, ABSENT);
    own = bytes;
    recordFrom = start;
    recordTo = end;
    sideEnd = 0;
  }

  /** The record proper is a part of what was begun. */
  void narrow(int start, int end) {
    recordFrom = start;
    recordTo = end;
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

  void put(int slot, int start, int end) {
    place[slot] = OWN;
    from[slot] = start;
    to[slot] = end;
  }

  void putSide(int slot, int start, int end) {
    place[slot] = SIDE;
    from[slot] = start;
    to[slot] = end;
  }

  void copy(int fromSlot, int toSlot) {
    place[toSlot] = place[fromSlot];
    from[toSlot] = from[fromSlot];
    to[toSlot] = to[fromSlot];
  }

  void clear(int[] slots) {
    for (int slot : slots) {
      place[slot] = ABSENT;
    }
  }

  void clear(int slot) {
    place[slot] = ABSENT;
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
    int start = sideEnd;
    System.arraycopy(bytes, 0, roomInSide(bytes.length), start, bytes.length);
    sideEnd = start + bytes.length;
    return start;
  }

  boolean has(int slot) {
    return place[slot] != ABSENT;
  }

  /** Whether the slot holds this text, without regard to the case of ASCII letters. */
  boolean is(int slot, byte[] text) {
    if (!has(slot) || to[slot] - from[slot] != text.length) {
      return false;
    }
    byte[] bytes = bytes(slot);
    for (int i = 0, at = from[slot]; i < text.length; i++, at++) {
      int difference = bytes[at] ^ text[i];
      if (difference != 0
          && (difference != 0x20 || (bytes[at] | 0x20) < 'a' || (bytes[at] | 0x20) > 'z')) {
        return false;
      }
    }
    return true;
  }

  byte[] bytes(int slot) {
    return place[slot] == OWN ? own : side;
  }

  int from(int slot) {
    return from[slot];
  }

  int to(int slot) {
    return to[slot];
  }

  /** The text of a slot, null when the record has none or an empty one. */
  public @Nullable String text(int slot) {
    if (!has(slot) || to[slot] == from[slot]) {
      return null;
    }
    return new String(bytes(slot), from[slot], to[slot] - from[slot], StandardCharsets.UTF_8);
  }
}
