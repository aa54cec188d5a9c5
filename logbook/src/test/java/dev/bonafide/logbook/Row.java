package dev.bonafide.logbook;

import dev.bonafide.model.Kind;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** One record's atom as plain values: what a page is given, and what the naive reference keeps. */
record Row(int second, Kind kind, int hash, List<Long> ids, long amount) {

  static final Kind[] KINDS = Kind.values();
  private static final long[][] IDS = pool();
  private static final long[] ALIKE = alike();

  Row {
    ids = List.copyOf(ids);
  }

  int addTo(OpenPage page) {
    return page.add(
        second,
        kind,
        hash,
        ids.get(0),
        ids.get(1),
        ids.get(2),
        ids.get(3),
        ids.get(4),
        ids.get(5),
        ids.get(6),
        amount);
  }

  long id(Facet facet) {
    return ids.get(facet.column);
  }

  static byte[] seal(List<Row> rows, Caps caps) {
    OpenPage page = new OpenPage(caps);
    rows.forEach(row -> row.addTo(page));
    return page.seal();
  }

  /**
   * Records of one account and day. Few seconds, kinds and hashes, so that identities meet; some
   * records come again with another amount or other ids, as re-exports do.
   *
   * @param most most records
   * @param kinds how many kinds are drawn from
   * @param variety how many ids each facet is drawn from
   */
  static List<Row> random(SplittableRandom random, int most, int kinds, int variety) {
    int count = random.nextInt(most + 1);
    int seconds = random.nextBoolean() ? Atom.SECONDS : 1 + random.nextInt(600);
    int hashes = random.nextBoolean() ? 1 << 24 : 1 + random.nextInt(8);
    boolean addresses = random.nextBoolean();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Long[] ids = new Long[Facet.COUNT];
      for (int f = 0; f < ids.length; f++) {
        int pick = random.nextInt(variety + 1);
        ids[f] = pick == 0 ? Term.NONE : id(f, pick, addresses && f == Facet.EGRESS.column);
      }
      Kind kind = KINDS[random.nextInt(kinds) * 7 % KINDS.length];
      int second = random.nextInt(seconds);
      long amount = random.nextInt(3) > 0 ? 0 : random.nextLong(Atom.SECONDS - second + 1);
      Row row = new Row(second, kind, random.nextInt(hashes), Arrays.asList(ids), amount);
      rows.add(row);
      if (random.nextInt(10) == 0) {
        rows.add(new Row(second, kind, row.hash, row.ids, random.nextInt(Atom.SECONDS - second)));
      }
      if (random.nextInt(10) == 0) {
        ids[random.nextInt(ids.length)] = id(0, 1 + random.nextInt(variety), false);
        rows.add(new Row(second, kind, row.hash, Arrays.asList(ids), amount));
      }
    }
    return rows;
  }

  /**
   * Copies of a few records that say different things and still hash alike in the 15 bits that a
   * key keeps of its content: forged, as chance does not make them.
   */
  static List<Row> forged(SplittableRandom random, int most) {
    int count = random.nextInt(most + 1);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // mostly large ids, which the rare small ones turn into OTHER
      long app = ALIKE[random.nextInt(40) == 0 ? random.nextInt(6) : 6 + random.nextInt(6)];
      List<Long> ids = List.of(app, 0L, 0L, 0L, 0L, 0L, 0L);
      rows.add(new Row(random.nextInt(9), Kind.MESSAGE, random.nextInt(3), ids, 0));
    }
    return rows;
  }

  private static long[] alike() {
    return LongStream.iterate(1L << 40, id -> id + 1)
        .filter(id -> Atom.content(id, 0, 0, 0, 0, 0, 0) == 5)
        .limit(12)
        .toArray();
  }

  private static long id(int facet, int pick, boolean address) {
    return address ? 0x0A000000L + pick : IDS[facet][pick % IDS[facet].length];
  }

  private static long[][] pool() {
    long[][] ids = new long[Facet.COUNT][128];
    for (int f = 0; f < ids.length; f++) {
      for (int pick = 0; pick < ids[f].length; pick++) {
        ids[f][pick] = Term.textId("id " + f + " " + pick);
      }
    }
    return ids;
  }
}
