package dev.bonafide.hiring;

import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.interview.Interview;
import dev.bonafide.hiring.resume.Resume;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

  /** From where something was sent, as the receiving system recorded it. */
  public record Sent(@Nullable String address, @Nullable String userAgent) {}

  /** An application of which nothing is known but that it exists. */
  public static Applicant of(String id, String person, long recordId, long day) {
    return new Applicant(
        id, person, recordId, day, Set.of(), List.of(), null, List.of(), List.of(), List.of(), null,
        null, List.of());
  }

  public Applicant with(Resume read) {
    return new Applicant(
        id,
        person,
        recordId,
        day,
        countries,
        contacts,
        read,
        files,
        references,
        interviews,
        code,
        sent,
        statements);
  }

  public Applicant withDay(long sent) {
    return new Applicant(
        id,
        person,
        recordId,
        sent,
        countries,
        contacts,
        resume,
        files,
        references,
        interviews,
        code,
        this.sent,
        statements);
  }

  public Applicant withContacts(Set<String> livesIn, List<Contact> given) {
    return new Applicant(
        id,
        person,
        recordId,
        day,
        livesIn,
        given,
        resume,
        files,
        references,
        interviews,
        code,
        sent,
        statements);
  }

  public Applicant withFiles(List<FileFacts> given) {
    return new Applicant(
        id,
        person,
        recordId,
        day,
        countries,
        contacts,
        resume,
        given,
        references,
        interviews,
        code,
        sent,
        statements);
  }

  public Applicant withReferences(List<Reference> given) {
    return new Applicant(
        id,
        person,
        recordId,
        day,
        countries,
        contacts,
        resume,
        files,
        given,
        interviews,
        code,
        sent,
        statements);
  }

  public Applicant withInterviews(List<Interview> given) {
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
        given,
        code,
        sent,
        statements);
  }

  public Applicant with(CodeHistory history) {
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
        history,
        sent,
        statements);
  }

  public Applicant with(Sent from) {
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
        from,
        statements);
  }

  public Applicant withStatements(List<Statement> given) {
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
        given);
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
