package dev.bonafide.judge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is true of everybody: one JSON object a line (docs/evaluation.md lists the fields). Unknown
 * fields are ignored, unknown schemes are judged like any other.
 *
 * @param people by id, in the order of the file
 * @param programs accounts that are nobody's
 * @param problems lines that could not be used, and why
 */
public record Truth(Map<String, Person> people, Set<String> programs, List<String> problems) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** All planted people and so many of the honest, the first by their order here. */
  public Truth sample(int honest) {
    Map<String, Person> some = new LinkedHashMap<>();
    int taken = 0;
    for (Person person : people.values()) {
      if (person.planted() || taken++ < honest) {
        some.put(person.id(), person);
      }
    }
    return new Truth(some, programs, problems);
  }

  /** Words for honest people. */
  private static final Set<String> NOTHING =
      Set.of("", "none", "honest", "benign", "innocent", "normal", "null", "false", "0");

  /**
   * One person.
   *
   * @param scheme null for honest people
   * @param difficulty NaN when the truth does not say
   * @param part what they are in the scheme; empty when the truth does not say
   * @param cluster what its members share; null for one person alone
   * @param onset the day on which it began; null when the truth does not say
   * @param traits innocent ones: archetype, overlays
   */
  public record Person(
      String id,
      @Nullable String scheme,
      double difficulty,
      String part,
      @Nullable String cluster,
      @Nullable LocalDate onset,
      List<String> traits) {

    public Person {
      traits = List.copyOf(traits);
    }

    public boolean planted() {
      return scheme != null;
    }

    Band band() {
      return Band.of(difficulty);
    }
  }

  public Truth {
    problems = List.copyOf(problems);
  }

  /** Reads the lines of a truth file; what can't be used is named, the rest counts. */
  public static Truth read(List<String> lines) {
    Map<String, Person> people = new LinkedHashMap<>();
    Set<String> programs = new TreeSet<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String line : lines) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      JsonNode node;
      try {
        node = JSON.readTree(line);
      } catch (JacksonException broken) {
        problems.add("line " + number + " is no JSON object: skipped");
        continue;
      }
      String id = text(node, "person", "worker", "worker_id", "workerId", "id");
      if (id.isEmpty()) {
        String account = text(node, "account");
        if (account.isEmpty()) {
          problems.add("line " + number + " names neither a person nor an account: skipped");
        } else {
          programs.add(account);
        }
      } else if (people.containsKey(id)) {
        problems.add("line " + number + " is a second line for " + id + ": the first one counts");
      } else {
        people.put(id, person(id, node, number, problems));
      }
    }
    return new Truth(people, programs, problems);
  }

  private static Person person(String id, JsonNode node, int number, List<String> problems) {
    String scheme = text(node, "scheme", "label").strip();
    List<String> traits = new ArrayList<>();
    for (String field : List.of("archetype", "overlays", "traits")) {
      JsonNode value = node.path(field);
      for (JsonNode one : value.isArray() ? value : List.of(value)) {
        if (one.isString() && !one.asString().isBlank()) {
          traits.add(one.asString());
        }
      }
    }
    if (node.path("documented").isBoolean()) {
      traits.add(node.path("documented").asBoolean() ? "documented" : "undocumented");
    }
    boolean honest = NOTHING.contains(scheme.toLowerCase(Locale.ROOT));
    LocalDate onset = null;
    String day = text(node, "onset", "start");
    if (!honest && !day.isEmpty()) {
      try {
        onset = LocalDate.parse(day.length() > 10 ? day.substring(0, 10) : day);
      } catch (DateTimeException notOne) {
        problems.add("line " + number + ": onset '" + day + "' is no day such as 2026-11-01");
      }
    }
    String cluster = text(node, "cluster", "group", "ring");
    return new Person(
        id,
        honest ? null : scheme,
        honest ? Double.NaN : difficulty(node.path("difficulty")),
        text(node, "part", "role"),
        cluster.isEmpty() ? null : cluster,
        onset,
        traits);
  }

  private static double difficulty(JsonNode node) {
    if (node.isNumber()) {
      return node.asDouble();
    }
    return switch (node.isString() ? node.asString().toLowerCase(Locale.ROOT) : "") {
      case "naive", "easy", "0" -> 0;
      case "moderate", "medium", "1" -> 1;
      case "evasive", "hard", "2" -> 2;
      default -> Double.NaN;
    };
  }

  private static String text(JsonNode node, String... fields) {
    for (String field : fields) {
      JsonNode value = node.path(field);
      if (value.isString() || value.isNumber()) {
        return value.asString();
      }
    }
    return "";
  }
}
