package dev.bonafide.hiring.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.ApplicantFindings;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.hiring.Context;
import dev.bonafide.hiring.FileFacts;
import dev.bonafide.hiring.PersonKey;
import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.Traces.Standing;
import dev.bonafide.hiring.contact.Contact;
import dev.bonafide.model.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Contacts and files, of one applicant and between people. */
class ContactChecksTest {
  private static final String HOME =
      "EXPERIENCE\nEngineer, Ferry Line Inc, Austin, TX, USA\n2012 – 2016\n• Wrote invoices\n";

  private static Applicant plain(String name) {
    String id = "a-" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Applicant.of(id, PersonKey.of(name, id), name.hashCode(), People.TODAY - 3);
  }

  private static Applicant reached(String name, String... contacts) {
    return People.with(plain(name), Set.of("US"), contacts);
  }

  @Nested
  class OneContactOfSeveralPeople {
    private static final String SLUG = "src-contact-reuse";

    private static @Nullable ApplicationFact between(Applicant... applicants) {
      return People.fact(People.of(People.screen(applicants), applicants[0]), SLUG);
    }

    @Test
    void isAskedOfBoth() {
      Applicant a = reached("Nina Example", "+1 512 555 0143");
      Applicant b = reached("Ada Sample", "(512) 555-0143");
      ApplicationFact fact = between(a, b);
      assertThat(fact).isNotNull();
      assertThat(fact.others()).containsExactly(b.id());
      assertThat(between(b, a)).isNotNull();
      assertThat(fact.evidence().remaining()).containsKey(Explanation.HOUSEHOLD);
      assertThat(fact.evidence().fact()).doesNotContain("512");
    }

    @Test
    void isQuietForOnePersonWhoAppliesAgain() {
      Applicant first = reached("Nina Example", "nina@mail.example");
      Applicant again =
          People.with(
              Applicant.of("a-2", PersonKey.of("Example, Nina", "a-2"), 5, People.TODAY),
              Set.of("US"),
              "nina@mail.example");
      assertThat(between(first, again)).isNull();
    }

    @Test
    void isQuietForADeclaredRelation() {
      Applicant a = reached("Nina Example", "+1 512 555 0143");
      Applicant b = reached("Ada Sample", "+1 512 555 0143");
      Context context = People.CONTEXT.withRelated(Set.of(Context.pair(b.person(), a.person())));
      assertThat(Applications.screen(List.of(a, b), context)).allMatch(f -> f.facts().isEmpty());
    }

    @Test
    void asksNobodyForAFamilysLine() {
      Applicant a = reached("Nina Example", "nina@mail.example", "+1 512 555 0143");
      Applicant b = reached("Ada Sample", "ada@mail.example", "+1 512 555 0143");
      assertThat(People.screen(a, b)).allMatch(f -> f.questions().isEmpty());
      Applicant c = reached("Eva Third", "eva@mail.example", "+1 512 555 0143");
      assertThat(People.screen(a, b, c)).allMatch(f -> f.questions().size() == 1);
    }

    @Test
    void asksTwoPeopleWhoShareALineAndMore() {
      Applicant a = reached("Nina Example", "github.com/pair-of-one", "+1 512 555 0143");
      Applicant b = reached("Ada Sample", "github.com/pair-of-one", "+1 512 555 0143");
      assertThat(between(a, b).evidence().millinats()).isPositive();
      Applicant x = reached("Nina Example", "+44 56 0123 4567");
      Applicant y = reached("Ada Sample", "+44 56 0123 4567");
      assertThat(between(x, y).evidence().millinats()).isPositive();
    }

    @Test
    void isQuietForWhatTemplatesWriteWhereAContactGoes() {
      for (String text :
          List.of(
              "linkedin.com/in/johndoe",
              "github.com/yourusername",
              "your.email@mail.example",
              "+1 234 567 8900")) {
        Applicant a = reached("Nina Example", text);
        Applicant b = reached("Ada Sample", text);
        Applicant c = reached("Eva Third", text);
        assertThat(between(a, b, c)).as(text).isNull();
      }
    }

    @Test
    void isQuietForAnAgencysNumber() {
      List<Applicant> many = new ArrayList<>();
      for (int i = 0; i < Pool.MOST_PEOPLE + 1; i++) {
        many.add(reached("Person N" + i, "+1 512 555 0143"));
      }
      assertThat(between(many.toArray(Applicant[]::new))).isNull();
      assertThat(between(many.subList(1, many.size()).toArray(Applicant[]::new))).isNotNull();
    }

    @Test
    void weighsLessTheMorePeopleShareIt() {
      Applicant a = reached("Nina Example", "+1 512 555 0143");
      Applicant b = reached("Ada Sample", "+1 512 555 0143");
      Applicant c = reached("Eva Third", "+1 512 555 0143");
      Applicant d = reached("Ida Fourth", "+1 512 555 0143");
      Applicant e = reached("Lea Fifth", "+1 512 555 0143");
      ApplicationFact three = between(a, b, c);
      ApplicationFact five = between(a, b, c, d, e);
      assertThat(three).isNotNull();
      assertThat(five).isNotNull();
      assertThat(five.evidence().millinats()).isLessThan(three.evidence().millinats());
    }

    @Test
    void knowsWorkersAndLeavers() {
      Applicant a = reached("Nina Example", "nina@mail.example");
      Contact mail = People.contact("nina@mail.example", Set.of());
      Context context =
          People.CONTEXT.withKnown(
              List.of(
                  Traces.of("w-1", "p-1", Standing.WORKER, 100, List.of(mail)),
                  Traces.of("w-2", "p-2", Standing.LEFT_FOR_CAUSE, 100, List.of(mail))));
      ApplicationFact fact = People.fact(Applications.screen(List.of(a), context).getFirst(), SLUG);
      assertThat(fact).isNotNull();
      assertThat(fact.others()).containsExactly("w-1", "w-2");
      assertThat(fact.evidence().fact())
          .contains("a worker and a former worker who was let go for cause");
    }

    @Test
    void aSharedHomeAloneWeighsNothing() {
      String address = "100 Example Street, Springfield, IL 62701";
      ApplicationFact fact =
          between(reached("Nina Example", address), reached("Ada Sample", address));
      assertThat(fact).isNotNull();
      assertThat(fact.evidence().millinats()).isZero();
    }

    @Test
    void isFirstSeenWhenBothAreKnown() {
      Applicant a = reached("Nina Example", "nina@mail.example");
      Applicant later =
          People.with(Applicant.of("z", "p", 5, People.TODAY), Set.of(), "nina@mail.example");
      ApplicationFact fact = between(a, later);
      assertThat(fact).isNotNull();
      assertThat(fact.evidence().day()).isEqualTo(People.TODAY);
    }
  }

  @Nested
  class WeakFacts {
    @Test
    void neverCountAlone() {
      Applicant a =
          People.with(
              People.applicant("Nina Example", HOME),
              Set.of("US"),
              "x9@mailinator.com",
              "+44 56 0123 4567");
      ApplicantFindings findings = People.screen(a).getFirst();
      assertThat(findings.facts())
          .extracting(f -> f.evidence().indicator())
          .contains("src-disposable-mail", "src-internet-number", "src-phone-elsewhere");
      assertThat(findings.facts()).allMatch(f -> f.evidence().millinats() == 0);
      assertThat(findings.questions()).isEmpty();
    }

    @Test
    void countBesideAnother() {
      Applicant a = reached("Nina Example", "x9@mailinator.com", "github.com/pair-of-one");
      Applicant b = reached("Ada Sample", "github.com/pair-of-one");
      ApplicantFindings findings = People.of(People.screen(a, b), a);
      assertThat(People.fact(findings, "src-disposable-mail").evidence().millinats()).isPositive();
      assertThat(findings.questions()).hasSize(2);
    }

    @Test
    void aPrivacyRelayIsNoDisposableMail() {
      assertThat(
              People.fact(
                  reached("Nina Example", "abc@privaterelay.appleid.com"), "src-disposable-mail"))
          .isNull();
    }

    @Test
    void aMobileNumberBesideTheInternetNumberIsQuiet() {
      assertThat(
              People.fact(
                  reached("Nina Example", "+44 56 0123 4567", "+1 512 555 0143"),
                  "src-internet-number"))
          .isNull();
    }

    @Test
    void aCarrierLookUpTellsPrivateFromOfficeNumbers() {
      Contact office = Contact.phone("+1 512 555 0143", Set.of(), "form", 0, "RingCentral, Inc.");
      Contact hidden = Contact.phone("+1 512 555 0143", Set.of(), "form", 0, "TextNow");
      Applicant a = plain("Nina Example");
      assertThat(People.fact(a.withContacts(Set.of(), List.of(office)), "src-internet-number"))
          .isNull();
      assertThat(People.fact(a.withContacts(Set.of(), List.of(hidden)), "src-internet-number"))
          .isNotNull();
    }

    @Test
    void aNumberOfAnEarlierHomeIsQuiet() {
      String moved =
          HOME + "\nEngineer, Quiet Harbour, Berlin, Germany\n2008 – 2011\n• Wrote mail servers\n";
      Applicant a =
          People.with(People.applicant("Nina Example", moved), Set.of("US"), "+49 30 1234567");
      assertThat(People.fact(a, "src-phone-elsewhere")).isNull();
      Applicant b =
          People.with(People.applicant("Nina Example", HOME), Set.of("US"), "+49 30 1234567");
      assertThat(People.fact(b, "src-phone-elsewhere")).isNotNull();
    }
  }

  @Nested
  class MailDrops {
    @Test
    void aForwarderIsAskedAndAMailBoxOnlyCorroborates() {
      ApplicationFact forwarder =
          People.fact(
              reached("Nina Example", "444 Alaska Avenue #77, Torrance, CA 90503"),
              "src-mail-drop");
      assertThat(forwarder).isNotNull();
      assertThat(forwarder.evidence().millinats()).isPositive();
      ApplicationFact box =
          People.fact(
              reached("Nina Example", "100 Example St PMB 214, Springfield, IL 62701"),
              "src-mail-drop");
      assertThat(box).isNotNull();
      assertThat(box.evidence().millinats()).isZero();
    }

    @Test
    void anOrdinaryHomeIsQuiet() {
      assertThat(
              People.fact(
                  reached("Nina Example", "100 Example St Apt 214, Springfield, IL 62701"),
                  "src-mail-drop"))
          .isNull();
    }
  }

  @Nested
  class MailsOfOneRecipe {
    private static final String SLUG = "src-mail-shape";

    private static List<Applicant> crowd() {
      List<Applicant> crowd = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        crowd.add(
            reached(
                "Person N" + i,
                "person.n" + "abcdefghij".charAt(i % 10) + "x" + i + "@mail.example"));
      }
      return crowd;
    }

    @Test
    void areSeenAmongManyAndOnlyCorroborate() {
      List<Applicant> crowd = crowd();
      crowd.add(reached("Nina Example", "nina.dev0817@box.example"));
      crowd.add(reached("Ada Sample", "ada.dev0931@box.example"));
      ApplicationFact fact =
          People.fact(People.of(Applications.screen(crowd, People.CONTEXT), crowd.get(100)), SLUG);
      assertThat(fact).isNotNull();
      assertThat(fact.others()).containsExactly("a-ada-sample");
      assertThat(fact.evidence().millinats()).isZero();
    }

    @Test
    void areQuietForNamesAndForFewApplicants() {
      List<Applicant> crowd = crowd();
      crowd.add(reached("Nina Example", "nina.example@box.example"));
      crowd.add(reached("Ada Sample", "adaxx.sample@box.example"));
      assertThat(
              People.fact(
                  People.of(Applications.screen(crowd, People.CONTEXT), crowd.get(100)), SLUG))
          .isNull();
      assertThat(
              People.fact(
                  People.screen(
                          reached("Nina Example", "nina.dev0817@box.example"),
                          reached("Ada Sample", "ada.dev0931@box.example"))
                      .getFirst(),
                  SLUG))
          .isNull();
    }
  }

  @Nested
  class Files {
    private static final String SLUG = "src-file-metadata";

    private static Applicant sent(String name, @Nullable String author, @Nullable String id) {
      return plain(name).withFiles(List.of(new FileFacts("cv.pdf", name.hashCode(), author, id)));
    }

    @Test
    void ofOneAuthorOrOneFileAreAsked() {
      List<ApplicantFindings> found =
          People.screen(
              sent("Nina Example", "Quiet Writer", "uuid:1"),
              sent("Ada Sample", "quiet writer", "uuid:1"));
      assertThat(found).allMatch(f -> f.facts().size() == 2);
    }

    @Test
    void thatProgramsSignAreQuiet() {
      for (String program : List.of("Microsoft Office User", "user", "python-docx", "Canva")) {
        List<ApplicantFindings> found =
            People.screen(sent("Nina Example", program, null), sent("Ada Sample", program, null));
        assertThat(found).as(program).allMatch(f -> f.facts().isEmpty());
      }
    }
  }
}
