package dev.bonafide.hiring.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.Traces.Standing;
import dev.bonafide.hiring.documents.Inbox.Received;
import dev.bonafide.model.Hash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final String ATS =
      """
      Applicant ID,Full Name,E-Mail,Phone,City,Country,Applied At,IP Address,Date of Birth,Resume
      A-0041,Nina Example,nina@mail.example,+1 512 555 0143,Austin,US,2026-11-02,198.51.100.7,1990-01-01,nina.txt
      A-0042,Ole Example,ole@mail.example,,Bergen,Norway,2026-11-03,,,
      """;
  private static final String RESUME =
      """
      Somebody Else
      EXPERIENCE
      Engineer, Ferry Line, Mar 2012 – Feb 2016
      • kept the ferries running on time with four others
      """;
  private static final String TALK =
      """
      WEBVTT

      00:00:01.000 --> 00:00:02.000
      <v Interviewer>How are you?

      00:00:02.200 --> 00:00:03.000
      <v Ole Example>Fine.
      """;

  private static Received received(String path, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    long id = Hash.of(path + text);
    return new Received(path, id, Documents.read(path, id, bytes), null);
  }

  private static Applicant of(Inbox.Sorted sorted, String id) {
    return sorted.applicants().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aSystemsRowsAreApplicantsAndWhatMayNotBeReadIsNamed() {
    Document document = Documents.read("ats.csv", 1, ATS.getBytes(UTF_8));
    assertThat(document.notes()).anyMatch(note -> note.contains("date of birth"));
    Applicant nina = of(Inbox.sort(List.of(received("ats.csv", ATS))), "A-0041");
    assertThat(nina.day()).isEqualTo(LocalDate.of(2026, 11, 2).toEpochDay());
    assertThat(nina.livesIn()).containsExactly("US");
    assertThat(nina.contacts())
        .extracting(c -> c.key())
        .containsExactly("mail:nina@mail.example", "phone:+15125550143");
    assertThat(nina.sent()).isEqualTo(new Applicant.Sent("198.51.100.7", null));
    assertThat(nina.toString()).doesNotContain("1990", "Nina Example");
  }

  @Test
  void documentsJoinByListedFileThenByIdInTheirNameThenByStem() {
    List<Received> all =
        List.of(
            received("in/ats.csv", ATS),
            received("in/files/nina.txt", RESUME),
            received("in/files/interview_A-0042.vtt", TALK),
            received("in/files/A-0077.txt", RESUME),
            received("in/A-0077/transcript.vtt", TALK));
    Inbox.Sorted sorted = Inbox.sort(all);
    assertThat(sorted.applicants())
        .extracting(Applicant::id)
        .containsExactly("A-0041", "A-0042", "A-0077");
    assertThat(of(sorted, "A-0041").resume()).isNotNull();
    assertThat(of(sorted, "A-0042").interviews()).hasSize(1);
    assertThat(of(sorted, "A-0042").interviews().getFirst().candidate()).isEqualTo("Ole Example");
    assertThat(of(sorted, "A-0077").interviews()).hasSize(1);
    assertThat(sorted.documents().get("A-0041")).containsExactly("in/ats.csv", "in/files/nina.txt");
  }

  @Test
  void theOrderOfDocumentsChangesNothing() {
    List<Received> all =
        new ArrayList<>(
            List.of(
                received("ats.csv", ATS),
                received("A-0042.txt", RESUME),
                received("A-0042-interview-2.vtt", TALK),
                received("b.txt", RESUME)));
    Inbox.Sorted first = Inbox.sort(all);
    Collections.reverse(all);
    Inbox.Sorted second = Inbox.sort(all);
    assertThat(second.documents()).isEqualTo(first.documents());
    assertThat(second.places()).isEqualTo(first.places());
    assertThat(second.applicants())
        .extracting(Applicant::id, Applicant::recordId, Applicant::person)
        .isEqualTo(
            first.applicants().stream()
                .map(a -> org.assertj.core.groups.Tuple.tuple(a.id(), a.recordId(), a.person()))
                .toList());
  }

  @Test
  void numbersInNamesAreNotTakenForKindsOfDocument() {
    Inbox.Sorted sorted =
        Inbox.sort(
            List.of(
                received("A-01.txt", RESUME),
                received("A-02.txt", RESUME),
                received("resume_A-03.txt", RESUME),
                received("cv.txt", RESUME)));
    assertThat(sorted.applicants())
        .extracting(Applicant::id)
        .containsExactly("A-01", "A-02", "A-03", "cv");
  }

  @Test
  void referencesJoinByIdOrMailAndOthersAreNamed() {
    String references =
        """
        Applicant,Referee,Referee Email,Company,IP
        A-0041,Rita,rita@ferry.example,Ferry Line,203.0.113.9
        ole@mail.example,Sam,sam@ferry.example,Ferry Line,
        A-9999,Tom,tom@ferry.example,Ferry Line,
        """;
    Inbox.Sorted sorted =
        Inbox.sort(List.of(received("ats.csv", ATS), received("references.csv", references)));
    assertThat(of(sorted, "A-0041").references()).hasSize(1);
    assertThat(of(sorted, "A-0042").references().getFirst().contacts().getFirst().key())
        .isEqualTo("mail:sam@ferry.example");
    assertThat(sorted.alone()).containsKey("references.csv");
  }

  @Test
  void aWorkerWhoCameThroughAnApplicationIsTheSamePerson() {
    String workers =
        """
        Worker ID,Name,Private Mail,Phone,Start,End,Leave Reason,Applicant ID
        W-1,N. Example-Berg,nina@mail.example,,2026-12-01,,,A-0041
        W-2,Pat Sample,pat@mail.example,,2020-01-01,2024-05-01,dismissed for cause,
        W-3,Kim Sample,kim@mail.example,,2020-01-01,2024-05-01,resigned,
        """;
    Inbox.Sorted sorted = Inbox.sort(List.of(received("ats.csv", ATS)));
    var traces = sorted.traces(Workers.read(workers, LocalDate.of(2026, 11, 4).toEpochDay()));
    assertThat(traces.get(0).person()).isEqualTo(of(sorted, "A-0041").person());
    assertThat(traces)
        .extracting(t -> t.standing())
        .containsExactly(Standing.WORKER, Standing.LEFT_FOR_CAUSE, Standing.LEAVER);
  }

  @Test
  void whatIsNothingToScreenSaysWhy() {
    assertThat(Documents.read("x", 1, "colour,taste\nred,sweet\n".getBytes(UTF_8)))
        .isInstanceOf(Document.Nothing.class);
    assertThat(Documents.read("x", 1, new byte[] {1, 0, 2}))
        .isInstanceOf(Document.Unreadable.class);
    assertThat(Documents.read("x", 1, new byte[0])).isInstanceOf(Document.Unreadable.class);
    assertThat(Documents.read("x", 1, "hello".getBytes(UTF_8)))
        .isInstanceOf(Document.Nothing.class);
  }

  @Test
  void tablesKeepQuotedLineEndsAndSeparators() {
    Table table = Table.read("\ufeffid;note\r\n1;\"a;\"\"b\"\"\nc\"\r\n2;x\r\n");
    assertThat(table).isNotNull();
    assertThat(table.headers()).containsExactly("id", "note");
    assertThat(table.rows()).extracting(r -> r.at(1)).containsExactly("a;\"b\"\nc", "x");
    assertThat(table.rows()).extracting(Table.Row::line).containsExactly(2, 4);
  }
}
