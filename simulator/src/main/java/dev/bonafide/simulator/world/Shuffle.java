package dev.bonafide.simulator.world;

/**
 * A keyed permutation of 0 to size - 1, computed for one number at a time: so that number n gets a
 * name, an id or an address that nobody else has, whoever else there is. Four rounds of a Feistel
 * network over the next even power of two, walked until the result is in range.
 */
public final class Shuffle {
  private final long key;
  private final long size;
  private final int half;

  public Shuffle(long key, long size) {
    if (size < 1) {
      throw new IllegalArgumentException("a permutation of " + size);
    }
    this.key = key;
    this.size = size;
    int bits = Math.max(2, 64 - Long.numberOfLeadingZeros(size - 1));
    this.half = (bits + 1) / 2;
  }

  /** Where {@code number} goes. Numbers from {@code size} upwards begin again: they share. */
  public long of(long number) {
    long at = Math.floorMod(number, size);
    do {
      at = once(at);
    } while (at >= size);
    return at;
  }

  private long once(long value) {
    long mask = (1L << half) - 1;
    long left = value >>> half;
    long right = value & mask;
    for (int round = 0; round < 4; round++) {
      long next = left ^ (Chance.mix(key + right * 31 + round * 0x632BE59BD9B4E019L) & mask);
      left = right;
      right = next;
    }
    return left << half | right;
  }
}
