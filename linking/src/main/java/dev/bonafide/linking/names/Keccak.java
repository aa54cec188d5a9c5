package dev.bonafide.linking.names;

import java.util.Arrays;

/**
 * Keccak-256 as Ethereum uses it: the sponge of the Keccak team's submission, rate 1088, padding
 * 0x01 (not SHA-3's 0x06, which Java has).
 */
final class Keccak {
  private static final int RATE = 136;
  private static final int ROUNDS = 24;
  private static final int[] ROTATE = {
    1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
  };
  private static final int[] MOVE = {
    10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
  };

  private Keccak() {}

  static byte[] hash256(byte[] message) {
    byte[] padded = Arrays.copyOf(message, (message.length / RATE + 1) * RATE);
    padded[message.length] ^= 0x01;
    padded[padded.length - 1] ^= (byte) 0x80;
    long[] state = new long[25];
    for (int at = 0; at < padded.length; at += RATE) {
      for (int i = 0; i < RATE; i++) {
        state[i / 8] ^= (padded[at + i] & 0xffL) << (8 * (i % 8));
      }
      permute(state);
    }
    byte[] hash = new byte[32];
    for (int i = 0; i < hash.length; i++) {
      hash[i] = (byte) (state[i / 8] >>> (8 * (i % 8)));
    }
    return hash;
  }

  private static void permute(long[] a) {
    long[] column = new long[5];
    int lfsr = 1;
    for (int round = 0; round < ROUNDS; round++) {
      for (int x = 0; x < 5; x++) {
        column[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
      }
      for (int x = 0; x < 5; x++) {
        long mix = column[(x + 4) % 5] ^ Long.rotateLeft(column[(x + 1) % 5], 1);
        for (int y = 0; y < 25; y += 5) {
          a[x + y] ^= mix;
        }
      }
      long moved = a[1];
      for (int i = 0; i < ROTATE.length; i++) {
        long next = a[MOVE[i]];
        a[MOVE[i]] = Long.rotateLeft(moved, ROTATE[i]);
        moved = next;
      }
      for (int y = 0; y < 25; y += 5) {
        System.arraycopy(a, y, column, 0, 5);
        for (int x = 0; x < 5; x++) {
          a[x + y] = column[x] ^ (~column[(x + 1) % 5] & column[(x + 2) % 5]);
        }
      }
      // The round's constant: bits 2^j - 1 from the register x^8 + x^6 + x^5 + x^4 + 1.
      for (int j = 0; j < 7; j++) {
        if ((lfsr & 1) == 1) {
          a[0] ^= 1L << ((1 << j) - 1);
        }
        lfsr = lfsr << 1 ^ ((lfsr >> 7) * 0x171);
      }
    }
  }
}
