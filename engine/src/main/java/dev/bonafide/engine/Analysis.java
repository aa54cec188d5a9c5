package dev.bonafide.engine;

import dev.bonafide.assessment.Assessment;
import dev.bonafide.assessment.Assessor;
import dev.bonafide.assessment.ReviewLine;
import dev.bonafide.assessment.Run;
import dev.bonafide.assessment.Subject;
import dev.bonafide.engine.Findings.Ref;
import dev.bonafide.engine.applications.ApplicantList;
import dev.bonafide.engine.applications.Extractor;
import dev.bonafide.engine.applications.Recruitment;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.engine.directory.Roll;
import dev.bonafide.engine.intake.Intake;
import dev.bonafide.engine.intake.Limits;
import dev.bonafide.engine.intake.Progress;
import dev.bonafide.engine.intake.Walk;
import dev.bonafide.engine.privacy.Key;
import dev.bonafide.engine.privacy.Paths;
import dev.bonafide.engine.privacy.Pseudonyms;
import dev.bonafide.hiring.screening.Applications;
import dev.bonafide.indicators.Catalogue;
import dev.bonafide.indicators.View;
import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.linking.records.Judgement;
import dev.bonafide.linking.records.RecordId;
import dev.bonafide.linking.rings.Traces;
import dev.bonafide.logbook.Fold;
import dev.bonafide.logbook.Lexicon;
import dev.bonafide.logbook.Pages;
import dev.bonafide.model.Card;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Kind;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.Sources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
      Organisation organisation,
      Pseudonyms pseudonyms,
      Paths paths,
      Run run,
      List<Subjected> people,
      ReviewLine line,
      Map<Citation, Ref> refs,
      List<Dossier> dossiers,
      Map<Path, String> hashes,
      Catalogue catalogue,
      Sources sources,
      List<Judgement> judgements,
      ApplicantList applicants,
      Map<String, String> hired,
      long misfits,
      Recruitment recruitment,
      List<Applied> applied) {}

  /**
   * An application, weighed by itself.
   *
   * @param application as the hiring room found it
   */
  record Applied(Recruitment.Application application, Assessment assessment) {}

  /**
   * One person with everything that was found.
   *
   * @param id the pseudonym
   * @param firstSeen UTC epoch day, -1 when never over the line
   * @param traces by which links know a shelf of computers
   */
  record Subjected(
      String id,
      Directory.Person person,
      Subject subject,
      Assessment assessment,
      long firstSeen,
      Set<Kind> kinds,
      Traces traces) {}

  private final Settings settings;
  private final Progress progress;
  private final Sources sources;
  private final Catalogue catalogue;
  private final Knowledge knowledge;
  private final Extractor extractor;
  private final ApplicantList applicants;

  public Analysis(
      Settings settings,
      Progress progress,
      Sources sources,
      Catalogue catalogue,
      Knowledge knowledge) {
    this(settings, progress, sources, catalogue, knowledge, Extractor.NONE, ApplicantList.NONE);
  }

  /**
   * @param extractor for PDF, Word and HTML documents among the files
   * @param applicants who applied: tied to others by {@link Links}, never assessed here
   */
  public Analysis(
      Settings settings,
      Progress progress,
      Sources sources,
      Catalogue catalogue,
      Knowledge knowledge,
      Extractor extractor,
      ApplicantList applicants) {
    this.extractor = extractor;
    this.settings = settings;
    this.progress = progress;
    this.sources = sources;
    this.catalogue = catalogue;
    this.knowledge = knowledge;
    this.applicants = applicants;
  }

  /** Runs the line. */
  public Results run() {
    Walk walk = Walk.of(settings.paths, settings.out);
    ReadOptions options = new ReadOptions(settings.zone, false);
    Intake intake =
        new Intake(
            () -> sources.recogniser(options)::recognise,
            settings.limits,
            settings.threads,
            progress);
    progress.stage("read", 0, 0);
    List<Walk.Found> files = walk.found();
    List<Walk.PassedOver> aside = new ArrayList<>();
    Joined joined = read(intake, files);
    while (joined.pages.accounts().length > settings.limits.accounts() && !files.isEmpty()) {
      aside.addAll(Crowd.aside(intake, files, settings.limits.accounts()));
      Set<String> gone = new HashSet<>();
      aside.forEach(passed -> gone.add(passed.shown()));
      files = files.stream().filter(file -> !gone.contains(file.shown())).toList();
      joined = read(intake, files);
    }
    Pages pages = joined.pages;
    Lexicon lexicon = joined.lexicon;
    Roll roll = joined.roll;
    long misfits = joined.misfits;
    Set<String> unknown = new TreeSet<>();
    joined.read.passedOver().forEach(passed -> unknown.add(passed.shown()));
    Intake.Result<Gathered> read = joined.read.without(aside);

    Pseudonyms pseudonyms = new Pseudonyms(settings.key);
    Organisation organisation =
        Organisation.of(pages, lexicon, roll, pseudonyms, knowledge, settings.from, settings.to);
    Set<String> words = nameWords(organisation.directory());
    Paths paths = new Paths(pseudonyms, settings.reveal, words);

    boolean dated = settings.to != null || !organisation.asOf().isEmpty();
    Recruitment recruitment =
        Recruitment.of(
            walk.found(),
            unknown,
            organisation.directory(),
            dated ? (Long) (long) organisation.days().to() : null,
            extractor);
    int last = (int) recruitment.asOfDay();
    int first = dated ? organisation.days().from() : last;
    Run run = Run.of(first, last, settings.budget);
    List<Directory.Person> people = organisation.people();
    progress.stage("evaluate", 0, people.size());
    Map<String, Card> cards = cards(catalogue);
    Assessor assessor = new Assessor(cards.values());
    Map<String, List<Recruitment.Application>> came = recruitment.ofWorkers();
    List<Subjected> alone =
        Team.each(
            settings.threads,
            people,
            person -> {
              View view = organisation.view(person);
              Subject subject =
                  Recruitment.with(
                      organisation.subject(view, person, catalogue),
                      came.getOrDefault(person.key(), List.of()));
              Assessment assessment = assessor.assess(subject, run, last);
              return new Subjected(
                  view.person(), person, subject, assessment, -1, kinds(view), Trails.of(view));
            },
            done -> progress.stage("evaluate", done, people.size()));
    List<Judgement> judgements =
        settings.out == null ? List.of() : Judgements.read(settings.out).all();
    List<Subjected> assessed = together(alone, organisation, judgements, assessor, run);
    ReviewLine line = assessor.line(assessed.stream().map(Subjected::assessment).toList(), run);
    List<Subjected> ranked =
        assessed.stream()
            .map(one -> withFirstSeen(one, assessor, run, line))
            .sorted(Comparator.comparing(Subjected::assessment, Assessment.BEST_FIRST))
            .toList();

    Set<Citation> cited = new HashSet<>();
    ranked.forEach(one -> one.subject().evidence().forEach(e -> cited.addAll(e.citations())));
    Map<Citation, Ref> refs = recruitment.refs(cited, paths::shown);
    cited.removeAll(refs.keySet());
    progress.stage("cite", 0, cited.size());
    refs.putAll(Citations.resolve(cited, intake, read.read(), paths::shown));
    List<Dossier> dossiers =
        Team.each(
            settings.threads,
            ranked.stream().filter(one -> line.over().containsKey(one.id())).toList(),
            one ->
                new Dossiers(
                        organisation.view(one.person()),
                        counted(one),
                        silent(one),
                        cards,
                        first,
                        last)
                    .draw(),
            done -> {});
    Found found =
        new Found(
            settings,
            walk,
            read,
            organisation,
            pseudonyms,
            paths,
            run,
            ranked,
            line,
            refs,
            dossiers,
            settings.custody ? Custody.hashes(walk.found(), settings.threads) : Map.of(),
            catalogue,
            sources,
            judgements,
            applicants,
            roll.hired(),
            misfits,
            recruitment,
            recruitment.applications().stream()
                .map(one -> new Applied(one, assessor.assess(one.subject(last), run, last)))
                .toList());
    return Results.of(found, words);
  }

  /** Everybody with what links tell of them, weighed again where they tell anything. */
  private List<Subjected> together(
      List<Subjected> alone,
      Organisation organisation,
      List<Judgement> judgements,
      Assessor assessor,
      Run run) {
    Map<String, Traces> traces = new TreeMap<>();
    Map<String, String> ids = new TreeMap<>();
    for (Subjected one : alone) {
      traces.put(one.id(), one.traces());
      ids.put(settings.reveal ? Census.named(one.person()) : one.id(), one.id());
    }
    Map<String, List<Evidence>> told =
        Joint.of(
            organisation,
            alone.stream().map(Subjected::subject).toList(),
            traces,
            judgements.stream().map(judgement -> named(judgement, ids)).toList());
    return alone.stream()
        .map(
            one -> {
              List<Evidence> more = told.get(one.id());
              if (more == null) {
                return one;
              }
              Subject subject = one.subject().with(more);
              return new Subjected(
                  one.id(),
                  one.person(),
                  subject,
                  assessor.assess(subject, run, run.asOfDay()),
                  -1,
                  one.kinds(),
                  one.traces());
            })
        .toList();
  }

  /** The same judgement of pseudonyms: outputs that name people name them in judgements too. */
  private static Judgement named(Judgement judgement, Map<String, String> ids) {
    return new Judgement(
        named(judgement.left(), ids),
        named(judgement.right(), ids),
        judgement.verdict(),
        judgement.at(),
        judgement.by());
  }

  private static RecordId named(RecordId id, Map<String, String> ids) {
    return new RecordId(id.side(), ids.getOrDefault(id.id(), id.id()));
  }

  /** What was read, joined. */
  private record Joined(
      Intake.Result<Gathered> read, Pages pages, Lexicon lexicon, Roll roll, long misfits) {}

  private Joined read(Intake intake, List<Walk.Found> files) {
    Intake.Result<Gathered> read =
        intake.read(files, () -> new Gathered(settings.threads, settings.limits.accounts()));
    Team.each(settings.threads, read.consumers(), gathered -> gathered.fold.seal(), done -> {});
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
    return new Joined(read, pages, lexicon, roll, misfits);
  }

  /**
   * Every card that evidence of a run may name: those of the catalogue, of the hiring room, and of
   * what links tell.
   */
  public static Map<String, Card> cards(Catalogue catalogue) {
    Map<String, Card> cards = new TreeMap<>(catalogue.cards());
    Applications.cards().forEach(card -> cards.put(card.slug(), card));
    Joint.cards().forEach(card -> cards.put(card.slug(), card));
    return cards;
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
        one.id(),
        one.person(),
        one.subject(),
        one.assessment(),
        first.orElse(-1),
        one.kinds(),
        one.traces());
  }
}
