package dev.bonafide.knowledge.technology;

import dev.bonafide.knowledge.Table;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The list of technologies, and how a line of text names one. A name that is also an ordinary word
 * ("Go", "React", "Helm") counts only as an item of a list in which two other technologies stand,
 * and only as it is spelled. URLs and mail addresses name nothing. The longest name wins: "React
 * Native" does not name React.
 */
public final class Technologies {
  private static final Pattern ADDRESS =
      Pattern.compile("\\S*(?:@|://|www\\.|(?:github|gitlab|linkedin|medium)\\.com)\\S*");
  private static final Pattern ITEM_EDGE =
      Pattern.compile("[,;|•·●▪‣◦/()\\[\\]:–—]|\\s-\\s|\\s(?:and|&|or|und|et|y|e)\\s|^\\s*[-*]\\s");
  private static final String EDGES = ",;|•·●▪‣◦/()[]:–—";
  private static final Set<String> ANDS = Set.of("and", "&", "or", "und", "et", "y", "e", "-", "*");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
  private static final int OTHERS_IN_A_LIST = 2;
  private static final int LETTERS = 0x80;

  private static final class BuiltIn {
    static final Technologies LIST = read(Table.read(Technologies.class, "list.tsv", 8).rows());
  }

  private final List<Technology> all;
  private final Map<String, List<Name>> plain;
  private final Map<String, Technology> listed;

  /** The first two letters of names, where both are below {@link #LETTERS}. */
  private final BitSet starts = new BitSet();

  private record Name(String text, Technology technology) {}

  private Technologies(
      List<Technology> all, Map<String, List<Name>> plain, Map<String, Technology> listed) {
    this.all = List.copyOf(all);
    this.plain = plain;
    this.listed = listed;
    for (String start : plain.keySet()) {
      if (start.length() == 2 && start.charAt(0) < LETTERS && start.charAt(1) < LETTERS) {
        starts.set(start.charAt(0) * LETTERS + start.charAt(1));
      }
    }
  }

  /** The list of this program, read once. */
  public static Technologies builtIn() {
    return BuiltIn.LIST;
  }

  /**
   * A list from rows of eight cells: name, first public moment, kind, names in texts, with, unless,
   * maker, source.
   *
   * @throws IllegalStateException when a row is wrong: a fault of the build
   */
  static Technologies read(List<List<String>> rows) {
    List<Technology> all = new ArrayList<>();
    Map<String, List<Name>> plain = new HashMap<>();
    Map<String, Technology> listed = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (List<String> row : rows) {
      Technology technology = technology(row);
      all.add(technology);
      for (String name : parts(row.get(3))) {
        if (!names.add(name)) {
          throw new IllegalStateException("the name " + name + " stands in two rows");
        }
        if (name.startsWith("=")) {
          listed.put(name.substring(1), technology);
        } else {
          String lower = name.toLowerCase(Locale.ROOT);
          plain
              .computeIfAbsent(start(lower, 0), k -> new ArrayList<>())
              .add(new Name(lower, technology));
        }
      }
    }
    plain.values().forEach(l -> l.sort(Comparator.comparingInt((Name n) -> -n.text.length())));
    return new Technologies(all, plain, listed);
  }

  private static Technology technology(List<String> row) {
    try {
      Technology technology =
          new Technology(
              row.get(0),
              row.get(1),
              Technology.Kind.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
              parts(row.get(4)),
              parts(row.get(5)),
              parts(row.get(6)),
              page(row.get(7)));
      technology.earliest();
      return technology;
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalStateException("wrong row " + row, e);
    }
  }

  private static List<String> parts(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.split("\\|", -1));
  }

  private static String page(String source) {
    if (source.startsWith("wp:")) {
      return "https://en.wikipedia.org/wiki/" + source.substring(3);
    }
    if (source.startsWith("gh:")) {
      return "https://github.com/" + source.substring(3) + "/releases";
    }
    return source;
  }

  public List<Technology> all() {
    return all;
  }

  /** The technologies that a line names, in the order of the text, each once. */
  public List<Technology> in(String line) {
    boolean addresses = line.indexOf('@') >= 0 || line.indexOf('/') >= 0 || line.contains("www.");
    String plain = addresses ? ADDRESS.matcher(line).replaceAll(" ") : line;
    String text = oneSpaced(plain) ? plain : SPACE.matcher(plain).replaceAll(" ");
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      text = lower; // a letter whose small form is longer: positions no longer agree
    }
    Map<Technology, Integer> found = new LinkedHashMap<>();
    for (int at = 0; at < lower.length() - 1; ) {
      Name name = begins(lower, at) ? longest(lower, at) : null;
      if (name == null) {
        at++;
      } else {
        if (means(name.technology, lower)) {
          found.putIfAbsent(name.technology, at);
        }
        at += name.text.length();
      }
    }
    if (found.size() + edges(text) < OTHERS_IN_A_LIST) {
      return List.copyOf(found.keySet()); // too few items for a list, and found in order
    }
    Map<Technology, Integer> items = new LinkedHashMap<>();
    int at = 0;
    for (String item : ITEM_EDGE.split(text, -1)) {
      Technology technology = listed.get(bare(item));
      if (technology != null && means(technology, lower)) {
        items.putIfAbsent(technology, at);
      }
      at += item.length() + 1;
    }
    Set<Technology> together = new LinkedHashSet<>(found.keySet());
    together.addAll(items.keySet());
    if (together.size() > OTHERS_IN_A_LIST) {
      items.forEach(found::putIfAbsent);
    }
    return found.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean oneSpaced(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ';
      boolean other = c == '\u00a0' || (c != ' ' && Character.isWhitespace(c));
      if (other || (space && i > 0 && text.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  /** At least as many as there are edges between items. */
  private static int edges(String text) {
    int edges = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int word = c == ' ' ? text.lastIndexOf(' ', i - 1) + 1 : i;
      boolean and = word < i && i - word <= 3 && ANDS.contains(text.substring(word, i));
      edges += and || EDGES.indexOf(c) >= 0 ? 1 : 0;
    }
    return edges;
  }

  /** The technology that an item alone names, by any of its names; null when it names none. */
  public @Nullable Technology named(String item) {
    String text = SPACE.matcher(item).replaceAll(" ").strip();
    Technology technology = listed.get(text);
    if (technology != null) {
      return technology;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    Name name = lower.isEmpty() ? null : longest(lower, 0);
    return name != null && name.text.length() == lower.length() ? name.technology : null;
  }

  private static String bare(String item) {
    String s = item.strip();
    return s.endsWith(".") ? s.substring(0, s.length() - 1) : s;
  }

  private @Nullable Name longest(String text, int at) {
    if (at + 1 < text.length() && text.charAt(at) < LETTERS && text.charAt(at + 1) < LETTERS) {
      if (!starts.get(text.charAt(at) * LETTERS + text.charAt(at + 1))) {
        return null; // most words, before anything is looked up
      }
    }
    for (Name name : plain.getOrDefault(start(text, at), List.of())) {
      if (text.startsWith(name.text, at) && ends(text, at + name.text.length())) {
        return name;
      }
    }
    return null;
  }

  private static String start(String text, int at) {
    return text.substring(at, Math.min(at + 2, text.length()));
  }

  private static boolean begins(String text, int at) {
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    if (Character.isLetterOrDigit(before) || before == '_' || before == '#') {
      return false;
    }
    boolean joined = before == '.' || before == '-' || before == '\'' || before == '’';
    return !joined || at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2));
  }

  private static boolean ends(String text, int at) {
    if (at == text.length()) {
      return true;
    }
    char last = text.charAt(at - 1);
    char next = text.charAt(at);
    boolean number = Character.isDigit(last);
    if (Character.isLetterOrDigit(next) || next == '_' || next == '#' || (next == '+' && !number)) {
      return false;
    }
    boolean dotted =
        next == '.' && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    return !dotted || (number && Character.isDigit(text.charAt(at + 1)));
  }

  private static boolean means(Technology technology, String lower) {
    return (technology.with().isEmpty() || Words.anyOf(technology.with(), lower))
        && !Words.anyOf(technology.unless(), lower);
  }
}
