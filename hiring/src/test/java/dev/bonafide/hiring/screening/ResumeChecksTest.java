package dev.bonafide.hiring.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.hiring.Applicant;
import dev.bonafide.hiring.ApplicationFact;
import dev.bonafide.hiring.Context;
import dev.bonafide.hiring.Context.Lists;
import dev.bonafide.hiring.Quote;
import dev.bonafide.hiring.Schools;
import dev.bonafide.hiring.Schools.School;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check of what a résumé says of itself: the case that fires and the look-alike. */
class ResumeChecksTest {

  private static @Nullable ApplicationFact fact(String slug, String resume) {
    return People.fact(People.applicant("Nina Example", resume), slug);
  }

  private static String job(String dates, String... lines) {
    return "EXPERIENCE\nEngineer, Ferry Line Inc, Austin, TX, USA\n"
        + dates
        + "\n• "
        + String.join("\n• ", lines)
        + "\n";
  }

  @Nested
  class ATechnologyBeforeItExisted {
    private static final String SLUG = "src-tech-anachronism";

    @Test
    void isQuotedWithBothDates() {
      ApplicationFact fact =
          fact(SLUG, job("Jan 2009 – Dec 2012", "Moved 40 services to Kubernetes and Helm charts"));
      assertThat(fact).isNotNull();
      assertThat(fact.evidence().fact())
          .isEqualTo(
              "Helm is named for a job that ended in December 2012; its first public source code was"
                  + " in October 2015. The same holds for 1 more of the technologies named.");
      assertThat(fact.quotes())
          .extracting(Quote::text)
          .containsExactly(
              "Jan 2009 – Dec 2012", "• Moved 40 services to Kubernetes and Helm charts");
      assertThat(fact.quotes()).extracting(Quote::line).containsExactly(3, 4);
      assertThat(fact.question()).contains("Helm");
      assertThat(fact.innocent()).isNotEmpty();
      assertThat(fact.corroborates()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "a job that spans the date; 2009 – 2015; Moved services to Kubernetes",
          "a job that goes on; 2009 – Present; Moved services to Kubernetes",
          "a miss of less than a year; 2009 – 2013; Moved services to Kubernetes",
          "a year is its last day; 2009 – 2013; Wrote Swift language bindings",
          "an older technology; 2002 – 2005; Wrote services in Java and Perl",
          "a line that looks back; 2009 – 2012; Ran the scheduler that later became part of Kubernetes",
          "a line that compares; 2009 – 2012; Built a Kubernetes-like scheduler",
          "an ordinary word; 2002 – 2005; React quickly, go to market and spark ideas",
          "a later product name; 2010 – 2012; Administered Azure Active Directory",
        })
    void isNotFoundIn(String why, String dates, String line) {
      assertThat(fact(SLUG, job(dates, line))).as(why).isNull();
    }

    @Test
    void isNotAskedOfTheStaffOfItsMaker() {
      String resume =
          "EXPERIENCE\nEngineer, Google, Mountain View, CA\n2009 – 2012\n• Worked on Kubernetes and Dart language\n";
      assertThat(fact(SLUG, resume)).isNull();
      assertThat(fact(SLUG, resume.replace("Google", "Ferry Line"))).isNotNull();
    }

    @Test
    void countsInATitle() {
      assertThat(
              fact(
                  SLUG,
                  "EXPERIENCE\nSenior React Developer, Ferry Line Inc\n2008 – 2010\n• Wrote web pages\n"))
          .isNotNull();
      assertThat(
              fact(
                  SLUG,
                  "EXPERIENCE\nSenior Java Developer, Ferry Line Inc\n2008 – 2010\n• Wrote web pages\n"))
          .isNull();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "15 years of hands-on experience with Kubernetes",
          "Kubernetes (15 years), Java (10 years)",
          "14+ years in React Native development",
          "20 years of experience in React and Redux",
        })
    void yearsThatItDoesNotHaveAreAsked(String line) {
      ApplicationFact fact = fact(SLUG, "SUMMARY\n" + line + "\n");
      assertThat(fact).as(line).isNotNull();
      assertThat(fact.quotes()).extracting(Quote::text).containsExactly(line);
      assertThat(fact.evidence().object()).isEqualTo("years");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "15 years of experience in software development including Kubernetes",
          "15 years of experience with Java, Spring and Kubernetes",
          "12 years of experience with Kubernetes",
          "13+ years of Kubernetes",
          "Over 15 years in IT. Kubernetes, Docker",
          "30 years of experience with Java",
          "15 years of leading teams that run Kubernetes",
        })
    void yearsThatMayMeanSomethingElseAreNot(String line) {
      assertThat(fact(SLUG, "SUMMARY\n" + line + "\n")).as(line).isNull();
    }

    @Test
    void yearsAreCountedToTheApplication() {
      Applicant today =
          People.applicant("Nina Example", "SUMMARY\n11 years of experience with Kubernetes\n");
      assertThat(People.fact(today, SLUG)).isNull();
      Applicant then =
          Applicant.of(today.id(), today.person(), 1, People.TODAY - 5 * 365).with(today.resume());
      assertThat(People.fact(then, SLUG)).isNotNull();
    }
  }

  @Nested
  class JobsAtTheSameTime {
    private static final String SLUG = "src-jobs-overlap";

    private static String two(String first, String second) {
      return "EXPERIENCE\n\n"
          + first
          + "\n• Wrote the timetable software\n\n"
          + second
          + "\n• Wrote invoices\n";
    }

    @Test
    void areAskedAbout() {
      ApplicationFact fact =
          fact(
              SLUG,
              two(
                  "Engineer, Ferry Line Inc, 2012 – 2016",
                  "Developer, Quiet Harbour GmbH, 2013 – 2015"));
      assertThat(fact).isNotNull();
      assertThat(fact.quotes()).hasSize(2);
      int unsaid = fact.evidence().millinats();
      ApplicationFact said =
          fact(
              SLUG,
              two(
                  "Engineer (full-time), Ferry Line Inc, 2012 – 2016",
                  "Developer (full-time), Quiet Harbour GmbH, 2013 – 2015"));
      assertThat(said).isNotNull();
      assertThat(said.evidence().millinats()).isGreaterThan(unsaid);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "contract work; Engineer, Ferry Line Inc, 2012 – 2016; Freelance Developer, Quiet Harbour, 2013 – 2015",
          "part-time; Engineer, Ferry Line Inc, 2012 – 2016; Developer (part-time), Quiet Harbour, 2013 – 2015",
          "student work; Engineer, Ferry Line Inc, 2012 – 2016; Research Assistant, Example University, 2013 – 2015",
          "an own firm; Engineer, Ferry Line Inc, 2012 – 2016; Co-Founder, Quiet Harbour, 2013 – 2015",
          "one employer; Engineer, Ferry Line Inc, 2012 – 2016; Senior Engineer, Ferry Line Inc, 2014 – 2016",
          "touching years; Engineer, Ferry Line Inc, 2012 – 2014; Developer, Quiet Harbour, 2014 – 2016",
          "a hand-over; Engineer, Ferry Line Inc, Jan 2012 – Jun 2014; Developer, Quiet Harbour, Apr 2014 – 2016",
          "an unclosed job; Engineer, Ferry Line Inc, 2012 – Present; Developer, Quiet Harbour, 2018 – Present",
        })
    void areQuietFor(String why, String first, String second) {
      assertThat(fact(SLUG, two(first, second))).as(why).isNull();
    }
  }

  @Nested
  class DatesThatCantBe {
    private static final String SLUG = "src-impossible-dates";

    @Test
    void aDurationLongerThanItsDatesIsAsked() {
      assertThat(fact(SLUG, job("Jan 2015 – Dec 2016 (6 years)", "Wrote invoices"))).isNotNull();
      assertThat(fact(SLUG, job("Jan 2015 – Dec 2016 (3 yrs)", "Wrote invoices"))).isNull();
      assertThat(fact(SLUG, job("Jan 2015 – Dec 2016 (2 yrs)", "Wrote invoices"))).isNull();
    }

    @Test
    void aSlipAloneWeighsNothing() {
      ApplicationFact slip = fact(SLUG, job("2016 – 2014", "Wrote invoices"));
      assertThat(slip).isNotNull();
      assertThat(slip.corroborates()).isTrue();
      assertThat(slip.evidence().millinats()).isZero();
    }
  }

  @Nested
  class DegreesInOrder {
    private static final String SLUG = "src-degree-order";

    @Test
    void aHigherDegreeBeforeTheOnlyFirstOneIsAsked() {
      assertThat(
              fact(
                  SLUG,
                  "EDUCATION\nPhD Physics, Example University, 2001 – 2005\nBSc Physics, Sample College, 2008 – 2011\n"))
          .isNotNull();
    }

    @Test
    void twoFirstDegreesAndTouchingYearsAreNot() {
      assertThat(
              fact(
                  SLUG,
                  """
                  EDUCATION
                  BSc Physics, Example University, 1998 – 2001
                  MSc Physics, Example University, 2001 – 2003
                  BA Law, Sample College, 2008 – 2011
                  """))
          .isNull();
      assertThat(
              fact(
                  SLUG,
                  "EDUCATION\nMSc Physics, Example University, 2001 – 2003\nBSc Physics, Sample College, 2003 – 2006\n"))
          .isNull();
    }
  }

  @Nested
  class MoreExperienceThanCareer {
    private static final String SLUG = "src-experience-exceeds-career";

    @Test
    void onlyEverCorroborates() {
      ApplicationFact fact =
          fact(
              SLUG,
              "SUMMARY\n18 years of professional experience\n"
                  + job("2019 – 2023", "Wrote invoices"));
      assertThat(fact).isNotNull();
      assertThat(fact.corroborates()).isTrue();
      assertThat(fact.evidence().millinats()).isZero();
    }

    @Test
    void isQuietWhereSomethingIsLeftOutOrRounded() {
      assertThat(
              fact(
                  SLUG,
                  "SUMMARY\n18 years of experience; selected positions\n"
                      + job("2019 – 2023", "Wrote invoices")))
          .isNull();
      assertThat(
              fact(
                  SLUG, "SUMMARY\n10 years of experience\n" + job("2019 – 2023", "Wrote invoices")))
          .isNull();
    }
  }

  @Nested
  class ADegreeElsewhere {
    private static final String SLUG = "src-degree-elsewhere";

    private static String both(String study, String job) {
      return "EDUCATION\n"
          + study
          + "\n\nEXPERIENCE\n"
          + job
          + "\n• Wrote the timetable software\n";
    }

    @Test
    void besideAnEmployedJobInAnotherCountryIsAsked() {
      ApplicationFact fact =
          fact(
              SLUG,
              both(
                  "BSc Computing, Example University, Warsaw, Poland, 2010 – 2014",
                  "Engineer (on-site), Ferry Line Inc, Lisbon, Portugal, 2010 – 2014"));
      assertThat(fact).isNotNull();
      assertThat(fact.quotes()).hasSize(2);
      assertThat(fact.evidence().fact()).doesNotContain("Poland").doesNotContain("Portugal");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "a remote job; BSc Computing, Example University, Warsaw, Poland, 2010 – 2014; Engineer (remote), Ferry Line Inc, Lisbon, Portugal, 2010 – 2014",
          "distance learning; BSc Computing (distance), Open University, London, UK, 2010 – 2014; Engineer, Ferry Line Inc, Lisbon, Portugal, 2010 – 2014",
          "part-time work; BSc Computing, Example University, Warsaw, Poland, 2010 – 2014; Engineer (part-time), Ferry Line Inc, Lisbon, Portugal, 2010 – 2014",
          "one country; BSc Computing, Example University, Porto, Portugal, 2010 – 2014; Engineer, Ferry Line Inc, Lisbon, Portugal, 2010 – 2014",
          "a name of two countries; BSc Computing, Example College, Atlanta, Georgia, 2010 – 2014; Engineer, Ferry Line Inc, Austin, TX, 2010 – 2014",
          "years that touch; BSc Computing, Example University, Warsaw, Poland, 2010 – 2014; Engineer, Ferry Line Inc, Lisbon, Portugal, 2013 – 2016",
          "the years of distance; MSc Computing, Example University, Warsaw, Poland, 2020 – 2022; Engineer, Ferry Line Inc, Lisbon, Portugal, 2019 – 2022",
        })
    void isQuietFor(String why, String study, String job) {
      assertThat(fact(SLUG, both(study, job))).as(why).isNull();
    }
  }

  @Nested
  class ASchoolsDomain {
    private static final String SLUG = "src-school-domain";
    private static final Schools SCHOOLS =
        new Schools(
            List.of(
                new School("Example University", Set.of("uni.example")),
                new School("Sample College", Set.of("sample.example"))));

    private static @Nullable ApplicationFact with(String study) {
      Lists lists = Lists.builtIn();
      Context context =
          People.CONTEXT.with(
              new Lists(
                  lists.technologies(),
                  lists.disposableMail(),
                  lists.mailDrops(),
                  lists.numberBrands(),
                  SCHOOLS,
                  lists.published()));
      Applicant applicant = People.applicant("Nina Example", "EDUCATION\n" + study + "\n");
      return People.fact(Applications.screen(List.of(applicant), context).getFirst(), SLUG);
    }

    @Test
    void thatIsNotItsOwnIsAsked() {
      assertThat(with("BSc Computing, Example University, www.uni-example.example, 2010 – 2014"))
          .isNotNull();
    }

    @Test
    void thatIsItsOwnOrUnknownIsNot() {
      assertThat(with("BSc Computing, Example University, www.uni.example, 2010 – 2014")).isNull();
      assertThat(with("BSc Computing, Example University, www.cs.uni.example, 2010 – 2014"))
          .isNull();
      assertThat(with("BSc Computing, Small University, www.small.example, 2010 – 2014")).isNull();
    }

    @Test
    void isNotLookedUpWithoutAList() {
      Applicant applicant =
          People.applicant(
              "Nina Example", "EDUCATION\nBSc, Example University, www.x.example, 2010 – 2014\n");
      assertThat(People.screen(applicant).getFirst().abstained())
          .anyMatch(a -> a.indicator().equals(SLUG) && a.reason().contains("no list"));
    }
  }
}
