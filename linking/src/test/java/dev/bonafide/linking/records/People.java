package dev.bonafide.linking.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Invented people, each with one record or several that are spoilt in the usual ways. */
final class People {
  static final List<String> COLUMNS =
      List.of("first_name", "surname", "dob", "city", "street", "email", "phone");

  private static final String[] FIRST = {
    "ka", "lo", "mi", "ra", "te", "su", "no", "vi", "da", "pe"
  };
  private static final String[] LAST = {
    "ner", "ton", "mar", "sek", "lin", "dor", "vas", "gil", "hur", "bek"
  };
  private static final String[] CITY = {
    "northam", "eastby", "southwick", "westerly", "midhurst", "overton"
  };

  private People() {}

  /** A record and who it speaks of. */
  record Row(String id, int person, List<String> cells) {}

  /** Records of so many people; a third of them have more than one. */
  static List<Row> rows(int people, SplittableRandom random) {
    List<Row> rows = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      String first = word(FIRST, 2, random);
      String last = word(LAST, 2, random);
      List<String> cells =
          List.of(
              first,
              last,
              String.format(
                  Locale.ROOT,
                  "%d-%02d-%02d",
                  1950 + random.nextInt(50),
                  1 + random.nextInt(12),
                  1 + random.nextInt(28)),
              CITY[random.nextInt(CITY.length)],
              (1 + random.nextInt(99)) + " " + word(LAST, 2, random) + " road",
              first + "." + last + random.nextInt(100) + "@mail.example",
              "+4420" + (10_000_000 + random.nextInt(89_999_999)));
      rows.add(new Row("r" + rows.size(), p, cells));
      for (int more = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0; more > 0; more--) {
        List<String> spoilt = new ArrayList<>(cells);
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
          int at = random.nextInt(spoilt.size());
          spoilt.set(at, spoil(spoilt.get(at), random));
        }
        rows.add(new Row("r" + rows.size(), p, spoilt));
      }
    }
    return rows;
  }

  private static String word(String[] syllables, int count, SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < count; i++) {
      word.append(syllables[random.nextInt(syllables.length)]);
    }
    return word.toString();
  }

  private static String spoil(String text, SplittableRandom random) {
    int kind = random.nextInt(4);
    if (kind == 0 || text.length() < 3) {
      return "";
    }
    int at = random.nextInt(text.length() - 1);
    return switch (kind) {
      case 1 -> text.substring(0, at) + text.substring(at + 1);
      case 2 ->
          text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
      default -> text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at + 1);
    };
  }

  static Table table(List<Row> rows) {
    Table.Builder table = Table.of(COLUMNS);
    rows.forEach(row -> table.add(row.id(), "", row.cells()));
    return table.build();
  }
}
