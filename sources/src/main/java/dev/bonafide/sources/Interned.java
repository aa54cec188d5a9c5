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
  private static final int LIMIT = 1 << 17;

  /** Makes the value of a text that is met for the first time. */
  interface Maker<T> {
    T make(byte[] bytes, int from, int to);
  }

  private final Maker<T> maker;
  private long[] hashes = new long[64];
  private byte[] @Nullable [] keys = new byte[64][];
  private Object[] values = new Object[64];
  private int size;

  Interned(Maker<T> maker) {
    this.maker = maker;
  }

  T get(byte[] bytes, int from, int to) {
    long hash = hash(bytes, from, to);
    int mask = hashes.length - 1;
    int at = (int) (hash >>> 32) & mask;
    while (true) {
      byte[] key = keys[at];
      if (key == null) {
        return add(bytes, from, to, hash);
      }
      if (hashes[at] == hash && Arrays.equals(bytes, from, to, key, 0, key.length)) {
        @SuppressWarnings("unchecked") // only add() fills it
        T value = (T) values[at];
        return value;
      }
      at = at + 1 & mask;
    }
  }

  private T add(byte[] bytes, int from, int to, long hash) {
    T value = maker.make(bytes, from, to);
    if (size >= LIMIT) {
      hashes = new long[64];
      keys = new byte[64][];
      values = new Object[64];
      size = 0;
    } else if (size * 2 >= hashes.length) {
      grow();
    }
    place(hash, Arrays.copyOfRange(bytes, from, to), value);
    size++;
    return value;
  }

  private void grow() {
    long[] oldHashes = hashes;
    byte[] @Nullable [] oldKeys = keys;
    Object[] oldValues = values;
    hashes = new long[oldHashes.length * 2];
    keys = new byte[oldHashes.length * 2][];
    values = new Object[oldHashes.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      byte[] key = oldKeys[i];
      if (key != null) {
        place(oldHashes[i], key, oldValues[i]);
      }
    }
  }

  private void place(long hash, byte[] key, Object value) {
    int mask = hashes.length - 1;
    int at = (int) (hash >>> 32) & mask;
    while (keys[at] != null) {
      at = at + 1 & mask;
    }
    hashes[at] = hash;
    keys[at] = key;
    values[at] = value;
  }

  /** A quick hash for this table only; it never leaves it. */
  static long hash(byte[] bytes, int from, int to) {
    int length = to - from;
    long hash = length * K;
    int at = from;
    for (; at <= to - 8; at += 8) {
      hash = Long.rotateLeft((hash ^ (long) LONG.get(bytes, at)) * K, 29);
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
