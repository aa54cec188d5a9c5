package dev.bonafide.simulator.people;

import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A computer or phone under all the names that vendors give it; they all come from its number. */
public final class Machine {
  private final long number;
  private final Sort sort;
  private final Os system;
  private final Browser browser;
  private final String model;
  private final boolean managed;
  private final boolean alwaysOn;
  private final long skewMilli;
  private final List<Screen> screens;
  private final List<Gadget> gadgets;
  private final String serial;
  private final String host;
  private final String defenderId;
  private final String entraId;
  private final String intuneId;
  private final String oktaId;
  private final String fingerprint;
  private final String token;

  /**
   * @param number its own number
   * @param managed the employer's, enrolled and under endpoint detection
   * @param alwaysOn never sleeps: a virtual desktop or a docked machine
   * @param skewMilli how far its own clock runs ahead
   */
  public Machine(
      long number,
      Sort sort,
      Os system,
      Browser browser,
      String model,
      boolean managed,
      boolean alwaysOn,
      long skewMilli,
      List<Screen> screens,
      List<Gadget> gadgets) {
    this.number = number;
    this.sort = sort;
    this.system = system;
    this.browser = browser;
    this.model = model;
    this.managed = managed;
    this.alwaysOn = alwaysOn;
    this.skewMilli = skewMilli;
    this.screens = List.copyOf(screens);
    this.gadgets = List.copyOf(gadgets);
    this.serial = Ids.plate("", name("serial"), 7);
    this.host = named();
    this.defenderId = Ids.hex(name("defender"), 40);
    this.entraId = Ids.uuid(name("entra"));
    this.intuneId = Ids.uuid(name("intune"));
    this.oktaId = Ids.mixed("guo", name("okta"), 17);
    this.fingerprint = Ids.hex(name("fingerprint"), 32);
    this.token = Ids.hex(name("token"), 64);
  }

  /** What it is. */
  public enum Sort {
    LAPTOP,
    PHONE,
    VIRTUAL_DESKTOP,
    SERVER
  }

  /** What it runs, as vendors write it. */
  public enum Os {
    WINDOWS("Windows 11", "Windows", "10.0.26100.4652", "Windows NT 10.0; Win64; x64"),
    MAC("Mac OS 15.6 (Sequoia)", "MacOs", "15.6.1", "Macintosh; Intel Mac OS X 10_15_7"),
    IOS("iOS (iPhone)", "Ios", "18.6", "iPhone; CPU iPhone OS 18_6 like Mac OS X"),
    ANDROID("Android 15", "Android", "15", "Linux; Android 15; K"),
    LINUX("Linux", "Linux", "6.8", "X11; Linux x86_64");

    private final String okta;
    private final String entra;
    private final String version;
    private final String agent;

    Os(String okta, String entra, String version, String agent) {
      this.okta = okta;
      this.entra = entra;
      this.version = version;
      this.agent = agent;
    }

    public String okta() {
      return okta;
    }

    public String entra() {
      return entra;
    }

    public String version() {
      return version;
    }
  }

  /** What its owner browses with. */
  public enum Browser {
    CHROME("CHROME", "Chrome"),
    EDGE("CHROMIUM_EDGE", "Edge"),
    SAFARI("SAFARI", "Safari"),
    FIREFOX("FIREFOX", "Firefox");

    private final String okta;
    private final String entra;

    Browser(String okta, String entra) {
      this.okta = okta;
      this.entra = entra;
    }

    public String okta() {
      return okta;
    }
  }

  /** A monitor. The serial is its own, and stays when it moves to another desk. */
  public record Screen(String maker, String code, String model, String serial) {}

  /**
   * A USB device.
   *
   * @param mark what its serial is worth
   * @param serial as the device itself says it, null when it has none
   */
  public record Gadget(
      String vendor, String product, String name, String kind, Mark mark, @Nullable String serial) {

    /** What a serial tells. */
    public enum Mark {
      /** It has none. */
      NONE,
      /** Every one of the model says the same. */
      SAME,
      /** It is this one's own. */
      OWN
    }
  }

  private static final long FOUR_WEEKS = 28 * 86_400_000L;

  /** A number for one of its names. */
  public long name(String what) {
    return Chance.of(number).at(what).name();
  }

  /** The same machine, standing somewhere else: what hangs on it, and whether it sleeps. */
  public Machine standing(boolean always, List<Screen> others, List<Gadget> plugged) {
    return new Machine(
        number, sort, system, browser, model, managed, always, skewMilli, others, plugged);
  }

  public long number() {
    return number;
  }

  public Sort sort() {
    return sort;
  }

  public Os system() {
    return system;
  }

  public Browser browser() {
    return browser;
  }

  public String model() {
    return model;
  }

  public boolean managed() {
    return managed;
  }

  public boolean alwaysOn() {
    return alwaysOn;
  }

  public long skewMilli() {
    return skewMilli;
  }

  public List<Screen> screens() {
    return screens;
  }

  public List<Gadget> gadgets() {
    return gadgets;
  }

  public String serial() {
    return serial;
  }

  public String host() {
    return host;
  }

  public String defenderId() {
    return defenderId;
  }

  public String entraId() {
    return entraId;
  }

  public String intuneId() {
    return intuneId;
  }

  public String oktaId() {
    return oktaId;
  }

  /** What a browser's own script makes of screen, fonts and the like. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Okta's device token, a cookie of its browser. */
  public String token() {
    return token;
  }

  /** The employer's naming scheme for its own, the maker's default for others. */
  private String named() {
    if (managed) {
      return (sort == Sort.VIRTUAL_DESKTOP ? "BWV-" : "BWL-") + serial;
    }
    return switch (system) {
      case WINDOWS -> Ids.plate("DESKTOP-", name("host"), 7);
      case MAC -> "MacBook-" + Ids.plate("", name("host"), 4);
      case IOS -> "iPhone";
      case ANDROID -> "Android-" + Ids.plate("", name("host"), 4);
      case LINUX -> "localhost";
    };
  }

  /** The major version of its browser; each machine updates some days after the release. */
  public int version(long epochMilli) {
    long lag = Math.floorMod(name("update"), 9 * 86_400_000L);
    return (int) (141 + Math.floorDiv(epochMilli - lag - 1_759_276_800_000L, FOUR_WEEKS));
  }

  /** The browser's name and version as Entra writes them. */
  public String entraBrowser(long epochMilli) {
    return browser.entra + " " + version(epochMilli) + ".0.0";
  }

  public String userAgent(long epochMilli) {
    if (sort == Sort.SERVER) {
      return "python-requests/2.32.5";
    }
    int version = version(epochMilli);
    if (system == Os.IOS) {
      return "Mozilla/5.0 ("
          + system.agent
          + ") AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
    }
    String mobile = system == Os.ANDROID ? " Mobile" : "";
    return switch (browser) {
      case FIREFOX ->
          "Mozilla/5.0 ("
              + system.agent
              + "; rv:"
              + version
              + ".0) Gecko/20100101 Firefox/"
              + version
              + ".0";
      case SAFARI ->
          "Mozilla/5.0 ("
              + system.agent
              + ") AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15";
      case EDGE ->
          "Mozilla/5.0 ("
              + system.agent
              + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
              + version
              + ".0.0.0 Safari/537.36 Edg/"
              + version
              + ".0.0.0";
      case CHROME ->
          "Mozilla/5.0 ("
              + system.agent
              + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
              + version
              + ".0.0.0"
              + mobile
              + " Safari/537.36";
    };
  }
}
