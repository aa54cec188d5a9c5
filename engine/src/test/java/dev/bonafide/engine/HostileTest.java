package dev.bonafide.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.engine.intake.Limits;
import dev.bonafide.engine.intake.Walk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody might put among the logs to end a run or to hide in it: each is named, and what is
 * found of the good files does not change by a byte. {@code ./bonafide bench hostile} plays the
 * same at full size.
 */
class HostileTest {
  /** The default ones, made small so that small files pass them. */
  private static final Limits LIMITS = new Limits(1 << 20, 3, 1 << 20, 250, 100, 2_000);

  @TempDir @Nullable Path folder;

  private Path at(String name) {
    assertThat(folder).isNotNull();
    return folder.resolve(name);
  }

  @Test
  void whateverLiesAmongTheLogsIsNamedAndChangesNothingThatIsFoundOfThem() throws Exception {
    Logs logs = Logs.of(Logs.small(7));
    logs.write(at("logs"));
    String expected = Runs.canonical(run(at("logs")));
    String record = logs.records("okta.ndjson").getFirst();
    Path bad = Files.createDirectories(at("logs/bad"));
    String line = record + "\n";
    write(bad.resolve("long"), line + "{\"a\":\"" + "x".repeat(3 << 20) + "\"}\n" + line);
    write(bad.resolve("deep"), line + "{\"actor\":" + "[".repeat(100_000) + "\n" + line);
    write(bad.resolve("deeper"), "[".repeat(100_000));
    try (OutputStream bomb = new GZIPOutputStream(Files.newOutputStream(bad.resolve("bomb")))) {
      bomb.write(line.getBytes(UTF_8));
      byte[] nothing = new byte[1 << 20];
      Arrays.fill(nothing, (byte) '\n');
      for (int i = 0; i < 16; i++) {
        bomb.write(nothing);
      }
    }
    byte[] nested = line.getBytes(UTF_8);
    for (int i = 0; i < 5; i++) {
      nested = Logs.zip("x", nested);
    }
    Files.write(bad.resolve("nested"), nested);
    for (int i = 0; i < 300; i++) {
      write(bad.resolve("many" + i), "nothing that anybody logs\n");
    }
    Files.createSymbolicLink(bad.resolve("circle"), at("logs"));
    Files.createSymbolicLink(bad.resolve("nowhere"), at("gone"));
    assertThat(new ProcessBuilder("mkfifo", bad.resolve("pipe").toString()).start().waitFor())
        .isZero();
    write(bad.resolve("flood"), flood(record, 4_000));

    Results results = run(at("logs"));

    assertThat(Runs.canonical(results)).isEqualTo(expected);
    assertThat(results.faults()).isEmpty();
    Map<String, String> why = new TreeMap<>();
    for (Walk.PassedOver passed : results.passedOver()) {
      why.put(Path.of(passed.shown().split("!", 2)[0]).getFileName().toString(), passed.why());
    }
    assertThat(why).hasSize(300 + 6).containsKeys("many0", "many299", "deeper");
    assertThat(why.get("nested")).contains("packed more than 3 deep");
    assertThat(why.get("circle")).contains("the same as");
    assertThat(why.get("nowhere")).contains("leads nowhere");
    assertThat(why.get("pipe")).contains("not a regular file");
    assertThat(why.get("flood")).containsPattern("set aside: it names about (3|4)\\d{3} accounts");
    // Paths are pseudonyms there, so that the reasons are looked at without their files.
    List<String> rejected =
        results.quality().files().stream()
            .flatMap(file -> file.rejected().stream())
            .map(Quality.Count::reason)
            .toList();
    assertThat(rejected)
        .anyMatch(reason -> reason.contains("larger than 1 MiB"))
        .anyMatch(reason -> reason.contains("as only a bomb"))
        .anyMatch(reason -> reason.startsWith("record: is "));
  }

  @Test
  void resultsThatCannotBeWrittenLeaveTheEarlierOnesAsTheyWere() throws IOException {
    Path out = Files.createDirectories(at("out"));
    Logs.of(Logs.small(7)).without("okta.ndjson", "defender.ndjson").write(at("few"));
    Results results = run(at("few"));
    Files.writeString(out.resolve(OutFolder.FINDINGS), "earlier");
    // A folder stands where the file is to be written: for the writer the same as a full disk.
    Files.createDirectories(out.resolve("." + OutFolder.FINDINGS + ".new").resolve("in the way"));
    assertThatThrownBy(() -> new OutFolder(out).write(results, "", Runs.KEY))
        .isInstanceOf(OutFolder.Unwritable.class)
        .hasMessageStartingWith(OutFolder.FINDINGS + " could not be written: ")
        .hasMessageContaining("MiB are free in " + out)
        .hasMessageEndingWith("make room or name another folder with --out");
    assertThat(out.resolve(OutFolder.FINDINGS)).hasContent("earlier");
    try (var left = Files.list(out)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(OutFolder.FINDINGS, "." + OutFolder.FINDINGS + ".new");
    }
  }

  private static Results run(Path logs) {
    Analysis.Settings usual = Runs.settings(logs, 2);
    return Runs.run(
        new Analysis.Settings(
            usual.paths(),
            usual.out(),
            usual.budget(),
            usual.from(),
            usual.to(),
            usual.zone(),
            usual.threads(),
            usual.custody(),
            usual.reveal(),
            usual.key(),
            LIMITS));
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }

  /** One record of each of many accounts. */
  private static String flood(String record, int accounts) {
    Matcher actor =
        Pattern.compile("\"actor\"\\s*:\\s*\\{\\s*\"id\"\\s*:\\s*\"([^\"]+)").matcher(record);
    assertThat(actor.find()).isTrue();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < accounts; i++) {
      text.append(record.replace(actor.group(1), "flood" + i)).append('\n');
    }
    return text.toString();
  }
}
