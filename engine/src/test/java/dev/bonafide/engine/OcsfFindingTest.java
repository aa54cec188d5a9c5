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
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings as a SIEM takes them, against OCSF's Detection Finding. */
class OcsfFindingTest {
  @TempDir @Nullable Path folder;

  private static List<String> problems(String json) throws IOException {
    try (InputStream in =
        OcsfFindingTest.class.getResourceAsStream("ocsf-detection-finding.schema.json")) {
      assertThat(in).isNotNull();
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(new String(in.readAllBytes(), UTF_8), InputFormat.JSON);
      return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
    }
  }

  private Results results() throws IOException {
    assertThat(folder).isNotNull();
    Path logs = folder.resolve("logs");
    Logs.of(Logs.small(7)).write(logs);
    return Runs.run(Runs.settings(logs, 2)).ofRun("analyze logs", 12);
  }

  @Test
  void eachPersonWithEvidenceIsOneFindingThatFitsTheSchemaAndNamesNobody() throws IOException {
    Findings findings = results().findings();
    List<OcsfFinding> all = OcsfFinding.of(findings);
    List<Findings.Person> withEvidence =
        findings.people().stream().filter(person -> !person.indicators().isEmpty()).toList();
    assertThat(all).isNotEmpty();
    assertThat(all.stream().map(one -> one.findingInfo().uid()))
        .containsAll(withEvidence.stream().map(person -> "bonafide:" + person.id()).toList());
    for (OcsfFinding one : all) {
      String json = Json.line(one);
      assertThat(problems(json)).as(json).isEmpty();
      assertThat(json).doesNotContain("@").doesNotContain(".example");
      assertThat(one.typeUid()).isEqualTo(one.classUid() * 100 + one.activityId());
      assertThat(one.findingInfo().relatedEvents()).isNotEmpty();
    }
  }

  @Test
  void theSeverityFollowsTheBand() throws IOException {
    for (OcsfFinding one : OcsfFinding.of(results().findings())) {
      assertThat(one.severityId())
          .isEqualTo(
              switch (one.unmapped().band()) {
                case "watch" -> 3;
                case "review" -> 4;
                case "urgent" -> 5;
                default -> 1;
              });
    }
  }

  @Test
  void whatDoesNotFitIsSeen() throws IOException {
    String json = Json.line(OcsfFinding.of(results().findings()).getFirst());
    assertThat(problems(json.replace("\"class_uid\":2004", "\"class_uid\":3002"))).isNotEmpty();
    assertThat(problems(json.replace("finding_info", "findingInfo"))).isNotEmpty();
    assertThat(problems(json.replace("\"severity_id\":", "\"severity_id\":7"))).isNotEmpty();
  }
}
