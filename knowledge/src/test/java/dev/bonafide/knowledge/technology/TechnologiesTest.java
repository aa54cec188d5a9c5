package dev.bonafide.knowledge.technology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TechnologiesTest {
  private static final Technologies LIST = Technologies.builtIn();

  /** Forks whose first listed cycle is a release of the project that they left. */
  private static final Set<String> INHERITED = Set.of("valkey");

  @TestFactory
  Stream<DynamicTest> everyCaseNamesWhatItSays() throws IOException {
    Path cases = Path.of("src/main/java/dev/bonafide/knowledge/technology/cases/lines.tsv");
    return Files.readAllLines(cases).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(
            cells ->
                DynamicTest.dynamicTest(
                    cells[0],
                    () ->
                        assertThat(names(cells[0]))
                            .containsExactly(
                                cells[1].equals("-") ? new String[0] : cells[1].split(", ", -1))));
  }

  @Test
  void everyRowCanBeCheckedAndHasANameOfItsOwn() {
    Set<String> names = new HashSet<>();
    for (Technology technology : LIST.all()) {
      assertThat(technology.source()).as(technology.name()).startsWith("https://");
      assertThat(names.add(technology.name())).as(technology.name() + " stands twice").isTrue();
      assertThat(technology.earliest())
          .isBetween(LocalDate.of(1957, 1, 1), LocalDate.of(2026, 11, 22));
    }
    assertThat(LIST.all()).hasSizeGreaterThan(500);
  }

  @Test
  void anEarlierVersionIsNeverYounger() {
    Map<String, Technology> byName =
        LIST.all().stream().collect(Collectors.toMap(Technology::name, t -> t));
    for (List<String> order :
        List.of(
            List.of("Java", "Java 8", "Java 9", "Java 11", "Java 17", "Java 21"),
            List.of("C++", "C++11", "C++14", "C++17", "C++20", "C++23"),
            List.of("AngularJS", "Angular 2 and later", "Angular 4", "Angular 6", "Angular 8"),
            List.of("Angular 8", "Angular 9", "Angular 10", "Angular 12", "Angular 14"),
            List.of("React", "React 16", "React Hooks", "React 18", "React 19"),
            List.of(".NET Framework", ".NET Core", ".NET 5", ".NET 6", ".NET 7", ".NET 8"),
            List.of("Docker", "Kubernetes", "Helm"),
            List.of("GPT-2", "GPT-3", "GPT-3.5", "GPT-4", "GPT-4o"))) {
      List<LocalDate> dates = order.stream().map(n -> byName.get(n).earliest()).toList();
      assertThat(dates).as(order.toString()).isSorted();
    }
  }

  /**
   * Two lists that were made apart: ours by hand, and the release cycles of endoflife.date. A
   * technology of ours that begins after its first listed cycle would accuse an honest person.
   */
  @Test
  void noTechnologyBeginsAfterItsFirstListedReleaseCycle() throws IOException {
    Path shared = shared();
    if (shared == null) {
      System.out.println("SKIPPED: no shared folder, technology dates are not cross-checked");
      return;
    }
    Map<String, Technology> known = new TreeMap<>();
    for (Technology technology : LIST.all()) {
      known.put(key(technology.name()), technology);
    }
    Map<String, LocalDate> first = new TreeMap<>();
    Map<String, String> labels = new TreeMap<>();
    Path folder = shared.resolve("data/technology");
    for (String line : Files.readAllLines(folder.resolve("endoflife_products.csv"))) {
      String[] cells = line.split(",", -1);
      labels.put(cells[1], cells[0]);
    }
    for (String line : Files.readAllLines(folder.resolve("endoflife_release_cycles.csv"))) {
      String[] cells = line.split(",", -1);
      for (String cell : cells) {
        if (cell.matches("\\d{4}-\\d\\d-\\d\\d")) {
          first.merge(cells[0], LocalDate.parse(cell), (a, b) -> a.isBefore(b) ? a : b);
          break;
        }
      }
    }
    int compared = 0;
    for (Map.Entry<String, LocalDate> product : first.entrySet()) {
      Technology technology = known.get(key(product.getKey()));
      if (technology == null) {
        technology = known.get(key(labels.getOrDefault(product.getKey(), "")));
      }
      if (technology != null && !INHERITED.contains(product.getKey())) {
        compared++;
        assertThat(technology.earliest())
            .as(technology + " against " + product)
            .isBeforeOrEqualTo(product.getValue());
      }
    }
    assertThat(compared).isGreaterThan(80);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("^(amazon|apache|aws|google|microsoft|hashicorp) ", "")
        .replaceAll("[^a-z0-9+#]", "");
  }

  private static List<String> names(String line) {
    return LIST.in(line).stream().map(Technology::name).toList();
  }

  private static @Nullable Path shared() {
    String told = System.getProperty("bonafide.shared");
    if (told != null) {
      return Path.of(told);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("shared/DESIGN.md"))) {
        return at.resolve("shared");
      }
    }
    return null;
  }
}
