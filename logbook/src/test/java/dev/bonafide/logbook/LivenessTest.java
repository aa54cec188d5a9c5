package dev.bonafide.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.testkit.Property;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LivenessTest {
  private static final int MONDAY = (int) LocalDate.parse("2026-05-04").toEpochDay();

  /** DESIGN 10.4: 20 people, one zone, office hours, one source. Silence at night is not down. */
  @Test
  void anOfficeThatSleepsIsNeverDownAtNightOrAtTheWeekend() {
    Property.forAll(
        20,
        random -> {
          Liveness liveness = build(office(random, 20, 35), random);
          for (int day = MONDAY; day < MONDAY + 35; day++) {
            boolean weekend = weekend(day);
            for (int bin = 0; bin < Bits.BINS; bin++) {
              int hour = bin / 12;
              if (weekend || hour < 7 || hour >= 20) {
                assertThat(liveness.down("okta", day, bin))
                    .as("day %d hour %d", day - MONDAY, hour)
                    .isFalse();
              }
            }
          }
        });
  }

  @Test
  void anAfternoonInWhichAllFallSilentIsDownOnceAWeekHasShownWhatIsUsual() {
    SplittableRandom random = new SplittableRandom(2);
    int day = MONDAY + 8;
    List<Tile> tiles = office(random, 20, 21);
    List<Tile> cut = new ArrayList<>();
    for (Tile tile : tiles) {
      long[] all = tile.all().clone();
      if (tile.day() == day) {
        all = Bits.andNot(all, hours(13, 16));
      }
      cut.add(new Tile(tile.thing(), tile.account(), tile.day(), all, Bits.empty()));
    }
    Liveness liveness = build(cut, random);
    assertThat(liveness.down("okta", day)).isEqualTo(hours(13, 16));
    assertThat(liveness.down("okta", day - 7)).isEqualTo(Bits.empty());
    assertThat(liveness.down("okta", day + 7)).isEqualTo(Bits.empty());
    assertThat(build(tiles, random).down("okta", day)).isEqualTo(Bits.empty());
  }

  @Test
  void theFirstWeekIsNeverDownAndAnUnknownSourceNeither() {
    SplittableRandom random = new SplittableRandom(3);
    List<Tile> tiles = office(random, 50, 7);
    tiles.removeIf(tile -> tile.day() == MONDAY + 3);
    Liveness liveness = build(tiles, random);
    assertThat(liveness.down("okta", MONDAY + 3)).isEqualTo(Bits.empty());
    assertThat(liveness.down("zoom", MONDAY + 3)).isEqualTo(Bits.empty());
  }

  /** Cutting the input after a day leaves the day's answer unchanged. */
  @Test
  void laterDaysAreNeverLookedAt() {
    Property.forAll(
        20,
        random -> {
          List<Tile> tiles = office(random, 20, 28);
          tiles.removeIf(tile -> random.nextInt(3) == 0 && tile.day() % 5 == 0);
          int day = MONDAY + random.nextInt(28);
          List<Tile> before = new ArrayList<>(tiles);
          before.removeIf(tile -> tile.day() > day);
          assertThat(build(before, random).down("okta", day))
              .isEqualTo(build(tiles, random).down("okta", day));
        });
  }

  @Test
  void manyRecordsOfOneBusyPersonSayNothingOfTheSource() {
    List<Tile> tiles = new ArrayList<>();
    for (int week = 0; week < 4; week++) {
      tiles.add(tile(1, MONDAY + 7 * week, hours(0, 24)));
    }
    tiles.add(tile(2, MONDAY + 28, hours(3, 4)));
    assertThat(build(tiles, new SplittableRandom(4)).down("okta", MONDAY + 28))
        .isEqualTo(Bits.empty());
  }

  /** People work from about 8 to 18; now and then one stays late or looks in at the weekend. */
  private static List<Tile> office(SplittableRandom random, int people, int days) {
    List<Tile> tiles = new ArrayList<>();
    for (int day = MONDAY; day < MONDAY + days; day++) {
      for (int p = 0; p < people; p++) {
        long[] bins = Bits.empty();
        if (!weekend(day) && random.nextInt(10) > 0) {
          int from = 8 * 3600 + random.nextInt(3600);
          for (int second = from; second < 17 * 3600 + random.nextInt(3600); second += 900) {
            Bits.mark(bins, 0, second, 0);
          }
        }
        if (random.nextInt(12) == 0) {
          Bits.mark(bins, 0, random.nextInt(80_000), 3_600);
        }
        if (!Bits.isEmpty(bins)) {
          tiles.add(tile(p, day, bins));
        }
      }
    }
    return tiles;
  }

  private static Liveness build(List<Tile> tiles, SplittableRandom random) {
    Liveness.Builder builder = new Liveness.Builder();
    Property.shuffled(tiles, random).forEach(builder::add);
    tiles.subList(0, tiles.size() / 2).forEach(builder::add);
    return builder.build();
  }

  private static Tile tile(long account, int day, long[] bins) {
    return new Tile(Thing.source("okta"), account, day, bins, Bits.empty());
  }

  private static long[] hours(int from, int to) {
    long[] bins = Bits.empty();
    Bits.mark(bins, 0, from * 3600, 3600L * (to - from));
    return bins;
  }

  private static boolean weekend(int day) {
    return LocalDate.ofEpochDay(day).getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
  }
}
