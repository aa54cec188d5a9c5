package dev.bonafide.indicators.sharedthing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedThingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "OKTA_VERIFY_PUSH opf3ghb1mM2Yl5kTg0g4",
        "FIDO2 3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "YubiKey 12345678",
        "phone 00155501001"
      })
  void aTextWithANumberOfItsOwnNamesOneFactor(String text) {
    assertThat(SharedFactor.names(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OKTA_VERIFY_PUSH",
        "FIDO2_WEBAUTHN",
        "Mobile app notification",
        "SMS +1 XXX-XXX-1234",
        "XXXXXXX1234",
        "password",
        ""
      })
  void aSortOfFactorOrAMaskedNumberNamesNone(String text) {
    assertThat(SharedFactor.names(text)).isFalse();
  }

  @Test
  void anUnknownTextNamesNone() {
    assertThat(SharedFactor.names(null)).isFalse();
  }
}
