package dev.bonafide.logbook;

import static dev.bonafide.logbook.BitsTest.bins;
import static dev.bonafide.logbook.Events.about;
import static dev.bonafide.logbook.Events.event;
import static dev.bonafide.logbook.Events.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.logbook.Thing.Sort;
import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.NetStatement;
import dev.bonafide.model.Term;
import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TilesTest {

  @Test
  void aPageGivesOneTileForEachThingWithAllBinsAndTheHumanOnes() {
    Map<Thing, Tile> tiles =
        tiles(
            List.of(
                Events.from(
                    on(event("okta:u1", "2026-05-01T00:00:00Z", Kind.SIGN_IN), "mac-1"),
                    "192.0.2.1",
                    64_500L),
                Events.from(
                    on(event("okta:u1", "2026-05-01T01:00:00Z", Kind.SIGN_IN_SILENT), "mac-1"),
                    "192.0.2.2",
                    64_500L),
                about(event("okta:u1", "2026-05-01T02:00:00Z", Kind.FACTOR_USED), "push-7"),
                about(event("okta:u1", "2026-05-01T03:00:00Z", Kind.DISPLAY), "DEL F2B118"),
                about(event("okta:u1", "2026-05-01T04:00:00Z", Kind.GRANT), "admin")));
    assertThat(tiles.keySet())
        .containsExactlyInAnyOrder(
            thing(Sort.EGRESS, "192.0.2.1"),
            thing(Sort.EGRESS, "192.0.2.2"),
            thing(Sort.DEVICE, "mac-1"),
            thing(Sort.FACTOR, "push-7"),
            thing(Sort.PERIPHERAL, "DEL F2B118"),
            thing(Sort.NETWORK, "AS64500"),
            Thing.deed(Deed.RIGHTS, 0),
            Thing.source("okta"));
    Tile device = tiles.get(thing(Sort.DEVICE, "mac-1"));
    assertThat(device.all()).isEqualTo(bins(0, 12));
    assertThat(device.human()).isEqualTo(bins(0));
    assertThat(tiles.get(thing(Sort.NETWORK, "AS64500")).all()).isEqualTo(bins(0, 12));
    assertThat(tiles.get(thing(Sort.EGRESS, "192.0.2.2")).human()).isEqualTo(Bits.empty());
    assertThat(tiles.get(Thing.source("okta")).all()).isEqualTo(bins(0, 12, 24, 36, 48));
    assertThat(tiles.get(Thing.source("okta")).human()).isEqualTo(bins(0, 24, 48));
  }

  @Test
  void theNetworkIsReadFromDetailTwoWhenTheRecordHasAnObject() {
    Event event =
        about(
            Events.from(event("okta:u1", "2026-05-01T00:00:00Z", Kind.GRANT), "192.0.2.1", 64_501L),
            "a");
    assertThat(tiles(List.of(event))).containsKey(thing(Sort.NETWORK, "AS64501"));
  }

  @Test
  void aNetworkIsItsNumberElseItsOrganisationElseNothing() {
    NetStatement nothing =
        new NetStatement(0, null, true, null, "US", null, null, Double.NaN, Double.NaN);
    NetStatement named =
        new NetStatement(0, " Home ISP ", null, null, null, null, null, Double.NaN, Double.NaN);
    assertThat(Thing.networkName(nothing)).isNull();
    assertThat(Thing.network(nothing)).isNull();
    assertThat(Thing.networkName(named)).isEqualTo("home isp");
  }

  @Test
  void whatADeviceDoesOnItsOwnIsNeverHumanUse() {
    Map<Thing, Tile> tiles =
        tiles(
            List.of(on(event("edr:device/mac-1", "2026-05-01T00:00:00Z", Kind.SIGN_IN), "mac-1")));
    assertThat(tiles).hasSize(2);
    assertThat(tiles.values())
        .allSatisfy(
            tile -> {
              assertThat(tile.all()).isEqualTo(bins(0));
              assertThat(tile.human()).isEqualTo(Bits.empty());
            });
  }

  @Test
  void tilesOfASampledPageStillHaveAllBinsAndAllIds() {
    Property.forAll(
        50,
        random -> {
          Caps tight = new Caps(8, 4, 200, 1 << 20);
          Caps wide = new Caps(4_000, 500, 200, 1 << 20);
          List<Row> rows = Row.random(random, 300, 6, 30);
          Tiles tiles = new Tiles(new Lexicon());
          List<Tile> sampled = tiles.of(1, 1, Page.of(Row.seal(rows, tight)));
          List<Tile> whole = tiles.of(1, 1, Page.of(Row.seal(rows, wide)));
          Map<Thing, Tile> known = byThing(sampled);
          for (Tile tile : whole) {
            Sort sort = tile.thing().sort();
            if (sort == Sort.EGRESS || sort == Sort.DEVICE || sort == Sort.FINGERPRINT) {
              Tile same = known.get(tile.thing());
              assertThat(same).isNotNull();
              assertThat(same.all()).isEqualTo(tile.all());
              assertThat(Bits.andNot(same.human(), tile.human())).isEqualTo(Bits.empty());
            }
          }
        });
  }

  @Test
  void thingsAreThoseOfTheTilesAndOnlyWantedTilesAreCut() {
    Property.forAll(
        50,
        random -> {
          Tiles tiles = new Tiles(new Lexicon());
          Page page =
              Page.of(Row.seal(Row.random(random, 100, 40, 30), new Caps(50, 8, 9, 1 << 20)));
          List<Tile> all = tiles.of(1, 1, page);
          assertThat(tiles.things(1, page))
              .containsExactlyElementsOf(all.stream().map(Tile::thing).toList());
          List<Tile> some = new ArrayList<>(all);
          some.removeIf(tile -> tile.thing().id() % 2 == 0);
          assertThat(tiles.of(1, 1, page, thing -> thing.id() % 2 != 0)).isEqualTo(some);
        });
  }

  @Test
  void anAccountNamesItsSourceAndWhetherItIsADevices() {
    assertThat(Tiles.source("okta:00u1:x")).isEqualTo("okta");
    assertThat(Tiles.source("okta")).isEqualTo("okta");
    assertThat(Tiles.ofDevice("edr:device/mac-1")).isTrue();
    assertThat(Tiles.ofDevice("okta:mydevice/1")).isFalse();
  }

  private static Map<Thing, Tile> tiles(List<Event> events) {
    Fold fold = new Fold();
    events.forEach(fold::add);
    Tiles tiles = new Tiles(fold.lexicon());
    List<Tile> cut = new ArrayList<>();
    fold.seal()
        .forEach((account, day, bytes) -> cut.addAll(tiles.of(account, day, Page.of(bytes))));
    return byThing(cut);
  }

  private static Map<Thing, Tile> byThing(List<Tile> tiles) {
    return tiles.stream().collect(Collectors.toMap(Tile::thing, Function.identity()));
  }

  private static Thing thing(Sort sort, String text) {
    return new Thing(sort, Term.of(text).id());
  }
}
