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

  private static final int LONGEST_SEARCH = 64;

  /** After so many texts it is asked whether it pays to keep them. */
  private static final int TRIAL = 1 << 12;

  /** For how many trials nothing is kept where it did not pay. */
  private static final int PAUSE = 16;

  private final Maker<T> maker;
  private @Nullable Entry<T>[] table = newTable(64);
  private int size;

  /** Whether all bytes are hashed: some words of each text did not tell them apart. */
  private boolean thorough;

  /** Texts asked for, and those of them that were new, in this trial. */
  private int asked;

  private int fresh;

  /** Trials left in which nothing is kept: nearly every text was new. */
  private int pause;

  Interned(Maker<T> maker) {
    this.maker = maker;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays have no type parameters
  private static <T> @Nullable Entry<T>[] newTable(int length) {
    return (Entry<T>[]) new Entry[length];
  }

  T get(byte[] bytes, int from, int to) {
    if (++asked == TRIAL) {
      judge();
    }
    if (pause > 0) {
      return maker.make(bytes, from, to);
    }
    long hash = thorough ? hash(bytes, from, to) : sample(bytes, from, to);
    @Nullable Entry<T>[] entries = table;
    int mask = entries.length - 1;
    int first = (int) (hash >>> 32);
    int at = first & mask;
    while (true) {
      Entry<T> entry = entries[at];
      if (entry == null) {
        return add(bytes, from, to, hash, at - first & mask);
      }
      if (entry.hash == hash && Arrays.equals(bytes, from, to, entry.key, 0, entry.key.length)) {
        return entry.value;
      }
      at = at + 1 & mask;
    }
  }

  /** Texts that hardly ever come again are not worth a table larger than the processor's cache. */
  private void judge() {
    if (pause > 0) {
      pause--;
    } else if (fresh * 4 > TRIAL * 3) {
      pause = PAUSE;
      table = newTable(64);
      size = 0;
    }
    asked = 0;
    fresh = 0;
  }

  private T add(byte[] bytes, int from, int to, long hash, int searched) {
    byte[] key = Arrays.copyOfRange(bytes, from, to);
    T value = maker.make(bytes, from, to);
    fresh++;
    if (size >= LIMIT) {
      table = newTable(64);
      size = 0;
    } else if (searched > LONGEST_SEARCH && !thorough) {
      thorough = true;
      rehash(table.length);
    } else if (size * 2 >= table.length) {
      rehash(table.length * 2);
    }
    place(new Entry<>(thorough ? hash(key, 0, key.length) : hash, key, value));
    size++;
    return value;
  }

  private void rehash(int length) {
    @Nullable Entry<T>[] old = table;
    table = newTable(length);
    for (Entry<T> kept : old) {
      if (kept != null) {
        place(
            thorough
                ? new Entry<>(hash(kept.key, 0, kept.key.length), kept.key, kept.value)
                : kept);
      }
    }
  }

  private void place(Entry<T> entry) {
    int mask = table.length - 1;
    int at = (int) (entry.hash >>> 32) & mask;
    while (table[at] != null) {
      at = at + 1 & mask;
    }
    table[at] = entry;
  }

  /** A hash of up to five words of a text: what is equal in these is mostly equal at all. */
  private static long sample(byte[] bytes, int from, int to) {
    int length = to - from;
    long hash = length * K;
    if (length >= 8) {
      hash = (hash ^ (long) LONG.get(bytes, from)) * K;
      hash = (Long.rotateLeft(hash, 29) ^ (long) LONG.get(bytes, to - 8)) * K;
      if (length > 16) {
        hash += Long.rotateLeft((long) LONG.get(bytes, from + (length >>> 1) - 4) * K, 31);
        if (length > 24) {
          long second = (long) LONG.get(bytes, from + (length >>> 2)) * K;
          hash ^= Long.rotateLeft(second + (long) LONG.get(bytes, to - 16), 17) * K;
        }
      }
      hash *= K;
    } else {
      long word = 0;
      for (int at = from; at < to; at++) {
        word = word << 8 | (bytes[at] & 0xFF);
      }
      hash = (hash ^ word) * K;
    }
    return hash ^ hash >>> 29;
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
