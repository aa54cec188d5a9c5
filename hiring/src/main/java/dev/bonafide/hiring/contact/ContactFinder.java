package dev.bonafide.hiring.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Finds contacts in the lines of a document. */
public final class ContactFinder {
  private ContactFinder() {}

  /**
   * The mail addresses, profiles and telephone numbers of a line.
   *
   * @param phones whether numbers may be telephone numbers here; in the body of a résumé they
   *     seldom are
   */
  public static List<Contact> in(
      String text, String document, int line, boolean phones, Set<String> countries) {
    List<Contact> found = new ArrayList<>();
    if (text.indexOf('@') >= 0) {
      for (Matcher m = Contact.mailsIn(text); m.find(); ) {
        add(found, Contact.mail(m.group(), document, line));
      }
    }
    if (text.indexOf('/') >= 0) {
      for (Matcher m = Contact.profilesIn(text); m.find(); ) {
        add(found, Contact.profile(m.group(), document, line));
      }
    }
    if (phones) {
      for (String number : Phones.in(text, countries)) {
        add(found, Contact.phone(number, countries, document, line, null));
      }
    }
    return found;
  }

  private static void add(List<Contact> found, @Nullable Contact contact) {
    if (contact != null) {
      found.add(contact);
    }
  }
}
