package dev.bonafide.flink;

import dev.bonafide.model.Reading;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.Recognised;
import dev.bonafide.sources.Recogniser;
import dev.bonafide.sources.RecordReader;
import dev.bonafide.sources.RecordSink;
import dev.bonafide.sources.Sources;
import java.time.ZoneOffset;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/**
 * Reads pieces of logs. A piece is what a producer sends at once: a record, some lines, or a whole
 * table with its header. It is recognised by its content, as a file is. What can't be read is
 * counted by reason in the job's metrics.
 */
@SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
final class Parse extends RichFlatMapFunction<byte[], Parcel> {
  private static final long serialVersionUID = 1;

  private final String organisation;
  private transient Recogniser recogniser;
  private transient Counter unknown;
  private transient Counter rejected;
  private transient Counter ignored;

  Parse(String organisation) {
    this.organisation = organisation;
  }

  @Override
  public void open(OpenContext context) {
    recogniser = Sources.builtIn().recogniser(new ReadOptions(ZoneOffset.UTC, false));
    unknown = getRuntimeContext().getMetricGroup().counter("bonafide_pieces_not_recognised");
    rejected = getRuntimeContext().getMetricGroup().counter("bonafide_records_rejected");
    ignored = getRuntimeContext().getMetricGroup().counter("bonafide_records_ignored");
  }

  @Override
  public void flatMap(byte[] piece, Collector<Parcel> out) {
    switch (recogniser.recognise(piece, piece.length, true)) {
      case Recognised.Unknown none -> unknown.inc();
      case Recognised.Readable readable -> {
        RecordReader reader = readable.reader().get();
        reader.read(piece, 0, piece.length, true, new Out(out));
      }
    }
  }

  private final class Out implements RecordSink {
    private final Collector<Parcel> out;

    Out(Collector<Parcel> out) {
      this.out = out;
    }

    @Override
    public void record(byte[] bytes, int from, int to) {}

    @Override
    public void reading(Reading reading) {
      switch (reading) {
        case Reading.Ignored none -> ignored.inc();
        case Reading.Rejected bad -> rejected.inc();
        default -> out.collect(Parcel.of(organisation, reading));
      }
    }
  }
}
