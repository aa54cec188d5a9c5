package dev.bonafide.hiring.documents;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.CodeHistory;
import dev.bonafide.hiring.FileFacts;
import dev.bonafide.hiring.PersonKey;
import dev.bonafide.hiring.Reference;
import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.documents.Document.Candidate;
import dev.bonafide.hiring.documents.Document.Named;
import dev.bonafide.hiring.interview.Interview;
import dev.bonafide.hiring.interview.Meeting;
import dev.bonafide.hiring.interview.Meeting.Participant;
import dev.bonafide.hiring.interview.Speaker;
import dev.bonafide.hiring.interview.Transcript;
import dev.bonafide.hiring.resume.OwnName;
import dev.bonafide.hiring.resume.PlainText;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.model.Hash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins documents to applications: by the id that a document names, by the file names that a system
 * lists, by an id in the name of the file or folder, else by the file's stem. The order of the
 * documents changes nothing.
 */
public final class Inbox {
  /** Words at the ends of file names that say what a document is, not whose. */
  private static final String SORT =
      "(?:resumes?|résumé|cvs?|curriculum|vitae|transcripts?|captions?|interviews?|screening"
          + "|phone[ _.-]screen|technical|final|onsite|round|application|references?|referees|meeting"
          + "|zoom|recording|github|gitlab)[ _.-]?(?:\\d{1,2})?";

  private static final Pattern AT_AN_END =
      Pattern.compile("(?i)^" + SORT + "(?:[ _.-]+|$)|(?:^|[ _.-]+)" + SORT + "$");

  private static final Pattern NOT_OF_ID = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern FOLDER_END = Pattern.compile("[/\\\\!]");
  private static final Pattern PACKED = Pattern.compile("(?i)\\.gz$");
  private static final Pattern ENDING = Pattern.compile("(?<=.)\\.\\p{Alnum}{1,5}$");

  /**
   * A document and where it came from.
   *
   * @param path with slashes
   * @param recordId id of its bytes
   * @param facts what the file says of itself; null when nothing was looked at
   */
  public record Received(
      String path, long recordId, Document document, @Nullable FileFacts facts) {}

  /**
   * Where a record stands.
   *
   * @param line 1-based; 0 for the whole document
   * @param raw its own words; empty when it is the document's bytes
   */
  public record Place(String path, int line, String raw) {}

  private static final class Folder {
    private final String id;
    private Applicant applicant;
    private String name = "";
    private boolean known;
    private final List<Resume> resumes = new ArrayList<>();
    private final List<Received> lines = new ArrayList<>();
    private final List<Transcript> talks = new ArrayList<>();
    private final List<Participant> joined = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<FileFacts> files = new ArrayList<>();
    private final Set<String> paths = new TreeSet<>();
    private @Nullable CodeHistory code;

    Folder(String id) {
      this.id = id;
      applicant = Applicant.of(id, "", 0, Applicant.UNKNOWN);
    }
  }

  private final Map<String, Folder> folders = new TreeMap<>();

  /** Ids that a system or document names, by their folded form. */
  private final Map<String, String> declared = new HashMap<>();

  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, String> fileNames = new HashMap<>();
  private final Map<Long, Place> places = new TreeMap<>();
  private final Map<String, String> reasons = new TreeMap<>();

  private Inbox() {}

  /**
   * What came of the joining.
   *
   * @param applicants ordered by id
   * @param places where each record stands, by its id
   * @param documents the paths of each applicant's documents, by the applicant's id
   * @param alone the paths of documents that could be joined to nobody, and why
   * @param ids of the ids that were known before, under which application's id each stands; ids of
   *     no application are missing
   */
  public record Sorted(
      List<Applicant> applicants,
      Map<Long, Place> places,
      Map<String, List<String>> documents,
      Map<String, String> alone,
      Map<String, String> ids) {

    /** The traces of workers; whoever came through one of these applications is the same person. */
    public List<Traces> traces(Workers workers) {
      Map<String, String> people = new HashMap<>();
      applicants.forEach(a -> people.put(a.id(), a.person()));
      return workers.workers().stream()
          .map(w -> w.traces().of(people.getOrDefault(w.applicant(), w.traces().person())))
          .toList();
    }
  }

  /** Joins documents. */
  public static Sorted sort(List<Received> received) {
    return sort(received, Set.of());
  }

  /**
   * Joins documents.
   *
   * @param known ids of applications that somebody else names, as HR does
   */
  public static Sorted sort(List<Received> received, Collection<String> known) {
    Inbox inbox = new Inbox();
    List<Received> all =
        received.stream()
            .sorted(Comparator.comparing(Received::path).thenComparing(Received::recordId))
            .toList();
    all.forEach(inbox::systems);
    new TreeSet<>(known).forEach(inbox::declare);
    all.forEach(inbox::fields);
    all.forEach(inbox::lines);
    all.forEach(inbox::others);
    List<Applicant> applicants =
        inbox.folders.values().parallelStream().map(Inbox::applicant).toList();
    applicants.forEach(inbox::place);
    all.forEach(one -> inbox.referees(one, applicants));
    Map<String, List<String>> documents = new TreeMap<>();
    inbox.folders.forEach((id, folder) -> documents.put(id, List.copyOf(folder.paths)));
    return new Sorted(
        applicants.stream().map(inbox::withReferences).toList(),
        Map.copyOf(inbox.places),
        documents,
        inbox.reasons,
        inbox.ids(known));
  }

  /** Tells whether a path names one of these ids, as a part of it or within its file's name. */
  public static Predicate<String> naming(Collection<String> ids) {
    Inbox inbox = new Inbox();
    new TreeSet<>(ids).forEach(inbox::declare);
    return path -> inbox.known(path) != null;
  }

  /** An id that a system already uses for an application stays that application's. */
  private void declare(String id) {
    if (!folded(id).isEmpty() && knownOrAlias(folded(id)) == null) {
      declared.put(folded(id), id);
    }
  }

  private Map<String, String> ids(Collection<String> known) {
    Map<String, String> ids = new TreeMap<>();
    for (String id : known) {
      String application = knownId(id);
      if (application != null && folders.containsKey(application)) {
        ids.put(id, application);
      }
    }
    return ids;
  }

  private Folder folder(String id) {
    return folders.computeIfAbsent(id, Folder::new);
  }

  // --- what names its applicant itself -----------------------------------------------------------

  private void systems(Received received) {
    if (!(received.document() instanceof Document.OfSystem system)) {
      return;
    }
    for (Candidate candidate : system.candidates()) {
      Applicant next = candidate.applicant();
      Folder folder = folder(next.id());
      declared.putIfAbsent(folded(next.id()), next.id());
      folder.paths.add(received.path());
      folder.name = folder.name.isEmpty() ? candidate.name() : folder.name;
      folder.applicant = folder.known ? merged(folder.applicant, next) : next;
      folder.known = true;
      if (next.resume() != null) {
        folder.resumes.add(next.resume());
      }
      candidate.ids().forEach(id -> aliases.putIfAbsent(folded(id), next.id()));
      candidate.files().forEach(f -> fileNames.putIfAbsent(folded(fileName(f)), next.id()));
      places.put(next.recordId(), new Place(received.path(), candidate.line(), candidate.raw()));
    }
  }

  /** What two records say of one application: nothing is lost, the later day counts. */
  private static Applicant merged(Applicant a, Applicant b) {
    List<Contact> contacts = new ArrayList<>(a.contacts());
    for (Contact contact : b.contacts()) {
      if (contacts.stream().noneMatch(c -> c.key().equals(contact.key()))) {
        contacts.add(contact);
      }
    }
    Applicant merged =
        Applicant.of(a.id(), a.person(), a.recordId(), Math.max(a.day(), b.day()))
            .withContacts(a.countries().isEmpty() ? b.countries() : a.countries(), contacts)
            .withStatements(
                Stream.concat(a.statements().stream(), b.statements().stream()).toList());
    Applicant.Sent sent = a.sent() == null ? b.sent() : a.sent();
    return sent == null ? merged : merged.with(sent);
  }

  private void fields(Received received) {
    if (received.document() instanceof Document.OfFields fields) {
      Folder folder = folder(idOf(received.path(), fields.id()));
      folder.name = folder.name.isEmpty() ? fields.name() : folder.name;
      folder.resumes.add(fields.resume());
      String picture = folded(fileName(fields.picture()));
      if (!picture.isEmpty() && !fields.picture().contains(":")) {
        fileNames.putIfAbsent(picture, folder.id);
      }
      whole(received, folder);
    }
  }

  private void lines(Received received) {
    if (received.document() instanceof Document.OfLines) {
      Folder folder = folder(idOf(received.path(), ""));
      folder.lines.add(received);
      whole(received, folder);
    }
  }

  private void others(Received received) {
    switch (received.document()) {
      case Document.OfTalk talk -> {
        Folder folder = folder(idOf(received.path(), ""));
        folder.talks.add(talk.transcript());
        whole(received, folder);
      }
      case Document.OfCode code -> {
        Folder folder = folder(idOf(received.path(), code.applicant()));
        folder.code = folder.code == null ? code.history() : folder.code;
        whole(received, folder);
      }
      case Document.OfPicture picture -> {
        String id = idOf(received.path(), "");
        if (folders.containsKey(id)) {
          whole(received, folder(id));
        } else {
          reasons.put(received.path(), "a picture of no application that is here");
        }
      }
      case Document.OfMeeting meeting -> meeting(received.path(), meeting.meeting());
      case Document.OfSystem system -> {}
      case Document.OfFields fields -> {}
      case Document.OfLines lines -> {}
      case Document.OfReferees referees -> {}
      case Document.Nothing nothing -> {}
      case Document.Unreadable unreadable -> {}
    }
  }

  private void whole(Received received, Folder folder) {
    folder.paths.add(received.path());
    if (received.facts() != null) {
      folder.files.add(received.facts());
    }
    places.put(received.recordId(), new Place(received.path(), 0, ""));
  }

  private void meeting(String path, Meeting meeting) {
    String byName = known(path);
    int joined = 0;
    for (Participant one : meeting.participants()) {
      String id = one.applicant().isEmpty() ? null : knownId(one.applicant());
      if (id == null && byName != null) {
        Folder folder = folder(byName);
        boolean own = Speaker.isNamed(one.label(), folder.name);
        id = own ? byName : null;
      }
      if (id == null) {
        List<Folder> named =
            folders.values().stream().filter(f -> isFull(f.name, one.label())).toList();
        id = named.size() == 1 ? named.getFirst().id : null;
      }
      if (id != null) {
        Folder folder = folder(id);
        folder.joined.add(one);
        folder.paths.add(path);
        places.put(one.recordId(), new Place(path, one.line(), one.raw()));
        joined++;
      }
    }
    if (joined == 0) {
      reasons.put(path, "a meeting report in which no applicant was found by id or name");
    }
  }

  private static boolean isFull(String name, String label) {
    return !name.isEmpty() && PersonKey.of(name, "").equals(PersonKey.of(label, ""));
  }

  // --- whose a document is
  // -------------------------------------------------------------------------

  private String idOf(String path, String own) {
    if (!own.isEmpty()) {
      String known = knownId(own);
      declared.putIfAbsent(folded(own), own);
      return known == null ? own : known;
    }
    String known = known(path);
    return known == null ? stem(path) : known;
  }

  private @Nullable String knownId(String id) {
    return folders.containsKey(id) ? id : knownOrAlias(folded(id));
  }

  /** The application that a path names by a file name of the system, or by an id; null if none. */
  private @Nullable String known(String path) {
    String listed = fileNames.isEmpty() ? null : fileNames.get(folded(fileName(path)));
    if (listed != null || (declared.isEmpty() && aliases.isEmpty())) {
      return listed;
    }
    List<String> parts = List.of(FOLDER_END.split(path, -1));
    for (int i = parts.size() - 1; i >= 0; i--) {
      String part = i == parts.size() - 1 ? withoutEnding(parts.get(i)) : parts.get(i);
      String whole = knownOrAlias(folded(part));
      if (whole != null) {
        return whole;
      }
      String longest = within(" " + folded(part) + " ");
      if (longest != null) {
        return longest;
      }
    }
    return null;
  }

  private @Nullable String knownOrAlias(String folded) {
    String id = declared.get(folded);
    return id == null ? aliases.get(folded) : id;
  }

  /** The longest run of words of a name that is an id. */
  private @Nullable String within(String name) {
    List<String> words = List.of(name.strip().split(" ", -1));
    for (int length = words.size() - 1; length > 0; length--) {
      for (int from = 0; from + length <= words.size(); from++) {
        String run = String.join(" ", words.subList(from, from + length));
        String id = run.length() < 2 ? null : knownOrAlias(run);
        if (id != null) {
          return id;
        }
      }
    }
    return null;
  }

  private static String stem(String path) {
    List<String> parts = List.of(FOLDER_END.split(path, -1));
    for (int i = parts.size() - 1; i >= 0; i--) {
      String part = i == parts.size() - 1 ? withoutEnding(parts.get(i)) : parts.get(i);
      String rest = part;
      for (Matcher m = AT_AN_END.matcher(rest); m.find(); m = AT_AN_END.matcher(rest)) {
        rest = rest.substring(0, m.start()) + rest.substring(m.end());
      }
      if (!rest.isEmpty()) {
        return rest;
      }
    }
    return withoutEnding(fileName(path));
  }

  private static String fileName(String path) {
    return path.substring(
        Math.max(path.lastIndexOf('/'), Math.max(path.lastIndexOf('\\'), path.lastIndexOf('!')))
            + 1);
  }

  private static String withoutEnding(String name) {
    return ENDING.matcher(PACKED.matcher(name).replaceFirst("")).replaceFirst("");
  }

  private static String folded(String text) {
    return NOT_OF_ID.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  // --- the application ---------------------------------------------------------------------------

  private static Applicant applicant(Folder folder) {
    for (Received received : folder.lines) {
      if (received.document() instanceof Document.OfLines(String text, Resume resume)) {
        String name = folder.name.isEmpty() ? OwnName.of(text) : folder.name;
        folder.name = name;
        folder.resumes.add(PlainText.named(resume, name));
      }
    }
    String person = PersonKey.of(folder.name, folder.id);
    long recordId = folder.applicant.recordId();
    if (!folder.known) {
      recordId =
          folder.resumes.isEmpty() ? Hash.of(folder.id) : folder.resumes.getFirst().recordId();
    }
    Applicant first = folder.applicant;
    Applicant applicant =
        Applicant.of(folder.id, person, recordId, first.day())
            .withContacts(first.countries(), contacts(folder))
            .withFiles(folder.files)
            .withStatements(first.statements())
            .withInterviews(interviews(folder));
    if (first.sent() != null) {
      applicant = applicant.with(first.sent());
    }
    if (folder.code != null) {
      applicant = applicant.with(folder.code);
    }
    Resume resume =
        folder.resumes.stream()
            .max(
                Comparator.comparingInt((Resume r) -> r.jobs().size())
                    .thenComparing(r -> r.lines().size())
                    .thenComparing(Resume::document))
            .orElse(null);
    return resume == null ? applicant : applicant.with(resume);
  }

  /** An application that no record of its own tells of stands where its first document does. */
  private void place(Applicant applicant) {
    Set<String> paths = folder(applicant.id()).paths;
    if (!paths.isEmpty()) {
      places.putIfAbsent(applicant.recordId(), new Place(paths.iterator().next(), 0, ""));
    }
  }

  /** Those of the form, and of résumés that stand beside the fullest one. */
  private static List<Contact> contacts(Folder folder) {
    List<Contact> contacts = new ArrayList<>(folder.applicant.contacts());
    if (folder.resumes.size() > 1) {
      for (Resume resume : folder.resumes) {
        for (Contact contact : resume.contacts()) {
          if (contacts.stream().noneMatch(c -> c.key().equals(contact.key()))) {
            contacts.add(contact);
          }
        }
      }
    }
    return contacts;
  }

  private static List<Interview> interviews(Folder folder) {
    List<Interview> interviews = new ArrayList<>();
    long day = folder.joined.stream().mapToLong(Participant::day).max().orElse(Applicant.UNKNOWN);
    int roundTrip = folder.joined.stream().mapToInt(Participant::roundTripMillis).max().orElse(0);
    for (Transcript talk : folder.talks) {
      interviews.add(
          new Interview(
              talk,
              Speaker.of(
                  talk, folder.name, folder.joined.stream().map(Participant::label).toList()),
              day,
              roundTrip,
              folder.joined));
    }
    if (interviews.isEmpty() && !folder.joined.isEmpty()) {
      Participant first = folder.joined.getFirst();
      interviews.add(
          new Interview(
              new Transcript("", first.recordId(), List.of(), List.of()),
              first.label(),
              day,
              roundTrip,
              folder.joined));
    }
    return interviews;
  }

  // --- references --------------------------------------------------------------------------------

  private void referees(Received received, List<Applicant> applicants) {
    if (!(received.document() instanceof Document.OfReferees referees)) {
      return;
    }
    Map<String, String> byMail = new HashMap<>();
    for (Applicant applicant : applicants) {
      applicant.allContacts().forEach(c -> byMail.putIfAbsent(c.key(), applicant.id()));
    }
    int unjoined = 0;
    for (Named named : referees.referees()) {
      String id = knownId(named.applicant());
      Contact mail = id == null ? Contact.mail(named.applicant(), "", 0) : null;
      id = mail == null ? id : byMail.get(mail.key());
      if (id == null) {
        unjoined++;
        continue;
      }
      Folder folder = folder(id);
      folder.references.add(named.reference());
      folder.paths.add(received.path());
      places.put(
          named.reference().recordId(), new Place(received.path(), named.line(), named.raw()));
    }
    if (unjoined > 0) {
      reasons.put(received.path(), unjoined + " references of applications that are not here");
    }
  }

  private Applicant withReferences(Applicant applicant) {
    List<Reference> references = folder(applicant.id()).references;
    return references.isEmpty() ? applicant : applicant.withReferences(references);
  }
}
