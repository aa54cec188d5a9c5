package dev.bonafide.hiring.documents;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.PersonKey;
import dev.bonafide.hiring.Reference;
import dev.bonafide.hiring.Statement;
import dev.bonafide.hiring.Statement.Sort;
import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.Traces.Standing;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.dates.Dates;
import dev.bonafide.hiring.dates.PartialDate;
import dev.bonafide.hiring.documents.Document.Candidate;
import dev.bonafide.hiring.documents.Document.Named;
import dev.bonafide.hiring.interview.Meeting;
import dev.bonafide.hiring.interview.Meeting.Participant;
import dev.bonafide.knowledge.places.Places;
import dev.bonafide.model.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tables of applicants, referees, workers and meetings, by what their headers mean. */
final class Rows {
  private static final String FORM = "application form";
  private static final Pattern APPLICANT_ID =
      Pattern.compile("^(?:applicant|candidate)(?: (?:id|no|number|key|ref))?$");
  private static final Pattern APPLICATION_ID =
      Pattern.compile("^(?:application|app|submission)(?: (?:id|no|number|key|ref))?$");
  private static final Pattern ID = Pattern.compile("^(?:external )?(?:id|key|no|number)$");
  private static final Pattern NAME =
      Pattern.compile(
          "^(?:(?:full|candidate|applicant|display|legal|preferred|employee|worker) )*name$");
  private static final Pattern FIRST_NAME = Pattern.compile("^(?:first|given|fore) ?names?$");
  private static final Pattern LAST_NAME = Pattern.compile("^(?:last|sur|family) ?names?$");
  private static final Pattern MAIL =
      Pattern.compile(
          "^(?!.*\\b(?:referee|reference|recruiter|manager|interviewer|verified|domain)\\b).*\\be? ?mails?\\b");
  private static final Pattern PHONE =
      Pattern.compile(
          "^(?!.*\\b(?:referee|reference|type|carrier|line|recruiter|manager)\\b).*\\b(?:phones?|mobile|telephone|cell|tel)\\b");
  private static final Pattern CARRIER = Pattern.compile("\\b(?:carrier|line type|phone type)\\b");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "^(?!.*\\b(?:ip|e?mail|work|office|mac|referee|reference)\\b).*\\b(?:address|street)\\b");
  private static final Pattern CITY = Pattern.compile("^(?:home )?(?:city|town)$");
  private static final Pattern STATE = Pattern.compile("^(?:home )?(?:state|province|region)$");
  private static final Pattern POSTCODE =
      Pattern.compile("^(?:zip|zip ?code|post ?code|postal code)$");
  private static final Pattern COUNTRY =
      Pattern.compile(
          "^(?:home |claimed |declared )?(?:country(?: of residence)?|location|place|lives in|residence)$");
  private static final Pattern APPLIED =
      Pattern.compile(
          "\\bappl(?:ied|ication date)\\b|\\bsubmitted\\b|^(?:created(?: at| on)?|received(?: at| on)?|date|day)$");
  private static final Pattern ADDRESS_OF_NETWORK =
      Pattern.compile(
          "^(?!.*\\b(?:country|location|place|city|region|geo)\\b)(?:(?!private|internal|local|assigned).)*\\bip\\b");
  private static final Pattern SENT_FROM =
      Pattern.compile(
          "^(?:(?:ip|geo ?ip|network|application|applied from|submitted from)(?: address)? (?:country|location|place|geo)|applied from|submitted from)$");
  private static final Pattern AGENT = Pattern.compile("user ?agent|browser");
  private static final Pattern PROFILE =
      Pattern.compile("linkedin|github|gitlab|profile|website|portfolio");
  private static final Pattern FILE =
      Pattern.compile(
          "^(?:resume|cv|attachments?|file ?name|files?|document)(?: (?:file|name|path))*$");
  private static final Pattern VERDICT =
      Pattern.compile(
          "^(?:idv|identity|id|document)\\b.*\\b(?:verdict|result|status|check|verification|outcome)$|^idv$|^verdict$|^verification (?:verdict|result|status|outcome)$");
  private static final Pattern FAILED =
      Pattern.compile("(?i)fail|reject|den(?:y|ied)|mismatch|forged");
  private static final Pattern PASSED =
      Pattern.compile("(?i)^(?:pass|verified|approv|clear|success|ok\\b)");
  private static final Pattern OFFERED = Pattern.compile("\\balternatives?\\b.*\\boffered\\b");
  private static final Pattern REFUSED =
      Pattern.compile("\\balternatives?\\b.*\\b(?:refused|declined)\\b");
  private static final Pattern SAME = Pattern.compile("\\bsame person\\b");
  private static final Pattern PAY =
      Pattern.compile(
          "\\bpay(?:ment|out)? (?:preference|request|method|wish|to)\\b|\\b(?:requested|preferred) pay(?:ment|out)?\\b");
  private static final Pattern CRYPTO =
      Pattern.compile("(?i)crypto|bitcoin|\\b(?:btc|eth|usdt|usdc)\\b|wallet|stablecoin");
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?i)third[- ]party|(?:friend|relative|brother|sister|cousin|someone|somebody|another person)(?:['’]s)?\\b|other (?:person|account holder)");
  private static final Pattern REFEREE =
      Pattern.compile("^(?:referee|reference|reference name|referee name|referee id)$");
  private static final Pattern REFEREE_MAIL =
      Pattern.compile("\\b(?:referee|reference)\\b.*mail\\b|^e? ?mail$");
  private static final Pattern REFEREE_PHONE =
      Pattern.compile(
          "\\b(?:referee|reference)\\b.*\\b(?:phone|mobile|telephone)\\b|^(?:phone|mobile|telephone)$");
  private static final Pattern FIRM =
      Pattern.compile("\\b(?:firm|company|employer|organi[sz]ation)\\b");
  private static final Pattern CANDIDATE_MAIL =
      Pattern.compile("\\b(?:candidate|applicant)\\b.*mail\\b");
  private static final Pattern JOINED = Pattern.compile("^join(?:ed)?(?: time| at)?$|^join date");
  private static final Pattern LEFT = Pattern.compile("^leave(?: time)?$|^left(?: at)?$");
  private static final Pattern SHOWN_NAME =
      Pattern.compile(
          "^(?:user ?)?name(?: original name| as joined)?$|^participant(?: name)?$|^user$|^display name$");
  private static final Pattern CAMERA =
      Pattern.compile("^(?:camera|webcam|video device)(?: name| device)?$");
  private static final Pattern MICROPHONE =
      Pattern.compile("^(?:microphone|audio device)(?: name| device)?$");
  private static final Pattern COMPUTER =
      Pattern.compile(
          "^(?:mac|hard ?disk|harddisk)(?: (?:addr|address|id))?$|^(?:pc|computer|host) ?name$|^host$");

  /** Names that a system makes for one computer; others ("MacBook Pro") are those of many. */
  private static final Pattern OWN_COMPUTER =
      Pattern.compile(
          "(?i)(?:desktop|laptop|win)-(?=[a-z0-9]*\\d)[a-z0-9]{6,}|(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|(?=[0-9a-z-]*\\d)[0-9a-z-]{12,}");

  private static final Pattern DEVICE =
      Pattern.compile(
          "^(?:device|browser|visitor)(?: (?:id|fingerprint|hash|token))$|^fingerprint$|^deviceid$");
  private static final Pattern NETWORK =
      Pattern.compile("^(?:asn? ?(?:org|name|owner)?|isp|network(?: owner)?|org)$");
  private static final Pattern DELAY = Pattern.compile("\\b(?:latency|rtt|round trip)\\b");
  private static final Pattern WORKER_ID =
      Pattern.compile("^(?:worker|employee|person|staff)(?: (?:id|no|number))?$");
  private static final Pattern END =
      Pattern.compile("\\b(?:end|leave|left|termination|last) ?(?:date|day|on)?$|^end$");
  private static final Pattern REASON = Pattern.compile("\\breason\\b");
  private static final Pattern START = Pattern.compile("\\b(?:start|hire|hired|joined)\\b");
  private static final Pattern FOR_CAUSE =
      Pattern.compile("cause|misconduct|fraud|dismiss|integrity|breach", Pattern.CASE_INSENSITIVE);

  private static final Pattern CERTAIN =
      Pattern.compile("\\b(?:applicants?|candidates?|applied|applications?|resumes?|cv)\\b");

  private Rows() {}

  /** What a table holds; null when its headers say nothing that is known. */
  static @Nullable Document read(String document, Table table) {
    boolean referees = table.column(REFEREE) >= 0;
    if (referees && table.column(APPLICANT_ID, APPLICATION_ID, CANDIDATE_MAIL, ID) >= 0) {
      return referees(table);
    }
    if (table.column(JOINED) >= 0 && table.column(LEFT) >= 0 && table.column(SHOWN_NAME) >= 0) {
      return new Document.OfMeeting(meeting(document, table));
    }
    boolean someone =
        table.column(APPLICANT_ID, APPLICATION_ID, ID, NAME, FIRST_NAME, LAST_NAME) >= 0;
    boolean contact = table.column(MAIL) >= 0 || table.column(PHONE) >= 0;
    if (someone && (contact || table.column(APPLICANT_ID, APPLICATION_ID) >= 0)) {
      return candidates(document, table);
    }
    return null;
  }

  private static List<String> notes(Table table) {
    Set<String> dropped = table.notRead();
    return dropped.isEmpty()
        ? List.of()
        : List.of("columns not read on purpose: " + String.join(", ", dropped));
  }

  // --- applicants ------------------------------------------------------------------------------

  private static Document candidates(String document, Table table) {
    int id = table.column(APPLICANT_ID, APPLICATION_ID, ID);
    int agent = table.column(AGENT);
    int network = table.column(ADDRESS_OF_NETWORK);
    int device = table.column(DEVICE);
    int file = table.column(FILE);
    int applied = table.column(APPLIED);
    List<Candidate> candidates = new ArrayList<>();
    List<String> notes = new ArrayList<>(notes(table));
    int without = 0;
    for (Table.Row row : table.rows()) {
      String own = row.at(id);
      without += own.isEmpty() ? 1 : 0;
      String key = own.isEmpty() ? document + ":" + row.line() : own;
      String name = name(table, row);
      Set<String> countries = countries(table, row);
      Applicant applicant =
          Applicant.of(key, PersonKey.of(name, key), row.recordId(), day(row.at(applied)))
              .withContacts(countries, contacts(table, row, countries));
      Set<String> from = countries(row.at(table.column(SENT_FROM)));
      if (!row.at(network).isEmpty()
          || !row.at(agent).isEmpty()
          || !row.at(device).isEmpty()
          || !from.isEmpty()) {
        applicant =
            applicant.with(
                new Applicant.Sent(
                    orNull(row.at(network)), orNull(row.at(agent)), orNull(row.at(device)), from));
      }
      applicant = applicant.withStatements(statements(table, row));
      List<String> files = new ArrayList<>();
      if (!row.at(file).isEmpty()) {
        files.add(row.at(file));
      }
      List<String> ids = new ArrayList<>();
      for (Pattern meaning : List.of(APPLICANT_ID, APPLICATION_ID, ID)) {
        String other = row.at(table.column(meaning));
        if (!other.isEmpty() && !other.equals(key)) {
          ids.add(other);
        }
      }
      candidates.add(new Candidate(applicant, name, ids, files, row.line(), row.raw()));
    }
    if (without > 0) {
      notes.add(without + " rows without an id: each is named by its line");
    }
    boolean certain =
        table.column(APPLICANT_ID, APPLICATION_ID, CANDIDATE_MAIL) >= 0
            || table.headers().stream().anyMatch(h -> CERTAIN.matcher(h).find());
    return new Document.OfSystem(candidates, certain, notes);
  }

  private static List<Statement> statements(Table table, Table.Row row) {
    List<Statement> statements = new ArrayList<>();
    String verdict = row.at(table.column(VERDICT));
    if (FAILED.matcher(verdict).find()) {
      statements.add(new Statement(Sort.IDENTITY_FAILED, row.recordId(), verdict));
    } else if (PASSED.matcher(verdict).find()) {
      statements.add(new Statement(Sort.IDENTITY_PASSED, row.recordId(), verdict));
    }
    int offered = number(row.at(table.column(OFFERED)));
    int refused = number(row.at(table.column(REFUSED)));
    if (offered >= 2 && refused >= offered) {
      statements.add(
          new Statement(
              Sort.ALTERNATIVES_REFUSED,
              row.recordId(),
              refused + " of " + offered + " alternatives refused"));
    }
    String same = row.at(table.column(SAME)).toLowerCase(Locale.ROOT);
    if (same.equals("no") || same.equals("n") || same.equals("false")) {
      statements.add(new Statement(Sort.NOT_SAME_PERSON, row.recordId(), "same person: " + same));
    } else if (same.equals("yes") || same.equals("y") || same.equals("true")) {
      statements.add(new Statement(Sort.SAME_PERSON, row.recordId(), "same person: " + same));
    }
    String pay = row.at(table.column(PAY));
    if (OTHERS.matcher(pay).find()) {
      statements.add(new Statement(Sort.PAY_TO_OTHERS, row.recordId(), pay));
    } else if (CRYPTO.matcher(pay).find()) {
      statements.add(new Statement(Sort.PAY_IN_CRYPTO, row.recordId(), pay));
    }
    return statements;
  }

  /** A small number; -1 when the cell holds none. */
  private static int number(String cell) {
    return cell.matches("\\d{1,3}") ? Integer.parseInt(cell) : -1;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String name(Table table, Table.Row row) {
    String parts =
        (row.at(table.column(FIRST_NAME)) + " " + row.at(table.column(LAST_NAME))).strip();
    String whole = row.at(table.column(NAME));
    return whole.isEmpty() ? parts : whole;
  }

  private static long day(String text) {
    PartialDate day = Dates.iso(text);
    if (day == null) {
      List<Dates.Found> found = Dates.in(text);
      day = found.isEmpty() ? null : found.getFirst().span().to();
    }
    return day == null || day.day() == 0 ? Applicant.UNKNOWN : day.earliest();
  }

  private static Set<String> countries(Table table, Table.Row row) {
    for (String text : List.of(row.at(table.column(COUNTRY)), place(table, row))) {
      Set<String> found = countries(text);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return Set.of();
  }

  /** The countries that a cell may mean: a name, a code, or a place with its country. */
  static Set<String> countries(String text) {
    boolean code =
        text.matches("[A-Z]{2}")
            && Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(text);
    return code ? Set.of(text) : Places.builtIn().countriesOf(text);
  }

  private static String place(Table table, Table.Row row) {
    List<String> parts = new ArrayList<>();
    for (Pattern part : List.of(ADDRESS, CITY, STATE, POSTCODE, COUNTRY)) {
      String cell = row.at(table.column(part));
      if (!cell.isEmpty()) {
        parts.add(cell.replace("\n", ", "));
      }
    }
    return String.join(", ", parts);
  }

  private static List<Contact> contacts(Table table, Table.Row row, Set<String> countries) {
    List<Contact> contacts = new ArrayList<>();
    for (int column : table.columns(MAIL)) {
      add(contacts, Contact.mail(row.at(column), FORM, 0));
    }
    String carrier = row.at(table.column(CARRIER));
    for (int column : table.columns(PHONE)) {
      add(
          contacts,
          Contact.phone(row.at(column), countries, FORM, 0, carrier.isEmpty() ? null : carrier));
    }
    if (table.column(ADDRESS) >= 0 && !row.at(table.column(ADDRESS)).isEmpty()) {
      add(contacts, Contact.address(place(table, row), FORM, 0));
    }
    for (int column : table.columns(PROFILE)) {
      add(contacts, Contact.profile(row.at(column), FORM, 0));
    }
    return contacts;
  }

  private static void add(List<Contact> contacts, @Nullable Contact contact) {
    if (contact != null && contacts.stream().noneMatch(c -> c.key().equals(contact.key()))) {
      contacts.add(contact);
    }
  }

  // --- referees --------------------------------------------------------------------------------

  private static Document referees(Table table) {
    int applicant = table.column(APPLICANT_ID, APPLICATION_ID, CANDIDATE_MAIL, ID);
    int network = table.column(ADDRESS_OF_NETWORK);
    int agent = table.column(AGENT);
    List<Named> referees = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      List<Contact> contacts = new ArrayList<>();
      add(contacts, Contact.mail(row.at(table.column(REFEREE_MAIL)), "references", row.line()));
      add(
          contacts,
          Contact.phone(
              row.at(table.column(REFEREE_PHONE)), Set.of(), "references", row.line(), null));
      if (contacts.isEmpty()) {
        add(contacts, Contact.mail(row.at(table.column(REFEREE)), "references", row.line()));
      }
      boolean sent = !row.at(network).isEmpty() || !row.at(agent).isEmpty();
      referees.add(
          new Named(
              row.at(applicant),
              new Reference(
                  row.recordId(),
                  row.at(table.column(FIRM)),
                  contacts,
                  sent ? new Applicant.Sent(orNull(row.at(network)), orNull(row.at(agent))) : null),
              row.line(),
              row.raw()));
    }
    return new Document.OfReferees(referees, notes(table));
  }

  // --- meetings --------------------------------------------------------------------------------

  private static Meeting meeting(String document, Table table) {
    List<Participant> participants = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      String delay = row.at(table.column(DELAY));
      Matcher number = Pattern.compile("\\d{1,5}").matcher(delay);
      participants.add(
          new Participant(
              row.at(table.column(SHOWN_NAME)),
              row.at(table.column(APPLICANT_ID, APPLICATION_ID)),
              row.line(),
              row.raw(),
              Hash.combine(row.recordId(), row.line()),
              day(row.at(table.column(JOINED))),
              row.at(table.column(ADDRESS_OF_NETWORK)),
              countries(row.at(table.column(COUNTRY))),
              row.at(table.column(NETWORK)),
              row.at(table.column(CAMERA)),
              row.at(table.column(MICROPHONE)),
              computer(table, row),
              number.find() ? Integer.parseInt(number.group()) : 0));
    }
    return new Meeting(document, participants);
  }

  private static String computer(Table table, Table.Row row) {
    for (int column : table.columns(COMPUTER)) {
      if (OWN_COMPUTER.matcher(row.at(column)).matches()) {
        return row.at(column);
      }
    }
    return "";
  }

  // --- workers ---------------------------------------------------------------------------------

  /**
   * The traces of workers and former workers; empty when the table is none of people.
   *
   * @param asOfDay a last day before it makes a former worker
   */
  static List<Workers.Worker> workers(Table table, long asOfDay) {
    int id = table.column(WORKER_ID, ID);
    if (id < 0 || (table.column(MAIL) < 0 && table.column(PHONE) < 0)) {
      return List.of();
    }
    List<Workers.Worker> workers = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      String own = row.at(id);
      String name = name(table, row);
      Set<String> countries = countries(table, row);
      long end = day(row.at(table.column(END)));
      Standing standing = Standing.WORKER;
      if (end != Applicant.UNKNOWN && end < asOfDay) {
        boolean cause = FOR_CAUSE.matcher(row.at(table.column(REASON))).find();
        standing = cause ? Standing.LEFT_FOR_CAUSE : Standing.LEAVER;
      }
      long since = day(row.at(table.column(START)));
      workers.add(
          new Workers.Worker(
              Traces.of(
                  own, PersonKey.of(name, own), standing, since, contacts(table, row, countries)),
              row.at(table.column(APPLICANT_ID, APPLICATION_ID))));
    }
    return workers;
  }
}
