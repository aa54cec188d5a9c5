package dev.bonafide.linking.records;

import dev.bonafide.model.Hash;
import java.util.Arrays;
import java.util.List;

/** Draws the pairs from which a model is estimated. Which ones is told by hashes, not by chance. */
final class Sample {
  private static final double NEAR = 1e6;
  private static final int FAR = 300_000;
  private static final int PIECE = 2048;

  private Sample() {}

  /** The patterns of the candidates of some records. */
  static Histogram near(Records records, Blocks blocks, Pattern pattern, int threads) {
    double share = Math.min(1, NEAR / Math.max(1, blocks.pairs()));
    long limit = (long) (share * 0xFFFF_FFFFL);
    int pieces = (records.size() + PIECE - 1) / PIECE;
    List<long[]> parts =
        Work.pieces(
            threads,
            pieces,
            piece -> {
              Blocks.Search search = blocks.new Search();
              long[] patterns = new long[1024];
              int count = 0;
              int end = Math.min(records.size(), (piece + 1) * PIECE);
              for (int r = piece * PIECE; r < end; r++) {
                if (Hash.combine(records.content(r), 1) >>> 32 > limit) {
                  continue;
                }
                int found = search.later(r);
                if (count + found > patterns.length) {
                  patterns = Arrays.copyOf(patterns, Math.max(count + found, 2 * count));
                }
                for (int i = 0; i < found; i++) {
                  patterns[count++] = pattern.of(r, search.found()[i]);
                }
              }
              return Arrays.copyOf(patterns, count);
            });
    long[] all = parts.stream().flatMapToLong(Arrays::stream).toArray();
    return Histogram.of(all, all.length, 1 / share);
  }

  /** The patterns of random pairs that are no candidates. */
  static Histogram far(Records records, Blocks blocks, Pattern pattern, int threads) {
    if (blocks.whole()) {
      return Histogram.of(new long[0], 0, 0);
    }
    int size = records.size();
    long[] drawn = new long[FAR];
    int count = 0;
    for (long draw = 0; count < FAR; draw++) {
      long random = Hash.combine(draw, size);
      int a = (int) (((random >>> 32) * size) >>> 32);
      int b = (int) (((random & 0xFFFF_FFFFL) * size) >>> 32);
      if (a != b && records.looksAt(a, b)) {
        drawn[count++] = (long) Math.min(a, b) << 32 | Math.max(a, b);
      }
    }
    List<long[]> parts =
        Work.pieces(
            threads,
            (FAR + PIECE - 1) / PIECE,
            piece -> {
              long[] patterns = new long[PIECE];
              int far = 0;
              int end = Math.min(FAR, (piece + 1) * PIECE);
              for (int d = piece * PIECE; d < end; d++) {
                int a = (int) (drawn[d] >>> 32);
                int b = (int) drawn[d];
                if (!blocks.near(a, b)) {
                  patterns[far++] = pattern.of(a, b);
                }
              }
              return Arrays.copyOf(patterns, far);
            });
    long[] all = parts.stream().flatMapToLong(Arrays::stream).toArray();
    return Histogram.of(all, all.length, records.pairs() / FAR);
  }
}
