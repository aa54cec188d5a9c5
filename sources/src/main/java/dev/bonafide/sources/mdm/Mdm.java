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
import org.jspecify.annotations.Nullable;

/** A device inventory, one row a device: its names, whose it is, what hangs on it. */
@AutoService(Source.class)
public final class Mdm extends TableSource {
  private final int[] serial =
      column(
          "serial",
          "serial number",
          "device serial number",
          "hardware serial",
          "asset serial number",
          "device serial");
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
          "fqdn");
  private final int[] intune =
      column("intune device id", "intune id", "mdm device id", "managed device id");
  private final int[] entra =
      column(
          "entra device id",
          "azure ad device id",
          "aad device id",
          "azure ad registered device id",
          "entra id",
          "azure device id");
  private final int[] defender =
      column("defender device id", "mde device id", "defender id", "sense device id");
  private final int[] okta = column("okta device id", "okta id");
  private final int[] crowdstrike =
      column("crowdstrike aid", "crowdstrike device id", "falcon aid", "sensor id", "agent id");
  private final int[] jamf = column("jamf id", "jamf device id", "jamf computer id", "udid");
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
          "user upn");
  private final int[] assignedFrom =
      column(
          "assigned date",
          "assignment start",
          "assigned from",
          "assignment date",
          "assignment start date",
          "issued date");
  private final int[] assignedTo =
      column(
          "assigned until", "assignment end", "assignment end date", "returned date", "returned");
  private final int[] enrolled =
      column(
          "enrolled date",
          "enrollment date",
          "enrolled",
          "enrollment time",
          "registered date",
          "enrolled date time",
          "managed date");
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
          "last seen date");
  private final int[] maker =
      column("manufacturer", "device manufacturer", "hardware vendor", "system manufacturer");
  private final int[] model =
      column(
          "model",
          "device model",
          "hardware model",
          "model identifier",
          "system model",
          "model name");
  private final int[] os = column("os", "operating system", "os name", "device os");
  private final int[] osVersion =
      column("os version", "operating system version", "os build", "device os version");
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
          "last check-in ip");
  private final int[] zone =
      column("time zone", "zone", "device time zone", "clock zone", "os time zone");
  private final int[] displays =
      column(
          "displays",
          "monitors",
          "external displays",
          "attached monitors",
          "monitor serials",
          "display serial numbers",
          "edid",
          "monitor");

  public Mdm() {
    super(
        new SourceCard(
            "mdm",
            "Device inventory",
            EnumSet.of(Kind.DEVICE_SEEN, Kind.DISPLAY),
            false,
            "The device export of the MDM (Intune, Jamf, Kandji ...) as CSV: serial, name, assigned user, last check-in."));
    needs(1, serial, intune, entra, defender, jamf, crowdstrike, host);
    needs(1, serial, intune, entra, enrolled, seen);
    needs(2, worker, os, osVersion, model, enrolled, seen, displays);
  }

  @Override
  protected BiConsumer<TableRow, RecordSink> reader(ReadOptions options) {
    return this::read;
  }

  private void read(TableRow row, RecordSink sink) {
    List<Name> names = new ArrayList<>();
    name(names, NameKind.SERIAL, "", row.text(serial));
    name(names, NameKind.VENDOR_ID, "intune:", row.text(intune));
    name(names, NameKind.VENDOR_ID, "entra:", row.text(entra));
    name(names, NameKind.VENDOR_ID, "defender:", row.text(defender));
    name(names, NameKind.VENDOR_ID, "okta:", row.text(okta));
    name(names, NameKind.VENDOR_ID, "crowdstrike:", row.text(crowdstrike));
    name(names, NameKind.VENDOR_ID, "jamf:", row.text(jamf));
    String called = row.text(host);
    name(
        names,
        called != null && called.indexOf('.') > 0 ? NameKind.FQDN : NameKind.HOST,
        "",
        called);
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
