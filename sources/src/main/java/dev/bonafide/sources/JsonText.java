package dev.bonafide.sources;

import java.nio.charset.StandardCharsets;

/** Escapes in JSON texts. */
final class JsonText {
  private JsonText() {}

  /** The text of a well-formed JSON string without its quotes. */
  static String unescaped(byte[] bytes, int from, int to) {
    byte[] plain = new byte[to - from];
    int end = unescape(bytes, from, to, plain, 0);
    return new String(plain, 0, end, StandardCharsets.UTF_8);
  }

  /**
   * Writes the text of a well-formed JSON string as UTF-8; never more bytes than it had. A lone
   * surrogate becomes a question mark, as in {@link String#getBytes}.
   *
   * @return where it ends in {@code into}
   */
  static int unescape(byte[] bytes, int from, int to, byte[] into, int start) {
    int out = start;
    int at = from;
    while (at < to) {
      byte c = bytes[at++];
      if (c != '\\') {
        into[out++] = c;
        continue;
      }
      byte escape = bytes[at++];
      switch (escape) {
        case 'b' -> into[out++] = '\b';
        case 'f' -> into[out++] = '\f';
        case 'n' -> into[out++] = '\n';
        case 'r' -> into[out++] = '\r';
        case 't' -> into[out++] = '\t';
        case 'u' -> {
          int code = hex(bytes, at);
          at += 4;
          if (Character.isHighSurrogate((char) code)
              && at + 6 <= to
              && bytes[at] == '\\'
              && bytes[at + 1] == 'u'
              && Character.isLowSurrogate((char) hex(bytes, at + 2))) {
            code = Character.toCodePoint((char) code, (char) hex(bytes, at + 2));
            at += 6;
          }
          out = utf8(code, into, out);
        }
        default -> into[out++] = escape;
      }
    }
    return out;
  }

  /** Writes a character as UTF-8, a lone surrogate as a question mark; returns where it ends. */
  static int utf8(int code, byte[] into, int at) {
    int out = at;
    if (code < 0x80) {
      into[out++] = (byte) code;
    } else if (code < 0x800) {
      into[out++] = (byte) (0xC0 | code >> 6);
      into[out++] = (byte) (0x80 | (code & 0x3F));
    } else if (code >= 0xD800 && code < 0xE000) {
      into[out++] = '?';
    } else if (code < 0x10000) {
      into[out++] = (byte) (0xE0 | code >> 12);
      into[out++] = (byte) (0x80 | (code >> 6 & 0x3F));
      into[out++] = (byte) (0x80 | (code & 0x3F));
    } else {
      into[out++] = (byte) (0xF0 | code >> 18);
      into[out++] = (byte) (0x80 | (code >> 12 & 0x3F));
      into[out++] = (byte) (0x80 | (code >> 6 & 0x3F));
      into[out++] = (byte) (0x80 | (code & 0x3F));
    }
    return out;
  }

  private static int hex(byte[] bytes, int at) {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      code = code << 4 | Character.digit(bytes[at + i], 16);
    }
    return code;
  }
}
