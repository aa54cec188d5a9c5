package dev.bonafide.indicators;

import java.util.Arrays;

/** Numbers ids in the order of first sight: id to 0, 1, 2 ... Open addressing, never shrinks. */
final class Index {
  private long[] keys = new long[32];
  private int[] values = new int[32];
  private int size;

  Index() {
    Arrays.fill(values, -1);
  }

  int size() {
    return size;
  }

  /** The number of an id; the next free one when it is new. */
  int of(long id) {
    int slot = slot(id);
    if (values[slot] < 0) {
      if (size * 2 >= keys.length) {
        grow();
        slot = slot(id);
      }
      keys[slot] = id;
      values[slot] = size++;
    }
    return values[slot];
  }

  private int slot(long id) {
    int mask = keys.length - 1;
    long mixed = id * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 40) & mask;
    while (values[slot] >= 0 && keys[slot] != id) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    Arrays.fill(values, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] >= 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
