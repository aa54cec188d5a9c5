package dev.bonafide.simulator;

/** Takes records one by one, in the order in which the logs received them. */
@FunctionalInterface
public interface RecordSink {
  /**
   * One record.
   *
   * @param file the file in which it stands: a path below the folder of logs, with {@code /}
   * @param header the first row of a table, which is no record
   * @param bytes holds the record from 0: a JSON object or a row, without separators and line end.
   *     Only good until this call returns
   * @param length how many of them
   */
  void record(String file, boolean header, byte[] bytes, int length);
}
