package dev.bonafide.bench;

import dev.bonafide.logbook.Fold;
import dev.bonafide.model.Event;
import dev.bonafide.model.Reading;
import dev.bonafide.sources.Fields;
import dev.bonafide.sources.Interpreter;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.Recognised;
import dev.bonafide.sources.RecordReader;
import dev.bonafide.sources.RecordSink;
import dev.bonafide.sources.Row;
import dev.bonafide.sources.Signature;
import dev.bonafide.sources.Source;
import dev.bonafide.sources.SourceCard;
import dev.bonafide.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What reading takes, by one thread, warm, from memory: the bare extractor, the whole reader, the
 * reader and the fold, beside Jackson's streaming parser that takes twelve fields of each record.
 */
@Command(
    name = "parse",
    mixinStandardHelpOptions = true,
    description = "Measures the reader against its own extractor and against Jackson streaming.")
final class ParseBench implements Callable<Integer> {
  private static final ReadOptions OPTIONS = new ReadOptions(ZoneOffset.UTC, false);

  @Option(names = "--events", defaultValue = "100000", description = "default: ${DEFAULT-VALUE}")
  private int events = 100_000;

  @Option(names = "--users", defaultValue = "1000", description = "default: ${DEFAULT-VALUE}")
  private int users = 1000;

  @Option(names = "--rounds", defaultValue = "9", description = "default: ${DEFAULT-VALUE}")
  private int rounds = 9;

  @Option(names = "--only", paramLabel = "WAY", description = "one way only, for a profile")
  private @Nullable String only;

  @Option(names = "--dir", paramLabel = "DIR", description = "where the file is kept; default: tmp")
  private @Nullable Path folder;

  /** Counts what it is told. */
  private static final class Count implements RecordSink {
    private long records;
    private long readings;

    @Override
    public void record(byte[] bytes, int from, int to) {
      records++;
    }

    @Override
    public void reading(Reading reading) {
      readings++;
    }
  }

  /** Folds what it is told. */
  private static final class Folding implements RecordSink {
    private final Fold fold = new Fold();

    @Override
    public void record(byte[] bytes, int from, int to) {}

    @Override
    public void reading(Reading reading) {
      if (reading instanceof Event event) {
        fold.add(event);
      }
    }
  }

  /** A source that picks its fields and makes nothing of them. */
  private record Bare(Source source) implements Source {
    @Override
    public SourceCard card() {
      return source.card();
    }

    @Override
    public Fields fields() {
      return source.fields();
    }

    @Override
    public Signature signature() {
      return source.signature();
    }

    @Override
    public Interpreter interpreter(ReadOptions options) {
      return new Interpreter() {
        @Override
        public void read(Row row, RecordSink sink) {}

        @Override
        public long idsMade() {
          return 0;
        }
      };
    }
  }

  @Override
  public Integer call() throws IOException {
    Path kept = folder != null ? folder : Path.of(System.getProperty("java.io.tmpdir"), "bonafide");
    byte[] log = Files.readAllBytes(new OktaLog(events, users).in(kept));
    Sources sources = Sources.builtIn();
    Source okta =
        sources.all().stream()
            .filter(s -> s.card().slug().equals("okta"))
            .findFirst()
            .orElseThrow();
    Laps laps = new Laps();
    add(laps, "scan", () -> lines(log));
    add(laps, "bare", () -> count(reader(sources.with(List.of(new Bare(okta))), log), log));
    add(laps, "parse", () -> count(reader(sources, log), log));
    add(laps, "line", () -> fold(reader(sources, log), log));
    add(laps, "jackson", () -> JacksonPick.twelveFields(log));
    Map<String, Laps.Lap> taken = laps.run(rounds);
    Laps.print(taken, "event", events, log.length);
    if (only == null) {
      System.out.printf(
          Locale.ROOT,
          "ratio parse/bare=%.2f line/bare=%.2f parse/jackson=%.2f%n",
          speed(taken, "bare", "parse"),
          speed(taken, "bare", "line"),
          speed(taken, "jackson", "parse"));
    }
    return 0;
  }

  private void add(Laps laps, String name, Laps.Way way) {
    if (only == null || only.equals(name)) {
      laps.add(name, way);
    }
  }

  /** How much faster {@code is} is than {@code than}. */
  private static double speed(Map<String, Laps.Lap> laps, String than, String is) {
    return nanos(laps, than) / nanos(laps, is);
  }

  private static double nanos(Map<String, Laps.Lap> laps, String name) {
    Laps.Lap lap = laps.get(name);
    return lap == null ? Double.NaN : lap.nanos();
  }

  private static RecordReader reader(Sources sources, byte[] log) {
    int head = Math.min(log.length, 1 << 16);
    return switch (sources.recognise(log, head, head == log.length, OPTIONS)) {
      case Recognised.Readable readable -> readable.reader().get();
      case Recognised.Unknown unknown -> throw new IllegalStateException(unknown.why());
    };
  }

  private static long lines(byte[] log) {
    long lines = 0;
    for (byte b : log) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static long count(RecordReader reader, byte[] log) {
    Count count = new Count();
    reader.read(log, 0, log.length, true, count);
    return count.records + count.readings;
  }

  private static long fold(RecordReader reader, byte[] log) {
    Folding folding = new Folding();
    reader.read(log, 0, log.length, true, folding);
    long[] bytes = new long[1];
    folding.fold.seal().forEach((account, day, page) -> bytes[0] += page.length);
    return bytes[0];
  }
}
