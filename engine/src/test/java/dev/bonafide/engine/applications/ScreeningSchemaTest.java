package dev.bonafide.engine.applications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.engine.Json;
import dev.bonafide.engine.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schema, against a real screening. */
class ScreeningSchemaTest {
  private static final String PROSE =
      """
      • ran Kubernetes in production for forty services of the freight quotation desk
      • halved the idle time of cranes by planning berths from the tide table of the harbour
      • taught nine colleagues to read heap dumps and wrote the handbook that they still use
      • found the leaking socket pool behind the winter outages and proved it on a replayed trace
      • measured picking routes in the cold store and shortened them by regrouping the pallets
      """;

  @TempDir Path folder;

  private String json = "";

  private static final PublishedSchema SCHEMA =
      new PublishedSchema(ScreeningFindings.class, "screening.schema.json");

  @BeforeEach
  void screen() throws IOException {
    Path fresh = Files.createDirectories(folder.resolve("fresh"));
    Path earlier = Files.createDirectories(folder.resolve("earlier"));
    String job = "\n\nEXPERIENCE\nEngineer, Ferry Line, March 2009 – February 2011\n" + PROSE;
    Files.writeString(fresh.resolve("A-1.txt"), "Nina Example\nshared@mail.example" + job);
    Files.writeString(fresh.resolve("A-2.bin"), "\0");
    Files.writeString(earlier.resolve("E-1.txt"), "Ole Sample\nshared@mail.example" + job);
    ScreeningFindings findings =
        new Screening(
                new Screening.Settings(
                    List.of(fresh),
                    List.of(earlier),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    LocalDate.of(2026, 11, 1),
                    "screen",
                    Extractor.NONE))
            .run();
    assertThat(findings.applicants().getFirst().questions()).isNotEmpty();
    assertThat(findings.earlier()).hasSize(1);
    assertThat(findings.clusters()).hasSize(1);
    json = new String(Json.document(findings), UTF_8);
  }

  @Test
  void aRealScreeningFitsTheSchema() throws IOException {
    assertThat(SCHEMA.problems(json)).isEmpty();
  }

  @Test
  void whatDoesNotFitIsSeen() throws IOException {
    for (String[] change :
        new String[][] {
          {"\"line\" : \"prior\"", "\"line\" : \"guess\""},
          {"\"questions\" :", "\"verdict\" :"},
          {"\"sha256\" : \"", "\"sha256\" : \"X"},
          {"\"kind\" : \"operator\"", "\"kind\" : \"guilty\""},
        }) {
      assertThat(json).contains(change[0]);
      assertThat(SCHEMA.problems(json.replace(change[0], change[1]))).as(change[1]).isNotEmpty();
    }
  }

  @Test
  void thePublishedSchemaIsTheOneThatIsTested() throws IOException {
    assertThat(Files.readString(Path.of("../docs/screening.schema.json"))).isEqualTo(SCHEMA.text());
  }
}
