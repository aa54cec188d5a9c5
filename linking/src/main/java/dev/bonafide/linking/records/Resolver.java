package dev.bonafide.linking.records;

import dev.bonafide.linking.fields.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the records of a table that speak of the same person or thing. */
public final class Resolver {
  /** A pair that rarity of its values could still lift is kept from here on. */
  private static final int FIRST_FLOOR = -8000;

  /** Pairs are reported from here on; they are linked from {@link Trained#LINKED} on. */
  private static final int FLOOR = -5000;

  /**
   * A source may have so many records with two good partners before it counts as repeating itself.
   */
  private static final double MOST_REPEATED = 1.0 / 3;

  /** What "nobody else is left" may add at most to a pair of sources that hold everybody once. */
  private static final int MOST_FREE = 4000;

  private static final int PIECE = 2048;

  private final Table table;
  private final Records records;
  private final Options options;
  private final List<Judgement> judgements;

  private Resolver(Table table, Options options, List<Judgement> judgements) {
    this.table = table;
    this.records = Records.of(table, options);
    this.options = options;
    this.judgements = Judgement.holding(judgements);
  }

  /** Resolves a table. */
  public static Clusters resolve(Table table, Options options) {
    return resolve(table, options, List.of());
  }

  /**
   * Resolves a table on which humans have judged. Judgements on records that are not there wait.
   */
  public static Clusters resolve(Table table, Options options, List<Judgement> judgements) {
    return new Clusters(new Resolver(table, options, judgements).run());
  }

  /** Resolves a table, and keeps what is needed to go on record by record. */
  public static Register register(Table table, Options options, List<Judgement> judgements) {
    return Register.of(new Resolver(table, options, judgements).run(), judgements);
  }

  private Resolved run() {
    int threads = options.threads();
    Keyring keyring = new Keyring(records.fields(), records.swap());
    Blocks blocks = Blocks.of(records, keyring, threads);
    Pattern pattern = new Pattern(records, records.fields(), records.swap());
    Model model =
        new Estimate(records)
            .run(
                Sample.near(records, blocks, pattern, threads),
                Sample.far(records, blocks, pattern, threads));
    Pieces pieces = new Pieces(records, judgements, table);
    long[] compared = new long[1];
    Scorer plain =
        new Scorer(
            records,
            records.fields(),
            records.swap(),
            model,
            Scorer.Rarity.none(records.fields().size()),
            0);
    Edges candidates = candidates(blocks, plain, compared);
    int[] first =
        pieces.group(candidates, threads, new boolean[records.sides()], Grouping.Conflict.NONE);
    Trained trained =
        new Trained(
            records.fields(),
            records.swap(),
            keyring,
            model,
            Scorer.Rarity.of(model, persons(first)),
            0,
            blocks.cap(),
            blocks.whole(),
            records.between(),
            Set.of(),
            Trained.identifiers(records.fields(), model));
    Scorer scorer = trained.scorer(records);
    Edges edges = candidates.rescored(scorer, FLOOR);
    boolean[] once = new boolean[records.sides()];
    if (records.between()) {
      once = holdOnce(edges, scorer);
      int[] pairs = pieces.group(edges, threads, once, Grouping.Conflict.NONE);
      trained = trained.holdingOnce(names(once), free(once, pairs));
      scorer = trained.scorer(records);
      edges = candidates.rescored(scorer, FLOOR);
    }
    int[] group = pieces.group(edges, threads, once, trained.conflict(records, scorer));
    return new Resolved(
        table, records, trained, blocks, scorer, edges, group, judgements, compared[0]);
  }

  private Set<String> names(boolean[] sides) {
    Set<String> names = new TreeSet<>();
    for (int r = 0; r < records.size(); r++) {
      if (sides[records.side(r)]) {
        names.add(table.side(records.row(r)));
      }
    }
    return names;
  }

  private static boolean anyTrue(boolean[] of) {
    for (boolean one : of) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  /** All candidates that reach the first floor. */
  private Edges candidates(Blocks blocks, Scorer scorer, long[] compared) {
    int pieces = (records.size() + PIECE - 1) / PIECE;
    long[] counts = new long[pieces];
    List<Edges> parts =
        Work.pieces(
            options.threads(),
            pieces,
            piece -> {
              Blocks.Search search = blocks.new Search();
              Edges found = new Edges();
              int end = Math.min(records.size(), (piece + 1) * PIECE);
              for (int r = piece * PIECE; r < end; r++) {
                int count = search.later(r);
                counts[piece] += count;
                for (int i = 0; i < count; i++) {
                  int other = search.found()[i];
                  long of = scorer.pattern(r, other, FIRST_FLOOR);
                  if (of != Scorer.TOO_LOW) {
                    int score = scorer.score(of, r, other);
                    if (score >= FIRST_FLOOR) {
                      found.add(r, other, of, score);
                    }
                  }
                }
              }
              return found;
            });
    compared[0] = Arrays.stream(counts).sum();
    Edges all = new Edges();
    parts.forEach(all::addAll);
    return all;
  }

  /** For each field and value how many groups have it. */
  private int[][] persons(int[] group) {
    int[][] persons = new int[records.fields().size()][];
    for (int f = 0; f < persons.length; f++) {
      Field<?> field = records.fields().get(f);
      persons[f] = new int[field.texts().size()];
      long[] seen = new long[records.size()];
      int count = 0;
      for (int r = 0; r < records.size(); r++) {
        int value = records.value(f, r);
        if (value >= 0) {
          seen[count++] = (long) value << 32 | group[r];
        }
      }
      Arrays.sort(seen, 0, count);
      for (int s = 0; s < count; s++) {
        if (s == 0 || seen[s] != seen[s - 1]) {
          persons[f][(int) (seen[s] >>> 32)]++;
        }
      }
    }
    return persons;
  }

  /**
   * Which sources hold everybody once: those of which few records that are linked have a second
   * partner in another source that is, by the same arithmetic, the same as the first.
   */
  private boolean[] holdOnce(Edges edges, Scorer scorer) {
    int sides = records.sides();
    Map<Long, int[]> best = new HashMap<>(); // record and other side -> its two best partners
    for (int e = 0; e < edges.size(); e++) {
      if (edges.millibits(e) >= Trained.LINKED) {
        note(best, sides, edges.from(e), edges.to(e), edges.millibits(e));
        note(best, sides, edges.to(e), edges.from(e), edges.millibits(e));
      }
    }
    long[] linked = new long[sides];
    long[] repeated = new long[sides];
    for (int[] of : best.values()) {
      int side = records.side(of[0]);
      linked[side]++;
      if (of[2] >= 0
          && scorer.score(Math.min(of[0], of[2]), Math.max(of[0], of[2])) >= Trained.LINKED) {
        repeated[side]++;
      }
    }
    boolean[] once = new boolean[sides];
    for (int s = 0; s < sides; s++) {
      once[s] = repeated[s] <= MOST_REPEATED * linked[s];
    }
    return once;
  }

  /** Notes a partner of a record: {first, its bits, second, its bits}. */
  private void note(Map<Long, int[]> best, int sides, int record, int partner, int bits) {
    int[] of =
        best.computeIfAbsent(
            (long) record * sides + records.side(partner),
            key -> new int[] {-1, Integer.MIN_VALUE, -1, Integer.MIN_VALUE});
    if (bits > of[1] || (bits == of[1] && partner < of[0])) {
      of[2] = of[0];
      of[3] = of[1];
      of[0] = partner;
      of[1] = bits;
    } else if (bits > of[3] || (bits == of[3] && partner < of[2])) {
      of[2] = partner;
      of[3] = bits;
    }
  }

  /**
   * What it adds to a pair that both are still without a partner, where most have one: the prior
   * speaks of all pairs, but who is left over has few to choose from.
   */
  private int free(boolean[] once, int[] group) {
    if (!anyTrue(once)) {
      return 0;
    }
    int[] size = new int[records.size()];
    for (int g : group) {
      size[g]++;
    }
    double[] in = new double[records.sides()];
    double[] with = new double[records.sides()];
    for (int r = 0; r < records.size(); r++) {
      in[records.side(r)]++;
      with[records.side(r)] += size[group[r]] > 1 ? 1 : 0;
    }
    double left = 1;
    for (int s = 0; s < in.length; s++) {
      left *= 1 - Math.min(0.95, with[s] / Math.max(1, in[s]));
    }
    return Math.min(MOST_FREE, -Model.millibits(left));
  }

  /** The records of a table by name. */
  static Map<RecordId, Integer> byName(Records records, Table table) {
    Map<RecordId, Integer> names = new HashMap<>();
    for (int r = 0; r < records.size(); r++) {
      names.putIfAbsent(new RecordId(table.side(records.row(r)), table.id(records.row(r))), r);
    }
    return names;
  }

  static List<int[]> pairs(
      List<Judgement> all, Judgement.Verdict verdict, Map<RecordId, Integer> names) {
    List<int[]> pairs = new ArrayList<>();
    for (Judgement judgement : all) {
      Integer left = names.get(judgement.left());
      Integer right = names.get(judgement.right());
      if (judgement.verdict() == verdict && left != null && right != null) {
        pairs.add(new int[] {left, right});
      }
    }
    return pairs;
  }
}
