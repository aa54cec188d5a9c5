package dev.bonafide.sources;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of a calendar (RFC 5545, VEVENT) says of somebody's time: who, of which kind, from
 * when to when, where. Entries that name no leave, journey, duty or shift say nothing.
 *
 * <p>A series is counted out for five years at most; an occurrence that was moved is told beside
 * its old place.
 */
final class Appointment {
  private static final int LONGEST_SERIES = 5 * 366;
  private static final int MOST_OCCURRENCES = 2000;

  private static final Pattern MAIL = Pattern.compile("[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)+");

  private static final Pattern EVERYBODY =
      Pattern.compile(
          "\\b(?:public|bank|national|federal|company)[- ]holiday", Pattern.CASE_INSENSITIVE);

  /** Words of the kinds, in the order in which they are looked for. */
  private static final List<Map.Entry<String, Pattern>> KINDS =
      List.of(
          kind("leave", "jury duty|parental|maternity|paternity|sabbatical"),
          kind("on-call", "on[ _-]?call|stand[ -]?by|pager|duty|bereitschaft|astreinte"),
          kind(
              "leave",
              "vacation|holidays?|leave|pto|time off|out of office|ooo|day off|days off|sick|"
                  + "absen(?:t|ce)|urlaub|krank|cong[eé]s?|vacaciones|ferie"),
          kind(
              "travel",
              "travel(?:l?ing)?|trip|flight|abroad|workation|off-?site|conference|relocat\\w*|"
                  + "working from|dienstreise"),
          kind("roster", "shift|roster|rota|night duty|work schedule|schicht"));

  /** Words that are left when kinds are taken out of a title and that name nobody. */
  private static final Set<String> NOBODY =
      Set.of(
          "annual",
          "away",
          "business",
          "company",
          "day",
          "days",
          "early",
          "evening",
          "for",
          "from",
          "full",
          "half",
          "hours",
          "in",
          "is",
          "late",
          "level",
          "morning",
          "night",
          "of",
          "off",
          "office",
          "on",
          "out",
          "primary",
          "public",
          "remote",
          "schedule",
          "secondary",
          "support",
          "team",
          "the",
          "to",
          "until",
          "week",
          "weekend",
          "work",
          "working",
          "all",
          "bank",
          "paid",
          "unpaid",
          "summer",
          "winter",
          "christmas",
          "easter",
          "new",
          "year",
          "national");

  /** Names that Windows and Outlook give to zones, and the zone of their main city (CLDR). */
  private static final Map<String, String> WINDOWS_ZONES =
      Map.ofEntries(
          Map.entry("gmt standard time", "Europe/London"),
          Map.entry("w. europe standard time", "Europe/Berlin"),
          Map.entry("central europe standard time", "Europe/Budapest"),
          Map.entry("central european standard time", "Europe/Warsaw"),
          Map.entry("romance standard time", "Europe/Paris"),
          Map.entry("e. europe standard time", "Europe/Chisinau"),
          Map.entry("fle standard time", "Europe/Kiev"),
          Map.entry("gtb standard time", "Europe/Bucharest"),
          Map.entry("turkey standard time", "Europe/Istanbul"),
          Map.entry("russian standard time", "Europe/Moscow"),
          Map.entry("israel standard time", "Asia/Jerusalem"),
          Map.entry("arabian standard time", "Asia/Dubai"),
          Map.entry("pakistan standard time", "Asia/Karachi"),
          Map.entry("india standard time", "Asia/Kolkata"),
          Map.entry("se asia standard time", "Asia/Bangkok"),
          Map.entry("china standard time", "Asia/Shanghai"),
          Map.entry("singapore standard time", "Asia/Singapore"),
          Map.entry("tokyo standard time", "Asia/Tokyo"),
          Map.entry("korea standard time", "Asia/Seoul"),
          Map.entry("aus eastern standard time", "Australia/Sydney"),
          Map.entry("e. australia standard time", "Australia/Brisbane"),
          Map.entry("new zealand standard time", "Pacific/Auckland"),
          Map.entry("south africa standard time", "Africa/Johannesburg"),
          Map.entry("egypt standard time", "Africa/Cairo"),
          Map.entry("e. south america standard time", "America/Sao_Paulo"),
          Map.entry("argentina standard time", "America/Argentina/Buenos_Aires"),
          Map.entry("atlantic standard time", "America/Halifax"),
          Map.entry("eastern standard time", "America/New_York"),
          Map.entry("central standard time", "America/Chicago"),
          Map.entry("central standard time (mexico)", "America/Mexico_City"),
          Map.entry("mountain standard time", "America/Denver"),
          Map.entry("us mountain standard time", "America/Phoenix"),
          Map.entry("pacific standard time", "America/Los_Angeles"),
          Map.entry("alaskan standard time", "America/Anchorage"),
          Map.entry("hawaiian standard time", "Pacific/Honolulu"));

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  /** One line of an entry: its name, its parameters as written, its value. */
  record Property(String name, String parameters, String value) {
    /** A parameter's value without quotes; empty when it is not there. */
    String parameter(String key) {
      Matcher found = Pattern.compile("(?i);" + key + "=(\"[^\"]*\"|[^;:]*)").matcher(parameters);
      return found.find() ? found.group(1).replace("\"", "") : "";
    }
  }

  /** One span of one worker's time; days where the calendar gives days, else instants. */
  record Span(String worker, String kind, String from, String to, String place) {}

  private final List<Property> properties;
  private final String calendar;
  private final ZoneId zone;

  /**
   * @param calendar the calendar's name
   * @param zone of times that name none
   */
  Appointment(List<Property> properties, String calendar, ZoneId zone) {
    this.properties = properties;
    this.calendar = calendar;
    this.zone = zone;
  }

  private static Map.Entry<String, Pattern> kind(String kind, String words) {
    return Map.entry(
        kind,
        Pattern.compile(
            "(?<![\\p{L}])(?:" + words + ")(?![\\p{L}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  /** Why this says nothing; null when it does. */
  @Nullable String silence() {
    if (value("STATUS").equalsIgnoreCase("CANCELLED")) {
      return "an entry that was cancelled";
    }
    if (kind() == null) {
      return "an appointment; no leave, journey, duty or shift";
    }
    return workers().isEmpty() ? "an entry that names nobody" : null;
  }

  /** The spans, one for each worker and occurrence; empty when the start is no date. */
  List<Span> spans() {
    String kind = kind();
    Property start = property("DTSTART");
    Moment from = start == null ? null : moment(start);
    List<Span> spans = new ArrayList<>();
    if (kind == null || from == null) {
      return spans;
    }
    long days = lastDay(from);
    for (LocalDate day : days(from)) {
      for (String worker : workers()) {
        spans.add(
            from.time == null
                ? new Span(worker, kind, day.toString(), day.plusDays(days).toString(), place(kind))
                : timed(worker, kind, from, day));
      }
    }
    return spans;
  }

  // --- who and what --------------------------------------------------------------------------

  private @Nullable String kind() {
    for (String text : List.of(value("CATEGORIES"), value("SUMMARY"))) {
      String kind = kindIn(text);
      if (kind != null) {
        return kind;
      }
    }
    return value("X-MICROSOFT-CDO-BUSYSTATUS").equalsIgnoreCase("OOF") ? "leave" : kindIn(calendar);
  }

  private static @Nullable String kindIn(String text) {
    if (EVERYBODY.matcher(text).find()) {
      return null;
    }
    for (Map.Entry<String, Pattern> kind : KINDS) {
      if (kind.getValue().matcher(text).find()) {
        return kind.getKey();
      }
    }
    return null;
  }

  private Set<String> workers() {
    Set<String> workers = new LinkedHashSet<>();
    Matcher titled = MAIL.matcher(value("SUMMARY"));
    if (titled.find()) {
      workers.add(titled.group());
      return workers;
    }
    String name = nameIn(value("SUMMARY"));
    List<Property> attendees = properties.stream().filter(Appointment::takesPart).toList();
    for (Property attendee : attendees) {
      if (!name.isEmpty() && attendee.parameter("CN").equalsIgnoreCase(name)) {
        workers.add(mail(attendee));
        return workers;
      }
    }
    Property organised = property("ORGANIZER");
    String organiser = organised == null ? "" : mail(organised);
    boolean many = attendees.size() > 1;
    if (!name.isEmpty() && (many || attendees.isEmpty())) {
      workers.add(name);
    } else if (many && "leave".equals(kind())) {
      // Colleagues are told of somebody's leave; it is not theirs.
      if (!organiser.isEmpty()) {
        workers.add(organiser);
      }
    } else if (!attendees.isEmpty()) {
      attendees.forEach(attendee -> workers.add(mail(attendee)));
    } else if (!organiser.isEmpty()) {
      workers.add(organiser);
    } else {
      Matcher owner = MAIL.matcher(calendar);
      String named = owner.find() ? owner.group() : nameIn(calendar);
      if (!named.isEmpty()) {
        workers.add(named);
      }
    }
    return workers;
  }

  private static boolean takesPart(Property property) {
    return property.name.equals("ATTENDEE")
        && !property.parameter("PARTSTAT").equalsIgnoreCase("DECLINED")
        && !property.parameter("CUTYPE").matches("(?i)ROOM|RESOURCE|GROUP")
        && !mail(property).isEmpty();
  }

  /** The mail address of somebody; empty for rooms, groups and machines. */
  private static String mail(Property property) {
    Matcher mail = MAIL.matcher(property.value);
    String found = mail.find() ? mail.group() : "";
    Matcher second = MAIL.matcher(property.parameter("EMAIL"));
    if (found.isEmpty() && second.find()) {
      found = second.group();
    }
    String lower = found.toLowerCase(Locale.ROOT);
    boolean nobody =
        lower.endsWith(".calendar.google.com")
            || lower.startsWith("noreply")
            || lower.startsWith("no-reply");
    return nobody ? "" : found;
  }

  /** The first part of a title that is made of a person's names; empty when none is. */
  private static String nameIn(String title) {
    for (String part : title.split("[-–—:|()/,\\[\\]]+|(?i)\\b(?:is|on|for|out|off)\\b", -1)) {
      String rest = part;
      for (Map.Entry<String, Pattern> kind : KINDS) {
        rest = kind.getValue().matcher(rest).replaceAll(" ");
      }
      String[] words = rest.strip().split("\\s+", -1);
      boolean name = words.length >= 2 && words.length <= 4;
      for (String word : words) {
        name &=
            !word.isEmpty()
                && Character.isUpperCase(word.charAt(0))
                && !NOBODY.contains(word.toLowerCase(Locale.ROOT))
                && word.chars().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '.');
      }
      if (name) {
        return String.join(" ", words);
      }
    }
    return "";
  }

  private String place(String kind) {
    String location = value("LOCATION");
    if (!location.isEmpty() || !kind.equals("travel")) {
      return kind.equals("travel") ? location : "";
    }
    Matcher to =
        Pattern.compile(
                "(?i:\\b(?:to|in|from|at|travel:|trip:))\\s+(\\p{Lu}[\\p{L} .'-]+(?:\\([A-Z]{2}\\))?)")
            .matcher(value("SUMMARY"));
    return to.find() ? to.group(1).strip() : "";
  }

  private @Nullable Property property(String name) {
    for (Property property : properties) {
      if (property.name.equals(name)) {
        return property;
      }
    }
    return null;
  }

  private String value(String name) {
    Property property = property(name);
    return property == null
        ? ""
        : property
            .value
            .replace("\\n", " ")
            .replace("\\N", " ")
            .replaceAll("\\\\(.)", "$1")
            .strip();
  }

  // --- when ----------------------------------------------------------------------------------

  /** A day, or a time of a day in a zone. */
  private record Moment(LocalDate day, @Nullable LocalTime time, ZoneId zone) {
    Instant instant(LocalDate on) {
      return LocalDateTime.of(on, time == null ? LocalTime.MIDNIGHT : time)
          .atZone(zone)
          .toInstant();
    }
  }

  private @Nullable Moment moment(Property property) {
    Matcher form =
        Pattern.compile("(\\d{4})-?(\\d\\d)-?(\\d\\d)(?:[T ](\\d\\d):?(\\d\\d):?(\\d\\d)?(Z)?)?")
            .matcher(property.value.strip());
    if (!form.matches()) {
      return null;
    }
    try {
      LocalDate day =
          LocalDate.of(number(form.group(1)), number(form.group(2)), number(form.group(3)));
      LocalTime time =
          form.group(4) == null
              ? null
              : LocalTime.of(
                  number(form.group(4)),
                  number(form.group(5)),
                  form.group(6) == null ? 0 : Math.min(59, number(form.group(6))));
      ZoneId of = form.group(7) != null ? ZoneOffset.UTC : zone(property.parameter("TZID"), zone);
      return new Moment(day, time, of);
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** A zone by the name that a calendar gives it. */
  static ZoneId zone(String name, ZoneId otherwise) {
    String[] parts = name.split("/", -1);
    List<String> names = new ArrayList<>(List.of(name));
    String windows = WINDOWS_ZONES.get(name.toLowerCase(Locale.ROOT));
    if (windows != null) {
      names.add(windows);
    }
    if (parts.length > 2) {
      // Some programs put their own name before the zone's.
      names.add(parts[parts.length - 2] + "/" + parts[parts.length - 1]);
    }
    for (String one : names) {
      if (ZONES.contains(one)) {
        return ZoneId.of(one);
      }
    }
    return otherwise;
  }

  private Span timed(String worker, String kind, Moment from, LocalDate day) {
    Instant begins = from.instant(day);
    Property end = property("DTEND");
    Moment to = end == null ? null : moment(end);
    Instant ends = begins.plus(duration());
    if (to != null && to.time != null) {
      LocalDate shifted = to.day.plusDays(ChronoUnit.DAYS.between(from.day, day));
      ends = to.instant(shifted);
    }
    String until = ends.isAfter(begins) ? ends.toString() : "";
    return new Span(worker, kind, begins.toString(), until, place(kind));
  }

  /** How many days behind the first one the last one lies, of an entry in days. */
  private long lastDay(Moment from) {
    Property end = property("DTEND");
    Moment to = end == null ? null : moment(end);
    long days = to == null ? duration().toDays() : ChronoUnit.DAYS.between(from.day, to.day);
    // The end of a whole day is the day behind it.
    return Math.max(0, days - 1);
  }

  private Duration duration() {
    Matcher form =
        Pattern.compile("P(?:(\\d{1,3})W)?(?:(\\d{1,4})D)?(?:T(?:(\\d{1,4})H)?(?:(\\d{1,5})M)?.*)?")
            .matcher(value("DURATION").toUpperCase(Locale.ROOT));
    if (!form.matches()) {
      return Duration.ZERO;
    }
    return Duration.ofDays(7L * part(form, 1) + part(form, 2))
        .plusHours(part(form, 3))
        .plusMinutes(part(form, 4));
  }

  private static int part(Matcher form, int group) {
    String digits = form.group(group);
    return digits == null ? 0 : number(digits);
  }

  /** The days on which it begins. */
  private List<LocalDate> days(Moment from) {
    Property rule = property("RRULE");
    if (rule == null) {
      return List.of(from.day);
    }
    Map<String, String> parts = new java.util.HashMap<>();
    for (String part : rule.value.toUpperCase(Locale.ROOT).split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    Set<LocalDate> out = new HashSet<>();
    for (Property property : properties) {
      if (property.name.equals("EXDATE")) {
        for (String one : property.value.split(",", -1)) {
          Moment left = moment(new Property("EXDATE", property.parameters, one));
          if (left != null) {
            out.add(left.day);
          }
        }
      }
    }
    Moment until = moment(new Property("UNTIL", "", parts.getOrDefault("UNTIL", "")));
    long count = digits(parts.getOrDefault("COUNT", ""), MOST_OCCURRENCES);
    List<LocalDate> days = new ArrayList<>();
    long counted = 0;
    for (int i = 0; i < LONGEST_SERIES && counted < count && counted < MOST_OCCURRENCES; i++) {
      LocalDate day = from.day.plusDays(i);
      if (until != null && day.isAfter(until.day)) {
        break;
      }
      if (occurs(parts, from.day, day)) {
        counted++;
        if (!out.contains(day)) {
          days.add(day);
        }
      }
    }
    return days;
  }

  private static long digits(String text, long otherwise) {
    return text.matches("\\d{1,6}") ? Long.parseLong(text) : otherwise;
  }

  private static boolean occurs(Map<String, String> rule, LocalDate first, LocalDate day) {
    long interval = Math.max(1, digits(rule.getOrDefault("INTERVAL", ""), 1));
    String byDay = rule.getOrDefault("BYDAY", "");
    return switch (rule.getOrDefault("FREQ", "")) {
      case "DAILY" ->
          ChronoUnit.DAYS.between(first, day) % interval == 0
              && (byDay.isEmpty() || isOneOf(byDay, day));
      case "WEEKLY" -> {
        LocalDate week = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield ChronoUnit.DAYS.between(week, day) / 7 % interval == 0
            && (byDay.isEmpty() ? day.getDayOfWeek() == first.getDayOfWeek() : isOneOf(byDay, day));
      }
      case "MONTHLY" ->
          ChronoUnit.MONTHS.between(first.withDayOfMonth(1), day.withDayOfMonth(1)) % interval == 0
              && (byDay.isEmpty()
                  ? day.getDayOfMonth()
                      == digits(rule.getOrDefault("BYMONTHDAY", ""), first.getDayOfMonth())
                  : isOneOf(byDay, day));
      case "YEARLY" ->
          (day.getYear() - first.getYear()) % interval == 0
              && day.getMonth() == first.getMonth()
              && day.getDayOfMonth() == first.getDayOfMonth();
      default -> day.equals(first);
    };
  }

  /** Whether a day is one of MO, TU ..., with a number the first or last of its month. */
  private static boolean isOneOf(String byDay, LocalDate day) {
    String two = day.getDayOfWeek().name().substring(0, 2);
    for (String one : byDay.split(",", -1)) {
      String number = one.length() > 2 ? one.substring(0, one.length() - 2) : "";
      if (one.endsWith(two)
          && (number.isEmpty()
              || number.replace("+", "").equals(String.valueOf((day.getDayOfMonth() - 1) / 7 + 1))
              || number.equals(
                  String.valueOf(-((day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1))))) {
        return true;
      }
    }
    return false;
  }
}
