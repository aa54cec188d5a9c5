package dev.bonafide.hiring.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.ApplicantFindings;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.hiring.Context;
import dev.bonafide.hiring.FileFacts;
import dev.bonafide.hiring.PersonKey;
import dev.bonafide.hiring.Reference;
import dev.bonafide.hiring.Traces;
import dev.bonafide.hiring.resume.PlainText;
import dev.bonafide.model.Card;
import dev.bonafide.model.Cause;
import dev.bonafide.testkit.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for every application. */
class ApplicationsTest {
  private static final List<String> FORBIDDEN =
      List.of(
          "nationality",
          "ethnic",
          "religio",
          "gender",
          "accent",
          "fluen",
          "birth",
          "looks",
          "native",
          "korea",
          "race ",
          "age of",
          "mother tongue",
          "citizen");

  /** A crowd in which contacts, texts, files and referees are shared now and then. */
  private static List<Applicant> crowd(SplittableRandom random, Map<String, String> names) {
    List<Applicant> crowd = new ArrayList<>();
    List<String> texts =
        List.of(People.honest(random), People.honest(random), People.honest(random));
    for (int i = 0; i < 12; i++) {
      String first = "Nina Ada Eva Ida".split(" ", -1)[random.nextInt(4)];
      String name = first + " Example" + random.nextInt(6);
      String shown = names.getOrDefault(name, name);
      String id = "a-" + i;
      String text = random.nextBoolean() ? texts.get(random.nextInt(3)) : People.honest(random);
      text =
          text.replace("A Person", shown)
              + (random.nextInt(3) == 0
                  ? "\nEXPERIENCE\nEngineer, Quiet Harbour\n2005 – 2009\n• "
                      + shown.split(" ", -1)[0]
                      + " ran Kubernetes\n"
                  : "");
      Applicant a =
          Applicant.of(id, PersonKey.of(shown, id), 100 + i, People.TODAY - random.nextInt(50))
              .with(PlainText.read("cv-" + id, 500 + i, text, shown));
      a = People.with(a, Set.of("US"), "box" + random.nextInt(8) + "@mail.example");
      a = a.withFiles(List.of(new FileFacts("cv", 500 + i, "writer " + random.nextInt(6), null)));
      a =
          a.withReferences(
              List.of(
                  new Reference(
                      900 + i,
                      "Firm " + random.nextInt(3),
                      List.of(
                          People.contact("box" + random.nextInt(8) + "@mail.example", Set.of())),
                      null)));
      crowd.add(a);
    }
    return crowd;
  }

  @Test
  void theOrderOfApplicantsChangesNothing() {
    Property.forAll(
        25,
        random -> {
          List<Applicant> crowd = crowd(random, Map.of());
          List<Traces> known = crowd(random.split(), Map.of()).stream().map(Traces::of).toList();
          List<ApplicantFindings> one = Applications.screen(crowd, People.CONTEXT.withKnown(known));
          List<ApplicantFindings> other =
              Applications.screen(
                  Property.shuffled(crowd, random),
                  People.CONTEXT.withKnown(Property.shuffled(known, random)));
          assertThat(other).isEqualTo(one);
          assertThat(one).anyMatch(f -> !f.facts().isEmpty());
        });
  }

  @Test
  void renamingEverybodyChangesNothing() {
    Property.forAll(
        25,
        random -> {
          Map<String, String> names = new java.util.HashMap<>();
          for (String first : List.of("Nina", "Ada", "Eva", "Ida")) {
            for (int i = 0; i < 6; i++) {
              names.put(
                  first + " Example" + i,
                  "Xx" + first.toLowerCase(Locale.ROOT) + " Zed" + "abcdef".charAt(i));
            }
          }
          SplittableRandom again = random.split();
          long seed = again.nextLong();
          List<ApplicantFindings> plain =
              Applications.screen(crowd(new SplittableRandom(seed), Map.of()), People.CONTEXT);
          List<ApplicantFindings> renamed =
              Applications.screen(crowd(new SplittableRandom(seed), names), People.CONTEXT);
          assertThat(evidence(renamed)).isEqualTo(evidence(plain));
        });
  }

  private static List<?> evidence(List<ApplicantFindings> findings) {
    return findings.stream()
        .map(f -> f.facts().stream().map(ApplicationFact::evidence).toList())
        .toList();
  }

  @Test
  void honestApplicantsPassWithoutAQuestion() {
    SplittableRandom random = new SplittableRandom(77);
    List<Applicant> honest = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Applicant a = People.applicant("Person N" + i, People.honest(random));
      honest.add(People.with(a, Set.of("US"), "person.n" + i + "@mail.example"));
    }
    assertThat(Applications.screen(honest, People.CONTEXT)).allMatch(f -> f.facts().isEmpty());
  }

  @Test
  void anEmptyApplicationAbstainsEverywhereAndSaysWhy() {
    ApplicantFindings findings =
        Applications.screen(List.of(Applicant.of("a", "p", 1, Applicant.UNKNOWN)), People.CONTEXT)
            .getFirst();
    assertThat(findings.facts()).isEmpty();
    assertThat(findings.abstained()).hasSize(Applications.cards().size());
    assertThat(Applications.screen(List.of(), People.CONTEXT)).isEmpty();
  }

  @Test
  void noMoreThanThreeQuestionsAreAsked() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 20; round++) {
      for (ApplicantFindings f : Applications.screen(crowd(random, Map.of()), People.CONTEXT)) {
        assertThat(f.questions()).hasSizeLessThanOrEqualTo(3);
        assertThat(f.questions()).allMatch(q -> q.ask().endsWith("?") || q.ask().endsWith("."));
      }
    }
  }

  @Test
  void anApplicationAmongTheEarlierOnesIsNotComparedWithItself() {
    Applicant a = People.applicant("Nina Example", People.honest(new SplittableRandom(1)));
    Context context = People.CONTEXT.withKnown(List.of(Traces.of(a)));
    assertThat(Applications.screen(List.of(a), context).getFirst().facts()).isEmpty();
  }

  @Test
  void everyCardIsWholeAndNamesNothingForbidden() {
    Set<String> slugs = new HashSet<>();
    for (Card card : Applications.cards()) {
      assertThat(slugs.add(card.slug())).as(card.slug()).isTrue();
      assertThat(card.stage()).isEqualTo(Card.Stage.HIRING);
      assertThat(card.cause()).isIn(Cause.APPLICATION, Cause.INTERVIEW);
      assertThat(card.hard()).as("nothing in an application is hard").isFalse();
      assertThat(card.minutes()).isPositive();
      assertThat(card.separates()).isNotBlank();
      String words =
          (card.title() + card.sees() + card.separates() + card.nextCheck())
              .toLowerCase(Locale.ROOT)
              .replace("alternative", "other way"); // which ends in a forbidden word
      assertThat(FORBIDDEN).as(card.slug()).noneMatch(words::contains);
    }
  }

  @Test
  void factsNameNobodyAndNoFile() {
    SplittableRandom random = new SplittableRandom(5);
    for (ApplicantFindings f : Applications.screen(crowd(random, Map.of()), People.CONTEXT)) {
      for (ApplicationFact fact : f.facts()) {
        assertThat(fact.evidence().fact()).doesNotContain("@", "Example", "cv-");
        assertThat(fact.innocent()).isNotEmpty();
      }
    }
  }
}
