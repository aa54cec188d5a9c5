package dev.bonafide.simulator.world;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forty metropolitan areas: city, region, country, zone (IANA), coordinates in degrees. The weights
 * are ours: a company with people on all continents and most of them in three time bands.
 */
public final class Atlas {
  private static final String TABLE =
      """
      Portland|Oregon|United States|US|America/Los_Angeles|45.52|-122.68|4
      Sacramento|California|United States|US|America/Los_Angeles|38.58|-121.49|4
      Phoenix|Arizona|United States|US|America/Phoenix|33.45|-112.07|3
      Denver|Colorado|United States|US|America/Denver|39.74|-104.99|4
      Austin|Texas|United States|US|America/Chicago|30.27|-97.74|5
      Minneapolis|Minnesota|United States|US|America/Chicago|44.98|-93.27|4
      Nashville|Tennessee|United States|US|America/Chicago|36.16|-86.78|4
      Columbus|Ohio|United States|US|America/New_York|39.96|-83.00|4
      Raleigh|North Carolina|United States|US|America/New_York|35.78|-78.64|4
      Boston|Massachusetts|United States|US|America/New_York|42.36|-71.06|4
      Toronto|Ontario|Canada|CA|America/Toronto|43.65|-79.38|4
      Halifax|Nova Scotia|Canada|CA|America/Halifax|44.65|-63.58|1
      Guadalajara|Jalisco|Mexico|MX|America/Mexico_City|20.67|-103.35|2
      Medellín|Antioquia|Colombia|CO|America/Bogota|6.25|-75.56|2
      Curitiba|Paraná|Brazil|BR|America/Sao_Paulo|-25.43|-49.27|3
      Córdoba|Córdoba|Argentina|AR|America/Argentina/Cordoba|-31.42|-64.18|2
      Bristol|England|United Kingdom|GB|Europe/London|51.45|-2.59|5
      Leeds|England|United Kingdom|GB|Europe/London|53.80|-1.55|4
      Cork|Munster|Ireland|IE|Europe/Dublin|51.90|-8.47|2
      Porto|Norte|Portugal|PT|Europe/Lisbon|41.15|-8.61|2
      Valencia|Valencia|Spain|ES|Europe/Madrid|39.47|-0.38|2
      Lyon|Auvergne-Rhône-Alpes|France|FR|Europe/Paris|45.76|4.84|3
      Leipzig|Saxony|Germany|DE|Europe/Berlin|51.34|12.37|4
      Utrecht|Utrecht|Netherlands|NL|Europe/Amsterdam|52.09|5.12|3
      Wrocław|Lower Silesia|Poland|PL|Europe/Warsaw|51.11|17.03|3
      Cluj-Napoca|Cluj|Romania|RO|Europe/Bucharest|46.77|23.60|2
      Tartu|Tartu|Estonia|EE|Europe/Tallinn|58.38|26.72|1
      Gothenburg|Västra Götaland|Sweden|SE|Europe/Stockholm|57.71|11.97|2
      Cape Town|Western Cape|South Africa|ZA|Africa/Johannesburg|-33.92|18.42|2
      Nairobi|Nairobi|Kenya|KE|Africa/Nairobi|-1.29|36.82|1
      Lagos|Lagos|Nigeria|NG|Africa/Lagos|6.52|3.38|1
      Pune|Maharashtra|India|IN|Asia/Kolkata|18.52|73.86|4
      Bengaluru|Karnataka|India|IN|Asia/Kolkata|12.97|77.59|4
      Colombo|Western|Sri Lanka|LK|Asia/Colombo|6.93|79.86|1
      Cebu|Central Visayas|Philippines|PH|Asia/Manila|10.32|123.89|2
      Da Nang|Da Nang|Vietnam|VN|Asia/Ho_Chi_Minh|16.05|108.20|1
      Singapore|Singapore|Singapore|SG|Asia/Singapore|1.35|103.82|2
      Fukuoka|Fukuoka|Japan|JP|Asia/Tokyo|33.59|130.40|2
      Adelaide|South Australia|Australia|AU|Australia/Adelaide|-34.93|138.60|2
      Wellington|Wellington|New Zealand|NZ|Pacific/Auckland|-41.29|174.78|1
      """;

  /** Public holidays on fixed dates that fall on a working day for nearly everybody. */
  private static final Map<String, Set<MonthDay>> HOLIDAYS =
      Map.of(
          "US", days("--01-01", "--07-04", "--11-11", "--12-25"),
          "CA", days("--01-01", "--07-01", "--12-25", "--12-26"),
          "GB", days("--01-01", "--12-25", "--12-26"),
          "DE", days("--01-01", "--05-01", "--10-03", "--10-31", "--12-25", "--12-26"),
          "FR", days("--01-01", "--05-01", "--07-14", "--11-01", "--11-11", "--12-25"),
          "PL", days("--01-01", "--05-01", "--05-03", "--11-01", "--11-11", "--12-25"),
          "IN", days("--01-26", "--08-15", "--10-02"),
          "BR", days("--01-01", "--09-07", "--10-12", "--11-02", "--12-25"),
          "JP", days("--01-01", "--02-11", "--11-03", "--11-23"),
          "ES", days("--01-01", "--05-01", "--10-12", "--11-01", "--12-25"));

  /** All areas, by number. */
  public static final List<Metro> METROS = read();

  private Atlas() {}

  /** The area with this city, for plans and tests that name one. */
  public static Metro named(String city) {
    for (Metro metro : METROS) {
      if (metro.city().equals(city)) {
        return metro;
      }
    }
    throw new IllegalArgumentException("no metropolitan area is called " + city);
  }

  /** Whether hardly anybody works there on that day of the year. */
  public static boolean holiday(String code, MonthDay day) {
    return HOLIDAYS.getOrDefault(code, Set.of()).contains(day);
  }

  /** An area drawn by weight. */
  public static Metro draw(Chance chance) {
    int total = 0;
    for (Metro metro : METROS) {
      total += metro.weight();
    }
    int left = chance.below(total);
    for (Metro metro : METROS) {
      left -= metro.weight();
      if (left < 0) {
        return metro;
      }
    }
    throw new AssertionError("weights of the atlas");
  }

  /** An area at least so far away, every one of them equally likely. */
  public static Metro far(Metro from, double kilometres, Chance chance) {
    List<Metro> far = new ArrayList<>();
    for (Metro metro : METROS) {
      if (metro.kilometresTo(from) >= kilometres) {
        far.add(metro);
      }
    }
    return chance.pick(far);
  }

  /** Another area of the same country, the same one when there is no other. */
  public static Metro neighbour(Metro of, Chance chance) {
    List<Metro> near = new ArrayList<>();
    for (Metro metro : METROS) {
      if (metro.code().equals(of.code()) && metro.number() != of.number()) {
        near.add(metro);
      }
    }
    return near.isEmpty() ? of : chance.pick(near);
  }

  private static Set<MonthDay> days(String... days) {
    return Set.of(days).stream().map(MonthDay::parse).collect(java.util.stream.Collectors.toSet());
  }

  private static List<Metro> read() {
    List<Metro> metros = new ArrayList<>();
    for (String line : TABLE.lines().toList()) {
      String[] cells = line.split("\\|", -1);
      metros.add(
          new Metro(
              metros.size(),
              cells[0],
              cells[1],
              cells[2],
              cells[3],
              ZoneId.of(cells[4]),
              Double.parseDouble(cells[5]),
              Double.parseDouble(cells[6]),
              Integer.parseInt(cells[7])));
    }
    return List.copyOf(metros);
  }
}
