package dev.bonafide.hiring.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.Applicant.Sent;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.hiring.CodeHistory;
import dev.bonafide.hiring.Reference;
import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.Traces.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** References, and the history of a code account. */
class ReferenceChecksTest {

  private static Reference referee(String firm, String mail) {
    return new Reference(mail.hashCode(), firm, List.of(People.contact(mail, Set.of())), null);
  }

  private static Applicant applicant(String id, Reference... references) {
    return People.with(
            Applicant.of(id, "p-" + id, id.hashCode(), People.TODAY),
            Set.of(),
            id + "@mail.example")
        .withReferences(List.of(references));
  }

  private static @Nullable ApplicationFact fact(String slug, Applicant... all) {
    return People.fact(People.of(People.screen(all), all[0]), slug);
  }

  @Test
  void aRefereeAtTheApplicantsOwnAddressIsAsked() {
    assertThat(
            fact(
                "ref-shared-infrastructure",
                applicant("nina", referee("Ferry Line", "nina@mail.example"))))
        .isNotNull();
    assertThat(
            fact(
                "ref-shared-infrastructure",
                applicant("nina", referee("Ferry Line", "boss@ferry.example"))))
        .isNull();
  }

  @Test
  void anAnswerFromTheApplicantsNetworkIsAskedWithLittleWeight() {
    Applicant own = applicant("nina").with(new Sent("198.51.100.7", "Browser 1"));
    Reference same =
        new Reference(1, "Ferry Line", List.of(), new Sent("198.51.100.7", "Browser 2"));
    ApplicationFact address = fact("ref-shared-infrastructure", own.withReferences(List.of(same)));
    assertThat(address).isNotNull();
    assertThat(address.evidence().millinats()).isLessThanOrEqualTo(700);
    Reference other =
        new Reference(1, "Ferry Line", List.of(), new Sent("203.0.113.9", "Browser 1"));
    assertThat(fact("ref-shared-infrastructure", own.withReferences(List.of(other)))).isNull();
  }

  @Test
  void applicantsWhoVouchForEachOtherAreAsked() {
    Applicant nina = applicant("nina", referee("Ferry Line", "ada@mail.example"));
    Applicant ada = applicant("ada", referee("Quiet Harbour", "nina@mail.example"));
    ApplicationFact fact = fact("ref-vouching-ring", nina, ada);
    assertThat(fact).isNotNull();
    assertThat(fact.others()).containsExactly("ada");
    assertThat(fact.evidence().millinats()).isPositive();
    assertThat(fact("ref-vouching-ring", applicant("nina"), ada)).isNull();
  }

  @Test
  void formerColleaguesOfOneEmployerWeighNothingAlone() {
    Applicant nina = applicant("nina", referee("Ferry Line Inc.", "ada@mail.example"));
    Applicant ada = applicant("ada", referee("ferry line", "nina@mail.example"));
    ApplicationFact fact = fact("ref-vouching-ring", nina, ada);
    assertThat(fact).isNotNull();
    assertThat(fact.evidence().millinats()).isZero();
  }

  @Test
  void aCircleOfFourIsSeenAndALineIsNot() {
    Applicant a = applicant("a", referee("F1", "b@mail.example"));
    Applicant b = applicant("b", referee("F2", "c@mail.example"));
    Applicant c = applicant("c", referee("F3", "d@mail.example"));
    Applicant closed = applicant("d", referee("F4", "a@mail.example"));
    Applicant open = applicant("d", referee("F4", "x@mail.example"));
    ApplicationFact fact = fact("ref-vouching-ring", a, b, c, closed);
    assertThat(fact).isNotNull();
    assertThat(fact.others()).containsExactly("b", "c", "d");
    assertThat(fact("ref-vouching-ring", a, b, c, open)).isNull();
  }

  @Test
  void theSameRefereesForDifferentEmployersAreAsked() {
    Applicant a =
        applicant("a", referee("F1", "r1@mail.example"), referee("F2", "r2@mail.example"));
    Applicant b =
        applicant("b", referee("F3", "r1@mail.example"), referee("F4", "r2@mail.example"));
    Applicant c =
        applicant("c", referee("F5", "r1@mail.example"), referee("F6", "r2@mail.example"));
    ApplicationFact two = fact("ref-vouching-ring", a, b);
    ApplicationFact three = fact("ref-vouching-ring", a, b, c);
    assertThat(two).isNotNull();
    assertThat(three).isNotNull();
    assertThat(three.evidence().millinats()).isGreaterThan(two.evidence().millinats());
  }

  @Test
  void aTeamThatNamesItsManagersIsQuiet() {
    List<Applicant> team = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      team.add(
          applicant(
              "m" + i,
              referee("Ferry Line", "r1@mail.example"),
              referee("Ferry Line", "r2@mail.example")));
    }
    assertThat(fact("ref-vouching-ring", team.toArray(Applicant[]::new))).isNull();
    Applicant one = applicant("a", referee("F1", "r1@mail.example"));
    Applicant other = applicant("b", referee("F2", "r1@mail.example"));
    assertThat(fact("ref-vouching-ring", one, other)).isNull();
  }

  @Test
  void aRefereeWhoWasLetGoForCauseNeverCountsAlone() {
    Applicant a = applicant("a", referee("F1", "r1@mail.example"));
    Traces left =
        Traces.of(
            "w-9",
            "p-9",
            Standing.LEFT_FOR_CAUSE,
            1,
            List.of(People.contact("r1@mail.example", Set.of())));
    Traces leaver =
        Traces.of(
            "w-9", "p-9", Standing.LEAVER, 1, List.of(People.contact("r1@mail.example", Set.of())));
    ApplicationFact fact =
        People.fact(
            Applications.screen(List.of(a), People.CONTEXT.withKnown(List.of(left))).getFirst(),
            "ref-left-for-cause");
    assertThat(fact).isNotNull();
    assertThat(fact.evidence().millinats()).isZero();
    assertThat(
            Applications.screen(List.of(a), People.CONTEXT.withKnown(List.of(leaver)))
                .getFirst()
                .facts())
        .isEmpty();
  }

  @Test
  void aHistoryOlderThanItsAccountIsAsked() {
    long made = People.TODAY - 400;
    List<CodeHistory.Day> old = new ArrayList<>();
    List<CodeHistory.Day> recent = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      old.add(new CodeHistory.Day(made - 1000 + i, 3));
      recent.add(new CodeHistory.Day(made - 300 + i, 30));
    }
    Applicant a = applicant("a");
    assertThat(fact("src-github-backdated", a.with(new CodeHistory("export", 1, made, old))))
        .isNotNull();
    assertThat(fact("src-github-backdated", a.with(new CodeHistory("export", 1, made, recent))))
        .isNull();
    assertThat(
            fact(
                "src-github-backdated",
                a.with(new CodeHistory("export", 1, made, old.subList(0, 4)))))
        .isNull();
  }
}
