package dev.bonafide.flink;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The line on a cluster: parcels in, evidence and what became of it out. */
final class Distributed {
  /**
   * How far behind the latest record others may be before an hour counts as passed. Later ones are
   * not lost: they give a revision.
   */
  private static final Duration LATE = Duration.ofMinutes(30);

  private Distributed() {}

  static DataStream<EvidenceRow> line(DataStream<Parcel> readings, String key) {
    DataStream<Parcel> timed =
        readings.assignTimestampsAndWatermarks(
            WatermarkStrategy.<Parcel>forBoundedOutOfOrderness(LATE)
                .withTimestampAssigner(
                    (parcel, known) -> parcel.isEvent() ? parcel.at() : Long.MIN_VALUE)
                .withIdleness(Duration.ofMinutes(1)));
    DataStream<PageUpdate> pages =
        timed
            .filter(Parcel::isEvent)
            .keyBy(Parcel::key)
            .transform("pages", TypeInformation.of(PageUpdate.class), new PageBundle())
            .uid("pages");
    DataStream<Parcel> roll = timed.filter(parcel -> !parcel.isEvent());
    return pages
        .connect(roll)
        .keyBy(PageUpdate::organisation, Parcel::organisation)
        .process(new Evaluator(key), TypeInformation.of(EvidenceRow.class))
        .uid("evidence")
        .name("evidence");
  }
}
