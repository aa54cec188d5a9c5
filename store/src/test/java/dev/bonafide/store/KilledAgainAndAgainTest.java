package dev.bonafide.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Outputs;
import dev.bonafide.store.Judgements.Judgement;
import dev.bonafide.store.Judgements.State;
import dev.bonafide.store.People.Filter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes is killed at moments that it can't choose. What it had said to be done is
 * there, whole and once.
 */
class KilledAgainAndAgainTest {
  private static final int KILLS = 3;

  /** Milliseconds after an import began. */
  private static final List<Integer> IN_THE_IMPORT = List.of(20, 120);

  private static final String BEGINS = "the import begins";

  @TempDir @Nullable Path folder;

  @Test
  void nothingAcknowledgedIsLostAndNothingIsDoubled() throws Exception {
    assertThat(folder).isNotNull();
    Path file = folder.resolve("store.db");
    Path out = folder.resolve("out");
    Company.write(out);
    List<String> acknowledged = new ArrayList<>();
    // In the middle of the import, or so: whole or not at all.
    for (int milli : IN_THE_IMPORT) {
      acknowledged.addAll(killedAfter(file, out, 0, milli));
      try (Store store = Store.open(new Store.File(file), Company.CATALOGUE.cards().values())) {
        Runs.Run run = store.runs().latest();
        assertThat(store.audit().lines(0, "imported", 10)).hasSize(run == null ? 0 : 1);
        if (run != null) {
          assertThat(store.people().list(run.id(), Filter.EVERYBODY, null, 1000))
              .hasSize(run.people());
        }
      }
    }
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.addAll(killedAfter(file, out, 3 + 7 * kill, 0));
    }
    try (Store store = Store.open(new Store.File(file), Company.CATALOGUE.cards().values())) {
      assertThat(store.audit().verify(null).problem()).isNull();
      assertThat(store.runs().all()).hasSizeLessThanOrEqualTo(1);
      Runs.Run run = store.runs().latest();
      assertThat(run).isNotNull();
      assertThat(store.people().list(run.id(), Filter.EVERYBODY, null, 1000)).hasSize(run.people());
      Findings.Person first =
          store.people().list(run.id(), Filter.OVER, null, 1).getFirst().person();
      List<Judgement> kept = store.people().find(run.id(), first.id()).judgements();
      assertThat(kept).extracting(Judgement::reason).doesNotHaveDuplicates();
      assertThat(kept).extracting(Judgement::reason).containsAll(acknowledged);
      assertThat(kept.size())
          .isBetween(acknowledged.size(), acknowledged.size() + KILLS + IN_THE_IMPORT.size());
      assertThat(store.audit().lines(0, "judged", 1000)).hasSameSizeAs(kept);
      assertThat(store.audit().lines(0, "imported", 1000)).hasSize(1);
    }
  }

  /** Lets a writer work until it has acknowledged so much, and a little longer; then kills it. */
  private static List<String> killedAfter(Path file, Path out, int acknowledgements, int milli)
      throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString(),
                out.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(said.readLine()).isEqualTo(BEGINS);
      while (lines.size() < acknowledgements) {
        String line = said.readLine();
        if (line == null) {
          throw new IOException("the writer ended by itself after " + lines);
        }
        lines.add(line);
      }
      Thread.sleep(milli);
      // By its handle: the process itself would close its output, unread.
      writer.toHandle().destroyForcibly();
      // What it said before it died counts too.
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        lines.add(line);
      }
    }
    writer.waitFor();
    return lines;
  }

  /** Imports, then judges without end, and says what is done after it is done. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) throws Exception {
      Store store =
          Store.open(new Store.File(Path.of(args[0])), Company.CATALOGUE.cards().values());
      Outputs outputs = Outputs.read(Path.of(args[1]));
      System.out.println(BEGINS);
      store.runs().add(outputs, new Act("(import)", Instant.EPOCH));
      Runs.Run run = store.runs().latest();
      if (run == null) {
        throw new IllegalStateException("no run");
      }
      String person = store.people().list(run.id(), Filter.OVER, null, 1).getFirst().person().id();
      for (int i = 0; ; i++) {
        String reason = ProcessHandle.current().pid() + " " + i;
        store.judgements().state(person, State.CHECK, reason, new Act("rowan", Instant.EPOCH));
        System.out.println(reason);
      }
    }
  }
}
