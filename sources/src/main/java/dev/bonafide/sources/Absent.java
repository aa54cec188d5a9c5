package dev.bonafide.sources;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Texts by which exports say "nothing". */
final class Absent {
  private static final Set<String> TEXTS =
      Set.of(
          "",
          "-",
          "--",
          "null",
          "(null)",
          "<null>",
          "undefined",
          "n/a",
          "nan",
          "none",
          "unknown",
          "<unknown>",
          "not available",
          "00000000-0000-0000-0000-000000000000");
  private static final int LONGEST = 36;

  private Absent() {}

  static boolean is(String text) {
    return text.length() <= LONGEST && TEXTS.contains(text.toLowerCase(Locale.ROOT));
  }

  static boolean is(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == LONGEST) {
      for (int i = from; i < to; i++) {
        if (bytes[i] != '0' && bytes[i] != '-') {
          return false;
        }
      }
      return true;
    }
    return length <= 13 && is(new String(bytes, from, length, StandardCharsets.UTF_8));
  }
}
