package dev.bonafide.flink;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;

/** The line on a cluster: parcels in, evidence and what became of it out. */
final class Distributed {
  /**
   * How far behind the latest record others may be before an hour counts as passed. Later ones are
   * not lost: they give a revision.
   */
  private static final Duration LATE = Duration.ofMinutes(30);

  private static final TypeInformation<Note> NOTE = TypeInformation.of(Note.class);

  private Distributed() {}

  /**
   * The whole line.
   *
   * @param key the organisation's key, see {@link dev.bonafide.engine.privacy.Key#of(String)}
   */
  static DataStream<EvidenceRow> line(DataStream<Parcel> readings, String key) {
    DataStream<Parcel> timed =
        readings.assignTimestampsAndWatermarks(
            WatermarkStrategy.<Parcel>forBoundedOutOfOrderness(LATE)
                .withTimestampAssigner(
                    (parcel, known) -> parcel.isEvent() ? parcel.at() : Long.MIN_VALUE)
                .withIdleness(Duration.ofMinutes(1)));
    DataStream<Note> pages =
        pages(timed).flatMap(new PageNotes()).returns(NOTE).name("what pages tell");
    DataStream<Note> said =
        timed
            .filter(parcel -> !parcel.isEvent())
            .flatMap(new Sayings())
            .returns(NOTE)
            .name("what is said");
    DataStream<Note> census =
        keep("census", pages.filter(Note::toCensus).union(said), new CensusTaker(key));
    DataStream<Note> accounts =
        keep(
            "accounts",
            pages.filter(Note::toAccount).union(census.filter(Note::toAccount)),
            new AccountKeeper());
    DataStream<Note> things = keep("things", accounts.filter(Note::toThing), new ThingKeeper());
    DataStream<Note> people =
        accounts.filter(Note::toPerson).union(things, census.filter(Note::toPerson));
    return judge(people, census.filter(Note::toEverybody))
        .map(EvidenceRow::of)
        .returns(EvidenceRow.class)
        .name("rows");
  }

  /** Pages whose bytes changed. */
  static SingleOutputStreamOperator<PageUpdate> pages(DataStream<Parcel> readings) {
    return readings
        .filter(Parcel::isEvent)
        .keyBy(Parcel::key)
        .transform("pages", TypeInformation.of(PageUpdate.class), new PageBundle())
        .uid("pages");
  }

  private static DataStream<Note> keep(
      String name, DataStream<Note> notes, OneInputStreamOperator<Note, Note> keeper) {
    return notes.keyBy(Note::key).transform(name, NOTE, keeper).uid(name);
  }

  /** Keyed notes beside notes to everybody, as a keyed broadcast function would have them. */
  private static DataStream<Note> judge(DataStream<Note> people, DataStream<Note> everybody) {
    StreamExecutionEnvironment environment = people.getExecutionEnvironment();
    DataStream<Note> keyed = people.keyBy(Note::key);
    TwoInputTransformation<Note, Note, Note> evidence =
        new TwoInputTransformation<>(
            keyed.getTransformation(),
            everybody.broadcast().getTransformation(),
            "evidence",
            new Evaluator(),
            NOTE,
            environment.getParallelism());
    evidence.setStateKeySelectors((KeySelector<Note, String>) Note::key, null);
    evidence.setStateKeyType(Types.STRING);
    evidence.setUid("evidence");
    environment.addOperator(evidence);
    return new DataStream<>(environment, evidence);
  }
}
