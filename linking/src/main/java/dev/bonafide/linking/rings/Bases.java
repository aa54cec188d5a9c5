package dev.bonafide.linking.rings;

import dev.bonafide.linking.rings.Traces.Place;
import dev.bonafide.linking.rings.Traces.Stay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Home lines that are the only base of computers of several people (detection.md 1.11). A provider
 * changes the addresses of a line, even daily; so a base is known by those who are on one address
 * day after day, whichever it is, and never on different ones.
 *
 * <p>What looks alike and stays out: who goes home in the evening has a second base (co-working,
 * campus, an office); who moves on after a week was in a hotel; many on one line near which they
 * claim to live are an office or share a flat; people of one household are told beforehand.
 */
public final class Bases {
  /** Five minutes with an act that make a day one of work. */
  private static final int WORK = 12;

  /**
   * The same for one of the addresses of a day: a provider changes them at night, which is day
   * elsewhere.
   */
  private static final int SEEN = 3;

  /** Days on which two must be on one line: addresses pass from customer to customer. */
  private static final int TOGETHER = 5;

  /**
   * Working days, and days in all, before a line is somebody's base: a hotel, a fair, a week with
   * the team end earlier.
   */
  private static final int WORKED = 7;

  private static final int SPAN = 9;

  /** Share of work, and of days, that makes a line the base. */
  private static final double MOSTLY = 0.8;

  /** More people than this on one address of a day are no household's. */
  private static final int CROWD = 64;

  /** From so many people on, and from one in so many of all, a line may be an office's. */
  private static final int OFFICE = 6;

  private static final int OFFICE_SHARE = 10;

  /**
   * People on other lines of a network in no list, and the share of these lines that one person has
   * alone, that make it a provider of homes: of a firm's network, or a gateway's, every address is
   * everybody's.
   */
  private static final int CUSTOMERS = 2;

  private static final double ALONE = 0.7;

  private final Map<String, Map<Integer, List<Stay>>> stays = new TreeMap<>();
  private final Map<At, SortedSet<String>> present = new HashMap<>();
  private final Map<Long, Set<At>> ofNetwork = new HashMap<>();
  private final int everybody;

  private Bases(Map<String, Traces> traces) {
    traces.forEach(
        (id, of) -> {
          Map<Integer, List<Stay>> days = new TreeMap<>();
          of.stays().forEach(s -> days.computeIfAbsent(s.day(), d -> new ArrayList<>()).add(s));
          days.values().removeIf(on -> on.stream().mapToInt(Stay::bins).sum() < WORK);
          if (!days.isEmpty()) {
            stays.put(id, days);
          }
        });
    everybody = traces.size();
  }

  /**
   * A base of two people or more.
   *
   * @param members whose base it is, and where it lies next to where each claims to be
   * @param home whether the line is surely a home's and no firm's
   */
  public record Base(SortedMap<String, Place> members, boolean home) {
    /** Whether it is a shelf by number: three and more whom nothing declared ties. */
    public boolean several() {
      return members.size() >= 3;
    }
  }

  /**
   * Finds them.
   *
   * @param declared whether a declared relation or one claimed home explains what two share
   */
  public static List<Base> of(Map<String, Traces> traces, BiPredicate<String, String> declared) {
    return new Bases(traces).find(declared);
  }

  private void present(String id, Stay stay) {
    if (stay.line() != Stay.ELSEWHERE && stay.bins() >= SEEN) {
      At at = new At(stay.line(), stay.day());
      present.computeIfAbsent(at, a -> new TreeSet<>()).add(id);
      if (stay.network() != 0) {
        ofNetwork.computeIfAbsent(stay.network(), n -> new HashSet<>()).add(at);
      }
    }
  }

  private record Two(String left, String right) {}

  private record At(long line, int day) {}

  private List<Base> find(BiPredicate<String, String> declared) {
    stays.forEach((id, days) -> days.values().forEach(of -> of.forEach(stay -> present(id, stay))));
    Map<Two, NavigableSet<Integer>> together = new HashMap<>();
    present.forEach(
        (at, ids) -> {
          if (ids.size() > 1 && ids.size() <= CROWD) {
            for (String a : ids) {
              for (String b : ids.tailSet(a)) {
                if (!a.equals(b)) {
                  together.computeIfAbsent(new Two(a, b), t -> new TreeSet<>()).add(at.day);
                }
              }
            }
          }
        });
    Map<String, SortedSet<String>> mates = new TreeMap<>();
    together.forEach(
        (two, days) -> {
          if (days.size() >= TOGETHER
              && onOneLine(two, days)
              && !declared.test(two.left, two.right)) {
            mates.computeIfAbsent(two.left, t -> new TreeSet<>()).add(two.right);
            mates.computeIfAbsent(two.right, t -> new TreeSet<>()).add(two.left);
          }
        });
    List<Base> bases = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (String start : mates.keySet()) {
      if (done.add(start)) {
        SortedSet<String> group = group(start, mates);
        done.addAll(group);
        base(group, bases);
      }
    }
    bases.sort(Comparator.comparing(base -> base.members.firstKey()));
    return bases;
  }

  /** Whether two who met on a line are on one whenever both work from any. */
  private boolean onOneLine(Two two, NavigableSet<Integer> days) {
    Map<Integer, List<Stay>> left = stays.getOrDefault(two.left, Map.of());
    Map<Integer, List<Stay>> right = stays.getOrDefault(two.right, Map.of());
    long both =
        left.keySet().stream().filter(d -> d >= days.first() && right.containsKey(d)).count();
    return days.size() >= MOSTLY * both;
  }

  private static SortedSet<String> group(String start, Map<String, SortedSet<String>> mates) {
    SortedSet<String> group = new TreeSet<>(Set.of(start));
    List<String> open = new ArrayList<>(group);
    while (!open.isEmpty()) {
      for (String next : mates.getOrDefault(open.removeLast(), new TreeSet<>())) {
        if (group.add(next)) {
          open.add(next);
        }
      }
    }
    return group;
  }

  private void base(SortedSet<String> group, List<Base> into) {
    SortedMap<String, Place> members = new TreeMap<>();
    for (String id : group) {
      Place place = place(id, group);
      if (place != null) {
        members.put(id, place);
      }
    }
    int size = members.size();
    long near = members.values().stream().filter(p -> p == Place.NEAR).count();
    long far = members.values().stream().filter(p -> p == Place.FAR).count();
    boolean office = size >= Math.max(OFFICE, everybody / OFFICE_SHARE) && far < MOSTLY * size;
    boolean home = home(members.keySet());
    boolean base =
        size == 2 ? far > 0 && far + near == 2 && home : size > 2 && 2 * near <= size && !office;
    if (base) {
      into.add(new Base(members, home));
    }
  }

  /** Whether the lines of a group are surely those of homes. */
  private boolean home(Set<String> group) {
    Map<Long, Integer> networks = new TreeMap<>();
    Set<Long> listed = new HashSet<>();
    int days = 0;
    for (String id : group) {
      for (List<Stay> of : stays.getOrDefault(id, Map.of()).values()) {
        for (Stay stay : of) {
          if (met(id, stay, group)) {
            days++;
            networks.merge(stay.network(), 1, Integer::sum);
            if (stay.provider()) {
              listed.add(stay.network());
            }
          }
        }
      }
    }
    int home = 0;
    for (Map.Entry<Long, Integer> network : networks.entrySet()) {
      if (provider(network.getKey(), group, listed.contains(network.getKey()))) {
        home += network.getValue();
      }
    }
    return home >= MOSTLY * days;
  }

  /**
   * Whether a network gives each of its other customers a line of their own; of one that a list
   * calls a provider it is taken so until others are seen who share theirs, as behind a carrier's
   * NAT.
   */
  private boolean provider(long network, Set<String> group, boolean listed) {
    Set<String> customers = new HashSet<>();
    int alone = 0;
    int all = 0;
    for (At at : ofNetwork.getOrDefault(network, Set.of())) {
      SortedSet<String> with = present.getOrDefault(at, new TreeSet<>());
      if (with.stream().noneMatch(group::contains)) {
        customers.addAll(with);
        all++;
        alone += with.size() == 1 ? 1 : 0;
      }
    }
    return customers.size() >= CUSTOMERS ? alone >= ALONE * all : listed;
  }

  /** Whether another of a group was on the line, that day or next to it: days end elsewhere. */
  private boolean met(String id, Stay stay, Set<String> group) {
    for (int day = stay.day() - 1; day <= stay.day() + 1; day++) {
      SortedSet<String> with = present.get(new At(stay.line(), day));
      if (with != null && with.stream().anyMatch(o -> !o.equals(id) && group.contains(o))) {
        return true;
      }
    }
    return false;
  }

  /** Where the line of a group lies for one of them; null when it is not that person's base. */
  private @Nullable Place place(String id, Set<String> group) {
    Map<Integer, List<Stay>> days = stays.getOrDefault(id, Map.of());
    Map<Place, Integer> places = new HashMap<>();
    int first = Integer.MAX_VALUE;
    int last = 0;
    int worked = 0;
    long here = 0;
    long all = 0;
    for (Map.Entry<Integer, List<Stay>> day : days.entrySet()) {
      long on = 0;
      long any = 0;
      for (Stay stay : day.getValue()) {
        any += stay.bins();
        if (met(id, stay, group)) {
          on += stay.bins();
          places.merge(stay.place(), 1, Integer::sum);
        }
      }
      if (on > 0) {
        first = Math.min(first, day.getKey());
        last = day.getKey();
        worked++;
      }
      // A day on which nobody else of them worked says nothing: the address may have changed.
      if (first <= day.getKey() && (on > 0 || others(id, group, day.getKey()))) {
        here += on;
        all += any;
      }
    }
    if (worked < WORKED || last - first + 1 < SPAN || here < MOSTLY * all) {
      return null;
    }
    int most = places.values().stream().mapToInt(Integer::intValue).sum();
    return 2 * places.getOrDefault(Place.FAR, 0) > most
        ? Place.FAR
        : 2 * places.getOrDefault(Place.NEAR, 0) > most ? Place.NEAR : Place.UNKNOWN;
  }

  private boolean others(String id, Set<String> group, int day) {
    return group.stream()
        .anyMatch(o -> !o.equals(id) && stays.getOrDefault(o, Map.of()).containsKey(day));
  }
}
