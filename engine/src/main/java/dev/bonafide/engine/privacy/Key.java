package dev.bonafide.engine.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of one organisation: pseudonyms are made with it and the vault is locked with it. Who
 * loses it can't open old vaults; who changes it gives everybody a new pseudonym.
 */
public final class Key {
  private final byte[] bytes;

  private Key(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A key of 32 bytes. */
  public static Key of(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("a key has 32 bytes, not " + bytes.length);
    }
    return new Key(bytes.clone());
  }

  /** A key from text: 64 hexadecimal digits are the key itself, anything else is hashed. */
  public static Key of(String text) {
    String stripped = text.strip();
    if (stripped.matches("[0-9a-fA-F]{64}")) {
      return new Key(HexFormat.of().parseHex(stripped));
    }
    return new Key(sha256(stripped.getBytes(StandardCharsets.UTF_8)));
  }

  /** The keyed hash of a text. */
  byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
