package dev.bonafide.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,192.0.2.7",
    "192.0.2.7:4500,192.0.2.7",
    "' 192.0.2.7 ',192.0.2.7",
    "::ffff:192.0.2.7,192.0.2.7",
    "[::ffff:192.0.2.7]:443,192.0.2.7",
    "2001:DB8::1,2001:db8::1",
    "2001:0db8:0000:0000:0001:0000:0000:0017,2001:db8::1:0:0:17",
    "[2001:db8::1]:443,2001:db8::1",
    "2001:db8::1%eth0,2001:db8::1",
    "2001:db8:1:2:3:4:5:6,2001:db8:1:2:3:4:5:6",
    "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
    "'192.0.2.7, 10.0.0.1',192.0.2.7",
    "'10.0.0.1, 192.0.2.7',192.0.2.7",
    "'[\"192.0.2.7\"]',192.0.2.7"
  })
  void thePublicAddressIsFoundInEveryForm(String text, String address) {
    assertThat(Addresses.publicAddress(text)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "null",
        "<null>",
        "Unknown",
        "LOCAL",
        "localhost",
        "::1",
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.10",
        "169.254.1.1",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "1.2.3.4:99999999",
        "cloudtrail.vendor.example",
        "2001:db8::1::2",
        "12345::1",
        "1:2:3:4:5:6:7",
        "AWS Internal"
      })
  void whatIsNoPublicAddressIsNone(String text) {
    assertThat(Addresses.publicAddress(text)).isNull();
  }
}
