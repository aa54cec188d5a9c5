package dev.bonafide.simulator.vendor;

import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A record of a Microsoft Defender device table, in the shape in which the streaming API publishes
 * it.
 *
 * @param report the number that the device gave it
 * @param what which table and what in it
 * @param file the program started; the device class for a plugged-in thing
 * @param parent the program that started it; the device instance for a plugged-in thing
 * @param command the command line; the device's name for a plugged-in thing
 * @param user the person's own account did it; else the system's
 * @param human whether a hand caused it
 * @param remote the address from which somebody drives the machine, null when nobody does
 */
public record DefenderAct(
    long time,
    long id,
    Person person,
    Machine machine,
    long report,
    What what,
    String file,
    String parent,
    String command,
    boolean user,
    boolean human,
    @Nullable String remote)
    implements Act.Json {

  /** The table, the action and for logons the type. */
  public enum What {
    PROCESS("DeviceProcessEvents", "ProcessCreated", ""),
    LOGON("DeviceLogonEvents", "LogonSuccess", "Interactive"),
    UNLOCK("DeviceLogonEvents", "LogonSuccess", "Unlock"),
    REMOTE_LOGON("DeviceLogonEvents", "LogonSuccess", "RemoteInteractive"),
    PLUGGED("DeviceEvents", "PnpDeviceConnected", ""),
    MALWARE("DeviceEvents", "AntivirusDetection", "");

    private final String table;
    private final String action;
    private final String logon;

    What(String table, String action, String logon) {
      this.table = table;
      this.action = action;
      this.logon = logon;
    }
  }

  private static final String TENANT = Ids.uuid(42);

  @Override
  public Feed feed() {
    return Feed.DEFENDER;
  }

  @Override
  public void write(JsonGenerator out) {
    // The service stamps the envelope, the device stamps the event by its own clock.
    String ticks = Stamp.ticks(time + machine.skewMilli(), Math.floorMod(id, 10_000L));
    boolean mac = machine.system() == Machine.Os.MAC;
    out.writeStartObject();
    out.writeStringProperty("time", Stamp.milli(time + 30_000 + Math.floorMod(id, 45_000L)));
    out.writeStringProperty("tenantId", TENANT);
    out.writeStringProperty("operationName", "Publish");
    out.writeStringProperty("category", "AdvancedHunting-" + what.table);
    out.writeObjectPropertyStart("properties");
    out.writeStringProperty("DeviceId", machine.defenderId());
    out.writeStringProperty(
        "DeviceName",
        mac
            ? machine.host()
            : machine.host().toLowerCase(java.util.Locale.ROOT) + ".corp.bonafide-works.example");
    out.writeNumberProperty("ReportId", report);
    out.writeStringProperty("Timestamp", ticks);
    out.writeStringProperty("ActionType", what.action);
    switch (what) {
      case PROCESS -> process(out, mac);
      case LOGON, UNLOCK, REMOTE_LOGON -> logon(out, mac);
      case PLUGGED -> plugged(out);
      case MALWARE -> malware(out, mac);
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private void process(JsonGenerator out, boolean mac) {
    String name = mac || file.indexOf('.') > 0 ? file : file + ".exe";
    out.writeStringProperty("FileName", name);
    out.writeStringProperty("FolderPath", folder(mac, name));
    out.writeStringProperty("SHA1", Ids.hex(name.hashCode() * 31L + machine.version(time), 40));
    out.writeNumberProperty("ProcessId", 2_000 + Math.floorMod(Chance.mix(id), 28_000L));
    out.writeStringProperty("ProcessCommandLine", command);
    out.writeStringProperty("ProcessIntegrityLevel", user ? "Medium" : "System");
    account(out, "", mac);
    out.writeNumberProperty(
        "LogonId", user ? 100_000 + Math.floorMod(machine.number(), 900_000L) : 999);
    account(out, "InitiatingProcess", mac);
    out.writeStringProperty("InitiatingProcessFileName", parent);
    out.writeNumberProperty("InitiatingProcessId", 600 + Math.floorMod(Chance.mix(id + 9), 9_000L));
    out.writeStringProperty("InitiatingProcessCommandLine", parent);
    out.writeBooleanProperty("IsProcessRemoteSession", remote != null);
    out.writeBooleanProperty("IsInitiatingProcessRemoteSession", remote != null);
    out.writeStringProperty("ProcessRemoteSessionIP", remote);
    out.writeStringProperty("AdditionalFields", "{}");
  }

  private void logon(JsonGenerator out, boolean mac) {
    out.writeStringProperty("LogonType", what.logon);
    account(out, "", mac);
    out.writeNumberProperty("LogonId", 100_000 + Math.floorMod(machine.number(), 900_000L));
    out.writeStringProperty("Protocol", "Negotiate");
    out.writeStringProperty("FailureReason", "");
    out.writeBooleanProperty("IsLocalAdmin", false);
    out.writeStringProperty("RemoteIP", remote == null ? "" : remote);
    out.writeStringProperty("RemoteIPType", remote == null ? "" : "Public");
    out.writeStringProperty("RemoteDeviceName", "");
    out.writeStringProperty("InitiatingProcessFileName", "lsass.exe");
    out.writeStringProperty("AdditionalFields", "{\"IsLocalLogon\":" + (remote == null) + "}");
  }

  private void plugged(JsonGenerator out) {
    out.writeStringProperty("FileName", "");
    out.writeStringProperty("AccountDomain", "");
    out.writeStringProperty("AccountName", "");
    out.writeStringProperty("InitiatingProcessAccountName", "system");
    out.writeStringProperty("InitiatingProcessAccountSid", "S-1-5-18");
    out.writeStringProperty("InitiatingProcessFileName", "ntoskrnl.exe");
    out.writeStringProperty(
        "AdditionalFields",
        "{\"ClassName\":\""
            + file
            + "\",\"ClassId\":\"{"
            + Ids.uuid(file.hashCode())
            + "}\",\"DeviceId\":\""
            + parent.replace("\\", "\\\\")
            + "\",\"DeviceDescription\":\""
            + command
            + "\",\"VendorIds\":\""
            + parent.substring(0, parent.lastIndexOf('\\')).replace("\\", "\\\\")
            + "\"}");
  }

  private void malware(JsonGenerator out, boolean mac) {
    out.writeStringProperty("FileName", file);
    out.writeStringProperty("FolderPath", folder(mac, file));
    out.writeStringProperty("SHA1", Ids.hex(file.hashCode(), 40));
    account(out, "", mac);
    out.writeStringProperty("InitiatingProcessFileName", mac ? "wdavdaemon" : "MsMpEng.exe");
    out.writeStringProperty(
        "AdditionalFields",
        "{\"ThreatName\":\""
            + command
            + "\",\"WasRemediated\":true,\"WasExecutingWhileDetected\":false}");
  }

  private void account(JsonGenerator out, String prefix, boolean mac) {
    if (user) {
      out.writeStringProperty(prefix + "AccountDomain", mac ? machine.host() : "bonafideworks");
      out.writeStringProperty(prefix + "AccountName", person.login());
      out.writeStringProperty(prefix + "AccountSid", mac ? "S-1-5-21-501" : person.account().sid());
      out.writeStringProperty(
          prefix + "AccountUpn", mac ? "" : person.mail(Math.floorDiv(time, 86_400_000L)));
      if (prefix.isEmpty()) {
        out.writeStringProperty("AccountObjectId", mac ? "" : person.account().entraId());
      }
    } else {
      out.writeStringProperty(prefix + "AccountDomain", mac ? "" : "nt authority");
      out.writeStringProperty(prefix + "AccountName", mac ? "root" : "system");
      out.writeStringProperty(prefix + "AccountSid", "S-1-5-18");
      out.writeStringProperty(prefix + "AccountUpn", "");
    }
  }

  private String folder(boolean mac, String name) {
    if (mac) {
      return user
          ? "/Applications/" + name + ".app/Contents/MacOS/" + name
          : "/usr/libexec/" + name;
    }
    return (user ? "C:\\Program Files\\" + file + "\\" : "C:\\Windows\\System32\\") + name;
  }
}
