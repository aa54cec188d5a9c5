package dev.bonafide.engine.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How logins are made from names, and which logins are no person's. */
final class Logins {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Prefixes and suffixes of the second, privileged account that administrators are given. */
  private static final Pattern PRIVILEGED =
      Pattern.compile(
          "^(?:adm|admin|da|sa|ea|t[0-2]|priv|ext)[-_.](?=.{3})|(?<=.{3})[-_.](?:adm|admin|da|sa|priv|ext|t[0-2])$");

  /**
   * Names that people give to accounts of programs. Whole words at an end of the login, so that a
   * name in which the letters happen to occur is no program.
   */
  private static final Pattern SERVICE =
      Pattern.compile(
          "^(?:svc|srv|service|serviceaccount|daemon|robot|automation|sync|system|gmsa|sql|task)[-_.].*"
              + "|.*[-_.](?:svc|srv|service|serviceaccount|bot|robot|automation|daemon|ci|cicd|sync)"
              + "|.*\\[bot\\]|.*\\$"
              + "|no-?reply|do-?not-?reply|dependabot|renovate|github-actions|jenkins|terraform"
              + "|root|system|localsystem|local service|network service|anonymous logon|nobody|daemon"
              + "|dwm-\\d+|umfd-\\d+");

  private Logins() {}

  /** Case, accents and what is around them are no difference between two names. */
  static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** The login inside an account key, address or {@code DOMAIN\\user}. */
  static String login(String name) {
    String login = fold(name);
    login = login.substring(login.lastIndexOf('\\') + 1);
    int at = login.indexOf('@');
    return at > 0 ? login.substring(0, at) : login;
  }

  /** A login without the mark of a second, privileged account. */
  static String person(String login) {
    return PRIVILEGED.matcher(login).replaceFirst("");
  }

  static boolean looksLikeService(String login) {
    return SERVICE.matcher(login).matches();
  }

  /** The letters and digits of a login: {@code j.doe} and {@code jdoe} are the same. */
  static String bare(String login) {
    return NO_LETTERS.matcher(plain(login)).replaceAll("");
  }

  /**
   * The logins that an organisation makes from a display name, without separators: given and family
   * name in both orders, whole or as initial.
   */
  static Set<String> from(String displayName) {
    String name = displayName;
    int comma = name.indexOf(',');
    if (comma > 0) {
      name = name.substring(comma + 1) + " " + name.substring(0, comma);
    }
    List<String> words = new ArrayList<>();
    for (String word : NO_LETTERS.split(plain(name))) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    Set<String> logins = new TreeSet<>();
    if (words.size() < 2) {
      return logins;
    }
    String first = words.getFirst();
    String last = words.getLast();
    logins.add(String.join("", words));
    for (String[] pair : new String[][] {{first, last}, {last, first}}) {
      String a = pair[0];
      String b = pair[1];
      logins.add(a + b);
      logins.add(a.substring(0, 1) + b);
      logins.add(a + b.charAt(0));
    }
    logins.removeIf(login -> login.length() < 4);
    return logins;
  }

  private static String plain(String text) {
    return MARKS.matcher(Normalizer.normalize(fold(text), Normalizer.Form.NFKD)).replaceAll("");
  }
}
