package dev.bonafide.sources;

import org.jspecify.annotations.Nullable;

/**
 * What was made of a combination of terms, by the hash of their ids. Ids name texts for good, so
 * that equal hashes mean equal combinations. Bounded: when full it forgets everything.
 */
final class Known<T> {
  private static final int LIMIT = 1 << 18;
  private long[] keys = new long[64];
  private @Nullable Object[] values = new Object[64];
  private int size;

  @Nullable T get(long key) {
    int mask = keys.length - 1;
    for (int at = slot(key, mask); values[at] != null; at = at + 1 & mask) {
      if (keys[at] == key) {
        @SuppressWarnings("unchecked") // only put() fills it
        T value = (T) values[at];
        return value;
      }
    }
    return null;
  }

  void put(long key, T value) {
    if (size >= LIMIT) {
      keys = new long[64];
      values = new Object[64];
      size = 0;
    }
    if (size * 2 >= keys.length) {
      long[] oldKeys = keys;
      @Nullable Object[] oldValues = values;
      keys = new long[oldKeys.length * 2];
      values = new Object[oldKeys.length * 2];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldValues[i] != null) {
          place(oldKeys[i], oldValues[i]);
        }
      }
    }
    place(key, value);
    size++;
  }

  private void place(long key, @Nullable Object value) {
    int mask = keys.length - 1;
    int at = slot(key, mask);
    while (values[at] != null) {
      at = at + 1 & mask;
    }
    keys[at] = key;
    values[at] = value;
  }

  private static int slot(long key, int mask) {
    return (int) (key ^ key >>> 32) & mask;
  }
}
