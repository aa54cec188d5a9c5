package dev.bonafide.hiring.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nina.Dev+jobs@gmail.com | ninadev@googlemail.com",
        "nina.dev@mail.example | Nina.Dev+x@MAIL.example",
      })
  void equalMailsHaveOneKey(String a, String b) {
    assertThat(key(Contact.mail(a, "", 0))).isEqualTo(key(Contact.mail(b, "", 0)));
  }

  @Test
  void dotsCountWhereTheProviderCountsThem() {
    assertThat(key(Contact.mail("nina.dev@mail.example", "", 0)))
        .isNotEqualTo(key(Contact.mail("ninadev@mail.example", "", 0)));
    assertThat(Contact.mail("no mail", "", 0)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100 N Example Street Apt 4, Springfield, IL 62701 | 100 North Example St #4, Springfield IL 62701-1234",
        "100 Example St, Springfield, IL 62701 | 100 Example Street, 62701 Springfield",
        "Beispielstraße 12, 10115 Berlin | Beispielstr. 12, D-10115 Berlin",
        "12 Sample Road, London N1 9GU | 12 Sample Rd, London N19GU",
        "5 Quiet Ave, Toronto, ON M5V 2T6 | 5 Quiet Avenue, Toronto M5V2T6",
      })
  void equalAddressesHaveOneKey(String a, String b) {
    assertThat(key(Contact.address(a, "", 0))).isEqualTo(key(Contact.address(b, "", 0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100 Example St Apt 4, Springfield, IL 62701 | 100 Example St Apt 5, Springfield, IL 62701",
        "100 Example St, Springfield, IL 62701 | 102 Example St, Springfield, IL 62701",
        "100 Example St, Springfield, IL 62701 | 100 Sample St, Springfield, IL 62701",
        "100 Example St, Springfield, IL 62701 | 100 Example St, Shelbyville, IL 62702",
      })
  void neighboursHaveDifferentKeys(String a, String b) {
    assertThat(key(Contact.address(a, "", 0))).isNotEqualTo(key(Contact.address(b, "", 0)));
  }

  @Test
  void withoutNumberOrPostcodeThereIsNoAddress() {
    assertThat(Contact.address("Springfield, Illinois", "", 0)).isNull();
    assertThat(Contact.address("100 Example Street", "", 0)).isNull();
  }

  @Test
  void aNumberWithoutCountryCodeIsReadOnlyWhereTheCountryIsKnown() {
    assertThat(Contact.phone("(512) 555-0143", Set.of(), "", 0, null)).isNull();
    assertThat(Contact.phone("(512) 555-0143", Set.of("CA", "US"), "", 0, null)).isNull();
    assertThat(key(Contact.phone("(512) 555-0143", Set.of("US"), "", 0, null)))
        .isEqualTo("phone:+15125550143");
    assertThat(key(Contact.phone("+49 30 1234567", Set.of("US"), "", 0, null)))
        .isEqualTo("phone:+49301234567");
  }

  @Test
  void theNumberingPlanNamesTheCountry() {
    assertThat(country("+1 512 555 0143")).isEqualTo("US");
    assertThat(country("+1 416 555 0143")).isEqualTo("CA");
    assertThat(country("+49 30 1234567")).isEqualTo("DE");
    assertThat(country("+800 1234 5678")).isNull();
  }

  @Test
  void profilesAreEqualHoweverTheyAreWritten() {
    assertThat(key(Contact.profile("https://www.linkedin.com/in/Nina-Example/", "", 0)))
        .isEqualTo(key(Contact.profile("linkedin.com/in/nina-example", "", 0)));
  }

  private static @Nullable String country(String number) {
    Contact phone = Objects.requireNonNull(Contact.phone(number, Set.of(), "", 0, null));
    return Phones.country(phone);
  }

  private static String key(@Nullable Contact contact) {
    return Objects.requireNonNull(contact).key();
  }
}
