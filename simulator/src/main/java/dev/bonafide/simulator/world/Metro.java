package dev.bonafide.simulator.world;

import java.time.ZoneId;

/**
 * A metropolitan area where people live.
 *
 * @param code ISO 3166-1 alpha-2
 * @param weight how many of the workforce live there, relative to the others
 */
public record Metro(
    int number,
    String city,
    String region,
    String country,
    String code,
    ZoneId zone,
    double latitude,
    double longitude,
    int weight) {

  /** Distance along a great circle, haversine on a sphere of 6,371 km. */
  public double kilometresTo(Metro other) {
    double lat1 = StrictMath.toRadians(latitude);
    double lat2 = StrictMath.toRadians(other.latitude);
    double dLat = lat2 - lat1;
    double dLon = StrictMath.toRadians(other.longitude - longitude);
    double a =
        StrictMath.pow(StrictMath.sin(dLat / 2), 2)
            + StrictMath.cos(lat1)
                * StrictMath.cos(lat2)
                * StrictMath.pow(StrictMath.sin(dLon / 2), 2);
    return 2 * 6371 * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(a)));
  }
}
