package dev.bonafide.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.engine.Dossier.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossiersTest {
  @TempDir @Nullable Path folder;

  @Test
  void everybodyOverTheLineHasPicturesThatAgreeWithTheLedgerAndNobodyElseHas() throws IOException {
    assertThat(folder).isNotNull();
    Logs.of(Logs.small(7)).write(folder);
    Results results = Runs.run(folder, 2);
    List<Findings.Person> over = results.over();
    assertThat(over).isNotEmpty();
    assertThat(results.dossiers())
        .extracting(Dossier::id)
        .containsExactlyInAnyOrderElementsOf(over.stream().map(Findings.Person::id).toList());
    for (Dossier dossier : results.dossiers()) {
      Findings.Person person =
          over.stream().filter(p -> p.id().equals(dossier.id())).findFirst().orElseThrow();
      Set<String> told = new TreeSet<>();
      for (Dossier.ClaimRow row : dossier.matrix()) {
        assertThat(row.cells()).hasSameSizeAs(Dossier.COLUMNS);
        for (Dossier.Cell cell : row.cells()) {
          assertThat(cell.state() == State.MISFIT).isEqualTo(!cell.evidence().isEmpty());
          told.addAll(cell.evidence());
        }
      }
      Set<String> ledger = new TreeSet<>();
      for (Findings.LedgerLine line : person.ledger()) {
        if (line.evidence() != null && line.millinats() > 0) {
          ledger.add(line.evidence());
        }
      }
      assertThat(told).isEqualTo(ledger);
      Dossier.Rhythm rhythm = dossier.rhythm();
      assertThat(rhythm.active()).hasSize(7).allMatch(hours -> hours.size() == 24);
      assertThat(rhythm.weekdays().stream().mapToInt(Integer::intValue).sum()).isBetween(20, 21);
      assertThat(rhythm.claimed()).isTrue();
      assertThat(dossier.bars()).isNotEmpty().hasSizeLessThanOrEqualTo(8);
      for (Dossier.Bar bar : dossier.bars()) {
        assertThat(bar.label()).matches("(device|session|VPN) \\d+");
        assertThat(bar.spans()).allMatch(span -> span.fromMilli() <= span.toMilli());
      }
    }
  }
}
