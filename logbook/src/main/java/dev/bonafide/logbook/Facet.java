package dev.bonafide.logbook;

/**
 * What an atom says beside when and what: one id each, {@code Term.NONE} when the record is silent.
 */
public enum Facet {
  /** The application or resource. */
  APP(0),
  /** The device, as the source names it. */
  ENDPOINT(1),
  /** The public address. */
  EGRESS(2),
  /** The client as it describes itself. */
  FINGERPRINT(3),
  /** The vendor's session. */
  SESSION(4),
  /** The object where the kind has one (factor, peripheral, role, ...), else the net statement. */
  DETAIL1(5),
  /** The net statement where detail 1 is taken by the object. */
  DETAIL2(6);

  static final int COUNT = 7;

  /** The facet's permanent place in a page: in the facets word and among the dictionaries. */
  final int column;

  Facet(int column) {
    this.column = column;
  }

  /** Whether a sampled page keeps an exact bitmap for each of its ids. */
  boolean mapped() {
    return this == ENDPOINT || this == EGRESS || this == FINGERPRINT;
  }
}
