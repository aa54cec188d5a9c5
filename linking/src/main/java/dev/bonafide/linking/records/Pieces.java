package dev.bonafide.linking.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts the graph of records into connected pieces and groups each. */
final class Pieces {
  private final Records records;
  private final List<int[]> same;
  private final List<int[]> apart;
  private final Set<Long> judged;

  /**
   * @param judgements those that hold, the most binding first
   */
  Pieces(Records records, List<Judgement> judgements, Table table) {
    this.records = records;
    Map<RecordId, Integer> names =
        judgements.isEmpty() ? Map.of() : Resolver.byName(records, table);
    same = Resolver.pairs(judgements, Judgement.Verdict.SAME, names);
    apart = Resolver.pairs(judgements, Judgement.Verdict.DIFFERENT, names);
    judged = new HashSet<>();
    same.forEach(pair -> judged.add(pair(pair[0], pair[1])));
    apart.forEach(pair -> judged.add(pair(pair[0], pair[1])));
    Resolver.pairs(judgements, Judgement.Verdict.UNSURE, names)
        .forEach(pair -> judged.add(pair(pair[0], pair[1])));
  }

  private static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  /** Whether a human has spoken of a pair, so that its arithmetic does not count. */
  boolean judged(int a, int b) {
    return !judged.isEmpty() && judged.contains(pair(a, b));
  }

  /**
   * For each record the first record of its group.
   *
   * @param holdsOnce for each source whether it holds everybody once
   */
  int[] group(Edges edges, int threads, boolean[] holdsOnce, Grouping.Conflict conflict) {
    int size = records.size();
    int[] root = new int[size];
    Arrays.setAll(root, r -> r);
    for (int e = 0; e < edges.size(); e++) {
      if (edges.millibits(e) >= Trained.LINKED && !judged(edges.from(e), edges.to(e))) {
        union(root, edges.from(e), edges.to(e));
      }
    }
    same.forEach(pair -> union(root, pair[0], pair[1]));
    int[] count = new int[size];
    for (int r = 0; r < size; r++) {
      root[r] = find(root, r);
      count[root[r]]++;
    }
    // Records of pieces of two or more, by piece, in canonical order.
    int[] at = new int[size];
    int[] number = new int[size];
    List<int[]> nodes = new ArrayList<>();
    for (int r = 0; r < size; r++) {
      int top = root[r];
      if (count[top] > 1) {
        if (top == r) {
          number[r] = nodes.size();
          nodes.add(new int[count[r]]);
        }
        nodes.get(number[top])[at[top]++] = r;
      }
    }
    List<Edges> links = new ArrayList<>();
    List<List<int[]>> sameIn = new ArrayList<>();
    List<List<int[]>> apartIn = new ArrayList<>();
    int[] local = new int[size];
    for (int[] piece : nodes) {
      links.add(new Edges(4));
      sameIn.add(new ArrayList<>(0));
      apartIn.add(new ArrayList<>(0));
      for (int n = 0; n < piece.length; n++) {
        local[piece[n]] = n;
      }
    }
    for (int e = 0; e < edges.size(); e++) {
      int a = edges.from(e);
      int b = edges.to(e);
      if (edges.millibits(e) >= Trained.LINKED && !judged(a, b)) {
        links.get(number[root[a]]).add(local[a], local[b], 0, edges.millibits(e));
      }
    }
    for (int[] pair : same) {
      sameIn.get(number[root[pair[0]]]).add(new int[] {local[pair[0]], local[pair[1]]});
    }
    for (int[] pair : apart) {
      if (root[pair[0]] == root[pair[1]]) {
        apartIn.get(number[root[pair[0]]]).add(new int[] {local[pair[0]], local[pair[1]]});
      }
    }
    List<int[]> groups =
        Work.pieces(
            threads,
            nodes.size(),
            p -> {
              int[] piece = nodes.get(p);
              int[] holder =
                  Arrays.stream(piece)
                      .map(r -> holdsOnce[records.side(r)] ? records.side(r) : -1)
                      .toArray();
              return Grouping.of(
                  links.get(p).piece(piece.length, sameIn.get(p), apartIn.get(p), holder),
                  conflict == Grouping.Conflict.NONE
                      ? conflict
                      : (a, b) -> conflict.between(piece[a], piece[b]));
            });
    int[] group = new int[size];
    Arrays.setAll(group, r -> r);
    for (int p = 0; p < groups.size(); p++) {
      int[] piece = nodes.get(p);
      for (int n = 0; n < piece.length; n++) {
        group[piece[n]] = piece[groups.get(p)[n]];
      }
    }
    return group;
  }

  private static void union(int[] root, int a, int b) {
    int x = find(root, a);
    int y = find(root, b);
    if (x != y) {
      root[Math.max(x, y)] = Math.min(x, y);
    }
  }

  private static int find(int[] root, int of) {
    int top = of;
    while (root[top] != top) {
      root[top] = root[root[top]];
      top = root[top];
    }
    return top;
  }
}
