package dev.bonafide.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.model.Claim;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Member;
import dev.bonafide.model.Reading;
import dev.bonafide.model.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingBytesTest {
  @Test
  void everyReadingThatTravelsArrivesAsItLeft() {
    List<Reading> readings =
        List.of(
            new Event(
                Kind.FACTOR_USED,
                Event.Outcome.SUCCESS,
                1_700_000_000_123L,
                -5,
                Term.of("okta:00u1"),
                Term.of("ana@corp.example"),
                null,
                Term.of("laptop-ü"),
                Term.of("192.0.2.7"),
                null,
                Term.of("s-1"),
                Term.of("Okta Verify"),
                null,
                7),
            new Member(
                "hr:7",
                List.of(new Member.Alias(Member.AliasKind.MAIL, "ana@corp.example")),
                false),
            new DeviceFact(
                9,
                List.of(new DeviceFact.Name(DeviceFact.NameKind.HOST, "lt-7")),
                "7",
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                null,
                "Windows",
                null,
                null,
                List.of("DEL U2723 A1")),
            new Claim.Employment(
                "7", 1, 2, 3, Long.MAX_VALUE, "engineer", null, null, null, null, true),
            new Claim.Place("7", 1, 2, 3, "Denver", "US", "America/Denver"),
            new Claim.Schedule("7", 1, 2, 3, "nights", 1320, 360, null),
            new Claim.Context("7", 1, 2, 3, Claim.ContextKind.TRAVEL, 4, 5, "Oslo", null),
            new Claim.Contact("7", 1, 2, 3, Claim.ContactKind.PAY_TOKEN, "t"));
    for (Reading reading : readings) {
      assertThat(ReadingBytes.read(ReadingBytes.of(reading))).isEqualTo(reading);
    }
  }

  @Test
  void whatIsCountedWhereItIsReadDoesNotTravel() {
    assertThatThrownBy(() -> ReadingBytes.of(new Reading.Ignored("noise")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
