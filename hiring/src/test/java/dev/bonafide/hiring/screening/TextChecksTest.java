package dev.bonafide.hiring.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.ApplicantFindings;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.hiring.Context;
import dev.bonafide.hiring.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same prose under different names. */
class TextChecksTest {
  private static final String SLUG = "src-resume-clone";
  private final SplittableRandom random = new SplittableRandom(11);

  private static @Nullable ApplicationFact fact(List<Applicant> applicants, int of) {
    return fact(applicants, of, People.CONTEXT);
  }

  private static @Nullable ApplicationFact fact(List<Applicant> all, int of, Context context) {
    return People.fact(People.of(Applications.screen(all, context), all.get(of)), SLUG);
  }

  @Test
  void aCopiedResumeIsAskedThoughNamesDatesAndSomeWordsChange() {
    String text = People.honest(random);
    String copy =
        text.replace("A Person", "Ada Sample")
            .replace("Mar 20", "Apr 20")
            .replaceFirst("• (\\w+) (\\w+) ", "• changed words ");
    ApplicationFact fact =
        fact(
            List.of(People.applicant("Nina Example", text), People.applicant("Ada Sample", copy)),
            0);
    assertThat(fact).isNotNull();
    assertThat(fact.evidence().millinats()).isEqualTo(1800);
    assertThat(fact.others()).containsExactly("a-ada-sample");
    assertThat(fact.quotes()).isNotEmpty().allMatch(q -> text.contains(q.text()));
  }

  @Test
  void threeCopiedLinesAreAskedAndTwoAreNot() {
    String own = People.honest(random);
    List<String> lines =
        List.of(People.sentence(random), People.sentence(random), People.sentence(random));
    String other = People.honest(random) + "\nPROJECTS\n";
    String mine = own + "\nPROJECTS\n";
    Applicant three =
        People.applicant("Nina Example", mine + "• " + String.join("\n• ", lines) + "\n");
    Applicant source =
        People.applicant("Ada Sample", other + "• " + String.join("\n• ", lines) + "\n");
    Applicant two =
        People.applicant(
            "Nina Example", mine + "• " + String.join("\n• ", lines.subList(1, 3)) + "\n");
    assertThat(fact(List.of(three, source), 0)).isNotNull();
    assertThat(fact(List.of(two, source), 0)).isNull();
  }

  @Test
  void twoHonestResumesShareNothing() {
    assertThat(
            fact(
                List.of(
                    People.applicant("Nina Example", People.honest(random)),
                    People.applicant("Ada Sample", People.honest(random))),
                0))
        .isNull();
  }

  @Test
  void aTemplateOfManyCountsNothing() {
    List<String> template = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      template.add(People.sentence(random));
    }
    List<Applicant> class12 = new ArrayList<>();
    for (int i = 0; i < SharedText.MOST_WITH_TEXT + 1; i++) {
      String text = People.honest(random) + "\nPROJECTS\n• " + String.join("\n• ", template) + "\n";
      class12.add(People.applicant("Person N" + i, text));
    }
    assertThat(fact(class12, 0)).isNull();
    assertThat(fact(class12.subList(0, 5), 0)).isNotNull();
  }

  @Test
  void aWholeTextOfManyStillCounts() {
    String text = People.honest(random);
    List<Applicant> ring = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      ring.add(People.applicant("Person N" + i, text));
    }
    ApplicationFact fact = fact(ring, 0);
    assertThat(fact).isNotNull();
    assertThat(fact.evidence().fact()).contains("29 other people");
    assertThat(fact.others()).hasSize(10);
  }

  @Test
  void wordsOfTheAdvertisementCountNothing() {
    List<String> ad =
        List.of(
            People.sentence(random),
            People.sentence(random),
            People.sentence(random),
            People.sentence(random));
    String taken = "\nPROJECTS\n• " + String.join("\n• ", ad) + "\n";
    List<Applicant> both =
        List.of(
            People.applicant("Nina Example", People.honest(random) + taken),
            People.applicant("Ada Sample", People.honest(random) + taken));
    assertThat(fact(both, 0)).isNotNull();
    assertThat(fact(both, 0, People.CONTEXT.withJobAds(List.of(String.join("\n", ad))))).isNull();
  }

  @Test
  void stockPhrasesCountNothing() {
    String stock =
        """

        PROJECTS
        • Collaborated with cross-functional teams to define, design and ship new features
        • Participated in code reviews and provided constructive feedback to team members to maintain code quality
        • Wrote unit and integration tests to ensure code quality and reduce the number of bugs in production
        • Optimized database queries to improve application performance and reduce response times
        """;
    assertThat(
            fact(
                List.of(
                    People.applicant("Nina Example", People.honest(random) + stock),
                    People.applicant("Ada Sample", People.honest(random) + stock)),
                0))
        .isNull();
  }

  @Test
  void onePersonWhoAppliesAgainIsQuiet() {
    String text = People.honest(random);
    Applicant first = People.applicant("Nina Example", text);
    Applicant again = Applicant.of("again", first.person(), 9, People.TODAY).with(first.resume());
    assertThat(fact(List.of(first, again), 0)).isNull();
  }

  @Test
  void anEarlierApplicationIsRemembered() {
    String text = People.honest(random);
    Traces earlier = Traces.of(People.applicant("Ada Sample", text));
    List<ApplicantFindings> found =
        Applications.screen(
            List.of(People.applicant("Nina Example", text)),
            People.CONTEXT.withKnown(List.of(earlier)));
    assertThat(found).hasSize(1);
    assertThat(People.fact(found.getFirst(), SLUG)).isNotNull();
  }
}
