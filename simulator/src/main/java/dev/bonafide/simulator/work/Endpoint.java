package dev.bonafide.simulator.work;

import dev.bonafide.simulator.people.Drive;
import dev.bonafide.simulator.people.Errand;
import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Machines;
import dev.bonafide.simulator.people.Overlay;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.DefenderAct;
import dev.bonafide.simulator.vendor.DefenderAct.What;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Line;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What endpoint detection on one of the employer's machines writes. */
final class Endpoint {
  private static final long HOUR = 3_600_000L;

  private static final List<String> SERVICES =
      List.of("MpCmdRun", "taskhostw", "wuauclt", "InventoryAgent", "GoogleUpdate");
  private static final List<String> MAC_SERVICES =
      List.of("softwareupdated", "mdmclient", "xprotect", "inventoryagent", "periodic-wrapper");

  private final Person person;
  private Machine machine;
  private final Chance chance;
  private final boolean mac;

  private long acts;
  private long reports;
  private boolean booted;
  private boolean installed;

  Endpoint(Person person, Machine machine, Chance chance) {
    this.person = person;
    this.machine = machine;
    this.chance = chance;
    this.mac = machine.system() == Machine.Os.MAC;
    this.reports = 1_000L + chance.at("reports").below(200_000);
  }

  /** The same machine, with whatever hangs on it now. */
  void stands(Machine now) {
    machine = now;
  }

  /**
   * Hands arrive: the machine starts or is unlocked, and what was unplugged is plugged in again.
   *
   * @param first for the first time that day
   * @param restarted it was restarted in the night
   */
  void arrive(
      Presence presence, boolean first, boolean restarted, Chance draw, Consumer<Act> tell) {
    long at = presence.from();
    boolean fresh = first && (!booted || restarted);
    if (fresh) {
      booted = true;
      boot(at - draw.between(45, 120) * 1000L, tell);
    }
    Drive drive = presence.hand().drive();
    if (drive != null) {
      drive(drive, at, fresh, draw.at("drive"), tell);
    }
    logon(
        at,
        drive != null && drive.desktop() ? What.REMOTE_LOGON : fresh ? What.LOGON : What.UNLOCK,
        presence,
        tell);
    if (first) {
      plugIn(presence, fresh, draw.at("plug"), tell);
      tools(presence, fresh, draw.at("tools"), tell);
    }
  }

  /** What a way in from afar leaves when somebody comes through it. */
  private void drive(Drive drive, long at, boolean fresh, Chance draw, Consumer<Act> tell) {
    switch (drive.way()) {
      case STARTED -> drive.programs().forEach(program -> opens(program, at - 4_000, tell));
      case SERVICE -> {
        // It runs: it only starts with the machine, when it was put there, and after an update.
        boolean updated = draw.happens(0.05);
        if (fresh || !installed || updated) {
          installed = true;
          long since = fresh ? at - 40_000 : at + draw.between(5, 300) * 60_000L;
          drive.programs().forEach(program -> service(program, since, tell));
        }
      }
      case DESKTOP, RELAYED_DESKTOP, HARDWARE -> {}
    }
  }

  private void opens(String program, long at, Consumer<Act> tell) {
    service(program, at, tell);
    user(at + 4_000, program, mac ? "launchd" : program + ".exe", program + " --control", tell);
  }

  private void service(String program, long at, Consumer<Act> tell) {
    system(at, program, mac ? "launchd" : "services.exe", program + " --service", tell);
  }

  /** Remote access that is nobody's scheme: a habit, or the help desk. */
  private void tools(Presence presence, boolean fresh, Chance draw, Consumer<Act> tell) {
    long at = presence.from();
    if (presence.hand().drive() == null
        && (person.overlays().contains(Overlay.REMOTE_TOOL)
            || person.overlays().contains(Overlay.PEN_TESTER))) {
      Chance habit = person.stream("remote tool");
      String program = habit.pick(Machines.PROGRAMS);
      switch (habit.weighted(0.5, 0.3, 0.2)) {
        case 0 -> {
          if (draw.happens(0.25)) {
            opens(program, at + draw.between(5, 300) * 60_000L, tell);
          }
        }
        case 1 -> {
          if (fresh || draw.happens(0.05)) {
            service(program, fresh ? at - 40_000 : at + draw.between(5, 300) * 60_000L, tell);
          }
        }
        default -> {
          // Some days through it from another room, another house, a tablet.
          if (draw.happens(0.4)) {
            opens(program, at - 4_000, tell);
          }
        }
      }
    }
    if (draw.happens(0.0006)) {
      // Advertising that came with a download: found on honest machines too.
      long later = at + draw.between(5, 400) * 60_000L;
      tell(
          later,
          What.MALWARE,
          "coupon-bar.exe",
          "",
          "PUA:Win32/CouponBar",
          true,
          false,
          null,
          tell);
    }
    if (draw.happens(0.003)) {
      long later = at + draw.between(5, 300) * 60_000L;
      system(
          later,
          "ScreenConnect.ClientService",
          "services.exe",
          "ScreenConnect.ClientService",
          tell);
      user(
          later + 9_000,
          "ScreenConnect.WindowsClient",
          "explorer.exe",
          "ScreenConnect.WindowsClient",
          tell);
    }
  }

  private void boot(long at, Consumer<Act> tell) {
    if (mac) {
      system(at, "launchd", "kernel_task", "/sbin/launchd", tell);
      system(at + 6_000, "loginwindow", "launchd", "loginwindow console", tell);
    } else {
      system(at, "smss", "System", "\\SystemRoot\\System32\\smss.exe", tell);
      system(at + 3_000, "wininit", "smss.exe", "wininit.exe", tell);
      system(at + 9_000, "services", "wininit.exe", "services.exe", tell);
    }
  }

  private void plugIn(Presence presence, boolean fresh, Chance draw, Consumer<Act> tell) {
    long at = presence.from();
    if (presence.under().sort() == Line.Sort.OFFICE) {
      hotDesk(presence.under(), at, draw.at("desk"), tell);
      return;
    }
    int port = 0;
    for (Machine.Gadget gadget : machine.gadgets()) {
      port++;
      if (fresh || draw.at("gadget", port).happens(0.45)) {
        plug(at + draw.between(2, 40) * 1000L, gadget, port, tell);
      }
    }
    for (Machine.Screen screen : machine.screens()) {
      if (fresh || draw.at("screen", screen.serial().hashCode()).happens(0.4)) {
        plug(at + draw.between(2, 30) * 1000L, screen, tell);
      }
    }
  }

  /** Whichever desk of the office is free: its dock and monitor meet many laptops. */
  private void hotDesk(Line office, long at, Chance draw, Consumer<Act> tell) {
    Chance desk = Chance.of(office.key()).at("desk", draw.below(14));
    plug(at + draw.between(2, 40) * 1000L, Machines.dock(desk.at("dock")), 1, tell);
    plug(at + draw.between(2, 40) * 1000L, Machines.screen(desk.at("screen")), tell);
  }

  private void plug(long at, Machine.Gadget gadget, int port, Consumer<Act> tell) {
    // Windows makes an instance id for a device that has no serial: it tells the port only.
    String serial =
        gadget.serial() != null
            ? gadget.serial()
            : "6&" + Ids.hex(machine.name("port " + port), 8) + "&0&" + port;
    plug(
        at,
        gadget.kind(),
        "USB\\VID_" + gadget.vendor() + "&PID_" + gadget.product() + "\\" + serial,
        gadget.name(),
        tell);
  }

  private void plug(long at, Machine.Screen screen, Consumer<Act> tell) {
    plug(
        at,
        "Monitor",
        "DISPLAY\\" + screen.code() + screen.model() + "\\" + screen.serial(),
        screen.maker() + " " + screen.model(),
        tell);
  }

  void malware(Presence presence, Errand.Malware malware, Chance draw, Consumer<Act> tell) {
    long at = presence.from() + draw.between(6, 20) * 60_000L;
    user(at - 40_000, "curl", mac ? "zsh" : "cmd.exe", "curl -o update.bin", tell);
    tell(at, What.MALWARE, "update.bin", "", malware.name(), true, false, null, tell);
  }

  void unlock(long at, Presence presence, Consumer<Act> tell) {
    logon(at, What.UNLOCK, presence, tell);
  }

  void lock(long at, Presence presence, Consumer<Act> tell) {
    if (mac) {
      tell(
          at,
          What.PROCESS,
          "ScreenSaverEngine",
          "loginwindow",
          "ScreenSaverEngine",
          true,
          false,
          null,
          tell);
    } else {
      tell(
          at,
          What.PROCESS,
          "LogonUI",
          "winlogon.exe",
          "LogonUI.exe /flags:0x0 /state0:0xa3",
          false,
          false,
          far(presence, at),
          tell);
    }
  }

  /** Somebody starts a program of the trade. */
  void program(Presence presence, long at, Chance draw, Consumer<Act> tell) {
    List<String> programs = person.role().programs();
    String file = programs.get(Math.min(draw.geometric(0.24), programs.size() - 1));
    boolean fromShell =
        switch (file) {
          case "git", "node", "python", "docker" -> true;
          default -> false;
        };
    if (mac) {
      file = onMac(file);
    }
    tell(
        at,
        What.PROCESS,
        file,
        mac ? (fromShell ? "zsh" : "launchd") : fromShell ? "WindowsTerminal.exe" : "explorer.exe",
        command(file, draw),
        true,
        true,
        far(presence, at),
        tell);
  }

  private static String onMac(String file) {
    return switch (file) {
      case "WindowsTerminal", "powershell", "mmc" -> "Terminal";
      case "mstsc" -> "Screen Sharing";
      case "notepad" -> "TextEdit";
      case "AcroRd32" -> "Preview";
      case "chrome" -> "Google Chrome";
      default -> file;
    };
  }

  private static String command(String file, Chance draw) {
    return switch (file) {
      case "git" ->
          "git "
              + draw.pick(
                  List.of(
                      "status",
                      "fetch origin",
                      "commit -m wip",
                      "push origin HEAD",
                      "diff",
                      "rebase main"));
      case "node" -> "node scripts/" + draw.pick(List.of("build.js", "lint.js", "dev.js"));
      case "python" -> "python " + draw.pick(List.of("-m pytest", "report.py", "etl.py --daily"));
      case "docker" -> "docker " + draw.pick(List.of("ps", "compose up -d", "build ."));
      case "chrome", "Google Chrome" ->
          file + " --type=renderer --renderer-client-id=" + draw.between(20, 900);
      case "Code" -> "Code --folder-uri work/" + Ids.hex(draw.bits(), 6);
      case "EXCEL", "WINWORD", "POWERPNT" -> file + " /dde " + Ids.hex(draw.bits(), 8);
      default -> file;
    };
  }

  /**
   * What runs by itself while the machine is on: an agent at its own minute every three hours, and
   * for some a sync client under the worker's own account on every hour, day and night.
   */
  void hum(long on, long off, Chance draw, Consumer<Act> tell) {
    long phase = Math.floorMod(machine.name("agent"), 3 * HOUR);
    for (long at = first(on, 3 * HOUR, phase); at < off; at += 3 * HOUR) {
      String service =
          (mac ? MAC_SERVICES : SERVICES).get((int) Math.floorMod(Math.floorDiv(at, HOUR), 5L));
      system(at + draw.below(2_500), service, mac ? "launchd" : "svchost.exe", service, tell);
    }
    if (Math.floorMod(machine.name("sync"), 100) < (machine.alwaysOn() ? 70 : 15)) {
      long own = Math.floorMod(machine.name("sync phase"), HOUR);
      for (long at = first(on, HOUR, own); at < off; at += HOUR) {
        user(at + draw.below(1_500), "drivesync", "drivesync", "drivesync --background", tell);
      }
    }
    if (person.overlays().contains(Overlay.ASSISTIVE)) {
      String reader = mac ? "VoiceOver" : "nvda";
      user(on + 20_000, reader, mac ? "launchd" : "explorer.exe", reader, tell);
    }
    if (person.overlays().contains(Overlay.JIGGLER)) {
      user(on + 30_000, "MouseJiggler", "explorer.exe", "MouseJiggler -j -m", tell);
    }
  }

  private static long first(long from, long period, long phase) {
    return Math.floorDiv(from - phase - 1, period) * period + period + phase;
  }

  private void logon(long at, What what, Presence presence, Consumer<Act> tell) {
    tell(at, what, "", "", "", true, true, far(presence, at), tell);
  }

  private void plug(long at, String kind, String instance, String name, Consumer<Act> tell) {
    tell(at, What.PLUGGED, kind, instance, name, false, false, null, tell);
  }

  private void system(long at, String file, String parent, String command, Consumer<Act> tell) {
    tell(at, What.PROCESS, file, parent, command, false, false, null, tell);
  }

  private void user(long at, String file, String parent, String command, Consumer<Act> tell) {
    tell(at, What.PROCESS, file, parent, command, true, false, null, tell);
  }

  /** Where the far end of a remote desktop is; null when nobody drives the machine that way. */
  private @Nullable String far(Presence presence, long at) {
    Drive drive = presence.hand().drive();
    if (drive == null || !drive.desktop()) {
      return null;
    }
    return drive.way() == Drive.Way.DESKTOP
        ? drive.line(Math.floorDiv(at, 24 * HOUR)).address(at, machine.number())
        : "10.61." + Math.floorMod(machine.name("relay"), 250L) + ".7";
  }

  private void tell(
      long at,
      What what,
      String file,
      String parent,
      String command,
      boolean user,
      boolean human,
      @Nullable String far,
      Consumer<Act> tell) {
    long id = chance.at("act", ++acts).name();
    reports += 1 + Math.floorMod(id, 7L);
    tell.accept(
        new DefenderAct(
            at, id, person, machine, reports, what, file, parent, command, user, human, far));
  }
}
