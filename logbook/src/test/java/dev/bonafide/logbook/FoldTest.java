package dev.bonafide.logbook;

import static dev.bonafide.logbook.Events.about;
import static dev.bonafide.logbook.Events.event;
import static dev.bonafide.logbook.Events.lasting;
import static dev.bonafide.logbook.Events.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Event;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import dev.bonafide.testkit.Property;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FoldTest {
  private static final int MAY_1 = day("2026-05-01");

  @Test
  void anEventBecomesAnAtomOnItsUtcDay() {
    Fold fold = new Fold();
    Event event =
        about(
            Events.from(
                on(event("okta:u1", "2026-05-01T23:59:59.999Z", Kind.FACTOR_USED), "mac-1"),
                "192.0.2.7",
                64_500L),
            "push");
    fold.add(event);
    Pages pages = fold.seal();
    assertThat(pages.accounts()).containsExactly(Term.of("okta:u1").id());
    assertThat(pages.days(Term.of("okta:u1").id())).containsExactly(MAY_1);
    Page page = page(pages, "okta:u1", MAY_1);
    assertThat(page.size()).isEqualTo(1);
    assertThat(page.second(0)).isEqualTo(86_399);
    assertThat(page.kind(0)).isEqualTo(Kind.FACTOR_USED);
    assertThat(page.hash(0)).isEqualTo((int) (event.recordId() >>> 40));
    assertThat(page.id(0, Facet.ENDPOINT)).isEqualTo(Term.of("mac-1").id());
    assertThat(page.id(0, Facet.EGRESS)).isEqualTo(0xC0000207L);
    assertThat(page.id(0, Facet.DETAIL1)).isEqualTo(Term.of("push").id());
    assertThat(page.id(0, Facet.DETAIL2)).isEqualTo(Term.of(Events.net(64_500)).id());
    assertThat(page.id(0, Facet.SESSION)).isEqualTo(Term.NONE);
  }

  @Test
  void timesBeforeTheEpochAreFlooredNotRounded() {
    Fold fold = new Fold();
    fold.add(event("a:1", "1990-01-01T00:00:00.001Z", Kind.SIGN_IN));
    assertThat(page(fold.seal(), "a:1", Fold.FIRST_DAY).second(0)).isZero();
    fold.add(event("a:1", "1969-12-31T23:59:59.999Z", Kind.SIGN_IN));
    assertThat(fold.misfitCount()).isEqualTo(1);
  }

  @Test
  void aSpanIsCutAtUtcMidnightIntoOneAtomOnEachDay() {
    Fold fold = new Fold();
    Event session =
        lasting(event("vpn:u1", "2026-05-01T22:00:00Z", Kind.VPN_SESSION), 2 * 3600 + 86_400 + 60);
    fold.add(session);
    Pages pages = fold.seal();
    assertThat(pages.days(Term.of("vpn:u1").id())).containsExactly(MAY_1, MAY_1 + 1, MAY_1 + 2);
    Page first = page(pages, "vpn:u1", MAY_1);
    Page second = page(pages, "vpn:u1", MAY_1 + 1);
    Page third = page(pages, "vpn:u1", MAY_1 + 2);
    assertThat(List.of(first.second(0), second.second(0), third.second(0)))
        .containsExactly(22 * 3600, 0, 0);
    assertThat(List.of(first.amount(0), second.amount(0), third.amount(0)))
        .containsExactly(7_200L, 86_400L, 60L);
    assertThat(List.of(first.hash(0), second.hash(0), third.hash(0)))
        .containsOnly(Fold.hash24(session.recordId()));
    assertThat(Bits.count(first.bitmap())).isEqualTo(24);
    assertThat(Bits.count(second.bitmap())).isEqualTo(Bits.BINS);
    assertThat(Bits.count(third.bitmap())).isEqualTo(1);
    assertThat(second.lastSecond(0)).isEqualTo(86_399);
  }

  @Test
  void aSpanThatEndsAtMidnightStaysOnItsDayAndBytesAreNoSpan() {
    Fold fold = new Fold();
    fold.add(lasting(event("vpn:u1", "2026-05-01T23:00:00Z", Kind.VPN_SESSION), 3_600));
    fold.add(lasting(event("vpn:u1", "2026-05-01T23:00:00Z", Kind.VPN_IN), 9_000_000_000L));
    fold.add(lasting(event("vpn:u1", "2026-05-01T12:00:00Z", Kind.VPN_SESSION), 0));
    Pages pages = fold.seal();
    assertThat(pages.days(Term.of("vpn:u1").id())).containsExactly(MAY_1);
    Page page = page(pages, "vpn:u1", MAY_1);
    assertThat(page.size()).isEqualTo(3);
    assertThat(page.bitmap(java.util.Set.of(Kind.VPN_IN))).isEqualTo(bins(276));
    assertThat(Bits.count(page.bitmap())).isEqualTo(13);
  }

  @Test
  void whatNoPageCanHoldIsCountedAndNamedNeverDropped() {
    Fold fold = new Fold();
    Event old = event("a:1", "1989-12-31T23:59:59Z", Kind.SIGN_IN);
    Event absurd = event("b:1", "2100-01-01T00:00:00Z", Kind.SIGN_IN);
    Event endless = lasting(event("c:1", "2026-05-01T00:00:00Z", Kind.VPN_SESSION), 1L << 40);
    List.of(endless, absurd, old, old).forEach(fold::add);
    assertThat(fold.seal().size()).isZero();
    assertThat(fold.misfitCount()).isEqualTo(4);
    assertThat(fold.misfits())
        .extracting(Fold.Misfit::account)
        .containsExactly("a:1", "b:1", "c:1");
    assertThat(fold.misfits().get(0).problem()).contains("1990-01-01 to 2099-12-31");
    assertThat(fold.misfits().get(0).recordId()).isEqualTo(old.recordId());
    assertThat(fold.misfits().get(2).problem()).contains("at most 366 days");
  }

  @Test
  void theNamedMisfitsAreTheSameInAnyOrder() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      events.add(event("a:" + i % 250, "1980-01-01T00:00:00Z", Kind.SIGN_IN));
    }
    SplittableRandom random = new SplittableRandom(1);
    Fold once = new Fold();
    Fold again = new Fold();
    Property.shuffled(events, random).forEach(once::add);
    Property.shuffled(events, random).forEach(again::add);
    assertThat(once.misfits()).hasSize(100).isEqualTo(again.misfits());
    assertThat(once.misfitCount()).isEqualTo(300);
  }

  @Test
  void howEventsAreDealtOutAmongThreadsChangesNoByteAndNoText() {
    Property.forAll(
        60,
        random -> {
          List<Event> events = events(random);
          Fold alone = new Fold();
          events.forEach(alone::add);
          Pages expected = alone.seal();
          List<Fold> folds = new ArrayList<>();
          for (int i = 0; i < 1 + random.nextInt(4); i++) {
            folds.add(random.nextBoolean() ? new Fold() : new Fold(1 + random.nextInt(9)));
          }
          List<Event> delivered = new ArrayList<>(events);
          events.stream().filter(e -> random.nextInt(3) == 0).forEach(delivered::add);
          for (Event event : Property.shuffled(delivered, random)) {
            Fold fold = folds.get(random.nextInt(folds.size()));
            fold.add(event);
            if (random.nextInt(100) == 0) {
              fold.seal();
            }
          }
          Pages joined = new Pages();
          Lexicon lexicon = new Lexicon();
          for (Fold fold : Property.shuffled(folds, random)) {
            joined.merge(fold.seal());
            lexicon.merge(fold.lexicon());
          }
          assertThat(all(joined)).isEqualTo(all(expected));
          assertThat(texts(lexicon)).isEqualTo(texts(alone.lexicon()));
          assertThat(joined.size()).isEqualTo(all(joined).size());
        });
  }

  @Test
  void theLexiconKnowsEveryTextOfEveryEventTurnedAwayOrNot() {
    Fold fold = new Fold();
    List<String> hosts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      hosts.add("host-" + i);
      String second = String.format(java.util.Locale.ROOT, "%02d:%02d", i / 60, i % 60);
      fold.add(on(event("edr:u1", "2026-05-01T10:" + second + "Z", Kind.PROCESS), "host-" + i));
    }
    Page page = page(fold.seal(), "edr:u1", MAY_1);
    assertThat(page.hasOther(Facet.ENDPOINT)).isTrue();
    assertThat(hosts)
        .allSatisfy(host -> assertThat(fold.lexicon().text(Term.of(host).id())).isEqualTo(host));
    assertThat(fold.lexicon().text(Term.of("edr:u1").id())).isEqualTo("edr:u1");
  }

  @Test
  void theLexiconReadsAddressesFromTheirIdsAndKeepsTheSmallerOfTwoTexts() {
    Lexicon lexicon = new Lexicon();
    assertThat(lexicon.text(Term.of("192.0.2.1").id())).isEqualTo("192.0.2.1");
    assertThat(lexicon.text(Term.NONE)).isNull();
    assertThat(lexicon.text(Term.OTHER)).isNull();
    assertThat(lexicon.text(Term.of("nobody").id())).isNull();
    lexicon.add(1L << 40, "b");
    lexicon.add(1L << 40, "a");
    lexicon.add(1L << 40, "c");
    assertThat(lexicon.text(1L << 40)).isEqualTo("a");
    assertThat(lexicon.size()).isEqualTo(1);
  }

  @Test
  void addingAPageSaysWhetherAnythingChanged() {
    Fold fold = new Fold();
    fold.add(event("a:1", "2026-05-01T00:00:00Z", Kind.SIGN_IN));
    long account = Term.of("a:1").id();
    byte[] bytes = fold.seal().bytes(account, MAY_1);
    Pages pages = new Pages();
    assertThat(pages.add(account, MAY_1, bytes)).isTrue();
    assertThat(pages.add(account, MAY_1, bytes)).isFalse();
    fold.add(event("a:1", "2026-05-01T00:00:01Z", Kind.SIGN_IN));
    assertThat(pages.add(account, MAY_1, fold.seal().bytes(account, MAY_1))).isTrue();
    assertThat(pages.bytes(account, MAY_1 + 1)).isNull();
    assertThat(pages.bytes(5, MAY_1)).isNull();
  }

  private static List<Event> events(SplittableRandom random) {
    Kind[] kinds = {Kind.SIGN_IN, Kind.VPN_SESSION, Kind.PERIPHERAL, Kind.MESSAGE};
    List<Event> events = new ArrayList<>();
    for (int i = random.nextInt(400); i > 0; i--) {
      String time =
          Instant.parse("2026-05-01T00:00:00Z").plusSeconds(random.nextInt(3 * 86_400)).toString();
      Event event = event("okta:u" + random.nextInt(5), time, kinds[random.nextInt(kinds.length)]);
      event =
          Events.from(
              on(event, "host-" + random.nextInt(80)), "192.0.2." + random.nextInt(90), null);
      events.add(lasting(event, event.kind().span() ? random.nextInt(200_000) : 0));
    }
    return events;
  }

  private static Map<PageKey, String> all(Pages pages) {
    Map<PageKey, String> all = new TreeMap<>();
    PageKey[] before = {new PageKey(Long.MIN_VALUE, 0)};
    pages.forEach(
        (account, day, bytes) -> {
          PageKey key = new PageKey(account, day);
          assertThat(key).isGreaterThan(before[0]);
          before[0] = key;
          all.put(key, java.util.HexFormat.of().formatHex(bytes));
        });
    return all;
  }

  private static Map<Long, String> texts(Lexicon lexicon) {
    Map<Long, String> texts = new TreeMap<>();
    lexicon.forEach(texts::put);
    return texts;
  }

  private static Page page(Pages pages, String account, int day) {
    byte[] bytes = pages.bytes(Term.of(account).id(), day);
    assertThat(bytes).as("%s has a page on %d", account, day).isNotNull();
    return Page.of(bytes);
  }

  private static long[] bins(int... set) {
    long[] bits = Bits.empty();
    for (int bin : set) {
      bits[bin / 64] |= 1L << (bin % 64);
    }
    return bits;
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
