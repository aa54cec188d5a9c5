package dev.bonafide.hiring.resume;

import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.text.Fingerprint;
import java.util.List;
import java.util.Set;

/**
 * A résumé, read. It carries no name: the reader takes the applicant's own name out of what is
 * compared between people.
 *
 * @param document what a person calls the document, for quotes
 * @param recordId id of the document's bytes, for references
 * @param lines every line that is not empty
 * @param jobs in the order of the document
 * @param studies in the order of the document
 * @param contacts mail addresses, telephone numbers and profiles that stand in it
 * @param countries where it says that the applicant lives now; empty when it does not say
 * @param fingerprint what is compared with the résumés of others
 * @param problems what could not be read, in plain words
 */
public record Resume(
    String document,
    long recordId,
    List<Line> lines,
    List<Job> jobs,
    List<Study> studies,
    List<Contact> contacts,
    Set<String> countries,
    Fingerprint fingerprint,
    List<String> problems) {

  public Resume {
    lines = List.copyOf(lines);
    jobs = List.copyOf(jobs);
    studies = List.copyOf(studies);
    contacts = List.copyOf(contacts);
    problems = List.copyOf(problems);
  }
}
