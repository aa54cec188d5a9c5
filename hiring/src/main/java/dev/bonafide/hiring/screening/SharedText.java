package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.text.Fingerprint;
import dev.bonafide.knowledge.stockphrases.StockPhrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Which texts of different people share what is nobody's common property. Lines and grams that more
 * than a few people use are templates, advertisements or fashion, and count nothing (inverse
 * document frequency with a hard edge); what stands in an advertisement or a list of stock phrases
 * counts nothing at all. Two texts that are alike *as a whole* are found by their MinHash bands
 * even when many people share them: nobody's template fills half of a résumé with the same prose.
 */
final class SharedText {
  /** People who may share a line or gram before it is a template (linking.md 3.1: 12 to 25). */
  static final int MOST_WITH_TEXT = 12;

  /** People who may share a band; more and the text is a form. */
  static final int MOST_WITH_BAND = 64;

  /** Grams without which the share of a text is an accident. */
  static final int FEWEST_GRAMS = 20;

  private final List<Traces> all;
  private final int[] person;
  private final Set<Long> common = new HashSet<>();
  private final Postings lines;
  private final Postings grams;
  private final Postings bands;

  /**
   * What two people's texts share.
   *
   * @param lines hashes of whole lines that few others use
   * @param rare share of the shorter text's grams that stand in the longer and that few others use,
   *     0 to 1
   * @param contained the same, however many others use them
   */
  record Match(Traces other, List<Long> lines, double rare, double contained) {}

  SharedText(List<Traces> fresh, List<Traces> all, List<String> jobAds) {
    this.all = all;
    Map<String, Integer> people = new HashMap<>();
    person =
        all.stream()
            .mapToInt(t -> people.computeIfAbsent(t.person(), p -> people.size()))
            .toArray();
    for (String ad : jobAds) {
      exclude(Fingerprint.everyGram(ad.lines().toList()));
    }
    for (String phrase : StockPhrases.builtIn()) {
      exclude(Fingerprint.everyGram(List.of(phrase)));
    }
    List<Supplier<Postings>> parts =
        List.of(
            () -> new Postings(fresh, all, Fingerprint::lines, common, MOST_WITH_TEXT, person),
            () -> new Postings(fresh, all, Fingerprint::grams, common, MOST_WITH_TEXT, person),
            () -> new Postings(fresh, all, Fingerprint::bands, Set.of(), MOST_WITH_BAND, person));
    List<Postings> made = parts.parallelStream().map(Supplier::get).toList();
    lines = made.get(0);
    grams = made.get(1);
    bands = made.get(2);
  }

  private void exclude(long[] hashes) {
    LongStream.of(hashes).forEach(common::add);
  }

  /** The texts of other people that share something with this one, the most alike first. */
  List<Match> with(Traces self) {
    Map<Integer, List<Long>> sharedLines = new HashMap<>();
    Set<Integer> candidates = new HashSet<>();
    for (long line : self.text().lines()) {
      for (int doc : lines.few(line)) {
        sharedLines.computeIfAbsent(doc, d -> new ArrayList<>()).add(line);
      }
    }
    Map<Integer, Integer> rare = new HashMap<>();
    for (long gram : self.text().grams()) {
      for (int doc : grams.few(gram)) {
        rare.merge(doc, 1, Integer::sum);
      }
    }
    for (long band : self.text().bands()) {
      for (int doc : bands.few(band)) {
        candidates.add(doc);
      }
    }
    candidates.addAll(sharedLines.keySet());
    rare.forEach(
        (doc, count) -> {
          if (count >= FEWEST_GRAMS / 4) {
            candidates.add(doc);
          }
        });
    long[] own = without(self.text().grams());
    List<Match> matches = new ArrayList<>();
    for (int doc : candidates) {
      Traces other = all.get(doc);
      if (other.person().equals(self.person()) || other.id().equals(self.id())) {
        continue;
      }
      long[] theirs = without(other.text().grams());
      int shared = intersection(own, theirs);
      int shorter = Math.min(own.length, theirs.length);
      boolean enough = shorter >= FEWEST_GRAMS;
      matches.add(
          new Match(
              other,
              sharedLines.getOrDefault(doc, List.of()),
              enough ? (double) rare.getOrDefault(doc, 0) / shorter : 0,
              enough ? (double) shared / shorter : 0));
    }
    matches.sort(
        Comparator.comparingDouble((Match m) -> -m.contained)
            .thenComparing(m -> -m.lines.size())
            .thenComparing(m -> m.other.id()));
    return matches;
  }

  private long[] without(long[] hashes) {
    return common.isEmpty()
        ? hashes
        : Arrays.stream(hashes).filter(h -> !common.contains(h)).toArray();
  }

  private static int intersection(long[] a, long[] b) {
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  /**
   * For each hash that a text under review and a second text have, the texts that have it: two
   * sorted arrays. Most hashes are of one text alone and are left out before anything is sorted.
   */
  private static final class Postings {
    private static final int[] NOBODY = new int[0];

    private final Twice twice;
    private final long[] keys;
    private final int[] from;
    private final int[] docs;
    private final BitSet crowded = new BitSet();

    Postings(
        List<Traces> fresh,
        List<Traces> all,
        Function<Fingerprint, long[]> part,
        Set<Long> common,
        int most,
        int[] person) {
      twice = new Twice(all, part);
      long[] wanted =
          fresh.stream()
              .flatMapToLong(t -> Arrays.stream(part.apply(t.text())))
              .filter(h -> twice.perhaps(h) && !common.contains(h))
              .sorted()
              .toArray();
      int distinct = 0;
      for (long hash : wanted) {
        if (distinct == 0 || wanted[distinct - 1] != hash) {
          wanted[distinct++] = hash;
        }
      }
      keys = Arrays.copyOf(wanted, distinct);
      int[] count = new int[keys.length + 1];
      each(all, part, (doc, key) -> count[key + 1]++);
      for (int i = 0; i < keys.length; i++) {
        count[i + 1] += count[i];
      }
      from = count;
      docs = new int[count[keys.length]];
      int[] next = Arrays.copyOf(count, keys.length);
      each(all, part, (doc, key) -> docs[next[key]++] = doc);
      for (int key = 0; key < keys.length; key++) {
        crowded.set(key, crowded(key, most, person));
      }
    }

    private interface Hit {
      void at(int doc, int key);
    }

    private void each(List<Traces> all, Function<Fingerprint, long[]> part, Hit hit) {
      for (int doc = 0; doc < all.size(); doc++) {
        for (long hash : part.apply(all.get(doc).text())) {
          int key = key(hash);
          if (key >= 0) {
            hit.at(doc, key);
          }
        }
      }
    }

    private int key(long hash) {
      return twice.perhaps(hash) ? Arrays.binarySearch(keys, hash) : -1;
    }

    /** The texts that have the hash; none when more people have it than may. */
    int[] few(long hash) {
      int key = key(hash);
      return key < 0 || crowded.get(key)
          ? NOBODY
          : Arrays.copyOfRange(docs, from[key], from[key + 1]);
    }

    private boolean crowded(int key, int most, int[] person) {
      if (from[key + 1] - from[key] <= most) {
        return false;
      }
      Set<Integer> people = new HashSet<>();
      for (int i = from[key]; i < from[key + 1]; i++) {
        if (people.add(person[docs[i]]) && people.size() > most) {
          return true;
        }
      }
      return false;
    }
  }

  /** Which hashes more than one text may have; the others one text has for certain. */
  private static final class Twice {
    /** So many places for each hash: one in sixteen at most is taken for a second. */
    private static final int PLACES = 8;

    private final long[] once;
    private final long[] again;
    private final int shift;

    Twice(List<Traces> all, Function<Fingerprint, long[]> part) {
      long hashes = 1;
      for (Traces one : all) {
        hashes += part.apply(one.text()).length;
      }
      int bits = Math.min(36, 64 - Long.numberOfLeadingZeros(hashes * PLACES));
      shift = 64 - bits;
      once = new long[(int) (((1L << bits) + 63) >>> 6)];
      again = new long[once.length];
      for (Traces one : all) {
        for (long hash : part.apply(one.text())) {
          long place = hash >>> shift;
          int word = (int) (place >>> 6);
          long bit = 1L << place;
          again[word] |= once[word] & bit;
          once[word] |= bit;
        }
      }
    }

    boolean perhaps(long hash) {
      long place = hash >>> shift;
      return (again[(int) (place >>> 6)] & 1L << place) != 0;
    }
  }
}
