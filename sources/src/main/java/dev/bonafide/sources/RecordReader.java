package dev.bonafide.sources;

/**
 * Reads one file, or parts of it that begin at a record, one after another: after the {@code last}
 * bytes of a part it is ready for the next, and still knows the texts that it met. Not thread-safe.
 * Never throws for what it is given.
 */
public interface RecordReader {
  /**
   * Reads whole records from {@code bytes[from, to)} and tells the sink.
   *
   * @param last no more bytes follow
   * @return how far it got: everything before is done, the rest must be handed in again, first,
   *     with more behind it; {@code to} when {@code last}
   */
  int read(byte[] bytes, int from, int to, boolean last, RecordSink sink);

  /** What is worth saying about all that was read since this was asked before. */
  TableNotes notes();
}
