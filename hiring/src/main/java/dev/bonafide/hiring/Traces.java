package dev.bonafide.hiring;

import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.text.Fingerprint;
import dev.bonafide.model.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an application, or of a worker or leaver, so that others can be compared with it:
 * hashes, no text. Some two kilobytes, so a hundred thousand fit into memory.
 *
 * @param id what a finding names it by
 * @param person as on {@link Applicant}
 * @param day on which it came to be known; {@link Applicant#UNKNOWN} when nothing says so
 * @param contacts of the person
 * @param documentIds ids that the person's files keep
 * @param authors that the person's files name
 * @param mailShapes shapes of the person's mail addresses that hold no name
 * @param networks hashes of the network addresses from which the person applied or joined a meeting
 * @param devices hashes of the ids of browsers and computers that applied or joined a meeting
 * @param senders a device, or a network address with a browser, from which the application came
 * @param gear hashes of the kinds of camera and microphone with which the person joined meetings
 * @param pictures of the person's documents
 */
public record Traces(
    String id,
    String person,
    Standing standing,
    long day,
    List<Long> contacts,
    List<Long> documentIds,
    List<Long> authors,
    List<Long> mailShapes,
    List<Long> networks,
    List<Long> devices,
    List<Long> senders,
    List<Long> gear,
    List<Picture> pictures,
    List<Vouch> vouches,
    Fingerprint text) {

  /** How the employer stands to a person. */
  public enum Standing {
    APPLICANT("another application"),
    WORKER("a worker"),
    LEAVER("a former worker"),
    /** Let go for a reason that the employer established. */
    LEFT_FOR_CAUSE("a former worker who was let go for cause");

    private final String text;

    Standing(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * A referee of the person.
   *
   * @param referee hashes of the referee's contacts
   * @param firm hash of the employer that the referee speaks for; 0 when unknown
   */
  public record Vouch(List<Long> referee, long firm) {
    public Vouch {
      referee = List.copyOf(referee);
    }
  }

  public Traces {
    contacts = List.copyOf(contacts);
    documentIds = List.copyOf(documentIds);
    authors = List.copyOf(authors);
    mailShapes = List.copyOf(mailShapes);
    networks = List.copyOf(networks);
    devices = List.copyOf(devices);
    senders = List.copyOf(senders);
    gear = List.copyOf(gear);
    pictures = List.copyOf(pictures);
    vouches = List.copyOf(vouches);
  }

  /** The same traces of a person who is known under another key. */
  public Traces of(String otherPerson) {
    return new Traces(
        id,
        otherPerson,
        standing,
        day,
        contacts,
        documentIds,
        authors,
        mailShapes,
        networks,
        devices,
        senders,
        gear,
        pictures,
        vouches,
        text);
  }

  /** The traces of an application. */
  public static Traces of(Applicant applicant) {
    List<Long> documentIds = new ArrayList<>();
    List<Long> authors = new ArrayList<>();
    for (FileFacts file : applicant.files()) {
      addHash(documentIds, file.documentId());
      String author = author(file);
      if (author != null) {
        addHash(authors, author);
      }
    }
    List<Long> shapes = new ArrayList<>();
    for (Contact contact : applicant.allContacts()) {
      addHash(shapes, MailShape.of(contact));
    }
    return new Traces(
        applicant.id(),
        applicant.person(),
        Standing.APPLICANT,
        applicant.day(),
        hashes(applicant.allContacts()),
        documentIds,
        authors,
        shapes,
        networks(applicant),
        devices(applicant),
        senders(applicant.sent()),
        gear(applicant),
        applicant.files().stream().flatMap(f -> f.pictures().stream()).distinct().toList(),
        applicant.references().stream()
            .map(r -> new Vouch(hashes(r.contacts()), firm(r.firm())))
            .toList(),
        applicant.resume() == null ? Fingerprint.NONE : applicant.resume().fingerprint());
  }

  /** The traces of a worker or former worker, of whom contacts are known. */
  public static Traces of(
      String id, String person, Standing standing, long day, List<Contact> contacts) {
    return new Traces(
        id,
        person,
        standing,
        day,
        hashes(contacts),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Fingerprint.NONE);
  }

  private static List<Long> networks(Applicant applicant) {
    List<Long> networks = new ArrayList<>();
    if (applicant.sent() != null) {
      addHash(networks, applicant.sent().address());
    }
    applicant.interviews().stream()
        .flatMap(interview -> interview.joined().stream())
        .forEach(joined -> addHash(networks, joined.address()));
    return networks;
  }

  private static List<Long> devices(Applicant applicant) {
    List<Long> devices = new ArrayList<>();
    if (applicant.sent() != null) {
      addHash(devices, applicant.sent().device());
    }
    applicant.interviews().stream()
        .flatMap(interview -> interview.joined().stream())
        .forEach(joined -> addHash(devices, joined.computer()));
    return devices;
  }

  private static List<Long> senders(Applicant.@Nullable Sent sent) {
    List<Long> senders = new ArrayList<>();
    if (sent != null && sent.device() != null) {
      addHash(senders, "device " + sent.device());
    } else if (sent != null && sent.address() != null && sent.userAgent() != null) {
      addHash(senders, "browser " + sent.address() + " " + sent.userAgent());
    }
    return senders;
  }

  private static List<Long> gear(Applicant applicant) {
    List<Long> gear = new ArrayList<>();
    applicant.interviews().stream()
        .flatMap(interview -> interview.joined().stream())
        .flatMap(joined -> Stream.of(joined.camera(), joined.microphone()))
        .forEach(name -> addHash(gear, NOT_A_KIND.matcher(name).replaceAll(" ")));
    return gear;
  }

  private static void addHash(List<Long> hashes, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      long hash = Hash.of(text.strip().toLowerCase(Locale.ROOT));
      if (!hashes.contains(hash)) {
        hashes.add(hash);
      }
    }
  }

  /** The hash under which a contact stands here. */
  public static long hash(Contact contact) {
    return Hash.of(contact.key());
  }

  private static List<Long> hashes(List<Contact> contacts) {
    return contacts.stream().map(Traces::hash).distinct().sorted().toList();
  }

  private static long firm(String firm) {
    String folded =
        firm.toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip()
            .replaceAll("( (?:inc|llc|ltd|limited|gmbh|ag|corp|co|plc|sa|bv|srl|pty|pvt))+$", "");
    return folded.isEmpty() ? 0 : Hash.of(folded);
  }

  /** The author that a file names; null when it names none, or one that programs write. */
  static @Nullable String author(FileFacts file) {
    String author = file.author() == null ? "" : file.author().strip().toLowerCase(Locale.ROOT);
    return author.length() < 3 || NOBODY.contains(author) ? null : author;
  }

  /** Figures and what stands in brackets name one piece, not its kind. */
  private static final Pattern NOT_A_KIND = Pattern.compile("\\(.*?\\)|[^\\p{L}]+");

  /** What programs and shops write as author. */
  private static final Set<String> NOBODY =
      Set.of(
          "user",
          "users",
          "admin",
          "administrator",
          "author",
          "owner",
          "unknown",
          "unnamed",
          "anonymous",
          "microsoft office user",
          "microsoft",
          "windows user",
          "windows",
          "office",
          "microsoft office",
          "microsoft word",
          "word",
          "google docs",
          "google",
          "canva",
          "libreoffice",
          "openoffice",
          "python-docx",
          "apache poi",
          "latex",
          "tex",
          "mac",
          "pc",
          "hp",
          "dell",
          "lenovo",
          "acer",
          "asus",
          "toshiba",
          "apple",
          "home",
          "my pc",
          "default",
          "test",
          "guest",
          "student",
          "resume",
          "cv",
          "curriculum vitae",
          "resume.io",
          "zety",
          "novoresume",
          "enhancv",
          "overleaf",
          "linkedin",
          "indeed",
          "europass",
          "kickresume",
          "adobe",
          "none",
          "null");
}
