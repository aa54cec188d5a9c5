package dev.bonafide.sources;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as exports write them. */
public final class Amounts {
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d+)[d.] ?)?(\\d+):(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d+)?)?");
  private static final Pattern UNITS =
      Pattern.compile(
          "(\\d+(?:\\.\\d+)?)\\s*(d|h|m|s|ms|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?)\\b[\\s,:]*");
  private static final Pattern SIZE =
      Pattern.compile("(\\d+(?:[.,]\\d+)*)\\s*(bytes?|[kmgt]i?b|[kmgt]|b)?");

  private Amounts() {}

  /** A count or a number of bytes, -1 when the text is none. */
  public static long count(String text) {
    Matcher size = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      return -1;
    }
    String digits = size.group(1);
    String unit = size.group(2) == null ? "" : size.group(2);
    // Grouped thousands, unless a single mark is followed by something else than three digits.
    if (digits.matches("\\d{1,3}([.,]\\d{3})+")
        && !(unit.length() > 0 && unit.charAt(0) != 'b' && digits.indexOf('.') >= 0)) {
      digits = digits.replaceAll("[.,]", "");
    } else {
      digits = digits.replace(',', '.');
    }
    if (digits.indexOf('.') != digits.lastIndexOf('.')) {
      return -1;
    }
    double factor = 1;
    if (!unit.isEmpty() && unit.charAt(0) != 'b') {
      double base = unit.contains("i") ? 1024 : 1000;
      factor = StrictMath.pow(base, "kmgt".indexOf(unit.charAt(0)) + 1);
    }
    if (factor == 1 && digits.indexOf('.') < 0) {
      return digits.length() > 18 ? -1 : Long.parseLong(digits);
    }
    double value = Double.parseDouble(digits) * factor;
    return value > 9e18 ? -1 : StrictMath.round(value);
  }

  /** Seconds of a duration such as {@code 5400}, {@code 1h 30m}, {@code 01:30:00}; -1 if none. */
  public static long seconds(String text) {
    String duration = text.strip().toLowerCase(Locale.ROOT);
    if (duration.isEmpty()) {
      return -1;
    }
    if (duration.matches("\\d{1,12}([.,]\\d+)?")) {
      return Long.parseLong(duration.split("[.,]", 2)[0]);
    }
    if (duration.matches("p(\\d+d)?(t.*)?")) {
      duration = duration.replace("p", "").replace("t", "");
    }
    Matcher clock = CLOCK.matcher(duration);
    if (clock.matches()) {
      long days = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
      long seconds = clock.group(4) == null ? 0 : Long.parseLong(clock.group(4));
      return days * 86_400
          + Long.parseLong(clock.group(2)) * 3600
          + Long.parseLong(clock.group(3)) * 60
          + seconds;
    }
    Matcher units = UNITS.matcher(duration.replaceAll("(?<=\\d[dhms]):", " "));
    double sum = 0;
    int end = 0;
    while (units.find() && units.start() == end) {
      double value = Double.parseDouble(units.group(1));
      String unit = units.group(2);
      sum +=
          value
              * (unit.equals("ms")
                  ? 0.001
                  : switch (unit.charAt(0)) {
                    case 'd' -> 86_400;
                    case 'h' -> 3600;
                    case 'm' -> 60;
                    default -> 1;
                  });
      end = units.end();
    }
    return end > 0 && end == units.regionEnd() ? StrictMath.round(sum) : -1;
  }

  /**
   * The number of an autonomous system written {@code 701}, {@code AS701} or with a name behind.
   */
  public static long asn(String text) {
    int at = 0;
    while (at < text.length()
        && at < 4
        && (Character.isLetter(text.charAt(at)) || text.charAt(at) == ' ')) {
      at++;
    }
    long number = 0;
    int start = at;
    while (at < text.length()
        && at - start < 10
        && text.charAt(at) >= '0'
        && text.charAt(at) <= '9') {
      number = number * 10 + text.charAt(at++) - '0';
    }
    boolean ends = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
    return at > start && ends && number <= 0xFFFF_FFFFL ? number : 0;
  }

  /** The name behind the number in {@code AS701 Example Networks}; null when there is none. */
  static @Nullable String afterAsn(String text) {
    int space = text.indexOf(' ');
    if (asn(text) == 0 || space < 0) {
      return null;
    }
    String name =
        text.substring(space)
            .replaceFirst("^[\\s(:-]*(AS)?\\d*[\\s(:-]*", "")
            .replaceFirst("\\)$", "")
            .strip();
    return name.isEmpty() ? null : name;
  }

  static @Nullable Boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "y" -> true;
      case "false", "0", "no", "n" -> false;
      default -> null;
    };
  }

  /** Degrees, NaN unless both coordinates are numbers. */
  public static double degrees(String text, String other) {
    double value = degrees(text);
    return Double.isNaN(degrees(other)) ? Double.NaN : value;
  }

  private static double degrees(String text) {
    try {
      double value = text.isEmpty() ? Double.NaN : Double.parseDouble(text.replace(',', '.'));
      return StrictMath.abs(value) <= 180 ? value : Double.NaN;
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }
}
