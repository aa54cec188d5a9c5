package dev.bonafide.law;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rooms of the house and the rooms that each may know: DESIGN, section 3. */
final class Rooms {
  /** What each room may depend on. The straight line runs from the first to the last. */
  static final Map<String, Set<String>> MAY_KNOW = mayKnow();

  /**
   * Rooms in which the same input must give the same result for ever: no clock, no chance, no
   * outside world.
   */
  static final Set<String> DOMAIN =
      Set.of(
          "model",
          "logbook",
          "knowledge",
          "sources",
          "indicators",
          "hiring",
          "assessment",
          "judge",
          "linking");

  private Rooms() {}

  private static Map<String, Set<String>> mayKnow() {
    Map<String, Set<String>> rooms = new TreeMap<>();
    rooms.put("testkit", Set.of());
    rooms.put("model", Set.of());
    rooms.put("logbook", Set.of("model"));
    rooms.put("knowledge", Set.of("model"));
    rooms.put("sources", Set.of("model"));
    rooms.put("assessment", Set.of("model"));
    rooms.put("linking", Set.of("model", "logbook"));
    rooms.put("indicators", Set.of("model", "logbook", "knowledge"));
    rooms.put("hiring", Set.of("model", "knowledge"));
    rooms.put("simulator", Set.of("model"));
    // Knows neither who made the logs nor who ranked: it reads what both wrote down.
    rooms.put("judge", Set.of());
    rooms.put(
        "engine",
        below(
            rooms,
            "model",
            "logbook",
            "knowledge",
            "sources",
            "indicators",
            "hiring",
            "assessment",
            "linking"));
    rooms.put("report", Set.of("model", "assessment", "engine"));
    rooms.put("flink", below(rooms, "engine"));
    rooms.put("trial", below(rooms, "engine", "simulator", "judge"));
    rooms.put("cli", below(rooms, "engine", "report", "trial", "linking"));
    rooms.put("store", below(rooms, "engine"));
    // Untrusted documents are opened in a process of their own, which knows nothing.
    rooms.put("extraction", Set.of());
    rooms.put("server", below(rooms, "engine", "report", "store"));
    // Tests only: what it looks at, it knows in its tests.
    rooms.put("looks", Set.of());
    rooms.put(
        "bench", rooms.keySet().stream().collect(TreeSet::new, TreeSet::add, TreeSet::addAll));
    return rooms;
  }

  /** These rooms and all that they may know. */
  private static Set<String> below(Map<String, Set<String>> rooms, String... names) {
    Set<String> all = new TreeSet<>(Arrays.asList(names));
    for (String name : names) {
      all.addAll(rooms.get(name));
    }
    return all;
  }
}
