package dev.bonafide.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema, against real findings. */
class FindingsSchemaTest {
  @TempDir @Nullable Path folder;

  private static final PublishedSchema SCHEMA =
      new PublishedSchema(Findings.class, "findings.schema.json");

  private String findings(boolean reveal) throws IOException {
    assertThat(folder).isNotNull();
    Path logs = folder.resolve("logs");
    Logs.of(Logs.small(7)).write(logs);
    Files.writeString(logs.resolve("unknown.txt"), "nothing known");
    Analysis.Settings settings = Runs.settings(logs, 2);
    Results results =
        Runs.run(reveal ? Runs.revealed(settings) : settings).ofRun("analyze logs", 12);
    assertThat(results.over()).isNotEmpty();
    return new String(Json.document(results.findings()), UTF_8);
  }

  @Test
  void realFindingsFitTheSchemaWithAndWithoutNames() throws IOException {
    assertThat(SCHEMA.problems(findings(false))).isEmpty();
    assertThat(SCHEMA.problems(findings(true))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"band\" : \"none\"|\"band\" : \"guilty\"",
        "\"hr\" :|\"rh\" :",
        "\"line\" : \"prior\"|\"line\" : \"guess\"",
        "\"budget\" : 25.0|\"budget\" : 0",
        "\"sha256\" : \"|\"sha256\" : \"X",
      })
  void whatDoesNotFitIsSeen(String good, String bad) throws IOException {
    String json = findings(false);
    assertThat(json).contains(good);
    assertThat(SCHEMA.problems(json.replace(good, bad))).isNotEmpty();
  }

  @Test
  void thePublishedSchemaIsTheOneThatIsTested() throws IOException {
    assertThat(Files.readString(Path.of("../docs/findings.schema.json"))).isEqualTo(SCHEMA.text());
  }
}
