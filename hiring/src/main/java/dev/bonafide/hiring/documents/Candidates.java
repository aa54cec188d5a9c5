package dev.bonafide.hiring.documents;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.PersonKey;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.dates.Dates;
import dev.bonafide.hiring.dates.PartialDate;
import dev.bonafide.hiring.dates.Span;
import dev.bonafide.hiring.documents.Document.Candidate;
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
 * inside {@code payload} and {@code application}; applications without their candidate are known by
 * its id. Pictures, birth days, demographic answers and custom fields are not read; the name only
 * for the person's key.
 */
final class Candidates {
  private static final String FORM = "application form";
  private static final List<String> WRAPPERS =
      List.of(
          "payload",
          "application",
          "applications",
          "candidate",
          "candidates",
          "person",
          "data",
          "items");

  /**
   * What a document holds.
   *
   * @param problems what could not be read, in plain words
   */
  record Export(List<Candidate> candidates, List<String> problems) {
    public Export {
      candidates = List.copyOf(candidates);
      problems = List.copyOf(problems);
    }
  }

  private final List<Candidate> candidates = new ArrayList<>();
  private final String document;
  private final long documentId;

  private Candidates(String document, long documentId) {
    this.document = document;
    this.documentId = documentId;
  }

  /** Reads every candidate of a document. */
  static Export read(String document, long documentId, Json json) {
    Candidates reader = new Candidates(document, documentId);
    reader.find(json, "", "");
    return new Export(
        reader.candidates,
        reader.candidates.isEmpty()
            ? List.of(
                "JSON without a résumé or a candidate: expected JSON Resume, or candidates with mail"
                    + " addresses or telephone numbers")
            : List.of());
  }

  /** Looks for candidates down the levels that wrap them. */
  private void find(Json json, String applied, String application) {
    for (Json item : json.items()) {
      find(item, applied, application);
    }
    if (json.fields().containsKey("email_addresses")
        || json.fields().containsKey("phone_numbers")) {
      candidate(json, applied, application);
      return;
    }
    String day = json.text("applied_at").isEmpty() ? applied : json.text("applied_at");
    boolean isApplication = !json.text("applied_at").isEmpty();
    String id = isApplication ? json.text("id") : application;
    if (isApplication && !json.text("candidate_id").isEmpty() && json.at("candidate").missing()) {
      application(json, day);
      return;
    }
    for (String wrapper : WRAPPERS) {
      Json inside = json.at(wrapper);
      if (!inside.missing()) {
        find(inside, day, id);
      }
    }
  }

  /** An application that names its candidate by id alone. */
  private void application(Json json, String applied) {
    String id = json.text("candidate_id");
    Set<String> countries =
        Places.builtIn().countriesOf(json.at("location").text("address").replace("\n", ", "));
    Applicant applicant =
        Applicant.of(id, PersonKey.of("", id), recordId(id), day(applied))
            .withContacts(countries, List.of());
    candidates.add(
        new Candidate(applicant, "", List.of(json.text("id")), files(json), json.line(), ""));
  }

  private static long day(String text) {
    PartialDate day = Dates.iso(text);
    return day == null || day.day() == 0 ? Applicant.UNKNOWN : day.earliest();
  }

  private long recordId(String id) {
    return Hash.combine(documentId, Hash.of(id));
  }

  private static List<String> files(Json json) {
    List<String> files = new ArrayList<>();
    for (Json attachment : json.at("attachments").items()) {
      if (!attachment.text("filename").isEmpty()) {
        files.add(attachment.text("filename"));
      }
    }
    return files;
  }

  private void candidate(Json json, String applied, String application) {
    String id = json.text("id").isEmpty() ? document + ":" + json.line() : json.text("id");
    String name = (json.text("first_name") + " " + json.text("last_name")).strip();
    long recordId = recordId(id);
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
    String sent = applied;
    List<String> ids = new ArrayList<>();
    if (!application.isEmpty() && !application.equals(id)) {
      ids.add(application);
    }
    for (Json one : json.at("applications").items()) {
      sent = one.text("applied_at").compareTo(sent) > 0 ? one.text("applied_at") : sent;
      if (!one.text("id").isEmpty()) {
        ids.add(one.text("id"));
      }
    }
    sent = sent.isEmpty() ? json.text("created_at") : sent;
    Applicant applicant =
        Applicant.of(id, PersonKey.of(name, id), recordId, day(sent))
            .withContacts(countries, contacts);
    Resume resume = positions(json, recordId);
    candidates.add(
        new Candidate(
            resume == null ? applicant : applicant.with(resume),
            name,
            ids,
            files(json),
            json.line(),
            ""));
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
