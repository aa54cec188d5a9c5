package dev.bonafide.hiring.resume;

import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.dates.Dates;
import dev.bonafide.hiring.dates.PartialDate;
import dev.bonafide.hiring.dates.Span;
import dev.bonafide.hiring.json.Json;
import dev.bonafide.hiring.text.Fingerprint;
import dev.bonafide.knowledge.places.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Resume (jsonresume.org, schema 1.0.0). A quoted line is the entry's own words put
 * together, under the number of the line on which they begin. The picture, and anything that the
 * schema does not name, is not read.
 */
public final class JsonResume {
  private static final Pattern HOST =
      Pattern.compile(
          "^(?:https?://)?(?:www\\.)?([^/:?#\\s]+\\.[^/:?#\\s]+)", Pattern.CASE_INSENSITIVE);

  private final String document;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> prose = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private JsonResume(String document) {
    this.document = document;
  }

  /** Whether a document's first level looks like JSON Resume. */
  public static boolean recognises(Json json) {
    return !json.at("basics").missing()
        && (!json.at("work").missing()
            || !json.at("education").missing()
            || !json.at("skills").missing());
  }

  /**
   * Reads a résumé. A document that is no JSON gives a résumé of nothing that says so.
   *
   * @param document what a person calls it
   * @param recordId id of the document's bytes
   */
  public static Resume read(String document, long recordId, byte[] bytes) {
    return switch (Json.read(bytes)) {
      case Json.Outcome.Read(Json json) -> read(document, recordId, json);
      case Json.Outcome.Broken(String problem) ->
          new Resume(
              document,
              recordId,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              Set.of(),
              Fingerprint.NONE,
              List.of(problem));
    };
  }

  /**
   * Reads a résumé whose JSON was read already.
   *
   * @param document what a person calls it
   * @param recordId id of the document's bytes
   */
  public static Resume read(String document, long recordId, Json json) {
    return new JsonResume(document).read(recordId, json);
  }

  private Resume read(long recordId, Json json) {
    Json basics = json.at("basics");
    String name = basics.text("name");
    add(basics.at("label"), Section.HEADER);
    prose(basics.at("summary"), Section.SUMMARY);
    Set<String> countries = countries(basics.at("location"));
    List<Contact> contacts = contacts(basics, countries);
    List<Job> jobs = new ArrayList<>();
    for (Json work : json.at("work").items()) {
      job(work, "name", false, jobs);
    }
    for (Json work : json.at("volunteer").items()) {
      job(work, "organization", true, jobs);
    }
    List<Study> studies = new ArrayList<>();
    for (Json education : json.at("education").items()) {
      study(education, studies);
    }
    for (Json skill : json.at("skills").items()) {
      List<String> words = new ArrayList<>();
      words.add(skill.text("name"));
      skill.at("keywords").items().forEach(k -> words.add(k.text()));
      words.removeIf(String::isEmpty);
      if (!words.isEmpty()) {
        lines.add(new Line(skill.line(), String.join(", ", words), Section.SKILLS));
      }
    }
    for (Json project : json.at("projects").items()) {
      add(project.at("name"), Section.PROJECTS);
      prose(project.at("description"), Section.PROJECTS);
      project.at("highlights").items().forEach(h -> prose(h, Section.PROJECTS));
    }
    return new Resume(
        document,
        recordId,
        lines,
        jobs,
        studies,
        contacts,
        countries,
        Fingerprint.of(prose, List.of(name.split("[\\s,]+", -1))),
        problems);
  }

  private @Nullable Line add(Json text, Section section) {
    if (text.text().isEmpty()) {
      return null;
    }
    Line line = new Line(text.line(), text.text(), section);
    lines.add(line);
    return line;
  }

  private @Nullable Line prose(Json text, Section section) {
    Line line = add(text, section);
    if (line != null) {
      prose.add(line.text());
    }
    return line;
  }

  private static Set<String> countries(Json location) {
    Set<String> code = Places.builtIn().countriesOfField(location.text("countryCode"));
    return code.isEmpty()
        ? Places.builtIn().countriesOf(location.text("city") + ", " + location.text("region"))
        : code;
  }

  private List<Contact> contacts(Json basics, Set<String> countries) {
    List<Contact> contacts = new ArrayList<>();
    Json mail = basics.at("email");
    Json phone = basics.at("phone");
    Json location = basics.at("location");
    add(contacts, Contact.mail(mail.text(), document, mail.line()));
    add(contacts, Contact.phone(phone.text(), countries, document, phone.line(), null));
    String address =
        String.join(
            ", ", location.text("address"), location.text("city"), location.text("postalCode"));
    add(contacts, Contact.address(address, document, location.line()));
    for (Json profile : basics.at("profiles").items()) {
      add(contacts, Contact.profile(profile.text("url"), document, profile.line()));
    }
    return contacts;
  }

  private static void add(List<Contact> contacts, @Nullable Contact contact) {
    if (contact != null) {
      contacts.add(contact);
    }
  }

  private void job(Json work, String nameField, boolean volunteer, List<Job> jobs) {
    Section section = volunteer ? Section.VOLUNTEER : Section.EXPERIENCE;
    String employer = work.text(nameField).isEmpty() ? work.text("company") : work.text(nameField);
    String position = work.text("position");
    Span span = span(work);
    String head =
        Records.joined(position, employer, work.text("location"), span == null ? "" : span.text());
    if (head.isEmpty()) {
      return;
    }
    Line heading = new Line(work.line(), head, section);
    lines.add(heading);
    List<Line> body = new ArrayList<>();
    collect(body, prose(work.at("summary"), section));
    for (Json highlight : work.at("highlights").items()) {
      collect(body, prose(highlight, section));
    }
    if (span == null) {
      return;
    }
    List<String> head2 =
        List.of(position, employer, work.text("location"), work.text("description"));
    Set<String> employers = new TreeSet<>();
    if (!employer.isEmpty()) {
      employers.add(employer.toLowerCase(Locale.ROOT));
    }
    jobs.add(
        new Job(
            span,
            heading,
            List.of(heading),
            employers,
            position.isEmpty() ? List.of() : List.of(position),
            body,
            Places.builtIn().countriesOf(work.text("location")),
            Marks.ofJob(head2, body.stream().map(Line::text).toList(), volunteer)));
  }

  private static void collect(List<Line> body, @Nullable Line line) {
    if (line != null) {
      body.add(line);
    }
  }

  private void study(Json education, List<Study> studies) {
    String school = education.text("institution");
    String type = education.text("studyType");
    Span span = span(education);
    String text =
        Records.joined(type, education.text("area"), school, span == null ? "" : span.text());
    if (text.isEmpty()) {
      return;
    }
    Line line = new Line(education.line(), text, Section.EDUCATION);
    lines.add(line);
    Matcher host = HOST.matcher(education.text("url"));
    studies.add(
        new Study(
            Marks.degree(type),
            span,
            line,
            List.of(line),
            school.isEmpty() ? null : school,
            host.find() ? host.group(1).toLowerCase(Locale.ROOT) : null,
            Places.builtIn().countriesOf(education.text("location")),
            Marks.besideWork(text)));
  }

  /** No end date means that it goes on: the schema says so. */
  private @Nullable Span span(Json entry) {
    PartialDate from = date(entry.at("startDate"));
    Json end = entry.at("endDate");
    PartialDate to = date(end);
    if (from == null && to == null) {
      return null;
    }
    return new Span(from, to, to == null && end.text().isEmpty());
  }

  private @Nullable PartialDate date(Json field) {
    if (field.text().isEmpty()) {
      return null;
    }
    PartialDate date = Dates.iso(field.text());
    if (date == null && !Dates.in(field.text()).isEmpty()) {
      Span span = Dates.in(field.text()).getFirst().span();
      date = span.from() == null ? span.to() : span.from();
    }
    if (date == null) {
      problems.add(
          "line "
              + field.line()
              + ": a date that can't be read"
              + "; expected a form like 2014-06-29");
    }
    return date;
  }
}
