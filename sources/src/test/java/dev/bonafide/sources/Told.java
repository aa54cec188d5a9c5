package dev.bonafide.sources;

import dev.bonafide.model.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps all that a reader tells. */
final class Told implements RecordSink {
  final List<byte[]> records = new ArrayList<>();
  final List<int[]> places = new ArrayList<>();
  final List<Reading> readings = new ArrayList<>();

  /** For each reading, the record it belongs to. */
  final List<Integer> recordOf = new ArrayList<>();

  final List<Long> received = new ArrayList<>();
  final List<String> explained = new ArrayList<>();

  @Override
  public void record(byte[] bytes, int from, int to) {
    records.add(Arrays.copyOfRange(bytes, from, to));
    places.add(new int[] {from, to});
  }

  @Override
  public void reading(Reading reading) {
    readings.add(reading);
    recordOf.add(records.size() - 1);
  }

  @Override
  public void received(long epochMilli) {
    received.add(epochMilli);
  }

  @Override
  public void told(String ours, String path, String value) {
    explained.add(ours + " " + path + " " + value);
  }
}
