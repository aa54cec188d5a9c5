package dev.bonafide.sources;

import dev.bonafide.model.Reading;

/** Is told, in the order of the file, what a reader found. */
public interface RecordSink {
  /**
   * A record begins: these are its own bytes, without wrapper, separator and line end. What follows
   * belongs to it, until the next record. A damaged stretch is told as a record too; its only
   * reading is {@link Reading.Rejected}.
   */
  void record(byte[] bytes, int from, int to);

  /** One thing that the record says; a record may say several. */
  void reading(Reading reading);

  /**
   * When the record reached the vendor's store, where it says so: told between {@link #record} and
   * its readings. Lateness and clock skew are estimated from it.
   *
   * @param epochMilli UTC milliseconds since 1970
   */
  default void received(long epochMilli) {}

  /**
   * Which vendor field gave what; only when {@link ReadOptions#explain} asked for it.
   *
   * @param ours our name of the field
   * @param path where it was found, in the vendor's words
   * @param value the text that was found there
   */
  default void told(String ours, String path, String value) {}
}
