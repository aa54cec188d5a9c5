package dev.bonafide.sources;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Picks the wanted values from a record, straight from its bytes, and checks all of it on the way:
 * what it accepts, Jackson accepts, with the same values. What it does not accept it leaves to
 * {@link JacksonExtractor}, so that there is one judge of what is malformed.
 *
 * <p>Not thread-safe: it learns the shape of the records.
 */
final class JsonExtractor {
  /** The bytes end before the object does. */
  static final int CUT = -1;

  /** Not well-formed, or unusual enough to ask Jackson. */
  static final int ODD = -2;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long BLANKS = ' ' * ONES;
  private static final int MAX_DEPTH = 64;
  private static final int MAX_DIGITS = 100;

  /** How many records are looked at closely at a time. */
  private static final int LEARNED = 32;

  private static final int LEARN_AGAIN = 16;

  private final Shape root;
  private final FlatLists flatLists;
  private final JacksonExtractor jackson;
  private final Row row;
  private final boolean oneLine;
  private final Shape nothing = new Shape(null);

  /** Whether the string that was read last has escapes. */
  private boolean escaped;

  /** Whether this is JSON inside a text: line ends are as good as blanks there. */
  private int textDepth;

  private int recordFrom;
  private int recordTo;

  /** How many records were begun. */
  private long records;

  /** Up to which record the shape of records is learned. */
  private long learnedAt = LEARNED;

  /** While it is learned: the way taken. */
  private @Nullable Trail trail = new Trail();

  /**
   * @param oneLine a line end inside a record means that it was cut off
   */
  JsonExtractor(Node root, JacksonExtractor jackson, Row row, boolean oneLine) {
    this.root = new Shape(root);
    flatLists = root.flatLists;
    this.jackson = jackson;
    this.row = row;
    this.oneLine = oneLine;
  }

  /**
   * Picks from the object that begins at {@code bytes[from]}.
   *
   * @return where it ends, {@link #CUT} or {@link #ODD}
   */
  int extract(byte[] bytes, int from, int to) {
    begin(bytes, from, to);
    recordFrom = -1;
    int end = value(bytes, from, to, root, false, 0);
    if (end >= 0) {
      flatLists.gather(row);
      row.narrow(recordFrom < 0 ? from : recordFrom, recordFrom < 0 ? end : recordTo);
    }
    return end;
  }

  private void begin(byte[] bytes, int from, int to) {
    row.begin(bytes, from, to);
    if (++records > learnedAt) {
      learn();
    }
  }

  /** Looks at some records closely, and later, ever more seldom, at some more. */
  private void learn() {
    if (trail != null) {
      trail = null;
      learnedAt = records * LEARN_AGAIN;
    } else {
      trail = new Trail();
      learnedAt = records + LEARNED;
    }
  }

  /** An extractor that wants nothing: it passes over values. */
  static JsonExtractor ofNothing() {
    Node nothing = new Node();
    JsonExtractor extractor =
        new JsonExtractor(nothing, new JacksonExtractor(nothing), new Row(0), false);
    extractor.trail = null; // what it passes over is not alike
    return extractor;
  }

  /** Passes over one value. Returns where it ends, {@link #CUT} or {@link #ODD}. */
  int skip(byte[] bytes, int from, int to) {
    return value(bytes, from, to, root, false, 0);
  }

  /**
   * Picks from a list of values that stand under columns.
   *
   * @param columns the shape of each; null where nothing is wanted
   * @return where the list ends, {@link #CUT} or {@link #ODD}; a list of more or fewer values than
   *     there are columns is odd
   */
  int row(byte[] bytes, int from, int to, @Nullable Shape[] columns) {
    begin(bytes, from, to);
    int at = blanks(bytes, from + 1, to);
    int i = 0;
    for (; at >= 0 && bytes[at] != ']'; i++) {
      if (i == columns.length) {
        return ODD;
      }
      Shape column = columns[i];
      at = value(bytes, at, to, column == null ? nothing : column, false, 1);
      at = at < 0 ? at : blanks(bytes, at, to);
      if (at >= 0 && bytes[at] == ',') {
        at = blanks(bytes, at + 1, to);
      } else if (at >= 0 && bytes[at] != ']') {
        return ODD;
      }
    }
    if (at < 0 || i < columns.length) {
      return at < 0 ? at : ODD;
    }
    flatLists.gather(row);
    row.narrow(from, at + 1);
    return at + 1;
  }

  /** Picks from a cell of a table as if it were the text of a JSON string. */
  void cell(byte[] bytes, int from, int to, Shape shape, boolean side) {
    escaped = false;
    text(bytes, from, to, shape, side);
  }

  /**
   * Reads an object. Plain objects in it are entered and left in the same loop, so that a leap may
   * go from one into another.
   */
  private int object(byte[] b, int from, int to, Shape shape, boolean side, int depth) {
    Trail seen = textDepth == 0 && !side ? trail : null;
    int begin = seen == null ? 0 : seen.begin();
    int end = members(b, from, to, shape, side, depth, seen);
    if (seen != null) {
      if (end < 0) {
        seen.forget(begin);
      } else {
        seen.end(begin, b, records);
      }
    }
    return end;
  }

  private int members(
      byte[] b, int from, int to, Shape shape, boolean side, int outerDepth, @Nullable Trail seen) {
    int depth = outerDepth;
    if (depth > MAX_DEPTH) {
      return ODD;
    }
    boolean leaps = seen == null && textDepth == 0 && !side;
    int start = from;
    int at = blanks(b, from + 1, to);
    if (at < 0) {
      return at;
    }
    if (b[at] == '}') {
      return at + 1;
    }
    Shape current = shape;
    Shape.Key last = null;
    Shape.Key guess = shape.first;
    while (true) {
      // A key begins here.
      if (b[at] != '"') {
        return ODD;
      }
      at++;
      Shape.Key key;
      if (guess != null && follows(b, at, to, guess)) {
        key = guess;
        at += key.runLength;
        if (b[at] <= ' ') {
          // More blanks than last time.
          at = blanks(b, at, to);
          if (at < 0) {
            return at;
          }
        }
      } else {
        int end = string(b, at, to);
        if (end < 0) {
          return end;
        }
        boolean odd = escaped;
        if (odd && hasSurrogate(b, at, end)) {
          return ODD;
        }
        int colon = blanks(b, end + 1, to);
        if (colon < 0) {
          return colon;
        }
        if (b[colon] != ':') {
          return ODD;
        }
        int begins = blanks(b, colon + 1, to);
        if (begins < 0) {
          return begins;
        }
        key = current.key(b, at, end, begins, odd);
        if (last == null) {
          current.first = key;
        } else {
          last.next = key;
        }
        at = begins;
      }
      boolean entered = false;
      while (true) {
        // Its value begins here.
        Shape inner = key.shape;
        if (b[at] == '{' && inner.elements == null) {
          int first = blanks(b, at + 1, to);
          if (first < 0) {
            return first;
          }
          if (b[first] != '}') {
            if (seen != null) {
              seen.into(key, at, depth);
            }
            depth++;
            if (depth > MAX_DEPTH) {
              return ODD;
            }
            if (inner.node != null && inner.node.record) {
              start = at;
            }
            current = inner;
            last = null;
            guess = inner.first;
            at = first;
            entered = true;
            break;
          }
          if (seen != null) {
            seen.value(key, b, at, first + 1, depth, false);
          }
          at = first + 1;
        } else {
          int end = value(b, at, to, inner, side, depth);
          if (end < 0) {
            return end;
          }
          if (seen != null) {
            seen.value(key, b, at, end, depth, escaped);
          }
          at = end;
        }
        Leap leap = leaps ? key.leap : null;
        if (leap == null) {
          break;
        }
        if (!leap.fits(b, at, to, row)) {
          key.leap = leap.missed(b, at, to, records);
          break;
        }
        at += leap.length();
        depth += leap.deeper();
        key = leap.to();
        current = key.owner;
      }
      if (entered) {
        continue;
      }
      last = key;
      guess = key.next;
      while (true) {
        // A value ended here.
        at = blanks(b, at, to);
        if (at < 0) {
          return at;
        }
        if (b[at] == ',') {
          at = blanks(b, at + 1, to);
          if (at < 0) {
            return at;
          }
          break;
        }
        if (b[at] != '}') {
          return ODD;
        }
        at++;
        if (current.node != null && current.node.record && textDepth == 0) {
          recordFrom = start;
          recordTo = at;
          if (seen != null) {
            seen.barrier();
          }
        }
        Shape.Key outer = current.of;
        if (current == shape || outer == null) {
          return at;
        }
        depth--;
        current = outer.owner;
        last = outer;
        guess = outer.next;
      }
    }
  }

  /** Whether an escape is half of a pair, which may be missing: Jackson minds that in keys only. */
  private static boolean hasSurrogate(byte[] b, int from, int to) {
    for (int at = from; at + 3 < to; at++) {
      if (b[at] == '\\' && b[at + 1] == 'u' && (b[at + 2] | 0x20) == 'd' && b[at + 3] > '7') {
        return true;
      }
    }
    return false;
  }

  /** Whether the key, its colon and the blanks behind it are the expected ones. */
  private static boolean follows(byte[] b, int at, int to, Shape.Key key) {
    byte[] run = key.run;
    int words = run.length;
    if (at + words >= to) {
      return false;
    }
    int i = 0;
    for (; i < words - 8; i += 8) {
      if ((long) LONG.get(b, at + i) != (long) LONG.get(run, i)) {
        return false;
      }
    }
    return (((long) LONG.get(b, at + i) ^ (long) LONG.get(run, i)) & key.lastWord) == 0;
  }

  private int value(byte[] b, int at, int to, Shape shape, boolean side, int depth) {
    switch (b[at]) {
      case '"' -> {
        int end = string(b, at + 1, to);
        if (end >= 0 && shape.node != null) {
          text(b, at + 1, end, shape, side);
        }
        return end < 0 ? end : end + 1;
      }
      case '{' -> {
        Node.Elements elements = shape.elements;
        return elements == null
            ? object(b, at, to, shape, side, depth + 1)
            : element(b, at, to, shape, elements, 0, side, depth);
      }
      case '[' -> {
        return array(b, at, to, shape, side, depth + 1);
      }
      case 't' -> {
        return literal(b, at, to, TRUE, 4, shape, side);
      }
      case 'f' -> {
        return literal(b, at, to, FALSE, 5, shape, side);
      }
      case 'n' -> {
        int end = literal(b, at, to, NULL, 4, shape, side);
        if (end >= 0 && shape.slot >= 0) {
          row.clear(shape.slot);
        }
        return end;
      }
      default -> {
        int end = number(b, at, to);
        if (end >= 0 && shape.slot >= 0) {
          row.put(shape.slot, at, end, side);
        }
        return end;
      }
    }
  }

  private int array(byte[] b, int from, int to, Shape shape, boolean side, int depth) {
    if (depth > MAX_DEPTH) {
      return ODD;
    }
    int at = blanks(b, from + 1, to);
    if (at < 0) {
      return at;
    }
    if (b[at] == ']') {
      return at + 1;
    }
    Node.Elements elements = shape.elements;
    for (int index = 0; ; index++) {
      if (elements != null) {
        at = element(b, at, to, shape, elements, index, side, depth);
      } else {
        at = value(b, at, to, index == 0 ? shape.element() : shape.rest(), side, depth);
      }
      if (at < 0) {
        return at;
      }
      at = blanks(b, at, to);
      if (at < 0) {
        return at;
      }
      if (b[at] == ',') {
        at = blanks(b, at + 1, to);
        if (at < 0) {
          return at;
        }
      } else {
        return b[at] == ']' ? at + 1 : ODD;
      }
    }
  }

  private int element(
      byte[] b,
      int at,
      int to,
      Shape shape,
      Node.Elements elements,
      int index,
      boolean side,
      int depth) {
    row.clear(elements.element.slots());
    int end = value(b, at, to, shape.element(), side, depth);
    if (end >= 0) {
      elements.choose(index, row);
    }
    return end;
  }

  /** Keeps a text; unescapes it where needed, and looks into it where it holds JSON itself. */
  private void text(byte[] b, int from, int to, Shape shape, boolean side) {
    Node node = shape.node;
    if (node == null || (shape.slot < 0 && !shape.inner)) {
      return;
    }
    byte[] text = b;
    int start = from;
    int end = to;
    boolean inSide = side;
    if (escaped) {
      start = row.sideEnd();
      text = row.roomInSide(to - from);
      // The side buffer may have moved: b is then an older copy of it, good to read from.
      end = JsonText.unescape(b, from, to, text, start);
      row.sideEnd(end);
      inSide = true;
    }
    if (shape.slot >= 0) {
      row.put(shape.slot, start, end, inSide);
    }
    if (shape.inner && JacksonExtractor.looksLikeJson(text, start, end)) {
      nested(text, start, end, shape, node, inSide);
    } else if (shape.inner && Markup.looksLike(text, start, end)) {
      jackson.markup(text, start, end, node, row);
    }
  }

  private void nested(byte[] text, int from, int to, Shape shape, Node node, boolean side) {
    textDepth++;
    int at = blanks(text, from, to);
    int end = at < 0 ? at : value(text, at, to, shape, side, 0);
    textDepth--;
    while (end >= 0 && end < to && text[end] <= ' ' && text[end] >= 0) {
      end++;
    }
    if (end != to) {
      JacksonExtractor.clearBelow(node, row);
      jackson.nested(text, from, to, node, row);
    }
  }

  // --- tokens --------------------------------------------------------------------------------

  private static final int TRUE = 'r' | 'u' << 8 | 'e' << 16;
  private static final int FALSE = 'a' | 'l' << 8 | 's' << 16 | 'e' << 24;
  private static final int NULL = 'u' | 'l' << 8 | 'l' << 16;

  private int literal(
      byte[] b, int at, int to, int expected, int length, Shape shape, boolean side) {
    if (at + length > to) {
      return CUT;
    }
    for (int i = 1; i < length; i++) {
      if (b[at + i] != (byte) (expected >>> ((i - 1) * 8))) {
        return ODD;
      }
    }
    if (shape.slot >= 0) {
      row.put(shape.slot, at, at + length, side);
    }
    return at + length;
  }

  private static int number(byte[] b, int from, int to) {
    int at = from;
    if (b[at] == '-' && ++at == to) {
      return CUT;
    }
    byte first = b[at];
    if (first < '0' || first > '9') {
      return ODD;
    }
    at++;
    if (first == '0' && at < to && b[at] >= '0' && b[at] <= '9') {
      return ODD;
    }
    at = digits(b, at, to);
    if (at < to && b[at] == '.') {
      int end = digits(b, at + 1, to);
      if (end == at + 1) {
        return end == to ? CUT : ODD;
      }
      at = end;
    }
    if (at < to && (b[at] | 0x20) == 'e') {
      at++;
      if (at < to && (b[at] == '+' || b[at] == '-')) {
        at++;
      }
      int end = digits(b, at, to);
      if (end == at) {
        return end == to ? CUT : ODD;
      }
      at = end;
    }
    return at == to ? CUT : at - from > MAX_DIGITS ? ODD : at;
  }

  private static int digits(byte[] b, int from, int to) {
    int at = from;
    while (at < to && b[at] >= '0' && b[at] <= '9') {
      at++;
    }
    return at;
  }

  /** The first byte from {@code at} that is no blank. */
  int blanks(byte[] b, int from, int to) {
    int at = from;
    while (at < to) {
      byte c = b[at];
      if (c > ' ' || c < 0) {
        return at;
      }
      if (c != ' ' && c != '\t' && c != '\r' && (c != '\n' || (oneLine && textDepth == 0))) {
        return ODD;
      }
      at++;
    }
    return CUT;
  }

  /** The closing quote of the string that begins at {@code from}. */
  private int string(byte[] b, int from, int to) {
    escaped = false;
    int at = plain(b, from, to);
    while (at < to) {
      byte c = b[at];
      if (c == '"') {
        return at;
      }
      int end;
      if (c == '\\') {
        escaped = true;
        end = escape(b, at, to);
      } else if (c < 0) {
        end = sequence(b, at, to);
      } else {
        return ODD;
      }
      if (end < 0) {
        return end;
      }
      at = plain(b, end, to);
    }
    return CUT;
  }

  /** The next byte that is a quote, a backslash, a control character or not ASCII. */
  private static int plain(byte[] b, int from, int to) {
    int at = from;
    while (at <= to - 8) {
      long word = (long) LONG.get(b, at);
      long quote = word ^ QUOTES;
      long backslash = word ^ BACKSLASHES;
      // A byte's high bit is set where it is one of these; bits above the first may be wrong.
      long marks =
          (((quote - ONES) & ~quote)
                  | ((backslash - ONES) & ~backslash)
                  | ((word - BLANKS) & ~word)
                  | word)
              & HIGH;
      if (marks != 0) {
        return at + (Long.numberOfTrailingZeros(marks) >>> 3);
      }
      at += 8;
    }
    while (at < to && b[at] >= ' ' && b[at] != '"' && b[at] != '\\') {
      at++;
    }
    return at;
  }

  private static int escape(byte[] b, int at, int to) {
    if (at + 1 >= to) {
      return CUT;
    }
    switch (b[at + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
        return at + 2;
      }
      case 'u' -> {
        if (at + 6 > to) {
          return CUT;
        }
        for (int i = at + 2; i < at + 6; i++) {
          int letter = b[i] | 0x20;
          if ((b[i] < '0' || b[i] > '9') && (letter < 'a' || letter > 'f')) {
            return ODD;
          }
        }
        return at + 6;
      }
      default -> {
        return ODD;
      }
    }
  }

  /** The end of the UTF-8 sequence at {@code at} (RFC 3629: shortest form, no surrogates). */
  private static int sequence(byte[] b, int at, int to) {
    int lead = b[at] & 0xFF;
    int length = lead < 0xC2 ? ODD : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : ODD;
    if (length == ODD) {
      return ODD;
    }
    if (at + length > to) {
      return CUT;
    }
    int second = b[at + 1] & 0xFF;
    int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return ODD;
    }
    for (int i = 2; i < length; i++) {
      if ((b[at + i] & 0xC0) != 0x80) {
        return ODD;
      }
    }
    return at + length;
  }
}
