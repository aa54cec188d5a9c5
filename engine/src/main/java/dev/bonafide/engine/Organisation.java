package dev.bonafide.engine;

import dev.bonafide.assessment.Subject;
import dev.bonafide.engine.directory.Devices;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.engine.directory.Roll;
import dev.bonafide.engine.privacy.Pseudonyms;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.View;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.logbook.Lexicon;
import dev.bonafide.logbook.Liveness;
import dev.bonafide.logbook.Page;
import dev.bonafide.logbook.Pages;
import dev.bonafide.logbook.ThingBooks;
import dev.bonafide.logbook.Tile;
import dev.bonafide.logbook.Tiles;
import dev.bonafide.model.Abstained;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Term;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * One organisation as its records leave it: pages, texts and roll, joined to people with all that
 * stands around them. A function of its records; every host makes it from the same three and asks
 * it the same questions, so that evidence is the same everywhere. Safe for many threads once made.
 */
public final class Organisation {
  private final Pages pages;
  private final Lexicon lexicon;
  private final Directory directory;
  private final Devices devices;
  private final AsOf asOf = new AsOf();
  private final Map<String, Long> kept = new TreeMap<>();
  private final Days days;
  private final Map<String, String> ids = new HashMap<>();
  private final Ownership ownership;
  private final Around around;
  private final Map<String, List<Long>> deviceAccounts;
  private final List<Directory.Person> people;

  private Organisation(
      Pages pages,
      Lexicon lexicon,
      Roll roll,
      Pseudonyms pseudonyms,
      Knowledge knowledge,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    this.pages = pages;
    this.lexicon = lexicon;
    List<String> accounts = new ArrayList<>();
    for (long account : pages.accounts()) {
      accounts.add(name(account));
    }
    directory = withoutMachines(pages, roll, accounts);
    devices = Devices.of(roll.facts());
    ownership = new Ownership(lexicon, directory, devices);
    pages.forEach(
        (account, day, bytes) -> {
          Page page = Page.of(bytes);
          String name = name(account);
          asOf.add(Tiles.source(name), day, page);
          kept.merge(name, (long) page.size(), Long::sum);
          ownership.learn(account, name, day, page);
        });
    int last = to != null ? (int) to.toEpochDay() : asOf.isEmpty() ? 0 : asOf.last();
    int first =
        from != null
            ? (int) from.toEpochDay()
            : asOf.isEmpty() ? last : Math.min(last, asOf.first());
    days = new Days(first, last);
    directory.people().forEach(person -> ids.put(person.key(), pseudonyms.person(named(person))));
    around = around(knowledge);
    deviceAccounts = deviceAccounts();
    people = directory.people().stream().sorted(Comparator.comparing(this::id)).toList();
  }

  /**
   * Joins what is remembered.
   *
   * @param from first day of episodes; null for the first day of the records
   * @param to last day; null for the last day of the records (DESIGN 10.9)
   */
  public static Organisation of(
      Pages pages,
      Lexicon lexicon,
      Roll roll,
      Pseudonyms pseudonyms,
      Knowledge knowledge,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    return new Organisation(pages, lexicon, roll, pseudonyms, knowledge, from, to);
  }

  /**
   * The directory, in which accounts that act by the clock are no people. A worker's account stays
   * the worker's, whatever its rhythm: nobody gets out of sight by running a program.
   */
  private static Directory withoutMachines(Pages pages, Roll roll, List<String> accounts) {
    Directory all = Directory.of(roll, accounts, Set.of());
    Set<String> machines = new TreeSet<>();
    for (Directory.Person person : all.people()) {
      if (!person.hr()) {
        for (String account : person.accounts()) {
          if (Machines.isMachine(pages, Term.of(account).id())) {
            machines.add(account);
          }
        }
      }
    }
    return machines.isEmpty() ? all : Directory.of(roll, accounts, machines);
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

  /** All that indicators may look at, of one person. */
  public View view(Directory.Person person) {
    List<View.AccountPages> accounts = new ArrayList<>();
    for (String account : person.accounts()) {
      NavigableMap<Integer, Page> known = new TreeMap<>();
      long id = Term.of(account).id();
      for (int day : pages.days(id)) {
        add(id, day, known);
      }
      if (!known.isEmpty()) {
        accounts.add(new View.AccountPages(account, Tiles.source(account), false, known));
      }
    }
    for (long id : deviceAccounts.getOrDefault(person.key(), List.of())) {
      NavigableMap<Integer, Page> known = new TreeMap<>();
      for (int day : pages.days(id)) {
        if (person.key().equals(ownership.person(id, day))) {
          add(id, day, known);
        }
      }
      String account = name(id);
      accounts.add(new View.AccountPages(account, Tiles.source(account), true, known));
    }
    return new View(new View.Person(id(person), accounts, person.claims()), around);
  }

  private void add(long account, int day, NavigableMap<Integer, Page> known) {
    byte[] bytes = day <= days.to() ? pages.bytes(account, day) : null;
    if (bytes != null) {
      known.put(day, Page.of(bytes));
    }
  }

  /** What all indicators say of one person over the run's days. */
  public Subject subject(View view, Directory.Person person, Catalogue catalogue) {
    List<Evidence> evidence = new ArrayList<>();
    List<Abstained> abstained = new ArrayList<>();
    for (Indicator indicator : catalogue.all()) {
      Outcome outcome;
      try {
        outcome = indicator.evaluate(view, days);
      } catch (RuntimeException e) {
        throw new IllegalStateException(
            "indicator " + indicator.card().slug() + " failed for " + view.person(), e);
      }
      switch (outcome) {
        case Outcome.Spoke spoke -> evidence.addAll(spoke.evidence());
        case Outcome.Kept kept -> abstained.add(kept.why());
      }
    }
    return new Subject(view.person(), evidence, person.claims(), abstained);
  }

  private Around around(Knowledge knowledge) {
    Map<String, Set<Integer>> active = new HashMap<>();
    Liveness.Builder liveness = new Liveness.Builder();
    Tiles tiles = new Tiles(lexicon, program -> knowledge.remoteTool(program) != null);
    pages.forEach(
        (account, day, bytes) -> {
          if (day <= days.to()) {
            Tile source = tiles.source(account, day, Page.of(bytes));
            if (source != null) {
              liveness.add(source);
            }
            String person = ownership.person(account, day);
            if (person != null) {
              active.computeIfAbsent(person, p -> new HashSet<>()).add(day);
            }
          }
        });
    ThingBooks books =
        ThingBooks.of(
            pages,
            tiles,
            days.to(),
            (account, day) -> {
              String key = ownership.person(account, day);
              return key == null ? null : ids.get(key);
            },
            ownership::deviceOf,
            0);
    Around.Ties ties = new Around.Ties();
    for (Directory.Person person : directory.people()) {
      for (Claim claim : person.claims()) {
        String other =
            claim instanceof Claim.Context context && context.other() != null
                ? directory.resolve(context.other())
                : null;
        ties.add(ids.getOrDefault(person.key(), ""), claim, other == null ? null : ids.get(other));
      }
    }
    return new Around(
        knowledge,
        lexicon,
        ownership,
        books,
        liveness.build(),
        Around.people(active.values()),
        ties);
  }

  /** Per person the accounts of devices that were theirs on some day. */
  private Map<String, List<Long>> deviceAccounts() {
    Map<String, List<Long>> accounts = new HashMap<>();
    for (long account : pages.accounts()) {
      if (Directory.ofDevice(name(account))) {
        Set<String> people = new TreeSet<>();
        for (int day : pages.days(account)) {
          String person = day <= days.to() ? ownership.person(account, day) : null;
          if (person != null) {
            people.add(person);
          }
        }
        people.forEach(p -> accounts.computeIfAbsent(p, k -> new ArrayList<>()).add(account));
      }
    }
    return accounts;
  }

  /** What the pseudonym is made of: the worker id, else the smallest account. */
  static String named(Directory.Person person) {
    return person.hr() ? person.key().substring(3) : person.key();
  }

  /** The account's name, {@code source:key}. */
  private String name(long account) {
    String name = lexicon.text(account);
    if (name == null) {
      throw new IllegalStateException("an account without a name: " + account);
    }
    return name;
  }
}
