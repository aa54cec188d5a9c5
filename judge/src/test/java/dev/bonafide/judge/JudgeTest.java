package dev.bonafide.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bonafide.judge.Verdict.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private final List<String> truth = new ArrayList<>();
  private final Map<String, Ranking.Person> people = new LinkedHashMap<>();

  private void honest(String id, long score, String archetype) {
    truth.add(
        "{\"person\":\"%s\",\"scheme\":\"none\",\"archetype\":\"%s\"}".formatted(id, archetype));
    found(id, score, null);
  }

  private void planted(String id, long score, String scheme, @Nullable String cluster) {
    truth.add(
        "{\"person\":\"%s\",\"scheme\":\"%s\",\"difficulty\":1,\"onset\":\"2026-11-01\"%s}"
            .formatted(id, scheme, cluster == null ? "" : ",\"cluster\":\"" + cluster + "\""));
    found(id, score, null);
  }

  private void found(String id, long score, @Nullable String seen) {
    Map<String, Long> weights = score > -8006 ? Map.of("an-indicator", score + 8006) : Map.of();
    people.put(
        id,
        new Ranking.Person(
            id,
            score,
            seen != null,
            seen == null ? null : Instant.parse(seen),
            "subject",
            weights,
            List.of("other-indicator: no records"),
            score));
  }

  private Verdict verdict() {
    return Judge.judge(
        Truth.read(truth),
        new Ranking(people, Instant.parse("2026-11-11T00:00:00Z"), 30, 5, -6000, -8006));
  }

  private Cell cell(String scheme) {
    return verdict().cells().stream()
        .filter(cell -> cell.scheme().equals(scheme))
        .findFirst()
        .orElseThrow();
  }

  private void thousand() {
    for (int i = 0; i < 1000; i++) {
      honest("h" + i, i < 990 ? -8006 : -5000 + i, "ordinary");
    }
  }

  @Test
  void recallIsTheShareOfPlantedPeopleWithFewEnoughHonestOnesAbove() {
    thousand();
    planted("first", 0, "offshore", null);
    planted("second", -4001, "offshore", null);
    planted("third", -4002, "offshore", null);
    planted("sixth", -4006, "offshore", null);
    assertThat(cell("offshore").found()).extracting(Share::share).containsExactly(0.5, 0.75, 0.75);
  }

  @Test
  void tiesGoAgainstUs() {
    thousand();
    planted("tied", -4001, "offshore", null);
    assertThat(verdict().planted().getFirst().honestAbove()).isOne();
    planted("level", -8006, "offshore", null);
    assertThat(verdict().planted().getLast().honestAbove()).isEqualTo(1000);
  }

  @Test
  void whoeverTheFindingsDoNotListRanksLastAndIsCounted() {
    thousand();
    planted("gone", 0, "offshore", null);
    people.remove("gone");
    people.remove("h3");
    Verdict verdict = verdict();
    assertThat(verdict.world().absent()).isEqualTo(2);
    assertThat(verdict.planted().getFirst().honestAbove()).isEqualTo(1000);
    assertThat(cell("offshore").found()).allMatch(share -> share.share() == 0);
  }

  @Test
  void strangersInTheFindingsDoNotCount() {
    thousand();
    planted("known", -4000, "offshore", null);
    found("okta:stranger", 5000, "2026-11-05T00:00:00Z");
    Verdict verdict = verdict();
    assertThat(verdict.world().strangers()).isOne();
    assertThat(verdict.world().strangersOver()).isOne();
    assertThat(verdict.planted().getFirst().honestAbove()).isZero();
  }

  @Test
  void aClusterIsOneCase() {
    thousand();
    for (int i = 0; i < 10; i++) {
      planted("f" + i, i < 5 ? 0 : -8006, "laptop-farm", "farm-1");
      planted("g" + i, -8006, "laptop-farm", "farm-2");
    }
    Cell cell = cell("laptop-farm");
    assertThat(cell.groups()).isEqualTo(2);
    assertThat(cell.found().getFirst().share()).isCloseTo(0.25, within(1e-9));
    assertThat(cell.found().getFirst().of()).isEqualTo(2);
    assertThat(cell.groupsFound().getFirst().share()).isEqualTo(0.5);
    assertThat(cell.silent()).isEqualTo(15);
  }

  @Test
  void undetectedPeopleLengthenTheTimeToDetect() {
    thousand();
    for (int i = 0; i < 4; i++) {
      planted("p" + i, 0, "offshore", null);
      found("p" + i, 0, i < 2 ? "2026-11-0" + (3 + i) + "T00:00:00Z" : null);
    }
    assertThat(cell("offshore").days()).isEqualTo(3);
    planted("another", 0, "offshore", null);
    assertThat(cell("offshore").days()).isNull();
  }

  @Test
  void aReviewerSeesTheListWithItsCeiling() {
    thousand();
    for (int i = 0; i < 20; i++) {
      planted("p" + i, i, "offshore", null);
    }
    Verdict.Queue queue = verdict().queues().getFirst();
    assertThat(queue.slots()).isEqualTo(2);
    assertThat(queue.planted()).isEqualTo(2);
    assertThat(queue.recall()).isCloseTo(0.1, within(1e-9));
    assertThat(queue.ceiling()).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void falseAlarmsAreNamedByWhatIsTrueOfThem() {
    thousand();
    for (int i = 0; i < 20; i++) {
      honest("n" + i, -3000, "nomad");
    }
    Verdict.Subgroup first =
        verdict().subgroups().stream()
            .filter(s -> s.trait().equals("nomad"))
            .findFirst()
            .orElseThrow();
    assertThat(first.among()).isEqualTo(20);
    assertThat(first.ratio()).isCloseTo(51, within(0.1));
    assertThat(first.low()).isGreaterThan(20);
  }

  @Test
  void claimedProbabilitiesAreHeldAgainstTheRunsOwnBaseRate() {
    thousand();
    for (int i = 0; i < 100; i++) {
      planted("p" + i, i < 90 ? -8006 : 3000, "offshore", null);
    }
    Verdict verdict = verdict();
    assertThat(verdict.reliability().getFirst().claimed()).isCloseTo(1 / 3000.0, within(1e-5));
    assertThat(verdict.reliability().getFirst().realised()).isCloseTo(1 / 3300.0, within(1e-5));
    Verdict.Bin top = verdict.reliability().getLast();
    assertThat(top.honest()).isZero();
    assertThat(top.low()).isLessThan(top.claimed());
  }

  @Test
  void aWrongLedgerIsSeen() {
    thousand();
    planted("p", 0, "offshore", null);
    assertThat(verdict().leaks().getFirst().passed()).isTrue();
    people.put("p", new Ranking.Person("p", 0, false, null, "", Map.of(), List.of(), 7));
    assertThat(verdict().leaks().getFirst().passed()).isFalse();
  }

  @Test
  void anIdThatTellsThePlantedApartIsSeen() {
    thousand();
    for (int i = 0; i < 50; i++) {
      planted("p" + (100_000 + i), 0, "offshore", null);
    }
    assertThat(verdict().leaks())
        .filteredOn(leak -> !leak.passed())
        .extracting(Verdict.Leak::check)
        .contains("order of the id tells nothing", "length of the id tells nothing")
        .doesNotContain("labels dealt out by chance are found by chance");
  }

  @Test
  void nobodyPlantedAndNobodyHonestAreStatedNotThrown() {
    honest("h", 0, "ordinary");
    assertThat(verdict().notes()).anyMatch(note -> note.contains("nobody who is planted"));
    truth.clear();
    planted("p", 0, "offshore", null);
    Verdict verdict = verdict();
    assertThat(verdict.notes()).anyMatch(note -> note.contains("no honest people"));
    assertThat(Sheet.of(verdict, true)).isNotEmpty();
    assertThat(Page.html(verdict, "t")).contains("</html>");
  }

  @Test
  void theSheetAndThePageAndTheJsonSayTheSame() {
    thousand();
    planted("first", 0, "a scheme <nobody> knows", null);
    Verdict verdict = verdict();
    assertThat(Sheet.of(verdict, true))
        .anyMatch(line -> line.startsWith("a scheme <nobody> knows moderate"))
        .anyMatch(line -> line.contains("1.00 (0.21-1.00)"));
    assertThat(Page.html(verdict, "Title"))
        .contains("a scheme &lt;nobody&gt; knows", "<svg", "1.00 (0.21-1.00)")
        .doesNotContain("<script", "<nobody>", "http:");
    assertThat(new String(verdict.json(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"scheme\" : \"a scheme <nobody> knows\"");
  }
}
