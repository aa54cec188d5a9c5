package dev.bonafide.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the quick extractor reads a record as Jackson does: what it accepts, Jackson must accept,
 * with the same values. Asked of damaged records by those who look for faults. Not thread-safe: the
 * quick one learns from record to record.
 */
public final class Agreement {
  private final Plan.Reader reader;
  private final Row row;
  private final JacksonExtractor reference;
  private long accepted;

  /** For records of a source whose fields lie at paths. */
  public Agreement(Source source, ReadOptions options) {
    Plan plan = new Plan(source, List.of());
    reader = plan.reader(options, false);
    row = new Row(source.fields().size());
    reference = new JacksonExtractor(source.fields().tree(plan.wrapper(), false));
  }

  /** How many records the quick one accepted. */
  public long accepted() {
    return accepted;
  }

  /** How the two differ on these bytes; null when they don't. */
  public @Nullable String difference(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != '{') {
      return null;
    }
    int end = reader.fast.extract(bytes, 0, bytes.length);
    if (end < 0) {
      return null;
    }
    String problem = reference.extract(bytes, 0, end, row);
    if (problem != null) {
      return "the reference refuses what the quick one accepts: " + problem;
    }
    accepted++;
    for (int slot = 0; slot < reader.plan.source().fields().size(); slot++) {
      String quick = reader.row.has(slot) ? "\"" + reader.row.text(slot) + "\"" : "nothing";
      String other = row.has(slot) ? "\"" + row.text(slot) + "\"" : "nothing";
      if (!quick.equals(other)) {
        return "slot " + slot + " is " + quick + ", and " + other + " for the reference";
      }
    }
    return null;
  }
}
