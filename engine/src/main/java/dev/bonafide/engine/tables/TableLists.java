package dev.bonafide.engine.tables;

import dev.bonafide.linking.names.Listed;
import dev.bonafide.linking.names.Sort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists as tables with a header: the UK's (OFSI consolidated list and UK Sanctions List: Name 1 to
 * Name 6, one row for each name, place and birth), the EU's (Financial Sanctions Files CSV), and a
 * user's own (id, name, kind, aliases, dob, country, wallet), also of wallets alone (asset,
 * address). Rows of one id are one entry.
 */
final class TableLists {
  private static final Set<String> ID =
      Set.of(
          "id",
          "entityid",
          "uniqueid",
          "groupid",
          "entitylogicalid",
          "uid",
          "referencenumber",
          "reference",
          "entnum",
          "ofacentnum");
  private static final Set<String> NAME =
      Set.of("name", "fullname", "wholename", "namealiaswholename", "naalwholename", "entityname");
  private static final Set<String> KIND =
      Set.of(
          "kind",
          "type",
          "schema",
          "grouptype",
          "individualentityship",
          "typeofentity",
          "entitysubjecttype",
          "subjecttype",
          "sdntype");
  private static final Set<String> BORN =
      Set.of(
          "dob",
          "birth",
          "dateofbirth",
          "birthdate",
          "birthdatebirthdate",
          "birtdate",
          "birthyear");
  private static final Set<String> COUNTRY =
      Set.of(
          "country",
          "countries",
          "addresscountry",
          "addresscountryiso2code",
          "addresscountrydescription",
          "addrcountry");
  private static final Set<String> ALIASES =
      Set.of("aliases", "alias", "aka", "akas", "weakaliases");
  private static final Set<String> SCRIPT = Set.of("namenonlatinscript", "originalname");
  private static final Set<String> WALLET =
      Set.of("wallet", "wallets", "cryptowallet", "walletaddress", "cryptoaddress");

  private static final Set<String> CHAIN = Set.of("asset", "chain", "coin", "currency");

  /** So many rows may stand before the header: the UK's files begin with their date. */
  private static final int BEFORE_HEADER = 5;

  private TableLists() {}

  static List<Listed> read(Path file, List<List<String>> rows) throws Unreadable {
    int at = header(rows);
    if (at < 0) {
      throw new Unreadable(
          file
              + " is no list that we know: expected a column name (and perhaps id, kind, aliases,"
              + " dob, country, wallet), OFAC's sdn.csv, or the files of the UN, EU or UK"
              + (rows.isEmpty() ? "" : "; its first row is " + String.join(", ", rows.get(0))));
    }
    List<String> header = rows.get(at).stream().map(TableLists::plain).toList();
    String list = list(header, file);
    // The UK's Group ID joins rows; its Unique ID does in the newer list.
    int id = first(header, ID);
    if (header.contains("groupid") && !header.contains("uniqueid")) {
      id = header.indexOf("groupid");
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (int r = at + 1; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      String key = id >= 0 && !cell(row, id).isEmpty() ? cell(row, id) : "row " + (r - at);
      Entry entry = entries.computeIfAbsent(key, Entry::new);
      enter(entry, header, row);
    }
    List<Listed> listed = new ArrayList<>();
    entries.values().stream().filter(Entry::speaks).forEach(e -> listed.add(e.listed(list)));
    return listed;
  }

  private static void enter(Entry entry, List<String> header, List<String> row) {
    int chain = first(header, CHAIN);
    if (chain >= 0 && header.contains("address")) {
      entry.wallet(cell(row, chain), cell(row, header.indexOf("address")));
    }
    StringBuilder parts = new StringBuilder();
    for (String part : List.of("name1", "name2", "name3", "name4", "name5", "name6")) {
      String text = cell(row, header.indexOf(part));
      parts.append(text.isEmpty() ? "" : " ").append(text);
    }
    String whole = "";
    for (int c = 0; c < Math.min(header.size(), row.size()); c++) {
      String name = header.get(c);
      String text = cell(row, c);
      if (text.isEmpty()) {
        continue;
      }
      if (NAME.contains(name)) {
        whole = whole.isEmpty() ? text : whole;
        entry.name(text);
      } else if (SCRIPT.contains(name)) {
        entry.name(text);
      } else if (ALIASES.contains(name)) {
        for (String alias : text.split("[;|]")) {
          entry.name(alias);
        }
      } else if (KIND.contains(name)) {
        entry.sort(Entry.sort(text));
      } else if (BORN.contains(name)) {
        for (String date : text.split("[;|]")) {
          entry.born(date);
        }
      } else if (COUNTRY.contains(name)) {
        for (String country : text.split("[;|]")) {
          entry.country(country);
        }
      } else if (WALLET.contains(name)) {
        for (String address : text.split("[;| ]")) {
          entry.wallet("", address);
        }
      }
    }
    if (whole.isEmpty()) {
      entry.name(parts.toString());
      String first =
          cell(row, first(header, Set.of("firstname", "givenname", "namealiasfirstname")));
      String last = cell(row, first(header, Set.of("lastname", "surname", "namealiaslastname")));
      entry.name((first + " " + last).strip());
    }
    if (header.contains("imonumber") && !cell(row, header.indexOf("imonumber")).isEmpty()) {
      entry.sort(Sort.VESSEL);
    }
  }

  /** The row that names the columns; -1 when none does. */
  private static int header(List<List<String>> rows) {
    for (int r = 0; r < Math.min(BEFORE_HEADER, rows.size()); r++) {
      List<String> cells = rows.get(r).stream().map(TableLists::plain).toList();
      if (first(cells, NAME) >= 0
          || (cells.contains("name1") && cells.contains("name6"))
          || (cells.contains("lastname") && cells.contains("firstname"))
          || first(cells, WALLET) >= 0
          || (first(cells, CHAIN) >= 0 && cells.contains("address"))) {
        return r;
      }
    }
    return -1;
  }

  private static String list(List<String> header, Path file) {
    if (header.contains("name1") && header.contains("name6")) {
      return "UK";
    }
    if (header.contains("entitylogicalid") || header.contains("naalwholename")) {
      return "EU";
    }
    return String.valueOf(file.getFileName());
  }

  private static int first(List<String> header, Set<String> names) {
    for (int c = 0; c < header.size(); c++) {
      if (names.contains(header.get(c))) {
        return c;
      }
    }
    return -1;
  }

  private static String cell(List<String> row, int at) {
    return at >= 0 && at < row.size() ? row.get(at) : "";
  }

  /** A header without case, blanks and signs. */
  static String plain(@Nullable String header) {
    return header == null ? "" : header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
