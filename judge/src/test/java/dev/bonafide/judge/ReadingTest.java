package dev.bonafide.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadingTest {
  @Test
  void truthOfAnotherMakerIsReadAsFarAsItGoes() {
    Truth truth =
        Truth.read(
            List.of(
                "{\"person\":\"W1\",\"scheme\":\"none\",\"archetype\":\"owl\",\"overlays\":[\"docked\"],\"documented\":true}",
                "{\"person\":\"W2\",\"scheme\":\"moonlight-market\",\"difficulty\":\"evasive\",\"role\":\"mule\",\"group\":7,\"onset\":\"2026-10-03T08:00:00Z\",\"more\":{}}",
                "{\"person\":\"W3\",\"scheme\":null}",
                "",
                "{\"account\":\"svc-backup\",\"scheme\":\"program\"}",
                "{\"person\":\"W2\",\"scheme\":\"none\"}",
                "not json",
                "{\"scheme\":\"none\"}",
                "{\"person\":\"W4\",\"scheme\":\"x\",\"onset\":\"soon\"}"));
    assertThat(truth.people().keySet()).containsExactly("W1", "W2", "W3", "W4");
    Truth.Person two = Objects.requireNonNull(truth.people().get("W2"));
    assertThat(two.scheme()).isEqualTo("moonlight-market");
    assertThat(two.band()).isEqualTo(Band.EVASIVE);
    assertThat(two.cluster()).isEqualTo("7");
    assertThat(two.part()).isEqualTo("mule");
    assertThat(two.onset()).isEqualTo(LocalDate.of(2026, 10, 3));
    Truth.Person one = Objects.requireNonNull(truth.people().get("W1"));
    assertThat(one.planted()).isFalse();
    assertThat(one.traits()).containsExactly("owl", "docked", "documented");
    assertThat(Objects.requireNonNull(truth.people().get("W4")).band()).isEqualTo(Band.UNKNOWN);
    assertThat(truth.programs()).containsExactly("svc-backup");
    assertThat(truth.problems())
        .hasSize(4)
        .anyMatch(problem -> problem.startsWith("line 6 is a second line for W2"))
        .anyMatch(problem -> problem.startsWith("line 7 is no JSON"))
        .anyMatch(problem -> problem.startsWith("line 8 names neither"))
        .anyMatch(problem -> problem.contains("onset 'soon'"));
  }

  @Test
  void findingsAreReadWithTheirLedger() {
    Ranking ranking =
        read(
            """
            {"bonafide":{"version":"x","asOf":"2026-11-11T00:00:00Z","inputs":[{"path":"a"}]},
             "people":[{"id":"W1","millinats":-3000,"band":"review","firstSeen":"2026-11-02T00:00:00Z",
               "ledger":[{"line":"prior","millinats":-8006},
                 {"line":"evidence","indicator":"a","millinats":4000},
                 {"line":"evidence","indicator":"a","millinats":1500},
                 {"line":"discount","millinats":-494}],
               "abstained":[{"indicator":"b","reason":"no claims"}]},
              {"id":"W2","millinats":-8006}],
             "accounts":[],"reviewLine":{"budget":5.0,"people":2,"days":10,"alerts":1,"millinats":-3000}}
            """);
    Ranking.Person one = Objects.requireNonNull(ranking.people().get("W1"));
    assertThat(one.weights()).containsEntry("a", 5500L);
    assertThat(one.ledgerSum()).isEqualTo(one.millinats());
    assertThat(one.over()).isTrue();
    assertThat(one.firstSeen()).isEqualTo(Instant.parse("2026-11-02T00:00:00Z"));
    assertThat(one.abstained()).containsExactly("b: no claims");
    assertThat(Objects.requireNonNull(ranking.people().get("W2")).over()).isFalse();
    assertThat(ranking.days()).isEqualTo(10);
    assertThat(ranking.priorMillinats()).isEqualTo(-8006);
  }

  @Test
  void brokenFindingsAreNamed() {
    assertThatThrownBy(() -> read("{\"people\":[{\"id\":\"W1\""))
        .isInstanceOf(Ranking.Unreadable.class)
        .hasMessageContaining("not whole");
    assertThatThrownBy(() -> read("[]")).hasMessageContaining("no JSON object");
    assertThatThrownBy(() -> read("")).isInstanceOf(Ranking.Unreadable.class);
  }

  private static Ranking read(String json) {
    return Ranking.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }
}
