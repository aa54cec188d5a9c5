package dev.bonafide.sources;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a value lies in a record: {@code client.ipAddress}, {@code ipChain[0].ip} (the first
 * element), {@code target[type=User].id} (the first element whose {@code type} is {@code User}),
 * {@code details[].method} (the first element that has one). Keys are compared without regard to
 * case and punctuation.
 */
record FieldPath(List<Step> steps) {
  /** One key, and which element of the list behind it, if it is a list. */
  record Step(String key, @Nullable Selector selector) {}

  /**
   * Chooses an element of a list.
   *
   * @param index its position, or -1 for any
   * @param key the member of the element that must have the value; null when any will do
   * @param value that value, compared without regard to case
   */
  record Selector(int index, @Nullable String key, @Nullable String value) {}

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException when it is none; the message says where
   */
  static FieldPath parse(String text) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      int end = at;
      int open = -1;
      while (end < text.length() && !(text.charAt(end) == '.' && open < 0)) {
        if (text.charAt(end) == '[' && open < 0) {
          open = end;
        } else if (text.charAt(end) == ']' && open >= 0) {
          end++;
          break;
        }
        end++;
      }
      if (end < text.length() && text.charAt(end) != '.') {
        throw new IllegalArgumentException(
            "\"" + text + "\" has something between ] and the next dot");
      }
      if (open >= 0 && text.charAt(end - 1) != ']') {
        throw new IllegalArgumentException("\"" + text + "\" opens [ and does not close it");
      }
      String key = text.substring(at, open < 0 ? end : open);
      if (key.isBlank()) {
        throw new IllegalArgumentException("\"" + text + "\" has an empty step");
      }
      steps.add(new Step(key, open < 0 ? null : selector(text, text.substring(open + 1, end - 1))));
      at = end + 1;
      if (end == text.length()) {
        break;
      }
    }
    return new FieldPath(List.copyOf(steps));
  }

  private static Selector selector(String text, String inside) {
    if (inside.isEmpty()) {
      return new Selector(-1, null, null);
    }
    int equals = inside.indexOf('=');
    if (equals > 0) {
      return new Selector(-1, inside.substring(0, equals), inside.substring(equals + 1));
    }
    for (int i = 0; i < inside.length(); i++) {
      if (inside.charAt(i) < '0' || inside.charAt(i) > '9' || i > 3) {
        throw new IllegalArgumentException(
            "\"" + text + "\": expected [], [number] or [key=value], not [" + inside + "]");
      }
    }
    return new Selector(Integer.parseInt(inside), null, null);
  }

  /** A key without case and punctuation, by which keys and headers are compared. */
  static String plain(String key) {
    StringBuilder plain = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }
}
