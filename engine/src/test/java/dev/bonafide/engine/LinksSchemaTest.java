package dev.bonafide.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schema, against links of a run and links with everything in them. */
class LinksSchemaTest {
  @TempDir @Nullable Path folder;

  private static final PublishedSchema SCHEMA =
      new PublishedSchema(Links.class, "links.schema.json");

  @Test
  void linksOfARunFitTheSchemaAndNameNobody() throws IOException {
    assertThat(folder).isNotNull();
    Path logs = folder.resolve("logs");
    Logs.of(Logs.small(7)).write(logs);
    Results results = Runs.run(logs, 2).ofRun("link logs", 12);
    String json = new String(Json.document(results.links()), UTF_8);
    assertThat(SCHEMA.problems(json)).isEmpty();
    assertThat(results.links().persons()).isNotEmpty().allMatch(p -> p.id().startsWith("p-"));
    assertThat(json).doesNotContain("@");
  }

  @Test
  void everythingThatLinksCanHoldFitsAndWhatDoesNotIsSeen() throws IOException {
    String json = new String(Json.document(LinkingTest.everything()), UTF_8);
    assertThat(SCHEMA.problems(json)).isEmpty();
    for (String good :
        List.of("\"kind\" : \"farm\"", "\"mechanism\" : \"hours\"", "\"judged\" : \"DIFFERENT\"")) {
      assertThat(json).contains(good);
      String bad = good.substring(0, good.lastIndexOf('"')) + "x\"";
      assertThat(SCHEMA.problems(json.replace(good, bad))).as(bad).isNotEmpty();
    }
  }

  @Test
  void thePublishedSchemaIsTheOneThatIsTested() throws IOException {
    assertThat(Files.readString(Path.of("../docs/links.schema.json"))).isEqualTo(SCHEMA.text());
  }
}
