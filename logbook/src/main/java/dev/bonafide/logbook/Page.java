package dev.bonafide.logbook;

import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one account on one UTC day: a bounded set of atoms, one for each distinct
 * record and kind. Two pages are equal exactly when their bytes are. Atoms stand in the order of
 * second, kind and hash.
 *
 * <p>A page that overflowed is {@link #sampled}: it keeps a sample of its atoms, and what is said
 * to be exact still is. Counts are then estimates, and statistics of gaps between atoms mean
 * nothing.
 */
public final class Page {
  static final int VERSION = 1;
  static final int AMOUNTS = 1;
  static final int CONTENTS = 2;
  static final int SAMPLED = 4;
  static final int WIDE = 2;
  static final int BITMAP = 36;
  static final int KIND_ROW = 1 + BITMAP + 12;
  static final int SESSION_ROW = 6;

  private final byte[] bytes;

  /** Per facet: NONE, the ids in unsigned order, OTHER. */
  private final long[][] ids = new long[Facet.COUNT][];

  /** One bit per facet: the last of its ids is OTHER. */
  private int others;

  private final byte[] tupleKinds;

  /** Facet by facet the indexes of all tuples; null where the page says nothing of a facet. */
  private final int[] @Nullable [] tupleFacets = new int[Facet.COUNT][];

  /** The hashes of contents, where they do not follow from the ids; null where they do. */
  private final short @Nullable [] tupleContents;

  private final int[] seconds;
  private final int[] tuples;
  private final int[] hashes;
  private final long @Nullable [] amounts;
  private final int regularLevel;
  private final int notableLevel;

  /** Where the summary begins: its rows have fixed sizes. */
  private final int kindRowsAt;

  private final int kindRows;

  /**
   * The first or last act of a kind.
   *
   * @param second second of the day
   * @param hash 24 bits of the record's id
   */
  public record Moment(int second, int hash) {}

  /**
   * From when to when.
   *
   * @param first first second
   * @param last last second, inclusive
   */
  public record Span(int first, int last) {}

  private Page(byte[] bytes) {
    this.bytes = bytes;
    Bytes in = new Bytes(bytes);
    int version = in.read();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "page version " + version + " cannot be read, only " + VERSION + ": read the logs again");
    }
    int flags = in.read();
    for (int f = 0; f < Facet.COUNT; f++) {
      ids[f] = readIds(in, f);
    }
    tupleKinds = new byte[(int) in.readVarint()];
    int tupleCount = tupleKinds.length;
    System.arraycopy(bytes, in.at, tupleKinds, 0, tupleCount);
    in.at += tupleCount;
    for (int f = 0; f < Facet.COUNT; f++) {
      if (ids[f].length > 1) {
        tupleFacets[f] = in.readColumn(tupleCount);
      }
    }
    if ((flags & CONTENTS) != 0) {
      tupleContents = new short[tupleCount];
      for (int t = 0; t < tupleCount; t++) {
        tupleContents[t] = (short) in.read(2);
      }
    } else {
      tupleContents = null;
    }
    int size = (int) in.readVarint();
    seconds = in.readColumn(size);
    for (int i = 1; i < size; i++) {
      seconds[i] += seconds[i - 1];
    }
    tuples = in.readColumn(size);
    hashes = new int[size];
    for (int i = 0, at = in.at; i < size; i++, at += 3) {
      hashes[i] =
          ((bytes[at] & 0xFF) << 16) | ((bytes[at + 1] & 0xFF) << 8) | (bytes[at + 2] & 0xFF);
    }
    in.at += 3 * size;
    if ((flags & AMOUNTS) != 0) {
      amounts = new long[size];
      for (int i = 0; i < size; i++) {
        amounts[i] = in.readVarint();
      }
    } else {
      amounts = null;
    }
    if ((flags & SAMPLED) != 0) {
      regularLevel = in.read();
      notableLevel = in.read();
      kindRows = (int) in.readVarint();
    } else {
      regularLevel = 0;
      notableLevel = 0;
      kindRows = 0;
    }
    kindRowsAt = in.at;
  }

  private long[] readIds(Bytes in, int facet) {
    int header = (int) in.readVarint();
    int count = header >>> 2;
    int width = (header & WIDE) != 0 ? 8 : 4;
    int other = header & 1;
    long[] read = new long[1 + count + other];
    read[0] = Term.NONE;
    for (int i = 1; i <= count; i++) {
      read[i] = in.read(width);
    }
    if (other != 0) {
      read[count + 1] = Term.OTHER;
      others |= 1 << facet;
    }
    return read;
  }

  /**
   * Reads a sealed page. The bytes are kept and may not be changed afterwards.
   *
   * @throws IllegalArgumentException when they are of another page version
   */
  public static Page of(byte[] sealed) {
    return new Page(sealed);
  }

  /** The union of two sealed pages of one account and day. */
  public static byte[] merge(byte[] a, byte[] b) {
    return merge(a, b, Caps.DEFAULT);
  }

  static byte[] merge(byte[] a, byte[] b, Caps caps) {
    if (Arrays.equals(a, b)) {
      return a;
    }
    OpenPage union = new OpenPage(caps);
    union.mergeSealed(a);
    union.mergeSealed(b);
    return union.close();
  }

  /** The canonical bytes; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  // --- atoms -------------------------------------------------------------------------------------

  /** How many atoms are kept. */
  public int size() {
    return seconds.length;
  }

  /** The second of the day of atom {@code i}. */
  public int second(int i) {
    return seconds[i];
  }

  /** The last second that atom {@code i} touches: for spans their end on this day, else its own. */
  public int lastSecond(int i) {
    return Atom.end(seconds[i], tupleKinds[tuples[i]], amount(i));
  }

  public Kind kind(int i) {
    return Kind.of(tupleKinds[tuples[i]]);
  }

  /** 24 bits of the record's id. */
  public int hash(int i) {
    return hashes[i];
  }

  /** What atom {@code i} says of a facet; {@code Term.NONE} or {@code Term.OTHER} included. */
  public long id(int i, Facet facet) {
    return tupleId(tuples[i], facet.column);
  }

  /** Seconds, bytes or a count, by kind; 0 when the kind has none. */
  public long amount(int i) {
    return amounts == null ? 0 : amounts[i];
  }

  /** Whether atom {@code i} is one more copy of the record before it that says something else. */
  public boolean copy(int i) {
    return i > 0
        && seconds[i] == seconds[i - 1]
        && hashes[i] == hashes[i - 1]
        && tupleKinds[tuples[i]] == tupleKinds[tuples[i - 1]];
  }

  // --- registers ---------------------------------------------------------------------------------

  /** The ids of a facet in unsigned order, without NONE and OTHER. Exact, up to OTHER. */
  public long[] ids(Facet facet) {
    return Arrays.copyOfRange(ids[facet.column], 1, 1 + idCount(facet));
  }

  /** Whether there were more ids than the page keeps; these are {@code Term.OTHER}. Exact. */
  public boolean hasOther(Facet facet) {
    return ((others >>> facet.column) & 1) != 0;
  }

  /** Whether some atoms are left out. */
  public boolean sampled() {
    return regularLevel + notableLevel > 0;
  }

  /** Whether some atoms of this kind's stratum (regular or notable) are left out. */
  public boolean sampled(Kind kind) {
    return level(kind) > 0;
  }

  /** How many distinct records of a kind there were; an estimate when the kind is sampled. */
  public long count(Kind kind) {
    long kept = 0;
    for (int i = 0; i < seconds.length; i++) {
      if (tupleKinds[tuples[i]] == kind.number() && !copy(i)) {
        kept++;
      }
    }
    return kept << level(kind);
  }

  /** The kinds that occurred. Exact. */
  public Set<Kind> kinds() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (sampled()) {
      for (int row = 0; row < kindRows; row++) {
        kinds.add(Kind.of(bytes[kindRowsAt + row * KIND_ROW]));
      }
    } else {
      for (byte number : tupleKinds) {
        kinds.add(Kind.of(number));
      }
    }
    return kinds;
  }

  /** The bins of all atoms. Exact. */
  public long[] bitmap() {
    return bitmap(EnumSet.allOf(Kind.class));
  }

  /** The bins in which these kinds occurred, spans filled. Exact. */
  public long[] bitmap(Set<Kind> kinds) {
    if (!sampled()) {
      return fromAtoms(tuplesOf(kinds));
    }
    long[] bits = Bits.empty();
    for (int row = 0; row < kindRows; row++) {
      int at = kindRowsAt + row * KIND_ROW;
      if (kinds.contains(Kind.of(bytes[at]))) {
        Bits.into(bits, bitmapAt(at + 1));
      }
    }
    return bits;
  }

  /**
   * The bins in which an id occurred; {@code Term.NONE} and {@code Term.OTHER} are ids too. Exact
   * for endpoints, egresses and fingerprints; of other facets only what the sample shows when the
   * page is sampled.
   */
  public long[] bitmap(Facet facet, long id) {
    int index = indexOf(facet, id);
    if (index < 0) {
      return Bits.empty();
    }
    if (sampled() && facet.mapped()) {
      return bitmapAt(mappedRowsAt(facet) + index * BITMAP);
    }
    return fromAtoms(tuplesOf(facet, index));
  }

  /**
   * The bins in which an id occurred with one of these kinds: only what the sample shows when the
   * page is sampled, so never too many.
   */
  public long[] bitmap(Facet facet, long id, Set<Kind> kinds) {
    int index = indexOf(facet, id);
    if (index < 0) {
      return Bits.empty();
    }
    boolean[] wanted = tuplesOf(facet, index);
    boolean[] ofKind = tuplesOf(kinds);
    for (int t = 0; t < wanted.length; t++) {
      wanted[t] &= ofKind[t];
    }
    return fromAtoms(wanted);
  }

  /** From when to when a session was used on this day; null when it was not. Exact. */
  public @Nullable Span session(long id) {
    int index = indexOf(Facet.SESSION, id);
    if (index <= 0) {
      return null;
    }
    if (sampled()) {
      Bytes in = new Bytes(bytes);
      in.at = sessionRowsAt() + (index - 1) * SESSION_ROW;
      return new Span((int) in.read(3), (int) in.read(3));
    }
    boolean[] wanted = tuplesOf(Facet.SESSION, index);
    int first = -1;
    int last = -1;
    for (int i = 0; i < seconds.length; i++) {
      if (wanted[tuples[i]]) {
        first = first < 0 ? seconds[i] : first;
        last = Math.max(last, lastSecond(i));
      }
    }
    return new Span(first, last);
  }

  /** The first act of a kind; null when there was none. Exact. */
  public @Nullable Moment first(Kind kind) {
    if (sampled()) {
      return sampledMoment(kind, 1 + BITMAP);
    }
    for (int i = 0; i < seconds.length; i++) {
      if (tupleKinds[tuples[i]] == kind.number()) {
        return new Moment(seconds[i], hashes[i]);
      }
    }
    return null;
  }

  /** The last act of a kind, by its start; null when there was none. Exact. */
  public @Nullable Moment last(Kind kind) {
    if (sampled()) {
      return sampledMoment(kind, 1 + BITMAP + 6);
    }
    for (int i = seconds.length - 1; i >= 0; i--) {
      if (tupleKinds[tuples[i]] == kind.number()) {
        return new Moment(seconds[i], hashes[i]);
      }
    }
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Page page && Arrays.equals(bytes, page.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "page of " + size() + " atoms in " + bytes.length + " bytes";
  }

  // --- for the neighbours ------------------------------------------------------------------------

  /** How many distinct (kind, facets) there are. */
  int tupleCount() {
    return tupleKinds.length;
  }

  /** The tuple of atom {@code i}. */
  int tuple(int i) {
    return tuples[i];
  }

  /** The bins of each tuple's atoms. */
  long[][] bitmapsOfTuples() {
    long[][] bitmaps = new long[tupleKinds.length][Bits.WORDS];
    for (int i = 0; i < seconds.length; i++) {
      int tuple = tuples[i];
      Bits.mark(bitmaps[tuple], 0, seconds[i], Atom.lasts(tupleKinds[tuple], amount(i)));
    }
    return bitmaps;
  }

  Kind tupleKind(int tuple) {
    return Kind.of(tupleKinds[tuple]);
  }

  long tupleId(int tuple, Facet facet) {
    return tupleId(tuple, facet.column);
  }

  int idCount(Facet facet) {
    return ids[facet.column].length - 1 - ((others >>> facet.column) & 1);
  }

  long idAt(Facet facet, int index) {
    return ids[facet.column][index];
  }

  int regularLevel() {
    return regularLevel;
  }

  int notableLevel() {
    return notableLevel;
  }

  /** The key of atom {@code i}, whose content has this hash. */
  long key(int i, int content) {
    return Atom.key(seconds[i], tupleKinds[tuples[i]], hashes[i], content);
  }

  /** The facets of a tuple, its indexes translated. */
  long facets(int tuple, short[][] to) {
    long facets = 0;
    for (int f = 0; f < Facet.COUNT; f++) {
      int[] column = tupleFacets[f];
      if (column != null) {
        facets |= (long) to[f][column[tuple]] << (Atom.INDEX_BITS * f);
      }
    }
    return facets;
  }

  /** The hash of a tuple's content. */
  int content(int tuple) {
    if (tupleContents != null) {
      return tupleContents[tuple];
    }
    return Atom.content(
        tupleId(tuple, 0),
        tupleId(tuple, 1),
        tupleId(tuple, 2),
        tupleId(tuple, 3),
        tupleId(tuple, 4),
        tupleId(tuple, 5),
        tupleId(tuple, 6));
  }

  void addSummaryTo(Summary summary, short[][] to) {
    Bytes in = new Bytes(bytes);
    in.at = kindRowsAt;
    for (int row = 0; row < kindRows; row++) {
      summary.noteKind(in.read(), in.readBits(), in.read(6), in.read(6));
    }
    for (Facet facet : Facet.values()) {
      int f = facet.column;
      for (int index = 0; index < ids[f].length && facet.mapped(); index++) {
        summary.noteMapped(f, to[f][index], in.readBits());
      }
      for (int index = 1; index < ids[f].length && facet == Facet.SESSION; index++) {
        summary.noteSession(to[f][index], (int) in.read(3), (int) in.read(3));
      }
    }
  }

  // --- how
  // -----------------------------------------------------------------------------------------

  private long tupleId(int tuple, int facet) {
    int[] column = tupleFacets[facet];
    return column == null ? Term.NONE : ids[facet][column[tuple]];
  }

  private int level(Kind kind) {
    return kind.notable() ? notableLevel : regularLevel;
  }

  /** The index of an id, -1 when the page does not know it. */
  private int indexOf(Facet facet, long id) {
    long[] known = ids[facet.column];
    for (int index = 0; index < known.length; index++) {
      if (known[index] == id) {
        return index;
      }
    }
    return -1;
  }

  private boolean[] tuplesOf(Set<Kind> kinds) {
    boolean[] wanted = new boolean[tupleKinds.length];
    for (int t = 0; t < wanted.length; t++) {
      wanted[t] = kinds.contains(Kind.of(tupleKinds[t]));
    }
    return wanted;
  }

  private boolean[] tuplesOf(Facet facet, int index) {
    boolean[] wanted = new boolean[tupleKinds.length];
    int[] column = tupleFacets[facet.column];
    for (int t = 0; t < wanted.length; t++) {
      wanted[t] = (column == null ? 0 : column[t]) == index;
    }
    return wanted;
  }

  private long[] fromAtoms(boolean[] wanted) {
    long[] bits = Bits.empty();
    for (int i = 0; i < seconds.length; i++) {
      int tuple = tuples[i];
      if (wanted[tuple]) {
        Bits.mark(bits, 0, seconds[i], Atom.lasts(tupleKinds[tuple], amount(i)));
      }
    }
    return bits;
  }

  private long[] bitmapAt(int at) {
    Bytes in = new Bytes(bytes);
    in.at = at;
    return in.readBits();
  }

  private int mappedRowsAt(Facet facet) {
    int at = kindRowsAt + kindRows * KIND_ROW;
    for (Facet before : Facet.values()) {
      if (before == facet) {
        break;
      }
      if (before.mapped()) {
        at += BITMAP * ids[before.column].length;
      }
    }
    return at;
  }

  /** Sessions stand behind the bitmaps: their facet comes after the three that have some. */
  private int sessionRowsAt() {
    return mappedRowsAt(Facet.SESSION);
  }

  private @Nullable Moment sampledMoment(Kind kind, int offset) {
    for (int row = 0; row < kindRows; row++) {
      int at = kindRowsAt + row * KIND_ROW;
      if (bytes[at] == kind.number()) {
        Bytes in = new Bytes(bytes);
        in.at = at + offset;
        long identity = in.read(6);
        return new Moment((int) (identity >>> 31), (int) identity & 0xFFFFFF);
      }
    }
    return null;
  }
}
