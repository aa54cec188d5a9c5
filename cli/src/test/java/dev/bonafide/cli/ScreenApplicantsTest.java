package dev.bonafide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScreenApplicantsTest {
  @TempDir Path folder;

  private final Terminal terminal = Terminal.piped();

  private static final String PROSE =
      """
      • rebuilt the nightly settlement of card payments around a ledger of immutable postings
      • moved the freight quotation desk from spreadsheets to one priced timetable service
      • halved the idle time of cranes by planning berths from the tide table of the harbour
      • taught nine colleagues to read heap dumps and wrote the handbook that they still use
      • replaced the overnight customs export by small signed messages that brokers acknowledge
      • found the leaking socket pool behind the winter outages and proved it on a replayed trace
      • negotiated the retirement of the old tariff engine with four ministries and two carriers
      • measured picking routes in the cold store and shortened them by regrouping the pallets
      """;

  private void application(String id, String name, String mail, String job) throws IOException {
    Path applications = Files.createDirectories(folder.resolve("applications"));
    Files.writeString(
        applications.resolve(id + ".txt"),
        name
            + "\n"
            + mail
            + "\n\nEXPERIENCE\n"
            + job
            + "\nEDUCATION\nBSc, Example University, 2001 – 2005\n");
  }

  private JsonNode screening() throws IOException {
    return JsonMapper.builder()
        .build()
        .readTree(Files.readString(folder.resolve("out/screening.json")));
  }

  private int screen(String... more) {
    String[] args = new String[4 + more.length];
    args[0] = "screen";
    args[1] = folder.resolve("applications").toString();
    args[2] = "--out";
    args[3] = folder.resolve("out").toString();
    System.arraycopy(more, 0, args, 4, more.length);
    return terminal.run(args);
  }

  @Test
  void whatDoesNotFitIsQuotedAskedAndWeighed() throws IOException {
    application(
        "A-1",
        "Nina Example",
        "nina@mail.example",
        "Engineer, Ferry Line, March 2009 – February 2011\n• ran Kubernetes in production for forty services\n");
    application(
        "A-2",
        "Ole Example",
        "ole@mail.example",
        "Engineer, Night Rail, March 2016 – February 2019\n" + PROSE);
    assertThat(screen("--as-of", "2026-11-01")).isEqualTo(Exit.OK);
    JsonNode applicants = screening().get("applicants");
    assertThat(applicants).hasSize(2);
    JsonNode nina = applicants.get(0);
    assertThat(nina.get("id").asString()).isEqualTo("A-1");
    assertThat(nina.get("indicators").get(0).asString()).isEqualTo("src-tech-anachronism");
    assertThat(nina.get("questions").get(0).get("quotes").get(1).get("text").asString())
        .contains("ran Kubernetes in production");
    assertThat(nina.get("ledger").get(1).get("refs").get(0).get("sha256").asString()).hasSize(64);
    for (JsonNode applicant : applicants) {
      long sum =
          LongStream.range(0, applicant.get("ledger").size())
              .map(i -> applicant.get("ledger").get((int) i).get("millinats").asLong())
              .sum();
      assertThat(sum).isEqualTo(applicant.get("millinats").asLong());
    }
    assertThat(applicants.get(1).get("questions")).isEmpty();
    assertThat(applicants.get(1).has("firstSeen")).isFalse();
  }

  @Test
  void theRecruitersCardHasNoScoreAndNoScriptAndEverybodyGetsOne() throws IOException {
    application(
        "A-1",
        "Nina Example",
        "nina@mail.example",
        "Engineer, Ferry Line, March 2009 – February 2011\n• ran <script>alert(1)</script> Kubernetes\n");
    application(
        "A-2", "Ole Example", "ole@mail.example", "Engineer, Night Rail, 2016 – 2019\n" + PROSE);
    assertThat(screen()).isEqualTo(Exit.OK);
    String cards = Files.readString(folder.resolve("out/cards.html"));
    assertThat(cards)
        .contains("Application A-1", "Application A-2", "Nothing to ask", "What would settle it")
        .doesNotContain("<script", " dB", "millinats", "class=\"misfit\"", "http://", "https://");
    assertThat(Files.readString(folder.resolve("out/cards.json")))
        .doesNotContain("millinats", "decibans", "ledger");
    assertThat(Files.readString(folder.resolve("out/security.html"))).contains("millinats", "A-1");
  }

  @Test
  void textUnderTwoNamesLinksThemAlsoWithEarlierApplications() throws IOException {
    application(
        "A-1", "Nina Example", "nina@mail.example", "Engineer, Ferry Line, 2016 – 2019\n" + PROSE);
    Path earlier = Files.createDirectories(folder.resolve("earlier"));
    Files.writeString(
        earlier.resolve("E-7.txt"),
        "Pat Sample\npat@mail.example\n\nEXPERIENCE\nEngineer, Sea Cable, 2015 – 2018\n" + PROSE);
    assertThat(screen("--against", earlier.toString())).isEqualTo(Exit.OK);
    JsonNode found = screening();
    assertThat(found.get("applicants")).hasSize(1);
    assertThat(found.get("applicants").get(0).get("indicators").get(0).asString())
        .isEqualTo("src-resume-clone");
    assertThat(found.get("earlier").get(0).get("id").asString()).isEqualTo("E-7");
  }

  @Test
  void listsOfTheEmployerAreToldByTheirContentAndNamedInWhatTheyGive() throws IOException {
    application(
        "A-1", "Nina Example", "nina.dev@mail.example", "Engineer, Ferry Line, 2016 – 2019\n");
    application("A-2", "Ole Example", "ole@quick.example", "Engineer, Night Rail, 2016 – 2019\n");
    application("A-3", "Pat Sample", "pat@mail.example", "Engineer, Sea Cable, 2016 – 2019\n");
    Path lists = Files.createDirectories(folder.resolve("lists"));
    Files.writeString(
        lists.resolve("feed.json"),
        """
        {"type": "bundle", "id": "bundle--1", "objects": [
          {"type": "identity", "id": "identity--1", "name": "Sample Sharing Group"},
          {"type": "indicator", "created_by_ref": "identity--1", "pattern_type": "stix",
           "pattern": "[email-addr:value = 'Nina.Dev@mail.example']",
           "valid_from": "2026-01-01T00:00:00Z", "valid_until": "2027-01-01T00:00:00Z"}]}
        """);
    Files.writeString(
        lists.resolve("event.json"),
        """
        {"Event": {"info": "A sample event", "date": "2026-09-01", "Orgc": {"name": "Second Group"},
          "Attribute": [{"type": "email-src", "value": "pat@mail.example"}]}}
        """);
    Files.writeString(
        lists.resolve("old.csv"),
        "type,value,source,valid until\nemail,ole@quick.example,Third Group,2026-02-01\n");
    assertThat(screen("--as-of", "2026-11-01", "--lists", lists.toString())).isEqualTo(Exit.OK);
    JsonNode applicants = screening().get("applicants");
    assertThat(applicants.get(0).get("questions").get(0).get("fact").asString())
        .contains("published list (Sample Sharing Group", "valid to");
    assertThat(applicants.get(1).get("questions")).as("an entry that has ended").isEmpty();
    assertThat(applicants.get(2).get("questions").get(0).get("fact").asString())
        .contains("Second Group");
    assertThat(screening().get("notes").toString()).contains("1 published indicators");
  }

  @Test
  void everyFileIsReadOrNamedWithAReason() throws IOException {
    application(
        "A-1", "Nina Example", "nina@mail.example", "Engineer, Ferry Line, 2016 – 2019\n" + PROSE);
    Path in = folder.resolve("applications");
    Files.write(in.resolve("noise.bin"), new byte[] {1, 0, 3, 0});
    Files.writeString(in.resolve("broken.json"), "{\"basics\": ");
    Files.writeString(in.resolve("empty.txt"), "");
    Files.write(in.resolve("face.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
    assertThat(screen()).isEqualTo(Exit.OK);
    JsonNode documents = screening().get("documents");
    assertThat(documents).hasSize(5);
    for (JsonNode document : documents) {
      assertThat(document.has("kind")).isNotEqualTo(document.has("why"));
    }
    assertThat(terminal.err()).contains("4 not read");
  }

  @Test
  void theSameFolderGivesTheSameBytes() throws IOException {
    application(
        "A-1", "Nina Example", "nina@mail.example", "Engineer, Ferry Line, 2016 – 2019\n" + PROSE);
    screen("--as-of", "2026-11-01");
    String first = Files.readString(folder.resolve("out/screening.json"));
    screen("--as-of", "2026-11-01");
    assertThat(Files.readString(folder.resolve("out/screening.json"))).isEqualTo(first);
  }

  @Test
  void groupsAreCountedAndChangeNoFinding() throws IOException {
    application(
        "A-1",
        "Nina Example",
        "nina@mail.example",
        "Engineer, Ferry Line, March 2009 – February 2011\n• ran Kubernetes in production for forty services\n");
    application(
        "A-2", "Ole Example", "ole@mail.example", "Engineer, Night Rail, 2016 – 2019\n" + PROSE);
    screen("--as-of", "2026-11-01");
    String alone = Files.readString(folder.resolve("out/screening.json"));
    Path groups = folder.resolve("groups.csv");
    Files.writeString(groups, "applicant id,channel\nA-1,agency\nA-2,career site\n");
    assertThat(screen("--as-of", "2026-11-01", "--groups", groups.toString())).isEqualTo(Exit.OK);
    assertThat(Files.readString(folder.resolve("out/screening.json"))).isEqualTo(alone);
    JsonNode fairness =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(folder.resolve("out/fairness.json")));
    JsonNode agency = fairness.get("groupings").get(0).get("groups").get(0);
    assertThat(agency.get("passed").asInt()).isZero();
    assertThat(agency.get("asked").get("src-tech-anachronism").asInt()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("out/fairness.html")))
        .contains("career site", "too few to tell");
    Files.writeString(groups, "applicant id,channel\nZ-9,agency\n");
    screen("--groups", groups.toString());
    assertThat(terminal.err()).contains("no application has an id");
    Files.writeString(groups, "");
    assertThat(screen("--groups", groups.toString())).isEqualTo(Exit.USAGE);
  }

  @Test
  void wrongUseAndEmptyFoldersHaveTheirExitCodes() throws IOException {
    assertThat(screen()).isEqualTo(Exit.USAGE);
    Files.createDirectories(folder.resolve("applications"));
    assertThat(screen()).isEqualTo(Exit.DATA);
    assertThat(screen("--as-of", "yesterday")).isEqualTo(Exit.USAGE);
  }

  @Test
  void anInterviewIsReadWithItsLabelsAndAChecklist() throws IOException {
    Path talk = folder.resolve("talk.vtt");
    Files.writeString(
        talk,
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Interviewer>How are you?\n\n"
            + "00:00:02.200 --> 00:00:03.000\n<v Candidate>Fine, thank you.\n");
    assertThat(terminal.run("interview", talk.toString())).isEqualTo(Exit.OK);
    assertThat(terminal.out())
        .contains("Candidate  = the applicant", "median delay 0.2 s", "[ ] The same person")
        .doesNotContainIgnoringCase("accent", "suspicious");
    Files.writeString(talk, "some text");
    assertThat(terminal.run("interview", talk.toString())).isEqualTo(Exit.DATA);
    assertThat(terminal.run("interview", folder.resolve("no.vtt").toString()))
        .isEqualTo(Exit.USAGE);
  }
}
