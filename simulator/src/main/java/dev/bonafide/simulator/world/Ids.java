package dev.bonafide.simulator.world;

import java.util.Locale;

/** Identifiers as vendors shape them, made from the name of a stream: they tell nothing. */
public final class Ids {
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String PLATE = "23456789BCDFGHJKLMNPQRTVWXYZ";

  private Ids() {}

  /** A prefix and so many letters and digits. */
  public static String mixed(String prefix, long name, int length) {
    return letters(prefix, name, length, LETTERS);
  }

  /** So many capitals and digits, none of which is easily misread: serial numbers, host names. */
  public static String plate(String prefix, long name, int length) {
    return letters(prefix, name, length, PLATE);
  }

  /** Lower-case hexadecimal digits. */
  public static String hex(long name, int length) {
    return letters("", name, length, "0123456789abcdef");
  }

  /** A UUID of version 4. */
  public static String uuid(long name) {
    StringBuilder out = new StringBuilder(hex(name, 32));
    out.setCharAt(12, '4');
    out.setCharAt(16, "89ab".charAt((int) (name & 3)));
    return out.insert(20, '-').insert(16, '-').insert(12, '-').insert(8, '-').toString();
  }

  /** Two digits and so on: a number with leading zeros. */
  public static String padded(long number, int digits) {
    String text = Long.toString(number);
    return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
  }

  /** ASCII lower case without accents' marks: what a mail system makes of a name. */
  public static String plain(String name) {
    return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String letters(String prefix, long name, int length, String alphabet) {
    StringBuilder out = new StringBuilder(prefix.length() + length).append(prefix);
    long state = name;
    long left = 0;
    int in = 0;
    for (int i = 0; i < length; i++) {
      if (in == 0) {
        state += 0x9E3779B97F4A7C15L;
        left = Chance.mix(state) >>> 1;
        in = 10;
      }
      out.append(alphabet.charAt((int) (left % alphabet.length())));
      left /= alphabet.length();
      in--;
    }
    return out.toString();
  }
}
