package dev.bonafide.bench;

import dev.bonafide.model.Event;
import dev.bonafide.model.Reading;
import dev.bonafide.sources.Agreement;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.Recognised;
import dev.bonafide.sources.RecordReader;
import dev.bonafide.sources.RecordSink;
import dev.bonafide.sources.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Damaged files for the readers, one shape at a time. Every execution must end without an exception
 * at the end of the bytes and tell records that lie inside them; lines must tell the same events
 * when they come in two pieces. Damaged records of JSON are read by the quick extractor and by
 * Jackson.
 */
final class Fuzz {
  private static final ReadOptions OPTIONS = new ReadOptions(ZoneOffset.UTC, false);

  /** Longer seeds only take time. */
  private static final int LONGEST = 12_000;

  /** A reader learns; after so many executions a new one begins. */
  private static final int FRESH = 2_000;

  /** One execution in so many is repeated with the bytes in two pieces. */
  private static final int CUT = 8;

  private final Map<String, List<Seed>> shapes = new TreeMap<>();
  private final List<byte[]> texts = new ArrayList<>();

  /** A file that is read without complaint, and how. */
  @SuppressWarnings("ArrayRecordComponent")
  record Seed(byte[] text, Recognised.Readable readable) {}

  /**
   * What came of one shape.
   *
   * @param told records that were told, damaged ones included
   * @param problem what went wrong, with the bytes; null when nothing did
   */
  record Outcome(long executions, long told, @Nullable Problem problem) {}

  /** What went wrong and with which bytes. */
  @SuppressWarnings("ArrayRecordComponent")
  record Problem(String what, byte[] bytes) {}

  /** Takes the cases of the sources below a folder as seeds. */
  static Fuzz of(Path folder) throws IOException {
    Fuzz fuzz = new Fuzz();
    Sources sources = Sources.builtIn();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Fuzz::isCase).sorted().toList()) {
        fuzz.add(sources, Files.readAllBytes(file));
      }
    }
    if (fuzz.shapes.isEmpty()) {
      throw new IOException("no cases of sources below " + folder);
    }
    return fuzz;
  }

  private static boolean isCase(Path file) {
    Path folder = file.getParent();
    return folder != null
        && folder.endsWith("cases")
        && Files.isRegularFile(file)
        && !file.toString().endsWith(".expected.ndjson");
  }

  private void add(Sources sources, byte[] text) {
    if (text.length <= LONGEST
        && sources.recognise(text, text.length, true, OPTIONS)
            instanceof Recognised.Readable readable) {
      // "JSON lines, record in _raw" and "JSON lines, list under value" are shapes of their own.
      shapes
          .computeIfAbsent(readable.shape(), shape -> new ArrayList<>())
          .add(new Seed(text, readable));
      texts.add(text);
    }
  }

  /** The shapes there are seeds of. */
  Map<String, List<Seed>> shapes() {
    return shapes;
  }

  /**
   * Reads damaged files of one shape until so many are read, the time is over or something is
   * wrong.
   *
   * @param until of {@link System#nanoTime}
   */
  Outcome run(String shape, long seed, long most, long until) {
    SplittableRandom random = new SplittableRandom(seed);
    Mutation mutation = new Mutation(texts, random);
    List<Seed> seeds = shapes.getOrDefault(shape, List.of());
    long told = 0;
    long done = 0;
    while (done < most && System.nanoTime() < until && !seeds.isEmpty()) {
      Seed one = seeds.get(random.nextInt(seeds.size()));
      RecordReader whole = one.readable.reader().get();
      RecordReader parts = one.readable.reader().get();
      for (int i = 0; i < FRESH && done < most; i++) {
        byte[] bytes = mutation.of(one.text);
        Heard heard = new Heard(bytes.length);
        Heard again = null;
        try {
          int end = whole.read(bytes, 0, bytes.length, true, heard);
          heard.end(end);
          if (i % CUT == 0 && one.readable.linesAreRecords()) {
            again = inPieces(parts, bytes, random.nextInt(bytes.length + 1));
          }
        } catch (RuntimeException | StackOverflowError e) {
          heard.wrong = e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?");
        }
        if (heard.wrong == null && again != null && again.events != heard.events) {
          heard.wrong = "other events when the bytes come in two pieces";
        }
        done++;
        told += heard.records;
        if (heard.wrong != null) {
          return new Outcome(done, told, new Problem(heard.wrong, bytes));
        }
        if ((i & 63) == 0 && System.nanoTime() >= until) {
          break;
        }
      }
    }
    return new Outcome(done, told, null);
  }

  /**
   * Lets the quick extractor and Jackson read damaged records, one a line of the seeds.
   *
   * @param until of {@link System#nanoTime}
   */
  Outcome compare(long seed, long most, long until) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> records = new ArrayList<>();
    for (Seed lines : shapes.getOrDefault("JSON lines", List.of())) {
      new String(lines.text, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("{"))
          .forEach(line -> records.add(line.getBytes(StandardCharsets.UTF_8)));
    }
    Mutation mutation = new Mutation(records, random);
    List<Agreement> sources =
        Sources.builtIn().all().stream()
            .filter(
                source -> List.of("okta", "defender", "cloudtrail").contains(source.card().slug()))
            .map(source -> new Agreement(source, OPTIONS))
            .toList();
    long done = 0;
    while (done < most && System.nanoTime() < until) {
      byte[] record = records.get(random.nextInt(records.size()));
      byte[] bytes = random.nextInt(4) == 0 ? record : mutation.of(record);
      for (Agreement agreement : sources) {
        String difference = agreement.difference(bytes);
        if (difference != null) {
          return new Outcome(done, 0, new Problem(difference, bytes));
        }
      }
      done++;
    }
    return new Outcome(done, sources.stream().mapToLong(Agreement::accepted).sum(), null);
  }

  /** As a pump reads: what was not used comes again with what follows. */
  private static Heard inPieces(RecordReader reader, byte[] bytes, int cut) {
    Heard heard = new Heard(bytes.length);
    int used = reader.read(bytes, 0, cut, false, heard);
    reader.read(bytes, used, bytes.length, true, heard);
    return heard;
  }

  /** Bytes as one may look at them. */
  static String shown(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, 400), StandardCharsets.ISO_8859_1);
    return text.replaceAll("[^ -~]", "?");
  }

  /** Listens and finds fault. */
  private static final class Heard implements RecordSink {
    private final int length;
    private long records;

    /** A sum over the events, in whatever order. */
    private long events;

    private @Nullable String wrong;

    Heard(int length) {
      this.length = length;
    }

    @Override
    public void record(byte[] bytes, int from, int to) {
      records++;
      if (from < 0 || to < from || to > bytes.length) {
        wrong = "a record from " + from + " to " + to + " of " + length + " bytes";
      }
    }

    @Override
    public void reading(Reading reading) {
      if (reading instanceof Event event) {
        events += 31 * event.recordId() + event.epochMilli() + event.kind().number();
      }
    }

    void end(int read) {
      if (read != length) {
        wrong = "read " + read + " of " + length + " bytes at the end";
      }
    }
  }
}
