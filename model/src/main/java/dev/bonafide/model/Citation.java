package dev.bonafide.model;

import java.util.Comparator;

/** Which record an evidence stands on, before the engine finds the place of its bytes. */
public sealed interface Citation {

  /** The one order of citations inside an evidence before they are resolved. */
  Comparator<Citation> ORDER =
      Comparator.comparingInt((Citation c) -> c instanceof OfAtom ? 0 : 1)
          .thenComparing(
              (a, b) ->
                  a instanceof OfAtom x && b instanceof OfAtom y
                      ? OfAtom.ORDER.compare(x, y)
                      : a instanceof OfRow p && b instanceof OfRow q
                          ? Long.compare(p.recordId(), q.recordId())
                          : 0);

  /**
   * An atom of a page.
   *
   * @param account {@code source:key}
   * @param day UTC epoch day
   * @param second second of that day
   * @param kind the atom's kind
   * @param hash the 24 bits of the record's id that the page keeps
   */
  record OfAtom(String account, long day, int second, Kind kind, int hash) implements Citation {
    static final Comparator<OfAtom> ORDER =
        Comparator.comparingLong(OfAtom::day)
            .thenComparingInt(OfAtom::second)
            .thenComparing(OfAtom::account)
            .thenComparing(OfAtom::kind)
            .thenComparingInt(OfAtom::hash);
  }

  /** A row of a directory, claim or inventory, by its record id. */
  record OfRow(long recordId) implements Citation {}
}
