package dev.bonafide.hiring.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.ApplicantFindings;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.hiring.Context;
import dev.bonafide.hiring.Context.Lists;
import dev.bonafide.hiring.FileFacts;
import dev.bonafide.hiring.Picture;
import dev.bonafide.hiring.Published;
import dev.bonafide.hiring.documents.Documents;
import dev.bonafide.hiring.documents.Inbox;
import dev.bonafide.hiring.documents.ListFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Pictures, devices, gear and published lists: what fires, and what looks alike and stays quiet.
 */
class SharedThingsTest {
  private static @Nullable ApplicationFact fact(
      List<ApplicantFindings> all, String id, String slug) {
    return all.stream()
        .filter(f -> f.applicant().equals(id))
        .flatMap(f -> f.facts().stream())
        .filter(f -> f.evidence().indicator().equals(slug))
        .findFirst()
        .orElse(null);
  }

  private static List<ApplicantFindings> table(String text) {
    Inbox.Received one =
        new Inbox.Received("ats.csv", 1, Documents.read("ats.csv", 1, text.getBytes(UTF_8)), null);
    return Applications.screen(Inbox.sort(List.of(one)).applicants(), People.CONTEXT);
  }

  @Nested
  class OnePicture {
    private static final String SLUG = "src-photo-reuse";
    private static final Picture PORTRAIT = new Picture(0x0f1e2d3c4b5a6978L, 0x1122334455667788L);

    private static Applicant with(String name, Picture picture) {
      return People.applicant(name, "")
          .withFiles(
              List.of(new FileFacts("cv.pdf", name.hashCode(), null, null, List.of(picture))));
    }

    @Test
    void scaledOrSavedAnewUnderAnotherNameIsAskedAbout() {
      Picture again = new Picture(PORTRAIT.frequencies() ^ 0b10100, PORTRAIT.steps() ^ 0b1);
      List<ApplicantFindings> all =
          People.screen(with("Nina Example", PORTRAIT), with("Ole Sample", again));
      assertThat(all).allMatch(f -> f.questions().size() == 1);
      ApplicationFact fact = People.fact(all.getFirst(), SLUG);
      assertThat(fact).isNotNull();
      assertThat(fact.evidence().millinats()).isEqualTo(1200);
      assertThat(fact.quotes().getFirst().text()).contains("2 of 64 bits differ");
    }

    @Test
    void thatOnlyLooksAlikeOrIsNearInOneOfTwoWaysIsNot() {
      Picture pose = new Picture(PORTRAIT.frequencies() ^ 0b1111111, PORTRAIT.steps());
      Picture other = new Picture(PORTRAIT.frequencies(), ~PORTRAIT.steps());
      for (Picture second : List.of(pose, other)) {
        List<ApplicantFindings> all =
            People.screen(with("Nina Example", PORTRAIT), with("Ole Sample", second));
        assertThat(all).allMatch(f -> People.fact(f, SLUG) == null);
      }
    }

    @Test
    void ofOnePersonWhoAppliesAgainOrOfManyPeopleLinksNobody() {
      Applicant first = with("Nina Example", PORTRAIT);
      Applicant again =
          Applicant.of("a-again", first.person(), 7, People.TODAY).withFiles(first.files());
      assertThat(People.screen(first, again)).allMatch(f -> People.fact(f, SLUG) == null);
      List<Applicant> many = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        many.add(with("Person " + i, PORTRAIT));
      }
      assertThat(Applications.screen(many, People.CONTEXT))
          .allMatch(f -> People.fact(f, SLUG) == null);
    }
  }

  @Nested
  class OneDevice {
    private static String ats(int names, int rows) {
      StringBuilder text =
          new StringBuilder("applicant id,name,email,applied,ip,user agent,device id\n");
      for (int i = 0; i < rows; i++) {
        String name = "Person " + (char) ('A' + i % names) + ' ' + (char) ('A' + i % names);
        text.append("A-" + i + "," + name + ",m" + i + "@mail.example,2026-10-2" + i % 5);
        text.append(",198.51.100.7,Browser 1,d-0001\n");
      }
      return text.toString();
    }

    @Test
    void ofThreeNamesCountsAndOfTwoOnlyCorroborates() {
      ApplicationFact three = fact(table(ats(3, 3)), "A-1", "src-shared-device");
      assertThat(three).isNotNull();
      assertThat(three.evidence().millinats()).isEqualTo(1000);
      assertThat(three.others()).containsExactly("A-0", "A-2");
      ApplicationFact two = fact(table(ats(2, 2)), "A-1", "src-shared-device");
      assertThat(two).isNotNull();
      assertThat(two.evidence().millinats()).isZero();
      assertThat(table(ats(1, 3))).allMatch(f -> f.facts().isEmpty());
    }

    @Test
    void ofALibraryLinksNobody() {
      assertThat(table(ats(16, 16))).allMatch(f -> f.facts().isEmpty());
    }

    @Test
    void thatSendsTenApplicationsAWeekUnderSomeNamesIsSeen() {
      ApplicationFact many = fact(table(ats(3, 10)), "A-1", "src-volume-application");
      assertThat(many).isNotNull();
      assertThat(many.evidence().fact()).startsWith("10 applications");
      assertThat(fact(table(ats(3, 9)), "A-1", "src-volume-application")).isNull();
      assertThat(fact(table(ats(1, 12)), "A-1", "src-volume-application")).isNull();
    }
  }

  @Nested
  class RareGearTest {
    private static List<ApplicantFindings> joined(String camera, String microphone, int others) {
      StringBuilder text =
          new StringBuilder("Name,Applicant ID,Join Time,Leave Time,Camera,Microphone\n");
      StringBuilder ats = new StringBuilder("applicant id,name,email\n");
      for (int i = 0; i <= others; i++) {
        ats.append("A-" + i + ",Person " + i + ",m" + i + "@mail.example\n");
        text.append("Person " + i + ",A-" + i + ",2026-10-28 10:00,2026-10-28 11:00,");
        text.append(i == 0 ? camera + ',' + microphone : "HD Webcam (" + i + "),Headset " + i);
        text.append('\n');
      }
      List<Inbox.Received> all = new ArrayList<>();
      for (String one : List.of(ats.toString(), text.toString())) {
        int id = all.size();
        String name = "table-" + id + ".csv";
        all.add(new Inbox.Received(name, id, Documents.read(name, id, one.getBytes(UTF_8)), null));
      }
      return Applications.screen(Inbox.sort(all).applicants(), People.CONTEXT);
    }

    @Test
    void isSeenAmongManyAndCountsNothingAlone() {
      ApplicationFact rare = fact(joined("Capture Link", "Line In", 51), "A-0", "int-rare-device");
      assertThat(rare).isNotNull();
      assertThat(rare.evidence().millinats()).isZero();
    }

    @Test
    void besideAUsualPieceOrAmongFewIsNot() {
      assertThat(fact(joined("Capture Link", "Headset 9", 51), "A-0", "int-rare-device")).isNull();
      assertThat(fact(joined("Capture Link", "Line In", 20), "A-0", "int-rare-device")).isNull();
    }
  }

  @Nested
  class APublishedList {
    private static final String SLUG = "x-community-match";
    private static final String STIX =
        """
        {"type": "bundle", "id": "bundle--1", "objects": [
          {"type": "identity", "id": "identity--1", "name": "Sample Sharing Group"},
          {"type": "indicator", "created_by_ref": "identity--1", "pattern_type": "stix",
           "pattern": "[email-addr:value = 'Nina.Dev@mail.example']",
           "valid_from": "2026-01-01T00:00:00Z", "valid_until": "2027-01-01T00:00:00Z"},
          {"type": "indicator", "created_by_ref": "identity--1", "pattern_type": "stix",
           "pattern": "[email-addr:value = 'ole@mail.example' AND domain-name:value = 'x.example']",
           "valid_from": "2026-01-01T00:00:00Z"},
          {"type": "indicator", "pattern": "[file:hashes.'SHA-256' = 'aa']", "valid_from": "2026-01-01T00:00:00Z"}
        ]}
        """;
    private static final String MISP =
        """
        {"Event": {"info": "A sample event", "date": "2026-09-01", "Orgc": {"name": "Sample Sharing Group"},
          "Attribute": [{"type": "email-src", "value": "nina.dev@mail.example"},
                        {"type": "sha256", "value": "aa"}],
          "Object": [{"Attribute": [{"type": "phone-number", "value": "+49 30 1234567"}]}]}}
        """;

    private static Published read(String text) {
      assertThat(ListFile.read(text)).isInstanceOf(ListFile.OfIndicators.class);
      return new Published(((ListFile.OfIndicators) ListFile.read(text)).indicators());
    }

    private static @Nullable ApplicationFact with(Published published, String... contacts) {
      Lists lists = Lists.builtIn();
      Context context =
          People.CONTEXT.with(
              new Lists(
                  lists.technologies(),
                  lists.disposableMail(),
                  lists.mailDrops(),
                  lists.numberBrands(),
                  null,
                  published));
      Applicant applicant =
          People.with(People.applicant("Nina Example", ""), Set.of("DE"), contacts);
      return People.fact(Applications.screen(List.of(applicant), context).getFirst(), SLUG);
    }

    @Test
    void ofStixThatNamesTheMailAddressIsAQuestionWithSourceAndEnd() {
      ApplicationFact fact = with(read(STIX), "nina.dev@mail.example");
      assertThat(fact).isNotNull();
      assertThat(fact.evidence().fact())
          .contains("Sample Sharing Group", "1 January 2026", "1 January 2027");
      assertThat(fact.innocent().getFirst()).contains("victim");
    }

    @Test
    void whosePatternAsksForSeveralThingsSaysNothingOfOne() {
      assertThat(with(read(STIX), "ole@mail.example")).isNull();
      assertThat(((ListFile.OfIndicators) ListFile.read(STIX)).leftOut()).isEqualTo(2);
    }

    @Test
    void ofMispNamesMailAddressesAndNumbers() {
      assertThat(with(read(MISP), "nina.dev@mail.example")).isNotNull();
      assertThat(with(read(MISP), "030 1234567")).isNotNull();
      assertThat(with(read(MISP), "030 7654321")).isNull();
    }

    @Test
    void mayBeATableOfPlainOrHashedValues() {
      String plain =
          "value,type,source,published,expires\nnina.dev@mail.example,email,A list,2026-09-01,\n";
      String hashed =
          "sha256_of_lowercased_value,type,label,first_published,expires\n"
              + Published.sha256("nina.dev@mail.example")
              + ",email,A list,2026-09-01,2027-01-01\n";
      assertThat(with(read(plain), "Nina.Dev@mail.example")).isNotNull();
      assertThat(with(read(hashed), "Nina.Dev@mail.example")).isNotNull();
    }

    @Test
    void thatHasEndedIsQuiet() {
      String ended = "value,type,source,published\nnina.dev@mail.example,email,A list,2023-01-01\n";
      assertThat(with(read(ended), "nina.dev@mail.example")).isNull();
    }

    @Test
    void ofDomainsAndNetworksOnlyCorroborates() {
      String domain = "value,type,source,published\nmail.example,domain,A list,2026-09-01\n";
      ApplicationFact fact = with(read(domain), "nina.dev@mail.example");
      assertThat(fact).isNotNull();
      assertThat(fact.evidence().millinats()).isZero();
    }
  }
}
