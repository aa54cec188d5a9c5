package dev.bonafide.engine;

import dev.bonafide.assessment.Assessment;
import dev.bonafide.assessment.Assessor;
import dev.bonafide.assessment.ReviewLine;
import dev.bonafide.assessment.Run;
import dev.bonafide.assessment.Subject;
import dev.bonafide.engine.Findings.Ref;
import dev.bonafide.engine.directory.Devices;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.engine.directory.Roll;
import dev.bonafide.engine.intake.Intake;
import dev.bonafide.engine.intake.Limits;
import dev.bonafide.engine.intake.Progress;
import dev.bonafide.engine.intake.Walk;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.engine.privacy.Paths;
import dev.bonafide.engine.privacy.Pseudonyms;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.indicators.Days;
import dev.bonafide.indicators.Indicator;
import dev.bonafide.indicators.Outcome;
import dev.bonafide.indicators.View;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.logbook.Fold;
import dev.bonafide.logbook.Lexicon;
import dev.bonafide.logbook.Liveness;
import dev.bonafide.logbook.Page;
import dev.bonafide.logbook.Pages;
import dev.bonafide.logbook.Thing;
import dev.bonafide.logbook.ThingBooks;
import dev.bonafide.logbook.Tiles;
import dev.bonafide.model.Abstained;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Kind;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.Sources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The line, end to end: files in, findings out. */
public final class Analysis {
  /**
   * What a run is asked for.
   *
   * @param paths files and folders
   * @param out the output folder, which is no input; null when nothing is written
   * @param budget people that can be reviewed, per 1,000 and 30 days
   * @param from first day of episodes; null for the first day of the records
   * @param to last day; null for the last day of the records (DESIGN 10.9)
   * @param zone of timestamps that name none
   * @param custody whether every input file is hashed as a whole
   * @param reveal whether outputs name people
   */
  public record Settings(
      List<Path> paths,
      @Nullable Path out,
      double budget,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      ZoneId zone,
      int threads,
      boolean custody,
      boolean reveal,
      Key key,
      Limits limits) {}

  /** Everything a run found, as the same objects that outputs are made of. */
  record Found(
      Settings settings,
      Walk walk,
      Intake.Result<Gathered> intake,
      Directory directory,
      Devices devices,
      Pseudonyms pseudonyms,
      Paths paths,
      Pages pages,
      Lexicon lexicon,
      Around around,
      AsOf asOf,
      Run run,
      List<Subjected> people,
      ReviewLine line,
      Map<Citation, Ref> refs,
      Map<String, Long> events,
      List<Dossier> dossiers,
      Map<Path, String> hashes,
      Catalogue catalogue,
      Sources sources,
      long misfits) {}

  /**
   * One person with everything that was found.
   *
   * @param id the pseudonym
   * @param firstSeen UTC epoch day, -1 when never over the line
   */
  record Subjected(
      String id,
      Directory.Person person,
      Subject subject,
      Assessment assessment,
      long firstSeen,
      Set<Kind> kinds) {}

  private final Settings settings;
  private final Progress progress;
  private final Sources sources;
  private final Catalogue catalogue;
  private final Knowledge knowledge;

  public Analysis(
      Settings settings,
      Progress progress,
      Sources sources,
      Catalogue catalogue,
      Knowledge knowledge) {
    this.settings = settings;
    this.progress = progress;
    this.sources = sources;
    this.catalogue = catalogue;
    this.knowledge = knowledge;
  }

  /** Runs the line. */
  public Results run() {
    Walk walk = Walk.of(settings.paths, settings.out);
    ReadOptions options = new ReadOptions(settings.zone, false);
    Intake intake =
        new Intake(
            (head, length, complete) -> sources.recognise(head, length, complete, options),
            settings.limits,
            settings.threads,
            progress);
    progress.stage("read", 0, 0);
    Intake.Result<Gathered> read = intake.read(walk.found(), Gathered::new);

    Pages pages = new Pages();
    Lexicon lexicon = new Lexicon();
    Roll roll = new Roll();
    long misfits = 0;
    for (Gathered gathered : read.consumers()) {
      Fold fold = gathered.fold;
      pages.merge(fold.seal());
      lexicon.merge(fold.lexicon());
      roll.add(gathered.roll);
      misfits += fold.misfitCount();
    }

    AsOf asOf = new AsOf();
    Map<String, Long> events = new TreeMap<>();
    List<String> accounts = new ArrayList<>();
    for (long account : pages.accounts()) {
      accounts.add(text(lexicon, account));
    }
    pages.forEach(
        (account, day, bytes) -> {
          String name = text(lexicon, account);
          Page page = Page.of(bytes);
          asOf.add(Tiles.source(name), day, page);
          events.merge(name, (long) page.size(), Long::sum);
        });
    Directory directory = Directory.of(roll, accounts, Set.of());
    Devices devices = Devices.of(roll.facts());
    Pseudonyms pseudonyms = new Pseudonyms(settings.key);
    Set<String> words = nameWords(directory);
    Paths paths = new Paths(pseudonyms, settings.reveal, words);

    int last =
        settings.to != null ? (int) settings.to.toEpochDay() : asOf.isEmpty() ? 0 : asOf.last();
    int first =
        settings.from != null
            ? (int) settings.from.toEpochDay()
            : asOf.isEmpty() ? last : Math.min(last, asOf.first());
    Run run = Run.of(first, last, settings.budget);

    Map<String, String> ids = new HashMap<>();
    directory.people().forEach(person -> ids.put(person.key(), pseudonyms.person(named(person))));
    Ownership ownership = new Ownership(lexicon, directory, devices);
    pages.forEach((account, day, bytes) -> ownership.learn(account, day, Page.of(bytes)));
    Around around = around(pages, lexicon, directory, ownership, ids, last);

    List<Directory.Person> people = new ArrayList<>(directory.people());
    people.sort(Comparator.comparing(person -> ids.getOrDefault(person.key(), "")));
    Map<String, List<Long>> deviceDays = deviceDays(pages, lexicon, ownership, last);
    progress.stage("evaluate", 0, people.size());
    Days range = new Days(first, last);
    Assessor assessor = new Assessor(catalogue.cards().values());
    List<Subjected> assessed =
        Team.each(
            settings.threads,
            people,
            person -> {
              View view = view(person, ids, pages, ownership, deviceDays, around, last);
              Subject subject = subject(view, person, range);
              Assessment assessment = assessor.assess(subject, run, last);
              return new Subjected(view.person(), person, subject, assessment, -1, kinds(view));
            },
            done -> progress.stage("evaluate", done, people.size()));
    ReviewLine line = assessor.line(assessed.stream().map(Subjected::assessment).toList(), run);
    List<Subjected> ranked =
        assessed.stream()
            .map(one -> withFirstSeen(one, assessor, run, line))
            .sorted(Comparator.comparing(Subjected::assessment, Assessment.BEST_FIRST))
            .toList();

    Set<Citation> cited = new HashSet<>();
    ranked.forEach(one -> one.subject().evidence().forEach(e -> cited.addAll(e.citations())));
    progress.stage("cite", 0, cited.size());
    Map<Citation, Ref> refs = Citations.resolve(cited, intake, read.read(), paths::shown);
    List<Dossier> dossiers =
        Team.each(
            settings.threads,
            ranked.stream().filter(one -> line.over().containsKey(one.id())).toList(),
            one ->
                new Dossiers(
                        view(one.person(), ids, pages, ownership, deviceDays, around, last),
                        counted(one),
                        silent(one),
                        catalogue.cards(),
                        first,
                        last)
                    .draw(),
            done -> {});
    Found found =
        new Found(
            settings,
            walk,
            read,
            directory,
            devices,
            pseudonyms,
            paths,
            pages,
            lexicon,
            around,
            asOf,
            run,
            ranked,
            line,
            refs,
            events,
            dossiers,
            settings.custody ? Custody.hashes(walk.found(), settings.threads) : Map.of(),
            catalogue,
            sources,
            misfits);
    return Results.of(found, words);
  }

  /** What the pseudonym is made of: the worker id, else the smallest account. */
  static String named(Directory.Person person) {
    return person.hr() ? person.key().substring(3) : person.key();
  }

  private static String text(Lexicon lexicon, long account) {
    String name = lexicon.text(account);
    if (name == null) {
      throw new IllegalStateException("an account without a name: " + account);
    }
    return name;
  }

  /** The words of all names, in small letters: nothing of ours that is shown may look like one. */
  private static Set<String> nameWords(Directory directory) {
    Set<String> words = new TreeSet<>();
    for (Directory.Person person : directory.people()) {
      for (String name : person.names()) {
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
          if (word.length() > 2) {
            words.add(word);
          }
        }
      }
    }
    return words;
  }

  private Around around(
      Pages pages,
      Lexicon lexicon,
      Directory directory,
      Ownership ownership,
      Map<String, String> ids,
      int last) {
    Map<String, Set<Integer>> days = new HashMap<>();
    Liveness.Builder liveness = new Liveness.Builder();
    ThingBooks.TileSource tiles =
        to -> {
          Tiles cutter = new Tiles(lexicon);
          pages.forEach(
              (account, day, bytes) -> {
                if (day <= last) {
                  cutter.of(account, day, Page.of(bytes)).forEach(to);
                }
              });
        };
    tiles.forEach(
        tile -> {
          liveness.add(tile);
          String person = ownership.person(tile.account(), tile.day());
          if (person != null) {
            days.computeIfAbsent(person, p -> new HashSet<>()).add(tile.day());
          }
        });
    ThingBooks books =
        ThingBooks.of(
            to ->
                tiles.forEach(
                    tile -> {
                      if (tile.thing().sort() != Thing.Sort.SOURCE) {
                        to.accept(tile);
                      }
                    }),
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
        knowledge, lexicon, ownership, books, liveness.build(), Around.people(days.values()), ties);
  }

  /** Per person the accounts of devices that were theirs on some day. */
  private static Map<String, List<Long>> deviceDays(
      Pages pages, Lexicon lexicon, Ownership ownership, int last) {
    Map<String, List<Long>> accounts = new HashMap<>();
    for (long account : pages.accounts()) {
      if (Directory.ofDevice(text(lexicon, account))) {
        Set<String> people = new TreeSet<>();
        for (int day : pages.days(account)) {
          String person = day <= last ? ownership.person(account, day) : null;
          if (person != null) {
            people.add(person);
          }
        }
        people.forEach(p -> accounts.computeIfAbsent(p, k -> new ArrayList<>()).add(account));
      }
    }
    return accounts;
  }

  static View view(
      Directory.Person person,
      Map<String, String> ids,
      Pages pages,
      Ownership ownership,
      Map<String, List<Long>> deviceAccounts,
      Around around,
      int last) {
    List<View.AccountPages> accounts = new ArrayList<>();
    for (String account : person.accounts()) {
      NavigableMap<Integer, Page> days = new TreeMap<>();
      long id = dev.bonafide.model.Term.of(account).id();
      for (int day : pages.days(id)) {
        add(pages, id, day, last, days);
      }
      if (!days.isEmpty()) {
        accounts.add(new View.AccountPages(account, Tiles.source(account), false, days));
      }
    }
    for (long id : deviceAccounts.getOrDefault(person.key(), List.of())) {
      NavigableMap<Integer, Page> days = new TreeMap<>();
      for (int day : pages.days(id)) {
        if (person.key().equals(ownership.person(id, day))) {
          add(pages, id, day, last, days);
        }
      }
      String account = ownership.name(id);
      accounts.add(new View.AccountPages(account, Tiles.source(account), true, days));
    }
    String key = ids.getOrDefault(person.key(), person.key());
    return new View(new View.Person(key, accounts, person.claims()), around);
  }

  private static void add(
      Pages pages, long account, int day, int last, NavigableMap<Integer, Page> days) {
    byte[] bytes = day <= last ? pages.bytes(account, day) : null;
    if (bytes != null) {
      days.put(day, Page.of(bytes));
    }
  }

  private Subject subject(View view, Directory.Person person, Days range) {
    List<Evidence> evidence = new ArrayList<>();
    List<Abstained> abstained = new ArrayList<>();
    for (Indicator indicator : catalogue.all()) {
      Outcome outcome;
      try {
        outcome = indicator.evaluate(view, range);
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

  /** The evidence that the ledger shows. */
  private static List<Evidence> counted(Subjected one) {
    Set<String> shown = new HashSet<>();
    one.assessment().ledger().forEach(line -> shown.add(line.evidence() + "\n" + line.fact()));
    return one.subject().evidence().stream()
        .filter(e -> shown.contains(e.id() + "\n" + e.fact()))
        .toList();
  }

  private static Set<String> silent(Subjected one) {
    Set<String> silent = new TreeSet<>();
    one.subject().abstained().forEach(why -> silent.add(why.indicator()));
    return silent;
  }

  private static Set<Kind> kinds(View view) {
    Set<Kind> kinds = new TreeSet<>();
    view.days().forEach(day -> kinds.addAll(day.page().kinds()));
    view.machineDays().forEach(day -> kinds.addAll(day.page().kinds()));
    return kinds;
  }

  private static Subjected withFirstSeen(
      Subjected one, Assessor assessor, Run run, ReviewLine line) {
    OptionalLong first = assessor.firstSeen(one.subject(), run, line.millinats());
    return new Subjected(
        one.id(), one.person(), one.subject(), one.assessment(), first.orElse(-1), one.kinds());
  }
}
