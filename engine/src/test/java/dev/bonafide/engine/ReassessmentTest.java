package dev.bonafide.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.engine.Findings.LedgerLine;
import dev.bonafide.engine.Findings.Person;
import dev.bonafide.indicators.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People weighed again from what a run wrote. */
class ReassessmentTest {
  @TempDir static @Nullable Path folder;
  private static Outputs outputs;
  private static Results results;

  @BeforeAll
  static void run() throws IOException, Outputs.Incomplete {
    assertThat(folder).isNotNull();
    Path logs = folder.resolve("logs");
    Logs.of(Logs.small(7)).write(logs);
    results = Runs.run(logs, 2).ofRun("analyze logs", 12);
    new OutFolder(folder.resolve("out")).write(results, "", Runs.KEY);
    outputs = Outputs.read(folder.resolve("out"));
  }

  private static Person again(Person person, Set<String> explained) {
    Map<String, List<EvidenceLine>> evidence = new HashMap<>();
    outputs
        .evidence()
        .forEach(e -> evidence.computeIfAbsent(e.person(), p -> new ArrayList<>()).add(e));
    Background background =
        outputs.background().stream()
            .filter(b -> b.person().equals(person.id()))
            .findFirst()
            .orElseThrow();
    return new Reassessment(
            Analysis.cards(Catalogue.builtIn()).values(),
            outputs.findings().reviewLine(),
            outputs.findings().bonafide().asOf())
        .person(
            person,
            evidence.getOrDefault(person.id(), List.of()),
            background.documents(),
            explained);
  }

  @Test
  void everybodyWeighsWhatTheyWeighedInTheRun() {
    assertThat(outputs.findings().people()).isNotEmpty();
    for (Person person : outputs.findings().people()) {
      Person again = again(person, Set.of());
      assertThat(again.millinats()).as(person.label()).isEqualTo(person.millinats());
      assertThat(again.band()).isEqualTo(person.band());
      assertThat(again.interval()).isEqualTo(person.interval());
      assertThat(again.bestInnocent()).isEqualTo(person.bestInnocent());
      assertThat(again.nextCheck()).isEqualTo(person.nextCheck());
      assertThat(again.ledger()).containsExactlyInAnyOrderElementsOf(person.ledger());
    }
  }

  @Test
  void explainedEvidenceCountsNoMoreAndTheLedgerStillSums() {
    Person person = outputs.findings().people().getFirst();
    LedgerLine heaviest =
        person.ledger().stream()
            .filter(l -> l.evidence() != null && l.millinats() > 0)
            .findFirst()
            .orElseThrow();
    Person again = again(person, Set.of(String.valueOf(heaviest.evidence())));
    assertThat(again.millinats()).isLessThan(person.millinats());
    assertThat(again.ledger()).extracting(LedgerLine::evidence).doesNotContain(heaviest.evidence());
    assertThat(again.ledger().stream().mapToLong(LedgerLine::millinats).sum())
        .isEqualTo(again.millinats());
  }

  @Test
  void whoIsExplainedWhollyStandsAtTheBaseRateUnderTheLine() {
    Person person = outputs.findings().people().getFirst();
    assertThat(person.band()).isNotEqualTo("none");
    Set<String> all =
        Set.copyOf(
            outputs.evidence().stream()
                .filter(e -> e.person().equals(person.id()))
                .map(EvidenceLine::id)
                .toList());
    Person again = again(person, all);
    assertThat(again.band()).isEqualTo("none");
    assertThat(again.firstSeen()).isNull();
    assertThat(again.ledger())
        .extracting(LedgerLine::line)
        .allMatch(line -> line.equals("prior") || line.equals("setting"));
  }

  @Test
  void whatIsReadBackIsWhatWasFound() {
    assertThat(outputs.findings()).isEqualTo(results.findings());
    assertThat(outputs.evidence()).isEqualTo(results.evidence());
    assertThat(outputs.background()).isEqualTo(results.background());
    assertThat(outputs.quality()).isEqualTo(results.quality());
    assertThat(outputs.id()).isEqualTo(Outputs.of(results, Runs.KEY).id());
    assertThat(outputs.background())
        .filteredOn(b -> b.dossier() != null)
        .hasSameSizeAs(results.dossiers());
  }

  @Test
  void aFolderThatIsNoResultSaysWhatIsMissing() throws IOException {
    assertThat(folder).isNotNull();
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(org.assertj.core.api.Assertions.catchException(() -> Outputs.read(empty)))
        .isInstanceOf(Outputs.Incomplete.class)
        .hasMessageContaining(OutFolder.FINDINGS);
    Files.writeString(empty.resolve(OutFolder.FINDINGS), "{\"people\": 7}");
    assertThat(org.assertj.core.api.Assertions.catchException(() -> Outputs.read(empty)))
        .isInstanceOf(Outputs.Incomplete.class)
        .hasMessageContaining("can't be read");
  }
}
