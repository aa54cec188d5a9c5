package dev.bonafide.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run found, as far as a judge needs it.
 *
 * @param people by id
 * @param asOf the close of the last day; null when the findings do not say
 * @param days UTC days of the range
 * @param budget reviews per 1,000 people and 30 days that the run was asked for; NaN when unknown
 * @param lineMillinats the score of the review line
 * @param priorMillinats what everybody begins with
 */
public record Ranking(
    Map<String, Person> people,
    @Nullable Instant asOf,
    int days,
    double budget,
    long lineMillinats,
    long priorMillinats) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int DEFAULT_PRIOR = -8006;

  /**
   * One ranked person.
   *
   * @param over whether the person is over the run's review line
   * @param firstSeen since when, at the earliest; null for never
   * @param weights what each indicator weighs, millinats, before discounts
   * @param abstained indicator and reason
   * @param ledgerSum the sum of all lines, which should be the score
   */
  public record Person(
      String id,
      long millinats,
      boolean over,
      @Nullable Instant firstSeen,
      String direction,
      Map<String, Long> weights,
      List<String> abstained,
      long ledgerSum) {

    public Person {
      abstained = List.copyOf(abstained);
    }
  }

  /** Why findings can't be judged. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Reads {@code findings.json}, or {@code screening.json} with its applicants, one at a time.
   *
   * @throws Unreadable with one sentence
   */
  public static Ranking read(InputStream findings) {
    Map<String, Person> people = new LinkedHashMap<>();
    JsonNode run = JSON.createObjectNode();
    JsonNode line = JSON.createObjectNode();
    long[] prior = {DEFAULT_PRIOR};
    try (JsonParser parser = JSON.createParser(findings)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Unreadable("the findings are no JSON object", new IOException("no object"));
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken begin = parser.nextToken();
        boolean applicants = name.equals("applicants");
        if ((name.equals("people") || applicants) && begin == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            JsonNode node = parser.readValueAsTree();
            // In findings.json applicants are no people of the ranking, and carry no ledger.
            if (!applicants || node.has("ledger")) {
              Person person = person(node, prior);
              people.putIfAbsent(person.id, person);
            }
          }
        } else {
          JsonNode value = parser.readValueAsTree();
          if (name.equals("bonafide")) {
            run = value;
          } else if (name.equals("reviewLine")) {
            line = value;
          }
        }
      }
    } catch (JacksonException broken) {
      throw new Unreadable("the findings are not whole: " + broken.getOriginalMessage(), broken);
    } catch (UncheckedIOException failed) {
      throw new Unreadable("the findings can't be read", failed);
    }
    return new Ranking(
        people,
        instant(run.path("asOf")),
        line.path("days").asInt(30),
        line.path("budget").asDouble(Double.NaN),
        line.path("millinats").asLong(prior[0] + 1_000),
        prior[0]);
  }

  private static Person person(JsonNode node, long[] prior) {
    Map<String, Long> weights = new TreeMap<>();
    long sum = 0;
    for (JsonNode line : node.path("ledger")) {
      long millinats = line.path("millinats").asLong(0);
      sum += millinats;
      String sort = line.path("line").asString("");
      if (sort.equals("prior")) {
        prior[0] = millinats;
      } else if (sort.equals("evidence")) {
        weights.merge(line.path("indicator").asString("unnamed"), millinats, Long::sum);
      }
    }
    List<String> abstained = new ArrayList<>();
    for (JsonNode why : node.path("abstained")) {
      abstained.add(why.path("indicator").asString("") + ": " + why.path("reason").asString(""));
    }
    long millinats = node.path("millinats").asLong(0);
    return new Person(
        node.path("id").asString(""),
        millinats,
        !node.path("band").asString("none").equals("none"),
        instant(node.path("firstSeen")),
        node.path("direction").asString(""),
        weights,
        abstained,
        node.path("ledger").isEmpty() ? millinats : sum);
  }

  private static @Nullable Instant instant(JsonNode node) {
    try {
      return node.isString() ? Instant.parse(node.asString()) : null;
    } catch (DateTimeParseException notOne) {
      return null;
    }
  }
}
