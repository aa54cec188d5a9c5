package dev.bonafide.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.engine.Findings.Applicant;
import dev.bonafide.engine.Findings.LedgerLine;
import dev.bonafide.engine.Findings.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications among the files of an analysis. */
class SpineTest {
  private static final String HR =
      """
      Employee ID,Name,Work Email,Country,Start Date,Phone,Personal Email,Applicant ID
      W-1,Nina Canaryword,nina@works.example,US,2026-03-02,+1 512 555 0137,nina@mail.example,A-1
      W-2,Ole Otherword,ole@works.example,US,2026-03-02,+1 512 555 0138,ole@mail.example,A-2
      W-3,Pat Thirdword,pat@works.example,US,2026-03-02,+1 512 555 0139,pat@mail.example,
      """;

  private static final String NINA =
      """
      Nina Canaryword
      nina@mail.example

      EXPERIENCE
      Engineer, Ferry Line, March 2009 – February 2011
      • ran Kubernetes in production for forty services
      """;

  private static final String OLE =
      """
      {"basics":{"name":"Ole Otherword","email":"ole@mail.example"},
       "work":[{"name":"Night Rail","position":"Engineer","startDate":"2016-03","endDate":"2019-02"}]}
      """;

  private static final String REFEREES =
      """
      applicant id,referee name,referee email,relation,company
      A-1,Rolf Refereeword,nina@mail.example,manager,Ferry Line
      """;

  @TempDir Path folder;

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void company() throws IOException {
    file("hr.csv", HR);
    file("A-1_Nina_Canaryword_resume.txt", NINA);
    file("A-2.json", OLE);
    file("references.csv", REFEREES);
  }

  private Results run() {
    return Runs.run(folder, 2);
  }

  private static Person only(Results results, String indicator) {
    List<Person> people =
        results.findings().people().stream()
            .filter(p -> p.indicators().contains(indicator))
            .toList();
    assertThat(people).hasSize(1);
    return people.getFirst();
  }

  @Test
  void whatAnApplicationShowsStandsInTheLedgerOfTheWorkerWhoCameThroughIt() throws IOException {
    company();
    Results results = run();
    Person nina = only(results, "src-tech-anachronism");
    assertThat(nina.indicators())
        .containsExactly("ref-shared-infrastructure", "src-tech-anachronism");
    assertThat(nina.ledger().stream().mapToLong(LedgerLine::millinats).sum())
        .isEqualTo(nina.millinats());
    LedgerLine line =
        nina.ledger().stream()
            .filter(l -> "src-tech-anachronism".equals(l.indicator()))
            .findFirst()
            .orElseThrow();
    assertThat(line.refs()).hasSize(1);
    assertThat(line.refs().getFirst().sha256())
        .isEqualTo(
            Citations.sha256(
                NINA.getBytes(StandardCharsets.UTF_8),
                0,
                NINA.getBytes(StandardCharsets.UTF_8).length));
    // It says when it was sent no later than by the day on which the work began.
    assertThat(line.from()).isEqualTo("2026-03-02T00:00:00Z");
    assertThat(results.findings().applicants())
        .hasSize(2)
        .extracting(Applicant::person)
        .contains(nina.id())
        .doesNotContainNull();
    assertThat(results.evidence()).allSatisfy(e -> assertThat(e.person()).isEqualTo(nina.id()));
    assertThat(results.quality().files())
        .filteredOn(f -> f.recognised() == null)
        .as("files that were not read")
        .isEmpty();
  }

  @Test
  void nothingNamesAnybodyAndNoApplicationIsNamedByItsOwnId() throws IOException {
    company();
    Results results = run();
    String all =
        new String(Json.document(results.findings()), StandardCharsets.UTF_8)
            + new String(Json.lines(results.evidence()), StandardCharsets.UTF_8)
            + new String(Json.document(results.quality()), StandardCharsets.UTF_8);
    assertThat(all.toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("canaryword", "otherword", "refereeword", "mail.example", "\"a-1\"");
    assertThat(results.findings().applicants())
        .allSatisfy(a -> assertThat(a.id()).matches("c-[a-z2-7]{13}"));
    Results revealed = Runs.run(Runs.revealed(Runs.settings(folder, 1)));
    assertThat(revealed.findings().applicants())
        .extracting(Applicant::id)
        .containsExactly("A-1", "A-2");
  }

  @Test
  void packingCopiesOrderAndThreadsChangeNothing() throws IOException {
    company();
    String plain = Runs.canonical(run());
    assertThat(Runs.canonical(Runs.run(folder, 1))).isEqualTo(plain);
    Files.delete(folder.resolve("A-1_Nina_Canaryword_resume.txt"));
    Files.delete(folder.resolve("A-2.json"));
    try (OutputStream out =
        new GZIPOutputStream(
            Files.newOutputStream(folder.resolve("A-1_Nina_Canaryword_resume.txt.gz")))) {
      out.write(NINA.getBytes(StandardCharsets.UTF_8));
    }
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("old.zip")))) {
      for (String name : List.of("z/A-2.json", "z/A-1_Nina_Canaryword_resume.txt")) {
        out.putNextEntry(new ZipEntry(name));
        out.write((name.endsWith("json") ? OLE : NINA).getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(Runs.canonical(run())).isEqualTo(plain);
  }

  @Test
  void withoutAnHrListNobodyIsScoredAndApplicationsStandForThemselves() throws IOException {
    file("A-1.txt", NINA);
    Results results = run();
    assertThat(results.findings().people()).isEmpty();
    assertThat(results.findings().applicants()).hasSize(1);
    Applicant one = results.findings().applicants().getFirst();
    assertThat(one.indicators()).containsExactly("src-tech-anachronism");
    assertThat(one.person()).isNull();
  }

  @Test
  void anApplicationThatTwoWorkersNameIsNeithers() throws IOException {
    file("hr.csv", HR.replace(",A-2", ",A-1"));
    file("A-1.txt", NINA);
    Results results = run();
    assertThat(results.findings().people()).allSatisfy(p -> assertThat(p.indicators()).isEmpty());
    assertThat(results.quality().notes())
        .anyMatch(n -> n.contains("an applicant id belongs to one"));
  }

  @Test
  void textsAndCaptionsOfAnythingElseAreNoApplications() throws IOException {
    file("hr.csv", HR);
    file("notes.txt", "the proxy of bob@somewhere.example was restarted, see 2019 – 2021\n");
    file(
        "weekly.vtt",
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Nina Canaryword>Good morning.\n");
    file("data.json", "{\"a\": {\"b\": [1, 2]}}");
    file("customers.csv", "id,full name,email\n7,Cleo Buyer,cleo@shop.example\n");
    Results results = run();
    assertThat(results.findings().applicants()).isEmpty();
    assertThat(results.quality().files())
        .filteredOn(f -> f.recognised() == null)
        .hasSize(4)
        .allSatisfy(f -> assertThat(f.why()).isNotEmpty());
  }

  @Test
  void anEncryptedDocumentIsNamedWithTheReasonAndEndsNothing() throws IOException {
    company();
    file("A-3.pdf", "%PDF-1.7\n1 0 obj\n<< /Encrypt 2 0 R >>\n");
    Results results = run();
    assertThat(results.quality().files())
        .filteredOn(f -> f.recognised() == null)
        .singleElement()
        .satisfies(f -> assertThat(f.why()).startsWith("could not be read"));
    only(results, "src-tech-anachronism");
  }
}
