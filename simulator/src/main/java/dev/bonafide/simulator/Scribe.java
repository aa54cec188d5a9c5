package dev.bonafide.simulator;

import dev.bonafide.simulator.vendor.Act;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes acts down in the order in which it gets them. A batch is cut into pages that are written
 * at the same time and handed on in turn.
 */
final class Scribe {
  private static final int BATCH = 8_192;
  private static final int PAGE = 1_024;
  private static final long DAY = 86_400_000L;
  private static final JsonFactory JSON = new JsonFactory();

  private final RecordSink sink;
  private final List<Act> batch = new ArrayList<>(BATCH);
  private final List<Page> pages = new ArrayList<>();

  Scribe(RecordSink sink) {
    this.sink = sink;
    for (int i = 0; i < BATCH / PAGE; i++) {
      pages.add(new Page());
    }
  }

  void take(Act act) {
    batch.add(act);
    if (batch.size() == BATCH) {
      finish();
    }
  }

  /** Writes and hands on whatever is left. */
  void finish() {
    int count = (batch.size() + PAGE - 1) / PAGE;
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i ->
                pages
                    .get(i)
                    .write(batch.subList(i * PAGE, Math.min((i + 1) * PAGE, batch.size()))));
    for (int i = 0; i < count; i++) {
      pages.get(i).handOn(sink);
    }
    batch.clear();
  }

  /** The bytes of some acts, one after the other. */
  private static final class Page extends ByteArrayOutputStream {
    private final int[] ends = new int[PAGE];
    private List<Act> acts = List.of();
    private byte[] one = new byte[8_192];

    Page() {
      super(PAGE * 1_024);
    }

    void write(List<Act> some) {
      reset();
      acts = some;
      for (int i = 0; i < some.size(); i++) {
        switch (some.get(i)) {
          case Act.Row row -> writeBytes(row.row().getBytes(StandardCharsets.UTF_8));
          case Act.Json object -> {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), this)) {
              object.write(json);
            }
          }
        }
        ends[i] = count;
      }
    }

    void handOn(RecordSink sink) {
      int from = 0;
      for (int i = 0; i < acts.size(); i++) {
        int length = ends[i] - from;
        if (length > one.length) {
          one = new byte[length * 2];
        }
        System.arraycopy(buf, from, one, 0, length);
        sink.record(file(acts.get(i)), false, one, length);
        from = ends[i];
      }
    }

    private static String file(Act act) {
      String day = LocalDate.ofEpochDay(Math.floorDiv(act.time(), DAY)).toString();
      return switch (act.feed()) {
        case OKTA -> "okta/system-log-" + day + ".ndjson";
        case DEFENDER -> "defender/advanced-hunting-" + day + ".ndjson";
        case ENTRA -> "entra/signins.json";
        case GITHUB -> "github/audit-log-" + day + ".ndjson";
        case WINDOWS -> "windows/application-" + day + ".ndjson";
        case VPN -> "vpn.csv";
        case MEETINGS -> "meetings.csv";
        case PAYROLL -> "payroll.csv";
      };
    }
  }
}
