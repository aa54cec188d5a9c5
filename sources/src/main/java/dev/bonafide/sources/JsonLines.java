package dev.bonafide.sources;

import dev.bonafide.model.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object a line. */
final class JsonLines implements RecordReader {
  private final Source source;
  private final JacksonExtractor extractor;
  private final Interpreter interpreter;
  private final Row row;

  JsonLines(Source source, ReadOptions options) {
    this.source = source;
    extractor = new JacksonExtractor(source.fields().root());
    interpreter = source.interpreter(options);
    row = new Row(source.fields().size());
  }

  @Override
  public int read(byte[] bytes, int from, int to, boolean last, RecordSink sink) {
    int at = from;
    while (at < to) {
      int end = at;
      while (end < to && bytes[end] != '\n') {
        end++;
      }
      if (end == to && !last) {
        return at;
      }
      int stop = end;
      while (stop > at && (bytes[stop - 1] == '\r' || bytes[stop - 1] == ' ')) {
        stop--;
      }
      if (stop > at) {
        record(bytes, at, stop, sink);
      }
      at = Math.min(to, end + 1);
    }
    return to;
  }

  private void record(byte[] bytes, int from, int to, RecordSink sink) {
    @Nullable String problem = extractor.extract(bytes, from, to, row);
    sink.record(bytes, row.recordFrom(), row.recordTo());
    if (problem != null) {
      sink.reading(new Reading.Rejected("record", problem));
    } else if (!source.signature().fits(row)) {
      sink.reading(
          new Reading.Rejected(
              "record", "lacks what every record of " + source.card().title() + " has"));
    } else {
      interpreter.read(row, sink);
    }
  }

  @Override
  public TableNotes notes() {
    return new TableNotes(List.of(), List.of(), interpreter.idsMade(), List.of());
  }
}
