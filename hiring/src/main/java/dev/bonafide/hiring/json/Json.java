package dev.bonafide.hiring.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON value that knows its line. Asking a value for what it is not gives nothing: documents of
 * other programs are never quite what their schema says.
 *
 * @param line 1-based
 * @param scalar the text of a string, number or boolean; null for null and containers
 * @param fields of an object, in order; empty else
 * @param items of an array; empty else
 */
public record Json(int line, @Nullable String scalar, Map<String, Json> fields, List<Json> items) {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final Json NOTHING = new Json(0, null, Map.of(), List.of());

  /** What {@link #read} gives. */
  public sealed interface Outcome {
    record Read(Json value) implements Outcome {}

    /** The document is no JSON; the problem names the line. */
    record Broken(String problem) implements Outcome {}
  }

  /** Reads a document. Depth and sizes are bounded by the parser's own limits. */
  public static Outcome read(byte[] document) {
    try (JsonParser p = FACTORY.createParser(ObjectReadContext.empty(), document)) {
      if (p.nextToken() == null) {
        return new Outcome.Broken("the document is empty; JSON was expected");
      }
      return new Outcome.Read(value(p));
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      return new Outcome.Broken(
          "no readable JSON" + (line > 0 ? ": it breaks off or is wrong at line " + line : ""));
    }
  }

  private static Json value(JsonParser p) {
    int line = p.currentTokenLocation().getLineNr();
    JsonToken token = p.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Json> fields = new LinkedHashMap<>();
      while (p.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = p.currentName();
        p.nextToken();
        fields.putIfAbsent(name, value(p));
      }
      return new Json(line, null, fields, List.of());
    }
    if (token == JsonToken.START_ARRAY) {
      List<Json> items = new ArrayList<>();
      while (p.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(p));
      }
      return new Json(line, null, Map.of(), items);
    }
    String scalar = token == JsonToken.VALUE_NULL ? null : p.getString();
    return new Json(line, scalar, Map.of(), List.of());
  }

  /** A field of an object; a value of nothing when there is none. */
  public Json at(String name) {
    return fields.getOrDefault(name, NOTHING);
  }

  /** The text, stripped; empty when it is no text or number. */
  public String text() {
    return scalar == null ? "" : scalar.strip();
  }

  /** The text of a field; empty when there is none. */
  public String text(String name) {
    return at(name).text();
  }

  /** Whether there is nothing in it: no field of that name, null, or an empty container. */
  public boolean missing() {
    return scalar == null && fields.isEmpty() && items.isEmpty();
  }
}
