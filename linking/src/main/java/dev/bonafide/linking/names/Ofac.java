package dev.bonafide.linking.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Specially Designated Nationals list of the U.S. Treasury, as its legacy CSV files have it
 * (sdn.csv, alt.csv, add.csv; no headers; {@code -0-} stands for nothing).
 */
public final class Ofac {
  private static final String NAME = "OFAC SDN";
  private static final Pattern WALLET =
      Pattern.compile("Digital Currency Address - ([A-Z0-9]{2,6}) ([A-Za-z0-9:]{20,120})");
  private static final Pattern BIRTH =
      Pattern.compile("DOB (?:circa )?(?:(\\d{1,2}) )?(?:([A-Z][a-z]{2}) )?(\\d{4})");
  private static final Pattern ALIAS = Pattern.compile("a\\.k\\.a\\. ['\"]([^'\"]+)['\"]");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private Ofac() {}

  /**
   * Reads rows of the files.
   *
   * @param sdn ent_num, name, type, program, title, call sign, vessel type, tonnage, GRT, flag,
   *     owner, remarks
   * @param alt ent_num, alt_num, alt type, name, remarks
   * @param add ent_num, add_num, address, city, country, remarks
   */
  public static List<Listed> entries(
      List<List<String>> sdn, List<List<String>> alt, List<List<String>> add) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    Map<String, Set<String>> countries = new LinkedHashMap<>();
    for (List<String> row : sdn) {
      if (row.size() >= 3) {
        Set<String> of = new LinkedHashSet<>();
        of.add(cell(row, 1));
        Matcher alias = ALIAS.matcher(cell(row, 11));
        while (alias.find()) {
          of.add(alias.group(1));
        }
        names.put(cell(row, 0), of);
      }
    }
    for (List<String> row : alt) {
      Set<String> of = names.get(cell(row, 0));
      if (of != null && !cell(row, 3).isEmpty()) {
        of.add(cell(row, 3));
      }
    }
    for (List<String> row : add) {
      if (!cell(row, 4).isEmpty()) {
        countries.computeIfAbsent(cell(row, 0), id -> new LinkedHashSet<>()).add(cell(row, 4));
      }
    }
    List<Listed> entries = new ArrayList<>();
    for (List<String> row : sdn) {
      String id = cell(row, 0);
      if (row.size() < 3 || id.isEmpty()) {
        continue;
      }
      String remarks = cell(row, 11);
      entries.add(
          new Listed(
              NAME,
              id,
              sort(cell(row, 2)),
              List.copyOf(names.getOrDefault(id, Set.of())),
              births(remarks),
              List.copyOf(countries.getOrDefault(id, Set.of())),
              wallets(remarks)));
    }
    return entries;
  }

  private static Sort sort(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "individual" -> Sort.PERSON;
      case "vessel" -> Sort.VESSEL;
      case "aircraft" -> Sort.AIRCRAFT;
      default -> Sort.ORGANISATION;
    };
  }

  private static String cell(List<String> row, int at) {
    String cell = at < row.size() ? row.get(at).strip() : "";
    return cell.equals("-0-") ? "" : cell;
  }

  private static List<String> births(String remarks) {
    List<String> births = new ArrayList<>();
    Matcher birth = BIRTH.matcher(remarks);
    while (birth.find()) {
      String day = birth.group(1);
      int month = birth.group(2) == null ? 0 : 1 + MONTHS.indexOf(birth.group(2));
      StringBuilder date = new StringBuilder(birth.group(3));
      if (month > 0) {
        date.append(String.format(Locale.ROOT, "%02d", month));
        if (day != null) {
          date.append(String.format(Locale.ROOT, "%02d", Integer.parseInt(day)));
        }
      }
      births.add(date.toString());
    }
    return births;
  }

  private static List<Wallet> wallets(String remarks) {
    List<Wallet> wallets = new ArrayList<>();
    Matcher wallet = WALLET.matcher(remarks);
    while (wallet.find()) {
      wallets.add(Wallet.of(wallet.group(1), wallet.group(2)));
    }
    return wallets;
  }
}
