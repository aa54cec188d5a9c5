package dev.bonafide.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.simulator.hiring.Applicants;
import dev.bonafide.simulator.hiring.Applicants.Scheme;
import dev.bonafide.simulator.hiring.Applicants.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications are documents as a hiring team holds them, and every scheme is in them. */
class ApplicantsTest {
  private static final Applicants ALL = Applicants.of(7, 150, 3);

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void write() {
    ALL.writeTo(folder);
  }

  private static List<Truth> of(Scheme scheme) {
    return ALL.truth().stream().filter(one -> one.scheme() == scheme).toList();
  }

  private static String resume(Truth one) throws IOException {
    Path text = folder.resolve("resumes").resolve(one.id() + ".txt");
    return Files.readString(
        Files.exists(text) ? text : folder.resolve("resumes").resolve(one.id() + ".json"));
  }

  private static List<String> references(String id) throws IOException {
    return Files.readAllLines(folder.resolve("references.csv")).stream()
        .filter(row -> row.startsWith('"' + id + '"'))
        .toList();
  }

  @Test
  void everySchemeIsPlantedInAsManyGroupsAsAskedFor() {
    for (Scheme scheme : Arrays.asList(Scheme.values()).subList(1, Scheme.values().length)) {
      assertThat(of(scheme).stream().map(Truth::group).distinct()).as(scheme.slug()).hasSize(3);
    }
    assertThat(of(Scheme.NONE)).hasSize(150);
  }

  @Test
  void aRingVouchesInACircle() throws IOException {
    for (Truth one : of(Scheme.REFEREE_RING)) {
      Set<String> ring =
          of(Scheme.REFEREE_RING).stream()
              .filter(other -> other.group().equals(one.group()))
              .map(other -> mail(other.id()))
              .collect(Collectors.toSet());
      assertThat(references(one.id()).getFirst())
          .matches(row -> ring.stream().anyMatch(row::contains));
      assertThat(references(one.id()).getFirst()).doesNotContain(mail(one.id()));
    }
  }

  private static String mail(String id) {
    try {
      return Files.readAllLines(folder.resolve("candidates.csv")).stream()
          .filter(row -> row.startsWith('"' + id + '"'))
          .map(row -> row.split("\",\"", -1)[2])
          .findFirst()
          .orElseThrow();
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }

  @Test
  void aCareerMadeLongerNamesWhatDidNotExist() throws IOException {
    for (Truth one : of(Scheme.YOUNG_SKILLS)) {
      assertThat(resume(one)).containsPattern("20(0[4-9]|10)");
    }
    assertThat(of(Scheme.YOUNG_SKILLS)).isNotEmpty();
  }

  @Test
  void peopleOfOneTextWriteTheSameLines() throws IOException {
    List<Truth> group =
        of(Scheme.ONE_TEXT).stream().filter(one -> one.group().endsWith("-0")).toList();
    Set<String> lines = lines(group.getFirst());
    lines.retainAll(lines(group.getLast()));
    assertThat(lines).hasSizeGreaterThan(1);
    Set<String> honest = lines(of(Scheme.NONE).getFirst());
    honest.retainAll(lines(of(Scheme.NONE).getLast()));
    assertThat(honest).hasSizeLessThan(lines.size());
  }

  private static Set<String> lines(Truth one) throws IOException {
    Set<String> lines = new TreeSet<>();
    for (String line : resume(one).split("\\n|\"", -1)) {
      String deed = line.startsWith("• ") ? line.substring(2) : line;
      if (deed.split(" ", -1).length > 6 && !deed.contains("Technologies")) {
        lines.add(deed);
      }
    }
    return lines;
  }

  @Test
  void numbersTellNothingAndMorePeopleChangeNobodysLife() {
    List<String> ids = of(Scheme.NONE).stream().map(Truth::id).toList();
    assertThat(of(Scheme.ONE_DESK)).anyMatch(one -> one.id().compareTo(ids.getLast()) < 0);
    Set<String> more =
        Applicants.of(7, 180, 0).truth().stream().map(Truth::id).collect(Collectors.toSet());
    assertThat(more).containsAll(ids);
  }
}
