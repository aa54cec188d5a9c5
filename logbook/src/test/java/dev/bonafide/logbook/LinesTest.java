package dev.bonafide.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Term;
import org.junit.jupiter.api.Test;

class LinesTest {
  @Test
  void computersOfOneHomeHaveOneNetwork() {
    assertThat(Lines.network("2001:db8:d90f:5e00:5bd3:7e93:c159:2bb"))
        .isEqualTo("20010db8d90f5e")
        .isEqualTo(Lines.network("2001:DB8:D90F:5E42::1"))
        .isEqualTo(Lines.network("2001:db8:d90f:5e00::1%eth0"));
    assertThat(Lines.network("2001:db8:d90f:5f00::1")).isNotEqualTo("20010db8d90f5e");
    assertThat(Lines.network("2001:db8::1")).isEqualTo("20010db8000000");
    assertThat(Lines.network("::1")).isEqualTo("00000000000000");
  }

  @Test
  void anAddressThatNobodyKnowsIsItsOwnLine() {
    long id = Term.of("2001:db8:0:5e00::7").id();

    assertThat(Lines.of(id, null)).isEqualTo(id);
    assertThat(Lines.of(id, "2001:db8:0:5e00::7"))
        .isNotEqualTo(id)
        .isEqualTo(Lines.of(Term.of("2001:db8:0:5e01::9").id(), "2001:db8:0:5e01::9"));
    assertThat(Lines.of(Term.of("192.0.2.1").id(), "192.0.2.1"))
        .isEqualTo(Term.of("192.0.2.1").id());
  }

  @Test
  void whatIsNoAddressHasNone() {
    for (String text :
        new String[] {
          "", "a host", "192.0.2.1", "::ffff:192.0.2.1", ":", "1:2:3", "1:2:3:4:5:6:7:8:9", "g::1"
        }) {
      assertThat(Lines.network(text)).as(text).isNull();
    }
  }
}
