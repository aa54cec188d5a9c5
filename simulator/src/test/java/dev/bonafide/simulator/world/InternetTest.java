package dev.bonafide.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InternetTest {
  private static final long DAY = 86_400_000L;
  private static final Pattern RESERVED =
      Pattern.compile(
          "192\\.0\\.2\\.\\d+|198\\.51\\.100\\.\\d+|203\\.0\\.113\\.\\d+|198\\.1[89]\\.\\d+\\.\\d+"
              + "|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\.\\d+\\.\\d+|2001:db8:[0-9a-f:]+");

  private final Internet internet = new Internet(5);

  @Test
  void everyAddressBelongsToNobody() {
    for (Metro metro : Atlas.METROS) {
      long at = metro.number() * 41L * DAY;
      for (Line line :
          new Line[] {
            internet.home(metro.number(), 1, metro),
            internet.home(metro.number() + 40_000L, 1, metro),
            internet.mobile(metro.number(), metro),
            internet.office(metro),
            internet.companyVpn(metro),
            internet.coWorking(metro),
            internet.hotel(metro, metro.number()),
            internet.servers(metro.number()),
            internet.hosting(metro.number() * 971L),
            internet.commercialVpn(metro.number() % internet.vpns(), metro.number()),
            internet.residentialProxy(metro.number(), metro.number(), metro)
          }) {
        assertThat(line.address(at, 77)).as("%s", line.sort()).matches(RESERVED);
        assertThat(line.carrier().domain()).endsWith(".example");
      }
    }
  }

  @Test
  void noTwoHomesHaveOneAddressAtTheSameTime() {
    Metro metro = Atlas.named("Leeds");
    for (long at = 20_000 * DAY; at < 20_040 * DAY; at += 7 * DAY + 3_600_000) {
      Map<String, Integer> taken = new HashMap<>();
      for (int household = 0; household < 3_000; household++) {
        String address = internet.home(household, 0, metro).address(at, 1);
        assertThat(taken.put(address, household)).as(address).isNull();
      }
    }
  }

  @Test
  void homesKeepTheirAddressForAsLongAsTheirLeaseSays() {
    Metro metro = Atlas.named("Leeds");
    Map<Integer, Integer> changes = new HashMap<>();
    for (int household = 0; household < 400; household++) {
      Line line = internet.home(household, 0, metro);
      int changed = 0;
      for (int day = 0; day < 60; day++) {
        String before = line.address((20_000 + day) * DAY + DAY / 2, 1);
        String after = line.address((20_001 + day) * DAY + DAY / 2, 1);
        boolean six = before.contains(":");
        changed += !six && !before.equals(after) ? 1 : 0;
      }
      changes.merge(changed, 1, Integer::sum);
    }
    // fixed or IPv6, a month, a week, a day
    assertThat(changes.keySet()).containsExactlyInAnyOrder(0, 2, 8, 60).hasSize(4);
    assertThat(changes.get(2)).isGreaterThan(changes.get(8));
  }

  @Test
  void distancesAreThoseOfTheGlobe() {
    assertThat(Atlas.named("Boston").kilometresTo(Atlas.named("Bristol")))
        .isBetween(5_000.0, 5_200.0);
    assertThat(Atlas.named("Wellington").kilometresTo(Atlas.named("Porto")))
        .isBetween(19_000.0, 20_020.0);
  }
}
