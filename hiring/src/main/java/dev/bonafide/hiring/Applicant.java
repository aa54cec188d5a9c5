package dev.bonafide.hiring;

import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.interview.Interview;
import dev.bonafide.hiring.resume.Resume;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One application, as far as a check may see it. There is no name, picture, birth date or origin on
 * it.
 *
 * @param id the application's own id, or the stem of its file
 * @param person whom it claims to be of: equal for two applications of one person, which are never
 *     compared with each other. Made by record linkage, or by {@link PersonKey}
 * @param recordId id of the application's record, for references
 * @param day UTC epoch day on which it was sent; {@link #UNKNOWN} when nothing says so
 * @param countries where the form says that the applicant lives, ISO 3166-1; empty when it does not
 * @param contacts those of the form; a résumé has its own
 */
public record Applicant(
    String id,
    String person,
    long recordId,
    long day,
    Set<String> countries,
    List<Contact> contacts,
    @Nullable Resume resume,
    List<FileFacts> files,
    List<Reference> references,
    List<Interview> interviews,
    @Nullable CodeHistory code,
    @Nullable Sent sent,
    List<Statement> statements) {

  /** No day is known. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  public Applicant {
    countries = new TreeSet<>(countries);
    contacts = List.copyOf(contacts);
    files = List.copyOf(files);
    references = List.copyOf(references);
    interviews = List.copyOf(interviews);
    statements = List.copyOf(statements);
  }

  /**
   * From where something was sent, as the receiving system recorded it.
   *
   * @param device an id that the receiving system gave the browser or device
   * @param countries that the receiving system places the address in; empty when it does not
   */
  public record Sent(
      @Nullable String address,
      @Nullable String userAgent,
      @Nullable String device,
      Set<String> countries) {
    public Sent {
      countries = new TreeSet<>(countries);
    }

    public Sent(@Nullable String address, @Nullable String userAgent, @Nullable String device) {
      this(address, userAgent, device, Set.of());
    }

    public Sent(@Nullable String address, @Nullable String userAgent) {
      this(address, userAgent, null);
    }
  }

  /** An application of which nothing is known but that it exists. */
  public static Applicant of(String id, String person, long recordId, long day) {
    return new Applicant(
        id, person, recordId, day, Set.of(), List.of(), null, List.of(), List.of(), List.of(), null,
        null, List.of());
  }

  /** One application while some of it changes. */
  private final class Changed {
    private long day = Applicant.this.day;
    private Set<String> countries = Applicant.this.countries;
    private List<Contact> contacts = Applicant.this.contacts;
    private @Nullable Resume resume = Applicant.this.resume;
    private List<FileFacts> files = Applicant.this.files;
    private List<Reference> references = Applicant.this.references;
    private List<Interview> interviews = Applicant.this.interviews;
    private @Nullable CodeHistory code = Applicant.this.code;
    private @Nullable Sent sent = Applicant.this.sent;
    private List<Statement> statements = Applicant.this.statements;

    private Applicant applicant() {
      return new Applicant(
          id,
          person,
          recordId,
          day,
          countries,
          contacts,
          resume,
          files,
          references,
          interviews,
          code,
          sent,
          statements);
    }
  }

  private Applicant changed(Consumer<Changed> change) {
    Changed changed = new Changed();
    change.accept(changed);
    return changed.applicant();
  }

  public Applicant with(Resume read) {
    return changed(c -> c.resume = read);
  }

  public Applicant withDay(long known) {
    return changed(c -> c.day = known);
  }

  public Applicant withContacts(Set<String> livesIn, List<Contact> given) {
    return changed(
        c -> {
          c.countries = livesIn;
          c.contacts = given;
        });
  }

  public Applicant withFiles(List<FileFacts> given) {
    return changed(c -> c.files = given);
  }

  public Applicant withReferences(List<Reference> given) {
    return changed(c -> c.references = given);
  }

  public Applicant withInterviews(List<Interview> given) {
    return changed(c -> c.interviews = given);
  }

  public Applicant with(CodeHistory history) {
    return changed(c -> c.code = history);
  }

  public Applicant with(Sent from) {
    return changed(c -> c.sent = from);
  }

  public Applicant withStatements(List<Statement> given) {
    return changed(c -> c.statements = given);
  }

  /** Contacts of the form and of the résumé; the same one only once, the form's first. */
  public List<Contact> allContacts() {
    List<Contact> all = new ArrayList<>(contacts);
    if (resume != null) {
      for (Contact contact : resume.contacts()) {
        if (all.stream().noneMatch(c -> c.key().equals(contact.key()))) {
          all.add(contact);
        }
      }
    }
    return all;
  }

  /** Where the applicant says to live: the form's word, else the résumé's. */
  public Set<String> livesIn() {
    return !countries.isEmpty() || resume == null ? countries : resume.countries();
  }
}
