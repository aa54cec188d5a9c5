package dev.bonafide.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema, against real findings. */
class FindingsSchemaTest {
  @TempDir @Nullable Path folder;

  private static String schemaText() throws IOException {
    try (InputStream in = Findings.class.getResourceAsStream("findings.schema.json")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static List<String> problems(String json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schemaText(), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
  }

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
    assertThat(problems(findings(false))).isEmpty();
    assertThat(problems(findings(true))).isEmpty();
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
    assertThat(problems(json.replace(good, bad))).isNotEmpty();
  }

  @Test
  void thePublishedSchemaIsTheOneThatIsTested() throws IOException {
    assertThat(Files.readString(Path.of("../docs/findings.schema.json"))).isEqualTo(schemaText());
  }
}
