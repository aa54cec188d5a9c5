package dev.bonafide.sources;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** How text is written as bytes. */
final class Utf {
  private Utf() {}

  /** Whether the bytes are UTF-8 (RFC 3629). */
  static boolean isUtf8(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        try {
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, i, to - i));
          return true;
        } catch (CharacterCodingException wrong) {
          return false;
        }
      }
    }
    return true;
  }

  /** Where the line ends that {@code from} is in: at a line feed, or at {@code to}. */
  static int lineEnd(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Length of a UTF-8 byte order mark at {@code at}: 3, or 0 when there is none. */
  static int markLength(byte[] bytes, int at, int to) {
    return at + 2 < to
            && bytes[at] == (byte) 0xEF
            && bytes[at + 1] == (byte) 0xBB
            && bytes[at + 2] == (byte) 0xBF
        ? 3
        : 0;
  }
}
