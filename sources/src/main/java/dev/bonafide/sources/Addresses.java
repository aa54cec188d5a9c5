package dev.bonafide.sources;

import org.jspecify.annotations.Nullable;

/**
 * Reads the forms in which vendors write addresses: with a port, in brackets, IPv4 inside IPv6,
 * several in one field, or something else altogether.
 */
public final class Addresses {
  private Addresses() {}

  /**
   * The first public address of a text in its one canonical form (dotted IPv4, RFC 5952 for IPv6);
   * null when there is none. Private, loopback, link-local, carrier-shared and unspecified
   * addresses say nothing of where an act came from: half of all homes share 192.168.1.10.
   */
  public static @Nullable String publicAddress(String text) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !isSeparator(text.charAt(end))) {
        end++;
      }
      String address = end > at ? canonical(text.substring(at, end)) : null;
      if (address != null && isPublic(address)) {
        return address;
      }
      at = end + 1;
    }
    return null;
  }

  private static boolean isSeparator(char c) {
    return c == ',' || c == ';' || c == ' ' || c == '|' || c == '"' || c == '\n' || c == '\t';
  }

  /** One address, canonical; null when the text is none. */
  public static @Nullable String canonical(String text) {
    String address = text.strip();
    if (address.startsWith("[")) {
      int close = address.indexOf(']');
      address = close < 0 ? "" : address.substring(1, close);
    }
    int zone = address.indexOf('%');
    if (zone > 0) {
      address = address.substring(0, zone);
    }
    int colon = address.indexOf(':');
    if (colon >= 0 && address.indexOf(':', colon + 1) < 0) {
      address = isPort(address, colon + 1) ? address.substring(0, colon) : "";
    }
    if (colon < 0 || address.indexOf(':') < 0) {
      int[] four = ipv4(address);
      return four == null ? null : dotted(four[0], four[1], four[2], four[3]);
    }
    int[] groups = ipv6(address);
    return groups == null ? null : text(groups);
  }

  private static boolean isPort(String text, int from) {
    if (from >= text.length() || text.length() - from > 5) {
      return false;
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int @Nullable [] ipv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return null;
    }
    int[] four = new int[4];
    for (int i = 0; i < 4; i++) {
      four[i] = number(parts[i], 10, 3);
      if (four[i] < 0 || four[i] > 255) {
        return null;
      }
    }
    return four;
  }

  private static int @Nullable [] ipv6(String text) {
    int[] groups = new int[8];
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return null;
    }
    int[] head = groups(gap < 0 ? text : text.substring(0, gap));
    int[] tail = gap < 0 ? new int[0] : groups(text.substring(gap + 2));
    if (head == null || tail == null) {
      return null;
    }
    int count = head.length + tail.length;
    if (gap < 0 ? count != 8 : count > 7) {
      return null;
    }
    System.arraycopy(head, 0, groups, 0, head.length);
    System.arraycopy(tail, 0, groups, 8 - tail.length, tail.length);
    return groups;
  }

  private static int @Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", -1);
    boolean dotted = parts[parts.length - 1].indexOf('.') >= 0;
    int[] groups = new int[parts.length + (dotted ? 1 : 0)];
    if (groups.length > 8) {
      return null;
    }
    for (int i = 0; i < parts.length; i++) {
      if (dotted && i == parts.length - 1) {
        int[] four = ipv4(parts[i]);
        if (four == null) {
          return null;
        }
        groups[i] = four[0] << 8 | four[1];
        groups[i + 1] = four[2] << 8 | four[3];
      } else {
        groups[i] = number(parts[i], 16, 4);
        if (groups[i] < 0) {
          return null;
        }
      }
    }
    return groups;
  }

  private static int number(String digits, int radix, int most) {
    if (digits.isEmpty() || digits.length() > most) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }

  private static String dotted(int a, int b, int c, int d) {
    return a + "." + b + "." + c + "." + d;
  }

  /** RFC 5952: lower case, no leading zeros, the longest run of zero groups as {@code ::}. */
  private static String text(int[] groups) {
    boolean mapped = groups[5] == 0xFFFF;
    for (int i = 0; i < 5; i++) {
      mapped &= groups[i] == 0;
    }
    if (mapped) {
      return dotted(groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255);
    }
    int gap = -1;
    int gapLength = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > gapLength) {
        gap = i;
        gapLength = end - i;
      }
      i = Math.max(i, end - 1);
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == gap) {
        out.append("::");
        i += gapLength - 1;
      } else {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
          out.append(':');
        }
        out.append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }

  private static boolean isPublic(String address) {
    int[] four = ipv4(address);
    if (four != null) {
      int a = four[0];
      int b = four[1];
      return a != 0
          && a != 10
          && a != 127
          && a < 224
          && !(a == 100 && b >= 64 && b < 128)
          && !(a == 169 && b == 254)
          && !(a == 172 && b >= 16 && b < 32)
          && !(a == 192 && b == 168);
    }
    int[] groups = ipv6(address);
    if (groups == null) {
      return false;
    }
    int top = groups[0];
    return top != 0 && (top & 0xFE00) != 0xFC00 && (top & 0xFFC0) != 0xFE80 && top < 0xFF00;
  }
}
