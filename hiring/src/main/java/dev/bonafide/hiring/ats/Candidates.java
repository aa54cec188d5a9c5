package dev.bonafide.hiring.ats;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.PersonKey;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.dates.Dates;
import dev.bonafide.hiring.dates.PartialDate;
import dev.bonafide.hiring.dates.Span;
import dev.bonafide.hiring.json.Json;
import dev.bonafide.hiring.resume.Records;
import dev.bonafide.hiring.resume.Resume;
import dev.bonafide.knowledge.places.Places;
import dev.bonafide.model.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads candidates in the shape of Greenhouse (Harvest API and webhooks): alone, in an array, or
 * inside {@code payload} and {@code application}. Pictures, birth days, demographic answers and
 * custom fields are not read; the name only for the person's key.
 */
public final class Candidates {
  private static final String FORM = "application form";

  /**
   * What a document holds.
   *
   * @param problems what could not be read, in plain words
   */
  public record Export(List<Applicant> applicants, List<String> problems) {
    public Export {
      applicants = List.copyOf(applicants);
      problems = List.copyOf(problems);
    }
  }

  private final List<Applicant> applicants = new ArrayList<>();
  private final String document;

  private Candidates(String document) {
    this.document = document;
  }

  /** Reads every candidate of a document. */
  public static Export read(String document, byte[] bytes) {
    return switch (Json.read(bytes)) {
      case Json.Outcome.Broken(String problem) -> new Export(List.of(), List.of(problem));
      case Json.Outcome.Read(Json json) -> {
        Candidates reader = new Candidates(document);
        reader.find(json, "");
        yield new Export(
            reader.applicants,
            reader.applicants.isEmpty()
                ? List.of("no candidate with mail addresses or telephone numbers was found")
                : List.of());
      }
    };
  }

  /** Looks for candidates down the levels that wrap them. */
  private void find(Json json, String applied) {
    for (Json item : json.items()) {
      find(item, applied);
    }
    if (json.fields().containsKey("email_addresses")
        || json.fields().containsKey("phone_numbers")) {
      candidate(json, applied);
      return;
    }
    String day = json.text("applied_at").isEmpty() ? applied : json.text("applied_at");
    for (String wrapper : List.of("payload", "application", "candidate", "candidates", "person")) {
      Json inside = json.at(wrapper);
      if (!inside.missing()) {
        find(inside, day);
      }
    }
  }

  private void candidate(Json json, String applied) {
    String id = json.text("id").isEmpty() ? document + ":" + json.line() : json.text("id");
    String name = (json.text("first_name") + " " + json.text("last_name")).strip();
    long recordId = Hash.of(document + "\n" + id);
    List<Json> addresses = json.at("addresses").items();
    Set<String> countries = Set.of();
    for (Json address : addresses) {
      if (countries.isEmpty()) {
        countries = Places.builtIn().countriesOf(address.text("value").replace("\n", ", "));
      }
    }
    List<Contact> contacts = new ArrayList<>();
    for (Json mail : json.at("email_addresses").items()) {
      add(contacts, Contact.mail(mail.text("value"), FORM, 0));
    }
    for (Json phone : json.at("phone_numbers").items()) {
      add(contacts, Contact.phone(phone.text("value"), countries, FORM, 0, null));
    }
    for (Json address : addresses) {
      add(contacts, Contact.address(address.text("value").replace("\n", ", "), FORM, 0));
    }
    for (String field : List.of("social_media_addresses", "website_addresses")) {
      for (Json profile : json.at(field).items()) {
        add(contacts, Contact.profile(profile.text("value"), FORM, 0));
      }
    }
    String sent = applied.isEmpty() ? json.text("created_at") : applied;
    PartialDate day = Dates.iso(sent);
    Applicant applicant =
        Applicant.of(
                id,
                PersonKey.of(name, id),
                recordId,
                day == null || day.day() == 0 ? Applicant.UNKNOWN : day.earliest())
            .withContacts(countries, contacts);
    Resume resume = positions(json, recordId);
    applicants.add(resume == null ? applicant : applicant.with(resume));
  }

  private static void add(List<Contact> contacts, @Nullable Contact contact) {
    if (contact != null) {
      contacts.add(contact);
    }
  }

  /** Positions and studies that the system keeps, as a résumé of their own. */
  private static @Nullable Resume positions(Json json, long recordId) {
    Records records = new Records(FORM, recordId);
    for (Json work : json.at("employments").items()) {
      records.job(work.line(), work.text("title"), work.text("company_name"), span(work));
    }
    for (Json study : json.at("educations").items()) {
      records.study(
          study.line(),
          study.text("degree"),
          study.text("discipline"),
          study.text("school_name"),
          span(study));
    }
    return records.isEmpty() ? null : records.resume();
  }

  private static @Nullable Span span(Json entry) {
    PartialDate from = date(entry.text("start_date"));
    PartialDate to = date(entry.text("end_date"));
    return from == null && to == null
        ? null
        : new Span(from, to, to == null && entry.text("end_date").isEmpty());
  }

  private static @Nullable PartialDate date(String text) {
    PartialDate iso = Dates.iso(text);
    if (iso != null) {
      return iso;
    }
    List<Dates.Found> found = Dates.in(text);
    return found.isEmpty() ? null : found.getFirst().span().to();
  }
}
