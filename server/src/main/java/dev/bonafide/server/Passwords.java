package dev.bonafide.server;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Passwords: argon2id with the parameters that OWASP's password storage cheat sheet names first.
 */
final class Passwords {
  static final int SHORTEST = 12;
  static final int LONGEST = 128;

  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

  /** Long enough and still guessed first. */
  private static final List<String> GUESSED =
      List.of(
          "password",
          "passwort",
          "qwertyuiop",
          "asdfghjkl",
          "letmein",
          "welcome",
          "bonafide",
          "iloveyou",
          "administrator",
          "changeme",
          "1234567890",
          "abcdefgh");

  /** Compared with when nobody of a name is there, so that the answer takes as long. */
  private static final String NOBODY = encode("nobody has this password");

  private Passwords() {}

  static String encode(String password) {
    return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
  }

  /**
   * Whether it is the password.
   *
   * @param encoded empty or null when there is none: the answer is no, after the same work
   */
  static boolean matches(String password, @Nullable String encoded) {
    boolean none = encoded == null || encoded.isEmpty();
    String compared = none ? NOBODY : encoded;
    boolean matches =
        Password.check(password, compared).with(Argon2Function.getInstanceFromHash(compared));
    return matches && !none;
  }

  /** What is wrong with a new password; null when nothing is. */
  static @Nullable String problem(String password, String name) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return "A password has at least " + SHORTEST + " characters; several words are fine.";
    }
    if (password.length() > LONGEST) {
      return "A password has at most " + LONGEST + " characters.";
    }
    String small = password.toLowerCase(Locale.ROOT);
    if (small.chars().distinct().count() < 5
        || (name.length() > 3 && small.contains(name.toLowerCase(Locale.ROOT)))) {
      return "This password is easy to guess: take other characters, and not your name.";
    }
    for (String guessed : GUESSED) {
      if (small.contains(guessed) && small.length() < guessed.length() + 8) {
        return "This password is among the first that are tried; take another.";
      }
    }
    return null;
  }
}
