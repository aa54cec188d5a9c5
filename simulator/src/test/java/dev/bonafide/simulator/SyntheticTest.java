package dev.bonafide.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing in the logs belongs to anybody. */
class SyntheticTest {
  private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._+-]+@([A-Za-z0-9.-]+)");
  private static final Pattern HOST = Pattern.compile("https?://([A-Za-z0-9.-]+)");
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![\\d./])(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
  private static final Pattern RESERVED =
      Pattern.compile(
          "192\\.0\\.2\\..*|198\\.51\\.100\\..*|203\\.0\\.113\\..*|198\\.1[89]\\..*"
              + "|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*|10\\.(8|61)\\..*");

  @Test
  void allDomainsAddressesAndPhonesAreReserved() {
    WorksPlan plan = WorksPlan.honest(6, 30, LocalDate.of(2026, 9, 7), 5).atPrevalence(0.6, null);
    Set<String> domains = new HashSet<>();
    Set<String> addresses = new HashSet<>();
    new Works(plan)
        .records(
            (file, header, bytes, length) -> {
              String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
              all(MAIL, text, domains);
              all(HOST, text, domains);
              // A browser's version has four parts as well.
              all(ADDRESS, text.replaceAll("(Chrome|Edg|Firefox|Safari)/[\\d.]+", ""), addresses);
            });
    assertThat(domains).hasSizeGreaterThan(2).allMatch(domain -> domain.endsWith(".example"));
    assertThat(addresses).hasSizeGreaterThan(20).allMatch(a -> RESERVED.matcher(a).matches());
  }

  private static void all(Pattern pattern, String text, Set<String> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
  }
}
