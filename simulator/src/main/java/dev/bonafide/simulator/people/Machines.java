package dev.bonafide.simulator.people;

import dev.bonafide.simulator.people.Machine.Gadget;
import dev.bonafide.simulator.people.Machine.Screen;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes machines, and what people plug into them. Makers and models are invented. */
public final class Machines {
  private static final List<String> LAPTOPS =
      List.of("Corvid Book 14", "Corvid Book 16", "Halden Z3", "Halden Z5 Pro", "Norrsken T7");
  private static final List<String> MACS =
      List.of("MacBookPro18,3", "Mac14,9", "Mac15,6", "Mac16,12");
  private static final List<Screen> SCREENS =
      List.of(
          new Screen("Kestrel", "KST", "KD27Q", ""),
          new Screen("Kestrel", "KST", "KD24", ""),
          new Screen("Lumora", "LMR", "U2722", ""),
          new Screen("Lumora", "LMR", "P2419H", ""),
          new Screen("Tessel", "TSL", "Wide34", ""));

  /** Vendor and product numbers are real; they belong to makers, not to people. */
  private static final List<Gadget> GADGETS =
      List.of(
          new Gadget("046D", "C52B", "USB Receiver", "HIDClass", Gadget.Mark.NONE, null),
          new Gadget("046D", "C31C", "USB Keyboard", "HIDClass", Gadget.Mark.NONE, null),
          new Gadget("413C", "301A", "Optical Mouse", "HIDClass", Gadget.Mark.NONE, null),
          new Gadget("046D", "085E", "HD Webcam", "Camera", Gadget.Mark.OWN, null),
          new Gadget("0B0E", "0E36", "USB Headset", "MEDIA", Gadget.Mark.OWN, null),
          new Gadget("17E9", "6015", "Universal Dock", "USBDevice", Gadget.Mark.OWN, null),
          new Gadget("0BDA", "8153", "USB GbE LAN", "Net", Gadget.Mark.SAME, "000001"));

  private static final Gadget DOCK = GADGETS.get(5);
  private static final Gadget SWITCH =
      new Gadget(
          "1D6B", "0104", "Multifunction Composite Gadget", "USBDevice", Gadget.Mark.OWN, null);

  /** Programs by which somebody elsewhere drives a screen, as processes are called. */
  public static final List<String> PROGRAMS =
      List.of(
          "AnyDesk", "TeamViewer", "rustdesk", "remoting_host", "SRServer", "parsecd", "dwagent");

  /** Boxes that are keyboard, mouse and monitor over the network, by what they call themselves. */
  private static final List<Gadget> BOXES =
      List.of(
          new Gadget("1D6B", "0104", "PiKVM Composite Device", "HIDClass", Gadget.Mark.OWN, null),
          new Gadget("3346", "1009", "sipeed NanoKVM", "HIDClass", Gadget.Mark.OWN, null),
          new Gadget("1D6B", "0104", "JetKVM USB Emulation", "HIDClass", Gadget.Mark.OWN, null),
          new Gadget("1D6B", "0104", "TinyPilot", "HIDClass", Gadget.Mark.OWN, null));

  /** What such a box shows under the numbers of an ordinary keyboard: it is a disk as well. */
  private static final List<Gadget> SHAPE =
      List.of(
          new Gadget("046D", "C31C", "HID Keyboard Device", "Keyboard", Gadget.Mark.NONE, null),
          new Gadget(
              "046D", "C31C", "USB Mass Storage Device", "USB", Gadget.Mark.SAME, "0123456789"));

  /** The same box without its disk: nothing tells it from a keyboard. */
  private static final Gadget COPIED =
      new Gadget("046D", "C31C", "USB Keyboard", "HIDClass", Gadget.Mark.NONE, null);

  /** How well a box for remote control hides what it is. */
  enum Box {
    /** It says who made it. */
    NAMED,
    /** It says the default id of its operating system. */
    DEFAULT,
    /** It says that it is a keyboard, and is a disk as well. */
    SHAPED,
    /** It says what an ordinary keyboard and monitor say. */
    COPIED
  }

  /** What a box for remote control shows on the bus. */
  static List<Gadget> box(Box box, Chance draw) {
    return switch (box) {
      case NAMED -> List.of(marked(draw.pick(BOXES), draw.bits()));
      case DEFAULT -> List.of(marked(SWITCH, draw.bits()));
      case SHAPED -> SHAPE;
      case COPIED -> List.of(COPIED);
    };
  }

  private Machines() {}

  /** An employer's laptop. */
  static Machine laptop(Chance own, boolean alwaysOn, boolean networkSwitch) {
    boolean mac = own.at("mac").happens(0.38);
    Chance browser = own.at("browser");
    // One host in a hundred has a clock that nobody looks after.
    double spread = own.at("skew").happens(0.012) ? 25 * 60_000 : 900;
    List<Gadget> gadgets = gadgets(own.at("gadgets"), alwaysOn);
    if (networkSwitch) {
      // Some run the box with the name its maker gave it.
      Box box = own.at("box").happens(0.3) ? Box.NAMED : Box.DEFAULT;
      gadgets.addAll(box(box, own.at("switch")));
    }
    return new Machine(
        own.at("number").name(),
        Machine.Sort.LAPTOP,
        mac ? Machine.Os.MAC : Machine.Os.WINDOWS,
        mac
            ? browser(browser, 66, Machine.Browser.SAFARI, 26)
            : browser(browser, 58, Machine.Browser.EDGE, 34),
        own.at("model").pick(mac ? MACS : LAPTOPS),
        true,
        alwaysOn,
        Math.round(own.at("how much").normal(0, spread)),
        screens(own.at("screens"), alwaysOn),
        gadgets);
  }

  /** A desktop in the company's own rooms. */
  static Machine virtualDesktop(Chance own) {
    return bare(own, Machine.Sort.VIRTUAL_DESKTOP, Machine.Os.WINDOWS, "Virtual Machine", true);
  }

  /** A rented machine on which somebody develops. */
  static Machine rented(Chance own) {
    return bare(own, Machine.Sort.LAPTOP, Machine.Os.LINUX, "Virtual Machine", false);
  }

  /** Where a program of the company runs. */
  static Machine server(Chance own) {
    return bare(own, Machine.Sort.SERVER, Machine.Os.LINUX, "Virtual Machine", false);
  }

  private static Machine bare(
      Chance own, Machine.Sort sort, Machine.Os system, String model, boolean managed) {
    return new Machine(
        own.at("number").name(),
        sort,
        system,
        managed ? Machine.Browser.EDGE : Machine.Browser.CHROME,
        model,
        managed,
        managed,
        0,
        List.of(),
        List.of());
  }

  /** Somebody's own computer. */
  static Machine own(Chance own) {
    boolean mac = own.at("mac").happens(0.3);
    return new Machine(
        own.at("number").name(),
        Machine.Sort.LAPTOP,
        mac ? Machine.Os.MAC : Machine.Os.WINDOWS,
        browser(own.at("browser"), 72, Machine.Browser.FIREFOX, 28),
        mac ? "Mac" : "PC",
        false,
        false,
        0,
        List.of(),
        List.of());
  }

  static Machine phone(Chance own) {
    boolean iphone = own.at("iphone").happens(0.5);
    return new Machine(
        own.at("number").name(),
        Machine.Sort.PHONE,
        iphone ? Machine.Os.IOS : Machine.Os.ANDROID,
        iphone ? Machine.Browser.SAFARI : Machine.Browser.CHROME,
        iphone ? "iPhone 15" : own.at("model").pick(List.of("Pine 9", "Lumen A5", "Orbit S24")),
        false,
        true,
        0,
        List.of(),
        List.of());
  }

  /** A dock with a serial of its own. */
  public static Gadget dock(Chance draw) {
    return marked(DOCK, draw.bits());
  }

  /** A monitor with a serial of its own. */
  public static Screen screen(Chance draw) {
    Screen model = draw.pick(SCREENS);
    return new Screen(model.maker(), model.code(), model.model(), Ids.plate("", draw.bits(), 9));
  }

  private static Machine.Browser browser(
      Chance draw, int chrome, Machine.Browser second, int share) {
    int luck = draw.below(100);
    return luck < chrome
        ? Machine.Browser.CHROME
        : luck < chrome + share ? second : Machine.Browser.FIREFOX;
  }

  private static List<Screen> screens(Chance draw, boolean docked) {
    int count = draw.weighted(docked ? 0.05 : 0.35, 0.45, 0.2);
    List<Screen> screens = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      screens.add(screen(draw));
    }
    return screens;
  }

  private static List<Gadget> gadgets(Chance draw, boolean docked) {
    int count = draw.weighted(docked ? 0.1 : 0.25, 0.35, 0.25, 0.15);
    List<Gadget> gadgets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      gadgets.add(marked(draw.pick(GADGETS), draw.bits()));
    }
    return gadgets;
  }

  private static Gadget marked(Gadget model, long name) {
    return model.mark() == Gadget.Mark.OWN
        ? new Gadget(
            model.vendor(),
            model.product(),
            model.name(),
            model.kind(),
            model.mark(),
            serial(model, name))
        : model;
  }

  private static @Nullable String serial(Gadget model, long name) {
    return Ids.plate(model.product().toUpperCase(Locale.ROOT), name, 8);
  }
}
