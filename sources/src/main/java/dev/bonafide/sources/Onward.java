package dev.bonafide.sources;

import dev.bonafide.model.Reading;

/** A sink that passes on what it is told, and sees to the place of a record itself. */
interface Onward extends RecordSink {
  /** Who is told. */
  RecordSink sink();

  @Override
  default void reading(Reading reading) {
    sink().reading(reading);
  }

  @Override
  default void received(long epochMilli) {
    sink().received(epochMilli);
  }

  @Override
  default void told(String ours, String path, String value) {
    sink().told(ours, path, value);
  }
}
