package dev.bonafide.engine;

import dev.bonafide.engine.directory.Devices;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.engine.directory.Roll;
import dev.bonafide.engine.privacy.Pseudonyms;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Tie;
import dev.bonafide.indicators.View;
import dev.bonafide.logbook.Tiles;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Term;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in an organisation, and what is counted over all of it: people, whose each account is
 * on each day, what is declared between people, the days of the run. Made from what people said and
 * from small facts of pages, so that it stays small where pages are many. A function of both: every
 * host makes the same. Safe for many threads once made.
 */
public final class Census {
  private final Directory directory;
  private final Devices devices;
  private final AsOf asOf = new AsOf();
  private final Map<String, Long> kept = new TreeMap<>();
  private final Days days;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> departments = new HashMap<>();
  private final Ownership ownership;
  private final Setting setting;
  private final Ties ties = new Ties();
  private final List<Directory.Person> people;

  private Census(
      Facts facts,
      Roll roll,
      Pseudonyms pseudonyms,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    directory = withoutMachines(facts, roll);
    devices = Devices.of(roll.facts());
    ownership = new Ownership(facts, directory, devices);
    Map<String, NavigableMap<Integer, int[]>> seen = new TreeMap<>();
    facts.forEach(
        fact -> {
          String source = Tiles.source(fact.account());
          asOf.add(source, fact.day(), fact.atoms());
          kept.merge(fact.account(), (long) fact.atoms(), Long::sum);
          ownership.learn(fact);
          count(
              fact.hours(),
              seen.computeIfAbsent(source, s -> new TreeMap<>())
                  .computeIfAbsent(fact.day(), d -> new int[24]));
        });
    int last = to != null ? (int) to.toEpochDay() : asOf.isEmpty() ? 0 : asOf.last();
    int first =
        from != null
            ? (int) from.toEpochDay()
            : asOf.isEmpty() ? last : Math.min(last, asOf.first());
    days = new Days(first, last);
    directory.people().forEach(person -> ids.put(person.key(), pseudonyms.person(named(person))));
    seen.values().forEach(source -> source.tailMap(last, false).clear());
    for (Directory.Person person : directory.people()) {
      String department = View.department(person.claims());
      if (department != null) {
        departments.put(id(person), department);
      }
    }
    setting = new Setting(days, active(facts), sizes(departments.values()), seen);
    for (Directory.Person person : directory.people()) {
      for (Claim claim : person.claims()) {
        String other = directory.other(claim);
        ties.add(ids.getOrDefault(person.key(), ""), claim, other == null ? null : ids.get(other));
      }
    }
    people = directory.people().stream().sorted(Comparator.comparing(this::id)).toList();
  }

  /**
   * Takes the census.
   *
   * @param from first day of episodes; null for the first day of the records
   * @param to last day; null for the last day of the records (DESIGN 10.9)
   */
  public static Census of(
      Facts facts,
      Roll roll,
      Pseudonyms pseudonyms,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    return new Census(facts, roll, pseudonyms, from, to);
  }

  /**
   * The directory, in which accounts that act by the clock are no people. A worker's account stays
   * the worker's, whatever its rhythm: nobody gets out of sight by running a program.
   */
  private static Directory withoutMachines(Facts facts, Roll roll) {
    Collection<String> accounts = facts.accounts();
    Directory all = Directory.of(roll, accounts, Set.of());
    Set<String> machines = new TreeSet<>();
    for (Directory.Person person : all.people()) {
      if (!person.hr()) {
        person.accounts().stream().filter(facts::byTheClock).forEach(machines::add);
      }
    }
    return machines.isEmpty() ? all : Directory.of(roll, accounts, machines);
  }

  private static void count(int hours, int[] accounts) {
    for (int hour = 0; hour < accounts.length; hour++) {
      accounts[hour] += hours >>> hour & 1;
    }
  }

  /** How many people acted in the 28 days that end with each day. */
  private Map<Integer, Integer> active(Facts facts) {
    Map<String, Set<Integer>> active = new HashMap<>();
    for (String account : facts.accounts()) {
      long id = Term.of(account).id();
      for (int day : facts.days(account)) {
        String person = day <= days.to() ? ownership.person(id, day) : null;
        if (person != null) {
          active.computeIfAbsent(person, p -> new HashSet<>()).add(day);
        }
      }
    }
    return Setting.people(active.values());
  }

  private static Map<String, Integer> sizes(Collection<String> departments) {
    Map<String, Integer> sizes = new TreeMap<>();
    departments.forEach(department -> sizes.merge(department, 1, Integer::sum));
    return sizes;
  }

  /** The department in which HR places the person with this pseudonym; null for none. */
  public @Nullable String department(String id) {
    return departments.get(id);
  }

  /** Everybody, in the order of their pseudonyms. */
  public List<Directory.Person> people() {
    return people;
  }

  /** The person's pseudonym. */
  public String id(Directory.Person person) {
    return ids.getOrDefault(person.key(), person.key());
  }

  /** The days that the run covers. */
  public Days days() {
    return days;
  }

  /** What is the same for everybody. */
  public Setting setting() {
    return setting;
  }

  /** The pseudonym of the person who has an account on a day of the run; null if nobody has. */
  public @Nullable String holder(String account, int day) {
    String key = day <= days.to() ? ownership.person(Term.of(account).id(), day) : null;
    return key == null ? null : ids.get(key);
  }

  /** One id for all names of a device that pages name; the id itself where it is unknown. */
  public long device(long endpoint) {
    return ownership.deviceOf(endpoint);
  }

  /** With whom something is declared, by pseudonym. */
  public Map<String, Tie> ties(Directory.Person person) {
    return ties.of(id(person));
  }

  Ties ties() {
    return ties;
  }

  Ownership ownership() {
    return ownership;
  }

  /** The pseudonym of the person with this key. */
  @Nullable String idOf(String key) {
    return ids.get(key);
  }

  Directory directory() {
    return directory;
  }

  Devices devices() {
    return devices;
  }

  AsOf asOf() {
    return asOf;
  }

  /** How many atoms are kept of each account. */
  Map<String, Long> kept() {
    return kept;
  }

  /** What the pseudonym is made of: the worker id, else the smallest account. */
  static String named(Directory.Person person) {
    return person.hr() ? person.key().substring(3) : person.key();
  }
}
