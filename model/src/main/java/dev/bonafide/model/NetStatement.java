package dev.bonafide.model;

import org.jspecify.annotations.Nullable;

/**
 * What a record itself says of the network behind an address. The vendor's opinion on the day; kept
 * as written, judged later. The text form joins the parts with {@code |}, empty where the record is
 * silent, so that equal statements are equal texts.
 *
 * @param asn autonomous system number, 0 when not given
 * @param organisation the network's name: AS organisation or ISP
 * @param proxy the record flags a proxy, anonymiser, relay or VPN; null when it does not say
 * @param hosting the record flags a hosting or data-centre network; null when it does not say
 * @param country as written, upper case when it is a two-letter code
 * @param latitude degrees, NaN when not given
 * @param longitude degrees, NaN when not given
 */
public record NetStatement(
    long asn,
    @Nullable String organisation,
    @Nullable Boolean proxy,
    @Nullable Boolean hosting,
    @Nullable String country,
    @Nullable String region,
    @Nullable String city,
    double latitude,
    double longitude) {

  /** The text form, or null when the record says nothing at all. */
  public @Nullable String text() {
    if (asn == 0
        && organisation == null
        && proxy == null
        && hosting == null
        && country == null
        && region == null
        && city == null
        && Double.isNaN(latitude)) {
      return null;
    }
    return (asn == 0 ? "" : "AS" + asn)
        + "|"
        + part(organisation)
        + "|"
        + flag(proxy)
        + "|"
        + flag(hosting)
        + "|"
        + part(country)
        + "|"
        + part(region)
        + "|"
        + part(city)
        + "|"
        + (Double.isNaN(latitude) ? "" : latitude + "," + longitude);
  }

  /**
   * Reads a text form back.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static NetStatement parse(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length != 8) {
      throw new IllegalArgumentException("a net statement has 8 parts, not " + parts.length);
    }
    int comma = parts[7].indexOf(',');
    return new NetStatement(
        parts[0].isEmpty() ? 0 : Long.parseLong(parts[0].substring(2)),
        orNull(parts[1]),
        flagOf(parts[2]),
        flagOf(parts[3]),
        orNull(parts[4]),
        orNull(parts[5]),
        orNull(parts[6]),
        comma < 0 ? Double.NaN : Double.parseDouble(parts[7].substring(0, comma)),
        comma < 0 ? Double.NaN : Double.parseDouble(parts[7].substring(comma + 1)));
  }

  private static String part(@Nullable String value) {
    return value == null ? "" : value.replace('|', '/');
  }

  private static String flag(@Nullable Boolean value) {
    return value == null ? "" : value ? "1" : "0";
  }

  private static @Nullable String orNull(String part) {
    return part.isEmpty() ? null : part;
  }

  private static @Nullable Boolean flagOf(String part) {
    return part.isEmpty() ? null : Boolean.valueOf(part.equals("1"));
  }
}
