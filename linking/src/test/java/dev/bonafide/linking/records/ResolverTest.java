package dev.bonafide.linking.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ResolverTest {
  @Test
  void theOrderOfRowsAndTheNumberOfThreadsChangeNothing() {
    Property.forAll(
        6,
        random -> {
          List<People.Row> rows = People.rows(60 + random.nextInt(100), random);
          Map<RecordId, Set<RecordId>> once = partition(rows, 1);
          assertThat(partition(Property.shuffled(rows, random), 2)).isEqualTo(once);
        });
  }

  /** Large enough for blocking and sampling. */
  @Test
  void theOrderOfRowsChangesNothingInALargeTable() {
    SplittableRandom random = new SplittableRandom(7);
    List<People.Row> rows = People.rows(1500, random);
    Table table = People.table(rows);
    Clusters clusters = Resolver.resolve(table, Options.plain().threads(2));
    assertThat(clusters.blockCap()).isPositive();
    assertThat(partition(Property.shuffled(rows, random), 1)).isEqualTo(partition(table, clusters));
    assertThat(quality(rows, clusters)).isGreaterThan(0.97);
  }

  @Test
  void thePairsOfOnePersonAreFound() {
    List<People.Row> rows = People.rows(400, new SplittableRandom(3));
    assertThat(quality(rows, Resolver.resolve(People.table(rows), Options.plain())))
        .isGreaterThan(0.98);
  }

  @Test
  void nearlyAllPairsOfOnePersonAreComparedOfAllPairsFew() {
    List<People.Row> rows = People.rows(1500, new SplittableRandom(13));
    Clusters clusters = Resolver.resolve(People.table(rows), Options.plain());
    double known = clusters.completeness(row -> Integer.toString(rows.get(row).person()));
    assertThat(known).isGreaterThan(0.98);
    assertThat(clusters.completenessAtMost()).isBetween(known - 0.01, 1.0);
    assertThat(clusters.completeness(row -> "all are one")).isLessThan(0.9);
    assertThat(clusters.completeness(Integer::toString)).isEqualTo(1);
  }

  @Test
  void peopleOfOneHouseholdStayApart() {
    SplittableRandom random = new SplittableRandom(11);
    Table.Builder table = Table.of(List.of("first_name", "surname", "dob", "street", "city"));
    int id = 0;
    Set<Integer> seen = new TreeSet<>();
    List<People.Row> people =
        People.rows(600, random).stream().filter(row -> seen.add(row.person())).toList();
    for (int h = 0; h + 4 < people.size(); h += 4) {
      List<String> first = people.get(h).cells();
      for (int member = 0; member < 4; member++) {
        List<String> own = people.get(h + member).cells();
        table.add(
            "r" + id++,
            "",
            List.of(own.get(0), first.get(1), own.get(2), first.get(4), first.get(3)));
      }
    }
    Clusters clusters = Resolver.resolve(table.build(), Options.plain());
    long together = clusters.clusters().stream().mapToLong(c -> c.rows().size() - 1).sum();
    assertThat(together).as("records wrongly joined, of %d", id).isLessThan(id / 50);
  }

  @Test
  void theLinesOfAnExplanationSumToTheScore() {
    List<People.Row> rows = People.rows(300, new SplittableRandom(5));
    Clusters clusters = Resolver.resolve(People.table(rows), Options.plain());
    List<Clusters.Pair> pairs = clusters.pairs().toList();
    assertThat(pairs).hasSizeGreaterThan(100);
    for (Clusters.Pair pair : pairs) {
      Link link = clusters.why(pair.left(), pair.right());
      assertThat(link.millibits()).isEqualTo(pair.millibits());
      assertThat(link.lines().stream().mapToInt(Link.Line::millibits).sum())
          .isEqualTo(link.millibits());
      assertThat(link.key()).isNotEmpty();
      assertThat(clusters.why(pair.right(), pair.left()).lines()).isEqualTo(link.lines());
    }
  }

  @Test
  void withoutOneFieldTheRestRemains() {
    List<People.Row> rows = People.rows(300, new SplittableRandom(5));
    Clusters clusters = Resolver.resolve(People.table(rows), Options.plain());
    Clusters.Pair pair = clusters.pairs().findFirst().orElseThrow();
    Link link = clusters.why(pair.left(), pair.right());
    int surname =
        link.lines().stream()
            .filter(line -> line.field().equals("surname"))
            .mapToInt(Link.Line::millibits)
            .sum();
    assertThat(link.without("surname")).isEqualTo(link.millibits() - surname);
  }

  @Test
  void judgementsOutrankArithmetic() {
    List<People.Row> rows = People.rows(200, new SplittableRandom(9));
    Table table = People.table(rows);
    Clusters before = Resolver.resolve(table, Options.plain());
    Clusters.Cluster cluster = before.clusters().get(0);
    RecordId one = id(table, cluster.rows().get(0));
    RecordId two = id(table, cluster.rows().get(1));
    int strange = rows.size() - 1;
    RecordId stranger = id(table, strange);
    assertThat(before.cluster(strange)).isNotEqualTo(cluster.id());
    Clusters after =
        Resolver.resolve(
            table,
            Options.plain(),
            List.of(
                judgement(one, two, Judgement.Verdict.DIFFERENT, 1),
                judgement(one, stranger, Judgement.Verdict.SAME, 2)));
    assertThat(after.cluster(cluster.rows().get(0)))
        .isNotEqualTo(after.cluster(cluster.rows().get(1)))
        .isEqualTo(after.cluster(strange));
    assertThat(after.why(cluster.rows().get(0), cluster.rows().get(1)).judged()).isNotNull();
  }

  @Test
  void theLaterJudgementOnAPairHoldsWhateverTheOrderInTheList() {
    List<People.Row> rows = People.rows(100, new SplittableRandom(2));
    Table table = People.table(rows);
    RecordId a = id(table, 0);
    RecordId b = id(table, rows.size() - 1);
    List<Judgement> judgements =
        new ArrayList<>(
            List.of(
                judgement(a, b, Judgement.Verdict.SAME, 1),
                judgement(b, a, Judgement.Verdict.DIFFERENT, 2)));
    for (int turn = 0; turn < 2; turn++) {
      Clusters clusters = Resolver.resolve(table, Options.plain(), judgements);
      assertThat(clusters.cluster(0)).isNotEqualTo(clusters.cluster(rows.size() - 1));
      java.util.Collections.reverse(judgements);
    }
  }

  @Test
  void whatAHumanTookApartIsNotJoinedOverAThird() {
    List<People.Row> rows = People.rows(100, new SplittableRandom(4));
    Table table = People.table(rows);
    int last = rows.size() - 1;
    Clusters clusters =
        Resolver.resolve(
            table,
            Options.plain(),
            List.of(
                judgement(id(table, 0), id(table, last), Judgement.Verdict.DIFFERENT, 1),
                judgement(id(table, 0), id(table, last / 2), Judgement.Verdict.SAME, 2),
                judgement(id(table, last / 2), id(table, last), Judgement.Verdict.SAME, 3)));
    assertThat(clusters.cluster(0)).isNotEqualTo(clusters.cluster(last));
    assertThat(clusters.cluster(last))
        .as("the later SAME holds")
        .isEqualTo(clusters.cluster(last / 2));
  }

  @Test
  void sourcesThatHoldEverybodyOnceAreMatchedOneToOne() {
    SplittableRandom random = new SplittableRandom(6);
    List<People.Row> rows = People.rows(600, random);
    Table.Builder builder = Table.of(People.COLUMNS);
    List<People.Row> taken = new ArrayList<>();
    Set<Integer> seen = new TreeSet<>();
    Set<Integer> twice = new TreeSet<>();
    for (People.Row row : rows) {
      String side = seen.add(row.person()) ? "left" : twice.add(row.person()) ? "right" : "";
      if (!side.isEmpty()) {
        builder.add(row.id(), side, row.cells());
        taken.add(row);
      }
    }
    Table table = builder.build();
    Clusters clusters = Resolver.resolve(table, Options.plain().scope(Options.Scope.BETWEEN));
    assertThat(clusters.sourcesThatHoldOnce()).containsExactly("left", "right");
    assertThat(clusters.clusters()).allSatisfy(c -> assertThat(c.rows()).hasSize(2));
    assertThat(quality(taken, clusters)).isGreaterThan(0.97);
  }

  @Test
  void tablesThatSayNothingGiveEveryRecordItsOwnCluster() {
    assertThat(Resolver.resolve(Table.of(List.of("surname")).build(), Options.plain()).size())
        .isZero();
    Table one = Table.of(List.of("surname")).add("1", "", List.of("lee")).build();
    assertThat(Resolver.resolve(one, Options.plain()).clusters()).isEmpty();
    Table blank =
        Table.of(List.of("surname", "dob"))
            .add("1", "", List.of("", ""))
            .add("2", "", List.of())
            .add("3", "", List.of("n/a", "unknown"))
            .build();
    assertThat(Resolver.resolve(blank, Options.plain()).clusters()).isEmpty();
  }

  // --- ----------------------------------------------------------------------------------------

  static Judgement judgement(RecordId a, RecordId b, Judgement.Verdict verdict, long at) {
    return new Judgement(a, b, verdict, at, "reviewer");
  }

  static RecordId id(Table table, int row) {
    return new RecordId(table.side(row), table.id(row));
  }

  private static Map<RecordId, Set<RecordId>> partition(List<People.Row> rows, int threads) {
    Table table = People.table(rows);
    return partition(table, Resolver.resolve(table, Options.plain().threads(threads)));
  }

  static Map<RecordId, Set<RecordId>> partition(Table table, Clusters clusters) {
    Map<RecordId, Set<RecordId>> members = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      members.computeIfAbsent(clusters.cluster(row), c -> new TreeSet<>()).add(id(table, row));
    }
    return members;
  }

  /** Pairwise F1 of the clusters. */
  private static double quality(List<People.Row> rows, Clusters clusters) {
    long both = 0;
    long found = 0;
    long real = 0;
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        boolean same = rows.get(i).person() == rows.get(j).person();
        boolean together = clusters.cluster(i).equals(clusters.cluster(j));
        both += same && together ? 1 : 0;
        found += together ? 1 : 0;
        real += same ? 1 : 0;
      }
    }
    return 2.0 * both / (found + real);
  }
}
