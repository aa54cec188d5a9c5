package dev.bonafide.linking.records;

import dev.bonafide.linking.fields.Field;
import dev.bonafide.linking.fields.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The result of a run: which records are one, the pairs behind it, and why. */
public final class Clusters {
  /** So many records of one person tell how near the others are. */
  private static final int MOST_OF_ONE = 1000;

  private final Resolved resolved;
  private final Table table;
  private final Records records;
  private final Scorer scorer;
  private final RecordId[] cluster;
  private final int[] recordOfRow;

  Clusters(Resolved resolved) {
    this.resolved = resolved;
    table = resolved.table();
    records = resolved.records();
    scorer = resolved.scorer();
    int[] group = resolved.group();
    recordOfRow = new int[group.length];
    RecordId[] smallest = new RecordId[group.length];
    for (int r = 0; r < group.length; r++) {
      recordOfRow[records.row(r)] = r;
      RecordId id = id(records.row(r));
      if (smallest[group[r]] == null || id.compareTo(smallest[group[r]]) < 0) {
        smallest[group[r]] = id;
      }
    }
    cluster = new RecordId[group.length];
    for (int r = 0; r < group.length; r++) {
      cluster[records.row(r)] = smallest[group[r]];
    }
  }

  private RecordId id(int row) {
    return new RecordId(table.side(row), table.id(row));
  }

  /** The cluster of a row of the table, named after its smallest record. */
  public RecordId cluster(int row) {
    return cluster[row];
  }

  /** How many records there are. */
  public int size() {
    return cluster.length;
  }

  /** The clusters of two records and more, each with its rows, in the order of their names. */
  public List<Cluster> clusters() {
    Map<RecordId, List<Integer>> rows = new HashMap<>();
    for (int row = 0; row < cluster.length; row++) {
      rows.computeIfAbsent(cluster[row], id -> new ArrayList<>()).add(row);
    }
    return rows.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> new Cluster(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Cluster::id))
        .toList();
  }

  /**
   * A cluster.
   *
   * @param rows of the table, ascending
   */
  public record Cluster(RecordId id, List<Integer> rows) {}

  /** A pair of rows and the bits that they are one. */
  public record Pair(int left, int right, int millibits) {
    /** The probability that the two are one. */
    public double probability() {
      return Link.probability(millibits);
    }
  }

  /** All pairs with -5 bits and more, in no particular order. */
  public Stream<Pair> pairs() {
    Edges edges = resolved.edges();
    return IntStream.range(0, edges.size())
        .mapToObj(
            e ->
                new Pair(records.row(edges.from(e)), records.row(edges.to(e)), edges.millibits(e)));
  }

  /** The bits of any two rows, also of such as were not compared, in millibits. */
  public int score(int left, int right) {
    int a = recordOfRow[left];
    int b = recordOfRow[right];
    return scorer.score(Math.min(a, b), Math.max(a, b));
  }

  /** Why two rows are linked, or not. */
  public Link why(int left, int right) {
    int a = Math.min(recordOfRow[left], recordOfRow[right]);
    int b = Math.max(recordOfRow[left], recordOfRow[right]);
    long of = scorer.pattern().of(a, b);
    List<Link.Line> lines = new ArrayList<>();
    lines.add(new Link.Line(Link.Topic.PRIOR, "", "before anything is compared", scorer.prior()));
    StringBuilder key = new StringBuilder();
    for (int f = 0; f < records.fields().size(); f++) {
      int level = Pattern.level(of, f);
      if (level < 0) {
        continue;
      }
      Field<?> field = records.fields().get(f);
      int weight = scorer.weight(f, level);
      key.append(key.isEmpty() ? "" : " ")
          .append(level == 0 ? '+' : level == field.levels() - 1 ? '-' : '~')
          .append(field.name().toUpperCase(Locale.ROOT).replace(' ', '_'));
      lines.add(
          new Link.Line(
              Link.Topic.FIELD, field.name(), field.comparison().levels().get(level), weight));
      int rarity = scorer.rarity(f, level, a, b);
      if (rarity != 0) {
        lines.add(
            new Link.Line(
                Link.Topic.RARITY,
                field.name(),
                rarity > 0 ? "rarer than most" : "commoner than most",
                rarity));
      }
    }
    int related = scorer.related(of, a, b);
    if (related != 0) {
      lines.add(
          new Link.Line(Link.Topic.RELATED, "", related(scorer.bestRelated(of, a, b)), related));
    }
    return new Link(
        min(id(left), id(right)),
        max(id(left), id(right)),
        key.toString(),
        lines.stream().mapToInt(Link.Line::millibits).sum(),
        lines,
        resolved.judgements().stream()
            .filter(
                j ->
                    j.left().equals(min(id(left), id(right)))
                        && j.right().equals(max(id(left), id(right))))
            .findFirst()
            .orElse(null));
  }

  private static RecordId min(RecordId a, RecordId b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static RecordId max(RecordId a, RecordId b) {
    return a.compareTo(b) <= 0 ? b : a;
  }

  private String related(int kind) {
    List<String> shared = new ArrayList<>();
    for (int f = 0; f < records.fields().size(); f++) {
      if (kind >= 0 && (resolved.trained().model().linked()[kind] >> f & 1) == 1) {
        shared.add(records.fields().get(f).name());
      }
    }
    return "others in this table share " + String.join(", ", shared) + " without being the same";
  }

  /** The columns that were compared, each with its meaning. */
  public List<String> compared() {
    return records.fields().stream()
        .map(
            f ->
                f.name()
                    + " ("
                    + f.meaning().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ")")
        .toList();
  }

  /** The columns that were not compared, with the reason. */
  public List<Fields.Left> left() {
    return records.left();
  }

  /** How many pairs were compared. */
  public long pairsCompared() {
    return resolved.compared();
  }

  /**
   * Pairs completeness of the blocks: which share of the pairs of one person were compared at all.
   * No recall goes beyond it. Of persons with very many records some pairs stand for all.
   *
   * @param truth for each row of the table whose it is
   * @return 0 to 1; 1 when nobody has two records
   */
  public double completeness(IntFunction<String> truth) {
    Map<String, List<Integer>> persons = new HashMap<>();
    for (int r = 0; r < records.size(); r++) {
      persons.computeIfAbsent(truth.apply(records.row(r)), t -> new ArrayList<>()).add(r);
    }
    double all = 0;
    double near = 0;
    for (List<Integer> of : persons.values()) {
      int some = Math.min(of.size(), MOST_OF_ONE);
      double each = Records.two(of.size()) / Math.max(1, Records.two(some));
      for (int i = 0; i < some; i++) {
        for (int j = i + 1; j < some; j++) {
          if (records.looksAt(of.get(i), of.get(j))) {
            all += each;
            near += resolved.blocks().near(of.get(i), of.get(j)) ? each : 0;
          }
        }
      }
    }
    return all == 0 ? 1 : near / all;
  }

  /**
   * The same where no truth is known, from above: which share of the pairs that stand in one
   * cluster were compared. The others are one person's by way of third records, so that they tell
   * how often the keys of one person's records miss each other; records that nothing leads to are
   * not seen.
   */
  public double completenessAtMost() {
    return completeness(row -> cluster[row].toString());
  }

  /** How many pairs there are. */
  public double pairsOfAll() {
    return records.pairs();
  }

  /** The largest block of records with a common key that was looked at; 0 when all pairs were. */
  public int blockCap() {
    return resolved.trained().cap();
  }

  /** About how many pairs are matches, as the model sees it. */
  public double expectedMatches() {
    return resolved.trained().model().match() * records.pairs();
  }

  /** Which sources were taken to hold everybody once. */
  public List<String> sourcesThatHoldOnce() {
    return resolved.trained().holdOnce().stream().sorted().toList();
  }

  /** What the table taught: for each field and level m, u and the weight. */
  public List<Learned> learned() {
    List<Learned> learned = new ArrayList<>();
    Model model = resolved.trained().model();
    for (int f = 0; f < records.fields().size(); f++) {
      Field<?> field = records.fields().get(f);
      for (int l = 0; l < field.levels(); l++) {
        learned.add(
            new Learned(
                field.name(),
                field.comparison().levels().get(l),
                model.m()[f][l],
                model.u()[f][l],
                scorer.weight(f, l)));
      }
    }
    return learned;
  }

  /** One level of one field. */
  public record Learned(String field, String level, double m, double u, int millibits) {}
}
