package dev.bonafide.indicators;

import dev.bonafide.knowledge.Network;

/** Distances between places as records state them. */
public final class Earth {
  private static final double RADIUS_KM = 6371.0;

  private Earth() {}

  /** Kilometres between two points along the surface (haversine, sphere of 6,371 km). */
  public static double km(double lat1, double lon1, double lat2, double lon2) {
    double dLat = StrictMath.toRadians(lat2 - lat1);
    double dLon = StrictMath.toRadians(lon2 - lon1);
    double a =
        square(StrictMath.sin(dLat / 2))
            + StrictMath.cos(StrictMath.toRadians(lat1))
                * StrictMath.cos(StrictMath.toRadians(lat2))
                * square(StrictMath.sin(dLon / 2));
    return 2 * RADIUS_KM * StrictMath.asin(StrictMath.sqrt(Math.min(1, a)));
  }

  /**
   * How far off the place of an address may be when the record gives no radius, in kilometres
   * (detection.md 1.9).
   */
  public static final int BLUR_KM = 200;

  /** The same when the record names a city: makers of such data quote four of five within 50 km. */
  public static final int CITY_BLUR_KM = 50;

  /** Kilometres between the places that two records state; 0 when one states none. */
  public static double km(Network a, Network b) {
    return a.placed() && b.placed()
        ? km(
            a.statement().latitude(),
            a.statement().longitude(),
            b.statement().latitude(),
            b.statement().longitude())
        : 0;
  }

  /** Kilometres that surely lie between two networks, after what the places may be off by. */
  public static double surelyKm(Network a, Network b) {
    return Math.max(0, km(a, b) - blurKm(a) - blurKm(b));
  }

  private static int blurKm(Network network) {
    return network.statement().city() == null ? BLUR_KM : CITY_BLUR_KM;
  }

  private static double square(double x) {
    return x * x;
  }
}
