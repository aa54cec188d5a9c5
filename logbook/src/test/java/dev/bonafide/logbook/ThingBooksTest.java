package dev.bonafide.logbook;

import static dev.bonafide.logbook.BitsTest.bins;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.logbook.Thing.Sort;
import dev.bonafide.model.Kind;
import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ThingBooksTest {
  private static final Thing HOME = new Thing(Sort.EGRESS, 7);
  private static final Thing LAPTOP = new Thing(Sort.DEVICE, 8);
  private static final int DAY = 20_600;

  /** Account n belongs to person n / 10; accounts from 1,000 belong to nobody. */
  private static final ThingBooks.Owners OWNERS =
      (account, day) -> account >= 1_000 ? null : "p" + account / 10;

  @Test
  void personsAreCountedNotAccounts() {
    ThingBooks books =
        books(
            tile(HOME, 11, DAY, bins(1), bins()),
            tile(HOME, 12, DAY, bins(2), bins(2)),
            tile(HOME, 21, DAY, bins(3), bins(3)),
            tile(HOME, 1_000, DAY, bins(4), bins(4)));
    assertThat(books.degree(HOME, DAY)).isEqualTo(2);
    assertThat(books.persons(HOME, DAY, DAY)).containsExactly("p1", "p2");
    List<ThingBooks.Member> members = books.members(HOME, DAY, DAY);
    assertThat(members).extracting(ThingBooks.Member::person).containsExactly("p1", "p2");
    assertThat(members.getFirst().all()).isEqualTo(bins(1, 2));
    assertThat(members.getFirst().human()).isEqualTo(bins(2));
  }

  @Test
  void twoNamesOfOneDeviceAreOneThing() {
    Thing other = new Thing(Sort.DEVICE, 9);
    ThingBooks books =
        ThingBooks.of(
            List.of(tile(LAPTOP, 11, DAY), tile(other, 21, DAY))::forEach, OWNERS, id -> 8, 0);
    assertThat(books.degree(LAPTOP, DAY)).isEqualTo(2);
    assertThat(books.isShared(other)).isFalse();
    assertThat(
            ThingBooks.of(
                    List.of(tile(LAPTOP, 11, DAY), tile(other, 21, DAY))::forEach,
                    OWNERS,
                    id -> id,
                    0)
                .isShared(LAPTOP))
        .isFalse();
  }

  @Test
  void whatOnePersonAloneHasIsNotSharedAndHasDegreeOne() {
    ThingBooks books = books(tile(HOME, 11, DAY), tile(HOME, 12, DAY + 1));
    assertThat(books.isShared(HOME)).isFalse();
    assertThat(books.degree(HOME, DAY)).isEqualTo(1);
    assertThat(books.degree(HOME, DAY - 27, DAY)).isEqualTo(1);
    assertThat(books.members(HOME, DAY, DAY)).isEmpty();
  }

  @Test
  void aDayThatComesLaterIsNotSeen() {
    ThingBooks books = books(tile(HOME, 11, DAY), tile(HOME, 21, DAY + 1));
    assertThat(books.degree(HOME, DAY)).isEqualTo(1);
    assertThat(books.degree(HOME, DAY - 27, DAY)).isEqualTo(1);
    assertThat(books.degree(HOME, DAY - 26, DAY + 1)).isEqualTo(2);
    assertThat(books.degree(HOME, DAY + 2)).isZero();
    assertThatThrownBy(() -> books.degree(HOME, DAY - 28, DAY)).hasMessageContaining("28 days");
    assertThatThrownBy(() -> books.members(HOME, DAY, DAY - 1)).hasMessageContaining("28 days");
  }

  @Test
  void hubsAreSampledAlikeInAnyOrderAndTheirDegreeIsNear() {
    Property.forAll(
        60,
        random -> {
          int persons = 65 + random.nextInt(1_500);
          List<Tile> tiles = new ArrayList<>();
          for (int p = 0; p < persons; p++) {
            for (int k = 0; k < 1 + random.nextInt(2); k++) {
              tiles.add(tile(HOME, 10L * p + k, DAY, bins(random.nextInt(288)), bins()));
            }
          }
          ThingBooks.Owners owners = (account, day) -> "p" + account / 10;
          List<Tile> delivered = new ArrayList<>(tiles);
          delivered.addAll(tiles.subList(0, random.nextInt(tiles.size())));
          ThingBooks one = ThingBooks.of(tiles::forEach, owners, id -> id, 3);
          ThingBooks two =
              ThingBooks.of(Property.shuffled(delivered, random)::forEach, owners, id -> id, 3);
          assertThat(show(two)).isEqualTo(show(one)).isNotEmpty();
          assertThat(one.members(HOME, DAY, DAY)).hasSizeLessThanOrEqualTo(ThingBooks.MEMBERS);
          assertThat(one.degree(HOME, DAY)).isBetween(persons / 2L, 2L * persons);
          assertThat(one.hub(HOME, DAY - 27, DAY)).isTrue();
        });
  }

  @Test
  void theDegreeOfHubsIsRightOnAverage() {
    long sum = 0;
    int hubs = 400;
    ThingBooks.Owners owners = (account, day) -> "p" + account;
    SplittableRandom random = new SplittableRandom(5);
    for (int h = 0; h < hubs; h++) {
      List<Tile> tiles = new ArrayList<>();
      for (int p = 0; p < 500; p++) {
        tiles.add(tile(HOME, random.nextLong(), DAY));
      }
      sum += ThingBooks.of(tiles::forEach, owners, id -> id, h).degree(HOME, DAY);
    }
    assertThat(sum / hubs).isBetween(485L, 515L);
  }

  /** Otherwise the same persons would be the visible ones for ever. */
  @Test
  void theSampleChangesWithTheMonthAndTheTenantButNotWithTheThing() {
    int may = (int) java.time.LocalDate.parse("2026-05-04").toEpochDay();
    Thing office = new Thing(Sort.EGRESS, 99);
    List<Tile> tiles = new ArrayList<>();
    for (int p = 0; p < 300; p++) {
      for (int day : List.of(may, may + 1, may + 31)) {
        tiles.add(tile(HOME, p, day));
        tiles.add(tile(office, p, day));
      }
    }
    ThingBooks.Owners owners = (account, day) -> "p" + account;
    ThingBooks books = ThingBooks.of(tiles::forEach, owners, id -> id, 1);
    Set<String> first = books.persons(HOME, may, may);
    assertThat(books.persons(HOME, may + 1, may + 1)).isEqualTo(first);
    assertThat(books.persons(office, may, may)).isEqualTo(first);
    assertThat(books.persons(HOME, may + 31, may + 31)).isNotEqualTo(first);
    assertThat(ThingBooks.of(tiles::forEach, owners, id -> id, 2).persons(HOME, may, may))
        .isNotEqualTo(first);
  }

  @Test
  void anEgressIsAHubWhenMostOfItsDaysAre() {
    List<Tile> tiles = new ArrayList<>();
    for (int p = 0; p < 200; p++) {
      tiles.add(tile(HOME, 10L * p, DAY));
      if (p < 5) {
        tiles.add(tile(HOME, 10L * p, DAY + 1));
        tiles.add(tile(HOME, 10L * p, DAY + 2));
      }
    }
    ThingBooks books = ThingBooks.of(tiles::forEach, (account, day) -> "p" + account, id -> id, 0);
    assertThat(books.hub(HOME, DAY, DAY)).isTrue();
    assertThat(books.hub(HOME, DAY, DAY + 2)).isFalse();
    assertThat(books.degree(HOME, DAY + 1, DAY + 2)).isEqualTo(5);
    assertThat(books.degree(HOME, DAY, DAY + 2)).isGreaterThan(64);
  }

  @Test
  void booksOfPagesAreTheBooksOfTheirTilesWithoutSources() {
    Property.forAll(
        20,
        random -> {
          Fold fold = new Fold();
          for (int i = 0; i < 400; i++) {
            String time =
                java.time.Instant.parse("2026-05-01T00:00:00Z")
                    .plusSeconds(random.nextInt(3 * 86_400))
                    .toString();
            fold.add(
                Events.from(
                    Events.on(
                        Events.event("okta:u" + random.nextInt(9), time, Kind.SIGN_IN),
                        "host-" + random.nextInt(12)),
                    "192.0.2." + random.nextInt(20),
                    64_500L + random.nextInt(3)));
          }
          Pages pages = fold.seal();
          Tiles cutter = new Tiles(fold.lexicon());
          List<Tile> tiles = new ArrayList<>();
          int may1 = (int) java.time.LocalDate.parse("2026-05-01").toEpochDay();
          pages.forEach(
              (account, day, bytes) -> {
                if (day <= may1 + 1) {
                  tiles.addAll(cutter.of(account, day, Page.of(bytes)));
                }
              });
          ThingBooks.Owners owners = (account, day) -> fold.lexicon().text(account);
          ThingBooks ofPages = ThingBooks.of(pages, fold.lexicon(), may1 + 1, owners, id -> id, 0);
          ThingBooks ofTiles = ThingBooks.of(tiles::forEach, owners, id -> id, 0);
          Set<Thing> things = new TreeSet<>();
          tiles.forEach(tile -> things.add(tile.thing()));
          for (Thing thing : things) {
            if (thing.sort() == Sort.SOURCE) {
              assertThat(ofPages.isShared(thing)).isFalse();
            } else {
              assertThat(show(ofPages, thing, may1, may1 + 2))
                  .isEqualTo(show(ofTiles, thing, may1, may1 + 2));
            }
          }
        });
  }

  private static ThingBooks books(Tile... tiles) {
    return ThingBooks.of(List.of(tiles)::forEach, OWNERS, id -> id, 0);
  }

  private static Tile tile(Thing thing, long account, int day) {
    return tile(thing, account, day, bins(5), bins());
  }

  private static Tile tile(Thing thing, long account, int day, long[] all, long[] human) {
    return new Tile(thing, account, day, all, human);
  }

  private static List<String> show(ThingBooks books) {
    return show(books, HOME, DAY, DAY);
  }

  private static List<String> show(ThingBooks books, Thing thing, int from, int to) {
    return books.members(thing, from, to).stream()
        .map(
            member ->
                member.person()
                    + member.day()
                    + java.util.Arrays.toString(member.all())
                    + java.util.Arrays.toString(member.human())
                    + books.degree(thing, member.day()))
        .toList();
  }
}
