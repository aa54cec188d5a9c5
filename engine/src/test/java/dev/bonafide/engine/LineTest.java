package dev.bonafide.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.simulator.WorksPlan;
import dev.bonafide.testkit.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laws of the line, end to end, over a small company. */
class LineTest {
  private static final WorksPlan PLAN = WorksPlan.demo(7).withHonest(24);

  @TempDir @Nullable Path folder;

  private Path at(String name) {
    assertThat(folder).isNotNull();
    return folder.resolve(name);
  }

  @Test
  void anyOrderSplitPackingThreadsZoneAndLocaleGiveTheSameFindings() throws IOException {
    Logs logs = Logs.of(PLAN);
    logs.write(at("plain"));
    Results plain = Runs.run(at("plain"), 1);
    assertThat(plain.over()).as("people over the line").isNotEmpty();
    String expected = Runs.canonical(plain);
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    int[] run = {0};
    try {
      Property.forAll(
          6,
          random -> {
            Path mixed = at("mixed" + run[0]++);
            TimeZone.setDefault(
                TimeZone.getTimeZone(
                    List.of("Pacific/Kiritimati", "America/St_Johns", "UTC")
                        .get(random.nextInt(3))));
            Locale.setDefault(
                Locale.forLanguageTag(
                    List.of("ar-EG-u-nu-arab", "tr-TR", "th-TH-u-ca-buddhist-nu-thai")
                        .get(random.nextInt(3))));
            try {
              logs.write(mixed, random);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            Results results = Runs.run(mixed, 1 + random.nextInt(4));
            assertThat(Runs.canonical(results)).isEqualTo(expected);
          });
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void everyLedgerSumsToItsScoreAndEveryEvidenceHasItsRecords() throws IOException {
    Logs.of(PLAN).write(at("logs"));
    Analysis.Settings s = Runs.settings(at("logs"), 2);
    Results results = Runs.run(Runs.revealed(s));
    for (Findings.Person person : results.findings().people()) {
      long sum = person.ledger().stream().mapToLong(Findings.LedgerLine::millinats).sum();
      assertThat(sum).isEqualTo(person.millinats());
      for (Findings.LedgerLine line : person.ledger()) {
        assertThat(line.refs().isEmpty()).isEqualTo(!line.line().equals("evidence"));
        for (Findings.Ref ref : line.refs()) {
          assertThat(recordAt(ref)).isEqualTo(ref.sha256());
        }
      }
    }
  }

  /** The hash of the line that a ref names; of a table or array it is not looked up. */
  private static String recordAt(Findings.Ref ref) throws IOException {
    Long line = ref.line();
    if (line == null) {
      return ref.sha256();
    }
    byte[] bytes =
        Files.readAllLines(Path.of(ref.file()))
            .get(Math.toIntExact(line - 1))
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return Citations.sha256(bytes, 0, bytes.length);
  }
}
