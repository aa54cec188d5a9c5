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
import dev.bonafide.logbook.Page;
import dev.bonafide.logbook.Pages;
import dev.bonafide.logbook.ThingBooks;
import dev.bonafide.logbook.Tiles;
import dev.bonafide.model.Abstained;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One organisation as its records leave it: pages, texts and roll, joined to people with all that
 * stands around them. A function of its records; every host makes it from the same three and asks
 * it the same questions, so that evidence is the same everywhere. Safe for many threads once made.
 */
public final class Organisation {
  private final Pages pages;
  private final Lexicon lexicon;
  private final Census census;
  private final Around around;
  private final Map<String, List<Long>> deviceAccounts;

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
    census = Census.of(new FactsOfPages(), roll, pseudonyms, from, to);
    around = around(knowledge);
    deviceAccounts = deviceAccounts();
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

  /** The facts of pages, read from them when they are asked for. */
  private final class FactsOfPages implements Facts {
    @Override
    public Collection<String> accounts() {
      List<String> accounts = new ArrayList<>();
      for (long account : pages.accounts()) {
        accounts.add(name(account));
      }
      return accounts;
    }

    @Override
    public int[] days(String account) {
      return pages.days(Term.of(account).id());
    }

    @Override
    public void forEach(Consumer<PageFact> to) {
      pages.forEach(
          (account, day, bytes) -> to.accept(PageFact.of(name(account), day, Page.of(bytes))));
    }

    @Override
    public boolean byTheClock(String account) {
      return Machines.isMachine(pages, Term.of(account).id());
    }

    @Override
    public @Nullable String text(long endpoint) {
      return lexicon.text(endpoint);
    }
  }

  /** Everybody, in the order of their pseudonyms. */
  public List<Directory.Person> people() {
    return census.people();
  }

  /** The person's pseudonym. */
  public String id(Directory.Person person) {
    return census.id(person);
  }

  /** The pseudonym of whom a worker id, address or account names; null when there is nobody. */
  @Nullable String named(String worker) {
    String key = census.directory().resolve(worker);
    return key == null ? null : census.idOf(key);
  }

  /** The days that the run covers. */
  public Days days() {
    return census.days();
  }

  Directory directory() {
    return census.directory();
  }

  Devices devices() {
    return census.devices();
  }

  AsOf asOf() {
    return census.asOf();
  }

  /** How many atoms are kept of each account. */
  Map<String, Long> kept() {
    return census.kept();
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
        if (person.key().equals(census.ownership().person(id, day))) {
          add(id, day, known);
        }
      }
      String account = name(id);
      accounts.add(new View.AccountPages(account, Tiles.source(account), true, known));
    }
    return new View(new View.Person(id(person), accounts, person.claims()), around);
  }

  private void add(long account, int day, NavigableMap<Integer, Page> known) {
    byte[] bytes = day <= days().to() ? pages.bytes(account, day) : null;
    if (bytes != null) {
      known.put(day, Page.of(bytes));
    }
  }

  /** What all indicators say of one person over the run's days. */
  public Subject subject(View view, Directory.Person person, Catalogue catalogue) {
    return subject(view, days(), catalogue);
  }

  /** What all indicators say of one person over some days. */
  public static Subject subject(View view, Days days, Catalogue catalogue) {
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
    return new Subject(view.person(), evidence, view.claims(), abstained);
  }

  /** Cuts pages into the tiles that are things in this run. */
  public static Tiles tiles(Lexicon lexicon, Knowledge knowledge) {
    return new Tiles(lexicon, program -> knowledge.remoteTool(program) != null);
  }

  private Around around(Knowledge knowledge) {
    Ownership ownership = census.ownership();
    ThingBooks books =
        ThingBooks.of(
            pages,
            tiles(lexicon, knowledge),
            days().to(),
            new ThingBooks.Owners() {
              @Override
              public @Nullable String person(long account, int day) {
                String key = ownership.person(account, day);
                return key == null ? null : census.idOf(key);
              }

              @Override
              public @Nullable String department(String person) {
                return census.department(person);
              }
            },
            ownership::deviceOf,
            0);
    Around.Names names =
        new Around.Names() {
          @Override
          public @Nullable String text(long id) {
            return lexicon.text(id);
          }

          @Override
          public long device(long endpoint) {
            return census.device(endpoint);
          }
        };
    return new Around(
        knowledge,
        names,
        Around.Things.of(books),
        census.ties()::between,
        census.setting().people(),
        census.setting().departments(),
        census.setting().liveness());
  }

  /** Per person the accounts of devices that were theirs on some day. */
  private Map<String, List<Long>> deviceAccounts() {
    Map<String, List<Long>> accounts = new HashMap<>();
    for (long account : pages.accounts()) {
      if (Directory.ofDevice(name(account))) {
        Set<String> people = new TreeSet<>();
        for (int day : pages.days(account)) {
          String person = day <= days().to() ? census.ownership().person(account, day) : null;
          if (person != null) {
            people.add(person);
          }
        }
        people.forEach(p -> accounts.computeIfAbsent(p, k -> new ArrayList<>()).add(account));
      }
    }
    return accounts;
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
