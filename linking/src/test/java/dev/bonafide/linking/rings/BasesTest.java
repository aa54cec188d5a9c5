package dev.bonafide.linking.rings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.linking.rings.Traces.Place;
import dev.bonafide.linking.rings.Traces.Stay;
import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BasesTest {
  private static final long PROVIDER = 7;
  private static final long OWN = 1_000;

  private final Map<String, Traces> traces = new TreeMap<>();

  private static Stay stay(int day, long line, int bins, Place place, boolean listed) {
    return new Stay(day, line, bins, place, PROVIDER, listed);
  }

  /** Somebody who works on the weekdays of three weeks from one line. */
  private void works(String id, long line, Place place, boolean listed) {
    works(id, line, place, listed, 0, 21);
  }

  private void works(String id, long line, Place place, boolean listed, int from, int to) {
    List<Stay> stays = new ArrayList<>(traces.getOrDefault(id, Traces.NONE).stays());
    for (int day = from; day < to; day++) {
      if (day % 7 < 5) {
        stays.add(stay(day, line, 90, place, listed));
      }
      // A telephone at home, also at the weekend.
      stays.add(stay(day, OWN + id.hashCode(), 2, Place.NEAR, listed));
    }
    traces.put(id, new Traces(stays, new TreeMap<>(), List.of()));
  }

  private List<Bases.Base> bases() {
    return Bases.of(traces, (a, b) -> false);
  }

  @Test
  void threeComputersWhoseOnlyBaseIsOneDistantLineAreABase() {
    for (String id : List.of("a", "b", "c")) {
      works(id, 1, Place.FAR, true);
    }
    assertThat(bases())
        .singleElement()
        .satisfies(
            base -> {
              assertThat(base.members()).containsOnlyKeys("a", "b", "c");
              assertThat(base.members().values()).containsOnly(Place.FAR);
              assertThat(base.home()).isTrue();
            });
  }

  @Test
  void theAddressOfALineMayChangeEveryNightWhichIsDayElsewhere() {
    for (String id : List.of("a", "b", "c")) {
      List<Stay> stays = new ArrayList<>();
      for (int day = 0; day < 14; day++) {
        stays.add(stay(day, 100 + day, id.equals("a") ? 40 : 90, Place.FAR, true));
        if (id.equals("a")) {
          stays.add(stay(day, 99 + day, 50, Place.FAR, true));
        }
      }
      traces.put(id, new Traces(stays, new TreeMap<>(), List.of()));
    }
    assertThat(bases())
        .singleElement()
        .satisfies(base -> assertThat(base.members()).containsOnlyKeys("a", "b", "c"));
  }

  @Test
  void whoseComputerWasMovedThereIsOfTheBaseFromThenOn() {
    for (String id : List.of("a", "b", "c")) {
      works(id, 50 + id.charAt(0), Place.NEAR, true, 0, 21);
      works(id, 1, Place.FAR, true, 21, 42);
    }
    assertThat(bases()).hasSize(1);
  }

  @Test
  void twoAreABaseOnlyWhereOneOfThemClaimsToBeElsewhere() {
    works("a", 1, Place.NEAR, true);
    works("b", 1, Place.FAR, true);
    works("c", 2, Place.NEAR, true);
    works("d", 2, Place.NEAR, true);
    works("e", 3, Place.UNKNOWN, true);
    works("f", 3, Place.FAR, true);
    for (int i = 0; i < 8; i++) {
      works("x" + i, 10 + i, Place.NEAR, true);
    }
    assertThat(bases())
        .singleElement()
        .satisfies(base -> assertThat(base.members()).containsOnlyKeys("a", "b"));
  }

  // --- who must not be, one by one --------------------------------------------------------------

  @Test
  void aCoupleOrAFamilyThatIsDeclaredIsNoBase() {
    for (String id : List.of("a", "b", "c")) {
      works(id, 1, Place.FAR, true);
    }
    assertThat(Bases.of(traces, (a, b) -> true)).isEmpty();
  }

  @Test
  void aFlatShareIsNoBase() {
    for (String id : List.of("a", "b", "c", "d")) {
      works(id, 1, Place.NEAR, true);
    }
    assertThat(bases()).isEmpty();
  }

  @Test
  void aCoWorkingSpaceAndACampusAreNoBaseOfWhoGoesHomeInTheEvening() {
    for (String id : List.of("a", "b", "c", "d")) {
      List<Stay> stays = new ArrayList<>();
      for (int day = 0; day < 21; day++) {
        stays.add(stay(day, 1, 60, Place.FAR, true));
        stays.add(stay(day, 10 + id.charAt(0), 25, Place.FAR, true));
      }
      traces.put(id, new Traces(stays, new TreeMap<>(), List.of()));
    }
    assertThat(bases()).isEmpty();
  }

  @Test
  void anOfficeIsNoBaseWhereverItsProviderSits() {
    for (int i = 0; i < 20; i++) {
      works("w" + i, 1, i % 3 == 0 ? Place.FAR : Place.UNKNOWN, true);
    }
    assertThat(bases()).isEmpty();
  }

  @Test
  void aHotelIsNoBase() {
    for (String id : List.of("a", "b", "c", "d")) {
      works(id, 50 + id.charAt(0), Place.NEAR, true, 0, 14);
      works(id, 1, Place.FAR, true, 14, 21);
      works(id, 50 + id.charAt(0), Place.NEAR, true, 21, 28);
    }
    assertThat(bases()).as("a week with the team").isEmpty();
    traces.clear();
    for (String id : List.of("a", "b", "c")) {
      works(id, 1, Place.FAR, true, 0, 5);
    }
    assertThat(bases()).as("their first week, together").isEmpty();
  }

  @Test
  void aCarrierThatHidesManyBehindOneAddressIsSurelyNoHome() {
    for (int i = 0; i < 12; i++) {
      // Two carriers' addresses for a region; whoever of the colleagues is there has one of them.
      works("w" + i, 1 + i % 2, Place.FAR, false);
    }
    assertThat(bases()).isNotEmpty().noneMatch(Bases.Base::home);
    traces.clear();
    for (int i = 0; i < 60; i++) {
      works("w" + i, 1 + i % 20, Place.FAR, true); // a list calls it a provider of homes
    }
    assertThat(bases()).isNotEmpty().noneMatch(Bases.Base::home);
  }

  @Test
  void theEmployersGatewayIsSurelyNoHome() {
    for (int i = 0; i < 40; i++) {
      works("w" + i, 1 + i / 4, Place.FAR, false); // one address for a region
    }
    assertThat(bases()).isNotEmpty().noneMatch(Bases.Base::home);
  }

  @Test
  void aSmallProviderIsKnownByItsOtherCustomers() {
    for (String id : List.of("a", "b", "c")) {
      works(id, 1, Place.FAR, false);
    }
    assertThat(bases()).singleElement().matches(base -> !base.home(), "may be a firm's");
    for (int i = 0; i < 3; i++) {
      works("x" + i, 10 + i, Place.NEAR, false);
    }
    assertThat(bases()).singleElement().matches(Bases.Base::home, "a line for each customer");
  }

  @Test
  void chanceGivesNoBase() {
    Property.forAll(
        20,
        random -> {
          traces.clear();
          for (int i = 0; i < 60; i++) {
            traces.put("w" + i, new Traces(drifting(random), new TreeMap<>(), List.of()));
          }
          assertThat(bases()).isEmpty();
        });
  }

  /** Work from addresses of a small pool, which a provider hands to one customer after another. */
  private static List<Stay> drifting(SplittableRandom random) {
    List<Stay> stays = new ArrayList<>();
    long line = random.nextInt(80);
    for (int day = 0; day < 28; day++) {
      line = random.nextInt(4) == 0 ? random.nextInt(80) : line;
      stays.add(stay(day, 1 + line, 80, Place.FAR, true));
    }
    return stays;
  }
}
