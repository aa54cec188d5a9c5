package dev.bonafide.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Page bytes are a function of the set of records: the property on which the program stands. */
class PageAlgebraTest {
  private static final int CASES = 2_000;

  private int sampled;
  private int turnedAway;

  @Test
  void anyOrderRepetitionSplitAndMergeGivesTheSameBytes() {
    Property.forAll(
        CASES,
        random -> {
          Caps caps = caps(random);
          List<Row> rows = rows(random, caps);
          byte[] expected = Row.seal(rows, caps);
          count(Page.of(expected));
          assertThat(shuffledDuplicatedSplitAndMerged(rows, caps, random)).isEqualTo(expected);
        });
    if (System.getProperty("property.seed") == null) {
      int cases = Integer.getInteger("property.cases", CASES);
      assertThat(sampled).as("cases that sample").isGreaterThan(cases / 2);
      assertThat(turnedAway).as("cases that turn ids away").isGreaterThan(cases / 2);
    }
  }

  private void count(Page page) {
    sampled += page.sampled() ? 1 : 0;
    boolean other = false;
    for (Facet facet : Facet.values()) {
      other |= page.hasOther(facet);
    }
    turnedAway += other ? 1 : 0;
  }

  private static Caps caps(SplittableRandom random) {
    int[] ids = {3, 3, 6, 6, 255};
    int k = ids[random.nextInt(ids.length)];
    return switch (random.nextInt(8)) {
      case 0 -> new Caps(1024, 128, k, 65_536);
      case 1 -> Caps.DEFAULT;
      case 2, 3, 4 -> new Caps(8, 4, k, 65_536);
      case 5 -> new Caps(32, 8, k, 2_000); // the size, too, bounds the sample
      default -> new Caps(32, 8, k, 65_536);
    };
  }

  private static List<Row> rows(SplittableRandom random, Caps caps) {
    if (random.nextInt(20) == 0) {
      return Row.forged(random, 300);
    }
    int most = random.nextInt(4) == 0 ? caps.regular() : 4 * caps.regular();
    return Row.random(
        random, most, 1 + random.nextInt(12), 1 + random.nextInt(Math.min(4 * caps.ids(), 100)));
  }

  private static byte[] shuffledDuplicatedSplitAndMerged(
      List<Row> rows, Caps caps, SplittableRandom random) {
    List<Row> delivered = new ArrayList<>(rows);
    for (int i = random.nextInt(rows.size() + 1); i > 0; i--) {
      delivered.add(rows.get(random.nextInt(rows.size())));
    }
    delivered = Property.shuffled(delivered, random);
    int shards = 1 + random.nextInt(4);
    List<OpenPage> open = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      open.add(new OpenPage(caps));
    }
    for (Row row : delivered) {
      int shard = random.nextInt(shards);
      row.addTo(open.get(shard));
      if (random.nextInt(50) == 0) {
        open.get(shard).seal();
      }
      if (random.nextInt(200) == 0) { // a host that starts again from what it stored
        OpenPage again = new OpenPage(caps);
        again.mergeSealed(open.get(shard).seal());
        open.set(shard, again);
      }
    }
    List<byte[]> sealed = new ArrayList<>();
    for (OpenPage page : open) {
      sealed.add(page.seal());
      if (random.nextInt(4) == 0) {
        sealed.add(page.seal());
      }
    }
    while (sealed.size() > 1) {
      byte[] a = sealed.remove(random.nextInt(sealed.size()));
      byte[] b = sealed.remove(random.nextInt(sealed.size()));
      if (random.nextBoolean()) {
        sealed.add(Page.merge(a, b, caps));
      } else {
        OpenPage page = new OpenPage(caps);
        page.mergeSealed(a);
        page.mergeSealed(a);
        page.mergeSealed(b);
        sealed.add(page.seal());
      }
    }
    return sealed.getFirst();
  }
}
