package dev.bonafide.logbook;

import dev.bonafide.model.Hash;
import dev.bonafide.model.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who shares what, when: the logbooks of things, derived per run from tiles and the directory. They
 * count persons, never accounts. A book holds at most {@link #MEMBERS} persons of a thing and day;
 * of more it keeps a sample that does not depend on any order (a theta sample: the persons whose
 * salted hash is small enough), and their bitmaps are complete.
 *
 * <p>An indicator that reads day {@code d} asks for days {@code d - 27} to {@code d}, never later:
 * no question may cover more than {@link #WINDOW} days.
 *
 * <p>A thing that no second person has in the whole run is not in the books: its degree is 1.
 */
public final class ThingBooks {
  /** Days that one question may cover. */
  public static final int WINDOW = 28;

  /** Persons of a thing and day that are kept. */
  public static final int MEMBERS = 64;

  /** In the first pass: more than one person has the thing. Compared by identity. */
  @SuppressWarnings("StringOperationCanBeSimplified")
  private static final String SEVERAL = new String("several");

  private final Map<Thing, NavigableMap<Integer, Day>> books = new HashMap<>();

  /** Says whose an account is. */
  public interface Owners {
    /** The person who has the account on that UTC day; null when nobody has. */
    @Nullable String person(long account, int day);

    /** The department of a person; null where nobody says. */
    default @Nullable String department(String person) {
      return null;
    }
  }

  /** Gives all tiles of a run, as often as it is asked: twice. */
  public interface TileSource {
    void forEach(Consumer<Tile> to);
  }

  /**
   * When one person used a thing.
   *
   * @param all bins of all atoms, not to be changed
   * @param human bins of kinds with a human prior
   */
  @SuppressWarnings("ArrayRecordComponent") // a copy for each reader would cost more than all else
  public record Member(String person, int day, long[] all, long[] human) {}

  /** The persons of one thing on one day. */
  private static final class Day {
    final Map<String, long[][]> members = new TreeMap<>();
    int level;

    void note(String person, long hash, Tile tile, long salt) {
      if (Long.numberOfLeadingZeros(hash) < level) {
        return;
      }
      long[][] bins =
          members.computeIfAbsent(person, p -> new long[][] {Bits.empty(), Bits.empty()});
      Bits.into(bins[0], tile.all());
      Bits.into(bins[1], tile.human());
      while (members.size() > MEMBERS) {
        level++;
        members.keySet().removeIf(p -> Long.numberOfLeadingZeros(hash(p, salt)) < level);
      }
    }
  }

  /** Derives the books in two passes: what is shared at all, then the members of that. */
  private static final class Builder {
    private final Owners owners;
    private final LongUnaryOperator device;
    private final long tenant;
    private final Map<Thing, String> holders = new HashMap<>();
    private final ThingBooks books = new ThingBooks();

    Builder(Owners owners, LongUnaryOperator device, long tenant) {
      this.owners = owners;
      this.device = device;
      this.tenant = tenant;
    }

    void see(Thing thing, long account, int day) {
      String person = owners.person(account, day);
      if (person == null) {
        return;
      }
      hold(resolve(thing), person);
      Thing within = within(thing, person);
      if (within != null) {
        hold(within, person);
      }
    }

    private void hold(Thing thing, String person) {
      // A device by a name that many have is none that could be shared.
      if (thing.id() != Term.NONE) {
        holders.merge(thing, person, (a, b) -> a.equals(b) ? a : SEVERAL);
      }
    }

    boolean shared(Thing thing) {
      return isSeveral(holders.get(resolve(thing)));
    }

    void add(Tile tile) {
      String person = owners.person(tile.account(), tile.day());
      if (person == null) {
        return;
      }
      note(resolve(tile.thing()), person, tile);
      Thing within = within(tile.thing(), person);
      if (within != null) {
        note(within, person, tile);
      }
    }

    private void note(Thing thing, String person, Tile tile) {
      if (isSeveral(holders.get(thing))) {
        long salt = salt(tenant, tile.day());
        books
            .books
            .computeIfAbsent(thing, t -> new TreeMap<>())
            .computeIfAbsent(tile.day(), d -> new Day())
            .note(person, hash(person, salt), tile, salt);
      }
    }

    private Thing resolve(Thing thing) {
      return thing.sort() == Thing.Sort.DEVICE
          ? new Thing(Thing.Sort.DEVICE, device.applyAsLong(thing.id()))
          : thing;
    }

    /** The thing as the person's department has it; null for what has no such book. */
    private @Nullable Thing within(Thing thing, String person) {
      String department = thing.sort() == Thing.Sort.DEED ? owners.department(person) : null;
      return department == null ? null : thing.within(department);
    }
  }

  private ThingBooks() {}

  /**
   * Derives the books from pages. Sources are left out: everybody has them, and {@link Liveness}
   * judges them.
   *
   * @param lastDay later days are not read
   * @param device one id for all names of a device; the id itself where the directory knows none
   * @param tenant salt of the samples, with the month: else the same persons were always visible
   */
  public static ThingBooks of(
      Pages pages,
      Lexicon lexicon,
      int lastDay,
      Owners owners,
      LongUnaryOperator device,
      long tenant) {
    return of(pages, new Tiles(lexicon), lastDay, owners, device, tenant);
  }

  /** The same, with the programs that {@code tiles} watches. */
  public static ThingBooks of(
      Pages pages, Tiles tiles, int lastDay, Owners owners, LongUnaryOperator device, long tenant) {
    Builder builder = new Builder(owners, device, tenant);
    pages.forEach(
        (account, day, bytes) -> {
          if (day <= lastDay && owners.person(account, day) != null) {
            for (Thing thing : tiles.things(account, Page.of(bytes))) {
              builder.see(thing, account, day);
            }
          }
        });
    pages.forEach(
        (account, day, bytes) -> {
          if (day <= lastDay && owners.person(account, day) != null) {
            tiles
                .of(
                    account,
                    day,
                    Page.of(bytes),
                    thing -> thing.sort() != Thing.Sort.SOURCE && builder.shared(thing))
                .forEach(builder::add);
          }
        });
    return builder.books;
  }

  /** Derives the books from tiles in any order, repeated or not. */
  public static ThingBooks of(
      TileSource tiles, Owners owners, LongUnaryOperator device, long tenant) {
    Builder builder = new Builder(owners, device, tenant);
    tiles.forEach(tile -> builder.see(tile.thing(), tile.account(), tile.day()));
    tiles.forEach(builder::add);
    return builder.books;
  }

  /** Whether a second person has the thing on any day of the run. */
  public boolean isShared(Thing thing) {
    return books.containsKey(thing);
  }

  /** How many persons used the thing on that day; an estimate beyond {@link #MEMBERS}. */
  public long degree(Thing thing, int day) {
    NavigableMap<Integer, Day> book = books.get(thing);
    if (book == null) {
      return 1;
    }
    Day persons = book.get(day);
    return persons == null ? 0 : (long) persons.members.size() << persons.level;
  }

  /**
   * How many persons used the thing on these days; at least so many where a day has more than
   * {@link #MEMBERS}.
   */
  public long degree(Thing thing, int from, int to) {
    if (!isShared(thing)) {
      return 1;
    }
    long most = persons(thing, from, to).size();
    for (int day : window(thing, from, to).keySet()) {
      most = Math.max(most, degree(thing, day));
    }
    return most;
  }

  /**
   * Whether more than {@link #MEMBERS} persons have the thing on most of the days on which anybody
   * has.
   */
  public boolean hub(Thing thing, int from, int to) {
    NavigableMap<Integer, Day> days = window(thing, from, to);
    long crowded = days.values().stream().filter(day -> day.level > 0).count();
    return 2 * crowded > days.size();
  }

  /** The persons kept of these days. */
  public SortedSet<String> persons(Thing thing, int from, int to) {
    SortedSet<String> persons = new TreeSet<>();
    window(thing, from, to).values().forEach(day -> persons.addAll(day.members.keySet()));
    return persons;
  }

  /** The members kept of these days, by day and person; nobody for a thing that nobody shares. */
  public List<Member> members(Thing thing, int from, int to) {
    List<Member> members = new ArrayList<>();
    window(thing, from, to)
        .forEach(
            (day, persons) ->
                persons.members.forEach(
                    (person, bins) -> members.add(new Member(person, day, bins[0], bins[1]))));
    return members;
  }

  private NavigableMap<Integer, Day> window(Thing thing, int from, int to) {
    if (to - from >= WINDOW || to < from) {
      throw new IllegalArgumentException(
          "days " + from + " to " + to + ", expected 1 to " + WINDOW + " days");
    }
    NavigableMap<Integer, Day> book = books.get(thing);
    return book == null ? Collections.emptyNavigableMap() : book.subMap(from, true, to, true);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSeveral(@Nullable String holder) {
    return holder == SEVERAL;
  }

  private static long salt(long tenant, int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return Hash.combine(tenant, date.getYear() * 12L + date.getMonthValue());
  }

  private static long hash(String person, long salt) {
    return Hash.combine(Hash.of(person), salt);
  }
}
