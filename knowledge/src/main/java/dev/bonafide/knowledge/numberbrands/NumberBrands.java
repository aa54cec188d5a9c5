package dev.bonafide.knowledge.numberbrands;

import dev.bonafide.knowledge.Table;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sellers of internet telephone numbers, by the carrier name that a number look-up gives. */
public final class NumberBrands {
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}.]+");

  private static final class BuiltIn {
    static final NumberBrands LIST = new NumberBrands();
  }

  /**
   * A seller.
   *
   * @param name what a person reads
   * @param business whether it sells to companies: an ordinary office line
   */
  public record Brand(String name, boolean business) {}

  private final List<List<String>> rows = Table.read(NumberBrands.class, "list.tsv", 3).rows();

  private NumberBrands() {}

  /** The list of this program. */
  public static NumberBrands builtIn() {
    return BuiltIn.LIST;
  }

  /** The seller behind a carrier's name; null when none is known. */
  public @Nullable Brand of(String carrier) {
    String words = words(carrier);
    for (List<String> row : rows) {
      if (words.contains(words(row.get(0)))) {
        return new Brand(row.get(1), row.get(2).equals("business"));
      }
    }
    return null;
  }

  private static String words(String text) {
    return " " + NOT_A_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
  }
}
