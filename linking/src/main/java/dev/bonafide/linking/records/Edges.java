package dev.bonafide.linking.records;

import java.util.Arrays;
import java.util.List;

/** Pairs of records with what they have in common; grows. */
final class Edges {
  private int[] from;
  private int[] to;
  private long[] patterns;
  private int[] millibits;
  private int size;

  Edges() {
    this(256);
  }

  /**
   * @param room for how many pairs there is room at first
   */
  Edges(int room) {
    from = new int[room];
    to = new int[room];
    patterns = new long[room];
    millibits = new int[room];
  }

  void add(int a, int b, long pattern, int score) {
    if (size == from.length) {
      int more = size + size / 2;
      from = Arrays.copyOf(from, more);
      to = Arrays.copyOf(to, more);
      patterns = Arrays.copyOf(patterns, more);
      millibits = Arrays.copyOf(millibits, more);
    }
    from[size] = a;
    to[size] = b;
    patterns[size] = pattern;
    millibits[size++] = score;
  }

  void addAll(Edges other) {
    for (int e = 0; e < other.size; e++) {
      add(other.from[e], other.to[e], other.patterns[e], other.millibits[e]);
    }
  }

  int size() {
    return size;
  }

  int from(int edge) {
    return from[edge];
  }

  int to(int edge) {
    return to[edge];
  }

  long pattern(int edge) {
    return patterns[edge];
  }

  int millibits(int edge) {
    return millibits[edge];
  }

  /** A piece of the graph whose links are these. */
  Grouping.Piece piece(int nodes, List<int[]> same, List<int[]> apart, int[] holder) {
    return new Grouping.Piece(
        nodes,
        Arrays.copyOf(from, size),
        Arrays.copyOf(to, size),
        Arrays.copyOf(millibits, size),
        same,
        apart,
        holder);
  }

  /** Scores all edges anew and keeps those that reach the floor. */
  Edges rescored(Scorer scorer, int floor) {
    Edges kept = new Edges();
    for (int e = 0; e < size; e++) {
      int score = scorer.score(patterns[e], from[e], to[e]);
      if (score >= floor) {
        kept.add(from[e], to[e], patterns[e], score);
      }
    }
    return kept;
  }
}
