package dev.bonafide.engine.applications;

import dev.bonafide.engine.Findings.Cluster;
import dev.bonafide.hiring.ApplicantFindings;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.model.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Applications and workers that share things nobody shares by chance. One shared telephone makes a
 * question, not a group: families share one.
 */
final class Clusters {
  /** What the facts that link two people must weigh together, in millinats. */
  static final int LINK = 1700;

  private static final String RING = "ref-vouching-ring";
  private static final int MOST_REASONS = 6;

  private final Map<String, String> parent = new HashMap<>();

  private Clusters() {}

  /** The groups of two and more, by id. */
  static List<Cluster> of(List<ApplicantFindings> findings) {
    Map<String, Map<String, Integer>> pairs = new TreeMap<>();
    Map<String, TreeSet<String>> reasons = new HashMap<>();
    for (ApplicantFindings one : findings) {
      for (ApplicationFact fact : one.facts()) {
        int weight = fact.evidence().millinats();
        if (weight <= 0) {
          continue;
        }
        for (String other : fact.others()) {
          String pair = pair(one.applicant(), other);
          String what = fact.evidence().indicator() + "\n" + fact.evidence().object();
          pairs.computeIfAbsent(pair, p -> new TreeMap<>()).merge(what, weight, Math::max);
          reasons
              .computeIfAbsent(pair, p -> new TreeSet<>())
              .add(fact.evidence().indicator() + ": " + fact.evidence().fact());
        }
      }
    }
    Clusters clusters = new Clusters();
    Map<String, Integer> linked = new TreeMap<>();
    pairs.forEach(
        (pair, weights) -> {
          int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
          if (sum >= LINK) {
            linked.put(pair, sum);
            String[] ends = pair.split("\n", -1);
            clusters.join(ends[0], ends[1]);
          }
        });
    Map<String, TreeSet<String>> members = new TreeMap<>();
    Map<String, TreeSet<String>> because = new HashMap<>();
    Map<String, Integer> strongest = new HashMap<>();
    linked.forEach(
        (pair, sum) -> {
          String[] ends = pair.split("\n", -1);
          String root = clusters.root(ends[0]);
          members.computeIfAbsent(root, r -> new TreeSet<>()).addAll(List.of(ends));
          because
              .computeIfAbsent(root, r -> new TreeSet<>())
              .addAll(reasons.getOrDefault(pair, new TreeSet<>()));
          strongest.merge(root, sum, Math::max);
        });
    List<Cluster> found = new ArrayList<>();
    members.forEach(
        (root, ids) -> {
          TreeSet<String> why = because.getOrDefault(root, new TreeSet<>());
          boolean ring = why.stream().anyMatch(w -> w.startsWith(RING));
          found.add(
              new Cluster(
                  "c-" + HexFormat.of().toHexDigits(Hash.of(String.join("\n", ids))),
                  ring ? "ring" : "operator",
                  List.copyOf(ids),
                  strongest.getOrDefault(root, 0),
                  why.stream().limit(MOST_REASONS).toList()));
        });
    found.sort(Comparator.comparingLong((Cluster c) -> -c.millinats()).thenComparing(Cluster::id));
    return found;
  }

  private static String pair(String a, String b) {
    return a.compareTo(b) <= 0 ? a + "\n" + b : b + "\n" + a;
  }

  private String root(String id) {
    String at = id;
    for (String up = parent.getOrDefault(at, at);
        !up.equals(at);
        up = parent.getOrDefault(at, at)) {
      at = up;
    }
    return at;
  }

  private void join(String a, String b) {
    String x = root(a);
    String y = root(b);
    if (!x.equals(y)) {
      parent.put(x.compareTo(y) < 0 ? y : x, x.compareTo(y) < 0 ? x : y);
    }
  }
}
