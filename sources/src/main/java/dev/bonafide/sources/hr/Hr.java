package dev.bonafide.sources.hr;

import com.google.auto.service.AutoService;
import dev.bonafide.model.Claim;
import dev.bonafide.model.Claim.ContactKind;
import dev.bonafide.model.Member;
import dev.bonafide.model.Member.Alias;
import dev.bonafide.model.Member.AliasKind;
import dev.bonafide.model.Reading;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.RecordSink;
import dev.bonafide.sources.Source;
import dev.bonafide.sources.SourceCard;
import dev.bonafide.sources.TableRow;
import dev.bonafide.sources.TableSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The list of workers: who they are to the employer, and what was claimed for them. */
@AutoService(Source.class)
public final class Hr extends TableSource {
  private final int[] id =
      column(
          "id",
          "worker",
          "number",
          "worker code",
          "person id",
          "workday id",
          "hr id",
          "worker number code",
          "badge id",
          "file number",
          "associate oid",
          "key",
          "external id",
          "personnel number",
          "code");
  private final int[] name =
      column(
          "name",
          "full name",
          "display name",
          "legal name",
          "preferred name",
          "worker name full",
          "worker full name",
          "employee");
  private final int[] givenName =
      column("first name", "given name", "forename", "legal first name");
  private final int[] familyName = column("last name", "family name", "surname", "legal last name");
  private final int[] mail =
      column(
          "work mail",
          "mail",
          "mail address",
          "work mail address",
          "upn",
          "user principal name",
          "primary work mail",
          "office mail",
          "login mail",
          "primary mail",
          "mail id");
  private final int[] login =
      column(
          "user",
          "user name",
          "login",
          "network login",
          "sam account name",
          "account",
          "account name",
          "login name",
          "network id",
          "windows login",
          "domain user");
  private final int[] city =
      column(
          "city",
          "work city",
          "home city",
          "location city",
          "city name",
          "office city",
          "base city",
          "residence city");
  private final int[] country =
      column(
          "country",
          "work country",
          "country code",
          "home country",
          "location country",
          "country name",
          "country of work",
          "office country",
          "residence country",
          "country iso",
          "work country code");
  private final int[] zone =
      column(
          "time zone",
          "zone",
          "work time zone",
          "zone name",
          "home time zone",
          "home zone",
          "work zone",
          "iana zone",
          "iana time zone");
  private final int[] start =
      column(
          "start date",
          "hire date",
          "start",
          "hire",
          "original hire date",
          "employment start date",
          "employment start",
          "contract start date",
          "work start date",
          "first date",
          "effective start date",
          "most recent hire date",
          "position start date",
          "first work date",
          "contract start",
          "latest hire date",
          "join date",
          "date of joining",
          "onboard date",
          "job start date");
  private final int[] end =
      column(
          "end date",
          "terminate date",
          "end",
          "terminate",
          "last work date",
          "last date",
          "employment end date",
          "employment end",
          "contract end date",
          "effective end date",
          "last date worked",
          "terminate effective date",
          "exit date",
          "last date employment",
          "contract end",
          "separation date",
          "leave date",
          "exit date",
          "job end date",
          "active until");
  private final int[] manager =
      column(
          "manager id",
          "manager",
          "manager name",
          "manager mail",
          "reports to",
          "line manager",
          "reporting manager",
          "manager number",
          "manager work mail",
          "direct manager",
          "team lead",
          "supervisor user sys id",
          "reports to name");
  private final int[] role =
      column(
          "job title",
          "title",
          "role",
          "job",
          "work title",
          "job profile",
          "role name",
          "job name",
          "designation",
          "job code",
          "occupation",
          "function title");
  private final int[] department =
      column(
          "department",
          "team",
          "department name",
          "org unit",
          "cost center",
          "supervisory org",
          "function",
          "group",
          "team name",
          "unit",
          "work unit",
          "org",
          "cost centre",
          "business unit",
          "home department",
          "division name");
  private final int[] type =
      column(
          "employment type",
          "type",
          "contract type",
          "worker type name",
          "engagement type",
          "employment class",
          "time type",
          "fte type",
          "employment",
          "contract",
          "work type",
          "worker category");
  private final int[] agency =
      column(
          "agency",
          "agency name",
          "staffing company name",
          "employer of record",
          "contracting company",
          "vendor company",
          "supplier name",
          "contract agency",
          "contract company",
          "employer",
          "employer name");
  private final int[] home =
      column(
          "home address",
          "address",
          "street address",
          "residential address",
          "address line",
          "postal address",
          "home street address",
          "permanent address",
          "street",
          "mailing address",
          "residence address");
  private final int[] shipTo =
      column(
          "ship address",
          "ship to address",
          "ship",
          "equipment address",
          "laptop ship address",
          "equipment ship address",
          "laptop address",
          "ship to",
          "device address",
          "hardware address");
  private final int[] phone =
      column(
          "phone",
          "phone number",
          "work phone",
          "home phone",
          "contact phone",
          "contact number",
          "primary phone",
          "home phone number",
          "work phone number");
  private final int[] privateMail =
      column(
          "private mail", "private mail address", "alternate mail", "secondary mail", "other mail");
  private final int[] payToken =
      column(
          "pay account token",
          "pay token",
          "pay account",
          "iban",
          "account token",
          "iban hash",
          "pay account hash",
          "pay account number",
          "account hash",
          "direct deposit account",
          "pay reference",
          "iban token",
          "pay account id",
          "direct deposit token",
          "bank account");
  private final int[] applicant =
      column(
          "applicant id",
          "applicant",
          "application id",
          "applicant number",
          "candidate",
          "application number");
  private final int[] workPlace =
      column(
          "work location",
          "location",
          "office location",
          "declared work place",
          "declared place",
          "office",
          "work address",
          "remote location",
          "location name",
          "base location",
          "work location name",
          "location history",
          "work from",
          "declared location",
          "declared work location",
          "remote work location",
          "work places",
          "declared places",
          "work location description");
  private final int[] schedule =
      column(
          "schedule note",
          "schedule",
          "work schedule",
          "hours",
          "work hours",
          "working hours",
          "schedule name",
          "working pattern",
          "working time",
          "availability",
          "work pattern",
          "note",
          "schedule pattern",
          "roster note",
          "time note",
          "core hours",
          "schedule text",
          "work schedule note");
  private final int[] arrangement =
      column(
          "remote",
          "work mode",
          "work arrangement",
          "location type",
          "working model",
          "workplace type",
          "work model",
          "is remote",
          "work location type",
          "job status");

  public Hr() {
    super(
        new SourceCard(
            "hr",
            "HR list of workers",
            Set.of(),
            true,
            "The worker report of the HR system as CSV: id, name, work mail, city, country, zone, start, end, manager, schedule."),
        "worker",
        "to",
        "current",
        "primary",
        "contact",
        "description",
        "desc");
    needs(1, id, mail);
    needs(1, start, end);
    needs(
        3,
        start,
        end,
        manager,
        role,
        department,
        type,
        agency,
        applicant,
        schedule,
        workPlace,
        payToken,
        shipTo,
        zone);
    or();
    needs(3, id, mail, start);
    needs(1, end, country, city, zone, name, givenName);
  }

  @Override
  protected BiConsumer<TableRow, RecordSink> reader(ReadOptions options) {
    return this::read;
  }

  private void read(TableRow row, RecordSink sink) {
    String worker = row.text(id);
    String address = row.text(mail);
    if (worker == null) {
      worker = address == null ? null : address.toLowerCase(Locale.ROOT);
    }
    if (worker == null) {
      sink.reading(
          new Reading.Rejected("id", "is empty, and so is the work mail; one is expected"));
      return;
    }
    if (row.text(start) != null && row.day(start) == null) {
      sink.reading(new Reading.Rejected("start", "is no date; expected one such as 2025-03-01"));
      return;
    }
    if (isNoDate(row)) {
      sink.reading(new Reading.Rejected("end", "is no date; expected one such as 2025-03-01"));
      return;
    }
    Said said =
        new Said(worker, row.id(), day(row, start, Long.MIN_VALUE), day(row, end, Long.MAX_VALUE));
    if (said.toDay < said.fromDay) {
      sink.reading(new Reading.Rejected("end", "lies before the start"));
      return;
    }
    sink.reading(new Member("hr:" + worker, aliases(row, worker, address), false));
    List<WorkPlace> places = WorkPlace.parse(row.textOrEmpty(workPlace));
    sink.reading(
        new Claim.Employment(
            worker,
            said.recordId,
            said.fromDay,
            said.toDay,
            row.hasTimeOfDay(end) ? row.time(end) : Long.MAX_VALUE,
            row.text(role),
            row.text(department),
            row.text(type),
            row.text(agency),
            row.text(manager),
            remote(row)));
    places(row, said, places, sink);
    String note = row.text(schedule);
    if (note != null && !note.matches("[\\d.,]+")) {
      Shift shift = Shift.parse(note);
      sink.reading(
          new Claim.Schedule(
              worker,
              said.recordId,
              said.fromDay,
              said.toDay,
              note,
              shift.fromMinute(),
              shift.toMinute(),
              shift.zone() == null ? row.text(zone) : shift.zone()));
    }
    contact(said, ContactKind.PHONE, row.text(phone), sink);
    contact(said, ContactKind.PRIVATE_MAIL, row.text(privateMail), sink);
    contact(said, ContactKind.SHIP_TO, row.text(shipTo), sink);
    contact(said, ContactKind.HOME_ADDRESS, row.text(home), sink);
    contact(said, ContactKind.PAY_TOKEN, row.text(payToken), sink);
  }

  /** What all claims of one row share. */
  private record Said(String worker, long recordId, long fromDay, long toDay) {}

  private List<Alias> aliases(TableRow row, String worker, @Nullable String address) {
    List<Alias> aliases = new ArrayList<>();
    alias(aliases, AliasKind.WORKER_ID, worker);
    alias(aliases, AliasKind.MAIL, address);
    alias(aliases, AliasKind.LOGIN, row.text(login));
    alias(aliases, AliasKind.APPLICANT_ID, row.text(applicant));
    alias(aliases, AliasKind.PRIVATE_MAIL, row.text(privateMail));
    String whole = row.text(name);
    if (whole == null) {
      whole = (row.textOrEmpty(givenName) + " " + row.textOrEmpty(familyName)).strip();
    }
    alias(aliases, AliasKind.DISPLAY_NAME, whole);
    return aliases;
  }

  private static void alias(List<Alias> aliases, AliasKind kind, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      aliases.add(new Alias(kind, value));
    }
  }

  private void places(TableRow row, Said said, List<WorkPlace> declared, RecordSink sink) {
    String town = row.text(city);
    String land = row.text(country);
    String clock = row.text(zone);
    if (town != null || land != null || clock != null) {
      sink.reading(
          new Claim.Place(said.worker, said.recordId, said.fromDay, said.toDay, town, land, clock));
    }
    for (WorkPlace place : declared) {
      sink.reading(
          new Claim.Place(
              said.worker,
              said.recordId,
              Math.max(said.fromDay, place.fromDay()),
              Math.min(said.toDay, place.toDay()),
              place.city(),
              place.country(),
              null));
    }
  }

  private @Nullable Boolean remote(TableRow row) {
    for (int[] column : List.of(arrangement, workPlace)) {
      String text = row.textOrEmpty(column).toLowerCase(Locale.ROOT);
      if (text.contains("remote") || text.contains("home") || text.matches("yes|true|y|1")) {
        return true;
      }
      if (text.contains("site") || text.contains("office") || text.matches("no|false|n|0")) {
        return false;
      }
    }
    return null;
  }

  private static void contact(
      Said said, ContactKind kind, @Nullable String value, RecordSink sink) {
    if (value != null) {
      sink.reading(
          new Claim.Contact(said.worker, said.recordId, said.fromDay, said.toDay, kind, value));
    }
  }

  /** Whether the end should be a date and is none; a mere word ("present") leaves it open. */
  private boolean isNoDate(TableRow row) {
    String text = row.text(end);
    return text != null && row.day(end) == null && text.chars().anyMatch(Character::isDigit);
  }

  private static long day(TableRow row, int[] column, long open) {
    LocalDate day = row.day(column);
    // Exports write far years for "no end".
    return day == null || day.getYear() >= 2200 ? open : day.toEpochDay();
  }
}
