package dev.bonafide.linking.fields;

import dev.bonafide.model.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table that are compared, and those that are not, with the reason. What a column
 * means is told by its header and checked against its values; a header that tells nothing leaves it
 * to the values.
 *
 * @param compared by name
 */
public record Fields(List<Field<?>> compared, List<Left> left) {
  /** How many columns at most are compared: the agreement of a pair fits into one long. */
  public static final int MOST = 15;

  /** A column that is not compared. */
  public record Left(String name, String why) {}

  /** A column that was read. */
  @SuppressWarnings("ArrayRecordComponent") // one text for each row
  private record Read(Slot slot, @Nullable String[] normal) {
    String name() {
      return slot.name();
    }
  }

  /**
   * Chooses and prepares the columns.
   *
   * @param side for each record the number of its source
   * @param named the columns that the user named; empty for all that can be read
   * @param meanings what the user says of columns, by name
   */
  public static Fields of(
      List<Column> columns, int[] side, Set<String> named, Map<String, Meaning> meanings) {
    List<Left> left = new ArrayList<>();
    List<Read> read = new ArrayList<>();
    Set<String> wanted = new HashSet<>();
    named.forEach(name -> wanted.add(Headers.joined(name)));
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      String name = column.name();
      boolean asked = wanted.contains(Headers.joined(name));
      String why = null;
      if (Headers.forbidden(name)) {
        why = "not read on purpose";
      } else if (!wanted.isEmpty() && !asked) {
        why = "not named";
      } else if (!asked && Headers.birthplace(name)) {
        why = "not read on purpose unless it is named";
      } else if (!asked && Headers.truth(name)) {
        why = "looks like the answer";
      } else {
        why = read(c, column, side, asked, meanings.get(name), read);
      }
      if (why != null) {
        left.add(new Left(name, why));
      }
    }
    List<Field<?>> fields = new ArrayList<>();
    for (Read of : withoutRepetition(read, left)) {
      Field<?> field = Field.of(of.slot, of.normal);
      if (field.texts().size() < 2) {
        left.add(new Left(of.name(), field.texts().isEmpty() ? "empty" : "always the same"));
      } else {
        fields.add(field);
      }
    }
    fields.sort(Comparator.comparing(Field::name));
    while (fields.size() > MOST) {
      Field<?> least =
          fields.stream().min(Comparator.comparingDouble(Field::information)).orElseThrow();
      fields.remove(least);
      left.add(
          new Left(least.name(), "tells least, and " + MOST + " columns are compared at most"));
    }
    left.sort(Comparator.comparing(Left::name));
    return new Fields(fields, left);
  }

  /** Reads one column; returns why it is not compared, or null. */
  private static @Nullable String read(
      int number,
      Column column,
      int[] side,
      boolean asked,
      @Nullable Meaning said,
      List<Read> out) {
    int[] count = counts(column.at(), column.distinct().size());
    Shape shape = Shape.of(column.distinct(), count);
    if (shape.present() == 0) {
      return "empty";
    }
    String name = column.name();
    Meaning header = Headers.meaning(name);
    if (said == null
        && !asked
        && header != Meaning.IDENTIFIER
        && Headers.row(name)
        && uniqueWithin(column, side)) {
      return "numbers the rows";
    }
    Meaning meaning = said != null ? said : shape.meaning(header, name);
    boolean dayFirst = dayFirst(column.distinct(), count);
    Slot slot = new Slot(name, number, meaning, dayFirst, List.of());
    @Nullable String[] normal = new String[column.distinct().size()];
    long kept = 0;
    for (int t = 0; t < normal.length; t++) {
      normal[t] = slot.normal(column.distinct().get(t));
      kept += normal[t] == null ? 0 : count[t];
    }
    if (kept == 0) {
      return "no value could be read as " + meaning;
    }
    @Nullable String[] rows = new String[side.length];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = normal[column.at()[r]];
    }
    out.add(new Read(slot, rows));
    return null;
  }

  private static int[] counts(int[] at, int values) {
    int[] count = new int[values];
    for (int value : at) {
      count[value]++;
    }
    return count;
  }

  private static boolean dayFirst(List<String> texts, int[] count) {
    long day = 0;
    long month = 0;
    for (int t = 0; t < count.length; t++) {
      int order = count[t] == 0 ? 0 : Calendar.order(texts.get(t));
      day += order > 0 ? count[t] : 0;
      month += order < 0 ? count[t] : 0;
    }
    return day > month;
  }

  private static boolean uniqueWithin(Column column, int[] side) {
    Set<Long> seen = new HashSet<>();
    int present = 0;
    for (int row = 0; row < side.length; row++) {
      int text = column.at()[row];
      if (!Normal.nothing(column.distinct().get(text))) {
        present++;
        seen.add((long) side[row] << 32 | text);
      }
    }
    return present > 0 && seen.size() >= 0.99 * present;
  }

  // --- columns that repeat others -------------------------------------------------------------

  /** About as many rows tell whether one column repeats another. */
  private static final int ROWS_LOOKED_AT = 20_000;

  /**
   * Takes from texts the words that other columns of the same record say already, and leaves out
   * columns of which nothing remains.
   */
  private static List<Read> withoutRepetition(List<Read> read, List<Left> left) {
    List<Read> worded =
        read.stream()
            .filter(of -> worded(of.slot.meaning()))
            .sorted(Comparator.comparingDouble((Read of) -> -words(of)).thenComparing(Read::name))
            .toList();
    List<Read> kept =
        new ArrayList<>(read.stream().filter(of -> !worded(of.slot.meaning())).toList());
    for (int i = 0; i < worded.size(); i++) {
      Read whole = worded.get(i);
      int[] rows = some(whole);
      List<Read> parts =
          worded.subList(i + 1, worded.size()).stream()
              .filter(of -> covers(whole, rows, of))
              .toList();
      if (parts.isEmpty()) {
        kept.add(whole);
        continue;
      }
      Read rest = without(whole, parts);
      if (50L * present(rest) >= present(whole)) {
        kept.add(rest);
      } else {
        left.add(
            new Left(
                whole.name(),
                "says nothing that is not in "
                    + String.join(", ", parts.stream().map(Read::name).sorted().toList())));
      }
    }
    return kept;
  }

  private static boolean worded(Meaning meaning) {
    return switch (meaning) {
      case GIVEN_NAME, SURNAME, FULL_NAME, TEXT, PEOPLE, PLACE, STREET, CATEGORY -> true;
      case DATE, YEAR, MAIL, PHONE, POSTCODE, IDENTIFIER, CODE, NUMBER -> false;
    };
  }

  private static long present(Read of) {
    return Arrays.stream(of.normal).filter(text -> text != null).count();
  }

  /** Words of a value, on the mean. */
  private static double words(Read of) {
    long words = 0;
    for (String text : of.normal) {
      if (text != null) {
        words += 1 + text.chars().filter(c -> c == ' ').count();
      }
    }
    return (double) words / Math.max(1, present(of));
  }

  /** Rows of which the texts of a column are looked at, chosen by the texts: not by their place. */
  private static int[] some(Read of) {
    int rows = of.normal.length;
    long each = Math.max(1, rows / ROWS_LOOKED_AT);
    return IntStream.range(0, rows)
        .filter(
            row -> {
              String text = of.normal[row];
              return text != null
                  && (each == 1 || Long.remainderUnsigned(Hash.of(text), each) == 0);
            })
        .toArray();
  }

  private static boolean covers(Read whole, int[] rows, Read part) {
    long both = 0;
    long covered = 0;
    for (int row : rows) {
      String all = whole.normal[row];
      String words = part.normal[row];
      if (all != null && words != null) {
        both++;
        covered += Slot.without(words, List.of(all)) == null ? 1 : 0;
      }
    }
    return both >= 0.1 * rows.length && both > 0 && covered >= 0.8 * both;
  }

  private static Read without(Read whole, List<Read> parts) {
    @Nullable String[] rest = new String[whole.normal.length];
    for (int row = 0; row < rest.length; row++) {
      String text = whole.normal[row];
      if (text != null) {
        List<String> others = new ArrayList<>();
        for (Read part : parts) {
          String other = part.normal[row];
          if (other != null) {
            others.add(other);
          }
        }
        rest[row] = Slot.without(text, others);
      }
    }
    return new Read(whole.slot.less(parts.stream().map(Read::slot).toList()), rest);
  }
}
