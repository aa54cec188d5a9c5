package dev.bonafide.hiring.screening;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Between which offsets from UTC the clocks of a country run, summer and winter, far islands
 * included. Typed from the IANA time zone database, release 2025b; countries that are missing are
 * not judged.
 */
final class Clocks {
  /** Country, earliest and latest offset in quarters of an hour. */
  private static final String TABLE =
      """
      US -40 -16 CA -32 -10 MX -32 -20 BR -20 -8 AR -12 -12 CL -24 -12 CO -20 -20 PE -20 -20 EC -24 -20
      UY -12 -12 CR -24 -24 GT -24 -24 DO -16 -16 PA -20 -20 VE -16 -16 BO -16 -16 PY -16 -12
      GB 0 4 IE 0 4 PT -4 4 ES 0 8 FR 4 8 DE 4 8 NL 4 8 BE 4 8 LU 4 8 AT 4 8 CH 4 8 IT 4 8 PL 4 8
      CZ 4 8 SK 4 8 HU 4 8 SI 4 8 HR 4 8 DK 4 8 NO 4 8 SE 4 8 RS 4 8 BA 4 8 ME 4 8 MK 4 8 AL 4 8 MT 4 8
      FI 8 12 EE 8 12 LV 8 12 LT 8 12 RO 8 12 BG 8 12 GR 8 12 CY 8 12 UA 8 12 MD 8 12 IS 0 0
      TR 12 12 IL 8 12 EG 8 12 JO 8 12 LB 8 12 SA 12 12 AE 16 16 QA 12 12 KW 12 12 BH 12 12 OM 16 16
      BY 12 12 RU 8 48 GE 16 16 AM 16 16 AZ 16 20 KZ 20 24 UZ 20 20 KG 24 24
      NG 4 4 GH 0 0 KE 12 12 ET 12 12 TZ 12 12 UG 12 12 RW 8 8 ZA 8 8 MA 0 4 TN 4 4 DZ 4 4 SN 0 0
      IN 22 22 PK 20 20 BD 24 24 LK 22 22 NP 23 23 IR 14 18 AF 18 18
      TH 28 28 VN 28 28 KH 28 28 ID 28 36 MY 32 32 SG 32 32 PH 32 32 CN 32 32 HK 32 32 TW 32 32 MN 28 36
      JP 36 36 KR 36 36 AU 32 44 NZ 48 55
      """;

  private static final int QUARTER = 15;
  private static final Map<String, int[]> BY_COUNTRY = read();

  private Clocks() {}

  private static Map<String, int[]> read() {
    Map<String, int[]> clocks = new HashMap<>();
    String[] cells = TABLE.strip().split("\\s+", -1);
    for (int c = 0; c < cells.length; c += 3) {
      clocks.put(
          cells[c], new int[] {Integer.parseInt(cells[c + 1]), Integer.parseInt(cells[c + 2])});
    }
    return clocks;
  }

  /** Whether the clocks of all these countries are known. */
  static boolean known(Set<String> countries) {
    return BY_COUNTRY.keySet().containsAll(countries);
  }

  /** Whether a clock so many minutes before UTC runs in one of the countries. */
  static boolean has(Set<String> countries, int minutes) {
    for (String country : countries) {
      int[] of = BY_COUNTRY.get(country);
      if (of != null && minutes >= of[0] * QUARTER && minutes <= of[1] * QUARTER) {
        return true;
      }
    }
    return false;
  }
}
