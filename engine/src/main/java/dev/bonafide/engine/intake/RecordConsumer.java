package dev.bonafide.engine.intake;

import dev.bonafide.model.Reading;

/** Takes what one thread reads: records with their place, each followed by its readings. */
public interface RecordConsumer {
  /** The records that follow are of this content, until the next call. */
  default void begin(Content content) {}

  /**
   * A record's own bytes, valid until the next call.
   *
   * @param offset of the record in the unpacked content
   * @param line of the record, from 1; counted from the beginning of the part when a content is
   *     read in parts
   */
  default void record(byte[] bytes, int from, int to, long offset, long line) {}

  /** Which vendor field gave what, when that was asked for. */
  default void told(String ours, String path, String value) {}

  /** What the record says. */
  void reading(Reading reading);
}
