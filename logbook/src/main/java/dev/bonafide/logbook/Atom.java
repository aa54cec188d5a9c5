package dev.bonafide.logbook;

import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;

/**
 * The two words of an atom. The <em>key</em> is second (17 bits), kind (7), hash of the record id
 * (24) and hash of the content (15): two copies of one record that say different things have one
 * identity and two keys. The <em>facets</em> word holds seven indexes of nine bits into the page's
 * dictionaries.
 */
final class Atom {
  static final int SECONDS = 86_400;

  /** Index of {@code Term.NONE}; the ids of a dictionary follow from 1. */
  static final int NONE = 0;

  /** Index of {@code Term.OTHER}. */
  static final int OTHER = 511;

  static final int INDEX_BITS = 9;

  /** Amounts are cut here: 4 TiB, or more seconds than a page could ever see. */
  static final long MOST = (1L << 42) - 1;

  private static final int CONTENT_BITS = 15;
  private static final int HASH_BITS = 24;
  private static final boolean[] SPAN = new boolean[128];

  static {
    for (Kind kind : Kind.values()) {
      SPAN[kind.number()] = kind.span();
    }
  }

  private Atom() {}

  static long key(int second, int kind, int hash, int content) {
    return (((long) second << 7) | kind) << (HASH_BITS + CONTENT_BITS)
        | ((long) hash << CONTENT_BITS)
        | content;
  }

  static int second(long key) {
    return (int) (key >>> (7 + HASH_BITS + CONTENT_BITS));
  }

  static int kind(long key) {
    return (int) (key >>> (HASH_BITS + CONTENT_BITS)) & 127;
  }

  static int hash(long key) {
    return (int) (key >>> CONTENT_BITS) & 0xFFFFFF;
  }

  static int content(long key) {
    return (int) key & 0x7FFF;
  }

  /** Second, kind and hash: what makes two atoms the same record. */
  static long identity(long key) {
    return key >>> CONTENT_BITS;
  }

  static boolean notable(long key) {
    return kind(key) >= 64;
  }

  static int index(long facets, int facet) {
    return (int) (facets >>> (INDEX_BITS * facet)) & OTHER;
  }

  /** How long an atom lasts, in seconds; 0 for acts of a moment. */
  static long lasts(int kind, long amount) {
    return SPAN[kind] ? amount : 0;
  }

  /** The last second that an atom touches. */
  static int end(int second, int kind, long amount) {
    return (int) Math.min(SECONDS - 1, second + Math.max(0, lasts(kind, amount) - 1));
  }

  /**
   * How many leading zeros the mixed key has. A page of level j keeps atoms with at least j: each
   * level halves the sample. The mix (David Stafford, variant 13) loses nothing, so that the
   * highest level keeps one key at most.
   */
  static int depth(long key) {
    long mixed = (key ^ (key >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return Long.numberOfLeadingZeros(mixed ^ (mixed >>> 31));
  }

  /** The hash of a content: all seven ids, before any of them became {@link Term#OTHER}. */
  static int content(
      long app,
      long endpoint,
      long egress,
      long fingerprint,
      long session,
      long detail1,
      long detail2) {
    long sum =
        app * 0x9E3779B185EBCA87L
            + endpoint * 0xC2B2AE3D27D4EB4FL
            + egress * 0x165667B19E3779F9L
            + fingerprint * 0x85EBCA77C2B2AE63L
            + session * 0x27D4EB2F165667C5L
            + detail1 * 0xBF58476D1CE4E5B9L
            + detail2 * 0x94D049BB133111EBL;
    sum = (sum ^ (sum >>> 32)) * 0x9E3779B97F4A7C15L;
    return (int) (sum >>> 49);
  }
}
