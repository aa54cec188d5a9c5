package dev.bonafide.logbook;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a page that has to sample remembers of all its atoms, sampled out or not: a bitmap and the
 * first and last atom of each kind, a bitmap of each endpoint, egress and fingerprint, and the span
 * of each session. Everything here is OR, minimum or maximum. Rows are found by the live index of
 * the dictionary.
 */
final class Summary {
  /** Where the first and the last identity stand behind the bitmap of a kind. */
  static final int FIRST = Bits.WORDS;

  static final int LAST = Bits.WORDS + 1;

  private static final int ENDPOINT = Facet.ENDPOINT.column;
  private static final int EGRESS = Facet.EGRESS.column;
  private static final int FINGERPRINT = Facet.FINGERPRINT.column;
  private static final int SESSION = Facet.SESSION.column;

  private static final long[] NOTHING = Bits.empty();

  /** By kind number: bitmap, first and last identity. */
  final long[] @Nullable [] kinds;

  /** By facet and index: the bitmap, of {@link Atom#OTHER} too; empty for facets without. */
  private final long[][] @Nullable [] mapped;

  /** By index of the session: first second, then last second; -1 where the index is not used. */
  private int[] sessions;

  private int kindCount;

  Summary() {
    kinds = new long[128][];
    mapped = new long[Facet.COUNT][0][];
    sessions = new int[0];
  }

  Summary copy() {
    Summary copy = new Summary();
    for (int kind = 0; kind < kinds.length; kind++) {
      long[] row = kinds[kind];
      if (row != null) {
        copy.kinds[kind] = row.clone();
      }
    }
    for (int facet = 0; facet < Facet.COUNT; facet++) {
      copy.mapped[facet] = new long[mapped[facet].length][];
      for (int index = 0; index < mapped[facet].length; index++) {
        long[] row = mapped[facet][index];
        if (row != null) {
          copy.mapped[facet][index] = row.clone();
        }
      }
    }
    copy.sessions = sessions.clone();
    copy.kindCount = kindCount;
    return copy;
  }

  int kindCount() {
    return kindCount;
  }

  /** Takes in one atom. */
  void note(long key, long facets, long amount) {
    int second = Atom.second(key);
    int kind = Atom.kind(key);
    long lasts = Atom.lasts(kind, amount);
    long identity = Atom.identity(key);
    long[] row = kind(kind);
    Bits.mark(row, 0, second, lasts);
    row[FIRST] = Math.min(row[FIRST], identity);
    row[LAST] = Math.max(row[LAST], identity);
    Bits.mark(row(ENDPOINT, Atom.index(facets, ENDPOINT)), 0, second, lasts);
    Bits.mark(row(EGRESS, Atom.index(facets, EGRESS)), 0, second, lasts);
    Bits.mark(row(FINGERPRINT, Atom.index(facets, FINGERPRINT)), 0, second, lasts);
    noteSession(Atom.index(facets, SESSION), second, Atom.end(second, kind, amount));
  }

  void noteKind(int kind, long[] bits, long first, long last) {
    long[] row = kind(kind);
    for (int word = 0; word < Bits.WORDS; word++) {
      row[word] |= bits[word];
    }
    row[FIRST] = Math.min(row[FIRST], first);
    row[LAST] = Math.max(row[LAST], last);
  }

  void noteMapped(int facet, int index, long[] bits) {
    Bits.into(row(facet, index), bits);
  }

  void noteSession(int index, int first, int last) {
    if (index == Atom.NONE) {
      return;
    }
    if (2 * index >= sessions.length) {
      int used = sessions.length;
      sessions = Arrays.copyOf(sessions, Math.max(2 * index + 2, 2 * used));
      Arrays.fill(sessions, used, sessions.length, -1);
    }
    int known = sessions[2 * index];
    sessions[2 * index] = known < 0 ? first : Math.min(known, first);
    sessions[2 * index + 1] = Math.max(sessions[2 * index + 1], last);
  }

  /** Follows a dictionary into its new order: the row of index {@code i} goes to {@code to[i]}. */
  void remap(int facet, short[] to) {
    if (facet == SESSION) {
      int[] old = sessions;
      sessions = new int[0];
      for (int index = 1; 2 * index < old.length; index++) {
        if (old[2 * index] >= 0) {
          noteSession(index < to.length ? to[index] : index, old[2 * index], old[2 * index + 1]);
        }
      }
    } else {
      long[] @Nullable [] old = mapped[facet];
      mapped[facet] = new long[0][];
      for (int index = 0; index < old.length; index++) {
        long[] row = old[index];
        if (row != null) {
          noteMapped(facet, index < to.length ? to[index] : index, row);
        }
      }
    }
  }

  /** Writes the rows in the order of the dictionaries, which are sorted, with so many ids each. */
  void write(Bytes out, long counts, int others) {
    out.writeVarint(kindCount);
    for (int kind = 0; kind < kinds.length; kind++) {
      long[] row = kinds[kind];
      if (row != null) {
        out.write(kind);
        out.writeBits(row, 0);
        out.write(row[FIRST], 6);
        out.write(row[LAST], 6);
      }
    }
    for (Facet facet : Facet.values()) {
      int f = facet.column;
      int count = Atom.index(counts, f);
      boolean other = ((others >>> f) & 1) != 0;
      if (facet.mapped()) {
        for (int index = 0; index <= count; index++) {
          out.writeBits(shown(f, index), 0);
        }
        if (other) {
          out.writeBits(shown(f, Atom.OTHER), 0);
        }
      } else if (facet == Facet.SESSION) {
        for (int index = 1; index <= count; index++) {
          out.write(sessions[2 * index], 3);
          out.write(sessions[2 * index + 1], 3);
        }
        if (other) {
          out.write(sessions[2 * Atom.OTHER], 3);
          out.write(sessions[2 * Atom.OTHER + 1], 3);
        }
      }
    }
  }

  private long[] kind(int kind) {
    long[] row = kinds[kind];
    if (row == null) {
      row = new long[Bits.WORDS + 2];
      row[FIRST] = Long.MAX_VALUE;
      kinds[kind] = row;
      kindCount++;
    }
    return row;
  }

  /** A row to read: nothing changes, because another thread may be reading too. */
  private long[] shown(int facet, int index) {
    long[] row = index < mapped[facet].length ? mapped[facet][index] : null;
    return row == null ? NOTHING : row;
  }

  private long[] row(int facet, int index) {
    if (index >= mapped[facet].length) {
      mapped[facet] = Arrays.copyOf(mapped[facet], Math.max(index + 1, 2 * mapped[facet].length));
    }
    long[] row = mapped[facet][index];
    if (row == null) {
      row = new long[Bits.WORDS];
      mapped[facet][index] = row;
    }
    return row;
  }
}
