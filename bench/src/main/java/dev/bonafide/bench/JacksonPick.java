package dev.bonafide.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What somebody would write with Jackson's streaming parser: twelve fields of each record as texts.
 */
final class JacksonPick {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final List<String> PATHS =
      List.of(
          "published",
          "eventType",
          "uuid",
          "severity",
          "outcome.result",
          "actor.id",
          "actor.alternateId",
          "client.ipAddress",
          "client.userAgent.rawUserAgent",
          "client.geographicalContext.country",
          "authenticationContext.externalSessionId",
          "debugContext.debugData.dtHash");

  private static final Place ROOT = root();

  private JacksonPick() {}

  /** A place in a record and what is wanted below it. */
  private static final class Place {
    private final Map<String, Place> below = new HashMap<>();
    private boolean wanted;
  }

  private static Place root() {
    Place root = new Place();
    for (String path : PATHS) {
      Place at = root;
      for (String key : path.split("\\.")) {
        at = at.below.computeIfAbsent(key, k -> new Place());
      }
      at.wanted = true;
    }
    return root;
  }

  /** The letters of all fields of all records: what is made of them. */
  static long twelveFields(byte[] log) {
    long letters = 0;
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), log, 0, log.length)) {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        letters += object(parser, ROOT);
      }
    }
    return letters;
  }

  private static long object(JsonParser parser, Place place) {
    long letters = 0;
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      @Nullable Place below = place.below.get(key);
      JsonToken value = parser.nextToken();
      if (below == null) {
        parser.skipChildren();
      } else if (value == JsonToken.START_OBJECT) {
        letters += object(parser, below);
      } else if (below.wanted && value.isScalarValue()) {
        letters += parser.getString().length();
      } else {
        parser.skipChildren();
      }
    }
    return letters;
  }
}
