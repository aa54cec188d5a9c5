package dev.bonafide.engine.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.bonafide.engine.intake.Intake.ContentRead;
import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Reading;
import dev.bonafide.model.Term;
import dev.bonafide.sources.Recognised;
import dev.bonafide.sources.RecordReader;
import dev.bonafide.sources.RecordSink;
import dev.bonafide.sources.TableNotes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
  /**
   * A toy source: each line {@code t SECOND} is an event; {@code bad} is refused, {@code boom} is
   * our fault.
   */
  private static final class Toy implements RecordReader {
    @Override
    public int read(byte[] bytes, int from, int to, boolean last, RecordSink sink) {
      int at = from;
      for (int i = from; i < to; i++) {
        if (bytes[i] == '\n') {
          line(bytes, at, i, sink);
          at = i + 1;
        }
      }
      if (last && at < to) {
        line(bytes, at, to, sink);
        at = to;
      }
      return at;
    }

    private static void line(byte[] bytes, int from, int to, RecordSink sink) {
      int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
      if (end == from) {
        return;
      }
      sink.record(bytes, from, end);
      String text = new String(bytes, from, end - from, UTF_8);
      if (text.equals("boom")) {
        throw new IllegalStateException("boom");
      } else if (text.startsWith("t ")) {
        sink.reading(event(Long.parseLong(text.substring(2))));
      } else {
        sink.reading(new Reading.Rejected("line", "no time"));
      }
    }

    @Override
    public TableNotes notes() {
      return new TableNotes(List.of(), List.of(), 1, List.of());
    }
  }

  private static Event event(long second) {
    Term account = Term.of("toy:a");
    return new Event(
        Kind.SIGN_IN,
        Event.Outcome.SUCCESS,
        second * 1000,
        second,
        account,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  private static Recognised recognise(byte[] head, int length, boolean complete) {
    String start = new String(head, 0, Math.min(length, 4), UTF_8);
    return start.startsWith("t ") || start.equals("boom")
        ? new Recognised.Readable("toy", "lines", Toy::new, true)
        : new Recognised.Unknown(length == 0 ? "empty" : "no toy");
  }

  private static final class Seen implements RecordConsumer {
    final List<String> records = new ArrayList<>();
    private String shown = "";
    private String record = "";

    @Override
    public void begin(Content content) {
      shown = content.shown();
    }

    @Override
    public void record(byte[] bytes, int from, int to, long offset, long line) {
      record =
          shown.substring(shown.lastIndexOf('/') + 1)
              + ":"
              + line
              + "@"
              + offset
              + " "
              + new String(bytes, from, to - from, UTF_8);
    }

    @Override
    public void reading(Reading reading) {
      if (reading instanceof Event) {
        records.add(record);
      }
    }
  }

  @TempDir @Nullable Path folder;

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(UTF_8));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    Path file = at(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private Path at(String name) {
    assertThat(folder).isNotNull();
    return folder.resolve(name);
  }

  private Intake.Result<Seen> read(Limits limits, int threads) {
    return read(limits, threads, 16 << 20);
  }

  private Intake.Result<Seen> read(Limits limits, int threads, long partBytes) {
    return new Intake(() -> IntakeTest::recognise, limits, threads, new Progress(), partBytes)
        .read(Walk.of(List.of(at("")), null).found(), Seen::new);
  }

  private static List<String> all(Intake.Result<Seen> result) {
    return result.consumers().stream().flatMap(seen -> seen.records.stream()).sorted().toList();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zip(Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        zip.write((byte[]) namesAndBytes[i + 1]);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static final byte[] THREE = "t 1\nt 2\r\n\nt 3".getBytes(UTF_8);

  @Test
  void aFileIsOpenedByWhatItHoldsAndNeverByItsName() throws IOException {
    file("plain.gz", THREE);
    file("packed.txt", gzip(THREE));
    file("packed.json", Zstd.compress(THREE));
    file("many.csv", zip("a/", new byte[0], "a/x.log", THREE, "b.bin", gzip(THREE)));
    file("inner", gzip(zip("deep", Zstd.compress(THREE))));
    assertThat(all(read(Limits.DEFAULT, 2)))
        .containsExactly(
            "inner!deep:1@0 t 1",
            "inner!deep:2@4 t 2",
            "inner!deep:4@10 t 3",
            "many.csv!b.bin:1@0 t 1",
            "many.csv!b.bin:2@4 t 2",
            "many.csv!b.bin:4@10 t 3",
            "packed.json:1@0 t 1",
            "packed.json:2@4 t 2",
            "packed.json:4@10 t 3",
            "packed.txt:1@0 t 1",
            "packed.txt:2@4 t 2",
            "packed.txt:4@10 t 3",
            "plain.gz:1@0 t 1",
            "plain.gz:2@4 t 2",
            "plain.gz:4@10 t 3",
            "x.log:1@0 t 1",
            "x.log:2@4 t 2",
            "x.log:4@10 t 3");
  }

  @Test
  void whatCannotBeReadIsNamedWithItsReason() throws Exception {
    file("a.txt", "nothing known");
    file("b.bz2", new byte[] {'B', 'Z', 'h', '9', 1, 2});
    file("c.gz", gzip(gzip(gzip(gzip(THREE)))));
    file("d", new byte[0]);
    file("e.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0});
    Process mkfifo = new ProcessBuilder("mkfifo", at("f").toString()).start();
    assertThat(mkfifo.waitFor()).isZero();
    Files.createSymbolicLink(at("g"), at("gone"));
    Files.createSymbolicLink(at("loop"), at(""));
    Walk walk = Walk.of(List.of(at("")), null);
    Intake.Result<Seen> result =
        new Intake(() -> IntakeTest::recognise, Limits.DEFAULT, 2, new Progress())
            .read(walk.found(), Seen::new);
    List<String> why = new ArrayList<>();
    for (List<Walk.PassedOver> list : List.of(walk.passedOver(), result.passedOver())) {
      list.forEach(p -> why.add(Path.of(p.shown()).getFileName() + ": " + p.why()));
    }
    assertThat(why)
        .containsExactlyInAnyOrder(
            "f: not a regular file (a pipe, socket or device)",
            "g: a symbolic link that leads nowhere or back to itself",
            "loop: the same as " + at("") + ", which is read",
            "a.txt: no toy",
            "b.bz2: packed with bzip2: unpack it first",
            "c.gz: packed more than 3 deep: unpack it first",
            "d: empty",
            "e.gz: packed, but damaged: EOFException");
    assertThat(result.read()).isEmpty();
  }

  @Test
  void symbolicLinksAreFollowedAndNothingIsReadTwice() throws IOException {
    Path outside = Files.createTempDirectory("outside");
    Files.write(outside.resolve("x"), THREE);
    Files.createSymbolicLink(at("link"), outside);
    Files.createSymbolicLink(at("again"), outside.resolve("x"));
    assertThat(all(read(Limits.DEFAULT, 1))).hasSize(3);
  }

  @Test
  void recordsBeforeDamageAreKeptAndTheDamageIsNamed() throws IOException {
    byte[] many = lines(200_000);
    byte[] packed = gzip(many);
    file("cut.gz", Arrays.copyOf(packed, packed.length / 2));
    byte[] zstd = Zstd.compress(many);
    file("cut.zst", Arrays.copyOf(zstd, zstd.length / 2));
    Intake.Result<Seen> result = read(Limits.DEFAULT, 1);
    assertThat(result.read()).hasSize(2);
    for (ContentRead read : result.read()) {
      assertThat(read.tally().events()).isBetween(1_000L, 199_000L);
      assertThat(read.tally().rejected().keySet())
          .anyMatch(reason -> reason.startsWith("file: not read to its end: "));
    }
  }

  private static byte[] lines(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("t ").append(i * 7919L % 1_000_003).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  @Test
  void aFileThatIsCutIntoPartsGivesTheSameRecordsAndTallies() throws IOException {
    byte[] big = lines(300_000);
    file("big", big);
    Intake.Result<Seen> one = read(Limits.DEFAULT, 1, 1 << 16);
    Intake.Result<Seen> four = read(Limits.DEFAULT, 4, 1 << 16);
    assertThat(four.read().getFirst().tally().records()).isEqualTo(300_000);
    assertThat(four.read().getFirst().tally().lines()).isEqualTo(300_000);
    assertThat(four.read().getFirst().tally().bytes()).isEqualTo(big.length);
    assertThat(stripped(all(four))).isEqualTo(stripped(all(one)));
  }

  /** Lines are counted from the part on; only what is read again knows the whole. */
  private static List<String> stripped(List<String> records) {
    return records.stream().map(record -> record.substring(record.indexOf('@'))).sorted().toList();
  }

  @Test
  void whatIsReadAgainHasTheLinesAndOffsetsOfTheWholeContent() throws IOException {
    byte[] big = lines(400_000);
    file("big", big);
    file("packed.gz", gzip(Arrays.copyOf(big, 3 << 20)));
    Intake intake =
        new Intake(() -> IntakeTest::recognise, Limits.DEFAULT, 3, new Progress(), 1 << 16);
    Intake.Result<Seen> result = intake.read(Walk.of(List.of(at("")), null).found(), Seen::new);
    int wanted = 377_777;
    long second = wanted * 7919L % 1_000_003;
    List<String> found = Collections.synchronizedList(new ArrayList<>());
    intake.readAgain(
        result.read(),
        (content, span) -> span.mayHoldAct(Term.of("toy:a").id(), second),
        c -> {
          Seen seen = new Seen();
          return new RecordConsumer() {
            @Override
            public void begin(Content again) {
              seen.begin(again);
            }

            @Override
            public void record(byte[] bytes, int from, int to, long offset, long line) {
              seen.record(bytes, from, to, offset, line);
            }

            @Override
            public void reading(Reading reading) {
              if (reading instanceof Event event && event.recordId() == second) {
                found.add(seen.record);
              }
            }
          };
        });
    List<String> expected = new ArrayList<>();
    String[] lines = new String(big, UTF_8).split("\n");
    long offset = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].equals("t " + second)) {
        expected.add("big:" + (i + 1) + "@" + offset + " t " + second);
        if (offset < 3 << 20) {
          expected.add("packed.gz:" + (i + 1) + "@" + offset + " t " + second);
        }
      }
      offset += lines[i].length() + 1;
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected).isNotEmpty();
  }

  @Test
  void aRecordThatIsTooLargeIsSkippedByNameAndTheOthersAreRead() throws IOException {
    file("x", "t 1\nt " + "9".repeat(5 << 20) + "\nt 2\n");
    Limits limits = new Limits(2 << 20, 3, 1 << 30, 250, 100, 1000);
    Intake.Result<Seen> result = read(limits, 1);
    assertThat(all(result)).containsExactly("x:1@0 t 1", "x:3@5242887 t 2");
    assertThat(result.read().getFirst().tally().rejected().keySet())
        .containsExactly("record: larger than 2 MiB: skipped");
  }

  @Test
  void aBombIsStoppedByNameAndItsFirstRecordsAreKept() throws IOException {
    byte[] bomb = new byte[8 << 20];
    Arrays.fill(bomb, (byte) '\n');
    System.arraycopy("t 5\n".getBytes(UTF_8), 0, bomb, 0, 4);
    file("x.gz", gzip(bomb));
    Intake.Result<Seen> result = read(new Limits(64 << 20, 3, 1 << 20, 250, 100, 1000), 1);
    assertThat(all(result)).containsExactly("x.gz:1@0 t 5");
    assertThat(result.read().getFirst().tally().rejected().keySet())
        .containsExactly(
            "file: not read to its end: unpacks to more than 250 times its size, as only a bomb"
                + " does: the rest was not read");
  }

  @Test
  void anArchiveWithTooManyEntriesIsNamedAndTheFirstOnesAreRead() throws IOException {
    file(
        "x",
        zip(
            IntStream.range(0, 8)
                .boxed()
                .flatMap(i -> java.util.stream.Stream.of("e" + i, THREE))
                .toArray()));
    Intake.Result<Seen> result = read(new Limits(64 << 20, 3, 1 << 30, 250, 5, 1000), 2);
    assertThat(result.read()).hasSize(5);
    assertThat(result.passedOver()).hasSize(1);
  }

  @Test
  void ourOwnFaultOnOneLineCostsThatLineAndIsReported() throws IOException {
    file("x", "t 1\nboom\nt 2\nbad\nboom\nt 3\n");
    Intake.Result<Seen> result = read(Limits.DEFAULT, 1);
    assertThat(all(result)).containsExactly("x:1@0 t 1", "x:3@9 t 2", "x:6@22 t 3");
    assertThat(result.faults()).extracting(Fault::line).containsExactly(2L, 5L);
    Tally tally = result.read().getFirst().tally();
    assertThat(new TreeSet<>(tally.rejected().keySet()))
        .containsExactly(
            "line: no time", "our own fault: IllegalStateException while this record was read");
    assertThat(tally.rejected().get("line: no time").lines()).containsExactly(4);
  }
}
