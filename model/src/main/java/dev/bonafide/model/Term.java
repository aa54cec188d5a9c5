package dev.bonafide.model;

import org.jspecify.annotations.Nullable;

/**
 * A text of a record and the id by which pages remember it. Readers intern terms, so that the hot
 * path neither hashes nor allocates a text it has met before.
 *
 * @param id {@link Hash#of(String)} of the text, never 0 and never {@link #OTHER}; for an IPv4
 *     address the address itself (below 2^32), so that it can be matched against lists made later
 * @param text the text as the record wrote it, unescaped
 */
public record Term(long id, String text) {
  /** Stands in a page for an id that did not fit: "one of the others". */
  public static final long OTHER = -1L;

  /** Stands in a page for "the record says nothing". */
  public static final long NONE = 0L;

  public Term {
    if (id == NONE || id == OTHER) {
      throw new IllegalArgumentException("id " + id + " is reserved");
    }
  }

  /** The term of a text: an IPv4 address is its own id, everything else is hashed. */
  public static Term of(String text) {
    long address = ipv4(text);
    if (address > 0) {
      return new Term(address, text);
    }
    return new Term(textId(text), text);
  }

  /** The id of a text that is not an address. Ids below 2^32 are left to IPv4 addresses. */
  public static long textId(String text) {
    return reserve(Hash.of(text));
  }

  /** Moves a hash out of the reserved range (0, OTHER, IPv4). */
  public static long reserve(long hash) {
    return (hash >>> 32) == 0 || hash == OTHER ? hash ^ 0x5DEECE66D0000000L : hash;
  }

  /** The id of a term, {@link #NONE} for no term. */
  public static long idOf(@Nullable Term term) {
    return term == null ? NONE : term.id;
  }

  /** The address as an unsigned 32-bit number, or -1 when the text is no dotted IPv4 address. */
  public static long ipv4(String text) {
    int length = text.length();
    if (length < 7 || length > 15) {
      return -1;
    }
    long address = 0;
    int octet = -1;
    int dots = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (octet < 0 || ++dots > 3) {
          return -1;
        }
        address = address << 8 | octet;
        octet = -1;
      } else if (c >= '0' && c <= '9') {
        octet = (octet < 0 ? 0 : octet * 10) + (c - '0');
        if (octet > 255) {
          return -1;
        }
      } else {
        return -1;
      }
    }
    return dots == 3 && octet >= 0 ? address << 8 | octet : -1;
  }

  /** The dotted form of an id that {@link #of} made from an IPv4 address. */
  public static String ipv4Text(long id) {
    return (id >>> 24) + "." + (id >>> 16 & 255) + "." + (id >>> 8 & 255) + "." + (id & 255);
  }
}
