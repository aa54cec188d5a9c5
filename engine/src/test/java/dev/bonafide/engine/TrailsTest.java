package dev.bonafide.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrailsTest {
  @Test
  void computersOfOneHomeHaveOneNetwork() {
    assertThat(Trails.network("2001:db8:d90f:5e00:5bd3:7e93:c159:2bb"))
        .isEqualTo("20010db8d90f5e")
        .isEqualTo(Trails.network("2001:DB8:D90F:5E42::1"))
        .isEqualTo(Trails.network("2001:db8:d90f:5e00::1%eth0"));
    assertThat(Trails.network("2001:db8:d90f:5f00::1")).isNotEqualTo("20010db8d90f5e");
    assertThat(Trails.network("2001:db8::1")).isEqualTo("20010db8000000");
    assertThat(Trails.network("::1")).isEqualTo("00000000000000");
  }

  @Test
  void whatIsNoAddressHasNone() {
    for (String text :
        new String[] {"", "a host", "192.0.2.1", ":", "1:2:3", "1:2:3:4:5:6:7:8:9", "g::1"}) {
      assertThat(Trails.network(text)).as(text).isNull();
    }
  }
}
