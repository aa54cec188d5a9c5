package dev.bonafide.indicators;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of rights say: {@code role to receiver} where one is given, {@code role by giver}
 * where one is got.
 */
public final class Rights {
  private static final List<String> HIGH =
      List.of(
          "admin",
          "owner",
          "root",
          "superuser",
          "privileged",
          "full access",
          "fullaccess",
          "full control");

  private Rights() {}

  /** Whether a right reaches over others: systems call such roles by few words. */
  public static boolean high(@Nullable String text) {
    String role = role(text).toLowerCase(Locale.ROOT);
    return HIGH.stream().anyMatch(role::contains);
  }

  /** The right itself. */
  public static String role(@Nullable String text) {
    if (text == null) {
      return "";
    }
    int end = Math.max(text.lastIndexOf(" to "), text.lastIndexOf(" by "));
    return end < 0 ? text : text.substring(0, end);
  }

  /** Who gets it or who gave it, as the source names accounts; empty when the text does not say. */
  public static String other(@Nullable String text) {
    if (text == null) {
      return "";
    }
    int at = Math.max(text.lastIndexOf(" to "), text.lastIndexOf(" by "));
    return at < 0 ? "" : text.substring(at + 4);
  }
}
