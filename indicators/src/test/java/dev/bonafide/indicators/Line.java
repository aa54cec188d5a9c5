package dev.bonafide.indicators;

import dev.bonafide.model.NetStatement;
import org.jspecify.annotations.Nullable;

/** An address and what records say of the network behind it. */
public record Line(String address, @Nullable NetStatement net) {

  /** A home line in a city, far from the other cities named here. */
  public static Line home(int number, City city) {
    return of("203.0.113." + number, "Harbour Cable", null, city);
  }

  public static Line of(
      String address, String organisation, @Nullable Boolean proxy, @Nullable City city) {
    return new Line(
        address,
        new NetStatement(
            0,
            organisation,
            proxy,
            null,
            city == null ? null : "US",
            null,
            city == null ? null : city.name,
            city == null ? Double.NaN : city.latitude,
            city == null ? Double.NaN : city.longitude));
  }

  /** Places on the map, with names that nobody lives in. */
  public enum City {
    NORTHPORT("Northport", 44.0, -72.0),
    /** 20 km from Northport. */
    NORTHPORT_MILLS("Northport Mills", 44.18, -72.0),
    /** 1,300 km from Northport. */
    SOUTHFIELD("Southfield", 34.0, -80.0),
    /** 3,800 km from Northport. */
    WESTBAY("Westbay", 37.0, -120.0);

    final String name;
    final double latitude;
    final double longitude;

    City(String name, double latitude, double longitude) {
      this.name = name;
      this.latitude = latitude;
      this.longitude = longitude;
    }
  }
}
