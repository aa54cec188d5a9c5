package dev.bonafide.simulator.world;

import java.nio.charset.StandardCharsets;
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
    return new String(digits(name, length), StandardCharsets.ISO_8859_1);
  }

  private static byte[] digits(long name, int length) {
    byte[] out = new byte[length];
    long state = name;
    long left = 0;
    for (int i = 0; i < length; i++) {
      if ((i & 15) == 0) {
        state += 0x9E3779B97F4A7C15L;
        left = Chance.mix(state);
      }
      int digit = (int) (left & 15);
      out[i] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
      left >>>= 4;
    }
    return out;
  }

  /** A UUID of version 4. */
  public static String uuid(long name) {
    byte[] digits = digits(name, 36);
    digits[8] = '-';
    digits[13] = '-';
    digits[14] = '4';
    digits[18] = '-';
    digits[19] = (byte) "89ab".charAt((int) (name & 3));
    digits[23] = '-';
    return new String(digits, StandardCharsets.ISO_8859_1);
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
    byte[] out = new byte[prefix.length() + length];
    for (int i = 0; i < prefix.length(); i++) {
      out[i] = (byte) prefix.charAt(i);
    }
    int letters = alphabet.length();
    long state = name;
    long left = 0;
    int in = 0;
    for (int i = prefix.length(); i < out.length; i++) {
      if (in == 0) {
        state += 0x9E3779B97F4A7C15L;
        left = Chance.mix(state) >>> 1;
        in = 10;
      }
      out[i] = (byte) alphabet.charAt((int) (left % letters));
      left /= letters;
      in--;
    }
    return new String(out, StandardCharsets.ISO_8859_1);
  }
}
