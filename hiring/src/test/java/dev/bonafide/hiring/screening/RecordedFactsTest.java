package dev.bonafide.hiring.screening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.ApplicantFindings;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.hiring.documents.Documents;
import dev.bonafide.hiring.documents.Inbox;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What others recorded of applicants: meetings, networks, identity checks, attestations, pay. */
class RecordedFactsTest {
  private static final String ATS =
      """
      applicant id,name,email,country,applied,ip
      A-1,Nina Example,nina@mail.example,Germany,2026-10-20,198.51.100.7
      A-2,Ole Example,ole@mail.example,Norway,2026-10-21,198.51.100.7
      A-3,Pat Sample,pat@mail.example,Norway,2026-10-22,203.0.113.4
      """;

  private static List<ApplicantFindings> screen(String... tables) {
    List<Inbox.Received> received = new java.util.ArrayList<>();
    for (int i = 0; i < tables.length; i++) {
      String name = "table-" + i + ".csv";
      received.add(
          new Inbox.Received(name, i, Documents.read(name, i, tables[i].getBytes(UTF_8)), null));
    }
    return Applications.screen(Inbox.sort(received).applicants(), People.CONTEXT);
  }

  private static @Nullable ApplicationFact fact(
      List<ApplicantFindings> all, String id, String slug) {
    return all.stream()
        .filter(f -> f.applicant().equals(id))
        .flatMap(f -> f.facts().stream())
        .filter(f -> f.evidence().indicator().equals(slug))
        .findFirst()
        .orElse(null);
  }

  @Test
  void oneNetworkOfSeveralIsSeenButNeverCountsAlone() {
    List<ApplicantFindings> all = screen(ATS);
    ApplicationFact shared = fact(all, "A-1", "src-shared-network");
    assertThat(shared).isNotNull();
    assertThat(shared.others()).containsExactly("A-2");
    assertThat(shared.evidence().millinats()).isZero();
    assertThat(fact(all, "A-3", "src-shared-network")).isNull();
    assertThat(all).allMatch(f -> f.questions().isEmpty());
  }

  @Test
  void meetingsJoinedElsewhereAndByAProgramsCameraOnlyCorroborate() {
    String meeting =
        """
        Name,Join Time,Leave Time,IP Address,Country,Camera,Latency
        Nina Example,2026-10-28 10:00,2026-10-28 11:00,192.0.2.8,Brazil,OBS Virtual Camera,40 ms
        Ole Example,2026-10-28 10:00,2026-10-28 11:00,192.0.2.9,Norway,FaceTime HD Camera,40 ms
        """;
    List<ApplicantFindings> all = screen(ATS, meeting);
    assertThat(fact(all, "A-1", "int-geo-mismatch")).isNotNull();
    assertThat(fact(all, "A-1", "int-virtual-camera")).isNotNull();
    assertThat(fact(all, "A-2", "int-geo-mismatch")).isNull();
    assertThat(fact(all, "A-2", "int-virtual-camera")).isNull();
    assertThat(all).allMatch(f -> f.questions().isEmpty());
  }

  @Test
  void applyingFromAnotherCountryOnlyCorroborates() {
    String site =
        """
        applicant id,name,email,country,applied at,ip address,ip country
        A-1,Nina Example,nina@mail.example,Norway,2026-10-01,192.0.2.8,Brazil
        A-2,Ole Example,ole@mail.example,Norway,2026-10-01,192.0.2.9,NO
        A-3,Pat Sample,pat@mail.example,Norway,2026-10-01,192.0.2.10,
        """;
    List<ApplicantFindings> all = screen(site);
    assertThat(fact(all, "A-1", "src-applied-elsewhere")).isNotNull();
    assertThat(fact(all, "A-2", "src-applied-elsewhere")).isNull();
    assertThat(fact(all, "A-3", "src-applied-elsewhere")).isNull();
    assertThat(all).allMatch(f -> f.questions().isEmpty());
  }

  @Test
  void commitsByAClockThatTheStatedHomeLacksOnlyCorroborate() {
    List<ApplicantFindings> all =
        screen(
            ATS,
            commits("A-1", "+09:00", 12, "+02:00", 1),
            commits("A-2", "+0200", 12, "+09:00", 5),
            commits("A-3", "Z", 20, "+00:00", 20));
    assertThat(fact(all, "A-1", "src-commit-clock")).isNotNull();
    assertThat(fact(all, "A-2", "src-commit-clock")).isNull();
    assertThat(fact(all, "A-3", "src-commit-clock")).isNull();
    assertThat(all).allMatch(f -> f.questions().isEmpty());
  }

  private static String commits(String id, String clock, int days, String other, int otherDays) {
    StringBuilder commits = new StringBuilder();
    for (int d = 0; d < days + otherDays; d++) {
      commits
          .append(d == 0 ? "" : ",")
          .append("{\"authored_date\":\"2026-09-")
          .append(d < 9 ? "0" : "")
          .append(d % 30 + 1)
          .append("T10:11:12")
          .append(d < days ? clock : other)
          .append("\"}");
    }
    return "{\"applicant_id\":\""
        + id
        + "\",\"user\":{\"created_at\":\"2015-01-01T00:00:00Z\"},\"commits\":["
        + commits
        + "]}";
  }

  @Test
  void refusingEveryAlternativeIsAskedFailingOnceIsNot() {
    String checks =
        """
        applicant id,identity check result,alternatives offered,alternatives refused
        A-1,no result,3,3
        A-2,failed: glare,3,0
        A-3,failed: expired,1,1
        """;
    List<ApplicantFindings> all = screen(ATS, checks);
    assertThat(fact(all, "A-1", "idv-check-refused").evidence().millinats()).isPositive();
    assertThat(fact(all, "A-2", "idv-check-refused").evidence().millinats()).isZero();
    assertThat(fact(all, "A-3", "idv-check-refused").evidence().millinats()).isZero();
  }

  @Test
  void aCheckThatWasPassedLaterIsQuiet() {
    String checks =
        """
        applicant id,identity check result
        A-2,failed: glare
        A-2,passed
        """;
    assertThat(fact(screen(ATS, checks), "A-2", "idv-check-refused")).isNull();
  }

  @Test
  void twoAttestationsOfAnotherPersonAreAskedOneIsNot() {
    String attestations =
        """
        applicant id,interviewer,same person
        A-1,R-1,no
        A-1,R-2,no
        A-2,R-1,no
        A-2,R-2,yes
        A-3,R-1,no
        A-3,R-2,unsure
        """;
    List<ApplicantFindings> all = screen(ATS, attestations);
    assertThat(fact(all, "A-1", "int-identity-switch")).isNotNull();
    assertThat(fact(all, "A-2", "int-identity-switch")).isNull();
    assertThat(fact(all, "A-3", "int-identity-switch")).isNull();
  }

  @Test
  void payToOthersIsAskedTheKindOfBankIsNot() {
    String wishes =
        """
        applicant id,payment preference
        A-1,to my friend's account
        A-2,USDT wallet
        A-3,neobank account at Example Digital
        """;
    List<ApplicantFindings> all = screen(ATS, wishes);
    String slug = "pay-crypto-or-third-party";
    assertThat(fact(all, "A-1", slug).evidence().millinats()).isPositive();
    assertThat(fact(all, "A-2", slug).evidence().millinats()).isZero();
    assertThat(fact(all, "A-3", slug)).isNull();
  }
}
