package dev.bonafide.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  private static final Times UTC = new Times(ZoneOffset.UTC, false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          2025-01-15T09:30:45Z                        | 2025-01-15T09:30:45Z
          2025-01-15T09:30:45.1Z                      | 2025-01-15T09:30:45.100Z
          2025-01-15T09:30:45.123456789Z              | 2025-01-15T09:30:45.123Z
          2025-01-15T09:30:45.1234567+00:00           | 2025-01-15T09:30:45.123Z
          2025-01-15 09:30:45.123                     | 2025-01-15T09:30:45.123Z
          2020-11-25 21:27:03.496000000               | 2020-11-25T21:27:03.496Z
          2025-01-15 09:30:45 UTC                     | 2025-01-15T09:30:45Z
          2025-01-15 09:30:45 +0530                   | 2025-01-15T04:00:45Z
          2025-01-15T09:30:45-05                      | 2025-01-15T14:30:45Z
          2025-01-15T09:30:45,123+01:00               | 2025-01-15T08:30:45.123Z
          2025-01-15T09:30                            | 2025-01-15T09:30:00Z
          2025-01-15T09:30Z                           | 2025-01-15T09:30:00Z
          2025-01-15T24:00:00Z                        | 2025-01-16T00:00:00Z
          2016-12-31T23:59:60Z                        | 2017-01-01T00:00:00Z
          2025-01-15                                  | 2025-01-15T00:00:00Z
          2025/01/15 09:30:45                         | 2025-01-15T09:30:45Z
          2025-07-01 09:30:45 America/New_York        | 2025-07-01T13:30:45Z
          2025-07-01T09:30:45-04:00[America/New_York] | 2025-07-01T13:30:45Z
          2024-03-21 07:09:03:216                     | 2024-03-21T07:09:03.216Z
          20250115T093045Z                            | 2025-01-15T09:30:45Z
          20250115T093045.500Z                        | 2025-01-15T09:30:45.500Z
          20221121120000.123                          | 2022-11-21T12:00:00.123Z
          20221121120000                              | 2022-11-21T12:00:00Z
          20221121                                    | 2022-11-21T00:00:00Z
          1736933445                                  | 2025-01-15T09:30:45Z
          1736933445.123456                           | 2025-01-15T09:30:45.123Z
          1.736933445E9                               | 2025-01-15T09:30:45Z
          1736933445123                               | 2025-01-15T09:30:45.123Z
          1736933445123456                            | 2025-01-15T09:30:45.123Z
          1736933445123456789                         | 2025-01-15T09:30:45.123Z
          133814070451230000                          | 2025-01-15T09:30:45.123Z
          638725302451230000                          | 2025-01-15T09:30:45.123Z
          /Date(1736933445123)/                       | 2025-01-15T09:30:45.123Z
          45672.5                                     | 2025-01-15T12:00:00Z
          1/15/2025 9:30:45 AM                        | 2025-01-15T09:30:45Z
          1/15/2025, 9:30:45 PM                       | 2025-01-15T21:30:45Z
          1/15/2025 12:05:00 AM                       | 2025-01-15T00:05:00Z
          1/15/2025 12:05 p.m.                        | 2025-01-15T12:05:00Z
          01/02/2025 09:30                            | 2025-01-02T09:30:00Z
          15/01/2025 09:30:45                         | 2025-01-15T09:30:45Z
          1/15/25 9:30                                | 2025-01-15T09:30:00Z
          15.01.2025 09:30:45                         | 2025-01-15T09:30:45Z
          02.01.2025                                  | 2025-01-02T00:00:00Z
          Wed, 15 Jan 2025 09:30:45 GMT               | 2025-01-15T09:30:45Z
          Wednesday, 15-Jan-25 09:30:45 GMT           | 2025-01-15T09:30:45Z
          Wed Jan 15 09:30:45 2025                    | 2025-01-15T09:30:45Z
          Wed Jan 15 09:30:45 UTC 2025                | 2025-01-15T09:30:45Z
          Wed Jan 15 09:30:45 EST 2025                | 2025-01-15T14:30:45Z
          15/Jan/2025:09:30:45 +0000                  | 2025-01-15T09:30:45Z
          Jan 15, 2025 9:30:45 AM                     | 2025-01-15T09:30:45Z
          Jan 15, 2025 @ 09:30:45.123                 | 2025-01-15T09:30:45.123Z
          January 15, 2025, 9:30 AM PST               | 2025-01-15T17:30:00Z
          January 15th, 2025 at 9:30 AM               | 2025-01-15T09:30:00Z
          15-Jan-2025 09:30:45                        | 2025-01-15T09:30:45Z
          15 Jan 2025                                 | 2025-01-15T00:00:00Z
          2025-Jan-15                                 | 2025-01-15T00:00:00Z
          Wed Jan 15 2025 09:30:45 GMT+0100 (Central European Standard Time) | 2025-01-15T08:30:45Z
          1/15/2025 9:30:45 AM (UTC)                  | 2025-01-15T09:30:45Z
          """)
  void readsEveryFormOfOneInstant(String text, String instant) {
    assertThat(UTC.parse(text)).as(text).isNotEqualTo(Times.NONE);
    assertThat(Instant.ofEpochMilli(UTC.parse(text))).as(text).isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "never",
        "0",
        "1",
        "0001-01-01T00:00:00Z",
        "1601-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "2025-13-01T00:00:00Z",
        "2025-02-30T00:00:00Z",
        "2025-01-15T25:00:00Z",
        "2025-01-15T09:61:00Z",
        "10.0.22631.3958",
        "192.0.2.17",
        "1.2.3",
        "12:30",
        "2025",
        "Chrome 120",
        "99999999999999999999999999",
        "2025-01-15T09:30:45 XYZ",
        "May be later",
        "13:00 PM 1/1/2025"
      })
  void aTextThatIsNoTimeGivesNone(String text) {
    assertThat(UTC.parse(text)).isEqualTo(Times.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-07-01 09:30:45,2025-07-01T13:30:45Z",
    "2025-01-15T09:30:45.5,2025-01-15T14:30:45.5Z",
    "7/1/2025 9:30:45 AM,2025-07-01T13:30:45Z",
    "2025-07-01 09:30:45Z,2025-07-01T09:30:45Z"
  })
  void aTimeWithoutZoneIsInTheZoneOfTheRun(String text, String instant) {
    Times newYork = new Times(ZoneId.of("America/New_York"), false);
    assertThat(Instant.ofEpochMilli(newYork.parse(text))).isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @CsvSource({"03/04/2025,2025-04-03", "13/04/2025,2025-04-13", "03/14/2025,2025-03-14"})
  void dayAndMonthAreToldApartWhereTheyCanBe(String text, LocalDate day) {
    assertThat(new Times(ZoneOffset.UTC, true).day(text)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-15T23:30:00-08:00,2025-01-15",
    "2025-01-15T00:00:00.000Z,2025-01-15",
    "2025-01-15,2025-01-15",
    "15 January 2025,2025-01-15",
    "45672,2025-01-15"
  })
  void theDayIsTheOneThatIsWritten(String text, LocalDate day) {
    assertThat(UTC.day(text)).isEqualTo(day);
  }
}
