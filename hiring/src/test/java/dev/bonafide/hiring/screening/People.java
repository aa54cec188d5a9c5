package dev.bonafide.hiring.screening;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.ApplicantFindings;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.hiring.Context;
import dev.bonafide.hiring.PersonKey;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.resume.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Made-up applicants. */
final class People {
  static final long TODAY = LocalDate.of(2026, 11, 1).toEpochDay();
  static final Context CONTEXT = Context.of(TODAY);

  private People() {}

  static Applicant applicant(String name, String resume) {
    String id = "a-" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Applicant.of(id, PersonKey.of(name, id), name.hashCode(), TODAY - 3)
        .with(PlainText.read("resume of " + id, 1000 + name.hashCode(), resume, name));
  }

  static Applicant with(Applicant applicant, Set<String> livesIn, String... contacts) {
    List<Contact> given = new ArrayList<>();
    for (String text : contacts) {
      given.add(contact(text, livesIn));
    }
    return applicant.withContacts(livesIn, given);
  }

  static Contact contact(String text, Set<String> livesIn) {
    Contact contact = Contact.mail(text, "application form", 0);
    if (contact == null) {
      contact = Contact.profile(text, "application form", 0);
    }
    if (contact == null) {
      contact = Contact.address(text, "application form", 0);
    }
    if (contact == null) {
      contact = Contact.phone(text, livesIn, "application form", 0, null);
    }
    return Objects.requireNonNull(contact, text);
  }

  /** A résumé of which nothing is asked. */
  static String honest(SplittableRandom random) {
    StringBuilder text = new StringBuilder("A Person\nAustin, TX, USA\n\nSUMMARY\n");
    text.append(sentence(random)).append("\n\nEXPERIENCE\n");
    int year = 2006 + random.nextInt(6);
    for (int job = 0; job < 3; job++) {
      int end = year + 1 + random.nextInt(3);
      text.append("\nEngineer, ")
          .append(word(random))
          .append(" Ltd, Austin, TX, USA\nMar ")
          .append(year)
          .append(" – Feb ")
          .append(end)
          .append('\n');
      for (int line = 0; line < 5; line++) {
        text.append("• ").append(sentence(random)).append('\n');
      }
      year = end;
    }
    return text.append("\nEDUCATION\nBSc Computing, Example University, 2002 – 2006\n").toString();
  }

  static String sentence(SplittableRandom random) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      words.append(i == 0 ? "" : " ").append(word(random));
    }
    return words.toString();
  }

  static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      word.append("bcdfglmnprst".charAt(random.nextInt(12)))
          .append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  static List<ApplicantFindings> screen(Applicant... applicants) {
    return Applications.screen(List.of(applicants), CONTEXT);
  }

  static ApplicantFindings of(List<ApplicantFindings> all, Applicant applicant) {
    return all.stream().filter(f -> f.applicant().equals(applicant.id())).findFirst().orElseThrow();
  }

  /** The fact of one check about one applicant, screened alone; null when it is quiet. */
  static @Nullable ApplicationFact fact(Applicant applicant, String slug) {
    return fact(screen(applicant).getFirst(), slug);
  }

  static @Nullable ApplicationFact fact(ApplicantFindings findings, String slug) {
    return findings.facts().stream()
        .filter(f -> f.evidence().indicator().equals(slug))
        .findFirst()
        .orElse(null);
  }
}
