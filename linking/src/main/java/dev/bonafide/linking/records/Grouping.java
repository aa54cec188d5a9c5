package dev.bonafide.linking.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Divides one connected piece of the graph of records into groups. Its result is a function of the
 * piece alone; nodes are numbered in their canonical order.
 *
 * <p>Weighted label propagation (Raghavan, Albert, Kumara 2007, with weights): every node takes the
 * label for which the votes of its neighbours are highest, in turn, until nothing changes. One
 * wrong link between two dense groups does not join them, which it would do under connected
 * components. Where something forbids two nodes to be together, links are taken one by one instead,
 * the strongest first, and a link that would join what is forbidden is left out.
 */
final class Grouping {
  private static final int MOST_ROUNDS = 50;

  /** What an even pair (0 bits) votes; so that every link counts. */
  private static final int LEAST_VOTE = 1000;

  /**
   * A piece of the graph.
   *
   * @param size number of nodes
   * @param from one end of each link
   * @param to the other end
   * @param millibits the weight of each link, 0 or above
   * @param same nodes that a human put together, the most binding judgement first
   * @param apart nodes that a human took apart
   * @param holder for each node the number of a source that holds everybody once, or -1
   */
  @SuppressWarnings("ArrayRecordComponent") // made once for each piece
  record Piece(
      int size,
      int[] from,
      int[] to,
      int[] millibits,
      List<int[]> same,
      List<int[]> apart,
      int[] holder) {}

  /** Whether what two nodes say forbids that they are together. */
  interface Conflict {
    boolean between(int a, int b);

    /** Nothing forbids anything. */
    Conflict NONE = (a, b) -> false;
  }

  private final Piece piece;
  private final Conflict conflict;
  private final boolean exclusive;
  private final int[] group;
  private final List<List<Integer>> members = new ArrayList<>();

  private Grouping(Piece piece, Conflict conflict) {
    this.piece = piece;
    this.conflict = conflict;
    exclusive = Arrays.stream(piece.holder).anyMatch(h -> h >= 0);
    group = new int[piece.size];
    for (int node = 0; node < piece.size; node++) {
      group[node] = node;
      members.add(new ArrayList<>(List.of(node)));
    }
  }

  /** For each node the smallest node of its group. */
  static int[] of(Piece piece, Conflict conflict) {
    Grouping grouping = new Grouping(piece, conflict);
    grouping.judged();
    if (grouping.exclusive) {
      grouping.strongestFirst(grouping.group.clone(), false);
    } else {
      grouping.propagate();
    }
    return grouping.group;
  }

  /** Puts together what a human put together, unless a human took it apart. */
  private void judged() {
    for (int[] pair : piece.same) {
      if (group[pair[0]] != group[pair[1]] && !apart(group[pair[0]], group[pair[1]])) {
        join(group[pair[0]], group[pair[1]]);
      }
    }
  }

  private void join(int a, int b) {
    int into = Math.min(a, b);
    int from = Math.max(a, b);
    for (int node : members.get(from)) {
      group[node] = into;
    }
    members.get(into).addAll(members.get(from));
    members.set(from, new ArrayList<>());
  }

  /** Whether a human took two groups apart. */
  private boolean apart(int a, int b) {
    for (int[] pair : piece.apart) {
      int x = group[pair[0]];
      int y = group[pair[1]];
      if ((x == a && y == b) || (x == b && y == a)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two groups may not be joined. */
  private boolean forbidden(int a, int b) {
    if (apart(a, b)) {
      return true;
    }
    for (int x : members.get(a)) {
      for (int y : members.get(b)) {
        boolean once = piece.holder[x] >= 0 && piece.holder[x] == piece.holder[y];
        if (once || conflict.between(x, y)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Joins along the links inside each label, the strongest first, where nothing forbids it. */
  private void strongestFirst(int[] label, boolean inside) {
    Integer[] order = new Integer[piece.from.length];
    Arrays.setAll(order, e -> e);
    Arrays.sort(
        order,
        (p, q) -> {
          int stronger = Integer.compare(piece.millibits[q], piece.millibits[p]);
          int from = stronger != 0 ? stronger : Integer.compare(piece.from[p], piece.from[q]);
          return from != 0 ? from : Integer.compare(piece.to[p], piece.to[q]);
        });
    for (int e : order) {
      int a = group[piece.from[e]];
      int b = group[piece.to[e]];
      if (a != b && (!inside || label[piece.from[e]] == label[piece.to[e]]) && !forbidden(a, b)) {
        join(a, b);
      }
    }
  }

  private void propagate() {
    int links = piece.from.length;
    int[] at = new int[piece.size + 1];
    for (int e = 0; e < links; e++) {
      at[piece.from[e] + 1]++;
      at[piece.to[e] + 1]++;
    }
    for (int node = 0; node < piece.size; node++) {
      at[node + 1] += at[node];
    }
    int[] fill = at.clone();
    int[] neighbour = new int[2 * links];
    int[] vote = new int[2 * links];
    for (int e = 0; e < links; e++) {
      int a = piece.from[e];
      int b = piece.to[e];
      vote[fill[a]] = vote[fill[b]] = piece.millibits[e] + LEAST_VOTE;
      neighbour[fill[a]++] = b;
      neighbour[fill[b]++] = a;
    }
    int[] label = group.clone();
    long[] votes = new long[piece.size];
    boolean changed = true;
    for (int round = 0; changed && round < MOST_ROUNDS; round++) {
      changed = false;
      for (int node = 0; node < piece.size; node++) {
        List<Integer> together = members.get(node);
        if (together.isEmpty()) {
          continue; // it moves with the first of those whom a human put together with it
        }
        int best = label[node];
        for (int one : together) {
          for (int n = at[one]; n < at[one + 1]; n++) {
            if (group[neighbour[n]] != node) {
              votes[label[neighbour[n]]] += vote[n];
            }
          }
        }
        for (int one : together) {
          for (int n = at[one]; n < at[one + 1]; n++) {
            int other = label[neighbour[n]];
            if (votes[other] > votes[best]
                || (votes[other] == votes[best] && other < best && best != label[node])) {
              best = other;
            }
          }
        }
        for (int one : together) {
          for (int n = at[one]; n < at[one + 1]; n++) {
            votes[label[neighbour[n]]] = 0;
          }
        }
        if (best != label[node]) {
          changed = true;
          for (int one : together) {
            label[one] = best;
          }
        }
      }
    }
    adopt(label);
  }

  /** Makes labels groups; labels that hold something forbidden are built up link by link. */
  private void adopt(int[] label) {
    List<List<Integer>> byLabel = new ArrayList<>();
    for (int node = 0; node < piece.size; node++) {
      byLabel.add(new ArrayList<>());
    }
    for (int node = 0; node < piece.size; node++) {
      byLabel.get(label[node]).add(node);
    }
    int[] broken = new int[piece.size];
    boolean any = false;
    for (int l = 0; l < piece.size; l++) {
      boolean bad = holdsForbidden(byLabel.get(l));
      broken[l] = bad ? 1 : 0;
      any |= bad;
    }
    for (int l = 0; l < piece.size; l++) {
      List<Integer> nodes = byLabel.get(l);
      for (int node : nodes) {
        if (broken[l] == 0 && group[node] != group[nodes.get(0)]) {
          join(group[node], group[nodes.get(0)]);
        }
      }
    }
    if (any) {
      int[] inside = new int[piece.size];
      for (int node = 0; node < piece.size; node++) {
        // A label of its own for everything that is settled, so that no link joins it.
        inside[node] = broken[label[node]] == 1 ? label[node] : -1 - node;
      }
      strongestFirst(inside, true);
    }
  }

  private boolean holdsForbidden(List<Integer> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = i + 1; j < nodes.size(); j++) {
        int a = nodes.get(i);
        int b = nodes.get(j);
        if (group[a] != group[b] && conflict.between(a, b)) {
          return true;
        }
      }
    }
    for (int[] pair : piece.apart) {
      if (nodes.contains(pair[0]) && nodes.contains(pair[1])) {
        return true;
      }
    }
    return false;
  }
}
