package dev.bonafide.hiring.resume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.Shared;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonResumeTest {
  private static final String TEXT =
      """
      {
        "basics": {
          "name": "Nina Example",
          "email": "nina@mail.example",
          "phone": "(512) 555-0143",
          "image": "data:ignored",
          "location": {"countryCode": "US", "city": "Austin", "region": "TX"},
          "profiles": [{"network": "GitHub", "url": "https://github.com/nina-example"}]
        },
        "work": [
          {
            "name": "Ferry Line Inc",
            "location": "Austin, TX",
            "position": "Platform Engineer",
            "startDate": "2016-03",
            "highlights": ["Moved the timetable service to Kubernetes"]
          },
          {"name": "Quiet Harbour", "position": "Developer", "startDate": "2012", "endDate": "soon"}
        ],
        "education": [
          {"institution": "Example University", "url": "https://www.uni.example/x",
           "studyType": "Bachelor", "area": "Computing", "startDate": "2008-10-01", "endDate": "2012-07-01"}
        ],
        "skills": [{"name": "Web", "keywords": ["Go", "Docker"]}]
      }
      """;

  private static Resume read(String text) {
    return JsonResume.read("cv.json", 3, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsWhatTheSchemaNamesWithItsLines() {
    Resume resume = read(TEXT);
    assertThat(resume.jobs()).hasSize(2);
    Job job = resume.jobs().getFirst();
    assertThat(job.span().text()).isEqualTo("since March 2016");
    assertThat(job.heading().number()).isEqualTo(11);
    assertThat(job.body().getFirst().number()).isEqualTo(16);
    assertThat(job.countries()).containsExactly("US");
    assertThat(resume.studies().getFirst().domain()).isEqualTo("uni.example");
    assertThat(resume.contacts())
        .extracting(Contact::key)
        .containsExactly(
            "mail:nina@mail.example", "phone:+15125550143", "profile:github.com/nina-example");
    assertThat(resume.lines()).extracting(Line::text).contains("Web, Go, Docker");
  }

  @Test
  void aDateThatCantBeReadIsAProblemAndTheRestIsKept() {
    Resume resume = read(TEXT);
    assertThat(resume.problems()).hasSize(1);
    assertThat(resume.problems().getFirst()).startsWith("line 18:").contains("2014-06-29");
    assertThat(resume.jobs().get(1).span().ongoing()).isFalse();
  }

  @Test
  void aBrokenDocumentIsAProblemAndNoException() {
    for (String broken : List.of("", "{", "{\"basics\": tru", "[1,2", "\u0000\u0001")) {
      assertThat(read(broken).problems()).as(broken).hasSize(1);
    }
    assertThat(read("[".repeat(100_000)).problems()).hasSize(1);
    assertThat(read("{\"basics\": 7, \"work\": \"x\", \"education\": [null, 3]}").jobs()).isEmpty();
  }

  @Test
  void theSamplesOfTheSchemaAreRead() throws IOException {
    Path folder = Shared.folder("samples/resume/jsonresume-resume-schema");
    if (folder == null) {
      return;
    }
    byte[] sample = Files.readAllBytes(folder.resolve("sample.resume.json"));
    Resume resume = JsonResume.read("sample", 1, sample);
    assertThat(resume.problems()).isEmpty();
    assertThat(resume.jobs()).hasSize(2);
    assertThat(resume.jobs().getFirst().span().text())
        .isEqualTo("1 December 2013 to 1 December 2014");
    assertThat(resume.studies().getFirst().domain()).isEqualTo("ou.edu");
    assertThat(resume.contacts())
        .extracting(Contact::key)
        .contains("mail:richard.hendriks@mail.com");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        assertThat(Json.read(bytes)).as(file.toString()).isInstanceOf(Json.Outcome.Read.class);
        JsonResume.read(file.getFileName().toString(), 1, bytes); // odd values never throw
      }
    }
  }
}
