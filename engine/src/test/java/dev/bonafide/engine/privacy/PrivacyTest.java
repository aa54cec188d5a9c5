package dev.bonafide.engine.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrivacyTest {
  private static final Key KEY = Key.of("a test key");
  private final Pseudonyms pseudonyms = new Pseudonyms(KEY);

  @Test
  void aPseudonymIsTheKeyedHashInThirteenLetters() {
    assertThat(pseudonyms.person("W1")).matches("p-[a-z2-7]{13}");
    assertThat(pseudonyms.person("W1")).isEqualTo(new Pseudonyms(KEY).person("W1"));
    assertThat(pseudonyms.person("W1")).isNotEqualTo(pseudonyms.person("W2"));
    assertThat(pseudonyms.person("W1"))
        .isNotEqualTo(new Pseudonyms(Key.of("another")).person("W1"));
  }

  /** RFC 4231, test case 2, cut to 65 bits and written in base 32. */
  @Test
  void thePseudonymFollowsTheStandards() {
    // HMAC-SHA-256("Jefe", ...) needs a key of 4 bytes; our keys have 32, so the zeros that
    // RFC 2104 pads with stand in the key itself.
    byte[] key = new byte[32];
    System.arraycopy("Jefe".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, key, 0, 4);
    assertThat(new Pseudonyms(Key.of(key)).person("what do ya want for nothing?"))
        .isEqualTo("p-lpomcrv7mb2u4");
  }

  @Test
  void labelsAreUniqueAndTheSameInAnyOrder() {
    List<String> ids = IntStream.range(0, 5000).mapToObj(i -> pseudonyms.person("W" + i)).toList();
    Map<String, String> labels = pseudonyms.labels(ids, Set.of());
    assertThat(new HashSet<>(labels.values())).hasSize(5000);
    assertThat(labels.values()).allMatch(label -> label.matches("[A-Z][a-z]+ \\d{3,8}"));
    assertThat(pseudonyms.labels(ids.reversed(), Set.of())).isEqualTo(labels);
  }

  @Test
  void aWordThatIsSomebodysNameIsNoLabel() {
    List<String> ids = IntStream.range(0, 500).mapToObj(i -> pseudonyms.person("W" + i)).toList();
    assertThat(pseudonyms.labels(ids, Set.of("moss", "flint")).values())
        .noneMatch(label -> label.startsWith("Moss") || label.startsWith("Flint"))
        .anyMatch(label -> label.startsWith("Slate"));
  }

  @Test
  void aPathShowsOnlyWordsThatAreOurs() {
    Paths paths = new Paths(pseudonyms, false, Set.of("okta"));
    String shown = paths.shown("logs/ada-morel/signins-2026-11-04.json.gz!okta/LT-ADA01.ndjson");
    assertThat(shown)
        .matches(
            "logs/~[a-z2-7]{6}-~[a-z2-7]{6}/signins-2026-11-04\\.json\\.gz!~[a-z2-7]{6}/~[a-z2-7]{6}-~[a-z2-7]{6}\\.ndjson");
    assertThat(paths.replaced().values()).contains("ada", "morel", "LT", "ADA01");
    assertThat(new Paths(pseudonyms, true, Set.of()).shown("a/ada.json")).isEqualTo("a/ada.json");
  }

  @Test
  void theVaultOpensWithItsKeyOnly() throws Exception {
    Vault vault =
        new Vault(
            Map.of(
                "p-x",
                new Vault.Person("Juniper 418", "W1", List.of("Ada Morel"), List.of("okta:1"))),
            Map.of("a-y", "okta:svc"),
            Map.of("~abc", "ada"));
    byte[] locked = vault.lock(KEY);
    assertThat(Vault.open(locked, KEY)).isEqualTo(vault);
    assertThat(new String(locked, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Ada", "okta");
    assertThatThrownBy(() -> Vault.open(locked, Key.of("another")))
        .isInstanceOf(Vault.Locked.class);
    locked[locked.length - 1] ^= 1;
    assertThatThrownBy(() -> Vault.open(locked, KEY)).isInstanceOf(Vault.Locked.class);
    assertThat(vault.find("juniper 418")).containsExactly("p-x");
    assertThat(vault.find("p-x")).containsExactly("p-x");
    assertThat(vault.find("nobody")).isEmpty();
  }
}
