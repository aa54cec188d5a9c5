package dev.bonafide.hiring.text;

import dev.bonafide.model.Hash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
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
    Set<Long> lines = new HashSet<>();
    List<String> all = new ArrayList<>();
    for (String line : prose) {
      List<String> words = ProseWords.of(line, own);
      if (new HashSet<>(words).size() >= SHORTEST_LINE) {
        lines.add(Hash.of(String.join(" ", words)));
      }
      all.addAll(words);
    }
    Set<Long> shingles = new HashSet<>(runs(all, SHINGLE));
    return new Fingerprint(
        sorted(lines),
        sorted(winnow(runs(all, GRAM))),
        shingles.size() < SHORTEST_TEXT ? new long[0] : bands(shingles),
        all.size());
  }

  /**
   * Every gram and line hash of a text, not only the winnowed ones: to leave out what stands in an
   * advertisement, wherever the winnowing of others may fall.
   */
  public static long[] everyGram(List<String> prose) {
    Set<Long> hashes = new HashSet<>();
    List<String> all = new ArrayList<>();
    for (String line : prose) {
      List<String> words = ProseWords.of(line, Set.of());
      hashes.add(Hash.of(String.join(" ", words)));
      all.addAll(words);
    }
    hashes.addAll(runs(all, GRAM));
    return sorted(hashes);
  }

  /**
   * The hash under which a line stands in {@link #lines}; 0 when it is too short. A line that holds
   * its writer's name has another one.
   */
  public static long lineHash(String line) {
    long[] lines = of(List.of(line), List.of()).lines;
    return lines.length == 0 ? 0 : lines[0];
  }

  private static List<Long> runs(List<String> words, int length) {
    List<Long> runs = new ArrayList<>();
    long[] hashes = words.stream().mapToLong(Hash::of).toArray();
    for (int i = 0; i + length <= hashes.length; i++) {
      long run = 0;
      for (int j = i; j < i + length; j++) {
        run = Hash.combine(run, hashes[j]);
      }
      runs.add(run);
    }
    return runs;
  }

  /** Of each window of neighbours the smallest, the rightmost of equals. */
  private static Set<Long> winnow(List<Long> runs) {
    Set<Long> chosen = new HashSet<>();
    if (runs.size() < WINDOW) {
      chosen.addAll(runs);
      return chosen;
    }
    Deque<Integer> smallest = new ArrayDeque<>();
    for (int i = 0; i < runs.size(); i++) {
      while (!smallest.isEmpty() && runs.get(smallest.getLast()) >= runs.get(i)) {
        smallest.removeLast();
      }
      smallest.addLast(i);
      if (smallest.getFirst() <= i - WINDOW) {
        smallest.removeFirst();
      }
      if (i >= WINDOW - 1) {
        chosen.add(runs.get(smallest.getFirst()));
      }
    }
    return chosen;
  }

  private static long[] bands(Set<Long> shingles) {
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

  private static long[] sorted(Collection<Long> hashes) {
    return hashes.stream().mapToLong(Long::longValue).sorted().toArray();
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
