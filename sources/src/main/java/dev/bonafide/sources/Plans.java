package dev.bonafide.sources;

import dev.bonafide.model.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plans by which one reader reads, likeliest first, and those that it meets on the way: a file
 * may hold records of several sources. Not thread-safe.
 */
final class Plans {
  /** What is said of a record for which there is no plan. */
  static final Reading NOT_OURS =
      new Reading.Ignored("is well formed, but no record of a known source");

  private final List<Probe.Asked> sources;
  private final ReadOptions options;
  private final boolean oneLine;
  private final List<Plan.Reader> readers = new ArrayList<>();
  private @Nullable Probe probe;

  /** Ids made that {@link #notes} told before. */
  private long idsTold;

  /**
   * @param first how the records lie, likeliest first; at least one
   * @param sources all that are known, for records that fit no plan
   * @param oneLine no record goes over a line end
   */
  Plans(List<Plan> first, List<Probe.Asked> sources, ReadOptions options, boolean oneLine) {
    this.sources = sources;
    this.options = options;
    this.oneLine = oneLine;
    first.forEach(plan -> readers.add(plan.reader(options, oneLine)));
  }

  List<Plan.Reader> readers() {
    return readers;
  }

  /**
   * Who can tell a well-formed object, having extracted it; null when no source knows it.
   *
   * @param asked whoever was asked before, in vain
   */
  Plan.@Nullable Reader reading(byte[] bytes, int from, int to, Plan.@Nullable Reader asked) {
    for (Plan.Reader reader : readers) {
      if (reader != asked && reads(reader, bytes, from, to)) {
        return reader;
      }
    }
    if (probe == null) {
      probe = new Probe(sources, options);
    }
    Plan plan = probe.plan(bytes, from, to);
    if (plan == null) {
      return null;
    }
    Plan.Reader reader = plan.reader(options, oneLine);
    readers.add(reader);
    return reads(reader, bytes, from, to) ? reader : null;
  }

  private static boolean reads(Plan.Reader reader, byte[] bytes, int from, int to) {
    int end = reader.fast.extract(bytes, from, to);
    return (end == to || reader.slow.extract(bytes, from, to, reader.row) == null) && reader.fits();
  }

  /** What had to be assumed since it was last asked. */
  TableNotes notes() {
    long made = readers.stream().mapToLong(Plan.Reader::idsMade).sum();
    long ids = made - idsTold;
    idsTold = made;
    return new TableNotes(List.of(), List.of(), ids, List.of());
  }
}
