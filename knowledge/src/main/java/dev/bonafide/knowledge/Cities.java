package dev.bonafide.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where cities lie, by name and country; and the codes of countries by their English names. */
final class Cities {
  /** Names that people write beside the one of the standard. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "usa", "US",
          "unitedstatesofamerica", "US",
          "uk", "GB",
          "greatbritain", "GB",
          "england", "GB",
          "scotland", "GB",
          "czechrepublic", "CZ",
          "turkey", "TR",
          "holland", "NL",
          "uae", "AE");

  private record City(String country, Spot spot) {}

  private final Map<String, List<City>> byName = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>(OTHERWISE);

  Cities(Table table) {
    for (String code : Locale.getISOCountries()) {
      countries.put(key(code), code);
      countries.put(key(Locale.of("", code).getDisplayCountry(Locale.ENGLISH)), code);
    }
    for (List<String> row : table.rows()) {
      String[] where = row.get(2).split(",", -1);
      Spot spot = new Spot(Double.parseDouble(where[0]), Double.parseDouble(where[1]));
      for (String name : row.get(0).split("\\|", -1)) {
        byName.computeIfAbsent(key(name), n -> new ArrayList<>()).add(new City(row.get(1), spot));
      }
    }
  }

  List<Spot> find(String name, @Nullable String country) {
    String code = country == null ? null : country(country);
    List<Spot> found = new ArrayList<>();
    for (City city : byName.getOrDefault(key(name), List.of())) {
      if (code == null || code.equals(city.country)) {
        found.add(city.spot);
      }
    }
    return List.copyOf(found);
  }

  @Nullable String country(String written) {
    return countries.get(key(written));
  }

  /** Letters only, without marks, lower case: {@code São Paulo} and {@code SAO-PAULO} are one. */
  private static String key(String name) {
    String plain =
        Normalizer.normalize(name.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD);
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetter(c)) {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString();
  }
}
