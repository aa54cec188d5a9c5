package dev.bonafide.hiring;

import dev.bonafide.hiring.contact.Contact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A referee and what is known of the reference.
 *
 * @param recordId id of the row, for references
 * @param firm the employer at which the referee says to have worked with the applicant; empty when
 *     unknown
 * @param contacts of the referee
 * @param sent from where the answer came; null when unknown
 */
public record Reference(
    long recordId, String firm, List<Contact> contacts, Applicant.@Nullable Sent sent) {

  public Reference {
    contacts = List.copyOf(contacts);
  }
}
