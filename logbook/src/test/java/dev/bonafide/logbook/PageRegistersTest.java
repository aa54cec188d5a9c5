package dev.bonafide.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import dev.bonafide.testkit.Property;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a page says, compared with a reference that keeps every distinct record. */
class PageRegistersTest {
  private static final Caps WIDE = new Caps(4_096, 512, 255, 1 << 20);
  private static final Caps TIGHT = new Caps(16, 8, 128, 1 << 20);

  @Test
  void aPageThatHoldsAllSaysWhatTheRecordsSay() {
    Property.forAll(
        300,
        random -> {
          List<Row> rows = Row.random(random, 400, 1 + random.nextInt(20), 1 + random.nextInt(60));
          Page page = Page.of(Row.seal(rows, WIDE));
          assertThat(page.sampled()).isFalse();
          assertAtoms(page, distinct(rows).values());
          assertExactRegisters(page, rows, random);
          for (Kind kind : Kind.values()) {
            assertThat(page.count(kind)).as("%s", kind).isEqualTo(records(rows, kind));
          }
          Row any = rows.isEmpty() ? null : rows.get(random.nextInt(rows.size()));
          if (any != null) {
            long app = any.id(Facet.APP);
            assertThat(page.bitmap(Facet.APP, app))
                .isEqualTo(bins(rows, row -> row.id(Facet.APP) == app));
            assertThat(page.bitmap(Facet.APP, app, Set.of(any.kind())))
                .isEqualTo(bins(rows, r -> r.id(Facet.APP) == app && r.kind() == any.kind()));
          }
        });
  }

  @Test
  void aPageThatHadToSampleStillSaysExactlyWhatItPromises() {
    Property.forAll(
        300,
        random -> {
          List<Row> rows = Row.random(random, 600, 1 + random.nextInt(20), 1 + random.nextInt(60));
          Page page = Page.of(Row.seal(rows, TIGHT));
          assertExactRegisters(page, rows, random);
          Set<List<Object>> all = new HashSet<>();
          rows.forEach(row -> all.add(identity(row)));
          for (int i = 0; i < page.size(); i++) {
            assertThat(all).contains(List.of(page.second(i), page.kind(i), page.hash(i)));
          }
        });
  }

  /** Ids beyond the cap become OTHER, and OTHER has all their bins. */
  @Test
  void theSmallestIdsStayAndAllOthersAreOneOther() {
    Caps caps = new Caps(16, 8, 5, 1 << 20);
    Property.forAll(
        300,
        random -> {
          List<Row> rows = Row.random(random, 200, 5, 1 + random.nextInt(40));
          Page page = Page.of(Row.seal(rows, caps));
          for (Facet facet : Facet.values()) {
            Set<Long> ids = new TreeSet<>(Long::compareUnsigned);
            rows.forEach(row -> ids.add(row.id(facet)));
            ids.remove(Term.NONE);
            List<Long> smallest = ids.stream().limit(5).toList();
            assertThat(page.ids(facet))
                .containsExactly(smallest.stream().mapToLong(Long::longValue).toArray());
            assertThat(page.hasOther(facet)).isEqualTo(ids.size() > 5);
            if (facet.mapped()) {
              assertThat(page.bitmap(facet, Term.OTHER))
                  .isEqualTo(
                      bins(
                          rows,
                          row -> row.id(facet) != Term.NONE && !smallest.contains(row.id(facet))));
            }
          }
        });
  }

  /** The estimate of a sampled count: right on average over many pages, and each one near. */
  @Test
  void countsOfASampledPageAreEstimatesWithoutBias() {
    int pages = 300;
    int records = 2_000;
    double sum = 0;
    SplittableRandom random = new SplittableRandom(99);
    for (int p = 0; p < pages; p++) {
      OpenPage page = new OpenPage();
      for (int i = 0; i < records; i++) {
        page.add(
            random.nextInt(Atom.SECONDS),
            Kind.PROCESS,
            random.nextInt(1 << 24),
            0,
            77L << 32,
            0,
            0,
            0,
            0,
            0,
            0);
      }
      Page sealed = Page.of(page.seal());
      assertThat(sealed.sampled(Kind.PROCESS)).isTrue();
      assertThat(sealed.sampled(Kind.GRANT)).isFalse();
      assertThat(sealed.size()).isBetween(200, 512);
      assertThat(sealed.count(Kind.PROCESS)).isBetween(1_600L, 2_400L);
      sum += sealed.count(Kind.PROCESS);
    }
    assertThat(sum / pages).isBetween(1_980.0, 2_020.0);
  }

  private static void assertAtoms(Page page, Collection<Row> expected) {
    Set<Row> atoms = new HashSet<>();
    for (int i = 0; i < page.size(); i++) {
      int at = i;
      Long[] ids = new Long[Facet.COUNT];
      for (Facet facet : Facet.values()) {
        ids[facet.column] = page.id(at, facet);
      }
      atoms.add(new Row(page.second(i), page.kind(i), page.hash(i), List.of(ids), page.amount(i)));
    }
    assertThat(page.size()).isEqualTo(atoms.size());
    assertThat(atoms).isEqualTo(new HashSet<>(expected));
  }

  private static void assertExactRegisters(Page page, List<Row> rows, SplittableRandom random) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    rows.forEach(row -> kinds.add(row.kind()));
    assertThat(page.kinds()).isEqualTo(kinds);
    assertThat(page.bitmap()).isEqualTo(bins(rows, row -> true));
    kinds.removeIf(kind -> random.nextBoolean());
    assertThat(page.bitmap(kinds)).isEqualTo(bins(rows, row -> kinds.contains(row.kind())));
    for (Facet facet : List.of(Facet.ENDPOINT, Facet.EGRESS, Facet.FINGERPRINT)) {
      for (long id : page.ids(facet)) {
        assertThat(page.bitmap(facet, id))
            .as("%s %s", facet, id)
            .isEqualTo(bins(rows, row -> row.id(facet) == id));
      }
      assertThat(page.bitmap(facet, Term.NONE))
          .isEqualTo(bins(rows, row -> row.id(facet) == Term.NONE));
      assertThat(page.bitmap(facet, 12_345)).isEqualTo(Bits.empty());
    }
    for (long id : page.ids(Facet.SESSION)) {
      List<Row> session = rows.stream().filter(row -> row.id(Facet.SESSION) == id).toList();
      assertThat(page.session(id))
          .isEqualTo(
              new Page.Span(
                  session.stream().mapToInt(Row::second).min().orElseThrow(),
                  session.stream().mapToInt(PageRegistersTest::lastSecond).max().orElseThrow()));
    }
    assertThat(page.session(Term.NONE)).isNull();
    for (Kind kind : Kind.values()) {
      List<Page.Moment> moments =
          rows.stream()
              .filter(row -> row.kind() == kind)
              .map(row -> new Page.Moment(row.second(), row.hash()))
              .sorted(
                  (a, b) ->
                      a.second() != b.second()
                          ? Integer.compare(a.second(), b.second())
                          : Integer.compare(a.hash(), b.hash()))
              .toList();
      assertThat(page.first(kind)).isEqualTo(moments.isEmpty() ? null : moments.getFirst());
      assertThat(page.last(kind)).isEqualTo(moments.isEmpty() ? null : moments.getLast());
    }
  }

  /** One of each (identity, ids), with the largest amount. */
  private static Map<List<Object>, Row> distinct(List<Row> rows) {
    Map<List<Object>, Row> distinct = new HashMap<>();
    for (Row row : rows) {
      distinct.merge(
          List.of(identity(row), row.ids()), row, (a, b) -> a.amount() >= b.amount() ? a : b);
    }
    return distinct;
  }

  private static long records(List<Row> rows, Kind kind) {
    return rows.stream()
        .filter(row -> row.kind() == kind)
        .map(PageRegistersTest::identity)
        .distinct()
        .count();
  }

  private static List<Object> identity(Row row) {
    return List.of(row.second(), row.kind(), row.hash());
  }

  /** Slow on purpose: asks every bin of every record. */
  private static long[] bins(List<Row> rows, Predicate<Row> which) {
    boolean[] seen = new boolean[Bits.BINS];
    for (Row row : rows) {
      if (which.test(row)) {
        for (int bin = 0; bin < Bits.BINS; bin++) {
          seen[bin] |= bin >= row.second() / 300 && bin <= lastSecond(row) / 300;
        }
      }
    }
    long[] bits = Bits.empty();
    for (int bin = 0; bin < Bits.BINS; bin++) {
      if (seen[bin]) {
        bits[bin / 64] |= 1L << (bin % 64);
      }
    }
    return bits;
  }

  private static int lastSecond(Row row) {
    boolean span = row.kind() == Kind.VPN_SESSION || row.kind() == Kind.MEETING;
    return span && row.amount() > 0
        ? row.second() + Math.toIntExact(row.amount()) - 1
        : row.second();
  }
}
