package dev.bonafide.hiring.contact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach somebody.
 *
 * @param value as written
 * @param key equal for two ways of writing the same thing
 * @param document where it was written, for quotes
 * @param line 1-based line there, 0 for a field of a form
 * @param carrier what a number look-up of the employer says of a telephone number; null without one
 */
public record Contact(
    Kind kind, String value, String key, String document, int line, @Nullable String carrier) {

  /** What it is; the key begins with it. */
  public enum Kind {
    MAIL("mail address"),
    PHONE("telephone number"),
    ADDRESS("postal address"),
    PROFILE("profile");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  // Parts are as long as RFC 5321 and 1035 let them be: without an end, a line of a million signs
  // would be looked through a million times.
  private static final Pattern MAIL =
      Pattern.compile(
          "[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,9}",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern PROFILE =
      Pattern.compile(
          "(?:https?://)?(?:[\\w-]{1,63}\\.)?(github\\.com|gitlab\\.com|bitbucket\\.org|linkedin\\.com/in"
              + "|stackoverflow\\.com/users|t\\.me|twitter\\.com|x\\.com)/([\\w.-]+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?:your|my|user|first|last|full)?[._-]?(?:name|e?mail|username|profile|handle|account|id|address)"
              + "(?:[._-]?(?:here|lastname|surname|name))?|first\\.last|(?:john|jane)[._-]?(?:doe|smith)|jdoe"
              + "|example|sample|test|user|candidate|applicant|firstname[._-]?lastname|xxx+|in|info");

  /** A mail address; null when the text is none. */
  public static @Nullable Contact mail(String text, String document, int line) {
    Matcher m = MAIL.matcher(text.strip());
    if (!m.matches()) {
      return null;
    }
    String value = m.group();
    int at = value.lastIndexOf('@');
    String local = value.substring(0, at).toLowerCase(Locale.ROOT);
    String domain = value.substring(at + 1).toLowerCase(Locale.ROOT);
    int tag = local.indexOf('+');
    if (tag > 0) {
      local = local.substring(0, tag);
    }
    if (domain.equals("gmail.com") || domain.equals("googlemail.com")) {
      domain = "gmail.com";
      local = local.replace(".", "");
    }
    return new Contact(Kind.MAIL, value, "mail:" + local + "@" + domain, document, line, null);
  }

  /**
   * A telephone number; null when the text is none.
   *
   * @param countries where the applicant lives: decides what a number without a country code means
   */
  public static @Nullable Contact phone(
      String text, Set<String> countries, String document, int line, @Nullable String carrier) {
    String number = Phones.international(text, countries);
    return number == null
        ? null
        : new Contact(Kind.PHONE, text.strip(), "phone:" + number, document, line, carrier);
  }

  /** A postal address; null when it has no house number, street and postcode. */
  public static @Nullable Contact address(String text, String document, int line) {
    String key = Postal.key(text);
    return key == null
        ? null
        : new Contact(Kind.ADDRESS, text.strip(), "address:" + key, document, line, null);
  }

  /** A profile on a public site; null when the text names none. */
  public static @Nullable Contact profile(String text, String document, int line) {
    Matcher m = PROFILE.matcher(text);
    if (!m.find()) {
      return null;
    }
    String key = (m.group(1) + "/" + m.group(2)).toLowerCase(Locale.ROOT);
    return new Contact(Kind.PROFILE, m.group(), "profile:" + key, document, line, null);
  }

  /** The mail addresses that stand anywhere in a line. */
  static Matcher mailsIn(String line) {
    return MAIL.matcher(line);
  }

  static Matcher profilesIn(String line) {
    return PROFILE.matcher(line);
  }

  /** Whether it is what templates write where a contact goes: it is nobody's. */
  public boolean placeholder() {
    String own = key.substring(key.indexOf(':') + 1);
    return switch (kind) {
      case MAIL -> PLACEHOLDER.matcher(own.substring(0, own.lastIndexOf('@'))).matches();
      case PROFILE -> PLACEHOLDER.matcher(own.substring(own.lastIndexOf('/') + 1)).matches();
      case PHONE -> own.contains("23456789") || own.matches(".*(\\d)\\1{6,}.*");
      case ADDRESS -> false;
    };
  }

  /** The part after the @ of a mail address; empty for anything else. */
  public String domain() {
    return kind == Kind.MAIL ? key.substring(key.lastIndexOf('@') + 1) : "";
  }
}
