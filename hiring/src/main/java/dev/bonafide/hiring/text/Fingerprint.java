package dev.bonafide.hiring.text;

import dev.bonafide.model.Hash;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a text is compared with the texts of other people, as hashes; the text can't be had back.
 *
 * <ul>
 *   <li>lines: each line of prose that is long enough to be somebody's own;
 *   <li>grams: winnowed runs of {@value #GRAM} words. Every run of {@value #GUARANTEE} words that
 *       two texts share gives both at least one equal gram (Schleimer, Wilkerson, Aiken, SIGMOD
 *       2003);
 *   <li>bands: {@value #BANDS} bands of {@value #ROWS} MinHash rows over {@value #SHINGLE}-word
 *       shingles. Two texts meet in some band with probability 1 - (1 - s^4)^32 at similarity s:
 *       0.5 at s = 0.38, 0.99 at 0.6 (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, ch.
 *       3).
 * </ul>
 */
public final class Fingerprint {
  static final int GRAM = 6;
  static final int WINDOW = 5;
  static final int GUARANTEE = GRAM + WINDOW - 1;
  static final int SHINGLE = 5;
  static final int BANDS = 32;
  static final int ROWS = 4;

  /** A shorter line may well be written twice by chance. */
  static final int SHORTEST_LINE = 7;

  /** Shingles below which two texts can't be called alike as a whole. */
  static final int SHORTEST_TEXT = 30;

  /** Nothing to compare. */
  public static final Fingerprint NONE = new Fingerprint(new long[0], new long[0], new long[0], 0);

  private final long[] lines;
  private final long[] grams;
  private final long[] bands;
  private final int words;

  private Fingerprint(long[] lines, long[] grams, long[] bands, int words) {
    this.lines = lines;
    this.grams = grams;
    this.bands = bands;
    this.words = words;
  }

  /**
   * The fingerprint of a text.
   *
   * @param prose its lines of prose, in order
   * @param ownName the writer's own name, as words in any case
   */
  public static Fingerprint of(List<String> prose, Collection<String> ownName) {
    Set<String> own = new HashSet<>();
    for (String word : ownName) {
      own.add(ProseWords.fold(word));
    }
    Hashes lines = new Hashes();
    Hashes words = new Hashes();
    for (String line : prose) {
      List<String> ofLine = ProseWords.of(line, own);
      int from = words.size;
      for (String word : ofLine) {
        words.add(Hash.of(word));
      }
      if (words.distinctFrom(from) >= SHORTEST_LINE) {
        lines.add(Hash.of(String.join(" ", ofLine)));
      }
    }
    long[] shingles = words.runs(SHINGLE).set();
    return new Fingerprint(
        lines.set(),
        winnow(words.runs(GRAM)).set(),
        shingles.length < SHORTEST_TEXT ? new long[0] : bands(shingles),
        words.size);
  }

  /**
   * Every gram and line hash of a text, not only the winnowed ones: to leave out what stands in an
   * advertisement, wherever the winnowing of others may fall.
   */
  public static long[] everyGram(List<String> prose) {
    Hashes hashes = new Hashes();
    Hashes words = new Hashes();
    for (String line : prose) {
      List<String> ofLine = ProseWords.of(line, Set.of());
      hashes.add(Hash.of(String.join(" ", ofLine)));
      for (String word : ofLine) {
        words.add(Hash.of(word));
      }
    }
    Hashes runs = words.runs(GRAM);
    for (int r = 0; r < runs.size; r++) {
      hashes.add(runs.of[r]);
    }
    return hashes.set();
  }

  /**
   * The hash under which a line stands in {@link #lines}; 0 when it is too short. A line that holds
   * its writer's name has another one.
   */
  public static long lineHash(String line) {
    long[] lines = of(List.of(line), List.of()).lines;
    return lines.length == 0 ? 0 : lines[0];
  }

  /** Hashes in a row; grows. */
  private static final class Hashes {
    private long[] of = new long[64];
    private int size;

    void add(long hash) {
      if (size == of.length) {
        of = Arrays.copyOf(of, 2 * size);
      }
      of[size++] = hash;
    }

    /** How many different ones there are from a place on; few are looked through. */
    int distinctFrom(int from) {
      int distinct = 0;
      for (int i = from; i < size && distinct < SHORTEST_LINE; i++) {
        boolean fresh = true;
        for (int j = from; j < i && fresh; j++) {
          fresh = of[j] != of[i];
        }
        distinct += fresh ? 1 : 0;
      }
      return distinct;
    }

    /** For each place from which so many follow, one hash of these. */
    Hashes runs(int length) {
      Hashes runs = new Hashes();
      for (int i = 0; i + length <= size; i++) {
        long run = 0;
        for (int j = i; j < i + length; j++) {
          run = Hash.combine(run, of[j]);
        }
        runs.add(run);
      }
      return runs;
    }

    /** Each once, ascending. */
    long[] set() {
      long[] sorted = Arrays.copyOf(of, size);
      Arrays.sort(sorted);
      int kept = 0;
      for (long hash : sorted) {
        if (kept == 0 || sorted[kept - 1] != hash) {
          sorted[kept++] = hash;
        }
      }
      return Arrays.copyOf(sorted, kept);
    }
  }

  /** Of each window of neighbours the smallest, the rightmost of equals. */
  private static Hashes winnow(Hashes runs) {
    if (runs.size < WINDOW) {
      return runs;
    }
    Hashes chosen = new Hashes();
    int smallest = -1;
    for (int last = WINDOW - 1; last < runs.size; last++) {
      if (smallest <= last - WINDOW) {
        smallest = last - WINDOW + 1;
        for (int i = smallest + 1; i < last; i++) {
          smallest = runs.of[i] <= runs.of[smallest] ? i : smallest;
        }
      }
      smallest = runs.of[last] <= runs.of[smallest] ? last : smallest;
      chosen.add(runs.of[smallest]);
    }
    return chosen;
  }

  private static long[] bands(long[] shingles) {
    int[] rows = new int[BANDS * ROWS];
    Arrays.fill(rows, Integer.MAX_VALUE);
    for (long shingle : shingles) {
      for (int r = 0; r < rows.length; r++) {
        // Multiply-shift with a fixed odd factor for each row.
        int h = (int) ((shingle * FACTORS[r] + OFFSETS[r]) >>> 32);
        rows[r] = Math.min(rows[r], h);
      }
    }
    long[] bands = new long[BANDS];
    for (int b = 0; b < BANDS; b++) {
      long band = b;
      for (int r = 0; r < ROWS; r++) {
        band = Hash.combine(band, rows[b * ROWS + r]);
      }
      bands[b] = band;
    }
    return bands;
  }

  private static final long[] FACTORS = series("factor");
  private static final long[] OFFSETS = series("offset");

  private static long[] series(String name) {
    long[] series = new long[BANDS * ROWS];
    for (int i = 0; i < series.length; i++) {
      series[i] = Hash.of(name + i) | 1;
    }
    return series;
  }

  /** The lines, as sorted hashes. */
  public long[] lines() {
    return lines.clone();
  }

  /** The winnowed grams, as sorted hashes. */
  public long[] grams() {
    return grams.clone();
  }

  /** The MinHash bands; empty for a text that is too short. */
  public long[] bands() {
    return bands.clone();
  }

  /** How many words were compared. */
  public int words() {
    return words;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint f
        && words == f.words
        && Arrays.equals(lines, f.lines)
        && Arrays.equals(grams, f.grams)
        && Arrays.equals(bands, f.bands);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lines) * 31 + Arrays.hashCode(grams);
  }
}
