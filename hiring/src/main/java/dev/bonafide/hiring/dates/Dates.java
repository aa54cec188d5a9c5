package dev.bonafide.hiring.dates;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates and spans of dates in a line, as people write them in résumés: "Jan 2019 – Present",
 * "03/2018-11/2020", "2017—2019", "Since 2016", "Jan - Mar 2018", "Q3 2019". What can be read in
 * two ways ("03/04/2018", "2011-12") is read as coarsely as both allow.
 */
public final class Dates {
  private static final int FIRST_YEAR = 1950;
  private static final int LAST_YEAR = 2099;

  private static final String MONTH_NAMES =
      """
      january jan januar janvier janv enero ene janeiro gennaio gen januari janner
      february feb februar fevrier fevr febrero fevereiro fev febbraio februari
      march mar marz maerz mrz mars marzo marco maart mrt
      april apr avril avr abril abr aprile
      may mai mayo maio maggio mag mei
      june jun juni juin junio junho giugno giu
      july jul juli juillet juil julio julho luglio lug
      august aug aout agosto ago augustus
      september sept sep septembre septiembre setiembre setembro settembre sett
      october oct oktober okt octobre octubre outubro ottobre ott
      november nov novembre noviembre novembro
      december dec dezember dez decembre diciembre dic dezembro dicembre
      """;

  private static final Map<String, Integer> MONTHS = months();
  private static final String MONTH = monthPattern();
  private static final String DIGITS = "(?:19[5-9]\\d|20\\d\\d)";
  private static final String AFTER = "(?![\\d%]|[.,]\\d)";
  private static final String YEAR = "(?<![\\d.,$€£])" + DIGITS + AFTER;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern DATE =
      Pattern.compile(
          String.join(
              "|",
              // 2018-03-15
              "(?<iso>(?<!\\d)" + DIGITS + "[-/.](?:0[1-9]|1[0-2])[-/.](?:[0-2]\\d|3[01])(?!\\d))",
              // 15 March 2018, 15. März 2018
              "(?<dmy>(?<!\\d)\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+|de\\s+)?"
                  + MONTH
                  + "\\.?,?\\s+(?:de\\s+)?"
                  + DIGITS
                  + AFTER
                  + ")",
              // March 15, 2018
              "(?<mdy>\\b" + MONTH + "\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,\\s*" + DIGITS + AFTER + ")",
              // March 2018, Mar. 2018, Mar-2018, Mar/2018, March of 2018, marzo de 2018
              "(?<my>\\b"
                  + MONTH
                  + "\\.?,?(?:\\s*[-/]\\s*|\\s+(?:of\\s+|de\\s+|del\\s+)?|\\s*)"
                  + DIGITS
                  + AFTER
                  + ")",
              // Mar '18, Mar-18
              "(?<short>\\b" + MONTH + "\\.?(?:\\s*['’‘`]|-)(?:[0-4]\\d|[6-9]\\d)\\b)",
              // 15/03/2018, 15.03.2018
              "(?<numeric>(?<![\\d/.-])\\d{1,2}[./-]\\d{1,2}[./-]" + DIGITS + AFTER + ")",
              // 03/2018, 03 / 2018, 3.2018
              "(?<monthyear>(?<![\\d/.])(?:0?[1-9]|1[0-2])(?:\\s?/\\s?|[.-])"
                  + DIGITS
                  + AFTER
                  + ")",
              // 2018/03, 2018.03
              "(?<yearmonth>(?<![\\d.,$€£])" + DIGITS + "[./](?:0[1-9]|1[0-2])(?![\\d./-]\\d|\\d))",
              // 2017/18, 2017-19, 2011-12
              "(?<years>(?<![\\d.,$€£])" + DIGITS + "[/-]\\d\\d(?![\\d./-]\\d|\\d))",
              // Q3 2019, 2019 Q3
              "(?<quarter>Q[1-4]\\s?[,/'’ -]?\\s?"
                  + DIGITS
                  + AFTER
                  + "|"
                  + YEAR
                  + "\\s?[/-]?\\s?Q[1-4]\\b)",
              "(?<year>" + YEAR + ")"),
          FLAGS);

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*(?:[-‐‑‒–—―−~→]+>?|(?<!\\p{L})(?:to|until|till|through|thru|bis|à|au|a|al|hasta|até|t/m)(?!\\p{L}))\\s*"
              + "(?:(?:early|mid|late|spring|summer|fall|autumn|winter|ca\\.?)[\\s-]+)?",
          FLAGS);

  private static final Pattern PRESENT =
      Pattern.compile(
          "(?:to\\s+)?(?:the\\s+)?(?:present|current(?:ly)?|now|today|ongoing|date|heute|aktuell|gegenwart|jetzt"
              + "|présent|present[ei]|aujourd['’]hui|actuel(?:lement)?|en\\s+cours|actual(?:idad|mente)?"
              + "|hoy|atual(?:mente)?|oggi|attuale|heden|nu)\\b",
          FLAGS);

  private static final Pattern SINCE =
      Pattern.compile(
          "\\b(?:since|seit|depuis|desde|dal|starting|as of)\\s+(?:the\\s+)?"
              + "(?:early\\s+|mid[\\s-]|late\\s+)?$",
          FLAGS);

  private static final Pattern UNTIL =
      Pattern.compile("\\b(?:until|till|bis|jusqu['’](?:à|en)|hasta|up to)\\s+$", FLAGS);

  private static final Pattern MONTH_ALONE =
      Pattern.compile("\\b(" + MONTH + ")\\.?\\s*(?:[-‐‑‒–—―−]|\\bto\\b|\\bbis\\b)\\s*$", FLAGS);

  private static final int SHORTEST_MONTH = 3;

  /** "septiembre"; and as many marks, when they stand by themselves. */
  private static final int LONGEST_MONTH = 12;

  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  private Dates() {}

  /**
   * A span found in a line.
   *
   * @param start first character of it
   * @param end the character after it
   * @param range whether it says from when to when, or since when; else it is one date, as {@code
   *     to}
   */
  public record Found(Span span, int start, int end, boolean range) {}

  private record Token(PartialDate date, @Nullable PartialDate second, int start, int end) {}

  /** Every span and single date of a line, from left to right. */
  public static List<Found> in(String line) {
    List<Token> tokens = tokens(line);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Matcher separator = SEPARATOR.matcher(line).region(token.end, line.length());
      boolean separated = separator.lookingAt();
      if (separated && i + 1 < tokens.size() && tokens.get(i + 1).start == separator.end()) {
        Token next = tokens.get(i + 1);
        PartialDate to = next.second == null ? next.date : next.second;
        found.add(new Found(new Span(token.date, to, false), token.start, next.end, true));
        i++;
        continue;
      }
      Matcher present = PRESENT.matcher(line);
      if (separated && present.region(separator.end(), line.length()).lookingAt()) {
        found.add(new Found(new Span(token.date, null, true), token.start, present.end(), true));
      } else {
        found.add(alone(line, token));
      }
    }
    return found;
  }

  /** The first span of a line that says from when to when, or since when. */
  public static @Nullable Found range(String line) {
    return range(in(line));
  }

  /** The first of the spans that says from when to when, or since when. */
  public static @Nullable Found range(List<Found> all) {
    for (Found found : all) {
      if (found.range) {
        return found;
      }
    }
    return null;
  }

  private static Found alone(String line, Token token) {
    if (token.second != null) {
      return new Found(new Span(token.date, token.second, false), token.start, token.end, true);
    }
    String before = line.substring(0, token.start);
    Matcher since = SINCE.matcher(before);
    if (since.find()) {
      return new Found(new Span(token.date, null, true), since.start(), token.end, true);
    }
    Matcher month = MONTH_ALONE.matcher(before);
    if (month.find() && token.date.month() != 0) {
      PartialDate from = PartialDate.ofMonth(token.date.year(), month(month.group(1)));
      return new Found(new Span(from, token.date, false), month.start(), token.end, true);
    }
    Matcher until = UNTIL.matcher(before);
    int start = until.find() ? until.start() : token.start;
    return new Found(new Span(null, token.date, false), start, token.end, false);
  }

  /**
   * A date as ISO 8601 and JSON Resume write it: {@code 2014}, {@code 2014-06} or {@code
   * 2014-06-29}. Null when it is none.
   */
  public static @Nullable PartialDate iso(String text) {
    String[] parts = text.strip().split("[T ]", 2)[0].split("-", -1);
    try {
      int year = Integer.parseInt(parts[0]);
      int month = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
      int day = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
      return parts.length <= 3 && parts[0].length() == 4 ? date(year, month, day) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable PartialDate date(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return null;
    }
    try {
      return new PartialDate(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static List<Token> tokens(String line) {
    List<Token> tokens = new ArrayList<>();
    if (!hasFigure(line)) {
      return tokens; // most lines: no date is without a figure
    }
    Matcher m = DATE.matcher(line).useTransparentBounds(true).useAnchoringBounds(false);
    for (int at = nextStart(line, 0); at >= 0; ) {
      int next = at + 1;
      if (m.region(at, line.length()).lookingAt()) {
        next = m.end();
        Token token = token(m);
        if (token != null) {
          tokens.add(token);
        }
      }
      at = nextStart(line, next);
    }
    // "2011-12 – 2014-03" writes months; "2011-12" alone may mean two years.
    if (tokens.size() > 1 && tokens.stream().anyMatch(t -> t.date.month() > 0)) {
      tokens.replaceAll(Dates::asMonth);
    }
    return tokens;
  }

  /**
   * Where the next date may begin: at a figure behind none, at the name of a month, at a quarter. A
   * matcher that tries every letter would take ten times as long; -1 when there is none.
   */
  private static int nextStart(String line, int from) {
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      char before = i == 0 ? ' ' : line.charAt(i - 1);
      if (isFigure(c)) {
        if (!isFigure(before)) {
          return i;
        }
      } else if (Character.isLetter(c) && !Character.isLetterOrDigit(before)) {
        int end = i + 1;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
          end++;
        }
        boolean quarter = end == i + 1 && (c == 'Q' || c == 'q');
        if (quarter || (end - i >= SHORTEST_MONTH && month(line.substring(i, end)) != 0)) {
          return i;
        }
        i = end - 1;
      }
    }
    return -1;
  }

  private static boolean hasFigure(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (isFigure(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFigure(char c) {
    return c >= '0' && c <= '9';
  }

  private static Token asMonth(Token token) {
    int month = token.second == null ? 0 : token.second.year() % 100;
    return month >= 1 && month <= 12
        ? new Token(PartialDate.ofMonth(token.date.year(), month), null, token.start, token.end)
        : token;
  }

  private static @Nullable Token token(Matcher m) {
    String text = m.group();
    int[] n = numbers(text);
    PartialDate date = null;
    if (m.group("iso") != null) {
      date = date(n[0], n[1], n[2]);
    } else if (m.group("dmy") != null || m.group("mdy") != null) {
      date = date(n[1], monthIn(text), n[0]);
    } else if (m.group("my") != null) {
      date = date(n[0], monthIn(text), 0);
    } else if (m.group("short") != null) {
      date = date(n[0] + (n[0] < 50 ? 2000 : 1900), monthIn(text), 0);
    } else if (m.group("numeric") != null) {
      date = dayAndMonth(n);
    } else if (m.group("monthyear") != null) {
      date = date(n[1], n[0], 0);
    } else if (m.group("yearmonth") != null || m.group("years") != null) {
      return yearAndNumber(text, n, m.start(), m.end());
    } else {
      for (int number : n) {
        date = number >= FIRST_YEAR ? date(number, 0, 0) : date;
      }
    }
    return date == null ? null : new Token(date, null, m.start(), m.end());
  }

  /** "2018/03" may be March or, like "2011-12", two years; "2017-19" must be two years. */
  private static @Nullable Token yearAndNumber(String text, int[] n, int start, int end) {
    int later = n[0] / 100 * 100 + n[1];
    boolean years = later > n[0] && later - n[0] <= 30 && text.charAt(4) != '.';
    if (years) {
      return new Token(PartialDate.ofYear(n[0]), PartialDate.ofYear(later), start, end);
    }
    boolean month = n[1] >= 1 && n[1] <= 12;
    return new Token(
        month ? PartialDate.ofMonth(n[0], n[1]) : PartialDate.ofYear(n[0]), null, start, end);
  }

  /** "15/03/2018" is a day; "03/04/2018" may be April or March, so only its year is certain. */
  private static @Nullable PartialDate dayAndMonth(int[] n) {
    if ((n[0] > 12 && n[1] <= 12) || n[0] == n[1]) {
      return date(n[2], n[1], n[0]);
    }
    if (n[1] > 12 && n[0] <= 12) {
      return date(n[2], n[0], n[1]);
    }
    return date(n[2], 0, 0);
  }

  private static int[] numbers(String text) {
    return NUMBER.matcher(text).results().mapToInt(r -> Integer.parseInt(r.group())).toArray();
  }

  private static int monthIn(String text) {
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      int month = month(m.group());
      if (month != 0) {
        return month;
      }
    }
    return 0;
  }

  private static int month(String word) {
    if (word.length() < SHORTEST_MONTH || word.length() > LONGEST_MONTH) {
      return 0;
    }
    String small = word.toLowerCase(Locale.ROOT);
    int month = MONTHS.getOrDefault(small, 0);
    return month != 0 || small.chars().allMatch(c -> c <= 0x7f)
        ? month
        : MONTHS.getOrDefault(
            MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll(""), 0);
  }

  /** Whether a word is the name of a month. */
  public static boolean isMonth(String word) {
    return month(word) != 0;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    String[] lines = MONTH_NAMES.strip().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      for (String name : lines[i].strip().split(" ", -1)) {
        months.put(name, i + 1);
      }
    }
    return Map.copyOf(months);
  }

  private static String monthPattern() {
    // Letters with marks are written out, so that "février" and "fevrier" both match.
    List<String> names = new ArrayList<>(MONTHS.keySet());
    names.addAll(List.of("février", "févr", "août", "décembre", "déc", "märz", "jänner", "março"));
    names.sort((a, b) -> b.length() != a.length() ? b.length() - a.length() : a.compareTo(b));
    return among(names, 0);
  }

  /**
   * One of these words. The words of one beginning stand together, so that a matcher leaves most of
   * them after a letter: this is where the reading of résumés spends its time.
   */
  private static String among(List<String> words, int at) {
    if (at == 2) {
      return "(?:" + String.join("|", words.stream().map(w -> w.substring(at)).toList()) + ")";
    }
    Map<Character, List<String>> byLetter = new TreeMap<>();
    words.forEach(w -> byLetter.computeIfAbsent(w.charAt(at), c -> new ArrayList<>()).add(w));
    List<String> branches = new ArrayList<>();
    byLetter.forEach((letter, with) -> branches.add(letter + among(with, at + 1)));
    return "(?:" + String.join("|", branches) + ")";
  }
}
