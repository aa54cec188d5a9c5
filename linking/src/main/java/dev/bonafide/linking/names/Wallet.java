package dev.bonafide.linking.names;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

  private static String withoutChain(String written) {
    String text = written.strip();
    int colon = text.indexOf(':');
    boolean chain = colon >= 2 && colon <= 6 && text.substring(0, colon).matches("[A-Za-z0-9]+");
    return chain ? text.substring(colon + 1) : text;
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

  /** An address as somebody asks for it, perhaps with its chain before a colon: {@code ETH:0x..} */
  static Wallet asked(String written) {
    String text = written.strip();
    String address = withoutChain(text);
    int chain = text.length() - address.length();
    return of(chain == 0 ? "" : text.substring(0, chain - 1), address);
  }

  /**
   * What is wrong with a text that has the shape of an address and whose checksum fails; null when
   * nothing is, or when it has no checksum. Lists are asked all the same.
   */
  public static @Nullable String fault(String written) {
    String text = withoutChain(written);
    if (text.matches("0x[0-9a-fA-F]{40}")) {
      String digits = text.substring(2);
      boolean mixed =
          !digits.equals(digits.toLowerCase(Locale.ROOT))
              && !digits.equals(digits.toUpperCase(Locale.ROOT));
      return mixed && !digits.equals(eip55(digits))
          ? "the case of its letters breaks its checksum (EIP-55): a letter may be wrong"
          : null;
    }
    boolean base58 = text.matches("[13LMDT][1-9A-HJ-NP-Za-km-z]{25,34}") && text.matches(".*\\d.*");
    return base58 && !base58(text) ? "its checksum fails (Base58Check): a letter is wrong" : null;
  }

  /** The digits in the case that carries their checksum. */
  private static String eip55(String digits) {
    String lower = digits.toLowerCase(Locale.ROOT);
    byte[] hash = Keccak.hash256(lower.getBytes(StandardCharsets.US_ASCII));
    StringBuilder out = new StringBuilder(40);
    for (int i = 0; i < lower.length(); i++) {
      int nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xf;
      char c = lower.charAt(i);
      out.append(nibble >= 8 ? Character.toUpperCase(c) : c);
    }
    return out.toString();
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
