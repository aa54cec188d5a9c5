package dev.bonafide.linking.records;

import java.util.Arrays;
import java.util.List;

/**
 * Which pairs of records are worth a comparison: those that share a key which few records have. A
 * key's block counts when it has at most {@link #cap} records. The cap is not a setting: it is the
 * largest for which all blocks together hold no more pairs than the table can afford.
 */
final class Blocks {
  /** Blocks above this are never looked at. */
  private static final int LARGEST = 2000;

  /** Up to this many pairs everything is compared with everything. */
  private static final double WHOLE = 1e6;

  /** How many pairs the blocks may hold for each record, and at least. A pair may be in several. */
  private static final int PAIRS_A_RECORD = 150;

  private static final double LEAST_BUDGET = 2e6;

  private final Records records;
  private final boolean whole;
  private final int cap;
  private final double pairs;
  private final int[] starts;
  private final int[] members;
  private final int[] blocksAt;
  private final int[] blocks;

  private Blocks(
      Records records,
      boolean whole,
      int cap,
      double pairs,
      int[] starts,
      int[] members,
      int[] blocksAt,
      int[] blocks) {
    this.records = records;
    this.whole = whole;
    this.cap = cap;
    this.pairs = pairs;
    this.starts = starts;
    this.members = members;
    this.blocksAt = blocksAt;
    this.blocks = blocks;
  }

  /** Whether everything is compared with everything. */
  boolean whole() {
    return whole;
  }

  /** The largest block that counts; 0 when everything is compared with everything. */
  int cap() {
    return cap;
  }

  /** How many pairs all blocks hold together; a pair in two blocks counts twice. */
  double pairs() {
    return pairs;
  }

  static Blocks of(Records records, Keyring keyring, int threads) {
    if (records.pairs() <= WHOLE) {
      return new Blocks(
          records, true, 0, records.pairs(), new int[1], new int[0], new int[1], new int[0]);
    }
    Keyring.Made made = new Keyring.Made(records.fields());
    List<Runs> runs =
        Work.pieces(
            threads,
            keyring.size(),
            kind -> Runs.of(records, keyring.entries(kind, records, made)));
    double[] pairsBySize = new double[LARGEST + 1];
    for (Runs of : runs) {
      for (int size = 2; size <= LARGEST; size++) {
        pairsBySize[size] += of.pairs[size];
      }
    }
    double budget = Math.max(LEAST_BUDGET, (double) PAIRS_A_RECORD * records.size());
    int cap = 1;
    double pairs = 0;
    while (cap < LARGEST && pairs + pairsBySize[cap + 1] <= budget) {
      pairs += pairsBySize[++cap];
    }
    return of(records, runs, cap, pairs);
  }

  private static Blocks of(Records records, List<Runs> runs, int cap, double pairs) {
    int count = 0;
    int total = 0;
    for (Runs of : runs) {
      for (int r = 0; r + 1 < of.starts.length; r++) {
        int size = of.starts[r + 1] - of.starts[r];
        if (size <= cap) {
          count++;
          total = Math.addExact(total, size);
        }
      }
    }
    int[] starts = new int[count + 1];
    int[] members = new int[total];
    int[] blocksAt = new int[records.size() + 1];
    int block = 0;
    int at = 0;
    for (Runs of : runs) {
      for (int r = 0; r + 1 < of.starts.length; r++) {
        int size = of.starts[r + 1] - of.starts[r];
        if (size <= cap) {
          System.arraycopy(of.members, of.starts[r], members, at, size);
          for (int m = at; m < at + size; m++) {
            blocksAt[members[m] + 1]++;
          }
          at += size;
          starts[++block] = at;
        }
      }
    }
    for (int r = 0; r < records.size(); r++) {
      blocksAt[r + 1] += blocksAt[r];
    }
    int[] fill = blocksAt.clone();
    int[] blocks = new int[total];
    for (int b = 0; b < count; b++) {
      for (int m = starts[b]; m < starts[b + 1]; m++) {
        blocks[fill[members[m]]++] = b;
      }
    }
    return new Blocks(records, false, cap, pairs, starts, members, blocksAt, blocks);
  }

  /**
   * The blocks of one kind of key.
   *
   * @param starts where each block begins in {@code members}
   * @param pairs how many pairs the blocks of each size hold
   */
  @SuppressWarnings("ArrayRecordComponent") // a list of boxed numbers would cost more than all else
  private record Runs(int[] starts, int[] members, double[] pairs) {
    static Runs of(Records records, long[] entries) {
      int[] starts = new int[16];
      int[] members = new int[16];
      double[] pairs = new double[LARGEST + 1];
      int[] in = new int[records.sides()];
      int blocks = 0;
      int at = 0;
      for (int from = 0; from < entries.length; ) {
        int to = from;
        while (to < entries.length
            && (entries[to] & Keyring.KEY) == (entries[from] & Keyring.KEY)) {
          to++;
        }
        int length = to - from;
        double of = length < 2 || length > LARGEST ? 0 : pairs(records, entries, from, to, in);
        if (of > 0) {
          pairs[length] += of;
          if (at + length > members.length) {
            members = Arrays.copyOf(members, Math.max(at + length, members.length * 2));
          }
          for (int e = from; e < to; e++) {
            members[at++] = Keyring.record(entries[e]);
          }
          if (++blocks == starts.length) {
            starts = Arrays.copyOf(starts, blocks * 2);
          }
          starts[blocks] = at;
        }
        from = to;
      }
      return new Runs(Arrays.copyOf(starts, blocks + 1), Arrays.copyOf(members, at), pairs);
    }

    private static double pairs(Records records, long[] entries, int from, int to, int[] in) {
      double all = Records.two(to - from);
      if (records.between()) {
        Arrays.fill(in, 0);
        for (int e = from; e < to; e++) {
          all -= in[records.side(Keyring.record(entries[e]))]++;
        }
      }
      return all;
    }
  }

  /** Whether two records share a key that counts. */
  boolean near(int a, int b) {
    if (whole) {
      return true;
    }
    for (int i = blocksAt[a], j = blocksAt[b]; i < blocksAt[a + 1] && j < blocksAt[b + 1]; ) {
      if (blocks[i] == blocks[j]) {
        return true;
      }
      if (blocks[i] < blocks[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  /** Finds the candidates of one record after another. One per thread. */
  final class Search {
    private final int[] seenBy = new int[whole ? 0 : records.size()];
    private int[] found = new int[64];

    Search() {
      Arrays.fill(seenBy, -1);
    }

    /** Finds the candidates that come after a record; says how many stand in {@link #found}. */
    int later(int record) {
      int count = 0;
      if (whole) {
        int size = records.size();
        found = found.length < size ? new int[size] : found;
        for (int other = record + 1; other < size; other++) {
          if (records.looksAt(record, other)) {
            found[count++] = other;
          }
        }
        return count;
      }
      for (int b = blocksAt[record]; b < blocksAt[record + 1]; b++) {
        int block = blocks[b];
        for (int m = starts[block + 1] - 1; m >= starts[block]; m--) {
          int other = members[m];
          if (other <= record) {
            break;
          }
          if (seenBy[other] != record && records.looksAt(record, other)) {
            seenBy[other] = record;
            if (count == found.length) {
              found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = other;
          }
        }
      }
      return count;
    }

    /** The candidates found last; the array is used again. */
    int[] found() {
      return found;
    }
  }
}
