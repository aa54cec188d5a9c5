package dev.bonafide.model;

/** What a source says of one record: the sealed output of every reader. */
public sealed interface Reading
    permits Event, Claim, Member, DeviceFact, Reading.Ignored, Reading.Rejected {

  /** A well-formed record that means nothing to us; the reason is counted in the quality report. */
  record Ignored(String because) implements Reading {}

  /**
   * A record that could not be read. Bad input is a value: it is counted and kept, never thrown and
   * never dropped in silence.
   *
   * @param field the vendor's field (or the record's shape) that is wrong
   * @param problem what was found and what was expected; quotes nothing from the record
   */
  record Rejected(String field, String problem) implements Reading {}
}
