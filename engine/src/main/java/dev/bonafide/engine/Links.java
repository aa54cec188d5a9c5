package dev.bonafide.engine;

import dev.bonafide.linking.records.Judgement;
import dev.bonafide.linking.rings.Hold;
import dev.bonafide.linking.rings.Persona;
import dev.bonafide.linking.rings.Rings;
import dev.bonafide.linking.rings.Sort;
import dev.bonafide.linking.rings.Sort.Mechanism;
import dev.bonafide.linking.rings.Tie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is tied to whom, and through what: the contract of {@code links.json} (schema beside this
 * class). It holds all that ties are made of, so that every question about a pair or a cluster can
 * be answered from the file alone. Null components are left out.
 *
 * @param bonafide the run itself: the only part that may differ between equal runs
 * @param persons everybody, by id; of what they have only what a second person has too
 * @param pairs every two who share something, the strongest first; also what counts for nothing
 * @param clusters operators, rings and farms
 */
public record Links(Run bonafide, List<Person> persons, List<Pair> pairs, List<Cluster> clusters) {
  private static final double MILLINATS_A_MILLIBIT = 0.6931471805599453;

  /** The run: version, command and last day. */
  public record Run(String version, String command, String asOf, long elapsedMs) {}

  /**
   * Somebody.
   *
   * @param id as findings.json has it
   * @param label for display only
   * @param kind worker, or account where no HR row stands behind it
   * @param home pseudonym of the claimed home; null when none is claimed
   * @param relatives ids of those whom a declared relation ties to the person
   * @param holds what the person has and others have too
   */
  public record Person(
      String id,
      String label,
      String kind,
      @Nullable String home,
      List<String> relatives,
      List<Held> holds) {}

  /**
   * A thing that somebody has.
   *
   * @param sort a {@link Sort} in small letters
   * @param thing its pseudonym
   */
  public record Held(String sort, String thing) {}

  /**
   * Two who share something. What the lines count for a level sums to that level's score exactly.
   *
   * @param key in short what they share, e.g. {@code +FACTOR +HOURS}
   * @param operator millibits that one body is behind both
   * @param ring millibits that the two work together
   * @param without the strongest thing without which they would not be tied; null when none decides
   * @param judged what a human said; null when nobody did
   */
  public record Pair(
      String left,
      String right,
      String key,
      int operator,
      int ring,
      @Nullable String without,
      @Nullable String judged,
      List<Line> lines) {

    /** Whether the two are tied: a human's word decides, else the arithmetic. */
    public boolean tied() {
      if (judged != null) {
        return judged.equals(Judgement.Verdict.SAME.name());
      }
      Tie tie = new Tie(left, right, lines.stream().map(Line::ofTie).toList());
      return tie.tied(Sort.Level.RING, false) || tie.tied(Sort.Level.OPERATOR, false);
    }

    /** What the two lack to be tied. */
    public String missing() {
      if (judged != null) {
        return "A human said " + judged + ".";
      }
      if (ring < Tie.TIED) {
        return String.format(
            Locale.ROOT, "%.1f bits are missing to a tie.", (Tie.TIED - ring) / 1000.0);
      }
      return "The bits would do, but one desk that two share in turns explains all of them.";
    }
  }

  /**
   * What speaks for a tie, or against it.
   *
   * @param mechanism what stands behind it: one innocent reason explains all lines of one mechanism
   * @param thing its pseudonym; null where no thing is shared
   * @param holders how many people have it
   * @param operator millibits that it counts for one body
   * @param ring millibits that it counts for working together
   */
  public record Line(
      String topic,
      String mechanism,
      @Nullable String thing,
      int holders,
      int operator,
      int ring,
      String text) {

    private Mechanism kind() {
      return Mechanism.valueOf(mechanism.toUpperCase(Locale.ROOT));
    }

    /** The line of a tie that it was written from. */
    private Tie.Line ofTie() {
      boolean body = operator != 0;
      return new Tie.Line(
          body ? Sort.Level.OPERATOR : Sort.Level.RING,
          kind(),
          topic,
          thing == null ? "" : thing,
          holders,
          body ? operator : ring,
          text);
    }
  }

  /**
   * Several who are tied.
   *
   * @param kind operator, ring or farm
   * @param level operator (one body) or ring (bodies that work together; farms are)
   * @param millibits what its weakest tie weighs
   * @param because the strongest ties that hold it together
   */
  public record Cluster(
      String id,
      String kind,
      String level,
      List<String> members,
      int millibits,
      List<Edge> because) {}

  /** A tie of a cluster; what it stands on is in the pair of the same two. */
  public record Edge(String left, String right, String key, int millibits) {}

  /**
   * What is there beyond shared things: lines on two people. Of links that were read back, those in
   * the file.
   */
  static Links of(
      Run run, List<Person> persons, Rings.Rhythm rhythm, Collection<Judgement> judgements) {
    Rings rings = Rings.of(personas(persons), rhythm, judgements);
    Map<Set<String>, String> judged = new HashMap<>();
    for (Judgement one : Judgement.holding(List.copyOf(judgements))) {
      judged.put(Set.of(one.left().id(), one.right().id()), one.verdict().name());
    }
    List<Pair> pairs =
        rings.ties().stream()
            .map(tie -> pair(tie, judged.get(Set.of(tie.left(), tie.right()))))
            .sorted(
                Comparator.comparingInt((Pair p) -> -Math.max(p.ring, p.operator))
                    .thenComparing(Pair::left)
                    .thenComparing(Pair::right))
            .toList();
    return new Links(run, List.copyOf(persons), pairs, clusters(rings, persons));
  }

  /** The same with the block that says which run this was. */
  Links ofRun(String command, long elapsedMs) {
    return new Links(
        new Run(bonafide.version, command, bonafide.asOf, elapsedMs), persons, pairs, clusters);
  }

  /** The clusters as findings.json lists them. */
  List<Findings.Cluster> forFindings() {
    Map<List<String>, Pair> byTwo = new HashMap<>();
    pairs.forEach(pair -> byTwo.put(List.of(pair.left, pair.right), pair));
    return clusters.stream()
        .map(
            cluster ->
                new Findings.Cluster(
                    cluster.id,
                    cluster.kind,
                    cluster.members,
                    Math.round(cluster.millibits * MILLINATS_A_MILLIBIT),
                    cluster.because.stream()
                        .map(edge -> because(edge, byTwo.get(List.of(edge.left, edge.right))))
                        .toList()))
        .toList();
  }

  private static String because(Edge edge, @Nullable Pair pair) {
    StringBuilder why = new StringBuilder(edge.left + " and " + edge.right + ": ");
    if (pair == null || pair.judged != null) {
      return why.append("a human said so").toString();
    }
    String between = "";
    for (Line line : pair.lines) {
      if (line.ring > 0) {
        why.append(between)
            .append(
                String.format(
                    Locale.ROOT, "%s (%s; %.1f bits)", line.topic, line.text, line.ring / 1000.0));
        between = ", ";
      }
    }
    return why.toString();
  }

  /** The same after other judgements. */
  public Links judged(Collection<Judgement> judgements) {
    return of(bonafide, persons, rhythm(), judgements);
  }

  /** The graph behind the links, for questions. */
  public Rings rings(Collection<Judgement> judgements) {
    return Rings.of(personas(persons), rhythm(), judgements);
  }

  /** Ids of whom an id or a label names; several when a label is not unique. */
  public List<String> find(String idOrLabel) {
    String wanted = idOrLabel.strip().toLowerCase(Locale.ROOT);
    return persons.stream()
        .filter(
            p ->
                p.id.toLowerCase(Locale.ROOT).equals(wanted)
                    || p.label.toLowerCase(Locale.ROOT).equals(wanted.replace('-', ' ')))
        .map(Person::id)
        .toList();
  }

  /** What is between two people, shared or not. */
  public Pair pair(String one, String other) {
    String left = one.compareTo(other) <= 0 ? one : other;
    String right = left.equals(one) ? other : one;
    return pairs.stream()
        .filter(pair -> pair.left.equals(left) && pair.right.equals(right))
        .findFirst()
        .orElseGet(() -> pair(rings(List.of()).tie(left, right), null));
  }

  /**
   * Somebody who is tied to a person.
   *
   * @param millibits what the weakest tie on the strongest way weighs
   * @param key what the last tie on the way shares
   * @param through those between, from the person on; empty when the tie is direct
   */
  public record Other(String id, int millibits, String key, List<String> through) {}

  /**
   * Everybody tied to a person, the strongest first: directly by anything that counts, or through
   * others by ties that hold.
   */
  public List<Other> whoElse(String id) {
    Map<String, List<Pair>> ties = new HashMap<>();
    for (Pair pair : pairs) {
      boolean apart = pair.judged != null && !pair.judged.equals(Judgement.Verdict.SAME.name());
      if (weighs(pair) > 0 && !apart) {
        ties.computeIfAbsent(pair.left, p -> new ArrayList<>()).add(pair);
        ties.computeIfAbsent(pair.right, p -> new ArrayList<>()).add(pair);
      }
    }
    List<Other> found = new ArrayList<>();
    Set<String> done = new HashSet<>(Set.of(id));
    List<Other> open = new ArrayList<>();
    reach(new Other(id, Integer.MAX_VALUE, "", List.of()), true, ties, open);
    while (!open.isEmpty()) {
      Other next =
          open.stream()
              .min(
                  Comparator.comparingInt((Other o) -> -o.millibits)
                      .thenComparingInt(o -> o.through.size())
                      .thenComparing(Other::id))
              .orElseThrow();
      open.removeIf(o -> o.id.equals(next.id));
      if (done.add(next.id)) {
        found.add(next);
        if (next.millibits >= Tie.TIED) {
          List<Other> more = new ArrayList<>();
          reach(next, false, ties, more);
          more.stream().filter(o -> !done.contains(o.id)).forEach(open::add);
        }
      }
    }
    return found;
  }

  private static void reach(
      Other from, boolean first, Map<String, List<Pair>> ties, List<Other> into) {
    List<String> through = new ArrayList<>(from.through);
    if (!first) {
      through.add(from.id);
    }
    for (Pair pair : ties.getOrDefault(from.id, List.of())) {
      int weighs = weighs(pair);
      if (first || weighs >= Tie.TIED) {
        String other = pair.left.equals(from.id) ? pair.right : pair.left;
        into.add(
            new Other(other, Math.min(from.millibits, weighs), pair.key, List.copyOf(through)));
      }
    }
  }

  private static int weighs(Pair pair) {
    int weighs = Math.max(pair.ring, pair.operator);
    return pair.judged == null ? weighs : Math.max(weighs, Tie.TIED);
  }

  static Pair pair(Tie tie, @Nullable String judged) {
    Sort.Level decides =
        tie.tied(Sort.Level.OPERATOR, false) ? Sort.Level.OPERATOR : Sort.Level.RING;
    String without = tie.counterfactual(decides);
    return new Pair(
        tie.left(),
        tie.right(),
        tie.key(),
        tie.operator(),
        tie.ring(),
        without.isEmpty() ? null : without,
        judged,
        tie.lines().stream()
            .map(
                line ->
                    new Line(
                        line.topic(),
                        small(line.mechanism().name()),
                        line.value().isEmpty() ? null : line.value(),
                        line.holders(),
                        line.counts(Sort.Level.OPERATOR),
                        line.counts(Sort.Level.RING),
                        line.text()))
            .toList());
  }

  private Rings.Rhythm rhythm() {
    Map<List<String>, List<Tie.Line>> lines = new HashMap<>();
    for (Pair pair : pairs) {
      List<Tie.Line> beyond = new ArrayList<>();
      for (Line line : pair.lines) {
        // Pictures are things that have no name.
        if (line.thing == null && line.kind() != Mechanism.APPLICATION) {
          beyond.add(line.ofTie());
        }
      }
      lines.put(List.of(pair.left, pair.right), beyond);
    }
    return (left, right) -> lines.getOrDefault(List.of(left, right), List.of());
  }

  private static List<Persona> personas(List<Person> persons) {
    return persons.stream()
        .map(
            p -> {
              Set<Hold> holds = new HashSet<>();
              p.holds.forEach(
                  h -> holds.add(new Hold(Sort.valueOf(h.sort.toUpperCase(Locale.ROOT)), h.thing)));
              return new Persona(
                  p.id, p.home == null ? "" : p.home, Set.copyOf(p.relatives), holds);
            })
        .toList();
  }

  private static List<Cluster> clusters(Rings rings, List<Person> persons) {
    Map<String, Person> byId = new HashMap<>();
    persons.forEach(p -> byId.put(p.id, p));
    List<Cluster> clusters = new ArrayList<>();
    Set<List<String>> operators = new HashSet<>();
    for (Rings.Cluster cluster : rings.clusters(Sort.Level.OPERATOR)) {
      operators.add(cluster.members());
      clusters.add(cluster("operator", cluster));
    }
    for (Rings.Cluster cluster : rings.clusters(Sort.Level.RING)) {
      boolean farm = farm(cluster.members(), byId);
      if (farm || !operators.contains(cluster.members())) {
        clusters.add(cluster(farm ? "farm" : "ring", cluster));
      }
    }
    clusters.sort(Comparator.comparing(Cluster::kind).thenComparing(Cluster::id));
    return clusters;
  }

  /** Whether the computers of three and more members stand on one line. */
  private static boolean farm(List<String> members, Map<String, Person> byId) {
    Map<String, Integer> bases = new HashMap<>();
    for (String member : members) {
      Person person = byId.get(member);
      if (person != null) {
        person.holds.stream()
            .filter(held -> held.sort.equals(small(Sort.BASE.name())))
            .forEach(held -> bases.merge(held.thing, 1, Integer::sum));
      }
    }
    return bases.values().stream().anyMatch(on -> on >= 3);
  }

  private static Cluster cluster(String kind, Rings.Cluster cluster) {
    return new Cluster(
        kind + "-" + cluster.id(),
        kind,
        small(cluster.level().name()),
        cluster.members(),
        cluster.weakest(cluster.level()),
        cluster.because().stream()
            .map(tie -> new Edge(tie.left(), tie.right(), tie.key(), tie.score(cluster.level())))
            .toList());
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
