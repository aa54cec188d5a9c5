package dev.bonafide.engine.applications;

import dev.bonafide.assessment.Subject;
import dev.bonafide.engine.Findings;
import dev.bonafide.engine.directory.Directory;
import dev.bonafide.engine.intake.Walk;
import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.ApplicantFindings;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.hiring.Context;
import dev.bonafide.hiring.PersonKey;
import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.documents.Document.OfLines;
import dev.bonafide.hiring.documents.Document.OfSystem;
import dev.bonafide.hiring.documents.Inbox;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.hiring.screening.Applications;
import dev.bonafide.knowledge.places.Places;
import dev.bonafide.model.Abstained;
import dev.bonafide.model.Citation;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The applications among the files of an analysis: documents that no log source knows, read and
 * joined by the hiring room, checked against each other and the workers, and given to the worker
 * whom HR says to have come through them. A function of the documents and the directory.
 *
 * @param applications ordered by their own ids
 * @param documents what was made of the files, by path; files that hold nothing of an application
 *     are missing
 * @param records where the records stand that evidence names, by their ids
 * @param notes what there is to know of the joining
 * @param asOfDay UTC epoch day on which they are judged: that of the run, else that of the latest
 *     application
 */
public record Recruitment(
    List<Application> applications,
    Map<String, ScreeningFindings.Document> documents,
    Map<Long, Place> records,
    List<Note> notes,
    long asOfDay) {
  private static final long DAY_MILLIS = 86_400_000L;

  /**
   * One application.
   *
   * @param id its own, or the stem of its file
   * @param worker key of the person in the directory who came through it; null if nobody did
   * @param evidence what counts, of the application itself
   */
  public record Application(
      String id, @Nullable String worker, List<Evidence> evidence, List<Abstained> abstained) {

    /** The application by itself: dated after the day of judgement, it came on that day. */
    public Subject subject(long asOfDay) {
      return new Subject(
          id,
          evidence.stream().map(e -> dated(e, id, Math.min(e.day(), asOfDay))).toList(),
          List.of(),
          abstained);
    }
  }

  /**
   * Where a record stands.
   *
   * @param sha256 of its own bytes
   * @param line 1-based; null when it is the whole document
   */
  public record Place(String sha256, String path, @Nullable Long line) {}

  /** Something to know of a document. */
  public record Note(String path, String text) {}

  /**
   * Reads the documents.
   *
   * @param files all files of the run
   * @param unknown paths of files and contents that no log source knows
   * @param asOfDay UTC epoch day of the run; null when no log says what day it is
   */
  public static Recruitment of(
      List<Walk.Found> files,
      Collection<String> unknown,
      Directory directory,
      @Nullable Long asOfDay,
      Extractor extractor) {
    NavigableSet<String> left = new TreeSet<>(unknown);
    List<Walk.Found> candidates = files.stream().filter(f -> isOrHolds(left, f.shown())).toList();
    if (candidates.isEmpty()) {
      return new Recruitment(
          List.of(), Map.of(), Map.of(), List.of(), asOfDay == null ? 0 : asOfDay);
    }
    ApplicationFiles.Folder folder =
        ApplicationFiles.read(candidates, path -> isOrHolds(left, path), extractor);
    return new Maker(directory, folder).make(asOfDay);
  }

  /** Whether a path is one of these, or an archive that one of these lies in. */
  private static boolean isOrHolds(NavigableSet<String> paths, String path) {
    String inside = paths.ceiling(path + "!");
    return paths.contains(path) || (inside != null && inside.startsWith(path + "!"));
  }

  /** The applications of those who came through one, by the key of the worker. */
  public Map<String, List<Application>> ofWorkers() {
    Map<String, List<Application>> ofWorkers = new HashMap<>();
    for (Application one : applications) {
      if (one.worker != null) {
        ofWorkers.computeIfAbsent(one.worker, w -> new ArrayList<>()).add(one);
      }
    }
    return ofWorkers;
  }

  /** What is known of a person, with what is known of the applications they came through. */
  public static Subject with(Subject subject, List<Application> came) {
    if (came.isEmpty()) {
      return subject;
    }
    List<Evidence> evidence = new ArrayList<>(subject.evidence());
    List<Abstained> abstained = new ArrayList<>(subject.abstained());
    for (Application one : came) {
      one.evidence.forEach(e -> evidence.add(dated(e, subject.person(), e.day())));
      abstained.addAll(one.abstained);
    }
    return new Subject(subject.person(), evidence, subject.claims(), abstained);
  }

  /** The places of those citations that are of an application; a map of its own. */
  public Map<Citation, Findings.Ref> refs(Collection<Citation> cited, UnaryOperator<String> shown) {
    Map<Citation, Findings.Ref> refs = new HashMap<>();
    for (Citation citation : cited) {
      Place place = citation instanceof Citation.OfRow row ? records.get(row.recordId()) : null;
      if (place != null) {
        refs.put(
            citation, new Findings.Ref(place.sha256, shown.apply(place.path), place.line, null));
      }
    }
    return refs;
  }

  /** The document at a path, or that the path lies in; null when it is none of an application. */
  public ScreeningFindings.@Nullable Document document(String path) {
    ScreeningFindings.Document document = documents.get(path);
    for (int at = path.lastIndexOf('!');
        document == null && at > 0;
        at = path.lastIndexOf('!', at - 1)) {
      document = documents.get(path.substring(0, at));
    }
    return document;
  }

  /** The same evidence of an application, of this person and not later than this day. */
  static Evidence dated(Evidence e, String person, long day) {
    return new Evidence(
        e.id(),
        e.indicator(),
        person,
        e.object(),
        day,
        e.hoursAhead(),
        Math.min(e.fromMilli(), day * DAY_MILLIS),
        Math.min(e.toMilli(), day * DAY_MILLIS),
        e.millinats(),
        e.sd(),
        e.cause(),
        e.direction(),
        e.hard(),
        e.fact(),
        e.citations(),
        e.remaining());
  }

  private static final class Maker {
    private final Directory directory;
    private final ApplicationFiles.Folder folder;
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, String> persons = new HashMap<>();
    private final Map<String, ScreeningFindings.Document> documents = new TreeMap<>();

    Maker(Directory directory, ApplicationFiles.Folder folder) {
      this.directory = directory;
      this.folder = folder;
    }

    Recruitment make(@Nullable Long asOfDay) {
      Set<String> hired = new TreeSet<>();
      directory.people().forEach(p -> hired.addAll(directory.applications(p.key())));
      List<Inbox.Received> received = received(hired);
      Inbox.Sorted sorted = Inbox.sort(received, hired);
      read(received);
      sorted.alone().forEach((path, why) -> notes.add(new Note(path, why)));
      Map<String, String> workers = workers(sorted);
      leaveOut(sorted, workers);
      List<Applicant> applicants =
          sorted.applicants().stream()
              .filter(a -> isApplication(a) || workers.containsKey(a.id()))
              .map(a -> dated(a, workers.get(a.id())))
              .toList();
      long asOf = asOfDay != null ? asOfDay : lastDay(applicants);
      Context context =
          Context.of(asOf).withKnown(traces(applicants, workers, asOf)).withRelated(related());
      List<Application> applications = new ArrayList<>();
      Map<Long, Place> records = new HashMap<>();
      for (ApplicantFindings found : Applications.screen(applicants, context)) {
        List<Evidence> evidence =
            found.facts().stream()
                .map(ApplicationFact::evidence)
                .filter(e -> e.millinats() != 0)
                .toList();
        applications.add(
            new Application(
                found.applicant(), workers.get(found.applicant()), evidence, found.abstained()));
      }
      sorted.places().forEach((id, place) -> records.put(id, place(place)));
      for (Application one : applications) {
        for (Evidence e : one.evidence) {
          e.citations().forEach(citation -> locate(citation, one.id, sorted, records));
        }
      }
      return new Recruitment(List.copyOf(applications), documents, records, notes, asOf);
    }

    /** A record that is no document's own stands where the application does. */
    private void locate(
        Citation citation, String application, Inbox.Sorted sorted, Map<Long, Place> records) {
      List<String> paths = sorted.documents().getOrDefault(application, List.of());
      if (citation instanceof Citation.OfRow row
          && !records.containsKey(row.recordId())
          && !paths.isEmpty()) {
        records.put(row.recordId(), place(new Inbox.Place(paths.getFirst(), 0, "")));
      }
    }

    /** Documents of nobody who is known to have applied are none of an application. */
    private void leaveOut(Inbox.Sorted sorted, Map<String, String> workers) {
      int left = 0;
      for (Applicant applicant : sorted.applicants()) {
        if (!isApplication(applicant) && !workers.containsKey(applicant.id())) {
          List<String> paths = sorted.documents().getOrDefault(applicant.id(), List.of());
          paths.forEach(documents::remove);
          left += paths.size();
        }
      }
      if (left > 0) {
        notes.add(
            new Note(
                "", left + " transcripts and the like are of nobody who is known to have applied"));
      }
    }

    /** Captions alone may be of any meeting. */
    private static boolean isApplication(Applicant applicant) {
      return applicant.resume() != null
          || applicant.day() != Applicant.UNKNOWN
          || !applicant.contacts().isEmpty()
          || !applicant.references().isEmpty()
          || !applicant.statements().isEmpty();
    }

    // --- what is a document of an application --------------------------------------------------

    /**
     * The documents, one of each copy. Any folder of logs holds texts with addresses in them, so a
     * text is a résumé only with dated entries and a contact, or under a worker's applicant id, and
     * a table one of applicants only when it says so.
     */
    private List<Inbox.Received> received(Set<String> hired) {
      Map<String, Inbox.Received> first = new TreeMap<>();
      Predicate<String> named = Inbox.naming(hired);
      for (Inbox.Received one : folder.received()) {
        if (one.document() instanceof OfLines lines) {
          Resume resume = lines.resume();
          boolean dated = !resume.jobs().isEmpty() || !resume.studies().isEmpty();
          if (!(dated && !resume.contacts().isEmpty()) && !named.test(one.path())) {
            continue;
          }
        }
        if (one.document() instanceof OfSystem system && !system.certain()) {
          continue;
        }
        first.putIfAbsent(copy(one.path()), one);
      }
      return List.copyOf(first.values());
    }

    private void read(List<Inbox.Received> received) {
      Set<String> taken = new HashSet<>();
      received.forEach(one -> taken.add(copy(one.path())));
      for (ScreeningFindings.Document document : folder.documents()) {
        boolean asDocument = document.kind() != null && taken.contains(copy(document.path()));
        boolean tried = document.why() != null && folder.extracted().contains(document.path());
        if (asDocument || tried) {
          documents.put(document.path(), document);
        }
      }
    }

    /** Equal for two copies of one file. */
    private String copy(String path) {
      return ApplicationFiles.fileName(path) + "\n" + folder.sha256(path);
    }

    private Place place(Inbox.Place place) {
      return new Place(
          place.raw().isEmpty()
              ? folder.sha256(place.path())
              : ApplicationFiles.sha256(place.raw()),
          place.path(),
          place.line() == 0 ? null : (Long) (long) place.line());
    }

    // --- who came through which application ----------------------------------------------------

    /** The worker of each application; two workers of one application are nobody's proof. */
    private Map<String, String> workers(Inbox.Sorted sorted) {
      Map<String, Set<String>> claimed = new TreeMap<>();
      for (Directory.Person person : directory.people()) {
        for (String id : directory.applications(person.key())) {
          String application = sorted.ids().get(id);
          if (application != null) {
            claimed.computeIfAbsent(application, a -> new TreeSet<>()).add(person.key());
          }
        }
      }
      Map<String, String> workers = new HashMap<>();
      int shared = 0;
      for (Map.Entry<String, Set<String>> one : claimed.entrySet()) {
        if (one.getValue().size() == 1) {
          workers.put(one.getKey(), one.getValue().iterator().next());
        } else {
          shared++;
        }
      }
      if (shared > 0) {
        notes.add(
            new Note(
                "",
                shared
                    + " applications are named by several workers of the HR list, and joined to none:"
                    + " an applicant id belongs to one"));
      }
      return workers;
    }

    /** An application without a day was there when the work began. */
    private Applicant dated(Applicant applicant, @Nullable String worker) {
      Directory.Person person = worker == null ? null : directory.byKey(worker);
      if (applicant.day() != Applicant.UNKNOWN || person == null) {
        return applicant;
      }
      long start =
          person.claims().stream()
              .filter(Claim.Employment.class::isInstance)
              .mapToLong(Claim::fromDay)
              .filter(day -> day != Applicant.UNKNOWN)
              .min()
              .orElse(Applicant.UNKNOWN);
      return applicant.withDay(start);
    }

    /** The day of the latest application, else the latest day that a résumé names. */
    private static long lastDay(List<Applicant> applicants) {
      return applicants.stream()
          .mapToLong(Applicant::day)
          .filter(day -> day != Applicant.UNKNOWN)
          .max()
          .orElseGet(
              () ->
                  applicants.stream()
                      .map(Applicant::resume)
                      .filter(Objects::nonNull)
                      .flatMap(resume -> resume.jobs().stream())
                      .flatMapToLong(
                          job -> LongStream.of(job.span().lastStart(), job.span().lastEnd()))
                      .filter(day -> day != Long.MAX_VALUE)
                      .max()
                      .orElse(0));
    }

    private List<Traces> traces(
        List<Applicant> applicants, Map<String, String> workers, long asOf) {
      Map<String, String> people = new HashMap<>();
      Map<String, String> named = new HashMap<>();
      for (Applicant applicant : applicants) {
        named.putIfAbsent(applicant.person(), applicant.person());
        String worker = workers.get(applicant.id());
        if (worker != null) {
          people.put(worker, applicant.person());
        }
      }
      List<Traces> traces = new ArrayList<>();
      for (Directory.Person person : directory.people()) {
        List<Contact> contacts = contacts(person);
        if (!person.hr() || contacts.isEmpty()) {
          continue;
        }
        // The same name is taken to be the same person: nobody shares contacts with themselves.
        String same =
            person.names().stream()
                .map(name -> named.get(PersonKey.of(name, person.key())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(PersonKey.of("", person.key()));
        String self = people.getOrDefault(person.key(), same);
        persons.put(person.key(), self);
        traces.add(
            Traces.of(
                person.key(),
                self,
                left(person, asOf) ? Traces.Standing.LEAVER : Traces.Standing.WORKER,
                Applicant.UNKNOWN,
                contacts));
      }
      return traces;
    }

    private static boolean left(Directory.Person person, long asOf) {
      return person.claims().stream()
          .filter(Claim.Employment.class::isInstance)
          .mapToLong(Claim::toDay)
          .max()
          .stream()
          .anyMatch(last -> last < asOf);
    }

    private static List<Contact> contacts(Directory.Person person) {
      Set<String> countries = new TreeSet<>();
      for (Claim claim : person.claims()) {
        if (claim instanceof Claim.Place place && place.country() != null) {
          countries.addAll(Places.builtIn().countriesOfField(place.country()));
        }
      }
      List<Contact> contacts = new ArrayList<>();
      for (Claim claim : person.claims()) {
        if (claim instanceof Claim.Contact said) {
          Contact contact =
              switch (said.contact()) {
                case PRIVATE_MAIL -> Contact.mail(said.value(), "", 0);
                case PHONE -> Contact.phone(said.value(), countries, "", 0, null);
                case HOME_ADDRESS -> Contact.address(said.value(), "", 0);
                case SHIP_TO, PAY_TOKEN -> null;
              };
          if (contact != null) {
            contacts.add(contact);
          }
        }
      }
      return contacts;
    }

    /** The pairs of workers of whom a relation is declared. */
    private Set<String> related() {
      Set<String> pairs = new TreeSet<>();
      for (Directory.Person person : directory.people()) {
        for (Claim claim : person.claims()) {
          String other = directory.other(claim);
          String self = persons.get(person.key());
          String second = other == null ? null : persons.get(other);
          if (self != null && second != null) {
            pairs.add(Context.pair(self, second));
          }
        }
      }
      return pairs;
    }
  }
}
