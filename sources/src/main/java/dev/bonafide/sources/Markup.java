package dev.bonafide.sources;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Turns an element of XML into the JSON that the usual tools make of it, so that a mapping needs to
 * name each field once: attributes lie under {@code #attributes}, the text beside them under {@code
 * #text}, children of one name in a list, and {@code <Data Name="x">y</Data>} is {@code "x": "y"}.
 * Knows no document types and no entities but the five of XML, and opens nothing.
 */
final class Markup {
  /** The bytes end before the element does. */
  static final int CUT = -1;

  /** Not well formed. */
  static final int ODD = -2;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int DEEPEST = 64;

  private final byte[] b;
  private final int to;

  /** A local name that may not occur inside an element: the next record began before it ended. */
  private final @Nullable String alone;

  private int at;

  private Markup(byte[] bytes, int from, int to, @Nullable String alone) {
    b = bytes;
    at = from;
    this.to = to;
    this.alone = alone;
  }

  /**
   * An element, or what hinders.
   *
   * @param end behind the closing tag, {@link #CUT} or {@link #ODD}
   * @param json the element under its local name; empty when there is none
   */
  record Element(int end, ObjectNode json) {
    byte[] bytes() {
      return JSON.writeValueAsBytes(json);
    }
  }

  /** A tag that opens, as {@link #tag} found it. */
  private record Tag(String name, ObjectNode attributes, boolean closed) {}

  /** Whether a text is one element and perhaps a declaration before it. */
  static boolean looksLike(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isBlank(bytes[at])) {
      at++;
    }
    int end = to;
    while (end > at && isBlank(bytes[end - 1])) {
      end--;
    }
    return at + 6 < end && bytes[at] == '<' && bytes[end - 1] == '>';
  }

  /** Whether a file begins as XML does: syslog begins with a number between such brackets. */
  static boolean looksLikeDocument(byte[] bytes, int from, int to) {
    return from + 1 < to
        && bytes[from] == '<'
        && (Character.isLetter(bytes[from + 1])
            || bytes[from + 1] == '?'
            || bytes[from + 1] == '!');
  }

  /** The JSON of a text that is XML; null when it is none. */
  static byte @Nullable [] json(byte[] bytes, int from, int to) {
    int at = content(bytes, from, to);
    Element element = at < to && bytes[at] == '<' ? element(bytes, at, to, null) : null;
    return element == null || element.end < 0 ? null : element.bytes();
  }

  /** Where blanks, declarations and comments end; {@code to} when they don't. */
  static int content(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (isBlank(bytes[at])) {
        at++;
      } else if (bytes[at] == '<'
          && at + 1 < to
          && (bytes[at + 1] == '?' || bytes[at + 1] == '!')) {
        int end = aside(bytes, at, to);
        if (end < 0) {
          return to;
        }
        at = end;
      } else {
        return at;
      }
    }
    return to;
  }

  /** Behind a declaration, comment or document type at {@code at}; {@link #CUT}. */
  static int aside(byte[] bytes, int at, int to) {
    String end = bytes[at + 1] == '?' ? "?>" : at + 3 < to && bytes[at + 2] == '-' ? "-->" : ">";
    int found = find(bytes, at + 2, to, end);
    return found < 0 ? CUT : found + end.length();
  }

  /**
   * Reads the element whose opening tag begins at {@code from}.
   *
   * @param alone a local name that no element inside it may have; null for none
   */
  static Element element(byte[] bytes, int from, int to, @Nullable String alone) {
    Markup markup = new Markup(bytes, from, to, alone);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return new Element(markup.element(json), json);
  }

  /** The local names of the elements that open in a text, with the ones around each. */
  static Set<List<String>> ways(byte[] bytes, int from, int to, int most) {
    Set<List<String>> ways = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    int at = from;
    while (ways.size() < most && (at = find(bytes, at, to, "<")) >= 0 && at + 1 < to) {
      byte next = bytes[at + 1];
      if (next == '/') {
        open.pollLast();
      } else if (next != '?' && next != '!') {
        Markup markup = new Markup(bytes, at, to, null);
        Tag tag = markup.tag();
        if (tag == null) {
          return ways;
        }
        List<String> way = new ArrayList<>(open);
        way.add(tag.name);
        ways.add(way);
        if (!tag.closed) {
          open.addLast(tag.name);
        }
      }
      at++;
    }
    return ways;
  }

  /** Where the next element of this local name opens; {@link #CUT} when none does. */
  static int next(byte[] bytes, int from, int to, String name) {
    int at = from;
    while ((at = find(bytes, at, to, "<")) >= 0) {
      if (opens(bytes, at, to, name)) {
        return at;
      }
      at++;
    }
    return CUT;
  }

  /** Whether the tag at {@code at} opens an element of this local name. */
  static boolean opens(byte[] bytes, int at, int to, String name) {
    int end = nameEnd(bytes, at + 1, to);
    return end < to && end > at + 1 && local(bytes, at + 1, end).equals(name);
  }

  /** The local name of the tag at {@code at}, opening or closing; null when it is cut off. */
  static @Nullable String name(byte[] bytes, int at, int to) {
    int from = at + 1 < to && bytes[at + 1] == '/' ? at + 2 : at + 1;
    int end = nameEnd(bytes, from, to);
    return end < to ? local(bytes, from, end) : null;
  }

  private int element(ObjectNode into) {
    record Open(String name, ObjectNode json, StringBuilder text) {}
    Deque<Open> open = new ArrayDeque<>();
    int cut = CUT;
    do {
      if (at >= to) {
        return cut;
      }
      if (b[at] != '<') {
        int end = find(b, at, to, "<");
        if (end < 0) {
          return cut;
        }
        Open inner = open.peek();
        if (inner != null) {
          inner.text.append(text(at, end));
        }
        at = end;
      } else if (at + 1 >= to) {
        return cut;
      } else if (startsWith("<![CDATA[")) {
        int end = find(b, at, to, "]]>");
        Open inner = open.peek();
        if (end < 0 || inner == null) {
          return cut;
        }
        inner.text.append(decoded(at + 9, end));
        at = end + 3;
      } else if (b[at + 1] == '!' || b[at + 1] == '?') {
        int end = aside(b, at, to);
        if (end < 0) {
          return cut;
        }
        at = end;
      } else if (b[at + 1] == '/') {
        int close = find(b, at, to, ">");
        if (close < 0) {
          return cut;
        }
        Open done = open.pop();
        if (!done.name.equals(local(b, at + 2, nameEnd(b, at + 2, to)))) {
          return ODD;
        }
        at = close + 1;
        put(open.isEmpty() ? into : open.getFirst().json, done.name, done.json, done.text);
      } else {
        Tag tag = tag();
        if (tag == null) {
          return at >= to ? cut : ODD;
        }
        if (open.size() >= DEEPEST || (!open.isEmpty() && tag.name.equals(alone))) {
          return ODD;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!tag.attributes.isEmpty()) {
          json.set("#attributes", tag.attributes);
        }
        if (tag.closed) {
          put(open.isEmpty() ? into : open.getFirst().json, tag.name, json, new StringBuilder());
        } else {
          open.push(new Open(tag.name, json, new StringBuilder()));
        }
      }
    } while (!open.isEmpty());
    return at;
  }

  private static void put(ObjectNode into, String name, ObjectNode json, StringBuilder text) {
    String own = text.toString().strip();
    JsonNode named = json.path("#attributes").path("Name");
    boolean leaf = json.size() == (json.has("#attributes") ? 1 : 0);
    String key = leaf && name.equals("Data") && named.isString() ? named.asString("") : name;
    JsonNode value = json;
    if (leaf && (json.isEmpty() || !key.equals(name))) {
      value = StringNode.valueOf(own);
    } else if (!own.isEmpty()) {
      json.put("#text", own);
    }
    JsonNode before = into.get(key);
    if (before == null) {
      into.set(key, value);
    } else if (before instanceof ArrayNode list) {
      list.add(value);
    } else {
      into.set(key, JsonNodeFactory.instance.arrayNode().add(before).add(value));
    }
  }

  /** The opening tag at {@code at}, which is moved behind it; null when it is cut off or wrong. */
  private @Nullable Tag tag() {
    int end = nameEnd(b, at + 1, to);
    if (end == at + 1 || end >= to) {
      at = end >= to ? to : at;
      return null;
    }
    String name = local(b, at + 1, end);
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    int next = end;
    while (true) {
      next = blanks(next);
      if (next >= to) {
        at = to;
        return null;
      }
      if (b[next] == '>') {
        at = next + 1;
        return new Tag(name, attributes, false);
      }
      if (b[next] == '/') {
        if (next + 1 >= to) {
          at = to;
          return null;
        }
        at = next + 2;
        return b[next + 1] == '>' ? new Tag(name, attributes, true) : null;
      }
      int keyEnd = nameEnd(b, next, to);
      int equals = blanks(keyEnd);
      int quote = equals < to && b[equals] == '=' ? blanks(equals + 1) : equals;
      if (quote >= to) {
        at = to;
        return null;
      }
      if (keyEnd == next || b[equals] != '=' || (b[quote] != '"' && b[quote] != '\'')) {
        return null;
      }
      int close = quote + 1;
      while (close < to && b[close] != b[quote] && b[close] != '<') {
        close++;
      }
      if (close >= to) {
        at = to;
        return null;
      }
      if (b[close] == '<') {
        return null;
      }
      String key = new String(b, next, keyEnd - next, StandardCharsets.UTF_8);
      if (!key.equals("xmlns") && !key.startsWith("xmlns:")) {
        attributes.put(key.substring(key.indexOf(':') + 1), text(quote + 1, close));
      }
      next = close + 1;
    }
  }

  private int blanks(int from) {
    int next = from;
    while (next < to && isBlank(b[next])) {
      next++;
    }
    return next;
  }

  private boolean startsWith(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (at + i >= to || b[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static int nameEnd(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to
        && !isBlank(bytes[end])
        && bytes[end] != '>'
        && bytes[end] != '/'
        && bytes[end] != '='
        && bytes[end] != '<') {
      end++;
    }
    return end;
  }

  private static String local(byte[] bytes, int from, int to) {
    String name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return name.substring(name.indexOf(':') + 1);
  }

  static int find(byte[] bytes, int from, int to, String text) {
    int length = text.length();
    for (int at = from; at + length <= to; at++) {
      int i = 0;
      while (i < length && bytes[at + i] == text.charAt(i)) {
        i++;
      }
      if (i == length) {
        return at;
      }
    }
    return CUT;
  }

  /** What is not UTF-8 is taken for the Windows code page, as in tables. */
  private String decoded(int from, int end) {
    return new String(
        b, from, end - from, Utf.isUtf8(b, from, end) ? StandardCharsets.UTF_8 : WINDOWS);
  }

  /** A text with its entities replaced; what is no entity stays as it is. */
  private String text(int from, int end) {
    String raw = decoded(from, end);
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder();
    int next = 0;
    while (next < raw.length()) {
      int semicolon = raw.charAt(next) == '&' ? raw.indexOf(';', next) : -1;
      int code = semicolon < 0 ? -1 : entity(raw.substring(next + 1, semicolon));
      if (code < 0) {
        text.append(raw.charAt(next++));
      } else {
        text.appendCodePoint(code);
        next = semicolon + 1;
      }
    }
    return text.toString();
  }

  private static int entity(String name) {
    return switch (name) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> {
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        String digits = name.startsWith("#") ? name.substring(hex ? 2 : 1) : "";
        int code = digits.isEmpty() || digits.length() > 6 ? -1 : number(digits, hex ? 16 : 10);
        yield Character.isValidCodePoint(code) ? code : -1;
      }
    };
  }

  private static int number(String digits, int base) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), base);
      if (digit < 0) {
        return -1;
      }
      number = number * base + digit;
    }
    return number;
  }
}
