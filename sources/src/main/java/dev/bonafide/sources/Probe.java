package dev.bonafide.sources;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks all sources whether a single record is theirs, as it lies or inside a wrapper, whatever the
 * wrapper's keys are called. Not thread-safe.
 */
final class Probe {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int DEEPEST = 4;
  private static final int MOST_PLACES = 200;

  private final List<Asked> byPaths = new ArrayList<>();
  private final List<Asked> byPhrases = new ArrayList<>();
  private final ReadOptions options;
  private final Map<Source, Plan.Reader> readers = new HashMap<>();
  private final Set<Integer> inVain = new HashSet<>();

  Probe(List<Asked> sources, ReadOptions options) {
    this.options = options;
    for (Asked asked : sources) {
      (asked.source.fields().areUnderPhrases() ? byPhrases : byPaths).add(asked);
    }
  }

  /** A source, and the keys by which most records are known not to be its own. */
  record Asked(Source source, Keys keys) {
    static Asked of(Source source) {
      return new Asked(source, Keys.of(source));
    }
  }

  /**
   * The keys at the top of a record without which it can't be one of a source: most sources are
   * ruled out by them before anything is extracted.
   *
   * @param anyOf alternatives; in each, so many of the groups as its need wants
   */
  record Keys(List<List<Need>> anyOf) {
    record Need(int least, List<List<String>> groups) {}

    static Keys of(Source source) {
      List<String> places = source.fields().places();
      return new Keys(
          source.fields().areUnderPhrases()
              ? List.of(List.of())
              : source.signature().anyOf().stream()
                  .map(needs -> needs.stream().map(need -> need(need, places)).toList())
                  .toList());
    }

    private static Need need(Signature.Need need, List<String> places) {
      return switch (need) {
        case Signature.Present present ->
            new Need(
                present.least(),
                present.groups().stream().map(slots -> firstKeys(slots, places)).toList());
        case Signature.Like like -> new Need(1, List.of(firstKeys(like.slots(), places)));
      };
    }

    private static List<String> firstKeys(int[] slots, List<String> places) {
      return Arrays.stream(slots)
          .mapToObj(slot -> FieldPath.parse(places.get(slot)).steps().getFirst().key())
          .map(FieldPath::plain)
          .distinct()
          .toList();
    }

    /** Whether a record with these keys may be one. Plain loops: every source is asked. */
    boolean allow(List<String> keys) {
      for (List<Need> needs : anyOf) {
        if (allMet(needs, keys)) {
          return true;
        }
      }
      return false;
    }

    private static boolean allMet(List<Need> needs, List<String> keys) {
      for (Need need : needs) {
        int found = 0;
        for (int i = 0; i < need.groups.size() && found < need.least; i++) {
          found += anyBegins(keys, need.groups.get(i)) ? 1 : 0;
        }
        if (found < need.least) {
          return false;
        }
      }
      return true;
    }

    /** A key may hold several steps: client.ipAddress in one. */
    private static boolean anyBegins(List<String> keys, List<String> group) {
      for (String first : group) {
        for (String key : keys) {
          if (key.startsWith(first)) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /** A plan, and how many values it finds. */
  private record Fit(Plan plan, int values) {}

  /** Forgets what was met in the file before: what a file is may not depend on others. */
  void begin() {
    inVain.clear();
  }

  /** The plan for a well-formed object, null when no source knows it. */
  @Nullable Plan plan(byte[] bytes, int from, int to) {
    JsonNode object;
    try {
      object = JSON.readTree(bytes, from, to - from);
    } catch (JacksonException unreadable) {
      Fit asItLies = fit(byPaths, null, bytes, from, to, List.of());
      return asItLies == null ? null : asItLies.plan;
    }
    Fit asItLies = fit(byPaths, object, bytes, from, to, List.of());
    return asItLies != null && !mayHoldMore(bytes, from, to)
        ? asItLies.plan
        : plan(object, bytes, from, to, asItLies);
  }

  /** The plan for an object that was made from something else, such as a row of a table. */
  @Nullable Plan plan(JsonNode object) {
    byte[] bytes = JSON.writeValueAsBytes(object);
    Fit asItLies = fit(byPaths, object, bytes, 0, bytes.length, List.of());
    return plan(object, bytes, 0, bytes.length, asItLies);
  }

  private @Nullable Plan plan(
      JsonNode object, byte[] bytes, int from, int to, @Nullable Fit asItLies) {
    Fit best = inside(object, asItLies);
    if (best != null) {
      return best.plan;
    }
    // Paths say more than phrases, which are asked only of what lies open, and only when they
    // explain most of it.
    Fit meant = fit(byPhrases, object, bytes, from, to, List.of());
    return meant != null && explains(meant.values, named(object)) ? meant.plan : null;
  }

  /** Whether so many known meanings among so many names are no accident. */
  static boolean explains(int known, int names) {
    return known * 2 >= names || (known >= 8 && known * 7 >= names);
  }

  private static int named(JsonNode object) {
    int named = 0;
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      named += entry.getValue().isNull() || Forbidden.is(entry.getKey()) ? 0 : 1;
    }
    return named;
  }

  private @Nullable Fit fit(
      List<Asked> sources,
      @Nullable JsonNode object,
      byte[] bytes,
      int from,
      int to,
      List<String> wrapper) {
    Fit best = null;
    List<String> keys =
        object == null ? List.of() : object.propertyNames().stream().map(FieldPath::plain).toList();
    for (Asked asked : sources) {
      if (object != null && !asked.keys.allow(keys)) {
        continue;
      }
      // Made when the first record may be its own: a tree of paths costs more than a look at keys.
      Plan.Reader reader =
          readers.computeIfAbsent(
              asked.source, source -> new Plan(source, List.of()).probe(options));
      int end = reader.fast.extract(bytes, from, to);
      boolean good = end == to || reader.slow.extract(bytes, from, to, reader.row) == null;
      if (good && reader.fits() && (best == null || reader.row.values() > best.values)) {
        best = new Fit(new Plan(reader.plan.source(), wrapper), reader.row.values());
      }
    }
    return best;
  }

  /** Whether one text makes up so much of a record that it may be the original. */
  private static boolean mayHoldMore(byte[] bytes, int from, int to) {
    for (int i = from; i + 3 < to; i++) {
      if (bytes[i] == '"' && bytes[i + 1] == '{' && bytes[i + 2] == '\\') {
        return true;
      }
      if (bytes[i] == '"' && bytes[i + 1] == '<' && bytes[i + 2] == 'E') {
        return true;
      }
    }
    return false;
  }

  private record Candidate(List<String> keys, JsonNode node) {}

  private @Nullable Fit inside(JsonNode object, @Nullable Fit least) {
    int keys = keys(object);
    if (least == null && inVain.contains(keys)) {
      return null;
    }
    Fit best = least;
    Deque<Candidate> open = new ArrayDeque<>();
    open.add(new Candidate(List.of(), object));
    for (int places = 0; !open.isEmpty() && places < MOST_PLACES; places++) {
      Candidate candidate = open.poll();
      if (!candidate.keys.isEmpty()) {
        byte[] bytes = JSON.writeValueAsBytes(candidate.node);
        Fit fit = fit(byPaths, candidate.node, bytes, 0, bytes.length, candidate.keys);
        if (fit != null && (best == null || fit.values > best.values)) {
          best = fit;
        }
      }
      if (candidate.keys.size() < DEEPEST) {
        for (Map.Entry<String, JsonNode> entry : candidate.node.properties()) {
          JsonNode inner = objectIn(entry.getValue());
          if (inner != null) {
            List<String> way = new ArrayList<>(candidate.keys);
            way.add(entry.getKey());
            open.add(new Candidate(way, inner));
          }
        }
      }
    }
    if (best == null && inVain.size() < 10_000) {
      inVain.add(keys);
    }
    return best;
  }

  private static @Nullable JsonNode objectIn(JsonNode value) {
    if (value.isObject()) {
      return value;
    }
    if (value.isString()) {
      byte[] text = value.asString("").getBytes(StandardCharsets.UTF_8);
      if (Markup.looksLike(text, 0, text.length)) {
        byte[] json = Markup.json(text, 0, text.length);
        return json == null ? null : JSON.readTree(json);
      }
      if (JacksonExtractor.looksLikeJson(text, 0, text.length)) {
        try {
          JsonNode inner = JSON.readTree(text);
          return inner.isObject() ? inner : null;
        } catch (JacksonException plainText) {
          return null;
        }
      }
    }
    return null;
  }

  private static int keys(JsonNode object) {
    Set<String> keys = new HashSet<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      keys.add(entry.getKey());
      entry.getValue().propertyNames().forEach(inner -> keys.add(entry.getKey() + "." + inner));
    }
    return keys.hashCode();
  }
}
