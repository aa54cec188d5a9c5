package dev.bonafide.hiring;

import dev.bonafide.hiring.contact.Contact;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a mail address without any name: runs of letters that are words of the trade stay,
 * all others become L, figures become their number. "nina.dev0817@mail.example" is {@code
 * L.dev4@mail.example}. An address without a word of the trade and two figures has no shape: first
 * name and surname are everybody's.
 */
final class MailShape {
  private static final Pattern RUN = Pattern.compile("[a-z]+|\\d+|[^a-z\\d]+");
  private static final Pattern TRADE =
      Pattern.compile(
          "(?:full)?stack|dev|developer|devops|eng|engineer|code|coder|coding|tech|techie|soft|software"
              + "|web|webdev|program|programmer|ninja|guru|pro|star|expert|master|talent|blockchain|crypto"
              + "|web3|solidity|cloud|data|ai|ml|react|node|python|java|js");
  private static final Pattern ENDS_IN_TRADE = Pattern.compile("([a-z]{2,}?)(" + TRADE + ")");
  private static final Set<String> SHORT = Set.of("ai", "ml", "js", "pro", "eng", "web");
  private static final int FEWEST_FIGURES = 2;

  private MailShape() {}

  /** The shape; null for an address that has none. */
  static @Nullable String of(Contact contact) {
    if (contact.kind() != Contact.Kind.MAIL) {
      return null;
    }
    String local = contact.key().substring("mail:".length(), contact.key().lastIndexOf('@'));
    StringBuilder shape = new StringBuilder();
    boolean trade = false;
    int figures = 0;
    for (Matcher m = RUN.matcher(local); m.find(); ) {
      String run = m.group();
      if (Character.isDigit(run.charAt(0))) {
        figures += run.length();
        shape.append(run.length());
      } else if (!Character.isLetter(run.charAt(0))) {
        shape.append(run);
      } else if (TRADE.matcher(run).matches()) {
        trade = true;
        shape.append(run);
      } else {
        Matcher end = ENDS_IN_TRADE.matcher(run);
        boolean joined = end.matches() && !SHORT.contains(end.group(2));
        trade |= joined;
        shape.append('L').append(joined ? end.group(2) : "");
      }
    }
    return trade && figures >= FEWEST_FIGURES ? shape + "@" + contact.domain() : null;
  }
}
