package dev.bonafide.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.bonafide.logbook.Page;
import dev.bonafide.model.Card;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Hash;
import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every indicator keeps, on every case of every indicator and on chance days. */
class IndicatorLawTest {
  private static final String ADA = "ada";
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Map<String, CaseBook> BOOKS = books();
  private static final Days ALL = new Days(Diary.MONDAY - 40, Diary.MONDAY + 80);

  // --- the cases -------------------------------------------------------------------------------

  @Test
  void everyIndicatorHasACaseThatFiresAndALookAlikeThatStaysQuiet() {
    assertThat(BOOKS.keySet()).isEqualTo(CATALOGUE.cards().keySet());
    BOOKS.forEach((slug, book) -> assertThat(book.twins()).as(slug).isNotEmpty());
  }

  @TestFactory
  Stream<DynamicTest> ofTwinsOneFiresAndTheOtherStaysQuiet() {
    return CATALOGUE.all().stream()
        .flatMap(
            indicator ->
                book(indicator).twins().stream()
                    .map(
                        twins ->
                            dynamicTest(
                                indicator.card().slug() + ": " + twins.fact(),
                                () -> {
                                  assertThat(evidence(indicator, twins.fires())).isNotEmpty();
                                  assertThat(evidence(indicator, twins.quiet())).isEmpty();
                                })));
  }

  @TestFactory
  Stream<DynamicTest> hardNegativesStayQuiet() {
    return CATALOGUE.all().stream()
        .flatMap(
            indicator ->
                book(indicator).quiet().stream()
                    .map(
                        quiet ->
                            dynamicTest(
                                indicator.card().slug() + ": " + quiet.who(),
                                () -> assertThat(evidence(indicator, quiet.diary())).isEmpty())));
  }

  @TestFactory
  Stream<DynamicTest> whatFiresWeighsWhatItShould() {
    return CATALOGUE.all().stream()
        .flatMap(
            indicator ->
                book(indicator).fires().stream()
                    .map(
                        fires ->
                            dynamicTest(
                                indicator.card().slug() + ": " + fires.who(),
                                () -> {
                                  List<Evidence> evidence = evidence(indicator, fires.diary());
                                  assertThat(evidence).isNotEmpty();
                                  assertThat(strongest(evidence))
                                      .as(evidence.getLast().fact())
                                      .isEqualTo(fires.millinats());
                                })));
  }

  @Test
  void anOfficeOfTwentyPeopleInOneZoneWithOneSourceIsQuiet() {
    Diary diary = new Diary();
    for (int i = 0; i < 20; i++) {
      diary
          .worker(i == 0 ? ADA : "w" + i)
          .from(Line.home(1, Line.City.NORTHPORT))
          .on("pc-" + i)
          .in("s-" + i)
          .weeks(0, 39, "09:00", "17:30")
          .employed(-300, Long.MAX_VALUE);
    }
    for (String person : diary.people()) {
      for (Indicator indicator : CATALOGUE.all()) {
        assertThat(evidence(indicator, diary.view(person))).as(person).isEmpty();
      }
    }
  }

  // --- the laws --------------------------------------------------------------------------------

  @TestFactory
  Stream<DynamicTest> aRangeIsTheUnionOfItsDays() {
    return onAllCases(IndicatorLawTest::unionOfDays);
  }

  @TestFactory
  Stream<DynamicTest> nothingLaterChangesTheEvidenceOfADay() {
    return onAllCases(IndicatorLawTest::blindToTheFuture);
  }

  @TestFactory
  Stream<DynamicTest> orderChangesNothing() {
    return onAllCases(
        (indicator, diary) ->
            assertThat(
                    evidence(
                        indicator,
                        diary.view(
                            ADA,
                            Integer.MAX_VALUE,
                            IndicatorLawTest::reversed,
                            IndicatorLawTest::reversed)))
                .isEqualTo(evidence(indicator, diary)));
  }

  @TestFactory
  Stream<DynamicTest> renamingChangesNothingButIds() {
    UnaryOperator<String> name = text -> "zz" + new StringBuilder(text).reverse();
    return onAllCases(
        (indicator, diary) ->
            assertThat(said(evidence(indicator, diary.renamed(name).view(name.apply(ADA)))))
                .isEqualTo(said(evidence(indicator, diary))));
  }

  @TestFactory
  Stream<DynamicTest> withoutClaimsNobodyIsScoredOnClaims() {
    return onAllCases(
        (indicator, diary) -> {
          View bare =
              diary.view(ADA, Integer.MAX_VALUE, claims -> List.of(), UnaryOperator.identity());
          if (!indicator.card().claims().isEmpty()) {
            assertThat(indicator.evaluate(bare, ALL)).isInstanceOf(Outcome.Kept.class);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> contextNeverRaisesAWeight() {
    return onAllCases(
        (indicator, diary) -> {
          List<Evidence> before = evidence(indicator, diary);
          for (String other : diary.people()) {
            if (!other.startsWith("colleague") && !other.equals(ADA)) {
              notRaised(before, evidence(indicator, diary.viewTied(ADA, other)));
            }
          }
          for (Claim.ContextKind kind : Claim.ContextKind.values()) {
            List<Evidence> after =
                evidence(
                    indicator,
                    diary.view(
                        ADA,
                        Integer.MAX_VALUE,
                        claims -> with(claims, kind),
                        UnaryOperator.identity()));
            notRaised(before, after);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> evidenceIsWellFormed() {
    return onAllCases(IndicatorLawTest::wellFormed);
  }

  @Test
  void theLawsHoldOnChanceDays() {
    int[] spoke = new int[1];
    Property.forAll(
        60,
        random -> {
          Diary diary = Chance.diary(random);
          for (Indicator indicator : CATALOGUE.all()) {
            for (String other : diary.people()) {
              if (!other.equals(ADA)) {
                notRaised(
                    evidence(indicator, diary), evidence(indicator, diary.viewTied(ADA, other)));
              }
            }
            unionOfDays(indicator, diary);
            blindToTheFuture(indicator, diary);
            wellFormed(indicator, diary);
            spoke[0] += evidence(indicator, diary).size();
          }
        });
    if (System.getProperty("property.seed") == null) {
      assertThat(spoke[0]).as("chance days that fire nothing test nothing").isGreaterThan(100);
    }
  }

  /** As of no day does any episode weigh more than before. */
  private static void notRaised(List<Evidence> before, List<Evidence> after) {
    for (int day = ALL.from(); day <= ALL.to(); day++) {
      assertThat(total(after, day)).as("day " + day).isLessThanOrEqualTo(total(before, day));
    }
  }

  /** The sum of the latest revisions as of a day. */
  private static int total(List<Evidence> evidence, int day) {
    Map<String, Evidence> last = new TreeMap<>();
    for (Evidence e : evidence) {
      if (e.day() <= day) {
        last.merge(e.id(), e, (a, b) -> a.day() >= b.day() ? a : b);
      }
    }
    return last.values().stream().mapToInt(Evidence::millinats).sum();
  }

  private static void unionOfDays(Indicator indicator, Diary diary) {
    View view = diary.view(ADA);
    List<Evidence> union = new ArrayList<>();
    for (int day = ALL.from(); day <= ALL.to(); day++) {
      union.addAll(evidence(indicator, view, new Days(day, day)));
    }
    assertThat(union).containsExactlyInAnyOrderElementsOf(evidence(indicator, view, ALL));
  }

  private static void blindToTheFuture(Indicator indicator, Diary diary) {
    List<Evidence> whole = evidence(indicator, diary);
    for (int day : new int[] {3, 6, 8, 9, 10, 13, 16, 20}) {
      List<Evidence> cut =
          evidence(indicator, diary.viewUntil(ADA, day), new Days(ALL.from(), Diary.MONDAY + day));
      // Evidence counts when the hours ahead are closed: cut where they are.
      assertThat(closed(cut, day)).as("cut after day " + day).isEqualTo(closed(whole, day));
    }
  }

  private static List<Evidence> closed(List<Evidence> evidence, int day) {
    return evidence.stream()
        .filter(e -> e.day() + (e.hoursAhead() + 23) / 24 <= Diary.MONDAY + day)
        .toList();
  }

  private static void wellFormed(Indicator indicator, Diary diary) {
    Card card = indicator.card();
    View view = diary.view(ADA);
    assertThat(evidence(indicator, view, ALL).stream().map(e -> e.id() + e.day()))
        .as("one revision of an episode a day")
        .doesNotHaveDuplicates();
    for (Evidence e : evidence(indicator, view, ALL)) {
      assertThat(e.indicator()).isEqualTo(card.slug());
      assertThat(e.person()).isEqualTo(ADA);
      assertThat(e.cause()).isEqualTo(card.cause());
      assertThat(e.hard()).isEqualTo(card.hard());
      assertThat(e.hoursAhead()).isBetween(0, card.hoursAhead());
      assertThat(e.remaining().keySet()).isEqualTo(card.remains().keySet());
      assertThat(e.remaining().values()).allSatisfy(r -> assertThat(r).isBetween(0, e.millinats()));
      assertThat(e.millinats()).isBetween(0, 6000);
      assertThat(e.toMilli()).isLessThan((e.day() + 1) * 86_400_000L);
      assertThat(e.citations()).hasSizeBetween(1, 8);
      assertThat(e.fact()).doesNotContain(ADA, "pc-", "203.0.113", "198.51.100").endsWith(".");
      for (Citation citation : e.citations()) {
        assertThat(exists(view, citation)).as(citation.toString()).isTrue();
      }
    }
  }

  private static boolean exists(View view, Citation citation) {
    return switch (citation) {
      case Citation.OfAtom atom ->
          Stream.concat(view.days().stream(), view.machineDays().stream())
              .filter(on -> on.day() == atom.day() && on.account().equals(atom.account()))
              .anyMatch(
                  on -> {
                    Page page = on.page();
                    for (int i = 0; i < on.size(); i++) {
                      if (page.second(i) == atom.second()
                          && page.kind(i) == atom.kind()
                          && page.hash(i) == atom.hash()) {
                        return true;
                      }
                    }
                    return false;
                  });
      case Citation.OfRow row ->
          view.claims().stream().anyMatch(claim -> claim.recordId() == row.recordId());
    };
  }

  // --- tools -----------------------------------------------------------------------------------

  private static Stream<DynamicTest> onAllCases(BiConsumer<Indicator, Diary> law) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Indicator indicator : CATALOGUE.all()) {
      tests.add(
          dynamicTest(
              indicator.card().slug(),
              () ->
                  cases(book(indicator))
                      .forEach(
                          (name, diary) -> {
                            try {
                              law.accept(indicator, diary);
                            } catch (AssertionError broken) {
                              throw new AssertionError("in the case: " + name, broken);
                            }
                          })));
    }
    return tests.stream();
  }

  private static Map<String, Diary> cases(CaseBook book) {
    Map<String, Diary> cases = new TreeMap<>();
    book.twins()
        .forEach(
            twins -> {
              cases.put(twins.fact() + " (fires)", twins.fires());
              cases.put(twins.fact() + " (quiet)", twins.quiet());
            });
    book.fires().forEach(fires -> cases.put(fires.who(), fires.diary()));
    book.quiet().forEach(quiet -> cases.put(quiet.who(), quiet.diary()));
    return cases;
  }

  private static List<Evidence> evidence(Indicator indicator, Diary diary) {
    return evidence(indicator, diary.view(ADA));
  }

  private static List<Evidence> evidence(Indicator indicator, View view) {
    return evidence(indicator, view, ALL);
  }

  private static List<Evidence> evidence(Indicator indicator, View view, Days range) {
    return switch (indicator.evaluate(view, range)) {
      case Outcome.Spoke spoke -> {
        assertThat(spoke.evidence())
            .allSatisfy(e -> assertThat(range.contains((int) e.day())).isTrue());
        yield spoke.evidence();
      }
      case Outcome.Kept kept -> {
        assertThat(kept.why().reason()).isNotBlank();
        yield List.of();
      }
    };
  }

  /** The weight of the last revision of the heaviest episode. */
  private static int strongest(List<Evidence> evidence) {
    Map<String, Evidence> last = new TreeMap<>();
    for (Evidence e : evidence) {
      last.merge(e.id(), e, (a, b) -> a.day() >= b.day() ? a : b);
    }
    return last.values().stream().mapToInt(Evidence::millinats).max().orElse(0);
  }

  /** All that evidence says, apart from what is made of names. */
  private static List<String> said(List<Evidence> evidence) {
    return evidence.stream()
        .map(
            e ->
                e.day()
                    + " "
                    + e.fromMilli()
                    + " "
                    + e.toMilli()
                    + " "
                    + e.millinats()
                    + " "
                    + e.direction()
                    + " "
                    + new TreeMap<>(e.remaining())
                    + " "
                    + e.fact())
        .sorted()
        .toList();
  }

  private static List<Claim> with(List<Claim> claims, Claim.ContextKind kind) {
    List<Claim> more = new ArrayList<>(claims);
    more.add(
        new Claim.Context(
            ADA,
            Hash.of("context" + kind),
            Diary.MONDAY - 10,
            Diary.MONDAY + 40,
            kind,
            (Diary.MONDAY - 10) * 86_400_000L,
            (Diary.MONDAY + 41) * 86_400_000L,
            kind == Claim.ContextKind.TRAVEL ? "Westbay" : null,
            kind == Claim.ContextKind.RELATION ? "ben" : null));
    return more;
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> out = new ArrayList<>(list);
    Collections.reverse(out);
    return out;
  }

  private static CaseBook book(Indicator indicator) {
    CaseBook book = BOOKS.get(indicator.card().slug());
    assertThat(book).as(indicator.card().slug()).isNotNull();
    return book;
  }

  private static Map<String, CaseBook> books() {
    Map<String, CaseBook> books = new TreeMap<>();
    ServiceLoader.load(CaseBook.class)
        .forEach(
            book ->
                books.put(
                    book.indicator(),
                    new Made(book.indicator(), book.twins(), book.quiet(), book.fires())));
    return books;
  }

  /** A case book whose diaries are written once. */
  private record Made(String indicator, List<Twins> twins, List<Quiet> quiet, List<Fires> fires)
      implements CaseBook {}
}
