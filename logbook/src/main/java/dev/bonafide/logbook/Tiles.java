package dev.bonafide.logbook;

import dev.bonafide.model.Kind;
import dev.bonafide.model.NetStatement;
import dev.bonafide.model.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Cuts sealed pages into tiles. Needs the lexicon for two things that a page holds only as ids: the
 * source in the name of the account, and the network in the net statements. Not thread-safe.
 */
public final class Tiles {
  /** Kinds that nobody does without a hand on the machine. */
  public static final Set<Kind> HUMAN = human();

  /** Stands for "no network is named" in {@link #networks}. */
  private static final Thing NOWHERE = new Thing(Thing.Sort.NETWORK, Term.NONE);

  private final Lexicon lexicon;
  private final Map<Long, Thing> networks = new HashMap<>();
  private final Map<Long, Long> lines = new HashMap<>();

  /** The bins of one thing while a page is cut. */
  private static final class Bins {
    final long[] all = Bits.empty();
    final long[] human = Bits.empty();
  }

  private final Predicate<String> watched;
  private final Map<Long, Boolean> programs = new HashMap<>();

  public Tiles(Lexicon lexicon) {
    this(lexicon, program -> false);
  }

  /**
   * @param watched chooses the programs that become things, by the name under which they ran: a
   *     tile for every program of every account would be most of all tiles
   */
  public Tiles(Lexicon lexicon, Predicate<String> watched) {
    this.lexicon = lexicon;
    this.watched = watched;
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

  /** The things of which a page has tiles, in order: what {@link #of} would cut, for less. */
  public Collection<Thing> things(long account, Page page) {
    Set<Thing> things = new TreeSet<>();
    for (int t = 0; t < page.tupleCount(); t++) {
      things.addAll(things(page, t));
    }
    if (page.sampled()) {
      for (Facet facet : List.of(Facet.EGRESS, Facet.ENDPOINT, Facet.FINGERPRINT)) {
        for (long id : page.ids(facet)) {
          things.add(thing(facet, id));
        }
      }
    }
    deeds(page, (thing, deed) -> things.add(thing));
    String name = lexicon.text(account);
    if (name != null) {
      things.add(Thing.source(source(name)));
    }
    return things;
  }

  /** The tiles of a page, by thing. */
  public List<Tile> of(long account, int day, Page page) {
    return of(account, day, page, thing -> true);
  }

  /** The tiles of a page for the things that are wanted, by thing. */
  public List<Tile> of(long account, int day, Page page, Predicate<Thing> wanted) {
    String name = lexicon.text(account);
    boolean device = name != null && ofDevice(name);
    long[][] bitmaps = page.bitmapsOfTuples();
    Map<Thing, Bins> cut = new HashMap<>();
    for (int t = 0; t < bitmaps.length; t++) {
      boolean human = !device && page.tupleKind(t).prior() == Kind.Prior.HUMAN;
      for (Thing thing : things(page, t)) {
        if (wanted.test(thing)) {
          Bins bins = cut.computeIfAbsent(thing, x -> new Bins());
          Bits.into(bins.all, bitmaps[t]);
          if (human) {
            Bits.into(bins.human, bitmaps[t]);
          }
        }
      }
    }
    if (page.sampled()) {
      for (Facet facet : List.of(Facet.EGRESS, Facet.ENDPOINT, Facet.FINGERPRINT)) {
        for (long id : page.ids(facet)) {
          Thing thing = thing(facet, id);
          if (wanted.test(thing)) {
            // Several addresses may be one line.
            Bits.into(cut.computeIfAbsent(thing, x -> new Bins()).all, page.bitmap(facet, id));
          }
        }
      }
    }
    deeds(
        page,
        (thing, deed) -> {
          if (wanted.test(thing)) {
            Bits.into(cut.computeIfAbsent(thing, x -> new Bins()).all, page.bitmap(deed.kinds()));
          }
        });
    List<Tile> tiles = new ArrayList<>(cut.size() + 1);
    cut.forEach((thing, bins) -> tiles.add(new Tile(thing, account, day, bins.all, bins.human)));
    Tile source = source(account, day, page);
    if (source != null && wanted.test(source.thing())) {
      tiles.add(source);
    }
    tiles.sort(Comparator.comparing(Tile::thing));
    return tiles;
  }

  /** What was done much of: one thing for each power of two that the page's amount reaches. */
  private static void deeds(Page page, BiConsumer<Thing, Deed> to) {
    boolean any = false;
    for (int t = 0; t < page.tupleCount() && !any; t++) {
      any = Deed.tells(page.tupleKind(t));
    }
    if (!any) {
      return;
    }
    for (Deed deed : Deed.values()) {
      if (!Collections.disjoint(page.kinds(), deed.kinds())) {
        for (int level = deed.level(deed.of(page)); level >= deed.leastLevel(); level--) {
          to.accept(Thing.deed(deed, level), deed);
        }
      }
    }
  }

  /** The tile of the page's source; null when nobody named the account. */
  public @Nullable Tile source(long account, int day, Page page) {
    String name = lexicon.text(account);
    return name == null
        ? null
        : new Tile(
            Thing.source(source(name)),
            account,
            day,
            page.bitmap(),
            ofDevice(name) ? Bits.empty() : page.bitmap(HUMAN));
  }

  private List<Thing> things(Page page, int tuple) {
    List<Thing> things = new ArrayList<>(5);
    add(things, Thing.Sort.EGRESS, line(page.tupleId(tuple, Facet.EGRESS)));
    add(things, Thing.Sort.DEVICE, page.tupleId(tuple, Facet.ENDPOINT));
    add(things, Thing.Sort.FINGERPRINT, page.tupleId(tuple, Facet.FINGERPRINT));
    long detail = page.tupleId(tuple, Facet.DETAIL1);
    switch (page.tupleKind(tuple)) {
      case FACTOR_USED -> add(things, Thing.Sort.FACTOR, detail);
      case PERIPHERAL, DISPLAY -> add(things, Thing.Sort.PERIPHERAL, detail);
      case PROCESS, SOFTWARE_INSTALLED -> {
        if (isWatched(detail)) {
          add(things, Thing.Sort.PROGRAM, detail);
        }
      }
      default -> {}
    }
    long second = page.tupleId(tuple, Facet.DETAIL2);
    Thing network = network(second != Term.NONE ? second : detail);
    if (network != null) {
      things.add(network);
    }
    return things;
  }

  private boolean isWatched(long program) {
    return program != Term.NONE
        && program != Term.OTHER
        && programs.computeIfAbsent(
            program,
            id -> {
              String text = lexicon.text(id);
              return text != null && watched.test(text);
            });
  }

  private static void add(List<Thing> things, Thing.Sort sort, long id) {
    if (id != Term.NONE && id != Term.OTHER) {
      things.add(new Thing(sort, id));
    }
  }

  private Thing thing(Facet facet, long id) {
    return new Thing(sort(facet), facet == Facet.EGRESS ? line(id) : id);
  }

  /** The line behind an address: an egress that people share is a line, never one computer's. */
  private long line(long egress) {
    return Lines.perhapsWide(egress)
        ? lines.computeIfAbsent(egress, id -> Lines.of(id, lexicon.text(id)))
        : egress;
  }

  /** What the ids of a facet are, for the facets of which a page knows the bins exactly. */
  private static Thing.Sort sort(Facet facet) {
    return switch (facet) {
      case EGRESS -> Thing.Sort.EGRESS;
      case ENDPOINT -> Thing.Sort.DEVICE;
      case FINGERPRINT -> Thing.Sort.FINGERPRINT;
      default -> throw new IllegalArgumentException(facet + " names no thing");
    };
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
