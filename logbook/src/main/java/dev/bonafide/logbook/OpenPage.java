package dev.bonafide.logbook;

import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A page while it is written: {@link #add} only appends; the page puts itself in order when it is
 * sealed or twice over its caps. Whatever the order, the repetitions and the merges in between, the
 * sealed bytes are the same for the same set of atoms (README.md says why). Not thread-safe, except
 * that {@link #seal} changes nothing.
 */
public final class OpenPage {
  /** Ids for which the nine bits of an index leave room. */
  static final int MOST_IDS = Atom.OTHER - 1;

  private static final int RUN = 32;

  private final Caps caps;
  private long[] keys;
  private long[] facets;
  private long @Nullable [] amounts;
  private int size;

  /** The dictionaries, {@link #width} places for each facet; the id of index i stands at i - 1. */
  private long[] ids = new long[2 * Facet.COUNT];

  private int width = 2;

  /** How many ids each facet has, packed like the facets of an atom. */
  private long counts;

  /** Whether a dictionary is so long that it is time to turn ids away. */
  private boolean full;

  /** One bit per facet: some ids were turned away, they are {@link Term#OTHER}. */
  private int others;

  /**
   * One bit per facet: its first {@code caps.ids} ids are in order, so that larger ones are OTHER.
   */
  private int closed;

  private int regularLevel;
  private int notableLevel;

  /** Kept from the first overflow on; null while every atom is here. */
  private @Nullable Summary summary;

  /** Whether everything is in the order in which it is sealed. Any add clears it (trap 2). */
  private boolean tidy = true;

  private int tidyAt;

  /** The facets of the last atom: the next one repeats most of them. */
  private long hint;

  /** One bit per facet of which the add under way brought an unknown id. */
  private int learned;

  public OpenPage() {
    this(Caps.DEFAULT);
  }

  /** A page with other bounds: for tests, as pages of different bounds do not merge. */
  public OpenPage(Caps caps) {
    this.caps = caps;
    tidyAt = caps.live();
    keys = new long[8];
    facets = new long[8];
  }

  private OpenPage(OpenPage from) {
    caps = from.caps;
    keys = from.keys.clone();
    facets = from.facets.clone();
    amounts = from.amounts == null ? null : from.amounts.clone();
    size = from.size;
    ids = from.ids.clone();
    width = from.width;
    counts = from.counts;
    full = from.full;
    others = from.others;
    closed = from.closed;
    regularLevel = from.regularLevel;
    notableLevel = from.notableLevel;
    summary = from.summary == null ? null : from.summary.copy();
    tidy = from.tidy;
    tidyAt = from.tidyAt;
    hint = from.hint;
  }

  /**
   * Adds the atom of one record.
   *
   * @param second second of the UTC day, 0 to 86,399
   * @param hash24 24 bits of the record's id: {@link Fold#hash24}
   * @param amount seconds or bytes, by kind; cut at 2^42 - 1
   * @return one bit per facet, in their order, whose id this page does not hold yet: only then can
   *     a lexicon have something to learn
   */
  public int add(
      int second,
      Kind kind,
      int hash24,
      long app,
      long endpoint,
      long egress,
      long fingerprint,
      long session,
      long detail1,
      long detail2,
      long amount) {
    if (second < 0 || second >= Atom.SECONDS || hash24 >>> 24 != 0 || amount < 0) {
      throw new IllegalArgumentException(
          "no atom has second " + second + ", hash " + hash24 + ", amount " + amount);
    }
    makeRoom(); // before any index is looked up: tidying moves them (trap 1)
    learned = 0;
    long tuple =
        index(0, app)
            | index(1, endpoint)
            | index(2, egress)
            | index(3, fingerprint)
            | index(4, session)
            | index(5, detail1)
            | index(6, detail2);
    hint = tuple;
    int content = Atom.content(app, endpoint, egress, fingerprint, session, detail1, detail2);
    append(Atom.key(second, kind.number(), hash24, content), tuple, Math.min(amount, Atom.MOST));
    return learned;
  }

  /**
   * Adds all that a sealed page holds.
   *
   * @throws IllegalArgumentException when the bytes are of another page version
   */
  public void mergeSealed(byte[] sealed) {
    merge(Page.of(sealed));
  }

  void merge(Page page) {
    for (Facet facet : Facet.values()) {
      if (count(facet.column) + page.idCount(facet) > MOST_IDS) {
        tidyUp();
      }
    }
    reserve(size + page.size()); // no tidying from here on: it would move what was looked up
    boolean empty = size == 0 && tidy && summary == null;
    short[][] to = new short[Facet.COUNT][];
    for (Facet facet : Facet.values()) {
      to[facet.column] = adopt(facet, page);
    }
    if (page.sampled()) {
      if (summary == null) {
        summary = summarise();
      }
      page.addSummaryTo(summary, to);
      regularLevel = Math.max(regularLevel, page.regularLevel());
      notableLevel = Math.max(notableLevel, page.notableLevel());
      drop();
    }
    int[] contents = new int[page.tupleCount()];
    long[] tuples = new long[page.tupleCount()];
    for (int t = 0; t < tuples.length; t++) {
      contents[t] = page.content(t);
      tuples[t] = page.facets(t, to);
    }
    for (int i = 0; i < page.size(); i++) {
      int tuple = page.tuple(i);
      append(page.key(i, contents[tuple]), tuples[tuple], page.amount(i));
    }
    tidy = empty; // a sealed page is in order, but two of them are not
  }

  /**
   * The canonical bytes. Changes nothing here, so that a snapshot may be taken while others read
   * (trap 6).
   */
  public byte[] seal() {
    if (tidy) {
      return encode();
    }
    OpenPage copy = new OpenPage(this);
    copy.tidyUp();
    return copy.encode();
  }

  /** Seals and leaves this page tidy: cheaper for an owner who is alone. */
  byte[] close() {
    tidyUp();
    return encode();
  }

  // --- appending ---------------------------------------------------------------------------------

  private void makeRoom() {
    if (full || size >= tidyAt) {
      tidyUp();
    }
    if (size == keys.length) {
      reserve(2 * size);
    }
  }

  private void reserve(int capacity) {
    if (capacity > keys.length) {
      keys = Arrays.copyOf(keys, capacity);
      facets = Arrays.copyOf(facets, capacity);
      if (amounts != null) {
        amounts = Arrays.copyOf(amounts, capacity);
      }
    }
  }

  private void append(long key, long tuple, long amount) {
    tidy = false; // also when the atom is sampled out: the summary has changed (trap 2)
    if (summary != null) {
      summary.note(key, tuple, amount);
      if (Atom.depth(key) < level(key)) {
        return;
      }
    }
    if (amount != 0 && amounts == null) {
      amounts = new long[keys.length];
    }
    if (amounts != null) {
      amounts[size] = amount;
    }
    keys[size] = key;
    facets[size] = tuple;
    size++;
  }

  private int level(long key) {
    return Atom.notable(key) ? notableLevel : regularLevel;
  }

  /** The index of an id at its place in a facets word. */
  private long index(int facet, long id) {
    if (id == Term.NONE) {
      return 0;
    }
    int index = Atom.index(hint, facet);
    if (index == Atom.NONE || index == Atom.OTHER || ids[facet * width + index - 1] != id) {
      index = find(facet, id);
    }
    return (long) index << (Atom.INDEX_BITS * facet);
  }

  private int find(int facet, long id) {
    int from = facet * width;
    int count = count(facet);
    for (int i = 0; i < count; i++) {
      if (ids[from + i] == id) {
        return i + 1;
      }
    }
    if (id == Term.OTHER) {
      throw new IllegalArgumentException("the id of OTHER is reserved");
    }
    learned |= 1 << facet;
    if (((closed >>> facet) & 1) != 0 && Long.compareUnsigned(id, ids[from + caps.ids() - 1]) > 0) {
      return Atom.OTHER; // enough smaller ids are known, so it can't be among the smallest
    }
    if (count == width) {
      widen();
    }
    ids[facet * width + count] = id;
    counts += 1L << (Atom.INDEX_BITS * facet);
    full |= count + 1 >= caps.liveIds();
    return count + 1;
  }

  private int count(int facet) {
    return Atom.index(counts, facet);
  }

  private void widen() {
    long[] wider = new long[2 * ids.length];
    for (int f = 0; f < Facet.COUNT; f++) {
      System.arraycopy(ids, f * width, wider, 2 * f * width, width);
    }
    ids = wider;
    width *= 2;
  }

  /** Takes over a page's dictionary; gives the index here of each index there. */
  private short[] adopt(Facet facet, Page page) {
    int f = facet.column;
    int theirs = page.idCount(facet);
    short[] to = new short[theirs + 2];
    if (tidy) {
      interleave(f, facet, page, to);
    } else {
      for (int i = 1; i <= theirs; i++) {
        to[i] = (short) find(f, page.idAt(facet, i));
      }
    }
    if (page.hasOther(facet)) {
      to[theirs + 1] = Atom.OTHER;
      others |= 1 << f;
    }
    return to;
  }

  /** Joins two dictionaries in order, so that none needs sorting again. */
  private void interleave(int f, Facet facet, Page page, short[] to) {
    int mine = count(f);
    int theirs = page.idCount(facet);
    int from = f * width;
    long[] joined = new long[mine + theirs];
    short[] moved = new short[mine + 1];
    int count = 0;
    for (int i = 0, j = 1; i < mine || j <= theirs; ) {
      int order =
          i == mine
              ? 1
              : j > theirs ? -1 : Long.compareUnsigned(ids[from + i], page.idAt(facet, j));
      joined[count++] = order <= 0 ? ids[from + i] : page.idAt(facet, j);
      if (order <= 0) {
        moved[++i] = (short) count;
      }
      if (order >= 0) {
        to[j++] = (short) count;
      }
    }
    while (width < count) {
      widen();
    }
    System.arraycopy(joined, 0, ids, f * width, count);
    counts += (long) (count - mine) << (Atom.INDEX_BITS * f);
    full |= count >= caps.liveIds();
    if (moved[mine] != mine) {
      remap(f, moved);
    }
  }

  // --- the canonical order -----------------------------------------------------------------------

  private void tidyUp() {
    if (!tidy) {
      for (int f = 0; f < Facet.COUNT; f++) {
        sortIds(f);
      }
      sortAtoms();
      bound();
      hint = 0;
      full = false;
      tidyAt = Math.max(caps.live(), 2 * size);
      tidy = true;
    }
  }

  /** Puts a dictionary in unsigned order and keeps the smallest ids: any order keeps the same. */
  private void sortIds(int facet) {
    int count = count(facet);
    int from = facet * width;
    boolean sorted = count <= caps.ids();
    for (int i = from + 1; i < from + count && sorted; i++) {
      sorted = Long.compareUnsigned(ids[i - 1], ids[i]) < 0;
    }
    if (!sorted) {
      long[] order = new long[count];
      for (int i = 0; i < count; i++) {
        order[i] = ids[from + i] ^ Long.MIN_VALUE;
      }
      Arrays.sort(order);
      int kept = Math.min(count, caps.ids());
      short[] to = new short[count + 1];
      for (int i = 0; i < count; i++) {
        int place = Arrays.binarySearch(order, ids[from + i] ^ Long.MIN_VALUE);
        to[i + 1] = (short) (place < kept ? place + 1 : Atom.OTHER);
      }
      for (int i = 0; i < kept; i++) {
        ids[from + i] = order[i] ^ Long.MIN_VALUE;
      }
      if (kept < count) {
        counts -= (long) (count - kept) << (Atom.INDEX_BITS * facet);
        others |= 1 << facet;
      }
      remap(facet, to);
    }
    if (((others >>> facet) & 1) != 0) {
      closed |= 1 << facet;
    }
  }

  private void remap(int facet, short[] to) {
    int shift = Atom.INDEX_BITS * facet;
    long keep = ~((long) Atom.OTHER << shift);
    for (int i = 0; i < size; i++) {
      int index = Atom.index(facets[i], facet);
      if (index != Atom.OTHER) {
        facets[i] = (facets[i] & keep) | ((long) to[index] << shift);
      }
    }
    if (summary != null) {
      summary.remap(facet, to);
    }
  }

  /** Sorts by key and facets; of equal atoms one stays, with the largest amount. */
  private void sortAtoms() {
    boolean sorted = true;
    for (int i = 1; i < size && sorted; i++) {
      sorted = compare(i - 1, i) < 0;
    }
    if (sorted) {
      return;
    }
    int[] order = order();
    long[] sortedKeys = new long[size];
    long[] sortedFacets = new long[size];
    long[] sortedAmounts = amounts == null ? null : new long[size];
    int last = -1;
    for (int i : order) {
      if (last < 0 || sortedKeys[last] != keys[i] || sortedFacets[last] != facets[i]) {
        last++;
        sortedKeys[last] = keys[i];
        sortedFacets[last] = facets[i];
      }
      if (amounts != null && sortedAmounts != null) {
        sortedAmounts[last] = Math.max(sortedAmounts[last], amounts[i]);
      }
    }
    keys = sortedKeys;
    facets = sortedFacets;
    amounts = sortedAmounts;
    size = last + 1;
  }

  private int compare(int i, int j) {
    return keys[i] != keys[j] ? Long.compare(keys[i], keys[j]) : Long.compare(facets[i], facets[j]);
  }

  /**
   * Merge sort of the places 0 to size - 1; records come nearly in order, so most merges are free.
   */
  private int[] order() {
    int[] order = new int[size];
    for (int from = 0; from < size; from += RUN) {
      for (int i = from; i < Math.min(size, from + RUN); i++) {
        int j = i;
        for (; j > from && compare(order[j - 1], i) > 0; j--) {
          order[j] = order[j - 1];
        }
        order[j] = i;
      }
    }
    int[] left = new int[size];
    for (int width = RUN; width < size; width *= 2) {
      for (int from = 0; from + width < size; from += 2 * width) {
        int middle = from + width;
        int to = Math.min(size, middle + width);
        if (compare(order[middle - 1], order[middle]) > 0) {
          System.arraycopy(order, from, left, 0, width);
          int right = middle;
          int at = from;
          for (int i = 0; i < width; ) {
            order[at++] =
                right < to && compare(order[right], left[i]) < 0 ? order[right++] : left[i++];
          }
        }
      }
    }
    return order;
  }

  // --- bounds ------------------------------------------------------------------------------------

  /**
   * Raises the levels until what is kept fits. Levels count keys, never (key, facets), because
   * OTHER makes facets alike later and the count would depend on when (trap 4). More records never
   * need a lower level: keys only grow, and the room for them only shrinks.
   */
  private void bound() {
    int notable = 0;
    int regular = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        if (Atom.notable(keys[i])) {
          notable++;
        } else {
          regular++;
        }
      }
    }
    int fixed = fixedBytes();
    if (notable <= caps.notableBeside(fixed) && regular <= caps.regularBeside(fixed)) {
      return;
    }
    if (summary == null) {
      summary = summarise();
      fixed = fixedBytes();
    }
    notableLevel = lowestLevel(true, notableLevel, caps.notableBeside(fixed));
    regularLevel = lowestLevel(false, regularLevel, caps.regularBeside(fixed));
    drop();
  }

  /**
   * The lowest level from {@code from} on (it never goes down, trap 3) that keeps at most so many
   * keys.
   */
  private int lowestLevel(boolean notable, int from, int most) {
    int[] atDepth = new int[65];
    for (int i = 0; i < size; i++) {
      if (Atom.notable(keys[i]) == notable && (i == 0 || keys[i] != keys[i - 1])) {
        atDepth[Atom.depth(keys[i])]++;
      }
    }
    int kept = 0;
    int level = 64;
    while (level >= from && kept + atDepth[level] <= most) {
      kept += atDepth[level];
      level--;
    }
    return level + 1;
  }

  private void drop() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (Atom.depth(keys[i]) >= level(keys[i])) {
        keys[kept] = keys[i];
        facets[kept] = facets[i];
        if (amounts != null) {
          amounts[kept] = amounts[i];
        }
        kept++;
      }
    }
    size = kept;
  }

  private Summary summarise() {
    Summary all = new Summary();
    for (int i = 0; i < size; i++) {
      all.note(keys[i], facets[i], amounts == null ? 0 : amounts[i]);
    }
    return all;
  }

  /**
   * The most that everything but the atoms can take; grows with the set of records, never shrinks.
   */
  private int fixedBytes() {
    int bytes = 27;
    for (int f = 0; f < Facet.COUNT; f++) {
      bytes += 8 * count(f);
    }
    if (summary != null) {
      bytes += 3 + Page.KIND_ROW * summary.kindCount();
      for (Facet facet : Facet.values()) {
        if (facet.mapped()) {
          bytes += Page.BITMAP * (count(facet.column) + 2);
        } else if (facet == Facet.SESSION) {
          bytes += Page.SESSION_ROW * (count(facet.column) + 1);
        }
      }
    }
    return bytes;
  }

  // --- bytes -------------------------------------------------------------------------------------

  private byte[] encode() {
    int[] tupleOf = new int[size];
    int[] firstOf = new int[size]; // per tuple the first atom that has it
    int tuples = tuples(tupleOf, firstOf);
    boolean contents = false; // without OTHER they follow from the ids
    for (int t = 0; others != 0 && t < tuples && !contents; t++) {
      contents = Atom.content(keys[firstOf[t]]) != contentOf(facets[firstOf[t]]);
    }
    boolean amounted = false;
    for (int i = 0; amounts != null && i < size && !amounted; i++) {
      amounted = amounts[i] != 0;
    }
    Bytes out = Bytes.toWrite(64 + 8 * size + 16 * tuples);
    out.write(Page.VERSION);
    out.write(
        (amounted ? Page.AMOUNTS : 0)
            | (contents ? Page.CONTENTS : 0)
            | (summary != null ? Page.SAMPLED : 0));
    for (int f = 0; f < Facet.COUNT; f++) {
      writeIds(out, f);
    }
    out.writeVarint(tuples);
    for (int t = 0; t < tuples; t++) {
      out.write(Atom.kind(keys[firstOf[t]]));
    }
    for (int f = 0; f < Facet.COUNT; f++) {
      boolean other = ((others >>> f) & 1) != 0;
      for (int t = 0; t < tuples && (count(f) > 0 || other); t++) {
        int index = Atom.index(facets[firstOf[t]], f);
        out.writeVarint(index == Atom.OTHER ? count(f) + 1 : index);
      }
    }
    for (int t = 0; t < tuples && contents; t++) {
      out.write(Atom.content(keys[firstOf[t]]), 2);
    }
    out.writeVarint(size);
    int before = 0;
    for (int i = 0; i < size; i++) {
      int second = Atom.second(keys[i]);
      out.writeVarint(second - before);
      before = second;
    }
    for (int i = 0; i < size; i++) {
      out.writeVarint(tupleOf[i]);
    }
    for (int i = 0; i < size; i++) {
      out.write(Atom.hash(keys[i]), 3);
    }
    for (int i = 0; i < size && amounted && amounts != null; i++) {
      out.writeVarint(amounts[i]);
    }
    if (summary != null) {
      out.write(regularLevel);
      out.write(notableLevel);
      summary.write(out, counts, others);
    }
    return out.written();
  }

  private void writeIds(Bytes out, int facet) {
    int from = facet * width;
    int count = count(facet);
    boolean wide = count > 0 && ids[from + count - 1] >>> 32 != 0;
    out.writeVarint((count << 2) | (wide ? Page.WIDE : 0) | ((others >>> facet) & 1));
    for (int i = from; i < from + count; i++) {
      out.write(ids[i], wide ? 8 : 4);
    }
  }

  /** Numbers the distinct (kind, facets, content) by first appearance. */
  private int tuples(int[] tupleOf, int[] firstOf) {
    int mask = Integer.highestOneBit(Math.max(4, 4 * size - 1)) - 1;
    int[] table = new int[mask + 1];
    int tuples = 0;
    for (int i = 0; i < size; i++) {
      long rest = ((long) Atom.kind(keys[i]) << 15) | Atom.content(keys[i]);
      long mixed = (facets[i] ^ (rest << 41)) * 0x9E3779B97F4A7C15L;
      int slot = (int) (mixed >>> 40) & mask;
      while (table[slot] != 0 && !sameTuple(firstOf[table[slot] - 1], i)) {
        slot = slot + 1 & mask;
      }
      if (table[slot] == 0) {
        firstOf[tuples++] = i;
        table[slot] = tuples;
      }
      tupleOf[i] = table[slot] - 1;
    }
    return tuples;
  }

  private boolean sameTuple(int i, int j) {
    return facets[i] == facets[j]
        && Atom.kind(keys[i]) == Atom.kind(keys[j])
        && Atom.content(keys[i]) == Atom.content(keys[j]);
  }

  private int contentOf(long tuple) {
    return Atom.content(
        id(0, tuple),
        id(1, tuple),
        id(2, tuple),
        id(3, tuple),
        id(4, tuple),
        id(5, tuple),
        id(6, tuple));
  }

  private long id(int facet, long tuple) {
    int index = Atom.index(tuple, facet);
    return index == Atom.NONE
        ? Term.NONE
        : index == Atom.OTHER ? Term.OTHER : ids[facet * width + index - 1];
  }
}
