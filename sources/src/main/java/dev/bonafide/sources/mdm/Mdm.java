package dev.bonafide.sources.mdm;

import com.google.auto.service.AutoService;
import dev.bonafide.model.DeviceFact;
import dev.bonafide.model.DeviceFact.Name;
import dev.bonafide.model.DeviceFact.NameKind;
import dev.bonafide.model.Event;
import dev.bonafide.model.Event.Outcome;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Kind;
import dev.bonafide.model.Reading;
import dev.bonafide.model.Term;
import dev.bonafide.sources.Addresses;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.RecordSink;
import dev.bonafide.sources.Source;
import dev.bonafide.sources.SourceCard;
import dev.bonafide.sources.TableRow;
import dev.bonafide.sources.TableSource;
import dev.bonafide.sources.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A device inventory, one row a device: its names, whose it is, what hangs on it. */
@AutoService(Source.class)
public final class Mdm extends TableSource {
  private static final Pattern QUALIFIED =
      Pattern.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)+(?<!\\.local)");

  /** What makers leave in the field where a serial belongs. */
  private static final Pattern NO_SERIAL =
      Pattern.compile(
          "(?i)0+|x+|to be filled.*|default string|system serial number|not specified|123456789.?");

  private final int[] serial =
      column(
          "serial",
          "serial number",
          "device serial number",
          "hardware serial",
          "asset serial number",
          "device serial",
          "service tag",
          "bios serial number",
          "system serial number");
  private final int[] host =
      column(
          "device name",
          "host",
          "host name",
          "computer name",
          "machine name",
          "device",
          "computer",
          "name",
          "asset name",
          "dns name",
          "fqdn",
          "display name",
          "net bios name",
          "local host name");
  private final int[] intune =
      column("intune device id", "intune id", "mdm device id", "managed device id", "intune");
  private final int[] entra =
      column(
          "entra device id",
          "azure ad device id",
          "aad device id",
          "azure ad registered device id",
          "entra id",
          "azure device id",
          "azure ad id",
          "aad id",
          "microsoft entra id",
          "azure active directory id",
          "microsoft entra device id");
  private final int[] defender =
      column(
          "defender device id",
          "mde device id",
          "defender id",
          "sense device id",
          "mde id",
          "microsoft defender id",
          "defender");
  private final int[] okta = column("okta device id", "okta id");
  private final int[] crowdstrike =
      column(
          "crowdstrike aid",
          "crowdstrike device id",
          "falcon aid",
          "sensor id",
          "agent id",
          "crowdstrike id",
          "falcon id",
          "crowdstrike agent id");
  private final int[] jamf =
      column("jamf id", "jamf device id", "jamf computer id", "udid", "jamf pro id");
  private final int[] other = column("device id", "id", "uid", "asset tag", "asset id");
  private final int[] worker =
      column(
          "primary user upn",
          "primary user mail address",
          "primary user mail",
          "user mail",
          "assigned user",
          "assigned worker",
          "user principal name",
          "upn",
          "user",
          "user name",
          "assigned worker id",
          "worker id",
          "worker",
          "mail",
          "mail address",
          "assigned",
          "primary user",
          "assigned to",
          "primary user principal name",
          "assigned user mail",
          "worker mail",
          "user upn",
          "primary user name",
          "owner name",
          "login",
          "enroll user upn",
          "enroll by user upn",
          "user display name",
          "primary user display name");
  private final int[] assignedFrom =
      column(
          "assigned date",
          "assignment start",
          "assigned from",
          "assignment date",
          "assignment start date",
          "issued date",
          "issued",
          "handed out");
  private final int[] assignedTo =
      column(
          "assigned until",
          "assignment end",
          "assignment end date",
          "returned date",
          "returned",
          "retired date",
          "retired",
          "unassigned date",
          "handed back");
  private final int[] enrolled =
      column(
          "enrolled date",
          "enrollment date",
          "enrolled",
          "enrollment time",
          "registered date",
          "enrolled date time",
          "managed date",
          "enroll on",
          "first enroll date",
          "last enroll date",
          "enroll at",
          "enroll date time");
  private final int[] seen =
      column(
          "last check-in",
          "last seen",
          "last contact",
          "last sync",
          "last seen time",
          "last check-in time",
          "last sync date time",
          "last check-in date",
          "last contact time",
          "last inventory update",
          "last report date",
          "last seen date",
          "last active",
          "approximate last login date time",
          "last communication",
          "last update",
          "last login date time",
          "seen",
          "last check in date time");
  private final int[] maker =
      column("manufacturer", "device manufacturer", "hardware vendor", "system manufacturer");
  private final int[] model =
      column(
          "model",
          "device model",
          "hardware model",
          "model identifier",
          "system model",
          "model name",
          "product",
          "product name",
          "model id");
  private final int[] os =
      column("os", "operating system", "os name", "device os", "os type", "system");
  private final int[] osVersion =
      column(
          "os version",
          "operating system version",
          "os build",
          "device os version",
          "system version");
  private final int[] address =
      column(
          "public ip",
          "last ip",
          "last seen ip",
          "external ip",
          "ip",
          "ip address",
          "last reported ip",
          "wan ip",
          "public ip address",
          "last check-in ip",
          "last ip address",
          "last public ip",
          "last public ip address",
          "seen ip",
          "remote ip");
  private final int[] zone =
      column(
          "time zone",
          "zone",
          "device time zone",
          "clock zone",
          "os time zone",
          "system zone",
          "system time zone");
  private final int[] displays =
      column(
          "displays",
          "monitors",
          "external displays",
          "attached monitors",
          "monitor serials",
          "display serial numbers",
          "edid",
          "monitor",
          "connected displays",
          "display list",
          "connected monitors",
          "monitor list",
          "monitor names",
          "attached displays",
          "external monitors");

  public Mdm() {
    super(
        new SourceCard(
            "mdm",
            "Device inventory",
            EnumSet.of(Kind.DEVICE_SEEN, Kind.DEVICE_ENROLLED, Kind.DISPLAY),
            false,
            "The device export of the MDM (Intune, Jamf, Kandji ...) as CSV: serial, name, assigned user, last check-in."));
    needs(1, serial);
    needs(3, host, worker, os, osVersion, model, maker, enrolled, seen, displays, intune, entra);
    needs(1, worker, os, osVersion, enrolled, intune, entra, jamf);
    or();
    needs(1, intune, entra, defender, jamf, okta, crowdstrike);
    needs(1, host);
    needs(2, worker, os, osVersion, model, maker, enrolled, seen, displays);
    needs(1, enrolled, seen);
  }

  @Override
  protected BiConsumer<TableRow, RecordSink> reader(ReadOptions options) {
    return this::read;
  }

  private void read(TableRow row, RecordSink sink) {
    List<Name> names = new ArrayList<>();
    String number = row.text(serial);
    if (number != null && !NO_SERIAL.matcher(number).matches()) {
      name(names, NameKind.SERIAL, "", number);
    }
    name(names, NameKind.VENDOR_ID, "intune:", row.text(intune));
    name(names, NameKind.VENDOR_ID, "entra:", row.text(entra));
    name(names, NameKind.VENDOR_ID, "defender:", row.text(defender));
    name(names, NameKind.VENDOR_ID, "okta:", row.text(okta));
    name(names, NameKind.VENDOR_ID, "crowdstrike:", row.text(crowdstrike));
    name(names, NameKind.VENDOR_ID, "jamf:", row.text(jamf));
    name(names, NameKind.VENDOR_ID, "mdm:", row.text(other));
    String called = row.text(host);
    boolean qualified = called != null && QUALIFIED.matcher(called).matches();
    name(names, qualified ? NameKind.FQDN : NameKind.HOST, "", called);
    if (names.isEmpty()) {
      sink.reading(
          new Reading.Rejected("serial", "is empty, and so are all other names of the device"));
      return;
    }
    String publicAddress = Addresses.publicAddress(row.textOrEmpty(address));
    List<String> hanging = displays(row.textOrEmpty(displays));
    LocalDate from = row.day(assignedFrom);
    LocalDate to = row.day(assignedTo);
    sink.reading(
        new DeviceFact(
            row.id(),
            names,
            row.text(worker),
            from == null ? Long.MIN_VALUE : from.toEpochDay(),
            to == null ? Long.MAX_VALUE : to.toEpochDay(),
            joined(row.text(maker), row.text(model)),
            joined(row.text(os), row.text(osVersion)),
            publicAddress,
            row.text(zone),
            hanging));
    long since = row.time(enrolled);
    if (since != Times.NONE) {
      sink.reading(event(row, Kind.DEVICE_ENROLLED, since, names.getFirst().value(), null, null));
    }
    long at = row.time(seen);
    if (at != Times.NONE) {
      String key = names.getFirst().value();
      sink.reading(event(row, Kind.DEVICE_SEEN, at, key, publicAddress, null));
      for (String display : hanging) {
        sink.reading(event(row, Kind.DISPLAY, at, key, null, display));
      }
    }
  }

  private static Event event(
      TableRow row,
      Kind kind,
      long at,
      String device,
      @Nullable String address,
      @Nullable String object) {
    return new Event(
        kind,
        Outcome.SUCCESS,
        at,
        object == null ? row.id() : Hash.combine(row.id(), Hash.of(object)),
        Term.of("mdm:device/" + device),
        null,
        null,
        Term.of(device),
        address == null ? null : Term.of(address),
        null,
        null,
        object == null ? null : Term.of(object),
        null,
        0);
  }

  private static void name(List<Name> names, NameKind kind, String before, @Nullable String name) {
    if (name != null) {
      names.add(new Name(kind, before + name));
    }
  }

  private static @Nullable String joined(@Nullable String first, @Nullable String second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    boolean said = second.toLowerCase(Locale.ROOT).startsWith(first.toLowerCase(Locale.ROOT));
    return said ? second : first + " " + second;
  }

  /** Several displays in one cell: a list with ; or | or lines between, or a JSON list of texts. */
  private static List<String> displays(String cell) {
    List<String> displays = new ArrayList<>();
    String plain =
        cell.replaceAll("^\\[|\\]$", "").replaceAll("\"\\s*,\\s*\"", ";").replace("\"", "");
    for (String part : plain.split("[;|\\n]", -1)) {
      if (!part.isBlank()) {
        displays.add(part.strip().replaceAll("\\s+", " "));
      }
    }
    return displays;
  }
}
