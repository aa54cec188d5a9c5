package dev.bonafide.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages a text as logs are damaged, and as somebody would who knows how they are read. */
final class Mutation {
  private static final String[] WORDS = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\\",
    ",",
    ":",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\u0000",
    "\u0001",
    "\u001e",
    "\\u0000",
    "\\ud800",
    "\\\"",
    "\\\\",
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1e999",
    "99999999999999999999",
    "-1",
    ";",
    "'",
    "\"\"",
    "{}",
    "[]",
    "{\"",
    "\":",
    "<",
    ">",
    "</",
    "/>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&lt;",
    "&#0;",
    "&amp",
    "<?xml",
    "BEGIN:VEVENT",
    "END:VEVENT",
    "\n ",
    "1970-01-01T00:00:00Z",
    "9999-12-31T23:59:60.999999999+14:00",
    "()",
    "|",
    "=",
    "%",
    "\u00e9",
    "\ud83d\ude00",
    "\ufeff",
    "_raw",
    "value",
    "Records"
  };

  private static final byte[][] TOKENS = tokens();
  private static final int MOST = 4;

  private final List<byte[]> others;
  private final SplittableRandom random;

  /**
   * @param others texts of which parts are put in
   */
  Mutation(List<byte[]> others, SplittableRandom random) {
    this.others = others;
    this.random = random;
  }

  private static byte[][] tokens() {
    byte[][] tokens = new byte[WORDS.length + 3][];
    for (int i = 0; i < WORDS.length; i++) {
      tokens[i] = WORDS[i].getBytes(StandardCharsets.UTF_8);
    }
    tokens[WORDS.length] = new byte[] {(byte) 0xFF, (byte) 0xFE};
    tokens[WORDS.length + 1] = new byte[] {(byte) 0xC0, (byte) 0x80};
    tokens[WORDS.length + 2] = new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
    return tokens;
  }

  /** The text with one to four damages. */
  byte[] of(byte[] text) {
    byte[] damaged = text;
    for (int i = random.nextInt(MOST); i >= 0; i--) {
      damaged = once(damaged);
    }
    return damaged;
  }

  private byte[] once(byte[] text) {
    int at = random.nextInt(text.length + 1);
    int length = Math.min(text.length - at, 1 + random.nextInt(1 << random.nextInt(8)));
    byte[] nothing = {};
    return switch (random.nextInt(8)) {
      case 0 -> {
        byte[] flipped = text.clone();
        if (at < text.length) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        yield flipped;
      }
      case 1 -> replaced(text, at, at + length, nothing);
      case 2 -> replaced(text, at, at, Arrays.copyOfRange(text, at, at + length));
      case 3, 4 -> replaced(text, at, at, TOKENS[random.nextInt(TOKENS.length)]);
      case 5 -> replaced(text, at, at + length, TOKENS[random.nextInt(TOKENS.length)]);
      case 6 -> {
        byte[] other = others.get(random.nextInt(others.size()));
        int from = random.nextInt(other.length + 1);
        int to = Math.min(other.length, from + 1 + random.nextInt(256));
        yield replaced(text, at, at + length, Arrays.copyOfRange(other, from, to));
      }
      default -> random.nextInt(4) == 0 ? Arrays.copyOf(text, at) : once(text);
    };
  }

  private static byte[] replaced(byte[] text, int from, int to, byte[] with) {
    byte[] result = Arrays.copyOf(text, text.length - (to - from) + with.length);
    System.arraycopy(with, 0, result, from, with.length);
    System.arraycopy(text, to, result, from + with.length, text.length - to);
    return result;
  }
}
