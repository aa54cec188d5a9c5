package dev.bonafide.linking.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatinTest {
  @Test
  void marksCaseAndPunctuationVanish() {
    assertThat(Latin.fold("  José-María O’Connor, Jr. ")).isEqualTo("jose maria oconnor jr");
    assertThat(Latin.fold("Łukasz Groß Ødegård")).isEqualTo("lukasz gross odegard");
  }

  @Test
  void otherScriptsBecomeLatin() {
    assertThat(Latin.fold("Владимир Иванов")).isEqualTo("vladimir ivanov");
    assertThat(Latin.fold("Γιώργος Παπαδόπουλος")).startsWith("giorgos papadopoulos");
    assertThat(Latin.fold("ბარაკ ობამა")).isEqualTo("barak obama");
    assertThat(Latin.fold("김민수")).matches("[a-z ]+");
  }

  @Test
  void soundsAlikeMeansTheSameCode() {
    assertThat(Sound.of("smith")).isEqualTo(Sound.of("smyth")).isEqualTo(Sound.of("schmith"));
    assertThat(Sound.of("philip")).isEqualTo(Sound.of("filip"));
    assertThat(Sound.of("catherine")).isEqualTo(Sound.of("katherine"));
    assertThat(Sound.of("baker")).isNotEqualTo(Sound.of("miller"));
  }

  @Test
  void petNamesAreRelatedThroughTheirFamily() {
    assertThat(PetNames.related("bob", "robert")).isTrue();
    assertThat(PetNames.related("sasha", "alexander")).isTrue();
    assertThat(PetNames.related("liz", "beth")).isTrue();
    assertThat(PetNames.related("bob", "william")).isFalse();
    assertThat(PetNames.related("alexander", "alexandra")).isFalse();
  }
}
