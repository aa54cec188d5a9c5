package dev.bonafide.logbook;

import dev.bonafide.model.Term;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The line behind an address: what people who sit in one place have in common. Of IPv4 that is the
 * address itself; of IPv6 it is the network of a home, of which each computer has addresses of its
 * own that change daily (RFC 8981): the first 56 bits (RFC 6177).
 */
public final class Lines {
  private static final int GROUPS = 8;

  /** Groups of 16 bits that are read, and the hexadecimal digits of 56 bits. */
  private static final int READ = 4;

  private static final int DIGITS = 14;

  private Lines() {}

  /** Whether an id may be that of an IPv6 address: all others are lines themselves. */
  public static boolean perhapsWide(long egress) {
    return egress != Term.NONE && egress != Term.OTHER && egress >>> 32 != 0;
  }

  /**
   * The id of the line behind an address.
   *
   * @param egress id of the address, as pages hold it
   * @param text the address; null when nobody knows it
   */
  public static long of(long egress, @Nullable String text) {
    String network = text == null || !perhapsWide(egress) ? null : network(text);
    return network == null ? egress : Term.textId(network);
  }

  /** The first 56 bits of an IPv6 address in hexadecimal; null when it is none. */
  static @Nullable String network(String address) {
    int zone = address.indexOf('%');
    String text = zone < 0 ? address : address.substring(0, zone);
    int gap = text.indexOf("::");
    String[] head = (gap < 0 ? text : text.substring(0, gap)).split(":", -1);
    int groups = gap == 0 ? 0 : head.length;
    if (text.indexOf(':') < 0
        || text.indexOf('.') >= 0
        || groups > GROUPS
        || (gap < 0 && groups != GROUPS)) {
      return null;
    }
    StringBuilder bits = new StringBuilder();
    for (int g = 0; g < READ; g++) {
      String group = g < groups ? head[g] : "0";
      if (group.isEmpty() || group.length() > 4 || !hexadecimal(group)) {
        return null;
      }
      bits.append("0".repeat(4 - group.length())).append(group);
    }
    return bits.substring(0, DIGITS).toLowerCase(Locale.ROOT);
  }

  private static boolean hexadecimal(String group) {
    return group.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
  }
}
