package dev.bonafide.logbook;

import dev.bonafide.model.Kind;
import dev.bonafide.model.NetStatement;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts sealed pages into tiles. Needs the lexicon for two things that a page holds only as ids: the
 * source in the name of the account, and the network in the net statements. Not thread-safe.
 */
public final class Tiles {
  /** Kinds that nobody does without a hand on the machine. */
  public static final Set<Kind> HUMAN = human();

  private final Lexicon lexicon;
  private final Map<Long, Thing> networks = new HashMap<>();

  /** Stands for "no network is named" in {@link #networks}. */
  private static final Thing NOWHERE = new Thing(Thing.Sort.NETWORK, Term.NONE);

  public Tiles(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The source of an account {@code source:key}. */
  public static String source(String account) {
    int colon = account.indexOf(':');
    return colon < 0 ? account : account.substring(0, colon);
  }

  /** Whether this is a device's own account, {@code source:device/key}. */
  public static boolean ofDevice(String account) {
    return account.startsWith("device/", account.indexOf(':') + 1);
  }

  /** The tiles of a page, by thing. */
  public List<Tile> of(long account, int day, Page page) {
    String name = lexicon.text(account);
    boolean device = name != null && ofDevice(name);
    Map<Thing, long[][]> bins = new LinkedHashMap<>();
    List<List<long[][]>> rowsOfTuple = new ArrayList<>();
    for (int t = 0; t < page.tupleCount(); t++) {
      List<long[][]> rows = new ArrayList<>();
      for (Thing thing : things(page, t)) {
        rows.add(bins.computeIfAbsent(thing, x -> new long[][] {Bits.empty(), Bits.empty()}));
      }
      rowsOfTuple.add(rows);
    }
    for (int i = 0; i < page.size(); i++) {
      Kind kind = page.kind(i);
      long lasts = kind.span() ? page.amount(i) : 0;
      boolean human = !device && kind.prior() == Kind.Prior.HUMAN;
      for (long[][] row : rowsOfTuple.get(page.tuple(i))) {
        Bits.mark(row[0], 0, page.second(i), lasts);
        if (human) {
          Bits.mark(row[1], 0, page.second(i), lasts);
        }
      }
    }
    if (page.sampled()) {
      exactly(page, Facet.EGRESS, Thing.Sort.EGRESS, bins);
      exactly(page, Facet.ENDPOINT, Thing.Sort.DEVICE, bins);
      exactly(page, Facet.FINGERPRINT, Thing.Sort.FINGERPRINT, bins);
    }
    if (name != null) {
      bins.put(
          Thing.source(source(name)),
          new long[][] {page.bitmap(), device ? Bits.empty() : page.bitmap(HUMAN)});
    }
    List<Tile> tiles = new ArrayList<>(bins.size());
    bins.forEach((thing, row) -> tiles.add(new Tile(thing, account, day, row[0], row[1])));
    tiles.sort((a, b) -> a.thing().compareTo(b.thing()));
    return tiles;
  }

  private List<Thing> things(Page page, int tuple) {
    List<Thing> things = new ArrayList<>(5);
    add(things, Thing.Sort.EGRESS, page.tupleId(tuple, Facet.EGRESS));
    add(things, Thing.Sort.DEVICE, page.tupleId(tuple, Facet.ENDPOINT));
    add(things, Thing.Sort.FINGERPRINT, page.tupleId(tuple, Facet.FINGERPRINT));
    long detail = page.tupleId(tuple, Facet.DETAIL1);
    switch (page.tupleKind(tuple)) {
      case FACTOR_USED -> add(things, Thing.Sort.FACTOR, detail);
      case PERIPHERAL, DISPLAY -> add(things, Thing.Sort.PERIPHERAL, detail);
      default -> {}
    }
    long second = page.tupleId(tuple, Facet.DETAIL2);
    Thing network = network(second != Term.NONE ? second : detail);
    if (network != null) {
      things.add(network);
    }
    return things;
  }

  private static void add(List<Thing> things, Thing.Sort sort, long id) {
    if (id != Term.NONE && id != Term.OTHER) {
      things.add(new Thing(sort, id));
    }
  }

  private @Nullable Thing network(long statement) {
    if (statement == Term.NONE || statement == Term.OTHER) {
      return null;
    }
    Thing known = networks.get(statement);
    if (known == null) {
      known = read(lexicon.text(statement));
      networks.put(statement, known);
    }
    return known.equals(NOWHERE) ? null : known;
  }

  /**
   * A detail that is no net statement is the object of a record that says nothing of the network.
   */
  private static Thing read(@Nullable String text) {
    if (text == null) {
      return NOWHERE;
    }
    try {
      Thing network = Thing.network(NetStatement.parse(text));
      return network == null ? NOWHERE : network;
    } catch (IllegalArgumentException noStatement) {
      return NOWHERE;
    }
  }

  private static void exactly(Page page, Facet facet, Thing.Sort sort, Map<Thing, long[][]> bins) {
    for (long id : page.ids(facet)) {
      long[][] row =
          bins.computeIfAbsent(new Thing(sort, id), x -> new long[][] {Bits.empty(), Bits.empty()});
      row[0] = page.bitmap(facet, id);
    }
  }

  private static Set<Kind> human() {
    Set<Kind> human = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (kind.prior() == Kind.Prior.HUMAN) {
        human.add(kind);
      }
    }
    return Collections.unmodifiableSet(human);
  }
}
