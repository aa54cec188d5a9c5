package dev.bonafide.sources;

import java.util.List;
import java.util.Locale;

/** A text with {@code *} for any run of characters, compared without regard to case. */
public record Glob(String pattern) {
  public Glob {
    pattern = pattern.toLowerCase(Locale.ROOT);
  }

  boolean fits(String text) {
    return fits(0, text.toLowerCase(Locale.ROOT), 0);
  }

  static boolean any(List<Glob> patterns, String text) {
    for (Glob glob : patterns) {
      if (glob.fits(text)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(int at, String text, int from) {
    int star = pattern.indexOf('*', at);
    if (star < 0) {
      return text.length() - from == pattern.length() - at
          && text.startsWith(pattern.substring(at), from);
    }
    String head = pattern.substring(at, star);
    if (!text.startsWith(head, from)) {
      return false;
    }
    for (int i = from + head.length(); i <= text.length(); i++) {
      if (fits(star + 1, text, i)) {
        return true;
      }
    }
    return false;
  }
}
