package dev.bonafide.sources;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of a stretch of bytes, so that a text which was met before is neither
 * decoded nor hashed again. Bounded: when full it forgets everything and begins anew.
 */
final class Interned<T> {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long K = 0x9E3779B97F4A7C15L;
  private static final int LIMIT = 1 << 16;

  /** Makes the value of a text that is met for the first time. */
  interface Maker<T> {
    T make(byte[] bytes, int from, int to);
  }

  private static final class Entry<T> {
    final long hash;
    final byte[] key;
    final T value;

    Entry(long hash, byte[] key, T value) {
      this.hash = hash;
      this.key = key;
      this.value = value;
    }
  }

  private final Maker<T> maker;
  private @Nullable Entry<T>[] table = newTable(64);
  private int size;

  Interned(Maker<T> maker) {
    this.maker = maker;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays have no type parameters
  private static <T> @Nullable Entry<T>[] newTable(int length) {
    return (Entry<T>[]) new Entry[length];
  }

  T get(byte[] bytes, int from, int to) {
    long hash = hash(bytes, from, to);
    int mask = table.length - 1;
    int at = (int) (hash >>> 32) & mask;
    while (true) {
      Entry<T> entry = table[at];
      if (entry == null) {
        return add(bytes, from, to, hash);
      }
      if (entry.hash == hash && Arrays.equals(bytes, from, to, entry.key, 0, entry.key.length)) {
        return entry.value;
      }
      at = at + 1 & mask;
    }
  }

  private T add(byte[] bytes, int from, int to, long hash) {
    Entry<T> entry =
        new Entry<>(hash, Arrays.copyOfRange(bytes, from, to), maker.make(bytes, from, to));
    if (size >= LIMIT) {
      table = newTable(64);
      size = 0;
    } else if (size * 2 >= table.length) {
      @Nullable Entry<T>[] old = table;
      table = newTable(old.length * 2);
      for (Entry<T> kept : old) {
        if (kept != null) {
          place(kept);
        }
      }
    }
    place(entry);
    size++;
    return entry.value;
  }

  private void place(Entry<T> entry) {
    int mask = table.length - 1;
    int at = (int) (entry.hash >>> 32) & mask;
    while (table[at] != null) {
      at = at + 1 & mask;
    }
    table[at] = entry;
  }

  /** A quick hash for this table only; it never leaves it. */
  static long hash(byte[] bytes, int from, int to) {
    int length = to - from;
    long hash = length * K;
    int at = from;
    // Two words a step: only one multiplication waits for the step before.
    for (; at <= to - 16; at += 16) {
      long second = Long.rotateLeft((long) LONG.get(bytes, at + 8) * K, 31);
      hash = Long.rotateLeft((hash ^ (long) LONG.get(bytes, at)) * K, 29) + second;
    }
    if (at <= to - 8) {
      hash = Long.rotateLeft((hash ^ (long) LONG.get(bytes, at)) * K, 29);
      at += 8;
    }
    if (at < to) {
      long tail = 0;
      if (length >= 8) {
        tail = (long) LONG.get(bytes, to - 8);
      } else {
        for (; at < to; at++) {
          tail = tail << 8 | (bytes[at] & 0xFF);
        }
      }
      hash = (hash ^ tail) * K;
    }
    return hash ^ hash >>> 29;
  }
}
