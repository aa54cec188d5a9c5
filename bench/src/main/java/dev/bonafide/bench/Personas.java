package dev.bonafide.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Invented personas as rows of a table, by number: one in four is an earlier one again, with one to
 * three fields spoilt. Names and towns are as uneven as they are everywhere (Zipf).
 */
final class Personas {
  static final List<String> COLUMNS =
      List.of("first_name", "surname", "dob", "town", "street", "postcode", "email", "phone");

  private static final int FIRST_NAMES = 3_000;
  private static final int SURNAMES = 60_000;
  private static final int TOWNS = 8_000;

  private static final List<String> SYLLABLES =
      List.of(
          "ba", "cer", "di", "fo", "gun", "hal", "le", "mi", "nor", "pu", "ra", "sel", "ti", "vo",
          "wen", "za");

  private final SplittableRandom random;
  private final List<List<String>> some = new ArrayList<>();

  Personas(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The next row. */
  List<String> next() {
    if (!some.isEmpty() && random.nextInt(4) == 0) {
      return spoilt(some.get(random.nextInt(some.size())));
    }
    String first = word(zipf(FIRST_NAMES), 0);
    String surname = word(zipf(SURNAMES), 1);
    int town = zipf(TOWNS);
    List<String> row =
        List.of(
            first,
            surname,
            String.format(
                Locale.ROOT,
                "%d-%02d-%02d",
                1950 + random.nextInt(55),
                1 + random.nextInt(12),
                1 + random.nextInt(28)),
            word(town, 2),
            (1 + random.nextInt(200)) + " " + word(zipf(5_000), 3) + " road",
            String.format(Locale.ROOT, "%05d", town * 12 + random.nextInt(12)),
            first + "." + surname + random.nextInt(1000) + "@mail.example",
            "+4420" + (10_000_000 + random.nextInt(89_999_999)));
    // Of old ones not all are remembered, so that people with many records stay few.
    if (some.size() < 200_000) {
      some.add(row);
    } else if (random.nextInt(3) == 0) {
      some.set(random.nextInt(some.size()), row);
    }
    return row;
  }

  private int zipf(int most) {
    return (int) StrictMath.pow(most, random.nextDouble());
  }

  private static String word(int number, int kind) {
    StringBuilder word = new StringBuilder();
    int base = SYLLABLES.size();
    for (int rest = number + base * (kind + 1); rest > 0; rest /= base) {
      word.append(SYLLABLES.get((rest + kind) % base));
    }
    return word.toString();
  }

  private List<String> spoilt(List<String> row) {
    List<String> spoilt = new ArrayList<>(row);
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = random.nextInt(spoilt.size());
      String text = spoilt.get(at);
      int letter = text.length() < 3 ? -1 : random.nextInt(text.length() - 1);
      spoilt.set(
          at,
          switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> letter < 0 ? "" : text.substring(0, letter) + text.substring(letter + 1);
            case 2 ->
                letter < 0
                    ? ""
                    : text.substring(0, letter)
                        + text.charAt(letter + 1)
                        + text.charAt(letter)
                        + text.substring(letter + 2);
            default ->
                letter < 0
                    ? ""
                    : text.substring(0, letter)
                        + (char) ('a' + random.nextInt(26))
                        + text.substring(letter + 1);
          });
    }
    return spoilt;
  }
}
