package dev.bonafide.hiring.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.PersonKey;
import dev.bonafide.hiring.Shared;
import dev.bonafide.hiring.contact.Contact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private static final String TEXT =
      """
      {"action": "new_candidate_application", "payload": {"application": {
        "applied_at": "2026-03-22T10:00:00Z",
        "candidate": {
          "id": 17, "first_name": "Nina", "last_name": "Example",
          "photo_url": "https://pictures.example/x",
          "phone_numbers": [{"value": "(512) 555-0143", "type": "home"}],
          "email_addresses": [{"value": "nina@mail.example", "type": "personal"}],
          "addresses": [{"value": "100 Example St\\nSpringfield, IL 62701", "type": "home"}],
          "social_media_addresses": [{"value": "linkedin.com/in/nina-example"}],
          "educations": [{"school_name": "Example University", "degree": "Bachelor's Degree",
                          "discipline": "Computing", "start_date": "01/01/2008", "end_date": "01/01/2012"}],
          "employments": [{"company_name": "Ferry Line", "title": "Engineer", "start_date": "2013-02-01"}],
          "custom_fields": {"birthday": "1990-01-01"}
        }}}}
      """;

  private static Document read(String text) {
    return Documents.read("export.json", 1, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Applicant> applicants(Document document) {
    return document instanceof Document.OfSystem system
        ? system.candidates().stream().map(Document.Candidate::applicant).toList()
        : List.of();
  }

  @Test
  void aCandidateIsReadWithContactsPositionsAndDay() {
    List<Applicant> read = applicants(read(TEXT));
    assertThat(read).hasSize(1);
    Applicant a = read.getFirst();
    assertThat(a.id()).isEqualTo("17");
    assertThat(a.person()).isEqualTo(PersonKey.of("EXAMPLE nina", "other"));
    assertThat(a.day()).isEqualTo(LocalDate.of(2026, 3, 22).toEpochDay());
    assertThat(a.livesIn()).containsExactly("US");
    assertThat(a.contacts())
        .extracting(Contact::key)
        .containsExactly(
            "mail:nina@mail.example",
            "phone:+15125550143",
            "address:100 example 62701",
            "profile:linkedin.com/in/nina-example");
    assertThat(Objects.requireNonNull(a.resume()).jobs().getFirst().span().text())
        .isEqualTo("since 1 February 2013");
    assertThat(a.resume().studies().getFirst().span().text())
        .isEqualTo("1 January 2008 to 1 January 2012");
    assertThat(a.toString()).doesNotContain("1990", "pictures", "Nina ");
  }

  @Test
  void severalAreReadAndWhatHoldsNoneSaysSo() {
    assertThat(
            applicants(
                read("[{\"id\":1,\"email_addresses\":[]},{\"id\":2,\"phone_numbers\":null}]")))
        .extracting(Applicant::id)
        .containsExactly("1", "2");
    assertThat(read("{\"jobs\": []}")).isInstanceOf(Document.Nothing.class);
    assertThat(read("{\"jobs\": ")).isInstanceOf(Document.Unreadable.class);
  }

  @Test
  void theSamplesAreRead() throws IOException {
    Path folder = Shared.folder("samples/greenhouse_ats/greenhouse-api-docs");
    if (folder == null) {
      return;
    }
    int candidates = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        candidates +=
            applicants(Documents.read(file.getFileName().toString(), 1, Files.readAllBytes(file)))
                .size();
      }
    }
    assertThat(candidates).isEqualTo(7);
  }
}
