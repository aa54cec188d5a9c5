package dev.bonafide.sources;

/**
 * Reads one file, or one part of it that begins at a record. Not thread-safe: one per thread and
 * part. Never throws for what it is given.
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

  /** What is worth saying about the file as a whole, so far. */
  TableNotes notes();
}
