package dev.bonafide.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Every line there is. The plan of addresses, all of them reserved for documentation, benchmarks or
 * carriers' own use, so that none belongs to anybody:
 *
 * <ul>
 *   <li>192.0.2.0/24: the company's offices, VPN gateways and servers
 *   <li>198.51.100.0/24: co-working places; 203.0.113.0/24: hotels
 *   <li>198.18.0.0/16: homes; 100.96.0.0/12: homes of workforces above some 2,000
 *   <li>198.19.0.0/17: rented servers; 198.19.128.0/17: exits of commercial VPNs
 *   <li>100.112.0.0/14: homes that lend their address to a proxy
 *   <li>100.64.0.0/16: gateways of mobile carriers
 *   <li>2001:db8::/32: homes with IPv6, a /56 each
 * </ul>
 *
 * A line is a function of its number and the seed alone.
 */
public final class Internet {
  private static final long COMPANY = ip(192, 0, 2, 0);
  private static final long PLACES = ip(203, 0, 113, 0);
  private static final long DESKS = ip(198, 51, 100, 0);
  private static final long RENTED = ip(198, 19, 0, 0);
  private static final long EXITS = ip(198, 19, 128, 0);
  private static final long LENT = ip(100, 112, 0, 0);
  private static final long HOMES = ip(198, 18, 0, 0);
  private static final long MORE_HOMES = ip(100, 96, 0, 0);
  private static final long MOBILES = ip(100, 64, 0, 0);

  /** Lines that one household number may have: homes, second homes, operators' lines. */
  private static final int SLOTS = 8;

  private static final List<List<Carrier>> FIXED = new ArrayList<>();
  private static final List<List<Carrier>> WIRELESS = new ArrayList<>();
  private static long nextAsn = 64_496;

  static {
    regional("Larkline Broadband", "Prairie Fibre Cooperative", "Harbour Cable");
    regional("Serra Telecom", "Rio Claro Fibra", "Altiplano Net");
    regional("Northwater Telecom", "Alder Broadband", "Veldnet Fibre");
    regional("Baobab Networks", "Cape Lantern Fibre", "Savanna Broadband");
    regional("Monsoon Broadband", "Lotus Fibre", "Coral Telecom");
    regional("Southern Cross Cable", "Kauri Broadband", "Reef Fibre");
    wireless("Bluebird Mobile", "Signal Peak Wireless");
    wireless("Onda Móvil", "Tucano Celular");
    wireless("Heron Mobile", "Polar Mobile");
    wireless("Acacia Mobile", "Kite Cellular");
    wireless("Banyan Mobile", "Tidal Cellular");
    wireless("Wattle Mobile", "Fern Cellular");
  }

  private static final Carrier EMPLOYER =
      new Carrier("Bonafide Works", asn(), "bonafide-works.example", null, null);

  /** Best known first. */
  private static final List<Carrier> VPNS =
      Stream.of(
              "Veilpath",
              "Quiet Harbor",
              "Cloakline",
              "Foxglove",
              "Meridian",
              "Umbral",
              "Nimbus Lane",
              "Paperboat",
              "Graymoth",
              "Lanternfish",
              "Otterway",
              "Silkroute",
              "Hush Relay",
              "Moonbridge",
              "Copperveil",
              "Driftkey",
              "Sparrow Tunnel",
              "Blankslate",
              "Northgate",
              "Emberlane",
              "Farshore",
              "Coldharbor",
              "Wanderline",
              "Saltmarsh")
          .map(Internet::vpn)
          .toList();

  private static final List<Carrier> HOSTS =
      List.of(
          host("Granite Hosting"),
          host("Packet Barn Data Centers"),
          host("Tundra Cloud Servers"),
          host("Rackwell VPS"),
          host("Ironbark Dedicated Servers"));
  private static final List<Carrier> VENUES =
      List.of(
          new Carrier("Common Desk Co-Working", asn(), "commondesk.example", null, null),
          new Carrier("Lodgewell Hotels", asn(), "lodgewell.example", null, null));

  private static final Carrier SATELLITE =
      new Carrier("Skyhop Satellite", asn(), "skyhop.example", null, null);
  private static final Carrier RELAY =
      new Carrier(
          "Orchard Private Relay", asn(), "orchard.example", "ORCHARD_PRIVATE_RELAY", "PROXY");

  private final Chance chance;
  private final Shuffle homes;
  private final Shuffle moreHomes;
  private final Shuffle rented;
  private final Shuffle lent;

  public Internet(long seed) {
    this.chance = Chance.of(seed).at("internet");
    this.homes = new Shuffle(chance.at("homes").name(), 1 << 14);
    this.moreHomes = new Shuffle(chance.at("more homes").name(), 1 << 18);
    this.rented = new Shuffle(chance.at("rented").name(), 1 << 15);
    this.lent = new Shuffle(chance.at("lent").name(), 1 << 18);
  }

  /**
   * A household's line.
   *
   * @param household its number
   * @param slot which of its lines, 0 to 7
   */
  public Line home(long household, int slot, Metro metro) {
    long number = household * SLOTS + slot;
    Chance own = chance.at("home", number);
    Line.Lease lease = own.pick(List.of(Line.Lease.values()), Line.Lease::share);
    boolean six = own.happens(0.22);
    boolean few = number < 1 << 14;
    long pool = few ? 1 << 14 : 1 << 18;
    // Two homes in a hundred hang on a satellite, whose ground station is somewhere else.
    boolean satellite = own.at("satellite").happens(0.02);
    return new Line(
        Line.Sort.HOME,
        satellite ? SATELLITE : carrier(FIXED, metro, own),
        metro,
        shown(metro, own, satellite ? 0.8 : 0.05, 0.01),
        own.name(),
        lease,
        six,
        (few ? HOMES : MORE_HOMES) + lease.part() * pool,
        pool,
        few ? homes.of(number) : moreHomes.of(number));
  }

  /** The gateway of a mobile carrier. */
  public Line mobile(long household, Metro metro) {
    Chance own = chance.at("mobile", household);
    Carrier carrier = carrier(WIRELESS, metro, own);
    long pool = MOBILES + (carrier.asn() % 256) * 256;
    return new Line(
        Line.Sort.MOBILE,
        carrier,
        metro,
        shown(metro, own, 0.35, 0),
        own.name(),
        Line.Lease.DAY,
        false,
        pool,
        64,
        0);
  }

  public Line office(Metro metro) {
    return still(Line.Sort.OFFICE, EMPLOYER, metro, COMPANY + 1 + metro.number(), metro.number());
  }

  /** The area of the nearest of the company's three VPN gateways. */
  public static Metro gateway(Metro from) {
    Metro best = Atlas.named("Boston");
    for (String city : List.of("Leipzig", "Singapore")) {
      Metro other = Atlas.named(city);
      if (other.kilometresTo(from) < best.kilometresTo(from)) {
        best = other;
      }
    }
    return best;
  }

  /** The company's own VPN: where everybody on the full tunnel seems to be. */
  public Line companyVpn(Metro gateway) {
    return still(
        Line.Sort.COMPANY_VPN,
        EMPLOYER,
        gateway,
        COMPANY + 64 + gateway.number(),
        100 + gateway.number());
  }

  /** The same gateways after the company moved them to other addresses, all on one day. */
  public Line movedCompanyVpn(Metro gateway) {
    int which = List.of("Boston", "Leipzig", "Singapore").indexOf(gateway.city());
    return still(Line.Sort.COMPANY_VPN, EMPLOYER, gateway, COMPANY + 240 + which, 180 + which);
  }

  /**
   * The day on which the company's VPN moved: a jump for the whole fleet. Every second company does
   * so within its time; {@link Long#MAX_VALUE} for the others.
   */
  public long vpnMoves(long first, long last) {
    Chance draw = chance.at("vpn moves");
    return draw.happens(0.5) && last - first > 6
        ? first + 3 + draw.below((int) (last - first - 5))
        : Long.MAX_VALUE;
  }

  /** Where the company's own programs run. */
  public Line servers(int number) {
    return still(
        Line.Sort.SERVERS, EMPLOYER, Atlas.METROS.get(9), COMPANY + 128 + number, 200 + number);
  }

  public Line coWorking(Metro metro) {
    return still(
        Line.Sort.CO_WORKING,
        VENUES.get(0),
        metro,
        DESKS + 1 + metro.number(),
        300 + metro.number());
  }

  public Line hotel(Metro metro, int which) {
    long number = metro.number() * 4L + Math.floorMod(which, 4);
    return still(Line.Sort.HOTEL, VENUES.get(1), metro, PLACES + 1 + number, 400 + number);
  }

  /** How many commercial VPNs there are; the first are the best known. */
  public int vpns() {
    return VPNS.size();
  }

  /** An exit of a commercial VPN, one of 64 that each has. */
  public Line commercialVpn(int provider, int exit) {
    long number = provider * 64L + Math.floorMod(exit, 64);
    return still(
        Line.Sort.COMMERCIAL_VPN,
        VPNS.get(provider),
        Atlas.draw(chance.at("exit", number)),
        EXITS + number,
        10_000 + number);
  }

  /** A browser maker's relay: the city is roughly right, the network is not the home's. */
  public Line relay(Metro metro, long day) {
    long number = metro.number() * 16L + Math.floorMod(day, 16L);
    return still(Line.Sort.RELAY, RELAY, metro, EXITS + (1 << 13) + number, 50_000 + number);
  }

  /** An agency's office: its people sit behind one address. */
  public Line agency(String name) {
    int number = Math.floorMod(name.hashCode(), 64);
    return still(
        Line.Sort.AGENCY,
        new Carrier(name, 64_512 + number, domain(name), null, null),
        Atlas.METROS.get(number % Atlas.METROS.size()),
        DESKS + 128 + number,
        60_000 + number);
  }

  /** A server that somebody rents: an address of their own. */
  public Line hosting(long customer) {
    Chance own = chance.at("hosting", customer);
    return still(
        Line.Sort.HOSTING,
        own.pick(HOSTS),
        Atlas.draw(own.at("place")),
        RENTED + rented.of(customer),
        1_000_000 + customer);
  }

  /** Somebody's home that lends its address for money: no database knows. */
  public Line residentialProxy(long customer, int exit, Metro metro) {
    long number = customer * 64 + Math.floorMod(exit, 64);
    Chance own = chance.at("residential", number);
    return new Line(
        Line.Sort.RESIDENTIAL_PROXY,
        carrier(FIXED, metro, own),
        metro,
        metro,
        own.name(),
        Line.Lease.FIXED,
        false,
        LENT,
        1 << 18,
        lent.of(number));
  }

  private Line still(Line.Sort sort, Carrier carrier, Metro metro, long address, long number) {
    return new Line(
        sort,
        carrier,
        metro,
        metro,
        chance.at("still", number).name(),
        Line.Lease.FIXED,
        false,
        address,
        1,
        0);
  }

  /** Geo databases err: sometimes on the city, seldom on the country. */
  private static Metro shown(Metro metro, Chance own, double city, double country) {
    Chance geo = own.at("geo");
    double luck = geo.unit();
    if (luck < country) {
      return Atlas.draw(geo);
    }
    return luck < country + city ? Atlas.neighbour(metro, geo) : metro;
  }

  private static Carrier carrier(List<List<Carrier>> carriers, Metro metro, Chance own) {
    return own.at("carrier").pick(carriers.get(continent(metro)));
  }

  private static int continent(Metro metro) {
    String zone = metro.zone().getId();
    return switch (zone.substring(0, zone.indexOf('/'))) {
      case "America" -> metro.code().equals("US") || metro.code().equals("CA") ? 0 : 1;
      case "Europe" -> 2;
      case "Africa" -> 3;
      case "Asia" -> 4;
      default -> 5;
    };
  }

  private static void regional(String... names) {
    FIXED.add(carriers(names));
  }

  private static void wireless(String... names) {
    WIRELESS.add(carriers(names));
  }

  private static List<Carrier> carriers(String... names) {
    List<Carrier> carriers = new ArrayList<>();
    for (String name : names) {
      carriers.add(new Carrier(name, asn(), domain(name), null, null));
    }
    return carriers;
  }

  private static Carrier vpn(String name) {
    String brand = name.toUpperCase(Locale.ROOT).replace(' ', '_') + "_VPN";
    return new Carrier(name + " VPN", asn(), domain(name), brand, "VPN");
  }

  private static Carrier host(String name) {
    return new Carrier(name, asn(), domain(name), null, null);
  }

  private static String domain(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (letter >= 'A' && letter <= 'Z') {
        out.append((char) (letter + 32));
      } else if (letter >= 'a' && letter <= 'z') {
        out.append(letter);
      } else if (letter == ' ') {
        out.append('-');
      }
    }
    return out.append(".example").toString();
  }

  /** The numbers for documentation first, then private ones. */
  private static long asn() {
    long asn = nextAsn++;
    if (nextAsn == 64_512) {
      nextAsn = 65_536;
    } else if (nextAsn == 65_552) {
      nextAsn = 4_200_000_000L;
    }
    return asn;
  }

  private static long ip(int a, int b, int c, int d) {
    return (long) a << 24 | (long) b << 16 | (long) c << 8 | d;
  }
}
