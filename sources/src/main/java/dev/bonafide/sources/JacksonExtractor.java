package dev.bonafide.sources;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Picks the wanted values from a record with Jackson's streaming parser. It is the reference of
 * what well-formed means, and decides all that the fast extractor finds unusual.
 */
final class JacksonExtractor {
  /** Deeper records are refused; no vendor nests a tenth of it. */
  static final int MAX_DEPTH = 128;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final Node root;

  JacksonExtractor(Node root) {
    this.root = root;
  }

  /**
   * Picks from {@code bytes[from, to)}, which must be exactly one object.
   *
   * @return what is wrong with it, in words that quote nothing; null when it is well formed
   */
  @Nullable String extract(byte[] bytes, int from, int to, Row row) {
    row.begin(bytes, from, to);
    if (!Utf.isUtf8(bytes, from, to)) {
      return "is not UTF-8 text";
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "is not a JSON object";
      }
      object(parser, root, row, from, true);
      root.flatLists.gather(row);
      return parser.nextToken() == null ? null : "has something behind its closing brace";
    } catch (JacksonException malformed) {
      TokenStreamLocation place = malformed.getLocation();
      return "is not well-formed JSON"
          + (place == null ? "" : ", wrong or cut off at byte " + place.getByteOffset());
    }
  }

  private void object(JsonParser parser, @Nullable Node node, Row row, int base, boolean own) {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Node child = node == null ? null : node.resolve(parser.currentName());
      parser.nextToken();
      value(parser, child, row, base, own);
    }
    if (own && node != null && node.record) {
      row.narrow(base + start, base + (int) parser.currentLocation().getByteOffset());
    }
  }

  private void value(JsonParser parser, @Nullable Node node, Row row, int base, boolean own) {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        if (node != null && node.elements != null) {
          element(parser, node.elements, 0, row, base, own);
        } else {
          object(parser, node, row, base, own);
        }
      }
      case START_ARRAY -> array(parser, node, row, base, own);
      case VALUE_NULL -> {
        if (node != null && node.slot >= 0) {
          row.clear(node.slot);
        }
      }
      case VALUE_STRING -> {
        if (node != null) {
          text(parser.getString(), node, row);
        }
      }
      default -> {
        if (node != null && node.slot >= 0) {
          byte[] text = parser.getString().getBytes(StandardCharsets.UTF_8);
          int at = row.append(text);
          row.put(node.slot, at, at + text.length, true);
        }
      }
    }
  }

  private void array(JsonParser parser, @Nullable Node node, Row row, int base, boolean own) {
    int index = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (node != null && node.elements != null) {
        element(parser, node.elements, index, row, base, own);
      } else {
        // A list where one value was expected: the first one counts.
        value(parser, index == 0 ? node : null, row, base, own);
      }
      index++;
    }
  }

  private void element(
      JsonParser parser, Node.Elements elements, int index, Row row, int base, boolean own) {
    row.clear(elements.element.slots());
    value(parser, elements.element, row, base, own);
    elements.choose(index, row);
  }

  private void text(String text, Node node, Row row) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (node.slot >= 0) {
      int at = row.append(bytes);
      row.put(node.slot, at, at + bytes.length, true);
    }
    if (node.isInner() && looksLikeJson(bytes, 0, bytes.length)) {
      nested(bytes, 0, bytes.length, node, row);
    } else if (node.isInner() && Markup.looksLike(bytes, 0, bytes.length)) {
      markup(bytes, 0, bytes.length, node, row);
    }
  }

  /** XML in a text: read as the JSON that is made of it, if the whole text is one element. */
  void markup(byte[] bytes, int from, int to, Node node, Row row) {
    byte[] json = Markup.json(bytes, from, to);
    if (json != null) {
      nested(json, 0, json.length, node, row);
    }
  }

  /** JSON in a text: read if the whole text is well formed, else it is a text and nothing more. */
  void nested(byte[] bytes, int from, int to, Node node, Row row) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
      parser.nextToken();
      value(parser, node, row, 0, false);
      if (parser.nextToken() != null) {
        clearBelow(node, row);
      }
    } catch (JacksonException malformed) {
      clearBelow(node, row);
    }
  }

  static void clearBelow(Node node, Row row) {
    for (int slot : node.slots()) {
      if (slot != node.slot) {
        row.clear(slot);
      }
    }
  }

  static boolean looksLikeJson(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '\t') {
        return bytes[i] == '{' || bytes[i] == '[';
      }
    }
    return false;
  }
}
