package dev.bonafide.indicators;

import dev.bonafide.knowledge.EgressClass;
import dev.bonafide.knowledge.Network;
import dev.bonafide.logbook.Bits;
import dev.bonafide.model.Kind.Prior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing as one person used it: a device, an address, a session, a factor. For each UTC day on
 * which it was used, the five-minute bins of all acts and of the acts that needed a hand.
 */
public final class Use {
  private final long id;

  /** Bitmaps of a day: all acts, acts that perhaps needed a hand, acts that needed one. */
  private static final int MAPS = 3;

  private static final int ALL = 0;
  private static final int AWAKE = 1;
  private static final int HUMAN = 2;

  /** Days for which a statement of a network counts. */
  private static final int MEMORY = 28;

  private int[] days = new int[4];
  private long[] bits = new long[4 * MAPS * Bits.WORDS];
  private @Nullable Network[] networks = new @Nullable Network[0];
  private final List<Said> said = new ArrayList<>(1);
  private int size;

  Use(long id) {
    this.id = id;
  }

  /** The thing's id; a device's is the directory's. */
  public long id() {
    return id;
  }

  /** On how many days it was used, by a hand or not. Indexes below run from 0 to this. */
  public int size() {
    return size;
  }

  /** The i-th day of use, UTC epoch day, rising. */
  public int day(int i) {
    return days[i];
  }

  /** The index of a day; negative when it was not used. */
  public int indexOf(int day) {
    return Arrays.binarySearch(days, 0, size, day);
  }

  /** The bins of all acts on the i-th day. */
  public long[] all(int i) {
    return map(i, ALL);
  }

  /** The bins of acts that needed a hand, or perhaps did, on the i-th day. */
  public long[] awake(int i) {
    return map(i, AWAKE);
  }

  /** The bins of acts that needed a hand on the i-th day. */
  public long[] human(int i) {
    return map(i, HUMAN);
  }

  /** How many bins have any act on the i-th day. */
  public int allBins(int i) {
    return count(i, ALL);
  }

  /** How many bins needed a hand, or perhaps did, on the i-th day. */
  public int awakeBins(int i) {
    return count(i, AWAKE);
  }

  /** How many bins needed a hand on the i-th day. */
  public int humanBins(int i) {
    return count(i, HUMAN);
  }

  private long[] map(int i, int map) {
    int at = (i * MAPS + map) * Bits.WORDS;
    return Arrays.copyOfRange(bits, at, at + Bits.WORDS);
  }

  private int count(int i, int map) {
    int count = 0;
    int at = (i * MAPS + map) * Bits.WORDS;
    for (int word = at; word < at + Bits.WORDS; word++) {
      count += Long.bitCount(bits[word]);
    }
    return count;
  }

  /**
   * For addresses: the network behind it as the records of the i-th day say, else as the last day
   * before it that says anything. Where records of one day disagree, the most harmless counts: a
   * disagreement between two sources is no evidence. A record that does not say what sort of
   * network it is leaves that to others of the last {@value #MEMORY} days, and one that names
   * nobody's network says less than any that does. Null for other things and when none says.
   */
  public @Nullable Network network(int i) {
    Network nameless = null;
    for (int j = Math.min(i, networks.length - 1); j >= 0; j--) {
      Network said = networks[j];
      if (said != null && !nameless(said)) {
        return said.egressClass() == EgressClass.UNKNOWN ? known(said, i) : said;
      }
      nameless = nameless == null ? said : nameless;
    }
    return nameless == null ? null : known(nameless, i);
  }

  private Network known(Network unknown, int i) {
    Network best = unknown;
    for (Network other : said(i)) {
      if (other.egressClass() != EgressClass.UNKNOWN && HARMLESS_FIRST.compare(other, best) < 0) {
        best = other;
      }
    }
    return best;
  }

  void tell(int day, int second, int lastSecond, Prior who) {
    if (size == 0 || days[size - 1] != day) {
      if (size == days.length) {
        days = Arrays.copyOf(days, size * 2);
        bits = Arrays.copyOf(bits, bits.length * 2);
      }
      days[size++] = day;
    }
    int at = (size - 1) * MAPS * Bits.WORDS;
    int to =
        switch (who) {
          case HUMAN -> HUMAN;
          case MAYBE -> AWAKE;
          case AUTOMATED -> ALL;
        };
    for (int bin = second / Bits.BIN_SECONDS; bin <= lastSecond / Bits.BIN_SECONDS; bin++) {
      for (int map = ALL; map <= to; map++) {
        bits[at + map * Bits.WORDS + (bin >>> 6)] |= 1L << bin;
      }
    }
  }

  /**
   * For addresses: everything that records said of the network within the {@value #MEMORY} days
   * that end with the i-th. Two makers of such data disagree about one line in twenty, and correct
   * themselves.
   */
  List<Network> said(int i) {
    List<Network> networks = new ArrayList<>();
    for (Said one : said) {
      if (one.first <= days[i] && one.last > days[i] - MEMORY) {
        networks.add(one.network);
      }
    }
    return networks;
  }

  /** What records said, from the first to the last day on which they did. */
  private static final class Said {
    final Network network;
    final int first;
    int last;

    Said(Network network, int day) {
      this.network = network;
      first = day;
      last = day;
    }
  }

  private void remember(Network network, int day) {
    for (Said one : said) {
      if (one.network.equals(network)) {
        one.last = day;
        return;
      }
    }
    said.add(new Said(network, day));
  }

  /** Adds what a record of the last told day says of the network. */
  void tell(Network said) {
    remember(said, days[size - 1]);
    if (networks.length < size) {
      networks = Arrays.copyOf(networks, Math.max(size, networks.length * 2));
    }
    Network before = networks[size - 1];
    if (before == null || (!before.equals(said) && HARMLESS_FIRST.compare(said, before) < 0)) {
      networks[size - 1] = said;
    }
  }

  /** Whether a record says neither by number nor by name whose network it is. */
  private static boolean nameless(Network network) {
    return network.statement().asn() == 0 && network.statement().organisation() == null;
  }

  private static final Comparator<Network> HARMLESS_FIRST =
      Comparator.comparing(Network::egressClass)
          .thenComparing(Use::nameless)
          .thenComparing(Network::operator)
          .thenComparing(network -> String.valueOf(network.statement().text()));
}
