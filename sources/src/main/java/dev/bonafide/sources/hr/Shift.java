package dev.bonafide.sources.hr;

import dev.bonafide.sources.Times;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hours in a free note, such as {@code nights 22-06} or {@code 9am-5pm ET}. What a note does not
 * say is not guessed.
 *
 * @param fromMinute minute of the local day, -1 when the note names no hours
 * @param toMinute below {@code fromMinute} when the shift crosses midnight
 * @param zone IANA name, null when the note names none
 */
record Shift(int fromMinute, int toMinute, @Nullable String zone) {
  private static final Shift NONE = new Shift(-1, -1, null);
  private static final Pattern HOURS =
      Pattern.compile(
          "(?<![\\d/.-])(\\d{1,2})(?:[:.h]?(\\d{2}))?\\s*h?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?\\s*(?:-|–|—|to|until|till)\\s*(\\d{1,2})(?:[:.h]?(\\d{2}))?\\s*h?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?(?![\\d/-])(?:\\s*\\(?\\s*((?:utc|gmt)[+-]\\d{1,2}(?::?\\d{2})?|[a-z_]+/[a-z_/]+|[a-z]{2,4})\\b)?");

  /** Words for a zone that names a clock and not an offset. */
  private static final Map<String, String> CLOCKS =
      Map.ofEntries(
          Map.entry("et", "America/New_York"),
          Map.entry("est", "America/New_York"),
          Map.entry("edt", "America/New_York"),
          Map.entry("ct", "America/Chicago"),
          Map.entry("cst", "America/Chicago"),
          Map.entry("cdt", "America/Chicago"),
          Map.entry("mt", "America/Denver"),
          Map.entry("mst", "America/Denver"),
          Map.entry("mdt", "America/Denver"),
          Map.entry("pt", "America/Los_Angeles"),
          Map.entry("pst", "America/Los_Angeles"),
          Map.entry("pdt", "America/Los_Angeles"),
          Map.entry("uk", "Europe/London"),
          Map.entry("bst", "Europe/London"),
          Map.entry("cet", "Europe/Paris"),
          Map.entry("cest", "Europe/Paris"),
          Map.entry("eet", "Europe/Athens"),
          Map.entry("eest", "Europe/Athens"));

  static Shift parse(String note) {
    Matcher hours = HOURS.matcher(note.toLowerCase(Locale.ROOT));
    while (hours.find()) {
      String fromHalf = hours.group(3);
      String toHalf = hours.group(6);
      // "9-5pm" and "9 to 5": where only the end says its half, the shift is the shorter one.
      int from = minute(hours.group(1), hours.group(2), fromHalf);
      int to = minute(hours.group(4), hours.group(5), toHalf);
      if (from < 0 || to < 0) {
        continue;
      }
      if (fromHalf == null && toHalf != null && length(from, to) > 12 * 60 && from < 12 * 60) {
        from += 12 * 60;
      }
      if (fromHalf == null && toHalf == null && isOfficeDay(from, to)) {
        to += 12 * 60;
      }
      int length = length(from, to);
      if (length >= 2 * 60 && length <= 16 * 60) {
        return new Shift(from % 1440, to % 1440, zone(hours.group(7)));
      }
    }
    return NONE;
  }

  /** "9-5" without halves of the day is nine to five; "22-6" is a night. */
  private static boolean isOfficeDay(int from, int to) {
    return from >= 6 * 60 && from <= 11 * 60 && to >= 60 && to <= 8 * 60 && to < from;
  }

  private static int length(int from, int to) {
    return Math.floorMod(to - from, 1440);
  }

  private static int minute(String hour, @Nullable String minute, @Nullable String half) {
    int h = Integer.parseInt(hour);
    int m = minute == null ? 0 : Integer.parseInt(minute);
    if (half != null) {
      if (h < 1 || h > 12) {
        return -1;
      }
      h = h % 12 + (half.startsWith("p") ? 12 : 0);
    }
    return h > 24 || m > 59 ? -1 : h * 60 + m;
  }

  private static @Nullable String zone(@Nullable String word) {
    if (word == null) {
      return null;
    }
    String clock = CLOCKS.get(word);
    if (clock != null) {
      return clock;
    }
    if (word.indexOf('/') > 0) {
      for (String id : ZoneId.getAvailableZoneIds()) {
        if (id.equalsIgnoreCase(word)) {
          return id;
        }
      }
      return null;
    }
    ZoneId zone = Times.zone(word);
    return zone == null ? null : zone.getId();
  }
}
