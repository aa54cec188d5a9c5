package dev.bonafide.simulator.world;

/**
 * A way onto the internet: a home's line, an office, an exit of a VPN. It gives an address at a
 * time, and it is where geo databases say it is, which need not be where it stands.
 */
public final class Line {
  /** What sort of line it is: the truth, which no log carries. */
  public enum Sort {
    HOME,
    MOBILE,
    OFFICE,
    COMPANY_VPN,
    CO_WORKING,
    HOTEL,
    COMMERCIAL_VPN,
    HOSTING,
    RESIDENTIAL_PROXY,
    RELAY,
    AGENCY,
    SERVERS
  }

  /** How long an address stays with the line. */
  public enum Lease {
    FIXED(0, 0, 30),
    MONTH(1, 30, 45),
    WEEK(2, 7, 15),
    DAY(3, 1, 10);

    private final int part;
    private final int days;
    private final int share;

    Lease(int part, int days, int share) {
      this.part = part;
      this.days = days;
      this.share = share;
    }

    /** Which quarter of the addresses is kept for it. */
    int part() {
      return part;
    }

    /** Percent of the homes. */
    double share() {
      return share;
    }
  }

  private static final long DAY = 86_400_000L;

  private final Sort sort;
  private final Carrier carrier;
  private final Metro metro;
  private final Metro shown;
  private final long key;
  private final Lease lease;
  private final boolean six;
  private final long base;
  private final long size;
  private final long index;

  /**
   * @param shown where geo databases place it
   * @param six whether machines behind it talk IPv6
   * @param base first address of its pool, IPv4 as a number
   * @param size addresses in the pool
   * @param index its place in the pool; a line that keeps its address sits there
   */
  Line(
      Sort sort,
      Carrier carrier,
      Metro metro,
      Metro shown,
      long key,
      Lease lease,
      boolean six,
      long base,
      long size,
      long index) {
    this.sort = sort;
    this.carrier = carrier;
    this.metro = metro;
    this.shown = shown;
    this.key = key;
    this.lease = lease;
    this.six = six;
    this.base = base;
    this.size = size;
    this.index = index;
  }

  public Sort sort() {
    return sort;
  }

  public Carrier carrier() {
    return carrier;
  }

  /** Where it stands. */
  public Metro metro() {
    return metro;
  }

  /** Where a geo database says that it stands. */
  public Metro shown() {
    return shown;
  }

  /** A number of its own, for what vendors attach to a line: coordinates, a postal code. */
  public long key() {
    return key;
  }

  /**
   * The public address of a machine behind it.
   *
   * @param machine the machine's number: IPv6 gives each its own, and a carrier's gateway too
   */
  public String address(long epochMilli, long machine) {
    if (sort == Sort.MOBILE) {
      // A carrier's gateway: many customers on few addresses, another one every few hours.
      long slot = Chance.mix(key ^ machine * 31 ^ Math.floorDiv(epochMilli, 3 * 3_600_000L));
      return four(base + Math.floorMod(slot, size));
    }
    if (six) {
      // One /56 for the line; the machine's own part changes every day (RFC 8981).
      long site = Chance.mix(key) & 0xFF_FFFFL;
      long host = Chance.mix(key ^ machine * 131 ^ Math.floorDiv(epochMilli, DAY) * 17);
      return "2001:db8:"
          + Long.toHexString(site >>> 8)
          + ":"
          + Long.toHexString((site & 0xFF) << 8)
          + ":"
          + Long.toHexString(host >>> 48 | 1)
          + ":"
          + Long.toHexString((host >>> 32 & 0xFFFF) | 1)
          + ":"
          + Long.toHexString((host >>> 16 & 0xFFFF) | 1)
          + ":"
          + Long.toHexString((host & 0xFFFF) | 1);
    }
    if (lease == Lease.FIXED) {
      return four(base + Math.floorMod(index, size));
    }
    // All lines of one lease move at once, each to a place that no other of them gets.
    long epoch = Math.floorDiv(epochMilli - 3 * 3_600_000L, lease.days * DAY);
    return four(base + new Shuffle(Chance.mix(epoch * 4 + lease.days), size).of(index));
  }

  private static String four(long address) {
    return (address >>> 24 & 0xFF)
        + "."
        + (address >>> 16 & 0xFF)
        + "."
        + (address >>> 8 & 0xFF)
        + "."
        + (address & 0xFF);
  }
}
