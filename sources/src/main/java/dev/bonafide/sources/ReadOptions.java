package dev.bonafide.sources;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How a run reads.
 *
 * @param zoneOfBareTimes the zone of timestamps that name none, where the vendor does not fix it;
 *     never a claim about a person
 * @param explain tell the sink which vendor field gave what ({@link RecordSink#told}); slower
 * @param dayFirst dates such as 03/04/2025 have the day first; recognition finds that out for each
 *     table from days above 12
 */
public record ReadOptions(ZoneId zoneOfBareTimes, boolean explain, boolean dayFirst) {
  public ReadOptions(ZoneId zoneOfBareTimes, boolean explain) {
    this(zoneOfBareTimes, explain, false);
  }

  /** Bare times are UTC, nothing is explained. */
  public static ReadOptions utc() {
    return new ReadOptions(ZoneOffset.UTC, false);
  }
}
