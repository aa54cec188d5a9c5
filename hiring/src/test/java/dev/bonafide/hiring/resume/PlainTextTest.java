package dev.bonafide.hiring.resume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.hiring.resume.Job.Mark;
import dev.bonafide.hiring.resume.Study.Degree;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  private static final String TEXT =
      """
      Nina Example
      Platform Engineer | Austin, TX
      nina@mail.example | +1 512 555 0143 | github.com/nina-example

      SUMMARY
      Engineer with 9 years of experience in logistics software.

      WORK EXPERIENCE

      Senior Platform Engineer
      Ferry Line Inc — Austin, TX
      Mar 2016 – Present
      • Moved the timetable service to Kubernetes and cut the
        nightly batch from five hours to forty minutes
      • Technologies: Go, Docker, PostgreSQL

      Quiet Harbour GmbH, Software Developer (part-time), Berlin, Germany, 2012 - 2015
      - Wrote the invoice module in Java.
      - Looked after the MySQL replicas.

      EDUCATION
      BSc Computer Science, Example University, www.example-university.example
      2008 – 2012, Germany

      SKILLS
      Java, Go, Kubernetes

      References
      Ask me
      ref@mail.example
      """;

  private final Resume resume = read(TEXT);

  private static Resume read(String text) {
    return PlainText.read("cv.txt", 7, text, "Nina Example");
  }

  @Test
  void jobsHaveSpanPlaceKindAndTheirOwnLines() {
    assertThat(resume.jobs()).hasSize(2);
    Job first = resume.jobs().get(0);
    assertThat(first.span().text()).isEqualTo("since March 2016");
    assertThat(first.titles()).contains("Senior Platform Engineer");
    assertThat(first.employers()).contains("ferry line inc");
    assertThat(first.countries()).containsExactly("US");
    assertThat(first.marks()).isEmpty();
    assertThat(texts(first.body()))
        .anyMatch(t -> t.contains("Kubernetes"))
        .noneMatch(t -> t.contains("Quiet Harbour"));
    Job second = resume.jobs().get(1);
    assertThat(second.span().text()).isEqualTo("2012 to 2015");
    assertThat(second.countries()).containsExactly("DE");
    assertThat(second.is(Mark.PART_TIME)).isTrue();
    assertThat(texts(second.body())).hasSize(2);
  }

  @Test
  void studiesHaveDegreeSchoolAndDomain() {
    assertThat(resume.studies()).hasSize(1);
    Study study = resume.studies().getFirst();
    assertThat(study.degree()).isEqualTo(Degree.BACHELOR);
    assertThat(study.school()).isEqualTo("Example University");
    assertThat(study.domain()).isEqualTo("example-university.example");
    assertThat(study.countries()).containsExactly("DE");
    assertThat(study.span().text()).isEqualTo("2008 to 2012");
  }

  @Test
  void contactsOfTheApplicantAreFoundAndThoseOfRefereesLeftOut() {
    assertThat(resume.contacts())
        .extracting(Contact::key)
        .containsExactlyInAnyOrder(
            "mail:nina@mail.example", "phone:+15125550143", "profile:github.com/nina-example");
    assertThat(resume.countries()).containsExactly("US");
  }

  @Test
  void linesKeepTheirNumbers() {
    Line line =
        resume.lines().stream()
            .filter(l -> l.text().contains("timetable"))
            .findFirst()
            .orElseThrow();
    assertThat(line.number()).isEqualTo(13);
    assertThat(TEXT.split("\n", -1)[line.number() - 1]).contains("timetable");
  }

  @Test
  void aLineBetweenTwoJobsBelongsToNone() {
    Resume glued =
        read(
            """
            EXPERIENCE
            Engineer, Ferry Line Inc
            2008 – 2010
            • Wrote the invoice module in Java
            Platform group Kubernetes
            Quiet Harbour GmbH
            2016 – 2018
            • Ran the clusters
            """);
    assertThat(glued.jobs()).hasSize(2);
    assertThat(texts(glued.jobs().getFirst().body()))
        .containsExactly("• Wrote the invoice module in Java");
  }

  @Test
  void aBareWordOfASideColumnBelongsToNoJob() {
    Resume columns =
        read(
            """
            EXPERIENCE
            Engineer, Ferry Line Inc, 2008 – 2010
            • Wrote the invoice module in Java
            Kubernetes
            • Looked after replicas

            Engineer, Quiet Harbour, 2011 – 2013
            • Ran the mail servers
            """);
    assertThat(texts(columns.jobs().getFirst().body())).doesNotContain("Kubernetes");
  }

  @Test
  void spacedAndForeignHeadingsOpenSections() {
    Resume german =
        read(
            """
            B E R U F S E R F A H R U N G
            Entwicklerin, Fährlinie AG, 03/2010 bis 11/2012
            - Rechnungen in Java geschrieben.
            Ausbildung:
            Diplom-Informatikerin, Hochschule Beispiel, 2005 – 2010
            """);
    assertThat(german.jobs()).hasSize(1);
    assertThat(german.studies()).hasSize(1);
    assertThat(german.studies().getFirst().degree()).isEqualTo(Degree.MASTER);
  }

  @Test
  void anEmptyDocumentSaysWhatToDo() {
    assertThat(read("  \n\n").problems()).hasSize(1);
    assertThat(read("").problems().getFirst()).contains("no text");
    assertThat(read("just words\nand more").problems().getFirst()).contains("no entry with dates");
  }

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }
}
