package dev.bonafide.sources;

import java.util.function.Supplier;

/** What a file is, told from its content alone. */
public sealed interface Recognised {
  /**
   * A file that can be read.
   *
   * @param source slug of the source
   * @param shape how its records are packed, e.g. {@code JSON lines}
   * @param reader makes a reader; each is used by one thread for one part
   * @param linesAreRecords the file may be cut at any line end and the parts read side by side;
   *     else one reader reads it in order
   */
  @SuppressWarnings("JavaLangClash") // the field has no better word
  record Readable(
      String source, String shape, Supplier<RecordReader> reader, boolean linesAreRecords)
      implements Recognised {}

  /** A file that is passed over, and the reason in one sentence. */
  record Unknown(String why) implements Recognised {}
}
