package dev.bonafide.logbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Bitmaps of five-minute bins. A day has 288 of them in five words; days are concatenated without
 * padding, so bin {@code b} of day {@code i} is bit {@code 288 i + b}. No function changes what it
 * is given.
 */
public final class Bits {
  /** Seconds of a bin. */
  public static final int BIN_SECONDS = 300;

  /** Bins of a UTC day. */
  public static final int BINS = 288;

  /** Words of a day's bitmap; the last 32 bits are never set. */
  public static final int WORDS = 5;

  /**
   * Bins in a row.
   *
   * @param from first bin
   * @param to bin after the last
   */
  public record Run(int from, int to) {
    public int length() {
      return to - from;
    }
  }

  private Bits() {}

  /** A day on which nothing happened. */
  public static long[] empty() {
    return new long[WORDS];
  }

  /** The bin of a second of the day. */
  public static int bin(int second) {
    return second / BIN_SECONDS;
  }

  public static boolean get(long[] bits, int bin) {
    return ((bits[bin >>> 6] >>> bin) & 1) != 0;
  }

  /** Bins in any of the two. */
  public static long[] or(long[] a, long[] b) {
    long[] out = a.clone();
    into(out, b);
    return out;
  }

  /** Bins in both. */
  public static long[] and(long[] a, long[] b) {
    long[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] &= b[i];
    }
    return out;
  }

  /** Bins in {@code a} that are not in {@code b}. */
  public static long[] andNot(long[] a, long[] b) {
    long[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] &= ~b[i];
    }
    return out;
  }

  public static boolean isEmpty(long[] bits) {
    for (long word : bits) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** How many bins are set. */
  public static int count(long[] bits) {
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** How many bins of {@code [from, to)} are set. */
  public static int count(long[] bits, int from, int to) {
    int count = 0;
    for (int bin = next(bits, true, from, to); bin < to; bin = next(bits, true, bin + 1, to)) {
      count++;
    }
    return count;
  }

  /** Bins that at least two of the bitmaps have. */
  public static long[] twice(Collection<long[]> bitmaps) {
    long[] once = empty();
    long[] twice = empty();
    for (long[] bits : bitmaps) {
      if (bits.length > once.length) {
        once = Arrays.copyOf(once, bits.length);
        twice = Arrays.copyOf(twice, bits.length);
      }
      for (int i = 0; i < bits.length; i++) {
        twice[i] |= once[i] & bits[i];
        once[i] |= bits[i];
      }
    }
    return twice;
  }

  /**
   * The first set bin at or after {@code from} and before {@code to}; {@code to} when there is
   * none.
   */
  public static int nextSet(long[] bits, int from, int to) {
    return next(bits, true, from, to);
  }

  /**
   * The first clear bin at or after {@code from} and before {@code to}; {@code to} when there is
   * none.
   */
  public static int nextClear(long[] bits, int from, int to) {
    return next(bits, false, from, to);
  }

  /**
   * The longest run of clear bins in {@code [from, to)}, the earliest of several; empty at {@code
   * from} when all are set.
   */
  public static Run longestGap(long[] bits, int from, int to) {
    Run longest = new Run(from, from);
    for (int start = next(bits, false, from, to); start < to; ) {
      int end = next(bits, true, start, to);
      if (end - start > longest.length()) {
        longest = new Run(start, end);
      }
      start = next(bits, false, end, to);
    }
    return longest;
  }

  /**
   * The runs of set bins in {@code [from, to)}, where gaps shorter than {@code gap} bins are
   * bridged.
   */
  public static List<Run> runs(long[] bits, int from, int to, int gap) {
    List<Run> runs = new ArrayList<>();
    int start = next(bits, true, from, to);
    while (start < to) {
      int end = next(bits, false, start, to);
      int again = next(bits, true, end, to);
      while (again < to && again - end < gap) {
        end = next(bits, false, again, to);
        again = next(bits, true, end, to);
      }
      runs.add(new Run(start, end));
      start = again;
    }
    return runs;
  }

  /** Days in a row as one bitmap: the bitmaps of consecutive days, one each. */
  public static long[] days(List<long[]> days) {
    long[] out = new long[(days.size() * BINS + 63) >>> 6];
    for (int day = 0; day < days.size(); day++) {
      long[] bits = days.get(day);
      int at = day * BINS;
      for (int word = 0; word < WORDS && ((at + 64 * word) >>> 6) < out.length; word++) {
        int bit = at + 64 * word;
        out[bit >>> 6] |= bits[word] << bit;
        if ((bit & 63) != 0 && (bit >>> 6) + 1 < out.length) {
          out[(bit >>> 6) + 1] |= bits[word] >>> -bit;
        }
      }
    }
    return out;
  }

  /** One day out of a bitmap of several. */
  public static long[] day(long[] days, int index) {
    long[] out = new long[WORDS];
    int at = index * BINS;
    for (int word = 0; word < WORDS; word++) {
      int bit = at + 64 * word;
      if ((bit >>> 6) < days.length) {
        out[word] = days[bit >>> 6] >>> bit;
        if ((bit & 63) != 0 && (bit >>> 6) + 1 < days.length) {
          out[word] |= days[(bit >>> 6) + 1] << -bit;
        }
      }
    }
    out[WORDS - 1] &= 0xFFFFFFFFL;
    return out;
  }

  /**
   * Adds the bins of {@code more} to {@code target}: for owners of a bitmap that is not yet shown.
   */
  static void into(long[] target, long[] more) {
    for (int i = 0; i < target.length; i++) {
      target[i] |= more[i];
    }
  }

  /**
   * Sets the bins that an atom touches: from its second over {@code seconds} of a span, at least
   * one.
   */
  static void mark(long[] target, int at, int second, long seconds) {
    int first = bin(second);
    int last =
        seconds <= 1 ? first : Math.min(BINS - 1, (int) ((second + seconds - 1) / BIN_SECONDS));
    for (int bin = first; bin <= last; bin++) {
      target[at + (bin >>> 6)] |= 1L << bin;
    }
  }

  private static int next(long[] bits, boolean set, int from, int to) {
    int bin = from;
    while (bin < to) {
      long word = bits[bin >>> 6];
      long rest = (set ? word : ~word) >>> bin;
      if (rest != 0) {
        return Math.min(to, bin + Long.numberOfTrailingZeros(rest));
      }
      bin = (bin | 63) + 1;
    }
    return to;
  }
}
