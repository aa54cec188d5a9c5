package dev.bonafide.engine.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The names behind the pseudonyms of one run, encrypted with AES-256-GCM under a key made from the
 * organisation's {@link Key}. Opened only to name somebody, with a reason.
 *
 * @param people by pseudonym
 * @param accounts the accounts behind {@code a-} pseudonyms, and the applications behind {@code c-}
 * @param paths the words behind {@code ~} words of paths
 */
public record Vault(
    Map<String, Person> people, Map<String, String> accounts, Map<String, String> paths) {
  private static final byte[] MAGIC = "BONAFIDE-VAULT-1".getBytes(StandardCharsets.US_ASCII);
  private static final int NONCE = 12;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Who a pseudonym stands for.
   *
   * @param label the word and number shown in reports
   * @param worker the HR worker id, empty without an HR row
   */
  public record Person(String label, String worker, List<String> names, List<String> accounts) {}

  /** The vault does not open: another key, or not a vault. */
  public static final class Locked extends Exception {
    private static final long serialVersionUID = 1;

    Locked(String message) {
      super(message);
    }
  }

  /** Ids of the people whom a pseudonym or label names; several when a label is not unique. */
  public List<String> find(String idOrLabel) {
    String wanted = idOrLabel.strip();
    if (people.containsKey(wanted)) {
      return List.of(wanted);
    }
    List<String> found = new ArrayList<>();
    people.forEach(
        (id, person) -> {
          if (person
              .label()
              .toLowerCase(Locale.ROOT)
              .equals(wanted.toLowerCase(Locale.ROOT).replace('-', ' '))) {
            found.add(id);
          }
        });
    return found;
  }

  /** Locks it. Every call gives other bytes: the nonce is random. */
  public byte[] lock(Key key) {
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(JSON.writeValueAsBytes(this));
      byte[] all = Arrays.copyOf(MAGIC, MAGIC.length + NONCE + sealed.length);
      System.arraycopy(nonce, 0, all, MAGIC.length, NONCE);
      System.arraycopy(sealed, 0, all, MAGIC.length + NONCE, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java can't encrypt with AES-GCM", e);
    }
  }

  /** Opens a locked vault. */
  public static Vault open(byte[] locked, Key key) throws Locked {
    int header = MAGIC.length + NONCE;
    if (locked.length < header || !Arrays.equals(Arrays.copyOf(locked, MAGIC.length), MAGIC)) {
      throw new Locked("it is no vault of this program");
    }
    byte[] nonce = Arrays.copyOfRange(locked, MAGIC.length, header);
    try {
      byte[] open =
          cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(locked, header, locked.length - header);
      return JSON.readValue(open, Vault.class);
    } catch (GeneralSecurityException e) {
      throw new Locked("it was locked with another key, or changed since");
    } catch (JacksonException e) {
      throw new Locked("it was written by another version of this program");
    }
  }

  private static Cipher cipher(int mode, Key key, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    SecretKeySpec secret = new SecretKeySpec(key.hmac("vault"), "AES");
    cipher.init(mode, secret, new GCMParameterSpec(128, nonce));
    cipher.updateAAD(MAGIC);
    return cipher;
  }
}
