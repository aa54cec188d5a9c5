package dev.bonafide.linking.fields;

import dev.bonafide.linking.text.Latin;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form in which values of a column are compared. */
final class Normal {
  /** What people write when they know nothing; folded. */
  private static final Set<String> NOTHING =
      Set.of(
          "",
          "na",
          "n a",
          "nan",
          "null",
          "none",
          "nil",
          "unknown",
          "unk",
          "not available",
          "not known",
          "missing");

  private Normal() {}

  /** Whether a cell says nothing. */
  static boolean nothing(String raw) {
    return raw.isBlank() || NOTHING.contains(Latin.fold(raw));
  }

  /** The comparable form, or null when the cell says nothing or is not of this meaning. */
  static @Nullable String of(Meaning meaning, String raw, boolean dayFirst) {
    if (nothing(raw)) {
      return null;
    }
    String text = raw.strip();
    String normal =
        switch (meaning) {
          case DATE -> Calendar.digits(text, dayFirst);
          case YEAR -> {
            String number = number(text);
            yield number == null ? null : whole(number);
          }
          case NUMBER -> number(text);
          case MAIL -> mail(text);
          case PHONE -> phone(text);
          case POSTCODE, IDENTIFIER, CODE -> letters(text);
          case GIVEN_NAME, SURNAME, FULL_NAME, PLACE, STREET, CATEGORY, TEXT, PEOPLE ->
              Latin.fold(text);
        };
    return normal == null || normal.isEmpty() ? null : normal;
  }

  private static @Nullable String whole(String number) {
    double value = Double.parseDouble(number);
    return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : null;
  }

  /**
   * A decimal number without currency and thousands; a comma before one or two last digits is a
   * point.
   */
  static @Nullable String number(String text) {
    StringBuilder out = new StringBuilder();
    int digits = 0;
    int comma = text.lastIndexOf(',');
    boolean decimalComma =
        comma >= 0
            && text.indexOf('.', comma) < 0
            && text.length() - comma - 1 <= 2
            && comma < text.length() - 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
        out.append(c);
      } else if (c == '.' && !(decimalComma && i < comma)) {
        if (out.indexOf(".") >= 0) {
          return null;
        }
        out.append('.');
      } else if (c == ',' && i == comma && decimalComma) {
        out.append('.');
      } else if (c == '-' && digits == 0 && out.isEmpty()) {
        out.append('-');
      } else if (Character.isLetter(c)
          && !text.toUpperCase(Locale.ROOT).matches(".*\\b(USD|EUR|GBP|CHF|JPY|CAD|AUD)\\b.*")) {
        return null;
      }
    }
    if (digits == 0 || digits > 15) {
      return null;
    }
    double value = Double.parseDouble(out.toString());
    return Double.toString(value == 0 ? 0 : value);
  }

  private static @Nullable String mail(String text) {
    String mail = Latin.plain(text).replace(" ", "");
    if (mail.startsWith("mailto:")) {
      mail = mail.substring(7);
    }
    int at = mail.lastIndexOf('@');
    if (at < 0) {
      return mail;
    }
    String local = mail.substring(0, at);
    String domain = mail.substring(at + 1);
    int tag = local.indexOf('+');
    if (tag > 0) {
      local = local.substring(0, tag);
    }
    if (domain.equals("googlemail.com")) {
      domain = "gmail.com";
    }
    if (domain.equals("gmail.com")) {
      local = local.replace(".", "");
    }
    return local + "@" + domain;
  }

  /** Digits without leading zeros and plus; an extension (x, ext) is cut off. */
  private static String phone(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (c != '0' || !out.isEmpty()) {
          out.append(c);
        }
      } else if ((c == 'x' || c == 'X' || c == 'e' || c == 'E') && out.length() >= 6) {
        break;
      }
    }
    return out.toString();
  }

  private static String letters(String text) {
    String plain = Latin.plain(text);
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      if (Character.isLetterOrDigit(plain.charAt(i))) {
        out.append(plain.charAt(i));
      }
    }
    // A spreadsheet writes 4011 as 4011.0.
    int length = plain.length();
    if (length > 2 && plain.endsWith(".0") && Character.isDigit(plain.charAt(length - 3))) {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }
}
