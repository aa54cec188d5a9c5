package dev.bonafide.engine.tables;

import dev.bonafide.linking.names.Listed;
import dev.bonafide.linking.names.Sort;
import dev.bonafide.linking.names.Wallet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An entry of a list while it is read. Not thread-safe. */
final class Entry {
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2}))?.*");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4}).*");
  private static final Pattern YEAR = Pattern.compile("(?:^|.*\\D)((?:18|19|20)\\d{2})(?:\\D.*|$)");

  final String id;
  private Sort sort = Sort.UNKNOWN;
  private final List<String> names = new ArrayList<>();
  private final List<String> births = new ArrayList<>();
  private final List<String> countries = new ArrayList<>();
  private final List<Wallet> wallets = new ArrayList<>();

  Entry(String id) {
    this.id = id;
  }

  void sort(Sort of) {
    if (of != Sort.UNKNOWN) {
      sort = of;
    }
  }

  void name(@Nullable String name) {
    if (name != null && !name.isBlank()) {
      names.add(name);
    }
  }

  void country(@Nullable String country) {
    if (country != null && !country.isBlank()) {
      countries.add(country);
    }
  }

  void born(@Nullable String date) {
    String birth = date == null ? "" : birth(date);
    if (!birth.isEmpty()) {
      births.add(birth);
    }
  }

  void wallet(String chain, @Nullable String address) {
    if (address != null && !address.isBlank()) {
      wallets.add(Wallet.of(chain, address));
    }
  }

  /** Whether there is something to be found by. */
  boolean speaks() {
    return !names.isEmpty() || !wallets.isEmpty();
  }

  Listed listed(String list) {
    return new Listed(
        list,
        id,
        sort,
        NameLists.said(names),
        NameLists.said(births),
        NameLists.said(countries),
        wallets.stream().distinct().toList());
  }

  /** {@code yyyymmdd}, {@code yyyymm} or {@code yyyy}; "" when there is no year. */
  static String birth(String date) {
    String text = date.strip();
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      String day = iso.group(3);
      String month = iso.group(2).equals("00") ? "" : iso.group(2);
      return iso.group(1) + month + (day == null || day.equals("00") ? "" : day);
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      int day = Integer.parseInt(dayFirst.group(1));
      int month = Integer.parseInt(dayFirst.group(2));
      if (month < 1 || month > 12) {
        return dayFirst.group(3);
      }
      return dayFirst.group(3)
          + String.format(Locale.ROOT, "%02d", month)
          + (day < 1 || day > 31 ? "" : String.format(Locale.ROOT, "%02d", day));
    }
    if (text.matches("\\d{8}") || text.matches("\\d{4}")) {
      return text;
    }
    Matcher year = YEAR.matcher(text);
    return year.matches() ? year.group(1) : "";
  }

  /** The kind of thing, in the words of any list. */
  static Sort sort(@Nullable String kind) {
    String of = kind == null ? "" : kind.strip().toLowerCase(Locale.ROOT);
    return switch (of) {
      case "person", "individual", "individuals", "p", "natural person", "human" -> Sort.PERSON;
      case "organisation",
          "organization",
          "entity",
          "entities",
          "company",
          "legalentity",
          "legal entity",
          "publicbody",
          "enterprise",
          "business",
          "e",
          "o" ->
          Sort.ORGANISATION;
      case "vessel", "ship" -> Sort.VESSEL;
      case "aircraft", "airplane" -> Sort.AIRCRAFT;
      default -> Sort.UNKNOWN;
    };
  }
}
