package dev.bonafide.linking.text;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts of any script as plain lower-case Latin letters, digits and single spaces. */
public final class Latin {
  private Latin() {}

  /** Made on first use: most tables never need it, and it costs a quarter of a second. */
  private static final class Scripts {
    static final Transliterator ANY = Transliterator.getInstance("Any-Latin; Latin-ASCII");
  }

  /**
   * Folds a text: other scripts are transliterated (ICU Any-Latin), marks are taken off,
   * apostrophes vanish, everything that is neither letter nor digit separates words.
   */
  public static String fold(String text) {
    return words(plain(text));
  }

  /** As {@link #fold} without touching punctuation. */
  public static String plain(String text) {
    if (ascii(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String marks = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder(marks.length());
    boolean foreign = false;
    for (int i = 0; i < marks.length(); ) {
      int c = marks.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      if (type == Character.NON_SPACING_MARK && c < 0x0370) {
        continue;
      }
      String letter = letter(c);
      if (letter != null) {
        out.append(letter);
      } else {
        foreign |= c >= 0x80;
        out.appendCodePoint(c);
      }
    }
    String plain = out.toString();
    if (foreign) {
      synchronized (Scripts.ANY) {
        plain = Scripts.ANY.transliterate(plain);
      }
    }
    return plain.toLowerCase(Locale.ROOT);
  }

  /** Latin letters that decompose to nothing, and the typographic signs that stand for ASCII. */
  private static @Nullable String letter(int c) {
    return switch (c) {
      case 0xDF, 0x1E9E -> "ss";
      case 0xC6, 0xE6 -> "ae";
      case 0x152, 0x153 -> "oe";
      case 0xD8, 0xF8 -> "o";
      case 0x110, 0x111, 0xD0, 0xF0 -> "d";
      case 0x141, 0x142 -> "l";
      case 0x131 -> "i";
      case 0xDE, 0xFE -> "th";
      case 0x126, 0x127 -> "h";
      case 0x166, 0x167 -> "t";
      case 0x259, 0x18F -> "a";
      case 0x2018, 0x2019, 0x201B, 0x2BC, 0x2BB, 0x2BF, 0x2BE, 0xB4, 0x60 -> "'";
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212 -> "-";
      case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB -> "\"";
      case 0xA0, 0x2009, 0x202F, 0x3000 -> " ";
      default -> null;
    };
  }

  private static String words(String plain) {
    StringBuilder out = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (inWord(c)) {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        out.append(c);
      } else if (c != '\'') {
        gap = true;
      }
    }
    return out.toString();
  }

  /** Whether a character of a plain text belongs to a word. */
  public static boolean inWord(char c) {
    return c >= 0x80
        ? Character.isLetterOrDigit(c)
        : (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
