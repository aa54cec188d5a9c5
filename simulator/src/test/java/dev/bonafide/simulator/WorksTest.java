package dev.bonafide.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.people.Plot.Cover;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorksTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void theSamePlanGivesTheSameBytesUnderAnyZoneAndLocale() {
    List<String> here = lines(small());
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(lines(small())).isEqualTo(here);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
    assertThat(here).hasSizeGreaterThan(2_000);
  }

  @Test
  void anotherSeedIsAnotherWorld() {
    WorksPlan other =
        new WorksPlan(8, 12, MONDAY.toEpochDay(), 6, 0.8, List.of(), plants(), List.of(), 1);
    assertThat(lines(other)).doesNotContainAnyElementsOf(lines(small()).subList(3, 400));
  }

  @Test
  void onePersonMoreChangesNobodyElse() {
    Map<String, List<String>> few = byPerson(small().withHonest(9).withPlants(List.of()));
    Map<String, List<String>> more = byPerson(small().withHonest(12).withPlants(List.of()));
    assertThat(few).hasSizeGreaterThan(8);
    few.forEach((person, records) -> assertThat(more).containsEntry(person, records));
  }

  @Test
  void whatIsPlantedChangesNobodyElse() {
    Map<String, List<String>> honest = byPerson(small().withPlants(List.of()));
    Map<String, List<String>> planted = byPerson(small());
    assertThat(planted.keySet()).hasSizeGreaterThan(honest.size() + 3);
    honest.forEach((person, records) -> assertThat(planted).containsEntry(person, records));
  }

  @Test
  void allJsonReadsAndAllRowsHaveTheColumnsOfTheirHeader(@TempDir Path folder) throws IOException {
    new Works(small()).writeTo(folder);
    JsonNode entra = JSON.readTree(Files.readString(folder.resolve("entra/signins.json")));
    assertThat(entra.get("value").size()).isGreaterThan(200);
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (String line : Files.readAllLines(file)) {
          if (file.toString().endsWith(".ndjson")) {
            assertThat(JSON.readTree(line).isObject()).isTrue();
          } else if (file.toString().endsWith(".csv")) {
            assertThat(cells(line)).as(line).isEqualTo(cells(Files.readAllLines(file).getFirst()));
          }
        }
      }
    }
  }

  @Test
  void everyPersonHasOneLineOfTruthAndWhatIsPlantedIsNamed() {
    Works works = new Works(WorksPlan.demo(1));
    List<JsonNode> truth =
        works.truth().stream().map(JSON::readTree).filter(node -> node.has("person")).toList();
    assertThat(truth).hasSize(120);
    assertThat(works.truth()).hasSize(123).filteredOn(line -> line.contains("program")).hasSize(3);
    assertThat(truth).extracting(node -> node.get("person").asString()).doesNotHaveDuplicates();
    List<String> schemes =
        truth.stream()
            .map(node -> node.get("scheme").asString())
            .filter(s -> !s.equals("none"))
            .toList();
    assertThat(schemes)
        .contains(
            "shared-account",
            "three-week-login",
            "two-at-once",
            "offshore",
            "laptop-farm",
            "after-end")
        .hasSize(14);
    List<String> expected = new ArrayList<>();
    for (JsonNode node : truth) {
      if (node.has("expected")) {
        node.get("expected").forEach(sign -> expected.add(sign.asString()));
      }
    }
    assertThat(expected)
        .contains(
            "no-rest", "long-session", "two-places", "odd-egress", "shared-thing", "after-end");
    for (Person person : works.people()) {
      assertThat(person.planted() != null)
          .isEqualTo(
              truth.stream()
                  .anyMatch(
                      node ->
                          node.get("person").asString().equals(person.workerId())
                              && !node.get("scheme").asString().equals("none")));
    }
  }

  private static WorksPlan small() {
    return new WorksPlan(7, 12, MONDAY.toEpochDay(), 6, 0.8, List.of(), plants(), List.of(), 1);
  }

  private static List<WorksPlan.Plant> plants() {
    return List.of(
        new WorksPlan.Plant(WorksPlan.Kind.SHARED_ACCOUNT, 1, 0, 1, Cover.COMMERCIAL_VPN),
        new WorksPlan.Plant(WorksPlan.Kind.LAPTOP_FARM, 3, 0, 1, Cover.NONE),
        new WorksPlan.Plant(WorksPlan.Kind.AFTER_END, 1, 0, 2, Cover.HOSTING));
  }

  private static List<String> lines(WorksPlan plan) {
    List<String> lines = new ArrayList<>();
    new Works(plan)
        .records(
            (file, header, bytes, length) ->
                lines.add(file + " " + new String(bytes, 0, length, StandardCharsets.UTF_8)));
    return lines;
  }

  /** Every record under whoever it names, in the order of the logs. */
  private static Map<String, List<String>> byPerson(WorksPlan plan) {
    Works works = new Works(plan);
    Map<String, String> worker = new HashMap<>();
    for (Person person : works.people()) {
      worker.put(person.account().oktaId(), person.workerId());
      worker.put(person.account().entraId(), person.workerId());
      worker.put(person.mail(0), person.workerId());
      worker.put(person.mail(Long.MAX_VALUE), person.workerId());
      worker.put(person.principal(0), person.workerId());
      worker.put(person.principal(Long.MAX_VALUE), person.workerId());
      worker.put(person.workerId(), person.workerId());
      for (Person.Issue issue : person.issued()) {
        worker.put(issue.machine().defenderId(), person.workerId());
        worker.put(issue.machine().host(), person.workerId());
      }
    }
    Map<String, List<String>> all = new TreeMap<>();
    works.records(
        (file, header, bytes, length) -> {
          if (header) {
            return;
          }
          String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
          String key =
              switch (file.substring(0, 3)) {
                case "okt" -> JSON.readTree(text).get("actor").get("id").asString();
                case "ent" -> JSON.readTree(text).get("userId").asString();
                case "def" -> JSON.readTree(text).get("properties").get("DeviceId").asString();
                case "vpn", "pay" -> text.split(",", -1)[1];
                case "git" -> JSON.readTree(text).get("external_identity_nameid").asString();
                case "win" ->
                    JSON.readTree(text).at("/Event/System/Computer").asString().split("[.]", 2)[0];
                case "mee" -> text.split(",", -1)[3];
                case "mdm" ->
                    text.split("@", -1)[0].replaceAll(".*,", "") + "@bonafide-works.example";
                default -> text.split(",", -1)[0];
              };
          all.computeIfAbsent(worker.getOrDefault(key, key), k -> new ArrayList<>()).add(text);
        });
    return new LinkedHashMap<>(all);
  }

  private static int cells(String row) {
    int cells = 1;
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      char letter = row.charAt(i);
      quoted ^= letter == '"';
      if (letter == ',' && !quoted) {
        cells++;
      }
    }
    return cells;
  }
}
