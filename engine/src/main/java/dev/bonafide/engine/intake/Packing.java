package dev.bonafide.engine.intake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How bytes are packed, told by their first bytes and by nothing else. */
enum Packing {
  NONE(null),
  GZIP(null),
  ZSTD(null),
  ZIP(null),
  BZIP2("packed with bzip2"),
  XZ("packed with xz"),
  SEVEN_ZIP("a 7z archive"),
  RAR("a rar archive"),
  LZ4("packed with lz4"),
  TAR("a tar archive");

  /** What it is, when we can't open it; null when we can. */
  final @Nullable String closed;

  Packing(@Nullable String closed) {
    this.closed = closed;
  }

  static Packing of(byte[] head, int length) {
    if (starts(head, length, 0x1f, 0x8b, 0x08)) {
      return GZIP;
    }
    if (starts(head, length, 0x28, 0xb5, 0x2f, 0xfd) || skippableZstd(head, length)) {
      return ZSTD;
    }
    if (starts(head, length, 'P', 'K', 3, 4) || starts(head, length, 'P', 'K', 5, 6)) {
      return ZIP;
    }
    if (starts(head, length, 'B', 'Z', 'h') && length > 3 && head[3] >= '1' && head[3] <= '9') {
      return BZIP2;
    }
    if (starts(head, length, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    if (starts(head, length, '7', 'z', 0xbc, 0xaf, 0x27, 0x1c)) {
      return SEVEN_ZIP;
    }
    if (starts(head, length, 'R', 'a', 'r', '!', 0x1a, 7)) {
      return RAR;
    }
    if (starts(head, length, 0x04, 0x22, 0x4d, 0x18)) {
      return LZ4;
    }
    if (length > 262 && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
      return TAR;
    }
    return NONE;
  }

  /** A zstd file may begin with a skippable frame (RFC 8878, 3.1.2): 5? 2A 4D 18. */
  private static boolean skippableZstd(byte[] head, int length) {
    return length > 4
        && (head[0] & 0xf0) == 0x50
        && head[1] == 0x2a
        && head[2] == 0x4d
        && head[3] == 0x18;
  }

  private static boolean starts(byte[] head, int length, int... magic) {
    if (length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
