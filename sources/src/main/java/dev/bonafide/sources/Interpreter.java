package dev.bonafide.sources;

/** Says what a record of one source means. Not thread-safe. */
public interface Interpreter {
  /** Tells the sink the readings of one record, at least one. */
  void read(Row row, RecordSink sink);

  /** How many records had no vendor id so far. */
  long idsMade();
}
