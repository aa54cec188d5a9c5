package dev.bonafide.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import dev.bonafide.testkit.Property;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PageBytesTest {

  // --- golden bytes of version 1: when one of these changes, the version must ------------------

  @Test
  void theBytesOfAnEmptyPageAreFixed() {
    assertThat(hex(new OpenPage())).isEqualTo("01" + "00" + "00000000000000" + "00" + "00");
  }

  @Test
  void theBytesOfASmallPageAreFixed() {
    OpenPage page = new OpenPage();
    page.add(40_000, Kind.SIGN_IN, 0xABCDEF, 0x1111111100000001L, 0, 0xC0000201L, 0, 0, 0, 0, 0);
    page.add(30_000, Kind.SIGN_IN, 0x000001, 0x1111111100000001L, 0, 0xC0000202L, 0, 0, 0, 0, 0);
    page.add(40_000, Kind.VPN_SESSION, 0x000002, 0, 0, 0xC0000201L, 0, 0, 0, 0, 7_200);
    page.add(40_000, Kind.SIGN_IN, 0xABCDEF, 0x1111111100000001L, 0, 0xC0000201L, 0, 0, 0, 0, 0);
    assertThat(hex(page))
        .isEqualTo(
            "01" // version
                + "01" // amounts
                + "06" // one app, 8 bytes wide
                + "1111111100000001"
                + "00" // no endpoint
                + "08" // two addresses, 4 bytes each
                + "c0000201"
                + "c0000202"
                + "00000000" // fingerprint, session, details
                + "03" // three tuples, by first appearance
                + "010118" // kinds
                + "010100" // apps
                + "020101" // egresses
                + "03" // three atoms
                + "b0ea01" // 30,000
                + "904e" // + 10,000
                + "00" // + 0
                + "000102" // tuples
                + "000001"
                + "abcdef"
                + "000002" // hashes
                + "0000a038" // amounts
            );
  }

  @Test
  void theBytesOfASampledPageAreFixed() throws IOException {
    OpenPage page = new OpenPage(new Caps(2, 1, 2, 1 << 20));
    for (int i = 0; i < 4; i++) {
      long id = Term.textId("id " + i);
      page.add(20_000 * i, Kind.MESSAGE, 1 + i, id, id, 0xC0000200L + i, 0, id, 0, 0, 0);
    }
    assertThat(hex(page)).isEqualTo(golden("sampled-page-1.hex"));
  }

  // --- what can be read -----------------------------------------------------------------------

  @Test
  void aPageOfAnotherVersionIsRefusedWithWordsThatSayWhatToDo() {
    byte[] bytes = new OpenPage().seal();
    bytes[0] = 9;
    assertThatThrownBy(() -> Page.of(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("page version 9")
        .hasMessageContaining("read the logs again");
  }

  @Test
  void aDecodedPageSealsToItsOwnBytesAndMergesWithItselfToItself() {
    Property.forAll(
        500,
        random -> {
          byte[] bytes = Row.seal(company(random), Caps.DEFAULT);
          OpenPage again = new OpenPage();
          again.mergeSealed(bytes);
          assertThat(again.seal()).isEqualTo(bytes);
          again.mergeSealed(bytes);
          assertThat(again.seal()).isEqualTo(bytes);
          assertThat(Page.merge(bytes, bytes)).isEqualTo(bytes);
          assertThat(Page.of(bytes)).isEqualTo(Page.of(bytes.clone()));
          assertThat(Page.of(bytes).bytes()).isEqualTo(bytes);
        });
  }

  @Test
  void atomsStandInOrderAndCopiesOfARecordBesideEachOther() {
    Property.forAll(
        200,
        random -> {
          Page page = Page.of(Row.seal(Row.random(random, 200, 6, 20), Caps.DEFAULT));
          for (int i = 1; i < page.size(); i++) {
            long before = identity(page, i - 1);
            assertThat(identity(page, i)).isGreaterThanOrEqualTo(before);
            assertThat(page.copy(i)).isEqualTo(identity(page, i) == before);
          }
        });
  }

  @Test
  void anAmountIsTheLargestThatAnyCopySaysAndIsCutAtFourTerabytes() {
    OpenPage page = new OpenPage();
    page.add(1, Kind.VPN_IN, 5, 0, 0, 0, 0, 0, 0, 0, 10);
    page.add(1, Kind.VPN_IN, 5, 0, 0, 0, 0, 0, 0, 0, 30);
    page.add(1, Kind.VPN_IN, 5, 0, 0, 0, 0, 0, 0, 0, 20);
    page.add(1, Kind.VPN_IN, 6, 0, 0, 0, 0, 0, 0, 0, Long.MAX_VALUE);
    Page sealed = Page.of(page.seal());
    assertThat(sealed.size()).isEqualTo(2);
    assertThat(sealed.amount(0)).isEqualTo(30);
    assertThat(sealed.amount(1)).isEqualTo((1L << 42) - 1);
  }

  @Test
  void aCopyThatSaysSomethingElseStaysAndIsCountedOnce() {
    OpenPage page = new OpenPage();
    page.add(1, Kind.SIGN_IN, 5, 0, 0, 0xC0000201L, 0, 0, 0, 0, 0);
    page.add(1, Kind.SIGN_IN, 5, 0, 0, 0xC0000202L, 0, 0, 0, 0, 0);
    Page sealed = Page.of(page.seal());
    assertThat(sealed.size()).isEqualTo(2);
    assertThat(sealed.copy(0)).isFalse();
    assertThat(sealed.copy(1)).isTrue();
    assertThat(sealed.count(Kind.SIGN_IN)).isEqualTo(1);
  }

  @Test
  void addSaysWhichFacetsBroughtAnIdThatThePageDoesNotHold() {
    OpenPage page = new OpenPage(new Caps(8, 8, 1, 1 << 20));
    long a = Term.textId("a");
    int app = 1 << Facet.APP.column;
    int detail = 1 << Facet.DETAIL2.column;
    assertThat(page.add(1, Kind.SIGN_IN, 1, a, 0, 0, 0, 0, 0, a, 0)).isEqualTo(app | detail);
    assertThat(page.add(2, Kind.SIGN_IN, 2, a, 0, 0, 0, 0, 0, a, 0)).isZero();
    assertThat(page.add(3, Kind.SIGN_IN, 3, a, 0, 0, 0, 0, 0, 0, 0)).isZero();
    for (int i = 0; i < 100; i++) { // also of ids that are turned away at once
      long id = Term.textId("b" + i);
      assertThat(page.add(4, Kind.SIGN_IN, 4, id, 0, 0, 0, 0, 0, 0, 0)).isEqualTo(app);
    }
  }

  @Test
  void whatIsNoAtomIsRefused() {
    OpenPage page = new OpenPage();
    assertThatThrownBy(() -> page.add(86_400, Kind.SIGN_IN, 0, 0, 0, 0, 0, 0, 0, 0, 0))
        .hasMessageContaining("86400");
    assertThatThrownBy(() -> page.add(0, Kind.SIGN_IN, 1 << 24, 0, 0, 0, 0, 0, 0, 0, 0))
        .hasMessageContaining("hash");
    assertThatThrownBy(() -> page.add(0, Kind.SIGN_IN, 0, Term.OTHER, 0, 0, 0, 0, 0, 0, 0))
        .hasMessageContaining("reserved");
    assertThat(Page.of(page.seal()).size()).isZero();
  }

  /** Trap 6: a snapshot is written by another thread while the owner reads the same object. */
  @Test
  void sealingChangesNothingSoThatSeveralThreadsMaySealAtOnce() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 50; round++) {
      OpenPage page = new OpenPage(new Caps(32, 8, 6, 1 << 20));
      OpenPage untouched = new OpenPage(new Caps(32, 8, 6, 1 << 20));
      List<Row> rows = Row.random(random, 300, 9, 20);
      rows.forEach(row -> row.addTo(page));
      rows.forEach(row -> row.addTo(untouched));
      List<byte[]> seen = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
        List<Callable<byte[]>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          tasks.add(page::seal);
        }
        for (Future<byte[]> sealed : threads.invokeAll(tasks)) {
          seen.add(sealed.get());
        }
      }
      byte[] expected = untouched.seal();
      assertThat(seen).allSatisfy(bytes -> assertThat(bytes).isEqualTo(expected));
      rows.forEach(row -> row.addTo(page));
      assertThat(page.seal()).isEqualTo(expected);
    }
  }

  // --- size ------------------------------------------------------------------------------------

  /** The bound is proved in {@link Caps}; this looks for a day that breaks it. */
  @Test
  void noAccountDayHoweverHostileTakesMoreThanSixteenKilobytes() {
    int largest = 0;
    for (int kinds : new int[] {1, 2, 8, 20, Row.KINDS.length}) {
      for (int records : new int[] {500, 576, 700, 3_000, 60_000}) {
        for (int ids : new int[] {1, 60, 64, 66, 5_000}) {
          byte[] bytes = hostile(kinds, records, ids);
          largest = Math.max(largest, bytes.length);
          assertThat(bytes.length)
              .as("%d kinds, %d records, %d ids of each facet", kinds, records, ids)
              .isLessThanOrEqualTo(Caps.DEFAULT.bytes());
        }
      }
    }
    assertThat(largest).as("the search comes near the bound").isGreaterThan(15_000);
  }

  @Test
  void oneRecordIdUsedForManyDifferentRecordsIsBoundedToo() {
    SplittableRandom random = new SplittableRandom(5);
    OpenPage page = new OpenPage();
    for (int i = 0; i < 60_000; i++) {
      long[] ids = random.longs(Facet.COUNT, 1L << 33, Long.MAX_VALUE).toArray();
      page.add(
          random.nextInt(3600),
          Kind.PROCESS,
          7,
          ids[0] % 60 + (1L << 40),
          ids[1] % 60 + (1L << 40),
          0,
          0,
          0,
          ids[2] % 60 + (1L << 40),
          0,
          0);
    }
    byte[] bytes = page.seal();
    assertThat(bytes.length).isLessThanOrEqualTo(Caps.DEFAULT.bytes());
  }

  private static byte[] hostile(int kinds, int records, int ids) {
    SplittableRandom random = new SplittableRandom(11);
    long[] pool = random.longs(ids, 1L << 33, Long.MAX_VALUE).toArray();
    OpenPage page = new OpenPage();
    for (int i = 0; i < records; i++) {
      page.add(
          random.nextInt(Atom.SECONDS),
          kinds == 2
              ? (random.nextBoolean() ? Kind.GRANT : Kind.VPN_SESSION)
              : Row.KINDS[random.nextInt(kinds)],
          random.nextInt(1 << 24),
          pool[random.nextInt(ids)],
          pool[random.nextInt(ids)],
          pool[random.nextInt(ids)],
          pool[random.nextInt(ids)],
          pool[random.nextInt(ids)],
          pool[random.nextInt(ids)],
          pool[random.nextInt(ids)],
          random.nextLong(1L << 42));
    }
    return page.seal();
  }

  // --- an ordinary day ---------------------------------------------------------------------------

  private static List<Row> company(SplittableRandom random) {
    List<Row> rows = new ArrayList<>();
    int count = 1 + random.nextInt(80);
    int second = 8 * 3600;
    for (int i = 0; i < count; i++) {
      second = Math.min(Atom.SECONDS - 1, second + random.nextInt(1_500));
      boolean phone = random.nextInt(8) == 0;
      boolean vpn = random.nextInt(20) == 0;
      Kind kind =
          vpn ? Kind.VPN_SESSION : random.nextInt(4) == 0 ? Kind.SIGN_IN : Kind.SIGN_IN_SILENT;
      rows.add(
          new Row(
              second,
              kind,
              random.nextInt(1 << 24),
              List.of(
                  Term.textId("app " + random.nextInt(6)),
                  Term.textId(phone ? "phone" : "laptop"),
                  phone ? 0xC6336401L : 0xCB007101L,
                  Term.textId(phone ? "Safari" : "Chrome"),
                  Term.textId("session " + second / 20_000),
                  Term.textId("AS64500"),
                  Term.NONE),
              vpn ? random.nextInt(Atom.SECONDS - second) : 0));
    }
    return rows;
  }

  private static long identity(Page page, int i) {
    return ((long) page.second(i) << 31) | ((long) page.kind(i).number() << 24) | page.hash(i);
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = PageBytesTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
    }
  }

  private static String hex(OpenPage page) {
    return HexFormat.of().formatHex(page.seal());
  }
}
