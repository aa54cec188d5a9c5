package dev.bonafide.logbook;

import java.util.Arrays;

/** A cursor over the bytes of a page, to write or to read; numbers are big-endian. */
final class Bytes {
  byte[] array;
  int at;

  Bytes(byte[] array) {
    this.array = array;
  }

  static Bytes toWrite(int expected) {
    return new Bytes(new byte[expected]);
  }

  byte[] written() {
    return Arrays.copyOf(array, at);
  }

  void write(int value) {
    room(1);
    array[at++] = (byte) value;
  }

  /** The lowest {@code count} bytes of a number. */
  void write(long value, int count) {
    room(count);
    for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
      array[at++] = (byte) (value >>> shift);
    }
  }

  /** Seven bits a byte, the lowest first; the top bit says that more follow. */
  void writeVarint(long value) {
    room(10);
    if (value >= 0 && value < 0x80) {
      array[at++] = (byte) value;
      return;
    }
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      array[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    array[at++] = (byte) rest;
  }

  /** A day's bitmap in 36 bytes. */
  void writeBits(long[] bits, int from) {
    for (int word = 0; word < Bits.WORDS - 1; word++) {
      write(bits[from + word], 8);
    }
    write(bits[from + Bits.WORDS - 1], 4);
  }

  int read() {
    return array[at++] & 0xFF;
  }

  long read(int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = (value << 8) | (array[at++] & 0xFF);
    }
    return value;
  }

  long readVarint() {
    byte first = array[at++];
    if (first >= 0) {
      return first;
    }
    long value = first & 0x7F;
    for (int shift = 7; ; shift += 7) {
      byte next = array[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** A column of varints that fit an int. */
  int[] readColumn(int count) {
    int[] column = new int[count];
    for (int i = 0; i < count; i++) {
      int value = array[at];
      if (value >= 0) {
        at++;
        column[i] = value;
      } else {
        column[i] = (int) readVarint();
      }
    }
    return column;
  }

  long[] readBits() {
    long[] bits = new long[Bits.WORDS];
    for (int word = 0; word < Bits.WORDS - 1; word++) {
      bits[word] = read(8);
    }
    bits[Bits.WORDS - 1] = read(4);
    return bits;
  }

  private void room(int count) {
    if (at + count > array.length) {
      array = Arrays.copyOf(array, Math.max(at + count, 2 * array.length));
    }
  }
}
