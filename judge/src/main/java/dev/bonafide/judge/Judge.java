package dev.bonafide.judge;

import dev.bonafide.judge.Verdict.Abstention;
import dev.bonafide.judge.Verdict.Alarms;
import dev.bonafide.judge.Verdict.Bin;
import dev.bonafide.judge.Verdict.Cell;
import dev.bonafide.judge.Verdict.Leak;
import dev.bonafide.judge.Verdict.Part;
import dev.bonafide.judge.Verdict.Point;
import dev.bonafide.judge.Verdict.Queue;
import dev.bonafide.judge.Verdict.Ranked;
import dev.bonafide.judge.Verdict.Speaker;
import dev.bonafide.judge.Verdict.Subgroup;
import dev.bonafide.judge.Verdict.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges a ranking against the truth. Whoever the findings do not list ranks last. Ties go against
 * us: an honest person with the same score stands above a planted one.
 */
public final class Judge {
  /** False alarms per 1,000 honest people and 30 days. */
  static final double[] RATES = {1, 2, 5};

  private static final double[] EDGES = {-38, -34.5, -33, -30, -26, -22, -17, -10, 0, 10};
  private static final double PER_DECIBAN = 230.25850929940458;
  private static final int SHUFFLES = 200;
  private static final int DESCENTS = 60;

  /** How many honest people are looked at where the false-alarm rates allow only a few. */
  private static final int AT_LEAST = 20;

  private final Truth truth;
  private final Ranking ranking;
  private final Map<String, Map<String, Double>> marks;
  private final List<One> honest;
  private final List<One> planted;

  /** Honest scores, lowest first. */
  private final long[] scores;

  /** Somebody with what is true and what was found. */
  private record One(Truth.Person is, Ranking.@Nullable Person found, long score) {
    Set<String> speakers() {
      Set<String> all = new TreeSet<>();
      if (found != null) {
        found
            .weights()
            .forEach(
                (slug, weight) -> {
                  if (weight > 0) {
                    all.add(slug);
                  }
                });
      }
      return all;
    }

    String scheme() {
      String scheme = is.scheme();
      return scheme == null ? "" : scheme;
    }
  }

  private Judge(Truth truth, Ranking ranking, Map<String, Map<String, Double>> marks) {
    this.truth = truth;
    this.ranking = ranking;
    this.marks = marks;
    List<One> all =
        truth.people().values().stream()
            .map(
                is -> {
                  Ranking.Person found = ranking.people().get(is.id());
                  return new One(is, found, found == null ? Long.MIN_VALUE : found.millinats());
                })
            .sorted(Comparator.comparingLong(One::score).reversed().thenComparing(o -> o.is.id()))
            .toList();
    honest = all.stream().filter(one -> !one.is.planted()).toList();
    planted = all.stream().filter(one -> one.is.planted()).toList();
    scores = honest.stream().mapToLong(One::score).sorted().toArray();
  }

  /** All figures. */
  public static Verdict judge(Truth truth, Ranking ranking) {
    return judge(truth, ranking, Map.of());
  }

  /**
   * All figures.
   *
   * @param marks further figures of people that should tell nothing of them, by name and then by
   *     id: how many rows somebody has in a list, say
   */
  public static Verdict judge(
      Truth truth, Ranking ranking, Map<String, Map<String, Double>> marks) {
    return new Judge(truth, ranking, marks).verdict();
  }

  /**
   * Recall over all schemes, and over each difficulty, and nothing else: quick enough to be asked
   * again for every part of a line that is left out.
   */
  public static List<Cell> overall(Truth truth, Ranking ranking) {
    return new Judge(truth, ranking, Map.of()).overall();
  }

  private Verdict verdict() {
    return new Verdict(
        world(),
        Arrays.stream(RATES).mapToObj(this::alarms).toList(),
        cells(),
        Arrays.stream(queues()).mapToObj(this::queue).toList(),
        curve(),
        reliability(),
        subgroups(),
        indicators(),
        abstentions(),
        leaks(),
        honest.stream().limit(Math.max(AT_LEAST, allowed(5))).limit(100).map(this::ranked).toList(),
        planted.stream().map(this::ranked).toList(),
        notes());
  }

  private World world() {
    Set<String> known = truth.people().keySet();
    List<Ranking.Person> strangers =
        ranking.people().values().stream().filter(p -> !known.contains(p.id())).toList();
    Instant asOf = ranking.asOf();
    return new World(
        honest.size(),
        planted.size(),
        groups(planted).size(),
        ranking.days(),
        asOf == null ? null : asOf.toString(),
        (int) known.stream().filter(id -> !ranking.people().containsKey(id)).count(),
        strangers.size(),
        (int) strangers.stream().filter(Ranking.Person::over).count(),
        probability(ranking.priorMillinats()));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(truth.problems());
    if (honest.isEmpty()) {
      notes.add("the truth knows no honest people: there are no false alarms to count");
    }
    if (planted.isEmpty()) {
      notes.add("the truth knows nobody who is planted: only false alarms can be judged");
    }
    return notes;
  }

  // --- ranks -----------------------------------------------------------------------------------

  /** How many honest people stand at or above a score. */
  private int above(long score) {
    int low = 0;
    int high = scores.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (scores[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return scores.length - low;
  }

  /** How many honest people may be bothered at a rate. */
  private int allowed(double per1000) {
    return (int) StrictMath.floor(per1000 * honest.size() / 1000.0 * ranking.days() / 30 + 1e-9);
  }

  private Alarms alarms(double per1000) {
    int people = allowed(per1000);
    return new Alarms(
        per1000,
        people,
        people < scores.length ? decibans(scores[scores.length - 1 - people]) : null);
  }

  private boolean found(One one, double per1000) {
    return one.found != null && above(one.score) <= allowed(per1000);
  }

  private double[] queues() {
    return Double.isNaN(ranking.budget())
        ? RATES
        : Arrays.stream(new double[] {1, 2, 5, ranking.budget()}).distinct().sorted().toArray();
  }

  private Queue queue(double budget) {
    int people = honest.size() + planted.size();
    int slots =
        (int) Math.max(1, StrictMath.ceil(budget * people / 1000.0 * ranking.days() / 30 - 1e-9));
    int inside = 0;
    for (int i = 0; i < planted.size(); i++) {
      One one = planted.get(i);
      inside += one.found != null && i + above(one.score) < slots ? 1 : 0;
    }
    int n = planted.size();
    return new Queue(
        budget,
        slots,
        inside,
        inside / (double) Math.min(slots, Math.max(1, people)),
        n == 0 ? Double.NaN : inside / (double) n,
        n == 0 ? Double.NaN : Math.min(1, slots / (double) n));
  }

  private List<Point> curve() {
    List<Point> curve = new ArrayList<>();
    if (honest.isEmpty() || planted.isEmpty()) {
      return curve;
    }
    double rate = 30_000.0 / ranking.days() / honest.size();
    for (int i = 0; i < planted.size(); i++) {
      One one = planted.get(i);
      boolean last = i + 1 == planted.size() || planted.get(i + 1).score != one.score;
      if (one.found != null && last) {
        curve.add(new Point(above(one.score) * rate, (i + 1) / (double) planted.size()));
      }
    }
    return curve;
  }

  // --- cells -----------------------------------------------------------------------------------

  private List<Cell> overall() {
    List<Cell> cells = new ArrayList<>();
    if (!planted.isEmpty()) {
      cells.add(cell("", "", planted));
    }
    for (Band band : Band.values()) {
      List<One> some = planted.stream().filter(one -> one.is.band() == band).toList();
      if (!some.isEmpty()) {
        cells.add(cell("", band.word(), some));
      }
    }
    return cells;
  }

  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>(overall());
    Map<String, Map<Band, List<One>>> by =
        planted.stream()
            .collect(
                Collectors.groupingBy(
                    One::scheme,
                    TreeMap::new,
                    Collectors.groupingBy(
                        one -> one.is.band(), TreeMap::new, Collectors.toList())));
    by.forEach(
        (scheme, bands) ->
            bands.forEach((band, people) -> cells.add(cell(scheme, band.word(), people))));
    return cells;
  }

  private Cell cell(String scheme, String difficulty, List<One> people) {
    List<List<One>> groups = groups(people);
    List<Share> found = new ArrayList<>();
    List<Share> groupsFound = new ArrayList<>();
    for (double rate : RATES) {
      double k = people.stream().filter(one -> found(one, rate)).count();
      found.add(Share.of(k / people.size() * groups.size(), groups.size()));
      double any =
          groups.stream().filter(g -> g.stream().anyMatch(one -> found(one, rate))).count();
      groupsFound.add(Share.of(any, groups.size()));
    }
    List<Survival.Time> times = new ArrayList<>();
    for (One one : people) {
      Survival.Time time = time(one);
      if (time != null) {
        times.add(time);
      }
    }
    Survival survival = new Survival(times);
    List<One> missed = people.stream().filter(one -> !found(one, 5)).toList();
    return new Cell(
        scheme,
        difficulty,
        people.size(),
        groups.size(),
        found,
        groupsFound,
        (int) people.stream().filter(one -> one.speakers().isEmpty()).count(),
        above(people.get(people.size() / 2).score),
        survival.quantile(0.5),
        survival.quantile(0.75),
        times.size(),
        survival.steps(),
        parts(people, One::speakers, 0.1, null),
        missed.isEmpty() ? List.of() : hiddenBy(missed.get(missed.size() / 2)));
  }

  /** What the honest people have in common who stand above somebody. */
  private List<Part> hiddenBy(One missed) {
    List<One> above = honest.subList(0, above(missed.score));
    if (missed.speakers().isEmpty() || above.isEmpty()) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>(parts(above, One::speakers, 0.1, null));
    parts.addAll(parts(above, one -> one.is.traits(), 0.05, honest));
    return parts;
  }

  /**
   * The words that apply to most of some people; with others to compare, those that apply at least
   * one and a half times as often as there.
   */
  private static List<Part> parts(
      List<One> some,
      Function<One, Collection<String>> words,
      double least,
      @Nullable List<One> others) {
    Map<String, Integer> here = counts(some, words);
    Map<String, Integer> there = others == null ? Map.of() : counts(others, words);
    return here.entrySet().stream()
        .map(e -> new Part(e.getKey(), e.getValue() / (double) some.size()))
        .filter(part -> part.share() >= least)
        .filter(
            part ->
                others == null
                    || part.share()
                        >= 1.5 * there.getOrDefault(part.word(), 0) / (double) others.size())
        .sorted(Comparator.comparingDouble(Part::share).reversed().thenComparing(Part::word))
        .limit(6)
        .toList();
  }

  private static Map<String, Integer> counts(
      List<One> people, Function<One, Collection<String>> words) {
    Map<String, Integer> counts = new TreeMap<>();
    for (One one : people) {
      new HashSet<>(words.apply(one)).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    return counts;
  }

  /** Independent cases: a cluster is one. */
  private static List<List<One>> groups(List<One> people) {
    Map<String, List<One>> groups = new LinkedHashMap<>();
    for (One one : people) {
      String cluster = one.is.cluster();
      groups
          .computeIfAbsent(
              cluster == null ? "person " + one.is.id() : "cluster " + cluster,
              key -> new ArrayList<>())
          .add(one);
    }
    return List.copyOf(groups.values());
  }

  /** From the onset to the review line, or to the close of the run. */
  private Survival.@Nullable Time time(One one) {
    if (one.is.onset() == null || ranking.asOf() == null) {
      return null;
    }
    Instant onset = one.is.onset().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant seen = one.found == null ? null : one.found.firstSeen();
    Instant until = seen == null ? ranking.asOf() : seen;
    return new Survival.Time(
        Math.max(0, Duration.between(onset, until).toMinutes() / 1_440.0), seen != null);
  }

  private Ranked ranked(One one) {
    Survival.Time time = time(one);
    List<String> speakers =
        one.found == null
            ? List.of()
            : one.found.weights().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(
                    Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    return new Ranked(
        one.is.id(),
        above(one.score) - (one.is.planted() ? 0 : 1),
        one.found == null ? Double.NEGATIVE_INFINITY : decibans(one.score),
        one.scheme(),
        one.is.planted() ? one.is.band().word() : "",
        one.is.traits(),
        speakers,
        time != null && time.happened() ? time.days() : null);
  }

  // --- probabilities ---------------------------------------------------------------------------

  /** At the run's own base rate, whatever the share of planted people here. */
  private List<Bin> reliability() {
    List<Bin> bins = new ArrayList<>();
    double base = probability(ranking.priorMillinats());
    double h = Math.max(1, honest.size());
    double p = Math.max(1, planted.size());
    double from = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= EDGES.length; i++) {
      double low = from;
      double high = i < EDGES.length ? EDGES[i] : Double.POSITIVE_INFINITY;
      from = high;
      List<One> h1 = within(honest, low, high);
      List<One> p1 = within(planted, low, high);
      if (h1.isEmpty() && p1.isEmpty()) {
        continue;
      }
      double wp = base / p;
      double wh = (1 - base) / h;
      ToDoubleFunction<One> claim = one -> probability(one.score);
      double claimed =
          (p1.stream().mapToDouble(claim).sum() * wp + h1.stream().mapToDouble(claim).sum() * wh)
              / (p1.size() * wp + h1.size() * wh);
      double k = Math.max(0.5, p1.size());
      double n = Math.max(0.5, h1.size());
      double spread = StrictMath.exp(1.96 * StrictMath.sqrt(1 / k + 1 / n));
      double odds = k * wp / (n * wh);
      double realised = p1.size() * wp / (p1.size() * wp + h1.size() * wh);
      bins.add(
          new Bin(
              low,
              high,
              h1.size(),
              p1.size(),
              claimed,
              realised,
              odds / spread / (1 + odds / spread),
              odds * spread / (1 + odds * spread)));
    }
    return bins;
  }

  private static List<One> within(List<One> people, double low, double high) {
    return people.stream()
        .filter(one -> one.found != null)
        .filter(one -> decibans(one.score) >= low && decibans(one.score) < high)
        .toList();
  }

  // --- false alarms ----------------------------------------------------------------------------

  /** Who the honest people are that rank first; of those who tie at the end each a fair part. */
  private List<Subgroup> subgroups() {
    int first = Math.min(honest.size(), Math.max(AT_LEAST, allowed(5)));
    if (first == 0) {
      return List.of();
    }
    long last = honest.get(first - 1).score;
    int surely = (int) honest.stream().filter(one -> one.score > last).count();
    int tied = (int) honest.stream().filter(one -> one.score == last).count();
    double part = (first - surely) / (double) tied;
    Map<String, double[]> by = new TreeMap<>();
    for (One one : honest) {
      double among = one.score > last ? 1 : one.score == last ? part : 0;
      for (String trait : new HashSet<>(one.is.traits())) {
        double[] sums = by.computeIfAbsent(trait, key -> new double[2]);
        sums[0]++;
        sums[1] += among;
      }
    }
    double overall = first / (double) honest.size();
    List<Subgroup> subgroups = new ArrayList<>();
    by.forEach(
        (trait, sums) -> {
          double n = sums[0];
          double k = sums[1];
          double ratio = k / n / overall;
          double spread =
              StrictMath.exp(
                  1.96
                      * StrictMath.sqrt(
                          Math.max(0, 1 / Math.max(0.5, k) - 1 / n)
                              + Math.max(0, 1.0 / first - 1.0 / honest.size())));
          boolean none = k < 0.5;
          subgroups.add(
              new Subgroup(
                  trait,
                  (int) n,
                  k,
                  ratio,
                  none ? 0 : ratio / spread,
                  none ? Math.max(ratio, 3 / n) / overall : ratio * spread));
        });
    subgroups.sort(
        Comparator.comparingDouble(Subgroup::among).reversed().thenComparing(Subgroup::trait));
    return subgroups;
  }

  // --- indicators ------------------------------------------------------------------------------

  private List<Speaker> indicators() {
    Set<String> slugs = new TreeSet<>();
    honest.forEach(one -> slugs.addAll(one.speakers()));
    planted.forEach(one -> slugs.addAll(one.speakers()));
    List<Speaker> speakers = new ArrayList<>();
    for (String slug : slugs) {
      List<One> h = honest.stream().filter(one -> one.speakers().contains(slug)).toList();
      List<One> p = planted.stream().filter(one -> one.speakers().contains(slug)).toList();
      double ph = h.size() / (double) Math.max(1, honest.size());
      double pp = p.size() / (double) Math.max(1, planted.size());
      double claimed = mean(p, slug);
      speakers.add(
          new Speaker(
              slug,
              h.size(),
              p.size(),
              ph * 1000,
              pp,
              pp * 0.001 / (pp * 0.001 + ph * 0.999),
              ph > 0 && pp > 0 ? (Double) (10 * StrictMath.log10(pp / ph)) : null,
              claimed,
              mean(h, slug),
              parts(h, one -> one.is.traits(), 0.05, honest),
              parts(p, one -> List.of(one.scheme()), 0.01, null)));
    }
    return speakers;
  }

  private static double mean(List<One> people, String slug) {
    return people.stream()
        .map(One::found)
        .mapToDouble(found -> found == null ? 0 : decibans(found.weights().getOrDefault(slug, 0L)))
        .average()
        .orElse(0);
  }

  private List<Abstention> abstentions() {
    Map<String, int[]> counts = new TreeMap<>();
    for (One one : honest) {
      count(one, counts, 0);
    }
    for (One one : planted) {
      count(one, counts, 1);
    }
    return counts.entrySet().stream()
        .map(e -> new Abstention(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .sorted(
            Comparator.comparingInt((Abstention a) -> -a.honest() - a.planted())
                .thenComparing(Abstention::why))
        .toList();
  }

  private static void count(One one, Map<String, int[]> counts, int column) {
    if (one.found != null) {
      new TreeSet<>(one.found.abstained())
          .forEach(why -> counts.computeIfAbsent(why, key -> new int[2])[column]++);
    }
  }

  // --- leaks -----------------------------------------------------------------------------------

  private List<Leak> leaks() {
    List<Leak> leaks = new ArrayList<>();
    long wrong =
        ranking.people().values().stream().filter(p -> p.ledgerSum() != p.millinats()).count();
    leaks.add(
        new Leak(
            "every ledger sums to its score",
            wrong == 0 ? "all do" : wrong + " do not",
            wrong == 0));
    if (honest.size() < 20 || planted.size() < 5) {
      leaks.add(new Leak("labels and ids", "too few people to tell", true));
      return leaks;
    }
    leaks.add(shuffled());
    Map<String, Integer> places = new HashMap<>();
    truth.people().keySet().forEach(id -> places.put(id, places.size()));
    Map<String, ToDoubleFunction<String>> features = new TreeMap<>();
    features.put("length of the id", id -> id.length());
    features.put("order of the id", id -> places.size() > 0 ? digits(id) : 0);
    features.put("hash of the id", id -> mix(id.hashCode()));
    features.put("place in the truth file", id -> places.getOrDefault(id, 0));
    marks.forEach((name, values) -> features.put(name, id -> values.getOrDefault(id, 0.0)));
    leaks.add(together(features.values()));
    features.forEach(
        (name, feature) -> {
          double area = area(feature);
          double n = honest.size();
          double m = planted.size();
          double error = StrictMath.sqrt((n + m + 1) / (12 * n * m));
          boolean passed = Math.abs(area - 0.5) < Math.max(0.05, 4 * error);
          leaks.add(
              new Leak(
                  name + " tells nothing",
                  "area under the curve " + Sheet.number(area, 3) + ", 0.5 is blind",
                  passed));
        });
    return leaks;
  }

  /** Labels dealt out by chance must be found as seldom as chance has it. */
  private Leak shuffled() {
    List<One> all = new ArrayList<>(honest);
    all.addAll(planted);
    all.sort(Comparator.comparingLong(One::score).reversed().thenComparing(one -> one.is.id()));
    int n = all.size();
    int allowed = allowed(5);
    double sum = 0;
    for (int round = 0; round < SHUFFLES; round++) {
      long key = round * 0x9E3779B97F4A7C15L;
      Integer[] order = new Integer[n];
      long[] luck = new long[n];
      for (int i = 0; i < n; i++) {
        order[i] = i;
        luck[i] = mix(all.get(i).is.id().hashCode() * 31L + key);
      }
      Arrays.sort(order, Comparator.comparingLong(i -> luck[i]));
      boolean[] dealt = new boolean[n];
      for (int i = 0; i < planted.size(); i++) {
        dealt[order[i]] = true;
      }
      int alarms = 0;
      int found = 0;
      for (int i = 0; i < n; ) {
        int end = i;
        int here = 0;
        for (; end < n && all.get(end).score == all.get(i).score; end++) {
          here += dealt[end] ? 1 : 0;
        }
        alarms += end - i - here;
        if (alarms > allowed) {
          break;
        }
        found += here;
        i = end;
      }
      sum += found / (double) planted.size();
    }
    double recall = sum / SHUFFLES;
    double chance = (allowed + 1.0) / honest.size();
    double error = StrictMath.sqrt(chance / planted.size() / SHUFFLES);
    return new Leak(
        "labels dealt out by chance are found by chance",
        "recall at 5 per 1,000 is "
            + Sheet.number(recall, 4)
            + ", chance gives at most "
            + Sheet.number(chance, 4),
        recall <= chance + 4 * error);
  }

  /**
   * Whether all these figures together tell who is planted: a logistic regression that is fitted to
   * one half of the people is tried on the other half.
   */
  private Leak together(Collection<ToDoubleFunction<String>> features) {
    List<One> all = new ArrayList<>(honest);
    all.addAll(planted);
    Map<String, double[]> rows = new HashMap<>();
    for (One one : all) {
      rows.put(
          one.is.id(), features.stream().mapToDouble(f -> f.applyAsDouble(one.is.id())).toArray());
    }
    standardise(rows.values(), features.size());
    double[] weights =
        fitted(all.stream().filter(Judge::learnedFrom).toList(), rows, features.size());
    List<One> others = all.stream().filter(one -> !learnedFrom(one)).toList();
    double area =
        area(
            others.stream().filter(one -> !one.is.planted()).toList(),
            others.stream().filter(one -> one.is.planted()).toList(),
            id -> product(weights, rows.getOrDefault(id, new double[0])));
    double n = honest.size() / 2.0;
    double m = planted.size() / 2.0;
    double error = StrictMath.sqrt((n + m + 1) / (12 * n * m));
    return new Leak(
        "all figures that should tell nothing tell nothing together",
        "area under the curve " + Sheet.number(area, 3) + " of a regression on other people",
        area < 0.5 + Math.max(0.05, 4 * error));
  }

  private static boolean learnedFrom(One one) {
    return (mix(one.is.id().hashCode() + 77) & 1) == 0;
  }

  private static void standardise(Collection<double[]> rows, int width) {
    for (int f = 0; f < width; f++) {
      double sum = 0;
      double squares = 0;
      for (double[] row : rows) {
        sum += row[f];
        squares += row[f] * row[f];
      }
      double mean = sum / rows.size();
      double deviation = StrictMath.sqrt(Math.max(0, squares / rows.size() - mean * mean));
      for (double[] row : rows) {
        row[f] = deviation < 1e-12 * (1 + Math.abs(mean)) ? 0 : (row[f] - mean) / deviation;
      }
    }
  }

  /** Steepest descent on the mean loss; planted and honest people count alike. */
  private static double[] fitted(List<One> people, Map<String, double[]> rows, int width) {
    double[] weights = new double[width];
    double planted = Math.max(1, people.stream().filter(one -> one.is.planted()).count());
    double honest = Math.max(1, people.size() - planted);
    for (int step = 0; step < DESCENTS; step++) {
      double[] slope = new double[width];
      for (One one : people) {
        double[] row = rows.getOrDefault(one.is.id(), new double[width]);
        double share = one.is.planted() ? 0.5 / planted : 0.5 / honest;
        double error =
            (one.is.planted() ? 1 : 0) - 1 / (1 + StrictMath.exp(-product(weights, row)));
        for (int f = 0; f < width; f++) {
          slope[f] += share * error * row[f];
        }
      }
      for (int f = 0; f < width; f++) {
        weights[f] += slope[f];
      }
    }
    return weights;
  }

  private static double product(double[] weights, double[] row) {
    double sum = 0;
    for (int f = 0; f < Math.min(weights.length, row.length); f++) {
      sum += weights[f] * row[f];
    }
    return sum;
  }

  private double area(ToDoubleFunction<String> feature) {
    return area(honest, planted, feature);
  }

  private static double area(
      List<One> honest, List<One> planted, ToDoubleFunction<String> feature) {
    double[] h = honest.stream().mapToDouble(one -> feature.applyAsDouble(one.is.id())).toArray();
    Arrays.sort(h);
    double wins = 0;
    for (One one : planted) {
      double value = feature.applyAsDouble(one.is.id());
      int below = lowerBound(h, value);
      int notAbove = lowerBound(h, StrictMath.nextUp(value));
      wins += below + (notAbove - below) / 2.0;
    }
    return h.length == 0 || planted.isEmpty() ? 0.5 : wins / h.length / planted.size();
  }

  private static int lowerBound(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double digits(String id) {
    double number = 0;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      number = number * 10 + (c >= '0' && c <= '9' ? c - '0' : 0);
    }
    return number;
  }

  /** SplitMix64's finaliser. */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static double decibans(long millinats) {
    return millinats / PER_DECIBAN;
  }

  private static double probability(long millinats) {
    return 1 / (1 + StrictMath.exp(-millinats / 1000.0));
  }
}
