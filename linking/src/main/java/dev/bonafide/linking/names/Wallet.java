package dev.bonafide.linking.names;

import java.util.Arrays;
import java.util.Locale;

/**
 * The address of a wallet.
 *
 * @param chain as the list names the currency: XBT, ETH, USDT; empty when it is not known
 * @param address in the one form in which two spellings of it are equal
 */
public record Wallet(String chain, String address) {
  /** An address as written. Letter case counts where the chain's alphabet says so. */
  public static Wallet of(String chain, String written) {
    return new Wallet(chain.strip().toUpperCase(Locale.ROOT), canonical(written.strip()));
  }

  /**
   * Hexadecimal and Bech32 addresses are read without case (EIP-55 uses it for a checksum only; BIP
   * 173 allows either); Base58 (Bitcoin, TRON, Litecoin) is case sensitive.
   */
  private static String canonical(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    boolean hex = lower.matches("0x[0-9a-f]{40}");
    boolean bech32 = lower.matches("(bc|ltc|tb|addr|cosmos)1[02-9ac-hj-np-z]{20,110}");
    return hex || bech32 ? lower : written;
  }

  /** Whether a text has the shape of an address. */
  public static boolean looksLike(String text) {
    String stripped = text.strip();
    if (stripped.indexOf(' ') >= 0) {
      return false;
    }
    String canonical = canonical(stripped);
    return !canonical.equals(stripped)
        || canonical.matches("0x[0-9a-f]{40}")
        || canonical.matches("(bc|ltc|tb|addr|cosmos)1[02-9ac-hj-np-z]{20,110}")
        || base58(stripped);
  }

  /** Base58Check: the last four bytes are the beginning of a double SHA-256 of the rest. */
  private static boolean base58(String text) {
    if (text.length() < 26 || text.length() > 35) {
      return false;
    }
    byte[] bytes = new byte[25];
    for (int at = 0; at < text.length(); at++) {
      int carry = ALPHABET.indexOf(text.charAt(at));
      if (carry < 0) {
        return false;
      }
      for (int i = bytes.length - 1; i >= 0; i--) {
        carry += 58 * (bytes[i] & 0xFF);
        bytes[i] = (byte) carry;
        carry >>>= 8;
      }
      if (carry != 0) {
        return false;
      }
    }
    byte[] payload = Arrays.copyOf(bytes, 21);
    byte[] check = Digest.sha256(Digest.sha256(payload));
    for (int i = 0; i < 4; i++) {
      if (check[i] != bytes[21 + i]) {
        return false;
      }
    }
    return true;
  }

  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
}
