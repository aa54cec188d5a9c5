package dev.bonafide.engine.applications;

import dev.bonafide.assessment.Assessment;
import dev.bonafide.assessment.Assessor;
import dev.bonafide.assessment.Line;
import dev.bonafide.assessment.Run;
import dev.bonafide.assessment.Subject;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.Version;
import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.ApplicantFindings;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.hiring.Context;
import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.documents.Documents;
import dev.bonafide.hiring.documents.Inbox;
import dev.bonafide.hiring.documents.Workers;
import dev.bonafide.hiring.screening.Applications;
import dev.bonafide.model.Card;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Evidence;
import dev.bonafide.model.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Screens a folder of applications: reads, joins, checks, weighs and groups. */
public final class Screening {
  private static final long DAY_MILLIS = 86_400_000L;

  /** What an application must weigh above the base rate to have been "seen": a nat. */
  private static final long SEEN = 1000;

  /**
   * What is screened, and against what.
   *
   * @param folders the applications
   * @param against earlier applications
   * @param workers HR lists of workers and former workers
   * @param lists lists of the employer
   * @param out not read; null when there is none
   * @param asOf the day of judgement; null: that of the latest application, else {@code today}
   */
  public record Settings(
      List<Path> folders,
      List<Path> against,
      List<Path> workers,
      List<Path> lists,
      @Nullable Path out,
      @Nullable LocalDate asOf,
      LocalDate today,
      String command,
      Extractor extractor) {
    public Settings {
      folders = List.copyOf(folders);
      against = List.copyOf(against);
      workers = List.copyOf(workers);
      lists = List.copyOf(lists);
    }
  }

  private final Settings settings;
  private final Map<String, Card> cards = new TreeMap<>();
  private final Map<String, String> hashes = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  public Screening(Settings settings) {
    this.settings = settings;
    Applications.cards().forEach(card -> cards.put(card.slug(), card));
  }

  /** Runs it. */
  public ScreeningFindings run() {
    ApplicationFiles.Folder fresh =
        ApplicationFiles.read(settings.folders, settings.out, settings.extractor);
    ApplicationFiles.Folder old =
        settings.against.isEmpty()
            ? ApplicationFiles.Folder.EMPTY
            : ApplicationFiles.read(settings.against, settings.out, settings.extractor);
    hashes.putAll(old.hashes());
    hashes.putAll(fresh.hashes());
    Inbox.Sorted sorted = Inbox.sort(fresh.received());
    Inbox.Sorted earlier = Inbox.sort(old.received());
    long asOf = asOf(sorted.applicants());
    Set<String> ids = new HashSet<>();
    sorted.applicants().forEach(a -> ids.add(a.id()));
    List<Applicant> all = new ArrayList<>(sorted.applicants());
    earlier.applicants().stream().filter(a -> !ids.contains(a.id())).forEach(all::add);
    Map<String, Applicant> byId = new HashMap<>();
    all.forEach(a -> byId.put(a.id(), a));
    ListFiles lists = ListFiles.read(settings.lists, notes);
    Context context =
        Context.of(asOf)
            .with(lists.lists())
            .withJobAds(lists.advertisements())
            .withKnown(workers(sorted, asOf));
    List<ApplicantFindings> findings = Applications.screen(all, context);
    Map<Long, Inbox.Place> places = new HashMap<>(earlier.places());
    places.putAll(sorted.places());
    Map<String, List<String>> documents = new HashMap<>(earlier.documents());
    documents.putAll(sorted.documents());
    Assessor assessor = new Assessor(cards.values());
    long first =
        all.stream()
            .mapToLong(Applicant::day)
            .filter(d -> d != Applicant.UNKNOWN)
            .min()
            .orElse(asOf);
    Run run = Run.of(Math.min(first, asOf), asOf, 5);
    List<ScreeningFindings.Applicant> shown =
        findings.parallelStream()
            .filter(f -> ids.contains(f.applicant()) || counts(f))
            .map(
                f ->
                    shown(
                        f,
                        byId.getOrDefault(f.applicant(), Applicant.of(f.applicant(), "", 0, 0)),
                        assessor,
                        run,
                        places,
                        documents.getOrDefault(f.applicant(), List.of())))
            .toList();
    sorted.alone().forEach((path, why) -> notes.add(path + ": " + why));
    return new ScreeningFindings(
        new ScreeningFindings.Run(Version.NUMBER, settings.command, close(asOf)),
        shown.stream().filter(a -> ids.contains(a.id())).toList(),
        shown.stream().filter(a -> !ids.contains(a.id())).toList(),
        Clusters.of(findings),
        fresh.documents(),
        List.copyOf(notes));
  }

  private static boolean counts(ApplicantFindings findings) {
    return findings.facts().stream().anyMatch(f -> f.evidence().millinats() > 0);
  }

  private long asOf(List<Applicant> applicants) {
    if (settings.asOf != null) {
      return settings.asOf.toEpochDay();
    }
    return applicants.stream()
        .mapToLong(Applicant::day)
        .filter(day -> day != Applicant.UNKNOWN)
        .max()
        .orElse(settings.today.toEpochDay());
  }

  private List<Traces> workers(Inbox.Sorted sorted, long asOf) {
    List<Traces> workers = new ArrayList<>();
    for (Path file : settings.workers) {
      try {
        String text = Documents.text(Files.readAllBytes(file));
        Workers read = Workers.read(text == null ? "" : text, asOf);
        if (read.workers().isEmpty()) {
          notes.add(
              file + ": no table of workers with an id and a mail address or telephone number");
        }
        workers.addAll(sorted.traces(read));
      } catch (IOException e) {
        notes.add(file + ": can't be read");
      }
    }
    return workers;
  }

  // --- one application
  // -----------------------------------------------------------------------------

  private ScreeningFindings.Applicant shown(
      ApplicantFindings findings,
      Applicant applicant,
      Assessor assessor,
      Run run,
      Map<Long, Inbox.Place> places,
      List<String> documents) {
    List<Evidence> counted =
        findings.facts().stream()
            .map(ApplicationFact::evidence)
            .filter(e -> e.millinats() != 0)
            .map(e -> notAfter(e, run.asOfDay()))
            .toList();
    Subject subject = new Subject(findings.applicant(), counted, List.of(), findings.abstained());
    Assessment assessment = assessor.assess(subject, run, run.asOfDay());
    OptionalLong seen = assessor.firstSeen(subject, run, run.priorMillinats() + SEEN);
    Map<String, Evidence> byId = new HashMap<>();
    counted.forEach(e -> byId.put(e.id(), e));
    List<Findings.LedgerLine> ledger = new ArrayList<>();
    for (Line line : assessment.ledger()) {
      Evidence e = line.evidence() == null ? null : byId.get(line.evidence());
      ledger.add(
          new Findings.LedgerLine(
              line.sort().slug(),
              line.indicator(),
              line.cause() == null ? null : line.cause().slug(),
              line.evidence(),
              line.millinats(),
              Weight.decibans(line.millinats()),
              instant(line.fromMilli()),
              instant(line.toMilli()),
              line.direction() == null ? null : line.direction().slug(),
              line.fact(),
              e == null ? List.of() : refs(e, places)));
    }
    return new ScreeningFindings.Applicant(
        findings.applicant(),
        applicant.day() == Applicant.UNKNOWN
            ? null
            : LocalDate.ofEpochDay(applicant.day()).toString(),
        assessment.millinats(),
        assessment.decibans(),
        seen.isEmpty() ? null : close(seen.getAsLong()),
        assessment.indicators(),
        ledger,
        findings.questions().stream().map(this::question).toList(),
        facts(findings, true),
        facts(findings, false),
        fits(findings),
        findings.abstained().stream()
            .map(a -> new Findings.Abstention(a.indicator(), a.reason()))
            .toList(),
        documents);
  }

  /**
   * An application that is dated after the day of judgement is judged as if it came on that day.
   */
  private static Evidence notAfter(Evidence e, long asOf) {
    return Recruitment.dated(e, e.person(), Math.min(e.day(), asOf));
  }

  private static @Nullable String instant(@Nullable Long milli) {
    return milli == null ? null : Instant.ofEpochMilli(milli).toString();
  }

  private static String close(long day) {
    return Instant.ofEpochMilli((day + 1) * DAY_MILLIS).toString();
  }

  private ScreeningFindings.Question question(ApplicantFindings.Question question) {
    ApplicationFact fact = question.fact();
    Card card = cards.get(question.indicator());
    return new ScreeningFindings.Question(
        question.indicator(),
        card == null ? "" : card.title(),
        fact.evidence().fact(),
        quotes(fact),
        fact.innocent(),
        question.ask(),
        question.settles(),
        question.minutes());
  }

  private static List<ScreeningFindings.Quote> quotes(ApplicationFact fact) {
    return fact.quotes().stream()
        .map(
            q ->
                new ScreeningFindings.Quote(
                    q.document(), q.line() == 0 ? null : q.line(), q.text()))
        .toList();
  }

  private static List<ScreeningFindings.Fact> facts(ApplicantFindings findings, boolean counted) {
    return findings.facts().stream()
        .filter(f -> (f.evidence().millinats() != 0) == counted)
        .map(
            f ->
                new ScreeningFindings.Fact(
                    f.evidence().indicator(), f.evidence().fact(), quotes(f), f.others()))
        .toList();
  }

  private List<String> fits(ApplicantFindings findings) {
    Set<String> spoke = new HashSet<>();
    findings.facts().forEach(f -> spoke.add(f.evidence().indicator()));
    findings.abstained().forEach(a -> spoke.add(a.indicator()));
    return cards.values().stream()
        .filter(card -> !spoke.contains(card.slug()))
        .map(Card::title)
        .sorted()
        .toList();
  }

  // --- references to records
  // -----------------------------------------------------------------------

  private List<Findings.Ref> refs(Evidence evidence, Map<Long, Inbox.Place> places) {
    List<Findings.Ref> refs = new ArrayList<>();
    for (Citation citation : evidence.citations()) {
      Inbox.Place place =
          citation instanceof Citation.OfRow row ? places.get(row.recordId()) : null;
      if (place != null) {
        refs.add(
            new Findings.Ref(
                place.raw().isEmpty()
                    ? hashes.getOrDefault(place.path(), "")
                    : ApplicationFiles.sha256(place.raw()),
                place.path(),
                place.line() == 0 ? null : (long) place.line(),
                null));
      }
    }
    return refs;
  }
}
