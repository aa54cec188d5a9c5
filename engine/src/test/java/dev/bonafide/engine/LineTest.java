package dev.bonafide.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.engine.privacy.Pseudonyms;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.simulator.WorksPlan;
import dev.bonafide.testkit.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laws of the line, end to end, over a small company. */
class LineTest {
  private static final WorksPlan PLAN = Logs.small(7);

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
          4,
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
            assertThat(results.passedOver()).isEmpty();
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

  @Test
  void renamingEverybodyChangesNoScore() throws IOException {
    Logs logs = Logs.of(PLAN);
    logs.write(at("before"));
    Renaming renaming = Renaming.of(logs);
    Logs renamed = logs.map(renaming::apply);
    assertThat(String.join("", renamed.records("hr.csv")))
        .doesNotContain(renaming.names())
        .isNotEqualTo(String.join("", logs.records("hr.csv")));
    renamed.write(at("after"));
    assertThat(scores(Runs.run(at("after"), 2))).isEqualTo(scores(Runs.run(at("before"), 2)));
  }

  @Test
  void contextRaisesNobodyAndChangesNobodyWhomItDoesNotCover() throws IOException {
    Logs with = Logs.of(PLAN);
    Logs without = with.without("context.csv");
    with.write(at("with"));
    without.write(at("without"));
    Results explained = Runs.run(at("with"), 2);
    Map<String, Long> before = scores(Runs.run(at("without"), 2));
    Map<String, Long> after = scores(explained);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    Set<String> covered = new TreeSet<>();
    for (String row : with.records("context.csv")) {
      String[] cells = row.split(",", -1);
      covered.add(cells[0]);
      covered.add(cells[5]);
    }
    Set<String> ids = new TreeSet<>();
    covered.forEach(worker -> ids.add(new Pseudonyms(Runs.KEY).person(worker)));
    int lowered = 0;
    for (Map.Entry<String, Long> person : after.entrySet()) {
      long was = before.getOrDefault(person.getKey(), Long.MIN_VALUE);
      assertThat(person.getValue()).as(person.getKey()).isLessThanOrEqualTo(was);
      if (!ids.contains(person.getKey())) {
        assertThat(person.getValue()).as(person.getKey()).isEqualTo(was);
      }
      lowered += person.getValue() < was ? 1 : 0;
    }
    assertThat(lowered).as("people whom context lowers").isPositive();
  }

  @Test
  void withoutClaimsNobodyIsScoredOnClaimsAndTheAbstentionsAreShown() throws IOException {
    Logs.of(PLAN).without("hr.csv", "context.csv", "mdm.csv").write(at("logs"));
    Results results = Runs.run(at("logs"), 2);
    Set<String> needClaims = new TreeSet<>();
    Catalogue.builtIn()
        .cards()
        .forEach(
            (slug, card) -> {
              if (!card.claims().isEmpty()) {
                needClaims.add(slug);
              }
            });
    assertThat(needClaims).isNotEmpty();
    for (Findings.Person person : results.findings().people()) {
      assertThat(person.hr()).isFalse();
      assertThat(person.indicators()).doesNotContainAnyElementsOf(needClaims);
      assertThat(person.abstained())
          .extracting(Findings.Abstention::indicator)
          .containsAll(needClaims);
    }
    assertThat(results.quality().abstentions()).isNotEmpty();
    assertThat(results.quality().missing()).anyMatch(spot -> spot.source().equals("hr"));
  }

  @Test
  void whatComesLaterChangesNoScoreOfADay() throws IOException {
    Logs logs = Logs.of(PLAN);
    logs.write(at("all"));
    LocalDate day = LocalDate.ofEpochDay(PLAN.first() + 14);
    logs.before(day.plusDays(1)).write(at("cut"));
    Results all = Runs.run(Runs.until(Runs.settings(at("all"), 2), day));
    Results cut = Runs.run(Runs.until(Runs.settings(at("cut"), 2), day));
    assertThat(scores(all)).isEqualTo(scores(cut));
    assertThat(all.findings().bonafide().asOf()).isEqualTo(day.plusDays(1) + "T00:00:00Z");
    assertThat(all.quality().notes()).anyMatch(note -> note.contains("after the close"));
  }

  private static Map<String, Long> scores(Results results) {
    Map<String, Long> scores = new TreeMap<>();
    results.findings().people().forEach(person -> scores.put(person.id(), person.millinats()));
    return scores;
  }

  @Test
  void damagedFilesAreNamedAndTheFindingsAreThoseOfTheReadableRecords() throws IOException {
    Logs logs = Logs.of(PLAN);
    logs.write(at("whole"));
    Results whole = Runs.run(at("whole"), 2);
    String expected = Runs.canonical(whole);
    Set<String> sound =
        whole.quality().files().stream().map(LineTest::fileName).collect(Collectors.toSet());
    sound.remove("okta.ndjson");
    logs.write(at("damaged"));
    byte[] noise = new byte[5000];
    new java.util.SplittableRandom(3).nextBytes(noise);
    Path okta = at("damaged/okta.ndjson");
    Files.write(okta, noise, StandardOpenOption.APPEND);
    Files.write(okta, "\n{\"eventType\": \"user.sess".getBytes(UTF_8), StandardOpenOption.APPEND);
    Files.write(at("damaged/noise"), noise);
    Files.write(at("damaged/empty"), new byte[0]);
    byte[] gzip = Logs.gzip(Files.readAllBytes(at("whole/okta.ndjson")));
    Files.write(at("damaged/cut.gz"), Arrays.copyOf(gzip, gzip.length / 3));
    String vpn = Files.readString(at("whole/vpn.csv"));
    Files.write(
        at("damaged/vpn-copy"),
        vpn.substring(0, vpn.length() / 2).getBytes(StandardCharsets.UTF_16));
    Results results = Runs.run(at("damaged"), 2);
    assertThat(Runs.canonical(results)).isEqualTo(expected);
    for (Quality.FileReport file : results.quality().files()) {
      assertThat(file.why() != null || !file.rejected().isEmpty())
          .as("%s: %s %s", file.path(), file.why(), file.rejected())
          .isEqualTo(!sound.contains(fileName(file)));
    }
  }

  private static String fileName(Quality.FileReport file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
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
