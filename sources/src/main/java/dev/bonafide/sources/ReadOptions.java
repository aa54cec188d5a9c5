package dev.bonafide.sources;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How a run reads.
 *
 * @param zoneOfBareTimes the zone of timestamps that name none, where the vendor does not fix it;
 *     never a claim about a person
 * @param explain tell the sink which vendor field gave what ({@link RecordSink#told}); slower
 */
public record ReadOptions(ZoneId zoneOfBareTimes, boolean explain) {
  /** Bare times are UTC, nothing is explained. */
  public static ReadOptions utc() {
    return new ReadOptions(ZoneOffset.UTC, false);
  }
}
